// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/branchserver.h"

#include "core/wordtable.h"
#include "operations/joining.h"
#include "operations/personvault.h"
#include "operations/serverauthority.h"
#include "operations/servertools.h"
#include "storage/durablefile.h"
#include "storage/intakerepository.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSettings>
#include <QUrl>
#include <QUrlQuery>

#include <array>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr WordTable<Face, 5> Faces({
    {Face::Kiosk, "kiosk"_L1},
    {Face::Counter, "counter"_L1},
    {Face::Board, "board"_L1},
    {Face::Manager, "manager"_L1},
    {Face::Rating, "rating"_L1},
});

/// A counter reads and writes what is sealed, and the head of the branch reads what citizens wrote.
bool opensSealed(Face face)
{
    return face == Face::Counter || face == Face::Manager;
}

/// The one file that only a finished server has.
QString readyFile(const QString &folder)
{
    return folder + u"/server.json"_s;
}

/// The one file that only an unfinished one has.
QString buildingFile(const QString &folder)
{
    return folder + u"/unfinished"_s;
}

/// As PostgreSQL's files and statements want a text.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

const QString DatabaseName = u"branch"_s;
const QString Restoring = u"branch_restoring"_s; // a copy that is not in its place yet

/// The version that made the data, whose tools alone understand them; 0 before that.
int versionOf(const BranchServer &server)
{
    return readWhole(server.folder + u"/data/PG_VERSION"_s)
        .value_or(QByteArray())
        .trimmed()
        .toInt();
}

/// Runs @p sql on the server as its administrator, in one transaction unless it makes a database.
Result<QString> runSql(const BranchServer &server, const QString &sql, bool isWhole = true)
{
    QStringList arguments{u"--no-psqlrc"_s,
                          u"--quiet"_s,
                          u"--set=ON_ERROR_STOP=1"_s,
                          u"--set=VERBOSITY=terse"_s,
                          u"--tuples-only"_s,
                          u"--no-align"_s,
                          u"--no-password"_s,
                          u"--host="_s + server.folder + u"/run"_s,
                          u"--port="_s + QString::number(server.port),
                          u"--username=postgres"_s,
                          u"--dbname="_s + (isWhole ? DatabaseName : u"postgres"_s)};
    if (isWhole) {
        arguments.append(u"--single-transaction"_s);
    }
    const auto answer = runTool({.program = u"psql"_s,
                                 .arguments = arguments,
                                 .input = sql.toUtf8(),
                                 .user = ToolUser::Server,
                                 .version = versionOf(server)});
    if (!answer && answer.error().detail.contains("connection to server"_L1)) {
        return failure(ErrorCode::ServerUnreachable,
                       u"%1:%2"_s.arg(server.address).arg(server.port), answer.error().detail);
    }
    return answer ? Result<QString>(QString::fromUtf8(*answer)) : std::unexpected(answer.error());
}

/// What differs from PostgreSQL's own defaults.
QString configurationOf(const BranchServer &server)
{
    const QString tls = server.folder + u"/tls/"_s;
    const QString others = server.address == "127.0.0.1"_L1 || server.address == "localhost"_L1
                               ? QString()
                               : u", "_s + server.address;
    // Errors of statements are told to who sent them and are not logged at all: their words can quote
    // what was typed. Of the rest no statement, no value and no detail is.
    return uR"(
listen_addresses = %1
port = %2
unix_socket_directories = %3
unix_socket_permissions = 0700
max_connections = 120
superuser_reserved_connections = 5
authentication_timeout = 10s
password_encryption = scram-sha-256
ssl = on
ssl_min_protocol_version = 'TLSv1.3'
ssl_ca_file = %4
ssl_crl_file = %5
ssl_cert_file = %6
ssl_key_file = %7
fsync = on
full_page_writes = on
synchronous_commit = on
statement_timeout = 60s
lock_timeout = 20s
idle_in_transaction_session_timeout = 10s
tcp_keepalives_idle = 5
tcp_keepalives_interval = 2
tcp_keepalives_count = 3
logging_collector = on
log_directory = %8
log_filename = 'server-%d.log'
log_file_mode = 0600
log_rotation_age = 1d
log_truncate_on_rotation = on
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
log_statement = none
log_duration = off
log_min_duration_statement = -1
log_min_duration_sample = -1
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_lock_waits = off
log_temp_files = -1
log_autovacuum_min_duration = -1
log_line_prefix = '%m [%p] %u '
timezone = UTC
log_timezone = UTC
lc_messages = C
)"_s.arg(quoted(u"127.0.0.1"_s + others), QString::number(server.port),
         quoted(server.folder + u"/run"_s), quoted(tls + u"ca.crt"_s), quoted(tls + u"ca.crl"_s),
         quoted(tls + u"server.crt"_s), quoted(tls + u"server.key"_s),
         quoted(server.folder + u"/log"_s));
}

constexpr QByteArrayView Admission(R"(# Made by motcua server init.
local   all     postgres,branch_owner                               peer map=here
hostssl branch  +kiosk,+board,+counter,+manager,+rating  all        scram-sha-256 clientcert=verify-full
local   all     all                                                 reject
host    all     all                                     all         reject
)");

Result<> configure(const BranchServer &server)
{
    const QString data = server.folder + u"/data/"_s;
    const auto own = readWhole(data + u"postgresql.conf"_s);
    if (!own) {
        return std::unexpected(own.error());
    }
    QString people;
    for (const QString &role : {u"postgres"_s, u"branch_owner"_s}) {
        people += u"here root %1\nhere %2 %1\n"_s.arg(role, serverUserName());
    }
    const std::array files{
        std::pair(u"postgresql.conf"_s, *own + configurationOf(server).toUtf8()),
        std::pair(u"pg_hba.conf"_s, Admission.toByteArray()),
        std::pair(u"pg_ident.conf"_s, people.toUtf8()),
    };
    for (const auto &[name, content] : files) {
        if (const auto written = writePrivate(data + name, content); !written) {
            return written;
        }
        if (const auto given = giveToServer(data + name); !given) {
            return given;
        }
    }
    return {};
}

/// Lets in all faces there are; the server may be older than one of them.
Result<> admitFaces(const BranchServer &server)
{
    const QString path = server.folder + u"/data/pg_hba.conf"_s;
    const auto before = readWhole(path);
    if (!before || *before == Admission) {
        return before ? Result<>() : std::unexpected(before.error());
    }
    if (const auto written = writePrivate(path, Admission.toByteArray()); !written) {
        return written;
    }
    if (const auto given = giveToServer(path); !given) {
        return given;
    }
    const auto read = runSql(server, u"SELECT pg_reload_conf()"_s);
    return read ? Result<>() : std::unexpected(read.error());
}

Result<> control(const BranchServer &server, const QStringList &arguments)
{
    const auto done = runTool(
        {.program = u"pg_ctl"_s,
         .arguments = QStringList{u"-D"_s, server.folder + u"/data"_s, u"-w"_s, u"-t"_s, u"60"_s}
                      + arguments,
         .user = ToolUser::Server,
         .version = versionOf(server)});
    return done ? Result<>() : std::unexpected(done.error());
}

bool isRunning(const BranchServer &server)
{
    return control(server, {u"status"_s}).has_value();
}

Result<> launch(const BranchServer &server)
{
    const QString log = server.folder + u"/log/start.log"_s;
    auto started = control(server, {u"-l"_s, log, u"start"_s});
    if (!started && started.error().code == ErrorCode::ToolFailed) {
        // Its own words are better than pg_ctl's.
        const auto words = readWhole(log);
        static const QRegularExpression fatal(u"(?:FATAL|ERROR|LOG):  (.*)"_s);
        QString reason;
        auto lines = fatal.globalMatch(QString::fromUtf8(words.value_or(QByteArray())).right(4000));
        while (lines.hasNext()) {
            const auto line = lines.next();
            if (reason.isEmpty() || line.captured(0).startsWith("FATAL"_L1)) {
                reason = line.captured(1);
            }
        }
        started.error().subject =
            reason.isEmpty() ? started.error().subject : u"PostgreSQL: "_s + reason;
    }
    return started;
}

Result<> makeDatabase(const BranchServer &server, const QString &name)
{
    const auto made = runSql(server, uR"(
        CREATE DATABASE %1 OWNER branch_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C';
        REVOKE ALL ON DATABASE %1 FROM PUBLIC;
        GRANT CONNECT ON DATABASE %1 TO kiosk, board, counter, manager, rating;)"_s.arg(name),
                             false);
    return made ? Result<>() : std::unexpected(made.error());
}

Result<> makeRoles(const BranchServer &server)
{
    const auto made = runSql(server, uR"(
        CREATE ROLE kiosk NOLOGIN;
        CREATE ROLE board NOLOGIN;
        CREATE ROLE counter NOLOGIN;
        CREATE ROLE manager NOLOGIN;
        CREATE ROLE rating NOLOGIN;
        CREATE ROLE branch_enroller NOLOGIN CREATEROLE;
        CREATE ROLE branch_owner LOGIN CONNECTION LIMIT 20;
        REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;)"_s,
                             false);
    return made ? makeDatabase(server, DatabaseName) : std::unexpected(made.error());
}

Result<> grantRights(const BranchServer &server)
{
    QFile file(u":/server/grants.sql"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const auto granted = runSql(server, opened ? QString::fromUtf8(file.readAll()) : QString());
    return granted ? Result<>() : std::unexpected(granted.error());
}

Result<Branch> build(const BranchServer &server, const Catalogue &catalogue,
                     const CommandContext &context, const Completion &complete)
{
    for (const QString &name : {u"data"_s, u"tls"_s, u"run"_s, u"log"_s, u"backups"_s}) {
        const QString folder = server.folder + u'/' + name;
        if (const auto made = makePrivateFolder(folder); !made) {
            return std::unexpected(made.error());
        }
        if (const auto given = giveToServer(folder); !given) {
            return std::unexpected(given.error());
        }
    }
    const auto made =
        runTool({.program = u"initdb"_s,
                 .arguments = {u"-D"_s, server.folder + u"/data"_s, u"--username=postgres"_s,
                               u"--encoding=UTF8"_s, u"--locale=C"_s, u"--data-checksums"_s,
                               u"--auth=reject"_s, u"--no-instructions"_s},
                 .user = ToolUser::Server});
    if (!made) {
        return std::unexpected(made.error());
    }
    if (const auto done = makeAuthority(server.folder, server.address); !done) {
        return std::unexpected(done.error());
    }
    for (const auto step : {configure, launch, makeRoles}) {
        if (const auto done = step(server); !done) {
            return std::unexpected(done.error());
        }
    }
    auto branch = createBranch(server.ownerPlace(), catalogue, context, complete);
    if (!branch) {
        return branch;
    }
    if (const auto granted = grantRights(server); !granted) {
        return std::unexpected(granted.error());
    }
    return branch;
}

/// Ends and removes what is in a folder whose server was never finished.
Result<> removeUnfinished(const BranchServer &server)
{
    if (QFileInfo::exists(server.folder + u"/data/postmaster.pid"_s)) {
        static_cast<void>(control(server, {u"-m"_s, u"immediate"_s, u"stop"_s}));
    }
    QDir folder(server.folder);
    const QStringList names =
        folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const QString path = folder.filePath(name);
        if (path == buildingFile(server.folder)) {
            continue; // last, so that what is left can be removed again
        }
        if (!(QFileInfo(path).isDir() ? QDir(path).removeRecursively() : QFile::remove(path))) {
            return failure(ErrorCode::FileUnwritable, path);
        }
    }
    QFile::remove(buildingFile(server.folder));
    return {};
}

Result<> checkPlan(const BranchServer &server)
{
    static const QRegularExpression address(u"^[A-Za-z0-9][A-Za-z0-9.-]*$|^[0-9A-Fa-f:]+$"_s);
    // Its socket's name must fit the system's 107 bytes.
    constexpr qsizetype LongestFolder = 80;
    if (!address.match(server.address).hasMatch() || server.address == "0.0.0.0"_L1
        || server.address == "::"_L1) {
        return failure(ErrorCode::Usage, u"--address"_s);
    }
    if (QFile::encodeName(server.folder).size() > LongestFolder || server.folder.contains(u'\n')) {
        return failure(ErrorCode::Usage, u"--folder"_s);
    }
    if (QFileInfo::exists(readyFile(server.folder))) {
        return failure(ErrorCode::DatabaseExists, server.folder);
    }
    const QDir folder(server.folder);
    if (folder.exists() && !QFileInfo::exists(buildingFile(server.folder))
        && !folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        return failure(ErrorCode::FolderInUse, server.folder);
    }
    return {};
}

/// A name that a role, a certificate and a file can have, and that is none of ours.
bool isDeviceName(const QString &name)
{
    static const QRegularExpression form(u"^[a-z][a-z0-9-]{0,30}$"_s);
    static const QStringList taken{u"postgres"_s, u"localhost"_s, u"ca"_s, u"public"_s, u"none"_s};
    return form.match(name).hasMatch() && !taken.contains(name) && !faceFromWord(name)
           && !name.startsWith("pg-"_L1);
}

} // namespace

QString word(Face face)
{
    return Faces.wordOf(face);
}

std::optional<Face> faceFromWord(QStringView word)
{
    return Faces.valueOf(word);
}

QString BranchServer::ownerPlace(const QString &database) const
{
    QUrl url(u"postgresql://branch_owner@localhost/"_s + database);
    url.setPort(port);
    QUrlQuery query;
    query.addQueryItem(u"host"_s, QString::fromLatin1(QUrl::toPercentEncoding(folder + u"/run"_s)));
    query.addQueryItem(u"key"_s, QString::fromLatin1(QUrl::toPercentEncoding(keyFile())));
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

QString BranchServer::settingsFile() const
{
    return folder + u"/motcua.conf"_s;
}

QString BranchServer::keyFile() const
{
    return folder + u"/branch.key"_s;
}

Result<Branch> createServer(const BranchServer &server, const Catalogue &catalogue,
                            const CommandContext &context, const Completion &complete)
{
    if (const auto checked = checkPlan(server); !checked) {
        return std::unexpected(checked.error());
    }
    if (!QDir().mkpath(server.folder)) {
        return failure(ErrorCode::FileUnwritable, server.folder);
    }
    if (const auto removed = removeUnfinished(server); !removed) {
        return std::unexpected(removed.error());
    }
    if (const auto marked = writePrivate(buildingFile(server.folder), {}); !marked) {
        return std::unexpected(marked.error());
    }
    auto branch = build(server, catalogue, context, complete);
    if (branch) {
        {
            QSettings settings(server.settingsFile(), QSettings::IniFormat);
            settings.setValue(u"database"_s, server.ownerPlace());
            settings.setValue(u"branch"_s, branch->code);
            settings.sync();
            if (settings.status() != QSettings::NoError) {
                branch = failure(ErrorCode::FileUnwritable, server.settingsFile());
            }
        }
    }
    if (branch) {
        const QJsonObject facts{{u"address"_s, server.address}, {u"port"_s, server.port}};
        const auto ready = writePrivate(readyFile(server.folder), QJsonDocument(facts).toJson());
        branch = ready ? std::move(branch) : std::unexpected(ready.error());
    }
    if (!branch) {
        static_cast<void>(removeUnfinished(server));
        return branch;
    }
    QFile::remove(buildingFile(server.folder));
    return branch;
}

Result<BranchServer> serverIn(const QString &folder)
{
    const QString path = QDir(folder).absolutePath();
    const auto content = readWhole(readyFile(path));
    const QJsonObject facts = QJsonDocument::fromJson(content.value_or(QByteArray())).object();
    if (!facts.contains("port"_L1)) {
        return failure(ErrorCode::DatabaseMissing, path);
    }
    return BranchServer{.folder = path,
                        .address = facts["address"_L1].toString(),
                        .port = facts["port"_L1].toInt()};
}

/// A restore that lost its power halfway leaves the branch shut; its copy tells that.
static Result<> undoInterruptedRestore(const BranchServer &server)
{
    const auto left =
        runSql(server, u"SELECT 1 FROM pg_database WHERE datname = '%1'"_s.arg(Restoring), false);
    if (!left || left->trimmed().isEmpty()) {
        return left ? Result<>() : std::unexpected(left.error());
    }
    const auto let = runSql(server, u"ALTER DATABASE branch ALLOW_CONNECTIONS TRUE"_s, false);
    const auto taken = let ? runSql(server, u"UPDATE motcua.branch SET retired = FALSE"_s) : let;
    const auto dropped =
        taken ? runSql(server, u"DROP DATABASE %1 WITH (FORCE)"_s.arg(Restoring), false) : taken;
    return dropped ? Result<>() : std::unexpected(dropped.error());
}

Result<> startServer(const BranchServer &server)
{
    if (!isRunning(server)) {
        if (const auto launched = launch(server); !launched) {
            return launched;
        }
    }
    if (const auto undone = undoInterruptedRestore(server); !undone) {
        return undone;
    }
    if (const auto admitted = admitFaces(server); !admitted) {
        return admitted;
    }
    if (const auto database = openBranch(server.ownerPlace()); !database) {
        return std::unexpected(database.error());
    }
    return grantRights(server);
}

Result<> stopServer(const BranchServer &server)
{
    return isRunning(server) ? control(server, {u"-m"_s, u"fast"_s, u"stop"_s}) : Result<>();
}

Result<std::vector<EnrolledDevice>> enrolledDevices(const BranchServer &server)
{
    const auto rows = runSql(server, uR"(
        SELECT device.rolname, face.rolname,
               CASE WHEN NOT device.rolcanlogin THEN 'revoked'
                    WHEN device.rolvaliduntil = 'infinity' THEN 'joined'
                    WHEN device.rolvaliduntil < now() THEN 'expired'
                    ELSE 'invited' END,
               (SELECT count(*) FROM pg_stat_activity WHERE usename = device.rolname)
        FROM pg_auth_members
        JOIN pg_roles AS device ON device.oid = member
        JOIN pg_roles AS face ON face.oid = roleid
        WHERE face.rolname IN ('kiosk', 'board', 'counter', 'manager')
        ORDER BY device.rolname COLLATE "C")"_s);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::vector<EnrolledDevice> devices;
    for (const QString &row : rows->split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList columns = row.split(u'|');
        const auto face = columns.size() == 4 ? faceFromWord(columns[1]) : std::nullopt;
        if (!face) {
            return failure(ErrorCode::StorageFailed, server.folder, row);
        }
        devices.push_back({.name = columns[0],
                           .face = *face,
                           .state = columns[2],
                           .sessions = columns[3].toInt(),
                           .certifiedUntil = certifiedUntil(server.folder, columns[0])});
    }
    return devices;
}

Result<QByteArray> enrolDevice(const BranchServer &server, const QString &name, Face face,
                               const QString &code, const QDateTime &now)
{
    if (!isDeviceName(name)) {
        return failure(ErrorCode::InvalidInput, name.left(40));
    }
    const auto branch = [&]() -> Result<Branch> {
        const auto database = openBranch(server.ownerPlace());
        return database ? readBranch(**database) : std::unexpected(database.error());
    }();
    if (branch && branch->retired) {
        return failure(ErrorCode::DatabaseReplaced, server.folder);
    }
    const auto devices = branch ? enrolledDevices(server) : std::unexpected(branch.error());
    if (!devices) {
        return std::unexpected(devices.error());
    }
    const auto known = std::ranges::find(*devices, name, &EnrolledDevice::name);
    if (known != devices->end() && (known->state == "joined"_L1 || known->state == "invited"_L1)) {
        return failure(ErrorCode::DeviceEnrolled, name);
    }
    if (known != devices->end()) { // its certificate must not work again with its name
        if (const auto revoked = revokeDevice(server, name); !revoked) {
            return std::unexpected(revoked.error());
        }
    }
    const auto certified = certifyDevice(server.folder, name);
    if (!certified) {
        return std::unexpected(certified.error());
    }
    const auto branchKey =
        opensSealed(face) ? readWhole(server.keyFile()) : Result<QByteArray>(QByteArray());
    const auto password = newSecret();
    if (!branchKey || !password) {
        return std::unexpected(!branchKey ? branchKey.error() : password.error());
    }
    auto file = sealJoin({.name = name,
                          .face = word(face),
                          .branch = branch->code,
                          .address = server.address,
                          .port = server.port,
                          .password = *password,
                          .authority = certified->authority,
                          .certificate = certified->certificate,
                          .key = certified->key,
                          .branchKey = *branchKey},
                         code);
    if (!file) {
        return file;
    }
    // What a client may change itself it may: these are for programs that do not care.
    const auto made = runSql(
        server, uR"(
        DROP ROLE IF EXISTS "%1";
        CREATE ROLE "%1" LOGIN IN ROLE %2 CONNECTION LIMIT 6 PASSWORD %3 VALID UNTIL %4;
        GRANT "%1" TO branch_enroller WITH ADMIN OPTION; -- which from 16 on changes only such
        ALTER ROLE "%1" SET search_path = motcua;
        ALTER ROLE "%1" SET statement_timeout = '60s';
        ALTER ROLE "%1" SET lock_timeout = '20s';
        ALTER ROLE "%1" SET idle_in_transaction_session_timeout = '5s';
        ALTER ROLE "%1" SET temp_file_limit = '256MB';)"_s.arg(
                    name, word(face), quoted(*password),
                    quoted(now.toUTC().addSecs(qint64{JoinHours} * 3600).toString(Qt::ISODate))));
    return made ? file : std::unexpected(made.error());
}

Result<> revokeDevice(const BranchServer &server, const QString &name)
{
    const auto devices = enrolledDevices(server);
    if (!devices) {
        return std::unexpected(devices.error());
    }
    if (std::ranges::find(*devices, name, &EnrolledDevice::name) == devices->end()) {
        return failure(ErrorCode::UnknownDevice, name);
    }
    // It is out and cannot come back from here on, whatever fails below. Two steps: who is let in
    // before the first is there is ended by the second.
    for (const QString &sql :
         {uR"(ALTER ROLE "%1" NOLOGIN PASSWORD NULL)"_s.arg(name),
          u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %1"_s.arg(
              quoted(name))}) {
        if (const auto done = runSql(server, sql); !done) {
            return std::unexpected(done.error());
        }
    }
    if (const auto revoked = revokeCertificate(server.folder, name); !revoked) {
        return revoked;
    }
    const auto reloaded = runSql(server, u"SELECT pg_reload_conf()"_s);
    return reloaded ? Result<>() : std::unexpected(reloaded.error());
}

Result<QString> backUpServer(const BranchServer &server, const QDateTime &now)
{
    const QDir folder(server.folder + u"/backups"_s);
    QString path =
        folder.filePath(u"branch-%1.dump"_s.arg(now.toUTC().toString(u"yyyyMMdd-HHmmss"_s)));
    const QString unfinished = unfinishedPath(path);
    const auto removeUnfinishedFile = qScopeGuard([&] { QFile::remove(unfinished); });
    const auto copied =
        runTool({.program = u"pg_dump"_s,
                 .arguments = {u"--format=custom"_s, u"--no-password"_s,
                               u"--host="_s + server.folder + u"/run"_s,
                               u"--port="_s + QString::number(server.port),
                               u"--username=postgres"_s, u"--file="_s + unfinished, DatabaseName},
                 .user = ToolUser::Server,
                 .version = versionOf(server)});
    if (!copied) {
        return std::unexpected(copied.error());
    }
    // Unpacks every row: a file that was cut off or damaged is no backup.
    const auto read = runTool({.program = u"pg_restore"_s,
                               .arguments = {u"--file=/dev/null"_s, unfinished},
                               .user = ToolUser::Server,
                               .version = versionOf(server)});
    if (!read) {
        return std::unexpected(read.error());
    }
    if (const auto published = publish(unfinished, path); !published) {
        return std::unexpected(published.error());
    }
    constexpr int Kept = 30;
    const QStringList all =
        folder.entryList({u"branch-*.dump"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &old : all.mid(Kept)) {
        QFile::remove(folder.filePath(old));
    }
    return path;
}

Result<RestoreReport> restoreServer(const BranchServer &server, const QString &file,
                                    const CommandContext &context, std::optional<int> skip)
{
    const auto content = readWhole(file); // root can, the server's user perhaps not
    if (!content) {
        return std::unexpected(content.error());
    }
    const auto drop = [&] {
        return runSql(server, u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(Restoring), false);
    };
    if (const auto dropped = drop(); !dropped) { // what an interrupted try left behind
        return std::unexpected(dropped.error());
    }
    if (const auto made = makeDatabase(server, Restoring); !made) {
        return std::unexpected(made.error());
    }
    const auto removeCopy = qScopeGuard([&] { static_cast<void>(drop()); });
    const auto unpacked =
        runTool({.program = u"pg_restore"_s,
                 .arguments = {u"--exit-on-error"_s, u"--single-transaction"_s, u"--no-password"_s,
                               u"--host="_s + server.folder + u"/run"_s,
                               u"--port="_s + QString::number(server.port),
                               u"--username=postgres"_s, u"--dbname="_s + Restoring},
                 .input = *content,
                 .user = ToolUser::Server,
                 .version = versionOf(server)});
    if (!unpacked) {
        return std::unexpected(unpacked.error());
    }
    // Without its key nobody could read what is sealed in it, and that must not be found out later.
    {
        const auto copy = Database::open(server.ownerPlace(Restoring));
        if (!copy) {
            return std::unexpected(copy.error());
        }
        const auto key = IntakeRepository(**copy).publicKey();
        const auto vault =
            key ? PersonVault::open(server.keyFile(), *key) : std::unexpected(key.error());
        if (!vault) {
            return std::unexpected(vault.error());
        }
    }
    const QString aside = u"branch_until_"_s + context.clock.toUTC().toString(u"yyyyMMdd_HHmmss"_s);
    const auto exchange = [&]() -> Result<> {
        // Faces that lost their connection come again at once, so nobody is let in meanwhile. Under its
        // new name the old database is for nobody but us: see Admission.
        const auto exchanged = runSql(server, uR"(
            ALTER DATABASE branch ALLOW_CONNECTIONS FALSE;
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname IN ('branch', '%2');
            BEGIN;
            ALTER DATABASE branch RENAME TO %1;
            ALTER DATABASE %2 RENAME TO branch;
            COMMIT;
            ALTER DATABASE %1 ALLOW_CONNECTIONS TRUE;)"_s.arg(aside, Restoring),
                                      false);
        if (!exchanged) {
            static_cast<void>(
                runSql(server, u"ALTER DATABASE branch ALLOW_CONNECTIONS TRUE"_s, false));
            static_cast<void>(runSql(server, u"UPDATE motcua.branch SET retired = FALSE"_s));
            return std::unexpected(exchanged.error());
        }
        return grantRights(server);
    };
    return restoreFrom({.copy = server.ownerPlace(Restoring),
                        .path = server.ownerPlace(),
                        .aside = aside,
                        .exchange = exchange},
                       context, skip, {});
}

} // namespace motcua
