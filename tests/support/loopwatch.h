// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>

namespace motcua::test {

/// The longest time for which this thread's event loop did not come round, without the time for which
/// nobody's did: a machine that is busy with something else.
class LoopWatch
{
public:
    LoopWatch()
    {
        m_control.setObjectName(QStringLiteral("control"));
        auto *beat = new QTimer;
        beat->setTimerType(Qt::PreciseTimer);
        beat->moveToThread(&m_control);
        QObject::connect(&m_control, &QThread::started, beat, [beat] { beat->start(10); });
        QObject::connect(&m_control, &QThread::finished, beat, &QObject::deleteLater);
        QObject::connect(
            beat, &QTimer::timeout, beat, [this] { note(m_controlGap, m_controlBeat); },
            Qt::DirectConnection);
        m_controlBeat.start();
        m_ownBeat.start();
        m_control.start();
        QObject::connect(&m_own, &QTimer::timeout, &m_own, [this] {
            note(m_ownGap, m_ownBeat);
            m_worst = std::max(m_worst, m_ownGap.exchange(0) - m_controlGap.exchange(0));
        });
        m_own.setTimerType(Qt::PreciseTimer);
        m_own.start(10);
    }
    ~LoopWatch()
    {
        m_control.quit();
        m_control.wait();
    }

    [[nodiscard]] qint64 worst() const { return m_worst; }

private:
    static void note(std::atomic<qint64> &gap, QElapsedTimer &beat)
    {
        gap = std::max(gap.load(), beat.restart());
    }

    QThread m_control;
    QTimer m_own;
    QElapsedTimer m_controlBeat;
    QElapsedTimer m_ownBeat;
    std::atomic<qint64> m_controlGap = 0;
    std::atomic<qint64> m_ownGap = 0;
    qint64 m_worst = 0;
};

} // namespace motcua::test
