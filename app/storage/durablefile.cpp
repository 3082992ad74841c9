// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/durablefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace motcua {

QString unfinishedPath(const QString &path)
{
    return u"%1.unfinished-%2"_s.arg(path).arg(QCoreApplication::applicationPid());
}

Result<> makePrivate(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return failure(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path,
                       u"open: errno %1"_s.arg(errno));
    }
    ::close(descriptor);
    return {};
}

Result<> syncToDisk(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return failure(ErrorCode::FileUnreadable, path);
    }
    const int synced = ::fsync(descriptor);
    const int reason = errno;
    ::close(descriptor);
    if (synced != 0) {
        return failure(reason == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path,
                       u"fsync: errno %1"_s.arg(reason));
    }
    return {};
}

Result<> addName(const QString &path, const QString &name)
{
    // link() and not rename(): it refuses to replace a file that appeared meanwhile.
    if (::link(QFile::encodeName(path).constData(), QFile::encodeName(name).constData()) != 0) {
        return failure(errno == EEXIST ? ErrorCode::DatabaseExists : ErrorCode::FileUnwritable,
                       name, u"link: errno %1"_s.arg(errno));
    }
    return {};
}

Result<> publish(const QString &unfinished, const QString &path)
{
    if (const auto synced = syncToDisk(unfinished); !synced) {
        return synced;
    }
    const QByteArray from = QFile::encodeName(unfinished);
    const QByteArray to = QFile::encodeName(path);
    if (const auto named = addName(unfinished, path); named) {
        ::unlink(from.constData());
    } else if (named.error().code == ErrorCode::DatabaseExists
               || ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(),
                              RENAME_NOREPLACE)
                      != 0) { // a USB stick knows no second names
        return named;
    }
    return syncToDisk(QFileInfo(path).absolutePath());
}

Result<> replaceBy(const QString &unfinished, const QString &path)
{
    if (const auto synced = syncToDisk(unfinished); !synced) {
        return synced;
    }
    if (::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(path).constData())
        != 0) {
        return failure(ErrorCode::FileUnwritable, path, u"rename: errno %1"_s.arg(errno));
    }
    return syncToDisk(QFileInfo(path).absolutePath());
}

void discard(const QString &unfinished)
{
    const QFileInfo file(unfinished);
    const QString kind = file.fileName().left(file.fileName().lastIndexOf(u'-') + 1);
    const QDir folder(file.absolutePath());
    for (const QString &name : folder.entryList({kind + u'*'}, QDir::Files)) {
        const int owner = name.mid(kind.size()).section(u'-', 0, 0).toInt();
        const bool isOurs = folder.filePath(name).startsWith(file.absoluteFilePath());
        if (isOurs || (owner > 0 && ::kill(owner, 0) != 0 && errno == ESRCH)) {
            QFile::remove(folder.filePath(name));
        }
    }
}

} // namespace motcua
