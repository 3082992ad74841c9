// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/branchdatabase.h"
#include "operations/months.h"
#include "support/outcome.h"
#include "support/program.h"
#include "support/testcentre.h"
#include "support/virtualscreen.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

static const QString Log = QStringLiteral(TEST_DATA "/warsaw_mokotow_2020-01-07.csv");

/// The city's figures as its staff get them: from the branch's own day through its nightly sync to a
/// terminal, a file and a window.
class CityCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("MOTCUA_TEST_CENTRE")) {
            // The suite starts one for it; a program run by hand has none.
            QSKIP("needs a scratch server for the centre");
        }
        QCOMPARE(
            m_program
                .run({u"replay"_s, Log, u"--office"_s, u"UD_Mokotow_1"_s, u"--date"_s,
                      u"2020-01-07"_s, u"--database"_s, u"sqlite:"_s + m_program.path(u"day.db"_s)})
                .exitCode,
            0);
        m_program.useDatabase(u"day.db"_s);
        const Run daily = m_program.run({u"report"_s, u"daily"_s, u"--json"_s});
        m_total = daily.json()[u"total"_s].toObject();
        QVERIFY(m_total[u"issued"_s].toInt() > 500);
        m_program.set(u"MOTCUA_CENTRE"_s, m_centre.url());
        // The name of a branch that `replay` makes.
        QVERIFY(
            !m_program.write(u"branch.centre"_s, m_centre.enrol(u"REPLAY"_s).toUtf8()).isEmpty());
        const Run sync = m_program.run(
            {u"sync"_s, u"--centre"_s, m_program.path(u"branch.centre"_s), u"--json"_s});
        QVERIFY2(sync.exitCode == 0, qPrintable(sync.text() + sync.errors()));
        const Run reader = m_program.run(
            {u"centre"_s, u"enrol"_s, u"anh"_s, u"--reader"_s, u"-o"_s, u"city.centre"_s});
        QVERIFY2(reader.exitCode == 0, qPrintable(reader.text() + reader.errors()));
        m_program.set(u"MOTCUA_CENTRE"_s, m_program.path(u"city.centre"_s));
    }

    void theCitysFiguresAreTheBranchs()
    {
        const Run city = m_program.run({u"report"_s, u"city"_s, u"--from"_s, u"2020-01-07"_s,
                                        u"--to"_s, u"2020-01-07"_s, u"--json"_s});
        QVERIFY2(city.exitCode == 0, qPrintable(city.text()));
        const QJsonArray rows = city.json()[u"rows"_s].toArray();
        QCOMPARE(rows.size(), 1); // the other branches are younger
        const QJsonObject first = rows[0].toObject();
        QCOMPARE(first[u"branch"_s].toString(), u"REPLAY"_s);
        QCOMPARE(first[u"coverage"_s].toString(), u"whole"_s);
        for (const char *key : {"issued", "served", "no_show", "cancelled", "expired", "wait_avg_s",
                                "wait_median_s", "wait_p90_s", "wait_longest_s"}) {
            QCOMPARE(first[QLatin1StringView(key)], m_total[QLatin1StringView(key)]);
        }
        QCOMPARE(first[u"not_done"_s].toInt(-1), 0);
        QCOMPARE(city.json()[u"total"_s][u"issued"_s], m_total[u"issued"_s]);
        QCOMPARE(city.json()[u"total"_s][u"wait_p90_s"_s], m_total[u"wait_p90_s"_s]);

        const Run month = m_program.run({u"report"_s, u"city"_s, u"--json"_s}); // this one
        const QJsonArray all = month.json()[u"rows"_s].toArray();
        QCOMPARE(all.size(), 13);
        QCOMPARE(all[0].toObject()[u"branch"_s].toString(), u"CN1"_s);
        QVERIFY(all[0].toObject()[u"issued"_s].isNull());
        QCOMPARE(all[0].toObject()[u"coverage"_s].toString(), u"not_sent"_s);
        QVERIFY(month.json()[u"total"_s][u"issued"_s].isNull()); // of this month nobody knows
    }

    void itIsWrittenAsAFile()
    {
        const QStringList days{u"report"_s,     u"city"_s, u"--from"_s,
                               u"2020-01-01"_s, u"--to"_s, u"2020-01-31"_s};
        const QString pdf = m_program.path(u"city.pdf"_s);
        QCOMPARE(m_program.run(days + QStringList{u"--format"_s, u"pdf"_s, u"-o"_s, pdf}).exitCode,
                 0);
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
        QVERIFY(reader.waitForFinished());
        const QString paper = QString::fromUtf8(reader.readAllStandardOutput());
        const QString issued = QString::number(m_total[u"issued"_s].toInt());
        QVERIFY2(paper.contains(u"REPLAY"_s) && paper.contains(issued), qPrintable(paper));

        const QString book = m_program.path(u"city.xlsx"_s);
        QCOMPARE(
            m_program.run(days + QStringList{u"--format"_s, u"xlsx"_s, u"-o"_s, book}).exitCode, 0);
        reader.start(u"unzip"_s, {u"-p"_s, book, u"xl/worksheets/sheet1.xml"_s});
        QVERIFY(reader.waitForFinished());
        QVERIFY(
            QString::fromUtf8(reader.readAllStandardOutput()).contains(u"<v>%1</v>"_s.arg(issued)));

        const Run csv = m_program.run(days + QStringList{u"--format"_s, u"csv"_s});
        const QStringList lines = csv.text().split(u'\n');
        const auto line = std::ranges::find_if(
            lines, [](const QString &one) { return one.startsWith(u"REPLAY;"_s); });
        QVERIFY(line != lines.end());
        QCOMPARE(line->section(u';', 2, 2), issued);
    }

    void aSyncBringsWhatItsSistersCameTo()
    {
        static_cast<void>(m_centre.enrol(u"CN2"_s));
        m_centre.run(uR"(
            INSERT INTO daily SELECT key, current_date - day, 'H', 10 * day, 9, 0, 0, 1, 0, 6, 360000, 5,
                    ARRAY[10, 20, 30, 40, 50, 210]
                FROM branch, generate_series(1, 2) AS day WHERE code = 'CN2';
            INSERT INTO daily_desk SELECT key, current_date - 1, 4, 3, 1, 0, 0, 0
                FROM branch WHERE code = 'CN2')"_s);
        const Run sync = m_program.run(
            {u"sync"_s, u"--centre"_s, m_program.path(u"branch.centre"_s), u"--json"_s});
        QVERIFY2(sync.exitCode == 0, qPrintable(sync.text() + sync.errors()));
        const auto branch = openBranch(m_program.path(u"day.db"_s));
        VERIFY_RESULT(branch);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QDate yesterday = now.date().addDays(-1); // as the centre's server counts days
        const int days = yesterday.addDays(-1).month() == yesterday.month() ? 2 : 1;
        const auto month = readMonth(**branch, yesterday, now);
        VERIFY_RESULT(month);
        QCOMPARE(month->others.size(), 1);
        const OtherBranch &sister = month->others.front();
        QCOMPARE(sister.name.vi, u"Chi nhánh số 2"_s);
        QCOMPARE(sister.days, days);
        QCOMPARE(sister.issued, days == 2 ? 30 : 10);
        QCOMPARE(sister.accepted, 3);
        QVERIFY(sister.waitAverage);
    }

    void whoMayNotIsToldWhy()
    {
        const Run enrolled = m_program.run({u"centre"_s, u"status"_s, u"--json"_s});
        QCOMPARE(enrolled.error(), u"centre_denied"_s); // a reader reads no tables of the branches
        const Run wrong = m_program.run({u"centre"_s, u"enrol"_s, u"Chị Ánh"_s, u"--reader"_s,
                                         u"--centre"_s, m_centre.url(), u"--json"_s});
        QCOMPARE(wrong.error(), u"invalid_input"_s);
        const Run backwards = m_program.run({u"report"_s, u"city"_s, u"--from"_s, u"2020-02-01"_s,
                                             u"--to"_s, u"2020-01-01"_s, u"--json"_s});
        QCOMPARE(backwards.error(), u"invalid_input"_s);
        const Run branch = m_program.run({u"report"_s, u"city"_s, u"--json"_s, u"--centre"_s,
                                          m_program.path(u"branch.centre"_s)});
        QVERIFY(branch.exitCode != 0); // a branch does not see the city
        // A reader's login cannot send, and a reader who was shut out is told so; both what to do.
        const auto isToldWhatToDo = [](const Run &run) {
            return run.exitCode != 0 && run.errors().contains(u"motcua centre enrol MÃ"_s);
        };
        const Run reader =
            m_program.run({u"sync"_s, u"--centre"_s, m_program.path(u"city.centre"_s)});
        QVERIFY2(isToldWhatToDo(reader), qPrintable(reader.errors()));
        const auto asCentre = [this](const QStringList &words) {
            const Run run = m_program.run(words + QStringList{u"--centre"_s, m_centre.url()});
            return run.exitCode == 0 ? run.text() : run.errors();
        };
        asCentre({u"centre"_s, u"enrol"_s, u"binh"_s, u"--reader"_s, u"-o"_s, u"binh.centre"_s});
        asCentre({u"centre"_s, u"revoke"_s, u"binh"_s, u"--reader"_s});
        const Run gone = m_program.run(
            {u"report"_s, u"city"_s, u"--centre"_s, m_program.path(u"binh.centre"_s)});
        QVERIFY2(isToldWhatToDo(gone), qPrintable(gone.errors()));
        // The file of a login names the certificate, which has to go along.
        const QString told =
            asCentre({u"centre"_s, u"enrol"_s, u"CN3"_s, u"-o"_s, u"CN3.centre"_s});
        QVERIFY2(told.contains(u"mang theo cả tệp đó"_s), qPrintable(told));
        QVERIFY(asCentre({u"centre"_s, u"status"_s}).contains(u"REPLAY: "_s));
    }

    void aWindowShowsIt()
    {
        const VirtualScreen screen({1366, 768});
        QVERIFY(!screen.display().isEmpty());
        QProcessEnvironment environment = m_program.environment();
        environment.insert(u"DISPLAY"_s, screen.display());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        environment.insert(u"HOME"_s, m_program.path({}));
        environment.insert(u"QT_LOGGING_RULES"_s, u"motcua.trace=true"_s);
        QProcess city;
        city.setProcessEnvironment(environment);
        city.start(QStringLiteral(MOTCUA), {u"open"_s, u"city"_s});
        QVERIFY(city.waitForStarted());
        QVERIFY(screen.focus(city.processId()));
        // It saves nothing before it shows figures.
        const QDir folder(m_program.path({}));
        const auto saved = [&] {
            screen.act(u"key ctrl+e"_s);
            QDirIterator files(folder.path(), {u"motcua-*.csv"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            QFile file(files.hasNext() ? files.next() : QString());
            return file.open(QIODevice::ReadOnly) && file.readAll().contains("REPLAY;");
        };
        QTRY_VERIFY_WITH_TIMEOUT(saved(), 20'000);
        const QImage branches = screen.picture();
        screen.act(u"key ctrl+2"_s);
        QTRY_VERIFY(screen.picture() != branches);
        const QString shots = qEnvironmentVariable("MOTCUA_SHOTS_FOLDER");
        if (!shots.isEmpty()) {
            QVERIFY(screen.picture().save(shots + u"/city.png"_s));
        }
        QCOMPARE(city.state(), QProcess::Running);
        city.terminate();
        city.waitForFinished();
    }

private:
    Program m_program;
    const TestCentre m_centre;
    QJsonObject m_total;
};

QTEST_GUILESS_MAIN(CityCommandTest)

#include "citycommandtest.moc"
