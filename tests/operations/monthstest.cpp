// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/months.h"

#include "operations/reports.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

class MonthsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A month says what the report of its days says.
    void monthIsWhatItsReportSays()
    {
        TestBranch branch;
        branch.play(u"open|in 1 CB01|issue H|issue H|wait 60|call 1|start 1|wait 30|finish 1|close|"
                    "wait 86400|open|in 1 CB01|issue H|issue C|wait 3600|call 1|start 1|"
                    "transfer 1 C|close|open|close"_s);
        const auto month = readMonth(*branch, Monday, branch.clock());
        VERIFY_RESULT(month);
        QCOMPARE(month->first, QDate(2026, 3, 1));
        QCOMPARE(month->days.size(), size_t{31});
        QCOMPARE(month->openedDays(), 2);
        QCOMPARE(month->days[1].issued, 2);
        QCOMPARE(month->days[2].issued, 2);
        QVERIFY(!month->days[1].isReopened);
        QVERIFY(month->days[2].isReopened);
        QVERIFY(month->days[0].isOffDay); // a Sunday
        QVERIFY(!month->days[1].isOffDay);

        const auto report = makeReport(*branch, {.kind = ReportKind::Period,
                                                 .from = month->first,
                                                 .to = QDate(2026, 3, 31),
                                                 .clock = branch.clock()});
        VERIFY_RESULT(report);
        const auto of = [&report](const char *id) -> std::optional<int> {
            for (size_t i = 0; i < report->columns.size(); ++i) {
                if (QLatin1StringView(report->columns[i].id) == QLatin1StringView(id)) {
                    return static_cast<int>(report->total[i].number);
                }
            }
            return std::nullopt;
        };
        QCOMPARE(month->total.issued, of("issued"));
        QCOMPARE(month->total.waitAverage, of("wait_avg_s"));
        QCOMPARE(month->total.waitMedian, of("wait_median_s"));
        QCOMPARE(month->total.waitNinetieth, of("wait_p90_s"));
        QCOMPARE(month->total.waitLongest, of("wait_longest_s"));
    }

    void peopleAreCountedInTheHourTheyCame()
    {
        TestBranch branch;
        // 07:30 at the branch, a Monday; half an hour later, and after a transfer.
        branch.play(u"open|in 3 CB03|issue H|wait 1799|issue H|wait 1|issue C|call 3|start 3|"
                    "wait 4000|transfer 3 C"_s);
        const auto month = readMonth(*branch, {}, branch.clock());
        VERIFY_RESULT(month);
        QCOMPARE(month->hours.size(), size_t{2});
        QCOMPARE(month->hours.at(7)[0], 2);
        QCOMPARE(month->hours.at(8)[0], 1);
        QCOMPARE(month->weekdays[0], 1);
        QCOMPARE(month->weekdays[1], 0);
    }

    void monthBeforeIsTold()
    {
        TestBranch branch;
        branch.play(u"open|issue H|issue H|issue C|close|wait 2678400|open|issue H|close"_s);
        const auto month = readMonth(*branch, QDate(2026, 4, 2), branch.clock());
        VERIFY_RESULT(month);
        QCOMPARE(month->first, QDate(2026, 4, 1));
        QCOMPARE(month->total.issued, 1);
        QCOMPARE(month->issuedBefore, 3);
        const auto empty = readMonth(*branch, QDate(2025, 1, 1), branch.clock());
        VERIFY_RESULT(empty);
        QCOMPARE(empty->total.issued, 0);
        QVERIFY(!empty->busiest());
    }

    /// The mean of such weekdays before the month, and of the group that is looked at.
    void usualDayIsToldByWeekday()
    {
        TestBranch branch;
        branch.play(u"open|issue H|issue C|close|wait 604800|open|issue H|issue H|issue H|close"_s);
        const auto month = readMonth(*branch, QDate(2026, 4, 2), branch.clock());
        VERIFY_RESULT(month);
        QCOMPARE(month->usual[0], 3); // 2 and 3 numbers on two Mondays
        QCOMPARE(month->usual[1], std::optional<int>());
        const auto group = readMonth(*branch, QDate(2026, 4, 2), branch.clock(), {.group = u"C"_s});
        VERIFY_RESULT(group);
        QCOMPARE(group->usual[0], 1);
        QCOMPARE(group->issuedBefore, 1);
        const auto counter = readMonth(*branch, QDate(2026, 4, 2), branch.clock(), {.counter = 1});
        VERIFY_RESULT(counter);
        QCOMPARE(counter->usual[0], std::optional<int>());
    }

    void branchWithoutADayHasAMonth()
    {
        const TestBranch branch;
        const auto month = readMonth(*branch, {}, branch.clock());
        VERIFY_RESULT(month);
        QCOMPARE(month->first, QDate(2026, 3, 1));
        QCOMPARE(month->openedDays(), 0);
    }
};

QTEST_GUILESS_MAIN(MonthsTest)

#include "monthstest.moc"
