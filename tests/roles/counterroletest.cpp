// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/counterrole.h"

#include "operations/counterbreak.h"
#include "operations/devices.h"
#include "shared/statusstrip.h"
#include "shared/ticketnumberlabel.h"
#include "support/testbranch.h"

#include <QAction>
#include <QDeadlineTimer>
#include <QLineEdit>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace motcua;
using namespace motcua::test;

static const QString Pin = u"274951"_s;

/// A branch with people who have PINs, and a counter's face on it.
class Face
{
public:
    explicit Face(TestBranch &branch,
                  const CounterSettings &settings = {.counter = 1, .staff = u"CB01"_s})
        : storage(branch.path(), {})
        , role(storage, settings)
        , window(role.window())
    {
        window.resize(1366, 768);
        window.show();
    }

    void ask(const CounterIntent &intent) { Q_EMIT window.asked(intent); }
    void signIn(const QString &staff = u"CB01"_s, int counter = 1, const QString &pin = Pin,
                bool takeOver = false)
    {
        ask({.kind = CounterIntent::Kind::SignIn,
             .counter = counter,
             .staff = staff,
             .pin = pin,
             .takeOver = takeOver});
    }
    /// Everything handed over so far is answered.
    void settle()
    {
        bool answered = false;
        storage.run(
            &window, [](Database &database) { return readBranch(database); },
            [&answered](const Result<Branch> &) { answered = true; });
        QTRY_VERIFY(answered);
    }
    [[nodiscard]] QAction &action(const char *name)
    {
        return *window.findChild<QAction *>(QString::fromLatin1(name));
    }
    /// Which page is in front.
    [[nodiscard]] QString page()
    {
        const auto *staff = window.findChild<QLineEdit *>(u"staff"_s);
        return staff->isVisible() ? u"sign-in"_s : u"console"_s;
    }

    StorageThread storage;
    CounterRole role;
    CounterWindow &window;
};

class CounterRoleTest : public QObject
{
    Q_OBJECT

private:
    /// A branch where CB01 and CB02 have a PIN and only CB01 may call out of turn; made once, as
    /// hashing a PIN takes its time. Open, with two numbers waiting in H.
    static const QByteArray &openBranch()
    {
        static const QByteArray bytes = [] {
            Catalogue catalogue = smallCatalogue();
            for (StaffMember &member : catalogue.staff) {
                member.permissions =
                    member.code == u"CB01" ? QStringList{CallChosenPermission} : QStringList();
            }
            TestBranch branch(catalogue);
            for (const QString &staff : {u"CB01"_s, u"CB02"_s}) {
                if (!setPin(*branch, branch.next(), staff, Pin)) {
                    return QByteArray();
                }
            }
            branch.play(u"open 2026-03-02 | issue H | issue H"_s);
            return branch.bytes();
        }();
        return bytes;
    }
    static QString stateOf(const TestBranch &branch, const QString &number)
    {
        return branch.value(
            u"SELECT state FROM leg JOIN ticket ON ticket.id = leg.ticket_id "
            "WHERE ticket.series = 'H' AND ticket.number = %1 ORDER BY leg.ordinal DESC"_s.arg(
                number.mid(1).toInt()));
    }
    static int events(const TestBranch &branch, const QString &kind)
    {
        return branch.value(u"SELECT count(*) FROM event WHERE kind = '%1'"_s.arg(kind)).toInt();
    }

private Q_SLOTS:
    void signsInAndShowsTheQueue()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        QCOMPARE(face.page(), u"sign-in"_s);
        face.signIn();
        QTRY_COMPARE(face.page(), u"console"_s);
        QTRY_VERIFY(face.action("callNext").isEnabled());
        QVERIFY(!face.action("finish").isEnabled());
    }

    void wrongPinStaysOutside()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn(u"CB01"_s, 1, u"999999"_s);
        QTRY_VERIFY(face.window.findChild<QWidget *>(u"complaint"_s)->isVisible());
        QCOMPARE(face.page(), u"sign-in"_s);
    }

    void tenPressesCallOnce()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_VERIFY(face.action("callNext").isEnabled());
        for (int i = 0; i < 10; ++i) {
            face.action("callNext").trigger();
            face.ask({.kind = CounterIntent::Kind::CallNext});
        }
        QTRY_VERIFY(face.action("finish").isEnabled());
        face.settle();
        QCOMPARE(events(branch, u"leg_called"_s), 1);
        QCOMPARE(stateOf(branch, u"H001"_s), u"called"_s);
        QVERIFY(!face.action("callNext").isEnabled());
        // The branch would have refused the others; it was not asked.
        QVERIFY(!face.window.findChild<QWidget *>(u"errorStrip"_s)->isVisible());
    }

    void finishesWhoWasOnlyCalledAndTakesItBack()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_VERIFY(face.action("callNext").isEnabled());
        face.action("callNext").trigger();
        QTRY_VERIFY(face.action("finish").isEnabled());
        face.ask({.kind = CounterIntent::Kind::Finish});
        QTRY_VERIFY(face.action("callNext").isEnabled());
        QCOMPARE(stateOf(branch, u"H001"_s), u"completed"_s);
        QCOMPARE(events(branch, u"leg_finished"_s), 1);
        QCOMPARE(branch.faults(), QString());
        // Taken back it is called again, not served: F9 pressed for F4.
        face.action("undo").trigger();
        QTRY_COMPARE(stateOf(branch, u"H001"_s), u"called"_s);
        QTRY_VERIFY(face.action("start").isEnabled());
    }

    void noShowCanBeTakenBack()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_VERIFY(face.action("callNext").isEnabled());
        face.action("callNext").trigger();
        QTRY_VERIFY(face.action("finish").isEnabled());
        QVERIFY(!face.action("noShow").isEnabled());
        face.ask({.kind = CounterIntent::Kind::Recall});
        QTRY_VERIFY(face.action("noShow").isEnabled());
        face.action("noShow").trigger();
        QTRY_COMPARE(stateOf(branch, u"H001"_s), u"no_show"_s);
        QTRY_VERIFY(face.action("undo").isEnabled());
        face.action("undo").trigger();
        QTRY_COMPARE(stateOf(branch, u"H001"_s), u"called"_s);
    }

    void holdsAndResumes()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_VERIFY(face.action("callNext").isEnabled());
        face.action("callNext").trigger();
        QTRY_VERIFY(face.action("hold").isEnabled());
        face.ask({.kind = CounterIntent::Kind::Hold, .reason = u"photocopy"_s});
        QTRY_COMPARE(stateOf(branch, u"H001"_s), u"held"_s);
        QTRY_VERIFY(face.window.findChild<QWidget *>(u"resume-H001"_s));
        QTRY_VERIFY(face.action("callNext").isEnabled());
        QTest::mouseClick(face.window.findChild<QWidget *>(u"resume-H001"_s), Qt::LeftButton);
        QTRY_COMPARE(stateOf(branch, u"H001"_s), u"serving"_s);
    }

    void transfersToGroupAndCounter_data()
    {
        QTest::addColumn<CounterIntent>("intent");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("counter");
        QTest::newRow("group") << CounterIntent{.kind = CounterIntent::Kind::Transfer,
                                                .group = u"C"_s}
                               << u"C"_s << QString();
        QTest::newRow("counter") << CounterIntent{.kind = CounterIntent::Kind::Transfer,
                                                  .counter = 2}
                                 << u"H"_s << u"2"_s;
    }
    void transfersToGroupAndCounter()
    {
        QFETCH(CounterIntent, intent);
        QFETCH(QString, group);
        QFETCH(QString, counter);
        TestBranch branch(openBranch());
        QVERIFY(branch.play(u"in 2 CB03"_s).startsWith(u"CB03"_s));
        Face face(branch);
        face.signIn();
        QTRY_VERIFY(face.action("callNext").isEnabled());
        face.action("callNext").trigger();
        QTRY_VERIFY(face.action("transfer").isEnabled());
        face.ask(intent);
        QTRY_COMPARE(stateOf(branch, u"H001"_s), u"waiting"_s);
        const QString last =
            u" FROM leg JOIN ticket ON ticket.id = leg.ticket_id WHERE "
            "ticket.number = 1 AND ticket.series = 'H' ORDER BY leg.ordinal DESC"_s;
        QCOMPARE(branch.value(u"SELECT leg.group_letter"_s + last), group);
        QCOMPARE(branch.value(u"SELECT leg.for_counter"_s + last), counter);
        QCOMPARE(branch.faults(), QString());
    }

    void chosenNumberNeedsThePermission_data()
    {
        QTest::addColumn<QString>("staff");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("allowed") << u"CB01"_s << true;
        QTest::newRow("not allowed") << u"CB02"_s << false;
    }
    void chosenNumberNeedsThePermission()
    {
        QFETCH(QString, staff);
        QFETCH(bool, allowed);
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn(staff);
        QTRY_VERIFY(face.action("callNext").isEnabled());
        QCOMPARE(face.action("callChosen").isEnabled(), allowed);
        face.ask({.kind = CounterIntent::Kind::CallOutOfTurn,
                  .ticket = TicketNumber{u'H', 2},
                  .reason = u"returned"_s});
        if (allowed) {
            QTRY_COMPARE(stateOf(branch, u"H002"_s), u"called"_s);
        } else {
            QTRY_VERIFY(face.window.findChild<QWidget *>(u"errorStrip"_s)->isVisible());
            QCOMPARE(stateOf(branch, u"H002"_s), u"waiting"_s);
        }
    }

    void breakStopsCalling()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_VERIFY(face.action("pause").isEnabled());
        face.ask({.kind = CounterIntent::Kind::StartBreak, .reason = u"meeting"_s});
        QTRY_VERIFY(!face.action("callNext").isEnabled() && face.action("pause").isEnabled());
        QVERIFY(face.window.findChild<QWidget *>(u"backButton"_s)->isVisible());
        face.action("pause").trigger();
        QTRY_VERIFY(face.action("callNext").isEnabled());
    }

    void goesOnAfterACrashWhereItStood()
    {
        TestBranch branch(openBranch());
        {
            Face face(branch);
            face.signIn();
            QTRY_VERIFY(face.action("callNext").isEnabled());
            face.action("callNext").trigger();
            QTRY_VERIFY(face.action("finish").isEnabled());
        }
        const QString called = branch.value(u"SELECT max(first_called_at) FROM leg"_s);
        Face face(branch);
        face.signIn();
        QTRY_VERIFY(face.action("finish").isEnabled());
        QCOMPARE(events(branch, u"leg_called"_s), 1);
        QCOMPARE(branch.value(u"SELECT max(first_called_at) FROM leg"_s), called);
        const auto *number = face.window.findChild<TicketNumberLabel *>(u"currentNumber"_s);
        QVERIFY(number->isVisible());
    }

    void aColleagueGoesOnWhereTheScreenIsLocked()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_VERIFY(face.action("callNext").isEnabled());
        face.action("callNext").trigger();
        QTRY_VERIFY(face.action("finish").isEnabled());
        face.window.lock();
        QTest::mouseClick(face.window.findChild<QWidget *>(u"handOver"_s), Qt::LeftButton);
        QCOMPARE(face.page(), u"sign-in"_s);
        QCOMPARE(face.window.findChild<QLineEdit *>(u"staff"_s)->text(), QString());
        face.signIn(u"CB02"_s);
        QTRY_COMPARE(face.page(), u"console"_s);
        QTRY_VERIFY(face.action("finish").isEnabled());
        QCOMPARE(stateOf(branch, u"H001"_s), u"called"_s);
        QCOMPARE(branch.value(u"SELECT staff FROM leg WHERE state = 'called'"_s), u"CB02"_s);
        QCOMPARE(branch.faults(), QString());
    }

    void secondPcOfTheSamePersonEndsTheFirst()
    {
        TestBranch branch(openBranch());
        Face first(branch);
        first.signIn();
        QTRY_COMPARE(first.page(), u"console"_s);
        Face second(branch);
        second.signIn();
        QTRY_COMPARE(second.page(), u"console"_s);
        QTRY_COMPARE(first.page(), u"sign-in"_s);
        QCOMPARE(second.page(), u"console"_s);
    }

    void aBlockedDatabaseIsToldAfterThreeSeconds()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_VERIFY(face.action("callNext").isEnabled());
        const auto *strip = face.window.findChild<QWidget *>(u"offlineStrip"_s);
        {
            const auto blocker = branch.connect();
            auto held = Transaction::begin(*blocker);
            VERIFY_RESULT(held);
            face.action("callNext").trigger();
            QTRY_VERIFY(strip->isVisible());
        }
        QTRY_VERIFY(face.action("finish").isEnabled());
        QVERIFY(!strip->isVisible());
    }

    void aLostBranchStaysToldWhenAnAnswerComesLate()
    {
        TestBranch branch(openBranch());
        QSemaphore disk;
        Face face(branch);
        face.signIn();
        QTRY_VERIFY(face.action("callNext").isEnabled());
        const auto *strip = face.window.findChild<QWidget *>(u"offlineStrip"_s);

        // The branch is lost, and opening it again hangs longer than an answer may take.
        Q_EMIT face.storage.failed({ErrorCode::StorageFailed, branch.path(), {}});
        face.storage.run(
            &face.window,
            [&disk](Database &database) {
                disk.acquire();
                return readBranch(database);
            },
            [](const Result<Branch> &) {});
        face.action("callNext").trigger();
        const QDeadlineTimer late(CounterView::OfflineAfter + 500ms);
        QTRY_VERIFY(late.hasExpired());
        QVERIFY(strip->isVisible());
        disk.release();
        QTRY_VERIFY(face.action("finish").isEnabled());
        QVERIFY(strip->isVisible());
        Q_EMIT face.storage.recovered();
        QVERIFY(!strip->isVisible());
    }

    void takesOverACounterWhoseLeaseRanOut()
    {
        TestBranch branch(openBranch());
        // Signed in at the branch's Monday, long before this PC's clock.
        QVERIFY(branch.play(u"in 1 CB01"_s).startsWith(u"CB01"_s));
        QCOMPARE(branch.play(u"call 1"_s), u"H001 to 1"_s);
        Face face(branch);
        face.signIn(u"CB02"_s);
        auto *offer = face.window.findChild<QWidget *>(u"takeOver"_s);
        QTRY_VERIFY(offer->isVisible());
        face.signIn(u"CB02"_s, 1, Pin, true);
        QTRY_COMPARE(face.page(), u"console"_s);
        QTRY_VERIFY(face.action("finish").isEnabled());
    }

    void whoWasTakenOverIsToldSo()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_COMPARE(face.page(), u"console"_s);
        // Somebody else, once the lease has run out by the branch's clock.
        const CommandContext later{.id = QUuid::createUuid(),
                                   .clock = QDateTime::currentDateTimeUtc().addSecs(600)};
        VERIFY_RESULT(startShift(*branch, later, 1, u"CB02"_s, true));
        QTRY_COMPARE(face.page(), u"sign-in"_s);
        QVERIFY(face.window.findChild<QWidget *>(u"complaint"_s)->isVisible());
    }

    void signsOut()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_COMPARE(face.page(), u"console"_s);
        face.ask({.kind = CounterIntent::Kind::SignOut});
        QTRY_COMPARE(face.page(), u"sign-in"_s);
        QVERIFY(!face.window.findChild<QWidget *>(u"complaint"_s)->isVisible());
    }

    void unlocksWithThePin()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_COMPARE(face.page(), u"console"_s);
        face.window.lock();
        face.ask({.kind = CounterIntent::Kind::Unlock, .pin = u"111222"_s});
        QTRY_VERIFY(!face.window.findChild<QLineEdit *>(u"unlockPin"_s)->isHidden());
        QVERIFY(face.window.isLocked());
        QTRY_VERIFY(branch.value(u"SELECT count(*) FROM shift"_s) == u"1"_s);
        QTRY_VERIFY([&] {
            face.ask({.kind = CounterIntent::Kind::Unlock, .pin = Pin});
            return !face.window.isLocked();
        }());
    }

    void firstArrivalIsTold()
    {
        TestBranch branch(openBranch());
        QCOMPARE(branch.play(u"cancel H001 | cancel H002"_s), u"H002 cancelled in H"_s);
        Face face(branch, {.counter = 1, .staff = u"CB01"_s, .pingEnabled = false});
        QSignalSpy arrived(&face.role, &CounterRole::arrived);
        face.signIn();
        QTRY_COMPARE(face.page(), u"console"_s);
        QCOMPARE(branch.play(u"issue H"_s), u"H003 after 0"_s);
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(branch.play(u"issue H"_s), u"H004 after 1"_s);
        QTRY_VERIFY(face.action("callNext").isEnabled());
        QCOMPARE(arrived.size(), 1);
    }

    void helpAtAKioskIsShownAndAcknowledged()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_COMPARE(face.page(), u"console"_s);
        const auto help = raiseHelp(*branch, 1, HelpReason::Citizen, branch.clock());
        VERIFY_RESULT(help);
        auto *strip = face.window.findChild<QWidget *>(u"helpStrip"_s);
        QTRY_VERIFY(strip->isVisible());
        face.ask({.kind = CounterIntent::Kind::AcknowledgeHelp, .help = *help});
        QTRY_VERIFY(!strip->isVisible());
    }

    void whoIsRemindedOnABreakGoesOnAtTheStrip()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_COMPARE(face.page(), u"console"_s);
        face.ask({.kind = CounterIntent::Kind::StartBreak, .reason = u"rest"_s});
        QTRY_COMPARE(events(branch, u"break_started"_s), 1);
        VERIFY_RESULT(remindCounter(*branch, 1, branch.clock()));
        auto *strip = face.window.findChild<StatusStrip *>(u"helpStrip"_s);
        QTRY_VERIFY(strip->isVisible());
        Q_EMIT strip->actionTriggered();
        QTRY_COMPARE(events(branch, u"break_ended"_s), 1);
        QTRY_VERIFY(!strip->isVisible());
    }

    void busyDatabaseIsAskedAgainWithTheSameId()
    {
        TestBranch branch(openBranch());
        Face face(branch);
        face.signIn();
        QTRY_VERIFY(face.action("callNext").isEnabled());
        {
            const auto blocker = branch.connect();
            auto held = Transaction::begin(*blocker);
            VERIFY_RESULT(held);
            face.action("callNext").trigger();
            QVERIFY(!face.action("callNext").isEnabled());
        }
        QTRY_VERIFY(face.action("finish").isEnabled());
        QCOMPARE(events(branch, u"leg_called"_s), 1);
    }
};

QTEST_MAIN(CounterRoleTest)
#include "counterroletest.moc"
