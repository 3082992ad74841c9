// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Kills the process before it begins its STEP_KILL_AT-th SQL statement: a finer place than a call of
// the system, because many statements write nothing until the commit.

#include "shim.h"

struct sqlite3_stmt;

// NOLINTBEGIN(readability-identifier-naming) the names are the libraries'
extern "C" int sqlite3_step(sqlite3_stmt *statement)
{
    static auto *const call = shim::ofSqlite<int(sqlite3_stmt *)>("sqlite3_step");
    static auto *const isBusy = shim::ofSqlite<int(sqlite3_stmt *)>("sqlite3_stmt_busy");
    static const long last = shim::setting("STEP_KILL_AT", -1);
    static long statements = 0;
    if (isBusy(statement) == 0 && ++statements == last) {
        shim::die();
    }
    return call(statement);
}
// NOLINTEND(readability-identifier-naming)
