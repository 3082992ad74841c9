// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The intake desk from the command line: its words, keys and exit codes, and that what it writes
// holds no citizen in clear.

#include "support/program.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const QString SampleBranch = QStringLiteral(SOURCE_DIR "/resources/catalogue/branch-1.json");
constexpr auto Pin = "482615\n";

constexpr auto Form = R"json({
    "applicant": {"name": "Nguyễn Thị Mai", "id_number": "099191004217", "birth_date": "1991-05-12",
                  "sex": "female", "phone": "0912 345 678", "address": "Số 12 Hàng Bún", "unit": "00004"},
    "procedure": "1.001193",
    "documents": [{"name": "Tờ khai đăng ký khai sinh", "originals": 1, "state": "received"},
                  {"name": "Giấy chứng sinh hoặc giấy thay thế", "originals": 1, "state": "received"},
                  {"name": "Giấy tờ tùy thân (xuất trình)", "state": "returned"}],
    "outcome": "accepted"})json";

QStringList keysMissing(const QJsonObject &json, const QString &wanted)
{
    QStringList keys = wanted.split(u' ');
    keys.removeIf([&json](const QString &key) { return json.contains(key); });
    return keys;
}

} // namespace

class IntakeCommandTest : public QObject
{
    Q_OBJECT

private:
    /// H001 is served at counter 3.
    static bool serve(Program &program)
    {
        program.setClock(QDateTime(QDate(2026, 11, 20), QTime(2, 0), Qt::UTC));
        const auto runs = [&program](const QString &line, const QByteArray &input = {}) {
            return program.run(line.split(u' '), input).exitCode == 0;
        };
        return program.run({u"init"_s, u"--branch"_s, SampleBranch}).exitCode == 0
               && runs(u"staff set-pin CB03"_s, Pin) && runs(u"day open"_s)
               && runs(u"counter sign-in --counter 3 --staff CB03"_s, Pin)
               && runs(u"ticket issue --group H"_s) && runs(u"counter call-next --counter 3"_s)
               && runs(u"counter start --counter 3"_s);
    }

private Q_SLOTS:
    void aDossierFromFirstToLast()
    {
        Program program;
        program.useDatabase(u"branch.db"_s);
        QVERIFY(serve(program));
        const QString form = program.write(u"form.json"_s, Form);
        const Run recorded = program.run(
            {u"intake"_s, u"record"_s, u"--counter"_s, u"3"_s, u"--file"_s, form, u"--json"_s});
        QVERIFY2(recorded.exitCode == 0, recorded.out + recorded.err);
        const QJsonObject intake = recorded.json();
        QCOMPARE(keysMissing(intake,
                             u"intake outcome code official_code state book register_number "
                             u"due counter staff ticket warnings"_s),
                 QStringList());
        const QString code = intake[u"code"_s].toString();
        QVERIFY2(code.startsWith(u"TN1-"_s) && code.endsWith(u"-0001"_s), qPrintable(code));
        QCOMPARE(intake[u"state"_s].toString(), u"processing"_s);

        for (const QString &typed :
             {code, u"nguyen thi mai"_s, u"099191004217"_s, u"0912345678"_s}) {
            const Run found = program.run({u"intake"_s, u"search"_s, typed, u"--json"_s});
            QCOMPARE(found.exitCode, 0);
            const QJsonArray dossiers = found.json()[u"dossiers"_s].toArray();
            QCOMPARE(dossiers.size(), 1);
            QCOMPARE(dossiers[0][u"name"_s].toString(), u"N. T. Mai"_s);
            QCOMPARE(dossiers[0][u"id_number"_s].toString(), u"099*****4217"_s);
        }
        const Run list = program.run({u"intake"_s, u"list"_s, u"--json"_s});
        QCOMPARE(list.json()[u"dossiers"_s].toArray().size(), 1);
        const Run late = program.run({u"intake"_s, u"list"_s, u"--overdue"_s, u"--json"_s});
        QCOMPARE(late.json()[u"dossiers"_s].toArray().size(), 0);

        const Run unreasoned = program.run({u"intake"_s, u"show"_s, code, u"--staff"_s, u"CB03"_s});
        QCOMPARE(unreasoned.exitCode, 2);
        const Run shown = program.run({u"intake"_s, u"show"_s, code, u"--staff"_s, u"CB03"_s,
                                       u"--reason"_s, u"tra cứu"_s, u"--json"_s});
        QVERIFY2(shown.exitCode == 0, shown.out + shown.err);
        QCOMPARE(shown.json()[u"visits"_s][0][u"applicant"_s][u"name"_s].toString(),
                 u"Nguyễn Thị Mai"_s);

        const Run verified = program.run({u"verify"_s, u"--json"_s});
        QVERIFY2(verified.json()[u"ok"_s].toBool(), verified.out);
    }

    void incompleteFormsAreRefusedLineByLine_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QString>("told");
        QTest::newRow("no JSON") << QByteArray("{") << QString();
        QTest::newRow("a list") << QByteArray("[]") << QString();
        QTest::newRow("mistyped") << QByteArray(R"({"aplicant": {}})")
                                  << u"aplicant: unknown_key"_s;
        QTest::newRow("empty") << QByteArray("{}") << u"applicant.name: missing"_s;
        QTest::newRow("not taken here")
            << QByteArray(R"({"procedure": "3.000333"})") << u"procedure: not_taken"_s;
    }
    void incompleteFormsAreRefusedLineByLine()
    {
        QFETCH(QByteArray, form);
        QFETCH(QString, told);
        static const std::unique_ptr<Program> program = [] {
            auto made = std::make_unique<Program>();
            made->useDatabase(u"branch.db"_s);
            return serve(*made) ? std::move(made) : nullptr;
        }();
        QVERIFY(program);
        const Run run = program->run({u"intake"_s, u"record"_s, u"--counter"_s, u"3"_s, u"--file"_s,
                                      program->write(u"form.json"_s, form), u"--json"_s});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.error(), u"invalid_intake"_s);
        QStringList faults;
        for (const QJsonValue &fault : run.json()[u"faults"_s].toArray()) {
            faults.append(fault[u"field"_s].toString() + u": "_s + fault[u"problem"_s].toString());
            QVERIFY2(run.json()[u"message"_s].toString().contains(fault[u"message"_s].toString()),
                     run.out);
        }
        QVERIFY2(told.isEmpty() || faults.contains(told), run.out);
        QCOMPARE(faults.isEmpty(), told.isEmpty());
    }

    void nothingPersonalIsLeftBehind()
    {
        Program program;
        program.useDatabase(u"branch.db"_s);
        QVERIFY(serve(program));
        const QString form = program.write(u"form.json"_s, Form);
        const Run recorded =
            program.run({u"intake"_s, u"record"_s, u"--counter"_s, u"3"_s, u"--file"_s, form});
        QCOMPARE(recorded.exitCode, 0);
        QVERIFY(!recorded.text().contains(u"Mai"_s));
        QVERIFY(QFile::remove(form));
        QCOMPARE(program.run({u"backup"_s, program.path(u"copy.db"_s)}).exitCode, 0);
        const QFileInfoList files =
            QDir(program.path({})).entryInfoList(QDir::Files | QDir::Hidden);
        QVERIFY(files.size() >= 3); // database, key, copy
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const QByteArray &canary :
                 {"Thị Mai"_ba, "099191004217"_ba, "0912345678"_ba, "Hàng Bún"_ba}) {
                QVERIFY2(!bytes.contains(canary), qPrintable(info.fileName()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(IntakeCommandTest)
#include "intakecommandtest.moc"
