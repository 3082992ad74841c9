// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The intake desk from the command line: its words, keys and exit codes, and that what it writes
// holds no citizen in clear.

#include "support/printserver.h"
#include "support/program.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

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

    /// The same, and Form is recorded as the dossier @p code.
    static bool recorded(Program &program, QString &code)
    {
        program.useDatabase(u"branch.db"_s);
        if (!serve(program)) {
            return false;
        }
        const Run run = program.run({u"intake"_s, u"record"_s, u"--counter"_s, u"3"_s, u"--file"_s,
                                     program.write(u"form.json"_s, Form), u"--json"_s});
        code = run.json()[u"code"_s].toString();
        return run.exitCode == 0;
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
                             u"due counter staff ticket person warnings"_s),
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
        // What is personal need not stand in the list of processes.
        const Run read =
            program.run({u"intake"_s, u"search"_s, u"-"_s, u"--json"_s}, "nguyen thi mai\nlost\n");
        QCOMPARE(read.json()[u"dossiers"_s].toArray().size(), 1);
        const Run nobody =
            program.run({u"intake"_s, u"search"_s, u"-"_s, u"--json"_s}, "099191004218\n");
        QCOMPARE(nobody.exitCode, 0);
        QVERIFY(nobody.json()[u"dossiers"_s].toArray().isEmpty());
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

    void aFileThatIsNoFormIsToldInWords_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QString>("told");
        QTest::newRow("cut off") << QByteArray("{\n  \"procedure\": ")
                                 << u"dòng 2 của tệp không phải JSON hợp lệ"_s;
        QTest::newRow("empty") << QByteArray() << u"dòng 1 của tệp không phải JSON hợp lệ"_s;
        QTest::newRow("a list") << QByteArray("[]") << u"tệp là một danh sách"_s;
    }
    void aFileThatIsNoFormIsToldInWords()
    {
        QFETCH(QByteArray, form);
        QFETCH(QString, told);
        Program program;
        const Run run = program.run({u"intake"_s, u"record"_s, u"--counter"_s, u"3"_s, u"--file"_s,
                                     program.write(u"form.json"_s, form)});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors().contains(told), run.err);
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
        const QString pdf = program.path(u"form.pdf"_s);
        for (const QString &line :
             {u"intake print TN1-261120-0001 --staff CB03 --pdf "_s + pdf,
              u"intake print TN1-261120-0001 --staff CB03 --form 06 --printer NOSUCH"_s,
              u"intake register --day 2026-11-20 --staff CB03 --pdf "_s + pdf}) {
            const Run run = program.run(line.split(u' '));
            QVERIFY2(run.exitCode == (line.contains(u"NOSUCH"_s) ? 3 : 0), run.err);
            QVERIFY(!run.text().contains(u"Mai"_s) && !run.errors().contains(u"Mai"_s));
        }
        QVERIFY(QFile::remove(pdf));
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

    void formsAreSavedAndReprinted()
    {
        Program program;
        QString code;
        QVERIFY(recorded(program, code));
        const QString pdf = program.path(u"form.pdf"_s);
        const auto run = [&](const QString &line) {
            QString words = line + u" --json"_s;
            words.replace(u"CODE"_s, code).replace(u"PDF"_s, pdf);
            return program.run(words.split(u' '));
        };
        QCOMPARE(run(u"intake print CODE --pdf PDF"_s).exitCode, 2);
        QCOMPARE(run(u"intake print CODE --staff CB03"_s).exitCode, 2); // no printer is known
        QCOMPARE(run(u"intake reprint CODE --staff CB03 --reason x --pdf PDF"_s).error(),
                 u"form_not_issued"_s);

        const Run printed = run(u"intake print CODE --staff CB03 --pdf PDF"_s);
        QVERIFY2(printed.exitCode == 0, printed.out + printed.err);
        QCOMPARE(keysMissing(printed.json(), u"code form template_version official reprint paper "
                                             "copies state file printer"_s),
                 QStringList());
        QCOMPARE(printed.json()[u"form"_s].toString(), u"01"_s);
        QCOMPARE(printed.json()[u"state"_s].toString(), u"saved"_s);
        QCOMPARE(printed.json()[u"official"_s].toBool(true), false);
        QCOMPARE(QFile::permissions(pdf) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QString text = QString::fromUtf8(output(u"pdftotext"_s, {pdf, u"-"_s}));
        QVERIFY(text.contains(u"Bà NGUYỄN THỊ MAI"_s) && text.contains(code));
        QVERIFY(!text.contains(u"IN LẠI"_s));

        QCOMPARE(run(u"intake print CODE --staff CB03 --pdf PDF"_s).error(), u"form_issued"_s);
        QCOMPARE(run(u"intake reprint CODE --staff CB03 --pdf PDF"_s).exitCode, 2);
        const Run again = run(u"intake reprint CODE --staff CB03 --reason mất --pdf PDF"_s);
        QVERIFY2(again.exitCode == 0, again.out);
        QCOMPARE(again.json()[u"reprint"_s].toInt(), 1);
        QCOMPARE(again.json()[u"outdated"_s], QJsonValue(false));
        QCOMPARE(again.json()[u"title"_s].toString(), u"Giấy tiếp nhận hồ sơ và hẹn trả kết quả"_s);
        text = QString::fromUtf8(output(u"pdftotext"_s, {pdf, u"-"_s}));
        QCOMPARE(text.count(u"IN LẠI, LẦN 1"_s), 2);
        QCOMPARE(run(u"intake print CODE --staff CB03 --form 06 --pdf PDF"_s).exitCode, 0);
        QCOMPARE(run(u"intake print CODE --staff CB03 --form 05 --pdf PDF"_s).error(),
                 u"unknown_form"_s);
        QCOMPARE(run(u"intake print CODE --staff CB03 --form 02 --pdf PDF"_s).error(),
                 u"form_not_due"_s);
        const Run unwritable =
            run(u"intake reprint CODE --staff CB03 --reason x --pdf /nowhere/form.pdf"_s);
        QCOMPARE(unwritable.error(), u"file_unwritable"_s);
        QCOMPARE(unwritable.json()[u"state"_s].toString(), u"failed"_s);

        QCOMPARE(run(u"intake register --day 2026-11-20 --staff CB03 --pdf PDF"_s).exitCode, 0);
        text = QString::fromUtf8(output(u"pdftotext"_s, {pdf, u"-"_s}));
        QVERIFY(text.contains(u"SỔ THEO DÕI HỒ SƠ"_s)
                && text.simplified().contains(u"Nguyễn Thị Mai"_s));
        const Run verified = program.run({u"verify"_s, u"--json"_s});
        QVERIFY2(verified.json()[u"ok"_s].toBool(), verified.out);
    }

    void aRecordIsShownAsPeopleReadIt()
    {
        Program program;
        QString code;
        QVERIFY(recorded(program, code));
        const Run printed = program.run({u"intake"_s, u"print"_s, code, u"--staff"_s, u"CB03"_s,
                                         u"--pdf"_s, program.path(u"form.pdf"_s)});
        QCOMPARE(printed.exitCode, 0);
        QByteArray corrected = Form;
        corrected.replace(R"("outcome": "accepted")",
                          R"("outcome": "accepted", "correction": "gõ nhầm số nhà")");
        corrected.replace("Số 12", "Số 21");
        const Run answer = program.run({u"intake"_s, u"correct"_s, code, u"--counter"_s, u"3"_s,
                                        u"--file"_s, program.write(u"form.json"_s, corrected)});
        QVERIFY2(answer.text().startsWith(u"Đã đính chính hồ sơ "_s + code),
                 answer.out + answer.err);
        const QStringList again{u"intake"_s,  u"reprint"_s, code,
                                u"--staff"_s, u"CB03"_s,    u"--reason"_s,
                                u"rách"_s,    u"--pdf"_s,   program.path(u"form.pdf"_s)};
        const Run old = program.run(again);
        QVERIFY2(old.text().contains(u"dữ liệu cũ"_s)
                     && old.text().contains(u"motcua intake print %1 --form 01"_s.arg(code)),
                 old.out + old.err);
        QVERIFY(program.run(again + QStringList{u"--json"_s}).json()[u"outdated"_s].toBool());
        const Run shown = program.run(
            {u"intake"_s, u"show"_s, code, u"--staff"_s, u"CB03"_s, u"--reason"_s, u"tra cứu"_s});
        for (const QString &said :
             {u"đang giải quyết"_s, u"1.001193  Đăng ký khai sinh"_s,
              u"Người nộp: Nguyễn Thị Mai · 099191004217 · 0912345678 · Số 21 Hàng Bún"_s,
              u"  Tờ khai đăng ký khai sinh: đã nhận"_s, u"xuất trình, đã trả lại"_s,
              u"Hẹn trả kết quả: "_s, u"Tiếp nhận lúc 09:00"_s, u"quầy 3, CB03: đã tiếp nhận"_s,
              u"in mẫu 01 (đã lưu thành tệp)"_s, u"đính chính: gõ nhầm số nhà\n    "_s,
              u"Số 12 Hàng Bún → Số 21 Hàng Bún"_s}) {
            QVERIFY2(shown.text().contains(said), qPrintable(said + u'\n' + shown.text()));
        }
    }

    void whatALaterVisitDoesNotSayStaysAsItWas()
    {
        Program program;
        program.useDatabase(u"branch.db"_s);
        QVERIFY(serve(program));
        const auto record = [&program](QByteArray form, const QByteArray &more) {
            form.replace(R"("outcome": "accepted")", more);
            return program.run({u"intake"_s, u"record"_s, u"--counter"_s, u"3"_s, u"--file"_s,
                                program.write(u"form.json"_s, form), u"--json"_s});
        };
        QByteArray lacking = Form;
        lacking.replace(R"("originals": 1, "state": "received"},)", R"("state": "missing"},)");
        const Run first = record(lacking, R"("outcome": "supplement", "fee_exemption": "Hộ nghèo")"
                                          R"(, "fee": 2000, "sets": 2, "result_channel": "post")"
                                          R"(, "result_place": "Số 12 Hàng Bún")");
        QVERIFY2(first.exitCode == 0, first.out);
        const QByteArray code = first.json()[u"code"_s].toString().toUtf8();
        QByteArray goesOn = R"("outcome": "accepted", "dossier": "CODE")";
        goesOn.replace("CODE", code);
        QByteArray later = Form;
        later.replace("Nguyễn Thị Mai", "Trần Thị Bưởi");
        later.replace("099191004217", "099191004299");
        const Run second = record(later, goesOn);
        QVERIFY2(second.exitCode == 0, second.out);
        const auto shown = [&program, &code](const QString &format) {
            QStringList words{u"intake"_s,  u"show"_s, QString::fromUtf8(code),
                              u"--staff"_s, u"CB03"_s, u"--reason"_s,
                              u"tra cứu"_s};
            return program.run(format.isEmpty() ? words : words << format);
        };
        const QJsonObject record2 = shown(u"--json"_s).json();
        QCOMPARE(record2[u"fee_exempt"_s].toBool(), true);
        QCOMPARE(record2[u"result_channel"_s].toString(), u"post"_s);
        QCOMPARE(record2[u"sets"_s].toInt(), 2);
        QCOMPARE(record2[u"fee"_s].toInt(), 2000);
        const QJsonValue visit = record2[u"visits"_s][1];
        QCOMPARE(visit[u"fee_exemption"_s].toString(), u"Hộ nghèo"_s);
        QCOMPARE(visit[u"result_place"_s].toString(), u"Số 12 Hàng Bún"_s);
        // It is still whose it was, and the visit tells who came.
        QCOMPARE(record2[u"applicant"_s][u"name"_s].toString(), u"Nguyễn Thị Mai"_s);
        QCOMPARE(visit[u"applicant"_s][u"name"_s].toString(), u"Trần Thị Bưởi"_s);
        QVERIFY2(shown({}).text().contains(u"Người nộp: Nguyễn Thị Mai"_s),
                 qPrintable(shown({}).text()));
        // What it does say is taken.
        const Run third =
            record(lacking, goesOn.replace("accepted", "supplement")
                                + R"(, "fee_exemption": "", "result_channel": "counter")");
        QVERIFY2(third.exitCode == 0, third.out);
        const QJsonObject now = shown(u"--json"_s).json();
        QCOMPARE(now[u"fee_exempt"_s].toBool(true), false);
        QCOMPARE(now[u"result_channel"_s].toString(), u"counter"_s);
        QCOMPARE(now[u"visits"_s][2][u"result_place"_s].toString(), QString());
    }

    void aKeyThatIsLostBeforeItsFirstUseIsMissedToo()
    {
        Program program;
        program.useDatabase(u"branch.db"_s);
        QVERIFY(serve(program));
        const QString key = program.path(u"branch.db.key"_s);
        QVERIFY(QFile::remove(key));
        QCOMPARE(program.run({u"intake"_s, u"list"_s, u"--json"_s}).error(), u"key_missing"_s);
        QVERIFY(!QFile::exists(key));
    }

    void aPrinterThatDoesNotPrint()
    {
        Program program;
        program.set(u"CUPS_SERVER"_s, program.path(u"nobody.sock"_s));
        QString code;
        QVERIFY(recorded(program, code));
        const QStringList print{u"intake"_s,  u"print"_s, code,
                                u"--staff"_s, u"CB03"_s,  u"--json"_s};
        program.write(u"motcua.conf"_s, "[desk]\nprinter=LASER\n");
        const Run failed = program.run(print);
        QCOMPARE(failed.exitCode, 3);
        QCOMPARE(failed.error(), u"form_not_printed"_s);
        QCOMPARE(failed.json()[u"state"_s].toString(), u"failed"_s);
        QCOMPARE(failed.json()[u"printer"_s].toString(), u"LASER"_s);
        QVERIFY(failed.message().contains(u"PDF"_s));
        // Nothing came out, so this is no reprint.
        const Run saved = program.run(print + QStringList{u"--pdf"_s, program.path(u"form.pdf"_s)});
        QVERIFY2(saved.exitCode == 0, saved.out);
        QCOMPARE(saved.json()[u"reprint"_s].toInt(-1), 0);
    }

    void aQueueGetsTheFormAndNothingPersonalBeside()
    {
        PrintServer server;
        const QString why = server.start();
        if (!why.isEmpty()) {
            if (::geteuid() == 0) {
                QFAIL(qPrintable(why));
            }
            // cupsd gives up its rights only when it has some: as another user it may not start.
            QSKIP(qPrintable(u"No private CUPS server: "_s + why));
        }
        Program program;
        program.set(u"CUPS_SERVER"_s, qEnvironmentVariable("CUPS_SERVER"));
        QString code;
        QVERIFY(recorded(program, code));
        const auto run = [&](const QString &line) {
            QString words = line + u" --staff CB03 --printer RAW --json"_s;
            words.replace(u"CODE"_s, code);
            return program.run(words.split(u' '));
        };
        PrintServer::command(u"cupsdisable"_s, {u"RAW"_s});
        const Run stopped = run(u"intake print CODE"_s);
        QCOMPARE(stopped.error(), u"form_not_printed"_s);
        PrintServer::command(u"cupsenable"_s, {u"RAW"_s});
        QVERIFY(server.documents().isEmpty());

        const Run printed = run(u"intake print CODE"_s);
        QVERIFY2(printed.exitCode == 0, printed.out + printed.err);
        QCOMPARE(printed.json()[u"state"_s].toString(), u"sent"_s);
        QCOMPARE(printed.json()[u"reprint"_s].toInt(-1), 0);
        QTRY_COMPARE(server.documents().size(), 1);
        const QString text =
            QString::fromUtf8(output(u"pdftotext"_s, {server.documents().first(), u"-"_s}));
        QVERIFY(text.contains(u"(Liên 1: Lưu)"_s) && text.contains(u"(Liên 2: Giao công dân)"_s));

        QFile title(server.documents().first().replace(u".pdf"_s, u".title"_s));
        QVERIFY(title.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(title.readAll()), code);
        QDirIterator files(server.file({}), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            // The document itself is at the spooler for as long as it prints.
            if (file.fileName().endsWith(u".pdf"_s)
                || files.fileInfo().fileName().startsWith(u"d0"_s)
                || !file.open(QIODevice::ReadOnly)) {
                continue;
            }
            const QByteArray bytes = file.readAll();
            for (const QByteArray &canary :
                 {"Thị Mai"_ba, "THỊ MAI"_ba, "004217"_ba, "0912345678"_ba, "Hàng Bún"_ba}) {
                QVERIFY2(!bytes.contains(canary), qPrintable(file.fileName()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(IntakeCommandTest)
#include "intakecommandtest.moc"
