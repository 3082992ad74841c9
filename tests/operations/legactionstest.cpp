// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/legactions.h"

#include "operations/announcements.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace Qt::StringLiterals;

/// CB01 to CB04 at counters 1 to 4 on an open day; H001 and H002 wait.
static const QString Begin = u"open|in 1 CB01|in 2 CB02|in 3 CB03|in 4 CB04|issue H|issue H|"_s;

class LegActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counterActsOnWhomItHas_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const QString &script, const QString &outcome) {
            QTest::newRow(name) << script << outcome;
        };

        row("recall", u"call 1|recall 1"_s, u"H001 called at 1"_s);
        row("start", u"call 1|start 1"_s, u"H001 serving at 1"_s);
        row("finish", u"call 1|start 1|finish 1"_s, u"H001 completed at 1"_s);
        row("no-show", u"call 1|no-show 1"_s, u"H001 no_show at 1"_s);
        row("hold while called", u"call 1|hold 1"_s, u"H001 held at 1"_s);
        row("hold while serving", u"call 1|start 1|hold 1"_s, u"H001 held at 1"_s);
        row("hold for a reason", u"call 1|hold 1 photocopy"_s, u"H001 held at 1"_s);
        row("hold for a story", u"call 1|hold 1 his-wife-is-ill"_s,
            u"invalid_input his-wife-is-ill"_s);
        row("transfer", u"call 1|start 1|transfer 1 C"_s, u"H001 waiting in C"_s);
        row("transfer to its own line", u"call 1|start 1|transfer 1 H"_s, u"H001 waiting in H"_s);
        row("transfer to nowhere", u"call 1|start 1|transfer 1 Q"_s, u"unknown_group Q"_s);

        row("transfer to a counter", u"call 1|start 1|transfer 1 - 2"_s, u"H001 waiting in H"_s);
        row("transfer to a counter of another group", u"call 1|start 1|transfer 1 - 4"_s,
            u"H001 waiting in C"_s);
        row("transfer to a counter in a group of its own", u"call 1|start 1|transfer 1 C 3"_s,
            u"H001 waiting in C"_s);
        row("transfer to a counter in a group it does not serve",
            u"call 1|start 1|transfer 1 C 2"_s, u"unknown_group C"_s);
        row("transfer to a counter nobody knows", u"call 1|start 1|transfer 1 - 99"_s,
            u"unknown_counter 99"_s);
        row("transfer to itself", u"call 1|start 1|transfer 1 - 1"_s, u"unknown_counter 1"_s);
        row("resume on a break", u"call 1|hold 1|break 1 rest|resume 1"_s, u"on_break 1"_s);

        row("nobody there: recall", u"recall 1"_s, u"nobody_at_counter 1"_s);
        row("nobody there: start", u"start 1"_s, u"nobody_at_counter 1"_s);
        row("nobody there: finish", u"finish 1"_s, u"nobody_at_counter 1"_s);
        row("nobody there: no-show", u"no-show 1"_s, u"nobody_at_counter 1"_s);
        row("nobody there: hold", u"hold 1"_s, u"nobody_at_counter 1"_s);
        row("nobody there: transfer", u"transfer 1 C"_s, u"nobody_at_counter 1"_s);
        row("finished twice", u"call 1|start 1|finish 1|finish 1"_s, u"nobody_at_counter 1"_s);

        row("finish without start", u"call 1|finish 1"_s, u"H001 completed at 1"_s);
        row("transfer without start", u"call 1|transfer 1 C"_s, u"H001 waiting in C"_s);
        row("started twice", u"call 1|start 1|start 1"_s, u"illegal_transition H001"_s);
        row("recall while serving", u"call 1|start 1|recall 1"_s, u"H001 serving at 1"_s);
        row("no-show while serving", u"call 1|start 1|no-show 1"_s, u"illegal_transition H001"_s);

        row("another counter's citizen", u"call 1|start 2"_s, u"nobody_at_counter 2"_s);
        row("nobody signed in", u"finish 5"_s, u"not_signed_in 5"_s);
        row("counter nobody knows", u"finish 99"_s, u"unknown_counter 99"_s);
        row("day closed", u"close|finish 1"_s, u"day_not_open"_s);

        row("resume", u"call 1|start 1|hold 1|resume 1"_s, u"H001 serving at 1"_s);
        row("resume the last held", u"call 1|start 1|hold 1|call 1|start 1|hold 1|resume 1"_s,
            u"H002 serving at 1"_s);
        row("resume one by its number",
            u"call 1|start 1|hold 1|call 1|start 1|hold 1|resume 1 H001"_s, u"H001 serving at 1"_s);
        row("resume nobody", u"resume 1"_s, u"nobody_at_counter 1"_s);
        row("resume somebody not on hold", u"resume 1 H001"_s, u"unknown_ticket H001"_s);
        row("resume at another counter", u"call 1|start 1|hold 1|resume 2 H001"_s,
            u"unknown_ticket H001"_s);
        row("resume at a busy counter", u"call 1|start 1|hold 1|call 1|resume 1"_s,
            u"counter_busy H002"_s);
        row("resume at no shift", u"call 1|hold 1|out 1|resume 1"_s, u"not_signed_in 1"_s);
        row("colleague at the same counter resumes", u"call 1|hold 1|out 1|in 1 CB05|resume 1"_s,
            u"H001 serving at 1"_s);

        row("reinstate a no-show", u"call 1|no-show 1|reinstate H001"_s, u"H001 waiting in H"_s);
        row("reinstate on a day that was closed by mistake", u"close|open|reinstate H001"_s,
            u"H001 waiting in H"_s);
        row("reinstate from hold", u"call 1|hold 1|reinstate H001"_s, u"H001 waiting in H"_s);
        row("reinstate who waits", u"reinstate H001"_s, u"illegal_transition H001"_s);
        row("reinstate who is served", u"call 1|start 1|reinstate H001"_s,
            u"illegal_transition H001"_s);
        row("reinstate who was served", u"call 1|start 1|finish 1|reinstate H001"_s,
            u"illegal_transition H001"_s);
        row("reinstate in the line he was transferred to",
            u"call 1|start 1|transfer 1 C|call 4|no-show 4|reinstate H001"_s,
            u"H001 waiting in C"_s);
        row("reinstate nobody", u"reinstate H009"_s, u"unknown_ticket H009"_s);
        row("reinstate after the day", u"call 1|no-show 1|close|reinstate H001"_s,
            u"day_not_open"_s);
        row("reinstate on the next day", u"call 1|no-show 1|close|open 2026-03-03|reinstate H001"_s,
            u"unknown_ticket H001"_s);

        row("cancel", u"cancel H001"_s, u"H001 cancelled in H"_s);
        row("cancel twice", u"cancel H001|cancel H001"_s, u"illegal_transition H001"_s);
        row("cancel who is called", u"call 1|cancel H001"_s, u"illegal_transition H001"_s);
        row("cancel on hold", u"call 1|hold 1|cancel H001"_s, u"illegal_transition H001"_s);
        row("cancel after a transfer", u"call 1|start 1|transfer 1 C|cancel H001"_s,
            u"H001 cancelled in C"_s);
        row("cancel nobody", u"cancel C001"_s, u"unknown_ticket C001"_s);
        row("cancel on a closed day", u"close|cancel H001"_s, u"day_not_open"_s);
    }

    void counterActsOnWhomItHas()
    {
        QFETCH(QString, script);
        QFETCH(QString, outcome);
        test::TestBranch branch;
        const QString setUp = script.section(u'|', 0, -2);
        branch.play(Begin + setUp);
        const QByteArray before = branch.bytes();
        QCOMPARE(branch.play(script.section(u'|', -1)), outcome);
        if (branch.answer().isEmpty()) {
            QCOMPARE(branch.bytes(), before); // refused: nothing was changed
        }
        QCOMPARE(branch.faults(), QString());
    }

    void undoTakesBackTheLastThing_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const QString &script, const QString &outcome) {
            QTest::newRow(name) << script << outcome;
        };

        row("finish", u"call 1|start 1|finish 1|undo 1"_s, u"H001 serving at 1"_s);
        row("finish without start", u"call 1|finish 1|undo 1"_s, u"H001 called at 1"_s);
        row("finish without start, then no-show", u"call 1|finish 1|undo 1|no-show 1"_s,
            u"H001 no_show at 1"_s);
        row("transfer without start", u"call 1|transfer 1 C|undo 1"_s, u"H001 called at 1"_s);
        row("start", u"call 1|start 1|undo 1"_s, u"H001 called at 1"_s);
        row("start, and recalled since", u"call 1|start 1|recall 1|undo 1"_s,
            u"H001 called at 1"_s);
        row("start twice", u"call 1|start 1|undo 1|start 1|undo 1"_s, u"H001 called at 1"_s);
        row("start undone, then finish undone", u"call 1|start 1|undo 1|finish 1|undo 1"_s,
            u"H001 called at 1"_s);
        row("no-show", u"call 1|no-show 1|undo 1"_s, u"H001 called at 1"_s);
        row("hold while called", u"call 1|hold 1|undo 1"_s, u"H001 called at 1"_s);
        row("hold while serving", u"call 1|start 1|hold 1|undo 1"_s, u"H001 serving at 1"_s);
        row("transfer", u"call 1|start 1|transfer 1 C|undo 1"_s, u"H001 serving at 1"_s);
        row("just in time", u"call 1|start 1|finish 1|wait 10|undo 1"_s, u"H001 serving at 1"_s);
        row("too late", u"call 1|start 1|finish 1|wait 11|undo 1"_s, u"nothing_to_undo 1"_s);
        row("the clock was set back", u"call 1|start 1|finish 1|wait -7200|undo 1"_s,
            u"H001 serving at 1"_s);
        row("finish again", u"call 1|start 1|finish 1|undo 1|finish 1"_s, u"H001 completed at 1"_s);
        row("twice", u"call 1|start 1|finish 1|undo 1|undo 1"_s, u"nothing_to_undo 1"_s);
        row("finished again, undone again", u"call 1|start 1|finish 1|undo 1|finish 1|undo 1"_s,
            u"H001 serving at 1"_s);
        row("transfer after a transfer was undone",
            u"call 1|start 1|transfer 1 C|undo 1|transfer 1 N"_s, u"H001 waiting in N"_s);
        row("second transfer undone", u"call 1|start 1|transfer 1 C|undo 1|transfer 1 N|undo 1"_s,
            u"H001 serving at 1"_s);

        row("nothing was done", u"undo 1"_s, u"nothing_to_undo 1"_s);
        row("a call", u"call 1|undo 1"_s, u"nothing_to_undo 1"_s);
        row("a start long ago", u"call 1|start 1|wait 11|undo 1"_s, u"nothing_to_undo 1"_s);
        row("a resume", u"call 1|hold 1|resume 1|undo 1"_s, u"nothing_to_undo 1"_s);
        row("somebody else was called: finish", u"call 1|start 1|finish 1|call 1|undo 1"_s,
            u"H001 held at 1"_s);
        row("somebody else was called: finish without start", u"call 1|finish 1|call 1|undo 1"_s,
            u"H001 held at 1"_s);
        row("somebody else was called: no-show", u"call 1|no-show 1|call 1|undo 1"_s,
            u"H001 held at 1"_s);
        row("somebody else was called: transfer",
            u"call 1|start 1|transfer 1 C|call 1|recall 1|undo 1"_s, u"H001 held at 1"_s);
        row("somebody else was called: hold", u"call 1|hold 1|call 1|undo 1"_s,
            u"nothing_to_undo 1"_s);
        row("somebody else was called and has begun: only that",
            u"call 1|finish 1|call 1|start 1|undo 1|undo 1"_s, u"nothing_to_undo 1"_s);
        row("once only", u"call 1|finish 1|call 1|undo 1|undo 1"_s, u"nothing_to_undo 1"_s);
        row("and goes on later", u"call 1|finish 1|call 1|undo 1|finish 1|resume 1|finish 1"_s,
            u"H001 completed at 1"_s);
        row("another counter's", u"call 1|start 1|finish 1|undo 2"_s, u"nothing_to_undo 2"_s);
        row("others work in between", u"call 1|start 1|finish 1|call 2|start 2|issue C|undo 1"_s,
            u"H001 serving at 1"_s);
        row("the transferred was called elsewhere", u"call 1|start 1|transfer 1 C|call 4|undo 1"_s,
            u"nothing_to_undo 1"_s);
        row("the transferred gave his number back",
            u"call 1|start 1|transfer 1 C|cancel H001|undo 1"_s, u"nothing_to_undo 1"_s);
        row("the transferred was called, missed it and waits again",
            u"call 1|start 1|transfer 1 C|call 4|no-show 4|reinstate H001|undo 1"_s,
            u"nothing_to_undo 1"_s);
        row("the no-show was reinstated", u"call 1|no-show 1|reinstate H001|undo 1"_s,
            u"nothing_to_undo 1"_s);
        row("the no-show was reinstated and called elsewhere",
            u"call 1|no-show 1|reinstate H001|call 2|no-show 2|undo 1"_s, u"nothing_to_undo 1"_s);
        row("another person signed in since", u"call 1|start 1|finish 1|out 1|in 1 CB05|undo 1"_s,
            u"nothing_to_undo 1"_s);
        row("nobody signed in", u"call 1|start 1|finish 1|out 1|undo 1"_s, u"not_signed_in 1"_s);
        row("the day was closed", u"call 1|start 1|finish 1|close|undo 1"_s, u"day_not_open"_s);
        row("the day was closed and opened again",
            u"call 1|start 1|finish 1|close|open|in 1 CB01|undo 1"_s, u"nothing_to_undo 1"_s);
        row("counter nobody knows", u"undo 99"_s, u"unknown_counter 99"_s);
    }

    void undoTakesBackTheLastThing()
    {
        QFETCH(QString, script);
        QFETCH(QString, outcome);
        test::TestBranch branch;
        QCOMPARE(branch.play(Begin + script), outcome);
        QCOMPARE(branch.faults(), QString());
    }

    void undoTimeIsASettingOfTheBranch()
    {
        Catalogue catalogue = test::smallCatalogue();
        catalogue.settings.undoSeconds = 30;
        test::TestBranch branch(catalogue);
        QCOMPARE(branch.play(Begin + u"call 1|no-show 1|wait 31|undo 1"_s), u"nothing_to_undo 1"_s);
        QCOMPARE(branch.play(u"call 1|no-show 1|wait 30|undo 1"_s), u"H002 called at 1"_s);
    }

    void anActionMeantForSomebodyElseIsRefused()
    {
        test::TestBranch branch;
        branch.play(Begin + u"call 1"_s);
        for (const LegAction action : {LegAction::Finish, LegAction::NoShow, LegAction::Transfer}) {
            const CounterAction late{.counter = 1,
                                     .action = action,
                                     .to = action == LegAction::Transfer ? u"C"_s : QString(),
                                     .ticket = TicketNumber{u'H', 9}};
            QCOMPARE(test::outcome(actAtCounter(*branch, branch.next(), late)),
                     u"illegal_transition H009"_s);
        }
        VERIFY_RESULT(actAtCounter(
            *branch, branch.next(),
            {.counter = 1, .action = LegAction::Finish, .ticket = TicketNumber{u'H', 1}}));
    }

    void whoIsCalledBackFromHoldIsHeard()
    {
        test::TestBranch branch;
        const Speaker speaker{speakerName(1), QUuid::createUuid()};
        branch.play(Begin + u"call 1"_s);
        const auto call = nextAnnouncement(*branch, speaker, branch.clock());
        VERIFY_RESULT(call);
        QVERIFY(*call && !(*call)->recall);
        QCOMPARE(branch.play(u"hold 1|wait 60|resume 1"_s), u"H001 serving at 1"_s);
        const auto recall = nextAnnouncement(*branch, speaker, branch.clock());
        VERIFY_RESULT(recall);
        QVERIFY(*recall && (*recall)->recall);
        QCOMPARE((*recall)->ticket.toString(), u"H001"_s);
        QCOMPARE(branch.play(u"recall 1"_s), u"H001 serving at 1"_s);
    }

    void undoneServiceTimeIsCountedOnce()
    {
        test::TestBranch branch;
        branch.play(Begin + u"call 1|wait 5|start 1|wait 100|finish 1|wait 8|undo 1|wait 2"_s);
        QCOMPARE(branch.play(u"finish 1"_s), u"H001 completed at 1"_s);
        QCOMPARE(branch.value(u"SELECT service_ms FROM leg WHERE calls = 1"_s), u"110000"_s);
        QCOMPARE(branch.faults(), QString());
    }

    void answerTellsTheCallsAndTheTime()
    {
        test::TestBranch branch;
        branch.play(Begin + u"call 1|wait 20|recall 1"_s);
        QCOMPARE(branch.answer()["calls"_L1].toInt(), 2);
        QCOMPARE(branch.answer()["state"_L1].toString(), u"called"_s);
        QCOMPARE(branch.answer()["at"_L1].toString(), u"2026-03-02T07:30:20+07:00"_s);
        branch.play(u"no-show 1|reinstate H001"_s);
        QVERIFY(branch.answer()["counter"_L1].isNull());
    }

    void reasonForHoldIsInTheEvent()
    {
        test::TestBranch branch;
        for (const QString &reason : holdReasons()) {
            QCOMPARE(branch.play(
                         (reason == holdReasons().front() ? Begin + u"call 1|"_s : u"resume 1|"_s)
                         + u"hold 1 "_s + reason),
                     u"H001 held at 1"_s);
            QCOMPARE(branch.value(u"SELECT "_s + test::jsonValue(u"body"_s, u"reason"_s)
                                  + u" FROM event ORDER BY seq DESC LIMIT 1"_s),
                     reason);
        }
    }
};

QTEST_GUILESS_MAIN(LegActionsTest)

#include "legactionstest.moc"
