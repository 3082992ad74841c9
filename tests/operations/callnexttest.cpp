// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/callnext.h"
#include "support/testbranch.h"

#include <array>
#include <set>
#include <thread>

using namespace motcua;
using namespace Qt::StringLiterals;

class CallNextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clerkCallsWhatHeCanServe_data()
    {
        QTest::addColumn<QString>(
            "script"); // CB01 can serve H, CB02 N, of CB03 nothing is recorded
        QTest::addColumn<QString>("told");
        QTest::newRow("his group") << u"in 3 CB01|issue C|issue H|call 3"_s << u"H001 to 3"_s;
        QTest::newRow("not the other one")
            << u"in 3 CB01|issue C|call 3"_s << u"nobody_waiting 3"_s;
        QTest::newRow("none of the counter's") << u"in 3 CB02"_s << u"not_permitted CB02"_s;
        QTest::newRow("nothing recorded") << u"in 3 CB03|issue C|call 3"_s << u"C001 to 3"_s;
        QTest::newRow("after who could")
            << u"in 3 CB03|out 3|in 3 CB01|issue C|call 3"_s << u"nobody_waiting 3"_s;
        QTest::newRow("kept for the counter")
            << u"in 3 CB03|in 4 CB04|issue C|issue C|call 4|transfer 4 - 3|out 3|in 3 CB01|call 3"_s
            << u"C001 to 3"_s;
        QTest::newRow("nobody is sent there for it")
            << u"in 3 CB01|in 4 CB04|issue C|call 4|transfer 4 C 3"_s << u"unknown_group C"_s;
    }
    void clerkCallsWhatHeCanServe()
    {
        QFETCH(QString, script);
        Catalogue all = test::smallCatalogue();
        all.staff[0].groups = {u"H"_s};
        all.staff[1].groups = {u"N"_s};
        all.staff[2].groups = {};
        test::TestBranch branch(all);
        QTEST(branch.play(u"open|"_s + script), "told");
        QCOMPARE(branch.faults(), QString());
    }

    void whoIsNextIsCalled_data()
    {
        QTest::addColumn<QString>("script"); // CB01 to CB04 at counters 1 to 4 on an open day
        QTest::addColumn<QString>("outcome");
        QTest::newRow("nobody") << u"call 1"_s << u"nobody_waiting 1"_s;
        QTest::newRow("first come first served") << u"issue H|issue H|call 1"_s << u"H001 to 1"_s;
        QTest::newRow("nobody in its own line") << u"issue C|call 1"_s << u"nobody_waiting 1"_s;
        QTest::newRow("head start") << u"issue H|issue H elderly|call 1"_s << u"H002 to 1"_s;
        QTest::newRow("head start used up")
            << u"issue H|wait 1201|issue H elderly|call 1"_s << u"H001 to 1"_s;
        QTest::newRow("two lines: the longer wait")
            << u"issue C|wait 1|issue H|call 3"_s << u"C001 to 3"_s;
        QTest::newRow("two lines: a head start in the other")
            << u"issue C|wait 1|issue H elderly|call 3"_s << u"H001 to 3"_s;
        QTest::newRow("two lines: a tie goes to who came first")
            << u"issue H|issue C|call 3"_s << u"H001 to 3"_s;
        QTest::newRow("two counters of one line")
            << u"issue H|issue H|call 1|call 2"_s << u"H002 to 2"_s;
        QTest::newRow("the last one is gone")
            << u"issue H|call 1|call 2"_s << u"nobody_waiting 2"_s;
        QTest::newRow("counter has somebody called")
            << u"issue H|issue H|call 1|call 1"_s << u"counter_busy H001"_s;
        QTest::newRow("counter serves somebody")
            << u"issue H|issue H|call 1|start 1|call 1"_s << u"counter_busy H001"_s;
        QTest::newRow("on hold, the counter is free")
            << u"issue H|issue H|call 1|start 1|hold 1|call 1"_s << u"H002 to 1"_s;
        QTest::newRow("reinstated keeps his place")
            << u"issue H|wait 1|issue H|call 1|no-show 1|reinstate H001|call 1"_s << u"H001 to 1"_s;
        QTest::newRow("given back") << u"issue H|issue H|cancel H001|call 1"_s << u"H002 to 1"_s;
        QTest::newRow("transferred: before those who came later to that line")
            << u"issue H|wait 60|issue C|call 1|start 1|transfer 1 C|call 4"_s << u"H001 to 4"_s;
        QTest::newRow("transferred to a counter: not another's")
            << u"issue H|issue H|call 1|start 1|transfer 1 - 2|call 3"_s << u"H002 to 3"_s;
        QTest::newRow("transferred to a counter: its own")
            << u"issue H|issue H|call 1|start 1|transfer 1 - 2|call 2"_s << u"H001 to 2"_s;
        QTest::newRow("transferred to a counter on a break: kept")
            << u"issue H|call 1|start 1|transfer 1 - 2|break 2 rest|call 1"_s
            << u"nobody_waiting 1"_s;
        QTest::newRow("transferred to a counter that closed: not lost")
            << u"issue H|call 1|start 1|transfer 1 - 2|out 2|call 1"_s << u"H001 to 1"_s;
        QTest::newRow("transferred to a counter of another group")
            << u"issue H|call 1|start 1|transfer 1 - 4|call 4"_s << u"H001 to 4"_s;
        QTest::newRow("on a break") << u"issue H|break 1 rest|call 1"_s << u"on_break 1"_s;
        QTest::newRow("back from a break")
            << u"issue H|break 1 rest|back 1|call 1"_s << u"H001 to 1"_s;
        QTest::newRow("chosen") << u"issue H|issue H|choose 1 H002 frail"_s << u"H002 to 1"_s;
        QTest::newRow("chosen from a line not served here")
            << u"issue C|choose 1 C001 wrong_group"_s << u"C001 to 1"_s;
        QTest::newRow("chosen though kept for another counter")
            << u"issue H|call 1|start 1|transfer 1 - 2|choose 1 H001 returned"_s << u"H001 to 1"_s;
        QTest::newRow("chosen without a reason")
            << u"issue H|choose 1 H001"_s << u"invalid_input"_s;
        QTest::newRow("chosen for a story")
            << u"issue H|choose 1 H001 my-cousin"_s << u"invalid_input my-cousin"_s;
        QTest::newRow("chosen by somebody who may not")
            << u"issue H|choose 2 H001 frail"_s << u"not_permitted CB02"_s;
        QTest::newRow("chosen but unknown") << u"choose 1 H009 frail"_s << u"unknown_ticket H009"_s;
        QTest::newRow("chosen but called already")
            << u"issue H|call 2|choose 1 H001 frail"_s << u"illegal_transition H001"_s;
        QTest::newRow("chosen while somebody is there")
            << u"issue H|issue H|call 1|choose 1 H002 frail"_s << u"counter_busy H001"_s;
        QTest::newRow("chosen on a break")
            << u"issue H|break 1 rest|choose 1 H001 frail"_s << u"on_break 1"_s;
        QTest::newRow("after somebody was chosen, the order goes on")
            << u"issue H|issue H|issue H|choose 1 H002 frail|call 2"_s << u"H001 to 2"_s;
        QTest::newRow("counter nobody knows") << u"call 99"_s << u"unknown_counter 99"_s;
        QTest::newRow("counter 0") << u"call 0"_s << u"unknown_counter 0"_s;
        QTest::newRow("nobody signed in") << u"issue N|call 5"_s << u"not_signed_in 5"_s;
        QTest::newRow("signed out") << u"issue H|out 1|call 1"_s << u"not_signed_in 1"_s;
        QTest::newRow("day closed") << u"issue H|close|call 1"_s << u"day_not_open"_s;
    }

    void whoIsNextIsCalled()
    {
        QFETCH(QString, script);
        QFETCH(QString, outcome);
        test::TestBranch branch;
        QCOMPARE(branch.play(u"open|in 1 CB01|in 2 CB02|in 3 CB03|in 4 CB04|"_s + script), outcome);
        QCOMPARE(branch.faults(), QString());
    }

    void theEventSaysThatAndWhySomebodyWasChosen()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|issue H|issue H|choose 1 H002 frail"_s);
        const auto events = latestEvents(*branch, 0, 1);
        VERIFY_RESULT(events);
        QCOMPARE(events->front().kind, EventKind::LegCalled);
        QCOMPARE(events->front().facts()["reason"_L1].toString(), u"frail"_s);
    }

    void refusedCallLeavesNothingBehind()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|issue H|call 1"_s);
        const QByteArray before = branch.bytes();
        for (const QString &refused : {u"call 1"_s, u"call 2"_s, u"call 99"_s}) {
            branch.play(refused);
            QCOMPARE(branch.bytes(), before);
        }
    }

    void answerSaysHowLongHeWaited()
    {
        test::TestBranch branch;
        QCOMPARE(branch.play(u"open|in 3 CB01|issue C|wait 125|call 3"_s), u"C001 to 3"_s);
        const QJsonObject answer = branch.answer();
        QCOMPARE(answer["waited_s"_L1].toInt(), 125);
        QCOMPARE(answer["called_at"_L1].toString(), u"2026-03-02T07:32:05+07:00"_s);
        QCOMPARE(answer["counter"_L1].toInt(), 3);
        QCOMPARE(answer["group"_L1].toString(), u"C"_s);
        QCOMPARE(answer["leg"_L1].toInt(), 1);
    }

    void countersAtOnceCallEverybodyOnceAndInOrder()
    {
        constexpr int People = 24;
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|in 2 CB02|in 3 CB03"_s);
        for (int i = 0; i < People; ++i) {
            QVERIFY(branch.play(u"wait 1|issue H"_s).startsWith(u'H'));
        }

        std::array<QStringList, 3> called;
        std::vector<std::thread> counters;
        for (int counter = 1; counter <= 3; ++counter) {
            counters.emplace_back([&branch, counter, &own = called[counter - 1]] {
                const auto database = branch.connect();
                for (;;) {
                    const auto next = callNext(*database, branch.next(), counter);
                    if (!next) {
                        own.append(test::outcome(next));
                        return;
                    }
                    own.append(next->ticket.toString());
                    for (const LegAction action : {LegAction::Start, LegAction::Finish}) {
                        const auto done =
                            actAtCounter(*database, branch.next(), {counter, action, {}, {}});
                        if (!done) {
                            own.append(test::outcome(done));
                            return;
                        }
                    }
                }
            });
        }
        for (std::thread &counter : counters) {
            counter.join();
        }

        std::set<QString> everybody;
        for (size_t i = 0; i < called.size(); ++i) {
            QCOMPARE(called[i].takeLast(), u"nobody_waiting %1"_s.arg(i + 1));
            QVERIFY(std::ranges::is_sorted(called[i]));
            everybody.insert(called[i].begin(), called[i].end());
        }
        QCOMPARE(called[0].size() + called[1].size() + called[2].size(), qsizetype{People});
        QCOMPARE(everybody.size(), size_t{People});
        QCOMPARE(branch.faults(), QString());
    }
};

QTEST_GUILESS_MAIN(CallNextTest)

#include "callnexttest.moc"
