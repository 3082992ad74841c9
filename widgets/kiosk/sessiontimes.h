// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/countdown.h"
#include "kiosk/kioskmodel.h"

#include <QDeadlineTimer>

namespace motcua {

/// What a citizen's time at the kiosk is given for.
enum class SessionPhase {
    Untouched,  ///< the first screen as everybody finds it: no limit
    Choosing,   ///< until it is asked whether somebody is there
    Ticket,     ///< to take a ticket
    NoPaper,    ///< to keep a number without paper
    StillThere, ///< to answer whether somebody is there
    Reprint,    ///< to answer whether a ticket is to be printed again
};

/// The time limits of one citizen at the kiosk: at most one runs.
class SessionTimes : public QObject
{
    Q_OBJECT

public:
    explicit SessionTimes(QObject *parent = nullptr);

    void setBehaviour(const KioskBehaviour &behaviour) { m_behaviour = behaviour; }
    /// Starts the time of @p phase anew; @p isAssisted makes it longer. While staff are on their
    /// way it does not begin to count.
    void restart(SessionPhase phase, bool isAssisted);
    /// Staff are on their way. restart() is to follow.
    void waitForStaff() { m_staff.setRemainingTime(m_behaviour.helpPause); }
    /// The citizen is gone.
    void stop();
    /// Until expired(), rounded up; 0 when nothing is counted down.
    [[nodiscard]] int seconds() const { return m_countdown.seconds(); }

Q_SIGNALS:
    /// The time to choose is over.
    void idled();
    /// Another second of what is counted down.
    void ticked();
    /// The time of any other phase is over.
    void expired();

private:
    KioskBehaviour m_behaviour;
    QDeadlineTimer m_staff; ///< until they are there
    QTimer m_idle;
    Countdown m_countdown;
};

} // namespace motcua
