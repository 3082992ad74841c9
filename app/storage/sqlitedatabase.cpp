// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sqlitedatabase.h"

#include "storage/statement.h"

#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QLoggingCategory>
#include <QStorageInfo>
#include <QUrl>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

Q_LOGGING_CATEGORY(lcStorage, "motcua.storage", QtWarningMsg)

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

/// Which file stands at @p path now: its device and inode, zeros for none. Opening it would drop
/// SQLite's locks when we close it again.
static std::pair<quint64, quint64> fileAt(const QString &path)
{
    struct stat file = {};
    return ::stat(QFile::encodeName(path).constData(), &file) == 0
               ? std::pair<quint64, quint64>(file.st_dev, file.st_ino)
               : std::pair<quint64, quint64>();
}

SqliteDatabase::SqliteDatabase(const QString &path)
    : Database(path, path)
{
}

SqliteDatabase::~SqliteDatabase()
{
    for (const int lock : std::as_const(m_devices)) {
        ::close(lock);
    }
}

Result<std::unique_ptr<Database>> SqliteDatabase::open(const QString &path, qint32 mark)
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
    std::unique_ptr<SqliteDatabase> database(new SqliteDatabase(file.absoluteFilePath()));
    if (const auto connected = database->connect(u"rw"_s, mark); !connected) {
        return std::unexpected(connected.error());
    }
    return database;
}

Result<std::unique_ptr<Database>> SqliteDatabase::create(const QString &path)
{
    if (QFileInfo::exists(path)) {
        return failure(ErrorCode::DatabaseExists, path);
    }
    std::unique_ptr<SqliteDatabase> database(
        new SqliteDatabase(QFileInfo(path).absoluteFilePath()));
    if (const auto connected = database->connect(u"rwc"_s, ApplicationId); !connected) {
        return std::unexpected(connected.error());
    }
    return database;
}

Result<> SqliteDatabase::connect(const QString &mode, qint32 mark)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, connectionName());
    connection.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=20000"_s);
    connection.setDatabaseName(
        u"file:%1?mode=%2"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(path(), "/")), mode));
    if (!connection.open()) {
        return failure(ErrorCode::StorageFailed, path(),
                       u"open: "_s + connection.lastError().nativeErrorCode());
    }

    if (mode == "rwc"_L1) {
        if (const auto marked = setMark(mark); !marked) {
            return marked;
        }
    } else {
        // open() succeeds on any file; the first read tells what it is.
        const auto id = pragma(u"PRAGMA application_id"_s);
        if (!id) {
            return std::unexpected(id.error());
        }
        if (id->toInt() != mark) {
            return failure(ErrorCode::DatabaseForeign, path());
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
            return failure(ErrorCode::StorageFailed, path(), u"%1 did not take"_s.arg(set));
        }
    }
    m_file = fileAt(path());
    return {};
}

Result<QVariant> SqliteDatabase::pragma(const QString &sql)
{
    QSqlQuery query(connection());
    if (!query.exec(sql) || !query.next()) {
        return std::unexpected(errorFrom(query.lastError(), sql));
    }
    return query.value(0);
}

Result<> SqliteDatabase::beginFor(Aim aim)
{
    // Qt's transaction() is a deferred BEGIN, which takes the lock at the first write; if another
    // connection has written since our first read, that write fails with SQLITE_BUSY, and no waiting
    // helps. @see https://www.sqlite.org/lang_transaction.html
    return Statement(*this, aim == Aim::Read ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s).run();
}

Result<> SqliteDatabase::commitFor(Aim)
{
    return Statement(*this, u"COMMIT"_s).run();
}

Result<bool> SqliteDatabase::hasTable(const QString &name)
{
    Statement count(*this, u"SELECT count(*) FROM sqlite_master WHERE name = :name"_s);
    count.bind(u":name"_s, name);
    const auto found = count.row([](const Row &row) { return row.integer(0); });
    return found ? Result<bool>(**found > 0) : std::unexpected(found.error());
}

Database::SchemaQueries SqliteDatabase::schemaQueries() const
{
    return {.tables = u"SELECT name FROM sqlite_master"
                      " WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
                      " ORDER BY name"_s,
            .columns = u"SELECT name, lower(type) FROM pragma_table_info(:name) ORDER BY cid"_s,
            .key = u"SELECT name FROM pragma_table_info(:name) WHERE pk > 0 ORDER BY pk"_s,
            .parents = u"SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(:name)"
                       " ORDER BY \"table\""_s};
}

Result<> SqliteDatabase::setMark(qint32 mark)
{
    return run(u"PRAGMA application_id=%1"_s.arg(mark));
}

Result<> SqliteDatabase::checkIntegrity()
{
    // quick_check would not compare indexes with their tables.
    const auto answer = pragma(u"PRAGMA integrity_check(1)"_s);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    if (answer->toString() != "ok"_L1) {
        return failure(ErrorCode::DatabaseDamaged, path(), u"integrity_check failed"_s);
    }
    QSqlQuery orphans(connection());
    if (!orphans.exec(u"PRAGMA foreign_key_check"_s)) {
        return std::unexpected(errorFrom(orphans.lastError(), u"PRAGMA foreign_key_check"_s));
    }
    if (orphans.next()) {
        return failure(ErrorCode::DatabaseDamaged, path(),
                       u"a row of %1 points nowhere"_s.arg(orphans.value(0).toString()));
    }
    return {};
}

Result<QString> SqliteDatabase::changeMark()
{
    // A file that was moved away stays open, and nobody else reads what is in it.
    if (fileAt(path()) != m_file) {
        return failure(ErrorCode::DatabaseReplaced, path());
    }
    // The first keeps silent about this connection's own commits, the second about those of others.
    Statement version(*this, u"SELECT data_version, total_changes() FROM pragma_data_version"_s);
    const auto mark = version.row([](const Row &row) { return row.text(0) + u'.' + row.text(1); });
    return mark ? Result<QString>(mark->value_or(QString())) : std::unexpected(mark.error());
}

void SqliteDatabase::watch(QObject *context, const std::function<void()> &hint)
{
    // Every commit makes and removes a journal in the folder.
    auto *folder = new QFileSystemWatcher({QFileInfo(path()).absolutePath()}, context);
    QObject::connect(folder, &QFileSystemWatcher::directoryChanged, context, hint);
}

Database::Pace SqliteDatabase::pace() const
{
    return {.net = 500ms, .pause = 0ms};
}

Result<bool> SqliteDatabase::holdDevice(const QString &device)
{
    if (m_devices.contains(device)) {
        return true;
    }
    const QString name = path() + u'.' + device + u".lock"_s;
    const int file =
        ::open(QFile::encodeName(name).constData(), O_RDONLY | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0) {
        qCWarning(lcStorage) << "cannot be locked:" << name << std::strerror(errno);
        return true; // rather twice than not at all
    }
    if (::flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        ::close(file);
        return false;
    }
    m_devices.insert(device, file);
    return true;
}

Error SqliteDatabase::errorFrom(const QSqlError &error, const QString &sql)
{
    const int code = error.nativeErrorCode().toInt();
    ErrorCode what = sqliteCode(code);
    // A full disk also shows as a journal that cannot be made or a failed sync.
    constexpr qint64 Nothing = 1 << 16;
    if ((what == ErrorCode::DatabaseReadOnly || what == ErrorCode::StorageFailed)
        && QStorageInfo(QFileInfo(path()).absolutePath()).bytesAvailable() < Nothing) {
        what = ErrorCode::DiskFull;
    }
    if (code == 1034 || code == 1290) { // SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC
        setFault({ErrorCode::StorageFailed, path(), u"an earlier sync failed"_s});
    }
    return {what, path(), u"[%1] %2"_s.arg(code).arg(sql.simplified())};
}

} // namespace motcua
