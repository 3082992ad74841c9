// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/branchtoday.h"

#include <QTimeZone>

#include <algorithm>
#include <map>
#include <tuple>

namespace motcua {

namespace {

/// A kiosk or board that was put away is no loss any more.
constexpr qint64 ForgottenAfterMs = qint64{14} * 24 * 3'600'000;

bool isLost(const Device &device, qint64 now)
{
    return now - device.seenAt > Device::LostAfterMs && now - device.seenAt < ForgottenAfterMs;
}

/// How long @p leg has waited so far; nothing once it was called.
std::optional<qint64> runningWait(const Leg &leg, qint64 now)
{
    const bool waits = leg.state == LegState::Waiting && leg.firstCalledAt == 0;
    return waits ? std::optional(now - leg.queuedAt) : std::nullopt;
}

std::vector<CounterToday> countersOf(const TodayFacts &facts)
{
    std::vector<CounterToday> counters;
    for (const CounterState &state : facts.hall.counters) {
        CounterToday &counter = counters.emplace_back(CounterToday{.state = state});
        const auto pause =
            std::ranges::find(facts.breaks, state.number, &TodayFacts::Break::counter);
        counter.breakSince = pause == facts.breaks.end() ? 0 : pause->since;
        std::vector<qint64> services;
        for (const Leg &leg : facts.legs) {
            if (const auto service = serviceOf(leg); service && leg.counter == state.number) {
                services.push_back(*service);
                counter.served += leg.state == LegState::Completed ? 1 : 0;
            }
        }
        counter.serviceAverage = averageSeconds(services);
    }
    return counters;
}

void tellLongWaits(const TodayFacts &facts, std::vector<Attention> &told)
{
    for (const GroupLoad &load : facts.hall.groups) {
        Attention one{.kind = Attention::Kind::LongWait,
                      .group = load.group.letter,
                      .waiting = load.waiting,
                      .openCounters = static_cast<int>(load.counters.size())};
        for (const Leg &leg : facts.legs) {
            const auto wait = runningWait(leg, facts.hall.branchNow);
            if (wait && *wait > DayTargets::LongWaitMs && leg.group == load.group.letter) {
                ++one.people;
                one.since = one.since == 0 ? leg.queuedAt : std::min(one.since, leg.queuedAt);
            }
        }
        if (one.people > 0) {
            told.push_back(one);
        }
    }
}

void tellLongBreaks(const TodayFacts &facts, std::vector<Attention> &told)
{
    for (const TodayFacts::Break &pause : facts.breaks) {
        const auto counter =
            std::ranges::find(facts.hall.counters, pause.counter, &CounterState::number);
        if (facts.hall.branchNow - pause.since <= DayTargets::LongBreakMs
            || counter == facts.hall.counters.end()) {
            continue;
        }
        const GroupLoad *busiest = nullptr;
        for (const GroupLoad &load : facts.hall.groups) {
            if (counter->groups.contains(load.group.letter)
                && load.waiting > (busiest ? busiest->waiting : 0)) {
                busiest = &load;
            }
        }
        if (busiest) {
            told.push_back({.kind = Attention::Kind::LongBreak,
                            .group = busiest->group.letter,
                            .waiting = busiest->waiting,
                            .counter = pause.counter,
                            .remindedAt = pause.remindedAt,
                            .since = pause.since});
        }
    }
}

std::optional<Attention::Kind> troubleOf(const Device &device, qint64 now)
{
    if (now - device.seenAt > Device::LostAfterMs) {
        return isLost(device, now) ? std::optional(Attention::Kind::DeviceLost) : std::nullopt;
    }
    switch (device.state) {
    case DeviceState::PaperOut:
    case DeviceState::CoverOpen:
    case DeviceState::PrinterSilent:
        return Attention::Kind::NoPaper;
    case DeviceState::PaperLow:
        return Attention::Kind::PaperLow;
    case DeviceState::NoSound:
        return Attention::Kind::NoSound;
    case DeviceState::Ok:
        break;
    }
    return std::nullopt;
}

void tellMissing(const TodayFacts &facts, std::vector<Attention> &told)
{
    Attention one{.kind = Attention::Kind::StaffMissing};
    for (const ExpectedStaff &expected : facts.expected) {
        if (!expected.isMissing) {
            continue;
        }
        ++one.people;
        one.names.append(expected.name);
        if (expected.entry.counter != 0) {
            one.counters.push_back(expected.entry.counter);
        }
    }
    if (one.people > 0) {
        told.push_back(std::move(one));
    }
}

std::vector<Attention> attentionOf(const TodayFacts &facts)
{
    std::vector<Attention> told;
    tellMissing(facts, told);
    if (facts.hall.businessDate.isNull()) {
        return told; // machines are switched off at night
    }
    const qint64 now = facts.hall.branchNow;
    tellLongWaits(facts, told);
    tellLongBreaks(facts, told);
    for (const Device &device : facts.devices) {
        if (const auto kind = troubleOf(device, now)) {
            told.push_back({.kind = *kind,
                            .device = device.kind,
                            .number = device.number,
                            .state = device.state,
                            .since = kind == Attention::Kind::DeviceLost ? device.seenAt : 0});
        }
    }
    for (const Outage &outage : facts.outages) {
        told.push_back({.kind = Attention::Kind::Reconnected,
                        .device = outage.kind,
                        .number = outage.number,
                        .since = outage.from,
                        .until = outage.until});
    }
    std::ranges::stable_sort(told, {}, [](const Attention &one) {
        return std::tuple(one.kind, one.since, one.device, one.number);
    });
    return told;
}

} // namespace

std::optional<qint64> longWaitOf(const Leg &leg, qint64 now)
{
    auto wait = waitOf(leg);
    if (!wait && leg.state == LegState::Expired) {
        wait = leg.endedAt - leg.queuedAt;
    }
    if (!wait && now != 0) {
        wait = runningWait(leg, now);
    }
    const bool counts = leg.state != LegState::Undone && wait && *wait > DayTargets::LongWaitMs;
    return counts ? wait : std::nullopt;
}

std::vector<HourCounts> hoursOf(const QDate &day, std::span<const Leg> legs,
                                std::span<const Session> sessions, const QTimeZone &zone,
                                qint64 now)
{
    const auto hourOf = [&zone](qint64 at) {
        return QDateTime::fromMSecsSinceEpoch(at, zone).time().hour();
    };
    std::map<int, HourCounts> counted;
    for (const Leg &leg : legs) {
        if (leg.ordinal == 1) {
            ++counted[hourOf(leg.queuedAt)].issued;
        }
        if (leg.state == LegState::Completed) {
            ++counted[hourOf(leg.endedAt)].served;
        }
    }
    const auto lastHour = [](const Session &session) {
        return session.closes.addMSecs(-1).hour(); // closes at 17:00: nobody is there in the 17th
    };
    for (const Session &session : sessions) {
        counted[session.opens.hour()];
        counted[lastHour(session)];
    }
    if (counted.empty()) {
        return {};
    }
    std::vector<HourCounts> hours;
    for (int hour = counted.begin()->first; hour <= counted.rbegin()->first; ++hour) {
        HourCounts one = counted[hour];
        one.hour = hour;
        const qint64 begins = QDateTime(day, QTime(hour, 0), zone).toMSecsSinceEpoch();
        constexpr qint64 HourMs = 3'600'000;
        one.when = now < begins            ? HourCounts::When::ToCome
                   : now < begins + HourMs ? HourCounts::When::Now
                                           : HourCounts::When::Past;
        const auto isOpen = [&](const Session &session) {
            return session.opens.hour() <= hour && hour <= lastHour(session);
        };
        one.isBreak = one.issued == 0 && one.served == 0 && !sessions.empty()
                      && sessions.front().opens.hour() < hour && hour < sessions.back().opens.hour()
                      && std::ranges::none_of(sessions, isOpen);
        hours.push_back(one);
    }
    return hours;
}

BranchToday branchToday(TodayFacts facts)
{
    BranchToday today{.usual = facts.usual,
                      .hours = hoursOf(facts.day.businessDate, facts.legs, facts.sessions,
                                       QTimeZone(facts.hall.branch.settings.timeZone.toLatin1()),
                                       facts.hall.branchNow),
                      .counters = countersOf(facts),
                      .attention = attentionOf(facts)};
    for (const Leg &leg : facts.legs) {
        const auto wait = runningWait(leg, facts.hall.branchNow);
        if (wait && *wait > today.longestWaitMs) {
            today.longestWaitMs = *wait;
            today.longestGroup = leg.group;
        }
    }
    today.hall = std::move(facts.hall);
    today.day = std::move(facts.day);
    today.devices = std::move(facts.devices);
    today.outages = std::move(facts.outages);
    today.ratings = facts.ratings;
    return today;
}

std::vector<Outage> outagesAfter(const BranchToday &before, std::span<const Device> devices,
                                 qint64 now)
{
    std::vector<Outage> outages;
    std::ranges::copy_if(before.outages, std::back_inserter(outages),
                         [now](const Outage &one) { return now - one.until < Outage::ToldForMs; });
    for (const Device &device : devices) {
        const auto old = std::ranges::find_if(before.devices, [&device](const Device &one) {
            return one.kind == device.kind && one.number == device.number;
        });
        if (old != before.devices.end() && isLost(*old, before.hall.branchNow)
            && old->seenAt < device.seenAt) {
            outages.push_back({device.kind, device.number, old->seenAt, device.seenAt});
        }
    }
    return outages;
}

} // namespace motcua
