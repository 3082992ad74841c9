// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Counters of a branch's server while the LAN or the server fails.

#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/counterjournal.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"
#include "operations/signin.h"
#include "operations/verifybranch.h"
#include "roles/counterrole.h"
#include "shared/paragraphlabel.h"
#include "support/catalogues.h"
#include "support/lanbranch.h"
#include "support/loopwatch.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSignalSpy>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;
using Fault = LanBranch::Fault;

namespace {

constexpr int WithinMs = 5000;
constexpr int StallMs = 250;
const QString Pin = u"482913"_s;

Draft complete(const QString &idNumber = u"099191004217"_s)
{
    return {.intake = {.applicant = {.name = u"Nguyễn Thị Mai"_s,
                                     .idNumber = idNumber,
                                     .birthDate = QDate(1991, 5, 12),
                                     .sex = Sex::Female,
                                     .phone = u"0912345678"_s,
                                     .address = u"Số 12 Hàng Bún"_s,
                                     .unit = u"00004"_s},
                       .procedure = u"1.001193"_s}};
}

std::atomic<qint64> clockLead = 0; ///< ms that this PC's clock is ahead of the machine's

QDateTime clockNow()
{
    return QDateTime::currentDateTimeUtc().addMSecs(clockLead);
}

/// A counter's PC.
class Desk
{
public:
    Desk(const QString &place, const QString &journal, int counter, bool signsIn = true)
        : storage(place, {})
        , role(storage, {.counter = counter, .pingEnabled = false},
               {.journal = journal, .clock = clockNow})
        , window(role.window())
        , number(counter)
    {
        window.setAttribute(Qt::WA_DontShowOnScreen);
        window.resize(1366, 768);
        window.show();
        if (signsIn) {
            signIn();
        }
    }
    void signIn(int staff = 0)
    {
        Q_EMIT window.asked({.kind = CounterIntent::Kind::SignIn,
                             .counter = number,
                             .staff = u"CB0%1"_s.arg(staff == 0 ? number : staff),
                             .pin = Pin});
    }
    void signOut() const
    {
        Q_EMIT window.asked({.kind = CounterIntent::Kind::SignOut});
        QTRY_VERIFY(window.findChild<QLineEdit *>(u"staff"_s)->isVisible());
    }
    /// What the sign-in page says is wrong.
    [[nodiscard]] QString complaint() const
    {
        const auto *card = window.findChild<QWidget *>(u"complaint"_s);
        return card->isVisible() ? card->findChild<ParagraphLabel *>()->text() : QString();
    }
    /// Opens the form of the only note.
    void opensKept() const
    {
        window.findChild<QWidget *>(u"offlineStrip"_s)->findChild<QAbstractButton *>()->click();
        auto *open = window.findChild<QAbstractButton *>(u"openKept"_s);
        QVERIFY(open && open->isEnabled());
        open->click();
    }
    [[nodiscard]] bool isAllowed(const char *action) const
    {
        return window.findChild<QAction *>(QString::fromLatin1(action))->isEnabled();
    }
    void does(const char *action) const
    {
        window.findChild<QAction *>(QString::fromLatin1(action))->trigger();
    }
    void records(CounterIntent::Kind kind = CounterIntent::Kind::Record,
                 const Draft &form = complete()) const
    {
        Q_EMIT window.asked({.kind = kind, .form = form});
    }
    [[nodiscard]] bool isShown(const char *part) const
    {
        return window.findChild<QWidget *>(QString::fromLatin1(part))->isVisible();
    }
    /// The strip of what is kept, in words; empty when there is none.
    [[nodiscard]] QString strip() const
    {
        const auto *strip = window.findChild<QWidget *>(u"offlineStrip"_s);
        return strip->isVisible() ? strip->accessibleName() : QString();
    }
    [[nodiscard]] bool hasError() const { return isShown("errorStrip"); }
    [[nodiscard]] bool hasNotes() const { return strip().contains(u"please look"_s); }
    /// It says that it goes on alone.
    [[nodiscard]] bool saysAlone() const
    {
        return isShown("offlineStrip") && !isAllowed("findDossier");
    }

    StorageThread storage;
    CounterRole role;
    CounterWindow &window;
    int number;
};

} // namespace

class CounterLanTest : public QObject, private LanBranch
{
    Q_OBJECT

private:
    void breakIt(Fault fault)
    {
        meanwhile([&] {
            if (fault == Fault::None) {
                serverStops();
            } else {
                cable().set(fault);
            }
        });
    }
    void mend(Fault fault)
    {
        meanwhile([&] {
            if (fault == Fault::None) {
                serverStarts();
            } else {
                cable().set(Fault::None);
            }
        });
    }
    [[nodiscard]] std::unique_ptr<Desk> desk(int counter, bool signsIn = true)
    {
        const QString name = u"counter-%1"_s.arg(counter);
        return std::make_unique<Desk>(cabled(name), inRoot(name + u".journal"_s), counter, signsIn);
    }
    /// Numbers that wait now, for this test alone.
    [[nodiscard]] QStringList issue(int count)
    {
        QStringList numbers;
        const auto database = owner();
        for (int i = 0; i < count; ++i) {
            const auto issued = issueTicket(*database, now(), {.group = u"H"_s});
            numbers.append(issued ? issued->ticket.toString() : told(issued.error()));
        }
        return numbers;
    }
    [[nodiscard]] QString stateOf(const QString &number) const
    {
        return value(u"SELECT state FROM leg JOIN ticket ON ticket.id = leg.ticket_id "
                     "WHERE ticket.series = 'H' AND ticket.number = %1 "
                     "ORDER BY leg.ordinal DESC LIMIT 1"_s.arg(number.mid(1).toInt()));
    }
    [[nodiscard]] int intakesOf(const QString &number) const
    {
        return value(
                   u"SELECT count(*) FROM intake JOIN ticket ON ticket.id = intake.ticket_id "
                   "WHERE ticket.series = 'H' AND ticket.number = %1"_s.arg(number.mid(1).toInt()))
            .toInt();
    }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void goesOnAndHeals_data();
    void goesOnAndHeals();
    void goesOnWithWhomItServes_data();
    void goesOnWithWhomItServes();
    void whoIsBackFromABreakGoesOn();
    void whatTheLinkBrokeInIsDoneOnce();
    void whoIsStillThereGoesOnWithTheBranch();
    void theSameNumberAtTwoCountersIsShown();
    void whatIsKeptSurvivesACrash();
    void aRefusedFormIsOpenedAgain();
    void aFormThatWasBegunIsNotDropped();
    void nobodyServedHereIsCalledAgain();
    void twoWindowsAreTold();
    void startsWithoutTheServer();
    void aCounterThatIsShutOutCallsNobody();
    void aCutOverNightLosesNothing();
    void theBranchIsWhole();
};

void CounterLanTest::initTestCase()
{
    Catalogue catalogue = smallCatalogue();
    catalogue.calendar.lastConfirmedYear = 2099; // the clock of these tests is the PC's
    catalogue.procedures.front().cases.front().limit = Limit{LimitKind::WorkingDays, 3};
    VERIFY_RESULT(
        create(catalogue, {u"counter-1"_s, u"counter-2"_s, u"counter-3"_s},
               [this](Database &database) { return makeKey(database, server().keyFile()); }));
    const auto database = owner();
    for (const QString &staff : {u"CB01"_s, u"CB02"_s, u"CB03"_s}) {
        VERIFY_RESULT(setPin(*database, now(), staff, Pin));
    }
    VERIFY_RESULT(openDay(*database, now(), {}));
}

void CounterLanTest::cleanupTestCase()
{
    VERIFY_RESULT(end());
}

void CounterLanTest::cleanup()
{
    cable().set(Fault::None);
    const auto report = verifyBranch(*owner());
    VERIFY_RESULT(report);
    QVERIFY2(report->problems.empty(),
             qPrintable(report->problems.empty() ? QString() : report->problems.front().problem));
}

void CounterLanTest::goesOnAndHeals_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("cut") << static_cast<int>(Fault::Cut);
    QTest::newRow("half-open") << static_cast<int>(Fault::HalfOpen);
    QTest::newRow("refused") << static_cast<int>(Fault::Refused);
    QTest::newRow("server stopped") << static_cast<int>(Fault::None);
}

void CounterLanTest::goesOnAndHeals()
{
    QFETCH(int, fault);
    const QStringList numbers = issue(4);
    const auto desk = this->desk(1);
    QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("callNext"), 10'000);
    QTest::qWait(200); // its journal opens
    LoopWatch watch;
    QElapsedTimer since;
    since.start();
    breakIt(static_cast<Fault>(fault));
    QTRY_VERIFY_WITH_TIMEOUT(desk->saysAlone(), WithinMs + 1000);
    const qint64 toldAfter = since.elapsed();
    QVERIFY2(toldAfter <= WithinMs, qPrintable(QString::number(toldAfter)));
    QVERIFY(!desk->isAllowed("findDossier"));
    // The last order that it saw.
    desk->does("callNext");
    QTRY_VERIFY(desk->isAllowed("start"));
    QTRY_VERIFY(desk->strip().contains(u"Call aloud: H"_s));
    desk->does("start");
    QTRY_VERIFY(!desk->isAllowed("start"));
    desk->records(CounterIntent::Kind::RecordAnother, complete(u"099188001234"_s));
    QTRY_VERIFY(desk->isShown("recordedStrip"));
    desk->records();
    QTRY_VERIFY(desk->isAllowed("callNext"));
    desk->does("callNext");
    QTRY_VERIFY(desk->isAllowed("hold"));
    Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::NoShow});
    QTRY_VERIFY(desk->isAllowed("callNext"));
    // A number that the list does not know, and one that comes back.
    const auto third = TicketNumber::fromString(numbers[3]).value();
    Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::CallOutOfTurn, .ticket = third});
    QTRY_VERIFY(desk->isAllowed("hold"));
    Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::Hold, .reason = u"photocopy"_s});
    QTRY_VERIFY(desk->isAllowed("callNext"));
    Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::Resume, .ticket = third});
    QTRY_VERIFY(desk->isAllowed("hold"));
    Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::Finish});
    QTRY_VERIFY(desk->isAllowed("callNext"));

    mend(static_cast<Fault>(fault));
    since.restart();
    QTRY_VERIFY_WITH_TIMEOUT(!desk->isShown("offlineStrip"), WithinMs + 1000);
    const qint64 healedAfter = since.elapsed();
    qInfo("told after %lld ms, healed after %lld ms, loop stood for %lld ms", toldAfter,
          healedAfter, watch.worst());
    QVERIFY2(healedAfter <= WithinMs, qPrintable(QString::number(healedAfter)));
    QVERIFY2(watch.worst() <= StallMs, qPrintable(QString::number(watch.worst())));
    QCOMPARE(stateOf(numbers[0]), u"completed"_s);
    QCOMPARE(intakesOf(numbers[0]), 2);
    QCOMPARE(stateOf(numbers[1]), u"no_show"_s);
    QCOMPARE(stateOf(numbers[2]), u"waiting"_s);
    QCOMPARE(stateOf(numbers[3]), u"completed"_s);
    QTRY_VERIFY(desk->isAllowed("callNext"));
    desk->does("callNext"); // with the branch again
    QTRY_COMPARE(stateOf(numbers[2]), u"called"_s);
    QTRY_VERIFY(desk->isAllowed("finish"));
    Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::Finish});
    QTRY_COMPARE(stateOf(numbers[2]), u"completed"_s);
}

void CounterLanTest::goesOnWithWhomItServes_data()
{
    goesOnAndHeals_data();
}

void CounterLanTest::goesOnWithWhomItServes()
{
    QFETCH(int, fault);
    const QStringList numbers = issue(1);
    const auto desk = this->desk(1);
    QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("callNext"), 10'000);
    desk->does("callNext");
    QTRY_COMPARE(stateOf(numbers[0]), u"called"_s);
    QTRY_VERIFY(desk->isAllowed("start"));
    desk->does("start");
    QTRY_COMPARE(stateOf(numbers[0]), u"serving"_s);
    breakIt(static_cast<Fault>(fault));
    QTRY_VERIFY_WITH_TIMEOUT(desk->saysAlone(), WithinMs);
    QVERIFY(desk->isAllowed("finish")); // the same citizen, and what stands in the form
    const QString refused = u"SELECT coalesce(sum((body::json->>'failures')::int), 0) FROM event "
                            "WHERE kind = 'sign_in_refused' AND body::json->>'staff' = 'CB01'"_s;
    const int before = static_cast<Fault>(fault) == Fault::None ? -1 : value(refused).toInt();
    desk->window.lock();
    for (const QString &pin : {u"000000"_s, Pin}) {
        QVERIFY(desk->window.isLocked());
        Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::Unlock, .pin = pin});
        QTest::qWait(100); // a wrong one changes nothing
        QTRY_VERIFY(pin != Pin || !desk->window.isLocked());
    }
    QVERIFY(!desk->window.isLocked());
    desk->records();
    QTRY_VERIFY(!desk->isAllowed("finish"));
    mend(static_cast<Fault>(fault));
    QTRY_VERIFY_WITH_TIMEOUT(!desk->isShown("offlineStrip"), WithinMs);
    QTRY_COMPARE(stateOf(numbers[0]), u"completed"_s);
    QTRY_COMPARE(intakesOf(numbers[0]), 1);
    if (before >= 0) { // the wrong one is told
        QTRY_COMPARE(value(refused).toInt(), before + 1);
    }
}

void CounterLanTest::whoIsBackFromABreakGoesOn()
{
    const QStringList numbers = issue(1);
    const auto desk = this->desk(1);
    QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("callNext"), 10'000);
    Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::StartBreak, .reason = u"rest"_s});
    QTRY_VERIFY(!desk->isAllowed("callNext"));
    const QString onBreak = u"SELECT count(*) FROM shift WHERE closed_at IS NULL "
                            "AND break_since IS NOT NULL"_s;
    QTRY_COMPARE(value(onBreak), u"1"_s);
    cable().set(Fault::Refused);
    QTRY_VERIFY_WITH_TIMEOUT(desk->saysAlone(), WithinMs);
    QVERIFY(!desk->isAllowed("callNext"));
    desk->does("pause");
    QTRY_VERIFY(desk->isAllowed("callNext"));
    desk->does("callNext");
    QTRY_VERIFY(desk->isAllowed("finish"));
    Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::Finish});
    QTRY_VERIFY(!desk->isAllowed("finish"));
    cable().set(Fault::None);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(numbers[0]), u"completed"_s, WithinMs);
    QCOMPARE(value(onBreak), u"0"_s);
}

void CounterLanTest::whatTheLinkBrokeInIsDoneOnce()
{
    const QStringList numbers = issue(2);
    const auto desk = this->desk(1);
    QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("callNext"), 10'000);
    desk->does("callNext");
    QTRY_VERIFY(desk->isAllowed("finish"));
    cable().set(Fault::HalfOpen); // the server hears, its answers do not come
    desk->records();
    QTRY_VERIFY_WITH_TIMEOUT(desk->saysAlone(), WithinMs);
    QTRY_VERIFY(desk->isAllowed("callNext")); // kept, and the visit is over
    QVERIFY(desk->isShown("recordedStrip"));
    cable().set(Fault::None);
    QTRY_VERIFY_WITH_TIMEOUT(!desk->isShown("offlineStrip"), WithinMs);
    QTRY_COMPARE(stateOf(numbers[0]), u"completed"_s);
    QTRY_COMPARE(intakesOf(numbers[0]), 1);
    QTRY_VERIFY(desk->isAllowed("callNext"));
    // The same with a call.
    cable().set(Fault::HalfOpen);
    desk->does("callNext");
    QTRY_VERIFY_WITH_TIMEOUT(desk->saysAlone(), WithinMs);
    QTRY_VERIFY(desk->isAllowed("finish"));
    Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::Finish});
    QTRY_VERIFY(!desk->isAllowed("finish"));
    cable().set(Fault::None);
    QTRY_VERIFY_WITH_TIMEOUT(!desk->isShown("offlineStrip"), WithinMs);
    QCOMPARE(stateOf(numbers[1]), u"completed"_s);
    QTRY_VERIFY(!desk->isAllowed("finish"));
}

void CounterLanTest::whoIsStillThereGoesOnWithTheBranch()
{
    const QStringList numbers = issue(1);
    const auto desk = this->desk(1);
    QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("callNext"), 10'000);
    QTest::qWait(200);
    cable().set(Fault::Refused);
    QTRY_VERIFY_WITH_TIMEOUT(desk->saysAlone(), WithinMs);
    desk->does("callNext");
    QTRY_VERIFY(desk->isAllowed("start"));
    Q_EMIT desk->window.draftEdited(TicketNumber::fromString(numbers[0]).value(), complete());
    cable().set(Fault::None);
    QTRY_VERIFY_WITH_TIMEOUT(!desk->isShown("offlineStrip"), WithinMs);
    QTRY_COMPARE(stateOf(numbers[0]), u"called"_s);
    QTRY_COMPARE(value(u"SELECT count(*) FROM intake_draft"_s), u"1"_s);
    QVERIFY(desk->isAllowed("finish"));
    QTRY_VERIFY(desk->isAllowed("transfer")); // online
    desk->records();
    QTRY_COMPARE(stateOf(numbers[0]), u"completed"_s);
    QTRY_COMPARE(intakesOf(numbers[0]), 1);
}

void CounterLanTest::theSameNumberAtTwoCountersIsShown()
{
    const QStringList numbers = issue(1);
    const auto first = desk(1);
    const auto second = desk(2);
    QTRY_VERIFY_WITH_TIMEOUT(first->isAllowed("callNext") && second->isAllowed("callNext"), 10'000);
    QTest::qWait(200);
    cable().set(Fault::Refused);
    QTRY_VERIFY_WITH_TIMEOUT(first->saysAlone() && second->saysAlone(), WithinMs);
    for (const auto &desk : {first.get(), second.get()}) {
        desk->does("callNext");
        QTRY_VERIFY(desk->isAllowed("finish"));
        desk->records(CounterIntent::Kind::Record,
                      complete(u"09919100%1"_s.arg(4217 + desk->number)));
        QTRY_VERIFY(desk->isAllowed("callNext") || !desk->isAllowed("finish"));
    }
    cable().set(Fault::None);
    QTRY_COMPARE_WITH_TIMEOUT(intakesOf(numbers[0]), 2, WithinMs);
    QCOMPARE(stateOf(numbers[0]), u"completed"_s);
    QCOMPARE(value(u"SELECT count(*) FROM event WHERE kind = 'visit_told' AND body LIKE "
                   "'%other_counter%'"_s),
             u"1"_s);
    // Whoever came second is told, until it is seen.
    QTRY_VERIFY_WITH_TIMEOUT(first->hasNotes() != second->hasNotes(), WithinMs);
    const auto &told = first->hasNotes() ? *first : *second;
    auto *details =
        told.window.findChild<QWidget *>(u"offlineStrip"_s)->findChild<QAbstractButton *>();
    details->click();
    auto *seen = told.window.findChild<QAbstractButton *>(u"answer"_s);
    QVERIFY(seen && seen->isVisible());
    seen->click();
    QTRY_VERIFY(!told.isShown("offlineStrip"));
}

void CounterLanTest::whatIsKeptSurvivesACrash()
{
    const QStringList numbers = issue(2);
    {
        const auto desk = this->desk(1);
        QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("callNext"), 10'000);
        QTest::qWait(200);
        cable().set(Fault::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(desk->saysAlone(), WithinMs);
        desk->does("callNext");
        QTRY_VERIFY(desk->isAllowed("finish"));
        desk->records();
        QTRY_VERIFY(desk->isAllowed("callNext"));
        desk->does("callNext");
        QTRY_VERIFY(desk->isAllowed("finish"));
        Q_EMIT desk->window.draftEdited(TicketNumber::fromString(numbers[1]).value(), complete());
        QTest::qWait(200);
    }
    const auto desk = this->desk(1, false);
    QTest::qWait(1000);
    cable().set(Fault::None);
    // What is over is told before anybody signs in.
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(numbers[0]), u"completed"_s, WithinMs);
    QTRY_COMPARE_WITH_TIMEOUT(intakesOf(numbers[0]), 1, WithinMs);
    QCOMPARE(stateOf(numbers[1]), u"waiting"_s);
    desk->signIn(); // whoever was there goes on
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(numbers[1]), u"called"_s, WithinMs);
    QTRY_VERIFY(desk->isAllowed("finish"));
    QTRY_COMPARE(desk->window.findChild<QLineEdit *>(u"name"_s)->text(), u"Nguyễn Thị Mai"_s);
    QTRY_VERIFY(desk->isAllowed("transfer"));
    desk->records();
    QTRY_COMPARE(stateOf(numbers[1]), u"completed"_s);
}

void CounterLanTest::aRefusedFormIsOpenedAgain()
{
    const QStringList numbers = issue(1);
    const auto desk = this->desk(1);
    QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("callNext"), 10'000);
    QTest::qWait(200);
    cable().set(Fault::Refused);
    QTRY_VERIFY_WITH_TIMEOUT(desk->saysAlone(), WithinMs);
    desk->does("callNext");
    QTRY_VERIFY(desk->isAllowed("finish"));
    Draft wrong = complete();
    wrong.intake.applicant.phone.clear();
    desk->records(CounterIntent::Kind::Record, wrong); // told at once
    QTRY_VERIFY(desk->isShown("faultSummary"));
    QVERIFY(desk->isAllowed("finish"));
    wrong = complete();
    wrong.intake.dossier = u"TN7-260302-0099"_s; // which only the branch knows not to be there
    desk->records(CounterIntent::Kind::Record, wrong);
    QTRY_VERIFY(!desk->isAllowed("finish"));
    cable().set(Fault::None);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(numbers[0]), u"completed"_s, WithinMs);
    QTRY_VERIFY(desk->isAllowed("findDossier"));                 // online
    QTRY_VERIFY_WITH_TIMEOUT(desk->hasNotes(), WithinMs + 5000); // some kept it waiting
    // A colleague mends it: she answers for it from now on.
    desk->signOut();
    desk->signIn(3);
    QTRY_VERIFY(desk->hasNotes() && desk->isAllowed("findDossier"));
    desk->opensKept();
    QTRY_VERIFY(desk->isAllowed("finish"));
    QCOMPARE(desk->window.findChild<QLineEdit *>(u"name"_s)->text(), u"Nguyễn Thị Mai"_s);
    desk->records();
    QTRY_COMPARE_WITH_TIMEOUT(intakesOf(numbers[0]), 1, WithinMs);
    QCOMPARE(value(u"SELECT staff FROM intake JOIN ticket ON ticket.id = ticket_id "
                   "WHERE ticket.number = %1"_s.arg(numbers[0].mid(1).toInt())),
             u"CB03"_s);
    QTRY_VERIFY(!desk->isShown("offlineStrip"));
    QTRY_VERIFY(!desk->isAllowed("finish"));
    desk->signOut();
}

/// The power goes while somebody fills a form in; meanwhile the citizen is served elsewhere.
void CounterLanTest::aFormThatWasBegunIsNotDropped()
{
    const QStringList numbers = issue(1);
    {
        const auto desk = this->desk(1);
        QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("callNext"), 10'000);
        QTest::qWait(200);
        cable().set(Fault::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(desk->saysAlone(), WithinMs);
        desk->does("callNext");
        QTRY_VERIFY(desk->isAllowed("finish"));
        Q_EMIT desk->window.draftEdited(TicketNumber::fromString(numbers[0]).value(), complete());
        QTest::qWait(200);
    }
    {
        const auto database = owner();
        VERIFY_RESULT(startShift(*database, now(), 2, u"CB02"_s, true));
        VERIFY_RESULT(callNext(*database, now(), 2));
        VERIFY_RESULT(actAtCounter(*database, now(), {.counter = 2, .action = LegAction::Finish}));
        VERIFY_RESULT(signOut(*database, now(), 2, u"CB02"_s));
        VERIFY_RESULT(signOut(*database, now(), 1, u"CB01"_s));
    }
    cable().set(Fault::None);
    const auto desk = this->desk(1, false);
    QTest::qWait(500);
    desk->signIn(3); // whose form it is has gone home
    QTRY_VERIFY_WITH_TIMEOUT(desk->hasNotes(), 10'000);
    QCOMPARE(stateOf(numbers[0]), u"completed"_s);
    QCOMPARE(intakesOf(numbers[0]), 0);
    desk->window.findChild<QWidget *>(u"offlineStrip"_s)->findChild<QAbstractButton *>()->click();
    auto *seen = desk->window.findChild<QAbstractButton *>(u"answer"_s);
    QVERIFY(seen && seen->isVisible());
    seen->click(); // that it was elsewhere; the form stays
    QTest::qWait(100);
    QTRY_VERIFY(desk->hasNotes());
    desk->opensKept();
    QTRY_VERIFY(desk->isAllowed("finish"));
    QCOMPARE(desk->window.findChild<QLineEdit *>(u"name"_s)->text(), u"Nguyễn Thị Mai"_s);
    desk->records();
    QTRY_COMPARE_WITH_TIMEOUT(intakesOf(numbers[0]), 1, WithinMs);
    QTRY_VERIFY(!desk->isShown("offlineStrip"));
    desk->signOut();
}

/// The branch is told one visit after the other; a number that is asked for meanwhile is not of it.
void CounterLanTest::nobodyServedHereIsCalledAgain()
{
    const QStringList numbers = issue(3);
    const auto desk = this->desk(1);
    QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("callNext"), 10'000);
    QTest::qWait(200);
    cable().set(Fault::Refused);
    QTRY_VERIFY_WITH_TIMEOUT(desk->saysAlone(), WithinMs);
    for (int i = 0; i < 2; ++i) {
        QTRY_VERIFY(desk->isAllowed("callNext"));
        desk->does("callNext");
        QTRY_VERIFY(desk->isAllowed("finish"));
        Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::Finish});
        QTRY_VERIFY(!desk->isAllowed("finish"));
    }
    bool isAsked = false;
    connect(&desk->storage, &StorageThread::recovered, &desk->window, [&] {
        isAsked = true;
        Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::CallNext});
    });
    cable().set(Fault::None);
    QTRY_VERIFY_WITH_TIMEOUT(isAsked, WithinMs);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(numbers[2]), u"called"_s, WithinMs);
    QTRY_VERIFY_WITH_TIMEOUT(!desk->isShown("offlineStrip"), WithinMs);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(stateOf(numbers[i]), u"completed"_s);
        QCOMPARE(value(u"SELECT count(*) FROM event JOIN ticket ON ticket.id = ticket_id "
                       "WHERE kind = 'leg_called' AND ticket.number = %1"_s.arg(
                           numbers[i].mid(1).toInt())),
                 u"0"_s);
    }
    QTRY_VERIFY(desk->isAllowed("finish"));
    Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::Finish});
    QTRY_COMPARE(stateOf(numbers[2]), u"completed"_s);
}

void CounterLanTest::twoWindowsAreTold()
{
    std::ignore = issue(1);
    auto first = desk(1);
    QTRY_VERIFY_WITH_TIMEOUT(first->isAllowed("callNext"), 10'000);
    QTest::qWait(200);
    const auto second = desk(1);
    QTRY_VERIFY_WITH_TIMEOUT(second->strip().contains(u"open twice"_s), 10'000);
    QVERIFY(!first->isShown("offlineStrip"));
    first.reset();
    std::ignore = issue(1); // a change, after which it is tried again
    QTRY_VERIFY_WITH_TIMEOUT(!second->isShown("offlineStrip"), WithinMs);
    QTRY_VERIFY(second->isAllowed("callNext"));
    second->does("callNext");
    QTRY_VERIFY(second->isAllowed("finish"));
    Q_EMIT second->window.asked({.kind = CounterIntent::Kind::Finish});
    QTRY_VERIFY(second->isAllowed("callNext"));
    second->does("callNext");
    QTRY_VERIFY(second->isAllowed("finish"));
    Q_EMIT second->window.asked({.kind = CounterIntent::Kind::Finish});
    QTRY_VERIFY(!second->isAllowed("finish"));
}

/// The power came back before the server: who may sign in, only that knows.
void CounterLanTest::startsWithoutTheServer()
{
    const QStringList numbers = issue(1);
    cable().set(Fault::Cut);
    const auto desk = this->desk(1, false);
    QTRY_VERIFY_WITH_TIMEOUT(desk->complaint().contains(u"Signing in waits for it"_s), WithinMs);
    QVERIFY(!desk->isAllowed("callNext"));
    cable().set(Fault::None);
    QTRY_VERIFY_WITH_TIMEOUT(desk->complaint().isEmpty(), WithinMs);
    desk->signIn();
    QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("callNext"), WithinMs);
    desk->does("callNext");
    QTRY_COMPARE(stateOf(numbers[0]), u"called"_s);
    QTRY_VERIFY(desk->isAllowed("finish"));
    Q_EMIT desk->window.asked({.kind = CounterIntent::Kind::Finish});
    QTRY_COMPARE(stateOf(numbers[0]), u"completed"_s);
}

/// Whoever is there is served to the end, and what was done stays on the PC.
void CounterLanTest::aCounterThatIsShutOutCallsNobody()
{
    const QStringList numbers = issue(2);
    const auto desk = this->desk(3);
    QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("callNext"), 10'000);
    QTest::qWait(200);
    desk->does("callNext");
    QTRY_VERIFY(desk->isAllowed("finish"));
    meanwhile([&] { VERIFY_RESULT(revokeDevice(server(), u"counter-3"_s)); });
    QTRY_VERIFY_WITH_TIMEOUT(desk->strip().contains(u"has shut it out"_s), WithinMs);
    QVERIFY(!desk->strip().contains(u"when it is back"_s));
    desk->records();
    QTRY_VERIFY(!desk->isAllowed("finish"));
    QTRY_VERIFY2(desk->strip().contains(u"1 visit(s) stay on this PC"_s),
                 qPrintable(desk->strip()));
    QSignalSpy asked(&desk->window, &CounterWindow::asked);
    desk->does("callNext");
    QCOMPARE(asked.size(), 1);
    QTRY_VERIFY(desk->hasError());
    QVERIFY(!desk->isAllowed("finish"));
    QCOMPARE(stateOf(numbers[0]), u"called"_s); // as the branch knows it; its counter is taken over
    VERIFY_RESULT(actAtCounter(*owner(), now(), {.counter = 3, .action = LegAction::Finish}));
    VERIFY_RESULT(callNext(*owner(), now(), 3));
    VERIFY_RESULT(actAtCounter(*owner(), now(), {.counter = 3, .action = LegAction::Finish}));
    VERIFY_RESULT(signOut(*owner(), now(), 3, u"CB03"_s));
}

void CounterLanTest::aCutOverNightLosesNothing()
{
    constexpr qint64 Hour = 3'600'000;
    const auto atThatTime = [] { return CommandContext{QUuid::createUuid(), clockNow()}; };
    const QString recorded = value(u"SELECT count(*) FROM intake"_s);
    const QStringList numbers = issue(3);
    const auto desk = this->desk(1);
    QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("callNext"), 10'000);
    QTest::qWait(200);
    const auto serves = [&](const Draft &form) {
        desk->does("callNext");
        QTRY_VERIFY(desk->isAllowed("finish"));
        desk->records(CounterIntent::Kind::Record, form);
        QTRY_VERIFY(!desk->isAllowed("finish"));
    };
    cable().set(Fault::Cut);
    QTRY_VERIFY_WITH_TIMEOUT(desk->saysAlone(), WithinMs);
    const QDate day = clockNow().toTimeZone(QTimeZone("Asia/Ho_Chi_Minh")).date();
    serves(complete(u"099188000001"_s));
    clockLead = 2 * Hour;
    QVERIFY(desk->saysAlone());
    QTRY_VERIFY2(desk->strip().contains(u"1 to send"_s), qPrintable(desk->strip()));
    serves(complete(u"099188000002"_s));
    QTRY_VERIFY2(desk->strip().contains(u"2 to send"_s), qPrintable(desk->strip()));
    desk->does("callNext"); // and is still there when the lights go out
    QTRY_VERIFY(desk->isAllowed("finish"));
    Q_EMIT desk->window.draftEdited(TicketNumber::fromString(numbers[2]).value(),
                                    complete(u"099188000003"_s));
    clockLead = 10 * Hour;
    const QString closedDay = value(u"SELECT business_date FROM branch"_s);
    meanwhile([&] { VERIFY_RESULT(closeDay(*owner(), atThatTime())); });
    clockLead = 24 * Hour;
    meanwhile([&] { VERIFY_RESULT(openDay(*owner(), atThatTime(), {})); });
    QVERIFY(desk->saysAlone());
    QVERIFY(desk->strip().contains(u"Offline since"_s));
    cable().set(Fault::None);
    QTRY_COMPARE_WITH_TIMEOUT(value(u"SELECT count(*) - %1 FROM intake"_s.arg(recorded)), u"2"_s,
                              10'000);
    desk->signIn(); // the day took everybody's shift
    QTRY_VERIFY_WITH_TIMEOUT(desk->isAllowed("findDossier"), 10'000);
    // Yesterday stays as it was closed; what was done then is told once each, in its order.
    for (const QString &number : numbers) {
        QCOMPARE(stateOf(number), u"expired"_s);
    }
    QTRY_COMPARE_WITH_TIMEOUT(
        value(u"SELECT string_agg(body::json->>'ticket', ' ' ORDER BY seq) FROM event "
              "WHERE kind = 'visit_told' AND body::json->>'apart' = 'day_over'"_s),
        numbers.join(u' '), WithinMs);
    QCOMPARE(intakesOf(numbers[0]), 1);
    QCOMPARE(intakesOf(numbers[1]), 1);
    QCOMPARE(value(u"SELECT count(*) FROM dossier WHERE received LIKE '%1%'"_s.arg(
                 day.toString(Qt::ISODate))),
             value(u"SELECT count(*) FROM dossier"_s));
    QTRY_VERIFY(desk->hasNotes()); // and the form that was begun
    desk->window.findChild<QWidget *>(u"offlineStrip"_s)->findChild<QAbstractButton *>()->click();
    desk->window.findChild<QAbstractButton *>(u"answer"_s)->click();
    QTest::qWait(100);
    desk->opensKept();
    QTRY_VERIFY(desk->isAllowed("finish"));
    QCOMPARE(desk->window.findChild<QLineEdit *>(u"idNumber"_s)->text().remove(u' '),
             u"099188000003"_s);
    desk->records(CounterIntent::Kind::Record, complete(u"099188000003"_s));
    QTRY_COMPARE_WITH_TIMEOUT(intakesOf(numbers[2]), 1, WithinMs);
    QTRY_VERIFY(!desk->isShown("offlineStrip"));
    QVERIFY(closedDay != value(u"SELECT business_date FROM branch"_s));
}

void CounterLanTest::theBranchIsWhole()
{
    VERIFY_RESULT(closeDay(*owner(), {QUuid::createUuid(), clockNow()}));
}

QTEST_MAIN(CounterLanTest)
#include "counterlantest.moc"
