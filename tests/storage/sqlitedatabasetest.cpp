// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/database.h"
#include "storage/statement.h"
#include "support/outcome.h"
#include "support/testdatabase.h"

#include <QSqlError>
#include <QTemporaryDir>

#include <functional>

using namespace motcua;
using namespace Qt::StringLiterals;

static void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

class SqliteDatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoBranchDatabaseIsRefused_data()
    {
        QTest::addColumn<std::function<void(const QString &)>>("prepare");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const std::function<void(const QString &)> &prepare,
                            const QString &code) { QTest::newRow(name) << prepare << code; };

        row(
            "missing", [](const QString &) {}, u"database_missing"_s);
        row(
            "empty", [](const QString &path) { write(path, {}); }, u"database_damaged"_s);
        row(
            "a folder", [](const QString &path) { QVERIFY(QDir().mkpath(path)); },
            u"database_foreign"_s);
        row(
            "one byte", [](const QString &path) { write(path, "x"); }, u"database_foreign"_s);
        row(
            "a text file", [](const QString &path) { write(path, QByteArray(5000, 'x')); },
            u"database_foreign"_s);
        row(
            "a database without a mark",
            [](const QString &path) {
                const auto other = Database::create(path);
                VERIFY_RESULT(other);
                VERIFY_RESULT((*other)->run(u"CREATE TABLE t (x)"_s));
                VERIFY_RESULT((*other)->run(u"PRAGMA application_id=0"_s));
            },
            u"database_foreign"_s);
        row(
            "another program's database",
            [](const QString &path) {
                const auto other = Database::create(path);
                VERIFY_RESULT(other);
                VERIFY_RESULT((*other)->run(u"PRAGMA application_id=252006673"_s));
            },
            u"database_foreign"_s);
        row(
            "ours", [](const QString &path) { VERIFY_RESULT(Database::create(path)); }, u"ok"_s);
    }

    void whatIsNoBranchDatabaseIsRefused()
    {
        QFETCH(std::function<void(const QString &)>, prepare);
        QFETCH(QString, code);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"branch.db"_s);
        prepare(path);
        const bool existed = QFileInfo::exists(path);
        const auto size = QFileInfo(path).size();

        QCOMPARE(test::codeOf(Database::open(path)), code);
        QCOMPARE(QFileInfo::exists(path), existed); // never made by opening
        QCOMPARE(QFileInfo(path).size(), size);
    }

    void createRefusesAnExistingFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"branch.db"_s);
        write(path, "mine");
        QCOMPARE(test::outcome(Database::create(path)), u"database_exists "_s + path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
    }

    void createInNoFolderFails()
    {
        const QTemporaryDir folder;
        QVERIFY(!Database::create(folder.filePath(u"none/branch.db"_s)));
    }

    void anyNameIsAGoodName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("space") << u"chi nhanh.db"_s;
        QTest::newRow("Vietnamese") << u"Chi nhánh Đống Đa.db"_s;
        QTest::newRow("percent") << u"50%.db"_s;
        QTest::newRow("percent and digits") << u"a%20b%3Fmode=memory.db"_s;
        QTest::newRow("question mark") << u"what?mode=memory"_s;
        QTest::newRow("hash") << u"a#b.db"_s;
        QTest::newRow("ampersand") << u"a&mode=ro.db"_s;
        QTest::newRow("quotes") << u"a'b\"c.db"_s;
        QTest::newRow("a word SQLite knows") << u":memory:"_s;
        QTest::newRow("semicolon") << u"a;QSQLITE_OPEN_READONLY"_s;
    }

    void anyNameIsAGoodName()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QString path = folder.path() + u'/' + name;
        {
            const auto database = Database::create(path);
            VERIFY_RESULT(database);
            VERIFY_RESULT((*database)->run(u"CREATE TABLE t (x)"_s));
            QCOMPARE((*database)->path(), path);
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});
        const auto again = Database::open(path);
        VERIFY_RESULT(again);
        VERIFY_RESULT((*again)->run(u"INSERT INTO t VALUES (1)"_s));
    }

    void urlNamesAFile_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("outcome"); // the path, or the failure
        QTest::newRow("absolute") << u"sqlite:/var/lib/motcua/branch.db"_s
                                  << u"/var/lib/motcua/branch.db"_s;
        QTest::newRow("relative") << u"sqlite:branch.db"_s
                                  << QDir::current().filePath(u"branch.db"_s);
        QTest::newRow("taken as it is, not decoded")
            << u"sqlite:/a b/50%20?x#y.db"_s << u"/a b/50%20?x#y.db"_s;
        QTest::newRow("dots are resolved") << u"sqlite:/var/../srv/b.db"_s << u"/srv/b.db"_s;
        QTest::newRow("no path") << u"sqlite:"_s << u"usage --database"_s;
        QTest::newRow("no scheme") << u"/var/lib/branch.db"_s << u"usage --database"_s;
        QTest::newRow("nothing") << u""_s << u"usage --database"_s;
        QTest::newRow("capital scheme") << u"SQLITE:/a.db"_s << u"usage --database"_s;
        QTest::newRow("another engine") << u"mysql://host/db"_s << u"usage --database"_s;
        QTest::newRow("a NUL in it") << u"sqlite:/a\0b"_s << u"usage --database"_s;
    }

    void urlNamesAFile()
    {
        QFETCH(QString, url);
        QFETCH(QString, outcome);
        const auto path = Database::placeOf(url);
        QCOMPARE(path ? *path : test::outcome(path), outcome);
    }

    void everyConnectionIsAsDurableAsItGets()
    {
        const test::TestDatabase database;
        const auto again = database.connect();
        const auto value = [&again](const QString &pragma) {
            return test::TestDatabase::valueOf(*again, u"PRAGMA "_s + pragma);
        };
        QCOMPARE(value(u"journal_mode"_s), u"delete"_s);
        QCOMPARE(value(u"synchronous"_s), u"3"_s);
        QCOMPARE(value(u"foreign_keys"_s), u"1"_s);
        QCOMPARE(value(u"trusted_schema"_s), u"0"_s);
        QCOMPARE(value(u"cell_size_check"_s), u"1"_s);
        QCOMPARE(value(u"secure_delete"_s), u"1"_s);
        QCOMPARE(value(u"busy_timeout"_s), u"20000"_s);
        QCOMPARE(value(u"application_id"_s), QString::number(0x4D435131));
    }

    void fileThatWasWriteAheadLoggedIsSetBack()
    {
        const test::TestDatabase database;
        VERIFY_RESULT((*database).run(u"PRAGMA journal_mode=WAL"_s));
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"copy.db"_s);
        QVERIFY(QFile::copy(database.path(), copy));
        const auto again = Database::open(copy);
        VERIFY_RESULT(again);
        QCOMPARE(test::TestDatabase::valueOf(**again, u"PRAGMA journal_mode"_s), u"delete"_s);
    }

    void codeOfTheEngineSaysWhatHappened_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("SQLITE_BUSY") << 5 << u"database_busy"_s;
        QTest::newRow("SQLITE_LOCKED") << 6 << u"database_busy"_s;
        QTest::newRow("SQLITE_BUSY_SNAPSHOT") << 517 << u"database_busy"_s;
        QTest::newRow("SQLITE_READONLY") << 8 << u"database_read_only"_s;
        QTest::newRow("SQLITE_READONLY_DBMOVED") << 1032 << u"database_read_only"_s;
        QTest::newRow("SQLITE_CANTOPEN") << 14 << u"database_read_only"_s;
        QTest::newRow("SQLITE_CORRUPT") << 11 << u"database_damaged"_s;
        QTest::newRow("SQLITE_CORRUPT_INDEX") << 779 << u"database_damaged"_s;
        QTest::newRow("SQLITE_FULL") << 13 << u"disk_full"_s;
        QTest::newRow("SQLITE_NOTADB") << 26 << u"database_foreign"_s;
        QTest::newRow("SQLITE_CONSTRAINT_UNIQUE") << 2067 << u"storage_failed"_s;
        QTest::newRow("SQLITE_IOERR") << 10 << u"storage_failed"_s;
        QTest::newRow("none") << 0 << u"storage_failed"_s;
    }

    void codeOfTheEngineSaysWhatHappened()
    {
        QFETCH(int, code);
        QFETCH(QString, word);
        const test::TestDatabase database;
        const Error error =
            (*database).errorFrom(QSqlError(u"driver"_s, u"value 079099001234"_s,
                                            QSqlError::ConnectionError, QString::number(code)),
                                  u"SELECT  1\n"_s);
        QCOMPARE(motcua::word(error.code), word);
        QCOMPARE(error.detail, u"[%1] SELECT 1"_s.arg(code));
        QCOMPARE(error.subject, database.path());
        QVERIFY(!(*database).fault());
    }

    void failedSyncStopsEverythingThatWrites_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("the file") << u"1034"_s;
        QTest::newRow("the folder") << u"1290"_s;
    }

    void failedSyncStopsEverythingThatWrites()
    {
        QFETCH(QString, code);
        const test::TestDatabase database;
        const QSqlError error({}, {}, QSqlError::StatementError, code);
        QCOMPARE(word((*database).errorFrom(error, u"COMMIT"_s).code), u"storage_failed"_s);
        QVERIFY((*database).fault());
        QCOMPARE(test::codeOf(Transaction::begin(*database)), u"storage_failed"_s);
        const auto again = database.connect();
        VERIFY_RESULT(Transaction::begin(*again)); // opened again it may be tried
    }

    void integrityIsCheckedPageByPage()
    {
        const test::TestDatabase database;
        VERIFY_RESULT(database.isUsable());
        VERIFY_RESULT((*database).checkIntegrity());
        {
            QFile file(database.path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek(8 * 4096 + 8)); // somewhere in a table
            QVERIFY(file.write(QByteArray(4000, '\x7f')) > 0);
        }
        QCOMPARE(test::codeOf(database.connect()->checkIntegrity()), u"database_damaged"_s);
    }

    void rowThatPointsNowhereIsFound()
    {
        const test::TestDatabase database;
        VERIFY_RESULT((*database).run(u"PRAGMA foreign_keys=OFF"_s));
        VERIFY_RESULT((*database).run(u"DELETE FROM ticket_group WHERE letter = 'H'"_s));
        const auto checked = (*database).checkIntegrity();
        QCOMPARE(test::codeOf(checked), u"database_damaged"_s);
        QVERIFY(checked.error().detail.contains("points nowhere"_L1));
    }
};

QTEST_GUILESS_MAIN(SqliteDatabaseTest)

#include "sqlitedatabasetest.moc"
