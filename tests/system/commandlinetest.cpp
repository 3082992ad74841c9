// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What scripts, timers and acceptance checks rely on: words, keys, exit codes.

#include "support/csv.h"
#include "support/program.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace motcua;

static const QString SampleBranch = QStringLiteral(SOURCE_DIR "/resources/catalogue/branch-1.json");
static constexpr auto Pin = "482615\n";

static const QRegularExpression Accented(
    u"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"_s,
    QRegularExpression::CaseInsensitiveOption);

/// Keys of @p wanted that @p json lacks.
static QStringList missing(const QJsonObject &json, const QString &wanted)
{
    QStringList keys = wanted.split(u' ');
    keys.removeIf([&json](const QString &key) { return json.contains(key); });
    return keys;
}

/// Payloads of tests/data with their escapes resolved, and whether a card is expected.
static std::vector<std::tuple<QString, QByteArray, QString>> cardSamples()
{
    std::vector<std::tuple<QString, QByteArray, QString>> samples;
    QFile file(QStringLiteral(TEST_DATA "/cccd_qr_samples.tsv"));
    if (!file.open(QIODevice::ReadOnly)) {
        return samples;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.sliced(1)) {
        const QStringList columns = line.split(u'\t');
        QString payload = columns[1];
        payload.replace(u"\\t"_s, u"\t"_s).replace(u"\\uFEFF"_s, QString(QChar(0xFEFF)));
        samples.emplace_back(columns[0], payload.toUtf8(), columns[2]);
    }
    return samples;
}

/// A program with the sample branch on its day, CB01 at counter 1 and CB03 at counter 3.
static bool open(const Program &program)
{
    return program.run({u"init"_s, u"--branch"_s, SampleBranch}).exitCode == 0
           && program.run({u"staff"_s, u"set-pin"_s, u"CB01"_s}, Pin).exitCode == 0
           && program.run({u"staff"_s, u"set-pin"_s, u"CB03"_s}, Pin).exitCode == 0
           && program.run({u"day"_s, u"open"_s}).exitCode == 0
           && program.run({u"counter"_s, u"sign-in"_s, u"--counter"_s, u"1"_s, u"--staff"_s,
                           u"CB01"_s},
                          Pin)
                      .exitCode
                  == 0
           && program.run({u"counter"_s, u"sign-in"_s, u"--counter"_s, u"3"_s, u"--staff"_s,
                           u"CB03"_s},
                          Pin)
                      .exitCode
                  == 0;
}

class CommandLineTest : public QObject
{
    Q_OBJECT

private:
    /// Runs a command written as in the README, plus --json; the answer must be its only output.
    QJsonObject answer(const Program &program, const QString &line, int exitCode = 0)
    {
        const Run run = program.run(line.split(u' ') + QStringList{u"--json"_s});
        QJsonObject json = run.json();
        if (run.exitCode != exitCode || json.isEmpty() || (exitCode == 0 && !run.err.isEmpty())) {
            qWarning().noquote() << line << run.exitCode << run.out << run.err;
            return {};
        }
        return json;
    }

private Q_SLOTS:
    void aWholeDay()
    {
        Program program;
        program.useDatabase(u"branch.db"_s);
        QVERIFY(open(program));

        const QJsonArray staff = answer(program, u"staff list"_s)[u"staff"_s].toArray();
        QCOMPARE(staff.size(), 14);
        QCOMPARE(missing(staff[0].toObject(), u"code name groups"_s), QStringList());
        QVERIFY(staff[0][u"groups"_s].toArray().contains(u"H"_s));

        const QJsonObject nobody = answer(program, u"counter call-next --counter 3"_s, 1);
        QCOMPARE(nobody[u"error"_s].toString(), u"nobody_waiting"_s);
        QVERIFY(!nobody[u"message"_s].toString().isEmpty());

        const QJsonObject first = answer(program, u"ticket issue --group H"_s);
        QCOMPARE(missing(first, u"ticket group business_date ahead id issued_at"_s), QStringList());
        QCOMPARE(first[u"ticket"_s].toString(), u"H001"_s);
        QCOMPARE(first[u"group"_s].toString(), u"H"_s);
        QCOMPARE(first[u"ahead"_s].toInt(-1), 0);
        QVERIFY(first[u"issued_at"_s].toString().endsWith(u"+07:00"_s));
        const QString day = first[u"business_date"_s].toString();
        QVERIFY(QDate::fromString(day, Qt::ISODate).isValid());
        QCOMPARE(answer(program, u"ticket issue --group C"_s)[u"ticket"_s].toString(), u"C001"_s);
        QCOMPARE(answer(program, u"ticket issue --procedure 1.001193"_s)[u"ticket"_s].toString(),
                 u"H002"_s);
        const QJsonObject priority =
            answer(program, u"ticket issue --group H --priority elderly"_s);
        QCOMPARE(priority[u"ahead"_s].toInt(-1), 0); // 20 minutes' head start

        const QJsonArray tickets = answer(program, u"ticket list"_s)[u"tickets"_s].toArray();
        QCOMPARE(tickets.size(), 4);
        QCOMPARE(missing(tickets[0].toObject(), u"ticket group state id issued_at"_s),
                 QStringList());
        QCOMPARE(answer(program, u"ticket list --group C"_s)[u"tickets"_s].toArray().size(), 1);
        QCOMPARE(answer(program, u"ticket show H002"_s)[u"state"_s].toString(), u"waiting"_s);

        const QJsonObject called = answer(program, u"counter call-next --counter 3"_s);
        QCOMPARE(missing(called, u"ticket counter group leg called_at waited_s"_s), QStringList());
        QCOMPARE(called[u"ticket"_s].toString(), u"H003"_s);
        QCOMPARE(called[u"counter"_s].toInt(), 3);
        QVERIFY(called[u"waited_s"_s].toInt(-1) >= 0);
        QCOMPARE(answer(program, u"counter call-next --counter 3"_s, 1)[u"error"_s].toString(),
                 u"counter_busy"_s);
        QVERIFY(!answer(program, u"counter recall --counter 3"_s).isEmpty());
        QVERIFY(!answer(program, u"counter no-show --counter 3"_s).isEmpty());
        QVERIFY(!answer(program, u"counter undo --counter 3"_s).isEmpty());
        QVERIFY(!answer(program, u"counter start --counter 3"_s).isEmpty());
        QVERIFY(!answer(program, u"counter hold --counter 3 --reason photocopy"_s).isEmpty());
        QVERIFY(!answer(program, u"counter resume --counter 3"_s).isEmpty());
        QVERIFY(!answer(program, u"counter finish --counter 3"_s).isEmpty());

        QCOMPARE(answer(program, u"counter call-next --counter 1"_s)[u"ticket"_s].toString(),
                 u"H001"_s);
        QVERIFY(!answer(program, u"counter start --counter 1"_s).isEmpty());
        QVERIFY(!answer(program, u"counter transfer --counter 1 --group C"_s).isEmpty());
        QCOMPARE(answer(program, u"ticket show H001"_s)[u"group"_s].toString(), u"C"_s);
        QVERIFY(!answer(program, u"ticket cancel C001"_s).isEmpty());
        QCOMPARE(answer(program, u"counter call-next --counter 1"_s)[u"ticket"_s].toString(),
                 u"H002"_s);
        QVERIFY(!answer(program, u"counter no-show --counter 1"_s).isEmpty());
        QVERIFY(!answer(program, u"ticket reinstate H002"_s).isEmpty());
        QVERIFY(!answer(program, u"counter sign-out --counter 1"_s).isEmpty());
        QVERIFY(!answer(program, u"counter sign-out --counter 3"_s).isEmpty());
        QVERIFY(!answer(program, u"day close"_s).isEmpty());

        // Four issued: H003 served, C001 taken back, H001 and H002 still waiting.
        const QJsonObject report = answer(program, u"report daily --date "_s + day);
        QCOMPARE(report[u"business_date"_s].toString(), day);
        const QString keys = u"issued served no_show cancelled expired waiting wait_avg_s "
                             "wait_p90_s service_avg_s"_s;
        QCOMPARE(missing(report[u"total"_s].toObject(), keys + u" intakes"_s), QStringList());
        QCOMPARE(missing(report[u"total"_s][u"intakes"_s].toObject(),
                         u"accepted supplement refused advised handed_over"_s),
                 QStringList());
        const QJsonArray groups = report[u"groups"_s].toArray();
        QCOMPARE(groups.size(), 8);
        for (const QJsonValue group : groups) {
            QCOMPARE(missing(group.toObject(), keys + u" group"_s), QStringList());
        }
        const QJsonObject total = report[u"total"_s].toObject();
        QCOMPARE(total[u"issued"_s].toInt(), 4);
        QCOMPARE(total[u"served"_s].toInt(), 1);
        QCOMPARE(total[u"cancelled"_s].toInt(), 1);
        QCOMPARE(total[u"expired"_s].toInt(), 2);
        QCOMPARE(total[u"waiting"_s].toInt(-1), 0);
        const Run formatted =
            program.run({u"report"_s, u"daily"_s, u"--date"_s, day, u"--format"_s, u"json"_s});
        QCOMPARE(formatted.json(), report);

        checkCsvAndTable(program, day);
        checkCopies(program);
    }

    void readsEveryCardSample()
    {
        Program program;
        const auto samples = cardSamples();
        QVERIFY(samples.size() >= 16);
        int refused = 0;
        for (const auto &[id, payload, expected] : samples) {
            const Run run = program.run({u"idcard"_s, u"parse"_s, u"--json"_s}, payload);
            const Run plain = program.run({u"idcard"_s, u"parse"_s}, payload);
            QVERIFY2(run.err.isEmpty(), qPrintable(id));
            QCOMPARE(plain.exitCode, run.exitCode);
            if (expected.startsWith("reject"_L1)) {
                ++refused;
                QCOMPARE(run.exitCode, 1);
                QCOMPARE(run.error(), u"invalid_id_card"_s);
                QVERIFY(!run.message().isEmpty());
                // Nothing of the card in the message: it may stand in a log.
                static const QRegularExpression digits(u"[0-9]{4,}"_s);
                QVERIFY2(!run.text().contains(digits) && !plain.errors().contains(digits),
                         qPrintable(id));
                QVERIFY2(!plain.errors().contains(u"Nguyễn"_s), qPrintable(id));
                QVERIFY(plain.out.isEmpty());
                continue;
            }
            QVERIFY2(run.exitCode == 0, qPrintable(id + u' ' + run.text()));
            QCOMPARE(missing(run.json(),
                             u"id_number name birth_date sex address issue_date old_id warnings"_s),
                     QStringList());
            QVERIFY(run.json()[u"warnings"_s].isArray());
            QVERIFY2(plain.err.isEmpty(), qPrintable(id));
        }
        QCOMPARE(refused, 2);
    }

    void readsTheDueDatesOfTheTable()
    {
        Program program; // no database: the shipped calendar answers
        int unconfirmed = 0;
        for (const auto &row : csvRows(u"workday_cases.csv"_s)) {
            const QStringList arguments{u"due"_s,
                                        u"--from"_s,
                                        row[u"received"_s] + u" 09:00"_s,
                                        u"--working-days"_s,
                                        row[u"working_days"_s],
                                        u"--json"_s};
            const Run run = program.run(arguments);
            if (row[u"due"_s] >= u"2027"_s) {
                ++unconfirmed;
                QCOMPARE(run.exitCode, 1);
                QCOMPARE(run.error(), u"calendar_not_confirmed"_s);
                continue;
            }
            QCOMPARE(run.exitCode, 0);
            QCOMPARE(run.json()[u"due"_s].toString(), row[u"due"_s] + u"T09:00"_s);
            QVERIFY(run.json()[u"explanation"_s].toString().contains(Accented));

            const Run english = program.run(arguments + QStringList{u"--lang"_s, u"en"_s});
            // Names of holidays are data and stay as they are.
            const QString told = english.json()[u"explanation"_s].toString().remove(
                QRegularExpression(u"\\([^)]*\\)"_s));
            QVERIFY2(!told.isEmpty() && !told.contains(Accented), qPrintable(told));
            QVERIFY(!told.contains(u"(s)"_s));
        }
        QVERIFY(unconfirmed > 0);
    }

    void tellsDueDatesInWords()
    {
        Program program;
        const QStringList line{u"due"_s, u"--from"_s, u"2026-11-20T09:00"_s, u"--procedure"_s,
                               u"1.001193"_s};
        const Run run = program.run(line);
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.text().contains(u"17 giờ 00 phút, ngày 20 tháng 11 năm 2026"_s),
                 run.out.constData());
        QVERIFY(run.text().contains(u"Thứ Sáu"_s));
        QVERIFY(program.run(line + QStringList{u"--lang"_s, u"en"_s}).text().contains(u"Friday"_s));
        const QStringList json = line + QStringList{u"--json"_s, u"--channel"_s};
        QCOMPARE(program.run(json + QStringList{u"online"_s}).json()[u"fee"_s], QJsonValue(0));
        QCOMPARE(program.run(json + QStringList{u"fax"_s}).exitCode, 2);
    }

    void replaysALog_data()
    {
        QTest::addColumn<bool>("packed");
        QTest::newRow("plain") << false;
        QTest::newRow("gzip") << true;
    }
    void replaysALog()
    {
        QFETCH(bool, packed);
        Program program;
        QString log = QStringLiteral(TEST_DATA "/queue_log.csv");
        if (packed) {
            QFile file(log);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            log = program.path(u"log.csv.gz"_s);
            gzFile out = gzopen(QFile::encodeName(log).constData(), "wb");
            QCOMPARE(gzwrite(out, content.constData(), static_cast<unsigned>(content.size())),
                     static_cast<int>(content.size()));
            gzclose(out);
        }
        const Run run = program.run({u"replay"_s, log, u"--office"_s, u"Test"_s, u"--date"_s,
                                     u"2020-01-07"_s, u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject json = run.json();
        const QString keys = u"issued called waiting expired wait_median_s wait_p90_s"_s;
        QCOMPARE(missing(json, keys), QStringList());
        // Queue A: 3 issued, 2 called after 5 and 10 minutes; queue B: 1 called after 5 minutes.
        QCOMPARE(json[u"issued"_s].toInt(), 4);
        QCOMPARE(json[u"called"_s].toInt(), 3);
        QCOMPARE(json[u"waiting"_s].toInt(-1), 0);
        QCOMPARE(json[u"expired"_s].toInt(), 1);
        QCOMPARE(json[u"wait_median_s"_s].toInt(), 300);
        QCOMPARE(json[u"wait_p90_s"_s].toInt(), 600);
        QVERIFY(json[u"verified"_s].toBool());
        const QJsonArray groups = json[u"groups"_s].toArray();
        QCOMPARE(groups.size(), 2);
        for (const QJsonValue group : groups) {
            QCOMPARE(missing(group.toObject(), keys), QStringList());
            const QJsonObject row = group.toObject();
            QCOMPARE(row[u"issued"_s].toInt(), row[u"called"_s].toInt() + row[u"waiting"_s].toInt()
                                                   + row[u"expired"_s].toInt());
        }
        QCOMPARE(groups[1][u"name"_s].toString().replace(u'"', u'\''), u"B: 'Inne', reszta"_s);
    }

    void saysWhatTheHallHears()
    {
        Program program;
        const Run run = program.run(
            {u"say"_s, u"H042"_s, u"--counter"_s, u"3"_s, u"--text"_s, u"--lang"_s, u"vi"_s});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.text(), u"Mời công dân có số H, không bốn hai, Hộ tịch, đến quầy số ba.\n"_s);
        const Run json =
            program.run({u"say"_s, u"H042"_s, u"--counter"_s, u"3"_s, u"--text"_s, u"--json"_s});
        QCOMPARE(json.json()[u"phrases"_s].toArray().size(), 2); // the branch announces in both

        const QTemporaryDir folder;
        const QString path = folder.filePath(u"call.wav"_s);
        const Run sound = program.run({u"say"_s, u"H042"_s, u"--counter"_s, u"3"_s, u"-o"_s, path});
        QCOMPARE(sound.exitCode, 0);
        QCOMPARE(sound.text().count(u'\n'), 2); // and says what is in it
        // A chime and four sentences of 16 bit and 48,000 a second, but no minute of them.
        const qint64 seconds = QFileInfo(path).size() / (qint64{2} * 48'000);
        QVERIFY2(seconds > 10 && seconds < 30, qPrintable(QString::number(seconds)));
        QCOMPARE(program
                     .run({u"say"_s, u"H042"_s, u"--counter"_s, u"3"_s, u"-o"_s,
                           folder.filePath(u"no/folder.wav"_s)})
                     .exitCode,
                 3);
    }

    void boardRefusesWrongSettings_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QString>("error");
        QTest::newRow("all that there are")
            << QByteArray("image_time=20\nticker=\"Một | One\", \"Hai, ba | Two, three\"\n"
                          "languages=en, vi\nreduced_motion=on\nspeaks=Off\nvolume=80")
            << u"database_missing"_s; // all is well, but there is no branch
        QTest::newRow("volume in words") << QByteArray("volume=80%") << u"usage"_s;
        QTest::newRow("volume too high") << QByteArray("volume=101") << u"usage"_s;
        QTest::newRow("speaks perhaps") << QByteArray("speaks=perhaps") << u"usage"_s;
        QTest::newRow("pictures for no time") << QByteArray("image_time=0") << u"usage"_s;
        QTest::newRow("unknown language") << QByteArray("languages=vi, fr") << u"usage"_s;
        QTest::newRow("notices that are not there")
            << QByteArray("notices=/no/such.json") << u"file_unreadable"_s;
    }

    void boardRefusesWrongSettings()
    {
        QFETCH(QByteArray, settings);
        Program program;
        program.useDatabase(u"no-branch.db"_s);
        program.set(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        program.write(u"motcua.conf"_s, "[board]\n" + settings + '\n');
        QTEST(program.run({u"open"_s, u"board"_s, u"--window"_s, u"--json"_s}).error(), "error");
    }

    void unknownLoudspeakerIsNotUsed()
    {
        Program program;
        QCOMPARE(program.run({u"voice"_s, u"use"_s, u"no such thing"_s}).exitCode, 1);
        QVERIFY(!QFile::exists(program.path(u"motcua.conf"_s)));
    }

    void makesAndChecksVoicePacks_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("Vietnamese") << u"vi"_s;
        QTest::newRow("English") << u"en"_s;
    }

    void makesAndChecksVoicePacks()
    {
        QFETCH(QString, language);
        Program program;
        const QTemporaryDir folder;
        const auto voice = [&](const QString &what, const QStringList &more) {
            return program.run(QStringList{u"--lang"_s, language, u"voice"_s, what} + more);
        };
        const QString made = folder.filePath(u"made"_s);
        QCOMPARE(voice(u"make-pack"_s, {made}).exitCode, 0);
        const Run checked = voice(u"check"_s, {made});
        QVERIFY2(checked.exitCode == 0, checked.err.constData());
        QVERIFY(voice(u"make-pack"_s, {made}).exitCode != 0); // never over another pack

        // The same folder is a set of recordings, of which two are missing and one is clipped.
        const qsizetype units = voice(u"list"_s, {}).text().count(u'\n');
        QCOMPARE(QDir(made).entryList({u"*.wav"_s}).size(), units);
        QVERIFY(QFile::remove(made + u"/001.wav"_s) && QFile::remove(made + u"/007.wav"_s));
        const QString recorded = folder.filePath(u"recorded"_s);
        const Run half = voice(u"make-pack"_s, {recorded, u"--from"_s, made, u"--json"_s});
        QCOMPARE(half.json()[u"missing"_s].toArray().size(), 2);
        QFile clip(recorded + u"/002.wav"_s);
        QVERIFY(clip.open(QIODevice::ReadWrite) && clip.seek(4000));
        clip.write(QByteArray("\xff\x7f").repeated(5));
        clip.close();
        const Run faulty = voice(u"check"_s, {recorded, u"--json"_s});
        QCOMPARE(faulty.exitCode, 1);
        QCOMPARE(faulty.json()[u"faults"_s].toArray().size(), 3);
    }

    void theDemoIsVietnamese()
    {
        Program program;
        const Run run = program.run({u"demo"_s});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.err.isEmpty(), run.err.constData());
        static const QRegularExpression english(
            u"\\b(the|number|counter|citizen|served|open|wait|business|events|priority)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
        QVERIFY2(!run.text().contains(english), run.out.constData());
        for (const QString &told : {u"Ưu tiên"_s, u"gọi lại"_s, u"vắng mặt"_s, u"Tạm giữ"_s,
                                    u"Chuyển"_s, u"lại hàng chờ"_s, u"hoàn tác"_s, u"đóng"_s}) {
            QVERIFY2(run.text().contains(told), qPrintable(told));
        }
        QVERIFY(run.out.count('\n') >= 20 && run.out.count('\n') <= 40);
        for (const QString &line : run.text().split(u'\n')) {
            QVERIFY2(line.size() <= 100, qPrintable(line));
        }
        QCOMPARE(program.run({u"demo"_s, u"--json"_s}).json()[u"demo"_s].toString(), u"done"_s);
        const Run translated = program.run({u"demo"_s, u"--lang"_s, u"en"_s});
        QVERIFY2(!translated.text().contains(Accented), translated.out.constData());
    }

    void optionsStandAnywhere()
    {
        Program program;
        program.useDatabase(u"branch.db"_s);
        QVERIFY(open(program));
        QVERIFY(!answer(program, u"ticket issue --group H"_s).isEmpty());
        const QByteArray expected =
            program.run({u"ticket"_s, u"show"_s, u"H001"_s, u"--json"_s}).out;
        QCOMPARE(program.run({u"--json"_s, u"ticket"_s, u"show"_s, u"H001"_s}).out, expected);
        QCOMPARE(program.run({u"ticket"_s, u"--json"_s, u"show"_s, u"H001"_s}).out, expected);
        QCOMPARE(
            program.run({u"--lang"_s, u"vi"_s, u"ticket"_s, u"show"_s, u"--json"_s, u"H001"_s}).out,
            expected);
        QCOMPARE(program.run({u"ticket"_s, u"show"_s, u"H001"_s, u"--lang=vi"_s, u"--json"_s}).out,
                 expected);
    }

    void aRepeatedCommandIsCarriedOutOnce()
    {
        Program program;
        program.useDatabase(u"branch.db"_s);
        QVERIFY(open(program));
        const QString line =
            u"ticket issue --group H --command 6f1c6a34-2d0f-4c3e-8a35-6d2f0b6f0f11"_s;
        const QJsonObject once = answer(program, line);
        QCOMPARE(once[u"ticket"_s].toString(), u"H001"_s);
        QCOMPARE(answer(program, line), once);
        QCOMPARE(
            answer(program, QString(line).replace(u"--group H"_s, u"--group C"_s), 1)[u"error"_s]
                .toString(),
            u"command_id_reused"_s);
        QCOMPARE(answer(program, u"ticket list"_s)[u"tickets"_s].toArray().size(), 1);
    }

    void theDatabaseIsNamedByOptionThenEnvironmentThenSettings()
    {
        Program program;
        const QString option = u"--database=sqlite:"_s + program.path(u"branch.db"_s);
        QVERIFY(program.run({option, u"init"_s, u"--branch"_s, SampleBranch}).exitCode == 0);
        QCOMPARE(program.run({u"verify"_s, u"--json"_s}).error(), u"usage"_s); // none named

        program.write(u"motcua.conf"_s, "database=sqlite:" + program.path(u"branch.db"_s).toUtf8()
                                            + "\nbranch=CN1\n");
        QCOMPARE(program.run({u"verify"_s}).exitCode, 0);
        program.useDatabase(u"elsewhere.db"_s);
        QCOMPARE(program.run({u"verify"_s, u"--json"_s}).error(), u"database_missing"_s);
        QCOMPARE(program.run({option, u"verify"_s}).exitCode, 0);

        program.write(u"motcua.conf"_s, "branch=CN2\n");
        QCOMPARE(program.run({option, u"verify"_s, u"--json"_s}).error(), u"wrong_branch"_s);
        program.set(u"MOTCUA_BRANCH"_s, u"CN1"_s);
        QCOMPARE(program.run({option, u"verify"_s}).exitCode, 0);
    }

    void whatTheScreenCanDo()
    {
        Program program;
        program.useDatabase(u"branch.db"_s);
        QVERIFY(open(program));
        const auto error = [this, &program](const QString &line) {
            return answer(program, line, 1)[u"error"_s].toString();
        };
        QCOMPARE(
            answer(program, u"counter break --counter 3 --reason rest"_s)[u"state"_s].toString(),
            u"on_break"_s);
        QCOMPARE(error(u"counter call-next --counter 3"_s), u"on_break"_s);
        QCOMPARE(answer(program, u"counter back --counter 3"_s)[u"state"_s].toString(), u"open"_s);
        QCOMPARE(answer(program, u"counter break --counter 3"_s, 2)[u"error"_s].toString(),
                 u"usage"_s);
        QCOMPARE(error(u"counter break --counter 3 --reason tired"_s), u"invalid_input"_s);

        QVERIFY(!answer(program, u"ticket issue --group H"_s).isEmpty());
        QCOMPARE(error(u"counter call H001 --counter 3 --reason returned"_s), u"not_permitted"_s);
        QCOMPARE(error(u"counter call H001 --counter 3 --reason bribe"_s), u"invalid_input"_s);
        QVERIFY(!answer(program, u"counter call-next --counter 3"_s).isEmpty());
        QVERIFY(!answer(program, u"counter transfer --counter 3 --to-counter 1"_s).isEmpty());
        QCOMPARE(answer(program, u"counter call-next --counter 1"_s)[u"ticket"_s].toString(),
                 u"H001"_s);

        const QStringList signIn{u"counter"_s, u"sign-in"_s, u"--counter"_s, u"1"_s,
                                 u"--staff"_s, u"CB03"_s,    u"--json"_s};
        QCOMPARE(program.run(signIn, Pin).error(), u"staff_elsewhere"_s);
        QCOMPARE(program.run(signIn + QStringList{u"--take-over"_s}, Pin).error(),
                 u"counter_active"_s);
    }

    void theReadmeIsTrue()
    {
        QFile file(QStringLiteral(SOURCE_DIR "/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const qsizetype start =
            text.indexOf(u"```sh\n"_s, text.indexOf(u"## A branch of your own"_s));
        QString script = text.sliced(start + 6, text.indexOf(u"```"_s, start + 6) - start - 6);
        QVERIFY(script.count(u"\nmotcua "_s) > 20);
        script.replace(u"resources/"_s, QStringLiteral(SOURCE_DIR "/resources/"));
        // What is typed on a terminal comes from a file here.
        script.replace(
            QRegularExpression(u"(?m)^(motcua (staff set-pin|counter sign-in)[^#\\n]*)"_s),
            u"\\1 < pin.txt "_s);

        Program program;
        program.set(u"HOME"_s, program.path(u"home"_s));
        program.setClock(QDateTime(QDate(2026, 11, 20), QTime(2, 0), Qt::UTC));
        program.write(u"pin.txt"_s, Pin);
        program.write(u"bookings.csv"_s,
                      "code;group;date;time;phone;id\nHN0117;H;2026-11-20;09:00;0901234567;\n");
        const qsizetype form = text.indexOf(u"```json\n"_s) + 8; // the page's own example
        program.write(u"form.json"_s,
                      text.sliced(form, text.indexOf(u"```"_s, form) - form).toUtf8());
        program.write(u"scan.txt"_s, "000199000021||Trần Thị Mẫu|05031999|Nữ|Hà Nội|20112021\n");
        const Run day = program.runScript(script);
        QVERIFY2(day.exitCode == 0, (day.out + day.err).constData());
        QVERIFY2(day.err.isEmpty(), day.err.constData());
        QVERIFY(QFile::exists(program.path(u"2026-11-20.csv"_s)));
    }

    void nationalExportIsPreviewedAndTakenOver()
    {
        Program program;
        program.useDatabase(u"branch.db"_s);
        QCOMPARE(program.run({u"init"_s, u"--branch"_s, SampleBranch}).exitCode, 0);
        const QString file = QStringLiteral(TEST_DATA "/national_procedures.json");
        const auto import = [&program](const QString &path, const QStringList &more) {
            return program.run(QStringList{u"--json"_s, u"catalogue"_s, u"import"_s, path} + more);
        };

        const Run preview = import(file, {u"--preview"_s});
        QVERIFY2(preview.exitCode == 0, preview.out.constData());
        QCOMPARE(missing(preview.json(), u"added changed unchanged missing codes changes kept"
                                         " findings preview"_s),
                 QStringList());
        QVERIFY(preview.json()["preview"_L1].toBool());
        const QJsonObject finding = preview.json()["findings"_L1].toArray().at(0).toObject();
        QCOMPARE(finding, (QJsonObject{{u"row"_s, 1},
                                       {u"code"_s, u"1.001193"_s},
                                       {u"problem"_s, u"limit_without_unit"_s},
                                       {u"value"_s, u"1"_s}}));

        for (const QByteArray &content :
             {"{}"_ba, R"({"procedures": []})"_ba, R"({"rows": []})"_ba}) {
            const Run empty = import(program.write(u"empty.json"_s, content), {u"--preview"_s});
            QCOMPARE(empty.exitCode, 1);
            const QJsonArray faults = empty.json()["faults"_L1].toArray();
            QCOMPARE(faults.at(0)["problem"_L1].toString(), u"empty"_s);
        }

        const QString id = u"6d1f0b1e-0000-4000-8000-00000000000a"_s;
        const QJsonObject done = import(file, {u"--command"_s, id}).json();
        for (const QString &key : {u"added"_s, u"changed"_s, u"unchanged"_s, u"missing"_s}) {
            QCOMPARE(done[key], preview.json()[key]);
        }
        QCOMPARE(import(file, {u"--command"_s, id}).json(), done);
        QCOMPARE(import(file, {}).json()["unchanged"_L1].toInt(), 14);
        QCOMPARE(program.run({u"verify"_s}).exitCode, 0);

        // The same gzipped, and in words.
        const QString packed = program.path(u"export.json.gz"_s);
        QFile plain(file);
        QVERIFY(plain.open(QIODevice::ReadOnly));
        const QByteArray content = plain.readAll();
        gzFile gz = gzopen(QFile::encodeName(packed).constData(), "wb");
        QCOMPARE(gzwrite(gz, content.constData(), static_cast<unsigned>(content.size())),
                 static_cast<int>(content.size()));
        gzclose(gz);
        QCOMPARE(import(packed, {}).json()["unchanged"_L1].toInt(), 14);
        const Run words = program.run(
            {u"--lang"_s, u"en"_s, u"catalogue"_s, u"import"_s, packed, u"--preview"_s});
        QVERIFY2(words.text().startsWith(u"Procedures: 0 new, 0 changed, 14 as before"_s),
                 words.out.constData());
        static const QRegularExpression rows(u"a time without a unit, so no limit: rows \\d+, "_s);
        QVERIFY2(words.text().contains(rows), words.out.constData());

        // A bare 1 is no promise, what the branch knows is.
        const auto due = [&program](const QString &code) {
            return program.run({u"--json"_s, u"due"_s, u"--from"_s, u"2026-03-02T09:00"_s,
                                u"--procedure"_s, code});
        };
        QCOMPARE(due(u"1.001193"_s).exitCode, 0);
        const QString path = program.write(
            u"new.csv"_s, "code;name;field;limit_value;limit_unit\n"
                          "1.999999;Thử một;Khác;1;\n1.999998;Thử hai;Khác;4;working_day\n");
        QCOMPARE(import(path, {}).json()["added"_L1].toInt(), 2);
        QCOMPARE(due(u"1.999999"_s).error(), u"limit_unknown"_s);
        QCOMPARE(due(u"1.999998"_s).exitCode, 0);

        QCOMPARE(import(path, {u"--group"_s, u"Q"_s}).error(), u"unknown_group"_s);
        const QString priced =
            program.write(u"priced.csv"_s, "code;name;field;limit_value;limit_unit;fee_direct_vnd\n"
                                           "1.999999;Thử một;Khác;3;working_day;15000\n");
        const Run changes = program.run(
            {u"catalogue"_s, u"import"_s, priced, u"--group"_s, u"n"_s, u"--preview"_s});
        for (const QString &told : {u"1.999999: nhóm trước là chưa có, nay là N"_s,
                                    u"thời hạn trước là chưa rõ, nay là 3 ngày làm việc"_s,
                                    u"phí tại quầy trước là chưa rõ, nay là 15.000 đồng"_s}) {
            QVERIFY2(changes.text().contains(told), changes.out.constData());
        }
        QCOMPARE(import(path, {u"--group"_s, u"n"_s}).json()["changed"_L1].toInt(), 2);
        QCOMPARE(import(SampleBranch, {u"--preview"_s}).exitCode, 2);
        const Run refused =
            import(program.write(u"bad.csv"_s, "code,name,field\n1.999999,a,b,c\n"), {});
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.error(), u"invalid_catalogue"_s);
        QCOMPARE(refused.json()["faults"_L1].toArray().at(0).toObject()["place"_L1].toString(),
                 u"row 1"_s);
        QCOMPARE(program.run({u"day"_s, u"open"_s}).exitCode, 0);
        QCOMPARE(import(file, {}).error(), u"day_already_open"_s);
        QCOMPARE(program.run({u"verify"_s}).exitCode, 0);
    }

    void helpNamesEveryCommandInBothLanguages()
    {
        Program program;
        const QStringList commands{u"init"_s,
                                   u"catalogue import"_s,
                                   u"appointment import"_s,
                                   u"appointment list"_s,
                                   u"staff list"_s,
                                   u"staff set-pin"_s,
                                   u"day open"_s,
                                   u"day close"_s,
                                   u"ticket issue"_s,
                                   u"ticket show"_s,
                                   u"ticket list"_s,
                                   u"counter sign-in"_s,
                                   u"counter sign-out"_s,
                                   u"counter call-next"_s,
                                   u"counter recall"_s,
                                   u"counter start"_s,
                                   u"counter no-show"_s,
                                   u"counter hold"_s,
                                   u"counter resume"_s,
                                   u"counter transfer"_s,
                                   u"counter finish"_s,
                                   u"counter undo"_s,
                                   u"counter call"_s,
                                   u"counter break"_s,
                                   u"counter back"_s,
                                   u"report daily"_s,
                                   u"say"_s,
                                   u"voice devices"_s,
                                   u"voice list"_s,
                                   u"voice make-pack"_s,
                                   u"voice check"_s,
                                   u"idcard parse"_s,
                                   u"due"_s,
                                   u"backup"_s,
                                   u"restore"_s,
                                   u"verify"_s,
                                   u"replay"_s,
                                   u"demo"_s};
        for (const QString &language : {u"vi"_s, u"en"_s}) {
            const Run help = program.run({u"--help"_s, u"--lang"_s, language});
            QCOMPARE(help.exitCode, 0);
            QVERIFY(help.err.isEmpty());
            QCOMPARE(help.text().contains(Accented), language == "vi"_L1);
            for (const QString &line : help.text().split(u'\n')) {
                QVERIFY2(line.size() <= 100, qPrintable(line));
            }
            for (const QString &command : commands) {
                QVERIFY2(help.text().contains(u"\n  "_s + command), qPrintable(command));
                const Run one = program.run(command.split(u' ')
                                            + QStringList{u"--help"_s, u"--lang"_s, language});
                QCOMPARE(one.exitCode, 0);
                QVERIFY(one.text().contains(u"\n  "_s + command));
                QVERIFY(one.out.count('\n') < 10);
            }
            for (const QString &placed : {u"backup FILE"_s, u"staff set-pin CODE"_s,
                                          u"ticket show H042"_s, u"init --branch FILE"_s}) {
                QVERIFY2(help.text().contains(placed), qPrintable(placed));
            }
        }
        const Run alone = program.run({});
        QCOMPARE(alone.exitCode, 2);
        QVERIFY(alone.out.isEmpty());
        QVERIFY(alone.errors().contains(u"ticket issue"_s));
        QCOMPARE(program.run({u"--json"_s}).error(), u"usage"_s);
        QVERIFY(program.run({u"--version"_s}).text().startsWith(u"motcua "_s));
    }

private:
    void checkCsvAndTable(const Program &program, const QString &day)
    {
        const QString file = program.path(u"day.csv"_s);
        const Run written = program.run(
            {u"report"_s, u"daily"_s, u"--date"_s, day, u"--format"_s, u"csv"_s, u"-o"_s, file});
        QCOMPARE(written.exitCode, 0);
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray content = csv.readAll();
        QVERIFY(content.startsWith("\xEF\xBB\xBF"));
        const QStringList rows =
            QString::fromUtf8(content.mid(3)).split(u"\r\n"_s, Qt::SkipEmptyParts);
        QCOMPARE(rows.size(), 10); // head, eight groups, total
        for (const QString &row : rows) {
            QCOMPARE(row.count(u';'), 17);
        }
        QVERIFY(rows[1].startsWith(u"H;"_s));
        QCOMPARE(rows[1].section(u';', 2, 5), u"3;1;0;0"_s);
        const Run told = program.run({u"report"_s, u"daily"_s, u"--date"_s, day, u"--format"_s,
                                      u"csv"_s, u"--output"_s, file, u"--json"_s});
        QCOMPARE(told.json()[u"output"_s].toString(), file);
        QVERIFY(csv.reset());
        QCOMPARE(csv.readAll(), content);

        const Run table = program.run({u"report"_s, u"daily"_s, u"--date"_s, day});
        const QStringList lines = table.text().split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(table.text().contains(u"Vắng"_s));
        const auto isTotal = [](const QString &line) { return line.startsWith(u"Tổng"_s); };
        const auto total = std::find_if(lines.begin(), lines.end(), isTotal);
        QVERIFY(total - lines.begin() > 8);
        for (auto line = total - 8; line <= total; ++line) { // eight groups above it
            QCOMPARE(line->size(), total->size()); // NFC: an accented letter is one column
        }
        for (const QString &line : lines) {
            QVERIFY2(line.size() <= 100, qPrintable(line));
            QVERIFY(!line.endsWith(u' '));
        }
    }

    void checkCopies(Program &program)
    {
        const QJsonObject before = answer(program, u"verify"_s);
        QVERIFY(before[u"ok"_s].toBool());
        const QString copy = program.path(u"copy.db"_s);
        QVERIFY(!answer(program, u"backup "_s + copy).isEmpty());
        QCOMPARE(answer(program, u"backup "_s + copy, 3)[u"error"_s].toString(),
                 u"database_exists"_s);
        QVERIFY(!answer(program, u"restore "_s + copy).isEmpty());
        QVERIFY(answer(program, u"verify"_s)[u"ok"_s].toBool());

        program.useDatabase(u"new-disk.db"_s);
        QVERIFY(!answer(program, u"restore "_s + copy).isEmpty());
        const QJsonObject after = answer(program, u"verify"_s);
        QCOMPARE(after[u"tickets"_s], before[u"tickets"_s]);
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "commandlinetest.moc"
