// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/demoday.h"

#include "operations/dailyreport.h"
#include "support/testbranch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

class DemoDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrivalsAreAWholeDayInOrder()
    {
        const std::vector<Arrival> arrivals = sampleArrivals();
        QCOMPARE(arrivals.size(), size_t{769});
        QVERIFY(std::ranges::is_sorted(arrivals, {}, &Arrival::second));
        QVERIFY(arrivals.front().second >= 0);
        for (const Arrival &arrival : arrivals) {
            QVERIFY(QStringView(u"HCNKXYRA").contains(arrival.group));
        }
    }

    void peopleComeAndClerksServeThem()
    {
        TestBranch branch;
        QCOMPARE(branch.play(u"open | in 1 CB01"_s).isEmpty(), false);
        const int counters[] = {1};
        DemoDay day({{10, u"H"_s}, {11, u"H"_s}, {400, u"H"_s}}, counters);
        for (int second = 0; second < 3600; second += 2) {
            branch.wait(2);
            VERIFY_RESULT(day.advance(*branch, branch.clock(), second));
        }
        const auto report = reportDay(*branch);
        VERIFY_RESULT(report);
        QCOMPARE(report->total.issued, 3);
        QCOMPARE(report->total.served, 3);
    }

    void somebodyElseAtTheCounterIsNoFault()
    {
        TestBranch branch;
        QCOMPARE(branch.play(u"open | in 1 CB01 | issue H | call 1"_s).isEmpty(), false);
        const int counters[] = {1, 2}; // busy, and nobody signed in
        DemoDay day({{0, u"H"_s}, {0, u"?"_s}}, counters);
        VERIFY_RESULT(day.advance(*branch, branch.clock(), 100));
        VERIFY_RESULT(day.advance(*branch, branch.clock(), 200));
    }
};

QTEST_GUILESS_MAIN(DemoDayTest)
#include "demodaytest.moc"
