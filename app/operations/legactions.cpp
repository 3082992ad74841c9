// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/legactions.h"

#include "core/branchmodel.h"
#include "operations/announcements.h"
#include "operations/counteraccess.h"
#include "storage/cataloguerepository.h"
#include "storage/ticketrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject LegAnswer::toJson() const
{
    return {{u"ticket"_s, ticket.toString()},
            {u"counter"_s, counter == 0 ? QJsonValue() : QJsonValue(counter)},
            {u"group"_s, group},
            {u"leg"_s, leg},
            {u"state"_s, word(state)},
            {u"calls"_s, calls},
            {u"at"_s, at}};
}

LegAnswer LegAnswer::fromJson(const QJsonObject &json)
{
    return {.ticket =
                TicketNumber::fromString(json["ticket"_L1].toString()).value_or(TicketNumber()),
            .counter = json["counter"_L1].toInt(),
            .group = json["group"_L1].toString(),
            .leg = json["leg"_L1].toInt(),
            .state = legStateFromWord(json["state"_L1].toString()).value_or(LegState::Waiting),
            .calls = json["calls"_L1].toInt(),
            .at = json["at"_L1].toString()};
}

namespace {

LegAnswer answerOf(const BranchTransaction &command, const Leg &leg)
{
    return {.ticket = leg.number,
            .counter = leg.counter,
            .group = leg.group,
            .leg = leg.ordinal,
            .state = leg.state,
            .calls = leg.calls,
            .at = isoTime(command.at(), command.branch().timeZone())};
}

/// Stores @p next in place of @p previous and keeps the count of its line.
Result<> store(BranchTransaction &command, const Leg &previous, const Leg &next)
{
    TicketRepository tickets(command.database());
    if (const auto done = tickets.update(next, command.nextSeq()); !done) {
        return done;
    }
    const int change =
        (next.state == LegState::Waiting ? 1 : 0) - (previous.state == LegState::Waiting ? 1 : 0);
    if (change == 0) {
        return {};
    }
    return tickets.changeWaiting(next.businessDate, next.group, change, command.nextSeq());
}

QJsonObject factsOf(const Leg &leg, const Actor &actor)
{
    QJsonObject facts{{u"ticket"_s, leg.number.toString()},
                      {u"leg"_s, leg.ordinal},
                      {u"group"_s, leg.group},
                      {u"from"_s, word(leg.state)}};
    if (actor.counter != 0) {
        facts.insert(u"counter"_s, actor.counter);
        facts.insert(u"staff"_s, actor.staff);
    }
    return facts;
}

/// Does @p action with @p leg and records it; @p extra goes into the event.
Result<LegAnswer> apply(BranchTransaction &command, const Leg &leg, LegAction action,
                        const Actor &actor, const QJsonObject &extra = {})
{
    const auto next = after(leg, action, actor);
    if (!next) {
        return std::unexpected(next.error());
    }
    if (const auto stored = store(command, leg, *next); !stored) {
        return std::unexpected(stored.error());
    }
    if (!isAtCounter(next->state)) { // nobody is sent to a counter that no longer waits for him
        if (const auto done = expireAnnouncements(command, leg.ticket); !done) {
            return std::unexpected(done.error());
        }
    }
    QJsonObject facts = factsOf(leg, actor);
    for (auto fact = extra.begin(); fact != extra.end(); ++fact) {
        facts.insert(fact.key(), fact.value());
    }
    if (const auto done = command.append(eventOf(action), leg.ticket, facts); !done) {
        return std::unexpected(done.error());
    }
    return answerOf(command, *next);
}

/// The line a transfer goes to.
Result<QString> transferGroup(BranchTransaction &command, const Leg &leg,
                              const CounterAction &request)
{
    CatalogueRepository catalogue(command.database());
    QString to = request.to;
    if (request.toCounter != 0) {
        const auto served = catalogue.groupsOfCounter(request.toCounter);
        if (!served) {
            return std::unexpected(served.error());
        }
        if (!*served || request.toCounter == request.counter) {
            return failure(ErrorCode::UnknownCounter, QString::number(request.toCounter));
        }
        if (to.isEmpty()) {
            to = (*served)->contains(leg.group) ? leg.group : (*served)->front();
        } else if (!(*served)->contains(to)) {
            return failure(ErrorCode::UnknownGroup, to);
        }
    }
    const auto group = catalogue.group(to);
    if (!group) {
        return std::unexpected(group.error());
    }
    if (!*group) {
        return failure(ErrorCode::UnknownGroup, to);
    }
    return to;
}

Result<LegAnswer> transfer(BranchTransaction &command, const Leg &leg, const Actor &actor,
                           const CounterAction &request)
{
    const auto to = transferGroup(command, leg, request);
    if (!to) {
        return std::unexpected(to.error());
    }
    TicketRepository tickets(command.database());
    const auto legs = tickets.legsOf(leg.ticket);
    if (!legs) {
        return std::unexpected(legs.error());
    }
    const qint64 seq = command.nextSeq();
    const Leg opened =
        nextLeg(leg, static_cast<int>(legs->size()) + 1, *to, command.at(), request.toCounter);
    QJsonObject extra{{u"to"_s, *to}};
    if (request.toCounter != 0) {
        extra.insert(u"for_counter"_s, request.toCounter);
    }
    const auto ended = apply(command, leg, LegAction::Transfer, actor, extra);
    if (!ended) {
        return ended;
    }
    if (const auto done = tickets.insert(opened, seq); !done) {
        return std::unexpected(done.error());
    }
    if (const auto done = tickets.changeWaiting(opened.businessDate, *to, 1, seq); !done) {
        return std::unexpected(done.error());
    }
    return answerOf(command, opened);
}

Result<LegAnswer> act(BranchTransaction &command, const CounterAction &request)
{
    if (!request.reason.isEmpty() && !holdReasons().contains(request.reason)) {
        return failure(ErrorCode::InvalidInput, request.reason.left(40));
    }
    const auto shift = shiftAt(command, request.counter);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    const auto leg = TicketRepository(command.database()).atCounter(request.counter);
    if (!leg) {
        return std::unexpected(leg.error());
    }
    if (!*leg) {
        return failure(ErrorCode::NobodyAtCounter, QString::number(request.counter));
    }
    if (request.ticket && *request.ticket != (*leg)->number) {
        return failure(ErrorCode::IllegalTransition, request.ticket->toString());
    }
    const Actor actor{command.at(), request.counter, shift->staff};
    if (request.action == LegAction::Transfer) {
        return transfer(command, **leg, actor, request);
    }
    QJsonObject extra;
    if (!request.reason.isEmpty()) {
        extra.insert(u"reason"_s, request.reason);
    }
    if (request.action == LegAction::Recall) {
        Leg recalled = **leg;
        recalled.calledAt = command.at();
        if (const auto done = announce(command, recalled, true); !done) {
            return std::unexpected(done.error());
        }
    }
    return apply(command, **leg, request.action, actor, extra);
}

Result<LegAnswer> resume(BranchTransaction &command, int counter,
                         std::optional<TicketNumber> number)
{
    const auto shift = shiftAt(command, counter);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    if (shift->breakSince != 0) {
        return failure(ErrorCode::OnBreak, QString::number(counter));
    }
    TicketRepository tickets(command.database());
    const auto present = tickets.atCounter(counter);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (*present) {
        return failure(ErrorCode::CounterBusy, (*present)->number.toString());
    }
    const auto held = tickets.heldAt(command.branch().businessDate, counter);
    if (!held) {
        return std::unexpected(held.error());
    }
    const auto leg = number ? std::ranges::find(*held, *number, &Leg::number) : held->begin();
    if (leg == held->end()) {
        return failure(number ? ErrorCode::UnknownTicket : ErrorCode::NobodyAtCounter,
                       number ? number->toString() : QString::number(counter));
    }
    Leg called = *leg;
    called.calledAt = command.at();
    if (const auto done = announce(command, called, true); !done) {
        return std::unexpected(done.error());
    }
    return apply(command, *leg, LegAction::Resume, {command.at(), counter, shift->staff});
}

/// The last action of a counter, as long as it can be taken back.
struct Undo
{
    Event event;
    LegAction action = LegAction::Finish;
    LegState from = LegState::Serving;
    Leg leg;                        ///< that it started, ended or set aside
    std::optional<Leg> opened = {}; ///< by a transfer
    bool onHold = false;            ///< as somebody else is at the counter
};

Result<std::optional<Undo>> findUndo(Database &database, const Branch &branch, qint64 now,
                                     int counter)
{
    constexpr int MostEvents = 500; // more than a branch does in ten seconds
    const qint64 since = now - branch.settings.undoSeconds * qint64{1000};
    const auto events = latestEvents(database, since, MostEvents);
    if (!events) {
        return std::unexpected(events.error());
    }
    TicketRepository tickets(database);
    const auto present = tickets.atCounter(counter);
    if (!present) {
        return std::unexpected(present.error());
    }
    const auto isOfPresent = [&present](const Event &event) {
        return *present && event.ticket == (*present)->ticket;
    };
    // Calling somebody does not make what was done with the one before final.
    const auto isCall = [&isOfPresent](const Event &event) {
        return isOfPresent(event)
               && (event.kind == EventKind::LegCalled || event.kind == EventKind::LegRecalled
                   || event.kind == EventKind::LegResumed);
    };
    const auto event = std::ranges::find_if(*events, [&](const Event &candidate) {
        return candidate.facts()["counter"_L1].toInt() == counter && !isCall(candidate);
    });
    if (event == events->end()) {
        return std::nullopt;
    }
    const auto action = actionOf(event->kind);
    const auto from = legStateFromWord(event->facts()["from"_L1].toString());
    if (!action || !from) {
        return std::nullopt;
    }
    auto legs = tickets.legsOf(event->ticket);
    if (!legs) {
        return std::unexpected(legs.error());
    }
    std::erase_if(*legs, [](const Leg &leg) { return leg.state == LegState::Undone; });
    const bool onHold = *present && !isOfPresent(*event);
    if (legs->empty() || (onHold && *action == LegAction::Hold)) {
        return std::nullopt;
    }
    Undo undo{
        .event = *event, .action = *action, .from = *from, .leg = legs->back(), .onHold = onHold};
    if (undo.action == LegAction::Transfer) {
        undo.opened = legs->back();
        legs->pop_back();
        if (undo.opened->state != LegState::Waiting || undo.opened->calls != 0 || legs->empty()) {
            return std::nullopt;
        }
        undo.leg = legs->back();
    }
    // Whatever came after, at this counter or another, stands.
    if (nextState(undo.from, undo.action) != undo.leg.state || undo.leg.counter != counter) {
        return std::nullopt;
    }
    return undo;
}

Result<LegAnswer> undo(BranchTransaction &command, int counter)
{
    const auto shift = shiftAt(command, counter);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    const auto last = findUndo(command.database(), command.branch(), command.at(), counter);
    if (!last) {
        return std::unexpected(last.error());
    }
    if (!*last) {
        return failure(ErrorCode::NothingToUndo, QString::number(counter));
    }
    const auto &[event, action, from, leg, opened, onHold] = **last;
    const Actor then{event.at, counter, {}};
    auto restored = undone(leg, action, from, then);
    if (restored && onHold) {
        restored = after(*restored, LegAction::Hold, then);
    }
    if (!restored) {
        return failure(ErrorCode::NothingToUndo, QString::number(counter));
    }
    if (opened) {
        Leg voided = *opened;
        voided.state = LegState::Undone;
        voided.endedAt = command.at();
        if (const auto stored = store(command, *opened, voided); !stored) {
            return std::unexpected(stored.error());
        }
    }
    if (const auto stored = store(command, leg, *restored); !stored) {
        return std::unexpected(stored.error());
    }
    if (restored->state == LegState::Called && action != LegAction::Start) { // which expired none
        if (const auto done = reviveAnnouncement(command, leg.ticket); !done) {
            return std::unexpected(done.error());
        }
    }
    QJsonObject facts = factsOf(leg, {command.at(), counter, shift->staff});
    facts.insert(u"undoes"_s, word(event.kind));
    facts.insert(u"from"_s, word(from));
    facts.insert(u"at"_s, event.at);
    if (onHold) {
        facts.insert(u"to"_s, word(LegState::Held));
    }
    if (const auto done = command.append(EventKind::ActionUndone, leg.ticket, facts); !done) {
        return std::unexpected(done.error());
    }
    return answerOf(command, *restored);
}

QString nameOf(LegAction action)
{
    return word(eventOf(action));
}

} // namespace

Result<LegAnswer> actAtCounter(Database &database, const CommandContext &context,
                               const CounterAction &request)
{
    return runCommand<LegAnswer>(
        database, context,
        {{u"command"_s, nameOf(request.action)},
         {u"counter"_s, request.counter},
         {u"to"_s, request.to},
         {u"to_counter"_s, request.toCounter},
         {u"reason"_s, request.reason},
         {u"ticket"_s, request.ticket ? request.ticket->toString() : QString()}},
        [&](BranchTransaction &command) { return act(command, request); });
}

Result<LegAnswer> resumeHeld(Database &database, const CommandContext &context, int counter,
                             std::optional<TicketNumber> number)
{
    return runCommand<LegAnswer>(
        database, context,
        {{u"command"_s, nameOf(LegAction::Resume)},
         {u"counter"_s, counter},
         {u"ticket"_s, number ? number->toString() : QString()}},
        [&](BranchTransaction &command) { return resume(command, counter, number); });
}

static Result<LegAnswer> actOnTicket(Database &database, const CommandContext &context,
                                     const TicketNumber &number, LegAction action)
{
    return runCommand<LegAnswer>(database, context,
                                 {{u"command"_s, nameOf(action)}, {u"ticket"_s, number.toString()}},
                                 [&](BranchTransaction &command) -> Result<LegAnswer> {
                                     const auto leg = currentLeg(command, number);
                                     if (!leg) {
                                         return std::unexpected(leg.error());
                                     }
                                     return apply(command, *leg, action, {command.at(), 0, {}});
                                 });
}

Result<LegAnswer> reinstateTicket(Database &database, const CommandContext &context,
                                  const TicketNumber &number)
{
    return actOnTicket(database, context, number, LegAction::Reinstate);
}

Result<LegAnswer> cancelTicket(Database &database, const CommandContext &context,
                               const TicketNumber &number)
{
    return actOnTicket(database, context, number, LegAction::Cancel);
}

Result<LegAnswer> undoLast(Database &database, const CommandContext &context, int counter)
{
    return runCommand<LegAnswer>(
        database, context, {{u"command"_s, u"undo"_s}, {u"counter"_s, counter}},
        [&](BranchTransaction &command) { return undo(command, counter); });
}

Result<std::optional<UndoableAction>> undoableAt(Database &database, const Branch &branch,
                                                 qint64 now, int counter)
{
    const auto last = findUndo(database, branch, now, counter);
    if (!last) {
        return std::unexpected(last.error());
    }
    if (!*last || !undone((*last)->leg, (*last)->action, (*last)->from, {})) {
        return std::nullopt;
    }
    return UndoableAction{.action = (*last)->action,
                          .ticket = (*last)->leg.number,
                          .toHold = (*last)->onHold,
                          .until = (*last)->event.at + branch.settings.undoSeconds * qint64{1000}};
}

} // namespace motcua
