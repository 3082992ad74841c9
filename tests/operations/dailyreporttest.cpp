// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/dailyreport.h"
#include "operations/intakes.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace Qt::StringLiterals;

/// "H 3/1, C 1/0, total 4/1": issued and served.
static QString told(const DaySummary &summary)
{
    QStringList rows;
    for (const GroupSummary &row : summary.groups) {
        rows.append(u"%1 %2/%3"_s.arg(row.group).arg(row.issued).arg(row.served));
    }
    rows.append(u"total %1/%2"_s.arg(summary.total.issued).arg(summary.total.served));
    return rows.join(u", "_s);
}

class DailyReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dayIsCounted_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QString>("report");
        const QString busy = u"open|in 1 CB01|issue H|issue H|issue C|call 1|start 1|finish 1"_s;
        QTest::newRow("the open day") << busy << QDate() << u"H 2/1, C 1/0, N 0/0, total 3/1"_s;
        QTest::newRow("the open day by its date")
            << busy << test::Monday << u"H 2/1, C 1/0, N 0/0, total 3/1"_s;
        QTest::newRow("a closed day")
            << busy + u"|close"_s << test::Monday << u"H 2/1, C 1/0, N 0/0, total 3/1"_s;
        QTest::newRow("another day is open") << busy + u"|close|open 2026-03-03|issue N"_s
                                             << test::Monday << u"H 2/1, C 1/0, N 0/0, total 3/1"_s;
        QTest::newRow("the other day") << busy + u"|close|open 2026-03-03|issue N"_s << QDate()
                                       << u"H 0/0, C 0/0, N 1/0, total 1/0"_s;
        QTest::newRow("a day that never was")
            << busy << QDate(2020, 1, 1) << u"H 0/0, C 0/0, N 0/0, total 0/0"_s;
        QTest::newRow("nobody came") << u"open"_s << QDate() << u"H 0/0, C 0/0, N 0/0, total 0/0"_s;
        QTest::newRow("a transfer is one ticket")
            << u"open|in 3 CB01|issue H|call 3|start 3|transfer 3 C|call 3|start 3|finish 3"_s
            << QDate() << u"H 1/1, C 0/0, N 0/0, total 1/1"_s;
        QTest::newRow("an undone finish is not served")
            << u"open|in 1 CB01|issue H|call 1|start 1|finish 1|undo 1"_s << QDate()
            << u"H 1/0, C 0/0, N 0/0, total 1/0"_s;
    }

    void dayIsCounted()
    {
        QFETCH(QString, script);
        QFETCH(QDate, date);
        QFETCH(QString, report);
        test::TestBranch branch;
        branch.play(script);
        const QByteArray before = branch.bytes();
        const auto summary = reportDay(*branch, date);
        VERIFY_RESULT(summary);
        QCOMPARE(told(*summary), report);
        QCOMPARE(branch.bytes(), before);
    }

    void waitAndServiceAreMeasuredFromTheBranchsClock()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|issue H|wait 60|issue H|wait 60|call 1|wait 10|start 1|"
                    "wait 300|hold 1|wait 900|resume 1|wait 100|finish 1|call 1"_s);
        const auto summary = reportDay(*branch);
        VERIFY_RESULT(summary);
        const GroupSummary &row = summary->groups.front();
        QCOMPARE(row.waitMedian, 120);
        QCOMPARE(row.waitNinetieth, 1370);
        QCOMPARE(row.waitAverage, 745);
        QCOMPARE(row.serviceAverage, 400);
        QCOMPARE(row.called, 1);
    }

    void intakesAreCountedByTheirLine()
    {
        test::TestBranch branch;
        branch.play(u"open|in 3 CB01|issue H|issue C|call 3|start 3"_s);
        const auto vault = vaultOf(*branch);
        VERIFY_RESULT(vault);
        const Intake advice{.outcome = Outcome::Advised};
        Intake refusal{.applicant = {.name = u"Nguyễn Thị Mai"_s}, .outcome = Outcome::Refused};
        refusal.procedure = u"1.001193"_s;
        refusal.reason = u"Không thuộc thẩm quyền của chi nhánh"_s;
        for (const Intake &intake : {advice, advice, refusal}) {
            VERIFY_RESULT(
                recordIntake(*branch, branch.next(), *vault, {.counter = 3, .intake = intake}));
        }
        branch.play(u"finish 3|call 3|start 3"_s);
        VERIFY_RESULT(
            recordIntake(*branch, branch.next(), *vault, {.counter = 3, .intake = advice}));
        Intake corrected = refusal;
        corrected.applicant.name = u"Nguyễn Thị Mái"_s;
        corrected.correction = u"Ghi sai tên"_s;
        VERIFY_RESULT(correctIntake(*branch, branch.next(), *vault,
                                    {.counter = 3,
                                     .code = branch.value(u"SELECT code FROM dossier"_s),
                                     .corrected = corrected}));
        const auto summary = reportDay(*branch);
        VERIFY_RESULT(summary);
        // Accepted, to supplement, refused, advised, handed over.
        using Counts = std::array<int, OutcomeCount>;
        QCOMPARE(summary->groups[0].intakes, (Counts{0, 0, 1, 2, 0}));
        QCOMPARE(summary->groups[1].intakes, (Counts{0, 0, 0, 1, 0}));
        QCOMPARE(summary->total.intakes, (Counts{0, 0, 1, 3, 0}));
    }

    void noOpenDayNoReport()
    {
        const test::TestBranch branch;
        QCOMPARE(test::outcome(reportDay(*branch)), u"day_not_open"_s);
    }

    void lineThatWasClosedSinceStillHadItsDay()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|issue H|issue C|call 1|start 1|transfer 1 N|close"_s);
        Catalogue changed = test::smallCatalogue();
        changed.groups.resize(1);
        changed.counters = {{1, {u"H"_s}}};
        for (StaffMember &member : changed.staff) {
            member.groups = {u"H"_s};
        }
        VERIFY_RESULT(importCatalogue(*branch, changed, branch.next()));
        const auto summary = reportDay(*branch, test::Monday);
        VERIFY_RESULT(summary);
        QCOMPARE(summary->groups.size(), size_t{3});
        QCOMPARE(summary->groups.front().group, u"H"_s);
        QCOMPARE(summary->total.issued, 2);
        QCOMPARE(summary->total.expired, 2);
    }
};

QTEST_GUILESS_MAIN(DailyReportTest)

#include "dailyreporttest.moc"
