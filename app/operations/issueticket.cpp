// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/issueticket.h"

#include "core/callingorder.h"
#include "storage/cataloguerepository.h"
#include "storage/ticketrepository.h"

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject IssuedTicket::toJson() const
{
    return {{u"ticket"_s, ticket.toString()},
            {u"group"_s, group},
            {u"business_date"_s, businessDate.toString(Qt::ISODate)},
            {u"ahead"_s, ahead},
            {u"id"_s, id.toString(QUuid::WithoutBraces)},
            {u"issued_at"_s, issuedAt}};
}

IssuedTicket IssuedTicket::fromJson(const QJsonObject &json)
{
    return {.ticket =
                TicketNumber::fromString(json["ticket"_L1].toString()).value_or(TicketNumber()),
            .group = json["group"_L1].toString(),
            .businessDate = QDate::fromString(json["business_date"_L1].toString(), Qt::ISODate),
            .ahead = json["ahead"_L1].toInt(),
            .id = QUuid::fromString(json["id"_L1].toString()),
            .issuedAt = json["issued_at"_L1].toString()};
}

namespace {

/// The group asked for, or the one the procedure belongs to; both must exist and agree to exist.
Result<Group> groupFor(CatalogueRepository &catalogue, const IssueRequest &request)
{
    QString letter = request.group;
    if (!request.procedure.isEmpty()) {
        const auto procedure = catalogue.procedure(request.procedure);
        if (!procedure) {
            return std::unexpected(procedure.error());
        }
        if (!*procedure) {
            return failure(ErrorCode::UnknownProcedure, request.procedure);
        }
        letter = letter.isEmpty() ? (*procedure)->group : letter;
    }
    const auto group = catalogue.group(letter);
    if (!group) {
        return std::unexpected(group.error());
    }
    if (!*group) {
        return failure(ErrorCode::UnknownGroup, letter);
    }
    return **group;
}

Result<std::chrono::milliseconds> headStartOf(CatalogueRepository &catalogue, const QString &code)
{
    if (code.isEmpty()) {
        return std::chrono::milliseconds(0);
    }
    const auto priority = catalogue.priorityClass(code);
    if (!priority) {
        return std::unexpected(priority.error());
    }
    if (!*priority) {
        return failure(ErrorCode::UnknownPriority, code);
    }
    return std::chrono::minutes((*priority)->headStartMinutes);
}

Result<IssuedTicket> issue(BranchTransaction &command, const IssueRequest &request)
{
    const Branch &branch = command.branch();
    if (branch.businessDate.isNull()) {
        return failure(ErrorCode::DayNotOpen);
    }
    CatalogueRepository catalogue(command.database());
    const auto group = groupFor(catalogue, request);
    if (!group) {
        return std::unexpected(group.error());
    }
    const auto headStart = headStartOf(catalogue, request.priority);
    if (!headStart) {
        return std::unexpected(headStart.error());
    }

    const qint64 seq = command.nextSeq();
    TicketRepository tickets(command.database());
    const auto joined =
        tickets.joinLine(branch.businessDate, group->letter, group->firstNumber, seq);
    if (!joined) {
        return std::unexpected(joined.error());
    }
    if (joined->number > group->lastNumber) {
        return failure(ErrorCode::SeriesUsedUp, group->letter);
    }

    const Ticket ticket{.id = QUuid::createUuid(),
                        .number = {group->letter.at(0).unicode(), joined->number},
                        .businessDate = branch.businessDate,
                        .arrivedAt = command.at(),
                        .priority = request.priority,
                        .procedure = request.procedure,
                        .printState = u"pending"_s};
    const Leg leg{.ticket = ticket.id,
                  .number = ticket.number,
                  .businessDate = ticket.businessDate,
                  .group = group->letter,
                  .rank = rankOfArrival(ticket.arrivedAt, *headStart),
                  .arrivalSeq = seq,
                  .queuedAt = ticket.arrivedAt,
                  .staff = {}};
    if (const auto done = tickets.insert(ticket, seq); !done) {
        return std::unexpected(done.error());
    }
    if (const auto done = tickets.insert(leg, seq); !done) {
        return std::unexpected(done.error());
    }
    const auto behind = tickets.waitingBehind(leg.group, leg.rank, leg.arrivalSeq);
    if (!behind) {
        return std::unexpected(behind.error());
    }
    const auto appended = command.append(EventKind::TicketIssued, ticket.id,
                                         {{u"ticket"_s, ticket.number.toString()},
                                          {u"group"_s, leg.group},
                                          {u"date"_s, ticket.businessDate.toString(Qt::ISODate)},
                                          {u"priority"_s, ticket.priority},
                                          {u"procedure"_s, ticket.procedure},
                                          {u"rank"_s, leg.rank}});
    if (!appended) {
        return std::unexpected(appended.error());
    }
    return IssuedTicket{.ticket = ticket.number,
                        .group = leg.group,
                        .businessDate = ticket.businessDate,
                        .ahead = joined->waiting - 1 - *behind,
                        .id = ticket.id,
                        .issuedAt = isoTime(ticket.arrivedAt, branch.timeZone())};
}

} // namespace

Result<IssuedTicket> issueTicket(Database &database, const CommandContext &context,
                                 const IssueRequest &request)
{
    return runCommand<IssuedTicket>(
        database, context,
        {{u"command"_s, u"ticket issue"_s},
         {u"group"_s, request.group},
         {u"procedure"_s, request.procedure},
         {u"priority"_s, request.priority}},
        [&](BranchTransaction &command) { return issue(command, request); });
}

} // namespace motcua
