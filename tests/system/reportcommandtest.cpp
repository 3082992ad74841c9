// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/database.h"
#include "support/program.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace motcua;
using namespace Qt::StringLiterals;

static const QString Log = QStringLiteral(TEST_DATA "/warsaw_mokotow_2020-01-07.csv");

/// Whether @p pid handles Ctrl+C by itself by now.
static bool catchesInterrupt(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QString text = QString::fromUtf8(status.readAll());
    const QString caught = text.section(u"SigCgt:"_s, 1).section(u'\n', 0, 0).trimmed();
    constexpr unsigned InterruptBit = 1U << (SIGINT - 1);
    return (caught.toULongLong(nullptr, 16) & InterruptBit) != 0;
}

/// `motcua report` as a person uses it.
class ReportCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Run replayed = m_program.run({u"replay"_s, Log, u"--office"_s, u"UD_Mokotow_1"_s,
                                            u"--date"_s, u"2020-01-07"_s, u"--database"_s,
                                            u"sqlite:"_s + m_program.path(u"day.db"_s)});
        QVERIFY2(replayed.exitCode == 0, qPrintable(replayed.errors()));
        m_program.useDatabase(u"day.db"_s);
    }

    /// What the office's displays showed, counted by a few lines that know nothing of us.
    void replayedDayGivesTheCountsOfTheLog()
    {
        QProcess awk;
        awk.start(u"awk"_s, {u"-F,"_s,
                             u"NR > 1 { n = $10 + 0; if (n > called[$2]) called[$2] = n;"
                             " if (n + $9 > issued[$2]) issued[$2] = n + $9 }"
                             " END { for (q in issued) { i += issued[q]; c += called[q] }"
                             " print i, c }"_s,
                             Log});
        QVERIFY(awk.waitForFinished());
        const QStringList counted =
            QString::fromUtf8(awk.readAllStandardOutput()).simplified().split(u' ');
        QCOMPARE(counted.size(), 2);
        const int issued = counted[0].toInt();
        const int called = counted[1].toInt();
        QVERIFY(called > 500);

        for (const QString &kind : {u"daily"_s, u"period"_s}) {
            const Run run = m_program.run({u"report"_s, kind, u"--json"_s});
            QVERIFY2(run.exitCode == 0, qPrintable(run.text()));
            const QJsonObject total = run.json()[u"total"_s].toObject();
            QCOMPARE(total[u"issued"_s].toInt(), issued);
            QCOMPARE(total[u"served"_s].toInt(), called); // the replay loses nobody
            QCOMPARE(total[u"expired"_s].toInt(), issued - called);
        }
        const Run counters = m_program.run({u"report"_s, u"counters"_s, u"--json"_s});
        QCOMPARE(counters.json()[u"total"_s][u"served"_s].toInt(), called);
    }

    void everyFormatIsWritten_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("csv") << u"csv"_s << QByteArray("\xEF\xBB\xBF");
        QTest::newRow("xlsx") << u"xlsx"_s << QByteArray("PK");
        QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF-");
        QTest::newRow("json") << u"json"_s << QByteArray("{");
        QTest::newRow("table") << u"table"_s << QByteArray("Groups and procedures");
    }

    void everyFormatIsWritten()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, begin);
        const QString path = m_program.path(u"report."_s + format);
        const Run run = m_program.run({u"report"_s, u"period"_s, u"--format"_s, format, u"-o"_s,
                                       path, u"--lang"_s, u"en"_s, u"--json"_s});
        QVERIFY2(run.exitCode == 0, qPrintable(run.text() + run.errors()));
        QCOMPARE(run.json()[u"output"_s].toString(), path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begin));
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("error");
        QTest::newRow("no such report") << QStringList{u"cats"_s} << 2 << u"usage"_s;
        QTest::newRow("no such format")
            << QStringList{u"period"_s, u"--format"_s, u"doc"_s} << 2 << u"usage"_s;
        QTest::newRow("no such day")
            << QStringList{u"period"_s, u"--from"_s, u"2020-02-31"_s} << 2 << u"usage"_s;
        QTest::newRow("an end alone")
            << QStringList{u"period"_s, u"--to"_s, u"2020-01-07"_s} << 2 << u"usage"_s;
        QTest::newRow("ends before it begins")
            << QStringList{u"period"_s, u"--from"_s, u"2020-01-08"_s, u"--to"_s, u"2020-01-07"_s}
            << 1 << u"invalid_input"_s;
        QTest::newRow("nowhere to write")
            << QStringList{u"period"_s, u"--format"_s, u"pdf"_s, u"-o"_s, u"/nowhere/x.pdf"_s} << 3
            << u"file_unwritable"_s;
    }

    void whatCannotBeIsRefused()
    {
        QFETCH(QStringList, arguments);
        const Run run =
            m_program.run(QStringList{u"report"_s} + arguments + QStringList{u"--json"_s});
        QTEST(run.exitCode, "exitCode");
        QTEST(run.error(), "error");
        QVERIFY(!run.message().isEmpty());
    }

    void binaryFilesNeedAName()
    {
        const Run run = m_program.run({u"report"_s, u"daily"_s, u"--format"_s, u"xlsx"_s});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.out.isEmpty());
    }

    void interruptLeavesNoFile()
    {
        const QString path = m_program.path(u"stopped/report.xlsx"_s);
        QVERIFY(QDir().mkpath(m_program.path(u"stopped"_s)));
        // It waits for the database until it is interrupted.
        const auto database = Database::open(m_program.path(u"day.db"_s));
        QVERIFY(database);
        QVERIFY((*database)->run(u"BEGIN EXCLUSIVE"_s));
        QProcess process;
        process.setProcessEnvironment(m_program.environment());
        process.start(QStringLiteral(MOTCUA), {u"report"_s, u"period"_s, u"--format"_s, u"xlsx"_s,
                                               u"-o"_s, path, u"--json"_s});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY(catchesInterrupt(process.processId()));
        QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY((*database)->run(u"COMMIT"_s));
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(QJsonDocument::fromJson(process.readAllStandardOutput())[u"error"_s].toString(),
                 u"interrupted"_s);
        QCOMPARE(QDir(m_program.path(u"stopped"_s)).entryList(QDir::Files | QDir::Hidden),
                 QStringList());
    }

private:
    Program m_program;
};

QTEST_GUILESS_MAIN(ReportCommandTest)

#include "reportcommandtest.moc"
