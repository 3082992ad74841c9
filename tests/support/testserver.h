// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/postgresdatabase.h"
#include "storage/statement.h"
#include "support/outcome.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <memory>
#include <vector>

/// For what concerns one engine only; the reason stands beside.
#define ONLY_ON_SQLITE(reason) \
    do { \
        if (motcua::test::isServerTested()) { \
            QSKIP("SQLite alone: " reason); \
        } \
    } while (false)
#define ONLY_ON_SERVER(reason) \
    do { \
        if (!motcua::test::isServerTested()) { \
            QSKIP("PostgreSQL alone: " reason); \
        } \
    } while (false)

namespace motcua::test {

/// The folder of the scratch server (see scratchserver), empty when SQLite is tested.
[[nodiscard]] inline QString serverFolder()
{
    return qEnvironmentVariable("MOTCUA_TEST_SERVER");
}

[[nodiscard]] inline bool isServerTested()
{
    return !serverFolder().isEmpty();
}

/// The URL of a database of the scratch server.
[[nodiscard]] inline QString serverUrl(const QString &database)
{
    QFile file(serverFolder() + QStringLiteral("/url"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the scratch server does not run");
    }
    return QString::fromUtf8(file.readAll()).trimmed().arg(database);
}

/// Runs @p sql outside any branch; dies when it fails. Returns the first column of the first row.
inline QString runOnServer(const QString &database, const QString &sql)
{
    const Server server = serverOf(serverUrl(database)).value();
    QString value;
    QString error;
    {
        QSqlDatabase connection =
            QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("outside"));
        connection.setHostName(server.host);
        connection.setPort(server.port);
        connection.setDatabaseName(server.database);
        connection.setUserName(server.user);
        connection.setPassword(server.password);
        connection.setConnectOptions(server.options);
        if (connection.open()) {
            QSqlQuery query(connection);
            if (!query.exec(sql)) {
                error = query.lastError().text();
            } else if (query.next()) {
                value = query.value(0).toString();
            }
        } else {
            error = connection.lastError().text();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("outside"));
    if (!error.isEmpty()) {
        qFatal("%s", qPrintable(error));
    }
    return value;
}

/// A new empty database of the scratch server. Dropping it would make the server write a checkpoint
/// each time; it goes with the server.
[[nodiscard]] inline QString newServerDatabase()
{
    static int count = 0;
    const QString name =
        QStringLiteral("t%1_%2").arg(QCoreApplication::applicationPid()).arg(++count);
    runOnServer(QStringLiteral("postgres"),
                QStringLiteral("CREATE DATABASE %1 TEMPLATE template0").arg(name));
    return name;
}

/// Makes a connection give up at once where another has the lock.
[[nodiscard]] inline QString noWaiting()
{
    return isServerTested() ? QStringLiteral("SET lock_timeout = 1") // ms; 0 waits for ever
                            : QStringLiteral("PRAGMA busy_timeout=0");
}

/// The value of @p key in a column of JSON text.
[[nodiscard]] inline QString jsonValue(const QString &column, const QString &key)
{
    return (isServerTested() ? QStringLiteral("%1::json->>'%2'")
                             : QStringLiteral("json_extract(%1, '$.%2')"))
        .arg(column, key);
}

/// Runs @p sql without the engine's checks of foreign keys, as a hand at work could.
[[nodiscard]] inline Result<> tamper(Database &database, const QString &sql)
{
    const QString off = isServerTested() ? QStringLiteral("SET session_replication_role = replica")
                                         : QStringLiteral("PRAGMA foreign_keys=OFF");
    const QString on = isServerTested() ? QStringLiteral("SET session_replication_role = DEFAULT")
                                        : QStringLiteral("PRAGMA foreign_keys=ON");
    for (const QString &step : {off, sql, on}) {
        if (auto done = database.run(step); !done) {
            return done;
        }
    }
    return {};
}

/// Where a test can put a branch on the engine under test: nothing is there yet.
class TestPlace
{
public:
    TestPlace()
        : m_database(isServerTested() ? newServerDatabase() : QString())
    {
    }

    [[nodiscard]] QString place() const
    {
        return m_database.isEmpty() ? file(QStringLiteral("branch.db"))
                                    : serverUrl(m_database) + QStringLiteral("&key=")
                                          + file(QStringLiteral("branch.key"));
    }
    [[nodiscard]] QString url() const
    {
        return m_database.isEmpty() ? QStringLiteral("sqlite:") + place() : place();
    }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    QString m_database;
};

/// Every row of a branch on a server, so that two states can be compared and one be put back.
class ServerRows
{
public:
    explicit ServerRows(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] QByteArray read() const
    {
        QJsonObject all;
        for (const QString &table : tables()) {
            Statement select(m_database,
                             QStringLiteral("SELECT coalesce(json_agg(t ORDER BY t::text)::text, "
                                            "'[]') FROM %1 AS t")
                                 .arg(table));
            all.insert(table,
                       select.row([](const Row &row) { return row.text(0); }).value().value());
        }
        return QJsonDocument(all).toJson(QJsonDocument::Compact);
    }

    /// Parents were made before what refers to them.
    void write(const QByteArray &rows)
    {
        const QJsonObject all = QJsonDocument::fromJson(rows).object();
        QString sql = QStringLiteral("BEGIN;");
        const QStringList names = tables();
        const QStringList children(names.crbegin(), names.crend());
        for (const QString &table : children) {
            sql += QStringLiteral("DELETE FROM %1;").arg(table);
        }
        for (const QString &table : names) {
            QString text = all[table].toString();
            sql += QStringLiteral("INSERT INTO %1 SELECT * FROM json_populate_recordset(NULL::%1, "
                                  "'%2');")
                       .arg(table, text.replace(u'\'', QStringLiteral("''")));
        }
        if (const auto done = m_database.run(sql + QStringLiteral("COMMIT")); !done) {
            qFatal("%s", qPrintable(told(done.error()).left(200)));
        }
    }

private:
    [[nodiscard]] QStringList tables() const
    {
        Statement select(m_database, QStringLiteral("SELECT relname FROM pg_class WHERE relkind = "
                                                    "'r' AND relnamespace = 'motcua'::regnamespace "
                                                    "ORDER BY oid"));
        const auto names = select.rows([](const Row &row) { return row.text(0); }).value();
        return {names.begin(), names.end()};
    }

    Database &m_database;
};

/// A place with the schema in it and a connection to it, kept from one test to the next, because
/// making one takes longer than most tests.
struct SparePlace
{
    std::unique_ptr<TestPlace> place;
    std::unique_ptr<Database> database;

    /// One that another test is done with; empty when there is none.
    [[nodiscard]] static SparePlace take()
    {
        SparePlace spare;
        if (!all().empty()) {
            spare = std::move(all().back());
            all().pop_back();
            QFile::remove(spare.database->keyFile());
        }
        return spare;
    }

    static void giveBack(SparePlace spare)
    {
        if (isServerTested() && spare.database && !spare.database->fault()) {
            all().push_back(std::move(spare));
        }
    }

private:
    static std::vector<SparePlace> &all()
    {
        static std::vector<SparePlace> spares = [] {
            qAddPostRoutine([] { all().clear(); }); // before the drivers are gone
            return std::vector<SparePlace>();
        }();
        return spares;
    }
};

} // namespace motcua::test
