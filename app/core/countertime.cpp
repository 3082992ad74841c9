// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/countertime.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace motcua {

qint64 CounterDay::sum() const
{
    return std::accumulate(breaks.begin(), breaks.end(),
                           serving + calling + idle + silent + signedOut,
                           [](qint64 sum, const auto &pause) { return sum + pause.second; });
}

/// Whoever is there leaves at @p at; @p served says whether that was a service although nobody told
/// its start.
void CounterTime::endPresence(Counter &counter, qint64 at, bool served)
{
    if (counter.ticket.isNull()) {
        return;
    }
    const bool isServing = counter.servingSince != 0;
    counter.past.push_back({.part = isServing || served ? Part::Serving : Part::Calling,
                            .from = isServing ? counter.servingSince : counter.calledAt,
                            .until = at,
                            .ticket = counter.ticket});
    counter.ticket = QUuid();
    counter.calledAt = 0;
    counter.servingSince = 0;
}

void CounterTime::endBreak(Counter &counter, qint64 at)
{
    if (counter.breakSince != 0) {
        counter.past.push_back({.part = Part::Break,
                                .from = counter.breakSince,
                                .until = at,
                                .reason = counter.breakReason});
        counter.breakSince = 0;
    }
}

void CounterTime::endShift(Counter &counter, qint64 at, qint64 silentSince)
{
    endBreak(counter, at);
    if (counter.shiftSince != 0) {
        counter.past.push_back({.part = Part::Shift, .from = counter.shiftSince, .until = at});
        counter.shiftSince = 0;
    }
    if (silentSince != 0) {
        counter.past.push_back(
            {.part = Part::Silent, .from = std::max(silentSince, counter.heard), .until = at});
    }
}

/// Whoever went comes back, as if he had not gone.
void CounterTime::undo(Counter &counter, const Event &event, const QJsonObject &facts)
{
    counter.served -= facts["undoes"_L1].toString() == word(EventKind::LegFinished) ? 1 : 0;
    if (facts["to"_L1].toString() == word(LegState::Held)) {
        return; // somebody else is there by now
    }
    const auto stretch = std::ranges::find(counter.past.rbegin(), counter.past.rend(), event.ticket,
                                           &Stretch::ticket);
    if (stretch == counter.past.rend()) {
        return;
    }
    const bool isServing = facts["from"_L1].toString() == word(LegState::Serving);
    counter.ticket = event.ticket;
    counter.calledAt = isServing ? 0 : stretch->from;
    counter.servingSince = isServing ? stretch->from : 0;
    counter.past.erase(std::next(stretch).base());
}

/// What a counter did without the branch, with its own times.
void CounterTime::takeVisit(Counter &counter, const Event &event, const QJsonObject &facts)
{
    if (facts.contains("apart"_L1)) {
        return;
    }
    const qint64 called = facts["called"_L1].toInteger();
    const qint64 started = facts["started"_L1].toInteger();
    const qint64 ended = facts["ended"_L1].toInteger();
    const QString to = facts["to"_L1].toString();
    if (counter.ticket != event.ticket || counter.ticket.isNull()) {
        endPresence(counter, called, false);
        counter.ticket = event.ticket;
        counter.calledAt = called;
        // One on hold goes on being served.
        counter.servingSince = facts["from"_L1].toString() == word(LegState::Held) ? called : 0;
    }
    if (started != 0 && counter.servingSince == 0) {
        counter.past.push_back({.part = Part::Calling,
                                .from = counter.calledAt,
                                .until = started,
                                .ticket = event.ticket});
        counter.servingSince = started;
    }
    if (ended != 0) {
        endPresence(counter, ended, to == word(LegState::Completed));
        counter.served += to == word(LegState::Completed) ? 1 : 0;
    }
}

void CounterTime::closeDay(const Event &event)
{
    const QJsonObject facts = event.facts();
    const QJsonObject silent = facts["silent"_L1].toObject();
    for (auto &[number, counter] : m_counters) {
        endPresence(counter, event.at, false);
        endShift(counter, event.at, silent[QString::number(number)].toInteger());
    }
}

void CounterTime::take(const Event &event)
{
    if (event.kind == EventKind::DayClosed) {
        closeDay(event);
        return;
    }
    const QJsonObject facts = event.facts();
    const int number = facts["counter"_L1].toInt();
    if (number == 0) {
        return;
    }
    Counter &counter = m_counters[number];
    switch (event.kind) {
    case EventKind::ShiftOpened:
        counter.shiftSince = event.at;
        ++counter.signIns;
        break;
    case EventKind::ShiftClosed:
        endShift(counter, event.at, 0);
        break;
    case EventKind::ShiftTakenOver: {
        const qint64 silentSince = facts["silent_since"_L1].toInteger();
        endShift(counter, event.at, silentSince);
        counter.shiftSince = event.at;
        ++counter.signIns;
        // What is left of a call after the gap is told anew, as takenOver() does.
        if (silentSince != 0 && counter.calledAt != 0) {
            counter.past.push_back({.part = Part::Calling,
                                    .from = counter.calledAt,
                                    .until = event.at,
                                    .ticket = counter.ticket});
            counter.calledAt = event.at;
        }
        break;
    }
    case EventKind::BreakStarted:
        counter.breakSince = event.at;
        counter.breakReason = facts["reason"_L1].toString();
        break;
    case EventKind::BreakEnded:
        endBreak(counter, event.at);
        break;
    case EventKind::LegCalled:
        counter.ticket = event.ticket;
        counter.calledAt = event.at;
        counter.servingSince = 0;
        break;
    case EventKind::LegRecalled:
        if (counter.calledAt != 0) { // a service without a start begins with the last call
            counter.past.push_back({.part = Part::Calling,
                                    .from = counter.calledAt,
                                    .until = event.at,
                                    .ticket = counter.ticket});
            counter.calledAt = event.at;
        }
        break;
    case EventKind::LegStarted:
        endPresence(counter, event.at, false);
        counter.ticket = event.ticket;
        counter.servingSince = event.at;
        break;
    case EventKind::LegResumed:
        counter.ticket = event.ticket;
        counter.servingSince = event.at;
        break;
    case EventKind::LegFinished:
    case EventKind::LegTransferred:
        endPresence(counter, event.at, true);
        counter.served += event.kind == EventKind::LegFinished ? 1 : 0;
        break;
    case EventKind::LegNoShow:
    case EventKind::LegHeld:
        endPresence(counter, event.at, false);
        break;
    case EventKind::ActionUndone:
        undo(counter, event, facts);
        break;
    case EventKind::VisitTold:
        takeVisit(counter, event, facts);
        break;
    default:
        return; // about the counter, not from it
    }
    counter.heard = event.at;
}

CounterDay CounterTime::dayOf(int number, Counter counter, qint64 now)
{
    const qint64 last = std::max(now, counter.heard);
    endPresence(counter, last, false);
    endShift(counter, last, 0);
    CounterDay day{.counter = number, .signIns = counter.signIns, .served = counter.served};
    std::vector<qint64> edges;
    for (const Stretch &stretch : counter.past) {
        edges.push_back(stretch.from);
        edges.push_back(stretch.until);
        if (stretch.part == Part::Shift) {
            day.from = day.from == 0 ? stretch.from : std::min(day.from, stretch.from);
            day.until = std::max(day.until, stretch.until);
        }
    }
    std::ranges::sort(edges);
    const auto repeated = std::ranges::unique(edges);
    edges.erase(repeated.begin(), repeated.end());
    for (size_t i = 0; i + 1 < edges.size(); ++i) {
        const qint64 from = edges[i];
        const qint64 until = edges[i + 1];
        if (from < day.from || until > day.until) {
            continue;
        }
        const Stretch *strongest = nullptr;
        for (const Stretch &stretch : counter.past) {
            if (stretch.from <= from && until <= stretch.until
                && (!strongest || strongest->part < stretch.part)) {
                strongest = &stretch;
            }
        }
        qint64 &part = !strongest                         ? day.signedOut
                       : strongest->part == Part::Serving ? day.serving
                       : strongest->part == Part::Calling ? day.calling
                       : strongest->part == Part::Silent  ? day.silent
                       : strongest->part == Part::Break   ? day.breaks[strongest->reason]
                                                          : day.idle;
        part += until - from;
    }
    return day;
}

std::vector<CounterDay> CounterTime::until(qint64 now) const
{
    std::vector<CounterDay> days;
    for (const auto &[number, counter] : m_counters) {
        if (counter.signIns > 0) {
            days.push_back(dayOf(number, counter, now));
        }
    }
    return days;
}

} // namespace motcua
