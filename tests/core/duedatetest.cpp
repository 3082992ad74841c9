// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/duedate.h"
#include "support/holidays.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>

using namespace motcua;
using namespace Qt::StringLiterals;

using enum LimitKind;

static const Session Morning{{8, 0}, {11, 30}};
static const Session Afternoon{{13, 30}, {17, 0}};

static QDate date(const QString &iso)
{
    return QDate::fromString(iso, Qt::ISODate);
}

/// "2026-11-20 14:30", seconds and milliseconds if one likes.
static LocalTime at(const QString &text)
{
    return {date(text.section(u' ', 0, 0)),
            QTime::fromString(text.section(u' ', 1, 1), Qt::ISODateWithMs)};
}

/// "3 wd", "3 d", "3 h" or "same day".
static Limit limitOf(const QString &text)
{
    if (text == u"same day") {
        return {SameDay, 0};
    }
    const QString unit = text.section(u' ', 1);
    const LimitKind kind = unit == u"wd" ? WorkingDays : unit == u"d" ? CalendarDays : WorkingHours;
    return {kind, text.section(u' ', 0, 0).toInt()};
}

/// "2026-11-26= 2026-11-28=08:00-09:00,10:00-11:00": closed on the 26th, two hours on the 28th.
static std::map<QDate, std::vector<Session>> exceptionsOf(const QString &text)
{
    std::map<QDate, std::vector<Session>> exceptions;
    for (const QString &day : text.split(u' ', Qt::SkipEmptyParts)) {
        auto &sessions = exceptions[date(day.section(u'=', 0, 0))];
        for (const QString &session : day.section(u'=', 1).split(u',', Qt::SkipEmptyParts)) {
            sessions.push_back({QTime::fromString(session.section(u'-', 0, 0), u"HH:mm"_s),
                                QTime::fromString(session.section(u'-', 1), u"HH:mm"_s)});
        }
    }
    return exceptions;
}

/// Monday to Friday 8:00 to 11:30 and 13:30 to 17:00, seven hours a day.
static WorkingCalendar calendarWith(const QString &exceptions = {}, int lastConfirmedYear = 2026)
{
    WorkingCalendar::Data data;
    data.days = vietnameseHolidays();
    for (size_t day = 0; day < 5; ++day) {
        data.week[day] = {Morning, Afternoon};
    }
    data.exceptions = exceptionsOf(exceptions);
    data.lastConfirmedYear = lastConfirmedYear;
    return WorkingCalendar(data);
}

/// "2026-11-26 17:00 off cutoff", or the word and the subject of the failure.
static QString told(const Result<DueDate> &due)
{
    if (!due) {
        return word(due.error().code) + u' ' + due.error().subject;
    }
    const QTime time = due->due.time;
    QString text = due->due.date.toString(Qt::ISODate) + u' '
                   + time.toString(time.msec() != 0     ? u"HH:mm:ss.zzz"_s
                                   : time.second() != 0 ? u"HH:mm:ss"_s
                                                        : u"HH:mm"_s);
    if (due->movedOffDay) {
        text += u" off"_s;
    }
    if (due->movedPastCutoff) {
        text += u" cutoff"_s;
    }
    return text;
}

/// "21 22 24:Ngày Văn hóa Việt Nam +28": skipped days of the month, make-up days with a plus.
static QString explained(const DueDate &due)
{
    QStringList parts;
    for (const auto &[day, name] : due.skipped) {
        parts << day.toString(u"dd"_s) + (name.isEmpty() ? QString() : u':' + name);
    }
    for (const QDate &day : due.makeUpDays) {
        parts << u'+' + day.toString(u"dd"_s);
    }
    return parts.join(u' ');
}

static qint64 milliseconds(const LocalTime &time)
{
    return time.date.toJulianDay() * 86'400'000 + time.time.msecsSinceStartOfDay();
}

/// Milliseconds of sessions on working days from @p from to @p to, session by session.
static qint64 openTime(const WorkingCalendar &calendar, const LocalTime &from, const LocalTime &to)
{
    qint64 open = 0;
    for (QDate day = from.date; day <= to.date; day = day.addDays(1)) {
        if (calendar.isWorkingDay(day)) {
            for (const Session &session : calendar.sessionsOn(day)) {
                const qint64 begin =
                    std::max(milliseconds(from), milliseconds({day, session.opens}));
                const qint64 end = std::min(milliseconds(to), milliseconds({day, session.closes}));
                open += std::max<qint64>(0, end - begin);
            }
        }
    }
    return open;
}

static bool isInSession(const WorkingCalendar &calendar, const LocalTime &time)
{
    return std::ranges::any_of(calendar.sessionsOn(time.date), [&time](const Session &session) {
        return session.opens <= time.time && time.time <= session.closes;
    });
}

/// Days off, make-up Saturdays, sessions and exceptions by chance, the same on every machine:
/// the standard fixes mt19937, but not the distributions.
class Chance
{
public:
    explicit Chance(unsigned seed)
        : m_engine(seed)
    {
    }

    int below(int bound)
    {
        return static_cast<int>(m_engine() % static_cast<std::mt19937::result_type>(bound));
    }
    bool oneIn(int chances) { return below(chances) == 0; }

    std::vector<Session> sessions()
    {
        std::vector<Session> sessions;
        int minute = below(10 * 60);
        for (int i = 1 + below(3); i > 0 && minute < 23 * 60; --i) {
            const int length = 1 + below(5 * 60);
            const int end = std::min(minute + length, 24 * 60 - 1);
            sessions.push_back({QTime(0, 0).addSecs(minute * 60), QTime(0, 0).addSecs(end * 60)});
            minute = end + 1 + below(3 * 60);
        }
        return sessions;
    }

    WorkingCalendar calendar(const QDate &from, int days)
    {
        WorkingCalendar::Data data;
        data.lastConfirmedYear = 9999;
        for (size_t day = 0; day < 7; ++day) {
            if (!oneIn(day < 5 ? 6 : 2)) {
                data.week[day] = sessions();
            }
        }
        data.week[below(5)] = sessions();
        for (int i = 0; i < days; ++i) {
            const QDate day = from.addDays(i);
            if (oneIn(8)) {
                data.days.push_back(
                    {day, oneIn(2) ? DayKind::Off : DayKind::Compensation, u"holiday"_s, {}});
            } else if (day.dayOfWeek() == Qt::Saturday && oneIn(3)) {
                data.days.push_back({day, DayKind::MakeUp, u"make-up"_s, {}});
            }
            if (oneIn(10)) {
                data.exceptions[day] = oneIn(2) ? std::vector<Session>() : sessions();
            }
        }
        return WorkingCalendar(data);
    }

    QTime time()
    {
        // Often on the edges that rules speak of.
        return oneIn(4) ? QTime(below(24), 0) : QTime(0, 0).addMSecs(below(86'400'000));
    }

private:
    std::mt19937 m_engine;
};

class DueDateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheCollectedCases_data()
    {
        QTest::addColumn<QDate>("received");
        QTest::addColumn<int>("days");
        QTest::addColumn<QDate>("due");
        const auto rows = csvRows(u"workday_cases.csv"_s);
        QCOMPARE(rows.size(), size_t{9});
        for (const auto &row : rows) {
            const QString name = row[u"received"_s] + u" + "_s + row[u"working_days"_s];
            QTest::newRow(qPrintable(name))
                << date(row[u"received"_s]) << row[u"working_days"_s].toInt()
                << date(row[u"due"_s]);
        }
    }

    void countsTheCollectedCases()
    {
        QFETCH(QDate, received);
        QFETCH(int, days);
        QFETCH(QDate, due);
        const Limit limit{WorkingDays, days};
        const LocalTime hour{received, {9, 0}};
        const QString expected = due.toString(Qt::ISODate) + u" 09:00"_s;

        QCOMPARE(told(dueDate(calendarWith({}, due.year()), limit, hour)), expected);
        QCOMPARE(told(dueDate(calendarWith({}, due.year() - 1), limit, hour)),
                 u"calendar_not_confirmed %1"_s.arg(due.year()));
        if (due.year() == 2027) {
            QCOMPARE(told(dueDate(calendarWith({}, 2026), limit, hour)),
                     u"calendar_not_confirmed 2027"_s);
        }
    }

    void setsTheDueDate_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("exceptions");
        QTest::addColumn<QString>("due");
        const auto row = [](const char *name, const QString &received, const QString &limit,
                            const QString &due, const QString &exceptions = {}) {
            QTest::newRow(name) << received << limit << exceptions << due;
        };

        row("wd: the day of receipt does not count", u"2026-11-25 09:00"_s, u"1 wd"_s,
            u"2026-11-26 09:00"_s);
        row("wd: neither weekend nor holiday counts", u"2026-11-20 14:30"_s, u"3 wd"_s,
            u"2026-11-26 14:30"_s);
        row("wd: midnight moves to opening", u"2026-11-25 00:00"_s, u"1 wd"_s,
            u"2026-11-26 08:00"_s);
        row("wd: before opening moves to opening", u"2026-11-25 07:59"_s, u"1 wd"_s,
            u"2026-11-26 08:00"_s);
        row("wd: opening stays", u"2026-11-25 08:00"_s, u"1 wd"_s, u"2026-11-26 08:00"_s);
        row("wd: end of the morning stays", u"2026-11-25 11:30"_s, u"1 wd"_s,
            u"2026-11-26 11:30"_s);
        row("wd: lunch moves to the afternoon", u"2026-11-25 11:30:01"_s, u"1 wd"_s,
            u"2026-11-26 13:30"_s);
        row("wd: the afternoon's opening stays", u"2026-11-25 13:30"_s, u"1 wd"_s,
            u"2026-11-26 13:30"_s);
        row("wd: closing stays", u"2026-11-25 17:00"_s, u"1 wd"_s, u"2026-11-26 17:00"_s);
        row("wd: after closing moves to closing", u"2026-11-25 17:00:01"_s, u"1 wd"_s,
            u"2026-11-26 17:00"_s);
        row("wd: last minute of the day", u"2026-11-25 23:59"_s, u"1 wd"_s, u"2026-11-26 17:00"_s);
        row("wd: seconds are kept", u"2026-11-25 09:15:27"_s, u"1 wd"_s, u"2026-11-26 09:15:27"_s);
        row("wd: the sessions of the due day decide", u"2026-11-25 14:30"_s, u"1 wd"_s,
            u"2026-11-26 10:00"_s, u"2026-11-26=08:00-10:00"_s);
        row("wd: after 15 h changes nothing", u"2026-11-25 16:00"_s, u"1 wd"_s,
            u"2026-11-26 16:00"_s);
        row("wd: due on a make-up Saturday", u"2026-01-09 10:00"_s, u"1 wd"_s,
            u"2026-01-10 10:00"_s);
        row("wd: make-up Saturday between", u"2026-08-20 10:00"_s, u"3 wd"_s,
            u"2026-08-24 10:00"_s);
        row("wd: received on a make-up Saturday", u"2026-08-22 10:00"_s, u"1 wd"_s,
            u"2026-08-24 10:00"_s);
        row("wd: received on a Sunday", u"2026-11-22 10:00"_s, u"3 wd"_s, u"2026-11-26 10:00"_s);
        row("wd: received on a holiday", u"2026-11-24 10:00"_s, u"1 wd"_s, u"2026-11-25 10:00"_s);
        row("wd: over Tết", u"2026-02-13 10:00"_s, u"1 wd"_s, u"2026-02-23 10:00"_s);
        row("wd: over a compensation", u"2026-04-24 10:00"_s, u"1 wd"_s, u"2026-04-28 10:00"_s);
        row("wd: overtime on a Saturday does not count", u"2026-11-27 09:00"_s, u"1 wd"_s,
            u"2026-11-30 09:00"_s, u"2026-11-28=08:00-11:30"_s);
        row("wd: a day the branch is closed counts", u"2026-11-25 09:00"_s, u"2 wd"_s,
            u"2026-11-27 09:00"_s, u"2026-11-26="_s);
        row("wd: due on a day the branch is closed", u"2026-11-25 09:00"_s, u"1 wd"_s,
            u"2026-11-27 17:00 off"_s, u"2026-11-26="_s);
        row("wd: due on two days the branch is closed", u"2026-11-25 09:00"_s, u"1 wd"_s,
            u"2026-11-30 17:00 off"_s, u"2026-11-26= 2026-11-27="_s);
        row("wd: moved past overtime on a Saturday", u"2026-11-26 09:00"_s, u"1 wd"_s,
            u"2026-11-30 17:00 off"_s, u"2026-11-27= 2026-11-28=08:00-11:30"_s);
        row("wd: make-up Saturday, branch closed", u"2026-01-09 10:00"_s, u"1 wd"_s,
            u"2026-01-12 17:00 off"_s, u"2026-01-10="_s);
        row("wd: end of a month", u"2026-03-31 10:00"_s, u"1 wd"_s, u"2026-04-01 10:00"_s);
        row("wd: end of February", u"2026-02-27 10:00"_s, u"1 wd"_s, u"2026-03-02 10:00"_s);
        row("wd: over the new year", u"2025-12-31 10:00"_s, u"1 wd"_s, u"2026-01-05 10:00"_s);
        row("wd: last day of the confirmed year", u"2026-12-30 10:00"_s, u"1 wd"_s,
            u"2026-12-31 10:00"_s);

        row("d: the day of receipt does not count", u"2026-11-25 09:00"_s, u"1 d"_s,
            u"2026-11-26 09:00"_s);
        row("d: weekends count", u"2026-11-20 09:00"_s, u"3 d"_s, u"2026-11-23 09:00"_s);
        row("d: holidays count", u"2026-11-23 09:00"_s, u"2 d"_s, u"2026-11-25 09:00"_s);
        row("d: before opening moves to opening", u"2026-11-25 05:00"_s, u"1 d"_s,
            u"2026-11-26 08:00"_s);
        row("d: lunch moves to the afternoon", u"2026-11-25 12:00"_s, u"1 d"_s,
            u"2026-11-26 13:30"_s);
        row("d: last day is a Saturday", u"2026-11-20 09:00"_s, u"1 d"_s,
            u"2026-11-23 17:00 off"_s);
        row("d: last day is a Sunday", u"2026-11-20 09:00"_s, u"2 d"_s, u"2026-11-23 17:00 off"_s);
        row("d: last day is a holiday", u"2026-11-23 09:00"_s, u"1 d"_s, u"2026-11-25 17:00 off"_s);
        row("d: last day is in Tết", u"2026-02-13 09:00"_s, u"5 d"_s, u"2026-02-23 17:00 off"_s);
        row("d: last day is a holiday on a Sunday, the next is off too", u"2026-04-24 09:00"_s,
            u"2 d"_s, u"2026-04-28 17:00 off"_s);
        row("d: last day is a make-up Saturday", u"2026-01-09 10:00"_s, u"1 d"_s,
            u"2026-01-10 10:00"_s);
        row("d: overtime makes no working day of a Saturday", u"2026-11-27 09:00"_s, u"1 d"_s,
            u"2026-11-30 17:00 off"_s, u"2026-11-28=08:00-11:30"_s);
        row("d: overtime makes no working day of a holiday", u"2026-11-23 09:00"_s, u"1 d"_s,
            u"2026-11-25 17:00 off"_s, u"2026-11-24=08:00-11:30"_s);
        row("d: due on a day the branch is closed", u"2026-11-25 09:00"_s, u"1 d"_s,
            u"2026-11-27 17:00 off"_s, u"2026-11-26="_s);
        row("d: moved to a day the branch is closed", u"2026-11-20 09:00"_s, u"1 d"_s,
            u"2026-11-25 17:00 off"_s, u"2026-11-23="_s);
        row("d: moved to a short day", u"2026-11-20 09:00"_s, u"1 d"_s, u"2026-11-23 09:30 off"_s,
            u"2026-11-23=09:00-09:30"_s);
        row("d: thirty days are no month", u"2026-01-31 09:00"_s, u"30 d"_s, u"2026-03-02 09:00"_s);
        row("d: thirty days end in a holiday", u"2026-03-31 09:00"_s, u"30 d"_s,
            u"2026-05-04 17:00 off"_s);
        row("d: over the new year", u"2025-12-31 09:00"_s, u"5 d"_s, u"2026-01-05 09:00"_s);
        row("d: received on a Sunday", u"2026-11-22 09:00"_s, u"1 d"_s, u"2026-11-23 09:00"_s);

        row("h: from opening", u"2026-11-25 08:00"_s, u"1 h"_s, u"2026-11-25 09:00"_s);
        row("h: inside the morning", u"2026-11-25 09:15"_s, u"2 h"_s, u"2026-11-25 11:15"_s);
        row("h: exactly the end of the morning stays", u"2026-11-25 09:30"_s, u"2 h"_s,
            u"2026-11-25 11:30"_s);
        row("h: one second over the morning", u"2026-11-25 09:30:01"_s, u"2 h"_s,
            u"2026-11-25 13:30:01"_s);
        row("h: spans lunch", u"2026-11-25 10:30"_s, u"2 h"_s, u"2026-11-25 14:30"_s);
        row("h: received at the end of the morning", u"2026-11-25 11:30"_s, u"1 h"_s,
            u"2026-11-25 14:30"_s);
        row("h: received at lunch", u"2026-11-25 12:00"_s, u"1 h"_s, u"2026-11-25 14:30"_s);
        row("h: exactly closing stays", u"2026-11-25 14:00"_s, u"3 h"_s, u"2026-11-25 17:00"_s);
        row("h: spans the night", u"2026-11-25 16:00"_s, u"2 h"_s, u"2026-11-26 09:00"_s);
        row("h: received at closing", u"2026-11-25 17:00"_s, u"1 h"_s, u"2026-11-26 09:00"_s);
        row("h: received after closing", u"2026-11-25 20:00"_s, u"1 h"_s, u"2026-11-26 09:00"_s);
        row("h: received before opening", u"2026-11-25 05:00"_s, u"1 h"_s, u"2026-11-25 09:00"_s);
        row("h: a whole day", u"2026-11-25 08:00"_s, u"7 h"_s, u"2026-11-25 17:00"_s);
        row("h: an hour more than a day", u"2026-11-25 08:00"_s, u"8 h"_s, u"2026-11-26 09:00"_s);
        row("h: seconds are kept", u"2026-11-25 16:59:30"_s, u"1 h"_s, u"2026-11-26 08:59:30"_s);
        row("h: spans a weekend", u"2026-11-20 16:00"_s, u"2 h"_s, u"2026-11-23 09:00"_s);
        row("h: spans a holiday", u"2026-11-23 16:00"_s, u"2 h"_s, u"2026-11-25 09:00"_s);
        row("h: counts a make-up Saturday", u"2026-01-09 16:00"_s, u"2 h"_s, u"2026-01-10 09:00"_s);
        row("h: received on a Sunday", u"2026-11-22 10:00"_s, u"1 h"_s, u"2026-11-23 09:00"_s);
        row("h: received in overtime on a Saturday", u"2026-11-28 09:00"_s, u"1 h"_s,
            u"2026-11-30 09:00"_s, u"2026-11-28=08:00-11:30"_s);
        row("h: overtime between does not count", u"2026-11-27 16:00"_s, u"2 h"_s,
            u"2026-11-30 09:00"_s, u"2026-11-28=08:00-11:30"_s);
        row("h: a day the branch is closed has no hours", u"2026-11-25 16:00"_s, u"2 h"_s,
            u"2026-11-27 09:00"_s, u"2026-11-26="_s);
        row("h: a short day has few", u"2026-11-25 16:00"_s, u"3 h"_s, u"2026-11-27 09:00"_s,
            u"2026-11-26=08:00-09:00"_s);
        row("h: three sessions", u"2026-11-26 08:30"_s, u"2 h"_s, u"2026-11-26 14:30"_s,
            u"2026-11-26=08:00-09:00,10:00-11:00,14:00-15:00"_s);
        row("h: after 15 h changes nothing", u"2026-11-25 15:30"_s, u"1 h"_s,
            u"2026-11-25 16:30"_s);
        row("h: forty days", u"2026-09-03 08:00"_s, u"280 h"_s, u"2026-10-28 17:00"_s);

        row("same day: due at closing", u"2026-11-25 09:00"_s, u"same day"_s,
            u"2026-11-25 17:00"_s);
        row("same day: before opening", u"2026-11-25 06:00"_s, u"same day"_s,
            u"2026-11-25 17:00"_s);
        row("same day: at lunch", u"2026-11-25 12:00"_s, u"same day"_s, u"2026-11-25 17:00"_s);
        row("same day: 15 h sharp is not after", u"2026-11-25 15:00:00"_s, u"same day"_s,
            u"2026-11-25 17:00"_s);
        row("same day: a millisecond after 15 h", u"2026-11-25 15:00:00.001"_s, u"same day"_s,
            u"2026-11-26 17:00 cutoff"_s);
        row("same day: after 15 h", u"2026-11-25 15:01"_s, u"same day"_s,
            u"2026-11-26 17:00 cutoff"_s);
        row("same day: after closing", u"2026-11-25 18:00"_s, u"same day"_s,
            u"2026-11-26 17:00 cutoff"_s);
        row("same day: after 15 h on a Friday", u"2026-11-27 15:30"_s, u"same day"_s,
            u"2026-11-30 17:00 cutoff"_s);
        row("same day: after 15 h before a holiday", u"2026-11-23 16:00"_s, u"same day"_s,
            u"2026-11-25 17:00 cutoff"_s);
        row("same day: after 15 h before a make-up Saturday", u"2026-01-09 15:30"_s, u"same day"_s,
            u"2026-01-10 17:00 cutoff"_s);
        row("same day: on a make-up Saturday", u"2026-01-10 09:00"_s, u"same day"_s,
            u"2026-01-10 17:00"_s);
        row("same day: Sunday without sessions", u"2026-11-22 10:00"_s, u"same day"_s,
            u"2026-11-23 17:00 off"_s);
        row("same day: Sunday without sessions, after 15 h", u"2026-11-22 16:00"_s, u"same day"_s,
            u"2026-11-23 17:00 off"_s);
        row("same day: holiday", u"2026-11-24 10:00"_s, u"same day"_s, u"2026-11-25 17:00 off"_s);
        row("same day: overtime on a Saturday", u"2026-11-28 09:00"_s, u"same day"_s,
            u"2026-11-28 11:30"_s, u"2026-11-28=08:00-11:30"_s);
        row("same day: overtime on a holiday", u"2026-11-24 09:00"_s, u"same day"_s,
            u"2026-11-24 11:30"_s, u"2026-11-24=08:00-11:30"_s);
        row("same day: overtime is over", u"2026-11-28 11:30"_s, u"same day"_s,
            u"2026-11-30 17:00 cutoff"_s, u"2026-11-28=08:00-11:30"_s);
        row("same day: overtime, after 15 h", u"2026-11-28 15:30"_s, u"same day"_s,
            u"2026-11-30 17:00 cutoff"_s, u"2026-11-28=08:00-17:00"_s);
        row("same day: overtime on Sunday is not next", u"2026-11-28 15:30"_s, u"same day"_s,
            u"2026-11-30 17:00 cutoff"_s, u"2026-11-28=08:00-17:00 2026-11-29=08:00-17:00"_s);
        row("same day: the branch is closed", u"2026-11-26 09:00"_s, u"same day"_s,
            u"2026-11-27 17:00 off"_s, u"2026-11-26="_s);
        row("same day: the branch is closed on the next", u"2026-11-25 15:30"_s, u"same day"_s,
            u"2026-11-27 17:00 off cutoff"_s, u"2026-11-26="_s);
        row("same day: half a day is over", u"2026-11-25 13:00"_s, u"same day"_s,
            u"2026-11-26 17:00 cutoff"_s, u"2026-11-25=08:00-11:30"_s);
        row("same day: last day of the confirmed year", u"2026-12-31 15:00"_s, u"same day"_s,
            u"2026-12-31 17:00"_s);
    }

    void setsTheDueDate()
    {
        QFETCH(QString, received);
        QFETCH(QString, limit);
        QFETCH(QString, exceptions);
        const auto due = dueDate(calendarWith(exceptions), limitOf(limit), at(received));
        QTEST(told(due), "due");
        QCOMPARE(due->received, at(received));
        QCOMPARE(due->limit, limitOf(limit));
    }

    void knowsLeapYears_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("due");
        QTest::newRow("working day into 29 February")
            << u"2028-02-28 09:00"_s << u"1 wd"_s << u"2028-02-29 09:00"_s;
        QTest::newRow("working day out of it")
            << u"2028-02-29 09:00"_s << u"1 wd"_s << u"2028-03-01 09:00"_s;
        QTest::newRow("a year of days over it")
            << u"2028-02-28 09:00"_s << u"365 d"_s << u"2029-02-27 09:00"_s;
        QTest::newRow("no 29 February in 2100")
            << u"2100-02-26 09:00"_s << u"3 d"_s << u"2100-03-01 09:00"_s;
        QTest::newRow("hours into it")
            << u"2028-02-28 16:00"_s << u"2 h"_s << u"2028-02-29 09:00"_s;
    }

    void knowsLeapYears()
    {
        QFETCH(QString, received);
        QFETCH(QString, limit);
        QTEST(told(dueDate(calendarWith({}, 2100), limitOf(limit), at(received))), "due");
    }

    void startsLateOnlyWhenAsked_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("usual");
        QTest::addColumn<QString>("late");
        const auto row = [](const char *name, const QString &received, const QString &limit,
                            const QString &usual, const QString &late) {
            QTest::newRow(name) << received << limit << usual << late;
        };
        row("15 h sharp", u"2026-11-25 15:00"_s, u"1 wd"_s, u"2026-11-26 15:00"_s,
            u"2026-11-26 15:00"_s);
        row("after 15 h", u"2026-11-25 15:01"_s, u"1 wd"_s, u"2026-11-26 15:01"_s,
            u"2026-11-27 15:01 cutoff"_s);
        row("after 15 h on a Friday", u"2026-11-20 16:00"_s, u"3 wd"_s, u"2026-11-26 16:00"_s,
            u"2026-11-27 16:00 cutoff"_s);
        row("on the Sunday after it", u"2026-11-22 10:00"_s, u"3 wd"_s, u"2026-11-26 10:00"_s,
            u"2026-11-27 10:00 cutoff"_s);
        row("on the Monday after it", u"2026-11-23 10:00"_s, u"3 wd"_s, u"2026-11-27 10:00"_s,
            u"2026-11-27 10:00"_s);
        row("before a make-up Saturday", u"2026-01-09 16:00"_s, u"1 wd"_s, u"2026-01-10 16:00"_s,
            u"2026-01-12 16:00 cutoff"_s);
        row("on a make-up Saturday", u"2026-01-10 10:00"_s, u"1 wd"_s, u"2026-01-12 10:00"_s,
            u"2026-01-12 10:00"_s);
        row("calendar days", u"2026-11-25 16:00"_s, u"1 d"_s, u"2026-11-26 16:00"_s,
            u"2026-11-27 16:00 cutoff"_s);
        row("calendar days on a Friday", u"2026-11-27 16:00"_s, u"1 d"_s, u"2026-11-30 17:00 off"_s,
            u"2026-12-01 16:00 cutoff"_s);
        row("hours know no 15 h", u"2026-11-25 15:30"_s, u"1 h"_s, u"2026-11-25 16:30"_s,
            u"2026-11-25 16:30"_s);
        row("a same-day procedure has the rule anyway", u"2026-11-25 15:30"_s, u"same day"_s,
            u"2026-11-26 17:00 cutoff"_s, u"2026-11-26 17:00 cutoff"_s);
        row("the later start is not confirmed", u"2026-12-30 16:00"_s, u"1 wd"_s,
            u"2026-12-31 16:00"_s, u"calendar_not_confirmed 2027"_s);
    }

    void startsLateOnlyWhenAsked()
    {
        QFETCH(QString, received);
        QFETCH(QString, limit);
        const auto calendar = calendarWith();
        const DueRules rules{.lateStartsNextDay = true};
        QTEST(told(dueDate(calendar, limitOf(limit), at(received))), "usual");
        QTEST(told(dueDate(calendar, limitOf(limit), at(received), rules)), "late");
    }

    void theCutoffIsASetting()
    {
        const auto calendar = calendarWith();
        const LocalTime received = at(u"2026-11-25 15:30"_s);
        QCOMPARE(told(dueDate(calendar, {SameDay, 0}, received, {.sameDayUntil = {16, 0}})),
                 u"2026-11-25 17:00"_s);
        QCOMPARE(told(dueDate(calendar, {SameDay, 0}, received, {.sameDayUntil = {10, 0}})),
                 u"2026-11-26 17:00 cutoff"_s);
    }

    void explainsItself_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("exceptions");
        QTest::addColumn<QString>("explanation");
        const auto row = [](const char *name, const QString &received, const QString &limit,
                            const QString &explanation, const QString &exceptions = {}) {
            QTest::newRow(name) << received << limit << exceptions << explanation;
        };
        row("nothing to explain", u"2026-11-25 09:00"_s, u"2 wd"_s, u""_s);
        row("weekend and holiday", u"2026-11-20 09:00"_s, u"3 wd"_s,
            u"21 22 24:Ngày Văn hóa Việt Nam"_s);
        row("make-up Saturday between", u"2026-08-20 09:00"_s, u"3 wd"_s, u"23 +22"_s);
        row("make-up Saturday last, said once", u"2026-08-21 09:00"_s, u"1 wd"_s, u"+22"_s);
        row("make-up Saturday of receipt", u"2026-08-22 09:00"_s, u"1 wd"_s, u"23"_s);
        row("compensation", u"2026-04-24 09:00"_s, u"1 wd"_s,
            u"25 26:Giỗ Tổ Hùng Vương (10/3 Âm lịch, Chủ nhật) 27:Nghỉ bù Giỗ Tổ Hùng Vương"_s);
        row("days off inside calendar days", u"2026-11-20 09:00"_s, u"5 d"_s, u""_s);
        row("moved off a Saturday", u"2026-11-20 09:00"_s, u"1 d"_s, u"21 22"_s);
        row("calendar day on a make-up Saturday", u"2026-08-21 09:00"_s, u"1 d"_s, u"+22"_s);
        row("branch closed", u"2026-11-25 09:00"_s, u"1 wd"_s, u"26"_s, u"2026-11-26="_s);
        row("make-up Saturday, branch closed", u"2026-01-09 10:00"_s, u"1 wd"_s, u"10 11 +10"_s,
            u"2026-01-10="_s);
        row("hours over a weekend", u"2026-11-20 16:00"_s, u"2 h"_s, u"21 22"_s);
        row("hours from a Sunday", u"2026-11-22 16:00"_s, u"2 h"_s, u"22"_s);
        row("hours over a make-up Saturday", u"2026-08-21 16:00"_s, u"9 h"_s, u"23 +22"_s);
        row("hours to a make-up Saturday", u"2026-08-21 16:00"_s, u"2 h"_s, u"+22"_s);
        row("same day after 15 h", u"2026-11-23 16:00"_s, u"same day"_s,
            u"24:Ngày Văn hóa Việt Nam"_s);
        row("same day on a Sunday", u"2026-11-22 09:00"_s, u"same day"_s, u"22"_s);
        row("same day on a make-up Saturday", u"2026-08-22 09:00"_s, u"same day"_s, u"+22"_s);
    }

    void explainsItself()
    {
        QFETCH(QString, received);
        QFETCH(QString, limit);
        QFETCH(QString, exceptions);
        const auto due = dueDate(calendarWith(exceptions), limitOf(limit), at(received));
        QVERIFY(due);
        QTEST(explained(*due), "explanation");
    }

    void promisesNothingUnconfirmed_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<int>("lastYear");
        QTest::addColumn<QString>("year");
        QTest::newRow("working day") << u"2026-12-31 09:00"_s << u"1 wd"_s << 2026 << u"2027"_s;
        QTest::newRow("calendar day") << u"2026-12-31 09:00"_s << u"1 d"_s << 2026 << u"2027"_s;
        QTest::newRow("hours") << u"2026-12-31 16:00"_s << u"2 h"_s << 2026 << u"2027"_s;
        QTest::newRow("same day after 15 h")
            << u"2026-12-31 15:30"_s << u"same day"_s << 2026 << u"2027"_s;
        QTest::newRow("last day moves into the next year")
            << u"2023-12-29 09:00"_s << u"1 d"_s << 2023 << u"2024"_s;
        QTest::newRow("Sunday without sessions, next day in the next year")
            << u"2023-12-31 09:00"_s << u"same day"_s << 2023 << u"2024"_s;
        QTest::newRow("the first year of many is named")
            << u"2026-11-25 09:00"_s << u"3000 d"_s << 2026 << u"2027"_s;
        QTest::newRow("largest working days")
            << u"2026-11-25 09:00"_s << u"3650 wd"_s << 2026 << u"2027"_s;
        QTest::newRow("largest hours") << u"2026-11-25 09:00"_s << u"3650 h"_s << 2026 << u"2027"_s;
        for (const QString &limit : {u"1 wd"_s, u"1 d"_s, u"1 h"_s, u"same day"_s}) {
            QTest::addRow("received beyond it, %s", qPrintable(limit))
                << u"2028-01-05 09:00"_s << limit << 2026 << u"2028"_s;
            QTest::addRow("nothing is confirmed, %s", qPrintable(limit))
                << u"2026-11-25 09:00"_s << limit << 0 << u"2026"_s;
        }
    }

    void promisesNothingUnconfirmed()
    {
        QFETCH(QString, received);
        QFETCH(QString, limit);
        QFETCH(int, lastYear);
        QFETCH(QString, year);
        QCOMPARE(told(dueDate(calendarWith({}, lastYear), limitOf(limit), at(received))),
                 u"calendar_not_confirmed "_s + year);
        QVERIFY(dueDate(calendarWith({}, 2100), limitOf(limit), at(received)));
    }

    void refusesWhatIsNoLimit_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("value");
        for (const LimitKind kind : {WorkingDays, CalendarDays, WorkingHours}) {
            for (const int value : {0, -1, Limit::Largest + 1, std::numeric_limits<int>::min(),
                                    std::numeric_limits<int>::max()}) {
                QTest::addRow("kind %d, %d", qToUnderlying(kind), value)
                    << qToUnderlying(kind) << value;
            }
        }
        QTest::newRow("same day with a number") << qToUnderlying(SameDay) << 1;
        QTest::newRow("same day with a negative number") << qToUnderlying(SameDay) << -1;
        QTest::newRow("unknown kind") << 99 << 1;
    }

    void refusesWhatIsNoLimit()
    {
        QFETCH(int, kind);
        QFETCH(int, value);
        const Limit limit{static_cast<LimitKind>(kind), value};
        QCOMPARE(told(dueDate(calendarWith(), limit, at(u"2026-11-25 09:00"_s))),
                 u"invalid_input limit"_s);
    }

    void reachesTheLargestLimit()
    {
        const auto calendar = calendarWith({}, 9999);
        const LocalTime received = at(u"2028-01-05 09:00"_s);
        const auto days = dueDate(calendar, {CalendarDays, Limit::Largest}, received);
        QVERIFY(days);
        QCOMPARE(told(days), u"2038-01-04 17:00 off"_s); // 2 January is a Saturday
        QCOMPARE(told(dueDate(calendar, {WorkingDays, Limit::Largest}, received)),
                 received.date.addDays(qint64{Limit::Largest} / 5 * 7).toString(Qt::ISODate)
                     + u" 09:00"_s);
        const auto hours = dueDate(calendar, {WorkingHours, Limit::Largest}, received);
        QVERIFY(hours);
        QCOMPARE(openTime(calendar, received, hours->due), qint64{Limit::Largest} * 3'600'000);
    }

    void refusesTimesThatAreNone()
    {
        const auto calendar = calendarWith();
        const Limit limit{WorkingDays, 1};
        const QDate day(2026, 11, 25);
        QCOMPARE(told(dueDate(calendar, limit, {{}, {9, 0}})), u"invalid_input received"_s);
        QCOMPARE(told(dueDate(calendar, limit, {day, {}})), u"invalid_input received"_s);
        QCOMPARE(told(dueDate(calendar, limit, {day, {24, 0}})), u"invalid_input received"_s);
        QCOMPARE(told(dueDate(calendar, limit, {day, {9, 0}}, {.sameDayUntil = {}})),
                 u"invalid_input same_day_until"_s);
    }

    void refusesABranchThatNeverOpens_data()
    {
        QTest::addColumn<QString>("limit");
        for (const QString &limit : {u"1 wd"_s, u"1 d"_s, u"1 h"_s, u"same day"_s}) {
            QTest::newRow(qPrintable(limit)) << limit;
        }
    }

    void refusesABranchThatNeverOpens()
    {
        QFETCH(QString, limit);
        WorkingCalendar::Data data;
        data.lastConfirmedYear = std::numeric_limits<int>::max();
        const LocalTime received = at(u"2026-11-25 09:00"_s);
        const QString refusal = u"invalid_input sessions"_s;
        QCOMPARE(told(dueDate(WorkingCalendar(data), limitOf(limit), received)), refusal);
        data.week[5] = {Morning};
        data.week[6] = {Morning};
        QCOMPARE(told(dueDate(WorkingCalendar(data), limitOf(limit), received)), refusal);
        data.week[4] = {Morning};
        QVERIFY(dueDate(WorkingCalendar(data), limitOf(limit), received));
    }

    void stopsAtTheEndOfTime()
    {
        WorkingCalendar::Data data;
        data.lastConfirmedYear = std::numeric_limits<int>::max();
        data.week.fill({Morning});
        const QDate last = QDate::fromJulianDay(784'354'017'364); // the largest QDate holds
        for (const LimitKind kind : {WorkingDays, CalendarDays, WorkingHours}) {
            const auto due = dueDate(WorkingCalendar(data), {kind, Limit::Largest}, {last, {9, 0}});
            QVERIFY(!due);
            QCOMPARE(due.error().code, ErrorCode::CalendarNotConfirmed);
        }
    }

    void holdsOnAnyCalendar_data()
    {
        QTest::addColumn<bool>("lateStartsNextDay");
        QTest::newRow("late receipt starts as usual") << false;
        QTest::newRow("late receipt starts a working day later") << true;
    }

    void holdsOnAnyCalendar()
    {
        QFETCH(bool, lateStartsNextDay);
        const DueRules rules{.lateStartsNextDay = lateStartsNextDay};
        for (unsigned seed = 1; seed <= 3000; ++seed) {
            Chance chance(seed);
            const QDate first = QDate(2026, 1, 1).addDays(chance.below(1500));
            const auto calendar = chance.calendar(first.addDays(-7), 60);
            for (const LimitKind kind : {WorkingDays, CalendarDays, WorkingHours, SameDay}) {
                const LocalTime received{first.addDays(chance.below(20)), chance.time()};
                const int value = kind == SameDay ? 0 : 1 + chance.below(20);
                const auto due = dueDate(calendar, {kind, value}, received, rules);
                if (!due || !keepsItsPromises(calendar, *due)) {
                    QFAIL(qPrintable(u"seed %1, kind %2, value %3, %4 -> %5"_s.arg(seed)
                                         .arg(qToUnderlying(kind))
                                         .arg(value)
                                         .arg(received.date.toString(Qt::ISODate), told(due))));
                }
            }
        }
    }

    void growsWithTheLimit()
    {
        for (unsigned seed = 1; seed <= 500; ++seed) {
            Chance chance(seed);
            const QDate first = QDate(2026, 1, 1).addDays(chance.below(1500));
            const auto calendar = chance.calendar(first, 60);
            const LocalTime received{first, chance.time()};
            for (const LimitKind kind : {WorkingDays, CalendarDays, WorkingHours}) {
                LocalTime previous = received;
                for (int value = 1; value <= 30; ++value) {
                    const auto due = dueDate(calendar, {kind, value}, received);
                    QVERIFY(due);
                    QVERIFY2(isNotBefore(kind, due->due, previous), qPrintable(told(due)));
                    previous = due->due;
                }
            }
        }
    }

    void growsWithTheTimeOfReceipt_data() { holdsOnAnyCalendar_data(); }

    void growsWithTheTimeOfReceipt()
    {
        QFETCH(bool, lateStartsNextDay);
        const DueRules rules{.lateStartsNextDay = lateStartsNextDay};
        for (unsigned seed = 1; seed <= 200; ++seed) {
            Chance chance(seed);
            const QDate first = QDate(2026, 1, 1).addDays(chance.below(1500));
            const auto calendar = chance.calendar(first, 60);
            for (const LimitKind kind : {WorkingDays, CalendarDays, WorkingHours, SameDay}) {
                const Limit limit{kind, kind == SameDay ? 0 : 1 + chance.below(8)};
                LocalTime received{first, {0, 0}};
                LocalTime dueBefore = received;
                for (int i = 0; i < 60; ++i) {
                    const auto due = dueDate(calendar, limit, received, rules);
                    QVERIFY(due);
                    // Saturday's overtime may be done before what came in late on Friday.
                    if (calendar.isWorkingDay(due->due.date)) {
                        QVERIFY2(isNotBefore(kind, due->due, dueBefore),
                                 qPrintable(u"seed %1: %2"_s.arg(seed).arg(told(due))));
                        dueBefore = due->due;
                    }

                    const qint64 later = milliseconds(received) + chance.below(8 * 3'600'000);
                    const LocalTime next{
                        QDate::fromJulianDay(later / 86'400'000),
                        QTime::fromMSecsSinceStartOfDay(static_cast<int>(later % 86'400'000))};
                    if (next.date == received.date) {
                        const auto nextDue = dueDate(calendar, limit, next, rules);
                        QVERIFY(nextDue);
                        QVERIFY(milliseconds(nextDue->due) >= milliseconds(due->due)
                                || nextDue->movedPastCutoff != due->movedPastCutoff);
                    }
                    received = next;
                }
            }
        }
    }

private:
    /// Days are promised in order. Their hours are not: a day that was moved ends at closing, the
    /// next one at the hour of receipt.
    static bool isNotBefore(LimitKind kind, const LocalTime &due, const LocalTime &previous)
    {
        if (kind == WorkingHours) {
            return milliseconds(due) >= milliseconds(previous);
        }
        return due.date >= previous.date;
    }

    static bool keepsItsPromises(const WorkingCalendar &calendar, const DueDate &due)
    {
        const auto [kind, value] = due.limit;
        const bool sameDay = kind == SameDay && due.due.date == due.received.date;
        if (milliseconds(due.due) < milliseconds(due.received) || !isInSession(calendar, due.due)
            || !(calendar.isWorkingDay(due.due.date) || sameDay)) {
            return false;
        }
        if (kind == WorkingHours) {
            return openTime(calendar, due.received, due.due) == qint64{value} * 3'600'000;
        }
        if (kind == SameDay) {
            return true;
        }
        QDate last = due.received.date;
        if (due.movedPastCutoff) {
            last = calendar.nextWorkingDay(last);
        }
        for (int i = 0; i < value; ++i) {
            last = kind == WorkingDays ? calendar.nextWorkingDay(last) : last.addDays(1);
        }
        const bool stays = calendar.isWorkingDay(last) && !calendar.sessionsOn(last).empty();
        if (stays == due.movedOffDay) {
            return false;
        }
        while (!calendar.isWorkingDay(last) || calendar.sessionsOn(last).empty()) {
            last = last.addDays(1);
        }
        return due.due.date == last
               && (stays || due.due.time == calendar.sessionsOn(last).back().closes);
    }
};

QTEST_GUILESS_MAIN(DueDateTest)

#include "duedatetest.moc"
