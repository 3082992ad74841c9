// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/ratingrole.h"

#include "operations/ratings.h"

#include <QLoggingCategory>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace motcua {

Q_LOGGING_CATEGORY(lcRating, "motcua.rating", QtWarningMsg)

RatingRole::RatingRole(StorageThread &storage, const RatingSettings &settings, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_settings(settings)
    , m_window(settings.look)
    , m_poll(this)
{
    connect(&m_storage, &StorageThread::changed, this, &RatingRole::read);
    connect(&m_storage, &StorageThread::recovered, this, &RatingRole::read);
    connect(&m_storage, &StorageThread::failed, &m_window, &RatingWindow::setOffline);
    connect(&m_window, &RatingWindow::rated, this, &RatingRole::tell);
    // What is lost on the way, and an offer whose time is over.
    connect(&m_poll, &QTimer::timeout, this, &RatingRole::read);
    m_measured.start();
    m_poll.start(5s);
    read();
}

void RatingRole::show()
{
    if (m_settings.screen) {
        m_screen = std::make_unique<ScreenKeeper>(m_window, *m_settings.screen);
        m_screen->place();
    } else {
        m_window.show();
    }
}

/// One reading at a time; changes that come meanwhile are read together afterwards.
void RatingRole::read()
{
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_storage.run(
        this,
        [counter = m_settings.counter](Database &database) {
            return readRatingState(database, counter);
        },
        [this](const Result<RatingState> &state) {
            m_reading = false;
            if (state) {
                m_window.setState(m_offers.shown(*state, m_measured.elapsed()));
            } else {
                qCInfo(lcRating) << "the branch cannot be read:" << word(state.error().code);
                m_window.setOffline();
            }
            if (std::exchange(m_readAgain, false)) {
                read();
            }
        });
}

void RatingRole::tell(const QUuid &ticket, int leg, RatingLevel level, const QString &comment)
{
    const RatingRequest request{.counter = m_settings.counter,
                                .ticket = ticket,
                                .leg = leg,
                                .level = level,
                                .comment = comment};
    m_storage.run(
        this,
        [request, id = QUuid::createUuid()](Database &database) {
            return giveRatingAtBranchTime(database, id, request);
        },
        [this](const Result<RatingAnswer> &given) {
            // Told before by a sending whose answer was lost: it is there.
            if (given || given.error().code == ErrorCode::RatingGiven) {
                m_window.thank();
            } else {
                qCWarning(lcRating) << "a rating was not taken:" << word(given.error().code)
                                    << given.error().detail;
                m_window.refuse();
            }
            read();
        });
}

} // namespace motcua
