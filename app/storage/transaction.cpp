// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/transaction.h"

namespace motcua {

Result<Transaction> Transaction::beginFor(Database &database, Database::Aim aim)
{
    if (database.isBuilding()) {
        return Transaction(nullptr);
    }
    if (const auto begun = database.begin(aim); !begun) {
        return std::unexpected(begun.error());
    }
    return Transaction(&database);
}

Result<Transaction> Transaction::begin(Database &database)
{
    return beginFor(database, Database::Aim::Write);
}

Result<Transaction> Transaction::beginReading(Database &database)
{
    return beginFor(database, Database::Aim::Read);
}

Result<Transaction> Transaction::beginBuilding(Database &database)
{
    return beginFor(database, Database::Aim::Build);
}

Transaction::~Transaction()
{
    if (m_database) {
        m_database->rollBack();
    }
}

Result<> Transaction::commit()
{
    if (!m_database) {
        return {};
    }
    if (const auto committed = m_database->commit(); !committed) {
        return committed; // the destructor rolls back
    }
    m_database = nullptr;
    return {};
}

} // namespace motcua
