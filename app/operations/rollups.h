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
/// Keeps up to @p most closed days that nothing is kept of, the latest first: those of a branch that is
/// older than roll-ups.
[[nodiscard]] Result<> keepEarlierRollups(Database &database, const QTimeZone &zone, int most);

/// As it is kept, else from its tickets.
[[nodiscard]] Result<DayRollup> readRollup(Database &database, const QTimeZone &zone,
                                           const QDate &date);
/// The business days from @p from to @p to, included, in order: of @p group, or of all for an empty one.
/// A day on which the group had nothing may be missing.
[[nodiscard]] Result<std::vector<DailyCount>> readDaily(Database &database, const QTimeZone &zone,
                                                        const QDate &from, const QDate &to,
                                                        const QString &group = {});
/// The closed days of which something else is kept than their tickets come to.
[[nodiscard]] Result<std::vector<QDate>> wrongRollups(Database &database, const QTimeZone &zone);

} // namespace motcua
