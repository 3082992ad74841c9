// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchtoday.h"
#include "core/daysummary.h"
#include "storage/branchtransaction.h"

namespace motcua {

/// Counts the business day @p day, whose legs are @p legs, in a transaction that the caller began.
[[nodiscard]] Result<DaySummary> summaryOf(Database &database, const QDate &day,
                                           std::span<const Leg> legs);

/// The day a report without a date is about: the open one, else the one open last. Fails with
/// DayNotOpen when there never was one. Part of the caller's transaction.
[[nodiscard]] Result<QDate> reportedDay(Database &database, const Branch &branch);

/// A day's figures, and its hours as they stand at some moment.
struct CountedDay
{
    DaySummary summary;
    std::vector<HourCounts> hours;
};
/// The day of reportDay() at the moment of @p clock.
[[nodiscard]] Result<CountedDay> countDay(Database &database, const QDate &date,
                                          const QDateTime &clock);
/// Counts a business day; when @p date is null reportedDay(). A day that never was has no tickets.
[[nodiscard]] Result<DaySummary> reportDay(Database &database, const QDate &date = {});

} // namespace motcua
