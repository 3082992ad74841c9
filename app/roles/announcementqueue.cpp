// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/announcementqueue.h"

#include "operations/announcements.h"

#include <QLoggingCategory>

using namespace std::chrono_literals;

namespace motcua {

Q_LOGGING_CATEGORY(lcQueue, "motcua.announcements", QtWarningMsg)

AnnouncementQueue::AnnouncementQueue(StorageThread &storage, QString device,
                                     std::chrono::milliseconds leastTime, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_device(std::move(device))
    , m_session(QUuid::createUuid())
    , m_leastTime(leastTime)
    , m_pause(this)
    , m_keepAlive(this)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &AnnouncementQueue::look);
    connect(&m_keepAlive, &QTimer::timeout, this, &AnnouncementQueue::look);
    m_keepAlive.start(8s); // at least every 10 s, see nextAnnouncement()
}

AnnouncementQueue::~AnnouncementQueue()
{
    m_storage.run(
        this,
        [speaker = Speaker{.device = m_device, .session = m_session}](Database &database) {
            return stopSpeaking(database, speaker);
        },
        [](const Result<> &) {});
}

void AnnouncementQueue::look()
{
    if (m_current || m_pause.isActive()) {
        return; // asking for the next would end the present one
    }
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    ask();
}

void AnnouncementQueue::ask()
{
    m_asking = true;
    m_storage.run(
        this,
        [speaker = Speaker{.device = m_device, .session = m_session}](Database &database) {
            return nextAnnouncement(database, speaker, QDateTime::currentDateTimeUtc());
        },
        [this](const Result<std::optional<Announcement>> &next) {
            m_asking = false;
            const bool again = std::exchange(m_askAgain, false);
            if (!next) {
                qCWarning(lcQueue) << "the next call cannot be read:" << word(next.error().code);
                return; // the keep-alive asks again
            }
            if (*next) {
                m_current = (*next)->id;
                m_sinceClaim.start();
                Q_EMIT claimed(**next);
            } else if (again) {
                ask();
            }
        });
}

void AnnouncementQueue::finish(qint64 id, AnnouncementState outcome)
{
    if (m_current != id) {
        return;
    }
    m_current.reset();
    m_storage.run(
        this,
        [speaker = Speaker{.device = m_device, .session = m_session}, id,
         outcome](Database &database) {
            return finishAnnouncement(database, speaker, id, outcome,
                                      QDateTime::currentDateTimeUtc());
        },
        [](const Result<> &done) {
            if (!done) { // asking for the next ends it as well
                qCWarning(lcQueue) << "a call's end is not stored:" << word(done.error().code);
            }
        });
    const auto rest = m_leastTime - std::chrono::milliseconds(m_sinceClaim.elapsed());
    if (rest > 0ms) {
        m_pause.start(rest);
    } else {
        look();
    }
}

} // namespace motcua
