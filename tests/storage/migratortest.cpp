// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/migrator.h"
#include "support/testdatabase.h"

#include <QCryptographicHash>

#include <future>
#include <latch>
#include <thread>

using namespace motcua;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static const Migration First{
    1, u"0001_create_branch"_s,
    "-- A comment; with a semicolon\nCREATE TABLE branch (\n    x TEXT,\n"
    "    y TEXT DEFAULT 'semi;colon'\n);\n\nCREATE INDEX i ON branch (x);\n"};
static const Migration Second{2, u"0002_create_b"_s, "CREATE TABLE b (x TEXT);\n"};
static const Migration Failing{2, u"0002_fail"_s,
                               "CREATE TABLE b (x TEXT);\nINSERT INTO nowhere VALUES (1);\n"};

class MigratorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<test::TestPlace>();
        m_database = Database::create(m_place->place()).value();
    }

    void cleanup()
    {
        m_database.reset();
        m_place.reset();
    }

    void freshFileGetsEveryStepAndItsChecksum()
    {
        QCOMPARE(pendingMigrations(*m_database, {First, Second}).value(), 2);
        VERIFY_RESULT(migrate(*m_database, {First, Second}));
        QCOMPARE(tables(), u"b,branch,migration"_s);
        QCOMPARE(recorded(), u"1 0001_create_branch,2 0002_create_b"_s);
        QCOMPARE(value(u"SELECT checksum FROM migration WHERE number = 1"_s).toLatin1(),
                 QCryptographicHash::hash(First.sql, QCryptographicHash::Sha256).toHex());
        QCOMPARE(pendingMigrations(*m_database, {First, Second}).value(), 0);
    }

    void aSecondTimeChangesNothing()
    {
        VERIFY_RESULT(migrate(*m_database, {First, Second}));
        const QString version = schemaVersion();
        VERIFY_RESULT(migrate(*m_database, {First, Second}));
        QCOMPARE(schemaVersion(), version);
        QCOMPARE(recorded(), u"1 0001_create_branch,2 0002_create_b"_s);
    }

    void olderFileGetsWhatItLacks()
    {
        VERIFY_RESULT(migrate(*m_database, {First}));
        VERIFY_RESULT(m_database->run(u"INSERT INTO branch (x) VALUES ('kept')"_s));
        QCOMPARE(pendingMigrations(*m_database, {First, Second}).value(), 1);
        VERIFY_RESULT(migrate(*m_database, {First, Second}));
        QCOMPARE(tables(), u"b,branch,migration"_s);
        QCOMPARE(value(u"SELECT x FROM branch"_s), u"kept"_s);
        QCOMPARE(value(u"SELECT y FROM branch"_s), u"semi;colon"_s);
    }

    void newerFileIsRefused()
    {
        VERIFY_RESULT(migrate(*m_database, {First, Second}));
        const auto older = migrate(*m_database, {First});
        QCOMPARE(test::codeOf(older), u"database_newer"_s);
        QCOMPARE(older.error().detail, u"migration 2"_s);
        QCOMPARE(test::codeOf(pendingMigrations(*m_database, {First})), u"database_newer"_s);
    }

    void stepThatIsNotTheOneWeKnowIsRefused_data()
    {
        QTest::addColumn<QString>("tamper");
        QTest::newRow("its checksum") << u"UPDATE migration SET checksum = 'x' WHERE number = 1"_s;
        QTest::newRow("its number") << u"UPDATE migration SET number = 7 WHERE number = 2"_s;
        QTest::newRow("a row lost") << u"DELETE FROM migration WHERE number = 1"_s;
    }

    void stepThatIsNotTheOneWeKnowIsRefused()
    {
        QFETCH(QString, tamper);
        VERIFY_RESULT(migrate(*m_database, {First, Second}));
        VERIFY_RESULT(m_database->run(tamper));
        QCOMPARE(test::codeOf(migrate(*m_database, {First, Second})), u"migration_changed"_s);
    }

    void editedStepIsRefused()
    {
        VERIFY_RESULT(migrate(*m_database, {First}));
        Migration edited = First;
        edited.sql += "-- only a comment\n";
        const auto done = migrate(*m_database, {edited, Second});
        QCOMPARE(test::codeOf(done), u"migration_changed"_s);
        QCOMPARE(done.error().detail, u"0001_create_branch"_s);
        QCOMPARE(tables(), u"branch,migration"_s);
    }

    void failingStepLeavesNothingBehind()
    {
        QCOMPARE(test::codeOf(migrate(*m_database, {First, Failing})), u"storage_failed"_s);
        QCOMPARE(tables(), u"branch,migration"_s); // the step before it stays
        QCOMPARE(recorded(), u"1 0001_create_branch"_s);
        VERIFY_RESULT(migrate(*m_database, {First, Second})); // mended, it goes on
        QCOMPARE(tables(), u"b,branch,migration"_s);
    }

    void manyAtOnceDoItOnce()
    {
        openAgainAfterTheFirst();
        constexpr int Programs = 4;
        std::latch start(Programs);
        std::array<QString, Programs> outcomes;
        std::vector<std::thread> threads;
        threads.reserve(Programs);
        for (QString &outcome : outcomes) {
            threads.emplace_back([&] {
                const auto own = Database::open(m_place->place());
                start.arrive_and_wait();
                outcome = own ? test::outcome(migrate(**own, {First, Second})) : test::outcome(own);
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        for (const QString &outcome : outcomes) {
            QCOMPARE(outcome, u"ok"_s);
        }
        QCOMPARE(recorded(), u"1 0001_create_branch,2 0002_create_b"_s);
    }

    void whoWasOvertakenWhileWaitingDoesNotDoItAgain()
    {
        openAgainAfterTheFirst();
        auto faster = Transaction::beginBuilding(*m_database);
        VERIFY_RESULT(faster);
        auto slower = std::async(std::launch::async, [this] {
            const auto own = Database::open(m_place->place());
            return own ? test::outcome(migrate(**own, {First, Second})) : test::outcome(own);
        });
        slower.wait_for(200ms); // time enough to see that the step is missing

        VERIFY_RESULT(m_database->run(QString::fromUtf8(Second.sql)));
        const QByteArray checksum =
            QCryptographicHash::hash(Second.sql, QCryptographicHash::Sha256).toHex();
        VERIFY_RESULT(m_database->run(u"INSERT INTO migration VALUES (2, 'faster', '%1')"_s.arg(
            QString::fromLatin1(checksum))));
        VERIFY_RESULT(faster->commit());
        QCOMPARE(slower.get(), u"ok"_s);
        QCOMPARE(recorded(), u"1 0001_create_branch,2 faster"_s);
    }

    void shippedMigrationsAreNumberedWithoutGap()
    {
        const auto migrations = shippedMigrations();
        QVERIFY(!migrations.empty());
        for (size_t i = 0; i < migrations.size(); ++i) {
            QCOMPARE(migrations[i].number, static_cast<int>(i) + 1);
            QVERIFY(migrations[i].name.startsWith(QString::number(i + 1).rightJustified(4, u'0')));
            QVERIFY(!migrations[i].sql.isEmpty());
        }
        VERIFY_RESULT(migrate(*m_database, migrations));
        VERIFY_RESULT(m_database->checkIntegrity());
    }

private:
    [[nodiscard]] QString value(const QString &sql) const
    {
        return test::TestDatabase::valueOf(*m_database, sql);
    }
    /// Who builds the first has the place for itself.
    void openAgainAfterTheFirst()
    {
        VERIFY_RESULT(migrate(*m_database, {First}));
        m_database.reset();
        m_database = Database::open(m_place->place()).value();
    }
    [[nodiscard]] QString listOf(const QString &sql) const
    {
        Statement select(*m_database, sql);
        const auto rows = select.rows([](const Row &row) { return row.text(0); }).value();
        return QStringList(rows.begin(), rows.end()).join(u',');
    }
    [[nodiscard]] QString schemaVersion() const
    {
        return value(test::isServerTested() ? u"SELECT sum(oid::bigint) FROM pg_class"_s
                                            : u"PRAGMA schema_version"_s);
    }
    [[nodiscard]] QString tables() const
    {
        return listOf(
            test::isServerTested()
                ? u"SELECT tablename FROM pg_tables WHERE schemaname = 'motcua' ORDER BY 1"_s
                : u"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"_s);
    }
    [[nodiscard]] QString recorded() const
    {
        return listOf(u"SELECT number || ' ' || name FROM migration ORDER BY number"_s);
    }

    std::unique_ptr<test::TestPlace> m_place;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(MigratorTest)

#include "migratortest.moc"
