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

static const Migration First{1, u"0001_create_a"_s,
                             "-- A comment; with a semicolon\nCREATE TABLE a (\n    x TEXT,\n"
                             "    y TEXT DEFAULT 'semi;colon'\n);\n\nCREATE INDEX i ON a (x);\n"};
static const Migration Second{2, u"0002_create_b"_s, "CREATE TABLE b (x);\n"};
static const Migration Failing{2, u"0002_fail"_s,
                               "CREATE TABLE b (x);\nINSERT INTO nowhere VALUES (1);\n"};

class MigratorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"a.db"_s);
        m_database = Database::create(m_path).value();
    }

    void cleanup()
    {
        m_database.reset();
        m_folder.reset();
    }

    void freshFileGetsEveryStepAndItsChecksum()
    {
        QCOMPARE(pendingMigrations(*m_database, {First, Second}).value(), 2);
        VERIFY_RESULT(migrate(*m_database, {First, Second}));
        QCOMPARE(tables(), u"a,b,migration"_s);
        QCOMPARE(recorded(), u"1 0001_create_a,2 0002_create_b"_s);
        QCOMPARE(value(u"SELECT checksum FROM migration WHERE number = 1"_s).toLatin1(),
                 QCryptographicHash::hash(First.sql, QCryptographicHash::Sha256).toHex());
        QCOMPARE(pendingMigrations(*m_database, {First, Second}).value(), 0);
    }

    void aSecondTimeChangesNothing()
    {
        VERIFY_RESULT(migrate(*m_database, {First, Second}));
        const QString version = value(u"PRAGMA schema_version"_s);
        VERIFY_RESULT(migrate(*m_database, {First, Second}));
        QCOMPARE(value(u"PRAGMA schema_version"_s), version);
        QCOMPARE(recorded(), u"1 0001_create_a,2 0002_create_b"_s);
    }

    void olderFileGetsWhatItLacks()
    {
        VERIFY_RESULT(migrate(*m_database, {First}));
        VERIFY_RESULT(m_database->run(u"INSERT INTO a (x) VALUES ('kept')"_s));
        QCOMPARE(pendingMigrations(*m_database, {First, Second}).value(), 1);
        VERIFY_RESULT(migrate(*m_database, {First, Second}));
        QCOMPARE(tables(), u"a,b,migration"_s);
        QCOMPARE(value(u"SELECT x FROM a"_s), u"kept"_s);
        QCOMPARE(value(u"SELECT y FROM a"_s), u"semi;colon"_s);
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
        QCOMPARE(done.error().detail, u"0001_create_a"_s);
        QCOMPARE(tables(), u"a,migration"_s);
    }

    void failingStepLeavesNothingBehind()
    {
        QCOMPARE(test::codeOf(migrate(*m_database, {First, Failing})), u"storage_failed"_s);
        QCOMPARE(tables(), u"a,migration"_s); // the step before it stays
        QCOMPARE(recorded(), u"1 0001_create_a"_s);
        VERIFY_RESULT(migrate(*m_database, {First, Second})); // mended, it goes on
        QCOMPARE(tables(), u"a,b,migration"_s);
    }

    void manyAtOnceDoItOnce()
    {
        constexpr int Programs = 4;
        std::latch start(Programs);
        std::array<QString, Programs> outcomes;
        std::vector<std::thread> threads;
        for (QString &outcome : outcomes) {
            threads.emplace_back([&] {
                const auto own = Database::open(m_path);
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
        QCOMPARE(recorded(), u"1 0001_create_a,2 0002_create_b"_s);
    }

    void whoWasOvertakenWhileWaitingDoesNotDoItAgain()
    {
        auto faster = Transaction::begin(*m_database);
        VERIFY_RESULT(faster);
        auto slower = std::async(std::launch::async, [this] {
            const auto own = Database::open(m_path);
            return own ? test::outcome(migrate(**own, {First})) : test::outcome(own);
        });
        slower.wait_for(200ms); // time enough to see that the step is missing

        VERIFY_RESULT(
            m_database->run(u"CREATE TABLE migration (number INTEGER NOT NULL PRIMARY KEY,"
                            " name TEXT NOT NULL, checksum TEXT NOT NULL)"_s));
        VERIFY_RESULT(m_database->run(u"CREATE TABLE a (x TEXT)"_s));
        const QByteArray checksum =
            QCryptographicHash::hash(First.sql, QCryptographicHash::Sha256).toHex();
        VERIFY_RESULT(m_database->run(u"INSERT INTO migration VALUES (1, 'faster', '%1')"_s.arg(
            QString::fromLatin1(checksum))));
        VERIFY_RESULT(faster->commit());
        QCOMPARE(slower.get(), u"ok"_s);
        QCOMPARE(recorded(), u"1 faster"_s);
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
    [[nodiscard]] QString tables() const
    {
        return value(u"SELECT group_concat(name) FROM (SELECT name FROM sqlite_master"
                     " WHERE type = 'table' ORDER BY name)"_s);
    }
    [[nodiscard]] QString recorded() const
    {
        return value(u"SELECT group_concat(number || ' ' || name) FROM migration"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(MigratorTest)

#include "migratortest.moc"
