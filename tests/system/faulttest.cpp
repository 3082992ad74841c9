// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/branchdatabase.h"
#include "operations/callnext.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"
#include "system/harness.h"

#include <QFile>
#include <QTest>

#include <cerrno>
#include <memory>

using namespace Qt::StringLiterals;
using namespace motcua;

/// A disk that is full or fails, at every call that could notice.
class FaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsAcknowledgedThatIsNotStored_data();
    void nothingIsAcknowledgedThatIsNotStored();
    void fullDiskSaysSo();
    void programGoesOnWhenThereIsSpaceAgain();
    void afterAFailedSyncNothingMoreIsPromised();

private:
    std::unique_ptr<Office> m_before; ///< people wait, counter 2 serves somebody
    Office m_work;
};

namespace {

const QString SentCommand = u"6f9619ff-8b86-4d11-b42d-00c04fc964ff"_s;

template <typename T>
void demand(const Result<T> &done)
{
    if (!done) {
        qFatal("%s %s", qPrintable(word(done.error().code)), qPrintable(done.error().detail));
    }
}

Settings faults(const Office &office, int code, int at, int many, int level)
{
    return preloaded(u"faults"_s, office.folder(),
                     {{u"FAULT_AT"_s, QString::number(at)},
                      {u"FAULT_FOR"_s, QString::number(many)},
                      {u"FAULT_ERRNO"_s, QString::number(code)},
                      {u"FAULT_LEVEL"_s, QString::number(level)},
                      {u"FAULT_FIRED"_s, office.filePath(u"fired"_s)}});
}

QStringList driverCall(const Office &office, int operations)
{
    return {office.path(), u"--operations"_s, QString::number(operations), u"--role"_s, u"issue"_s};
}

} // namespace

void FaultTest::initTestCase()
{
    m_before = std::make_unique<Office>(QDateTime::currentDateTimeUtc());
    const auto opened = openBranch(m_before->path());
    demand(opened);
    const auto fresh = [] {
        return CommandContext{QUuid::createUuid(), QDateTime::currentDateTimeUtc()};
    };
    for (int i = 0; i < 4; ++i) {
        demand(issueTicket(**opened, fresh(), {.group = u"H"_s}));
    }
    demand(callNext(**opened, fresh(), 2));
    demand(actAtCounter(**opened, fresh(), {.counter = 2, .action = LegAction::Start}));
}

void FaultTest::nothingIsAcknowledgedThatIsNotStored_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("many");
    QTest::addColumn<int>("level");

    constexpr int Once = 1;
    constexpr int Forever = 0;
    constexpr int Everything = 0;
    constexpr int Names = 1;
    const QString issue = u"ticket issue --group H"_s;
    const QString transfer = u"counter transfer --counter 2 --group C"_s;
    QTest::newRow("issue, disk full") << issue << ENOSPC << Forever << Everything;
    QTest::newRow("issue, disk full for a moment") << issue << ENOSPC << Once << Everything;
    QTest::newRow("issue, disk fails") << issue << EIO << Forever << Everything;
    QTest::newRow("issue, disk fails once") << issue << EIO << Once << Everything;
    QTest::newRow("call, disk full")
        << u"counter call-next --counter 1"_s << ENOSPC << Forever << Names;
    QTest::newRow("transfer, disk full") << transfer << ENOSPC << Forever << Names;
    QTest::newRow("transfer, disk fails once") << transfer << EIO << Once << Names;
    QTest::newRow("sign out, disk fails")
        << u"counter sign-out --counter 3"_s << EIO << Forever << Names;
}

void FaultTest::nothingIsAcknowledgedThatIsNotStored()
{
    QFETCH(QString, words);
    QFETCH(int, code);
    QFETCH(int, many);
    QFETCH(int, level);
    const QStringList arguments = QStringList{u"--database"_s, m_work.url(), u"--json"_s}
                                  + words.split(u' ') + QStringList{u"--command"_s, SentCommand};
    QMap<QString, int> answers;
    for (int at = 1;; ++at) {
        m_work.resetTo(*m_before);
        const ProcessOutcome hit =
            runProgram(QStringLiteral(MOTCUA), arguments, faults(m_work, code, at, many, level));
        const QByteArray place = "call " + QByteArray::number(at) + ": ";
        QVERIFY2(hit.signal == 0, place + hit.text());
        QVERIFY2(!hit.answer().isEmpty(), place + hit.text()); // one JSON object whatever happens
        const bool isDone = hit.exitCode == 0;
        const QString error = hit.answer()["error"_L1].toString();
        ++answers[isDone ? u"done"_s : error];
        if (!QFile::exists(m_work.filePath(u"fired"_s))) {
            QVERIFY2(isDone, place + hit.text());
            QVERIFY(at > 4);
            break;
        }
        if (!isDone) {
            const QStringList expected{u"disk_full"_s, u"storage_failed"_s,
                                       u"database_read_only"_s};
            QVERIFY2(hit.exitCode == 3 && expected.contains(error), place + hit.text());
            QVERIFY2(!hit.answer()["message"_L1].toString().isEmpty(), place + hit.text());
        }
        // The disk is well again: what was promised is there, and the same command gets through.
        std::vector<Acknowledgement> promised;
        if (isDone) {
            promised.push_back({QUuid::fromString(SentCommand), u"command"_s, hit.answer(), 0, 0});
        }
        const QStringList found = faultsOf(m_work.path(), promised);
        QVERIFY2(found.isEmpty(), place + found.join(u'\n').toUtf8());
        const ProcessOutcome again = runProgram(QStringLiteral(MOTCUA), arguments);
        QVERIFY2(again.exitCode == 0, place + again.text());
        promised = {{QUuid::fromString(SentCommand), u"command"_s, again.answer(), 0, 0}};
        QCOMPARE(faultsOf(m_work.path(), promised).join(u'\n'), QString());
    }
    for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
        qInfo("%s: %d", qPrintable(answer.key()), answer.value());
    }
}

void FaultTest::fullDiskSaysSo()
{
    m_work.resetTo(*m_before);
    // Call 1 makes the journal; from 2 on the disk has no room for what is written.
    const ProcessOutcome full = runProgram(
        QStringLiteral(MOTCUA),
        {u"--database"_s, m_work.url(), u"--json"_s, u"ticket"_s, u"issue"_s, u"--group"_s, u"H"_s},
        faults(m_work, ENOSPC, 2, 0, 0));
    QCOMPARE(full.exitCode, 3);
    QCOMPARE(full.answer()["error"_L1].toString(), u"disk_full"_s);
    const ProcessOutcome shown =
        runProgram(QStringLiteral(MOTCUA), {u"--database"_s, m_work.url(), u"ticket"_s, u"list"_s},
                   faults(m_work, ENOSPC, 1, 0, 0));
    QVERIFY2(shown.exitCode == 0, shown.text().constData()); // what only reads still works
    const ProcessOutcome copied = runProgram(
        QStringLiteral(MOTCUA),
        {u"--database"_s, m_work.url(), u"--json"_s, u"backup"_s, m_work.filePath(u"copy.db"_s)},
        faults(m_work, ENOSPC, 3, 0, 0));
    QCOMPARE(copied.exitCode, 3);
    QCOMPARE(copied.answer()["error"_L1].toString(), u"disk_full"_s);
    QVERIFY(!QFile::exists(m_work.filePath(u"copy.db"_s)));
}

/// One process that lives through a full disk, as a kiosk does.
void FaultTest::programGoesOnWhenThereIsSpaceAgain()
{
    constexpr int Operations = 40;
    for (const int at : {2, 30, 66, 100, 131, 177}) {
        m_work.resetTo(*m_before);
        const ProcessOutcome outcome =
            runProgram(QStringLiteral(BRANCHDRIVER),
                       driverCall(m_work, Operations) + QStringList{u"--reopen"_s},
                       faults(m_work, ENOSPC, at, 12, 0));
        const std::vector<QJsonObject> lines = outcome.lines();
        QCOMPARE(lines.size(), size_t{Operations});
        const auto refused = std::ranges::count_if(
            lines, [](const QJsonObject &line) { return line.contains("error"_L1); });
        QVERIFY2(refused > 0, outcome.text().constData());
        QVERIFY2(refused < 15, outcome.text().constData());
        QVERIFY2(lines.back().contains("answer"_L1), outcome.text().constData());
        const QStringList found = faultsOf(m_work.path(), acknowledgements(outcome));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
}

/// After a failed sync the kernel may have dropped the pages and say nothing the next time.
void FaultTest::afterAFailedSyncNothingMoreIsPromised()
{
    constexpr int Operations = 20;
    constexpr int Syncs = 2;
    constexpr int SyncsOfACommit = 5;
    for (int at = 1; at <= 3 * SyncsOfACommit; ++at) {
        m_work.resetTo(*m_before);
        const ProcessOutcome outcome =
            runProgram(QStringLiteral(BRANCHDRIVER), driverCall(m_work, Operations),
                       faults(m_work, EIO, at, 1, Syncs));
        const std::vector<QJsonObject> lines = outcome.lines();
        const auto failed = std::ranges::find_if(
            lines, [](const QJsonObject &line) { return line.contains("error"_L1); });
        // SQLite ignores a failure to sync the folder after the journal was made there; the
        // journal's own pages are on the disk.
        const bool isIgnored = at % SyncsOfACommit == 2;
        QVERIFY2(isIgnored == (failed == lines.end()), qPrintable(u"sync %1"_s.arg(at)));
        for (auto line = failed; line != lines.end(); ++line) {
            QVERIFY2((*line)["error"_L1] == u"storage_failed"_s,
                     qPrintable(u"sync %1: "_s.arg(at) + QString::fromUtf8(outcome.output)));
        }
        const QStringList found = faultsOf(m_work.path(), acknowledgements(outcome));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
}

QTEST_GUILESS_MAIN(FaultTest)
#include "faulttest.moc"
