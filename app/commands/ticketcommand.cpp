// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/vietnamesetext.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"
#include "storage/cataloguerepository.h"
#include "storage/ticketrepository.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString stateText(LegState state)
{
    switch (state) {
    case LegState::Waiting:
        return Texts::tr("waiting");
    case LegState::Called:
        return Texts::tr("called");
    case LegState::Serving:
        return Texts::tr("being served");
    case LegState::Held:
        return Texts::tr("on hold");
    case LegState::Completed:
        return Texts::tr("served");
    case LegState::NoShow:
        return Texts::tr("did not come");
    case LegState::Transferred:
        return Texts::tr("transferred");
    case LegState::Cancelled:
        return Texts::tr("cancelled");
    case LegState::Expired:
        return Texts::tr("expired");
    case LegState::Undone:
        return Texts::tr("transfer undone");
    }
    Q_UNREACHABLE();
}

QJsonValue timeOrNull(qint64 at, const QTimeZone &zone)
{
    return at == 0 ? QJsonValue() : QJsonValue(isoTime(at, zone));
}

QJsonObject legJson(const Leg &leg, const QTimeZone &zone)
{
    return {{u"leg"_s, leg.ordinal},
            {u"group"_s, leg.group},
            {u"state"_s, word(leg.state)},
            {u"counter"_s, leg.counter == 0 ? QJsonValue() : QJsonValue(leg.counter)},
            {u"calls"_s, leg.calls},
            {u"queued_at"_s, timeOrNull(leg.queuedAt, zone)},
            {u"called_at"_s, timeOrNull(leg.calledAt, zone)},
            {u"started_at"_s, timeOrNull(leg.startedAt, zone)},
            {u"ended_at"_s, timeOrNull(leg.endedAt, zone)},
            {u"service_s"_s, leg.serviceMs / 1000}};
}

bool isUndone(const Leg &leg)
{
    return leg.state == LegState::Undone;
}

/// A ticket with its legs in order; the last that was not undone is where it stands.
struct Standing
{
    Ticket ticket;
    std::vector<Leg> legs;

    [[nodiscard]] const Leg &current() const
    {
        return *std::find_if(legs.rbegin(), legs.rend(),
                             [](const Leg &leg) { return leg.state != LegState::Undone; });
    }
};

QJsonObject ticketJson(const Standing &standing, const QTimeZone &zone)
{
    const Leg &leg = standing.current();
    QJsonObject json = legJson(leg, zone);
    json.insert(u"ticket"_s, standing.ticket.number.toString());
    json.insert(u"id"_s, standing.ticket.id.toString(QUuid::WithoutBraces));
    json.insert(u"business_date"_s, standing.ticket.businessDate.toString(Qt::ISODate));
    json.insert(u"issued_at"_s, isoTime(standing.ticket.arrivedAt, zone));
    json.insert(u"priority"_s, standing.ticket.priority);
    json.insert(u"procedure"_s, standing.ticket.procedure);
    json.insert(u"print_state"_s, standing.ticket.printState);
    return json;
}

QString ticketLine(const Standing &standing, const QTimeZone &zone)
{
    const Leg &leg = standing.current();
    QString line = u"%1  %2  %3"_s.arg(
        standing.ticket.number.toString(),
        Invocation::clockText(isoTime(standing.ticket.arrivedAt, zone)), stateText(leg.state));
    if (leg.counter != 0) {
        line += u", "_s + Texts::tr("counter %1").arg(leg.counter);
    }
    return line;
}

Result<std::vector<Standing>> standingsOf(Database &database, const QDate &date)
{
    TicketRepository repository(database);
    const auto tickets = repository.ticketsOf(date);
    auto legs = repository.legsOf(date);
    if (!tickets || !legs) {
        return std::unexpected(tickets ? legs.error() : tickets.error());
    }
    std::ranges::sort(*legs, {}, &Leg::ordinal);
    QHash<QUuid, std::vector<Leg>> byTicket;
    for (const Leg &leg : *legs) {
        byTicket[leg.ticket].push_back(leg);
    }
    std::vector<Standing> standings;
    for (const Ticket &ticket : *tickets) {
        std::vector<Leg> own = byTicket.value(ticket.id);
        if (std::ranges::all_of(own, isUndone)) {
            return failure(ErrorCode::DatabaseDamaged, database.path(), u"a ticket has no leg"_s);
        }
        standings.push_back({ticket, std::move(own)});
    }
    return standings;
}

int answerLeg(const Invocation &invocation, const Result<LegAnswer> &answer, const QString &text)
{
    if (!answer) {
        return invocation.refuse(answer.error());
    }
    return invocation.answer(answer->toJson(), text.arg(answer->ticket.toString()));
}

} // namespace

int runTicketIssue(const Invocation &invocation)
{
    const auto context = invocation.context();
    if (!context) {
        return invocation.refuse(context.error());
    }
    const IssueRequest request{.group = invocation.text(u"group"_s).toUpper(),
                               .procedure = invocation.text(u"procedure"_s),
                               .priority = invocation.text(u"priority"_s)};
    if (request.group.isEmpty() && request.procedure.isEmpty()) {
        return invocation.refuse({ErrorCode::Usage, u"--group"_s, {}});
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto issued = issueTicket(**database, *context, request);
    if (!issued) {
        return invocation.refuse(issued.error());
    }
    return invocation.answer(
        issued->toJson(),
        Texts::tr("Your number: %1. %n person(s) before you.", nullptr, issued->ahead)
            .arg(issued->ticket.toString()));
}

int runTicketShow(const Invocation &invocation)
{
    const auto number = invocation.ticket(invocation.argument());
    if (!number) {
        return invocation.refuse(number.error());
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto branch = readBranch(**database);
    if (!branch) {
        return invocation.refuse(branch.error());
    }
    if (branch->businessDate.isNull()) {
        return invocation.refuse({ErrorCode::DayNotOpen, {}, {}});
    }
    TicketRepository repository(**database);
    const auto ticket = repository.find(branch->businessDate, *number);
    if (!ticket) {
        return invocation.refuse(ticket.error());
    }
    if (!*ticket) {
        return invocation.refuse({ErrorCode::UnknownTicket, number->toString(), {}});
    }
    const auto legs = repository.legsOf((*ticket)->id);
    if (!legs || std::ranges::all_of(*legs, isUndone)) {
        return invocation.refuse(legs ? Error{ErrorCode::DatabaseDamaged, (*database)->path(), {}}
                                      : legs.error());
    }
    const Standing standing{**ticket, *legs};
    const QTimeZone zone = branch->timeZone();
    QJsonObject json = ticketJson(standing, zone);
    QJsonArray list;
    for (const Leg &leg : standing.legs) {
        list.append(legJson(leg, zone));
    }
    json.insert(u"legs"_s, list);
    return invocation.answer(json, ticketLine(standing, zone));
}

int runTicketList(const Invocation &invocation)
{
    const auto date = invocation.date(u"date"_s);
    if (!date) {
        return invocation.refuse(date.error());
    }
    const QString state = invocation.text(u"state"_s);
    if (!state.isEmpty() && !legStateFromWord(state)) {
        return invocation.refuse({ErrorCode::Usage, u"--state"_s, {}});
    }
    const QString group = invocation.text(u"group"_s).toUpper();
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto branch = readBranch(**database);
    if (!branch) {
        return invocation.refuse(branch.error());
    }
    const auto groups = CatalogueRepository(**database).groups();
    if (!groups) {
        return invocation.refuse(groups.error());
    }
    if (!group.isEmpty() && std::ranges::find(*groups, group, &Group::letter) == groups->end()) {
        return invocation.refuse({ErrorCode::UnknownGroup, group, {}});
    }
    const QDate day = date->isNull() ? branch->businessDate : *date;
    if (day.isNull()) {
        return invocation.refuse({ErrorCode::DayNotOpen, {}, {}});
    }
    const auto standings = standingsOf(**database, day);
    if (!standings) {
        return invocation.refuse(standings.error());
    }
    const QTimeZone zone = branch->timeZone();
    QJsonArray list;
    QStringList lines;
    for (const Standing &standing : *standings) {
        const Leg &leg = standing.current();
        if ((!group.isEmpty() && leg.group != group)
            || (!state.isEmpty() && word(leg.state) != state)) {
            continue;
        }
        list.append(ticketJson(standing, zone));
        lines.append(ticketLine(standing, zone));
    }
    return invocation.answer(
        {{u"business_date"_s, day.toString(Qt::ISODate)}, {u"tickets"_s, list}},
        lines.isEmpty() ? Texts::tr("No numbers on %1.").arg(shortDate(day)) : lines.join(u'\n'));
}

static int runOnTicket(const Invocation &invocation,
                       Result<LegAnswer> (*operation)(Database &, const CommandContext &,
                                                      const TicketNumber &),
                       const QString &text)
{
    const auto context = invocation.context();
    const auto number = invocation.ticket(invocation.argument());
    if (!context || !number) {
        return invocation.refuse(context ? number.error() : context.error());
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    return answerLeg(invocation, operation(**database, *context, *number), text);
}

int runTicketReinstate(const Invocation &invocation)
{
    return runOnTicket(invocation, reinstateTicket, Texts::tr("Number %1 is back in its line."));
}

int runTicketCancel(const Invocation &invocation)
{
    return runOnTicket(invocation, cancelTicket, Texts::tr("Number %1 was taken back."));
}

} // namespace motcua
