// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/workingcalendar.h"

#include <optional>

namespace motcua {

/// Whether the kiosk gives numbers at a moment, by the branch's calendar.
struct OpeningState
{
    enum class Kind {
        Open,
        BeforeOpening,
        Break,     ///< between two sessions of the day
        AfterLast, ///< too late for today: closed, or too near to closing
        DayOff,    ///< no session today
    };

    Kind kind = Kind::Open;
    std::optional<LocalTime> opensAt = {}; ///< next session; none when the calendar knows of none
    QString dayName = {};                  ///< of the public holiday, if it is one

    friend bool operator==(const OpeningState &, const OpeningState &) = default;
};

/// The state at @p now. In the last session of a day no number is given in the last
/// @p lastTicketMinutes, because it could not be called; before a break it still can.
[[nodiscard]] OpeningState openingAt(const WorkingCalendar &calendar, const LocalTime &now,
                                     int lastTicketMinutes);

} // namespace motcua
