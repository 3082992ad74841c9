// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/offlinevisits.h"

#include "operations/announcements.h"
#include "operations/businessday.h"
#include "operations/counteraccess.h"
#include "storage/cataloguerepository.h"
#include "storage/ticketrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

static QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

static TicketNumber numberFrom(const QJsonValue &json)
{
    return TicketNumber::fromString(json.toString()).value_or(TicketNumber());
}

QJsonObject OfflineVisit::toJson() const
{
    return {{u"id"_s, idText(id)},
            {u"ticket"_s, ticket.toString()},
            {u"date"_s, date.toString(Qt::ISODate)},
            {u"counter"_s, counter},
            {u"staff"_s, staff},
            {u"called"_s, leg.calledAt},
            {u"started"_s, leg.startedAt},
            {u"ended"_s, leg.endedAt},
            {u"state"_s, word(leg.state)}};
}

OfflineVisit OfflineVisit::fromJson(const QJsonObject &json)
{
    return {
        .id = QUuid::fromString(json["id"_L1].toString()),
        .ticket = numberFrom(json["ticket"_L1]),
        .date = QDate::fromString(json["date"_L1].toString(), Qt::ISODate),
        .counter = json["counter"_L1].toInt(),
        .staff = json["staff"_L1].toString(),
        .leg = {.calledAt = json["called"_L1].toInteger(),
                .startedAt = json["started"_L1].toInteger(),
                .endedAt = json["ended"_L1].toInteger(),
                .state =
                    legStateFromWord(json["state"_L1].toString()).value_or(LegState::Completed)}};
}

QJsonObject ToldVisit::toJson() const
{
    return {{u"ticket"_s, ticket.toString()},
            {u"apart"_s, apart},
            {u"counter"_s, counter},
            {u"state"_s, state ? QJsonValue(word(*state)) : QJsonValue()}};
}

ToldVisit ToldVisit::fromJson(const QJsonObject &json)
{
    return {.ticket = numberFrom(json["ticket"_L1]),
            .apart = json["apart"_L1].toString(),
            .counter = json["counter"_L1].toInt(),
            .state = legStateFromWord(json["state"_L1].toString())};
}

IntakeRequest OfflineIntake::request() const
{
    return {.counter = counter,
            .intake = form.intake,
            .knownPerson = form.knownPerson,
            .ticket = ticket,
            .typedOver = form.typedOver,
            .offline = OfflineRecord{.date = date, .staff = staff, .recordedAt = recordedAt}};
}

QJsonObject OfflineIntake::toJson() const
{
    return {{u"id"_s, idText(id)},
            {u"visit"_s, idText(visit)},
            {u"ticket"_s, ticket.toString()},
            {u"date"_s, date.toString(Qt::ISODate)},
            {u"counter"_s, counter},
            {u"staff"_s, staff},
            {u"recorded"_s, recordedAt},
            {u"form"_s, motcua::toJson(form)}};
}

OfflineIntake OfflineIntake::fromJson(const QJsonObject &json)
{
    return {.id = QUuid::fromString(json["id"_L1].toString()),
            .visit = QUuid::fromString(json["visit"_L1].toString()),
            .ticket = numberFrom(json["ticket"_L1]),
            .date = QDate::fromString(json["date"_L1].toString(), Qt::ISODate),
            .counter = json["counter"_L1].toInt(),
            .staff = json["staff"_L1].toString(),
            .recordedAt = json["recorded"_L1].toInteger(),
            .form = draftFromJson(json["form"_L1].toObject())};
}

namespace {

/// One visit under the branch lock.
class Teller
{
public:
    Teller(BranchTransaction &command, const OfflineVisit &visit, Unknown unknown)
        : m_command(command)
        , m_visit(visit)
        , m_tickets(command.database())
        , m_unknown(unknown)
    {
    }

    Result<ToldVisit> tell();

private:
    Result<> checkWho();
    /// Whether what was done is over in the ticket's own way, or goes on in it.
    [[nodiscard]] bool isKnown(const Leg &leg) const;
    [[nodiscard]] bool isBeyond(const std::vector<Leg> &legs) const;
    [[nodiscard]] UnlinkedVisit timesOn(const Leg &leg) const;
    Result<ToldVisit> moveOn(const Leg &leg, const Leg &next, const UnlinkedVisit &times);
    Result<ToldVisit> noteApart(ToldVisit told, const QUuid &ticket = {});
    [[nodiscard]] QJsonObject facts(const UnlinkedVisit &times) const;

    BranchTransaction &m_command;
    const OfflineVisit &m_visit;
    TicketRepository m_tickets;
    Unknown m_unknown;
};

Result<> Teller::checkWho()
{
    const auto groups = CatalogueRepository(m_command.database()).groupsOfCounter(m_visit.counter);
    if (!groups) {
        return std::unexpected(groups.error());
    }
    if (!*groups) {
        return failure(ErrorCode::UnknownCounter, QString::number(m_visit.counter));
    }
    if (!m_visit.isHere()) {
        return checkStaff(m_command.database(), m_visit.staff);
    }
    const auto shift = StaffRepository(m_command.database()).openShiftAt(m_visit.counter);
    const auto present = m_tickets.atCounter(m_visit.counter);
    if (!shift || !present) {
        return std::unexpected(shift ? present.error() : shift.error());
    }
    if (!*shift || (*shift)->staff != m_visit.staff) {
        return failure(ErrorCode::CounterTaken, QString::number(m_visit.counter));
    }
    if (*present && (*present)->number != m_visit.ticket) {
        return failure(ErrorCode::CounterBusy, (*present)->number.toString());
    }
    return {};
}

bool Teller::isKnown(const Leg &leg) const
{
    return leg.counter == m_visit.counter && leg.state == m_visit.leg.state
           && leg.calledAt == m_visit.leg.calledAt;
}

/// It began with the branch, which has gone on with the ticket since: a transfer whose answer was lost.
bool Teller::isBeyond(const std::vector<Leg> &legs) const
{
    return std::any_of(legs.begin(), legs.end() - 1, [this](const Leg &leg) {
        return leg.counter == m_visit.counter && leg.calledAt == m_visit.leg.calledAt;
    });
}

/// The counter's clock may be off: nothing is before what was, or after now.
UnlinkedVisit Teller::timesOn(const Leg &leg) const
{
    const qint64 now = m_command.at();
    const qint64 since = std::max({leg.queuedAt, leg.calledAt, leg.servingSince});
    UnlinkedVisit times = m_visit.leg;
    times.calledAt = std::clamp(times.calledAt, std::min(since, now), now);
    if (times.startedAt != 0) {
        times.startedAt = std::clamp(times.startedAt, times.calledAt, now);
    }
    if (times.endedAt != 0) {
        times.endedAt = std::clamp(times.endedAt, std::max(times.calledAt, times.startedAt), now);
    }
    return times;
}

QJsonObject Teller::facts(const UnlinkedVisit &times) const
{
    return {{u"ticket"_s, m_visit.ticket.toString()},
            {u"date"_s, m_visit.date.toString(Qt::ISODate)},
            {u"counter"_s, m_visit.counter},
            {u"staff"_s, m_visit.staff},
            {u"to"_s, word(times.state)},
            {u"called"_s, times.calledAt},
            {u"started"_s, times.startedAt},
            {u"ended"_s, times.endedAt}};
}

Result<ToldVisit> Teller::moveOn(const Leg &leg, const Leg &next, const UnlinkedVisit &times)
{
    const qint64 seq = m_command.nextSeq();
    if (const auto done = m_tickets.update(next, seq); !done) {
        return std::unexpected(done.error());
    }
    if (leg.state == LegState::Waiting) {
        const auto counted = m_tickets.changeWaiting(leg.businessDate, leg.group, -1, seq);
        if (!counted) {
            return std::unexpected(counted.error());
        }
    }
    // Who was called by mouth is not called again.
    if (const auto done = expireAnnouncements(m_command, leg.ticket); !done) {
        return std::unexpected(done.error());
    }
    QJsonObject told = facts(times);
    told.insert(u"leg"_s, leg.ordinal);
    told.insert(u"group"_s, leg.group);
    told.insert(u"from"_s, word(leg.state));
    if (const auto done = m_command.append(EventKind::VisitTold, leg.ticket, told); !done) {
        return std::unexpected(done.error());
    }
    return ToldVisit{.ticket = leg.number, .state = next.state};
}

Result<ToldVisit> Teller::noteApart(ToldVisit told, const QUuid &ticket)
{
    if (m_visit.isHere()) {
        return failure(ErrorCode::IllegalTransition, m_visit.ticket.toString());
    }
    QJsonObject apart = facts(m_visit.leg);
    apart.insert(u"apart"_s, told.apart);
    if (told.counter != 0) {
        apart.insert(u"other_counter"_s, told.counter);
    }
    if (const auto done = m_command.append(EventKind::VisitTold, ticket, apart); !done) {
        return std::unexpected(done.error());
    }
    return told;
}

Result<ToldVisit> Teller::tell()
{
    const QDate open = m_command.branch().businessDate;
    if (open.isNull()) {
        return failure(ErrorCode::DayNotOpen);
    }
    if (const auto known = checkWho(); !known) {
        return std::unexpected(known.error());
    }
    ToldVisit told{.ticket = m_visit.ticket};
    if (m_visit.date != open) {
        told.apart = u"day_over"_s;
        return noteApart(std::move(told));
    }
    const auto ticket = m_tickets.find(m_visit.date, m_visit.ticket);
    if (!ticket) {
        return std::unexpected(ticket.error());
    }
    if (!*ticket && m_unknown == Unknown::Wait) {
        return failure(ErrorCode::UnknownTicket, m_visit.ticket.toString());
    }
    if (!*ticket) {
        told.apart = u"unknown_ticket"_s;
        return noteApart(std::move(told));
    }
    auto legs = m_tickets.legsOf((*ticket)->id);
    if (!legs) {
        return std::unexpected(legs.error());
    }
    std::erase_if(*legs, [](const Leg &leg) { return leg.state == LegState::Undone; });
    if (legs->empty()) {
        return failure(ErrorCode::DatabaseDamaged, m_command.database().path(),
                       u"a ticket has no leg"_s);
    }
    const Leg &leg = legs->back();
    told.state = leg.state;
    if (isKnown(leg)) {
        return told;
    }
    const UnlinkedVisit times = timesOn(leg);
    const Actor actor{m_command.at(), m_visit.counter, m_visit.staff};
    const auto next = visited(leg, times, actor);
    const bool isAnothers = isAtCounter(leg.state) && leg.staff != m_visit.staff; // taken over
    if (next && !isAnothers && !isBeyond(*legs)) {
        return moveOn(leg, *next, times);
    }
    told.apart = u"elsewhere"_s;
    told.counter = leg.counter;
    return noteApart(std::move(told), leg.ticket);
}

} // namespace

Result<ToldVisit> tellVisit(Database &database, const CommandContext &context,
                            const OfflineVisit &visit, Unknown unknown)
{
    QJsonObject request = visit.toJson();
    request.insert(u"command"_s, u"visit tell"_s);
    return runCommand<ToldVisit>(database, context, request, [&](BranchTransaction &command) {
        return Teller(command, visit, unknown).tell();
    });
}

QJsonObject OfflineRefusals::toJson() const
{
    return {{u"id"_s, idText(id)},
            {u"counter"_s, counter},
            {u"staff"_s, staff},
            {u"failures"_s, failures},
            {u"at"_s, lastAt}};
}

OfflineRefusals OfflineRefusals::fromJson(const QJsonObject &json)
{
    return {.id = QUuid::fromString(json["id"_L1].toString()),
            .counter = json["counter"_L1].toInt(),
            .staff = json["staff"_L1].toString(),
            .failures = json["failures"_L1].toInt(),
            .lastAt = json["at"_L1].toInteger()};
}

Result<> tellRefusals(Database &database, const QDateTime &clock, const OfflineRefusals &refusals)
{
    QJsonObject facts = refusals.toJson();
    facts.remove(u"id"_s);
    QJsonObject request = facts;
    request.insert(u"command"_s, u"refused sign-ins tell"_s);
    const auto told = runCommand<NoAnswer>(
        database, {refusals.id, clock}, request,
        [&](BranchTransaction &command) -> Result<NoAnswer> {
            const auto done = command.append(EventKind::SignInRefused, {}, facts);
            return done ? Result<NoAnswer>(NoAnswer()) : std::unexpected(done.error());
        });
    return told ? Result<>() : std::unexpected(told.error());
}

} // namespace motcua
