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

// What the words of counts and times mean, on every screen, in every file and on paper:
//
// way       all of a ticket's legs, from its number to its end
// issued    a number was given; a ticket counts once, with its letter
// served    a counter finished with the citizen, in whichever line that was in the end
// no-show   was called, did not come, and nobody put the ticket back into the line
// cancelled the number was given back; expired: the day closed first
// over target  longer than DayTargets allows, by the exact time and not by the minutes shown

/// The wait: from joining a group's line to the first call out of it. It ends for good with that call,
/// also when nobody came or the ticket was put back; a transfer begins another one in its line. Nothing
/// while nobody called.
[[nodiscard]] std::optional<qint64> waitOf(const Leg &leg);
/// The service: from its start, or the last call where nobody told one, to its end, without time on
/// hold. Nothing for legs that were neither finished nor transferred; ms, as the wait.
[[nodiscard]] std::optional<qint64> serviceOf(const Leg &leg);

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
    std::optional<int> waitAverage; ///< seconds, rounded; see waitOf()
    std::optional<int> waitMedian;
    std::optional<int> waitNinetieth;  ///< 9 of 10 waited no longer (nearest rank)
    std::optional<int> serviceAverage; ///< seconds, rounded; see serviceOf()
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

/// The mean in seconds, rounded, of @p values in ms, nothing for none.
[[nodiscard]] std::optional<int> averageSeconds(std::span<const qint64> values);
/// The value that @p percent of 100 of @p values do not exceed (nearest rank), nothing for none.
[[nodiscard]] std::optional<qint64> percentile(std::vector<qint64> values, int percent);

} // namespace motcua
