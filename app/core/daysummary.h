// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/definitions.h"
#include "core/intake.h"

#include <QJsonObject>

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
    std::optional<int> waitAverage; ///< seconds, rounded; see waitOf()
    std::optional<int> waitMedian;
    std::optional<int> waitNinetieth; ///< 9 of 10 waited no longer (nearest rank)
    std::optional<int> waitLongest;
    std::optional<int> serviceAverage; ///< seconds, rounded; see serviceOf()
    /// Recorded at the counters for this line, corrections not counted; by Outcome.
    std::array<int, OutcomeCount> intakes{};

    /// Neither served nor ended otherwise: none on a closed day.
    [[nodiscard]] int notDone() const { return waiting + called + serving + held; }
    /// Every ticket has exactly one end or is on its way.
    [[nodiscard]] bool isReconciled() const
    {
        return issued == served + noShow + cancelled + expired + notDone();
    }
};

struct DaySummary
{
    QDate businessDate;
    std::vector<GroupSummary> groups; ///< in the order given
    GroupSummary total;
    /// Numbers that kiosks gave without the branch and told too late to be called; in none of the rows.
    int lapsed = 0;
};

/// A row while it is counted.
struct GroupCount
{
    GroupSummary row = {};
    std::vector<qint64> waits = {}; ///< ms
    std::vector<qint64> services = {};

    /// One more ticket, whose last leg is in @p state.
    void takeTicket(LegState state);
    /// The wait and the service of @p leg, where it had them.
    void takeTimes(const Leg &leg);
    /// The row with its times; the counting is over.
    [[nodiscard]] GroupSummary summed();
};

/// The leg each ticket of @p legs stands in: the last one that was not undone.
[[nodiscard]] std::vector<const Leg *> standingLegs(std::span<const Leg> legs);

/// Counts a day from its legs; every letter of @p groups gets a row, also an empty one.
[[nodiscard]] DaySummary summarise(const QDate &businessDate, std::span<const Leg> legs,
                                   std::span<const QString> groups);

/// What the event of a day's close says of its tickets: how many were issued, and where each ended.
[[nodiscard]] QJsonObject totalsOf(const GroupSummary &total);

/// @p ms in seconds, rounded.
[[nodiscard]] int wholeSeconds(qint64 ms);
/// The mean in seconds, rounded, of @p values in ms, nothing for none.
[[nodiscard]] std::optional<int> averageSeconds(std::span<const qint64> values);
/// The value that @p percent of 100 of @p values do not exceed (nearest rank), nothing for none.
[[nodiscard]] std::optional<qint64> percentile(std::vector<qint64> values, int percent);

} // namespace motcua
