// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/ticketrepository.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// In the order legWithoutNumber() reads.
const QString LegColumns = uR"(
        SELECT leg.ticket_id, leg.ordinal, leg.business_date, leg.group_letter, leg.state, leg.rank,
               leg.arrival_seq, leg.queued_at, leg.first_called_at, leg.called_at, leg.started_at,
               leg.serving_since, leg.ended_at, leg.service_ms, leg.calls, leg.counter, leg.staff,
               leg.for_counter)"_s;
/// In the order ticketFrom() reads.
const QString SelectTicket = uR"(
        SELECT id, series, number, business_date, arrived_at, priority, procedure, print_state,
               kiosk, token, appointment
        FROM ticket)"_s;
const QString SelectLeg = LegColumns + u", ticket.series, ticket.number"_s;

TicketNumber numberFrom(const Row &row, int series)
{
    return {row.text(series).isEmpty() ? u'?' : row.text(series).at(0).unicode(),
            row.integer(series + 1)};
}

QUuid idOf(const Leg &leg)
{
    return leg.ticket;
}

QUuid idOf(const Ticket &ticket)
{
    return ticket.id;
}

/// A row that cannot be is read with a null id; nothing is built on it.
template <typename T>
Result<std::vector<T>> sound(Result<std::vector<T>> rows, const Database &database)
{
    if (rows && std::ranges::any_of(*rows, [](const T &row) { return idOf(row).isNull(); })) {
        return failure(ErrorCode::DatabaseDamaged, database.path(), u"a row cannot be"_s);
    }
    return rows;
}

template <typename T>
Result<std::optional<T>> first(Result<std::vector<T>> rows)
{
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return rows->empty() ? std::nullopt : std::optional(std::move(rows->front()));
}

/// last_number, waiting, leased_from, leased.
TicketRepository::Joined joinedFrom(const Row &row)
{
    return {row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
}

Leg legWithoutNumber(const Row &row)
{
    const auto state = legStateFromWord(row.text(4));
    return {.ticket = state ? row.uuid(0) : QUuid(),
            .ordinal = row.integer(1),
            .number = {},
            .businessDate = row.date(2),
            .group = row.text(3),
            .state = state.value_or(LegState::Undone),
            .rank = row.bigInteger(5),
            .arrivalSeq = row.bigInteger(6),
            .queuedAt = row.bigInteger(7),
            .firstCalledAt = row.bigInteger(8),
            .calledAt = row.bigInteger(9),
            .startedAt = row.bigInteger(10),
            .servingSince = row.bigInteger(11),
            .endedAt = row.bigInteger(12),
            .serviceMs = row.bigInteger(13),
            .calls = row.integer(14),
            .counter = row.integer(15),
            .staff = row.text(16),
            .forCounter = row.integer(17)};
}

Leg legFrom(const Row &row)
{
    Leg leg = legWithoutNumber(row);
    leg.number = numberFrom(row, 18);
    return leg;
}

Ticket ticketFrom(const Row &row)
{
    return {.id = row.uuid(0),
            .number = numberFrom(row, 1),
            .businessDate = row.date(3),
            .arrivedAt = row.bigInteger(4),
            .priority = row.text(5),
            .procedure = row.text(6),
            .printState = row.text(7),
            .kiosk = row.integer(8),
            .token = row.text(9),
            .appointment = row.text(10)};
}

Statement &bindProgress(Statement &statement, const Leg &leg, qint64 seq)
{
    return statement.bind(u":ticket"_s, leg.ticket)
        .bind(u":ordinal"_s, leg.ordinal)
        .bind(u":state"_s, word(leg.state))
        .bind(u":first_called_at"_s, leg.firstCalledAt)
        .bind(u":called_at"_s, leg.calledAt)
        .bind(u":started_at"_s, leg.startedAt)
        .bind(u":serving_since"_s, leg.servingSince)
        .bind(u":ended_at"_s, leg.endedAt)
        .bind(u":service_ms"_s, leg.serviceMs)
        .bind(u":calls"_s, leg.calls)
        .bindOrNull(u":counter"_s, leg.counter)
        .bindOrNull(u":staff"_s, leg.staff)
        .bind(u":seq"_s, seq);
}

} // namespace

Result<TicketRepository::Joined> TicketRepository::joinLine(const QDate &date, const QString &group,
                                                            int first, qint64 seq)
{
    Statement upsert(m_database, uR"(
        INSERT INTO waiting_line (business_date, group_letter, last_number, waiting, changed_seq)
        VALUES (:date, :group, :first, 1, :seq)
        ON CONFLICT (business_date, group_letter)
        DO UPDATE SET last_number = CASE WHEN waiting_line.last_number < excluded.last_number
                                         THEN excluded.last_number
                                         ELSE waiting_line.last_number + 1 END,
                      waiting = waiting_line.waiting + 1,
                      changed_seq = excluded.changed_seq
        RETURNING last_number, waiting, leased_from, leased)"_s);
    upsert.bind(u":date"_s, date)
        .bind(u":group"_s, group)
        .bind(u":first"_s, first)
        .bind(u":seq"_s, seq);
    const auto joined = upsert.row(joinedFrom);
    if (!joined) {
        return std::unexpected(joined.error());
    }
    return **joined;
}

Result<TicketRepository::Joined> TicketRepository::joinLineWith(const QDate &date,
                                                                const QString &group, int first,
                                                                int number, qint64 seq)
{
    // A restore may have forgotten that the number was held.
    Statement upsert(m_database, uR"(
        INSERT INTO waiting_line (business_date, group_letter, last_number, waiting, leased_from,
                                  changed_seq)
        VALUES (:date, :group, :before, 1, :number, :seq)
        ON CONFLICT (business_date, group_letter)
        DO UPDATE SET waiting = waiting_line.waiting + 1,
                      leased_from = CASE WHEN waiting_line.leased_from <= excluded.leased_from
                                         THEN waiting_line.leased_from
                                         ELSE excluded.leased_from END,
                      changed_seq = excluded.changed_seq
        RETURNING last_number, waiting, leased_from, leased)"_s);
    upsert.bind(u":date"_s, date)
        .bind(u":group"_s, group)
        .bind(u":before"_s, first - 1)
        .bind(u":number"_s, number)
        .bind(u":seq"_s, seq);
    const auto joined = upsert.row(joinedFrom);
    if (!joined) {
        return std::unexpected(joined.error());
    }
    return **joined;
}

Result<> TicketRepository::lease(const QDate &date, const QString &group, int first, int from,
                                 int count, qint64 seq)
{
    Statement upsert(m_database, uR"(
        INSERT INTO waiting_line (business_date, group_letter, last_number, waiting, leased_from,
                                  leased, changed_seq)
        VALUES (:date, :group, :before, 0, :from, :count, :seq)
        ON CONFLICT (business_date, group_letter)
        DO UPDATE SET leased_from = excluded.leased_from,
                      leased = waiting_line.leased + excluded.leased,
                      changed_seq = excluded.changed_seq)"_s);
    upsert.bind(u":date"_s, date)
        .bind(u":group"_s, group)
        .bind(u":before"_s, first - 1)
        .bind(u":from"_s, from)
        .bind(u":count"_s, count)
        .bind(u":seq"_s, seq);
    return upsert.run();
}

Result<int> TicketRepository::lapse(const QDate &date, const QString &group, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE waiting_line SET lapsed = lapsed + 1, changed_seq = :seq
        WHERE business_date = :date AND group_letter = :group)"_s);
    return update.bind(u":seq"_s, seq).bind(u":date"_s, date).bind(u":group"_s, group).execute();
}

Result<> TicketRepository::cancelUnseen(const QUuid &ticket, qint64 at, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE leg SET state = 'cancelled', ended_at = :at, changed_seq = :seq
        WHERE ticket_id = :ticket AND state = 'waiting')"_s);
    return update.bind(u":at"_s, at).bind(u":seq"_s, seq).bind(u":ticket"_s, ticket).run();
}

Result<> TicketRepository::changeWaiting(const QDate &date, const QString &group, int change,
                                         qint64 seq)
{
    if (change < 0) {
        Statement update(m_database, uR"(
            UPDATE waiting_line SET waiting = waiting + :change, changed_seq = :seq
            WHERE business_date = :date AND group_letter = :group)"_s);
        update.bind(u":change"_s, change)
            .bind(u":seq"_s, seq)
            .bind(u":date"_s, date)
            .bind(u":group"_s, group);
        return update.run();
    }
    // A transfer can be the first to use a line that has given no number today.
    Statement upsert(m_database, uR"(
        INSERT INTO waiting_line (business_date, group_letter, last_number, waiting, changed_seq)
        VALUES (:date, :group, (SELECT first_number - 1 FROM ticket_group WHERE letter = :letter),
                :change, :seq)
        ON CONFLICT (business_date, group_letter)
        DO UPDATE SET waiting = waiting_line.waiting + excluded.waiting,
                      changed_seq = excluded.changed_seq)"_s);
    upsert.bind(u":date"_s, date)
        .bind(u":group"_s, group)
        .bind(u":letter"_s, group)
        .bind(u":change"_s, change)
        .bind(u":seq"_s, seq);
    return upsert.run();
}

Result<int> TicketRepository::waitingBehind(const QString &group, qint64 rank, qint64 arrivalSeq)
{
    Statement select(m_database, uR"(
        SELECT count(*) FROM leg
        WHERE group_letter = :group AND state = 'waiting'
          AND (rank, arrival_seq) > (:rank, :arrival_seq))"_s);
    select.bind(u":group"_s, group).bind(u":rank"_s, rank).bind(u":arrival_seq"_s, arrivalSeq);
    const auto count = select.row([](const Row &row) { return row.integer(0); });
    if (!count) {
        return std::unexpected(count.error());
    }
    return **count;
}

Result<> TicketRepository::insert(const Ticket &ticket, qint64 seq)
{
    Statement insert(m_database, uR"(
        INSERT INTO ticket (id, business_date, series, number, arrived_at, priority, procedure,
                            print_state, kiosk, token, appointment, changed_seq)
        VALUES (:id, :date, :series, :number, :arrived_at, :priority, :procedure, :print_state,
                :kiosk, :token, :appointment, :seq))"_s);
    insert.bind(u":id"_s, ticket.id)
        .bind(u":date"_s, ticket.businessDate)
        .bind(u":series"_s, QString(QChar(ticket.number.series)))
        .bind(u":number"_s, ticket.number.number)
        .bind(u":arrived_at"_s, ticket.arrivedAt)
        .bindOrNull(u":priority"_s, ticket.priority)
        .bindOrNull(u":procedure"_s, ticket.procedure)
        .bind(u":print_state"_s, ticket.printState)
        .bindOrNull(u":kiosk"_s, ticket.kiosk)
        .bindOrNull(u":token"_s, ticket.token)
        .bindOrNull(u":appointment"_s, ticket.appointment)
        .bind(u":seq"_s, seq);
    return insert.run();
}

Result<> TicketRepository::setPrintState(const QUuid &ticket, const QString &state, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE ticket SET print_state = :state, changed_seq = :seq WHERE id = :id)"_s);
    return update.bind(u":state"_s, state).bind(u":seq"_s, seq).bind(u":id"_s, ticket).run();
}

Result<> TicketRepository::insert(const Leg &leg, qint64 seq)
{
    Statement insert(m_database, uR"(
        INSERT INTO leg (ticket_id, ordinal, business_date, group_letter, state, rank, arrival_seq,
            queued_at, first_called_at, called_at, started_at, serving_since, ended_at, service_ms,
            calls, counter, staff, for_counter, changed_seq)
        VALUES (:ticket, :ordinal, :date, :group, :state, :rank, :arrival_seq,
            :queued_at, :first_called_at, :called_at, :started_at, :serving_since, :ended_at,
            :service_ms, :calls, :counter, :staff, :for_counter, :seq))"_s);
    bindProgress(insert, leg, seq)
        .bind(u":date"_s, leg.businessDate)
        .bind(u":group"_s, leg.group)
        .bind(u":rank"_s, leg.rank)
        .bind(u":arrival_seq"_s, leg.arrivalSeq)
        .bind(u":queued_at"_s, leg.queuedAt)
        .bindOrNull(u":for_counter"_s, leg.forCounter);
    return insert.run();
}

Result<> TicketRepository::update(const Leg &leg, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE leg
        SET state = :state, first_called_at = :first_called_at, called_at = :called_at,
            started_at = :started_at, serving_since = :serving_since, ended_at = :ended_at,
            service_ms = :service_ms, calls = :calls, counter = :counter, staff = :staff,
            changed_seq = :seq
        WHERE ticket_id = :ticket AND ordinal = :ordinal)"_s);
    return bindProgress(update, leg, seq).run();
}

Result<std::optional<Ticket>> TicketRepository::find(const QDate &date, const TicketNumber &number)
{
    static const QString sql = SelectTicket + uR"(
        WHERE business_date = :date AND series = :series AND number = :number)"_s;
    Statement select(m_database, sql);
    select.bind(u":date"_s, date)
        .bind(u":series"_s, QString(QChar(number.series)))
        .bind(u":number"_s, number.number);
    return first(sound(select.rows(ticketFrom), m_database));
}

Result<std::vector<Ticket>> TicketRepository::ticketsOf(const QDate &date)
{
    static const QString sql =
        SelectTicket + u" WHERE business_date = :date ORDER BY series, number"_s;
    Statement select(m_database, sql);
    select.bind(u":date"_s, date);
    return sound(select.rows(ticketFrom), m_database);
}

Result<std::vector<Leg>> TicketRepository::legsOf(const QDate &date)
{
    // Joined here: SQLite would look up every ticket in an index of random ids.
    Statement tickets(m_database, uR"(
        SELECT id, series, number FROM ticket WHERE business_date = :date)"_s);
    tickets.bind(u":date"_s, date);
    QHash<QUuid, TicketNumber> numbers;
    const auto read = tickets.forEach(
        [&numbers](const Row &row) { numbers.insert(row.uuid(0), numberFrom(row, 1)); });
    if (!read) {
        return std::unexpected(read.error());
    }
    static const QString sql = LegColumns + u" FROM leg WHERE leg.business_date = :date"_s;
    Statement select(m_database, sql);
    select.bind(u":date"_s, date);
    auto legs = sound(select.rows(legWithoutNumber), m_database);
    if (legs) {
        for (Leg &leg : *legs) {
            leg.number = numbers.value(leg.ticket);
        }
    }
    return legs;
}

Result<std::vector<Leg>> TicketRepository::legsOf(const QUuid &ticket)
{
    static const QString sql = SelectLeg + uR"(
        FROM leg JOIN ticket ON ticket.id = leg.ticket_id
        WHERE leg.ticket_id = :ticket ORDER BY leg.ordinal)"_s;
    Statement select(m_database, sql);
    select.bind(u":ticket"_s, ticket);
    return sound(select.rows(legFrom), m_database);
}

Result<std::optional<Leg>> TicketRepository::nextFor(int counter)
{
    // The head of each line served comes from leg_waiting, so the cost does not grow with the line.
    static const QString sql = SelectLeg + uR"(
        FROM counter_group
        JOIN leg ON leg.ticket_id = (
                 SELECT head.ticket_id FROM leg AS head
                 WHERE head.group_letter = counter_group.group_letter AND head.state = 'waiting'
                   AND (head.for_counter = :own OR NOT EXISTS (
                       SELECT 1 FROM shift JOIN staff_group AS able ON able.staff = shift.staff
                       WHERE shift.counter = counter_group.counter AND shift.closed_at IS NULL
                       GROUP BY shift.staff
                       HAVING max(CASE WHEN able.group_letter = counter_group.group_letter
                                       THEN 1 ELSE 0 END) = 0))
                   AND (head.for_counter IS NULL OR head.for_counter = :keeper
                        OR NOT EXISTS (SELECT 1 FROM shift
                                       WHERE shift.counter = head.for_counter
                                         AND shift.closed_at IS NULL))
                 ORDER BY head.rank, head.arrival_seq LIMIT 1)
             AND leg.state = 'waiting'
        JOIN ticket ON ticket.id = leg.ticket_id
        WHERE counter_group.counter = :counter
        ORDER BY leg.rank, leg.arrival_seq LIMIT 1)"_s;
    Statement select(m_database, sql);
    select.bind(u":counter"_s, counter).bind(u":keeper"_s, counter).bind(u":own"_s, counter);
    return first(sound(select.rows(legFrom), m_database));
}

Result<std::optional<Leg>> TicketRepository::atCounter(int counter)
{
    static const QString sql = SelectLeg + uR"(
        FROM leg JOIN ticket ON ticket.id = leg.ticket_id
        WHERE leg.counter = :counter AND leg.state IN ('called', 'serving'))"_s;
    Statement select(m_database, sql);
    select.bind(u":counter"_s, counter);
    return first(sound(select.rows(legFrom), m_database));
}

Result<std::vector<Leg>> TicketRepository::heldAt(const QDate &date, int counter)
{
    static const QString sql = SelectLeg + uR"(
        FROM leg JOIN ticket ON ticket.id = leg.ticket_id
        WHERE leg.business_date = :date AND leg.state = 'held' AND leg.counter = :counter
        ORDER BY leg.changed_seq DESC)"_s;
    Statement select(m_database, sql);
    select.bind(u":date"_s, date).bind(u":counter"_s, counter);
    return sound(select.rows(legFrom), m_database);
}

Result<std::vector<int>> TicketRepository::busyCounters()
{
    Statement select(m_database, uR"(
        SELECT counter FROM leg WHERE state IN ('called', 'serving') ORDER BY counter)"_s);
    return select.rows([](const Row &row) { return row.integer(0); });
}

Result<int> TicketRepository::expireAll(const QDate &date, qint64 at, qint64 seq)
{
    Statement expire(m_database, uR"(
        UPDATE leg SET state = 'expired', ended_at = :at, changed_seq = :seq
        WHERE business_date = :date AND state IN ('waiting', 'held'))"_s);
    expire.bind(u":at"_s, at).bind(u":date"_s, date).bind(u":seq"_s, seq);
    const auto expired = expire.execute();
    if (!expired) {
        return expired;
    }
    Statement lines(m_database, uR"(
        UPDATE waiting_line SET waiting = 0, changed_seq = :seq
        WHERE business_date = :date AND waiting <> 0)"_s);
    lines.bind(u":date"_s, date).bind(u":seq"_s, seq);
    if (const auto emptied = lines.execute(); !emptied) {
        return emptied;
    }
    return expired;
}

Result<std::map<QString, TicketRepository::Joined>> TicketRepository::lines(const QDate &date)
{
    Statement select(m_database, uR"(
        SELECT last_number, waiting, leased_from, leased, group_letter
        FROM waiting_line WHERE business_date = :date)"_s);
    select.bind(u":date"_s, date);
    const auto rows =
        select.rows([](const Row &row) { return std::pair(row.text(4), joinedFrom(row)); });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return std::map<QString, Joined>(rows->begin(), rows->end());
}

Result<> TicketRepository::skipNumbers(const QDate &date, int gap, qint64 seq)
{
    Statement upsert(m_database, uR"(
        INSERT INTO waiting_line (business_date, group_letter, last_number, waiting, changed_seq)
        SELECT :date, letter, first_number - 1 + :gap, 0, :seq
        FROM ticket_group WHERE active
        ON CONFLICT (business_date, group_letter)
        DO UPDATE SET last_number = waiting_line.last_number + :more,
                      changed_seq = excluded.changed_seq)"_s);
    upsert.bind(u":date"_s, date).bind(u":gap"_s, gap).bind(u":seq"_s, seq).bind(u":more"_s, gap);
    if (const auto done = upsert.run(); !done || gap == 0) {
        return done;
    }
    // What kiosks held may be in people's hands as well.
    Statement lower(m_database, uR"(
        UPDATE waiting_line
        SET leased_from = coalesce(leased_from,
                (SELECT last_number + 1 FROM ticket_group WHERE letter = group_letter)) - :gap
        WHERE business_date = :date
          AND group_letter IN (SELECT letter FROM ticket_group WHERE active)
          AND coalesce(leased_from, (SELECT last_number + 1 FROM ticket_group
                                     WHERE letter = group_letter)) - 1 - last_number >= :room)"_s);
    lower.bind(u":gap"_s, gap).bind(u":date"_s, date).bind(u":room"_s, 2 * gap);
    return lower.run();
}

} // namespace motcua
