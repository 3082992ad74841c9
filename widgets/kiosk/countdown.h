// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace motcua {

/// A time limit that is told while it runs. It costs nothing when it does not run.
class Countdown : public QObject
{
    Q_OBJECT

public:
    explicit Countdown(QObject *parent = nullptr)
        : QObject(parent)
    {
        m_end.setSingleShot(true);
        m_end.setTimerType(Qt::PreciseTimer); // a coarse one would begin at 16 of 15 seconds
        m_tick.setInterval(std::chrono::seconds(1));
        connect(&m_tick, &QTimer::timeout, this, &Countdown::ticked);
        connect(&m_end, &QTimer::timeout, this, [this] {
            m_tick.stop();
            Q_EMIT expired();
        });
    }

    void start(std::chrono::milliseconds duration)
    {
        m_end.start(duration);
        m_tick.start();
    }
    void stop()
    {
        m_end.stop();
        m_tick.stop();
    }
    [[nodiscard]] bool isRunning() const { return m_end.isActive(); }
    /// Whole seconds left, rounded up.
    [[nodiscard]] int seconds() const
    {
        constexpr int Second = 1000;
        return qMax(0, (m_end.remainingTime() + Second - 1) / Second);
    }

Q_SIGNALS:
    void ticked();
    void expired();

private:
    QTimer m_end;
    QTimer m_tick;
};

} // namespace motcua
