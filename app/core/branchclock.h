// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace motcua {

/// Branch time: what the PC's clock says plus a lead, so that it never runs backwards.
///
/// Order in a line, waits and pauses are differences of branch time. A clock set back by hours must
/// neither let newcomers overtake nor make a wait negative, and must not freeze time either. Opening
/// a day starts it anew from the PC's clock.
struct BranchClock
{
    qint64 lastAt = 0; ///< branch time of the last event, UTC ms
    qint64 lead = 0;   ///< ms added to the PC's clock

    /// Steps back up to this are PCs that disagree a little, or a clock read before waiting for the
    /// lock: time stands still for them, the lead stays.
    static constexpr qint64 Tolerance = 60'000;

    /// The clock after an event at @p clock (UTC ms by the PC); lastAt is the event's time.
    [[nodiscard]] BranchClock advancedTo(qint64 clock) const
    {
        const qint64 at = clock + lead;
        if (at >= lastAt) {
            return {at, lead};
        }
        if (lastAt - at <= Tolerance) {
            return {lastAt, lead};
        }
        return {lastAt, lastAt - clock};
    }

    friend bool operator==(const BranchClock &, const BranchClock &) = default;
};

} // namespace motcua
