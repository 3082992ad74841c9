// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/workingcalendar.h"

#include <utility>

namespace motcua {

WorkingCalendar::WorkingCalendar(Data data)
    : m_data(std::move(data))
{
    for (size_t i = 0; i < m_data.days.size(); ++i) {
        m_byDate.emplace(m_data.days[i].date, i);
    }
}

bool WorkingCalendar::isConfirmed(const QDate &date) const
{
    return date.isValid() && date.year() <= m_data.lastConfirmedYear;
}

bool WorkingCalendar::isWorkingDay(const QDate &date) const
{
    if (const CalendarDay *day = exceptionOn(date)) {
        return day->kind == DayKind::MakeUp;
    }
    return date.isValid() && date.dayOfWeek() <= Qt::Friday;
}

const CalendarDay *WorkingCalendar::exceptionOn(const QDate &date) const
{
    const auto found = m_byDate.find(date);
    return found == m_byDate.end() ? nullptr : &m_data.days[found->second];
}

const std::vector<Session> &WorkingCalendar::sessionsOn(const QDate &date) const
{
    static const std::vector<Session> closed;
    if (!date.isValid()) {
        return closed;
    }
    if (const auto found = m_data.exceptions.find(date); found != m_data.exceptions.end()) {
        return found->second;
    }
    const auto &weekday = m_data.week[date.dayOfWeek() - Qt::Monday];
    const CalendarDay *day = exceptionOn(date);
    if (!day) {
        return weekday;
    }
    if (day->kind != DayKind::MakeUp) {
        return closed;
    }
    return weekday.empty() ? m_data.week[Qt::Friday - Qt::Monday] : weekday;
}

QDate WorkingCalendar::nextWorkingDay(const QDate &after) const
{
    QDate date = after.addDays(1);
    while (date.isValid() && !isWorkingDay(date)) {
        date = date.addDays(1);
    }
    return date;
}

} // namespace motcua
