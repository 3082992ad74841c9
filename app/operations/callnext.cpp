// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/callnext.h"

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

static Result<CalledLeg> call(BranchTransaction &command, int counter)
{
    const auto shift = shiftAt(command, counter);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    TicketRepository tickets(command.database());
    const auto present = tickets.atCounter(counter);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (*present) {
        return failure(ErrorCode::CounterBusy, (*present)->number.toString());
    }
    const auto next = tickets.nextFor(counter);
    if (!next) {
        return std::unexpected(next.error());
    }
    if (!*next) {
        return failure(ErrorCode::NobodyWaiting, QString::number(counter));
    }
    const auto groups = CatalogueRepository(command.database()).groupsOfCounter(counter);
    if (!groups) {
        return std::unexpected(groups.error());
    }

    const auto called = after(**next, LegAction::Call, {command.at(), counter, shift->staff});
    if (!called) {
        return std::unexpected(called.error());
    }
    const qint64 seq = command.nextSeq();
    if (const auto done = tickets.update(*called, seq); !done) {
        return std::unexpected(done.error());
    }
    if (const auto done = tickets.changeWaiting(called->businessDate, called->group, -1, seq);
        !done) {
        return std::unexpected(done.error());
    }
    const auto appended = command.append(EventKind::LegCalled, called->ticket,
                                         {{u"ticket"_s, called->number.toString()},
                                          {u"leg"_s, called->ordinal},
                                          {u"group"_s, called->group},
                                          {u"counter"_s, counter},
                                          {u"staff"_s, shift->staff},
                                          {u"groups"_s, QJsonArray::fromStringList(**groups)}});
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

Result<CalledLeg> callNext(Database &database, const CommandContext &context, int counter)
{
    return runCommand<CalledLeg>(
        database, context, {{u"command"_s, u"counter call-next"_s}, {u"counter"_s, counter}},
        [&](BranchTransaction &command) { return call(command, counter); });
}

} // namespace motcua
