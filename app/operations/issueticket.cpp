// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/issueticket.h"

#include "core/callingorder.h"
#include "core/printstate.h"
#include "core/trackingcode.h"
#include "operations/callingpace.h"
#include "storage/appointmentrepository.h"
#include "storage/cataloguerepository.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject IssuedTicket::toJson() const
{
    QJsonArray places;
    for (const int counter : counters) {
        places.append(counter);
    }
    QJsonValue range;
    if (wait) {
        range =
            QJsonObject{{u"from"_s, wait->fromMinutes},
                        {u"to"_s, wait->toMinutes ? QJsonValue(*wait->toMinutes) : QJsonValue()}};
    }
    return {{u"ticket"_s, ticket.toString()},
            {u"group"_s, group},
            {u"business_date"_s, businessDate.toString(Qt::ISODate)},
            {u"ahead"_s, ahead},
            {u"id"_s, id.toString(QUuid::WithoutBraces)},
            {u"issued_at"_s, issuedAt},
            {u"arrived_at_ms"_s, arrivedAt},
            {u"token"_s, token},
            {u"tracking_code"_s, trackingCode},
            {u"procedure"_s, procedure},
            {u"kiosk"_s, kiosk},
            {u"booked_for_ms"_s, bookedFor},
            {u"counters"_s, places},
            {u"wait"_s, range},
            {u"call_from"_s, callFrom.toString(u"HH:mm"_s)},
            {u"call_to"_s, callTo.toString(u"HH:mm"_s)}};
}

IssuedTicket IssuedTicket::fromJson(const QJsonObject &json)
{
    IssuedTicket issued{
        .ticket = TicketNumber::fromString(json["ticket"_L1].toString()).value_or(TicketNumber()),
        .group = json["group"_L1].toString(),
        .businessDate = QDate::fromString(json["business_date"_L1].toString(), Qt::ISODate),
        .ahead = json["ahead"_L1].toInt(),
        .id = QUuid::fromString(json["id"_L1].toString()),
        .issuedAt = json["issued_at"_L1].toString(),
        .arrivedAt = json["arrived_at_ms"_L1].toInteger(),
        .token = json["token"_L1].toString(),
        .trackingCode = json["tracking_code"_L1].toString(),
        .procedure = json["procedure"_L1].toString(),
        .kiosk = json["kiosk"_L1].toInt(),
        .bookedFor = json["booked_for_ms"_L1].toInteger(),
        .callFrom = QTime::fromString(json["call_from"_L1].toString(), u"HH:mm"_s),
        .callTo = QTime::fromString(json["call_to"_L1].toString(), u"HH:mm"_s)};
    for (const QJsonValue &counter : json["counters"_L1].toArray()) {
        issued.counters.push_back(counter.toInt());
    }
    if (json["wait"_L1].isObject()) {
        const QJsonObject range = json["wait"_L1].toObject();
        issued.wait = WaitRange{range["from"_L1].toInt(),
                                range["to"_L1].isNull() ? std::nullopt
                                                        : std::optional(range["to"_L1].toInt())};
    }
    return issued;
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

/// The booking @p code, when it can be used on the open day.
Result<StoredAppointment> usableAppointment(BranchTransaction &command, const QString &code)
{
    auto appointment = AppointmentRepository(command.database()).find(code);
    if (!appointment) {
        return std::unexpected(appointment.error());
    }
    if (!*appointment) {
        return failure(ErrorCode::UnknownAppointment, code);
    }
    if ((*appointment)->ticket) {
        return failure(ErrorCode::AppointmentUsed, (*appointment)->ticket->toString());
    }
    if ((*appointment)->date != command.branch().businessDate) {
        return failure(ErrorCode::AppointmentOtherDay, (*appointment)->date.toString(Qt::ISODate));
    }
    return std::move(**appointment);
}

} // namespace

Result<QString> newToken()
{
    std::array<unsigned char, 12> bytes{};
    if (sodium_init() < 0) {
        return failure(ErrorCode::StorageFailed, {}, u"no randomness"_s);
    }
    randombytes_buf(bytes.data(), bytes.size());
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(bytes.data()), bytes.size())
            .toBase64(QByteArray::Base64UrlEncoding));
}

QString tokenDigest(const QString &token)
{
    return token.isEmpty()
               ? QString()
               : QString::fromLatin1(
                   QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex());
}

Result<IssuedTicket> describe(Database &database, const Branch &branch, const Ticket &ticket,
                              const Leg &leg, int ahead, qint64 now)
{
    const auto counters = readCounters(database);
    if (!counters) {
        return std::unexpected(counters.error());
    }
    auto paces = readPaces(database, *counters, ticket.businessDate, now);
    if (!paces) {
        return std::unexpected(paces.error());
    }
    GroupPace &pace = (*paces)[leg.group];
    if (pace.counters.empty()) {
        for (const CounterState &counter : *counters) {
            if (counter.groups.contains(leg.group)) {
                pace.counters.push_back(counter.number);
            }
        }
    }
    IssuedTicket issued{.ticket = ticket.number,
                        .group = leg.group,
                        .businessDate = ticket.businessDate,
                        .ahead = ahead,
                        .id = ticket.id,
                        .issuedAt = isoTime(ticket.arrivedAt, branch.timeZone()),
                        .arrivedAt = ticket.arrivedAt,
                        .token = ticket.token,
                        .trackingCode =
                            ticket.token.isEmpty() ? QString() : trackingCode(ticket.token),
                        .procedure = ticket.procedure,
                        .kiosk = ticket.kiosk,
                        .bookedFor = ticket.appointment.isEmpty() ? 0 : leg.rank,
                        .counters = std::move(pace.counters),
                        .wait = waitRange(ahead, pace.pace)};
    const auto wallTime = [&](int minutes) {
        const QTime time =
            QDateTime::fromMSecsSinceEpoch(now + minutes * qint64{60'000}, branch.timeZone())
                .time();
        return QTime(time.hour(), time.minute());
    };
    // Whoever comes early waits for the booked time while others come.
    if (issued.wait && issued.wait->toMinutes && issued.bookedFor > now) {
        constexpr qint64 Step = qint64{5} * 60'000;
        const auto until = static_cast<int>((issued.bookedFor - now + Step - 1) / Step) * 5;
        issued.wait->toMinutes = std::max(*issued.wait->toMinutes, until);
    }
    if (issued.wait) {
        issued.callFrom = wallTime(issued.wait->fromMinutes);
        issued.callTo = issued.wait->toMinutes ? wallTime(*issued.wait->toMinutes) : QTime();
    }
    return issued;
}

Result<IssuedTicket> issueTicket(BranchTransaction &command, const IssueRequest &asked)
{
    const Branch &branch = command.branch();
    if (branch.businessDate.isNull()) {
        return failure(ErrorCode::DayNotOpen);
    }
    IssueRequest request = asked;
    qint64 bookedFor = asked.given ? asked.given->bookedFor : 0;
    if (!request.appointment.isEmpty()) {
        const auto appointment = usableAppointment(command, request.appointment);
        if (!appointment) {
            return std::unexpected(appointment.error());
        }
        request.group = appointment->group;
        request.procedure = appointment->procedure;
        bookedFor = appointment->bookedFor;
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
    const auto &given = request.given;
    const auto joined =
        given ? tickets.joinLineWith(branch.businessDate, group->letter, group->firstNumber,
                                     given->number.number, seq)
              : tickets.joinLine(branch.businessDate, group->letter, group->firstNumber, seq);
    if (!joined) {
        return std::unexpected(joined.error());
    }
    const bool isLeased = joined->leasedFrom != 0 && joined->number >= joined->leasedFrom;
    if (!given && (joined->number > group->lastNumber || isLeased)) {
        return failure(ErrorCode::SeriesUsedUp, group->letter);
    }

    const auto token = given ? Result<QString>(given->token) : newToken();
    if (!token) {
        return std::unexpected(token.error());
    }
    const Ticket ticket{.id = QUuid::createUuid(),
                        .number = given
                                      ? given->number
                                      : TicketNumber{group->letter.at(0).unicode(), joined->number},
                        .businessDate = branch.businessDate,
                        .arrivedAt = given ? given->arrivedAt : command.at(),
                        .priority = request.priority,
                        .procedure = request.procedure,
                        .printState = word(PrintState::Pending),
                        .kiosk = request.kiosk,
                        .token = *token,
                        .appointment = request.appointment};
    const Leg leg{.ticket = ticket.id,
                  .number = ticket.number,
                  .businessDate = ticket.businessDate,
                  .group = group->letter,
                  .rank = bookedFor == 0 ? rankOfArrival(ticket.arrivedAt, *headStart)
                                         : rankOfAppointment(bookedFor),
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
    QJsonObject facts{{u"ticket"_s, ticket.number.toString()},
                      {u"group"_s, leg.group},
                      {u"date"_s, ticket.businessDate.toString(Qt::ISODate)},
                      {u"priority"_s, ticket.priority},
                      {u"procedure"_s, ticket.procedure},
                      {u"kiosk"_s, ticket.kiosk},
                      {u"token"_s, tokenDigest(ticket.token)},
                      {u"appointment"_s, ticket.appointment},
                      {u"rank"_s, leg.rank}};
    if (given) {
        facts.insert(u"arrived"_s, given->arrivedAt);
    }
    if (given && !given->replaces.isNull()) {
        facts.insert(u"replaces"_s, given->replaces.toString(QUuid::WithoutBraces));
    }
    const auto appended = command.append(EventKind::TicketIssued, ticket.id, facts);
    if (!appended) {
        return std::unexpected(appended.error());
    }
    return describe(command.database(), branch, ticket, leg, joined->waiting - 1 - *behind,
                    command.at());
}

Result<IssuedTicket> issueTicket(Database &database, const CommandContext &context,
                                 const IssueRequest &request)
{
    return runCommand<IssuedTicket>(
        database, context,
        {{u"command"_s, u"ticket issue"_s},
         {u"group"_s, request.group},
         {u"procedure"_s, request.procedure},
         {u"priority"_s, request.priority},
         {u"kiosk"_s, request.kiosk},
         {u"appointment"_s, request.appointment}},
        [&](BranchTransaction &command) { return issueTicket(command, request); });
}

} // namespace motcua
