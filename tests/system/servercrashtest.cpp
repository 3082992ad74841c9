// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/branchdatabase.h"
#include "system/harness.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace motcua;

/// A branch's server that crashes under kiosks and counters at work: nothing acknowledged may be lost,
/// done twice or put in another order.
///
/// MOTCUA_CRASHES=60 for the full number.
class ServerCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingIsLostDoubledOrReordered();

private:
    [[nodiscard]] int serverDoes(const QString &verb) const
    {
        return QProcess::execute(QStringLiteral(SOURCE_DIR "/tests/support/scratchserver"),
                                 {verb, m_folder.filePath(u"server"_s)});
    }
    void crash(int crashes, QRandomGenerator &random);

    QTemporaryDir m_folder;
    int m_crashed = 0;
    size_t m_acknowledged = 0;
};

namespace {

constexpr int Kiosks = 6;
constexpr int Counters = 4;
constexpr int MostCrashes = 2; ///< of one branch: no child may take longer than the harness waits

std::vector<QStringList> callsOf(const Office &office, QRandomGenerator &random, int crashes)
{
    const auto common = [&](int operations) {
        return QStringList{
            office.path(),  u"--seed"_s,       QString::number(random.generate()),
            u"--persist"_s, u"--operations"_s, QString::number(operations * crashes)};
    };
    constexpr int IssuesACrash = 40; // so that somebody waits for whom these counters may call
    constexpr int ActionsACrash = 100;
    std::vector<QStringList> calls;
    calls.reserve(Kiosks + Counters);
    for (int kiosk = 0; kiosk < Kiosks; ++kiosk) {
        calls.push_back(common(IssuesACrash) + QStringList{u"--role"_s, u"issue"_s});
    }
    for (int counter = 1; counter <= Counters; ++counter) {
        calls.push_back(
            common(ActionsACrash)
            + QStringList{u"--role"_s, u"call"_s, u"--counter"_s, QString::number(counter)});
    }
    return calls;
}

} // namespace

void ServerCrashTest::initTestCase()
{
    QCOMPARE(serverDoes(u"start"_s), 0);
    qputenv("MOTCUA_TEST_SERVER", m_folder.filePath(u"server"_s).toUtf8());
}

void ServerCrashTest::cleanupTestCase()
{
    QCOMPARE(serverDoes(u"stop"_s), 0);
}

void ServerCrashTest::crash(int crashes, QRandomGenerator &random)
{
    const Office office(QDateTime::currentDateTimeUtc());
    std::vector<ProcessOutcome> outcomes;
    std::atomic<bool> isOver = false;
    std::thread work([&, calls = callsOf(office, random, crashes)] {
        outcomes = runTogether(QStringLiteral(BRANCHDRIVER), calls);
        isOver = true;
    });
    int crashed = 0;
    while (crashed < crashes) {
        QTest::qWait(200 + random.bounded(600)); // when it falls is chance, on purpose
        if (isOver) {
            break;
        }
        if (serverDoes(++crashed % 2 == 0 ? u"kill"_s : u"restart"_s) != 0) {
            qCritical("the server did not come back");
            break;
        }
    }
    work.join();

    QStringList faults;
    std::vector<Acknowledgement> acknowledged;
    for (const ProcessOutcome &outcome : outcomes) {
        if (outcome.exitCode != 0) {
            faults.append(QString::fromUtf8(outcome.text().right(500)));
        }
        for (const QJsonObject &line : outcome.lines()) {
            if (line.contains("error"_L1) && !line["is_refusal"_L1].toBool()) {
                faults.append(line["error"_L1].toString() + line["detail"_L1].toString());
            }
        }
        const auto own = acknowledgements(outcome);
        acknowledged.insert(acknowledged.end(), own.begin(), own.end());
    }
    faults += faultsOf(office.path(), acknowledged);
    m_crashed += crashed;
    m_acknowledged += acknowledged.size();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 20).join(u'\n')));
}

void ServerCrashTest::nothingIsLostDoubledOrReordered()
{
    constexpr int Fewest = 3;
    const int crashes = qMax(Fewest, qEnvironmentVariableIntValue("MOTCUA_CRASHES"));
    QRandomGenerator random(testSeed());
    for (int left = crashes; left > 0; left -= MostCrashes) {
        crash(qMin(left, MostCrashes), random);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    qInfo("%d crashes, %zu acknowledged answers", m_crashed, m_acknowledged);
    QVERIFY(m_crashed > crashes / 2);
    QVERIFY(m_acknowledged > static_cast<size_t>(crashes) * 200);
}

QTEST_GUILESS_MAIN(ServerCrashTest)
#include "servercrashtest.moc"
