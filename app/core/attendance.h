// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/event.h"

namespace motcua {

/// How the time since the first call of a leg was spent, from its events in order. The leg itself
/// keeps when the wait was over; it does not tell who was called, left and came back.
struct Attendance
{
    qint64 awayMs = 0; ///< on hold, or in the line again after a missed call
    qint64 leftAt = 0; ///< away since then, 0 while at the counter; also when the leg ended
    int calls = 0;     ///< since the leg last came out of the line

    /// Takes the next event of the leg.
    void take(EventKind kind, qint64 at, const QJsonObject &facts);
};

} // namespace motcua
