// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/leg.h"

#include "core/wordtable.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr WordTable<LegState, 10> StateWords({
    {LegState::Waiting, "waiting"_L1},
    {LegState::Called, "called"_L1},
    {LegState::Serving, "serving"_L1},
    {LegState::Held, "held"_L1},
    {LegState::Completed, "completed"_L1},
    {LegState::NoShow, "no_show"_L1},
    {LegState::Transferred, "transferred"_L1},
    {LegState::Cancelled, "cancelled"_L1},
    {LegState::Expired, "expired"_L1},
    {LegState::Undone, "undone"_L1},
});

struct Transition
{
    LegState from;
    LegAction action;
    LegState to;
};

// The life of a ticket, ARCHITECTURE.md. What is not here is illegal.
constexpr std::array Transitions{
    Transition{LegState::Waiting, LegAction::Call, LegState::Called},
    Transition{LegState::Waiting, LegAction::Cancel, LegState::Cancelled},
    Transition{LegState::Waiting, LegAction::Expire, LegState::Expired},
    Transition{LegState::Called, LegAction::Recall, LegState::Called},
    Transition{LegState::Called, LegAction::Start, LegState::Serving},
    Transition{LegState::Called, LegAction::Finish, LegState::Completed},
    Transition{LegState::Called, LegAction::Transfer, LegState::Transferred},
    Transition{LegState::Called, LegAction::NoShow, LegState::NoShow},
    Transition{LegState::Called, LegAction::Hold, LegState::Held},
    Transition{LegState::Serving, LegAction::Recall, LegState::Serving},
    Transition{LegState::Serving, LegAction::Finish, LegState::Completed},
    Transition{LegState::Serving, LegAction::Hold, LegState::Held},
    Transition{LegState::Serving, LegAction::Transfer, LegState::Transferred},
    Transition{LegState::Held, LegAction::Resume, LegState::Serving},
    Transition{LegState::Held, LegAction::Reinstate, LegState::Waiting},
    Transition{LegState::Held, LegAction::Expire, LegState::Expired},
    Transition{LegState::NoShow, LegAction::Reinstate, LegState::Waiting},
    Transition{LegState::Expired, LegAction::Reinstate, LegState::Waiting}, // closed by mistake
};

/// How long a leg that was @p from until @p at had been served without a break.
qint64 stretchOf(const Leg &leg, LegState from, qint64 at)
{
    // Who is only called has a servingSince after his call when the counter was taken over since.
    return at
           - (from == LegState::Serving ? leg.servingSince
                                        : std::max(leg.calledAt, leg.servingSince));
}

} // namespace

QString word(LegState state)
{
    return StateWords.wordOf(state);
}

std::optional<LegState> legStateFromWord(QStringView word)
{
    return StateWords.valueOf(word);
}

std::optional<LegState> nextState(LegState state, LegAction action)
{
    for (const Transition &transition : Transitions) {
        if (transition.from == state && transition.action == action) {
            return transition.to;
        }
    }
    return std::nullopt;
}

bool isAtCounter(LegState state)
{
    return state == LegState::Called || state == LegState::Serving;
}

Result<Leg> after(Leg leg, LegAction action, const Actor &actor)
{
    const auto next = nextState(leg.state, action);
    if (!next) {
        return failure(
            ErrorCode::IllegalTransition, leg.number.toString(),
            u"action %1 in state %2"_s.arg(std::to_underlying(action)).arg(word(leg.state)));
    }
    const LegState from = std::exchange(leg.state, *next);

    switch (action) {
    case LegAction::Call:
    case LegAction::Recall:
        leg.counter = actor.counter;
        leg.staff = actor.staff;
        leg.calledAt = actor.at;
        leg.firstCalledAt = leg.firstCalledAt ? leg.firstCalledAt : actor.at;
        ++leg.calls;
        break;
    case LegAction::Start:
    case LegAction::Resume:
        leg.counter = actor.counter;
        leg.staff = actor.staff;
        leg.startedAt = leg.startedAt ? leg.startedAt : actor.at;
        leg.servingSince = actor.at;
        break;
    case LegAction::Hold:
        if (from == LegState::Serving) {
            leg.serviceMs += stretchOf(leg, from, actor.at);
        }
        break;
    case LegAction::Finish:
    case LegAction::Transfer:
        leg.serviceMs += stretchOf(leg, from, actor.at);
        leg.endedAt = actor.at;
        break;
    case LegAction::NoShow:
    case LegAction::Cancel:
    case LegAction::Expire:
        leg.endedAt = actor.at;
        break;
    case LegAction::Reinstate:
        leg.counter = 0;
        leg.staff.clear();
        leg.endedAt = 0;
        break;
    }
    return leg;
}

Leg takenOver(Leg leg, const QString &staff, qint64 silentSince, qint64 at)
{
    leg.staff = staff;
    if (silentSince != 0) {
        leg.serviceMs += leg.state == LegState::Serving ? silentSince - leg.servingSince : 0;
        leg.servingSince = at;
    }
    return leg;
}

Leg nextLeg(const Leg &ended, int ordinal, const QString &group, qint64 at, int forCounter)
{
    return {.ticket = ended.ticket,
            .ordinal = ordinal,
            .number = ended.number,
            .businessDate = ended.businessDate,
            .group = group,
            .rank = ended.rank,
            .arrivalSeq = ended.arrivalSeq,
            .queuedAt = at,
            .staff = {},
            .forCounter = forCounter};
}

Result<Leg> undone(Leg leg, LegAction action, LegState from, const Actor &actor)
{
    switch (action) {
    case LegAction::Start:
        // Who was served, set aside and called anew keeps when that began.
        leg.startedAt = leg.startedAt == leg.servingSince ? 0 : leg.startedAt;
        leg.servingSince = 0;
        break;
    case LegAction::Finish:
    case LegAction::Transfer:
        leg.serviceMs -= stretchOf(leg, from, actor.at);
        break;
    case LegAction::Hold:
        leg.serviceMs -= from == LegState::Serving ? stretchOf(leg, from, actor.at) : 0;
        break;
    case LegAction::NoShow:
        break;
    default:
        return failure(ErrorCode::NothingToUndo, leg.number.toString());
    }
    leg.state = from;
    leg.endedAt = 0;
    return leg;
}

Result<Leg> visited(Leg leg, const UnlinkedVisit &visit, const Actor &actor)
{
    using enum LegState;
    Result<Leg> stands = std::move(leg);
    const auto go = [&](LegAction action, qint64 at) {
        if (stands) {
            stands = after(std::move(*stands), action, {at, actor.counter, actor.staff});
        }
    };
    const bool isHere = stands->counter == actor.counter;
    if ((isAtCounter(stands->state) || stands->state == Held) && !isHere) {
        return failure(ErrorCode::IllegalTransition, stands->number.toString());
    }
    if (stands->state == NoShow || stands->state == Expired) {
        go(LegAction::Reinstate, visit.calledAt);
    }
    if (stands && stands->state == Waiting) {
        go(LegAction::Call, visit.calledAt);
    } else if (stands && stands->state == Held) {
        go(LegAction::Resume, visit.calledAt);
    }
    if (stands && stands->state == Called && visit.startedAt != 0) {
        go(LegAction::Start, visit.startedAt);
    }
    switch (visit.state) {
    case Completed:
        go(LegAction::Finish, visit.endedAt);
        break;
    case NoShow:
        go(LegAction::NoShow, visit.endedAt);
        break;
    case Held:
        go(LegAction::Hold, visit.endedAt);
        break;
    default:
        break;
    }
    if (stands && stands->state != visit.state
        && !(isAtCounter(stands->state) && isAtCounter(visit.state))) {
        return failure(ErrorCode::IllegalTransition, stands->number.toString());
    }
    return stands;
}

} // namespace motcua
