// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dayrollup.h"
#include "storage/statement.h"

#include <QTimeZone>

namespace motcua {

// All of these are part of the caller's transaction. @p zone is the branch's.

/// Rolls up @p date from its tickets.
[[nodiscard]] Result<DayRollup> rollUp(Database &database, const QTimeZone &zone,
                                       const QDate &date);
/// Keeps what a closed day came to, in the place of what was kept of it.
[[nodiscard]] Result<> keepRollup(Database &database, const DayRollup &day);
/// Forgets what is kept of a day that goes on.
[[nodiscard]] Result<> dropRollup(Database &database, const QDate &date);
/// Keeps the latest closed day that nothing is kept of, as in a branch that is older than roll-ups; false
/// when there is none. A command of its own, so that counters wait for no more than a day's counting.
[[nodiscard]] Result<bool> keepEarlierRollup(Database &database);

/// As it is kept, else from its tickets.
[[nodiscard]] Result<DayRollup> readRollup(Database &database, const QTimeZone &zone,
                                           const QDate &date);
struct DailyCounts
{
    std::vector<DailyCount> days = {}; ///< in order; an open one from its tickets
    int notKept = 0;                   ///< closed days that are missing
};
/// The business days from @p from to @p to, included: of @p group, or of all for an empty one. A day on
/// which the group had nothing may be missing.
[[nodiscard]] Result<DailyCounts> readDaily(Database &database, const QTimeZone &zone,
                                            const QDate &from, const QDate &to,
                                            const QString &group = {});
/// The closed days of which something else is kept than their tickets come to.
[[nodiscard]] Result<std::vector<QDate>> wrongRollups(Database &database, const QTimeZone &zone);

} // namespace motcua
