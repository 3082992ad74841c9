// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bench/sqlite.h"

#include <random>
#include <string>

namespace bench {

/// Random as a UUID's text is, without asking the kernel.
[[nodiscard]] std::string uuidText(std::mt19937_64 &random);

/// The least a program could do to issue and call on the tables of a branch: the C API, statements
/// prepared once, the same rows of the same length written with the same durability, and of the
/// reads only those whose answer goes into a row.
///
/// Left out: the look-up whether the command was done before, whether the counter is known, signed
/// in and free, the number of people ahead, JSON (texts of equal length are formatted), SHA-256
/// (64 fixed digits), random ids from the kernel, the time zone, and checking that a pragma took.
class RawBranch
{
public:
    /// @p businessDate is the open day; staff CB01 is signed in at counter 1.
    RawBranch(const std::string &path, std::string businessDate);

    void issue(long long now);
    void callNext(long long now);
    /// Frees the counter for the next call.
    void noShow(long long now);

private:
    long long readBranch();
    void append(long long seq, const char *kind, long long now, const std::string &ticket,
                const std::string &command, const std::string &body);
    void commit(long long seq, long long now, const std::string &command,
                const std::string &answer);

    std::mt19937_64 m_random{std::random_device{}()};
    std::string m_date;
    std::string m_called; ///< ticket at the counter

    Connection m_connection;
    Prepared m_begin;
    Prepared m_commit;
    Prepared m_branch;
    Prepared m_group;
    Prepared m_join;
    Prepared m_insertTicket;
    Prepared m_insertLeg;
    Prepared m_next;
    Prepared m_updateLeg;
    Prepared m_leave;
    Prepared m_insertEvent;
    Prepared m_insertCommand;
    Prepared m_updateBranch;
};

} // namespace bench
