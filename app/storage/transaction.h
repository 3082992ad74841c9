// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/database.h"

#include <utility>

namespace motcua {

/// Rolls back unless committed. After any failed statement return and let it: SQLite would carry on
/// and commit half of it.
class [[nodiscard]] Transaction
{
public:
    /// Starts a transaction that is going to write, and waits its turn for the branch's lock now.
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    /// Starts one that only reads: everything it reads is of one moment.
    [[nodiscard]] static Result<Transaction> beginReading(Database &database);
    /// Starts one that changes the schema. Transactions begun within are part of it: whoever builds
    /// gives up the whole when a part fails.
    [[nodiscard]] static Result<Transaction> beginBuilding(Database &database);

    Transaction(Transaction &&other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Database *database)
        : m_database(database)
    {
    }
    [[nodiscard]] static Result<Transaction> beginFor(Database &database, Database::Aim aim);

    Database *m_database; ///< null once committed or moved from, and for a part of another
};

} // namespace motcua
