// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/counteroverview.h"

#include "core/attendance.h"
#include "operations/devices.h"
#include "operations/hall.h"
#include "operations/legactions.h"
#include "storage/cataloguerepository.h"
#include "storage/staffrepository.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// A leg with its ticket, as counters see it.
struct Line
{
    WaitingTicket ticket;
    LegState state = LegState::Waiting;
    qint64 firstCalledAt = 0;
    qint64 calledAt = 0;
    qint64 startedAt = 0;
    qint64 endedAt = 0;
    int counter = 0;
    qint64 changedSeq = 0;
    QUuid id;
    int leg = 1;
    qint64 arrivalSeq = 0;
};

Line lineFrom(const Row &row)
{
    return {.ticket = {.ticket = {row.text(0).isEmpty() ? u'?' : row.text(0).at(0).unicode(),
                                  row.integer(1)},
                       .group = row.text(2),
                       .procedure = row.text(3),
                       .priority = row.text(4),
                       .bookedFor = row.bigInteger(5),
                       .kiosk = row.integer(6),
                       .arrivedAt = row.bigInteger(7),
                       .queuedAt = row.bigInteger(8),
                       .forCounter = row.integer(9),
                       .calls = row.integer(10)},
            .state = legStateFromWord(row.text(11)).value_or(LegState::Undone),
            .firstCalledAt = row.bigInteger(12),
            .calledAt = row.bigInteger(13),
            .startedAt = row.bigInteger(14),
            .endedAt = row.bigInteger(15),
            .counter = row.integer(16),
            .changedSeq = row.bigInteger(17),
            .id = row.uuid(18),
            .leg = row.integer(19),
            .arrivalSeq = row.bigInteger(20)};
}

const QString SelectLines = uR"(
        SELECT ticket.series, ticket.number, leg.group_letter, ticket.procedure, ticket.priority,
               appointment.booked_for, ticket.kiosk, ticket.arrived_at, leg.queued_at,
               leg.for_counter, leg.calls, leg.state, leg.first_called_at, leg.called_at,
               leg.started_at, leg.ended_at, leg.counter, leg.changed_seq, leg.ticket_id,
               leg.ordinal, leg.arrival_seq
        FROM leg
        JOIN ticket ON ticket.id = leg.ticket_id
        LEFT JOIN appointment ON appointment.code = ticket.appointment)"_s;

QJsonObject factsOf(const Row &row, int column)
{
    return QJsonDocument::fromJson(row.text(column).toUtf8()).object();
}

class Reader
{
public:
    Reader(Database &database, const Branch &branch, CounterOverview &overview)
        : m_database(database)
        , m_branch(branch)
        , m_overview(overview)
    {
    }

    Result<> readShift();
    Result<> readQueue();
    Result<> readCurrent();
    Result<> readAside();
    Result<> readDay();
    Result<qint64> readAwayOfServed();
    Result<> readIntakes();
    Result<> readHallStatus();

private:
    Result<std::vector<Line>> lines(Statement &select);
    Result<> name(WaitingTicket &ticket);
    Result<Bilingual> nameOfProcedure(const QString &code);

    Database &m_database;
    const Branch &m_branch;
    CounterOverview &m_overview;
    std::vector<PriorityClass> m_priorities;
    std::map<QString, Bilingual> m_procedures; ///< names by code, as far as they were needed
};

Result<> Reader::name(WaitingTicket &ticket)
{
    if (m_priorities.empty() && !ticket.priority.isEmpty()) {
        auto priorities = CatalogueRepository(m_database).priorityClasses();
        if (!priorities) {
            return std::unexpected(priorities.error());
        }
        m_priorities = std::move(*priorities);
    }
    const auto priority = std::ranges::find(m_priorities, ticket.priority, &PriorityClass::code);
    if (priority != m_priorities.end()) {
        ticket.priorityName = priority->name;
    }
    const auto procedure = nameOfProcedure(ticket.procedure);
    if (!procedure) {
        return std::unexpected(procedure.error());
    }
    ticket.procedureName = *procedure;
    return {};
}

Result<Bilingual> Reader::nameOfProcedure(const QString &code)
{
    if (code.isEmpty()) {
        return Bilingual();
    }
    const auto [known, isNew] = m_procedures.try_emplace(code);
    if (isNew) {
        const auto procedure = CatalogueRepository(m_database).procedure(code);
        if (!procedure) {
            return std::unexpected(procedure.error());
        }
        known->second = *procedure ? (*procedure)->name : Bilingual();
    }
    return known->second;
}

Result<std::vector<Line>> Reader::lines(Statement &select)
{
    auto lines = select.rows(lineFrom);
    if (!lines) {
        return lines;
    }
    for (Line &line : *lines) {
        if (const auto named = name(line.ticket); !named) {
            return std::unexpected(named.error());
        }
    }
    return lines;
}

Result<> Reader::readShift()
{
    StaffRepository repository(m_database);
    const auto shift = repository.openShiftAt(m_overview.counter);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    if (!*shift) {
        return {};
    }
    m_overview.shift = (*shift)->id;
    m_overview.staff = (*shift)->staff;
    m_overview.breakSince = (*shift)->breakSince;
    m_overview.breakReason = (*shift)->breakReason;
    m_overview.presence = m_overview.breakSince == 0 ? Presence::Open : Presence::OnBreak;
    const auto staff = repository.find(m_overview.staff);
    if (!staff) {
        return std::unexpected(staff.error());
    }
    if (*staff) {
        m_overview.staffName = (*staff)->name;
        m_overview.permissions = (*staff)->permissions;
    }
    return {};
}

Result<> Reader::readQueue()
{
    static const QString sql =
        SelectLines + u" WHERE leg.state = 'waiting' ORDER BY leg.rank, leg.arrival_seq"_s;
    Statement select(m_database, sql);
    const auto waiting = lines(select);
    if (!waiting) {
        return std::unexpected(waiting.error());
    }
    const auto isKeptFromHere = [this](int keeper) {
        const auto state =
            std::ranges::find(m_overview.hall.counters, keeper, &CounterState::number);
        return keeper != 0 && keeper != m_overview.counter
               && state != m_overview.hall.counters.end() && state->presence != Presence::Closed;
    };
    for (const Line &line : *waiting) {
        m_overview.branch.push_back(line.ticket);
        if (m_overview.groups.contains(line.ticket.group)
            && !isKeptFromHere(line.ticket.forCounter)) {
            m_overview.mine.push_back(line.ticket);
        }
    }
    return {};
}

Result<> Reader::readCurrent()
{
    static const QString sql =
        SelectLines + u" WHERE leg.counter = :counter AND leg.state IN ('called', 'serving')"_s;
    Statement select(m_database, sql);
    select.bind(u":counter"_s, m_overview.counter);
    const auto present = lines(select);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (present->empty()) {
        return {};
    }
    const Line &line = present->front();
    CurrentTicket current{.ticket = line.ticket,
                          .state = line.state,
                          .firstCalledAt = line.firstCalledAt,
                          .calledAt = line.calledAt,
                          .startedAt = line.startedAt,
                          .announcement = AnnouncementState::Done};
    const auto call =
        std::ranges::find(m_overview.hall.calls, line.ticket.ticket, &HallCall::ticket);
    if (call != m_overview.hall.calls.end()) {
        current.announcement = call->announcement;
    }
    Statement events(m_database, uR"(
        SELECT kind, at, body FROM event
        WHERE seq > :arrival AND ticket_id = :ticket ORDER BY seq)"_s);
    events.bind(u":arrival"_s, line.arrivalSeq).bind(u":ticket"_s, line.id);
    Attendance attendance;
    const auto read = events.forEach([&](const Row &row) {
        const auto kind = eventKindFromWord(row.text(0));
        const QJsonObject facts = factsOf(row, 2);
        if (kind && facts["leg"_L1].toInt() == line.leg) {
            attendance.take(*kind, row.bigInteger(1), facts);
        }
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    current.awayMs = attendance.awayMs;
    current.ticket.calls = attendance.calls;
    m_overview.current = std::move(current);
    return {};
}

/// Who is on hold here, and who missed a call in the groups served here.
Result<> Reader::readAside()
{
    static const QString sql = SelectLines + u" WHERE leg.business_date = :date"_s
                               + u" AND leg.state IN ('held', 'no_show')"_s
                               + u" ORDER BY leg.changed_seq DESC"_s;
    Statement select(m_database, sql);
    select.bind(u":date"_s, m_overview.hall.businessDate);
    const auto aside = lines(select);
    if (!aside) {
        return std::unexpected(aside.error());
    }
    for (const Line &line : *aside) {
        if (line.state == LegState::NoShow && m_overview.groups.contains(line.ticket.group)) {
            m_overview.missed.push_back(
                {.ticket = line.ticket, .counter = line.counter, .at = line.endedAt});
        }
        if (line.state != LegState::Held || line.counter != m_overview.counter) {
            continue;
        }
        // Why and since when is told by the event that put it there.
        Statement event(m_database, u"SELECT at, body FROM event WHERE seq = :seq"_s);
        event.bind(u":seq"_s, line.changedSeq);
        const auto held = event.row([&line](const Row &row) {
            return HeldTicket{.ticket = line.ticket,
                              .reason = factsOf(row, 1)["reason"_L1].toString(),
                              .since = row.bigInteger(0)};
        });
        if (!held) {
            return std::unexpected(held.error());
        }
        m_overview.held.push_back(held->value_or(HeldTicket{.ticket = line.ticket}));
    }
    return {};
}

/// How long those served by whoever is signed in were away after their first call.
Result<qint64> Reader::readAwayOfServed()
{
    // The events lead: they have no index by ticket, but a day of them is a short piece of the log.
    Statement events(m_database, uR"(
        SELECT event.ticket_id, event.kind, event.at, event.body, leg.ordinal
        FROM event CROSS JOIN leg
        WHERE event.seq > (SELECT min(arrival_seq) FROM leg WHERE business_date = :date)
          AND event.kind IN ('leg_called', 'leg_no_show', 'leg_held', 'leg_resumed',
                             'leg_finished', 'leg_transferred', 'action_undone', 'visit_told')
          AND leg.ticket_id = event.ticket_id AND leg.business_date = :date
          AND leg.staff = :staff AND leg.state = 'completed'
        ORDER BY event.seq)"_s);
    events.bind(u":date"_s, m_overview.hall.businessDate).bind(u":staff"_s, m_overview.staff);
    QHash<QUuid, Attendance> attendances;
    const auto read = events.forEach([&attendances](const Row &row) {
        const auto kind = eventKindFromWord(row.text(1));
        const QJsonObject facts = factsOf(row, 3);
        if (kind && facts["leg"_L1].toInt() == row.integer(4)) {
            attendances[row.uuid(0)].take(*kind, row.bigInteger(2), facts);
        }
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    qint64 away = 0;
    for (const Attendance &attendance : std::as_const(attendances)) {
        away += attendance.awayMs;
    }
    return away;
}

Result<> Reader::readDay()
{
    if (m_overview.staff.isEmpty()) {
        return {};
    }
    const auto undoable =
        undoableAt(m_database, m_branch, m_overview.hall.branchNow, m_overview.counter);
    if (!undoable) {
        return std::unexpected(undoable.error());
    }
    m_overview.undoable = *undoable;
    Statement legs(m_database, uR"(
        SELECT sum(CASE WHEN state = 'completed' THEN 1 ELSE 0 END),
               sum(CASE WHEN state = 'completed' THEN ended_at - first_called_at ELSE 0 END),
               sum(CASE WHEN state = 'no_show' THEN 1 ELSE 0 END)
        FROM leg WHERE business_date = :date AND staff = :staff)"_s);
    legs.bind(u":date"_s, m_overview.hall.businessDate).bind(u":staff"_s, m_overview.staff);
    const auto away = readAwayOfServed();
    if (!away) {
        return std::unexpected(away.error());
    }
    const auto day = legs.row([&away](const Row &row) {
        const int served = row.integer(0);
        return MyDay{.served = served,
                     .averageServiceMs = served == 0 ? 0 : (row.bigInteger(1) - *away) / served,
                     .noShows = row.integer(2)};
    });
    if (!day) {
        return std::unexpected(day.error());
    }
    m_overview.day = day->value_or(MyDay());
    Statement first(m_database, uR"(
        SELECT min(shift.opened_at) FROM shift
        WHERE shift.staff = :staff
          AND (shift.closed_at IS NULL
               OR shift.closed_at > (SELECT opened_at FROM business_day
                                     WHERE business_date = :date)))"_s);
    first.bind(u":staff"_s, m_overview.staff).bind(u":date"_s, m_overview.hall.businessDate);
    const auto since = first.row([](const Row &row) { return row.bigInteger(0); });
    if (!since) {
        return std::unexpected(since.error());
    }
    m_overview.day.since = since->value_or(0);
    return {};
}

Result<> Reader::readIntakes()
{
    Statement select(m_database, uR"(
        SELECT intake.recorded_at, ticket.series, ticket.number, intake.procedure, intake.outcome,
               dossier.code,
               EXISTS (SELECT 1 FROM intake AS earlier
                       WHERE earlier.dossier = intake.dossier AND earlier.outcome = 'accepted'
                         AND NOT earlier.is_correction
                         AND earlier.changed_seq < intake.changed_seq)
        FROM intake
        JOIN ticket ON ticket.id = intake.ticket_id
        LEFT JOIN dossier ON dossier.id = intake.dossier
        WHERE intake.business_date = :date AND intake.counter = :counter
          AND NOT intake.is_correction
        ORDER BY intake.changed_seq DESC)"_s);
    select.bind(u":date"_s, m_overview.hall.businessDate).bind(u":counter"_s, m_overview.counter);
    auto intakes = select.rows([](const Row &row) {
        return RecordedIntake{
            .at = row.bigInteger(0),
            .ticket = {row.text(1).isEmpty() ? u'?' : row.text(1).at(0).unicode(), row.integer(2)},
            .procedure = row.text(3),
            .outcome = outcomeFromWord(row.text(4)).value_or(Outcome::Advised),
            .code = row.text(5),
            .isMore = row.boolean(6)};
    });
    if (!intakes) {
        return std::unexpected(intakes.error());
    }
    for (RecordedIntake &intake : *intakes) {
        const auto name = nameOfProcedure(intake.procedure);
        if (!name) {
            return std::unexpected(name.error());
        }
        intake.procedureName = *name;
    }
    m_overview.intakes = std::move(*intakes);
    return {};
}

Result<> Reader::readHallStatus()
{
    auto help = openHelp(m_database);
    if (!help) {
        return std::unexpected(help.error());
    }
    std::erase_if(*help, [this](const HelpRequest &request) {
        return request.counter != 0
               && (request.counter != m_overview.counter
                   || m_overview.presence != Presence::OnBreak);
    });
    std::ranges::stable_sort(*help, {}, [](const HelpRequest &request) {
        return request.counter == 0; // whom nobody else can help comes first
    });
    m_overview.help = std::move(*help);
    auto devices = readDevices(m_database);
    if (!devices) {
        return std::unexpected(devices.error());
    }
    m_overview.devices = std::move(*devices);
    Statement speaker(m_database, u"SELECT lease_until FROM speaker"_s);
    const auto until = speaker.row([](const Row &row) { return row.bigInteger(0); });
    if (!until) {
        return std::unexpected(until.error());
    }
    m_overview.hallIsHeard = until->value_or(0) > m_overview.hall.branchNow;
    return {};
}

} // namespace

Result<CounterOverview> readCounter(Database &database, const QDateTime &clock, int counter)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    const auto groups = CatalogueRepository(database).groupsOfCounter(counter);
    if (!groups) {
        return std::unexpected(groups.error());
    }
    if (!*groups) {
        return failure(ErrorCode::UnknownCounter, QString::number(counter));
    }
    auto hall =
        hallOf(database, *branch, branch->clock.advancedTo(clock.toMSecsSinceEpoch()).lastAt);
    if (!hall) {
        return std::unexpected(hall.error());
    }
    CounterOverview overview{.hall = std::move(*hall), .counter = counter, .groups = **groups};
    Reader reader(database, *branch, overview);
    for (const auto read :
         {&Reader::readShift, &Reader::readQueue, &Reader::readCurrent, &Reader::readAside,
          &Reader::readDay, &Reader::readIntakes, &Reader::readHallStatus}) {
        if (const auto done = (reader.*read)(); !done) {
            return std::unexpected(done.error());
        }
    }
    return overview;
}

} // namespace motcua
