// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/waitestimate.h"

#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

class WaitEstimateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPromised_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::addColumn<int>("open");
        QTest::addColumn<int>("idle");
        QTest::addColumn<int>("calls");
        QTest::addColumn<int>("counterMinutes");
        QTest::addColumn<int>("served");
        QTest::addColumn<int>("servedMinutes");
        QTest::addColumn<QString>("range");

        QTest::newRow("nothing is known") << 3 << 0 << 0 << 0 << 0 << 0 << 0 << u"none"_s;
        QTest::newRow("no counter is open, though some were")
            << 3 << 0 << 0 << 9 << 45 << 9 << 45 << u"none"_s;
        QTest::newRow("somebody ahead, nobody called yet")
            << 1 << 2 << 0 << 0 << 20 << 0 << 0 << u"none"_s;
        QTest::newRow("nobody ahead, an idle counter")
            << 0 << 1 << 1 << 0 << 0 << 0 << 0 << u"0-5"_s;
        QTest::newRow("fewer ahead than idle counters")
            << 1 << 3 << 2 << 0 << 0 << 0 << 0 << u"0-5"_s;
        QTest::newRow("nobody ahead, all busy for a short while")
            << 0 << 3 << 0 << 27 << 135 << 27 << 108 << u"0-5"_s;
        // 13 turns of 6 minutes at 3 counters: 26 minutes
        QTest::newRow("steady") << 12 << 3 << 0 << 22 << 132 << 22 << 132 << u"20-35"_s;
        QTest::newRow("one more counter opens")
            << 12 << 4 << 0 << 22 << 132 << 22 << 132 << u"15-25"_s;
        QTest::newRow("calls alone are a basis")
            << 12 << 3 << 0 << 22 << 132 << 0 << 0 << u"20-35"_s;
        // Idle counters made 27 minutes of each call; service takes 3, so at most 6 count.
        QTest::newRow("a quiet hour before the rush")
            << 9 << 1 << 0 << 5 << 135 << 5 << 15 << u"45-80"_s;
        QTest::newRow("served faster than the window shows")
            << 9 << 1 << 0 << 20 << 45 << 20 << 80 << u"30-55"_s;
        QTest::newRow("just under the longest") << 14 << 1 << 0 << 7 << 42 << 7 << 42 << u"70-90"_s;
        QTest::newRow("over the longest") << 15 << 1 << 0 << 7 << 42 << 7 << 42 << u"90-"_s;
        QTest::newRow("far over the longest") << 900 << 1 << 0 << 7 << 42 << 7 << 42 << u"90-"_s;
    }

    void whatIsPromised()
    {
        QFETCH(int, ahead);
        QFETCH(int, open);
        QFETCH(int, idle);
        QFETCH(int, calls);
        QFETCH(int, counterMinutes);
        QFETCH(int, served);
        QFETCH(int, servedMinutes);
        const auto range = waitRange(ahead, {.openCounters = open,
                                             .idleCounters = idle,
                                             .calls = calls,
                                             .counterMs = counterMinutes * qint64{60'000},
                                             .served = served,
                                             .servedMs = servedMinutes * qint64{60'000}});
        QTEST(told(range), "range");
    }

    void everyRangeCanBeSaid()
    {
        for (int ahead = 0; ahead < 200; ++ahead) {
            for (int minutes = 1; minutes < 120; minutes += 7) {
                const auto range = waitRange(
                    ahead, {.openCounters = 2, .calls = 4, .counterMs = minutes * qint64{60'000}});
                QVERIFY(range && range->fromMinutes % 5 == 0 && range->fromMinutes >= 0);
                QVERIFY(!range->toMinutes || *range->toMinutes > range->fromMinutes);
                QVERIFY(range->toMinutes.value_or(0) % 5 == 0
                        && range->toMinutes.value_or(0) <= WaitRange::LongestMinutes);
            }
        }
    }

private:
    static QString told(const std::optional<WaitRange> &range)
    {
        if (!range) {
            return u"none"_s;
        }
        return u"%1-%2"_s.arg(range->fromMinutes)
            .arg(range->toMinutes ? QString::number(*range->toMinutes) : QString());
    }
};

QTEST_GUILESS_MAIN(WaitEstimateTest)

#include "waitestimatetest.moc"
