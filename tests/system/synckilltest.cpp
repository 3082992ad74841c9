// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplecity.h"
#include "system/harness.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

/// A sync in a process of its own that is killed on its way: nothing is half there, and the next one
/// brings exactly what is missing.
class SyncKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("MOTCUA_TEST_CENTRE")) {
            QSKIP("needs a scratch server for the centre");
        }
        m_city = std::make_unique<City>();
    }
    void cleanupTestCase() { m_city.reset(); }

    void killedAtEveryBoundaryOfAStatement()
    {
        forgetAll();
        const auto whole = m_city->sync();
        VERIFY_RESULT(whole);
        // Qt speaks in many small texts to a server: MOTCUA_KILL_STRIDE=1 tries each of them too.
        const int usual = isServerTested() ? 7 : 1;
        const int stride = qEnvironmentVariableIsSet("MOTCUA_KILL_STRIDE")
                               ? qEnvironmentVariableIntValue("MOTCUA_KILL_STRIDE")
                               : usual;
        int places = 0;
        for (int at = 1;; at += stride) {
            forgetAll();
            const ProcessOutcome outcome =
                runProgram(QStringLiteral(BRANCHDRIVER), call(),
                           preloaded(u"boundaries"_s, m_city->branch.file({}),
                                     {{u"BOUNDARY_KILL_AT"_s, QString::number(at)}}));
            if (!outcome.isKilled()) {
                QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
                break;
            }
            ++places;
            QVERIFY2(isWhole(), qPrintable(u"killed at %1"_s.arg(at)));
            const qint64 before = cursor();
            const auto rest = m_city->sync({.batchRows = BatchRows});
            VERIFY_RESULT(rest);
            QCOMPARE(rest->rowsSent, rest->rowsWritten); // nothing came twice
            QVERIFY(before == 0 || rest->rowsSent < whole->rowsSent);
            QCOMPARE(m_city->difference(), QString());
            QCOMPARE(m_city->standing().gaps(), 0);
        }
        qInfo("%d places", places);
        QVERIFY(places > 60);
        QCOMPARE(m_city->branch.faults(), QString());
    }

    void killedTwiceAtRandomWhilePeopleWork()
    {
        QRandomGenerator random(testSeed());
        forgetAll();
        m_city->branch.wait(86'400);
        m_city->branch.play(u"open | in 1 CB01 | in 2 CB02"_s);
        constexpr int Rounds = 12;
        int kills = 0;
        for (int round = 0; round < Rounds; ++round) {
            for (int twice = 0; twice < 2; ++twice) {
                QProcess sync;
                sync.start(QStringLiteral(BRANCHDRIVER), call());
                QVERIFY(sync.waitForStarted());
                m_city->branch.play(u"issue H | call 1 | start 1 | finish 1 | issue C"_s);
                constexpr int Longest = 60; // ms; a whole one takes about as long
                sync.waitForFinished(random.bounded(Longest));
                kills += sync.state() == QProcess::NotRunning ? 0 : 1; // fewer on a fast machine
                sync.kill();
                sync.waitForFinished();
                QVERIFY(isWhole());
            }
            if (round % 4 == 3) {
                VERIFY_RESULT(m_city->sync({.batchRows = BatchRows}));
                QCOMPARE(m_city->difference(), QString());
            }
        }
        qInfo("%d kills", kills);
        m_city->branch.play(u"close"_s);
        const auto last = m_city->sync();
        VERIFY_RESULT(last);
        QVERIFY(last->unproven.empty());
        QCOMPARE(m_city->difference(), QString());
        QCOMPARE(m_city->standing().gaps(), 0);
        QCOMPARE(m_city->branch.faults(), QString());
    }

private:
    static constexpr int BatchRows = 30;

    [[nodiscard]] QStringList call() const
    {
        return {m_city->branch.path(),
                u"--role"_s,
                u"sync"_s,
                u"--to"_s,
                m_city->url,
                u"--operations"_s,
                QString::number(BatchRows)};
    }

    [[nodiscard]] qint64 cursor() const
    {
        return m_city->centre.run(u"SELECT cursor_seq FROM branch"_s).toLongLong();
    }

    /// What the centre has is all of up to its cursor: no event is missing and nothing is later.
    [[nodiscard]] bool isWhole() const
    {
        QString later;
        for (const SyncedTable &table : syncedTables()) {
            later += u" AND NOT EXISTS (SELECT 1 FROM %1 WHERE %2 > cursor_seq)"_s.arg(
                table.name, table.seqColumn());
        }
        return m_city->centre.run(
                   u"SELECT cursor_seq = events AND cursor_seq = (SELECT count(*) FROM event)"
                   " AND cursor_hash = coalesce((SELECT hash FROM event WHERE seq = cursor_seq), "
                   "'')"_s
                   + later + u" FROM branch"_s)
               == u"t"_s;
    }

    /// Puts both ends back to before the first sync.
    void forgetAll()
    {
        QString sql;
        for (const SyncedTable &table : syncedTables()) {
            sql += u"DELETE FROM %1;"_s.arg(table.name);
        }
        m_city->centre.run(
            sql
            + u"DELETE FROM daily; DELETE FROM daily_desk; DELETE FROM day_proof; UPDATE branch SET"
              " cursor_seq = 0, cursor_hash = '', head_seq = 0, events = 0, last_day = NULL"_s);
        for (const QString &table : {u"centre"_s, u"day_proof"_s}) {
            (*m_city->branch).run(u"DELETE FROM "_s + table).value();
        }
    }

    std::unique_ptr<City> m_city;
};

QTEST_GUILESS_MAIN(SyncKillTest)

#include "synckilltest.moc"
