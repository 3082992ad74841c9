// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "system/harness.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace motcua;

class PowerCutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedSurvivesEveryCut();
    void weakerSettingsAreSeenToLose_data();
    void weakerSettingsAreSeenToLose();
    void aBranchIsCreatedWholeOrNotAtAll();
};

namespace {

/// Lets a driver work until the power goes at a random place; its acknowledged answers.
std::vector<Acknowledgement> workUntilCut(const Office &office, QRandomGenerator &random,
                                          const QString &durability)
{
    constexpr int LatestCut = 1'500; // about 25 commands
    // Half of the cuts lose every unsynced write, the others a random part of them.
    const quint32 kept = random.bounded(2) == 0 ? 0 : 1 + random.bounded(1'000'000);
    const ProcessOutcome outcome =
        runProgram(QStringLiteral(BRANCHDRIVER),
                   {office.path(), u"--steady-clock"_s, u"--operations"_s, u"10000"_s, u"--seed"_s,
                    QString::number(random.generate()), u"--durability"_s, durability},
                   preloaded(u"powercut"_s, office.folder(),
                             {{u"CUT_AT"_s, QString::number(1 + random.bounded(LatestCut))},
                              {u"CUT_SEED"_s, QString::number(kept)}}));
    if (!outcome.isKilled()) {
        qWarning() << outcome.text();
    }
    return outcome.isKilled() ? acknowledgements(outcome) : std::vector<Acknowledgement>();
}

} // namespace

void PowerCutTest::whatWasAcknowledgedSurvivesEveryCut()
{
    constexpr int Cuts = 200;
    QRandomGenerator random(testSeed());
    const Office office;
    std::vector<Acknowledgement> all;
    for (int cut = 1; cut <= Cuts; ++cut) {
        const auto acknowledged = workUntilCut(office, random, u"extra"_s);
        all.insert(all.end(), acknowledged.begin(), acknowledged.end());
        // An answer once found in the file and the chain stays there: only the new ones are asked
        // for every time, all of them at the end.
        const QStringList faults = faultsOf(office.path(), acknowledged);
        QVERIFY2(faults.isEmpty(), qPrintable(u"cut %1: %2"_s.arg(cut).arg(faults.join(u'\n'))));
    }
    const QStringList faults = faultsOf(office.path(), all);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    qInfo("%d cuts, %zu acknowledged answers", Cuts, all.size());
    for (const QLatin1StringView operation : {"issue"_L1, "call"_L1, "act"_L1, "close"_L1}) {
        const auto done = std::ranges::count(all, operation, &Acknowledgement::operation);
        QVERIFY2(done > 5, qPrintable(u"too little was done of: "_s + operation));
    }
    const bool transferred = std::ranges::any_of(all, [](const Acknowledgement &done) {
        return done.answer["state"_L1] == u"waiting"_s && done.answer["leg"_L1].toInt() > 1;
    });
    QVERIFY(transferred);
}

void PowerCutTest::weakerSettingsAreSeenToLose_data()
{
    QTest::addColumn<QString>("durability");
    QTest::newRow("nothing is synced") << u"off"_s;
    QTest::newRow("write-ahead log, synced at checkpoints") << u"wal"_s;
    QTest::newRow("the journal's removal is not synced") << u"full"_s;
}

/// Without this the test above could be blind.
void PowerCutTest::weakerSettingsAreSeenToLose()
{
    QFETCH(QString, durability);
    constexpr int MostCuts = 60;
    QRandomGenerator random(testSeed());
    const Office whole;
    const Office office;
    for (int cut = 1; cut <= MostCuts; ++cut) {
        office.resetTo(whole);
        const auto acknowledged = workUntilCut(office, random, durability);
        const QStringList faults = faultsOf(office.path(), acknowledged);
        if (!faults.isEmpty()) {
            qInfo("cut %d: %s", cut, qPrintable(faults.constFirst()));
            return;
        }
    }
    QFAIL("nothing was lost");
}

void PowerCutTest::aBranchIsCreatedWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"branch.db"_s);
    const QStringList init{
        u"--database"_s, u"sqlite:"_s + path,
        u"--json"_s,     u"init"_s,
        u"--branch"_s,   QStringLiteral(SOURCE_DIR "/resources/catalogue/branch-1.json")};
    QRandomGenerator random(testSeed());
    int at = 1;
    for (bool isCut = true; isCut; at += 3) {
        const ProcessOutcome outcome =
            runProgram(QStringLiteral(MOTCUA), init,
                       preloaded(u"powercut"_s, folder.path(),
                                 {{u"CUT_AT"_s, QString::number(at)},
                                  {u"CUT_SEED"_s, QString::number(random.bounded(2) * at)}}));
        isCut = outcome.isKilled();
        const bool isThere = QFile::exists(path);
        QVERIFY2(isCut || outcome.exitCode == 0, outcome.text().constData());
        QVERIFY2(isThere || outcome.output.isEmpty(), "an answer without a branch");
        if (isThere) {
            QCOMPARE(faultsOf(path).join(u'\n'), QString());
            QVERIFY(QFile::remove(path));
        }
    }
    qInfo("%d calls", at);
    QVERIFY(at > 50);
}

QTEST_GUILESS_MAIN(PowerCutTest)
#include "powercuttest.moc"
