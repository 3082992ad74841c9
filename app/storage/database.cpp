// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/database.h"

#include "storage/linkwatch.h"
#include "storage/postgresdatabase.h"
#include "storage/sqlitedatabase.h"
#include "storage/statement.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace motcua {

Result<QString> Database::placeOf(const QString &url)
{
    if (isOnServer(url)) {
        const auto server = serverOf(url);
        return server ? Result<QString>(url) : std::unexpected(server.error());
    }
    const QString path = url.startsWith("sqlite:"_L1) ? url.sliced(7) : QString();
    if (path.isEmpty() || path.contains(QChar(u'\0'))) {
        return failure(ErrorCode::Usage, u"--database"_s);
    }
    return QFileInfo(path).absoluteFilePath();
}

bool Database::isOnServer(const QString &place)
{
    return place.startsWith("postgresql:"_L1); // which no absolute path does
}

QString Database::nameOf(const QString &place)
{
    if (!isOnServer(place)) {
        return place;
    }
    const auto server = serverOf(place);
    return server ? server->name : QString();
}

QString Database::keyFileOf(const QString &place)
{
    if (!isOnServer(place)) {
        return place + u".key"_s;
    }
    const auto server = serverOf(place);
    return server ? server->keyFile : QString();
}

Result<std::unique_ptr<Database>> Database::open(const QString &place, qint32 mark)
{
    return isOnServer(place) ? PostgresDatabase::open(place, mark)
                             : SqliteDatabase::open(place, mark);
}

Result<std::unique_ptr<Database>> Database::create(const QString &place)
{
    return isOnServer(place) ? PostgresDatabase::create(place) : SqliteDatabase::create(place);
}

Database::Database(QString place, QString path)
    : m_place(std::move(place))
    , m_path(std::move(path))
    , m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Database::~Database()
{
    const AnswerWait wait; // to be told that the prepared queries go
    if (m_fault) {         // then the prepared queries have nobody to tell that they go
        QSqlDatabase::removeDatabase(m_connection);
    }
    m_prepared.clear();
    connection().close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connection, false);
}

Result<> Database::run(const QString &sql)
{
    const Postponed before = std::exchange(m_postponed, {});
    QSqlQuery query(connection());
    const AnswerWait wait;
    const bool done = query.exec(before.texts + sql);
    while (done && query.nextResult()) {} // of several statements any may have failed
    if (!done || query.lastError().isValid()) {
        return std::unexpected(errorFrom(query.lastError(), before.sql.join(u' ') + sql));
    }
    return {};
}

Result<> Database::seekBookings(const QStringList & /*known*/)
{
    return {};
}

Result<bool> Database::postpone(const QString & /*sql*/, const QVariantList & /*values*/)
{
    return false;
}

Result<> Database::sendPostponed()
{
    return m_postponed.texts.isEmpty() ? Result<>() : run({});
}

static Result<QStringList> namesFrom(Database &database, const QString &sql, const QString &table)
{
    Statement select(database, sql);
    const auto names =
        select.bind(u":name"_s, table).rows([](const Row &row) { return row.text(0); });
    return names ? Result<QStringList>(QStringList(names->begin(), names->end()))
                 : std::unexpected(names.error());
}

Result<std::vector<Table>> Database::tables()
{
    const SchemaQueries queries = schemaQueries();
    Statement select(*this, queries.tables);
    auto tables = select.rows([](const Row &row) { return Table{row.text(0), {}, {}, {}}; });
    if (!tables) {
        return tables;
    }
    for (Table &table : *tables) {
        Statement describe(*this, queries.columns);
        auto columns = describe.bind(u":name"_s, table.name).rows([](const Row &row) {
            return Table::Column{row.text(0), row.text(1)};
        });
        const auto key = namesFrom(*this, queries.key, table.name);
        const auto parents = namesFrom(*this, queries.parents, table.name);
        if (!columns || !key || !parents) {
            return std::unexpected(!columns ? columns.error()
                                   : !key   ? key.error()
                                            : parents.error());
        }
        table.columns = std::move(*columns);
        table.key = *key;
        table.parents = *parents;
    }
    return tables;
}

Result<> Database::begin(Aim aim)
{
    Q_ASSERT(!m_aim);
    if (m_fault) {
        return std::unexpected(*m_fault);
    }
    if (const auto begun = beginFor(aim); !begun) {
        return begun;
    }
    m_aim = aim;
    return {};
}

Result<> Database::commit()
{
    Q_ASSERT(m_aim);
    if (const auto committed = commitFor(*m_aim); !committed) {
        return committed;
    }
    m_aim.reset();
    return {};
}

void Database::rollBack()
{
    m_aim.reset();
    m_postponed = {};
    // Fails when SQLite has rolled back by itself (disk full, I/O error) or the link is lost: that is
    // what we want.
    static_cast<void>(run(u"ROLLBACK"_s));
}

QSqlQuery &Database::prepared(const QString &sql, QSqlError &unprepared)
{
    std::unique_ptr<QSqlQuery> &query = m_prepared[sql];
    const bool isNew = !query;
    if (isNew) {
        query = std::make_unique<QSqlQuery>(connection());
        query->setForwardOnly(readsForward());
    }
    const AnswerWait wait;
    // One that failed may have failed for want of a lock or of space: prepare it again.
    if ((isNew || query->lastError().isValid()) && !query->prepare(sql)) {
        unprepared = query->lastError();
    }
    return *query;
}

} // namespace motcua
