// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever is typed, scanned or found on the disk: a word, a message in the language asked for, the
// promised exit code, nothing changed, and nobody's data in what was said.

#include "support/program.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace motcua;

static const QString SampleBranch = QStringLiteral(SOURCE_DIR "/resources/catalogue/branch-1.json");
static constexpr auto Pin = "482615\n";
static const QString Canary = u"000199000021"_s; // province 000 belongs to nobody
static const QString CanaryName = u"Trần Thị Hoàng Yến"_s;

static const QRegularExpression Accented(
    u"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáãèéìíòóùúý]"_s,
    QRegularExpression::CaseInsensitiveOption);

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static QJsonObject sample()
{
    return QJsonDocument::fromJson(contentOf(SampleBranch)).object();
}

class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_program.useDatabase(u"branch.db"_s);
        QCOMPARE(run({u"init"_s, u"--branch"_s, SampleBranch}).exitCode, 0);
        QCOMPARE(run({u"staff"_s, u"set-pin"_s, u"CB01"_s}, Pin).exitCode, 0);
        QCOMPARE(run({u"staff"_s, u"set-pin"_s, u"CB02"_s}, Pin).exitCode, 0);
        QCOMPARE(run({u"day"_s, u"open"_s}).exitCode, 0);
        QCOMPARE(run(u"counter sign-in --counter 1 --staff CB01"_s.split(u' '), Pin).exitCode, 0);
        QCOMPARE(run(u"ticket issue --group H"_s.split(u' ')).exitCode, 0);

        m_program.write(u"foreign.db"_s, QByteArray(9000, 'x'));
        m_program.write(u"empty.db"_s, {});
        m_program.write(u"log.csv"_s, "these,are\nno,queues\n");
        m_program.write(u"broken.csv"_s,
                        "office,queue_id,queue_name,letter,date,time,service_minutes_published,"
                        "open_counters,waiting,current_number\n"
                        "Test,1,A,A,2020-01-07,08:00,10,1,-2,\n");
        m_program.write(u"noise.bin"_s, noise(200'000));
        m_program.write(u"not.json"_s, "[1,");
        m_program.write(u"big.json"_s, QByteArray(10'000'000, '['));
        makeNewer();
        makeDamaged();
    }

    void init() { m_before = stateOf(m_program); }

    void isRefused_data()
    {
        QTest::addColumn<QString>("line"); // words parted by |
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QString &line, int exitCode,
                            const char *error) {
            QTest::newRow(name) << line << exitCode << QString::fromLatin1(error);
        };
        // No such thing
        row("group", u"ticket|issue|--group|Z"_s, 1, "unknown_group");
        row("group in a list", u"ticket|list|--group|Z"_s, 1, "unknown_group");
        row("counter", u"counter|call-next|--counter|99"_s, 1, "unknown_counter");
        row("staff", u"counter|sign-in|--counter|2|--staff|CB99"_s, 1, "unknown_staff");
        row("staff for a PIN", u"staff|set-pin|CB99"_s, 1, "unknown_staff");
        row("procedure", u"ticket|issue|--group|H|--procedure|9.999999"_s, 1, "unknown_procedure");
        row("procedure due", u"due|--from|2026-11-20 09:00|--procedure|9.999999"_s, 1,
            "unknown_procedure");
        row("priority", u"ticket|issue|--group|H|--priority|vip"_s, 1, "unknown_priority");
        row("ticket", u"ticket|show|H999"_s, 1, "unknown_ticket");
        row("reason", u"counter|hold|--counter|1|--reason|coffee"_s, 1, "invalid_input");
        row("office", u"replay|@queue_log|--office|Nowhere|--date|2020-01-07"_s, 1,
            "unknown_office");

        // Numbers, dates and ids
        row("negative", u"counter|call-next|--counter|-3"_s, 2, "usage");
        row("zero", u"counter|call-next|--counter|0"_s, 2, "usage");
        row("huge", u"counter|call-next|--counter|99999999999999999999"_s, 2, "usage");
        row("hexadecimal", u"counter|call-next|--counter|0x1"_s, 2, "usage");
        row("fraction", u"due|--from|2026-11-20 09:00|--working-days|1.5"_s, 2, "usage");
        row("huge days", u"due|--from|2026-11-20 09:00|--working-days|2147483648"_s, 2, "usage");
        row("negative days", u"due|--from|2026-11-20 09:00|--working-days|-1"_s, 2, "usage");
        row("two limits", u"due|--from|2026-11-20 09:00|--working-days|1|--same-day"_s, 2, "usage");
        row("no such day", u"report|daily|--date|2026-02-30"_s, 2, "usage");
        row("other date", u"report|daily|--date|20/11/2026"_s, 2, "usage");
        row("no such time", u"due|--from|2026-11-20 25:00|--working-days|1"_s, 2, "usage");
        row("far year", u"due|--from|2031-11-20 09:00|--working-days|1"_s, 1,
            "calendar_not_confirmed");
        row("UUID", u"ticket|issue|--group|H|--command|6f1c6a34"_s, 2, "usage");
        row("null UUID", u"ticket|issue|--group|H|--command|00000000-0000-0000-0000-000000000000"_s,
            2, "usage");
        row("number of a ticket", u"ticket|show|H1234567"_s, 2, "usage");
        row("speed", u"replay|@queue_log|--office|Test|--date|2020-01-07|--speed|1e-300"_s, 2,
            "usage");
        row("speed not a number", u"demo|--speed|nan"_s, 2, "usage");

        // The command itself
        row("no command", u""_s, 2, "usage");
        row("unknown command", u"ticket|sell"_s, 2, "usage");
        row("unknown option", u"ticket|issue|--group|H|--colour|red"_s, 2, "usage");
        row("option of another command", u"verify|--group|H"_s, 2, "usage");
        row("missing value", u"ticket|issue|--group"_s, 2, "usage");
        row("value is an option", u"ticket|issue|--group|--priority|elderly"_s, 2, "usage");
        row("missing option", u"counter|call-next"_s, 2, "usage");
        row("missing word", u"ticket|show"_s, 2, "usage");
        row("one word too many", u"ticket|show|H001|H002"_s, 2, "usage");
        row("flag with a value", u"say|H001|--counter|1|--text=yes"_s, 2, "usage");
        row("no text", u"say|H001|--counter|1"_s, 2, "usage");
        row("PIN on the command line", u"counter|sign-in|--counter|2|--staff|CB02|--pin|482615"_s,
            2, "usage");
        row("language", u"verify|--lang|fr"_s, 2, "usage");
        row("format", u"report|daily|--format|doc"_s, 2, "usage");
        row("state", u"ticket|list|--state|lost"_s, 2, "usage");

        // SQL, control characters, somebody's number
        row("SQL", u"ticket|issue|--group|H'; DROP TABLE ticket;--"_s, 1, "unknown_group");
        row("SQL in a priority", u"ticket|issue|--group|H|--priority|' OR 1=1 --"_s, 1,
            "unknown_priority");
        row("SQL in a number", u"ticket|show|H001' OR '1'='1"_s, 2, "usage");
        row("control characters", u"ticket|issue|--group|H|--priority|\x1b[2J\x07\u0090x"_s, 1,
            "unknown_priority");
        row("control command", u"\x1b]0;title\x07|\x1b[2J"_s, 2, "usage");
        row("control option", u"verify|--\x1b[2J"_s, 2, "usage");
        row("control path", u"backup|/proc/\x1b[2J/x.db"_s, 3, "file_unwritable");
        row("ID number as a command", Canary, 2, "usage");
        row("ID number as a group", u"ticket|issue|--group|"_s + Canary, 1, "unknown_group");
        row("ID number as a ticket", u"ticket|show|"_s + Canary, 2, "usage");
        row("ID number as staff", u"counter|sign-in|--counter|2|--staff|"_s + Canary, 1,
            "unknown_staff");
        row("ID number as an option", u"verify|--"_s + Canary, 2, "usage");
        row("ID number as a reason", u"counter|hold|--counter|1|--reason|"_s + Canary, 1,
            "invalid_input");

        // Files
        row("branch file missing", u"init|--branch|@none.json"_s, 3, "file_unreadable");
        row("branch file a folder", u"catalogue|import|@"_s, 3, "file_unreadable");
        row("branch file cut", u"catalogue|import|@not.json"_s, 1, "invalid_catalogue");
        row("branch file binary", u"catalogue|import|@noise.bin"_s, 1, "invalid_catalogue");
        row("branch file 10 MB", u"catalogue|import|@big.json"_s, 1, "invalid_catalogue");
        row("second init", u"init|--branch|@branch-1"_s, 3, "database_exists");
        row("log missing", u"replay|@none.csv|--office|Test|--date|2020-01-07"_s, 3,
            "file_unreadable");
        row("log of something", u"replay|@log.csv|--office|Test|--date|2020-01-07"_s, 1,
            "invalid_log");
        row("log binary", u"replay|@noise.bin|--office|Test|--date|2020-01-07"_s, 1, "invalid_log");
        row("log with a negative", u"replay|@broken.csv|--office|Test|--date|2020-01-07"_s, 1,
            "invalid_log");
        row("log with a letter", u"replay|@queue_log|--office|Test|--date|2020-01-08"_s, 1,
            "invalid_log");
        row("report nowhere", u"report|daily|--format|csv|-o|/proc/none/x.csv"_s, 3,
            "file_unwritable");
        row("backup of nothing", u"restore|@none.db"_s, 3, "file_unreadable");
        row("backup foreign", u"restore|@foreign.db"_s, 3, "database_foreign");

        // Databases
        row("database missing", u"verify|--database|sqlite:@none.db"_s, 3, "database_missing");
        row("database foreign", u"verify|--database|sqlite:@foreign.db"_s, 3, "database_foreign");
        row("database empty", u"verify|--database|sqlite:@empty.db"_s, 3, "database_damaged");
        row("database newer", u"verify|--database|sqlite:@newer.db"_s, 3, "database_newer");
        row("database damaged", u"verify|--database|sqlite:@damaged.db"_s, 3, "database_damaged");
        row("other engine", u"verify|--database|mysql://user:secret@host/db"_s, 2, "usage");
        row("server nobody proves", u"verify|--database|postgresql://user:secret@host/db"_s, 2,
            "usage");
        row("server that is not there",
            u"verify|--database|postgresql://user:secret@127.0.0.1:1/db"_s, 3,
            "server_unreachable");
        row("backup of a server", u"restore|@foreign.db|--database|postgresql://localhost/db"_s, 1,
            "backup_by_server");
        row("no URL", u"verify|--database|sqlite:"_s, 2, "usage");
        row("folder is a file", u"init|--branch|@branch-1|--database|sqlite:@foreign.db/x/b.db"_s,
            3, "file_unwritable");
    }
    void isRefused()
    {
        QFETCH(QString, line);
        QFETCH(int, exitCode);
        QFETCH(QString, error);
        QStringList arguments = line.split(u'|', Qt::SkipEmptyParts);
        for (QString &argument : arguments) {
            argument.replace(u"@branch-1"_s, SampleBranch)
                .replace(u"@queue_log"_s, QStringLiteral(TEST_DATA "/queue_log.csv"));
            if (!argument.contains(u"://"_s)) {
                argument.replace(u"@"_s, m_program.path(u"-"_s).chopped(1));
            }
        }

        const Run vietnamese = run(arguments + QStringList{u"--json"_s});
        const Run english = run(QStringList{u"--json"_s, u"--lang"_s, u"en"_s} + arguments);
        const Run plain = run(arguments);
        for (const Run &run : {vietnamese, english}) {
            QVERIFY2(run.exitCode == exitCode, (run.out + run.err).constData());
            QVERIFY2(run.error() == error, run.out.constData());
        }
        QVERIFY2(vietnamese.message().contains(Accented), vietnamese.out.constData());
        if (error != "usage"_L1 || !line.contains(u"--lang"_s)) {
            QVERIFY2(!english.message().remove(u"Một Cửa"_s).contains(Accented),
                     english.out.constData());
            QVERIFY(vietnamese.message() != english.message());
        }

        QCOMPARE(plain.exitCode, exitCode);
        QVERIFY(plain.out.isEmpty());
        QVERIFY(!plain.err.trimmed().isEmpty());
        for (const Run &run : {vietnamese, english, plain}) {
            const QByteArray all = run.out + run.err;
            static const QRegularExpression control(u"[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F]"_s);
            QVERIFY2(!QString::fromUtf8(all).contains(control), all.toHex(' ').constData());
            for (const QByteArray &secret :
                 {Canary.toUtf8(), QByteArray("482615"), QByteArray("secret")}) {
                QVERIFY2(!all.contains(secret), all.constData());
            }
            QVERIFY2(!all.contains("not defined") && !all.contains("QCommandLine"),
                     all.constData());
        }
        QCOMPARE(stateOf(m_program), m_before);
    }

    void scannerRubbishIsRefused_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing") << QByteArray() << u"empty"_s;
        QTest::newRow("10 MB") << QByteArray(10'000'000, '1') << u"too_long"_s;
        QTest::newRow("10 MB of card")
            << (Canary.toUtf8() + '|').repeated(800'000) << u"too_long"_s;
        QTest::newRow("binary") << noise(900) << u"binary"_s;
        QTest::newRow("zeros") << QByteArray(500, '\0') << u"binary"_s;
        QTest::newRow("cut") << (Canary + u"||"_s + CanaryName).toUtf8() << u"truncated"_s;
        QTest::newRow("link") << QByteArray("https://example.org/000199000021") << u"link"_s;
    }
    void scannerRubbishIsRefused()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QString, reason);
        const Run json = run({u"idcard"_s, u"parse"_s, u"--json"_s}, payload);
        const Run plain = run({u"idcard"_s, u"parse"_s, u"--lang"_s, u"en"_s}, payload);
        QCOMPARE(json.exitCode, 1);
        QCOMPARE(plain.exitCode, 1);
        QCOMPARE(json.error(), u"invalid_id_card"_s);
        QCOMPARE(json.json()[u"reason"_s].toString(), reason);
        QVERIFY(json.err.isEmpty());
        for (const QByteArray &all : {json.out, plain.out + plain.err}) {
            QVERIFY(!all.contains(Canary.toUtf8()) && !all.contains(CanaryName.toUtf8()));
            QVERIFY(all.size() < 400);
        }
    }

    void closedInputIsNoInput()
    {
        QCOMPARE(m_program.runWithoutInput({u"idcard"_s, u"parse"_s, u"--json"_s}).error(),
                 u"invalid_id_card"_s);
        QCOMPARE(
            m_program.runWithoutInput({u"staff"_s, u"set-pin"_s, u"CB02"_s, u"--json"_s}).error(),
            u"weak_pin"_s);
        QCOMPARE(run({u"staff"_s, u"set-pin"_s, u"CB02"_s, u"--json"_s}).error(), u"weak_pin"_s);
        QCOMPARE(m_program.runWithoutInput({u"ticket"_s, u"list"_s}).exitCode, 0);
        QCOMPARE(stateOf(m_program), m_before);
    }

    void weakPinsLeaveTheOldOne()
    {
        for (const char *pin : {"123456\n", "111111\n", "1234\n", "121212\n", "abcdef\n",
                                "48261548261548261548\n", "\n", "482615'; --\n"}) {
            const Run weak = run({u"staff"_s, u"set-pin"_s, u"CB02"_s, u"--json"_s}, pin);
            QCOMPARE(weak.exitCode, 1);
            QCOMPARE(weak.error(), u"weak_pin"_s);
            QVERIFY(!weak.out.contains(QByteArray(pin).trimmed()) || QByteArray(pin) == "\n");
        }
        QCOMPARE(stateOf(m_program), m_before);
        QCOMPARE(run(u"counter sign-in --counter 2 --staff CB02"_s.split(u' '), Pin).exitCode, 0);
        QCOMPARE(run(u"counter sign-out --counter 2"_s.split(u' ')).exitCode, 0);
    }

    void guessingIsSlowedDown()
    {
        const QStringList signIn = u"counter sign-in --counter 2 --staff CB02 --json"_s.split(u' ');
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(run(signIn, "860214\n").error(), u"wrong_pin"_s);
        }
        const Run throttled = run(signIn, Pin); // the right one, too early
        QCOMPARE(throttled.exitCode, 1);
        QCOMPARE(throttled.error(), u"pin_throttled"_s);
        QVERIFY(throttled.message().contains(u"giây"_s));
        QVERIFY(!throttled.out.contains("482615") && !throttled.out.contains("860214"));
        const Run english = run(signIn + QStringList{u"--lang"_s, u"en"_s}, Pin);
        QVERIFY2(english.message().contains(QRegularExpression(u"\\d+ seconds?,"_s)),
                 english.out.constData());
        // A new PIN set by somebody who may ends the wait.
        QCOMPARE(run({u"staff"_s, u"set-pin"_s, u"CB02"_s}, "739158\n").exitCode, 0);
        QCOMPARE(run(signIn, "739158\n").exitCode, 0);
        QCOMPARE(run(u"counter sign-out --counter 2"_s.split(u' ')).exitCode, 0);
    }

    void everyFaultOfABranchFileHasItsPlace()
    {
        QJsonObject branch = sample();
        QJsonObject settings = branch[u"settings"_s].toObject();
        settings.insert(u"time_zone"_s, u"Asia/Nowhere"_s);
        settings.insert(u"undo_seconds"_s, u"\x1b[31mten"_s);
        branch.insert(u"settings"_s, settings);
        QJsonArray counters = branch[u"counters"_s].toArray();
        counters[2] = QJsonObject{{u"number"_s, 3}, {u"groups"_s, QJsonArray{u"H"_s, u"Z"_s}}};
        branch.insert(u"counters"_s, counters);
        const QString file = m_program.write(u"faults.json"_s, QJsonDocument(branch).toJson());
        const Run json = run({u"catalogue"_s, u"import"_s, file, u"--json"_s});
        QCOMPARE(json.exitCode, 1);
        QStringList places;
        for (const QJsonValue fault : json.json()[u"faults"_s].toArray()) {
            places.append(fault[u"place"_s].toString() + u' ' + fault[u"problem"_s].toString());
        }
        QVERIFY2(places.contains(u"settings.time_zone bad_time_zone"_s), json.out.constData());
        QVERIFY2(places.contains(u"settings.undo_seconds wrong_type"_s), json.out.constData());
        QVERIFY2(places.filter(u"counters[2]"_s).filter(u"unknown_group"_s).size() == 1,
                 json.out.constData());
        const Run plain = run({u"catalogue"_s, u"import"_s, file});
        QVERIFY(
            plain.errors().contains(u"settings.time_zone: không phải múi giờ (Asia/Nowhere)"_s));
        QVERIFY(plain.errors().contains(u"counters[2]"_s));
        QVERIFY(!plain.err.contains('\x1b'));
        const Run english = run({u"catalogue"_s, u"import"_s, file, u"--lang"_s, u"en"_s});
        QVERIFY(english.errors().contains(u"settings.time_zone: is not a time zone"_s));
        QCOMPARE(stateOf(m_program), m_before);
    }

    void decomposedNamesAreStoredComposed()
    {
        const QString composed = QString::fromUtf8(contentOf(SampleBranch));
        const QString file = m_program.write(
            u"nfd.json"_s, composed.normalized(QString::NormalizationForm_D).toUtf8());
        const QString database = u"--database=sqlite:"_s + m_program.path(u"nfd.db"_s);
        QCOMPARE(run({u"init"_s, database, u"--branch"_s, file}).exitCode, 0);
        for (const QStringList &arguments :
             {QStringList{u"staff"_s, u"list"_s},
              QStringList{u"say"_s, u"H001"_s, u"--counter"_s, u"1"_s, u"--text"_s}}) {
            const Run said = run(arguments + QStringList{database});
            QCOMPARE(said.exitCode, 0);
            QVERIFY(said.text().contains(u"Cán bộ 01"_s) || said.text().contains(u"Hộ tịch"_s));
            QCOMPARE(said.text().normalized(QString::NormalizationForm_C), said.text());
        }
        // And one typed in NFD is found: "Đ" itself has no decomposition, the rest has.
        const Run unknown =
            run({u"ticket"_s, u"issue"_s, u"--group"_s,
                 u"Hộ tịch"_s.normalized(QString::NormalizationForm_D), u"--json"_s});
        QVERIFY(unknown.message().contains(u"HỘ TỊCH"_s));
    }

    void filesOfTwoBranchesAreNotMixed()
    {
        Program other;
        other.useDatabase(u"branch.db"_s);
        QJsonObject branch = sample();
        QJsonObject about = branch[u"branch"_s].toObject();
        about.insert(u"code"_s, u"CN2"_s);
        branch.insert(u"branch"_s, about);
        const QString file = other.write(u"branch-2.json"_s, QJsonDocument(branch).toJson());
        QCOMPARE(other.run({u"init"_s, u"--branch"_s, file}).exitCode, 0);
        const QString copy = other.path(u"copy.db"_s);
        QCOMPARE(other.run({u"backup"_s, copy}).exitCode, 0);

        other.set(u"MOTCUA_BRANCH"_s, u"CN1"_s);
        for (const QStringList &arguments :
             {QStringList{u"verify"_s}, QStringList{u"day"_s, u"open"_s},
              QStringList{u"staff"_s, u"list"_s}}) {
            const Run wrong = other.run(arguments + QStringList{u"--json"_s});
            QCOMPARE(wrong.exitCode, 3);
            QCOMPARE(wrong.error(), u"wrong_branch"_s);
            QVERIFY(wrong.message().contains(u"CN2"_s));
        }
        QCOMPARE(run({u"restore"_s, copy, u"--json"_s}).error(), u"wrong_branch"_s);
        QCOMPARE(stateOf(m_program), m_before);
    }

    void aReadOnlyFolderIsToldAsOne()
    {
        // Permissions do not bind root, so there is nothing to see; as an ordinary user it runs.
        if (::geteuid() == 0) {
            QSKIP("root may write everywhere");
        }
        Program other;
        other.useDatabase(u"branch.db"_s);
        QCOMPARE(other.run({u"init"_s, u"--branch"_s, SampleBranch}).exitCode, 0);
        const QByteArray before = contentOf(other.path(u"branch.db"_s));
        QVERIFY(QFile::setPermissions(other.path(u"branch.db"_s), QFileDevice::ReadOwner));
        const Run refused = other.run({u"day"_s, u"open"_s, u"--json"_s});
        QCOMPARE(refused.exitCode, 3);
        QCOMPARE(refused.error(), u"database_read_only"_s);
        QCOMPARE(contentOf(other.path(u"branch.db"_s)), before);
    }

private:
    static QByteArray noise(int size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        quint32 state = 12345;
        for (char &byte : bytes) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        return bytes;
    }

    Run run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return m_program.run(arguments, input);
    }

    /// All that a change would change: the chain's head covers every event.
    static QJsonObject stateOf(const Program &program)
    {
        return program.run({u"verify"_s, u"--json"_s}).json();
    }

    void makeNewer()
    {
        QVERIFY(QFile::copy(m_program.path(u"branch.db"_s), m_program.path(u"newer.db"_s)));
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            database.setDatabaseName(m_program.path(u"newer.db"_s));
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(
                u"INSERT INTO migration (number, name, checksum) VALUES (9999, 'future', 'x')"_s));
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
    }

    void makeDamaged()
    {
        constexpr qsizetype Page = 4096;
        QByteArray content = contentOf(m_program.path(u"branch.db"_s));
        QVERIFY(content.size() > 4 * Page);
        const qsizetype damaged = content.size() - 2 * Page;
        content.replace(2 * Page, damaged, noise(static_cast<int>(damaged)));
        m_program.write(u"damaged.db"_s, content);
    }

    Program m_program;
    QJsonObject m_before;
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "badinputtest.moc"
