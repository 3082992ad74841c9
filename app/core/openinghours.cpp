// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/openinghours.h"

namespace motcua {

/// The first session after @p day; the longest holidays of the year are nine days.
static std::optional<LocalTime> firstSessionAfter(const WorkingCalendar &calendar, QDate day)
{
    constexpr int LookAheadDays = 60;
    for (int i = 0; i < LookAheadDays; ++i) {
        day = day.addDays(1);
        if (const auto &sessions = calendar.sessionsOn(day); !sessions.empty()) {
            return LocalTime{day, sessions.front().opens};
        }
    }
    return std::nullopt;
}

OpeningState openingAt(const WorkingCalendar &calendar, const LocalTime &now, int lastTicketMinutes)
{
    using enum OpeningState::Kind;
    const auto &sessions = calendar.sessionsOn(now.date);
    if (sessions.empty()) {
        const CalendarDay *holiday = calendar.exceptionOn(now.date);
        return {DayOff, firstSessionAfter(calendar, now.date), holiday ? holiday->name : QString()};
    }
    for (size_t i = 0; i < sessions.size(); ++i) {
        const Session &session = sessions[i];
        if (now.time < session.opens) {
            return {i == 0 ? BeforeOpening : Break, LocalTime{now.date, session.opens}};
        }
        const bool last = i + 1 == sessions.size();
        const int left = now.time.msecsTo(session.closes);
        if (left > (last ? lastTicketMinutes * 60'000 : 0)) {
            return {Open};
        }
    }
    return {AfterLast, firstSessionAfter(calendar, now.date)};
}

} // namespace motcua
