// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/branchdatabase.h"
#include "support/catalogues.h"
#include "support/syncdays.h"
#include "support/testcentre.h"
#include "sync/branchsync.h"
#include "system/harness.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

/// A branch and how many dossiers its month has, as the press told of branches 1 and 2 in 2025; the
/// others had fewer.
struct MonthOf
{
    QString code;
    int dossiers = 0;
};

const std::vector<MonthOf> Volumes{{u"CN1"_s, 7524},  {u"CN2"_s, 7206}, {u"CN3"_s, 2900},
                                   {u"CN4"_s, 2600},  {u"CN5"_s, 2400}, {u"CN6"_s, 2200},
                                   {u"CN7"_s, 2000},  {u"CN8"_s, 1800}, {u"CN9"_s, 1500},
                                   {u"CN10"_s, 1200}, {u"CN11"_s, 900}, {u"CN12"_s, 600}};
constexpr int WorkingDays = 22;

} // namespace

/// A month of the city's twelve branches, each night while its sync is killed.
/// MOTCUA_MONTH=1 plays the whole of it, else every so manieth dossier.
class SyncMonthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDossierOfAMonthArrivesOnce()
    {
        if (!qEnvironmentVariableIsSet("MOTCUA_TEST_CENTRE")) {
            QSKIP("needs a scratch server for the centre");
        }
        const int scale = qEnvironmentVariableIsSet("MOTCUA_MONTH")
                              ? qEnvironmentVariableIntValue("MOTCUA_MONTH")
                              : 20;
        QRandomGenerator random(testSeed());
        const TestCentre centre;
        centre.run(u"SELECT make_months('2026-01-01', '2026-02-28')"_s);
        const QTemporaryDir folder;
        int kills = 0;
        QStringList expected;
        for (const auto &[code, published] : Volumes) {
            const int dossiers = published / scale;
            const QString path = folder.filePath(code + u".db"_s);
            Catalogue catalogue = smallCatalogue();
            catalogue.branchCode = code;
            VERIFY_RESULT(createBranch(
                path, catalogue,
                {QUuid::createUuid(), QDateTime(SyncDays::First, QTime(0, 0), Qt::UTC)}));
            const QString url = centre.enrol(code);
            const auto database = openBranch(path);
            VERIFY_RESULT(database);
            SyncDays days(**database);
            for (int day = 0; day < WorkingDays; ++day) {
                // What is left goes to the first days.
                const int today = dossiers / WorkingDays + (day < dossiers % WorkingDays ? 1 : 0);
                days.add(day, today + today / 6 + 1, today);
                expected.append(
                    u"%1 %2 %3"_s.arg(code, SyncDays::First.addDays(day).toString(Qt::ISODate),
                                      QString::number(today)));
                if (day % 4 == 3
                    || day == WorkingDays - 1) { // some nights the line was down before
                    kills += kill(path, url, random) ? 1 : 0;
                }
            }
            const auto last = syncBranch(**database, url, 1);
            VERIFY_RESULT(last);
            QVERIFY(last->unproven.empty());
        }
        qInfo("%d syncs were killed", kills);

        auto link = CentreLink::open(centre.url()).value();
        const auto rows = link.ask(uR"(
            SELECT concat_ws(' ', code, business_date, dossiers) FROM daily_desk
            JOIN branch ON key = branch ORDER BY key, business_date)"_s);
        VERIFY_RESULT(rows);
        QStringList arrived;
        for (const auto &row : *rows) {
            arrived.append(row.front());
        }
        QCOMPARE(arrived, expected);
        const auto totals = link.ask(uR"(
            SELECT code, sum(dossiers) AS kept, (SELECT count(*) FROM dossier WHERE branch = key)
            FROM daily_desk JOIN branch ON key = branch GROUP BY key, code ORDER BY key)"_s);
        VERIFY_RESULT(totals);
        for (size_t i = 0; i < Volumes.size(); ++i) {
            const QString count = QString::number(Volumes[i].dossiers / scale);
            QCOMPARE((*totals)[i], (std::vector{Volumes[i].code, count, count}));
        }
        const auto standing = standings(centre.url());
        VERIFY_RESULT(standing);
        for (const BranchStanding &branch : *standing) {
            QCOMPARE(branch.gaps(), 0);
            QCOMPARE(branch.cursor, branch.head);
        }
    }

private:
    /// Whether the sync was under way when it was killed.
    static bool kill(const QString &path, const QString &url, QRandomGenerator &random)
    {
        QProcess sync;
        sync.start(QStringLiteral(BRANCHDRIVER),
                   {path, u"--role"_s, u"sync"_s, u"--to"_s, url, u"--operations"_s, u"500"_s});
        constexpr int Shortest = 30; // ms
        constexpr int Longest = 150;
        const bool isOver =
            sync.waitForStarted() && sync.waitForFinished(random.bounded(Shortest, Longest));
        sync.kill();
        sync.waitForFinished();
        return !isOver;
    }
};

QTEST_GUILESS_MAIN(SyncMonthTest)

#include "syncmonthtest.moc"
