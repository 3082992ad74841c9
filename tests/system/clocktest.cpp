// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"
#include "system/harness.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <deque>

using namespace Qt::StringLiterals;
using namespace motcua;

/// A PC whose clock jumps: an empty battery, a wrong time server, a hand.
class ClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jumpsLeaveNumbersAndOrderAlone();
    void programOnAWrongClockStaysInTheOpenDay_data();
    void programOnAWrongClockStaysInTheOpenDay();
};

namespace {

constexpr qint64 Second = 1;
constexpr qint64 Hour = 3'600 * Second;
constexpr qint64 Day = 24 * Hour;
constexpr qint64 Year = 365 * Day;

} // namespace

void ClockTest::jumpsLeaveNumbersAndOrderAlone()
{
    const quint32 seed = testSeed();
    constexpr std::array Jumps{-7 * Year,   -Day,     -2 * Hour, -61 * Second, -30 * Second,
                               30 * Second, 2 * Hour, Day,       30 * Year};
    for (quint32 run = 0; run < 8; ++run) {
        QRandomGenerator random(seed + run);
        const Office office;
        const auto opened = openBranch(office.path());
        QVERIFY(opened);
        Database &database = **opened;
        QDateTime clock = Office::openingTime();
        const auto context = [&] {
            const bool jumps = random.bounded(5) == 0;
            clock = clock.addSecs(jumps ? Jumps.at(static_cast<size_t>(
                                      random.bounded(static_cast<int>(Jumps.size()))))
                                        : random.bounded(60));
            return CommandContext{QUuid::createUuid(), clock};
        };
        std::deque<TicketNumber> line;
        int given = 0;
        for (int i = 0; i < 60; ++i) {
            if (random.bounded(3) != 0) {
                const auto issued = issueTicket(database, context(), {.group = u"N"_s});
                QVERIFY2(issued, qPrintable(u"seed %1"_s.arg(seed + run)));
                QCOMPARE(issued->ticket.number, ++given);
                QCOMPARE(issued->businessDate, QDate(2026, 3, 2));
                QCOMPARE(issued->ahead, static_cast<int>(line.size()));
                line.push_back(issued->ticket);
            } else if (!line.empty()) {
                const int counter = 5 + random.bounded(2);
                const auto called = callNext(database, context(), counter);
                if (!called && called.error().code == ErrorCode::CounterBusy) {
                    continue;
                }
                QVERIFY2(called, qPrintable(u"seed %1"_s.arg(seed + run)));
                QCOMPARE(called->ticket, line.front());
                QVERIFY(called->waited >= 0);
                line.pop_front();
                for (const LegAction action : {LegAction::Start, LegAction::Finish}) {
                    QVERIFY(
                        actAtCounter(database, context(), {.counter = counter, .action = action}));
                }
            }
        }
        QCOMPARE(faultsOf(database, {}).join(u'\n'), QString());
        const auto branch = readBranch(database);
        QVERIFY(branch);
        QCOMPARE(branch->businessDate, QDate(2026, 3, 2));
    }
}

void ClockTest::programOnAWrongClockStaysInTheOpenDay_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::newRow("seven years back") << -7 * Year;
    QTest::newRow("two hours back") << -2 * Hour;
    QTest::newRow("a minute on") << 60 * Second;
    QTest::newRow("tomorrow") << Day;
    QTest::newRow("past 2038") << 30 * Year;
}

/// The whole program, which asks the PC's clock itself.
void ClockTest::programOnAWrongClockStaysInTheOpenDay()
{
    QFETCH(qint64, offset);
    const Office office(QDateTime::currentDateTimeUtc());
    const auto motcua = [&](const QString &words, qint64 wrong) {
        const QStringList arguments{u"--database"_s, office.url(), u"--json"_s};
        return runProgram(
            QStringLiteral(MOTCUA), arguments + words.split(u' '),
            preloaded(u"clock"_s, office.folder(), {{u"CLOCK_OFFSET"_s, QString::number(wrong)}}));
    };
    QString date;
    for (int number = 1; number <= 6; ++number) { // right and wrong in turn
        const ProcessOutcome issued =
            motcua(u"ticket issue --group N"_s, number % 2 == 0 ? offset : 0);
        QVERIFY2(issued.exitCode == 0, issued.text().constData());
        QCOMPARE(issued.answer()["ticket"_L1].toString(), u"N00%1"_s.arg(number));
        QCOMPARE(issued.answer()["ahead"_L1].toInt(), number - 1);
        date = date.isEmpty() ? issued.answer()["business_date"_L1].toString() : date;
        QCOMPARE(issued.answer()["business_date"_L1].toString(), date);
    }
    for (int number = 1; number <= 3; ++number) {
        const ProcessOutcome called = motcua(u"counter call-next --counter %1"_s.arg(number + 4),
                                             number % 2 == 0 ? 0 : offset);
        QVERIFY2(called.exitCode == 0, called.text().constData());
        QCOMPARE(called.answer()["ticket"_L1].toString(), u"N00%1"_s.arg(number));
        QVERIFY(called.answer()["waited_s"_L1].toInteger() >= 0);
    }
    QCOMPARE(motcua(u"verify"_s, offset).exitCode, 0);
    for (int counter = 5; counter <= 7; ++counter) {
        QCOMPARE(motcua(u"counter no-show --counter %1"_s.arg(counter), 0).exitCode, 0);
    }
    QCOMPARE(motcua(u"day close"_s, offset).exitCode, 0);
    if (offset < -Hour * 24) {
        // The past is not opened again by a clock; only a person can name the day.
        const ProcessOutcome refused = motcua(u"day open"_s, offset);
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.answer()["error"_L1].toString(), u"clock_behind"_s);
    }
    QCOMPARE(faultsOf(office.path()).join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(ClockTest)
#include "clocktest.moc"
