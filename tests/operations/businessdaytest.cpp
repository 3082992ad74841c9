// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/businessday.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace Qt::StringLiterals;

class BusinessDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dayIsOpenedAndClosed_data()
    {
        QTest::addColumn<QString>("script"); // from Monday 2026-03-02, 07:30
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const QString &script, const QString &outcome) {
            QTest::newRow(name) << script << outcome;
        };

        row("today by the clock", u"open"_s, u"2026-03-02 open 0"_s);
        row("just after midnight at the branch, still yesterday in UTC", u"wait -27000|open"_s,
            u"2026-03-02 open 0"_s);
        row("just before midnight at the branch", u"wait 59399|open"_s, u"2026-03-02 open 0"_s);
        row("midnight at the branch", u"wait 59400|open"_s, u"2026-03-03 open 0"_s);
        row("twice", u"open|open"_s, u"day_already_open 2026-03-02"_s);
        row("another while one is open", u"open|open 2026-03-03"_s,
            u"day_already_open 2026-03-02"_s);
        row("next day", u"open|close|wait 86400|open"_s, u"2026-03-03 open 0"_s);
        row("leap day", u"open 2028-02-29"_s, u"2028-02-29 open 0"_s);

        row("same day again", u"open|close|open"_s, u"2026-03-02 open 0"_s);
        row("same day again, by hand", u"open|close|open 2026-03-02"_s, u"2026-03-02 open 0"_s);
        row("the day before the last again", u"open|close|open 2026-03-03|close|open 2026-03-02"_s,
            u"day_already_closed 2026-03-02"_s);
        row("the last day, days later, by hand", u"open|close|wait 864000|open 2026-03-02"_s,
            u"2026-03-02 open 0"_s);

        row("clock set back a day", u"open|close|wait -86400|open"_s, u"clock_behind 2026-03-02"_s);
        row("clock set back for years", u"open|close|wait -220000000|open"_s,
            u"clock_behind 2026-03-02"_s);
        row("clock set back within the day", u"open|close|wait -3600|open"_s,
            u"2026-03-02 open 0"_s);
        row("a date of the past that never was, by hand", u"open|close|open 2026-02-27"_s,
            u"2026-02-27 open 0"_s);
        row("after a day opened far ahead by mistake", u"open 2027-01-01|close|open"_s,
            u"clock_behind 2027-01-01"_s);
        row("after that mistake, by hand", u"open 2027-01-01|close|open 2026-03-02"_s,
            u"2026-03-02 open 0"_s);

        row("close what is not open", u"close"_s, u"day_not_open"_s);
        row("close twice", u"open|close|close"_s, u"day_not_open"_s);
        row("nobody left", u"open|close"_s, u"2026-03-02 closed 0"_s);
        row("who waits or is on hold expires",
            u"open|in 1 CB01|issue H|issue H|issue C|call 1|start 1|hold 1|close"_s,
            u"2026-03-02 closed 3"_s);
        row("who was served or left does not",
            u"open|in 1 CB01|issue H|issue H|issue H|call 1|start 1|finish 1|call 1|no-show 1|"
            "cancel H003|close"_s,
            u"2026-03-02 closed 0"_s);
        row("while somebody is called", u"open|in 1 CB01|issue H|call 1|close"_s,
            u"counters_busy 1"_s);
        row("while somebody is served",
            u"open|in 2 CB01|in 1 CB02|issue H|issue H|call 2|call 1|start 1|close"_s,
            u"counters_busy 1, 2"_s);
        row("opened again, numbers go on", u"open|issue H|issue H|close|open|issue H"_s,
            u"H003 after 0"_s);
        row("the next day starts again", u"open|issue H|close|open 2026-03-03|issue H"_s,
            u"H001 after 0"_s);
        row("everybody is signed out", u"open|in 1 CB01|close|open|call 1"_s, u"not_signed_in 1"_s);
        row("and may sign in elsewhere", u"open|in 1 CB01|close|in 2 CB01"_s,
            u"CB01 signed_in at 2"_s);
    }

    void dayIsOpenedAndClosed()
    {
        QFETCH(QString, script);
        QFETCH(QString, outcome);
        test::TestBranch branch;
        QCOMPARE(branch.play(script), outcome);
        QCOMPARE(branch.faults(), QString());
    }

    void refusedClosingChangesNothing()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|issue H|issue H|call 1"_s);
        const QByteArray before = branch.bytes();
        QCOMPARE(branch.play(u"close"_s), u"counters_busy 1"_s);
        QCOMPARE(branch.play(u"open"_s), u"day_already_open 2026-03-02"_s);
        QCOMPARE(branch.bytes(), before);
    }

    void dayGoesOnOverMidnight()
    {
        test::TestBranch branch;
        QCOMPARE(branch.play(u"wait 59390|open|issue H|wait 20|issue H"_s), u"H002 after 1"_s);
        QCOMPARE(branch.answer()["business_date"_L1].toString(), u"2026-03-02"_s);
        QCOMPARE(branch.answer()["issued_at"_L1].toString(), u"2026-03-03T00:00:10+07:00"_s);
    }

    void dayIsKeptWithItsTimes()
    {
        test::TestBranch branch;
        branch.play(u"open|wait 60|close|wait 60|open|wait 60|close"_s);
        QCOMPARE(branch.value(u"SELECT times_opened || ' ' || (closed_at - opened_at)"
                              " FROM business_day"_s),
                 u"2 180000"_s);
        QCOMPARE(branch.answer()["at"_L1].toString(), u"2026-03-02T07:33:00+07:00"_s);
    }

    void dayIsTheBranchsOwnInAnyZone_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QDateTime>("clock");
        QTest::addColumn<QString>("date");
        const auto utc = [](const QString &text) {
            return QDateTime::fromString(text + u'Z', Qt::ISODate);
        };
        QTest::newRow("Hanoi") << u"Asia/Ho_Chi_Minh"_s << utc(u"2026-03-01T17:00:00"_s)
                               << u"2026-03-02"_s;
        QTest::newRow("before summer time begins")
            << u"Europe/Berlin"_s << utc(u"2026-03-28T22:59:59"_s) << u"2026-03-28"_s;
        QTest::newRow("the night of summer time")
            << u"Europe/Berlin"_s << utc(u"2026-03-29T21:59:59"_s) << u"2026-03-29"_s;
        QTest::newRow("in summer time")
            << u"Europe/Berlin"_s << utc(u"2026-03-29T22:00:00"_s) << u"2026-03-30"_s;
        QTest::newRow("west of Greenwich")
            << u"America/Sao_Paulo"_s << utc(u"2026-03-02T02:59:59"_s) << u"2026-03-01"_s;
        QTest::newRow("the clock given in another zone")
            << u"Asia/Ho_Chi_Minh"_s
            << QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::OffsetFromUTC, -5 * 3600)
            << u"2026-03-02"_s;
        QTest::newRow("beyond 2038")
            << u"Asia/Ho_Chi_Minh"_s << utc(u"2040-02-29T01:00:00"_s) << u"2040-02-29"_s;
    }

    void dayIsTheBranchsOwnInAnyZone()
    {
        QFETCH(QString, zone);
        QFETCH(QDateTime, clock);
        QFETCH(QString, date);
        Catalogue catalogue = test::smallCatalogue();
        catalogue.settings.timeZone = zone;
        test::TestBranch branch(catalogue);
        const auto day = openDay(*branch, {QUuid::createUuid(), clock});
        VERIFY_RESULT(day);
        QCOMPARE(day->businessDate.toString(Qt::ISODate), date);
    }
};

QTEST_GUILESS_MAIN(BusinessDayTest)

#include "businessdaytest.moc"
