// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/announcement.h"
#include "operations/announcements.h"
#include "roles/storagethread.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QUuid>

#include <chrono>
#include <memory>
#include <optional>

namespace motcua {

/// Takes the calls of a hall out of the branch one at a time, in order, for the voice of this
/// device; see nextAnnouncement(). While another device speaks it takes none and stands by; so it
/// does while another process is the same device, which is a wrong setting and told in the log.
class AnnouncementQueue : public QObject
{
    Q_OBJECT

public:
    /// @p device is the same after a restart, e.g. "board-1". An announcement has the hall for at
    /// least @p leastTime, because the board shows it that long. @p storage must outlive this.
    AnnouncementQueue(StorageThread &storage, QString device, std::chrono::milliseconds leastTime,
                      QObject *parent = nullptr);
    /// Lets another device speak. What is being said counts as said; what was claimed and had not
    /// begun is given back.
    ~AnnouncementQueue() override;

    /// Whether the hall can hear this device; else it leaves the calls to one that can be heard.
    void setHeard(bool isHeard);

    /// Something waits, or may wait: asks for it unless one is being said.
    void look();
    /// The voice began what was claimed as @p id.
    void begin(qint64 id) { m_begun = id; }
    /// The voice ended what was claimed as @p id.
    void finish(qint64 id, AnnouncementState outcome);

Q_SIGNALS:
    /// It is this device's to say, and nobody else's.
    void claimed(const motcua::Announcement &announcement);

private:
    [[nodiscard]] Speaker speaker() const;
    void ask();
    void keepAlive();

    StorageThread &m_storage;
    QString m_device;
    QUuid m_session;
    bool m_isHeard = true;
    std::chrono::milliseconds m_leastTime;
    std::shared_ptr<std::optional<qint64>> m_claimed; ///< last, for the storage thread
    std::optional<qint64> m_current;                  ///< claimed and not finished
    std::optional<qint64> m_begun;                    ///< the last one the hall heard of
    bool m_asking = false;
    bool m_askAgain = false;
    QElapsedTimer m_sinceClaim;
    QTimer m_pause;     ///< until leastTime is over
    QTimer m_keepAlive; ///< shows the branch that the speaker lives
};

} // namespace motcua
