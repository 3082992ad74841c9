// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/branchtransaction.h"
#include "storage/cataloguerepository.h"
#include "storage/migrator.h"
#include "support/catalogues.h"
#include "support/outcome.h"

#include <QTemporaryDir>

namespace motcua::test {

inline const QDate Monday(2026, 3, 2);
/// 07:30 at the branch.
inline const QDateTime Morning(Monday, QTime(0, 30), Qt::UTC);

/// A database of its own in a folder of its own, with the shipped schema and the branch of
/// smallCatalogue() but nothing else: no event, no day.
class TestDatabase
{
public:
    TestDatabase()
        : m_database(Database::create(path()).value())
        , m_usable(fill())
    {
    }

    [[nodiscard]] Database &operator*() const { return *m_database; }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("branch.db")); }
    [[nodiscard]] const Result<> &isUsable() const { return m_usable; }

    /// Another connection to the same file.
    [[nodiscard]] std::unique_ptr<Database> connect() const
    {
        return std::move(Database::open(path()).value());
    }

    /// The first column of the first row of @p sql.
    [[nodiscard]] QString value(const QString &sql) const { return valueOf(*m_database, sql); }

    [[nodiscard]] static QString valueOf(Database &database, const QString &sql)
    {
        Statement select(database, sql);
        const auto value = select.row([](const Row &row) { return row.text(0); });
        if (!value) {
            return told(value.error());
        }
        return value->value_or(QStringLiteral("no row"));
    }

private:
    [[nodiscard]] Result<> fill() const
    {
        if (auto done = migrate(*m_database, shippedMigrations()); !done) {
            return done;
        }
        const Catalogue catalogue = smallCatalogue();
        const Branch branch{.id = QUuid(QStringLiteral("{0b5f9a52-0000-4000-8000-000000000001}")),
                            .code = catalogue.branchCode,
                            .number = catalogue.branchNumber,
                            .name = catalogue.branchName,
                            .organisation = catalogue.organisation,
                            .address = catalogue.address,
                            .settings = catalogue.settings,
                            .headHash = {},
                            .clock = {},
                            .businessDate = {},
                            .skipDate = {}};
        auto transaction = Transaction::begin(*m_database);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        if (auto done = insertBranch(*m_database, branch); !done) {
            return done;
        }
        if (auto done = CatalogueRepository(*m_database).write(catalogue, 0); !done) {
            return done;
        }
        return transaction->commit();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    Result<> m_usable;
};

} // namespace motcua::test
