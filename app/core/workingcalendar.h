// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/localtime.h"

#include <QDate>
#include <QString>
#include <QTime>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace motcua {

/// A dated exception to the ordinary week, as published each year.
enum class DayKind {
    Off,          ///< public holiday
    Compensation, ///< day off because a holiday fell on a weekend, or swapped with a make-up day
    MakeUp,       ///< a Saturday that is worked to make up for a swapped day
};

struct CalendarDay
{
    QDate date;
    DayKind kind;
    QString name;
    QString source; ///< law, notice or paper that says so

    friend bool operator==(const CalendarDay &, const CalendarDay &) = default;
};

/// A stretch of a day in which the branch receives people; opens < closes.
struct Session
{
    QTime opens;
    QTime closes;

    friend bool operator==(const Session &, const Session &) = default;
};

/// Which days count, and when the branch is open.
///
/// Working days are the law's (Monday to Friday, the dated exceptions, make-up Saturdays); sessions
/// are the branch's. A branch may be open on a day that is no working day (overtime on a Saturday).
class WorkingCalendar
{
public:
    struct Data
    {
        std::vector<CalendarDay> days;            ///< one for a date; of several the first stands
        std::array<std::vector<Session>, 7> week; ///< Monday first; in order, not overlapping
        std::map<QDate, std::vector<Session>> exceptions; ///< replace the weekday's sessions
        int lastConfirmedYear = 0; ///< dates after it may still change: nothing is promised there
    };

    explicit WorkingCalendar(Data data);

    [[nodiscard]] bool isConfirmed(const QDate &date) const;
    [[nodiscard]] bool isWorkingDay(const QDate &date) const;
    /// The dated exception of @p date, null for an ordinary day.
    [[nodiscard]] const CalendarDay *exceptionOn(const QDate &date) const;
    /// When the branch is open on @p date: its dated exception, else nothing on a day off, else the
    /// weekday's sessions; a make-up Saturday that has no sessions of its own takes Friday's.
    [[nodiscard]] const std::vector<Session> &sessionsOn(const QDate &date) const;
    /// Confirmed or not: whoever promises the day asks isConfirmed().
    [[nodiscard]] QDate nextWorkingDay(const QDate &after) const;

    [[nodiscard]] const Data &data() const { return m_data; }

private:
    Data m_data;
    std::map<QDate, size_t> m_byDate; ///< index into m_data.days
};

} // namespace motcua
