// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/announcementqueue.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;
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
    , m_claimed(std::make_shared<std::optional<qint64>>())
    , m_pause(this)
    , m_keepAlive(this)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &AnnouncementQueue::look);
    connect(&m_keepAlive, &QTimer::timeout, this, &AnnouncementQueue::keepAlive);
    m_keepAlive.start(8s); // at least every 10 s, see nextAnnouncement()
}

AnnouncementQueue::~AnnouncementQueue()
{
    m_storage.run(
        this,
        // Behind an asking that may still be under way.
        [speaker = speaker(), claimed = m_claimed, begun = m_begun](Database &database) {
            if (*claimed && *claimed != begun) {
                const auto given =
                    finishAnnouncement(database, speaker, **claimed, AnnouncementState::Pending,
                                       QDateTime::currentDateTimeUtc());
                if (!given) {
                    return given;
                }
            }
            if (begun) { // whoever waits for the end of a call is not kept waiting
                const auto ended =
                    finishAnnouncement(database, speaker, *begun, AnnouncementState::Done,
                                       QDateTime::currentDateTimeUtc());
                if (!ended) {
                    return ended;
                }
            }
            return stopSpeaking(database, speaker);
        },
        [](const Result<> &) {});
}

Speaker AnnouncementQueue::speaker() const
{
    return {.device = m_device, .session = m_session, .isHeard = m_isHeard};
}

void AnnouncementQueue::setHeard(bool isHeard)
{
    if (std::exchange(m_isHeard, isHeard) != isHeard) {
        look();
    }
}

void AnnouncementQueue::keepAlive()
{
    if (!m_current) {
        look();
        return;
    }
    m_storage.run(
        this,
        [speaker = speaker()](Database &database) {
            return keepSpeaking(database, speaker, QDateTime::currentDateTimeUtc());
        },
        [](const Result<> &) {}); // said again in 8 s
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
        [speaker = speaker(),
         claimed = m_claimed](Database &database) -> Result<std::optional<Announcement>> {
            // Two processes that are one board would take the calls from each other, because the
            // branch cannot tell the second from one that was started again.
            const auto held = database.holdDevice(speaker.device);
            if (!held) {
                return std::unexpected(held.error());
            }
            if (!*held) {
                qCWarning(lcQueue)
                    << "another process is this device, it speaks:" << speaker.device;
                return std::nullopt;
            }
            auto next = nextAnnouncement(database, speaker, QDateTime::currentDateTimeUtc());
            if (next && *next) {
                *claimed = (*next)->id;
            }
            return next;
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
        [speaker = speaker(), id, outcome](Database &database) {
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
