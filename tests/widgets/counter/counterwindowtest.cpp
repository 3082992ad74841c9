// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/counterwindow.h"

#include "counter/branchcolumn.h"
#include "counter/counterstrip.h"
#include "counter/deskparts.h"
#include "counter/queuetable.h"
#include "shared/paragraphlabel.h"
#include "support/catalogues.h"
#include "support/samplecounter.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;
using Kind = CounterIntent::Kind;

Q_DECLARE_METATYPE(CounterIntent)

/// A counter's window on the screen, in English, and what it asked for.
class Desk
{
public:
    explicit Desk(const CounterOverview &overview, const QSize &size = {1366, 768},
                  const CounterSettings &settings = {.counter = 3,
                                                     .staff = u"CB03"_s,
                                                     .language = Language::English})
        : window(settings)
        , asked(&window, &CounterWindow::asked)
        , changed(&window, &CounterWindow::settingsChanged)
    {
        window.setCatalogue(smallCatalogue());
        window.setOverview(overview);
        window.resize(size);
        window.show();
        QApplication::setActiveWindow(&window);
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&window);
    }

    [[nodiscard]] QAction &action(const char *name)
    {
        return *window.findChild<QAction *>(QString::fromLatin1(name));
    }
    template <typename T = QWidget>
    [[nodiscard]] T *part(const QString &name)
    {
        return window.findChild<T *>(name);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : &window, key, modifiers);
    }
    /// What was asked for since the last time.
    [[nodiscard]] std::vector<CounterIntent> intents()
    {
        std::vector<CounterIntent> all;
        for (const QList<QVariant> &arguments : asked) {
            all.push_back(arguments.front().value<CounterIntent>());
        }
        asked.clear();
        return all;
    }
    [[nodiscard]] QWidget *layer() { return part(u"layerTitle"_s); }

    CounterWindow window;
    QSignalSpy asked;
    QSignalSpy changed;
};

/// H 042 was called long enough ago and often enough for everything to be allowed.
static CounterOverview servedLong()
{
    CounterOverview overview = SampleCounter::serving();
    overview.current->ticket.calls = 2;
    return overview;
}

static CounterOverview begun()
{
    CounterOverview overview = servedLong();
    overview.current->state = LegState::Serving;
    overview.current->startedAt = overview.current->firstCalledAt + 1000;
    return overview;
}

class CounterWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKeyAsksForOneThing_data()
    {
        QTest::addColumn<bool>("serving");
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<std::vector<CounterIntent>>("expected");
        const Qt::KeyboardModifiers none = Qt::NoModifier;
        const auto row = [&](const char *name, bool serving, Qt::Key key,
                             Qt::KeyboardModifiers modifiers, const std::vector<Kind> &kinds) {
            std::vector<CounterIntent> intents;
            intents.reserve(kinds.size());
            for (const Kind kind : kinds) {
                intents.push_back({.kind = kind});
            }
            QTest::newRow(name) << serving << key << modifiers << intents;
        };
        row("idle F2", false, Qt::Key_F2, none, {Kind::CallNext});
        row("idle Enter on the call button", false, Qt::Key_Return, none, {Kind::CallNext});
        row("idle F3", false, Qt::Key_F3, none, {});
        row("idle F4", false, Qt::Key_F4, none, {});
        row("idle F9", false, Qt::Key_F9, none, {});
        row("serving F2", true, Qt::Key_F2, none, {});
        row("serving F3", true, Qt::Key_F3, none, {Kind::Recall});
        row("serving F4", true, Qt::Key_F4, none, {Kind::NoShow});
        row("serving Enter at once, meant for the call button", true, Qt::Key_Return, none, {});
        row("a bare letter", true, Qt::Key_G, none, {});
        row("Alt+Z", true, Qt::Key_Z, Qt::AltModifier, {});
    }
    void eachKeyAsksForOneThing()
    {
        QFETCH(bool, serving);
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(std::vector<CounterIntent>, expected);
        Desk desk(SampleCounter::idle());
        if (serving) {
            desk.window.setOverview(servedLong());
        }
        desk.press(key, modifiers);
        QVERIFY(desk.intents() == expected);
        QVERIFY(!desk.layer());
    }

    void finishingWithoutAnIntakeIsAChoice_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<int>("down");
        QTest::addColumn<Kind>("expected");
        QTest::newRow("F9") << Qt::Key_F9 << Qt::KeyboardModifiers() << 0 << Kind::Finish;
        QTest::newRow("Ctrl+Enter")
            << Qt::Key_Return << Qt::KeyboardModifiers(Qt::ControlModifier) << 0 << Kind::Finish;
        QTest::newRow("only advised") << Qt::Key_F9 << Qt::KeyboardModifiers() << 1 << Kind::Record;
    }
    void finishingWithoutAnIntakeIsAChoice()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(int, down);
        QFETCH(Kind, expected);
        Desk desk(servedLong());
        desk.press(key, modifiers);
        QVERIFY(desk.layer());
        QVERIFY(desk.intents().empty());
        desk.press(Qt::Key_Escape);
        QTRY_VERIFY(!desk.layer());
        desk.press(key, modifiers);
        for (int i = 0; i < down; ++i) {
            desk.press(Qt::Key_Down);
        }
        desk.press(Qt::Key_Return);
        const std::vector<CounterIntent> asked = desk.intents();
        QCOMPARE(asked.size(), size_t{1});
        QCOMPARE(asked.front().kind, expected);
        if (expected == Kind::Record) {
            QCOMPARE(asked.front().form->intake.outcome, Outcome::Advised);
        }
    }

    void noKeyIsOneOfTheInputMethods()
    {
        Desk desk(SampleCounter::idle());
        const auto actions = desk.window.actions();
        QVERIFY(actions.size() > 10);
        for (const QAction *action : actions) {
            for (const QKeySequence &sequence : action->shortcuts()) {
                const QKeyCombination keys = sequence[0];
                const bool function = keys.key() >= Qt::Key_F1 && keys.key() <= Qt::Key_F35;
                const bool outcome = keys.keyboardModifiers() == Qt::AltModifier
                                     && keys.key() >= Qt::Key_1 && keys.key() <= Qt::Key_5;
                QVERIFY2(function || outcome || (keys.keyboardModifiers() & Qt::ControlModifier),
                         qPrintable(sequence.toString()));
                QVERIFY(!(keys.keyboardModifiers() & Qt::ShiftModifier));
                QVERIFY(outcome || !(keys.keyboardModifiers() & Qt::AltModifier));
            }
            QVERIFY(!action->autoRepeat());
        }
    }

    void onlyOneThingIsAskedAtATime()
    {
        Desk desk(SampleCounter::idle());
        connect(&desk.window, &CounterWindow::asked, this,
                [&desk](const CounterIntent &intent) { desk.window.setBusy(intent.kind); });
        for (int i = 0; i < 10; ++i) {
            desk.press(Qt::Key_F2);
        }
        QCOMPARE(desk.asked.size(), 1);
        QVERIFY(!desk.action("callNext").isEnabled());
        QCOMPARE(desk.action("callNext").toolTip(), u"Calling…"_s);
        desk.window.setBusy({});
        QVERIFY(desk.action("callNext").isEnabled());
        QCOMPARE(QApplication::focusWidget(), desk.part(u"callButton"_s));
    }

    void disabledActionsSayWhy_data()
    {
        QTest::addColumn<CounterOverview>("overview");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("reason");
        CounterOverview empty = SampleCounter::idle();
        empty.mine.clear();
        CounterOverview closed = SampleCounter::idle();
        closed.hall.businessDate = QDate();
        CounterOverview onBreak = SampleCounter::idle();
        onBreak.presence = Presence::OnBreak;
        CounterOverview forbidden = SampleCounter::idle();
        forbidden.permissions.clear();
        CounterOverview justCalled = SampleCounter::serving();
        justCalled.current->calledAt = justCalled.hall.branchNow;
        const auto row = [](const char *name, const CounterOverview &overview, const char *action,
                            const QString &reason) {
            QTest::newRow(name) << overview << QString::fromLatin1(action) << reason;
        };
        row("nobody waits", empty, "callNext", u"Nobody is waiting"_s);
        row("day not open", closed, "callNext", u"The day is not open"_s);
        row("on a break", onBreak, "callNext", u"On a break"_s);
        row("somebody is there", SampleCounter::serving(), "callNext",
            u"Finish H"_s + QChar(QChar::Nbsp) + u"042 first"_s);
        row("nobody is there", SampleCounter::idle(), "finish", u"Nobody being served"_s);
        row("no permission", forbidden, "callChosen", u"Not permitted"_s);
        row("called once", SampleCounter::serving(), "noShow", u"after 2 call(s)"_s);
        row("just called", justCalled, "recall", u"in 8 s"_s);
        row("service has begun, no-show", begun(), "noShow", u"has begun"_s);
        row("nothing done", SampleCounter::idle(), "undo", u"Nothing to undo"_s);
    }
    void disabledActionsSayWhy()
    {
        QFETCH(CounterOverview, overview);
        QFETCH(QString, action);
        QFETCH(QString, reason);
        Desk desk(overview);
        const QAction *checked = desk.window.findChild<QAction *>(action);
        QVERIFY(!checked->isEnabled());
        QCOMPARE(checked->toolTip(), reason);
        if (const auto *cell = desk.part(u"cell-"_s + action)) {
            QVERIFY(!cell->isEnabled());
            QCOMPARE(cell->accessibleDescription(), reason);
        }
    }

    void enterMarksTheStartOnceItIsMeant()
    {
        Desk desk(SampleCounter::idle());
        desk.window.setOverview(servedLong());
        // The card comes first.
        QCOMPARE(QApplication::focusWidget(), desk.part(u"idNumber"_s));
        desk.part(u"startButton"_s)->setFocus();
        QTRY_VERIFY((desk.press(Qt::Key_Return), !desk.asked.isEmpty()));
        QVERIFY(desk.intents().front() == CounterIntent{.kind = Kind::Start});
    }

    void recallIsThereAfterTheStart()
    {
        Desk desk(begun());
        QVERIFY(desk.action("recall").isEnabled());
    }

    void aLayerAboutSomebodyElseCloses()
    {
        Desk desk(servedLong());
        desk.press(Qt::Key_F7);
        QVERIFY(desk.layer());
        CounterOverview overview = servedLong();
        desk.window.setOverview(overview); // a refresh leaves it
        QVERIFY(desk.part(u"layerTitle"_s)->isVisible());
        overview.current->ticket.ticket.number = 99;
        desk.window.setOverview(overview);
        QTRY_VERIFY(!desk.layer());
    }

    void firstArrivalGivesTheCallButtonTheFocus()
    {
        CounterOverview empty = SampleCounter::idle();
        empty.mine.clear();
        Desk desk(servedLong());
        desk.window.setOverview(empty);
        QVERIFY(QApplication::focusWidget() != desk.part(u"callButton"_s));
        desk.window.setOverview(SampleCounter::idle());
        QCOMPARE(QApplication::focusWidget(), desk.part(u"callButton"_s));
    }

    void firstArrivalLeavesAFocusThatWasMoved()
    {
        CounterOverview empty = SampleCounter::idle();
        empty.mine.clear();
        Desk desk(servedLong());
        desk.window.setOverview(empty);
        auto *tab = desk.part(u"branchTab"_s);
        tab->setFocus();
        desk.window.setOverview(SampleCounter::idle());
        QCOMPARE(QApplication::focusWidget(), tab);
    }

    void tabGoesFromTheCallToTheQueue()
    {
        Desk desk(SampleCounter::idle());
        QCOMPARE(QApplication::focusWidget(), desk.part(u"callButton"_s));
        desk.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), desk.part(u"mine"_s));
    }

    void recallComesBackAfterItsCoolDown()
    {
        CounterOverview overview = SampleCounter::serving();
        overview.current->calledAt = overview.hall.branchNow - 7'000;
        Desk desk(overview);
        QVERIFY(!desk.action("recall").isEnabled());
        overview.hall.branchNow += 1'000;
        desk.window.setOverview(overview);
        QVERIFY(desk.action("recall").isEnabled());
    }

    void undoEndsAtItsDeadline()
    {
        CounterOverview overview = SampleCounter::idle();
        overview.undoable = UndoableAction{.action = LegAction::NoShow,
                                           .ticket = {u'H', 42},
                                           .until = overview.hall.branchNow + 10'000};
        Desk desk(overview);
        QVERIFY(desk.part(u"undoStrip"_s)->isVisible());
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(desk.intents() == std::vector{CounterIntent{.kind = Kind::Undo}});
        overview.hall.branchNow += 10'000;
        desk.window.setOverview(overview);
        QVERIFY(!desk.part(u"undoStrip"_s)->isVisible());
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(desk.intents().empty());
    }

    void holdAsksOneReason()
    {
        Desk desk(servedLong());
        desk.press(Qt::Key_F6);
        QVERIFY(desk.layer());
        QVERIFY(desk.intents().empty());
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Return);
        QVERIFY((desk.intents()
                 == std::vector{CounterIntent{.kind = Kind::Hold, .reason = u"missing_paper"_s}}));
    }

    void escapeClosesTheTopLayerOnly()
    {
        Desk desk(servedLong());
        desk.window.showError({ErrorCode::DatabaseBusy, {}, {}});
        desk.press(Qt::Key_F6);
        QVERIFY(desk.layer());
        desk.press(Qt::Key_Escape);
        QTRY_VERIFY(!desk.layer());
        QVERIFY(desk.part(u"errorStrip"_s)->isVisible());
        QCOMPARE(QApplication::focusWidget(), desk.part(u"idNumber"_s));
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.part(u"errorStrip"_s)->isVisible());
    }

    void actionsRestWhileALayerIsInFront()
    {
        Desk desk(servedLong());
        desk.press(Qt::Key_F7);
        QVERIFY(desk.layer());
        desk.press(Qt::Key_F9);
        QVERIFY(desk.intents().empty());
        QCOMPARE(desk.window.findChildren<QWidget *>(u"layerTitle"_s).size(), 1);
    }

    void transferGoesToAGroupOrACounter()
    {
        Desk desk(servedLong());
        desk.press(Qt::Key_F7);
        desk.press(Qt::Key_Return);
        QVERIFY((desk.intents()
                 == std::vector{CounterIntent{.kind = Kind::Transfer, .group = u"C"_s}}));
        desk.press(Qt::Key_F7);
        ChoiceButton *counter = nullptr;
        for (auto *choice : desk.window.findChildren<ChoiceButton *>()) {
            QVERIFY2(choice->text() != u"Counter 3", "not to itself");
            QVERIFY2(choice->text() != u"Counter 9", "not to a closed one");
            if (choice->text() == u"Counter 6") {
                counter = choice;
            }
        }
        QVERIFY(counter);
        counter->click();
        desk.press(Qt::Key_Return);
        QVERIFY(
            (desk.intents() == std::vector{CounterIntent{.kind = Kind::Transfer, .counter = 6}}));
    }

    void aNumberIsCalledOutOfTurn_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("taken");
        QTest::newRow("as printed") << u"H047"_s << true;
        QTest::newRow("short") << u"h47"_s << true;
        QTest::newRow("with a space") << u"h 047"_s << true;
        QTest::newRow("not waiting") << u"H042"_s << false;
        QTest::newRow("no number") << u"47"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void aNumberIsCalledOutOfTurn()
    {
        QFETCH(QString, typed);
        QFETCH(bool, taken);
        CounterOverview overview = SampleCounter::idle();
        std::erase_if(overview.branch, [](const WaitingTicket &ticket) {
            return ticket.ticket == TicketNumber{u'H', 42};
        });
        Desk desk(overview);
        desk.press(Qt::Key_G, Qt::ControlModifier);
        QVERIFY(desk.layer());
        QTest::keyClicks(QApplication::focusWidget(), typed);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.intents()
                     == std::vector({CounterIntent{.kind = Kind::CallOutOfTurn,
                                                   .ticket = TicketNumber{u'H', 47},
                                                   .reason = u"returned"_s}}),
                 taken);
    }

    void enterInTheQueueCallsThatNumber()
    {
        Desk desk(SampleCounter::idle());
        auto *table = desk.part<QueueTable>(u"mine"_s);
        table->setFocus();
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.layer());
        desk.press(Qt::Key_Return);
        QVERIFY((desk.intents()
                 == std::vector{CounterIntent{.kind = Kind::CallOutOfTurn,
                                              .ticket = TicketNumber{u'H', 46},
                                              .reason = u"returned"_s}}));
    }

    void enterInTheQueueNeedsThePermission()
    {
        CounterOverview overview = SampleCounter::idle();
        overview.permissions.clear();
        Desk desk(overview);
        desk.part(u"mine"_s)->setFocus();
        desk.press(Qt::Key_Return);
        QVERIFY(!desk.layer());
        QVERIFY(desk.part(u"errorStrip"_s)->isVisible());
    }

    void refreshMovesNeitherFocusNorSelectionNorScroll()
    {
        CounterOverview overview = SampleCounter::idle();
        Desk desk(overview, {1280, 560});
        auto *table = desk.part<QueueTable>(u"mine"_s);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(6, 0));
        QCOMPARE(table->selected(), (TicketNumber{u'H', 51}));
        table->verticalScrollBar()->setValue(60);
        const int scrolled = table->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);

        // One left, two came, one of them in front, the order changed, a minute went by.
        overview.mine.erase(overview.mine.begin() + 1);
        std::swap(overview.mine[2], overview.mine[3]);
        for (const int number : {55, 56}) {
            WaitingTicket ticket = overview.mine.back();
            ticket.ticket.number = number;
            overview.mine.insert(number == 55 ? overview.mine.begin() : overview.mine.end(),
                                 ticket);
        }
        overview.hall.branchNow += 60'000;
        desk.window.setOverview(overview);
        QCOMPARE(table->model()->rowCount(), static_cast<int>(overview.mine.size()));
        QCOMPARE(table->model()->index(0, 0).data().toString().right(3), u"055"_s);
        QCOMPARE(QApplication::focusWidget(), table);
        QCOMPARE(table->selected(), (TicketNumber{u'H', 51}));
        QCOMPARE(table->verticalScrollBar()->value(), scrolled);
    }

    void rightColumnIsATabOnANarrowScreen_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("textScale");
        QTest::addColumn<bool>("isTab");
        QTest::newRow("reference") << 1366 << 1.0 << false;
        QTest::newRow("1280") << 1280 << 1.0 << false;
        QTest::newRow("1279") << 1279 << 1.0 << true;
        QTest::newRow("larger text") << 1366 << 1.25 << true;
        QTest::newRow("larger text, wide") << 1920 << 1.25 << false;
    }
    void rightColumnIsATabOnANarrowScreen()
    {
        QFETCH(int, width);
        QFETCH(double, textScale);
        QFETCH(bool, isTab);
        Desk desk(SampleCounter::idle(), {width, 900},
                  {.counter = 3,
                   .staff = u"CB03"_s,
                   .language = Language::English,
                   .textScale = textScale});
        QCOMPARE(desk.window.width(), width);
        QWidget *tab = desk.part(u"extraTab"_s);
        QCOMPARE(tab->isVisible(), isTab);
        auto *held = desk.part(u"resume-H037"_s);
        QCOMPARE(held->isVisible(), !isTab);
        if (isTab) {
            QTest::mouseClick(tab, Qt::LeftButton);
            QVERIFY(held->isVisible());
            desk.window.resize(1920, 900);
            QTRY_VERIFY(!tab->isVisible() || textScale * 1280 > 1920);
        }
    }

    void heldAndMissedComeBack()
    {
        Desk desk(SampleCounter::idle());
        QTest::mouseClick(desk.part(u"resume-H037"_s), Qt::LeftButton);
        QTest::mouseClick(desk.part(u"reinstate-H037"_s), Qt::LeftButton);
        QTest::mouseClick(desk.part(u"reinstate-H033"_s), Qt::LeftButton);
        QVERIFY((desk.intents()
                 == std::vector{
                     CounterIntent{.kind = Kind::Resume, .ticket = TicketNumber{u'H', 37}},
                     CounterIntent{.kind = Kind::Reinstate, .ticket = TicketNumber{u'H', 37}},
                     CounterIntent{.kind = Kind::Reinstate, .ticket = TicketNumber{u'H', 33}}}));
    }

    void breakAsksWhyAndComesBack()
    {
        Desk desk(SampleCounter::idle());
        desk.press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(desk.layer());
        desk.press(Qt::Key_Return);
        QVERIFY((desk.intents()
                 == std::vector{CounterIntent{.kind = Kind::StartBreak, .reason = u"rest"_s}}));
        CounterOverview overview = SampleCounter::idle();
        overview.presence = Presence::OnBreak;
        overview.breakReason = u"rest"_s;
        desk.window.setOverview(overview);
        QVERIFY(desk.part(u"backButton"_s)->isVisible());
        desk.press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(desk.intents() == std::vector{CounterIntent{.kind = Kind::EndBreak}});
    }

    void lockHidesAndKeepsTheTicket()
    {
        Desk desk(servedLong());
        desk.window.lock();
        QVERIFY(desk.window.isLocked());
        desk.press(Qt::Key_F9);
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.window.isLocked());
        QVERIFY(desk.intents().empty());
        QTest::keyClicks(QApplication::focusWidget(), u"274951"_s);
        desk.press(Qt::Key_Return);
        QVERIFY((desk.intents()
                 == std::vector{CounterIntent{.kind = Kind::Unlock, .pin = u"274951"_s}}));
        desk.window.showError({ErrorCode::WrongPin, u"CB03"_s, {}});
        QVERIFY(desk.window.isLocked());
        desk.window.unlock();
        desk.press(Qt::Key_F9);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.intents() == std::vector{CounterIntent{.kind = Kind::Finish}});
    }

    void lockedCounterIsRemindedOfItsBreak()
    {
        CounterOverview overview = SampleCounter::idle();
        overview.presence = Presence::OnBreak;
        overview.breakReason = u"rest"_s;
        Desk desk(overview);
        desk.window.lock();
        auto *reminder = desk.part(u"reminder"_s);
        QVERIFY(!reminder->isVisible());
        overview.help = {{.id = 7, .counter = 3, .reason = HelpReason::ComeBack}};
        desk.window.setOverview(overview);
        QVERIFY(reminder->isVisible());
        overview.help.clear();
        desk.window.setOverview(overview);
        QVERIFY(!reminder->isVisible());
    }

    void smallWindowDoesTheSame()
    {
        Desk desk(SampleCounter::idle());
        desk.press(Qt::Key_F11);
        auto *strip = desk.part<CounterStrip>(u"strip"_s);
        QVERIFY(strip->isVisible());
        QVERIFY(!desk.window.isVisible());
        QVERIFY(strip->windowFlags() & Qt::WindowStaysOnTopHint);
        QVERIFY(desk.window.settings().strip);
        QTest::mouseClick(strip->findChild<QWidget *>(u"strip-callNext"_s), Qt::LeftButton);
        QVERIFY(desk.intents() == std::vector{CounterIntent{.kind = Kind::CallNext}});

        QTest::mousePress(strip, Qt::LeftButton, {}, {20, 20});
        QTest::mouseMove(strip, {40, 50});
        QTest::mouseRelease(strip, Qt::LeftButton, {}, {40, 50});
        QVERIFY(desk.window.settings().stripPlace);

        desk.action("strip").trigger();
        QVERIFY(desk.window.isVisible());
        QVERIFY(!strip->isVisible());
        QCOMPARE(desk.changed.size(), 3);
    }

    void signInTellsWhatIsWrong_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("takeOver");
        QTest::newRow("wrong PIN") << ErrorCode::WrongPin << false;
        QTest::newRow("throttled") << ErrorCode::PinThrottled << false;
        QTest::newRow("locked") << ErrorCode::PinLocked << false;
        QTest::newRow("taken") << ErrorCode::CounterTaken << true;
        QTest::newRow("still beats") << ErrorCode::CounterActive << true;
        QTest::newRow("elsewhere") << ErrorCode::StaffElsewhere << true;
    }
    void signInTellsWhatIsWrong()
    {
        QFETCH(ErrorCode, code);
        QFETCH(bool, takeOver);
        Desk desk(SampleCounter::idle(), {1366, 768},
                  {.counter = 3, .staff = u"CB03"_s, .language = Language::English});
        desk.window.showSignIn();
        QTest::keyClicks(QApplication::focusWidget(), u"274951"_s);
        desk.press(Qt::Key_Return);
        CounterIntent expected{
            .kind = Kind::SignIn, .counter = 3, .staff = u"CB03"_s, .pin = u"274951"_s};
        QVERIFY(desk.intents() == std::vector{expected});
        desk.window.showError({code, u"30"_s, {}});
        QVERIFY(desk.part(u"complaint"_s)->isVisible());
        QCOMPARE(desk.part(u"takeOver"_s)->isVisible(), takeOver);
        if (takeOver) {
            desk.press(Qt::Key_Return);
            expected.takeOver = true;
            QVERIFY(desk.intents() == std::vector{expected});
        }
    }

    /// Else the digits of the PIN stand in a field that shows them.
    void enterGoesOnFromTheListOfPeople()
    {
        Desk desk(SampleCounter::idle(), {1366, 768}, {.language = Language::English});
        desk.window.showSignIn();
        auto *staff = desk.part<QLineEdit>(u"staff"_s);
        staff->setFocus();
        const QString code = smallCatalogue().staff.front().code;
        QTest::keyClicks(staff, code);
        auto *list = staff->completer()->popup();
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(desk.part(u"counter"_s)->hasFocus());
        QVERIFY(!list->isVisible());
        // One that was chosen from the list goes on too.
        staff->setFocus();
        staff->clear();
        QTest::keyClicks(staff, code.left(2));
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(desk.part(u"counter"_s)->hasFocus());
        QVERIFY(staff->text().contains(u" · "_s));
    }

    void displacedOneTypesThePinAndTakesTheCounterBack()
    {
        Desk desk(SampleCounter::idle());
        desk.window.showSignIn(Error{ErrorCode::CounterTaken, u"3"_s, {}});
        QVERIFY(desk.part(u"takeOver"_s)->isVisible());
        QTest::keyClicks(desk.part(u"pin"_s), u"274951"_s);
        QVERIFY(desk.part(u"takeOver"_s)->isVisible());
        QTest::mouseClick(desk.part(u"takeOver"_s), Qt::LeftButton);
        QVERIFY((desk.intents()
                 == std::vector{CounterIntent{.kind = Kind::SignIn,
                                              .counter = 3,
                                              .staff = u"CB03"_s,
                                              .pin = u"274951"_s,
                                              .takeOver = true}}));
    }

    void signInSaysThatTheBranchCannotBeReached()
    {
        const CounterOverview overview = SampleCounter::idle();
        Desk desk(overview);
        desk.window.showSignIn();
        QVERIFY(!desk.part(u"complaint"_s)->isVisible());
        desk.window.setOffline(overview.hall.branchNow - 3'000);
        QVERIFY(desk.part(u"complaint"_s)->isVisible());
        QVERIFY(!desk.part(u"takeOver"_s)->isVisible());
        desk.window.setOffline({});
        QVERIFY(!desk.part(u"complaint"_s)->isVisible());
    }

    void layersFromTheSmallWindowWorkAndGiveItBack()
    {
        Desk desk(SampleCounter::idle());
        desk.press(Qt::Key_F11);
        auto *strip = desk.part<CounterStrip>(u"strip"_s);
        QVERIFY(strip->isVisible());
        desk.action("callChosen").trigger();
        QVERIFY(desk.window.isVisible());
        auto *number = desk.part(u"number"_s);
        QTRY_COMPARE(QApplication::focusWidget(), number);
        QTest::keyClicks(number, u"H047"_s);
        QTest::keyClick(number, Qt::Key_Return);
        QVERIFY((desk.intents()
                 == std::vector{CounterIntent{.kind = Kind::CallOutOfTurn,
                                              .ticket = TicketNumber{u'H', 47},
                                              .reason = u"returned"_s}}));
        QVERIFY(strip->isVisible());
        QVERIFY(!desk.window.isVisible());
        // A setting builds both windows anew; the small one stays in front.
        desk.action("settings").trigger();
        QVERIFY(desk.window.isVisible());
        const auto choices = desk.window.findChildren<ChoiceButton *>();
        const auto larger = std::ranges::find(choices, u"125%"_s, &ChoiceButton::text);
        QVERIFY(larger != choices.end());
        (*larger)->click();
        QTest::keyClick(*larger, Qt::Key_Return);
        QCOMPARE(desk.window.settings().textScale, 1.25);
        QVERIFY(desk.part<CounterStrip>(u"strip"_s)->isVisible());
        QVERIFY(!desk.window.isVisible());
        QVERIFY(desk.window.settings().strip);
        desk.action("strip").trigger();
        QVERIFY(desk.window.isVisible());
        QVERIFY(!desk.part<CounterStrip>(u"strip"_s)->isVisible());
    }

    void closingTheSmallWindowShowsTheWhole()
    {
        Desk desk(SampleCounter::idle());
        desk.press(Qt::Key_F11);
        auto *strip = desk.part<CounterStrip>(u"strip"_s);
        QVERIFY(strip->close()); // quitting would stop at a window that stays
        QVERIFY(desk.window.isVisible());
        QVERIFY(!strip->isVisible());
    }

    void offlineIsToldAfterThreeSeconds()
    {
        CounterOverview overview = SampleCounter::idle();
        Desk desk(overview);
        desk.window.setOffline(overview.hall.branchNow);
        QVERIFY(!desk.part(u"offlineStrip"_s)->isVisible());
        desk.window.setOffline(overview.hall.branchNow - 3'000);
        QVERIFY(desk.part(u"offlineStrip"_s)->isVisible());
        desk.window.setOffline({});
        QVERIFY(!desk.part(u"offlineStrip"_s)->isVisible());
    }

    void whatEndsTheBranchIsToldAlone()
    {
        CounterOverview overview = SampleCounter::idle();
        Desk desk(overview);
        desk.window.setOffline(overview.hall.branchNow - 3'000);
        desk.window.setKept({.unsent = {{u'H', 42}},
                             .ended = Error{ErrorCode::DatabaseReplaced,
                                            u"postgresql://may-chu:5433/chi_nhanh?sslmode=x"_s,
                                            {}}});
        const QString words = desk.part(u"offlineStrip"_s)->accessibleName();
        QVERIFY2(words.contains(u"the branch has moved: may-chu."_s), qPrintable(words));
        QVERIFY2(words.contains(u"1 visit(s) stay on this PC"_s), qPrintable(words));
        QVERIFY2(!words.contains(u"when it is back"_s), qPrintable(words));
    }

    void whatWasSavedHereIsToldUntilItIsSent()
    {
        Desk desk(SampleCounter::idle());
        const auto told = [&] {
            const auto *strip = desk.part(u"recordedStrip"_s);
            return strip->isVisible() ? strip->accessibleName() : QString();
        };
        desk.window.showRecorded({.isKept = true});
        desk.window.setKept({.isAlone = true, .unsent = {{u'H', 42}}});
        QVERIFY(told().contains(u"Saved on this PC"_s));
        desk.window.showSent({.code = u"CN1-261120-0007"_s});
        QVERIFY2(told().contains(u"Recorded as CN1-261120-0007"_s), qPrintable(told()));
        // Of one that the branch refuses the note tells.
        desk.window.showRecorded({.isKept = true});
        desk.window.setKept({.notes = {{.id = {}, .ticket = {u'H', 42}}}});
        QVERIFY(told().isEmpty());
    }

    void whatIsNotSentIsListed()
    {
        Desk desk(SampleCounter::idle());
        std::vector<TicketNumber> unsent;
        for (int number = 1; number <= 14; ++number) {
            unsent.push_back({u'H', number});
        }
        desk.window.setKept({.unsent = unsent});
        desk.part(u"offlineStrip"_s)->findChild<QAbstractButton *>()->click();
        QStringList words;
        for (const auto *label : desk.window.findChildren<ParagraphLabel *>()) {
            words.append(label->text());
        }
        const QString all = words.join(u' ').replace(QChar::Nbsp, u' ');
        QVERIFY2(all.contains(u"14 visit(s) to send: H 001, H 002"_s), qPrintable(all));
        QVERIFY(all.contains(u"H 012, …"_s));
    }

    /// A second time it closes: nobody is kept from going home.
    void closingTellsWhatIsNotSent()
    {
        Desk desk(SampleCounter::idle());
        desk.window.setKept({.isAlone = true, .unsent = {{u'H', 42}}});
        QVERIFY(!desk.window.close());
        QVERIFY(desk.layer());
        desk.press(Qt::Key_Escape);
        QTRY_VERIFY(!desk.layer());
        QVERIFY(desk.window.isVisible());
        QVERIFY(!desk.window.close());
        desk.part<QAbstractButton>(u"leave"_s)->click();
        QVERIFY(!desk.window.isVisible());
        desk.window.setKept({});
        desk.window.show();
        QVERIFY(desk.window.close());
    }

    void settingsHoldAtOnce()
    {
        Desk desk(SampleCounter::idle());
        desk.press(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(desk.layer());
        for (auto *choice : desk.window.findChildren<ChoiceButton *>()) {
            if (choice->text() == u"125%" || choice->text() == u"High contrast") {
                choice->click();
            }
        }
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.changed.size(), 1);
        QCOMPARE(desk.window.settings().textScale, 1.25);
        QVERIFY(desk.window.settings().highContrast);
        // The page was built again and works on.
        desk.press(Qt::Key_F2);
        QVERIFY(desk.intents() == std::vector{CounterIntent{.kind = Kind::CallNext}});
    }

    void settingsAreChosenByKeys()
    {
        Desk desk(SampleCounter::idle(), {1366, 768},
                  {.counter = 3, .language = Language::English, .textScale = 1.25});
        desk.press(Qt::Key_Comma, Qt::ControlModifier);
        const auto chosen = [] {
            return qobject_cast<ChoiceButton *>(QApplication::focusWidget())->text();
        };
        QCOMPARE(chosen(), u"English"_s);
        desk.press(Qt::Key_Tab);
        QCOMPARE(chosen(), u"125%"_s); // what holds now, not the first
        desk.press(Qt::Key_Right);
        QCOMPARE(chosen(), u"150%"_s);
        desk.press(Qt::Key_Tab);
        QCOMPARE(chosen(), u"Light"_s);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.window.settings().textScale, 1.5);
    }

    void settingsLeaveASmallWindowSmall()
    {
        Desk desk(
            SampleCounter::idle(), {956, 540},
            {.counter = 3, .staff = u"CB03"_s, .language = Language::English, .baseScale = 0.7});
        const QSize least = desk.window.minimumSize();
        QCOMPARE(least.width(), 700);
        desk.press(Qt::Key_Comma, Qt::ControlModifier);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.window.settings().textScale, 1.0);
        QCOMPARE(desk.window.minimumSize(), least);
    }
};

QTEST_MAIN(CounterWindowTest)
#include "counterwindowtest.moc"
