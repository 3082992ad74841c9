// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/duedate.h"

#include <algorithm>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QTime movedInto(std::span<const Session> sessions, const QTime &time)
{
    for (const Session &session : sessions) {
        if (time <= session.closes) {
            return std::max(time, session.opens);
        }
    }
    return sessions.back().closes;
}

/// One count, from the day of receipt forward. The steps return false once they would have to look
/// at a date that is not confirmed; m_day is then that date.
class Count
{
public:
    Count(const WorkingCalendar &calendar, const DueRules &rules, const Limit &limit,
          const LocalTime &received)
        : m_calendar(calendar)
        , m_rules(rules)
        , m_day(received.date)
        , m_result{.due = received,
                   .received = received,
                   .limit = limit,
                   .skipped = {},
                   .makeUpDays = {}}
    {
    }

    [[nodiscard]] Result<DueDate> result()
    {
        if (!m_calendar.isConfirmed(m_day) || !reachDue()) {
            return failure(ErrorCode::CalendarNotConfirmed, QString::number(m_day.year()));
        }
        noteMakeUpDay();
        return std::move(m_result);
    }

private:
    bool reachDue()
    {
        switch (m_result.limit.kind) {
        case LimitKind::WorkingDays:
        case LimitKind::CalendarDays:
            return countDays();
        case LimitKind::WorkingHours:
            return countHours();
        case LimitKind::SameDay:
            return stayInDay();
        }
        Q_UNREACHABLE();
    }

    bool stayInDay()
    {
        const QTime received = m_result.received.time;
        // Not isOpenDay(): overtime on a Saturday is a day on which this can be done.
        if (const auto &sessions = m_calendar.sessionsOn(m_day); !sessions.empty()) {
            if (received <= m_rules.sameDayUntil && received < sessions.back().closes) {
                settleAtClosing();
                return true;
            }
            m_result.movedPastCutoff = true;
            if (!goToNextWorkingDay()) {
                return false;
            }
        }
        if (!moveToOpenDay()) {
            return false;
        }
        settleAtClosing();
        return true;
    }

    bool countDays()
    {
        if (!startLate()) {
            return false;
        }
        for (int counted = 0; counted < m_result.limit.value; ++counted) {
            if (m_result.limit.kind == LimitKind::CalendarDays) {
                if (!goToNextDay()) {
                    return false;
                }
            } else {
                if (!goToNextWorkingDay()) {
                    return false;
                }
                noteMakeUpDay();
            }
        }
        if (isOpenDay()) {
            settle(movedInto(m_calendar.sessionsOn(m_day), m_result.received.time));
            return true;
        }
        if (!moveToOpenDay()) {
            return false;
        }
        settleAtClosing();
        return true;
    }

    bool countHours()
    {
        qint64 left = qint64{m_result.limit.value} * 3'600'000;
        QTime from = m_result.received.time;
        for (;;) {
            if (!isOpenDay()) {
                passOver();
            } else {
                for (const Session &session : m_calendar.sessionsOn(m_day)) {
                    const QTime begin = std::max(from, session.opens);
                    const int available = begin.msecsTo(session.closes);
                    if (available <= 0) {
                        continue;
                    }
                    noteMakeUpDay();
                    if (left <= available) {
                        settle(begin.addMSecs(static_cast<int>(left)));
                        return true;
                    }
                    left -= available;
                }
            }
            if (!goToNextDay()) {
                return false;
            }
            from = QTime(0, 0);
        }
    }

    bool startLate()
    {
        if (!m_rules.lateStartsNextDay) {
            return true;
        }
        // A day off counts as late too, or Saturday's dossier would be due before late Friday's.
        if (m_result.received.time <= m_rules.sameDayUntil && m_calendar.isWorkingDay(m_day)) {
            return true;
        }
        m_result.movedPastCutoff = true;
        return goToNextWorkingDay();
    }

    /// The law's working day may find nobody there: the branch may be closed.
    [[nodiscard]] bool isOpenDay() const
    {
        return m_calendar.isWorkingDay(m_day) && !m_calendar.sessionsOn(m_day).empty();
    }

    bool goToNextDay()
    {
        m_day = m_day.addDays(1);
        return m_calendar.isConfirmed(m_day);
    }

    bool goToNextWorkingDay()
    {
        while (goToNextDay()) {
            if (m_calendar.isWorkingDay(m_day)) {
                return true;
            }
            passOver();
        }
        return false;
    }

    bool moveToOpenDay()
    {
        while (!isOpenDay()) {
            m_result.movedOffDay = true;
            passOver();
            if (!goToNextDay()) {
                return false;
            }
        }
        return true;
    }

    void passOver()
    {
        const CalendarDay *day = m_calendar.exceptionOn(m_day);
        const bool isOff = day && day->kind != DayKind::MakeUp;
        m_result.skipped.push_back({m_day, isOff ? day->name : QString()});
    }

    void noteMakeUpDay()
    {
        const CalendarDay *day = m_calendar.exceptionOn(m_day);
        auto &days = m_result.makeUpDays;
        if (day && day->kind == DayKind::MakeUp && (days.empty() || days.back() != m_day)) {
            days.push_back(m_day);
        }
    }

    void settle(const QTime &time) { m_result.due = {m_day, time}; }
    void settleAtClosing() { settle(m_calendar.sessionsOn(m_day).back().closes); }

    const WorkingCalendar &m_calendar;
    const DueRules &m_rules;
    QDate m_day;
    DueDate m_result;
};

bool isLimit(const Limit &limit)
{
    switch (limit.kind) {
    case LimitKind::WorkingDays:
    case LimitKind::CalendarDays:
    case LimitKind::WorkingHours:
        return limit.value >= 1 && limit.value <= Limit::Largest;
    case LimitKind::SameDay:
        return limit.value == 0;
    }
    return false;
}

/// Without it no day would ever be found to which a due date can move.
bool opensOnSomeWorkingDay(const WorkingCalendar &calendar)
{
    const auto weekdays = std::span(calendar.data().week).first(Qt::Friday);
    return std::ranges::any_of(weekdays, [](const auto &sessions) { return !sessions.empty(); });
}

} // namespace

Result<DueDate> dueDate(const WorkingCalendar &calendar, const Limit &limit,
                        const LocalTime &received, const DueRules &rules)
{
    if (!isLimit(limit)) {
        return failure(ErrorCode::InvalidInput, u"limit"_s,
                       u"limit %1 of kind %2"_s.arg(limit.value).arg(qToUnderlying(limit.kind)));
    }
    if (!received.date.isValid() || !received.time.isValid()) {
        return failure(ErrorCode::InvalidInput, u"received"_s, u"no valid time of receipt"_s);
    }
    if (!rules.sameDayUntil.isValid()) {
        return failure(ErrorCode::InvalidInput, u"same_day_until"_s, u"no valid time of day"_s);
    }
    if (!opensOnSomeWorkingDay(calendar)) {
        return failure(ErrorCode::InvalidInput, u"sessions"_s, u"no session Monday to Friday"_s);
    }
    return Count(calendar, rules, limit, received).result();
}

} // namespace motcua
