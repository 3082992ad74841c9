// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/migratebranch.h"

#include "operations/announcements.h"
#include "operations/appointments.h"
#include "operations/devices.h"
#include "operations/issuedforms.h"
#include "operations/ratings.h"
#include "operations/rosters.h"
#include "storage/intakerepository.h"
#include "support/testbranch.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

Catalogue catalogue()
{
    Catalogue all = smallCatalogue();
    all.settings.forms = {{u"06"_s}, {u"01"_s, Paper::A5}};
    all.calendar.days = {{.date = QDate(2026, 4, 30),
                          .kind = DayKind::Off,
                          .name = u"Ngày Chiến thắng"_s,
                          .source = {}}};
    all.calendar.exceptions[QDate(2026, 3, 7)] = {{QTime(8, 0), QTime(11, 0)}};
    all.procedures.push_back({.code = u"1.004873"_s,
                              .name = {u"Xác nhận tình trạng hôn nhân"_s, u"Marital status"_s},
                              .group = u"H"_s,
                              .field = u"Hộ tịch"_s,
                              .referral = {},
                              .flags = {},
                              .cases = {{.name = {},
                                         .limit = Limit{LimitKind::WorkingDays, 3},
                                         .limitBasis = {},
                                         .feeDirect = 15'000,
                                         .feeOnline = {},
                                         .feeNote = {},
                                         .documents = {{u"Tờ khai"_s, 1, 0, true}}}}});
    return all;
}

Intake marriage()
{
    return {
        .applicant = {.name = u"Nguyễn Thị Mai"_s,
                      .idNumber = u"099191004217"_s,
                      .sex = Sex::Female,
                      .phone = u"0912345678"_s,
                      .address = u"Số 12 Hàng Bún"_s,
                      .unit = u"00004"_s},
        .procedure = u"1.004873"_s,
        .documents = {{.name = u"Tờ khai"_s, .originals = 1, .state = DocumentState::Received}}};
}

const QUuid Asked(u"{7a1b6d10-0000-4000-8000-000000000001}"_s); ///< a command that may come again
const IssueRequest Request{.group = u"H"_s, .procedure = {}, .priority = u"elderly"_s};
const QString First = u"TN7-260302-0001"_s;

/// Gives a branch something in every table and leaves it on its second day; returns the answer to
/// Asked.
QJsonObject fillEveryTable(TestBranch &branch)
{
    const PersonVault vault = vaultOf(*branch).value();
    branch.play(u"open | in 1 CB01 | in 2 CB02 | issue C | issue H | call 1"_s);
    const Speaker speaker{.device = speakerName(1), .session = QUuid::createUuid()};
    nextAnnouncement(*branch, speaker, branch.clock()).value();
    branch.play(u"start 1"_s);
    recordIntake(*branch, branch.next(), vault, {.counter = 1, .intake = marriage()}).value();
    prepareForm(*branch, branch.next(), vault, {.code = First, .staff = u"CB01"_s}).value();
    branch.play(u"finish 1"_s);
    const RatingRequest rating{.counter = 1, .level = RatingLevel::Not, .comment = u"Chờ lâu"_s};
    giveRating(*branch, branch.next(), rating).value();
    setRoster(*branch, branch.next(), {Monday},
              {{.date = Monday, .staff = u"CB01"_s, .starts = {}, .agency = {}}})
        .value();
    branch.play(u"wait 60 | close | wait 86400 | open | in 1 CB01 | in 2 CB02"_s);
    const QByteArray bookings("code;group;procedure;date;time;phone;id\n"
                              "A-1;H;1.001193;2026-03-03;08:00;0912345678;099190000001\n"
                              "A-2;C;;2026-03-04;07:40;0912345678;\n");
    importAppointments(*branch, branch.next(), readBookings(bookings).bookings).value();
    checkIn(*branch, branch.next(), u"A-1"_s, 2).value();
    setPin(*branch, branch.next(), u"CB03"_s, u"481516"_s).value();
    QJsonObject answer = issueTicket(*branch, branch.next(Asked), Request).value().toJson();
    branch.play(u"issue H | call 1 | start 1 | break 2 rest"_s);
    saveDraft(*branch, vault, {.counter = 1}, {.intake = marriage()}, branch.clock()).value();
    reportDevice(*branch, {.volume = 70}, branch.clock()).value();
    raiseHelp(*branch, 1, HelpReason::PaperOut, branch.clock()).value();
    IntakeRepository(*branch).skipNumbers(QDate(2026, 3, 2), u"03/2026"_s, 5, 1).value();
    noteErasure(*branch, Asked, 1).value();
    (*branch).run(u"INSERT INTO sealed_key VALUES ('a', 'b')"_s).value();
    (*branch).run(u"INSERT INTO centre (place, cursor_seq) VALUES (1, 2)"_s).value();
    (*branch)
        .run(u"INSERT INTO other_day VALUES ('CN8', '2026-03-02', 1, 'Chi nhánh số 8', 'Branch 8', "
             u"5,"
             " 4, 60, 3, 9, 2)"_s)
        .value();
    (*branch)
        .run(u"INSERT INTO day_proof VALUES ('2026-03-02', 'hall', 1, '%1', TRUE, 2, 3)"_s.arg(
            QString(64, u'0')))
        .value();
    return answer;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Such a branch on the engine under test. It is made once, because that takes longer than most tests.
struct Sample
{
    struct Kept
    {
        QByteArray rows;
        QByteArray key;
        QJsonObject answer;
    };

    Sample()
        : branch(kept().rows)
    {
        QFile key(keyFile());
        if (!key.open(QIODevice::WriteOnly) || key.write(kept().key) != kept().key.size()) {
            qFatal("no key");
        }
    }

    static const Kept &kept()
    {
        static const Kept made = [] {
            TestBranch first(catalogue());
            const QJsonObject answer = fillEveryTable(first);
            return Kept{first.bytes(), contentOf(Database::keyFileOf(first.path())), answer};
        }();
        return made;
    }
    [[nodiscard]] QString keyFile() const { return Database::keyFileOf(branch.path()); }

    TestBranch branch;
    const QDateTime clock = Morning.addDays(1).addSecs(120); ///< a minute later
};

/// Places of each engine in a folder of their own.
class Places
{
public:
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    /// Empty and with @p key as the branch's key where it is wanted.
    [[nodiscard]] QString onServer(const QString &key) const
    {
        const QString name = newServerDatabase();
        if (!key.isEmpty()) {
            QFile::copy(key, file(name + u".key"_s));
        }
        return serverUrl(name) + u"&key="_s + file(name + u".key"_s);
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private:
    QTemporaryDir m_folder;
};

/// Every value of every table, as this engine itself tells them.
QByteArray dumpOf(const QString &place)
{
    const auto database = Database::open(place).value();
    if (database->isOnServer()) {
        return ServerRows(*database).read();
    }
    const auto names = [&](const QString &sql) {
        Statement select(*database, sql);
        const auto all = select.rows([](const Row &row) { return row.text(0); }).value();
        return QStringList(all.begin(), all.end());
    };
    QByteArray dump;
    for (const QString &table :
         names(u"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"_s)) {
        const QStringList columns = names(u"SELECT name FROM pragma_table_info('%1')"_s.arg(table));
        dump += table.toUtf8() + '\n'
                + names(u"SELECT quote(%1) AS line FROM %2 ORDER BY line"_s.arg(
                            columns.join(u") || ',' || quote("_s), table))
                      .join(u'\n')
                      .toUtf8()
                + '\n';
    }
    return dump;
}

QString faultsOf(Database &database)
{
    const auto report = verifyBranch(database);
    return !report                    ? told(report.error())
           : report->problems.empty() ? QString()
                                      : report->problems.front().problem;
}

/// "ok", or why nobody can work at @p place.
QString workAt(const QString &place)
{
    const auto database = openBranch(place);
    if (!database) {
        return codeOf(database);
    }
    const QDateTime clock = Morning.addDays(1).addSecs(3600);
    const auto issued = issueTicket(**database, {QUuid::createUuid(), clock}, {.group = u"H"_s});
    const QString faults = faultsOf(**database);
    return issued && faults.isEmpty() ? issued->ticket.toString()
           : faults.isEmpty()         ? codeOf(issued)
                                      : faults;
}

/// Stops a move as a cut would, but for what lies around.
struct Cut
{
};

} // namespace

class MigrateBranchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTableOfTheSampleHasRows()
    {
        // A table that a migration adds belongs into the sample, or nobody sees it arrive.
        const Sample sample;
        const auto tables = (*sample.branch).tables();
        VERIFY_RESULT(tables);
        for (const Table &table : *tables) {
            QVERIFY2(sample.branch.value(u"SELECT count(*) FROM \"%1\""_s.arg(table.name)) != u"0",
                     qPrintable(table.name));
        }
        QCOMPARE(sample.branch.faults(), QString());
    }

    void bothEnginesTellTheSameSchema()
    {
        ONLY_ON_SERVER("SQLite is compared with it");
        const Places places;
        const QString place = places.file(u"branch.db"_s);
        VERIFY_RESULT(createBranch(place, catalogue(), {QUuid::createUuid(), Morning}));
        const TestBranch branch;
        const auto here = (*branch).tables().value();
        QVERIFY(here.size() > 30);
        QVERIFY(here == Database::open(place).value()->tables().value());
        QCOMPARE(branch.value(u"SELECT count(*) FROM pg_class WHERE relkind = 'S' AND "
                              "relnamespace = 'motcua'::regnamespace"_s),
                 u"0"_s); // nothing that counts on by itself
    }

    void movesThereAndBack()
    {
        Sample sample;
        const Places places;
        const QString from = sample.branch.path();
        const QByteArray before = dumpOf(from);
        const QString key = Database::keyFileOf(from);
        const QString file = places.file(u"first.db"_s);
        const auto moved = migrateBranch(from, file);
        VERIFY_RESULT(moved);
        QCOMPARE(moved->tables, static_cast<int>((*sample.branch).tables().value().size()));
        QVERIFY(moved->rows > 100);
        QCOMPARE(moved->branch, u"CN7"_s);
        QCOMPARE(moved->to, file);
        QCOMPARE(QFile::permissions(file) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(QFile::permissions(file + u".key"_s) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(places.files(), (QStringList{u"first.db"_s, u"first.db.key"_s}));
        const QByteArray inFile = dumpOf(file);

        const QString second =
            isServerTested() ? places.onServer(key) : places.file(u"second.db"_s);
        VERIFY_RESULT(migrateBranch(file, second));
        QCOMPARE(dumpOf(second), before);
        const QString third = places.file(u"third.db"_s);
        VERIFY_RESULT(migrateBranch(second, third));
        QCOMPARE(dumpOf(third), inFile);

        // As if nothing had happened.
        const auto database = openBranch(third).value();
        QCOMPARE(faultsOf(*database), QString());
        const QDateTime clock = sample.clock;
        const auto again = issueTicket(*database, {Asked, clock}, Request);
        VERIFY_RESULT(again);
        QCOMPARE(again->toJson(), Sample::kept().answer);
        QCOMPARE(codeOf(issueTicket(*database, {Asked, clock}, {.group = u"C"_s})),
                 u"command_id_reused"_s);
        const auto next = issueTicket(*database, {QUuid::createUuid(), clock}, {.group = u"H"_s});
        VERIFY_RESULT(next);
        QCOMPARE(next->ticket.toString(), u"H004"_s); // A-1, Asked and one more
        const auto draft = draftAt(*database, vaultOf(*database).value(), {.counter = 1});
        VERIFY_RESULT(draft);
        QCOMPARE((*draft)->intake.applicant.name, u"Nguyễn Thị Mai"_s);
        QCOMPARE(faultsOf(*database), QString());

        for (const QString &old : {from, file, second}) {
            QCOMPARE(workAt(old), u"database_replaced"_s);
        }
    }

    void secondRunSaysThatItHasMoved()
    {
        const Sample sample;
        const Places places;
        const QString to = places.file(u"branch.db"_s);
        VERIFY_RESULT(migrateBranch(sample.branch.path(), to));
        QCOMPARE(outcome(migrateBranch(sample.branch.path(), to)), u"branch_moved "_s + to);
        QCOMPARE(codeOf(migrateBranch(sample.branch.path(), places.file(u"other.db"_s))),
                 u"database_replaced"_s);
        QCOMPARE(workAt(to), u"H004"_s);
    }

    void placeMustBeFree_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("itself") << u"itself"_s;
        QTest::newRow("a file") << u"file"_s;
        QTest::newRow("an empty file") << u"empty"_s;
        QTest::newRow("another branch") << u"branch"_s;
        QTest::newRow("a copy of it") << u"copy"_s;
    }

    void placeMustBeFree()
    {
        QFETCH(QString, what);
        ONLY_ON_SQLITE("see serverOfTheSameBranchIsFilled()");
        const Sample sample;
        const Places places;
        const QString to = what == u"itself" ? sample.branch.path() : places.file(u"branch.db"_s);
        if (what == u"file") {
            QFile file(to);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        } else if (what == u"empty") {
            QVERIFY(QFile(to).open(QIODevice::WriteOnly));
        } else if (what == u"branch") {
            VERIFY_RESULT(createBranch(to, smallCatalogue(), {QUuid::createUuid(), Morning}));
        } else if (what == u"copy") {
            QVERIFY(QFile::copy(sample.branch.path(), to));
        }
        const QByteArray before = sample.branch.bytes();
        QCOMPARE(codeOf(migrateBranch(sample.branch.path(), to)), u"database_exists"_s);
        QCOMPARE(sample.branch.bytes(), before);
        QCOMPARE(workAt(sample.branch.path()), u"H004"_s);
    }

    void serverOfTheSameBranchIsFilled_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isOpened");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("just made") << u"CN7"_s << false << u"ok"_s;
        QTest::newRow("at work") << u"CN7"_s << true << u"database_exists"_s;
        QTest::newRow("another branch's") << u"CN8"_s << false << u"database_exists"_s;
    }

    void serverOfTheSameBranchIsFilled()
    {
        QFETCH(QString, code);
        QFETCH(bool, isOpened);
        ONLY_ON_SERVER("a file must be free");
        const Sample sample;
        const Places places;
        const QByteArray before = dumpOf(sample.branch.path());
        const QString to = places.onServer(sample.keyFile());
        Catalogue other = smallCatalogue();
        other.branchCode = code;
        VERIFY_RESULT(createBranch(to, other, {QUuid::createUuid(), Morning}));
        if (isOpened) {
            VERIFY_RESULT(openDay(*openBranch(to).value(), {QUuid::createUuid(), Morning}, {}));
        }
        const QByteArray there = dumpOf(to);
        const auto moved = migrateBranch(sample.branch.path(), to);
        QTEST(codeOf(moved), "outcome");
        QCOMPARE(dumpOf(to), moved ? before : there);
        QCOMPARE(workAt(sample.branch.path()), moved ? u"database_replaced"_s : u"H004"_s);
    }

    void movesAgainToTheServerItLeft_data()
    {
        QTest::addColumn<QString>("between");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("work went on elsewhere") << u"work"_s << u"ok"_s;
        QTest::newRow("a copy from before") << u"older"_s << u"database_exists"_s;
        QTest::newRow("the server was taken up again") << u"taken up"_s << u"database_exists"_s;
    }

    void movesAgainToTheServerItLeft()
    {
        QFETCH(QString, between);
        QFETCH(QString, outcome);
        ONLY_ON_SERVER("a file must be free");
        const Sample sample;
        const Places places;
        const QString older = places.file(u"older.db"_s);
        const QString file = places.file(u"branch.db"_s);
        const QString server = sample.branch.path();
        VERIFY_RESULT(migrateBranch(server, file));
        QVERIFY(QFile::copy(file, older) && QFile::copy(file + u".key"_s, older + u".key"_s));
        QCOMPARE(workAt(file), u"H004"_s);
        QString from = file;
        if (between == u"older") { // the server knows more than what would move there
            VERIFY_RESULT(migrateBranch(file, server));
            VERIFY_RESULT(migrateBranch(server, places.file(u"third.db"_s)));
            from = older;
        } else if (between == u"taken up") {
            VERIFY_RESULT(setRetired(*Database::open(server).value(), false));
        }
        const QByteArray before = dumpOf(server);
        QCOMPARE(codeOf(migrateBranch(from, server)), outcome);
        if (outcome == u"ok") {
            QCOMPARE(workAt(server), u"H005"_s);
            QCOMPARE(workAt(file), u"database_replaced"_s);
        } else {
            QCOMPARE(dumpOf(server), before);
            QCOMPARE(workAt(from), from == older ? u"H004"_s : u"H005"_s);
        }
    }

    void keyMustBeAtTheServersPlace_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("missing") << false;
        QTest::newRow("another one") << true;
    }

    void keyMustBeAtTheServersPlace()
    {
        QFETCH(bool, isThere);
        ONLY_ON_SERVER("to a file the key comes along");
        const Sample sample;
        const Places places;
        const QString to = places.onServer({});
        const QString wanted = Database::keyFileOf(to);
        if (isThere) {
            VERIFY_RESULT(PersonVault::openOrCreate(wanted));
        }
        QCOMPARE(outcome(migrateBranch(sample.branch.path(), to)), u"key_missing "_s + wanted);
        QCOMPARE(codeOf(Database::open(to)), u"database_missing"_s);
        QCOMPARE(workAt(sample.branch.path()), u"H004"_s);
    }

    void anotherKeyBesideTheFileIsKept()
    {
        const Sample sample;
        const Places places;
        const QString to = places.file(u"branch.db"_s);
        VERIFY_RESULT(PersonVault::openOrCreate(to + u".key"_s));
        QCOMPARE(codeOf(migrateBranch(sample.branch.path(), to)), u"key_missing"_s);
        QCOMPARE(places.files(), QStringList{u"branch.db.key"_s});
    }

    void whatIsWrongDoesNotMove_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QString &sql, const QString &code) {
            QTest::newRow(name) << sql << code;
        };
        row("a row edited", u"UPDATE leg SET calls = 5"_s, u"database_damaged"_s);
        row("an event edited", u"UPDATE event SET body = '{}' WHERE seq = 3"_s,
            u"database_damaged"_s);
        row("a table nobody knows", u"CREATE TABLE extra (id BIGINT NOT NULL PRIMARY KEY)"_s,
            u"migration_changed"_s);
        row("a table without an order", u"CREATE TABLE extra (id BIGINT NOT NULL)"_s,
            u"migration_changed"_s);
        row("a type nobody knows", u"CREATE TABLE extra (id NUMERIC NOT NULL PRIMARY KEY)"_s,
            u"migration_changed"_s);
        row("a table of itself",
            u"CREATE TABLE extra (id BIGINT NOT NULL PRIMARY KEY, up BIGINT REFERENCES extra (id))"_s,
            u"migration_changed"_s);
        row("a column nobody knows", u"ALTER TABLE person ADD COLUMN extra TEXT"_s,
            u"migration_changed"_s);
    }

    void whatIsWrongDoesNotMove()
    {
        QFETCH(QString, sql);
        QFETCH(QString, code);
        Places places;
        const Sample sample;
        VERIFY_RESULT((*sample.branch).run(sql));
        const QString to =
            isServerTested() ? places.onServer(sample.keyFile()) : places.file(u"branch.db"_s);
        const QByteArray before = dumpOf(sample.branch.path());
        const QStringList files = places.files();
        QCOMPARE(outcome(migrateBranch(sample.branch.path(), to)),
                 code + u' ' + Database::nameOf(sample.branch.path())); // before it is copied
        QCOMPARE(dumpOf(sample.branch.path()), before);
        QCOMPARE(places.files(), files);
        QCOMPARE(codeOf(Database::open(to)), u"database_missing"_s);
        QCOMPARE(codeOf(Database::open(to, Database::ArrivingId)), u"database_missing"_s);
        spoilt(sample);
    }

    void valueThatIsNotOfItsColumnDoesNotMove()
    {
        ONLY_ON_SQLITE("it holds any value in any column");
        const Places places;
        const Sample sample;
        VERIFY_RESULT((*sample.branch).run(u"UPDATE device SET seen_at = 'yesterday'"_s));
        QCOMPARE(codeOf(migrateBranch(sample.branch.path(), places.file(u"branch.db"_s))),
                 u"database_damaged"_s);
        QCOMPARE(places.files(), QStringList());
        QCOMPARE(workAt(sample.branch.path()), u"H004"_s);
    }

    void cutMoveLeavesOnePlaceAndGoesOn_data()
    {
        QTest::addColumn<bool>("toServer");
        QTest::addColumn<MigrateStage>("stage");
        QTest::addColumn<bool>("goesOn"); ///< work, before it is run again
        for (const bool toServer : {false, true}) {
            const auto row = [toServer](const char *name, MigrateStage stage, bool goesOn) {
                if (!toServer || isServerTested()) {
                    QTest::addRow("%s, to a %s", name, toServer ? "server" : "file")
                        << toServer << stage << goesOn;
                }
            };
            row("while it copies", MigrateStage::Copying, true);
            row("while it checks", MigrateStage::Checking, false);
            row("before the source retires", MigrateStage::Arrived, false);
            row("before the source retires, which works on", MigrateStage::Arrived, true);
            row("before the target is the branch", MigrateStage::Retired, false);
        }
    }

    void cutMoveLeavesOnePlaceAndGoesOn()
    {
        QFETCH(bool, toServer);
        QFETCH(MigrateStage, stage);
        QFETCH(bool, goesOn);
        const Sample sample;
        const Places places;
        const QString from = sample.branch.path();
        const QString to =
            toServer ? places.onServer(Database::keyFileOf(from)) : places.file(u"branch.db"_s);
        const QByteArray before = dumpOf(from);
        QVERIFY_THROWS_EXCEPTION(
            Cut, static_cast<void>(migrateBranch(
                     from, to, {}, [stage](MigrateStage reached, qint64 done, qint64 total) {
                         if (reached == stage && 2 * done >= total) {
                             throw Cut();
                         }
                     })));
        // Nobody takes what is there for a branch.
        const QString there = codeOf(openBranch(to));
        QVERIFY2(there == u"database_missing" || there == u"database_foreign", qPrintable(there));
        const bool isRetired = stage == MigrateStage::Retired;
        QString next = u"H004"_s;
        if (isRetired) {
            QCOMPARE(workAt(from), u"database_replaced"_s);
        } else {
            QCOMPARE(dumpOf(from), before);
            if (goesOn) {
                QCOMPARE(workAt(from), next);
                next = u"H005"_s;
            }
        }
        const QByteArray now = dumpOf(from);
        VERIFY_RESULT(migrateBranch(from, to));
        if (toServer == isServerTested()) {
            QVERIFY(isRetired || dumpOf(to) == now);
        }
        QCOMPARE(workAt(from), u"database_replaced"_s);
        QCOMPARE(workAt(to), next);
    }

    void lockThatIsLostOnTheWayStopsTheMove()
    {
        ONLY_ON_SERVER("a file's lock is ours as long as we live");
        Sample sample;
        sample.branch.close();
        const Places places;
        const QString to = places.file(u"branch.db"_s);
        const QString database = serverOf(sample.branch.path()).value().database;
        const auto moved = migrateBranch(
            sample.branch.path(), to, {},
            [&database](MigrateStage stage, qint64 done, qint64 total) {
                if (stage == MigrateStage::Checking && done == total) {
                    runOnServer(u"postgres"_s,
                                u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                                "WHERE datname = '%1'"_s.arg(database));
                }
            });
        QCOMPARE(codeOf(moved), u"connection_lost"_s);
        QCOMPARE(places.files(), QStringList());
        QCOMPARE(workAt(sample.branch.path()), u"H004"_s);
    }

private:
    /// No other test may use what has another schema.
    static void spoilt(const Sample &sample)
    {
        if ((*sample.branch).isOnServer()) {
            static_cast<void>((*sample.branch).run(u"DROP TABLE IF EXISTS extra"_s));
            static_cast<void>(
                (*sample.branch).run(u"ALTER TABLE person DROP COLUMN IF EXISTS extra"_s));
        }
    }
};

QTEST_GUILESS_MAIN(MigrateBranchTest)

#include "migratebranchtest.moc"
