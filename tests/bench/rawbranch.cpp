// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/rawbranch.h"

#include <array>
#include <cinttypes>
#include <utility>

namespace bench {

namespace {

const std::string Hash(64, '7');
const std::string_view Instant = "2026-03-02T08:05:12+07:00";

std::string numberText(long long number)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "H%03lld", number);
    return text.data();
}

template <typename... Parts>
std::string joined(const Parts &...parts)
{
    std::string text;
    text.reserve(256);
    (text.append(parts), ...);
    return text;
}

} // namespace

std::string uuidText(std::mt19937_64 &random)
{
    std::array<char, 40> text{};
    const std::uint64_t a = random();
    const std::uint64_t b = random();
    std::snprintf(text.data(), text.size(), "%08" PRIx32 "-%04x-4%03x-8%03x-%012" PRIx64,
                  static_cast<std::uint32_t>(a >> 32), static_cast<unsigned>(a >> 16 & 0xffff),
                  static_cast<unsigned>(a & 0xfff), static_cast<unsigned>(b >> 52),
                  b & 0xffff'ffff'ffff);
    return text.data();
}

RawBranch::RawBranch(const std::string &path, std::string businessDate)
    : m_date(std::move(businessDate))
    , m_connection(path, Durable)
    , m_begin(m_connection, "BEGIN IMMEDIATE")
    , m_commit(m_connection, "COMMIT")
    , m_branch(m_connection, "SELECT seq FROM branch")
    , m_group(m_connection, "SELECT first_number FROM ticket_group WHERE letter = 'H'")
    , m_join(m_connection, R"(
        INSERT INTO waiting_line (business_date, group_letter, last_number, waiting, changed_seq)
        VALUES (?1, 'H', ?2, 1, ?3)
        ON CONFLICT (business_date, group_letter)
        DO UPDATE SET last_number = last_number + 1, waiting = waiting + 1,
                      changed_seq = excluded.changed_seq
        RETURNING last_number)")
    , m_insertTicket(m_connection, R"(
        INSERT INTO ticket (id, business_date, series, number, arrived_at, priority, procedure,
                            print_state, changed_seq)
        VALUES (?1, ?2, 'H', ?3, ?4, NULL, NULL, 'pending', ?5))")
    , m_insertLeg(m_connection, R"(
        INSERT INTO leg (ticket_id, ordinal, business_date, group_letter, state, rank, arrival_seq,
            queued_at, first_called_at, called_at, started_at, serving_since, ended_at, service_ms,
            calls, counter, staff, changed_seq)
        VALUES (?1, 1, ?2, 'H', 'waiting', ?3, ?4, ?3, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, ?4))")
    , m_next(m_connection, R"(
        SELECT leg.ticket_id, ticket.number FROM leg JOIN ticket ON ticket.id = leg.ticket_id
        WHERE leg.group_letter = 'H' AND leg.state = 'waiting'
        ORDER BY leg.rank, leg.arrival_seq LIMIT 1)")
    , m_updateLeg(m_connection, R"(
        UPDATE leg SET state = ?2, first_called_at = ?3, called_at = ?3, started_at = 0,
            serving_since = 0, ended_at = ?4, service_ms = 0, calls = 1, counter = 1,
            staff = 'CB01', changed_seq = ?5
        WHERE ticket_id = ?1 AND ordinal = 1)")
    , m_leave(m_connection, R"(
        UPDATE waiting_line SET waiting = waiting - 1, changed_seq = ?2
        WHERE business_date = ?1 AND group_letter = 'H')")
    , m_insertEvent(m_connection, R"(
        INSERT INTO event (seq, kind, at, clock_at, ticket_id, command_id, body, hash)
        VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7))")
    , m_insertCommand(m_connection, R"(
        INSERT INTO command (id, request, answer, seq) VALUES (?1, ?2, ?3, ?4))")
    , m_updateBranch(m_connection, R"(
        UPDATE branch SET seq = ?1, head_hash = ?2, last_at = ?3)")
{
}

long long RawBranch::readBranch()
{
    const long long seq = m_branch.row().integer(0);
    m_branch.reset();
    return seq;
}

void RawBranch::append(long long seq, const char *kind, long long now, const std::string &ticket,
                       const std::string &command, const std::string &body)
{
    m_insertEvent
        .with(seq, std::string_view(kind), now, std::string_view(ticket), std::string_view(command),
              std::string_view(body), std::string_view(Hash))
        .run();
}

void RawBranch::commit(long long seq, long long now, const std::string &command,
                       const std::string &answer)
{
    m_insertCommand
        .with(std::string_view(command), std::string_view(Hash), std::string_view(answer), seq)
        .run();
    m_updateBranch.with(seq, std::string_view(Hash), now).run();
    m_commit.run();
}

void RawBranch::issue(long long now)
{
    const std::string ticket = uuidText(m_random);
    const std::string command = uuidText(m_random);
    m_begin.run();
    const long long seq = readBranch() + 1;
    const long long first = m_group.row().integer(0);
    m_group.reset();
    const long long number = m_join.with(std::string_view(m_date), first, seq).row().integer(0);
    m_join.step();
    m_join.reset();
    m_insertTicket.with(std::string_view(ticket), std::string_view(m_date), number, now, seq).run();
    m_insertLeg.with(std::string_view(ticket), std::string_view(m_date), now, seq).run();
    const std::string text = numberText(number);
    append(seq, "ticket_issued", now, ticket, command,
           joined(R"({"date":")", m_date, R"(","group":"H","priority":"","procedure":"","rank":)",
                  std::to_string(now), R"(,"ticket":")", text, R"("})"));
    commit(seq, now, command,
           joined(R"({"ahead":10,"business_date":")", m_date, R"(","group":"H","id":")", ticket,
                  R"(","issued_at":")", Instant, R"(","ticket":")", text, R"("})"));
}

void RawBranch::callNext(long long now)
{
    const std::string command = uuidText(m_random);
    m_begin.run();
    const long long seq = readBranch() + 1;
    m_called = m_next.row().text(0);
    const std::string text = numberText(m_next.integer(1));
    m_next.reset();
    m_updateLeg.with(std::string_view(m_called), std::string_view("called"), now, 0LL, seq).run();
    m_leave.with(std::string_view(m_date), seq).run();
    append(seq, "leg_called", now, m_called, command,
           joined(R"({"counter":1,"group":"H","groups":["H"],"leg":1,"staff":"CB01","ticket":")",
                  text, R"("})"));
    commit(seq, now, command,
           joined(R"({"called_at":")", Instant, R"(","counter":1,"group":"H","leg":1,"ticket":")",
                  text, R"(","waited_s":1800})"));
}

void RawBranch::noShow(long long now)
{
    const std::string command = uuidText(m_random);
    m_begin.run();
    const long long seq = readBranch() + 1;
    m_updateLeg.with(std::string_view(m_called), std::string_view("no_show"), now, now, seq).run();
    append(seq, "leg_no_show", now, m_called, command,
           R"({"counter":1,"leg":1,"staff":"CB01","ticket":"H001"})");
    commit(seq, now, command, R"({"counter":1,"group":"H","leg":1,"ticket":"H001"})");
}

} // namespace bench
