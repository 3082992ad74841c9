// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// A measurement that went wrong has nothing to say.
[[noreturn]] inline void giveUp(std::string_view what)
{
    // NOLINTNEXTLINE(modernize-use-std-print): GCC 12 has no <print>.
    std::fprintf(stderr, "bench: %.*s\n", static_cast<int>(what.size()), what.data());
    std::exit(1);
}

/// As app/storage/database.cpp sets them.
inline constexpr const char *Durable =
    "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON;"
    "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON;";
/// To write much at once; the file is as good as any once it was closed.
inline constexpr const char *Hasty =
    "PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF; PRAGMA cache_size=-1000000;"
    "PRAGMA secure_delete=OFF;";

/// A connection of the bare C API.
class Connection
{
public:
    explicit Connection(const std::string &path, const char *pragmas = "")
    {
        if (sqlite3_open(path.c_str(), &m_handle) != SQLITE_OK) {
            giveUp(path);
        }
        run(pragmas);
    }
    ~Connection() { sqlite3_close(m_handle); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

    void run(const char *sql)
    {
        if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            giveUp(sqlite3_errmsg(m_handle));
        }
    }

private:
    sqlite3 *m_handle = nullptr;
};

struct FreeValue
{
    void operator()(sqlite3_value *value) const { sqlite3_value_free(value); }
};
using Row = std::vector<std::unique_ptr<sqlite3_value, FreeValue>>;

/// A statement prepared once. Texts bound to it must live until reset().
class Prepared
{
public:
    Prepared(Connection &connection, const char *sql)
    {
        if (sqlite3_prepare_v3(connection.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT,
                               &m_statement, nullptr)
            != SQLITE_OK) {
            giveUp(sqlite3_errmsg(connection.handle()));
        }
    }
    ~Prepared() { sqlite3_finalize(m_statement); }
    Prepared(const Prepared &) = delete;
    Prepared &operator=(const Prepared &) = delete;

    /// Binds @p values to ?1, ?2 …
    template <typename... Values>
    Prepared &with(const Values &...values)
    {
        int place = 0;
        (bind(++place, values), ...);
        return *this;
    }
    /// Binds the values of a row to ?1, ?2 …
    Prepared &withRow(const Row &row)
    {
        int place = 0;
        for (const auto &value : row) {
            sqlite3_bind_value(m_statement, ++place, value.get());
        }
        return *this;
    }
    /// True while there is a row.
    bool step()
    {
        const int code = sqlite3_step(m_statement);
        if (code != SQLITE_ROW && code != SQLITE_DONE) {
            giveUp(sqlite3_errmsg(sqlite3_db_handle(m_statement)));
        }
        return code == SQLITE_ROW;
    }
    void reset() { sqlite3_reset(m_statement); }
    void run()
    {
        step();
        reset();
    }
    /// For statements that answer with exactly one row; it stays readable until reset().
    Prepared &row()
    {
        if (!step()) {
            giveUp(sqlite3_sql(m_statement));
        }
        return *this;
    }
    [[nodiscard]] long long integer(int column) const
    {
        return sqlite3_column_int64(m_statement, column);
    }
    [[nodiscard]] int columns() const { return sqlite3_column_count(m_statement); }
    /// A copy of the row as it is.
    [[nodiscard]] Row copy() const
    {
        Row row;
        for (int column = 0; column < columns(); ++column) {
            row.emplace_back(sqlite3_value_dup(sqlite3_column_value(m_statement, column)));
        }
        return row;
    }
    [[nodiscard]] std::string text(int column) const
    {
        const void *bytes = sqlite3_column_blob(m_statement, column);
        return {static_cast<const char *>(bytes),
                static_cast<size_t>(sqlite3_column_bytes(m_statement, column))};
    }

private:
    void bind(int place, long long value) { sqlite3_bind_int64(m_statement, place, value); }
    void bind(int place, std::string_view value)
    {
        sqlite3_bind_text(m_statement, place, value.data(), static_cast<int>(value.size()),
                          SQLITE_STATIC);
    }

    template <typename Value>
    void bind(int place, const std::optional<Value> &value)
    {
        value ? bind(place, *value) : void(sqlite3_bind_null(m_statement, place));
    }

    sqlite3_stmt *m_statement = nullptr;
};

} // namespace bench
