// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/database.h"

#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlError>
#include <QStorageInfo>
#include <QUrl>
#include <QUuid>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace motcua {

Q_LOGGING_CATEGORY(lcStorage, "motcua.storage")

static ErrorCode sqliteCode(int code)
{
    switch (code & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return ErrorCode::DatabaseBusy;
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN: the journal could not be created in the folder
        return ErrorCode::DatabaseReadOnly;
    case 11: // SQLITE_CORRUPT
        return ErrorCode::DatabaseDamaged;
    case 13: // SQLITE_FULL
        return ErrorCode::DiskFull;
    case 26: // SQLITE_NOTADB
        return ErrorCode::DatabaseForeign;
    default:
        return ErrorCode::StorageFailed;
    }
}

Result<QString> Database::pathOf(const QString &url)
{
    if (url.startsWith("postgresql:"_L1)) {
        return failure(ErrorCode::EngineUnsupported, u"postgresql"_s);
    }
    const QString path = url.startsWith("sqlite:"_L1) ? url.sliced(7) : QString();
    if (path.isEmpty() || path.contains(QChar(u'\0'))) {
        return failure(ErrorCode::Usage, u"--database"_s);
    }
    return QFileInfo(path).absoluteFilePath();
}

Database::Database(QString path)
    : m_path(std::move(path))
    , m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Database::~Database()
{
    m_prepared.clear();
    {
        QSqlDatabase connection = QSqlDatabase::database(m_connection, false);
        connection.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    const QFileInfo file(path); // stat only: opening the file ourselves would drop SQLite's locks
    if (!file.exists()) {
        return failure(ErrorCode::DatabaseMissing, path);
    }
    if (!file.isFile()) {
        return failure(ErrorCode::DatabaseForeign, path);
    }
    if (file.size() == 0) {
        return failure(ErrorCode::DatabaseDamaged, path, u"the file is empty"_s);
    }
    std::unique_ptr<Database> database(new Database(file.absoluteFilePath()));
    if (const auto connected = database->connect(u"rw"_s); !connected) {
        return std::unexpected(connected.error());
    }
    return database;
}

Result<std::unique_ptr<Database>> Database::create(const QString &path)
{
    if (QFileInfo::exists(path)) {
        return failure(ErrorCode::DatabaseExists, path);
    }
    std::unique_ptr<Database> database(new Database(QFileInfo(path).absoluteFilePath()));
    if (const auto connected = database->connect(u"rwc"_s); !connected) {
        return std::unexpected(connected.error());
    }
    return database;
}

Result<> Database::connect(const QString &mode)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    connection.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=20000"_s);
    connection.setDatabaseName(
        u"file:%1?mode=%2"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(m_path, "/")), mode));
    if (!connection.open()) {
        return failure(ErrorCode::StorageFailed, m_path,
                       u"open: "_s + connection.lastError().nativeErrorCode());
    }

    if (mode == "rwc"_L1) {
        if (const auto marked = run(u"PRAGMA application_id=%1"_s.arg(ApplicationId)); !marked) {
            return marked;
        }
    } else {
        // open() succeeds on any file; the first read tells what it is.
        const auto id = pragma(u"PRAGMA application_id"_s);
        if (!id) {
            return std::unexpected(id.error());
        }
        if (id->toInt() != ApplicationId) {
            return failure(ErrorCode::DatabaseForeign, m_path);
        }
    }

    // Set, then read back: a pragma that does not take is silent.
    static const struct
    {
        QString set;
        QString read;
        QVariant expected;
    } pragmas[] = {
        {u"PRAGMA journal_mode=DELETE"_s, u"PRAGMA journal_mode"_s, u"delete"_s},
        {u"PRAGMA synchronous=EXTRA"_s, u"PRAGMA synchronous"_s, 3},
        {u"PRAGMA foreign_keys=ON"_s, u"PRAGMA foreign_keys"_s, 1},
        {u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA trusted_schema"_s, 0},
        {u"PRAGMA cell_size_check=ON"_s, u"PRAGMA cell_size_check"_s, 1},
        {u"PRAGMA secure_delete=ON"_s, u"PRAGMA secure_delete"_s, 1},
    };
    for (const auto &[set, read, expected] : pragmas) {
        if (const auto done = run(set); !done) {
            return done;
        }
        const auto value = pragma(read);
        if (!value) {
            return std::unexpected(value.error());
        }
        if (value->toString() != expected.toString()) {
            return failure(ErrorCode::StorageFailed, m_path, u"%1 did not take"_s.arg(set));
        }
    }
    return {};
}

Result<> Database::run(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(sql)) {
        return std::unexpected(errorFrom(query.lastError(), sql));
    }
    return {};
}

Result<QVariant> Database::pragma(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(sql) || !query.next()) {
        return std::unexpected(errorFrom(query.lastError(), sql));
    }
    return query.value(0);
}

Result<> Database::checkIntegrity()
{
    // quick_check would not compare indexes with their tables.
    const auto answer = pragma(u"PRAGMA integrity_check(1)"_s);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    if (answer->toString() != "ok"_L1) {
        return failure(ErrorCode::DatabaseDamaged, m_path, u"integrity_check failed"_s);
    }
    QSqlQuery orphans(QSqlDatabase::database(m_connection, false));
    if (!orphans.exec(u"PRAGMA foreign_key_check"_s)) {
        return std::unexpected(errorFrom(orphans.lastError(), u"PRAGMA foreign_key_check"_s));
    }
    if (orphans.next()) {
        return failure(ErrorCode::DatabaseDamaged, m_path,
                       u"a row of %1 points nowhere"_s.arg(orphans.value(0).toString()));
    }
    return {};
}

Error Database::errorFrom(const QSqlError &error, const QString &sql)
{
    const int code = error.nativeErrorCode().toInt();
    if (code == 1034 || code == 1290) { // SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC
        m_suspect = true;
    }
    ErrorCode what = sqliteCode(code);
    // A full disk also shows as a journal that cannot be made or a failed sync.
    constexpr qint64 Nothing = 1 << 16;
    if ((what == ErrorCode::DatabaseReadOnly || what == ErrorCode::StorageFailed)
        && QStorageInfo(QFileInfo(m_path).absolutePath()).bytesAvailable() < Nothing) {
        what = ErrorCode::DiskFull;
    }
    return {what, m_path, u"[%1] %2"_s.arg(code).arg(sql.simplified())};
}

QSqlQuery &Database::prepared(const QString &sql, QSqlError &unprepared)
{
    std::unique_ptr<QSqlQuery> &query = m_prepared[sql];
    const bool isNew = !query;
    if (isNew) {
        query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_connection, false));
        // Otherwise every execution makes room for 128 rows. Statement reads all rows before
        // anything else happens, so nothing is lost.
        query->setForwardOnly(true);
    }
    // One that failed may have failed for want of a lock or of space: prepare it again.
    if ((isNew || query->lastError().isValid()) && !query->prepare(sql)) {
        unprepared = query->lastError();
    }
    return *query;
}

} // namespace motcua
