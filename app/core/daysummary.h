// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/intake.h"
#include "core/leg.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace motcua {

/// What a business day came to, for one group or for all.
///
/// Tickets are counted once, in the group whose letter they bear and by where they stand now, so
/// that issued = served + no_show + cancelled + expired + waiting + called + serving + held, row by
/// row. Times are measured per leg, in the group whose line it stood in.
struct GroupSummary
{
    QString group; ///< letter; empty for the total
    int issued = 0;
    int served = 0;
    int noShow = 0;
    int cancelled = 0;
    int expired = 0;
    int waiting = 0;
    int called = 0;
    int serving = 0;
    int held = 0;
    /// Wait: from joining the line to the first call. Only legs that were called have one.
    std::optional<int> waitAverage; ///< seconds, rounded
    std::optional<int> waitMedian;
    std::optional<int> waitNinetieth; ///< 9 of 10 waited no longer (nearest rank)
    /// Service: start to end without time on hold, of legs that were completed or transferred.
    std::optional<int> serviceAverage; ///< seconds, rounded
    /// Recorded at the counters for this line, corrections not counted; by Outcome.
    std::array<int, OutcomeCount> intakes{};
};

struct DaySummary
{
    QDate businessDate;
    std::vector<GroupSummary> groups; ///< in the order given
    GroupSummary total;
    /// Numbers that kiosks gave without the branch and told too late to be called; in none of the rows.
    int lapsed = 0;
};

/// Counts a day from its legs; every letter of @p groups gets a row, also an empty one.
[[nodiscard]] DaySummary summarise(const QDate &businessDate, std::span<const Leg> legs,
                                   std::span<const QString> groups);

/// The value that @p percent of 100 of @p values do not exceed (nearest rank), nothing for none.
[[nodiscard]] std::optional<qint64> percentile(std::vector<qint64> values, int percent);

} // namespace motcua
