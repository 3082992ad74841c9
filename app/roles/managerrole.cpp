// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/managerrole.h"

#include "operations/devices.h"
#include "operations/today.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

ManagerRole::ManagerRole(StorageThread &storage, const ManagerSettings &settings, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_window(settings)
    , m_poll(this)
    , m_soon(this)
{
    connect(&m_poll, &QTimer::timeout, this, &ManagerRole::read);
    m_poll.start(std::chrono::seconds(qRound(designNumber("timing.manager.refreshS"_L1))));
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &ManagerRole::read);
    connect(&m_storage, &StorageThread::changed, this, [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    });
    connect(&m_storage, &StorageThread::failed, &m_window, &ManagerWindow::setOffline);
    connect(&m_storage, &StorageThread::recovered, this, &ManagerRole::read);
    connect(&m_window, &ManagerWindow::paperChanged, this, &ManagerRole::acknowledgePaper);
    read();
}

void ManagerRole::read()
{
    if (m_reading) {
        m_soon.start();
        return;
    }
    m_reading = true;
    m_storage.run(
        this,
        [before = m_today](Database &database) {
            return readToday(database, QDateTime::currentDateTimeUtc(), before);
        },
        [this](const Result<BranchToday> &today) {
            m_reading = false;
            if (today) {
                m_today = *today;
                m_window.setToday(m_today);
            } else {
                m_window.setOffline(today.error());
            }
        });
}

/// The counters need not go there any more. What the kiosk itself says stays true until it says else.
void ManagerRole::acknowledgePaper(int kiosk)
{
    m_storage.run(
        this,
        [kiosk](Database &database) -> Result<> {
            const auto open = openHelp(database);
            if (!open) {
                return std::unexpected(open.error());
            }
            for (const HelpRequest &help : *open) {
                if (help.kiosk == kiosk && help.reason == HelpReason::PaperOut) {
                    const auto done =
                        acknowledgeHelp(database, help.id, QDateTime::currentDateTimeUtc());
                    if (!done) {
                        return done;
                    }
                }
            }
            return {};
        },
        [this](const Result<> &done) {
            if (!done) {
                m_window.setOffline(done.error());
            }
        });
}

} // namespace motcua
