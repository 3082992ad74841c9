// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/callnext.h"

#include "operations/announcements.h"
#include "operations/counteraccess.h"
#include "storage/cataloguerepository.h"
#include "storage/ticketrepository.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject CalledLeg::toJson() const
{
    return {{u"ticket"_s, ticket.toString()},
            {u"counter"_s, counter},
            {u"group"_s, group},
            {u"leg"_s, leg},
            {u"called_at"_s, calledAt},
            {u"waited_s"_s, waited}};
}

CalledLeg CalledLeg::fromJson(const QJsonObject &json)
{
    return {.ticket =
                TicketNumber::fromString(json["ticket"_L1].toString()).value_or(TicketNumber()),
            .counter = json["counter"_L1].toInt(),
            .group = json["group"_L1].toString(),
            .leg = json["leg"_L1].toInt(),
            .calledAt = json["called_at"_L1].toString(),
            .waited = json["waited_s"_L1].toInteger()};
}

namespace {

/// The shift of a counter that is free to call somebody.
Result<Shift> freeCounter(BranchTransaction &command, int counter)
{
    auto shift = shiftAt(command, counter);
    if (!shift) {
        return shift;
    }
    if (shift->breakSince != 0) {
        return failure(ErrorCode::OnBreak, QString::number(counter));
    }
    const auto present = TicketRepository(command.database()).atCounter(counter);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (*present) {
        return failure(ErrorCode::CounterBusy, (*present)->number.toString());
    }
    return shift;
}

/// Calls @p leg to the counter of @p shift; out of order when there is a @p reason.
Result<CalledLeg> call(BranchTransaction &command, const Shift &shift, const Leg &leg,
                       const QString &reason)
{
    const int counter = shift.counter;
    const auto groups = CatalogueRepository(command.database()).groupsOfCounter(counter);
    if (!groups) {
        return std::unexpected(groups.error());
    }
    if (!*groups) { // closed by a new catalogue while somebody was signed in
        return failure(ErrorCode::UnknownCounter, QString::number(counter));
    }
    const auto called = after(leg, LegAction::Call, {command.at(), counter, shift.staff});
    if (!called) {
        return std::unexpected(called.error());
    }
    TicketRepository tickets(command.database());
    const qint64 seq = command.nextSeq();
    if (const auto done = tickets.update(*called, seq); !done) {
        return std::unexpected(done.error());
    }
    if (const auto done = tickets.changeWaiting(called->businessDate, called->group, -1, seq);
        !done) {
        return std::unexpected(done.error());
    }
    if (const auto done = announce(command, *called, false); !done) {
        return std::unexpected(done.error());
    }
    QJsonObject facts{{u"ticket"_s, called->number.toString()},
                      {u"leg"_s, called->ordinal},
                      {u"group"_s, called->group},
                      {u"counter"_s, counter},
                      {u"staff"_s, shift.staff},
                      {u"groups"_s, QJsonArray::fromStringList(**groups)}};
    if (!reason.isEmpty()) {
        facts.insert(u"reason"_s, reason);
    }
    const auto appended = command.append(EventKind::LegCalled, called->ticket, facts);
    if (!appended) {
        return std::unexpected(appended.error());
    }
    return CalledLeg{.ticket = called->number,
                     .counter = counter,
                     .group = called->group,
                     .leg = called->ordinal,
                     .calledAt = isoTime(called->calledAt, command.branch().timeZone()),
                     .waited = (called->calledAt - called->queuedAt) / 1000};
}

Result<CalledLeg> callFirst(BranchTransaction &command, int counter)
{
    const auto shift = freeCounter(command, counter);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    const auto next = TicketRepository(command.database()).nextFor(counter);
    if (!next) {
        return std::unexpected(next.error());
    }
    if (!*next) {
        return failure(ErrorCode::NobodyWaiting, QString::number(counter));
    }
    return call(command, *shift, **next, {});
}

Result<CalledLeg> callOne(BranchTransaction &command, int counter, const TicketNumber &number,
                          const QString &reason)
{
    const auto shift = freeCounter(command, counter);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    const auto staff = StaffRepository(command.database()).find(shift->staff);
    if (!staff) {
        return std::unexpected(staff.error());
    }
    if (!*staff || !(*staff)->permissions.contains(CallChosenPermission)) {
        return failure(ErrorCode::NotPermitted, shift->staff);
    }
    const auto leg = currentLeg(command, number);
    if (!leg) {
        return std::unexpected(leg.error());
    }
    return call(command, *shift, *leg, reason);
}

} // namespace

Result<CalledLeg> callNext(Database &database, const CommandContext &context, int counter)
{
    return runCommand<CalledLeg>(
        database, context, {{u"command"_s, u"counter call-next"_s}, {u"counter"_s, counter}},
        [&](BranchTransaction &command) { return callFirst(command, counter); });
}

Result<CalledLeg> callChosen(Database &database, const CommandContext &context, int counter,
                             const TicketNumber &number, const QString &reason)
{
    if (!chosenReasons().contains(reason)) {
        return failure(ErrorCode::InvalidInput, reason.left(40));
    }
    return runCommand<CalledLeg>(
        database, context,
        {{u"command"_s, u"counter call"_s},
         {u"counter"_s, counter},
         {u"ticket"_s, number.toString()},
         {u"reason"_s, reason}},
        [&](BranchTransaction &command) { return callOne(command, counter, number, reason); });
}

} // namespace motcua
