// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/postgresdatabase.h"

#include "storage/linkwatch.h"
#include "storage/statement.h"

#include <QMap>
#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlField>
#include <QUrl>
#include <QUrlQuery>

#include <array>
#include <libpq-fe.h>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

/// What a server forgets with our session and never leaves to a default. Waits of a command are
/// bounded by the first two, those for a PC that went away by the others: a frozen program gives the
/// branch's lock back after 2 s, a PC without power after some 10 s.
const QString SessionSettings =
    u"-c search_path=motcua"
    " -c statement_timeout=60s"
    " -c lock_timeout=20s"
    " -c idle_in_transaction_session_timeout=2s"
    " -c tcp_keepalives_idle=5"
    " -c tcp_keepalives_interval=2"
    " -c tcp_keepalives_count=3"
    " -c tcp_user_timeout=10s"
    " -c client_connection_check_interval=2s" // one that waits for a lock
    " -c client_min_messages=warning"
    " -c timezone=UTC"_s;

const QString Channel = u"motcua"_s; ///< for NOTIFY; a database has its own

bool isThisPc(const QString &host)
{
    if (host.isEmpty() || host.startsWith(u'/') || host == "localhost"_L1) {
        return true;
    }
    return host == "::1"_L1
           || QRegularExpression(uR"(^127(\.\d{1,3}){3}$)"_s).match(host).hasMatch();
}

/// As libpq reads it in a connection string.
QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

bool isLost(const QString &state)
{
    // None: the library, not the server, says that nothing came back. After a lost link Qt has not
    // even kept the error.
    return state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P0"_L1)
           || state == "25P03"_L1; // idle too long within a transaction
}

ErrorCode postgresCode(const QString &state)
{
    static const QMap<QString, ErrorCode> codes{
        {u"55P03"_s, ErrorCode::DatabaseBusy},     // lock_timeout
        {u"57014"_s, ErrorCode::DatabaseBusy},     // statement_timeout
        {u"40P01"_s, ErrorCode::DatabaseBusy},     // deadlock
        {u"40001"_s, ErrorCode::DatabaseBusy},     // serialization
        {u"53100"_s, ErrorCode::DiskFull},         //
        {u"25006"_s, ErrorCode::DatabaseReadOnly}, // a standby
        {u"42501"_s, ErrorCode::AccessDenied},     // a grant or a policy
        {u"XX001"_s, ErrorCode::DatabaseDamaged},  // a page
        {u"XX002"_s, ErrorCode::DatabaseDamaged},  // an index
    };
    return isLost(state) ? ErrorCode::ConnectionLost : codes.value(state, ErrorCode::StorageFailed);
}

} // namespace

Result<Server> serverOf(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.scheme() != "postgresql"_L1 || parsed.hasFragment()) {
        return failure(ErrorCode::Usage, u"--database"_s); // never the URL: it holds a password
    }
    Server server{.host = parsed.host(QUrl::FullyDecoded),
                  .port = parsed.port(),
                  .database = parsed.path(QUrl::FullyDecoded).mid(1),
                  .user = parsed.userName(QUrl::FullyDecoded),
                  .password = parsed.password(QUrl::FullyDecoded),
                  .options = {},
                  .keyFile = u"/etc/motcua/branch.key"_s,
                  .name = {}};
    if (server.database.isEmpty()) {
        return failure(ErrorCode::Usage, u"--database"_s);
    }
    QMap<QString, QString> parameters{
        // Without these a cut cable would block a call for minutes.
        {u"connect_timeout"_s, u"3"_s},  {u"tcp_user_timeout"_s, u"3000"_s},
        {u"keepalives_idle"_s, u"5"_s},  {u"keepalives_interval"_s, u"2"_s},
        {u"keepalives_count"_s, u"2"_s}, {u"application_name"_s, u"motcua"_s},
    };
    static const QStringList ours{u"options"_s, u"dbname"_s,          u"user"_s,   u"password"_s,
                                  u"port"_s,    u"client_encoding"_s, u"service"_s};
    static const QRegularExpression name(u"^[a-z_]+$"_s);
    const auto query = QUrlQuery(parsed).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : query) {
        // Qt takes a semicolon for the end of an option.
        if (!name.match(key).hasMatch() || ours.contains(key) || value.contains(u';')
            || value.contains(QChar(u'\0'))) {
            return failure(ErrorCode::Usage, key.left(40));
        }
        if (key == "key"_L1) {
            server.keyFile = value;
        } else if (key == "host"_L1) {
            server.host = value;
        } else {
            parameters[key] = value;
        }
    }
    const bool isLocal = isThisPc(server.host) && isThisPc(parameters.value(u"hostaddr"_s));
    if (!isLocal && parameters.value(u"sslmode"_s) != "verify-full"_L1) {
        return failure(ErrorCode::Usage, u"sslmode=verify-full"_s);
    }
    parameters[u"options"_s] = SessionSettings;
    QStringList options;
    for (auto parameter = parameters.cbegin(); parameter != parameters.cend(); ++parameter) {
        options.append(parameter.key() + u'=' + quoted(parameter.value()));
    }
    server.options = options.join(u' ');
    server.name = u"postgresql://%1%2/%3"_s.arg(
        server.host, server.port < 0 ? QString() : u":%1"_s.arg(server.port), server.database);
    return server;
}

PostgresDatabase::PostgresDatabase(const QString &url, const Server &server)
    : Database(url, server.name)
{
}

Result<std::unique_ptr<Database>> PostgresDatabase::open(const QString &url, qint32 mark)
{
    const auto server = serverOf(url);
    if (!server) {
        return std::unexpected(server.error());
    }
    std::unique_ptr<PostgresDatabase> database(new PostgresDatabase(url, *server));
    if (const auto connected = database->connect(*server); !connected) {
        return std::unexpected(connected.error());
    }
    if (const auto marked = database->checkMark(mark); !marked) {
        return std::unexpected(marked.error());
    }
    return database;
}

Result<std::unique_ptr<Database>> PostgresDatabase::create(const QString &url)
{
    const auto server = serverOf(url);
    if (!server) {
        return std::unexpected(server.error());
    }
    std::unique_ptr<PostgresDatabase> database(new PostgresDatabase(url, *server));
    if (const auto connected = database->connect(*server); !connected) {
        return std::unexpected(connected.error());
    }
    if (const auto claimed = database->claimEmpty(); !claimed) {
        return std::unexpected(claimed.error());
    }
    return database;
}

Result<> PostgresDatabase::connect(const Server &server)
{
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s)) {
        return failure(ErrorCode::EngineUnsupported, u"PostgreSQL"_s);
    }
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QPSQL"_s, connectionName());
    connection.setHostName(server.host);
    connection.setPort(server.port);
    connection.setDatabaseName(server.database);
    connection.setUserName(server.user);
    connection.setPassword(server.password);
    connection.setConnectOptions(server.options);
    if (!connection.open()) {
        // There are no rows yet to be quoted, and the library never quotes the password.
        const QString words = connection.lastError().databaseText().simplified();
        const bool isShutOut = words.contains("certificate revoked"_L1)
                               || words.contains("not permitted to log in"_L1);
        return failure(isShutOut ? ErrorCode::AccessDenied : ErrorCode::ServerUnreachable, path(),
                       words);
    }
    const QVariant link = connection.driver()->handle();
    if (qstrcmp(link.typeName(), "PGconn*") == 0 || qstrcmp(link.typeName(), "pg_conn*") == 0) {
        watchLink(connection.driver(), PQsocket(*static_cast<PGconn *const *>(link.constData())));
    }
    return checkServer();
}

Result<> PostgresDatabase::checkServer()
{
    Statement settings(*this, uR"(
        SELECT current_setting('server_version_num'), current_setting('server_encoding'),
               current_setting('fsync'), current_setting('full_page_writes'),
               current_setting('synchronous_commit'), datlocprovider = 'c', datcollate
        FROM pg_database WHERE datname = current_database())"_s);
    struct Settings
    {
        int version = 0;
        QString encoding;
        std::array<QString, 3> durable;
        bool isLibc = false;
        QString collation;
    };
    const auto found = settings.row([](const Row &row) {
        return Settings{row.text(0).toInt(),
                        row.text(1),
                        {row.text(2), row.text(3), row.text(4)},
                        row.boolean(5),
                        row.text(6)};
    });
    if (!found) {
        return std::unexpected(found.error());
    }
    static const std::array<QString, 3> durable{u"fsync"_s, u"full_page_writes"_s,
                                                u"synchronous_commit"_s};
    for (size_t i = 0; i < durable.size(); ++i) {
        if ((*found)->durable.at(i) == "off"_L1) {
            return failure(ErrorCode::ServerUnsafe, durable.at(i) + u"=off"_s, path());
        }
    }
    constexpr int Oldest = 15'00'00;
    if ((*found)->version < Oldest) {
        return failure(ErrorCode::ServerUnsuitable,
                       u"server_version_num=%1"_s.arg((*found)->version), path());
    }
    if ((*found)->encoding != "UTF8"_L1) {
        return failure(ErrorCode::ServerUnsuitable, u"server_encoding="_s + (*found)->encoding,
                       path());
    }
    // Those that put texts in the order of their bytes, as SQLite does.
    static const QStringList bytewise{u"C"_s, u"POSIX"_s, u"C.UTF-8"_s, u"C.utf8"_s};
    if (!(*found)->isLibc || !bytewise.contains((*found)->collation)) {
        return failure(ErrorCode::ServerUnsuitable, u"lc_collate="_s + (*found)->collation, path());
    }
    return {};
}

/// What there is in the database: the mark on our schema, our first table, anything of anybody's.
static const QString WhatIsThere = uR"(
        SELECT obj_description(to_regnamespace('motcua'), 'pg_namespace'),
               to_regclass('motcua.branch') IS NOT NULL,
               EXISTS (SELECT 1 FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                       WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'))"_s;

Result<> PostgresDatabase::checkMark(qint32 mark)
{
    Statement select(*this, WhatIsThere);
    const auto found = select.row([](const Row &row) {
        return std::tuple(row.text(0).toInt(), row.boolean(1), row.boolean(2));
    });
    if (!found) {
        return std::unexpected(found.error());
    }
    const auto &[marked, hasBranch, hasAnything] = **found;
    if (marked == mark && hasBranch) {
        return {};
    }
    return failure(hasAnything ? ErrorCode::DatabaseForeign : ErrorCode::DatabaseMissing, path());
}

Result<> PostgresDatabase::claimEmpty()
{
    // Held as long as this connection lives: of two programs that build here the second finds what
    // the first has built.
    const QString claim = u"SELECT pg_advisory_lock(%1)"_s.arg(ApplicationId);
    if (const auto claimed = run(claim); !claimed) {
        return claimed;
    }
    Statement select(*this, WhatIsThere);
    const auto hasAnything = select.row([](const Row &row) { return row.boolean(2); });
    if (!hasAnything) {
        return std::unexpected(hasAnything.error());
    }
    if (**hasAnything) {
        return failure(ErrorCode::DatabaseExists, path());
    }
    // An empty schema is still an empty database.
    if (const auto made = run(u"CREATE SCHEMA IF NOT EXISTS motcua"_s); !made) {
        return made;
    }
    return setMark(ApplicationId);
}

Result<> PostgresDatabase::setMark(qint32 mark)
{
    return run(u"COMMENT ON SCHEMA motcua IS '%1'"_s.arg(mark));
}

Result<> PostgresDatabase::beginFor(Aim aim)
{
    // One round trip. After the lock every statement sees what was committed before it, which only
    // READ COMMITTED promises.
    QString sql = u"BEGIN; SELECT 1 FROM branch FOR UPDATE"_s;
    if (aim == Aim::Read) { // holds up nobody, and a proof of a year of events thinks in between
        sql = u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;"
              " SET LOCAL idle_in_transaction_session_timeout = '10min'"_s;
    } else if (aim == Aim::Build) {
        sql =
            u"BEGIN; SELECT pg_advisory_xact_lock(%1);"
            " SET LOCAL statement_timeout = 0;"
            " SET LOCAL idle_in_transaction_session_timeout = '10min';" // another database is read
            " DO $$ BEGIN IF to_regclass('branch') IS NOT NULL THEN"
            " LOCK TABLE branch IN ACCESS EXCLUSIVE MODE; END IF; END $$"_s.arg(ApplicationId);
    }
    const auto begun = run(sql);
    if (!begun) {
        static_cast<void>(run(u"ROLLBACK"_s)); // what BEGIN has begun
    }
    return begun;
}

Result<> PostgresDatabase::commitFor(Aim aim)
{
    // NOTIFY also refuses where COMMIT would not: after a failed statement that somebody overlooked
    // it answers "ROLLBACK" and calls that a success.
    return run(aim == Aim::Read ? u"COMMIT"_s : u"NOTIFY %1; COMMIT"_s.arg(Channel));
}

Result<> PostgresDatabase::seekBookings(const QStringList &known)
{
    Statement set(*this, u"SELECT set_config('motcua.sought', :known, FALSE)"_s);
    const auto done =
        set.bind(u":known"_s, known.join(u'\n')).row([](const Row &row) { return row.text(0); });
    return done ? Result<>() : std::unexpected(done.error());
}

Result<bool> PostgresDatabase::postpone(const QString &sql, const QVariantList &values)
{
    if (!isWriting()) {
        return false;
    }
    QString name = m_postponable.value(sql);
    if (name.isEmpty()) {
        // As the driver does, which tells nobody its names.
        static const QRegularExpression placeholder(u"(?<!:):[a-z_][a-z0-9_]*"_s);
        QString positional = sql;
        for (int place = 1; positional.contains(placeholder); ++place) {
            const auto match = placeholder.match(positional);
            positional.replace(match.capturedStart(), match.capturedLength(), u"$%1"_s.arg(place));
        }
        name = u"postponed_%1"_s.arg(m_postponable.size());
        if (const auto prepared = run(u"PREPARE %1 AS %2"_s.arg(name, positional)); !prepared) {
            return std::unexpected(prepared.error());
        }
        m_postponable.insert(sql, name);
    }
    QStringList literals;
    for (const QVariant &value : values) {
        QSqlField field({}, value.metaType());
        if (!value.isNull()) {
            field.setValue(value);
        }
        literals.append(connection().driver()->formatValue(field));
    }
    m_postponed.texts += u"EXECUTE "_s + name;
    if (!literals.isEmpty()) {
        m_postponed.texts += u'(' + literals.join(u',') + u')';
    }
    m_postponed.texts += u';';
    m_postponed.sql.append(sql.simplified() + u';');
    constexpr qsizetype Most = 65'536; // an import writes thousands
    const auto sent = m_postponed.texts.size() > Most ? sendPostponed() : Result<>();
    return sent ? Result<bool>(true) : std::unexpected(sent.error());
}

Result<bool> PostgresDatabase::hasTable(const QString &name)
{
    Statement select(*this, u"SELECT to_regclass(:name) IS NOT NULL"_s);
    select.bind(u":name"_s, name);
    const auto found = select.row([](const Row &row) { return row.boolean(0); });
    return found ? Result<bool>(**found) : std::unexpected(found.error());
}

Database::SchemaQueries PostgresDatabase::schemaQueries() const
{
    return {.tables = uR"(
        SELECT relname::text FROM pg_class
        WHERE relkind IN ('r', 'p', 'f') AND relnamespace = 'motcua'::regnamespace
        ORDER BY relname)"_s,
            .columns = uR"(
        SELECT attname::text, format_type(atttypid, atttypmod) FROM pg_attribute
        WHERE attrelid = to_regclass(:name) AND attnum > 0 AND NOT attisdropped
        ORDER BY attnum)"_s,
            .key = uR"(
        SELECT attname::text FROM pg_constraint
        JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
        WHERE contype = 'p' AND conrelid = to_regclass(:name)
        ORDER BY array_position(conkey, attnum))"_s,
            .parents = uR"(
        SELECT DISTINCT relname::text COLLATE "C" AS parent
        FROM pg_constraint JOIN pg_class ON pg_class.oid = confrelid
        WHERE contype = 'f' AND conrelid = to_regclass(:name) ORDER BY parent)"_s};
}

Result<> PostgresDatabase::checkIntegrity()
{
    // What a restored dump or a hand at work can leave behind; pages have the server's checksums.
    Statement doubtful(*this, uR"(
        SELECT indexrelid::regclass::text FROM pg_index
        WHERE NOT indisvalid AND indrelid IN (
            SELECT oid FROM pg_class WHERE relnamespace = 'motcua'::regnamespace)
        UNION ALL
        SELECT conname::text FROM pg_constraint
        WHERE NOT convalidated AND connamespace = 'motcua'::regnamespace)"_s);
    const auto name = doubtful.row([](const Row &row) { return row.text(0); });
    if (!name) {
        return std::unexpected(name.error());
    }
    if (*name) {
        return failure(ErrorCode::DatabaseDamaged, path(), u"%1 is not valid"_s.arg(**name));
    }
    // For every foreign key, the statement that finds a row without its parent.
    Statement keys(*this, uR"(
        SELECT conrelid::regclass::text,
               format('SELECT 1 FROM %s AS child WHERE %s AND NOT EXISTS'
                      ' (SELECT 1 FROM %s AS parent WHERE %s) LIMIT 1',
                      conrelid::regclass,
                      string_agg(format('child.%I IS NOT NULL', own.attname), ' AND '),
                      confrelid::regclass,
                      string_agg(format('parent.%I = child.%I', its.attname, own.attname), ' AND '))
        FROM pg_constraint
        CROSS JOIN LATERAL unnest(conkey, confkey) AS pair (own_number, its_number)
        JOIN pg_attribute AS own ON own.attrelid = conrelid AND own.attnum = pair.own_number
        JOIN pg_attribute AS its ON its.attrelid = confrelid AND its.attnum = pair.its_number
        WHERE contype = 'f' AND connamespace = 'motcua'::regnamespace
        GROUP BY pg_constraint.oid, conrelid, confrelid)"_s);
    const auto checks =
        keys.rows([](const Row &row) { return std::pair(row.text(0), row.text(1)); });
    if (!checks) {
        return std::unexpected(checks.error());
    }
    for (const auto &[table, sql] : *checks) {
        QSqlQuery orphans(connection());
        if (!orphans.exec(sql)) {
            return std::unexpected(errorFrom(orphans.lastError(), sql));
        }
        if (orphans.next()) {
            return failure(ErrorCode::DatabaseDamaged, path(),
                           u"a row of %1 points nowhere"_s.arg(table));
        }
    }
    return {};
}

Result<QString> PostgresDatabase::changeMark()
{
    // Which transactions are done: whatever is committed changes it.
    Statement select(*this, u"SELECT pg_current_snapshot()::text"_s);
    const auto mark = select.row([](const Row &row) { return row.text(0); });
    return mark ? Result<QString>(**mark) : std::unexpected(mark.error());
}

void PostgresDatabase::watch(QObject *context, const std::function<void()> &hint)
{
    QSqlDriver *driver = connection().driver();
    // Whoever may connect may notify, so what it says is not looked at.
    QObject::connect(driver, &QSqlDriver::notification, context, hint);
    const AnswerWait wait;
    if (!driver->subscribeToNotification(Channel)) {
        setFault({ErrorCode::ConnectionLost, path(), u"LISTEN"_s});
    }
}

Database::Pace PostgresDatabase::pace() const
{
    return {.net = 5s, .pause = 50ms};
}

Result<bool> PostgresDatabase::holdDevice(const QString &device)
{
    if (m_devices.contains(device)) {
        return true;
    }
    // Ends with the session, which the server ends some 10 s after a PC lost its power.
    Statement lock(*this,
                   u"SELECT pg_try_advisory_lock(%1, hashtext(:device))"_s.arg(ApplicationId));
    lock.bind(u":device"_s, device);
    const auto held = lock.row([](const Row &row) { return row.boolean(0); });
    if (!held) {
        return std::unexpected(held.error());
    }
    if (**held) {
        m_devices.insert(device);
    }
    return **held;
}

Error PostgresDatabase::errorFrom(const QSqlError &error, const QString &sql)
{
    const QString state = error.nativeErrorCode();
    const Error told{postgresCode(state), path(), u"[%1] %2"_s.arg(state, sql.simplified())};
    if (isLost(state)) {
        setFault(told);
    }
    return told;
}

} // namespace motcua
