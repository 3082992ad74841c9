// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/transaction.h"

#include "storage/statement.h"

using namespace Qt::StringLiterals;

namespace motcua {

Result<Transaction> Transaction::begin(Database &database)
{
    if (database.isSuspect()) {
        return failure(ErrorCode::StorageFailed, database.path(), u"an earlier sync failed"_s);
    }
    if (const auto begun = Statement(database, u"BEGIN IMMEDIATE"_s).run(); !begun) {
        return std::unexpected(begun.error());
    }
    return Transaction(&database);
}

Result<Transaction> Transaction::beginReading(Database &database)
{
    if (const auto begun = Statement(database, u"BEGIN"_s).run(); !begun) {
        return std::unexpected(begun.error());
    }
    return Transaction(&database);
}

Transaction::~Transaction()
{
    if (m_database) {
        // Fails when SQLite has rolled back by itself (disk full, I/O error): that is what we want.
        static_cast<void>(m_database->run(u"ROLLBACK"_s));
    }
}

Result<> Transaction::commit()
{
    Q_ASSERT(m_database);
    if (const auto committed = Statement(*m_database, u"COMMIT"_s).run(); !committed) {
        return committed; // the destructor rolls back
    }
    m_database = nullptr;
    return {};
}

} // namespace motcua
