// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/attendance.h"

#include "core/leg.h"

using namespace Qt::StringLiterals;

namespace motcua {

void Attendance::take(EventKind kind, qint64 at, const QJsonObject &facts)
{
    switch (kind) {
    case EventKind::LegCalled:
    case EventKind::LegResumed:
        awayMs += leftAt == 0 ? 0 : at - leftAt;
        leftAt = 0;
        calls += kind == EventKind::LegCalled ? 1 : 0;
        break;
    case EventKind::LegRecalled:
        ++calls;
        break;
    case EventKind::LegReinstated:
        calls = 0;
        break;
    case EventKind::LegHeld:
    case EventKind::LegNoShow:
    case EventKind::LegFinished:
    case EventKind::LegTransferred:
        leftAt = at;
        break;
    case EventKind::VisitTold: {
        // A call and what followed, with its own times.
        const auto from = legStateFromWord(facts["from"_L1].toString());
        const qint64 called = facts["called"_L1].toInteger();
        awayMs += leftAt == 0 ? 0 : called - leftAt;
        leftAt = facts["ended"_L1].toInteger();
        calls = from && (isAtCounter(*from) || from == LegState::Held) ? calls : 1;
        break;
    }
    case EventKind::ActionUndone:
        // Back at once, unless somebody else was there by then.
        leftAt = facts["to"_L1].toString() == word(LegState::Held) ? leftAt : 0;
        break;
    default:
        break;
    }
}

} // namespace motcua
