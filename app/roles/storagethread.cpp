// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/storagethread.h"

#include "operations/branchdatabase.h"
#include "storage/branchtransaction.h"
#include "storage/changefeed.h"
#include "storage/linkwatch.h"

#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

/// A server that does not answer for so long is lost: with the ping it is told within 5 s.
static constexpr auto Patience = 3s;
static constexpr auto PingTime = 1s;

/// The half that lives in the thread.
class StorageThread::Worker : public QObject
{
public:
    Worker(StorageThread &owner, QString place, QString expectedBranch)
        : m_owner(owner)
        , m_place(std::move(place))
        , m_expectedBranch(std::move(expectedBranch))
        , m_retry(this)
        , m_ping(this)
    {
        m_retry.setInterval(1s);
        connect(&m_retry, &QTimer::timeout, this, &Worker::open);
        m_ping.setInterval(PingTime);
        connect(&m_ping, &QTimer::timeout, this, &Worker::ping);
    }

    void open()
    {
        auto database = openBranch(m_place, m_expectedBranch);
        const auto branch = database ? readBranch(**database) : std::unexpected(database.error());
        if (!branch) {
            lose(branch.error());
            return;
        }
        if (branch->retired) { // nobody can work here; its successor may come to the same place
            lose({ErrorCode::DatabaseReplaced, (*database)->path(), {}});
            return;
        }
        m_retry.stop();
        m_database = std::move(*database);
        m_feed = std::make_unique<ChangeFeed>(*m_database);
        connect(m_feed.get(), &ChangeFeed::changed, this,
                [this](qint64 seq) { Q_EMIT m_owner.changed(seq); });
        connect(m_feed.get(), &ChangeFeed::failed, this, &Worker::lose, Qt::QueuedConnection);
        if (std::exchange(m_lost, false)) {
            Q_EMIT m_owner.recovered();
        }
        if (m_database->isOnServer()) {
            m_ping.start();
        }
        Q_EMIT m_owner.changed(m_feed->seq());
    }

    /// A link that nobody uses does not tell that it is cut.
    void ping()
    {
        if (const auto alive = m_database->run(u"SELECT 1"_s); !alive) {
            lose(alive.error());
        }
    }

    void run(const Job &job)
    {
        job(m_database.get(), m_reason);
        if (m_database && m_database->fault()) {
            lose(*m_database->fault());
        } else if (m_feed) {
            m_feed->look(); // other faces of this process wait for what the job wrote
        }
    }

private:
    void lose(Error reason) // a copy: what it comes from may go with the database
    {
        const bool isOver = isFinal(reason.code);
        const bool isKnown = m_lost && isOver == isFinal(m_reason.code);
        const bool wasOpen = m_database != nullptr;
        const bool wasCutOff = wasOpen && reason.code == ErrorCode::ConnectionLost;
        m_ping.stop();
        m_feed.reset();
        m_database.reset();
        m_reason = std::move(reason);
        m_retry.start();
        if (wasOpen && isOver) { // a file may only have been moved aside: opening it tells
            open();
            return;
        }
        if (wasCutOff) { // the server may be back already
            QTimer::singleShot(0, this, &Worker::open);
        }
        m_lost = true;
        if (!isKnown) {
            Q_EMIT m_owner.failed(m_reason);
        }
    }

    StorageThread &m_owner;
    QString m_place;
    QString m_expectedBranch;
    QTimer m_retry;
    QTimer m_ping;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ChangeFeed> m_feed;
    Error m_reason;
    bool m_lost = false;
};

StorageThread::StorageThread(const QString &place, QString expectedBranch, QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(*this, place, std::move(expectedBranch)))
{
    qRegisterMetaType<Error>("motcua::Error");
    m_thread.setObjectName(u"storage"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, &Worker::open);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    if (Database::isOnServer(place)) {
        connect(&m_watch, &QTimer::timeout, this, [this] { cutStalledLinks(&m_thread, Patience); });
        m_watch.start(200ms);
    }
    // Not before the event loop: who connects after the constructor hears the first signals.
    QTimer::singleShot(0, this, [this] { m_thread.start(); });
}

StorageThread::~StorageThread()
{
    m_thread.start(); // unless it runs
    // Behind everything that was handed over, so that all of it is done.
    QMetaObject::invokeMethod(
        m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    while (!m_thread.wait(QDeadlineTimer(200ms))) { // our timer does not run any more
        cutStalledLinks(&m_thread, Patience);
    }
}

void StorageThread::post(Job job)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, job = std::move(job)] { worker->run(job); },
        Qt::QueuedConnection);
}

} // namespace motcua
