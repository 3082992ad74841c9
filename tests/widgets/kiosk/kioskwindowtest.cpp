// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/kioskbanner.h"
#include "kiosk/kiosktexts.h"
#include "kiosk/pagefade.h"
#include "support/kioskscreens.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace motcua {

using Place = KioskWindow::Place;

class KioskWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesThreeTouchesToANumber();
    void asksOnceForADoubleTap();
    void sendsTheSameWishAgainAfterAnError();
    void ignoresASecondTouchTooSoon();
    void issuesForWhoeverIsNotSure();
    void skipsWhatNeedsNoQuestion();
    void skipsThePriorityThatTheCardProves();
    void keepsThePlaceWhenTheLanguageChanges();
    void showsBothLanguages();
    void forgetsACitizenWhoLeft();
    void waitsLongerForWhoNeedsIt();
    void pausesWhileStaffAreOnTheirWay();
    void pausesEveryLimitWhileStaffAreOnTheirWay();
    void staysUntilThePaperIsKnown();
    void takesAnyTouchForAYes_data();
    void takesAnyTouchForAYes();
    void showsANumberOverAQuestion_data();
    void showsANumberOverAQuestion();
    void givesTheFocusBackAfterAQuestion();
    void keepsTheKeypadsPlaceWhileResultsChange();
    void promisesNoPageThatIsNotThere();
    void remindsOfTheCard();
    void findsByTyping_data();
    void findsByTyping();
    void findsButDoesNotOfferAFullGroup();
    void pagesFadeButANumberIsThereAtOnce();
    void tellsAScannerFromAPerson();
    void closesAndOpens();
    void asksForTheAppointment();
    void sendsTheSameCodeAgainAfterAnError();
    void checksInByACard();
    void tellsWhyAScanDoesNothing();
    void forgetsWhatWasTyped();
    void offersTheReprint();
    void walksByKeys();
    void hidesReadAloudWithoutAudio();
    void readsAloud();
    void readsTroubleAndBannersAloud();
    void readsTheScreenWhenHeadphonesCome();
    void readsAQuestionOnce();
    void saysNothingPrivate();
    void putsEveryControlIntoTheLowerHalf_data();
    void putsEveryControlIntoTheLowerHalf();
    void cannotBeLeft_data();
    void cannotBeLeft();
    void opensForStaffOnly();
    void aFingerOnItsWayHitsNothingElse();
};

static std::unique_ptr<KioskWindow> shownKiosk(const KioskBehaviour &behaviour = {})
{
    auto kiosk = test::makeKiosk(behaviour);
    kiosk->setAttribute(Qt::WA_DontShowOnScreen);
    kiosk->show();
    return kiosk;
}

static Tile *tile(KioskWindow &kiosk, const QString &name)
{
    const auto found = kiosk.findChildren<Tile *>(name);
    for (Tile *one : found) {
        if (one->isVisibleTo(&kiosk)) {
            return one;
        }
    }
    return nullptr;
}

/// A press and a release in the middle of @p target at @p time.
static void tap(QWidget &target, quint64 time)
{
    for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        const QPointF at(target.rect().center());
        QMouseEvent event(type, at, target.mapToGlobal(at), Qt::LeftButton,
                          type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton,
                          Qt::NoModifier);
        event.setTimestamp(time);
        QCoreApplication::sendEvent(&target, &event);
    }
}

void KioskWindowTest::initTestCase()
{
    loadFonts();
}

void KioskWindowTest::takesThreeTouchesToANumber()
{
    const auto kiosk = shownKiosk();
    QSignalSpy wanted(kiosk.get(), &KioskWindow::ticketWanted);
    QVERIFY(test::touch(*kiosk, u"groupH"_s));
    QCOMPARE(kiosk->place(), Place::Procedures);
    QVERIFY(test::touch(*kiosk, u"procedureH3"_s));
    QCOMPARE(kiosk->place(), Place::Priority);
    QVERIFY(test::touch(*kiosk, u"priorityelderly"_s));
    QCOMPARE(wanted.size(), 1);
    const auto request = wanted[0][0].value<KioskRequest>();
    QVERIFY(!request.id.isNull());
    QCOMPARE(request.group, u"H"_s);
    QCOMPARE(request.procedure, u"H3"_s);
    QCOMPARE(request.priority, u"elderly"_s);
    kiosk->showTicket(test::kioskTicket(), PaperState::Printing, PaperTrouble::None);
    QCOMPARE(kiosk->place(), Place::Ticket);
    QVERIFY(test::touch(*kiosk, u"done"_s));
    QCOMPARE(kiosk->place(), Place::Home);
}

void KioskWindowTest::asksOnceForADoubleTap()
{
    const auto kiosk = shownKiosk();
    QSignalSpy wanted(kiosk.get(), &KioskWindow::ticketWanted);
    test::touch(*kiosk, u"groupH"_s);
    test::touch(*kiosk, u"procedureH3"_s);
    Tile *regular = tile(*kiosk, u"regular"_s);
    regular->click();
    regular->click(); // busy: nothing
    QVERIFY(!regular->isEnabled());
    QVERIFY(!test::touch(*kiosk, u"priorityelderly"_s));
    QCOMPARE(wanted.size(), 1);
}

void KioskWindowTest::sendsTheSameWishAgainAfterAnError()
{
    const auto kiosk = shownKiosk();
    QSignalSpy wanted(kiosk.get(), &KioskWindow::ticketWanted);
    test::touch(*kiosk, u"groupH"_s);
    test::touch(*kiosk, u"procedureH3"_s);
    test::touch(*kiosk, u"regular"_s);
    kiosk->refuseTicket();
    QCOMPARE(kiosk->place(), Place::Priority);
    test::touch(*kiosk, u"regular"_s);
    kiosk->refuseTicket();
    test::touch(*kiosk, u"priorityelderly"_s); // another wish is another command
    QCOMPARE(wanted.size(), 3);
    const auto id = [&](qsizetype i) { return wanted[i][0].value<KioskRequest>().id; };
    QCOMPARE(id(1), id(0));
    QVERIFY(id(2) != id(0));
}

void KioskWindowTest::ignoresASecondTouchTooSoon()
{
    const auto kiosk = shownKiosk();
    constexpr quint64 Start = 10'000;
    tap(*tile(*kiosk, u"groupH"_s), Start);
    QCOMPARE(kiosk->place(), Place::Procedures);
    tap(*tile(*kiosk, u"procedureH3"_s), Start + 400);
    QCOMPARE(kiosk->place(), Place::Procedures);
    tap(*tile(*kiosk, u"procedureH3"_s), Start + 700);
    QCOMPARE(kiosk->place(), Place::Priority);
}

void KioskWindowTest::issuesForWhoeverIsNotSure()
{
    const auto kiosk = shownKiosk();
    QSignalSpy wanted(kiosk.get(), &KioskWindow::ticketWanted);
    test::touch(*kiosk, u"groupC"_s);
    test::touch(*kiosk, u"unsure"_s);
    QCOMPARE(wanted.size(), 1);
    const auto request = wanted[0][0].value<KioskRequest>();
    QCOMPARE(request.group, u"C"_s);
    QCOMPARE(request.procedure, QString());
}

void KioskWindowTest::skipsWhatNeedsNoQuestion()
{
    const auto kiosk = shownKiosk();
    test::touch(*kiosk, u"groupR"_s); // no procedures
    QCOMPARE(kiosk->place(), Place::Priority);
    test::touch(*kiosk, u"back"_s);
    QCOMPARE(kiosk->place(), Place::Home);
    test::touch(*kiosk, u"groupK"_s); // one
    QCOMPARE(kiosk->place(), Place::Priority);
    QCOMPARE(kiosk->view().procedure, u"K1"_s);
    test::touch(*kiosk, u"back"_s);
    QCOMPARE(kiosk->place(), Place::Home);
}

void KioskWindowTest::skipsThePriorityThatTheCardProves()
{
    const auto kiosk = shownKiosk();
    QSignalSpy wanted(kiosk.get(), &KioskWindow::ticketWanted);
    kiosk->setCard(u"elderly"_s);
    test::touch(*kiosk, u"groupH"_s);
    test::touch(*kiosk, u"procedureH1"_s);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<KioskRequest>().priority, u"elderly"_s);
    kiosk->showTicket(test::kioskTicket(), PaperState::Printed, PaperTrouble::None);
    QSignalSpy ended(kiosk.get(), &KioskWindow::sessionEnded);
    test::touch(*kiosk, u"done"_s);
    QCOMPARE(ended.size(), 1);
    test::touch(*kiosk, u"groupH"_s); // the next citizen has no card
    test::touch(*kiosk, u"procedureH1"_s);
    QCOMPARE(kiosk->place(), Place::Priority);
}

void KioskWindowTest::keepsThePlaceWhenTheLanguageChanges()
{
    const auto kiosk = shownKiosk();
    test::touch(*kiosk, u"groupC"_s);
    test::touch(*kiosk, u"next"_s);
    QCOMPARE(kiosk->view().rowsPage, 1);
    test::touch(*kiosk, u"barLanguage"_s);
    QCOMPARE(kiosk->place(), Place::Procedures);
    QCOMPARE(kiosk->view().rowsPage, 1);
    QVERIFY(tile(*kiosk, u"back"_s)->accessibleName().contains(u"Back"_s));
    QVERIFY(tile(*kiosk, u"barLanguage"_s)->accessibleName() == u"Tiếng Việt"_s);
}

void KioskWindowTest::showsBothLanguages()
{
    const auto kiosk = shownKiosk();
    const auto card = [&] { return tile(*kiosk, u"groupH"_s)->spec().lines; };
    QCOMPARE(card()[0].text, u"Hộ tịch"_s);
    QCOMPARE(card()[1].text, u"Birth, marriage, death"_s);
    test::touch(*kiosk, u"barLanguage"_s);
    QCOMPARE(card()[0].text, u"Birth, marriage,\ndeath"_s);
    QCOMPARE(card()[1].text, u"Hộ tịch"_s);
}

void KioskWindowTest::forgetsACitizenWhoLeft()
{
    using namespace std::chrono_literals;
    KioskBehaviour behaviour;
    behaviour.idleWarning = 1ms;
    behaviour.idleCountdown = 1ms;
    const auto kiosk = shownKiosk(behaviour);
    QSignalSpy ended(kiosk.get(), &KioskWindow::sessionEnded);
    test::touch(*kiosk, u"barContrast"_s);
    test::touch(*kiosk, u"barLanguage"_s);
    test::touch(*kiosk, u"groupH"_s);
    test::touch(*kiosk, u"procedureH3"_s);
    kiosk->setCard({});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(kiosk->place(), Place::Home);
    QCOMPARE(kiosk->view().comfort, KioskComfort());
    QCOMPARE(kiosk->view().group, QString());
    QVERIFY(!kiosk->isAsking());
}

void KioskWindowTest::waitsLongerForWhoNeedsIt()
{
    const auto kiosk = shownKiosk();
    const auto seconds = [&] {
        kiosk->showTicket(test::kioskTicket(), PaperState::Printing, PaperTrouble::None);
        return kiosk->view().closesIn;
    };
    QCOMPARE(seconds(), 15);
    test::touch(*kiosk, u"barText"_s);
    QCOMPARE(seconds(), 45);
    test::touch(*kiosk, u"done"_s);
    kiosk->showTicket(test::kioskTicket(), PaperState::Trouble, PaperTrouble::Out);
    QCOMPARE(kiosk->view().closesIn, 60);
}

void KioskWindowTest::pausesWhileStaffAreOnTheirWay()
{
    using namespace std::chrono_literals;
    KioskBehaviour behaviour;
    behaviour.idleWarning = 1ms;
    behaviour.helpPause = 60s;
    const auto kiosk = shownKiosk(behaviour);
    QSignalSpy help(kiosk.get(), &KioskWindow::helpWanted);
    test::touch(*kiosk, u"groupH"_s);
    test::touch(*kiosk, u"barHelp"_s);
    QCOMPARE(help.size(), 1);
    kiosk->setHelpComing();
    // The idle question would have come by now.
    QTimer later;
    later.setSingleShot(true);
    QSignalSpy passed(&later, &QTimer::timeout);
    later.start(20ms);
    QTRY_COMPARE(passed.size(), 1);
    QVERIFY(!kiosk->isAsking());
}

void KioskWindowTest::pausesEveryLimitWhileStaffAreOnTheirWay()
{
    using namespace std::chrono_literals;
    KioskBehaviour behaviour;
    behaviour.helpPause = 60s;
    const auto kiosk = shownKiosk(behaviour);
    // The ticket stays, also after another touch.
    kiosk->showTicket(test::kioskTicket(), PaperState::Printed, PaperTrouble::None);
    kiosk->setHelpComing();
    QCOMPARE(kiosk->view().closesIn, 75);
    QTest::mouseClick(kiosk.get(), Qt::LeftButton, {}, QPoint(5, 500));
    kiosk->setPaper(PaperState::Printed, PaperTrouble::None);
    QVERIFY(kiosk->view().closesIn > 70);
    test::touch(*kiosk, u"done"_s);
    // The next citizen has the usual time.
    kiosk->showTicket(test::kioskTicket(), PaperState::Printed, PaperTrouble::None);
    QCOMPARE(kiosk->view().closesIn, 15);
    test::touch(*kiosk, u"done"_s);
    // A question that would wipe everything goes.
    test::touch(*kiosk, u"groupH"_s);
    kiosk->askStillThere();
    kiosk->setHelpComing();
    QVERIFY(!kiosk->isAsking());
    QCOMPARE(kiosk->place(), Place::Procedures);
}

void KioskWindowTest::staysUntilThePaperIsKnown()
{
    using namespace std::chrono_literals;
    KioskBehaviour behaviour;
    behaviour.ticketShown = 1ms;
    const auto kiosk = shownKiosk(behaviour);
    QSignalSpy ended(kiosk.get(), &KioskWindow::sessionEnded);
    kiosk->showTicket(test::kioskTicket(), PaperState::Printing, PaperTrouble::None);
    QTimer later;
    later.setSingleShot(true);
    QSignalSpy passed(&later, &QTimer::timeout);
    later.start(20ms);
    QTRY_COMPARE(passed.size(), 1);
    QCOMPARE(ended.size(), 0);
    kiosk->setPaper(PaperState::Printed, PaperTrouble::None);
    QTRY_COMPARE(ended.size(), 1);
}

void KioskWindowTest::takesAnyTouchForAYes_data()
{
    QTest::addColumn<QString>("touched");
    QTest::addColumn<Place>("place");
    QTest::newRow("yes") << u"yes"_s << Place::Procedures;
    QTest::newRow("the words") << u"question"_s << Place::Procedures;
    QTest::newRow("beside them") << u"header"_s << Place::Procedures;
    QTest::newRow("the bar") << u"barText"_s << Place::Procedures;
    QTest::newRow("no") << u"no"_s << Place::Home;
}

void KioskWindowTest::takesAnyTouchForAYes()
{
    QFETCH(QString, touched);
    QFETCH(Place, place);
    const auto kiosk = shownKiosk();
    test::touch(*kiosk, u"groupH"_s);
    kiosk->askStillThere();
    auto *target = kiosk->findChild<QWidget *>(touched);
    QVERIFY(target);
    QTest::mouseClick(target, Qt::LeftButton);
    QVERIFY(!kiosk->isAsking());
    QCOMPARE(kiosk->place(), place);
}

void KioskWindowTest::showsANumberOverAQuestion_data()
{
    QTest::addColumn<bool>("reprint");
    QTest::newRow("still there") << false;
    QTest::newRow("print again") << true;
}

void KioskWindowTest::showsANumberOverAQuestion()
{
    QFETCH(bool, reprint);
    const auto kiosk = shownKiosk();
    QSignalSpy wanted(kiosk.get(), &KioskWindow::checkInWanted);
    QSignalSpy answered(kiosk.get(), &KioskWindow::reprintAnswered);
    const auto ask = [&] {
        if (reprint) {
            kiosk->offerReprint(test::kioskTicket().number);
        } else {
            kiosk->askStillThere();
        }
    };
    ask();
    kiosk->setCard(u"elderly"_s);
    QVERIFY(!kiosk->isAsking());
    ask();
    kiosk->checkInCode(u"HN-42"_s);
    QVERIFY(!kiosk->isAsking());
    QCOMPARE(wanted.size(), 1);
    ask();
    kiosk->showTicket(test::kioskTicket(), PaperState::Printed, PaperTrouble::None);
    QVERIFY(!kiosk->isAsking());
    QVERIFY(tile(*kiosk, u"done"_s));
    QCOMPARE(kiosk->view().closesIn, 15);
    QCOMPARE(answered.size(), 0); // it is asked again later
}

void KioskWindowTest::givesTheFocusBackAfterAQuestion()
{
    const auto kiosk = test::makeKiosk();
    kiosk->show();
    kiosk->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(kiosk.get()));
    test::touch(*kiosk, u"groupH"_s);
    const auto focus = [&] { return kiosk->focusWidget()->objectName(); };
    kiosk->askStillThere();
    QCOMPARE(focus(), u"kiosk"_s); // a finger needs no ring
    QTest::keyClick(kiosk.get(), Qt::Key_Escape);
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(kiosk.get(), Qt::Key_Tab);
    }
    const QString before = focus();
    QVERIFY(before != u"kiosk");
    kiosk->askStillThere();
    QCOMPARE(focus(), u"yes"_s);
    QTest::keyClick(kiosk.get(), Qt::Key_Return);
    QVERIFY(!kiosk->isAsking());
    QCOMPARE(focus(), before);
}

void KioskWindowTest::keepsTheKeypadsPlaceWhileResultsChange()
{
    const auto kiosk = shownKiosk();
    test::touch(*kiosk, u"groupH"_s);
    test::touch(*kiosk, u"find"_s);
    auto *key = tile(*kiosk, u"keyk"_s);
    QVERIFY(key);
    key->setFocus(Qt::TabFocusReason);
    for (const QChar letter : u"kh"_s) {
        tile(*kiosk, u"key"_s + letter)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(kiosk.get(), Qt::Key_Return);
        QCOMPARE(kiosk->focusWidget()->objectName(), u"key"_s + letter);
        QVERIFY(kiosk->focusWidget()->isVisible());
    }
    QCOMPARE(kiosk->view().typed, u"kh"_s);
}

void KioskWindowTest::promisesNoPageThatIsNotThere()
{
    const auto kiosk = shownKiosk();
    KioskTicket ticket = test::kioskTicket();
    for (const bool page : {true, false}) {
        ticket.canFollow = page;
        kiosk->showTicket(ticket, PaperState::Printing, PaperTrouble::None);
        const auto lines = tile(*kiosk, u"phone"_s)->spec().lines;
        QCOMPARE(lines[0].text.contains(ticket.trackingCode), !page);
        kiosk->setPaper(PaperState::Trouble, PaperTrouble::Out);
        const QString second = tile(*kiosk, u"keep2"_s)->spec().lines[0].text;
        QCOMPARE(second == kioskText(Language::Vietnamese, kiosktext::ScanCode), page);
    }
}

void KioskWindowTest::remindsOfTheCard()
{
    using namespace std::chrono_literals;
    KioskBehaviour behaviour;
    behaviour.cardReminder = 1ms;
    const auto kiosk = shownKiosk(behaviour);
    QSignalSpy forgotten(kiosk.get(), &KioskWindow::cardForgotten);
    auto *banner = kiosk->findChild<KioskBanner *>();
    QVERIFY(banner);
    kiosk->setCard({});
    QCOMPARE(banner->words(), kioskText(Language::Vietnamese, kiosktext::CardRead));
    QTRY_COMPARE(forgotten.size(), 1);
    kiosk->setCard({});
    test::touch(*kiosk, u"groupR"_s);
    kiosk->showTicket(test::kioskTicket(), PaperState::Printed, PaperTrouble::None);
    test::touch(*kiosk, u"done"_s); // who is gone is not reminded
    QCOMPARE(banner->words(), QString());
}

void KioskWindowTest::findsByTyping_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("found");
    QTest::newRow("without accents") << u"ket hon"_s << u"ket hon"_s << u"foundH2"_s;
    QTest::newRow("telex") << u"keets hoon"_s << u"kết hôn"_s << u"foundH2"_s;
    QTest::newRow("not here") << u"ho chieu"_s << u"ho chieu"_s << u"foundP1"_s;
    QTest::newRow("without a group yet") << u"chua xep"_s << u"chua xep"_s << u"nothing"_s;
    QTest::newRow("nothing") << u"qqq"_s << u"qqq"_s << u"nothing"_s;
}

void KioskWindowTest::findsByTyping()
{
    QFETCH(QString, keys);
    QFETCH(QString, shown);
    QFETCH(QString, found);
    const auto kiosk = shownKiosk();
    test::touch(*kiosk, u"groupA"_s);
    QVERIFY(test::touch(*kiosk, u"find"_s));
    for (const QChar key : keys) {
        QVERIFY(test::touch(*kiosk, key == u' ' ? u"keySpace"_s : u"key"_s + key));
    }
    QCOMPARE(kiosk->view().typed, shown);
    QVERIFY(tile(*kiosk, found));
    const bool here = found == u"foundH2";
    QCOMPARE(test::touch(*kiosk, found), here);
    QCOMPARE(kiosk->place(), here ? Place::Priority : Place::Search);
    QCOMPARE(kiosk->view().group, here ? u"H"_s : u"A"_s);
}

void KioskWindowTest::findsButDoesNotOfferAFullGroup()
{
    const auto kiosk = shownKiosk();
    HallState hall = test::kioskHall();
    hall.groups[0].takesNumbers = false;
    hall.groups[0].waiting = 3;
    QVERIFY(test::touch(*kiosk, u"groupH"_s));
    QVERIFY(test::touch(*kiosk, u"find"_s));
    for (const QChar key : u"khai sinh"_s) {
        QVERIFY(test::touch(*kiosk, key == u' ' ? u"keySpace"_s : u"key"_s + key));
    }
    const auto rows = [&kiosk] {
        std::vector<Tile *> shown;
        const auto tiles = kiosk->findChildren<Tile *>();
        for (Tile *one : tiles) {
            if (one->isVisibleTo(kiosk.get()) && one->objectName().startsWith(u"foundH"_s)) {
                shown.push_back(one);
            }
        }
        return shown;
    };
    QVERIFY(!rows().empty());
    QVERIFY(rows().front()->isEnabled());
    kiosk->setHall(hall);
    QVERIFY(!rows().empty());
    QVERIFY(!rows().front()->isEnabled());
    QVERIFY(rows().front()->accessibleName().contains(u"Tạm ngừng nhận · Hết số hôm nay"_s));
}

void KioskWindowTest::pagesFadeButANumberIsThereAtOnce()
{
    QCOMPARE(KioskBehaviour().pageFade.count(), qRound64(designNumber("motion.pageFadeMs"_L1)));
    const auto kiosk = shownKiosk();
    const auto *fade = kiosk->findChild<PageFade *>();
    QVERIFY(!fade->isVisible());
    QVERIFY(test::touch(*kiosk, u"groupH"_s));
    QVERIFY(fade->isVisible());
    kiosk->showTicket(test::kioskTicket(), PaperState::Printing, PaperTrouble::None);
    QVERIFY(!fade->isVisible());
    QVERIFY(test::touch(*kiosk, u"done"_s));
    QVERIFY(fade->isVisible());
    QTRY_VERIFY(!fade->isVisible());

    KioskBehaviour still;
    still.pageFade = std::chrono::milliseconds(0);
    const auto other = shownKiosk(still);
    QVERIFY(test::touch(*other, u"groupH"_s));
    QVERIFY(!other->findChild<PageFade *>()->isVisible());
}

void KioskWindowTest::tellsAScannerFromAPerson()
{
    const auto kiosk = shownKiosk();
    QByteArray payload; // copied: the window overwrites its own
    connect(kiosk.get(), &KioskWindow::scanned, this, [&](const QByteArray &bytes) {
        payload = QByteArray(bytes.constData(), bytes.size());
    });
    test::touch(*kiosk, u"groupH"_s);
    test::touch(*kiosk, u"find"_s);
    QTest::keyClicks(kiosk.get(), u"099123456789||Nguyen Van A|01011940"_s);
    QTest::keyClick(kiosk.get(), Qt::Key_Return);
    QCOMPARE(payload, QByteArray("099123456789||Nguyen Van A|01011940"));
    QCOMPARE(kiosk->view().typed, QString());
    // Without Enter at its end.
    payload.clear();
    QTest::keyClicks(kiosk.get(), u"099123456789"_s);
    QTRY_COMPARE(payload, QByteArray("099123456789"));
    QCOMPARE(kiosk->view().typed, QString());
    // A person: each key on its own.
    for (const QChar key : u"hon"_s) {
        const auto before = kiosk->view().typed.size();
        QTest::keyClick(kiosk.get(), key.toLatin1());
        QTRY_COMPARE(kiosk->view().typed.size(), before + 1);
    }
    QCOMPARE(kiosk->view().typed, u"hon"_s);
}

void KioskWindowTest::closesAndOpens()
{
    const auto kiosk = shownKiosk();
    const QDate day(2026, 11, 17);
    using enum OpeningState::Kind;
    kiosk->setNow({day, QTime(16, 31)},
                  {.kind = AfterLast, .opensAt = LocalTime{day.addDays(1), QTime(7, 30)}});
    QVERIFY(!tile(*kiosk, u"groupH"_s));
    QVERIFY(tile(*kiosk, u"barHelp"_s));
    const auto next = tile(*kiosk, u"next"_s)->spec().lines;
    QVERIFY(next[1].text.startsWith(u"7:30 "_s));
    QVERIFY(next[2].text.startsWith(u"18/11/2026 · Wednesday 18 November, 7:30 am"_s));
    kiosk->setNow({day, QTime(13, 0)}, {});
    QVERIFY(tile(*kiosk, u"groupH"_s));
    HallState hall = test::kioskHall();
    for (GroupLoad &load : hall.groups) {
        load.takesNumbers = false;
    }
    kiosk->setHall(hall);
    QCOMPARE(kiosk->view().closed, ClosedReason::Full);
    hall.businessDate = {};
    kiosk->setHall(hall);
    QCOMPARE(kiosk->view().closed, ClosedReason::DayNotOpen);
    kiosk->setHall(test::kioskHall());
    // Somebody on his way to a number at closing time still gets it.
    test::touch(*kiosk, u"groupH"_s);
    kiosk->setNow({day, QTime(16, 31)}, {.kind = AfterLast});
    QCOMPARE(kiosk->place(), Place::Procedures);
    QVERIFY(tile(*kiosk, u"procedureH1"_s));
}

void KioskWindowTest::asksForTheAppointment()
{
    const auto kiosk = shownKiosk();
    QSignalSpy wanted(kiosk.get(), &KioskWindow::checkInWanted);
    test::touch(*kiosk, u"appointment"_s);
    for (const QChar key : u"hn-42"_s) {
        QVERIFY(test::touch(*kiosk, u"key"_s + key));
    }
    test::touch(*kiosk, u"enter"_s);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][1].toString(), u"HN-42"_s);
    QVERIFY(!test::touch(*kiosk, u"enter"_s)); // busy
    kiosk->refuseAppointment({u"Không thấy"_s, u"Not found"_s});
    QCOMPARE(tile(*kiosk, u"refusal"_s)->spec().lines[0].text, u"Không thấy"_s);
    QVERIFY(test::touch(*kiosk, u"regular"_s));
    QCOMPARE(kiosk->place(), Place::Home);
}

void KioskWindowTest::sendsTheSameCodeAgainAfterAnError()
{
    const auto kiosk = shownKiosk();
    QSignalSpy wanted(kiosk.get(), &KioskWindow::checkInWanted);
    kiosk->checkInCode(u"HN-42"_s);
    kiosk->refuseTicket(); // the answer was lost
    kiosk->checkInCode(u"HN-42"_s);
    kiosk->refuseTicket();
    kiosk->checkInCode(u"HN-43"_s); // another code is another command
    kiosk->refuseAppointment({u"Không thấy"_s, u"Not found"_s});
    kiosk->checkInCode(u"HN-43"_s); // so is one that was answered
    QCOMPARE(wanted.size(), 4);
    QCOMPARE(wanted[1][0].toUuid(), wanted[0][0].toUuid());
    QVERIFY(wanted[2][0].toUuid() != wanted[0][0].toUuid());
    QVERIFY(wanted[3][0].toUuid() != wanted[2][0].toUuid());
}

void KioskWindowTest::checksInByACard()
{
    const auto kiosk = shownKiosk();
    QSignalSpy wanted(kiosk.get(), &KioskWindow::checkInWanted);
    kiosk->checkInCard(u"099123456789"_s); // on the first screen it proves an age only
    QCOMPARE(wanted.size(), 0);
    test::touch(*kiosk, u"appointment"_s);
    kiosk->checkInCard(u"099123456789"_s);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][1].toString(), u"099123456789"_s);
    QCOMPARE(kiosk->view().typed, QString());
    QVERIFY(kiosk->view().busy);
}

void KioskWindowTest::tellsWhyAScanDoesNothing()
{
    const auto kiosk = shownKiosk();
    QSignalSpy wanted(kiosk.get(), &KioskWindow::checkInWanted);
    kiosk->setNow({QDate(2026, 11, 17), QTime(20, 0)}, {.kind = OpeningState::Kind::AfterLast});
    kiosk->checkInCode(u"HN-42"_s);
    QCOMPARE(wanted.size(), 0);
    QCOMPARE(kiosk->findChild<KioskBanner *>()->words(),
             kioskText(Language::Vietnamese, kiosktext::NotTaking));
}

void KioskWindowTest::forgetsWhatWasTyped()
{
    const auto kiosk = shownKiosk();
    kiosk->checkInCode(u"HN-42"_s);
    kiosk->showTicket(test::kioskTicket(), PaperState::Printed, PaperTrouble::None);
    test::touch(*kiosk, u"done"_s);
    const auto tiles = kiosk->findChildren<Tile *>();
    for (const Tile *one : tiles) {
        for (const Paragraph &line : one->spec().lines) {
            QVERIFY2(!line.text.contains(u"HN-42"_s), qPrintable(one->objectName()));
        }
    }
}

void KioskWindowTest::offersTheReprint()
{
    const auto kiosk = shownKiosk();
    QSignalSpy answered(kiosk.get(), &KioskWindow::reprintAnswered);
    kiosk->offerReprint(test::kioskTicket().number);
    QVERIFY(kiosk->isAsking());
    QVERIFY(test::touch(*kiosk, u"yes"_s));
    QCOMPARE(answered.size(), 1);
    QVERIFY(answered[0][0].toBool());
    QVERIFY(!kiosk->isAsking());
}

void KioskWindowTest::walksByKeys()
{
    const auto kiosk = test::makeKiosk();
    kiosk->show();
    kiosk->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(kiosk.get()));
    QStringList names;
    for (int i = 0; i < 17; ++i) {
        QTest::keyClick(kiosk.get(), Qt::Key_Tab);
        names.append(QApplication::focusWidget()->objectName());
        QVERIFY(!QApplication::focusWidget()->accessibleName().isEmpty());
    }
    QCOMPARE(names, QStringList({u"title"_s, u"appointment"_s, u"groupH"_s, u"groupC"_s,
                                 u"groupN"_s, u"groupK"_s, u"groupX"_s, u"groupY"_s, u"groupR"_s,
                                 u"groupA"_s, u"scan"_s, u"barLanguage"_s, u"barText"_s,
                                 u"barContrast"_s, u"barLower"_s, u"barRead"_s, u"barHelp"_s}));
    for (int i = 0; i < 14; ++i) {
        QTest::keyClick(kiosk.get(), Qt::Key_Backtab);
    }
    QCOMPARE(QApplication::focusWidget()->objectName(), u"groupH"_s);
    QTest::keyClick(kiosk.get(), Qt::Key_Return);
    QCOMPARE(kiosk->place(), Place::Procedures);
    QTest::keyClick(kiosk.get(), Qt::Key_Escape);
    QCOMPARE(kiosk->place(), Place::Home);
}

void KioskWindowTest::hidesReadAloudWithoutAudio()
{
    const auto kiosk = shownKiosk();
    QVERIFY(tile(*kiosk, u"barRead"_s));
    kiosk->setHasAudio(false);
    QVERIFY(!tile(*kiosk, u"barRead"_s));
}

void KioskWindowTest::readsAloud()
{
    const auto kiosk = shownKiosk();
    QSignalSpy said(kiosk.get(), &KioskWindow::speechWanted);
    test::touch(*kiosk, u"groupH"_s);
    QCOMPARE(said.size(), 0);
    QTest::keyClick(kiosk.get(), Qt::Key_F8);
    QCOMPARE(said.size(), 1);
    test::touch(*kiosk, u"procedureH3"_s);
    QCOMPARE(said.size(), 2);
    kiosk->showTicket(test::kioskTicket(), PaperState::Printing, PaperTrouble::None);
    QVERIFY(said.last()[0].toString().count(u"H 0 5 5"_s) == 2);
    QSignalSpy silent(kiosk.get(), &KioskWindow::speechUnwanted);
    test::touch(*kiosk, u"done"_s);
    QVERIFY(!silent.isEmpty());
}

void KioskWindowTest::readsTroubleAndBannersAloud()
{
    const auto kiosk = shownKiosk();
    kiosk->setComfort({.readAloud = true});
    QSignalSpy said(kiosk.get(), &KioskWindow::speechWanted);
    const auto last = [&] { return said.isEmpty() ? QString() : said.last()[0].toString(); };
    const auto vi = [](const char *text) { return kioskText(Language::Vietnamese, text); };
    kiosk->setPrinterTrouble(PaperTrouble::Out);
    QVERIFY(last().contains(vi(kiosktext::CannotPrint)));
    kiosk->setHall(test::kioskHall());
    QCOMPARE(said.size(), 1); // once
    kiosk->setHelpComing();
    QVERIFY(last().contains(vi(kiosktext::HelpComes)));
    kiosk->showTicket(test::kioskTicket(), PaperState::Printing, PaperTrouble::None);
    QVERIFY(!last().contains(vi(kiosktext::PaperOut)));
    kiosk->setPaper(PaperState::Trouble, PaperTrouble::Out);
    QVERIFY(last().contains(vi(kiosktext::PaperOut)));
    QVERIFY(last().contains(u"7 K Q 3"_s));
}

void KioskWindowTest::readsTheScreenWhenHeadphonesCome()
{
    const auto kiosk = shownKiosk();
    QSignalSpy said(kiosk.get(), &KioskWindow::speechWanted);
    kiosk->startReading();
    QVERIFY(kiosk->view().comfort.readAloud);
    QCOMPARE(said.size(), 1);
    kiosk->startReading(); // somebody plugged in again wants to hear where he is
    QCOMPARE(said.size(), 2);
    kiosk->setHasAudio(false);
    kiosk->startReading();
    QVERIFY(!kiosk->view().comfort.readAloud);
}

void KioskWindowTest::readsAQuestionOnce()
{
    const auto kiosk = shownKiosk();
    kiosk->setComfort({.readAloud = true});
    test::touch(*kiosk, u"groupH"_s);
    QSignalSpy said(kiosk.get(), &KioskWindow::speechWanted);
    kiosk->askStillThere();
    QCOMPARE(said.size(), 1);
    const QString before = said[0][0].toString();
    QVERIFY(before.contains(u"30"_s));
    // A second later the hall changes.
    auto *words = tile(*kiosk, u"question"_s);
    const auto shown = [&] { return words->spec().lines.back().text; };
    const QString first = shown();
    QTRY_VERIFY(shown() != first);
    kiosk->setHall(test::kioskHall());
    QCOMPARE(said.size(), 1);
}

void KioskWindowTest::saysNothingPrivate()
{
    const auto kiosk = test::makeKiosk();
    kiosk->show();
    kiosk->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(kiosk.get()));
    kiosk->setComfort({.readAloud = true});
    const auto namesOf = [&] {
        QStringList names;
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(kiosk.get(), Qt::Key_Tab);
            names.append(kiosk->focusWidget()->accessibleName());
        }
        return names.join(u'|');
    };
    test::touch(*kiosk, u"groupH"_s);
    test::touch(*kiosk, u"procedureH3"_s);
    QVERIFY(!namesOf().contains(u"Giấy xác nhận tình trạng hôn nhân"_s));
    test::touch(*kiosk, u"back"_s);
    test::touch(*kiosk, u"back"_s);
    kiosk->checkInCode(u"HN-42"_s);
    kiosk->refuseAppointment({u"Không thấy"_s, u"Not found"_s});
    QVERIFY(!namesOf().contains(u"HN-42"_s));
}

/// Brings a kiosk to each of its screens.
static void addScreens()
{
    QTest::addColumn<std::function<void(KioskWindow &)>>("arrange");
    using Arrange = std::function<void(KioskWindow &)>;
    const auto row = [](const char *name, const Arrange &arrange) {
        QTest::newRow(name) << arrange;
    };
    row("home", [](KioskWindow &) {});
    row("procedures", [](KioskWindow &kiosk) { test::touch(kiosk, u"groupC"_s); });
    row("search", [](KioskWindow &kiosk) {
        test::touch(kiosk, u"groupH"_s);
        test::touch(kiosk, u"find"_s);
        test::touch(kiosk, u"keyc"_s);
    });
    row("priority", [](KioskWindow &kiosk) { test::touch(kiosk, u"groupR"_s); });
    row("appointment", [](KioskWindow &kiosk) { test::touch(kiosk, u"appointment"_s); });
    row("refused appointment", [](KioskWindow &kiosk) {
        test::touch(kiosk, u"appointment"_s);
        kiosk.refuseAppointment({u"Không thấy"_s, u"Not found"_s});
    });
    row("ticket", [](KioskWindow &kiosk) {
        kiosk.showTicket(test::kioskTicket(), PaperState::Printing, PaperTrouble::None);
    });
    row("paper out", [](KioskWindow &kiosk) {
        kiosk.showTicket(test::kioskTicket(), PaperState::Trouble, PaperTrouble::Out);
    });
    row("closed", [](KioskWindow &kiosk) {
        kiosk.setNow({QDate(2026, 11, 17), QTime(20, 0)}, {.kind = OpeningState::Kind::AfterLast});
    });
    row("staff", [](KioskWindow &kiosk) { kiosk.askStaff(); });
    row("still there", [](KioskWindow &kiosk) {
        test::touch(kiosk, u"groupH"_s);
        kiosk.askStillThere();
    });
    row("reprint", [](KioskWindow &kiosk) { kiosk.offerReprint(test::kioskTicket().number); });
}

void KioskWindowTest::putsEveryControlIntoTheLowerHalf_data()
{
    addScreens();
}

void KioskWindowTest::putsEveryControlIntoTheLowerHalf()
{
    QFETCH(std::function<void(KioskWindow &)>, arrange);
    const auto kiosk = shownKiosk();
    arrange(*kiosk);
    kiosk->setComfort({.lowerButtons = true});
    QCoreApplication::processEvents();
    const auto tiles = kiosk->findChildren<Tile *>();
    int checked = 0;
    for (Tile *one : tiles) {
        if (one->isVisibleTo(kiosk.get()) && !one->isPanel()) {
            const int y = one->mapTo(kiosk.get(), QPoint(0, 0)).y();
            QVERIFY2(y >= 920, qPrintable(u"%1 at %2"_s.arg(one->objectName()).arg(y)));
            ++checked;
        }
    }
    QVERIFY(checked >= 6);
}

void KioskWindowTest::cannotBeLeft_data()
{
    addScreens();
}

void KioskWindowTest::cannotBeLeft()
{
    QFETCH(std::function<void(KioskWindow &)>, arrange);
    auto kiosk = test::makeKiosk();
    KioskBehaviour behaviour;
    behaviour.fullScreen = true;
    kiosk->setBehaviour(behaviour);
    kiosk->resize(1080, 1920);
    kiosk->setAttribute(Qt::WA_DontShowOnScreen);
    kiosk->show();
    arrange(*kiosk);
    QSignalSpy left(kiosk.get(), &KioskWindow::left);
    QSignalSpy tickets(kiosk.get(), &KioskWindow::ticketWanted);
    const auto holds = [&] {
        QStringList others;
        const auto windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (window != kiosk.get() && window->isVisible()) {
                others.append(QString::fromLatin1(window->metaObject()->className()));
            }
        }
        return kiosk->isVisible() && left.isEmpty() && others.isEmpty()
               && !QApplication::activePopupWidget() && !QApplication::activeModalWidget();
    };
    std::vector<QWidget *> targets{kiosk.get()};
    const auto children = kiosk->findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->isVisibleTo(kiosk.get()) && targets.size() < 6) {
            targets.push_back(child);
        }
    }
    const std::vector<int> keys{
        Qt::Key_F1,     Qt::Key_F2,     Qt::Key_F3,      Qt::Key_F4,   Qt::Key_F5,    Qt::Key_F6,
        Qt::Key_F7,     Qt::Key_F9,     Qt::Key_F10,     Qt::Key_F11,  Qt::Key_F12,   Qt::Key_Q,
        Qt::Key_W,      Qt::Key_N,      Qt::Key_P,       Qt::Key_O,    Qt::Key_C,     Qt::Key_T,
        Qt::Key_Delete, Qt::Key_Menu,   Qt::Key_Super_L, Qt::Key_Meta, Qt::Key_Print, Qt::Key_Home,
        Qt::Key_End,    Qt::Key_PageUp, Qt::Key_Help};
    const std::vector<Qt::KeyboardModifiers> chords{Qt::NoModifier,
                                                    Qt::ControlModifier,
                                                    Qt::AltModifier,
                                                    Qt::MetaModifier,
                                                    Qt::ControlModifier | Qt::ShiftModifier,
                                                    Qt::ControlModifier | Qt::AltModifier};
    int sent = 0;
    for (const Qt::KeyboardModifiers chord : chords) {
        for (const int key : keys) {
            QTest::keyClick(targets[static_cast<size_t>(sent) % targets.size()],
                            static_cast<Qt::Key>(key), chord);
            ++sent;
        }
    }
    QVERIFY(sent >= 150);
    QTest::keyClick(kiosk.get(), Qt::Key_F4, Qt::AltModifier);
    QTest::keyClick(kiosk.get(), Qt::Key_Tab, Qt::AltModifier);
    for (QWidget *target : targets) {
        QTest::mouseClick(target, Qt::RightButton);
        QTest::mouseClick(target, Qt::MiddleButton);
        QContextMenuEvent menu(QContextMenuEvent::Mouse, target->rect().center(),
                               target->mapToGlobal(target->rect().center()));
        QCoreApplication::sendEvent(target, &menu);
    }
    QVERIFY(!kiosk->close());
    QVERIFY(holds());
    QCOMPARE(tickets.size(), 0);
}

void KioskWindowTest::opensForStaffOnly()
{
    using namespace std::chrono_literals;
    auto kiosk = test::makeKiosk();
    KioskBehaviour behaviour;
    behaviour.fullScreen = true;
    behaviour.staffHold = 1ms;
    kiosk->setBehaviour(behaviour);
    kiosk->setAttribute(Qt::WA_DontShowOnScreen);
    kiosk->resize(1080, 1920);
    kiosk->show();
    QSignalSpy pins(kiosk.get(), &KioskWindow::pinEntered);
    QSignalSpy left(kiosk.get(), &KioskWindow::left);
    auto *header = kiosk->findChild<QWidget *>(u"header"_s);
    QVERIFY(header);
    QTest::mousePress(header, Qt::LeftButton, {}, QPoint(500, 80));
    QTest::mouseRelease(header, Qt::LeftButton, {}, QPoint(500, 80));
    QCOMPARE(kiosk->place(), Place::Home);
    QTest::mousePress(header, Qt::LeftButton, {}, QPoint(80, 80));
    QTRY_COMPARE(kiosk->place(), Place::Staff);
    for (const QChar digit : u"482915"_s) {
        test::touch(*kiosk, u"key"_s + digit);
    }
    test::touch(*kiosk, u"enter"_s);
    QCOMPARE(pins.size(), 1);
    QCOMPARE(pins[0][0].toString(), u"482915"_s);
    kiosk->refusePin(0);
    QVERIFY(tile(*kiosk, u"refusal"_s));
    QCOMPARE(kiosk->view().digits, 0);
    kiosk->leave();
    QCOMPARE(left.size(), 1);
    QVERIFY(!kiosk->isVisible());
}

/// A banner came by itself and the boxes moved.
void KioskWindowTest::aFingerOnItsWayHitsNothingElse()
{
    using namespace std::chrono_literals;
    KioskBehaviour behaviour;
    behaviour.pageFade = 0ms;
    behaviour.touchPause = 60s;
    const auto patient = shownKiosk(behaviour);
    const int before = tile(*patient, u"groupH"_s)->mapTo(patient.get(), QPoint()).y();
    patient->setOffline(true);
    QVERIFY(tile(*patient, u"groupH"_s)->mapTo(patient.get(), QPoint()).y() != before);
    QTest::mouseClick(tile(*patient, u"groupH"_s), Qt::LeftButton);
    QVERIFY(tile(*patient, u"groupH"_s)); // still the first page
    behaviour.touchPause = 50ms;
    const auto kiosk = shownKiosk(behaviour);
    kiosk->setOffline(true);
    const auto isHome = [&] { return tile(*kiosk, u"groupH"_s) != nullptr; };
    QTRY_VERIFY((isHome() ? QTest::mouseClick(tile(*kiosk, u"groupH"_s), Qt::LeftButton) : void(),
                 !isHome()));
}

} // namespace motcua

QTEST_MAIN(motcua::KioskWindowTest)
#include "kioskwindowtest.moc"
