// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/pastdays.h"

#include "bench/rawbranch.h"
#include "bench/sqlite.h"

#include <QTimeZone>

#include <array>

namespace bench {

namespace {

constexpr std::string_view Series = "HCNKXYAR";
const std::string Hash(64, '5');
const std::string Body = R"({"date":"2026-03-02","group":"H","priority":"","procedure":"",)"
                         R"("rank":1772416800000,"ticket":"H042"})";
const std::string Answer =
    R"({"ahead":12,"business_date":"2026-03-02","group":"H","id":"7f3c2a52-9f0e-4f4e-8d1b-)"
    R"(2f0c6a1f1d11","issued_at":"2026-03-02T08:05:12+07:00","ticket":"H042"})";

std::string isoDate(const QDate &date)
{
    return date.toString(Qt::ISODate).toStdString();
}

/// Writes rows in one transaction that is not durable; the file is synced when it is done.
class Writer
{
public:
    explicit Writer(const std::string &path)
        : m_connection(path, Hasty)
        , m_day(m_connection, "INSERT INTO business_day VALUES (?1, ?2, ?3, 1, ?4)")
        , m_line(m_connection, R"(
            INSERT INTO waiting_line (business_date, group_letter, last_number, waiting, changed_seq)
            VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT DO UPDATE SET waiting = waiting + excluded.waiting)")
        , m_ticket(m_connection, R"(
            INSERT INTO ticket VALUES (?1, ?2, ?3, ?4, ?5, NULL, NULL, 'pending', ?6,
                                       NULL, NULL, NULL))")
        , m_served(m_connection, R"(
            INSERT INTO leg VALUES (?1, 1, ?2, ?3, 'completed', ?4, ?5, ?4, ?6, ?6, ?7, ?7, ?8,
                                    ?8 - ?7, 1, 1, 'CB01', ?5, NULL))")
        , m_waiting(m_connection, R"(
            INSERT INTO leg VALUES (?1, 1, ?2, 'H', 'waiting', ?3, ?4, ?3, 0, 0, 0, 0, 0, 0, 0,
                                    NULL, NULL, ?4, NULL))")
        , m_event(m_connection, "INSERT INTO event VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7)")
        , m_command(m_connection, "INSERT INTO command VALUES (?1, ?2, ?3, ?4)")
    {
        m_connection.run("BEGIN");
        Prepared seq(m_connection, "SELECT seq FROM branch");
        m_seq = seq.row().integer(0);
    }

    void pastDay(const QDate &date, int tickets)
    {
        const std::string day = isoDate(date);
        const auto opening =
            QDateTime(date, QTime(7, 30), QTimeZone("Asia/Ho_Chi_Minh")).toMSecsSinceEpoch();
        m_day.with(day, opening, opening + 36'000'000LL, m_seq).run();
        for (int i = 0; i < tickets; ++i) {
            const std::string_view letter = Series.substr(static_cast<size_t>(i) % 8, 1);
            const long long number = i / 8 + 1;
            const long long at = opening + i * 9'000LL;
            const long long called = at + 60'000LL + static_cast<long long>(m_random() % 1'800'000);
            const std::string ticket = uuidText(m_random);
            m_ticket.with(ticket, day, letter, number, at, m_seq + 1).run();
            m_served
                .with(ticket, day, letter, at, m_seq + 1, called, called + 20'000LL,
                      called + 400'000LL)
                .run();
            step("ticket_issued", at, ticket);
            step("leg_finished", called + 400'000LL, ticket);
        }
        for (size_t i = 0; i < Series.size(); ++i) {
            m_line.with(day, Series.substr(i, 1), tickets / 8LL, 0LL, m_seq).run();
        }
    }

    void waitInLine(const QDate &date, int place, long long at)
    {
        constexpr int MostOfASeries = 9'999;
        const std::string day = isoDate(date);
        const std::string ticket = uuidText(m_random);
        const char series = static_cast<char>('a' + place / MostOfASeries);
        m_ticket
            .with(ticket, day, std::string_view(&series, 1), place % MostOfASeries + 1LL, at,
                  m_seq + 1)
            .run();
        m_waiting.with(ticket, day, at, m_seq + 1).run();
        m_line.with(day, std::string_view("H"), 0LL, 1LL, m_seq + 1).run();
        step("ticket_issued", at, ticket);
    }

    void finish()
    {
        m_connection.run(("UPDATE branch SET seq = " + std::to_string(m_seq) + "; COMMIT").c_str());
    }

private:
    void step(std::string_view kind, long long at, const std::string &ticket)
    {
        const std::string command = uuidText(m_random);
        ++m_seq;
        m_event.with(m_seq, kind, at, ticket, command, Body, Hash).run();
        m_command.with(command, Hash, Answer, m_seq).run();
    }

    std::mt19937_64 m_random{std::random_device{}()};
    Connection m_connection;
    Prepared m_day;
    Prepared m_line;
    Prepared m_ticket;
    Prepared m_served;
    Prepared m_waiting;
    Prepared m_event;
    Prepared m_command;
    long long m_seq = 0;
};

} // namespace

void addPastDays(const std::string &path, int tickets, const QDate &today)
{
    Writer writer(path);
    const int days = (tickets + TicketsADay - 1) / TicketsADay;
    for (int age = days; age > 0; --age) {
        writer.pastDay(today.addDays(-age),
                       age == days ? tickets - (days - 1) * TicketsADay : TicketsADay);
    }
    writer.finish();
}

void fillLine(const std::string &path, int waiting, const QDate &today, long long now)
{
    int there = 0;
    {
        Connection connection(path);
        Prepared count(connection, "SELECT count(*) FROM ticket WHERE series BETWEEN 'a' AND 'z'");
        there = static_cast<int>(count.row().integer(0));
        count.reset();
    }
    Writer writer(path);
    for (int place = there; place < waiting; ++place) {
        writer.waitInLine(today, place, now - 3'600'000LL + place * 30LL);
    }
    writer.finish();
}

} // namespace bench
