// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/localtime.h"
#include "core/result.h"
#include "core/workingcalendar.h"

#include <vector>

namespace motcua {

enum class LimitKind {
    WorkingDays,  ///< "ngày làm việc"
    CalendarDays, ///< "ngày"
    WorkingHours, ///< "giờ làm việc", counted inside the branch's sessions
    SameDay,      ///< "trong ngày", with the 15 h rule; Limit::value is 0
};

struct Limit
{
    /// Ten years of days, or two of working hours: beyond it somebody mistyped.
    static constexpr int Largest = 3650;

    LimitKind kind = LimitKind::WorkingDays;
    int value = 0; ///< 1 to Largest; 0 for SameDay

    friend bool operator==(const Limit &, const Limit &) = default;
};

struct DueRules
{
    /// Received after this, a same-day procedure is due on the next working day (Luật Hộ tịch
    /// 60/2014 Điều 5 k.3; NĐ 23/2015 Điều 7).
    QTime sameDayUntil{15, 0};
    /// Some procedures counted in days also start a working day later after sameDayUntil; what
    /// comes in on a day off then starts with the next working day too. Default off: no law read
    /// says so in general (domain.md §4).
    bool lateStartsNextDay = false;
};

/// Why a date is what it is, for the clerk and for the paper; rendered into words elsewhere.
struct DueDate
{
    struct Skipped
    {
        QDate date;
        QString name; ///< of the holiday; empty for a weekend day or a day the branch is closed

        friend bool operator==(const Skipped &, const Skipped &) = default;
    };

    LocalTime due;
    LocalTime received;
    Limit limit;
    /// Treated as received on the next working day: the 15 h rule, or the day was already over.
    bool movedPastCutoff = false;
    /// The last day was no working day (BLDS 2015 Điều 148 k.5), or nobody is at the branch.
    bool movedOffDay = false;
    std::vector<Skipped> skipped;  ///< in order: days that did not count or were moved off
    std::vector<QDate> makeUpDays; ///< Saturdays that counted
};

/// When a dossier received at @p received is due.
///
/// The day of receipt is not counted (BLDS 2015 Điều 147 k.3). The hour of receipt is kept and
/// moved into that day's sessions (before opening: opening; at lunch: the afternoon's opening;
/// after closing: closing); a last day that is no working day moves to the end of the next one, and
/// so does a working day on which the branch is closed. Working hours run inside the sessions of
/// working days only; a same-day procedure is due at closing, on an overtime Saturday too.
///
/// A later receipt or a longer limit never has an earlier due date, same-day overtime apart. The
/// hour alone may be earlier: a day that was moved ends at closing, the next one at the hour of
/// receipt.
///
/// Fails with CalendarNotConfirmed (subject: the year) when any date it would have to count through
/// lies beyond the last confirmed year, with InvalidInput (subject: "limit", "received",
/// "same_day_until" or "sessions") for a limit that is none or above Limit::Largest, a time that is none, or
/// a branch that never opens Monday to Friday.
[[nodiscard]] Result<DueDate> dueDate(const WorkingCalendar &calendar, const Limit &limit,
                                      const LocalTime &received, const DueRules &rules = {});

} // namespace motcua
