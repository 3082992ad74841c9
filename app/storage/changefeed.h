// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/database.h"

#include <QObject>
#include <QTimer>

namespace motcua {

/// Says that a branch changed, whichever process changed it.
///
/// The hint is inotify on the file's folder or the server's NOTIFY; the truth is read again from the
/// branch's row. A hint can be lost, so the database is asked at its pace as well.
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
    void followHint();

    Database &m_database;
    QTimer m_net;
    QTimer m_pause;        ///< runs after a reading
    bool m_hinted = false; ///< meanwhile
    QString m_mark;
    qint64 m_seq = 0;
    bool m_failing = false;
};

} // namespace motcua
