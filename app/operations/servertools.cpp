// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/servertools.h"

#include "storage/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QScopeGuard>
#include <QStandardPaths>

#include <array>
#include <fcntl.h>
#include <grp.h>
#include <optional>
#include <pwd.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct SystemUser
{
    QString name;
    uid_t uid = 0;
    gid_t gid = 0;
};

std::optional<SystemUser> userNamed(const QString &name)
{
    const passwd *entry = ::getpwnam(name.toLocal8Bit().constData());
    return entry ? std::optional(SystemUser{name, entry->pw_uid, entry->pw_gid}) : std::nullopt;
}

/// Nobody when the server runs as we do.
std::optional<SystemUser> serverUser()
{
    return ::geteuid() == 0 ? userNamed(u"postgres"_s) : std::nullopt;
}

/// Debian keeps the tools of each version apart, and none but psql's kin in PATH.
QString pathOf(const QString &program, int version)
{
    if (program == "openssl"_L1) {
        return QStandardPaths::findExecutable(program);
    }
    const QDir versions(u"/usr/lib/postgresql"_s);
    int newest = 0;
    for (const QString &installed : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const int number = installed.toInt();
        if ((version == 0 || number == version)
            && QFileInfo(versions.filePath(installed + u"/bin/initdb"_s)).isExecutable()) {
            newest = qMax(newest, number);
        }
    }
    return newest == 0 ? QString() : versions.filePath(u"%1/bin/%2"_s.arg(newest).arg(program));
}

QString lastLine(const QByteArray &text)
{
    return QString::fromUtf8(text.trimmed().split('\n').constLast().trimmed());
}

} // namespace

Result<QByteArray> runTool(const ToolCall &call)
{
    const QString path = pathOf(call.program, call.version);
    const auto user = call.user == ToolUser::Server ? serverUser() : std::nullopt;
    if (path.isEmpty() || (call.user == ToolUser::Server && ::geteuid() == 0 && !user)) {
        return failure(ErrorCode::ToolMissing,
                       call.version == 0
                           ? call.program
                           : u"%1 (PostgreSQL %2)"_s.arg(call.program).arg(call.version));
    }
    QProcess process;
    QProcessEnvironment environment; // nothing of ours: PGPASSWORD and its kin would be obeyed
    environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    environment.insert(u"LC_ALL"_s, u"C"_s);
    environment.insert(u"HOME"_s, u"/nonexistent"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(call.folder);
    process.setChildProcessModifier([user] {
        ::umask(S_IRWXG | S_IRWXO);
        if (user
            && (::setgroups(0, nullptr) != 0 || ::setgid(user->gid) != 0
                || ::setuid(user->uid) != 0)) {
            ::_exit(127);
        }
    });
    process.start(path, call.arguments);
    process.write(call.input);
    process.closeWriteChannel();
    constexpr int LongestMs = 10 * 60'000; // a large branch is copied
    if (!process.waitForFinished(LongestMs)) {
        process.kill();
        process.waitForFinished();
        return failure(ErrorCode::ToolFailed, call.program, process.errorString());
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        const QByteArray words = process.readAllStandardError();
        return failure(ErrorCode::ToolFailed, u"%1: %2"_s.arg(call.program, lastLine(words)),
                       QString::fromUtf8(words).simplified());
    }
    return process.readAllStandardOutput();
}

QString serverUserName()
{
    const auto user = serverUser();
    if (user) {
        return user->name;
    }
    const passwd *entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::geteuid());
}

static Result<> give(const std::optional<SystemUser> &user, const QString &path)
{
    // Not through a link that somebody else may have put there.
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0) {
        return failure(ErrorCode::FileUnwritable, path);
    }
    const auto close = qScopeGuard([file] { ::close(file); });
    const mode_t mode = QFileInfo(path).isDir() ? S_IRWXU : S_IRUSR | S_IWUSR;
    if (::fchmod(file, mode) != 0 || (user && ::fchown(file, user->uid, user->gid) != 0)) {
        return failure(ErrorCode::FileUnwritable, path);
    }
    return {};
}

Result<> giveToServer(const QString &path)
{
    return give(serverUser(), path);
}

bool isSystemUser(const QString &name)
{
    return userNamed(name).has_value();
}

Result<> giveTo(const QString &name, const QString &path)
{
    const auto user = userNamed(name);
    return user ? give(user, path) : failure(ErrorCode::FileUnwritable, name);
}

Result<> makePrivateFolder(const QString &path)
{
    if (!QDir().mkpath(path)) {
        return failure(ErrorCode::FileUnwritable, path);
    }
    return give(std::nullopt, path);
}

Result<QString> preparePrivate(const QString &path, const QByteArray &content)
{
    if (QFileInfo(path).isDir()) {
        return failure(ErrorCode::FileUnwritable, path);
    }
    QString unfinished = unfinishedPath(path);
    if (const auto made = makePrivate(unfinished); !made) {
        return std::unexpected(made.error());
    }
    QFile file(unfinished);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
        || !file.flush()) {
        const QString why = file.errorString();
        file.remove();
        return failure(ErrorCode::FileUnwritable, path, why);
    }
    return unfinished;
}

Result<> writePrivate(const QString &path, const QByteArray &content)
{
    const auto unfinished = preparePrivate(path, content);
    if (!unfinished) {
        return std::unexpected(unfinished.error());
    }
    const auto placed = replaceBy(*unfinished, path);
    if (!placed) {
        QFile::remove(*unfinished);
    }
    return placed;
}

Result<QByteArray> readWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileUnreadable, path, file.errorString());
    }
    return file.readAll();
}

Result<QString> newSecret()
{
    if (sodium_init() < 0) {
        return failure(ErrorCode::StorageFailed, {}, u"no randomness"_s);
    }
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    QString secret = QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(bytes.data()), bytes.size())
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    sodium_memzero(bytes.data(), bytes.size());
    return secret;
}

} // namespace motcua
