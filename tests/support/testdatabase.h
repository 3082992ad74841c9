// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/branchtransaction.h"
#include "storage/cataloguerepository.h"
#include "storage/migrator.h"
#include "support/catalogues.h"
#include "support/outcome.h"
#include "support/testserver.h"

namespace motcua::test {

inline const QDate Monday(2026, 3, 2);
/// 07:30 at the branch.
inline const QDateTime Morning(Monday, QTime(0, 30), Qt::UTC);

/// A database of its own on the engine under test, with the shipped schema and the branch of
/// smallCatalogue() but nothing else: no event, no day.
class TestDatabase
{
public:
    TestDatabase()
    {
        static QByteArray rows;
        SparePlace spare = rows.isEmpty() ? SparePlace() : SparePlace::take();
        if (spare.database) {
            m_place = std::move(spare.place);
            m_database = std::move(spare.database);
            ServerRows(*m_database).write(rows);
            return;
        }
        m_place = std::make_unique<TestPlace>();
        m_database = Database::create(path()).value();
        m_usable = fill();
        if (isServerTested()) {
            rows = ServerRows(*m_database).read();
        }
    }
    ~TestDatabase()
    {
        if (m_isWhole) {
            SparePlace::giveBack({std::move(m_place), std::move(m_database)});
        }
    }
    Q_DISABLE_COPY_MOVE(TestDatabase)

    [[nodiscard]] Database &operator*() const { return *m_database; }
    /// What names it to the program.
    [[nodiscard]] QString path() const { return m_place->place(); }
    /// Its schema is going to be changed: no other test may use it.
    void spoil() { m_isWhole = false; }
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

    std::unique_ptr<TestPlace> m_place;
    std::unique_ptr<Database> m_database;
    Result<> m_usable;
    bool m_isWhole = true;
};

} // namespace motcua::test
