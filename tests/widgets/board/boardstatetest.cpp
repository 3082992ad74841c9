// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "board/boardstate.h"

#include "support/halls.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

/// A board whose time passes when told.
struct Board
{
    BoardState state{0, hallTime({9, 0})};
    HallState hall = mockupHall();
    qint64 now = 0;

    Board()
    {
        state.setContent(mockupContent(), now);
        state.setHall(hall, now);
    }

    void call(const char *number, int counter)
    {
        hall = called(hall, number, counter, 0);
        state.setHall(hall, now);
    }
    /// The branch is read every second while @p ms pass.
    void pass(qint64 ms)
    {
        constexpr qint64 Step = 1000;
        for (qint64 rest = ms; rest > 0; rest -= Step) {
            const qint64 step = std::min(rest, Step);
            now += step;
            hall.branchNow += step;
            state.setHall(hall, now);
            (void)state.at(now);
        }
    }
    BoardModel model() { return state.at(now); }
    QString panel()
    {
        const auto call = model().call;
        return call ? u"%1 to %2"_s.arg(call->ticket.toString()).arg(call->counter) : u"none"_s;
    }
    QStringList waiting()
    {
        QStringList numbers;
        for (const BoardCall &call : model().waiting) {
            numbers.append(call.ticket.toString());
        }
        return numbers;
    }
    QList<int> lit()
    {
        QList<int> numbers;
        for (const BoardCounter &counter : model().counters) {
            if (counter.called) {
                numbers.append(counter.number);
            }
        }
        return numbers;
    }
    qint64 newest() const { return hall.calls.front().id; }
};

} // namespace

class BoardStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstReadingIsNoNews()
    {
        Board board;
        QCOMPARE(board.panel(), u"H042 to 3"_s);
        QCOMPARE(board.model().flash, 0);
        QCOMPARE(board.model().previous.size(), 10);
        QCOMPARE(board.model().previous.front().ticket, ticket("C118"));
    }

    void beforeTheFirstCallNothingIsInThePanel()
    {
        Board board;
        board.hall.businessDate = board.hall.businessDate.addDays(1);
        board.hall.calls.clear();
        board.state.setHall(board.hall, board.now);
        QCOMPARE(board.panel(), u"none"_s);
        QVERIFY(board.model().open);
        board.call("C001", 5);
        QCOMPARE(board.panel(), u"C001 to 5"_s);
    }

    void newCallTakesThePanelAtOnceAndFlashes()
    {
        Board board;
        board.call("C119", 5);
        QCOMPARE(board.panel(), u"C119 to 5"_s);
        QCOMPARE(board.model().flash, 1);
        QCOMPARE(board.lit(), QList<int>{5});
        QCOMPARE(board.model().previous.front().ticket, ticket("H042"));
    }

    /// 3 × 0.8 s from white to yellow.
    void flashIsThreePulses()
    {
        Board board;
        board.call("C119", 5);
        (void)board.model();
        int rises = 0;
        double before = 0;
        qint64 end = 0;
        for (; board.now < 5000; board.now += 10) {
            const double flash = board.model().flash;
            rises += flash > before ? 1 : 0;
            before = flash;
            if (flash > 0) {
                end = board.now;
            }
        }
        QCOMPARE(rises, 3);
        QVERIFY2(end >= 2380 && end < 2400, qPrintable(QString::number(end)));
    }

    void callsThatComeTogetherAreAllSeenAtOnceAndTakeTurns()
    {
        Board board;
        board.call("C119", 5);
        (void)board.model();
        board.call("N028", 8);
        board.call("Y001", 11);
        QCOMPARE(board.panel(), u"C119 to 5"_s);
        QCOMPARE(board.waiting(), QStringList({u"N028"_s, u"Y001"_s}));
        QCOMPARE(board.lit(), QList<int>({5, 8, 11}));
        board.pass(7900);
        QCOMPARE(board.panel(), u"C119 to 5"_s);
        board.pass(100);
        QCOMPARE(board.panel(), u"N028 to 8"_s);
        QVERIFY(board.model().flash > 0);
        board.pass(8000);
        QCOMPARE(board.panel(), u"Y001 to 11"_s);
        board.pass(100'000);
        QCOMPARE(board.panel(), u"Y001 to 11"_s);
        QCOMPARE(board.waiting(), QStringList());
    }

    /// Calls without sound come faster than the panel shows them.
    void nobodyIsSentToACounterThatHasEnded()
    {
        Board board;
        board.call("C119", 5);
        (void)board.model();
        board.call("N028", 8);
        board.call("N029", 8); // N028 is finished already
        board.call("Y001", 11);
        QCOMPARE(board.waiting(), QStringList({u"N029"_s, u"Y001"_s}));
        for (CounterState &counter : board.hall.counters) {
            if (counter.number == 8) {
                counter.ticket.reset();
            }
        }
        board.pass(1000);
        QCOMPARE(board.waiting(), QStringList{u"Y001"_s});
        QSet<QString> shown;
        for (int i = 0; i < 60; ++i) {
            board.pass(1000);
            shown.insert(board.panel());
        }
        QVERIFY(shown.contains(u"Y001 to 11"_s));
        QVERIFY(!shown.contains(u"N028 to 8"_s));
        QVERIFY(!shown.contains(u"N029 to 8"_s));
    }

    void callBeingSpokenKeepsThePanel()
    {
        Board board;
        board.call("C119", 5);
        board.state.startSpeaking(board.newest(), board.now);
        const qint64 spoken = board.newest();
        board.pass(1000);
        board.call("N028", 8);
        board.pass(15'000);
        QCOMPARE(board.panel(), u"C119 to 5"_s);
        QCOMPARE(board.waiting(), QStringList{u"N028"_s});
        board.state.stopSpeaking(spoken);
        QCOMPARE(board.panel(), u"N028 to 8"_s);
    }

    void callThatAnotherBoardSpeaksKeepsThePanel()
    {
        Board board;
        board.call("C119", 5);
        board.hall.calls.front().announcement = AnnouncementState::Playing;
        board.pass(1000);
        board.call("N028", 8);
        board.pass(12'000);
        QCOMPARE(board.panel(), u"C119 to 5"_s);
        board.hall.calls[1].announcement = AnnouncementState::Done;
        board.pass(1);
        QCOMPARE(board.panel(), u"N028 to 8"_s);
    }

    void speakerThatDiedHoldsThePanelNoLonger()
    {
        Board board;
        board.call("C119", 5);
        board.state.startSpeaking(board.newest(), board.now);
        board.pass(1000);
        board.call("N028", 8);
        board.pass(41'000);
        QCOMPARE(board.panel(), u"N028 to 8"_s);
    }

    void voiceTakesThePanel()
    {
        Board board;
        board.call("C119", 5);
        (void)board.model();
        board.call("N028", 8);
        board.state.startSpeaking(board.newest(), board.now);
        QCOMPARE(board.panel(), u"N028 to 8"_s);
        QCOMPARE(board.waiting(), QStringList());
    }

    void voiceThatIsFasterThanTheReadingIsFollowed()
    {
        Board board;
        board.state.startSpeaking(board.hall.seq + 1, board.now);
        board.call("C119", 5);
        QCOMPARE(board.panel(), u"C119 to 5"_s);
    }

    void eachRepetitionFlashesAgain()
    {
        Board board;
        board.call("C119", 5);
        board.state.startSpeaking(board.newest(), board.now);
        (void)board.model();
        board.pass(1200);
        const double before = board.model().flash;
        board.state.repeatSpeaking(board.newest(), board.now);
        QCOMPARE(board.model().flash, before); // goes on, does not begin again
        board.pass(6000);
        QCOMPARE(board.model().flash, 0);
        board.state.repeatSpeaking(board.newest(), board.now);
        QCOMPARE(board.model().flash, 1);
    }

    void recallFlashesTheSameNumberAgain()
    {
        Board board;
        board.call("C119", 5);
        board.pass(20'000);
        QCOMPARE(board.model().flash, 0);
        board.call("C119", 5);
        QCOMPARE(board.panel(), u"C119 to 5"_s);
        QCOMPARE(board.model().flash, 1);
        QCOMPARE(board.waiting(), QStringList());
    }

    void recallOfAWaitingNumberWaitsOnce()
    {
        Board board;
        board.call("C119", 5);
        (void)board.model();
        board.call("N028", 8);
        board.call("N028", 8);
        QCOMPARE(board.waiting(), QStringList{u"N028"_s});
    }

    void reducedMotionFramesInsteadOfFlashing()
    {
        Board board;
        BoardContent content = mockupContent();
        content.reducedMotion = true;
        board.state.setContent(content, board.now);
        board.call("C119", 5);
        QVERIFY(board.model().framed);
        QCOMPARE(board.model().flash, 0);
        board.pass(7900);
        QVERIFY(board.model().framed);
        board.pass(200);
        QVERIFY(!board.model().framed);
    }

    void boardThatReadsNothingSaysSoAfterTenSeconds()
    {
        Board board;
        board.now += 10'000;
        QVERIFY(!board.model().stale);
        board.now += 1;
        QVERIFY(board.model().stale);
        QCOMPARE(board.panel(), u"H042 to 3"_s);
        board.state.setHall(board.hall, board.now);
        QVERIFY(!board.model().stale);
    }

    void boardThatIsCutOffSaysSoAtOnce()
    {
        Board board;
        board.state.setCut(true);
        QVERIFY(board.model().stale);
        board.state.setCut(false);
        QVERIFY(!board.model().stale);
    }

    void callMissedForAMinuteIsNoNews()
    {
        Board board;
        HallState later = called(board.hall, "C119", 5, 1000);
        later.branchNow += 61'000;
        board.now += 62'000;
        board.state.setHall(later, board.now);
        QCOMPARE(board.model().flash, 0);
        QCOMPARE(board.panel(), u"C119 to 5"_s);
    }

    void headerShowsThePcsClock()
    {
        Board board;
        const QTime before = board.model().now.time;
        // The PC's clock was set back by an hour.
        board.state.setHall(board.hall, board.now, 3'600'000);
        QCOMPARE(board.model().now.time, before.addSecs(-3600));
    }

    void dayThatNobodyClosedIsOver()
    {
        Board board;
        BoardContent content = mockupContent();
        content.isOver = true;
        board.state.setContent(content, board.now);
        QVERIFY(!board.model().open);
    }

    void newDayForgetsTheOld()
    {
        Board board;
        board.hall.businessDate = {};
        board.hall.calls.clear();
        board.state.setHall(board.hall, board.now);
        QVERIFY(!board.model().open);
        QCOMPARE(board.panel(), u"none"_s);
    }

    void counterShowsBreakUntilItCalls()
    {
        Board board;
        QCOMPARE(board.model().counters[10].presence, Presence::OnBreak);
        QVERIFY(!board.model().counters[10].called);
        board.call("Y001", 11);
        QVERIFY(board.model().counters[10].called);
        board.pass(10'000);
        board.hall.counters[10].presence = Presence::OnBreak;
        board.hall.counters[10].ticket.reset();
        board.pass(1);
        QVERIFY(!board.model().counters[10].called);
        QCOMPARE(board.panel(), u"Y001 to 11"_s);
    }

    void pagesKeepGroupsTogether_data()
    {
        QTest::addColumn<QString>("groups");
        QTest::addColumn<QString>("pages");
        QTest::newRow("all fit") << u"HHCC"_s << u"0123"_s;
        QTest::newRow("a group that does not fit begins the next page")
            << u"HHHCC"_s << u"012 34"_s;
        QTest::newRow("scattered members meet") << u"HCHCHC"_s << u"024 135"_s;
        QTest::newRow("a group larger than a page is cut") << u"HHHHHHC"_s << u"0123 456"_s;
        QTest::newRow("no counters") << QString() << QString();
    }
    void pagesKeepGroupsTogether()
    {
        QFETCH(QString, groups);
        std::vector<CounterState> counters;
        counters.reserve(static_cast<size_t>(groups.size()));
        for (qsizetype i = 0; i < groups.size(); ++i) {
            counters.push_back({.number = static_cast<int>(i) + 1, .groups = {groups.mid(i, 1)}});
        }
        QStringList pages;
        for (const auto &page : pagesByGroup(counters, 4)) {
            QString members;
            for (const size_t member : page) {
                members += QString::number(member);
            }
            pages.append(members);
        }
        QTEST(pages.join(u' '), "pages");
    }

    void pagesTurnEvery15SecondsButNotForAFreshCall()
    {
        Board board;
        board.hall = largeHall(30);
        board.pass(1);
        QCOMPARE(board.model().pages, 2);
        QCOMPARE(board.model().page, 0);
        board.pass(15'000);
        QCOMPARE(board.model().page, 1);
        board.pass(15'000);
        QCOMPARE(board.model().page, 0);
        board.call("R500", 21); // on the second page: it is turned to at once
        QCOMPARE(board.model().page, 1);
        board.pass(14'000);
        QCOMPARE(board.model().page, 1);
        board.pass(1000);
        QCOMPARE(board.model().page, 0);
        board.pass(14'000);
        board.call("H501", 1); // due to turn in a second, but now it stays
        board.pass(8000);
        QCOMPARE(board.model().page, 0);
    }

    void stripPagesBeyondTwelve()
    {
        Board board;
        board.state.setShape(true, false, board.now);
        QCOMPARE(board.model().pages, 1);
        board.hall = largeHall(13);
        board.pass(1);
        QCOMPARE(board.model().pages, 2);
        QCOMPARE(board.model().counters.size(), 12);
        board.pass(15'000);
        QCOMPARE(board.model().counters.size(), 1);
    }

    /// Whatever it promises to change, changes no earlier.
    void nextChangeIsKept()
    {
        Board board;
        board.call("C119", 5);
        (void)board.model();
        qint64 wakes = 0;
        const qint64 end = board.now + 60'000;
        while (board.now < end) {
            const qint64 next = board.state.nextChange(board.now);
            QVERIFY(next > board.now);
            board.now = next;
            (void)board.model();
            ++wakes;
        }
        // 2.4 s of flashing, then a handful a minute.
        QVERIFY2(wakes < 2400 / 33 + 16, qPrintable(QString::number(wakes)));
    }

    void clockShowsTheBranchsTime()
    {
        Board board;
        QCOMPARE(board.model().now, LocalTime(HallDay, QTime(9, 42)));
        board.now += 50'000;
        QCOMPARE(board.model().now.time, QTime(9, 43));
    }

    void pictureMovesAgainstBurnIn()
    {
        Board board;
        QCOMPARE(board.state.shift(board.now), std::pair(0, 0));
        QCOMPARE(board.state.shift(600'000), std::pair(2, 0));
        QCOMPARE(board.state.shift(1'200'000), std::pair(2, 2));
        QCOMPARE(board.state.shift(1'800'000), std::pair(0, 2));
        QCOMPARE(board.state.shift(2'400'000), std::pair(0, 0));
    }
};

QTEST_GUILESS_MAIN(BoardStateTest)
#include "boardstatetest.moc"
