// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/migrator.h"

#include "storage/statement.h"
#include "storage/transaction.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Applied
{
    int number = 0;
    QString checksum;
};

QString checksumOf(const Migration &migration)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(migration.sql, QCryptographicHash::Sha256).toHex());
}

/// Statements end with a semicolon at the end of a line; Qt's SQLite driver runs one at a time.
std::vector<QString> statementsOf(const QByteArray &sql)
{
    std::vector<QString> statements;
    QString current;
    for (const QByteArray &line : sql.split('\n')) {
        const QByteArray trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith("--")) {
            continue;
        }
        current += QString::fromUtf8(trimmed) + u'\n';
        if (trimmed.endsWith(';')) {
            statements.push_back(std::exchange(current, {}));
        }
    }
    Q_ASSERT(current.isEmpty());
    return statements;
}

Result<std::vector<Applied>> appliedTo(Database &database)
{
    const auto exists = database.hasTable(u"migration"_s);
    if (!exists) {
        return std::unexpected(exists.error());
    }
    if (!*exists) {
        return std::vector<Applied>();
    }
    Statement select(database, u"SELECT number, checksum FROM migration ORDER BY number"_s);
    return select.rows([](const Row &row) { return Applied{row.integer(0), row.text(1)}; });
}

Result<> apply(Database &database, const Migration &migration)
{
    auto transaction = Transaction::beginBuilding(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto ready =
        database.run(u"CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY,"
                     " name TEXT NOT NULL, checksum TEXT NOT NULL)"_s);
    if (!ready) {
        return ready;
    }
    // Another process may have been faster while we waited for the lock.
    const auto applied = appliedTo(database);
    if (!applied) {
        return std::unexpected(applied.error());
    }
    if (std::ssize(*applied) >= migration.number) {
        return {};
    }
    for (const QString &statement : statementsOf(migration.sql)) {
        if (const auto done = database.run(statement); !done) {
            return done;
        }
    }
    Statement record(database, uR"(
        INSERT INTO migration (number, name, checksum) VALUES (:number, :name, :checksum))"_s);
    record.bind(u":number"_s, migration.number)
        .bind(u":name"_s, migration.name)
        .bind(u":checksum"_s, checksumOf(migration));
    if (const auto done = record.run(); !done) {
        return done;
    }
    return transaction->commit();
}

} // namespace

std::vector<Migration> shippedMigrations()
{
    std::vector<Migration> migrations;
    const QDir folder(u":/migrations"_s);
    for (const QString &fileName : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(fileName));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        migrations.push_back({.number = fileName.first(4).toInt(),
                              .name = fileName.chopped(4),
                              .sql = opened ? file.readAll() : QByteArray()});
    }
    return migrations;
}

Result<int> pendingMigrations(Database &database, const std::vector<Migration> &migrations)
{
    const auto applied = appliedTo(database);
    if (!applied) {
        return std::unexpected(applied.error());
    }
    if (applied->size() > migrations.size()) {
        return failure(ErrorCode::DatabaseNewer, database.path(),
                       u"migration %1"_s.arg(applied->back().number));
    }
    for (size_t i = 0; i < applied->size(); ++i) {
        if ((*applied)[i].number != migrations[i].number
            || (*applied)[i].checksum != checksumOf(migrations[i])) {
            return failure(ErrorCode::MigrationChanged, database.path(), migrations[i].name);
        }
    }
    return static_cast<int>(migrations.size() - applied->size());
}

Result<> migrate(Database &database, const std::vector<Migration> &migrations)
{
    const auto pending = pendingMigrations(database, migrations);
    if (!pending) {
        return std::unexpected(pending.error());
    }
    for (size_t i = migrations.size() - static_cast<size_t>(*pending); i < migrations.size(); ++i) {
        if (const auto done = apply(database, migrations[i]); !done) {
            return done;
        }
    }
    return {};
}

} // namespace motcua
