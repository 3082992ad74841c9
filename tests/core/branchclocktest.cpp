// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/branchclock.h"

#include <QTest>

using namespace motcua;

static constexpr qint64 Second = 1000;
static constexpr qint64 Hour = 3600 * Second;
static constexpr qint64 Year = 365 * 24 * Hour;
static constexpr qint64 Morning = 56 * Year;

class BranchClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStepOfThePcsClock_data()
    {
        QTest::addColumn<qint64>("step");
        QTest::addColumn<qint64>("passed"); // branch time from the event before
        QTest::addColumn<qint64>("lead");

        QTest::newRow("an ordinary second") << Second << Second << qint64{0};
        QTest::newRow("no time at all") << qint64{0} << qint64{0} << qint64{0};
        QTest::newRow("forward a year is believed") << Year << Year << qint64{0};
        QTest::newRow("10 s back: time stands still") << -10 * Second << qint64{0} << qint64{0};
        QTest::newRow("1 ms back") << qint64{-1} << qint64{0} << qint64{0};
        QTest::newRow("just within tolerance") << -60 * Second << qint64{0} << qint64{0};
        QTest::newRow("just beyond tolerance") << -60 * Second - 1 << qint64{0} << 60 * Second + 1;
        QTest::newRow("2 h back") << -2 * Hour << qint64{0} << 2 * Hour;
        QTest::newRow("back to 1970") << -Morning << qint64{0} << Morning;
    }

    void aStepOfThePcsClock()
    {
        QFETCH(qint64, step);
        QFETCH(qint64, passed);
        QFETCH(qint64, lead);

        const BranchClock before{Morning, 0};
        const BranchClock now = before.advancedTo(Morning + step);
        QCOMPARE(now.lastAt - before.lastAt, passed);
        QCOMPARE(now.lead, lead);
    }

    void timeGoesOnAtOnceAfterABigStepBack()
    {
        for (const qint64 step : {2 * Hour, 7 * Year}) {
            BranchClock clock{Morning, 0};
            clock = clock.advancedTo(Morning - step);
            clock = clock.advancedTo(Morning - step + 5 * Second);
            QCOMPARE(clock.lastAt, Morning + 5 * Second);
            QCOMPARE(clock.lead, step);
        }
    }

    void timeGoesOnOnceASmallStepBackIsMadeUp()
    {
        BranchClock clock{Morning, 0};
        clock = clock.advancedTo(Morning - 10 * Second);
        clock = clock.advancedTo(Morning - 1 * Second);
        QCOMPARE(clock.lastAt, Morning);
        clock = clock.advancedTo(Morning + 2 * Second);
        QCOMPARE(clock.lastAt, Morning + 2 * Second);
        QCOMPARE(clock.lead, qint64{0});
    }

    void twoPcsASecondApartNeverPushTimeForward()
    {
        BranchClock clock{Morning, 0};
        for (qint64 second = 1; second <= 10'000; ++second) {
            const qint64 truth = Morning + second * Second;
            clock = clock.advancedTo(truth);
            clock = clock.advancedTo(truth - Second);
            QCOMPARE(clock, (BranchClock{truth, 0}));
        }
    }

    void timeNeverRunsBackwardsWhateverTheClocksSay()
    {
        // Every step of this table after every other.
        const std::array steps{-Year,  -2 * Hour,   -61 * Second, -Second, qint64{0},
                               Second, 61 * Second, 2 * Hour,     Year};
        for (const qint64 first : steps) {
            for (const qint64 second : steps) {
                for (const qint64 third : steps) {
                    BranchClock clock{Morning, 0};
                    qint64 pc = Morning;
                    for (const qint64 step : {first, second, third}) {
                        pc += step;
                        const BranchClock next = clock.advancedTo(pc);
                        QVERIFY(next.lastAt >= clock.lastAt);
                        QVERIFY(next.lead >= clock.lead);
                        clock = next;
                    }
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(BranchClockTest)

#include "branchclocktest.moc"
