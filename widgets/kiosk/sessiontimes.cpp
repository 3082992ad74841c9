// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/sessiontimes.h"

#include "shared/theme.h"

using namespace Qt::StringLiterals;

namespace motcua {

SessionTimes::SessionTimes(QObject *parent)
    : QObject(parent)
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &SessionTimes::idled);
    connect(&m_countdown, &Countdown::ticked, this, &SessionTimes::ticked);
    connect(&m_countdown, &Countdown::expired, this, &SessionTimes::expired);
}

void SessionTimes::restart(SessionPhase phase, bool isAssisted)
{
    m_idle.stop();
    m_countdown.stop();
    const int times = isAssisted ? qRound(designNumber("timing.kiosk.assistedMultiplier"_L1)) : 1;
    const auto pause =
        std::chrono::ceil<std::chrono::milliseconds>(m_staff.remainingTimeAsDuration());
    switch (phase) {
    case SessionPhase::Untouched:
        break;
    case SessionPhase::Choosing:
        m_idle.start(times * m_behaviour.idleWarning + pause);
        break;
    case SessionPhase::Ticket:
        m_countdown.start(times * m_behaviour.ticketShown + pause);
        break;
    case SessionPhase::NoPaper:
        m_countdown.start(times * m_behaviour.troubleShown + pause);
        break;
    case SessionPhase::StillThere:
        m_countdown.start(times * m_behaviour.idleCountdown + pause);
        break;
    case SessionPhase::Reprint:
        m_countdown.start(m_behaviour.troubleShown);
        break;
    }
}

void SessionTimes::stop()
{
    m_staff = {};
    m_idle.stop();
    m_countdown.stop();
}

} // namespace motcua
