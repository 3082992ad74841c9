// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/serverdays.h"

#include "bench/pastdays.h"
#include "support/testserver.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

/// Those of the days from @p oldest to @p newest ago, in one transaction.
void addDays(const QString &database, const QDate &today, int oldest, int newest, int onOldest)
{
    const QTimeZone zone("Asia/Ho_Chi_Minh");
    const qint64 opening = QDateTime(today, QTime(7, 30), zone).toMSecsSinceEpoch();
    motcua::test::runOnServer(database, uR"(
        SET session_replication_role = replica;
        SET search_path = motcua;
        CREATE TEMP TABLE past AS
        SELECT seq + 2 * (row_number() OVER ()) - 1 AS first_seq, each.*
        FROM (SELECT seq FROM branch) AS head,
             LATERAL (SELECT gen_random_uuid()::text AS id,
                             to_char(date '%1' - age, 'YYYY-MM-DD') AS day,
                             substr('HCNKXYAR', i % 8 + 1, 1) AS letter, i / 8 + 1 AS number,
                             %2 - age * bigint '86400000' AS opening,
                             %2 - age * bigint '86400000' + i * 9000 AS at,
                             %2 - age * bigint '86400000' + i * 9000 + 60000
                                 + floor(random() * 1800000)::bigint AS called
                      FROM generate_series(%3, %4, -1) AS age,
                           generate_series(0, CASE age WHEN %3 THEN %5 ELSE %6 END - 1) AS i
                      ORDER BY age DESC, i) AS each;
        INSERT INTO business_day (business_date, opened_at, closed_at, times_opened, changed_seq)
        SELECT day, opening, opening + 36000000, 1, 1 FROM past GROUP BY day, opening;
        INSERT INTO waiting_line (business_date, group_letter, last_number, waiting, changed_seq)
        SELECT day, letter, max(number), 0, 1 FROM past GROUP BY day, letter;
        INSERT INTO ticket (id, business_date, series, number, arrived_at, print_state,
                            changed_seq)
        SELECT id, day, letter, number, at, 'pending', first_seq FROM past;
        INSERT INTO leg (ticket_id, ordinal, business_date, group_letter, state, rank,
                         arrival_seq, queued_at, first_called_at, called_at, started_at,
                         serving_since, ended_at, service_ms, calls, counter, staff, changed_seq)
        SELECT id, 1, day, letter, 'completed', at, first_seq, at, called, called,
               called + 20000, called + 20000, called + 400000, 380000, 1, 1, 'CB01', first_seq
        FROM past;
        CREATE TEMP TABLE step AS
        SELECT first_seq + n AS seq, id, gen_random_uuid()::text AS command,
               CASE n WHEN 0 THEN 'ticket_issued' ELSE 'leg_finished' END AS kind,
               CASE n WHEN 0 THEN at ELSE called + 400000 END AS at
        FROM past, generate_series(0, 1) AS n;
        INSERT INTO event (seq, kind, at, clock_at, ticket_id, command_id, body, hash)
        SELECT seq, kind, at, at, id, command, repeat('b', 110), repeat('5', 64) FROM step;
        INSERT INTO command (id, request, answer, seq)
        SELECT command, repeat('5', 64), repeat('a', 160), seq FROM step;
        UPDATE branch SET seq = seq + 2 * (SELECT count(*) FROM past))"_s
                                            .arg(today.toString(Qt::ISODate))
                                            .arg(opening)
                                            .arg(oldest)
                                            .arg(newest)
                                            .arg(onOldest)
                                            .arg(TicketsADay));
}

} // namespace

void addServerDays(const QString &database, int tickets, const QDate &today)
{
    constexpr int DaysAtOnce = 100; // within the time that a statement may take
    const int days = (tickets + TicketsADay - 1) / TicketsADay;
    int onOldest = tickets - (days - 1) * TicketsADay;
    for (int oldest = days; oldest > 0; oldest -= DaysAtOnce) {
        addDays(database, today, oldest, std::max(1, oldest - DaysAtOnce + 1), onOldest);
        onOldest = TicketsADay;
    }
    const QString there = motcua::test::runOnServer(
        database, u"SELECT count(*) FROM motcua.ticket WHERE business_date < '%1'"_s.arg(
                      today.toString(Qt::ISODate)));
    if (there.toInt() != tickets) {
        giveUp("the server has not taken all tickets");
    }
}

} // namespace bench
