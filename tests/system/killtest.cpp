// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/backup.h"
#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"
#include "operations/signin.h"
#include "system/harness.h"

#include <QJsonDocument>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace motcua;

constexpr QByteArrayView FormOfIntake = R"json({
    "applicant": {"name": "Nguyễn Thị Mai", "id_number": "099191004217", "birth_date": "1991-05-12",
                  "sex": "female", "phone": "0912 345 678", "address": "Số 12 Hàng Bún"},
    "procedure": "1.001193",
    "documents": [{"name": "Tờ khai đăng ký khai sinh", "originals": 1, "state": "received"},
                  {"name": "Giấy chứng sinh hoặc giấy thay thế", "originals": 1, "state": "received"},
                  {"name": "Giấy tờ tùy thân (xuất trình)", "state": "returned"}],
    "outcome": "accepted"})json";

/// Every operation, through the real program, killed at every place where the disk changes hands.
class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedCommandIsDoneOnceWhenSentAgain_data();
    void killedCommandIsDoneOnceWhenSentAgain();
    void killedAtEveryWriteATicketIsStillIssuedOnce();
    void killedInitLeavesAWholeBranchOrNone();
    void killedBackupLeavesAProvenCopyOrNone();
    void killedRestoreLeavesTheBranchOrCanBeRepeated();

private:
    void killEverywhere(const Office &before, const QStringList &words, const QByteArray &input,
                        int level);

    // What the commands begin from. Two days may not be open at once, so there are three.
    std::unique_ptr<Office> m_busy;   ///< somebody at most counters
    std::unique_ptr<Office> m_idle;   ///< people wait, counters are free
    std::unique_ptr<Office> m_closed; ///< the day is over
    Office m_work;                    ///< where the program is killed
    QTemporaryDir m_forms;
};

namespace {

constexpr int Name = 1; ///< levels of the shim: all but plain writes, and all
constexpr int Everything = 0;
const QString SentCommand = u"6f9619ff-8b86-4d11-b42d-00c04fc964ff"_s;
const QByteArray NewPin = "482913\n";

/// Branch time stands still for a clock that is behind by less than a minute. So an action of the
/// set-up can still be undone when a slow machine gets to it.
QDateTime slightlyAhead()
{
    return QDateTime::currentDateTimeUtc().addSecs(40);
}

template <typename T>
void demand(const Result<T> &done)
{
    if (!done) {
        qFatal("%s %s", qPrintable(word(done.error().code)), qPrintable(done.error().detail));
    }
}

CommandContext fresh(const QDateTime &clock)
{
    return {QUuid::createUuid(), clock};
}

void makeBusy(const Office &office, const QDateTime &clock)
{
    const auto opened = openBranch(office.path());
    demand(opened);
    Database &database = **opened;
    for (int i = 0; i < 4; ++i) {
        for (const QString &group : {u"H"_s, u"C"_s, u"N"_s}) {
            demand(issueTicket(database, fresh(clock), {.group = group}));
        }
    }
    const auto call = [&](int counter) { demand(callNext(database, fresh(clock), counter)); };
    const auto act = [&](int counter, LegAction action) {
        demand(actAtCounter(database, fresh(clock), {.counter = counter, .action = action}));
    };
    call(1); // H001 is called
    call(2); // H002 is served
    act(2, LegAction::Start);
    call(3); // C001, which came before H003, is missing: the last thing counter 3 did
    act(3, LegAction::NoShow);
    call(4); // C002 is on hold
    act(4, LegAction::Hold);
    demand(signOut(database, fresh(clock), 5));
    demand(setPin(database, fresh(clock), staffAt(5), QString::fromLatin1(NewPin.trimmed())));
}

/// What happened since event @p seq, without what differs from one run to the next.
QString storySince(const QString &path, qint64 seq)
{
    const auto database = openBranch(path);
    demand(database);
    const auto events = eventsAfter(**database, seq, 1'000);
    demand(events);
    QStringList lines;
    for (const Event &event : *events) {
        QJsonObject facts = event.facts();
        for (const QLatin1StringView chance :
             {"rank"_L1, "token"_L1, "shift"_L1, "intake"_L1, "dossier"_L1, "intake_digest"_L1,
              "dossier_digest"_L1, "people"_L1}) {
            facts.remove(chance);
        }
        lines.append(word(event.kind) + u' '
                     + QString::fromUtf8(QJsonDocument(facts).toJson(QJsonDocument::Compact)));
    }
    return lines.join(u'\n');
}

qint64 lastSeq(const QString &path)
{
    const auto database = openBranch(path);
    demand(database);
    const auto branch = readBranch(**database);
    demand(branch);
    return branch->seq;
}

QJsonObject timeless(QJsonObject answer)
{
    for (const QLatin1StringView key :
         {"at"_L1, "called_at"_L1, "issued_at"_L1, "arrived_at_ms"_L1, "id"_L1, "waited_s"_L1,
          "shift"_L1, "token"_L1, "tracking_code"_L1, "intake"_L1,
          "person"_L1}) { // times, and what chance gave
        answer.remove(key);
    }
    return answer;
}

ProcessOutcome motcuaKilled(const Office &office, const QStringList &arguments,
                            const QByteArray &input, int at, int level)
{
    return runProgram(QStringLiteral(MOTCUA), arguments,
                      preloaded(u"faults"_s, office.folder(),
                                {{u"FAULT_AT"_s, QString::number(at)},
                                 {u"FAULT_LEVEL"_s, QString::number(level)}}),
                      input);
}

} // namespace

void KillTest::initTestCase()
{
    const QDateTime clock = slightlyAhead();
    m_busy = std::make_unique<Office>(clock);
    makeBusy(*m_busy, clock);
    m_idle = std::make_unique<Office>(clock);
    const auto idle = openBranch(m_idle->path());
    demand(idle);
    for (int i = 0; i < 3; ++i) {
        demand(issueTicket(**idle, fresh(clock), {.group = u"N"_s}));
    }
    m_closed = std::make_unique<Office>(clock);
    const auto closed = openBranch(m_closed->path());
    demand(closed);
    demand(closeDay(**closed, fresh(clock)));
}

void KillTest::killEverywhere(const Office &before, const QStringList &words,
                              const QByteArray &input, int level)
{
    const qint64 seq = lastSeq(before.path());
    const QStringList arguments = QStringList{u"--database"_s, m_work.url(), u"--json"_s} + words
                                  + QStringList{u"--command"_s, SentCommand};
    m_work.resetTo(before);
    const ProcessOutcome undisturbed = runProgram(QStringLiteral(MOTCUA), arguments, {}, input);
    QVERIFY2(undisturbed.exitCode == 0, undisturbed.text().constData());
    const QString story = storySince(m_work.path(), seq);
    QVERIFY(!story.isEmpty());

    for (int at = 1;; ++at) {
        m_work.resetTo(before);
        const ProcessOutcome killed = motcuaKilled(m_work, arguments, input, at, level);
        if (!killed.isKilled()) {
            QVERIFY2(killed.exitCode == 0, killed.text().constData());
            qInfo("%d places", at - 1);
            QVERIFY(at > 4);
            return;
        }
        const QByteArray place = "call " + QByteArray::number(at) + ": ";
        QVERIFY2(killed.output.isEmpty(), place + "answered before everything was on the disk");
        const QStringList faults = faultsOf(m_work.path());
        QVERIFY2(faults.isEmpty(), place + faults.join(u'\n').toUtf8());

        const ProcessOutcome again = runProgram(QStringLiteral(MOTCUA), arguments, {}, input);
        QVERIFY2(again.exitCode == 0, place + again.text());
        QCOMPARE(timeless(again.answer()), timeless(undisturbed.answer()));
        QCOMPARE(storySince(m_work.path(), seq), story);
        QCOMPARE(faultsOf(m_work.path()).join(u'\n'), QString());
    }
}

void KillTest::killedCommandIsDoneOnceWhenSentAgain_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("input");

    const auto row = [](const char *name, const QString &state, const QString &words,
                        const QByteArray &input = {}) {
        QTest::newRow(name) << state << words << input;
    };
    row("open the day", u"closed"_s, u"day open --date 2099-01-05"_s);
    row("close the day", u"idle"_s, u"day close"_s);
    row("import a catalogue", u"closed"_s,
        u"catalogue import "_s + QStringLiteral(SOURCE_DIR "/resources/catalogue/branch-1.json"));
    row("set a PIN", u"idle"_s, u"staff set-pin CB03"_s, NewPin);
    row("sign in", u"busy"_s, u"counter sign-in --counter 5 --staff CB05"_s, NewPin);
    row("sign out", u"busy"_s, u"counter sign-out --counter 6"_s);
    row("issue", u"busy"_s, u"ticket issue --group H --priority elderly"_s);
    row("call", u"busy"_s, u"counter call-next --counter 4"_s);
    row("call again", u"busy"_s, u"counter recall --counter 1"_s);
    row("start", u"busy"_s, u"counter start --counter 1"_s);
    row("no-show", u"busy"_s, u"counter no-show --counter 1"_s);
    row("finish", u"busy"_s, u"counter finish --counter 2"_s);
    row("hold", u"busy"_s, u"counter hold --counter 2"_s);
    row("resume", u"busy"_s, u"counter resume --counter 4"_s);
    row("transfer", u"busy"_s, u"counter transfer --counter 2 --group C"_s);
    QFile form(m_forms.filePath(u"form.json"_s));
    QVERIFY(form.open(QIODevice::WriteOnly));
    QCOMPARE(form.write(FormOfIntake.data(), FormOfIntake.size()), FormOfIntake.size());
    row("record an intake", u"busy"_s, u"intake record --counter 2 --file "_s + form.fileName());
    row("undo", u"busy"_s, u"counter undo --counter 3"_s);
    row("reinstate", u"busy"_s, u"ticket reinstate C001"_s);
    row("cancel", u"busy"_s, u"ticket cancel H004"_s);
}

void KillTest::killedCommandIsDoneOnceWhenSentAgain()
{
    QFETCH(QString, state);
    QFETCH(QString, words);
    QFETCH(QByteArray, input);
    const Office &before = state == "busy"_L1 ? *m_busy : state == "idle"_L1 ? *m_idle : *m_closed;
    killEverywhere(before, words.split(u' '), input, Name);
}

void KillTest::killedAtEveryWriteATicketIsStillIssuedOnce()
{
    killEverywhere(*m_busy, {u"ticket"_s, u"issue"_s, u"--group"_s, u"H"_s}, {}, Everything);
}

void KillTest::killedInitLeavesAWholeBranchOrNone()
{
    for (int at = 1;; ++at) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"branch.db"_s);
        const QStringList arguments{
            u"--database"_s, u"sqlite:"_s + path, u"init"_s, u"--branch"_s,
            QStringLiteral(SOURCE_DIR "/resources/catalogue/branch-1.json")};
        const ProcessOutcome killed =
            runProgram(QStringLiteral(MOTCUA), arguments,
                       preloaded(u"faults"_s, folder.path(),
                                 {{u"FAULT_AT"_s, QString::number(at)},
                                  {u"FAULT_LEVEL"_s, QString::number(Name)}}));
        if (!killed.isKilled()) {
            QVERIFY2(killed.exitCode == 0, killed.text().constData());
            qInfo("%d places", at - 1);
            QVERIFY(at > 10);
            return;
        }
        const bool isThere = QFile::exists(path);
        if (!isThere) {
            const ProcessOutcome again = runProgram(QStringLiteral(MOTCUA), arguments);
            QVERIFY2(again.exitCode == 0, again.text().constData());
        }
        QCOMPARE(faultsOf(path).join(u'\n'), QString());
    }
}

void KillTest::killedBackupLeavesAProvenCopyOrNone()
{
    const qint64 seq = lastSeq(m_busy->path());
    for (int at = 1;; ++at) {
        m_work.resetTo(*m_busy);
        const QString copy = m_work.filePath(u"copy.db"_s);
        const QStringList arguments{u"--database"_s, m_work.url(), u"backup"_s, copy};
        const ProcessOutcome killed = motcuaKilled(m_work, arguments, {}, at, Name);
        QCOMPARE(faultsOf(m_work.path()).join(u'\n'), QString());
        if (!killed.isKilled()) {
            QVERIFY2(killed.exitCode == 0, killed.text().constData());
            qInfo("%d places", at - 1);
            QVERIFY(at > 4);
            return;
        }
        if (!QFile::exists(copy)) {
            const ProcessOutcome again = runProgram(QStringLiteral(MOTCUA), arguments);
            QVERIFY2(again.exitCode == 0, again.text().constData());
        }
        QCOMPARE(faultsOf(copy).join(u'\n'), QString());
        QCOMPARE(lastSeq(copy), seq);
    }
}

void KillTest::killedRestoreLeavesTheBranchOrCanBeRepeated()
{
    const QTemporaryDir elsewhere;
    const QString backup = elsewhere.filePath(u"backup.db"_s);
    {
        const auto database = openBranch(m_busy->path());
        demand(database);
        demand(backupBranch(**database, backup));
    }
    for (int at = 1;; ++at) {
        m_work.resetTo(*m_busy);
        const QStringList arguments{u"--database"_s, m_work.url(), u"--json"_s, u"restore"_s,
                                    backup};
        const ProcessOutcome killed = motcuaKilled(m_work, arguments, {}, at, Name);
        if (!killed.isKilled()) {
            QVERIFY2(killed.exitCode == 0, killed.text().constData());
            qInfo("%d places", at - 1);
            QVERIFY(at > 4);
            return;
        }
        // Whatever lies there is a branch; a command never begins a new one in its place.
        const ProcessOutcome issued =
            runProgram(QStringLiteral(MOTCUA), {u"--database"_s, m_work.url(), u"--json"_s,
                                                u"ticket"_s, u"issue"_s, u"--group"_s, u"H"_s});
        const QByteArray place = "call " + QByteArray::number(at) + ": ";
        const QJsonValue why = issued.answer()["error"_L1];
        QVERIFY2(issued.exitCode == 0 || why == u"database_missing"_s
                     || why == u"database_replaced"_s,
                 place + issued.text());
        const QJsonValue number = issued.answer()["ticket"_L1];
        QVERIFY2(issued.exitCode != 0 || number == u"H005"_s || number == u"H055"_s,
                 place + issued.text());

        const ProcessOutcome again = runProgram(QStringLiteral(MOTCUA), arguments);
        QVERIFY2(again.exitCode == 0, place + again.text());
        QVERIFY2(again.answer()["epoch"_L1].toInt() > 1, place + again.text());
        QCOMPARE(faultsOf(m_work.path()).join(u'\n'), QString());
    }
}

QTEST_GUILESS_MAIN(KillTest)
#include "killtest.moc"
