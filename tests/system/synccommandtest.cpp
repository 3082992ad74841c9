// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// `motcua sync` and `motcua centre …` as people and timers use them: words, keys and exit codes.

#include "support/program.h"
#include "support/testcentre.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

const QString SampleBranch = QStringLiteral(SOURCE_DIR "/resources/catalogue/branch-1.json");

/// Those of @p wanted that @p json has not.
QString keysMissing(const QJsonObject &json, const QString &wanted)
{
    QStringList keys = wanted.split(u' ');
    keys.removeIf([&json](const QString &key) { return json.contains(key); });
    return keys.join(u' ');
}

const QString SyncKeys = QStringLiteral("branch rows_sent days_proven cursor head error");

} // namespace

class SyncCommandTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] Run run(const QString &line) const
    {
        return m_program.run(line.split(u' ') + QStringList{u"--json"_s, u"--lang"_s, u"en"_s});
    }
    /// A command of the centre, whose address is in a file.
    [[nodiscard]] Run centre(const QString &line) const
    {
        return run(u"centre "_s + line + u" --centre city"_s);
    }
    [[nodiscard]] QJsonObject standing() const
    {
        return centre(u"status"_s).json()[u"branches"_s][0].toObject();
    }
    [[nodiscard]] bool works(const QString &lines) const
    {
        return std::ranges::all_of(lines.split(u" | "_s), [this](const QString &line) {
            const Run done = run(line);
            if (done.exitCode != 0) {
                qCritical("%s: %s", qPrintable(line), (done.out + done.err).constData());
            }
            return done.exitCode == 0;
        });
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(m_program.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QFile::Permissions others(const QString &name) const
    {
        return QFile::permissions(m_program.path(name))
               & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther);
    }

    Program m_program;
    QString m_database;

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("MOTCUA_TEST_CENTRE")) {
            // The suite starts one for it; a program run by hand has none.
            QSKIP("needs a scratch server for the centre");
        }
        m_database = u"city%1"_s.arg(QCoreApplication::applicationPid());
        auto server = CentreLink::open(TestCentre::serverUrl(u"postgres"_s)).value();
        VERIFY_RESULT(server.run(u"CREATE DATABASE %1 TEMPLATE template0"_s.arg(m_database)));
        m_program.write(u"city"_s, TestCentre::serverUrl(m_database).toUtf8() + '\n');
        m_program.useDatabase(u"branch.db"_s);
        QVERIFY(works(u"init --branch "_s + SampleBranch));
    }

    void beforeThereIsACentre()
    {
        const Run status = centre(u"status"_s);
        QCOMPARE(status.exitCode, 3);
        QCOMPARE(status.error(), u"centre_missing"_s);
        QVERIFY(status.message().contains(u"motcua centre init"_s));
        const Run sync = run(u"sync"_s);
        QCOMPARE(sync.exitCode, 2);
        QCOMPARE(sync.error(), u"usage"_s);
        QVERIFY(sync.message().contains(u"--centre"_s));
        QCOMPARE(run(u"sync --centre nosuchfile"_s).error(), u"file_unreadable"_s);
        const Run open = run(u"sync --centre postgresql://db.example/city"_s); // not verified
        QCOMPARE(open.exitCode, 2);
        QVERIFY(open.message().contains(u"sslmode"_s));
    }

    void initMakesItOnceAndKeepsItsKey()
    {
        const Run made = run(u"centre init city --key city.key"_s);
        QVERIFY2(made.exitCode == 0, made.out + made.err);
        QCOMPARE(made.json()[u"public_key"_s].toString().size(), 64);
        QCOMPARE(made.json()[u"key"_s].toString(), m_program.path(u"city.key"_s));
        QCOMPARE(others(u"city.key"_s), QFile::Permissions());
        const Run again = run(u"centre init city"_s); // after an upgrade, without the key at hand
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.json()[u"public_key"_s], made.json()[u"public_key"_s]);
        QVERIFY(again.json()[u"key"_s].isNull());
        const Run other = run(u"centre init city --key other.key"_s);
        QCOMPARE(other.exitCode, 3);
        QCOMPARE(other.error(), u"key_missing"_s);
        QCOMPARE(centre(u"status"_s).json()[u"branches"_s].toArray().size(), 0);
    }

    void theRegisterIsEditedAsAFile()
    {
        const Run all = centre(u"places"_s);
        QCOMPARE(all.exitCode, 0);
        QCOMPARE(all.json()[u"places"_s].toArray().size(), 13);
        QCOMPARE(centre(u"places --date 2025-03-15"_s).json()[u"places"_s].toArray().size(), 3);
        QCOMPARE(centre(u"places -o places.csv"_s).exitCode, 0);
        const QByteArray before = content(u"places.csv"_s);
        QVERIFY(before.startsWith("code;kind;parent;name_vi;name_en;from;until\n"));
        m_program.write(u"more.csv"_s,
                        before + "P1;point;CN1;Điểm Hàng Bạc;Hang Bac point;2026-01-01;\n");
        QCOMPARE(centre(u"places import more.csv"_s).json()[u"places"_s].toInt(), 14);
        m_program.write(u"bad.csv"_s, before + "P1;cat;CN1;A;A;2026-01-01;\n");
        const Run bad = centre(u"places import bad.csv"_s);
        QCOMPARE(bad.exitCode, 1);
        QCOMPARE(bad.error(), u"invalid_input"_s);
        QVERIFY(bad.message().contains(u"15"_s)); // the line
        m_program.write(u"orphan.csv"_s, before + "P1;point;CN99;A;A;2026-01-01;\n");
        QVERIFY(centre(u"places import orphan.csv"_s).message().contains(u"CN99"_s));
        QCOMPARE(centre(u"places"_s).json()[u"places"_s].toArray().size(), 14);
    }

    void enrolGivesALoginInAFile()
    {
        const Run made = centre(u"enrol CN1 -o CN1.centre"_s);
        QVERIFY2(made.exitCode == 0, made.out + made.err);
        QCOMPARE(made.json()[u"branch"_s].toString(), u"CN1"_s);
        QCOMPARE(made.json()[u"file"_s].toString(), m_program.path(u"CN1.centre"_s));
        QCOMPARE(others(u"CN1.centre"_s), QFile::Permissions());
        QVERIFY(content(u"CN1.centre"_s).startsWith("postgresql://"));
        const Run unknown = centre(u"enrol CN77 -o CN77.centre"_s);
        QCOMPARE(unknown.exitCode, 1);
        QCOMPARE(unknown.error(), u"unknown_place"_s);
        QVERIFY(!QFile::exists(m_program.path(u"CN77.centre"_s)));
        const QJsonObject row = standing();
        QCOMPARE(keysMissing(row, u"branch last_sync head gaps cursor alarms"_s), QString());
        QCOMPARE(row[u"branch"_s].toString(), u"CN1"_s);
        QVERIFY(row[u"last_sync"_s].isNull());
        QCOMPARE(row[u"gaps"_s].toInt(), 0);
    }

    void aDayArrivesAndIsProven()
    {
        QVERIFY(works(u"day open | ticket issue --group H | ticket issue --group C | day close"_s));
        const Run sync = run(u"sync --centre CN1.centre"_s);
        QVERIFY2(sync.exitCode == 0, sync.out + sync.err);
        const QJsonObject json = sync.json();
        QCOMPARE(keysMissing(json, SyncKeys), QString());
        QVERIFY(json[u"error"_s].isNull());
        QVERIFY(json[u"rows_sent"_s].toInt() > 10);
        QCOMPARE(json[u"rows_written"_s], json[u"rows_sent"_s]);
        QCOMPARE(json[u"days_proven"_s].toInt(), 1);
        QCOMPARE(json[u"cursor"_s], json[u"head"_s]);
        const QJsonObject row = standing();
        QCOMPARE(row[u"head"_s], json[u"head"_s]);
        QCOMPARE(row[u"gaps"_s].toInt(), 0);
        QVERIFY(QDateTime::fromString(row[u"last_sync"_s].toString(), Qt::ISODate).isValid());
        const Run words = m_program.run(
            {u"centre"_s, u"status"_s, u"--centre"_s, u"city"_s, u"--lang"_s, u"en"_s});
        QVERIFY(words.text().startsWith(u"CN1: last sync "_s));
    }

    void whatIsThereIsNotWrittenAgain()
    {
        m_program.set(u"MOTCUA_CENTRE"_s, m_program.path(u"CN1.centre"_s)); // as the timer's
        const Run nothing = run(u"sync"_s);
        QCOMPARE(nothing.exitCode, 0);
        QCOMPARE(nothing.json()[u"rows_sent"_s].toInt(), 0);
        QCOMPARE(nothing.json()[u"days_proven"_s].toInt(), 0);
        const QString day = standing()[u"last_day"_s].toString();
        const Run again = run(u"sync --day "_s + day);
        QCOMPARE(again.exitCode, 0);
        QVERIFY(again.json()[u"rows_sent"_s].toInt() > 5);
        QCOMPARE(again.json()[u"rows_written"_s].toInt(), 0);
        const Run unknown = run(u"sync --day 2020-01-01"_s);
        QCOMPARE(unknown.exitCode, 1);
        QCOMPARE(unknown.error(), u"unknown_day"_s);
        QCOMPARE(run(u"sync --day yesterday"_s).exitCode, 2);
        m_program.unset(u"MOTCUA_CENTRE"_s);
    }

    void aWrongLoginIsTold()
    {
        QByteArray wrong = content(u"CN1.centre"_s);
        wrong.replace(wrong.indexOf(':', 13) + 1, 4, "xxxx");
        m_program.write(u"wrong.centre"_s, wrong);
        const Run denied = run(u"sync --centre wrong.centre"_s);
        QCOMPARE(denied.exitCode, 3);
        QCOMPARE(denied.error(), u"centre_denied"_s);
        QCOMPARE(keysMissing(denied.json(), SyncKeys), QString());
        QVERIFY(denied.message().contains(u"motcua centre enrol"_s));
        QVERIFY(!denied.out.contains("xxxx")); // the password
        QCOMPARE(centre(u"enrol CN2 -o CN2.centre"_s).exitCode, 0);
        const Run other = run(u"sync --centre CN2.centre"_s);
        QCOMPARE(other.exitCode, 3);
        QCOMPARE(other.error(), u"wrong_branch"_s);
        QCOMPARE(run(u"sync --centre CN1.centre"_s).exitCode, 0);
    }

    void aMissingCentreIsTriedAgainLater()
    {
        QString away = QString::fromUtf8(content(u"CN1.centre"_s));
        away.replace(QRegularExpression(u":\\d+/"_s), u":1/"_s);
        m_program.write(u"away.centre"_s, away.toUtf8());
        QVERIFY(works(u"day open | ticket issue --group H | day close"_s));
        QCOMPARE(run(u"sync --centre away.centre --retry"_s).json()[u"due"_s], false);
        const Run failed = run(u"sync --centre away.centre"_s);
        QCOMPARE(failed.exitCode, 3);
        QCOMPARE(failed.error(), u"centre_unreachable"_s);
        QCOMPARE(keysMissing(failed.json(), SyncKeys), QString());
        QVERIFY(failed.json()[u"cursor"_s].toInt() < failed.json()[u"head"_s].toInt());
        QVERIFY(failed.message().contains(u"Nothing is lost"_s));
        const Run early = run(u"sync --centre CN1.centre --retry"_s); // within five minutes
        QCOMPARE(early.exitCode, 0);
        QCOMPARE(early.json()[u"due"_s], false);
        m_program.setClock(QDateTime::currentDateTimeUtc().addSecs(3600));
        const Run due = run(u"sync --centre CN1.centre --retry"_s);
        m_program.unset(u"LD_PRELOAD"_s);
        QVERIFY2(due.exitCode == 0, due.out + due.err);
        QCOMPARE(due.json()[u"days_proven"_s].toInt(), 1);
        QCOMPARE(due.json()[u"cursor"_s], due.json()[u"head"_s]);
        QCOMPARE(run(u"sync --centre CN1.centre --retry"_s).json()[u"due"_s], false);
    }

    void aFileThatCannotBeWrittenKeepsTheOldPassword_data()
    {
        QTest::addColumn<QString>("whom");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("use");
        const QString sync = u"sync --centre CN1.centre"_s;
        const QString read = u"report city --centre anh.centre"_s;
        QTest::newRow("a branch, no folder") << u"CN1"_s << u"nowhere/CN1.centre"_s << sync;
        QTest::newRow("a branch, a folder stands there") << u"CN1"_s << u"folder"_s << sync;
        QTest::newRow("a reader, no folder")
            << u"anh --reader"_s << u"nowhere/anh.centre"_s << read;
        QTest::newRow("a reader, a folder stands there")
            << u"anh --reader"_s << u"folder"_s << read;
    }
    void aFileThatCannotBeWrittenKeepsTheOldPassword()
    {
        QFETCH(QString, whom);
        QFETCH(QString, file);
        QFETCH(QString, use);
        QVERIFY(QDir().mkpath(m_program.path(u"folder"_s)));
        if (!QFile::exists(m_program.path(u"anh.centre"_s))) {
            QCOMPARE(centre(u"enrol anh --reader -o anh.centre"_s).exitCode, 0);
        }
        const Run refused = centre(u"enrol %1 -o %2"_s.arg(whom, file));
        QCOMPARE(refused.exitCode, 3);
        QCOMPARE(refused.error(), u"file_unwritable"_s);
        QCOMPARE(run(use).exitCode, 0);
        QVERIFY(QDir(m_program.path(u"folder"_s)).isEmpty());
        QVERIFY(QDir(m_program.path({}))
                    .entryList({u"*unfinished*"_s, u".*"_s}, QDir::Files | QDir::Hidden)
                    .isEmpty());
    }

    void whatIsPublishedIsTakenOverBetweenDays()
    {
        QVERIFY(works(u"day open"_s));
        const Run published = m_program.run(
            {u"centre"_s, u"publish"_s, SampleBranch, u"--centre"_s, u"city"_s, u"--json"_s});
        QVERIFY2(published.exitCode == 0, published.out + published.err);
        QCOMPARE(published.json()[u"version"_s].toInt(), 1);
        const Run open = run(u"sync --centre CN1.centre"_s);
        QCOMPARE(open.exitCode, 0);
        QCOMPARE(open.json()[u"published"_s].toInt(), 1);
        QCOMPARE(open.json()[u"catalogue"_s].toInt(), 0);
        QVERIFY(works(u"day close"_s));
        QCOMPARE(run(u"sync --centre CN1.centre"_s).json()[u"catalogue"_s].toInt(), 1);
        QVERIFY(works(u"verify"_s));
        m_program.write(u"bad.json"_s, R"({"branch": {"number": 1}})");
        const Run bad = centre(u"publish bad.json"_s);
        QCOMPARE(bad.exitCode, 1);
        QCOMPARE(bad.error(), u"invalid_catalogue"_s);
    }

    void rowsSetAsideAreToldAndTakenLater()
    {
        auto city = CentreLink::open(TestCentre::serverUrl(m_database)).value();
        VERIFY_RESULT(city.run(u"ALTER TABLE ticket ADD CONSTRAINT poison CHECK (number <> 4)"_s));
        QVERIFY(works(u"day open | ticket issue --group H | ticket issue --group H | day close"_s));
        const Run sync = run(u"sync --centre CN1.centre"_s);
        QCOMPARE(sync.exitCode, 3); // the day lacks the row
        QCOMPARE(sync.error(), u"day_unproven"_s);
        QCOMPARE(sync.json()[u"set_aside"_s].toInt(), 1);
        QCOMPARE(standing()[u"gaps"_s].toInt(), 2);
        const Run early = centre(u"clear CN1"_s);
        QCOMPARE(early.exitCode, 1);
        QCOMPARE(early.error(), u"rows_set_aside"_s);
        QVERIFY(early.message().contains(u"motcua centre init"_s));
        VERIFY_RESULT(city.run(u"ALTER TABLE ticket DROP CONSTRAINT poison"_s));
        const Run late = centre(u"clear CN1"_s);
        QVERIFY2(late.exitCode == 0, late.out);
        QCOMPARE(late.json()[u"taken"_s].toInt(), 1);
        const Run mended = run(u"sync --centre CN1.centre"_s);
        QCOMPARE(mended.exitCode, 0);
        QCOMPARE(mended.json()[u"days_proven"_s].toInt(), 1);
        QCOMPARE(standing()[u"gaps"_s].toInt(), 0);
        QCOMPARE(centre(u"clear CN9"_s).error(), u"unknown_place"_s);
    }

    void aRevokedBranchIsShutOut()
    {
        QCOMPARE(centre(u"revoke CN1"_s).exitCode, 0);
        QCOMPARE(standing()[u"revoked"_s], true);
        const Run denied = run(u"sync --centre CN1.centre"_s);
        QCOMPARE(denied.exitCode, 3);
        QCOMPARE(denied.error(), u"centre_denied"_s);
        QCOMPARE(centre(u"revoke CN9"_s).exitCode, 1);
        QCOMPARE(centre(u"enrol CN1 -o CN1.centre"_s).exitCode, 0);
        QCOMPARE(run(u"sync --centre CN1.centre"_s).exitCode, 0);
        QCOMPARE(standing()[u"revoked"_s], false);
    }
};

QTEST_GUILESS_MAIN(SyncCommandTest)

#include "synccommandtest.moc"
