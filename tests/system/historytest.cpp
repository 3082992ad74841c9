// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/branchdatabase.h"
#include "system/harness.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace motcua;

/// Many programs on one database: what they did must be explicable one after the other.
class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kiosksAndCountersTogetherAreOneSerialMachine();
    void lookingBeforeLockingIsCaught();
    void anInvertedOrderIsCaught();
    void oneCommandSentFiftyTimesIsDoneOnce_data();
    void oneCommandSentFiftyTimesIsDoneOnce();
};

namespace {

constexpr int Kiosks = 8;
constexpr int Counters = 4; ///< 1 to 4, which share the lines H and C

std::vector<QStringList> callsOf(const Office &office, QRandomGenerator &random,
                                 const QString &callRole, int issues, int actions)
{
    const auto common = [&](int operations) {
        return QStringList{office.path(), u"--seed"_s, QString::number(random.generate()),
                           u"--operations"_s, QString::number(operations)};
    };
    std::vector<QStringList> calls;
    calls.reserve(Kiosks + Counters);
    for (int kiosk = 0; kiosk < Kiosks; ++kiosk) {
        calls.push_back(common(issues) + QStringList{u"--role"_s, u"issue"_s});
    }
    for (int counter = 1; counter <= Counters; ++counter) {
        calls.push_back(
            common(actions)
            + QStringList{u"--role"_s, callRole, u"--counter"_s, QString::number(counter)});
    }
    return calls;
}

/// What all programs were answered; storage that refuses is a fault of its own.
std::vector<Acknowledgement> answersOf(const std::vector<ProcessOutcome> &outcomes,
                                       QStringList &faults)
{
    std::vector<Acknowledgement> all;
    for (const ProcessOutcome &outcome : outcomes) {
        if (outcome.exitCode != 0) {
            faults.append(QString::fromUtf8(outcome.text().right(500)));
        }
        for (const QJsonObject &line : outcome.lines()) {
            // SQLite lets those who wait for its lock go in any order, so on a slow machine one may
            // wait in vain for the whole 20 s; to be told sooner that it is busy is a fault.
            const qint64 waited = line["ended"_L1].toInteger() - line["began"_L1].toInteger();
            const bool isStarved =
                line["error"_L1] == u"database_busy"_s && waited > 15'000'000'000;
            if (line.contains("error"_L1) && !line["is_refusal"_L1].toBool() && !isStarved) {
                faults.append(line["error"_L1].toString() + line["detail"_L1].toString());
            }
        }
        const auto own = acknowledgements(outcome);
        all.insert(all.end(), own.begin(), own.end());
    }
    return all;
}

} // namespace

void HistoryTest::kiosksAndCountersTogetherAreOneSerialMachine()
{
    constexpr int Issues = 260; // each of 8; three lines of 999 numbers take them
    constexpr int Actions = 500;
    QRandomGenerator random(testSeed());
    const Office office(QDateTime::currentDateTimeUtc());
    const auto outcomes = runTogether(QStringLiteral(BRANCHDRIVER),
                                      callsOf(office, random, u"call"_s, Issues, Actions));
    QStringList faults;
    const auto acknowledged = answersOf(outcomes, faults);
    faults += faultsOf(office.path(), acknowledged);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    qint64 longest = 0;
    for (const Acknowledgement &done : acknowledged) {
        longest = std::max(longest, done.ended - done.began);
    }
    qInfo("%zu acknowledged answers, the slowest after %lld ms", acknowledged.size(),
          static_cast<long long>(longest / 1'000'000));
    QVERIFY(acknowledged.size() >= 3'900);
}

void HistoryTest::lookingBeforeLockingIsCaught()
{
    QRandomGenerator random(testSeed());
    const Office office(QDateTime::currentDateTimeUtc());
    const auto outcomes = runTogether(QStringLiteral(BRANCHDRIVER),
                                      callsOf(office, random, u"call-naively"_s, 60, 150));
    QStringList ignored;
    const QStringList faults = faultsOf(office.path(), answersOf(outcomes, ignored));
    qInfo("%s", qPrintable(faults.join(u'\n')));
    QVERIFY2(!faults.filter(u"called"_s).isEmpty(), "nobody was called twice");
}

/// The database cannot be made to invert an order, so the judge is shown a false witness.
void HistoryTest::anInvertedOrderIsCaught()
{
    const Office office(QDateTime::currentDateTimeUtc());
    const auto outcome =
        runProgram(QStringLiteral(BRANCHDRIVER),
                   {office.path(), u"--role"_s, u"issue"_s, u"--operations"_s, u"10"_s});
    auto acknowledged = acknowledgements(outcome);
    QCOMPARE(acknowledged.size(), 10U);
    QCOMPARE(faultsOf(office.path(), acknowledged).join(u'\n'), QString());
    std::swap(acknowledged[3].began, acknowledged[7].began);
    std::swap(acknowledged[3].ended, acknowledged[7].ended);
    QVERIFY(!faultsOf(office.path(), acknowledged).isEmpty());

    auto other = acknowledgements(outcome);
    other[5].answer[u"ticket"_s] = other[4].answer["ticket"_L1];
    QVERIFY(!faultsOf(office.path(), other).filter(u"given twice"_s).isEmpty());
}

void HistoryTest::oneCommandSentFiftyTimesIsDoneOnce_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<int>("events");
    QTest::newRow("issue") << u"issue"_s << 1;
    QTest::newRow("call") << u"call"_s << 1;
}

void HistoryTest::oneCommandSentFiftyTimesIsDoneOnce()
{
    QFETCH(QString, operation);
    QFETCH(int, events);
    constexpr int Processes = 5;
    constexpr int Times = 10;
    const Office office(QDateTime::currentDateTimeUtc());
    // Somebody waits, so that a second call would find somebody else.
    const auto people =
        runProgram(QStringLiteral(BRANCHDRIVER),
                   {office.path(), u"--role"_s, u"issue"_s, u"--operations"_s, u"30"_s});
    QCOMPARE(people.exitCode, 0);
    const QUuid command = QUuid::createUuid();
    const QStringList call{office.path(),         u"--role"_s,        u"repeat "_s + operation,
                           u"--command"_s,        command.toString(), u"--operations"_s,
                           QString::number(Times)};
    const auto outcomes =
        runTogether(QStringLiteral(BRANCHDRIVER), std::vector<QStringList>(Processes, call));
    QStringList faults;
    const auto acknowledged = answersOf(outcomes, faults);
    QCOMPARE(faults.join(u'\n'), QString());
    QCOMPARE(acknowledged.size(), size_t{Processes} * Times);
    for (const Acknowledgement &done : acknowledged) {
        QCOMPARE(done.answer, acknowledged.front().answer);
    }
    const auto database = openBranch(office.path());
    QVERIFY(database);
    const auto all = eventsAfter(**database, 0, 1'000);
    QVERIFY(all);
    QCOMPARE(std::ranges::count(*all, command, &Event::command), events);
    QCOMPARE(faultsOf(**database, {acknowledged.front()}).join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "historytest.moc"
