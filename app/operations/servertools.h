// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QStringList>

namespace motcua {

/// Who runs a tool. PostgreSQL refuses to be root: root's server runs as the system's user postgres,
/// anybody else's as himself.
enum class ToolUser { Ourselves, Server };

/// What a tool is run with.
struct ToolCall
{
    QString program; ///< the name of one of PostgreSQL's tools, or "openssl"
    QStringList arguments;
    QByteArray input = {};                ///< secrets go here: arguments can be seen by everybody
    QString folder = QStringLiteral("/"); ///< where it runs
    ToolUser user = ToolUser::Ourselves;
    int version = 0; ///< PostgreSQL's; 0: the newest on this PC
};

/// Runs a tool of PostgreSQL, or openssl, to its end and returns what it wrote.
/// Fails with ToolMissing, ToolFailed (subject: its last words).
[[nodiscard]] Result<QByteArray> runTool(const ToolCall &call);

/// The name in the system of whom ToolUser::Server is.
[[nodiscard]] QString serverUserName();
/// Gives a file or folder to him, and lets nobody else look into it. Fails with FileUnwritable, also
/// for a link.
[[nodiscard]] Result<> giveToServer(const QString &path);
[[nodiscard]] bool isSystemUser(const QString &name);
/// The same to the system's user @p name.
[[nodiscard]] Result<> giveTo(const QString &name, const QString &path);

/// Makes a folder that nobody else may look into, unless it exists. Fails with FileUnwritable.
[[nodiscard]] Result<> makePrivateFolder(const QString &path);
/// Writes a file that nobody else may read, whole or not at all. Fails with FileUnwritable.
[[nodiscard]] Result<> writePrivate(const QString &path, const QByteArray &content);
/// The first half of it: writes the file under another name, which is returned; replaceBy() gives it its
/// own. Fails with FileUnwritable, also where it could not get its name.
[[nodiscard]] Result<QString> preparePrivate(const QString &path, const QByteArray &content);
/// Fails with FileUnreadable.
[[nodiscard]] Result<QByteArray> readWhole(const QString &path);

/// Random bytes that nobody can guess, as letters that are safe everywhere.
[[nodiscard]] Result<QString> newSecret();

} // namespace motcua
