// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/branchmonth.h"

#include <QTest>

#include <limits>

using namespace motcua;
using namespace Qt::StringLiterals;

class BranchMonthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreTheDesigns_data()
    {
        QTest::addColumn<int>("issued");
        QTest::addColumn<int>("step");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("just few") << 199 << 0;
        QTest::newRow("200") << 200 << 1;
        QTest::newRow("359") << 359 << 1;
        QTest::newRow("360") << 360 << 2;
        QTest::newRow("390") << 390 << 3;
        QTest::newRow("419") << 419 << 3;
        QTest::newRow("420") << 420 << 4;
        QTest::newRow("very many") << 100'000 << 4;
    }

    void stepsAreTheDesigns()
    {
        QFETCH(int, issued);
        QTEST(BranchMonth::stepOf(issued, BranchMonth::stepsFor(100'000)), "step");
    }

    void stepsFitASmallBranch_data()
    {
        QTest::addColumn<int>("busiest");
        QTest::addColumn<int>("branches");
        QTest::addColumn<QString>("steps");
        QTest::newRow("the design's") << 420 << 1 << u"0 200 360 390 420"_s;
        QTest::newRow("not more for a crowd") << 9'000 << 1 << u"0 200 360 390 420"_s;
        QTest::newRow("half as many") << 210 << 1 << u"0 100 180 195 210"_s;
        QTest::newRow("a handful") << 12 << 1 << u"0 6 11 12"_s;
        QTest::newRow("one") << 1 << 1 << u"0 1"_s;
        QTest::newRow("nobody") << 0 << 1 << u"0"_s;
        QTest::newRow("ten branches") << 4'200 << 10 << u"0 2000 3600 3900 4200"_s;
        QTest::newRow("ten small branches") << 420 << 10 << u"0 200 360 390 420"_s;
        QTest::newRow("the largest number") << std::numeric_limits<int>::max() << 1'000'000
                                            << u"0 200000000 360000000 390000000 420000000"_s;
    }

    void stepsFitASmallBranch()
    {
        QFETCH(int, busiest);
        QFETCH(int, branches);
        QStringList told;
        for (const int step : BranchMonth::stepsFor(busiest, branches)) {
            told.append(QString::number(step));
        }
        QTEST(told.join(u' '), "steps");
    }

    void busiestIsTheFirstOfSeveral()
    {
        BranchMonth month{.first = QDate(2026, 3, 1), .today = QDate(2026, 3, 31)};
        QVERIFY(!month.busiest());
        month.days = {{.date = QDate(2026, 3, 1)}, {.date = QDate(2026, 3, 2)}};
        QVERIFY(!month.busiest()); // nobody came
        month.days = {{.date = QDate(2026, 3, 1), .issued = 3, .wasOpened = true},
                      {.date = QDate(2026, 3, 2), .issued = 7, .wasOpened = true},
                      {.date = QDate(2026, 3, 3), .issued = 7, .wasOpened = true}};
        QVERIFY(month.busiest());
        QCOMPARE(month.busiest()->date, QDate(2026, 3, 2));
        QCOMPARE(month.openedDays(), 3);
    }
};

QTEST_GUILESS_MAIN(BranchMonthTest)

#include "branchmonthtest.moc"
