// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/database.h"

#include <QMetaType>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <concepts>
#include <functional>

namespace motcua {

/// Whether waiting mends nothing: the branch has moved, or this PC was shut out.
[[nodiscard]] inline bool isFinal(ErrorCode code)
{
    return code == ErrorCode::DatabaseReplaced || code == ErrorCode::AccessDenied;
}

/// The one thread of a process that owns the branch's database and runs the operations. The GUI
/// thread hands work over and gets values back; it never waits.
///
/// A database that was replaced, whose disk failed or that is not there yet is opened again once a
/// second; until then work fails at once with the reason. A server that does not answer for 3 s is
/// lost as well, whether it was asked for something or only whether it is there.
class StorageThread : public QObject
{
    Q_OBJECT

public:
    /// Opens the branch at @p place (see openBranch()) in a thread of its own, once the event loop
    /// runs.
    StorageThread(const QString &place, QString expectedBranch, QObject *parent = nullptr);
    /// Runs what was handed over to its end: a command under way is never cut off.
    ~StorageThread() override;

    /// Runs @p work with the database, then @p done with its result in the GUI thread, unless
    /// @p context is gone by then. Work is done in the order it was handed over.
    template <std::invocable<Database &> Work,
              std::invocable<std::invoke_result_t<Work, Database &>> Done>
    void run(QObject *context, Work work, Done done)
    {
        using Answer = std::invoke_result_t<Work, Database &>;
        post([this, receiver = QPointer<QObject>(context), work = std::move(work),
              done = std::move(done)](Database *database, const Error &closed) mutable {
            // Shared, because a queued call is a copyable function.
            auto answer = std::make_shared<Answer>(database ? work(*database)
                                                            : Answer(std::unexpected(closed)));
            QMetaObject::invokeMethod(
                this,
                [receiver, answer, done = std::move(done)]() mutable {
                    if (receiver) {
                        done(std::move(*answer));
                    }
                },
                Qt::QueuedConnection);
        });
    }

Q_SIGNALS:
    /// The branch has events up to @p seq, whichever process wrote them. Also sent after opening.
    void changed(qint64 seq);
    /// The branch cannot be read now; sent once until it can again, and when waiting is found to be
    /// of no use, or of use after all.
    void failed(const motcua::Error &error);
    void recovered();

private:
    using Job = std::function<void(Database *, const Error &)>;
    class Worker;
    void post(Job job);

    QTimer m_watch; ///< over how long the server takes for an answer
    QThread m_thread;
    Worker *m_worker; ///< lives in m_thread, deleted there
};

} // namespace motcua
