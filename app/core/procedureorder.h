// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"

#include <QHash>

namespace motcua {

/// How often each procedure was asked for, by its code.
using ProcedureUse = QHash<QString, int>;

/// @p procedures as a kiosk offers them: what is asked for most comes first, ties stay as they are,
/// and nobody's list begins with a death.
[[nodiscard]] std::vector<Procedure> sortedByUse(std::vector<Procedure> procedures,
                                                 const ProcedureUse &use);

} // namespace motcua
