// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/branchmonth.h"

#include <QTest>

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
        QTEST(BranchMonth::stepOf(issued), "step");
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
