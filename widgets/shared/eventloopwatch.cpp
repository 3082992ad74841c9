// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/eventloopwatch.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTimer>

#include <memory>

namespace motcua {

Q_LOGGING_CATEGORY(lcEventLoop, "motcua.eventloop", QtWarningMsg)

void watchEventLoop(QObject *parent)
{
#ifdef QT_NO_DEBUG
    if (!qEnvironmentVariableIsSet("MOTCUA_WATCH_EVENTLOOP")) {
        return;
    }
#endif
    // A heartbeat, because the dispatcher's own signals do not tell waiting from working.
    constexpr int BeatMs = 10; // of this much a stall may go unseen
    constexpr qint64 BlockedMs = 100;
    auto *beat = new QTimer(parent);
    auto since = std::make_shared<QElapsedTimer>();
    beat->setTimerType(Qt::PreciseTimer);
    QObject::connect(beat, &QTimer::timeout, beat, [since] {
        const qint64 late = since->isValid() ? since->elapsed() - BeatMs : 0;
        since->start();
        if (late > BlockedMs) {
            qCWarning(lcEventLoop, "The event loop stood still for %lld ms.",
                      static_cast<long long>(late));
        }
    });
    beat->start(BeatMs);
}

} // namespace motcua
