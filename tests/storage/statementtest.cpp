// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/statement.h"
#include "support/testdatabase.h"

#include <limits>

using namespace motcua;
using namespace Qt::StringLiterals;

/// The value of row @p id of the table that every test begins with.
template <typename Read>
static auto valueOf(Database &database, int id, Read read)
{
    Statement select(database, u"SELECT x FROM t WHERE id = :id"_s);
    return select.bind(u":id"_s, id).row(read).value().value();
}

class StatementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_own.spoil();
        m_database = m_own.connect();
        for (const QString &name : {u"t"_s, u"later"_s}) {
            VERIFY_RESULT(m_database->run(u"DROP TABLE IF EXISTS "_s + name));
        }
        // SQLite keeps the type of every value that comes in a column without one.
        VERIFY_RESULT(m_database->run(u"CREATE TABLE t (id INTEGER PRIMARY KEY, x %1)"_s.arg(
            test::isServerTested() ? u"TEXT"_s : QString())));
    }

    void cleanup() { m_database.reset(); }

    void everyTypeComesBackAsItWent()
    {
        Statement insert(*m_database, uR"(
            INSERT INTO t (id, x) VALUES (1, :yes), (2, :no), (3, :small), (4, :big), (5, :text),
                (6, :bytes), (7, :date), (8, :id))"_s);
        const QUuid id = QUuid::createUuid();
        insert.bind(u":yes"_s, true)
            .bind(u":no"_s, false)
            .bind(u":small"_s, -7)
            .bind(u":big"_s, std::numeric_limits<qint64>::max())
            .bind(u":text"_s, u"Nguyễn"_s)
            .bind(u":bytes"_s, QByteArray("{\"a\":\"Nguyễn\"}"))
            .bind(u":date"_s, QDate(2026, 3, 2))
            .bind(u":id"_s, id);
        QCOMPARE(insert.execute().value(), 8);

        QCOMPARE(valueOf(*m_database, 1, [](const Row &row) { return row.boolean(0); }), true);
        QCOMPARE(valueOf(*m_database, 2, [](const Row &row) { return row.boolean(0); }), false);
        QCOMPARE(valueOf(*m_database, 3, [](const Row &row) { return row.integer(0); }), -7);
        QCOMPARE(valueOf(*m_database, 4, [](const Row &row) { return row.bigInteger(0); }),
                 std::numeric_limits<qint64>::max());
        QCOMPARE(valueOf(*m_database, 5, [](const Row &row) { return row.text(0); }), u"Nguyễn"_s);
        QCOMPARE(valueOf(*m_database, 6, [](const Row &row) { return row.text(0); }),
                 u"{\"a\":\"Nguyễn\"}"_s);
        QCOMPARE(valueOf(*m_database, 7, [](const Row &row) { return row.date(0); }),
                 QDate(2026, 3, 2));
        QCOMPARE(valueOf(*m_database, 7, [](const Row &row) { return row.text(0); }),
                 u"2026-03-02"_s);
        QCOMPARE(valueOf(*m_database, 8, [](const Row &row) { return row.uuid(0); }), id);
        QCOMPARE(valueOf(*m_database, 8, [](const Row &row) { return row.text(0); }),
                 id.toString(QUuid::WithoutBraces));
        // Numbers are numbers and bytes are text in the file, not blobs.
        QCOMPARE(types(), test::isServerTested()
                              ? u"text text text text text text text text"_s
                              : u"integer integer integer integer text text text text"_s);
    }

    void emptyIsNotNull()
    {
        Statement insert(*m_database, uR"(
            INSERT INTO t (id, x) VALUES (1, :null), (2, :empty), (3, :none), (4, :no_text),
                (5, :zero), (6, :no_id), (7, :no_date), (8, :no_bytes))"_s);
        insert.bind(u":null"_s, QString())
            .bind(u":empty"_s, u""_s)
            .bindNull(u":none"_s)
            .bindOrNull(u":no_text"_s, QString())
            .bindOrNull(u":zero"_s, 0)
            .bindOrNull(u":no_id"_s, QUuid())
            .bindOrNull(u":no_date"_s, QDate())
            .bind(u":no_bytes"_s, QByteArray());
        VERIFY_RESULT(insert.run());
        QCOMPARE(types(), u"text text null null null null null text"_s);
        QCOMPARE(valueOf(*m_database, 1, [](const Row &row) { return row.isNull(0); }), false);
        QCOMPARE(valueOf(*m_database, 3, [](const Row &row) { return row.isNull(0); }), true);
        QCOMPARE(valueOf(*m_database, 7, [](const Row &row) { return row.date(0); }), QDate());
        QCOMPARE(valueOf(*m_database, 6, [](const Row &row) { return row.uuid(0); }), QUuid());
    }

    void nothingAndTruthReadAlikeOnBothEngines()
    {
        Statement select(*m_database, u"SELECT CAST(NULL AS INTEGER), 1 = 1, 1 = 2, 0"_s);
        const auto texts = select.row([](const Row &row) {
            return QStringList{row.text(0), row.text(1), row.text(2), row.text(3)};
        });
        QCOMPARE(texts.value().value(), (QStringList{u""_s, u"1"_s, u"0"_s, u"0"_s}));
    }

    void somethingIsNeverNull()
    {
        Statement insert(*m_database, uR"(
            INSERT INTO t (id, x) VALUES (1, :text), (2, :number), (3, :id), (4, :date))"_s);
        insert.bindOrNull(u":text"_s, u"a"_s)
            .bindOrNull(u":number"_s, 3)
            .bindOrNull(u":id"_s, QUuid::createUuid())
            .bindOrNull(u":date"_s, QDate(2026, 3, 2));
        VERIFY_RESULT(insert.run());
        QCOMPARE(types(),
                 test::isServerTested() ? u"text text text text"_s : u"text integer text text"_s);
    }

    void textIsStoredAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quotes") << u"O'Brien \"x\" `y`"_s;
        QTest::newRow("SQL") << u"'); DROP TABLE t; --"_s;
        QTest::newRow("a placeholder") << u":x ? :id @a $b"_s;
        QTest::newRow("percent and underscore") << u"100%_\\"_s;
        QTest::newRow("control characters") << u"a\tb\r\nc\u0001\u001f\u007f"_s;
        QTest::newRow("beyond the BMP") << u"𠄎 🧾"_s;
        QTest::newRow("composed and decomposed") << u"Nguyễn Nguyễn"_s;
        QTest::newRow("looks like a number") << u"0079099001234"_s;
        QTest::newRow("spaces around") << u"  a  "_s;
        QTest::newRow("long") << QString(1'000'000, u'đ');
    }

    void textIsStoredAsItIs()
    {
        QFETCH(QString, text);
        insert(1, text);
        QCOMPARE(valueOf(*m_database, 1, [](const Row &row) { return row.text(0); }), text);
        QCOMPARE(types(), u"text"_s);
    }

    void errorNamesTheStatementAndNeverTheValue()
    {
        insert(1, u"a"_s);
        VERIFY_RESULT(m_database->run(u"CREATE UNIQUE INDEX one ON t (x)"_s));
        insert(2, u"079099001234"_s);
        Statement again(*m_database, u"INSERT INTO t (id, x) VALUES (:id, :x)"_s);
        const auto done = again.bind(u":id"_s, 3).bind(u":x"_s, u"079099001234"_s).execute();
        QCOMPARE(test::codeOf(done), u"storage_failed"_s);
        QCOMPARE(done.error().detail, u"[%1] INSERT INTO t (id, x) VALUES (:id, :x)"_s.arg(
                                          test::isServerTested() ? u"23505"_s : u"2067"_s));
        QVERIFY(!done.error().subject.contains("079099001234"_L1));
    }

    void statementThatCannotBePreparedSaysSoWhenItIsExecuted_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("no SQL") << u"SELEKT 1"_s;
        QTest::newRow("no such table") << u"SELECT x FROM nowhere"_s;
        QTest::newRow("nothing") << u""_s;
    }

    void statementThatCannotBePreparedSaysSoWhenItIsExecuted()
    {
        QFETCH(QString, sql);
        Statement statement(*m_database, sql);
        QCOMPARE(test::codeOf(statement.execute()), u"storage_failed"_s);
        QCOMPARE(test::codeOf(statement.rows([](const Row &row) { return row.text(0); })),
                 u"storage_failed"_s);
        QCOMPARE(test::codeOf(statement.forEach([](const Row &) {})), u"storage_failed"_s);
    }

    void statementWorksAgainAfterAFailure()
    {
        insert(1, u"a"_s);
        Statement same(*m_database, u"INSERT INTO t (id, x) VALUES (:id, :x)"_s);
        QVERIFY(!same.bind(u":id"_s, 1).bind(u":x"_s, u"b"_s).execute());
        insert(2, u"c"_s);
        QCOMPARE(valueOf(*m_database, 1, [](const Row &row) { return row.text(0); }), u"a"_s);
        QCOMPARE(valueOf(*m_database, 2, [](const Row &row) { return row.text(0); }), u"c"_s);
    }

    void statementWorksOnceItsTableIsThere()
    {
        const QString sql = u"SELECT count(*) FROM later"_s;
        QVERIFY(!Statement(*m_database, sql).rows([](const Row &row) { return row.integer(0); }));
        VERIFY_RESULT(m_database->run(u"CREATE TABLE later (x TEXT)"_s));
        VERIFY_RESULT(
            Statement(*m_database, sql).rows([](const Row &row) { return row.integer(0); }));
    }

    void statementWorksAgainAfterItWasLockedOut()
    {
        VERIFY_RESULT(m_database->run(test::noWaiting()));
        const auto other = m_own.connect();
        Statement insert(*m_database, u"INSERT INTO t (id, x) VALUES (1, 'a')"_s);
        {
            const auto lock = Transaction::begin(*other);
            VERIFY_RESULT(lock);
            if (test::isServerTested()) { // whose lock does not hold up those who do not ask for it
                VERIFY_RESULT(other->run(u"LOCK TABLE t"_s));
            }
            QCOMPARE(test::codeOf(insert.execute()), u"database_busy"_s);
        }
        VERIFY_RESULT(insert.execute());
    }

    void returningThatNobodyReadsHoldsNoLock()
    {
        Statement insert(*m_database, uR"(
            INSERT INTO t (id, x) VALUES (1, 'a'), (2, 'b'), (3, 'c') RETURNING id)"_s);
        QCOMPARE(insert.row([](const Row &row) { return row.integer(0); }).value(), 1);
        const auto other = m_own.connect();
        VERIFY_RESULT(other->run(test::noWaiting()));
        VERIFY_RESULT(other->run(u"INSERT INTO t (id, x) VALUES (4, 'd')"_s));

        Statement executed(*m_database, u"UPDATE t SET x = 'e' RETURNING id"_s);
        VERIFY_RESULT(executed.execute());
        VERIFY_RESULT(other->run(u"INSERT INTO t (id, x) VALUES (5, 'f')"_s));
    }

    void rowsComeInOrderAndNoRowIsNothing()
    {
        for (const int id : {3, 1, 2}) {
            insert(id, QString::number(id));
        }
        const QString sql = u"SELECT x FROM t WHERE id > :id ORDER BY id"_s;
        const auto text = [](const Row &row) { return row.text(0); };
        QCOMPARE(Statement(*m_database, sql).bind(u":id"_s, 1).rows(text).value(),
                 (std::vector{u"2"_s, u"3"_s}));
        QCOMPARE(Statement(*m_database, sql).bind(u":id"_s, 1).row(text).value(), u"2"_s);
        QCOMPARE(Statement(*m_database, sql).bind(u":id"_s, 9).row(text).value(), std::nullopt);
        QStringList seen;
        VERIFY_RESULT(Statement(*m_database, sql).bind(u":id"_s, 0).forEach([&](const Row &row) {
            seen.append(row.text(0));
        }));
        QCOMPARE(seen, (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    }

    void executeCountsChangedRows()
    {
        insert(1, u"a"_s);
        insert(2, u"a"_s);
        QCOMPARE(Statement(*m_database, u"UPDATE t SET x = 'b'"_s).execute().value(), 2);
        QCOMPARE(Statement(*m_database, u"UPDATE t SET x = 'c' WHERE id = 9"_s).execute().value(),
                 0);
    }

private:
    void insert(int id, const QString &text)
    {
        Statement statement(*m_database, u"INSERT INTO t (id, x) VALUES (:id, :x)"_s);
        VERIFY_RESULT(statement.bind(u":id"_s, id).bind(u":x"_s, text).run());
    }

    [[nodiscard]] QString types()
    {
        return test::TestDatabase::valueOf(
            *m_database,
            test::isServerTested()
                ? u"SELECT string_agg(CASE WHEN x IS NULL THEN 'null' ELSE 'text' END, "
                  "' ' ORDER BY id) FROM t"_s
                : u"SELECT group_concat(typeof(x), ' ') FROM (SELECT x FROM t ORDER BY "
                  "id)"_s);
    }

    test::TestDatabase m_own;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(StatementTest)

#include "statementtest.moc"
