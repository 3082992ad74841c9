// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bench/measure.h"

#include <QDate>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace bench {

/// Runs the scratch server as long as it lives.
class ScratchServer
{
public:
    ScratchServer()
    {
        if (does(QStringLiteral("start")) != 0) {
            giveUp("the server does not start");
        }
        qputenv("MOTCUA_TEST_SERVER", QFile::encodeName(folder()));
    }
    ~ScratchServer() { does(QStringLiteral("stop")); }
    ScratchServer(const ScratchServer &) = delete;
    ScratchServer &operator=(const ScratchServer &) = delete;

private:
    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("server")); }
    int does(const QString &verb) const
    {
        return QProcess::execute(QStringLiteral(SOURCE_DIR "/tests/support/scratchserver"),
                                 {verb, folder()});
    }

    QTemporaryDir m_folder;
};

/// As addPastDays() writes them to a file, in the server's @p database.
void addServerDays(const QString &database, int tickets, const QDate &today);

} // namespace bench
