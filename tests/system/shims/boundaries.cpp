// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Kills the process at its BOUNDARY_KILL_AT-th boundary of a statement: before one begins on SQLite,
// before one is sent to a server, and before what a server said is read, when it may be done already.

#include "shim.h"

struct sqlite3_stmt;
struct pg_conn;
struct pg_result;

namespace {

void pass()
{
    static const long last = shim::setting("BOUNDARY_KILL_AT", -1);
    static long boundaries = 0;
    if (++boundaries == last) {
        shim::die();
    }
}

} // namespace

// NOLINTBEGIN(readability-identifier-naming) the names are the libraries'
extern "C" int sqlite3_step(sqlite3_stmt *statement)
{
    static auto *const call = shim::ofSqlite<int(sqlite3_stmt *)>("sqlite3_step");
    static auto *const isBusy = shim::ofSqlite<int(sqlite3_stmt *)>("sqlite3_stmt_busy");
    if (isBusy(statement) == 0) {
        pass();
    }
    return call(statement);
}

extern "C" int PQsendQuery(pg_conn *connection, const char *text)
{
    static auto *const call = shim::next<int(pg_conn *, const char *)>("PQsendQuery");
    pass();
    return call(connection, text);
}

extern "C" int PQputCopyEnd(pg_conn *connection, const char *wrong)
{
    static auto *const call = shim::next<int(pg_conn *, const char *)>("PQputCopyEnd");
    pass();
    return call(connection, wrong);
}

extern "C" pg_result *PQgetResult(pg_conn *connection)
{
    static auto *const call = shim::next<pg_result *(pg_conn *)>("PQgetResult");
    pass();
    return call(connection);
}

extern "C" pg_result *PQexec(pg_conn *connection, const char *text)
{
    static auto *const call = shim::next<pg_result *(pg_conn *, const char *)>("PQexec");
    pass();
    return call(connection, text);
}
// NOLINTEND(readability-identifier-naming)
