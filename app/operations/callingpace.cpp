// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/callingpace.h"

#include "storage/cataloguerepository.h"
#include "storage/staffrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

Result<std::vector<CounterState>> readCounters(Database &database)
{
    const auto counters = CatalogueRepository(database).counters();
    if (!counters) {
        return std::unexpected(counters.error());
    }
    const auto shifts = StaffRepository(database).openShifts();
    if (!shifts) {
        return std::unexpected(shifts.error());
    }
    std::vector<CounterState> states;
    for (const Counter &counter : *counters) {
        CounterState &state =
            states.emplace_back(CounterState{.number = counter.number, .groups = counter.groups});
        const auto shift = std::ranges::find(*shifts, counter.number, &Shift::counter);
        if (shift != shifts->end()) {
            state.presence = shift->breakSince == 0 ? Presence::Open : Presence::OnBreak;
        }
    }
    Statement present(database, uR"(
        SELECT leg.counter, leg.state, leg.called_at, ticket.series, ticket.number
        FROM leg JOIN ticket ON ticket.id = leg.ticket_id
        WHERE leg.state IN ('called', 'serving'))"_s);
    const auto read = present.forEach([&states](const Row &row) {
        const auto state = std::ranges::find(states, row.integer(0), &CounterState::number);
        if (state != states.end() && !row.text(3).isEmpty()) {
            state->state = legStateFromWord(row.text(1)).value_or(LegState::Called);
            state->calledAt = row.bigInteger(2);
            state->ticket = TicketNumber{row.text(3).at(0).unicode(), row.integer(4)};
        }
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    return states;
}

/// How long each counter was open after @p since.
static Result<std::map<int, qint64>> readOpenTimes(Database &database, qint64 since, qint64 now)
{
    Statement select(database, uR"(
        SELECT counter, opened_at, closed_at FROM shift
        WHERE closed_at IS NULL OR closed_at > :since)"_s);
    select.bind(u":since"_s, since);
    std::map<int, qint64> times;
    const auto read = select.forEach([&](const Row &row) {
        const qint64 end = row.isNull(2) ? now : row.bigInteger(2);
        times[row.integer(0)] += std::max<qint64>(0, end - std::max(since, row.bigInteger(1)));
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    return times;
}

Result<std::map<QString, GroupPace>> readPaces(Database &database,
                                               const std::vector<CounterState> &counters,
                                               const QDate &date, qint64 now)
{
    const qint64 since = now - CallingPace::WindowMs;
    const auto openTimes = readOpenTimes(database, since, now);
    if (!openTimes) {
        return std::unexpected(openTimes.error());
    }
    std::map<QString, GroupPace> paces;
    for (const CounterState &counter : counters) {
        const auto openTime = openTimes->find(counter.number);
        for (const QString &letter : counter.groups) {
            auto &[pace, open] = paces[letter];
            pace.counterMs += openTime == openTimes->end() ? 0 : openTime->second;
            if (counter.presence == Presence::Open) {
                ++pace.openCounters;
                pace.idleCounters += counter.ticket ? 0 : 1;
                open.push_back(counter.number);
            }
        }
    }
    Statement calls(database, uR"(
        SELECT group_letter, count(*),
               sum(CASE WHEN state IN ('completed', 'transferred') THEN 1 ELSE 0 END),
               sum(CASE WHEN state IN ('completed', 'transferred')
                        THEN CASE WHEN started_at = 0 THEN called_at ELSE started_at END
                             - first_called_at + service_ms ELSE 0 END)
        FROM leg WHERE business_date = :date AND first_called_at >= :since GROUP BY group_letter)"_s);
    calls.bind(u":date"_s, date).bind(u":since"_s, std::max<qint64>(1, since));
    const auto read = calls.forEach([&paces](const Row &row) {
        CallingPace &pace = paces[row.text(0)].pace;
        pace.calls = row.integer(1);
        pace.served = row.integer(2);
        pace.servedMs = row.bigInteger(3);
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    return paces;
}

} // namespace motcua
