// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/workingcalendar.h"
#include "support/holidays.h"

#include <QTest>

#include <memory>
#include <utility>

using namespace motcua;
using namespace Qt::StringLiterals;

static const Session Morning{{8, 0}, {11, 30}};
static const Session Afternoon{{13, 30}, {17, 0}};
static const Session FridayAfternoon{{13, 30}, {16, 30}};
static const Session SaturdayMorning{{8, 0}, {11, 0}};

static QDate date(const QString &iso)
{
    return QDate::fromString(iso, Qt::ISODate);
}

/// Monday to Thursday all day, Friday until 16:30, nothing at the weekend.
static WorkingCalendar::Data plainData()
{
    WorkingCalendar::Data data;
    data.days = vietnameseHolidays();
    for (size_t day = 0; day < 4; ++day) {
        data.week[day] = {Morning, Afternoon};
    }
    data.week[4] = {Morning, FridayAfternoon};
    data.lastConfirmedYear = 2026;
    return data;
}

static QString written(const std::vector<Session> &sessions)
{
    QStringList texts;
    for (const Session &session : sessions) {
        texts << session.opens.toString(u"HH:mm"_s) + u'-' + session.closes.toString(u"HH:mm"_s);
    }
    return texts.join(u' ');
}

class WorkingCalendarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWorkingDays_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<bool>("works");
        QTest::newRow("Monday") << u"2026-11-23"_s << true;
        QTest::newRow("Wednesday") << u"2026-11-25"_s << true;
        QTest::newRow("Thursday") << u"2026-11-26"_s << true;
        QTest::newRow("Friday") << u"2026-11-27"_s << true;
        QTest::newRow("Saturday") << u"2026-11-28"_s << false;
        QTest::newRow("Sunday") << u"2026-11-29"_s << false;
        QTest::newRow("holiday on a Tuesday") << u"2026-11-24"_s << false;
        QTest::newRow("24 November before there was the holiday") << u"2025-11-24"_s << true;
        QTest::newRow("holiday on a Sunday") << u"2026-04-26"_s << false;
        QTest::newRow("compensation on the Monday after") << u"2026-04-27"_s << false;
        QTest::newRow("swapped Friday") << u"2026-01-02"_s << false;
        QTest::newRow("Saturday made up for it") << u"2026-01-10"_s << true;
        QTest::newRow("Sunday after the make-up Saturday") << u"2026-01-11"_s << false;
        QTest::newRow("first day of Tết") << u"2026-02-16"_s << false;
        QTest::newRow("last day of Tết") << u"2026-02-20"_s << false;
        QTest::newRow("weekend inside Tết") << u"2026-02-21"_s << false;
        QTest::newRow("day after Tết") << u"2026-02-23"_s << true;
        QTest::newRow("only proposed as a day off") << u"2027-02-08"_s << true;
        QTest::newRow("29 February") << u"2028-02-29"_s << true;
        QTest::newRow("no date") << u"2026-02-29"_s << false;
    }

    void knowsWorkingDays()
    {
        QFETCH(QString, day);
        QTEST(WorkingCalendar(plainData()).isWorkingDay(date(day)), "works");
    }

    void ordinaryWeeksNeedNoTable()
    {
        const WorkingCalendar calendar{{}};
        QVERIFY(calendar.isWorkingDay({2026, 1, 1}));
        QVERIFY(!calendar.isWorkingDay({2026, 1, 3}));
    }

    void tellsTheDatedException()
    {
        const WorkingCalendar calendar(plainData());
        const CalendarDay *holiday = calendar.exceptionOn({2026, 11, 24});
        QVERIFY(holiday);
        QCOMPARE(holiday->kind, DayKind::Off);
        QCOMPARE(holiday->name, u"Ngày Văn hóa Việt Nam"_s);
        QVERIFY(!holiday->source.isEmpty());
        QCOMPARE(calendar.exceptionOn({2026, 8, 31})->kind, DayKind::Compensation);
        QCOMPARE(calendar.exceptionOn({2026, 8, 22})->kind, DayKind::MakeUp);
        QVERIFY(!calendar.exceptionOn({2026, 11, 25}));
        QVERIFY(!calendar.exceptionOn({2026, 11, 28}));
        QVERIFY(!calendar.exceptionOn({}));
    }

    void firstOfTwoEntriesStands()
    {
        WorkingCalendar::Data data;
        data.days = {{{2026, 11, 25}, DayKind::Off, u"first"_s, {}},
                     {{2026, 11, 25}, DayKind::MakeUp, u"second"_s, {}}};
        const WorkingCalendar calendar(data);
        QCOMPARE(calendar.exceptionOn({2026, 11, 25})->name, u"first"_s);
        QVERIFY(!calendar.isWorkingDay({2026, 11, 25}));
    }

    void findsTheNextWorkingDay_data()
    {
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("next");
        QTest::newRow("tomorrow") << u"2026-11-25"_s << u"2026-11-26"_s;
        QTest::newRow("over the weekend") << u"2026-11-27"_s << u"2026-11-30"_s;
        QTest::newRow("from Saturday") << u"2026-11-28"_s << u"2026-11-30"_s;
        QTest::newRow("over a holiday") << u"2026-11-23"_s << u"2026-11-25"_s;
        QTest::newRow("from a holiday") << u"2026-11-24"_s << u"2026-11-25"_s;
        QTest::newRow("make-up Saturday") << u"2026-01-09"_s << u"2026-01-10"_s;
        QTest::newRow("over Tết") << u"2026-02-13"_s << u"2026-02-23"_s;
        QTest::newRow("over a compensation") << u"2026-04-24"_s << u"2026-04-28"_s;
        QTest::newRow("over the new year") << u"2025-12-31"_s << u"2026-01-05"_s;
        QTest::newRow("to 29 February") << u"2028-02-28"_s << u"2028-02-29"_s;
        QTest::newRow("from 29 February") << u"2028-02-29"_s << u"2028-03-01"_s;
        QTest::newRow("beyond the confirmed year") << u"2026-12-31"_s << u"2027-01-04"_s;
        QTest::newRow("from no date") << u""_s << u""_s;
    }

    void findsTheNextWorkingDay()
    {
        QFETCH(QString, after);
        QFETCH(QString, next);
        QCOMPARE(WorkingCalendar(plainData()).nextWorkingDay(date(after)), date(next));
    }

    void knowsWhenTheBranchIsOpen_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("sessions");
        QTest::newRow("Monday") << u"2026-11-23"_s << u"08:00-11:30 13:30-17:00"_s;
        QTest::newRow("Friday") << u"2026-11-27"_s << u"08:00-11:30 13:30-16:30"_s;
        QTest::newRow("Saturday") << u"2026-11-28"_s << u""_s;
        QTest::newRow("Sunday") << u"2026-11-29"_s << u""_s;
        QTest::newRow("holiday") << u"2026-11-24"_s << u""_s;
        QTest::newRow("compensation") << u"2026-04-27"_s << u""_s;
        QTest::newRow("make-up Saturday has Friday's")
            << u"2026-01-10"_s << u"08:00-11:30 13:30-16:30"_s;
        QTest::newRow("closed by the branch") << u"2026-11-26"_s << u""_s;
        QTest::newRow("overtime on a Saturday") << u"2026-12-05"_s << u"08:00-11:00"_s;
        QTest::newRow("overtime on a holiday") << u"2026-09-02"_s << u"08:00-11:00"_s;
        QTest::newRow("make-up Saturday closed by the branch") << u"2026-08-22"_s << u""_s;
        QTest::newRow("no date") << u""_s << u""_s;
    }

    void knowsWhenTheBranchIsOpen()
    {
        QFETCH(QString, day);
        auto data = plainData();
        data.exceptions = {{{2026, 11, 26}, {}},
                           {{2026, 12, 5}, {SaturdayMorning}},
                           {{2026, 9, 2}, {SaturdayMorning}},
                           {{2026, 8, 22}, {}}};
        QTEST(written(WorkingCalendar(data).sessionsOn(date(day))), "sessions");
    }

    void saturdaySessionsOfTheWeekStand()
    {
        auto data = plainData();
        data.week[5] = {SaturdayMorning};
        const WorkingCalendar calendar(data);
        QCOMPARE(calendar.sessionsOn({2026, 11, 28}), std::vector{SaturdayMorning});
        QCOMPARE(calendar.sessionsOn({2026, 1, 10}), std::vector{SaturdayMorning});
        QVERIFY(!calendar.isWorkingDay({2026, 11, 28}));
        QVERIFY(calendar.isWorkingDay({2026, 1, 10}));
    }

    void sessionsDecideNothingAboutWorkingDays()
    {
        auto data = plainData();
        data.exceptions = {{{2026, 11, 25}, {}}, {{2026, 11, 24}, {Morning}}};
        const WorkingCalendar calendar(data);
        QVERIFY(calendar.isWorkingDay({2026, 11, 25}));
        QVERIFY(!calendar.isWorkingDay({2026, 11, 24}));
    }

    void confirmsWholeYears()
    {
        const WorkingCalendar calendar(plainData());
        QVERIFY(calendar.isConfirmed({2025, 1, 1}));
        QVERIFY(calendar.isConfirmed({2026, 12, 31}));
        QVERIFY(!calendar.isConfirmed({2027, 1, 1}));
        QVERIFY(!calendar.isConfirmed({}));
        QVERIFY(!WorkingCalendar{{}}.isConfirmed({2026, 1, 1}));
    }

    void copiesOutliveTheOriginal()
    {
        auto original = std::make_unique<WorkingCalendar>(plainData());
        const WorkingCalendar copy(*original);
        WorkingCalendar assigned{{}};
        assigned = *original;
        const WorkingCalendar moved(std::move(*original));
        original.reset();

        for (const WorkingCalendar *calendar : {&copy, &std::as_const(assigned), &moved}) {
            const CalendarDay *holiday = calendar->exceptionOn({2026, 11, 24});
            QVERIFY(holiday);
            QCOMPARE(holiday->name, u"Ngày Văn hóa Việt Nam"_s);
            QVERIFY(holiday >= calendar->data().days.data()
                    && holiday < calendar->data().days.data() + calendar->data().days.size());
            QVERIFY(!calendar->isWorkingDay({2026, 11, 24}));
            QCOMPARE(calendar->sessionsOn({2026, 11, 25}), (std::vector{Morning, Afternoon}));
        }
    }

    void theEndOfTimeIsReached()
    {
        const QDate last = QDate::fromJulianDay(784'354'017'364); // the largest QDate holds
        QVERIFY(last.isValid());
        const WorkingCalendar calendar(plainData());
        QVERIFY(!calendar.nextWorkingDay(last).isValid());
    }
};

QTEST_GUILESS_MAIN(WorkingCalendarTest)

#include "workingcalendartest.moc"
