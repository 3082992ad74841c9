// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/changefeed.h"

#include "storage/statement.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

/// Which file stands at @p path now: its device and inode, zeros for none.
static std::pair<quint64, quint64> fileAt(const QString &path)
{
    struct stat file = {};
    return ::stat(QFile::encodeName(path).constData(), &file) == 0
               ? std::pair<quint64, quint64>(file.st_dev, file.st_ino)
               : std::pair<quint64, quint64>();
}

ChangeFeed::ChangeFeed(Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_file(fileAt(database.path()))
{
    look();
    m_failing = false; // nobody could listen yet: the next look tells
    m_folder.addPath(QFileInfo(database.path()).absolutePath());
    connect(&m_folder, &QFileSystemWatcher::directoryChanged, this, &ChangeFeed::look);
    connect(&m_net, &QTimer::timeout, this, &ChangeFeed::look);
    m_net.start(500ms);
}

void ChangeFeed::look()
{
    Statement version(m_database,
                      u"SELECT data_version, total_changes() FROM pragma_data_version"_s);
    const auto number =
        version.row([](const Row &row) { return std::pair(row.bigInteger(0), row.bigInteger(1)); });
    // A file that was moved away stays open, and nobody else reads what is in it.
    const bool isHere = fileAt(m_database.path()) == m_file;
    if (isHere && number && *number && **number == m_version) {
        return; // nobody wrote
    }
    // A retired file says so by showing no row.
    Statement select(m_database, u"SELECT seq FROM branch WHERE NOT retired"_s);
    const auto seq = select.row([](const Row &row) { return row.bigInteger(0); });
    if (!isHere || !number || !seq || !*seq) {
        if (!std::exchange(m_failing, true)) {
            Q_EMIT failed(seq ? Error{ErrorCode::DatabaseReplaced, m_database.path(), {}}
                              : seq.error());
        }
        return;
    }
    m_failing = false;
    m_version = **number;
    m_seq = **seq;
    Q_EMIT changed(m_seq);
}

} // namespace motcua
