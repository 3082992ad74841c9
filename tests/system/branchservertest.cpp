// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A branch's server as a technician makes it, and what each PC that joined can and cannot do there.

#include "operations/branchserver.h"
#include "operations/announcements.h"
#include "operations/appointments.h"
#include "operations/callnext.h"
#include "operations/counterbreak.h"
#include "operations/counteroverview.h"
#include "operations/devices.h"
#include "operations/dossiers.h"
#include "operations/hall.h"
#include "operations/intakes.h"
#include "operations/issueticket.h"
#include "operations/offlinetickets.h"
#include "operations/ratings.h"
#include "operations/rosters.h"
#include "operations/signin.h"
#include "operations/ticketprint.h"
#include "operations/today.h"
#include "storage/staffrepository.h"
#include "storage/statement.h"
#include "support/outcome.h"
#include "support/program.h"
#include "sync/branchsync.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QTcpServer>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <map>
#include <memory>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

const QString SampleBranch = QStringLiteral(SOURCE_DIR "/resources/catalogue/branch-1.json");
constexpr auto Pin = "482615\n";
/// At the branch on a Friday in November 2026; later commands of one test come later.
const QDateTime Friday(QDate(2026, 11, 20), QTime(2, 0), Qt::UTC);

constexpr auto Form = R"json({
    "applicant": {"name": "Nguyễn Thị Mai", "id_number": "099191004217", "birth_date": "1991-05-12",
                  "sex": "female", "phone": "0912 345 678", "address": "Số 12 Hàng Bún", "unit": "00004"},
    "procedure": "1.001193",
    "documents": [{"name": "Tờ khai đăng ký khai sinh", "originals": 1, "state": "received"},
                  {"name": "Giấy chứng sinh hoặc giấy thay thế", "originals": 1, "state": "received"},
                  {"name": "Giấy tờ tùy thân (xuất trình)", "state": "returned"}],
    "outcome": "accepted"})json";
constexpr std::array Canaries{"Thị Mai",      "THỊ MAI",  "099191004217", "0912345678",
                              "0912 345 678", "Hàng Bún", "0987654321"};

const QStringList Faces{u"kiosk"_s, u"board"_s, u"counter"_s, u"manager"_s, u"rating"_s};

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

class BranchServerTest : public QObject
{
    Q_OBJECT

public:
    BranchServerTest() { ::chmod(QFile::encodeName(m_root.path()).constData(), 0711); }

private:
    [[nodiscard]] QString folder() const { return m_root.filePath(u"server"_s); }
    /// The settings of the PC @p name, or of the server's own administrator.
    [[nodiscard]] QString settingsOf(const QString &name) const
    {
        return (name == "server"_L1 ? folder() : m_root.filePath(name)) + u"/motcua.conf"_s;
    }
    [[nodiscard]] QString placeOf(const QString &name) const
    {
        return QSettings(settingsOf(name), QSettings::IniFormat).value(u"database"_s).toString();
    }
    [[nodiscard]] std::unique_ptr<Database> openAs(const QString &name) const
    {
        auto database = openBranch(placeOf(name), u"CN1"_s);
        if (!database) {
            qCritical("%s: %s", qPrintable(name), qPrintable(told(database.error())));
            return nullptr;
        }
        return std::move(*database);
    }
    /// A command of the technician, who has the real clock.
    [[nodiscard]] static Run admin(const QString &line, const QByteArray &input = {})
    {
        static const Program program;
        return program.run(line.split(u' ') + QStringList{u"--json"_s}, input);
    }
    /// A command at the PC @p name on Friday.
    [[nodiscard]] Run at(const QString &name, const QString &line, const QByteArray &input = {})
    {
        m_pc.set(u"MOTCUA_SETTINGS"_s, settingsOf(name));
        m_pc.setClock(m_now);
        m_now = m_now.addSecs(1);
        return m_pc.run(line.split(u' ') + QStringList{u"--json"_s}, input);
    }
    [[nodiscard]] CommandContext next()
    {
        m_now = m_now.addSecs(1);
        return {QUuid::createUuid(), m_now};
    }
    [[nodiscard]] QString enrolled(const QString &name, const QString &face, QByteArray &code) const
    {
        QString file = m_root.filePath(name + u".join"_s);
        const Run run = admin(
            u"server enrol %1 --face %2 --folder %3 --output %4"_s.arg(name, face, folder(), file));
        code = run.json()[u"code"_s].toString().toUtf8() + '\n';
        return run.exitCode == 0 ? file : QString();
    }
    [[nodiscard]] bool join(const QString &name, const QString &face) const
    {
        QByteArray code;
        const QString file = enrolled(name, face, code);
        const Run run = admin(u"join %1 --folder %2"_s.arg(file, m_root.filePath(name)), code);
        if (run.exitCode != 0) {
            qCritical() << run.out << run.err;
        }
        return run.exitCode == 0;
    }
    /// Serves H001 at counter 3 and records Form; returns the dossier's code.
    [[nodiscard]] QString record();
    [[nodiscard]] QString serverLog() const;

    QTemporaryDir m_root;
    Program m_pc;
    QDateTime m_now = Friday;
    QString m_dossier;
    QString m_backup;
    std::map<QString, std::unique_ptr<Database>> m_open; ///< by face

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void kioskDoesItsWork();
    void boardDoesItsWork();
    void counterDoesItsWork();
    void anOlderServerLearnsOfRatings();
    void ratingDoesItsWork();
    void managerDoesItsWork();
    void whatIsNotOnesWorkIsDenied_data();
    void whatIsNotOnesWorkIsDenied();
    void nobodySeesWhatOthersAskFor();
    void onlyACertificateWithItsPasswordGetsIn_data();
    void onlyACertificateWithItsPasswordGetsIn();
    void aFileOpensOnceAndForADay();
    void aRevokedPcIsCutOffAndStaysOut();
    void aCertificateThatEndsSoonIsTold_data();
    void aCertificateThatEndsSoonIsTold();
    void onlyToolsOfItsVersionTouchIt();
    void aSecondInitRefusesAndAnInterruptedOneIsDoneAgain();
    void aBackupIsWholeAndCanBePutBack();
    void aBackupFitsANewServerWithItsKey();
    void aPcCannotUseUpTheServer();
    void nothingPersonalIsInTheLog();
    void theBranchIsWhole();
};

void BranchServerTest::initTestCase()
{
    const Run made =
        admin(u"server init --folder %1 --branch %2 --port %3"_s.arg(folder(), SampleBranch)
                  .arg(freePort()));
    QVERIFY2(made.exitCode == 0, made.out + made.err);
    QCOMPARE(at(u"server"_s, u"staff set-pin CB03"_s, Pin).exitCode, 0);
    for (const QString &face : Faces) {
        QVERIFY(join(face + u"-1"_s, face));
    }
    const Run opened = at(u"manager-1"_s, u"day open"_s);
    QVERIFY2(opened.exitCode == 0, opened.out + opened.err);
}

void BranchServerTest::cleanupTestCase()
{
    m_open.clear();
    QCOMPARE(admin(u"server stop --folder "_s + folder()).exitCode, 0);
}

QString BranchServerTest::record()
{
    const auto runs = [this](const QString &line, const QByteArray &input = {}) {
        const Run run = at(u"counter-1"_s, line, input);
        if (run.exitCode != 0) {
            qCritical() << line << run.out << run.err;
        }
        return run.exitCode == 0;
    };
    if (at(u"kiosk-1"_s, u"ticket issue --group H"_s).exitCode != 0
        || !runs(u"counter call-next --counter 3"_s) || !runs(u"counter start --counter 3"_s)) {
        return {};
    }
    const Run run = at(u"counter-1"_s,
                       u"intake record --counter 3 --file "_s + m_pc.write(u"form.json"_s, Form));
    if (run.exitCode != 0) {
        qCritical() << run.out << run.err;
    }
    return run.json()[u"code"_s].toString();
}

void BranchServerTest::kioskDoesItsWork()
{
    QVERIFY(at(u"manager-1"_s,
               u"appointment import "_s
                   + m_pc.write(u"bookings.csv"_s, "code;group;date;time;phone\n"
                                                   "BK1;H;2026-11-20;09:30;0987654321\n"
                                                   "BK2;H;2026-11-20;09:40;0987654322\n"))
                .exitCode
            == 0);
    const auto kiosk = openAs(u"kiosk-1"_s);
    QVERIFY(kiosk);
    VERIFY_RESULT(readOfferedCatalogue(*kiosk));
    const CommandContext command = next();
    const auto issued =
        issueTicket(*kiosk, command, {.group = u"H"_s, .priority = u"elderly"_s, .kiosk = 1});
    VERIFY_RESULT(issued);
    const auto again =
        issueTicket(*kiosk, command, {.group = u"H"_s, .priority = u"elderly"_s, .kiosk = 1});
    VERIFY_RESULT(again);
    QCOMPARE(again->ticket, issued->ticket); // the stored answer is its own
    const auto pending = pendingPrints(*kiosk, 1, m_now);
    VERIFY_RESULT(pending);
    QCOMPARE(pending->size(), size_t{1});
    VERIFY_RESULT(recordPrint(*kiosk, next(), issued->ticket, PrintState::Printed));
    VERIFY_RESULT(checkIn(*kiosk, next(), u"0987654321"_s, 1));
    // For the time without the server: numbers in advance, told later in the place of one whose answer
    // was lost, and one told too late.
    const auto lease = leaseNumbers(*kiosk, next(), 1, u"K"_s);
    VERIFY_RESULT(lease);
    const CommandContext lost = next();
    VERIFY_RESULT(issueTicket(*kiosk, lost, {.group = u"K"_s, .kiosk = 1}));
    const auto given = [&](int number, const QDate &day) {
        return OfflineTicket{.id = QUuid::createUuid(),
                             .wish = lost.id,
                             .number = {u'K', number},
                             .date = day,
                             .kiosk = 1,
                             .arrivedAt = m_now.toMSecsSinceEpoch(),
                             .token = u"abcdefghijklmnop"_s};
    };
    const auto told = tellTicket(*kiosk, next(), given(lease->first, lease->date));
    VERIFY_RESULT(told);
    QCOMPARE(told->lapsed, QString());
    Statement replaced(*kiosk, uR"(
        SELECT state FROM leg JOIN ticket ON ticket.id = leg.ticket_id
        WHERE series = 'K' AND number = 1)"_s);
    QCOMPARE(replaced.row([](const Row &row) { return row.text(0); }).value().value(),
             u"cancelled"_s);
    const auto late = tellTicket(*kiosk, next(), given(lease->first + 1, lease->date.addDays(-1)));
    VERIFY_RESULT(late);
    QCOMPARE(late->lapsed, u"day_over"_s);
    // A number that somebody has on paper is not ended by it.
    VERIFY_RESULT(
        kiosk->run(u"UPDATE leg SET state = 'cancelled', ended_at = 0, changed_seq = 0"
                   " WHERE ticket_id IN (SELECT id FROM ticket WHERE print_state = 'printed')"_s));
    Statement waiting(*kiosk, u"SELECT count(*) FROM leg WHERE state = 'waiting'"_s);
    QCOMPARE(waiting.row([](const Row &row) { return row.integer(0); }).value().value(), 3);
    VERIFY_RESULT(readHall(*kiosk, m_now));
    VERIFY_RESULT(reportDevice(*kiosk, {.kind = DeviceKind::Kiosk}, m_now));
    VERIFY_RESULT(reportDevice(*kiosk, {.kind = DeviceKind::Kiosk}, m_now)); // over the first
    VERIFY_RESULT(raiseHelp(*kiosk, 1, HelpReason::Citizen, m_now));
    QVERIFY(kiosk->holdDevice(u"kiosk-1"_s).value());
    VERIFY_RESULT(kiosk->changeMark());
    // Neither the people who work here nor their PINs are its business, so it has a PIN of its own.
    QCOMPARE(codeOf(isStaffPin(*kiosk, u"482615"_s)), u"access_denied"_s);
    QVERIFY(!QSettings(settingsOf(u"kiosk-1"_s), QSettings::IniFormat)
                 .value(u"kiosk/exit_pin"_s)
                 .toString()
                 .isEmpty());
    QVERIFY(!QFile::exists(kiosk->keyFile()));
}

void BranchServerTest::counterDoesItsWork()
{
    const auto counter = openAs(u"counter-1"_s);
    QVERIFY(counter);
    const auto runs = [this](const QString &line, const QByteArray &input = {}) {
        const Run run = at(u"counter-1"_s, line, input);
        if (run.exitCode != 0) {
            qCritical() << line << run.out << run.err;
        }
        return run.exitCode == 0;
    };
    VERIFY_RESULT(readCounterCatalogue(*counter, 3));
    QCOMPARE(at(u"counter-1"_s, u"counter sign-in --counter 3 --staff CB03"_s, "111222\n").error(),
             u"wrong_pin"_s);
    QVERIFY(runs(u"counter sign-in --counter 3 --staff CB03"_s, Pin));
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(at(u"kiosk-1"_s, u"ticket issue --group H"_s).exitCode, 0);
    }
    for (const QString &line :
         {u"call-next"_s, u"recall"_s, u"start"_s, u"undo"_s, u"start"_s, u"hold"_s, u"resume"_s,
          u"transfer --group C"_s, u"call-next"_s, u"start"_s, u"finish"_s, u"undo"_s, u"finish"_s,
          u"call-next"_s, u"recall"_s, u"recall"_s, u"no-show"_s, u"break --reason rest"_s,
          u"back"_s}) {
        QVERIFY(runs(u"counter %1 --counter 3"_s.arg(line)));
    }
    m_dossier = record();
    QVERIFY(!m_dossier.isEmpty());
    QString lines = uR"(intake search Mai
intake list
intake show CODE --staff CB03 --reason xem
intake correct CODE --counter 3 --file FORM
intake print CODE --staff CB03 --pdf PDF
intake reprint CODE --staff CB03 --reason mất --pdf PDF
intake register --day 2026-11-20 --staff CB03 --pdf PDF
counter finish --counter 3)"_s;
    QByteArray corrected = Form;
    corrected.replace(R"("outcome": "accepted")",
                      R"("outcome": "accepted", "correction": "gõ nhầm số nhà")");
    corrected.replace("Số 12", "Số 21");
    lines.replace(u"CODE"_s, m_dossier)
        .replace(u"PDF"_s, m_pc.path(u"form.pdf"_s))
        .replace(u"FORM"_s, m_pc.write(u"corrected.json"_s, corrected));
    for (const QString &line : lines.split(u'\n')) {
        QVERIFY(runs(line));
    }
    // What the screen does beside.
    const auto shift = StaffRepository(*counter).openShiftAt(3);
    VERIFY_RESULT(shift);
    QVERIFY(runs(u"counter call-next --counter 3"_s));
    VERIFY_RESULT(beat(*counter, 3, (*shift)->id, m_now));
    VERIFY_RESULT(unlock(*counter, m_now, 3, (*shift)->id, u"CB03"_s, u"482615"_s));
    VERIFY_RESULT(readCounter(*counter, m_now, 3));
    VERIFY_RESULT(readHall(*counter, m_now));
    const auto vault = vaultOf(*counter);
    VERIFY_RESULT(vault);
    const auto person = findKnownPerson(*counter, *vault, u"099191004217"_s);
    VERIFY_RESULT(person);
    QVERIFY(*person);
    Draft draft;
    draft.intake.applicant.name = u"Trần Văn Canary"_s;
    for (int i = 0; i < 2; ++i) {
        VERIFY_RESULT(saveDraft(*counter, *vault, {.counter = 3}, draft, m_now));
    }
    VERIFY_RESULT(draftAt(*counter, *vault, {.counter = 3}));
    VERIFY_RESULT(dossierAtHand(*counter, *vault, m_dossier));
    const auto asked = openHelp(*counter);
    VERIFY_RESULT(asked);
    for (const HelpRequest &help : *asked) {
        VERIFY_RESULT(acknowledgeHelp(*counter, help.id, m_now));
    }
    QVERIFY(openHelp(*counter).value().empty());
    QVERIFY(runs(u"counter no-show --counter 3"_s) || runs(u"counter finish --counter 3"_s));
    QVERIFY(runs(u"counter sign-out --counter 3"_s));
    QVERIFY(runs(u"counter sign-in --counter 3 --staff CB03"_s, Pin));
    QVERIFY(runs(u"report daily"_s));
}

void BranchServerTest::boardDoesItsWork()
{
    QVERIFY(at(u"counter-1"_s, u"counter sign-in --counter 3 --staff CB03"_s, Pin).exitCode == 0);
    QCOMPARE(at(u"counter-1"_s, u"counter call-next --counter 3"_s).exitCode, 0);
    const auto board = openAs(u"board-1"_s);
    QVERIFY(board);
    VERIFY_RESULT(readStoredCatalogue(*board));
    VERIFY_RESULT(readHall(*board, m_now));
    VERIFY_RESULT(reportDevice(*board, {.kind = DeviceKind::Board, .volume = 80}, m_now));
    QVERIFY(board->holdDevice(u"board-1"_s).value());
    const Speaker speaker{.device = u"board-1"_s, .session = QUuid::createUuid()};
    const auto call = nextAnnouncement(*board, speaker, m_now);
    VERIFY_RESULT(call);
    QVERIFY(*call);
    VERIFY_RESULT(keepSpeaking(*board, speaker, m_now));
    VERIFY_RESULT(finishAnnouncement(*board, speaker, (*call)->id, AnnouncementState::Done, m_now));
    VERIFY_RESULT(stopSpeaking(*board, speaker));
    QCOMPARE(at(u"counter-1"_s, u"counter finish --counter 3"_s).exitCode, 0);
}

void BranchServerTest::anOlderServerLearnsOfRatings()
{
    QFile admission(folder() + u"/data/pg_hba.conf"_s);
    QVERIFY(admission.open(QIODevice::ReadWrite));
    QByteArray older = admission.readAll();
    QVERIFY(older.contains(",+rating"));
    older.replace(",+rating", "");
    QVERIFY(admission.resize(0) && admission.seek(0));
    QCOMPARE(admission.write(older), older.size());
    admission.close();
    QVERIFY(admin(u"server start --folder "_s + folder()).exitCode == 0);
    QVERIFY(openAs(u"rating-1"_s));
}

void BranchServerTest::ratingDoesItsWork()
{
    QCOMPARE(at(u"kiosk-1"_s, u"ticket issue --group H"_s).exitCode, 0);
    for (const QString &line : {u"call-next"_s, u"start"_s, u"finish"_s}) {
        QCOMPARE(at(u"counter-1"_s, u"counter %1 --counter 3"_s.arg(line)).exitCode, 0);
    }
    const auto tablet = openAs(u"rating-1"_s);
    QVERIFY(tablet);
    const auto state = readRatingState(*tablet, 3);
    VERIFY_RESULT(state);
    QVERIFY(state->isOpen && state->offer);
    // No counter can, whoever sits there.
    QCOMPARE(at(u"counter-1"_s, u"rating give --counter 3 --level very"_s).error(),
             u"access_denied"_s);
    QCOMPARE(at(u"counter-1"_s, u"counter break --counter 3 --reason rest"_s).exitCode, 0);
    const QUuid id = QUuid::createUuid();
    for (int i = 0; i < 2; ++i) { // the second is a repeated sending
        VERIFY_RESULT(giveRating(*tablet, {id, m_now},
                                 {.counter = 3,
                                  .ticket = state->offer->ticket,
                                  .leg = state->offer->leg,
                                  .level = RatingLevel::Not,
                                  .comment = u"Trần Văn Canary gắt gỏng"_s}));
    }
    QCOMPARE(at(u"rating-1"_s, u"rating give --counter 3 --level very"_s).error(),
             u"rating_given"_s);
    // What changes nothing is answered again, although the counter does not see the latest event.
    const auto counter = openAs(u"counter-1"_s);
    QVERIFY(counter);
    const QUuid pause = QUuid::createUuid();
    for (int i = 0; i < 2; ++i) {
        const auto paused = startBreak(*counter, {pause, m_now}, 3, u"rest"_s);
        VERIFY_RESULT(paused);
        QCOMPARE(paused->state, u"on_break"_s);
    }
    QCOMPARE(at(u"counter-1"_s, u"counter back --counter 3"_s).exitCode, 0);
    QCOMPARE(at(u"rating-1"_s, u"rating list"_s).error(), u"access_denied"_s);
    QCOMPARE(at(u"counter-1"_s, u"rating list"_s).error(), u"access_denied"_s);
    const Run listed = at(u"manager-1"_s, u"rating list"_s);
    QVERIFY2(listed.exitCode == 0, listed.out + listed.err);
    const QJsonObject comment = listed.json()[u"comments"_s].toArray().first().toObject();
    QCOMPARE(comment[u"text"_s].toString(), u"Trần Văn Canary gắt gỏng"_s);
    const Run handled =
        at(u"manager-1"_s, u"rating handle %1 --staff CB03"_s.arg(comment[u"rating"_s].toString()),
           "Đã nhắc nhở\n");
    QVERIFY2(handled.exitCode == 0, handled.out + handled.err);
    // Nor does a counter learn of it from the events and answers that it reads otherwise.
    for (const QString &sql :
         {u"SELECT count(*) FROM event WHERE kind IN ('rated', 'comment_handled')"_s,
          u"SELECT count(*) FROM command WHERE answer LIKE '%\"rating\":%'"_s}) {
        const std::array<std::pair<QString, int>, 2> readers{
            {{u"manager-1"_s, 2}, {u"counter-1"_s, 0}}};
        for (const auto &[pc, count] : readers) {
            const auto database = openAs(pc);
            QVERIFY(database);
            Statement select(*database, sql);
            const auto read = select.row([](const Row &row) { return row.integer(0); });
            VERIFY_RESULT(read);
            QCOMPARE(**read, count);
        }
    }
    QCOMPARE(
        at(u"manager-1"_s, u"report satisfaction"_s).json()[u"total"_s][u"handled_share"_s].toInt(),
        1000);
}

void BranchServerTest::managerDoesItsWork()
{
    QCOMPARE(at(u"counter-1"_s, u"counter break --counter 3 --reason rest"_s).exitCode, 0);
    {
        const auto manager = openAs(u"manager-1"_s);
        const auto counter = openAs(u"counter-1"_s);
        QVERIFY(manager && counter);
        VERIFY_RESULT(readToday(*manager, m_now, {}));
        for (int i = 0; i < 2; ++i) {
            VERIFY_RESULT(remindCounter(*manager, 3, m_now));
        }
        const auto overview = readCounter(*counter, m_now, 3);
        VERIFY_RESULT(overview);
        QCOMPARE(overview->help.size(), size_t{1});
        QCOMPARE(overview->help.front().reason, HelpReason::ComeBack);
    }
    QCOMPARE(at(u"counter-1"_s, u"counter back --counter 3"_s).exitCode, 0);
    QCOMPARE(at(u"counter-1"_s, u"counter sign-out --counter 3"_s).exitCode, 0);
    for (const QString &line :
         {u"ticket list"_s, u"ticket show H001"_s, u"ticket issue --group C"_s,
          u"ticket cancel C001"_s, u"ticket issue --group C"_s, u"staff list"_s, u"staff roster"_s,
          u"appointment list"_s, u"report daily"_s, u"day close"_s, u"report daily"_s,
          u"report period"_s, u"report counters"_s, u"report waits"_s, u"report register"_s,
          u"report overdue"_s, u"report 06a"_s, u"day open --date 2026-11-20"_s,
          u"ticket reinstate C002"_s}) {
        const Run run = at(u"manager-1"_s, line);
        QVERIFY2(run.exitCode == 0, qPrintable(line + QString::fromUtf8(run.out + run.err)));
    }
    const QString roster =
        m_pc.write(u"roster.csv"_s, "date;staff;counter\n2026-11-21;CB03;3\n2026-11-21;CB04;4\n");
    QCOMPARE(at(u"manager-1"_s, u"staff roster import "_s + roster).json()[u"entries"_s].toInt(),
             2);
    QCOMPARE(at(u"counter-1"_s, u"staff roster import "_s + roster).error(), u"access_denied"_s);
    {
        const auto manager = openAs(u"manager-1"_s);
        QVERIFY(manager);
        VERIFY_RESULT(takeOffRoster(*manager, next(), QDate(2026, 11, 21), u"CB04"_s));
        VERIFY_RESULT(putOnRoster(*manager, next(),
                                  {.date = QDate(2026, 11, 21),
                                   .staff = u"CB05"_s,
                                   .counter = 4,
                                   .starts = {},
                                   .agency = {}}));
        const auto expected = readRosterOf(*manager, QDate(2026, 11, 21), m_now);
        VERIFY_RESULT(expected);
        QCOMPARE(expected->size(), size_t{2});
    }
    QCOMPARE(at(u"manager-1"_s, u"staff set-pin CB04"_s, "739152\n").exitCode, 0);
    const auto database = openAs(u"manager-1"_s);
    QVERIFY(database);
    const auto standing = syncStanding(*database);
    VERIFY_RESULT(standing);
    QVERIFY(standing->head > 0);
    // Nobody's record: the key is for what citizens wrote.
    QCOMPARE(at(u"manager-1"_s, u"intake list"_s).error(), u"access_denied"_s);
    QVERIFY(QFile::exists(Database::keyFileOf(placeOf(u"manager-1"_s))));
    QVERIFY(!QFile::exists(Database::keyFileOf(placeOf(u"rating-1"_s))));
}

void BranchServerTest::whatIsNotOnesWorkIsDenied_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("allowed");
    const auto row = [](const char *name, const char *sql, const QStringList &allowed = {}) {
        QTest::newRow(name) << QString::fromUtf8(sql) << allowed;
    };
    const QString kiosk = u"kiosk"_s;
    const QString counter = u"counter"_s;
    const QString manager = u"manager"_s;
    const QString rating = u"rating"_s;

    row("read ratings", "SELECT level FROM rating", {manager});
    row("read comments", "SELECT content FROM rating", {manager});
    row("rate",
        "INSERT INTO rating (id, ticket_id, leg, business_date, group_letter, counter, level,"
        " rated_at, changed_seq)"
        " SELECT 'x', 'x', 1, '2026-11-20', 'H', 3, 'very', 0, 0",
        {rating});
    row("rate with a comment handled",
        "INSERT INTO rating SELECT 'x', 'x', 1, '2026-11-20', 'H', 3, 'very', 0, 'x', 'handled',"
        " 'CB03', 1, '', 0");
    row("change a rating", "UPDATE rating SET level = 'very'");
    row("change a comment", "UPDATE rating SET content = 'x'");
    row("erase a rating", "DELETE FROM rating");
    row("handle comments",
        "UPDATE rating SET state = 'handled', handled_by = 'CB03' WHERE state = 'received'",
        {manager});
    row("read whose visits were served", "SELECT staff FROM leg", {kiosk, counter, manager});
    row("read people", "SELECT box FROM person", {counter});
    row("find people", "SELECT id_index, phone_index FROM person", {counter});
    row("read people's words", "SELECT word FROM person_word", {counter});
    row("read visits", "SELECT content FROM intake", {counter});
    row("count visits", "SELECT count(outcome) FROM intake", {counter, manager});
    row("read dossiers", "SELECT code FROM dossier", {counter, manager});
    row("read whose dossiers are", "SELECT applicant FROM dossier", {counter});
    row("read drafts", "SELECT box FROM intake_draft", {counter});
    row("read forms", "SELECT content FROM issued_form", {counter});
    row("read events", "SELECT body FROM event", {counter, manager});
    row("read others' answers", "SELECT answer FROM command", {kiosk, counter, manager, rating});
    row("remind a counter",
        "INSERT INTO help_request (id, kiosk, reason, at, counter) "
        "VALUES (99, 0, 'come_back', 1, 1)",
        {manager});
    row("read rosters", "SELECT staff FROM roster", {manager});
    row("change a roster", "UPDATE roster SET counter = 1", {manager});
    row("erase a roster", "DELETE FROM roster");
    row("read tokens", "SELECT token FROM ticket", {kiosk, counter, manager});
    row("read who works here", "SELECT name FROM staff", {counter, manager});
    row("read PINs", "SELECT pin_hash FROM staff", {counter, manager});
    row("read the key of bookings", "SELECT lookup_key FROM branch", {kiosk, manager});
    row("read when bookings are", "SELECT code FROM booking", {kiosk, counter, manager});
    row("read bookings", "SELECT phone_hash FROM appointment", {kiosk, counter, manager});

    row("add a person", "INSERT INTO person (id, recorded_at, changed_seq) VALUES ('x', 0, 0)",
        {counter});
    row("change a person", "UPDATE person SET box = NULL");
    row("erase a person", "DELETE FROM person");
    row("change a visit", "UPDATE intake SET content = 'x'");
    row("erase a visit", "DELETE FROM intake");
    row("erase a dossier", "DELETE FROM dossier");
    row("change a form", "UPDATE issued_form SET content = 'x'");
    row("change an event", "UPDATE event SET body = 'x'");
    row("erase an event", "DELETE FROM event");
    row("erase all events", "TRUNCATE event");
    row("change an answer", "UPDATE command SET answer = 'x'");
    row("erase an answer", "DELETE FROM command");
    row("erase a ticket", "DELETE FROM ticket");
    row("change a number", "UPDATE ticket SET number = 1");
    row("set a print state", "UPDATE ticket SET print_state = 'printed'", {kiosk});

    row("call somebody",
        "UPDATE leg SET state = 'called', counter = 4, staff = 'CB04' WHERE ordinal ="
        " (SELECT min(ordinal) FROM leg) AND ticket_id = (SELECT min(ticket_id) FROM leg)",
        {counter});
    // A kiosk may touch waits that no paper tells of: what it changes counts, not that it may try.
    row("end somebody's wait",
        "DO $$ BEGIN UPDATE leg SET state = 'expired';"
        " IF NOT FOUND THEN RAISE insufficient_privilege; END IF; END $$",
        {counter, manager});
    row("take numbers in advance", "UPDATE waiting_line SET leased_from = 900, leased = 100",
        {kiosk});
    row("count what was told too late", "UPDATE waiting_line SET lapsed = 1", {kiosk});
    row("go before others", "UPDATE leg SET rank = 0");
    row("be called at once",
        "INSERT INTO leg (ticket_id, ordinal, business_date, group_letter, state, rank, "
        "arrival_seq,"
        " queued_at, counter, staff, changed_seq) SELECT id, 1, business_date, 'H', 'called', 0, 0,"
        " 0, 3, 'CB03', 0 FROM ticket WHERE FALSE UNION ALL SELECT 'x', 1, '2026-11-20', 'H',"
        " 'called', 0, 0, 0, 3, 'CB03', 0",
        {counter});
    row("announce",
        "INSERT INTO announcement VALUES (0, '', 'x', 'H', 1, 'H', 1, 0, FALSE, 'pending')",
        {counter});
    row("silence a call", "UPDATE announcement SET state = 'done'", {u"board"_s, counter, manager});
    row("change a call", "UPDATE announcement SET counter = 1");
    row("be the speaker", "UPDATE speaker SET session = 'x'", {u"board"_s});
    row("open a shift", "INSERT INTO shift VALUES ('x', 3, 'CB03', 0, 0)", {counter});
    row("close shifts", "UPDATE shift SET closed_at = 0 WHERE FALSE", {counter, manager});

    row("move the head", "UPDATE branch SET seq = seq", {kiosk, counter, manager, rating});
    row("set the branch's clock", "UPDATE branch SET last_at = 0",
        {kiosk, counter, manager, rating});
    row("close the day", "UPDATE branch SET business_date = NULL", {manager});
    row("change the branch", "UPDATE branch SET settings = '{}'");
    row("retire the branch", "UPDATE branch SET retired = TRUE");
    row("change the sealing key", "UPDATE branch SET public_key = NULL");
    row("set a PIN", "UPDATE staff SET pin_hash = 'x'", {manager});
    row("unlock a PIN", "UPDATE staff SET failed_attempts = 0", {counter, manager});
    row("grant a permission", "INSERT INTO staff_permission VALUES ('CB03', 'call_chosen', 0)");
    row("change the catalogue", "UPDATE ticket_group SET name_vi = 'x'");
    row("change a procedure", "UPDATE procedure_version SET detail = '{}'");
    row("add a version",
        "INSERT INTO procedure_version VALUES ('1.001193', 99, '{}', 'branch', 0)");
    row("change a booking", "UPDATE appointment SET phone_hash = NULL", {manager});
    for (const char *kind :
         {"day_closed", "leg_called", "intake_recorded", "pin_set", "personal_data_erased",
          "ticket_issued", "branch_restored", "numbers_leased", "ticket_lapsed", "visit_told",
          "rated", "comment_handled", "roster_set"}) {
        const QString word = QString::fromLatin1(kind);
        const QStringList allowed =
            word == "ticket_issued"_L1 ? QStringList{kiosk, manager}
            : word == "numbers_leased"_L1 || word == "ticket_lapsed"_L1 ? QStringList{kiosk}
            : word == "leg_called"_L1 || word == "intake_recorded"_L1 || word == "visit_told"_L1
                ? QStringList{counter}
            : word == "rated"_L1 ? QStringList{rating}
            : word == "day_closed"_L1 || word == "pin_set"_L1 || word == "comment_handled"_L1
                    || word == "roster_set"_L1
                ? QStringList{manager}
                : QStringList();
        QTest::newRow(qPrintable(u"say "_s + word))
            << u"INSERT INTO event VALUES (999999, '%1', 0, 0, NULL, 'x', '{}', repeat('0', 64))"_s
                   .arg(word)
            << allowed;
    }
    row("report as a kiosk", "INSERT INTO device VALUES ('kiosk', 9, 'ok', 0, 0)", {kiosk});
    row("report as a board", "INSERT INTO device VALUES ('board', 9, 'ok', 0, 0)", {u"board"_s});

    row("make a table", "CREATE TABLE motcua.x (y INTEGER)");
    row("make a table elsewhere", "CREATE TABLE public.x (y INTEGER)");
    row("make a schema", "CREATE SCHEMA x");
    row("make a table for now", "CREATE TEMPORARY TABLE x (y INTEGER)");
    row("make a function", "CREATE FUNCTION motcua.x() RETURNS INTEGER LANGUAGE sql AS 'SELECT 1'");
    row("drop a table", "DROP TABLE motcua.event");
    row("switch policies off", "ALTER TABLE motcua.event DISABLE ROW LEVEL SECURITY");
    row("run a program", "COPY ticket_group TO PROGRAM 'true'");
    row("write a file", "COPY ticket_group TO '/tmp/x'");
    row("read a file", "SELECT pg_read_file('/etc/passwd')");
    row("read passwords", "SELECT rolpassword FROM pg_authid");
    row("set another's password", "ALTER ROLE branch_owner PASSWORD 'x'");
    row("set one's limit", "ALTER ROLE CURRENT_USER CONNECTION LIMIT 100");
    row("make a role", "CREATE ROLE x LOGIN");
    row("become the owner", "SET ROLE branch_owner");
    row("become the administrator", "SET ROLE postgres");
    row("borrow the right to enrol", "SET ROLE branch_enroller");
    row("become a counter", "SET ROLE counter", {counter});
    row("become a manager", "SET ROLE manager", {manager});
    row("let statements be logged", "SET log_min_error_statement = 'debug5'");
    row("let values be logged", "SET log_statement = 'all'");
    row("forget checks", "SET session_replication_role = replica");
    row("end others", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                      " WHERE usename = 'postgres' OR usename IS NULL");
    row("read the configuration again", "SELECT pg_reload_conf()");
}

void BranchServerTest::whatIsNotOnesWorkIsDenied()
{
    QFETCH(QString, sql);
    QFETCH(QStringList, allowed);
    for (const QString &face : Faces) {
        auto &database = m_open[face];
        if (!database) {
            database = openAs(face + u"-1"_s);
        }
        QVERIFY(database);
        VERIFY_RESULT(database->run(u"BEGIN"_s));
        const QString told = codeOf(database->run(sql));
        static_cast<void>(database->run(u"ROLLBACK"_s));
        QVERIFY2(allowed.contains(face) == (told != "access_denied"_L1),
                 qPrintable(face + u": "_s + told));
    }
}

void BranchServerTest::nobodySeesWhatOthersAskFor()
{
    const auto counter = openAs(u"counter-1"_s);
    QVERIFY(counter);
    VERIFY_RESULT(counter->run(u"SELECT 'Nguyễn Thị Mai'"_s));
    const auto kiosk = openAs(u"kiosk-1"_s);
    QVERIFY(kiosk);
    Statement others(*kiosk, u"SELECT query FROM pg_stat_activity WHERE usename = 'counter-1'"_s);
    const auto seen = others.rows([](const Row &row) { return row.text(0); });
    VERIFY_RESULT(seen);
    QVERIFY(!seen->empty());
    QCOMPARE(std::ranges::count(*seen, u"<insufficient privilege>"_s), std::ssize(*seen));
    // Of answers a kiosk finds those to its own commands alone, of events not what they say.
    Statement answers(*kiosk, u"SELECT DISTINCT kind FROM command JOIN event USING (seq)"_s);
    const auto kinds = answers.rows([](const Row &row) { return row.text(0); });
    VERIFY_RESULT(kinds);
    static const QRegularExpression own(u"^(ticket_|numbers_leased$)"_s);
    QCOMPARE(QStringList(kinds->begin(), kinds->end()).filter(own).size(),
             static_cast<qsizetype>(kinds->size()));
    QVERIFY(!kinds->empty());
    // And of bookings the one it names.
    const auto bookings = [](Database &at) {
        Statement select(at, u"SELECT code FROM appointment ORDER BY code"_s);
        const auto codes = select.rows([](const Row &row) { return row.text(0); });
        return codes ? QStringList(codes->begin(), codes->end()).join(u' ') : codeOf(codes);
    };
    const QString all = bookings(*counter);
    QVERIFY(all.contains(u' '));
    QCOMPARE(bookings(*kiosk), QString());
    const QString one = all.section(u' ', 0, 0);
    VERIFY_RESULT(kiosk->seekBookings({one, u"x"_s}));
    QCOMPARE(bookings(*kiosk), one);
    VERIFY_RESULT(kiosk->seekBookings({QString(), QString()}));
    QCOMPARE(bookings(*kiosk), QString());
}

void BranchServerTest::onlyACertificateWithItsPasswordGetsIn_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("works");
    const auto row = [](const char *name, const QString &from, const QString &to,
                        bool works = false) { QTest::newRow(name) << from << to << works; };
    row("both", {}, {}, true);
    row("no certificate", u"sslcert=[^&]*"_s, u"sslcert=/nonexistent"_s);
    row("another's certificate", u"/kiosk-1/kiosk-1"_s, u"/board-1/board-1"_s);
    row("another's name", u"//kiosk-1:"_s, u"//board-1:"_s);
    row("wrong password", u":[^:@]*@"_s, u":x@"_s);
    row("without TLS", u"sslmode=verify-full"_s, u"sslmode=disable"_s);
    row("an old TLS", u"sslmode=verify-full"_s,
        u"sslmode=verify-full&ssl_max_protocol_version=TLSv1.2"_s);
    row("another database", u"/branch\\?"_s, u"/postgres?"_s);
    row("the owner from the network", u"//kiosk-1:"_s, u"//branch_owner:"_s);
    row("the administrator from the network", u"//kiosk-1:"_s, u"//postgres:"_s);
    row("a face's own role", u"//kiosk-1:"_s, u"//kiosk:"_s);
}

void BranchServerTest::onlyACertificateWithItsPasswordGetsIn()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, works);
    QString place = placeOf(u"kiosk-1"_s);
    if (!from.isEmpty()) {
        const QString before = place;
        place.replace(QRegularExpression(from), to);
        QVERIFY(place != before);
    }
    QCOMPARE(codeOf(openBranch(place)), works ? u"ok"_s : u"server_unreachable"_s);
}

void BranchServerTest::aFileOpensOnceAndForADay()
{
    QByteArray code;
    const QString file = enrolled(u"kiosk-2"_s, u"kiosk"_s, code);
    QVERIFY(!file.isEmpty());
    QFile sealed(file);
    QVERIFY(sealed.open(QIODevice::ReadOnly));
    QVERIFY(!sealed.readAll().contains("BEGIN"));
    const QString pc = m_root.filePath(u"kiosk-2"_s);
    const QString join = u"join %1 --folder %2"_s.arg(file, pc);
    QCOMPARE(admin(join, "0000-0000-0000\n").error(), u"join_code_wrong"_s);
    QVERIFY(!QFile::exists(pc));
    QCOMPARE(admin(u"server enrol kiosk-2 --face kiosk --folder "_s + folder()).error(),
             u"device_enrolled"_s);

    // What the PC was told before stays, and it may be typed as people type.
    QVERIFY(QDir().mkpath(pc));
    QFile settings(pc + u"/motcua.conf"_s);
    QVERIFY(settings.open(QIODevice::WriteOnly) && settings.write("[kiosk]\nnumber=2\n") > 0);
    settings.close();
    const Run joined = admin(join, code.toLower().replace("-", " "));
    QVERIFY2(joined.exitCode == 0, joined.out + joined.err);
    QCOMPARE(QSettings(settings.fileName(), QSettings::IniFormat).value(u"kiosk/number"_s), 2);
    QCOMPARE(QFile::permissions(settings.fileName()) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QVERIFY(!placeOf(u"kiosk-2"_s).contains(QString::fromUtf8(code.trimmed())));
    QCOMPARE(at(u"kiosk-2"_s, u"ticket issue --group H"_s).exitCode, 0);
    // A PC that lost its power when the server had just taken the new password.
    QVERIFY(QFile::rename(settings.fileName(), settings.fileName() + u".joining"_s));
    QCOMPARE(admin(join, code).exitCode, 0);
    QCOMPARE(at(u"kiosk-2"_s, u"ticket issue --group H"_s).exitCode, 0);
    QVERIFY(!QFile::exists(settings.fileName() + u".joining"_s));

    const QString elsewhere = m_root.filePath(u"thief"_s);
    QCOMPARE(admin(u"join %1 --folder %2"_s.arg(file, elsewhere), code).error(), u"join_over"_s);
    QVERIFY(!QFile::exists(elsewhere));

    // One that nobody used is over after a day. Enrolled at a clock of 25 hours ago.
    Program yesterday;
    yesterday.setClock(QDateTime::currentDateTimeUtc().addSecs(qint64{-25} * 3600));
    const QString late = m_root.filePath(u"late.join"_s);
    const Run enrolledLate =
        yesterday.run({u"server"_s, u"enrol"_s, u"late"_s, u"--face"_s, u"board"_s, u"--folder"_s,
                       folder(), u"-o"_s, late, u"--json"_s});
    QVERIFY2(enrolledLate.exitCode == 0, enrolledLate.out + enrolledLate.err);
    QCOMPARE(admin(u"join %1 --folder %2"_s.arg(late, elsewhere),
                   enrolledLate.json()[u"code"_s].toString().toUtf8())
                 .error(),
             u"join_over"_s);
    const QJsonArray devices =
        admin(u"server list --folder "_s + folder()).json()[u"devices"_s].toArray();
    QMap<QString, QString> states;
    for (const QJsonValue &device : devices) {
        states.insert(device[u"name"_s].toString(), device[u"state"_s].toString());
    }
    QCOMPARE(states.value(u"kiosk-2"_s), u"joined"_s);
    QCOMPARE(states.value(u"late"_s), u"expired"_s);
    // And may be enrolled once more.
    QVERIFY(this->join(u"late"_s, u"board"_s));
    QCOMPARE(admin(u"server enrol postgres --face kiosk --folder "_s + folder()).error(),
             u"invalid_input"_s);
}

void BranchServerTest::aRevokedPcIsCutOffAndStaysOut()
{
    QVERIFY(join(u"lost"_s, u"counter"_s));
    const QString place = placeOf(u"lost"_s);
    const auto running = openAs(u"lost"_s);
    QVERIFY(running);
    QCOMPARE(admin(u"server revoke nobody --folder "_s + folder()).error(), u"unknown_device"_s);
    QCOMPARE(admin(u"server revoke lost --folder "_s + folder()).exitCode, 0);
    QTRY_COMPARE(codeOf(running->run(u"SELECT 1"_s)), u"connection_lost"_s);
    QCOMPARE(codeOf(openBranch(place)), u"access_denied"_s);

    // Even were its role let in again by mistake, its certificate is not.
    const auto owner = BranchServer(serverIn(folder()).value());
    QString administrator = owner.ownerPlace();
    administrator.replace(u"branch_owner@"_s, u"postgres@"_s);
    {
        const auto database = Database::open(administrator);
        VERIFY_RESULT(database);
        const QUrl url(place);
        VERIFY_RESULT(
            (*database)->run(u"ALTER ROLE lost LOGIN PASSWORD '%1'"_s.arg(url.password())));
    }
    const auto refused = openBranch(place);
    QCOMPARE(codeOf(refused), u"access_denied"_s);
    QVERIFY2(refused.error().detail.contains("revoked"_L1), qPrintable(refused.error().detail));
    // The others go on.
    QVERIFY(openAs(u"kiosk-1"_s));
    QCOMPARE(admin(u"server revoke lost --folder "_s + folder()).exitCode, 0);
    QVERIFY(join(u"lost"_s, u"counter"_s)); // the mended PC, with a new certificate
    QVERIFY(openAs(u"lost"_s));
}

void BranchServerTest::aCertificateThatEndsSoonIsTold_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("today") << 0 << false;
    QTest::newRow("61 days before the end") << 730 - 61 << false;
    QTest::newRow("59 days before the end") << 730 - 59 << true;
    QTest::newRow("after the end") << 731 << true;
}

void BranchServerTest::aCertificateThatEndsSoonIsTold()
{
    QFETCH(int, days);
    QFETCH(bool, isTold);
    Program later;
    later.setClock(QDateTime::currentDateTimeUtc().addDays(days));
    for (const QString &verb : {u"start"_s, u"list"_s}) {
        const Run run = later.run({u"server"_s, verb, u"--folder"_s, folder()});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.out.contains("server revoke kiosk-1") == isTold, run.out + run.err);
    }
    const QJsonArray renew =
        later.run({u"server"_s, u"start"_s, u"--folder"_s, folder(), u"--json"_s})
            .json()[u"renew"_s]
            .toArray();
    QCOMPARE(renew.contains(u"kiosk-1"_s), isTold);
}

void BranchServerTest::onlyToolsOfItsVersionTouchIt()
{
    QFile version(folder() + u"/data/PG_VERSION"_s); // read by a server when it starts
    QVERIFY(version.open(QIODevice::ReadWrite));
    const QByteArray own = version.readAll();
    QVERIFY(version.seek(0) && version.write("14") == 2 && version.flush());
    const Run list = admin(u"server list --folder "_s + folder());
    QVERIFY(version.seek(0) && version.write(own) == own.size());
    version.close();
    QCOMPARE(list.error(), u"tool_missing"_s);
    QVERIFY2((list.out + list.err).contains("PostgreSQL 14"), list.out + list.err);
    QCOMPARE(admin(u"server list --folder "_s + folder()).exitCode, 0);
}

void BranchServerTest::aSecondInitRefusesAndAnInterruptedOneIsDoneAgain()
{
    const QString init = u"server init --folder %1 --branch %2 --port %3"_s;
    QCOMPARE(admin(init.arg(folder(), SampleBranch).arg(freePort())).error(), u"database_exists"_s);
    QCOMPARE(admin(init.arg(m_root.path(), SampleBranch).arg(freePort())).error(),
             u"folder_in_use"_s);
    QVERIFY(QFile::exists(folder() + u"/server.json"_s));

    // What a killed init can leave at its latest: everything but the file that says it is ready.
    const QString other = m_root.filePath(u"other"_s);
    QCOMPARE(admin(init.arg(other, SampleBranch).arg(freePort())).exitCode, 0);
    QVERIFY(QFile::rename(other + u"/server.json"_s, other + u"/unfinished"_s));
    for (const QString &verb : {u"start"_s, u"list"_s, u"backup"_s}) {
        QCOMPARE(admin(u"server %1 --folder %2"_s.arg(verb, other)).error(), u"database_missing"_s);
    }
    QCOMPARE(admin(init.arg(other, SampleBranch).arg(freePort())).exitCode, 0);
    QVERIFY(!QFile::exists(other + u"/unfinished"_s));
    QCOMPARE(admin(u"server stop --folder "_s + other).exitCode, 0);
    QCOMPARE(admin(u"server stop --folder "_s + other).exitCode, 0);
    QCOMPARE(admin(u"server start --folder "_s + other).exitCode, 0);
    QCOMPARE(admin(u"server stop --folder "_s + other).exitCode, 0);

    // One that fails leaves nothing: the port is taken.
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QString failed = m_root.filePath(u"failed"_s);
    const Run run = admin(init.arg(failed, SampleBranch).arg(taken.serverPort()));
    QCOMPARE(run.error(), u"tool_failed"_s);
    QVERIFY2(run.message().contains(u"PostgreSQL"_s), run.out);
    QVERIFY(QDir(failed).isEmpty());
}

void BranchServerTest::aBackupIsWholeAndCanBePutBack()
{
    const Run run = admin(u"server backup --folder "_s + folder());
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    const QString file = run.json()[u"file"_s].toString();
    QVERIFY(QFile::exists(file));
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QFile dump(file);
    QVERIFY(dump.open(QIODevice::ReadOnly));
    const QByteArray bytes = dump.readAll();
    QVERIFY(bytes.startsWith("PGDMP"));
    QCOMPARE(QDir(folder() + u"/backups"_s).entryList(QDir::Files).size(), 1);
    m_backup = file;

    const auto kiosk = openAs(u"kiosk-1"_s);
    QVERIFY(kiosk);
    const auto before = issueTicket(*kiosk, next(), {.group = u"N"_s, .kiosk = 1});
    VERIFY_RESULT(before);
    m_open.clear();
    QCOMPARE(
        admin(u"server restore %1 --folder %2"_s.arg(m_root.filePath(u"none"_s), folder())).error(),
        u"file_unreadable"_s);
    QFile cut(m_root.filePath(u"cut.dump"_s));
    QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(bytes.first(bytes.size() / 2)) > 0);
    cut.close();
    QCOMPARE(admin(u"server restore %1 --folder %2"_s.arg(cut.fileName(), folder())).error(),
             u"tool_failed"_s);
    VERIFY_RESULT(readHall(*kiosk, m_now)); // the branch went on

    const Run restored =
        at(u"server"_s, u"server restore %1 --folder %2 --skip-numbers 5"_s.arg(file, folder()));
    QVERIFY2(restored.exitCode == 0, restored.out + restored.err);
    QCOMPARE(restored.json()[u"epoch"_s].toInt(), 2);
    QVERIFY(restored.json()[u"replaced"_s].toString().startsWith(u"branch_until_"_s));
    // A kiosk at work loses its connection, comes back and gives no number that is in a hand.
    QCOMPARE(codeOf(readHall(*kiosk, m_now)), u"connection_lost"_s);
    const auto again = openAs(u"kiosk-1"_s);
    QVERIFY(again);
    const auto after = issueTicket(*again, next(), {.group = u"N"_s, .kiosk = 1});
    VERIFY_RESULT(after);
    QVERIFY2(after->ticket.number > before->ticket.number + 4,
             qPrintable(after->ticket.toString()));
    QVERIFY(openAs(u"counter-1"_s));
    const Run verified = at(u"server"_s, u"verify"_s);
    QVERIFY2(verified.json()[u"ok"_s].toBool(), verified.out + verified.err);
    // What was there is kept, but not for faces.
    QString old = placeOf(u"kiosk-1"_s);
    old.replace(u"/branch?"_s, u'/' + restored.json()[u"replaced"_s].toString() + u'?');
    QCOMPARE(codeOf(openBranch(old)), u"server_unreachable"_s);
}

void BranchServerTest::aBackupFitsANewServerWithItsKey()
{
    const QString other = m_root.filePath(u"new"_s);
    QCOMPARE(admin(u"server init --folder %1 --branch %2 --port %3"_s.arg(other, SampleBranch)
                       .arg(freePort()))
                 .exitCode,
             0);
    const QString restore = u"server restore %1 --folder %2"_s.arg(m_backup, other);
    QCOMPARE(at(u"server"_s, restore).error(), u"key_missing"_s);
    QVERIFY(QFile::remove(other + u"/branch.key"_s)
            && QFile::copy(folder() + u"/branch.key"_s, other + u"/branch.key"_s));
    const Run restored = at(u"server"_s, restore);
    QVERIFY2(restored.exitCode == 0, restored.out + restored.err);
    m_pc.set(u"MOTCUA_SETTINGS"_s, other + u"/motcua.conf"_s);
    const Run verified = m_pc.run({u"verify"_s, u"--json"_s});
    QVERIFY2(verified.json()[u"ok"_s].toBool(), verified.out + verified.err);
    const Run found = m_pc.run({u"intake"_s, u"search"_s, u"Mai"_s, u"--json"_s});
    QCOMPARE(found.json()[u"dossiers"_s].toArray().size(), 1);

    // A PC that joined a server the branch has left would work alone.
    const Run moved =
        m_pc.run({u"migrate"_s, u"--to"_s, u"sqlite:"_s + m_root.filePath(u"moved.db"_s)});
    QVERIFY2(moved.exitCode == 0, moved.out + moved.err);
    const QString late = u"server enrol late-2 --face board --folder "_s + other;
    QCOMPARE(admin(late).error(), u"database_replaced"_s);
    QCOMPARE(admin(u"server stop --folder "_s + other).exitCode, 0);
}

void BranchServerTest::aPcCannotUseUpTheServer()
{
    std::vector<std::unique_ptr<Database>> connections;
    constexpr size_t Most = 20;
    while (connections.size() < Most) {
        auto one = openBranch(placeOf(u"kiosk-1"_s));
        if (!one) {
            QVERIFY2(one.error().detail.contains("too many connections for role"_L1),
                     qPrintable(one.error().detail));
            break;
        }
        connections.push_back(std::move(*one));
    }
    QVERIFY2(connections.size() >= 4 && connections.size() <= 6,
             qPrintable(QString::number(connections.size())));
    QVERIFY(openAs(u"counter-1"_s));
    // Nobody waits for ever, nor keeps others waiting.
    for (const QString &name :
         {u"statement_timeout"_s, u"lock_timeout"_s, u"idle_in_transaction_session_timeout"_s}) {
        Statement select(*connections.front(), u"SELECT current_setting('%1')"_s.arg(name));
        const auto value = select.row([](const Row &row) { return row.text(0); });
        VERIFY_RESULT(value);
        QVERIFY2(**value != u"0"_s, qPrintable(name));
    }
}

QString BranchServerTest::serverLog() const
{
    QString text;
    QDirIterator files(folder() + u"/log"_s, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            text += QString::fromUtf8(file.readAll());
        }
    }
    return text;
}

void BranchServerTest::nothingPersonalIsInTheLog()
{
    const auto counter = openAs(u"counter-1"_s);
    QVERIFY(counter);
    // What somebody could do wrong with a citizen's data: each is an error of the server.
    const QStringList wrong{
        u"INSERT INTO person (id, id_index, recorded_at, changed_seq) VALUES "
        "('Nguyễn Thị Mai', '099191004217', 0, 0)"_s,
        u"INSERT INTO person (id, recorded_at, changed_seq) VALUES ('0912345678', 'Hàng Bún', 0)"_s,
        u"UPDATE staff SET failed_attempts = 'Thị Mai'"_s,
        u"SELECT '099191004217'::integer"_s,
        u"SELECT 'Nguyễn Thị Mai'::json"_s,
        u"SELECT pg_sleep(1), 'Thị Mai' WHERE set_config('statement_timeout', '1', FALSE) = ''"_s,
        u"SET statement_timeout = 1; SELECT pg_sleep(5), 'Nguyễn Thị Mai 099191004217'"_s,
        u"INSERT INTO person_word VALUES ('Thị Mai', 0, '0912345678')"_s,
        u"UPDATE person SET box = 'Hàng Bún'"_s,
        u"COPY person FROM STDIN 'Thị Mai'"_s,
    };
    for (const QString &sql : wrong) {
        static_cast<void>(counter->run(sql));
        static_cast<void>(counter->run(u"RESET statement_timeout"_s));
    }
    VERIFY_RESULT(counter->run(u"BEGIN"_s));
    static_cast<void>(
        counter->run(u"SET idle_in_transaction_session_timeout = 1; SELECT 'Thị Mai'"_s));
    QTRY_COMPARE(codeOf(counter->run(u"SELECT 1"_s)), u"connection_lost"_s);
    static_cast<void>(openBranch(placeOf(u"kiosk-1"_s).replace(u"//kiosk-1"_s, u"//nobody"_s)));

    QTRY_VERIFY(serverLog().contains(u"idle-in-transaction timeout"_s)); // it is written at all
    const QString log = serverLog();
    for (const char *canary : Canaries) {
        QVERIFY2(!log.contains(QString::fromUtf8(canary)), canary);
    }
    for (const char *word : {"STATEMENT:", "DETAIL:", "CONTEXT:", "INSERT", "SELECT", "UPDATE"}) {
        QVERIFY2(!log.contains(QLatin1StringView(word)), word);
    }
}

void BranchServerTest::theBranchIsWhole()
{
    m_open.clear();
    QCOMPARE(admin(u"server stop --folder "_s + folder()).exitCode, 0);
    QCOMPARE(codeOf(openBranch(placeOf(u"kiosk-1"_s))), u"server_unreachable"_s);
    QCOMPARE(admin(u"server start --folder "_s + folder()).exitCode, 0);
    const Run verified = at(u"server"_s, u"verify"_s);
    QVERIFY2(verified.json()[u"ok"_s].toBool(), verified.out + verified.err);
    QVERIFY(verified.json()[u"events"_s].toInt() > 40);
    QVERIFY(openAs(u"kiosk-1"_s)); // rights are as before
}

QTEST_GUILESS_MAIN(BranchServerTest)
#include "branchservertest.moc"
