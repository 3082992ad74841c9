// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/offlinetickets.h"

#include "core/printstate.h"
#include "storage/appointmentrepository.h"
#include "storage/cataloguerepository.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject NumberLease::toJson() const
{
    return {{u"date"_s, date.toString(Qt::ISODate)},
            {u"group"_s, group},
            {u"first"_s, first},
            {u"last"_s, last}};
}

NumberLease NumberLease::fromJson(const QJsonObject &json)
{
    return {.date = QDate::fromString(json["date"_L1].toString(), Qt::ISODate),
            .group = json["group"_L1].toString(),
            .first = json["first"_L1].toInt(),
            .last = json["last"_L1].toInt()};
}

QJsonObject OfflineTicket::toJson() const
{
    QJsonObject json{{u"id"_s, id.toString(QUuid::WithoutBraces)},
                     {u"wish"_s, wish.toString(QUuid::WithoutBraces)},
                     {u"ticket"_s, number.toString()},
                     {u"date"_s, date.toString(Qt::ISODate)},
                     {u"procedure"_s, procedure},
                     {u"priority"_s, priority},
                     {u"kiosk"_s, kiosk},
                     {u"arrived"_s, arrivedAt},
                     {u"token"_s, token}};
    if (!appointment.isEmpty()) {
        json.insert(u"appointment"_s, appointment);
    }
    return json;
}

OfflineTicket OfflineTicket::fromJson(const QJsonObject &json)
{
    return {.id = QUuid::fromString(json["id"_L1].toString()),
            .wish = QUuid::fromString(json["wish"_L1].toString()),
            .number =
                TicketNumber::fromString(json["ticket"_L1].toString()).value_or(TicketNumber()),
            .date = QDate::fromString(json["date"_L1].toString(), Qt::ISODate),
            .procedure = json["procedure"_L1].toString(),
            .priority = json["priority"_L1].toString(),
            .kiosk = json["kiosk"_L1].toInt(),
            .arrivedAt = json["arrived"_L1].toInteger(),
            .token = json["token"_L1].toString(),
            .appointment = json["appointment"_L1].toString()};
}

QJsonObject ToldTicket::toJson() const
{
    return {{u"ticket"_s, ticket.toString()}, {u"lapsed"_s, lapsed}};
}

ToldTicket ToldTicket::fromJson(const QJsonObject &json)
{
    return {.ticket =
                TicketNumber::fromString(json["ticket"_L1].toString()).value_or(TicketNumber()),
            .lapsed = json["lapsed"_L1].toString()};
}

namespace {

struct Line
{
    Group group;
    TicketRepository::Joined today;

    /// The first number that the branch does not give itself.
    [[nodiscard]] int end() const
    {
        return today.leasedFrom == 0 ? group.lastNumber + 1 : today.leasedFrom;
    }
};

Result<Line> lineOf(BranchTransaction &command, const QString &letter)
{
    const auto group = CatalogueRepository(command.database()).group(letter);
    auto lines = TicketRepository(command.database()).lines(command.branch().businessDate);
    if (!group || !lines) {
        return std::unexpected(group ? lines.error() : group.error());
    }
    if (!*group) {
        return failure(ErrorCode::UnknownGroup, letter);
    }
    Line line{**group, {}};
    const auto today = lines->find(letter);
    line.today =
        today == lines->end() ? TicketRepository::Joined{(*group)->firstNumber - 1} : today->second;
    return line;
}

Result<NumberLease> lease(BranchTransaction &command, int kiosk, const QString &letter)
{
    const Branch &branch = command.branch();
    if (branch.businessDate.isNull()) {
        return failure(ErrorCode::DayNotOpen);
    }
    const auto line = lineOf(command, letter);
    if (!line) {
        return std::unexpected(line.error());
    }
    const int left = line->end() - 1 - line->today.number;
    const int count = std::min(branch.settings.leasedNumbers, left / 2);
    if (count < 1) {
        return failure(ErrorCode::SeriesUsedUp, letter);
    }
    NumberLease lease{.date = branch.businessDate,
                      .group = letter,
                      .first = line->end() - count,
                      .last = line->end() - 1};
    const auto stored = TicketRepository(command.database())
                            .lease(lease.date, letter, line->group.firstNumber, lease.first, count,
                                   command.nextSeq());
    if (!stored) {
        return std::unexpected(stored.error());
    }
    QJsonObject facts = lease.toJson();
    facts.insert(u"kiosk"_s, kiosk);
    if (const auto appended = command.append(EventKind::NumbersLeased, {}, facts); !appended) {
        return std::unexpected(appended.error());
    }
    return lease;
}

/// Whether @p date will not come any more.
Result<bool> isOver(BranchTransaction &command, const QDate &date)
{
    Statement select(command.database(), uR"(
        SELECT count(*) FROM business_day
        WHERE business_date > :later OR (business_date = :date AND closed_at IS NOT NULL))"_s);
    select.bind(u":later"_s, date).bind(u":date"_s, date);
    const auto count = select.row([](const Row &row) { return row.integer(0); });
    return count ? Result<bool>(**count > 0) : std::unexpected(count.error());
}

Result<qint64> openedAt(BranchTransaction &command)
{
    Statement select(command.database(),
                     u"SELECT opened_at FROM business_day WHERE business_date = :date"_s);
    select.bind(u":date"_s, command.branch().businessDate);
    const auto at = select.row([](const Row &row) { return row.bigInteger(0); });
    return at ? Result<qint64>(at->value_or(0)) : std::unexpected(at.error());
}

/// A ticket that the branch gave, and nobody heard of.
struct Unheard
{
    Leg leg;
    bool isBooked = false;
};

/// The ticket that the branch gave to @p wish, when it still waits and no paper tells of it.
Result<std::optional<Unheard>> unheardOf(BranchTransaction &command, const QUuid &wish)
{
    Statement select(command.database(), u"SELECT answer FROM command WHERE id = :id"_s);
    const auto answer = select.bind(u":id"_s, wish).row([](const Row &row) { return row.text(0); });
    if (!answer) {
        return std::unexpected(answer.error());
    }
    if (!*answer) {
        return std::nullopt;
    }
    const auto issued =
        IssuedTicket::fromJson(QJsonDocument::fromJson((*answer)->toUtf8()).object());
    TicketRepository tickets(command.database());
    const auto ticket = tickets.find(issued.businessDate, issued.ticket);
    const auto legs = tickets.legsOf(issued.id);
    if (!ticket || !legs) {
        return std::unexpected(ticket ? legs.error() : ticket.error());
    }
    const bool isUnseen = *ticket && (*ticket)->printState == word(PrintState::Pending)
                          && legs->size() == 1 && legs->front().state == LegState::Waiting
                          && legs->front().calls == 0;
    return isUnseen ? std::optional(Unheard{legs->front(), !(*ticket)->appointment.isEmpty()})
                    : std::nullopt;
}

/// The booking that @p ticket was given to, unless it cannot be used; empty for none.
Result<QString> bookingOf(BranchTransaction &command, const OfflineTicket &ticket)
{
    if (ticket.appointment.isEmpty()) {
        return QString();
    }
    const auto booking = AppointmentRepository(command.database()).find(ticket.appointment);
    if (!booking) {
        return std::unexpected(booking.error());
    }
    const bool isUsable = *booking && !(*booking)->ticket && (*booking)->date == ticket.date
                          && (*booking)->group == ticket.group();
    return isUsable ? ticket.appointment : QString();
}

Result<ToldTicket> lapse(BranchTransaction &command, const OfflineTicket &ticket,
                         const QString &why)
{
    const auto counted =
        TicketRepository(command.database()).lapse(ticket.date, ticket.group(), command.nextSeq());
    if (!counted) {
        return std::unexpected(counted.error());
    }
    const auto appended = command.append(EventKind::TicketLapsed, {},
                                         {{u"ticket"_s, ticket.number.toString()},
                                          {u"group"_s, ticket.group()},
                                          {u"date"_s, ticket.date.toString(Qt::ISODate)},
                                          {u"kiosk"_s, ticket.kiosk},
                                          {u"arrived"_s, ticket.arrivedAt},
                                          {u"counted"_s, *counted},
                                          {u"why"_s, why}});
    if (!appended) {
        return std::unexpected(appended.error());
    }
    return ToldTicket{.ticket = ticket.number, .lapsed = why};
}

Result<ToldTicket> take(BranchTransaction &command, const OfflineTicket &ticket)
{
    if (ticket.date != command.branch().businessDate) {
        const auto over = isOver(command, ticket.date);
        if (!over) {
            return std::unexpected(over.error());
        }
        return *over ? lapse(command, ticket, u"day_over"_s) : failure(ErrorCode::DayNotOpen);
    }
    TicketRepository tickets(command.database());
    const auto line = lineOf(command, ticket.group());
    const auto same = tickets.find(ticket.date, ticket.number);
    const auto opened = openedAt(command);
    if (!same || !opened) {
        return std::unexpected(same ? opened.error() : same.error());
    }
    if (line && (*same || ticket.number.number <= line->today.number)) {
        return lapse(command, ticket, u"number_given"_s);
    }
    const auto unheard = unheardOf(command, ticket.wish);
    if (!unheard) {
        return std::unexpected(unheard.error());
    }
    const auto booking = bookingOf(command, ticket);
    if (!booking) {
        return std::unexpected(booking.error());
    }
    GivenTicket given{.number = ticket.number,
                      .arrivedAt = std::min(std::max(ticket.arrivedAt, *opened), command.at()),
                      .token = ticket.token};
    if (*unheard) {
        given.replaces = (*unheard)->leg.ticket;
        given.bookedFor = (*unheard)->isBooked ? (*unheard)->leg.rank : 0;
    }
    const auto issued = issueTicket(command, {.group = ticket.group(),
                                              .procedure = ticket.procedure,
                                              .priority = ticket.priority,
                                              .kiosk = ticket.kiosk,
                                              .appointment = *booking,
                                              .given = given});
    if (!issued && kindOf(issued.error().code) == ErrorKind::Refused) {
        return lapse(command, ticket, word(issued.error().code)); // nothing was written yet
    }
    if (!issued) {
        return std::unexpected(issued.error());
    }
    if (*unheard) {
        const Leg &leg = (*unheard)->leg;
        const qint64 seq = command.nextSeq() - 1;
        const auto cancelled = tickets.cancelUnseen(leg.ticket, command.at(), seq);
        const auto counted = tickets.changeWaiting(leg.businessDate, leg.group, -1, seq);
        if (!cancelled || !counted) {
            return std::unexpected(cancelled ? counted.error() : cancelled.error());
        }
    }
    return ToldTicket{.ticket = ticket.number};
}

} // namespace

Result<NumberLease> leaseNumbers(Database &database, const CommandContext &context, int kiosk,
                                 const QString &group)
{
    if (kiosk < 1) {
        return failure(ErrorCode::InvalidInput, u"kiosk"_s);
    }
    return runCommand<NumberLease>(
        database, context,
        {{u"command"_s, u"numbers lease"_s}, {u"kiosk"_s, kiosk}, {u"group"_s, group}},
        [&](BranchTransaction &command) { return lease(command, kiosk, group); });
}

Result<ToldTicket> tellTicket(Database &database, const CommandContext &context,
                              const OfflineTicket &ticket)
{
    QJsonObject request = ticket.toJson();
    request.insert(u"command"_s, u"ticket tell"_s);
    return runCommand<ToldTicket>(database, context, request, [&](BranchTransaction &command) {
        return take(command, ticket);
    });
}

} // namespace motcua
