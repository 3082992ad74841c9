// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchmonth.h"
#include "storage/statement.h"

#include <QDateTime>

namespace motcua {

/// Reads the month of @p day, as far as @p selection goes; a null day is the one a report without a date is
/// about, else the PC's. Each day is read in a transaction of its own, as in a report.
[[nodiscard]] Result<BranchMonth> readMonth(Database &database, const QDate &day,
                                            const QDateTime &clock,
                                            const Selection &selection = {});
/// Reads @p count years, the one of @p day the last, of @p group or of all for an empty letter.
[[nodiscard]] Result<BranchYears> readYears(Database &database, const QDate &day, int count,
                                            const QDateTime &clock, const QString &group = {});
[[nodiscard]] Result<SelectionChoices> readChoices(Database &database);

} // namespace motcua
