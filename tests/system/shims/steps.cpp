// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Kills the process before it begins its STEP_KILL_AT-th SQL statement: a finer place than a call of
// the system, because many statements write nothing until the commit.

#include "shim.h"

struct sqlite3_stmt;

namespace {

/// A plug-in brought SQLite in, so it is not among the libraries that follow ours.
template <typename Function>
Function *ofSqlite(const char *name)
{
    static void *const library = ::dlopen("libsqlite3.so.0", RTLD_LAZY | RTLD_NOLOAD);
    void *const symbol = library ? ::dlsym(library, name) : nullptr;
    if (!symbol) {
        std::abort();
    }
    return reinterpret_cast<Function *>(symbol);
}

} // namespace

extern "C" int sqlite3_step(sqlite3_stmt *statement)
{
    static auto *const call = ofSqlite<int(sqlite3_stmt *)>("sqlite3_step");
    static auto *const isBusy = ofSqlite<int(sqlite3_stmt *)>("sqlite3_stmt_busy");
    static const long last = shim::setting("STEP_KILL_AT", -1);
    static long statements = 0;
    if (isBusy(statement) == 0 && ++statements == last) {
        shim::die();
    }
    return call(statement);
}
