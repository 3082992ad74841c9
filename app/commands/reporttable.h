// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/daysummary.h"

#include <QByteArray>

namespace motcua {

/// A day as a table for the terminal, UTF-8, its columns in line; ends with a line end.
[[nodiscard]] QByteArray reportTable(const DaySummary &summary);

/// The same for a spreadsheet: UTF-8 with its mark, semicolons. Cells are counts and letters of ours,
/// so none needs quoting.
[[nodiscard]] QByteArray reportCsv(const DaySummary &summary);

} // namespace motcua
