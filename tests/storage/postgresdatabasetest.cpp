// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/postgresdatabase.h"
#include "storage/changefeed.h"
#include "support/testdatabase.h"

#include <QProcess>
#include <QSignalSpy>

using namespace motcua;
using namespace Qt::StringLiterals;

static const QString Insert = u"INSERT INTO synonym VALUES ('a', '[]', 0)"_s;
static const QString Count = u"SELECT count(*) FROM synonym WHERE word = 'a'"_s;

/// A server of its own with settings of its own.
class OwnServer
{
public:
    explicit OwnServer(const QStringList &settings)
    {
        QProcess::execute(QStringLiteral(SOURCE_DIR "/tests/support/scratchserver"),
                          QStringList{u"start"_s, folder()} + settings);
    }
    ~OwnServer()
    {
        QProcess::execute(QStringLiteral(SOURCE_DIR "/tests/support/scratchserver"),
                          {u"stop"_s, folder()});
    }
    Q_DISABLE_COPY_MOVE(OwnServer)

    [[nodiscard]] QString url() const
    {
        QFile file(folder() + u"/url"_s);
        return file.open(QIODevice::ReadOnly)
                   ? QString::fromUtf8(file.readAll()).trimmed().arg(u"postgres"_s)
                   : QString();
    }

private:
    [[nodiscard]] QString folder() const { return m_folder.filePath(u"server"_s); }
    QTemporaryDir m_folder;
};

class PostgresDatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urlNamesAServer_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("outcome"); // name of the server and its key file, or the failure
        const auto row = [](const char *name, const QString &url, const QString &outcome) {
            QTest::newRow(name) << url << outcome;
        };
        const QString key = u" /etc/motcua/branch.key"_s;
        row("elsewhere", u"postgresql://cn1@db.cn1.local/cn1?sslmode=verify-full"_s,
            u"postgresql://db.cn1.local/cn1"_s + key);
        row("with port and password", u"postgresql://cn1:s3cret@db:5433/cn1?sslmode=verify-full"_s,
            u"postgresql://db:5433/cn1"_s + key);
        row("with a key file", u"postgresql://localhost/cn1?key=/srv/m%20c/b.key"_s,
            u"postgresql://localhost/cn1 /srv/m c/b.key"_s);
        row("this PC", u"postgresql://127.0.0.1/cn1"_s, u"postgresql://127.0.0.1/cn1"_s + key);
        row("this PC, IPv6", u"postgresql://[::1]/cn1"_s, u"postgresql://::1/cn1"_s + key);
        row("its socket", u"postgresql:///cn1"_s, u"postgresql:///cn1"_s + key);
        row("a socket elsewhere on it", u"postgresql:///cn1?host=/run/pg"_s,
            u"postgresql:///run/pg/cn1"_s + key);

        row("nobody proves the server", u"postgresql://db/cn1"_s, u"usage sslmode=verify-full"_s);
        row("its name is not proven", u"postgresql://db/cn1?sslmode=verify-ca"_s,
            u"usage sslmode=verify-full"_s);
        row("only encrypted", u"postgresql://db/cn1?sslmode=require"_s,
            u"usage sslmode=verify-full"_s);
        row("in clear", u"postgresql://db/cn1?sslmode=disable"_s, u"usage sslmode=verify-full"_s);
        row("said twice", u"postgresql://db/cn1?sslmode=verify-full&sslmode=disable"_s,
            u"usage sslmode=verify-full"_s);
        row("called this PC but elsewhere", u"postgresql://localhost/cn1?hostaddr=10.0.0.5"_s,
            u"usage sslmode=verify-full"_s);
        row("looks like this PC", u"postgresql://127.evil.example/cn1"_s,
            u"usage sslmode=verify-full"_s);
        row("other settings of the session",
            u"postgresql://localhost/cn1?options=-csynchronous_commit=off"_s, u"usage options"_s);
        row("a second password", u"postgresql://localhost/cn1?password=x"_s, u"usage password"_s);
        row("an option in a value", u"postgresql://localhost/cn1?sslrootcert=a;sslmode=disable"_s,
            u"usage sslrootcert"_s);
        row("an option in a key", u"postgresql://localhost/cn1?a%20sslmode=disable"_s,
            u"usage a sslmode"_s);
        row("no database", u"postgresql://localhost"_s, u"usage --database"_s);
        row("no database either", u"postgresql://localhost/"_s, u"usage --database"_s);
        row("no URL", u"postgresql://local host/x"_s, u"usage --database"_s);
        row("a fragment", u"postgresql://localhost/x#y"_s, u"usage --database"_s);
    }

    void urlNamesAServer()
    {
        QFETCH(QString, url);
        QFETCH(QString, outcome);
        const auto server = serverOf(url);
        QCOMPARE(server ? server->name + u' ' + server->keyFile : test::outcome(server), outcome);
        QCOMPARE(test::codeOf(Database::placeOf(url)), test::codeOf(server));
        if (server) {
            QCOMPARE(Database::keyFileOf(url), server->keyFile);
            for (const QString &limit : {u"connect_timeout='3'"_s, u"tcp_user_timeout='3000'"_s}) {
                QVERIFY(server->options.contains(limit));
            }
            QVERIFY(!server->name.contains(u"s3cret"));
        }
    }

    void serverThatIsNotThereIsToldWithoutThePassword()
    {
        const auto database = Database::open(u"postgresql://cn1:s3cret@127.0.0.1:1/cn1"_s);
        QCOMPARE(test::outcome(database), u"server_unreachable postgresql://127.0.0.1:1/cn1"_s);
        QVERIFY(!database.error().detail.contains(u"s3cret"));
        QVERIFY(!database.error().detail.isEmpty());
    }

    void whatCannotBeProvenIsNotOpened_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("wrong password") << u":[0-9a-f]+@"_s << u":wrong@"_s;
        QTest::newRow("another authority")
            << u"sslrootcert=.*$"_s << u"sslrootcert=/etc/ssl/certs/ca-certificates.crt"_s;
        QTest::newRow("no authority") << u"sslrootcert=.*$"_s << u"sslrootcert=/none.crt"_s;
        QTest::newRow("another name")
            << u"@127.0.0.1(.*)$"_s << u"@other.example\\1&hostaddr=127.0.0.1"_s;
        QTest::newRow("not encrypted") << u"sslmode=verify-full"_s << u"sslmode=disable"_s;
        QTest::newRow("no such database") << u"/postgres\\?"_s << u"/none?"_s;
        QTest::newRow("no such parameter") << u"sslmode=verify-full"_s << u"colour=red"_s;
    }

    void whatCannotBeProvenIsNotOpened()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QString url = test::serverUrl(u"postgres"_s);
        const QString right = url;
        url.replace(QRegularExpression(before), after);
        QVERIFY(url != right);
        QCOMPARE(test::codeOf(Database::open(url)), u"server_unreachable"_s);
    }

    void whatIsNoBranchDatabaseIsRefused()
    {
        const test::TestPlace place;
        const QString name = Database::nameOf(place.place());
        QCOMPARE(test::outcome(Database::open(place.place())), u"database_missing "_s + name);
        // Made but nothing in it: a program was cut off.
        VERIFY_RESULT(Database::create(place.place()));
        QCOMPARE(test::codeOf(Database::open(place.place())), u"database_missing"_s);
        {
            const auto again = Database::create(place.place());
            VERIFY_RESULT(again);
            VERIFY_RESULT((*again)->run(u"CREATE TABLE public.t (x TEXT)"_s));
        }
        QCOMPARE(test::codeOf(Database::open(place.place())), u"database_foreign"_s);
        QCOMPARE(test::outcome(Database::create(place.place())), u"database_exists "_s + name);
    }

    void databaseWithoutTheMarkIsForeign()
    {
        test::TestDatabase database;
        database.spoil();
        VERIFY_RESULT((*database).run(u"COMMENT ON SCHEMA motcua IS 'something else'"_s));
        QCOMPARE(test::codeOf(Database::open(database.path())), u"database_foreign"_s);
    }

    void serverThatCouldLoseNumbersIsRefused_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::newRow("fsync") << u"fsync=off"_s;
        QTest::newRow("full_page_writes") << u"full_page_writes=off"_s;
        QTest::newRow("synchronous_commit") << u"synchronous_commit=off"_s;
    }

    void serverThatCouldLoseNumbersIsRefused()
    {
        QFETCH(QString, setting);
        const OwnServer server({setting});
        QCOMPARE(test::outcome(Database::create(server.url())), u"server_unsafe "_s + setting);
        QCOMPARE(test::outcome(Database::open(server.url())), u"server_unsafe "_s + setting);
    }

    void databaseThatOrdersOrWritesTextsOtherwiseIsRefused_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("subject");
        QTest::newRow("another encoding")
            << u"ENCODING SQL_ASCII"_s << u"server_encoding=SQL_ASCII"_s;
        QTest::newRow("order of a language")
            << u"LOCALE_PROVIDER icu ICU_LOCALE 'vi'"_s << u"lc_collate=C"_s;
    }

    void databaseThatOrdersOrWritesTextsOtherwiseIsRefused()
    {
        QFETCH(QString, how);
        QFETCH(QString, subject);
        const QString name =
            u"other%1_%2"_s.arg(QCoreApplication::applicationPid()).arg(how.size());
        test::runOnServer(u"postgres"_s,
                          u"CREATE DATABASE %1 TEMPLATE template0 %2"_s.arg(name, how));
        QCOMPARE(test::outcome(Database::open(test::serverUrl(name))),
                 u"server_unsuitable "_s + subject);
    }

    void stateOfTheServerSaysWhatHappened_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("55P03") << u"database_busy"_s;
        QTest::newRow("57014") << u"database_busy"_s;
        QTest::newRow("40P01") << u"database_busy"_s;
        QTest::newRow("53100") << u"disk_full"_s;
        QTest::newRow("25006") << u"database_read_only"_s;
        QTest::newRow("XX001") << u"database_damaged"_s;
        QTest::newRow("23505") << u"storage_failed"_s;
        QTest::newRow("42501") << u"access_denied"_s;
        QTest::newRow("57P01") << u"connection_lost"_s;
        QTest::newRow("57P02") << u"connection_lost"_s;
        QTest::newRow("08006") << u"connection_lost"_s;
        QTest::newRow("25P03") << u"connection_lost"_s;
        QTest::newRow("") << u"connection_lost"_s; // all that Qt keeps of a lost link
    }

    void stateOfTheServerSaysWhatHappened()
    {
        QFETCH(QString, word);
        const test::TestDatabase own;
        const auto database = own.connect();
        const QString state = QString::fromUtf8(QTest::currentDataTag());
        const Error error = database->errorFrom(
            QSqlError(u"driver"_s, u"value 079099001234"_s, QSqlError::NoError, state),
            u"SELECT  1\n"_s);
        QCOMPARE(motcua::word(error.code), word);
        QCOMPARE(error.detail, u"[%1] SELECT 1"_s.arg(state));
        QCOMPARE(database->fault().has_value(), word == u"connection_lost");
    }

    void lostLinkEndsTheCommandAndTheConnection_data()
    {
        QTest::addColumn<bool>("isWriting");
        QTest::newRow("within a transaction") << true;
        QTest::newRow("between two") << false;
    }

    void lostLinkEndsTheCommandAndTheConnection()
    {
        QFETCH(bool, isWriting);
        const test::TestDatabase database;
        const auto other = database.connect();
        const QString backend = test::TestDatabase::valueOf(*other, u"SELECT pg_backend_pid()"_s);
        {
            auto transaction = isWriting ? Transaction::begin(*other)
                                         : Result<Transaction>(failure(ErrorCode::Usage));
            if (isWriting) {
                VERIFY_RESULT(transaction);
                VERIFY_RESULT(other->run(Insert));
            }
            QCOMPARE(database.value(u"SELECT pg_terminate_backend(%1, 5000)"_s.arg(backend)),
                     u"1"_s);
            Statement select(*other, Count);
            QCOMPARE(test::codeOf(select.rows([](const Row &row) { return row.integer(0); })),
                     u"connection_lost"_s);
            QVERIFY(other->fault());
            if (isWriting) {
                QCOMPARE(test::codeOf(transaction->commit()), u"connection_lost"_s);
            }
        }
        QCOMPARE(test::codeOf(Transaction::begin(*other)), u"connection_lost"_s);
        QCOMPARE(test::codeOf(other->run(Insert)), u"connection_lost"_s);
        QCOMPARE(database.value(Count), u"0"_s);
        const auto again = database.connect(); // opened again it goes on
        VERIFY_RESULT(Transaction::begin(*again));
    }

    void linkThatIsLostAmidAResultIsNotItsEnd()
    {
        const test::TestDatabase database;
        const auto other = database.connect();
        const QString backend = test::TestDatabase::valueOf(*other, u"SELECT pg_backend_pid()"_s);
        Statement many(*other, u"SELECT repeat('x', 1000) FROM generate_series(1, 100000)"_s);
        int rows = 0;
        const auto read = many.forEach([&](const Row &) {
            if (++rows == 10) {
                static_cast<void>(
                    database.value(u"SELECT pg_terminate_backend(%1, 5000)"_s.arg(backend)));
            }
        });
        QCOMPARE(test::codeOf(read), u"connection_lost"_s);
        QVERIFY(rows < 100'000);
    }

    void writesGoTogetherAndWhatIsWrongIsToldByTheNext_data()
    {
        QTest::addColumn<bool>("isCommitted");
        QTest::newRow("the commit") << true;
        QTest::newRow("a reading") << false;
    }

    void writesGoTogetherAndWhatIsWrongIsToldByTheNext()
    {
        QFETCH(bool, isCommitted);
        const test::TestDatabase database;
        const auto insert = [&](const QString &word) {
            Statement synonym(*database, u"INSERT INTO synonym (word, means, changed_seq)"
                                         " VALUES (:word, :means, :seq)"_s);
            return synonym.bind(u":word"_s, word)
                .bind(u":means"_s, u"[]"_s)
                .bind(u":seq"_s, 0)
                .run();
        };
        const QString count = u"SELECT count(*) FROM synonym WHERE word LIKE '%giấy''%'"_s;
        {
            auto transaction = Transaction::begin(*database);
            VERIFY_RESULT(transaction);
            VERIFY_RESULT(insert(u"giấy' 079099001234"_s));
            QCOMPARE(test::TestDatabase::valueOf(*database, count), u"1"_s); // reads what it wrote
            VERIFY_RESULT(insert(u"giấy' 2 \\ :means $1 ?"_s));
            VERIFY_RESULT(insert(u"giấy' 079099001234"_s)); // not told yet
            Statement select(*database, count);
            const auto read = [](const Row &row) { return row.integer(0); };
            const auto error =
                isCommitted ? transaction->commit().error() : select.row(read).error();
            QCOMPARE(error.code, ErrorCode::StorageFailed);
            QVERIFY2(error.detail.contains("[23505] INSERT INTO synonym"_L1)
                         && !error.detail.contains("0790"_L1),
                     qPrintable(error.detail));
        }
        QCOMPARE(database.value(count), u"0"_s); // and nothing waits for the next command
        {
            auto transaction = Transaction::begin(*database);
            VERIFY_RESULT(transaction);
            VERIFY_RESULT(insert(u"giấy' 2 \\ :means $1 ?"_s));
            VERIFY_RESULT(transaction->commit());
        }
        QCOMPARE(database.value(u"SELECT word FROM synonym WHERE word LIKE 'giấy%'"_s),
                 u"giấy' 2 \\ :means $1 ?"_s);
        {
            auto givenUp = Transaction::begin(*database);
            VERIFY_RESULT(givenUp);
            VERIFY_RESULT(insert(u"giấy' 2 \\ :means $1 ?"_s)); // there already
        }
        VERIFY_RESULT(Transaction::begin(*database)); // what was given up is not in the way
    }

    void frozenWriterGivesTheLockBack()
    {
        const test::TestDatabase database;
        const auto other = database.connect();
        const auto frozen = Transaction::begin(*other);
        VERIFY_RESULT(frozen);
        QElapsedTimer waited;
        waited.start();
        VERIFY_RESULT(Transaction::begin(*database)); // after 2 s
        QVERIFY(waited.elapsed() < 15'000);
        QCOMPARE(test::codeOf(other->run(Insert)), u"connection_lost"_s);
    }

    void deviceIsHeldByOneConnection()
    {
        const test::TestDatabase database;
        auto first = database.connect();
        const auto second = database.connect();
        QCOMPARE(first->holdDevice(u"board-1"_s).value(), true);
        QCOMPARE(first->holdDevice(u"board-1"_s).value(), true);
        QCOMPARE(second->holdDevice(u"board-1"_s).value(), false);
        QCOMPARE(second->holdDevice(u"board-2"_s).value(), true);
        first.reset();
        QTRY_COMPARE(second->holdDevice(u"board-1"_s).value(), true);
    }

    void floodOfHintsIsNoFloodOfReadings()
    {
        const test::TestDatabase database;
        const auto other = database.connect();
        const ChangeFeed feed(*database);
        QSignalSpy changed(&feed, &ChangeFeed::changed);
        QElapsedTimer running;
        running.start();
        constexpr int Hints = 2'000;
        for (int i = 0; i < Hints; ++i) {
            VERIFY_RESULT(other->run(u"NOTIFY motcua, 'forged %1'"_s.arg(i)));
            QCoreApplication::processEvents();
        }
        QVERIFY(changed.size() <= 2 + running.elapsed() / (*database).pace().pause.count());
        // And what is true comes through.
        auto command = BranchTransaction::begin(*other, {QUuid::createUuid(), test::Morning},
                                                {{u"command"_s, u"test"_s}});
        VERIFY_RESULT(command);
        VERIFY_RESULT(command->append(EventKind::PinSet, {}, {}));
        VERIFY_RESULT(command->commit({}));
        QTRY_COMPARE(feed.seq(), qint64{1});
    }

    void commitIsToldAtOnceAndALostLinkIsTold()
    {
        const test::TestDatabase database;
        const auto own = database.connect();
        const ChangeFeed feed(*own);
        QSignalSpy changed(&feed, &ChangeFeed::changed);
        QSignalSpy failed(&feed, &ChangeFeed::failed);
        {
            auto transaction = Transaction::begin(*database); // no event, as for a device
            VERIFY_RESULT(transaction);
            VERIFY_RESULT(transaction->commit());
        }
        QVERIFY(changed.wait(2'000)); // the net is wider
        test::runOnServer(u"postgres"_s,
                          u"SELECT pg_terminate_backend(%1, 5000)"_s.arg(
                              test::TestDatabase::valueOf(*own, u"SELECT pg_backend_pid()"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 7'000);
        QCOMPARE(failed.front().front().value<Error>().code, ErrorCode::ConnectionLost);
    }

    void rowThatPointsNowhereIsFound()
    {
        const test::TestDatabase database;
        VERIFY_RESULT((*database).checkIntegrity());
        VERIFY_RESULT(test::tamper(*database, u"DELETE FROM ticket_group WHERE letter = 'H'"_s));
        const auto checked = (*database).checkIntegrity();
        QCOMPARE(test::codeOf(checked), u"database_damaged"_s);
        QVERIFY(checked.error().detail.contains("points nowhere"_L1));
    }

    void textsAreInTheOrderOfTheirBytes()
    {
        const test::TestDatabase database;
        VERIFY_RESULT((*database).run(u"INSERT INTO synonym VALUES ('Đ', '[]', 0), ('z', '[]', 0),"
                                      " ('B', '[]', 0), ('a', '[]', 0), ('é', '[]', 0)"_s));
        Statement select(*database, u"SELECT word FROM synonym WHERE length(word) = 1"
                                    " ORDER BY word"_s);
        const auto words = select.rows([](const Row &row) { return row.text(0); }).value();
        QCOMPARE(words, (std::vector{u"B"_s, u"a"_s, u"z"_s, u"é"_s, u"Đ"_s}));
    }
};

QTEST_GUILESS_MAIN(PostgresDatabaseTest)

#include "postgresdatabasetest.moc"
