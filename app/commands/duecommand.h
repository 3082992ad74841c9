// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/duedate.h"
#include "core/language.h"

namespace motcua {

/// Why @p due is what it is, in sentences.
[[nodiscard]] QString explanationOf(const DueDate &due, Language language);

} // namespace motcua
