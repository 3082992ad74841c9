// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/branchdatabase.h"
#include "storage/migrator.h"
#include "system/harness.h"

#include <QRandomGenerator>
#include <QTest>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace motcua;

/// Two steps a later version may bring, killed at every statement and at every call of the system.
class MigrationKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedMigrationIsBeforeOrAfterAStep_data();
    void killedMigrationIsBeforeOrAfterAStep();

private:
    std::unique_ptr<Office> m_before;
    std::map<int, QStringList> m_states; ///< content by how many steps are applied
    Office m_work;
};

namespace {

template <typename T>
void demand(const Result<T> &done)
{
    if (!done) {
        qFatal("%s %s", qPrintable(word(done.error().code)), qPrintable(done.error().detail));
    }
}

QStringList column(Database &database, const QString &sql)
{
    Statement select(database, sql);
    const auto rows = select.rows([](const Row &row) { return row.text(0); });
    demand(rows);
    return QStringList(rows->begin(), rows->end());
}

/// The schema and what the steps do to the data; and how many steps are applied.
std::pair<int, QStringList> stateOf(const QString &path)
{
    const auto opened = Database::open(path);
    demand(opened);
    Database &database = **opened;
    demand(database.checkIntegrity());
    QStringList state =
        column(database, u"SELECT name || coalesce(sql, '') FROM sqlite_master ORDER BY name"_s);
    const bool hasNote = !state.filter(u"CREATE TABLE arrival"_s).isEmpty();
    state += column(database, u"SELECT name FROM migration ORDER BY number"_s);
    state += column(database, hasNote ? u"SELECT id || note FROM ticket ORDER BY id"_s
                                      : u"SELECT id FROM ticket ORDER BY id"_s);
    if (hasNote) {
        state += column(database, u"SELECT ticket_id || at FROM arrival ORDER BY ticket_id"_s);
    }
    return {static_cast<int>(column(database, u"SELECT name FROM migration"_s).size()), state};
}

QStringList migrateCall(const Office &office)
{
    return {office.path(), u"--role"_s, u"migrate"_s};
}

} // namespace

void MigrationKillTest::initTestCase()
{
    m_before = std::make_unique<Office>(QDateTime::currentDateTimeUtc());
    const ProcessOutcome people =
        runProgram(QStringLiteral(BRANCHDRIVER),
                   {m_before->path(), u"--role"_s, u"issue"_s, u"--operations"_s, u"60"_s});
    QCOMPARE(people.exitCode, 0);
    m_states.insert(stateOf(m_before->path()));
}

void MigrationKillTest::killedMigrationIsBeforeOrAfterAStep_data()
{
    QTest::addColumn<QString>("shim");
    QTest::addColumn<QString>("place"); ///< variable that says where
    QTest::newRow("killed at every statement") << u"steps"_s << u"STEP_KILL_AT"_s;
    QTest::newRow("killed at every call") << u"faults"_s << u"FAULT_AT"_s;
    QTest::newRow("power cut at every call") << u"powercut"_s << u"CUT_AT"_s;
}

void MigrationKillTest::killedMigrationIsBeforeOrAfterAStep()
{
    QFETCH(QString, shim);
    QFETCH(QString, place);
    const int shipped = static_cast<int>(shippedMigrations().size());
    m_work.resetTo(*m_before);
    QCOMPARE(runProgram(QStringLiteral(BRANCHDRIVER), migrateCall(m_work)).exitCode, 0);
    const auto [complete, migrated] = stateOf(m_work.path());
    QCOMPARE(complete, shipped + 2);

    for (int at = 1;; ++at) {
        m_work.resetTo(*m_before);
        const ProcessOutcome killed = runProgram(
            QStringLiteral(BRANCHDRIVER), migrateCall(m_work),
            preloaded(shim, m_work.folder(),
                      {{place, QString::number(at)}, {u"CUT_SEED"_s, QString::number(at % 3)}}));
        if (!killed.isKilled()) {
            QVERIFY2(killed.exitCode == 0, killed.text().constData());
            qInfo("%d places", at - 1);
            QVERIFY(at > 10);
            return;
        }
        const auto [steps, state] = stateOf(m_work.path());
        QVERIFY(steps >= shipped && steps <= complete);
        // Whoever saw this many steps first says what they look like.
        const auto [known, isFirst] = m_states.insert({steps, state});
        QCOMPARE(state, known->second);
        if (steps == shipped) {
            QCOMPARE(faultsOf(m_work.path()).join(u'\n'), QString()); // the old program goes on
        } else {
            const auto opened = openBranch(m_work.path());
            QCOMPARE(opened.error().code, ErrorCode::DatabaseNewer);
        }
        const ProcessOutcome again = runProgram(QStringLiteral(BRANCHDRIVER), migrateCall(m_work));
        QVERIFY2(again.exitCode == 0, again.text().constData());
        QCOMPARE(stateOf(m_work.path()), std::pair(complete, migrated));
    }
}

QTEST_GUILESS_MAIN(MigrationKillTest)
#include "migrationkilltest.moc"
