// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/kioskrole.h"
#include "kiosk/closedpage.h"
#include "kiosk/kiosktexts.h"
#include "operations/appointments.h"
#include "operations/devices.h"
#include "operations/ticketprint.h"
#include "support/fakeprinter.h"
#include "support/kioskscreens.h"
#include "support/testbranch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace motcua {

using Place = KioskWindow::Place;

class KioskRoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void givesANumberAndPrintsIt();
    void givesOneNumberForOneCommand();
    void asksAgainWithoutTheDay();
    void showsTroubleBeforeAndAfter_data();
    void showsTroubleBeforeAndAfter();
    void printsAgainAfterARefill_data();
    void printsAgainAfterARefill();
    void tellsOfAnUnreachablePrinterFirst();
    void keepsUnknownWithoutProof();
    void givesNumbersWithoutAPrinter();
    void offersWhatACrashLeftUnprinted();
    void offersEachUnprintedOnce();
    void takesThePriorityFromACard_data();
    void takesThePriorityFromACard();
    void checksInAnAppointment();
    void checksInByACard();
    void showsNoPieceOfACard();
    void closesByTheCalendar();
    void closesWhenYesterdayWasLeftOpen();
    void givesItsOwnNumbersWithoutTheBranch();
    void givesNoneOfAnotherDay();
    void givesNoneOfABranchThatHasMoved();
    void tellsWhatItGaveBeforeItWasKilled();
    void startsWithoutTheBranch_data();
    void startsWithoutTheBranch();
    void takesABookingWithoutTheBranch();
    void callsStaff();
    void letsStaffOut();
    void letsStaffOutByAPinOfItsOwn();
};

namespace {

/// A branch with an open day, and a kiosk that does all it can do there.
struct Kiosk
{
    explicit Kiosk(const std::function<void(KioskSettings &)> &change = {})
    {
        branch.play(u"open"_s);
        settings.printer = u"none"_s;
        settings.keepsHours = false;
        settings.readsAloud = false;
        settings.behaviour.fullScreen = false;
        settings.clock = [this] { return branch.clock(); };
        settings.printerTiming = {.job = std::chrono::milliseconds(2500),
                                  .answer = std::chrono::milliseconds(500),
                                  .poll = std::chrono::milliseconds(20),
                                  .retry = std::chrono::milliseconds(10)};
        if (change) {
            change(settings);
        }
    }

    void start()
    {
        storage = std::make_unique<StorageThread>(branch.path(), QString());
        role = printer ? std::make_unique<KioskRole>(*storage, settings, std::move(printer))
                       : std::make_unique<KioskRole>(*storage, settings);
        window().setAttribute(Qt::WA_DontShowOnScreen);
        window().resize(1080, 1920);
        window().show();
    }
    void stop()
    {
        role.reset();
        storage.reset();
    }
    [[nodiscard]] KioskWindow &window() const { return role->window(); }
    [[nodiscard]] bool isReady() const
    {
        return role && window().view().hasHall && !window().view().catalogue.groups.empty();
    }
    [[nodiscard]] QString printStates() const
    {
        return branch.value(u"SELECT group_concat(print_state) FROM ticket"_s);
    }
    [[nodiscard]] QString count(const QString &what) const
    {
        return branch.value(u"SELECT count(*) FROM "_s + what);
    }
    /// From the first screen to the wish for a number of @p group.
    void take(const QString &group, const QString &priority = u"regular"_s) const
    {
        test::touch(window(), u"group"_s + group);
        if (window().place() == Place::Procedures) {
            test::touch(window(), u"unsure"_s);
        } else if (!window().view().busy) {
            test::touch(window(), priority);
        }
    }

    test::TestBranch branch;
    KioskSettings settings;
    std::unique_ptr<TicketPrinter> printer = {}; ///< instead of the one in the settings
    std::unique_ptr<StorageThread> storage;
    std::unique_ptr<KioskRole> role;
};

/// A queue: what the last job ran into holds until another job is tried, and there is no proof.
class Queue : public TicketPrinter
{
public:
    [[nodiscard]] PrinterStatus status() const override { return m_status; }
    [[nodiscard]] bool isBusy() const override { return false; }
    void print(const QUuid &job, const QImage &) override
    {
        QTimer::singleShot(0, this, [this, job] {
            m_status = {.reachable = true, .fault = isBroken};
            Q_EMIT statusChanged(m_status);
            printed += isBroken ? 0 : 1;
            Q_EMIT finished(job, isBroken ? PrintOutcome::Failed : PrintOutcome::Unknown, m_status);
        });
    }

    bool isBroken = false;
    int printed = 0;

private:
    PrinterStatus m_status{.reachable = true};
};

QString urlOf(const FakePrinter &printer)
{
    return u"escpos-tcp://127.0.0.1:%1"_s.arg(printer.port());
}

} // namespace

void KioskRoleTest::initTestCase()
{
    loadFonts();
}

void KioskRoleTest::givesANumberAndPrintsIt()
{
    FakePrinter printer;
    QVERIFY(printer.listen());
    Kiosk kiosk([&](KioskSettings &settings) {
        settings.printer = urlOf(printer);
        settings.number = 3;
    });
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    const KioskView &view = kiosk.window().view();
    QCOMPARE(view.ticket->number.toString(), u"H001"_s);
    QVERIFY(view.paper != PaperState::Trouble); // printing, or done already
    QVERIFY(!view.ticket->trackingCode.isEmpty());
    QTRY_COMPARE(view.paper, PaperState::Printed);
    QCOMPARE(printer.slips().size(), size_t(1));
    QTRY_COMPARE(kiosk.printStates(), u"printed"_s);
    QCOMPARE(kiosk.branch.faults(), QString());
}

void KioskRoleTest::givesOneNumberForOneCommand()
{
    Kiosk kiosk;
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    // The answer to the first sending was lost on its way; the window sends it again.
    const KioskRequest request{.id = QUuid::createUuid(), .group = u"C"_s};
    Q_EMIT kiosk.window().ticketWanted(request);
    Q_EMIT kiosk.window().ticketWanted(request);
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    QTRY_COMPARE(kiosk.printStates(), u"failed"_s); // no printer
    QCOMPARE(kiosk.count(u"ticket"_s), u"1"_s);
}

void KioskRoleTest::asksAgainWithoutTheDay()
{
    Kiosk kiosk;
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    test::touch(kiosk.window(), u"groupC"_s);
    QCOMPARE(kiosk.branch.play(u"close"_s), u"2026-03-02 closed 0"_s);
    test::touch(kiosk.window(), u"regular"_s);
    QTRY_VERIFY(!kiosk.window().view().busy);
    QCOMPARE(kiosk.window().place(), Place::Priority);
    QTRY_COMPARE(kiosk.window().view().closed, ClosedReason::DayNotOpen);
}

void KioskRoleTest::showsTroubleBeforeAndAfter_data()
{
    QTest::addColumn<FakePrinter::Ills>("before");
    QTest::addColumn<FakePrinter::Ills>("during");
    QTest::addColumn<PaperTrouble>("trouble");
    QTest::addColumn<QString>("help");
    QTest::newRow("out before") << FakePrinter::Ills{.paperOut = true}
                                << FakePrinter::Ills{.paperOut = true} << PaperTrouble::Out
                                << u"paper_out"_s;
    QTest::newRow("cover before") << FakePrinter::Ills{.coverOpen = true}
                                  << FakePrinter::Ills{.coverOpen = true} << PaperTrouble::CoverOpen
                                  << u"cover_open"_s;
    QTest::newRow("out while printing")
        << FakePrinter::Ills{} << FakePrinter::Ills{.rowsOfPaper = 100} << PaperTrouble::Out
        << u"paper_out"_s;
    QTest::newRow("no answer") << FakePrinter::Ills{} << FakePrinter::Ills{.stalled = true}
                               << PaperTrouble::Silent << u"print_failed"_s;
}

void KioskRoleTest::showsTroubleBeforeAndAfter()
{
    QFETCH(FakePrinter::Ills, before);
    QFETCH(FakePrinter::Ills, during);
    QFETCH(PaperTrouble, trouble);
    QFETCH(QString, help);
    FakePrinter printer;
    printer.set(before);
    QVERIFY(printer.listen());
    Kiosk kiosk([&](KioskSettings &settings) { settings.printer = urlOf(printer); });
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    QTRY_VERIFY(printer.isConnected());
    const bool known = before.paperOut || before.coverOpen;
    if (known) {
        QTRY_COMPARE(kiosk.count(u"help_request"_s), u"1"_s);
    } else {
        QTRY_VERIFY(printer.statusRequests() > 0);
    }
    printer.set(during);
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    QTRY_COMPARE(kiosk.window().view().paper, PaperState::Trouble);
    if (trouble != PaperTrouble::Silent) {
        QTRY_COMPARE_WITH_TIMEOUT(kiosk.window().view().trouble, trouble, 20'000);
    }
    QCOMPARE(kiosk.window().view().ticket->number.toString(), u"H001"_s);
    QTRY_VERIFY(kiosk.printStates() != u"pending"_s);
    QVERIFY(kiosk.printStates() != u"printed"_s);
    QTRY_VERIFY(
        kiosk.branch.value(u"SELECT group_concat(reason) FROM help_request"_s).contains(help));
    // A refill prints nothing of it.
    printer.set({});
    QTRY_VERIFY(printer.statusRequests() > 2);
    QVERIFY(printer.slips().empty());
}

void KioskRoleTest::printsAgainAfterARefill_data()
{
    QTest::addColumn<bool>("queue");
    QTest::newRow("ESC/POS, which tells by itself") << false;
    QTest::newRow("CUPS, which tells only by a job") << true;
}

void KioskRoleTest::printsAgainAfterARefill()
{
    QFETCH(bool, queue);
    FakePrinter device;
    QVERIFY(device.listen());
    Kiosk kiosk([&](KioskSettings &settings) { settings.printer = urlOf(device); });
    Queue *spooler = nullptr;
    if (queue) {
        auto made = std::make_unique<Queue>();
        spooler = made.get();
        kiosk.printer = std::move(made);
    }
    const auto breakIt = [&](bool broken) {
        device.set({.paperOut = broken});
        if (spooler) {
            spooler->isBroken = broken;
        }
    };
    breakIt(true);
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.window().view().paper, PaperState::Trouble);
    QTRY_COMPARE(kiosk.printStates(), u"failed"_s);
    QTRY_VERIFY(kiosk.branch.value(u"SELECT group_concat(reason) FROM help_request"_s)
                    .contains(u"print_failed"_s));
    test::touch(kiosk.window(), u"done"_s);
    breakIt(false);
    kiosk.take(u"C"_s);
    QTRY_VERIFY(kiosk.window().view().ticket
                && kiosk.window().view().ticket->number.toString() == u"C001");
    QTRY_COMPARE(kiosk.window().view().paper, PaperState::Printed);
    QCOMPARE(queue ? spooler->printed : int(device.slips().size()), 1);
}

void KioskRoleTest::tellsOfAnUnreachablePrinterFirst()
{
    quint16 port = 0;
    {
        FakePrinter gone;
        QVERIFY(gone.listen());
        port = gone.port();
    }
    Kiosk kiosk([&](KioskSettings &settings) {
        settings.printer = u"escpos-tcp://127.0.0.1:%1"_s.arg(port);
    });
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    // Before anybody takes a number.
    QTRY_COMPARE(kiosk.branch.value(u"SELECT reason FROM help_request"_s), u"printer_silent"_s);
}

void KioskRoleTest::keepsUnknownWithoutProof()
{
    Kiosk kiosk;
    kiosk.printer = std::make_unique<Queue>();
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.window().view().paper, PaperState::Printed); // "please take it"
    QTRY_COMPARE(kiosk.printStates(), u"unknown"_s);
    QCOMPARE(kiosk.count(u"help_request"_s), u"0"_s);
}

void KioskRoleTest::givesNumbersWithoutAPrinter()
{
    Kiosk kiosk;
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    QCOMPARE(kiosk.window().view().trouble, PaperTrouble::NoPrinter);
    test::touch(kiosk.window(), u"done"_s);
    kiosk.take(u"H"_s);
    QTRY_VERIFY(kiosk.window().view().ticket
                && kiosk.window().view().ticket->number.toString() == u"H002");
}

void KioskRoleTest::offersWhatACrashLeftUnprinted()
{
    FakePrinter printer;
    QVERIFY(printer.listen());
    Kiosk kiosk([&](KioskSettings &settings) { settings.printer = urlOf(printer); });
    // Committed, and then the program was gone.
    VERIFY_RESULT(issueTicket(*kiosk.branch, kiosk.branch.next(), {.group = u"H"_s, .kiosk = 1}));
    kiosk.start();
    QTRY_VERIFY(kiosk.window().isAsking());
    QVERIFY(test::touch(kiosk.window(), u"yes"_s));
    QCOMPARE(kiosk.window().place(), Place::Ticket);
    QCOMPARE(kiosk.window().view().ticket->number.toString(), u"H001"_s);
    QTRY_COMPARE(printer.slips().size(), size_t(1));
    QTRY_COMPARE(kiosk.window().view().paper, PaperState::Printed);
    QTRY_COMPARE(kiosk.printStates(), u"reprinted"_s);
    // It is not offered again.
    kiosk.stop();
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.window().view().paper, PaperState::Printed);
    QVERIFY(!kiosk.window().isAsking());
}

void KioskRoleTest::offersEachUnprintedOnce()
{
    FakePrinter printer;
    QVERIFY(printer.listen());
    Kiosk kiosk([&](KioskSettings &settings) { settings.printer = urlOf(printer); });
    for (int i = 0; i < 3; ++i) {
        VERIFY_RESULT(
            issueTicket(*kiosk.branch, kiosk.branch.next(), {.group = u"H"_s, .kiosk = 1}));
        kiosk.branch.wait(1);
    }
    kiosk.start();
    QTRY_VERIFY(kiosk.window().isAsking());
    QVERIFY(test::touch(kiosk.window(), u"no"_s)); // H003
    QVERIFY(kiosk.window().isAsking());
    QVERIFY(test::touch(kiosk.window(), u"yes"_s));
    QCOMPARE(kiosk.window().view().ticket->number.toString(), u"H002"_s);
    QTRY_COMPARE(kiosk.window().view().paper, PaperState::Printed);
    QVERIFY(test::touch(kiosk.window(), u"done"_s));
    QVERIFY(kiosk.window().isAsking());
    QVERIFY(test::touch(kiosk.window(), u"no"_s)); // H001
    QVERIFY(!kiosk.window().isAsking());
    QTRY_COMPARE(
        kiosk.branch.value(u"SELECT group_concat(print_state) FROM (SELECT print_state FROM ticket "
                           "ORDER BY number)"_s),
        u"unknown,reprinted,unknown"_s);
    kiosk.stop();
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    kiosk.take(u"C"_s);
    QTRY_COMPARE(kiosk.window().view().paper, PaperState::Printed);
    QVERIFY(test::touch(kiosk.window(), u"done"_s));
    QVERIFY(!kiosk.window().isAsking());
}

void KioskRoleTest::takesThePriorityFromACard_data()
{
    QTest::addColumn<QByteArray>("card");
    QTest::addColumn<QString>("priority");
    QTest::newRow("75 today") << QByteArray("099051000001||NGUYEN VAN A|02031951|Nam|HN|01012021")
                              << u"elderly"_s;
    QTest::newRow("75 tomorrow") << QByteArray(
        "099051000001||NGUYEN VAN A|03031951|Nam|HN|01012021")
                                 << QString();
    QTest::newRow("young") << QByteArray("099199000001||NGUYEN THI B|02031999|Nữ|HN|01012021")
                           << QString();
}

void KioskRoleTest::takesThePriorityFromACard()
{
    QFETCH(QByteArray, card);
    QFETCH(QString, priority);
    Kiosk kiosk;
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    Q_EMIT kiosk.window().scanned(card);
    test::touch(kiosk.window(), u"groupC"_s);
    if (priority.isEmpty()) {
        QCOMPARE(kiosk.window().place(), Place::Priority);
        return;
    }
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    QCOMPARE(kiosk.branch.value(u"SELECT priority FROM ticket"_s), priority);
    // Nothing of the card is anywhere in the branch.
    kiosk.stop();
    kiosk.branch.close();
    QVERIFY(!kiosk.branch.bytes().contains("099051000001"));
    QVERIFY(!kiosk.branch.bytes().contains("NGUYEN VAN A"));
}

void KioskRoleTest::checksInAnAppointment()
{
    Kiosk kiosk;
    VERIFY_RESULT(importAppointments(*kiosk.branch, kiosk.branch.next(),
                                     {{.code = u"HN-2603-0042"_s,
                                       .group = u"H"_s,
                                       .procedure = {},
                                       .at = {test::Monday, QTime(8, 0)},
                                       .phone = {},
                                       .id = {}}}));
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    test::touch(kiosk.window(), u"appointment"_s);
    for (const QChar key : u"xx99"_s) {
        test::touch(kiosk.window(), u"key"_s + key);
    }
    test::touch(kiosk.window(), u"enter"_s);
    QTRY_COMPARE(kiosk.window().view().refusal.vi,
                 kioskText(Language::Vietnamese, kiosktext::NoSuchAppointment));
    // The QR of the booking, held before the reader.
    Q_EMIT kiosk.window().scanned("HN-2603-0042");
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    QCOMPARE(kiosk.window().view().ticket->number.toString(), u"H001"_s);
    test::touch(kiosk.window(), u"done"_s);
    Q_EMIT kiosk.window().scanned("HN-2603-0042");
    QTRY_VERIFY(kiosk.window().view().refusal.vi.contains(u"H001"_s));
}

void KioskRoleTest::checksInByACard()
{
    const QByteArray card = "099051000001||NGUYEN VAN A|02031951|Nam|HN|01012021";
    Kiosk kiosk;
    VERIFY_RESULT(importAppointments(*kiosk.branch, kiosk.branch.next(),
                                     {{.code = u"HN-2603-0042"_s,
                                       .group = u"H"_s,
                                       .procedure = {},
                                       .at = {test::Monday, QTime(8, 0)},
                                       .phone = {},
                                       .id = u"099051000001"_s}}));
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    test::touch(kiosk.window(), u"appointment"_s);
    Q_EMIT kiosk.window().scanned(card);
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    QCOMPARE(kiosk.count(u"ticket WHERE appointment IS NOT NULL"_s), u"1"_s);
    kiosk.stop();
    kiosk.branch.close();
    QVERIFY(!kiosk.branch.bytes().contains("099051000001"));
}

void KioskRoleTest::showsNoPieceOfACard()
{
    Kiosk kiosk;
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    Q_EMIT kiosk.window().scanned("0991234567890||"); // thirteen digits
    Q_EMIT kiosk.window().scanned("99123456789 NGUYEN");
    QCOMPARE(kiosk.window().place(), Place::Home);
    QCOMPARE(kiosk.window().view().typed, QString());
    Q_EMIT kiosk.window().scanned("HN-2603-0042");
    QCOMPARE(kiosk.window().place(), Place::Appointment);
}

void KioskRoleTest::closesByTheCalendar()
{
    Kiosk kiosk([](KioskSettings &settings) { settings.keepsHours = true; });
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    QCOMPARE(kiosk.window().view().closed, ClosedReason::None);
    kiosk.branch.wait(qint64{9} * 3600); // 16:30
    QTRY_COMPARE(kiosk.window().view().closed, ClosedReason::AfterLast);
    QCOMPARE(kiosk.window().view().opening.opensAt->date, test::Monday.addDays(1));
}

void KioskRoleTest::closesWhenYesterdayWasLeftOpen()
{
    Kiosk kiosk([](KioskSettings &settings) { settings.keepsHours = true; });
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    QCOMPARE(kiosk.window().view().closed, ClosedReason::None);
    kiosk.branch.wait(qint64{24} * 3600);
    QTRY_COMPARE(kiosk.window().view().closed, ClosedReason::DayNotOpen);
    kiosk.stop();
    kiosk.settings.keepsHours = false; // to try it out
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    QCOMPARE(kiosk.window().view().closed, ClosedReason::None);
}

/// Takes the branch away from a kiosk that holds numbers.
static void cutOff(const Kiosk &kiosk)
{
    QTRY_COMPARE(kiosk.branch.value(u"SELECT count(*) FROM waiting_line WHERE leased > 0"_s),
                 u"3"_s);
    QVERIFY(QFile::rename(kiosk.branch.path(), kiosk.branch.file(u"away"_s)));
    QTRY_VERIFY(kiosk.window().view().offline);
}

/// Until what the kiosk has asked its branch for is answered.
static void settle(const Kiosk &kiosk)
{
    for (int round = 0; round < 2; ++round) { // an answer may ask for more
        bool isAnswered = false;
        kiosk.storage->run(
            kiosk.role.get(), [](Database &) { return Result<>(); },
            [&isAnswered](const Result<> &) { isAnswered = true; });
        QTRY_VERIFY(isAnswered);
    }
}

static void connectAgain(const Kiosk &kiosk)
{
    QVERIFY(QFile::rename(kiosk.branch.file(u"away"_s), kiosk.branch.path()));
    QTRY_VERIFY(!kiosk.window().view().offline);
}

void KioskRoleTest::givesItsOwnNumbersWithoutTheBranch()
{
    FakePrinter printer;
    QVERIFY(printer.listen());
    Kiosk kiosk([&](KioskSettings &settings) { settings.printer = urlOf(printer); });
    kiosk.settings.journal = kiosk.branch.file(u"journal"_s);
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    cutOff(kiosk);
    kiosk.branch.wait(60);
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    const KioskTicket shown = kiosk.window().view().ticket.value_or(KioskTicket());
    QCOMPARE(shown.number.toString(), u"H980"_s);
    QVERIFY(!shown.ahead && !shown.wait);
    QTRY_COMPARE(kiosk.window().view().paper, PaperState::Printed);
    test::touch(kiosk.window(), u"done"_s);
    kiosk.branch.wait(60);
    Q_EMIT kiosk.window().ticketWanted(
        {.id = QUuid::createUuid(), .group = u"C"_s, .priority = u"elderly"_s});
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    test::touch(kiosk.window(), u"done"_s);
    // A phone is known to the branch alone.
    test::touch(kiosk.window(), u"appointment"_s);
    kiosk.window().checkInCode(u"0912345678"_s);
    QTRY_COMPARE(kiosk.window().view().refusal.vi,
                 kioskText(Language::Vietnamese, kiosktext::BookingNeedsServer));
    kiosk.branch.wait(60);
    connectAgain(kiosk);
    QTRY_COMPARE(kiosk.count(u"ticket"_s), u"2"_s);
    QTRY_COMPARE(kiosk.printStates(), u"printed,printed"_s);
    QCOMPARE(kiosk.branch.value(u"SELECT max(arrived_at) - min(arrived_at) FROM ticket"_s),
             u"60000"_s);
    QCOMPARE(kiosk.branch.value(u"SELECT priority FROM ticket WHERE number = 980"
                                " AND series = 'C'"_s),
             u"elderly"_s);
    QCOMPARE(kiosk.branch.faults(), QString());
}

/// It holds numbers, but nobody would ever hear of one given now.
void KioskRoleTest::givesNoneOfABranchThatHasMoved()
{
    Kiosk kiosk;
    kiosk.settings.journal = kiosk.branch.file(u"journal"_s);
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    VERIFY_RESULT(setRetired(*kiosk.branch, true));
    QTRY_COMPARE(kiosk.window().view().closed, ClosedReason::NoServer);
    Q_EMIT kiosk.window().ticketWanted({.id = QUuid::createUuid(), .group = u"H"_s});
    QTRY_VERIFY(!kiosk.window().view().busy);
    QVERIFY(kiosk.window().place() != Place::Ticket);
    VERIFY_RESULT(setRetired(*kiosk.branch, false)); // as a move that is taken back
    QTRY_COMPARE(kiosk.window().view().closed, ClosedReason::None);
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.count(u"ticket"_s), u"1"_s);
}

void KioskRoleTest::givesNoneOfAnotherDay()
{
    Kiosk kiosk([&](KioskSettings &settings) { settings.keepsHours = true; });
    kiosk.settings.journal = kiosk.branch.file(u"journal"_s);
    kiosk.branch.wait(3600); // half past eight
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    cutOff(kiosk);
    QCOMPARE(kiosk.window().view().closed, ClosedReason::None);
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    test::touch(kiosk.window(), u"done"_s);
    kiosk.branch.wait(86'400); // the cable was cut over night
    QTRY_VERIFY(kiosk.window().view().closed != ClosedReason::None);
    KioskRequest request{.id = QUuid::createUuid(), .group = u"H"_s};
    Q_EMIT kiosk.window().ticketWanted(request);
    QTRY_VERIFY(!kiosk.window().view().busy);
    QVERIFY(kiosk.window().place() != Place::Ticket);
    // What was given yesterday is told, but nobody is called.
    auto away = openBranch(kiosk.branch.file(u"away"_s));
    VERIFY_RESULT(away);
    VERIFY_RESULT(closeDay(**away, kiosk.branch.next()));
    VERIFY_RESULT(openDay(**away, kiosk.branch.next(), {}));
    away->reset();
    connectAgain(kiosk);
    QTRY_COMPARE(kiosk.branch.value(u"SELECT lapsed FROM waiting_line WHERE lapsed > 0"_s), u"1"_s);
    QCOMPARE(kiosk.count(u"ticket"_s), u"0"_s);
    QCOMPARE(kiosk.branch.faults(), QString());
}

void KioskRoleTest::tellsWhatItGaveBeforeItWasKilled()
{
    Kiosk kiosk;
    kiosk.settings.journal = kiosk.branch.file(u"journal"_s);
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    cutOff(kiosk);
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    kiosk.stop();
    QVERIFY(QFile::rename(kiosk.branch.file(u"away"_s), kiosk.branch.path()));
    kiosk.branch.reopen();
    kiosk.start();
    QTRY_COMPARE(kiosk.count(u"ticket WHERE number = 980"_s), u"1"_s);
    QTRY_VERIFY(kiosk.isReady());
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.window().view().ticket.value_or(KioskTicket()).number.toString(), u"H001"_s);
    QCOMPARE(kiosk.branch.faults(), QString());
}

void KioskRoleTest::startsWithoutTheBranch_data()
{
    QTest::addColumn<QString>("since");
    QTest::addColumn<ClosedReason>("closed");
    QTest::newRow("the same day") << u"nothing"_s << ClosedReason::None;
    QTest::newRow("the next day") << u"day"_s << ClosedReason::NoServer;
    QTest::newRow("the next day, at any hour") << u"day anytime"_s << ClosedReason::NoServer;
    QTest::newRow("the day was closed") << u"closed"_s << ClosedReason::NoServer;
    QTest::newRow("its file is damaged") << u"damaged"_s << ClosedReason::NoServer;
    QTest::newRow("its file is lost") << u"lost"_s << ClosedReason::NoServer;
    QTest::newRow("it belongs to another branch") << u"moved"_s << ClosedReason::NoServer;
}

/// The power came back before the server.
void KioskRoleTest::startsWithoutTheBranch()
{
    QFETCH(QString, since);
    QFETCH(ClosedReason, closed);
    Kiosk kiosk([](KioskSettings &settings) { settings.branch = u"CN7"_s; });
    kiosk.settings.keepsHours = !since.endsWith(u"anytime"_s);
    kiosk.settings.journal = kiosk.branch.file(u"journal"_s);
    kiosk.branch.wait(3600); // half past eight
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    QTRY_COMPARE(kiosk.count(u"waiting_line WHERE leased > 0"_s), u"3"_s);
    if (since == u"closed"_s) {
        kiosk.branch.play(u"close"_s);
        QTRY_COMPARE(kiosk.window().view().closed, ClosedReason::DayNotOpen);
        settle(kiosk);
    }
    kiosk.stop(); // with what it keeps on the disk
    QVERIFY(QFile::rename(kiosk.branch.path(), kiosk.branch.file(u"away"_s)));
    const QString memory = kiosk.branch.file(u"journal/memory"_s);
    QFile file(memory);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray kept = file.readAll();
    QVERIFY(!kept.contains("1.001193") && !kept.contains("Asia/Ho_Chi_Minh"));
    if (since == u"damaged"_s) {
        QVERIFY(file.seek(kept.size() / 2));
        QVERIFY(file.putChar(static_cast<char>(~kept[kept.size() / 2])));
    }
    file.close();
    if (since == u"lost"_s) {
        QVERIFY(QFile::remove(memory));
    } else if (since == u"moved"_s) {
        kiosk.settings.branch = u"CN8"_s;
    } else if (since.startsWith(u"day"_s)) {
        kiosk.branch.wait(86'400);
    }
    kiosk.start();
    QTRY_VERIFY(kiosk.window().view().offline);
    QTRY_COMPARE(kiosk.window().view().closed, closed);
    if (closed != ClosedReason::None) {
        const auto *page = kiosk.window().findChild<ClosedPage *>();
        const QString words = kioskText(Language::Vietnamese, kiosktext::ClosedNoServer);
        QVERIFY(page->isVisible() && page->accessibleName().startsWith(words.section(u'\n', 0, 0)));
        Q_EMIT kiosk.window().ticketWanted({.id = QUuid::createUuid(), .group = u"H"_s});
        QTRY_VERIFY(!kiosk.window().view().busy);
        QTest::qWait(50); // the disk answers
        QVERIFY(kiosk.window().place() != Place::Ticket);
        return;
    }
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    const KioskTicket shown = kiosk.window().view().ticket.value_or(KioskTicket());
    QCOMPARE(shown.number.toString(), u"H980"_s);
    QCOMPARE(shown.group.vi, u"Nhóm H"_s);
    QCOMPARE(shown.counters, (std::vector{1, 2, 3}));
    connectAgain(kiosk);
    QTRY_COMPARE(kiosk.count(u"ticket"_s), u"1"_s);
    test::touch(kiosk.window(), u"done"_s);
    kiosk.take(u"H"_s);
    QTRY_COMPARE(kiosk.window().view().ticket.value_or(KioskTicket()).number.toString(), u"H001"_s);
    QCOMPARE(kiosk.branch.faults(), QString());
}

void KioskRoleTest::takesABookingWithoutTheBranch()
{
    Kiosk kiosk;
    kiosk.settings.journal = kiosk.branch.file(u"journal"_s);
    std::vector<Booking> bookings;
    for (const int n : {1, 2}) {
        bookings.push_back({.code = u"HN-%1"_s.arg(n),
                            .group = u"H"_s,
                            .procedure = {},
                            .at = {test::Monday, QTime(8, 0)},
                            .phone = u"0912345678"_s,
                            .id = {}});
    }
    VERIFY_RESULT(importAppointments(*kiosk.branch, kiosk.branch.next(), bookings));
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    Q_EMIT kiosk.window().scanned("HN-1"); // used already
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    test::touch(kiosk.window(), u"done"_s);
    settle(kiosk);
    cutOff(kiosk);
    kiosk.stop(); // also by one that starts without the branch
    kiosk.start();
    QTRY_VERIFY(kiosk.window().view().offline);
    kiosk.branch.wait(7200); // half past nine: he is late
    Q_EMIT kiosk.window().ticketWanted({.id = QUuid::createUuid(), .group = u"H"_s});
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    test::touch(kiosk.window(), u"done"_s);
    Q_EMIT kiosk.window().scanned("hn-2");
    QTRY_COMPARE(kiosk.window().place(), Place::Ticket);
    QCOMPARE(kiosk.window().view().ticket->number.toString(), u"H981"_s);
    test::touch(kiosk.window(), u"done"_s);
    Q_EMIT kiosk.window().scanned("hn-2");
    QTRY_VERIFY(kiosk.window().view().refusal.vi.contains(u"H981"_s));
    Q_EMIT kiosk.window().scanned("hn-9");
    QTRY_COMPARE(kiosk.window().view().refusal.vi,
                 kioskText(Language::Vietnamese, kiosktext::BookingNeedsServer));
    connectAgain(kiosk);
    QTRY_COMPARE(kiosk.count(u"ticket"_s), u"3"_s);
    // He comes before who came before him, as he was promised.
    QCOMPARE(kiosk.branch.value(uR"(SELECT group_concat(number) FROM (SELECT number FROM ticket
                 JOIN leg ON id = ticket_id ORDER BY rank, number))"_s),
             u"1,981,980"_s);
    QCOMPARE(kiosk.count(u"ticket WHERE appointment = 'HN-2' AND number = 981"_s), u"1"_s);
    QCOMPARE(kiosk.branch.faults(), QString());
}

void KioskRoleTest::callsStaff()
{
    Kiosk kiosk([](KioskSettings &settings) { settings.number = 2; });
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    test::touch(kiosk.window(), u"barHelp"_s);
    QTRY_COMPARE(kiosk.branch.value(u"SELECT reason FROM help_request"_s), u"citizen"_s);
    QCOMPARE(kiosk.branch.value(u"SELECT kiosk FROM help_request"_s), u"2"_s);
}

static void enterPin(KioskWindow &kiosk, const QString &pin)
{
    for (const QChar digit : pin) {
        test::touch(kiosk, u"key"_s + digit);
    }
    test::touch(kiosk, u"enter"_s);
}

void KioskRoleTest::letsStaffOut()
{
    Kiosk kiosk;
    VERIFY_RESULT(setPin(*kiosk.branch, kiosk.branch.next(), u"CB03"_s, u"482915"_s));
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    QSignalSpy left(kiosk.role.get(), &KioskRole::left);
    kiosk.window().askStaff();
    for (int i = 0; i < 5; ++i) {
        enterPin(kiosk.window(), u"111111"_s);
        QTRY_VERIFY(!kiosk.window().view().refusal.vi.isEmpty());
    }
    // Guessing is slowed down, also for the right one.
    enterPin(kiosk.window(), u"482915"_s);
    QTRY_VERIFY(kiosk.window().view().refusal.vi.contains(u"15"_s));
    QCOMPARE(left.size(), 0);
    kiosk.branch.wait(20);
    enterPin(kiosk.window(), u"482915"_s);
    QTRY_COMPARE(left.size(), 1);
}

void KioskRoleTest::letsStaffOutByAPinOfItsOwn()
{
    Kiosk kiosk([](KioskSettings &settings) { settings.exitPin = *hashOfPin(u"739152"_s); });
    VERIFY_RESULT(setPin(*kiosk.branch, kiosk.branch.next(), u"CB03"_s, u"482915"_s));
    kiosk.start();
    QTRY_VERIFY(kiosk.isReady());
    QSignalSpy left(kiosk.role.get(), &KioskRole::left);
    kiosk.window().askStaff();
    enterPin(kiosk.window(), u"482915"_s); // no PIN of the staff is read here
    QTRY_VERIFY(!kiosk.window().view().refusal.vi.isEmpty());
    QCOMPARE(left.size(), 0);
    enterPin(kiosk.window(), u"739152"_s);
    QTRY_COMPARE(left.size(), 1);
}

} // namespace motcua

QTEST_MAIN(motcua::KioskRoleTest)
#include "kioskroletest.moc"
