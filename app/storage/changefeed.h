// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/database.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace motcua {

/// Says that a branch changed, whichever process changed it.
///
/// The hint is inotify on the folder, where every commit makes and removes a journal; the truth is
/// read again from the branch's row. A hint can be lost, so PRAGMA data_version is asked every half
/// second as well. Nothing here opens the database file itself: closing such a descriptor would
/// drop SQLite's locks.
class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    /// @p database must outlive the feed and belongs to its thread.
    explicit ChangeFeed(Database &database, QObject *parent = nullptr);

    [[nodiscard]] qint64 seq() const { return m_seq; }
    /// Tells at once what was committed, also through @p database itself.
    void look();

Q_SIGNALS:
    /// Somebody else wrote; there are events up to @p seq. Sent once per step, however many happened,
    /// and also for what has no events: announcements, devices, calls for help.
    void changed(qint64 seq);
    /// The branch could not be read; sent again only after it could.
    void failed(const motcua::Error &error);

private:
    Database &m_database;
    std::pair<quint64, quint64> m_file; ///< device and inode of what was opened
    QFileSystemWatcher m_folder;
    QTimer m_net;
    qint64 m_seq = 0;
    /// Commits of others, and rows this connection ever changed.
    std::pair<qint64, qint64> m_version{-1, -1};
    bool m_failing = false;
};

} // namespace motcua
