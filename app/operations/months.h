// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchmonth.h"
#include "storage/statement.h"

#include <QDateTime>

namespace motcua {

/// Reads the month of @p day; a null day is the one a report without a date is about, else the PC's.
[[nodiscard]] Result<BranchMonth> readMonth(Database &database, const QDate &day,
                                            const QDateTime &clock);

} // namespace motcua
