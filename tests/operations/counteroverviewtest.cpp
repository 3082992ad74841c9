// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/counteroverview.h"
#include "operations/announcements.h"
#include "operations/devices.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace Qt::StringLiterals;

class CounterOverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Counter 3 serves H and C; CB01 sits at counter 1 (H), CB03 at 3, CB04 at 4 (C).
    void whatCounterThreeShows_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("branch");
        QTest::addColumn<QString>("rest");

        QTest::newRow("nobody") << u"wait 1"_s << QString() << QString() << u"open"_s;
        QTest::newRow("in calling order, two lines interleaved")
            << u"issue H|wait 1|issue C|wait 1|issue N|wait 1|issue C elderly"_s
            << u"C002! H001 C001"_s << u"C002! H001 C001 N101"_s << u"open"_s;
        QTest::newRow("kept for another counter")
            << u"issue H|wait 1|issue H|call 1|start 1|transfer 1 C 4"_s << u"H002"_s
            << u"H001>4 H002"_s << u"open"_s;
        QTest::newRow("kept for this counter")
            << u"issue H|wait 1|issue H|call 1|start 1|transfer 1 H 3"_s << u"H001>3 H002"_s
            << u"H001>3 H002"_s << u"open"_s;
        QTest::newRow("called") << u"issue H|call 3"_s << QString() << QString()
                                << u"open; H001 called pending"_s;
        QTest::newRow("serving") << u"issue H|call 3|recall 3|start 3"_s << QString() << QString()
                                 << u"open; H001 serving pending; undo H001 for 10"_s;
        QTest::newRow("on hold, and can be undone")
            << u"issue H|call 3|start 3|hold 3 photocopy"_s << QString() << QString()
            << u"open; held H001 photocopy; undo H001 for 10"_s;
        QTest::newRow("too late to undo") << u"issue H|call 3|start 3|hold 3|wait 11"_s << QString()
                                          << QString() << u"open; held H001 "_s;
        QTest::newRow("held elsewhere")
            << u"issue H|call 1|hold 1"_s << QString() << QString() << u"open"_s;
        QTest::newRow("missed here and elsewhere")
            << u"issue H|issue H|issue C|call 1|no-show 1|wait 1|call 3|no-show 3|wait 4"_s
            << u"C001"_s << u"C001"_s
            << u"open; missed H002 at 3, H001 at 1; undo H002 for 6; "
               "day 0 1"_s;
        QTest::newRow("served")
            << u"issue H|issue H|call 3|start 3|wait 60|finish 3|call 3|start 3|"
               "wait 120|finish 3|wait 11"_s
            << QString() << QString() << u"open; day 2 0 of 90"_s;
        QTest::newRow("on a break")
            << u"break 3 meeting"_s << QString() << QString() << u"break meeting"_s;
        QTest::newRow("nobody signed in")
            << u"out 3|issue H"_s << u"H001"_s << u"H001"_s << u"closed"_s;
        QTest::newRow("taken over by another")
            << u"issue H|call 3|start 3|wait 60|take 3 CB05"_s << QString() << QString()
            << u"open; H001 serving pending"_s;
        QTest::newRow("a day has passed")
            << u"issue H|issue H|call 3|no-show 3|close|open 2026-03-03"_s << QString() << QString()
            << u"closed"_s;
    }

    void whatCounterThreeShows()
    {
        QFETCH(QString, script);
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|in 3 CB03|in 4 CB04|"_s + script);
        const auto overview = readCounter(*branch, branch.clock(), 3);
        VERIFY_RESULT(overview);
        QTEST(lineOf(overview->mine), "mine");
        QTEST(lineOf(overview->branch), "branch");
        QTEST(restOf(*overview), "rest");
    }

    void aWaitingTicketSaysNoMoreThanItMay()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01"_s);
        const auto issued = issueTicket(
            *branch, branch.next(),
            {.group = {}, .procedure = u"1.001193"_s, .priority = u"elderly"_s, .kiosk = 2});
        VERIFY_RESULT(issued);
        const auto overview = readCounter(*branch, branch.clock(), 1);
        VERIFY_RESULT(overview);
        QCOMPARE(overview->staff, u"CB01"_s);
        QCOMPARE(overview->staffName, u"Nguyễn Thị CB01"_s);
        QCOMPARE(overview->permissions, QStringList{CallChosenPermission});
        QCOMPARE(overview->groups, QStringList{u"H"_s});
        QCOMPARE(overview->day.since, branch.clock().toMSecsSinceEpoch());
        const WaitingTicket &ticket = overview->mine.front();
        QCOMPARE(ticket.procedureName.vi, u"Đăng ký khai sinh"_s);
        QCOMPARE(ticket.priorityName.en, u"Older person"_s);
        QCOMPARE(ticket.kiosk, 2);
        QCOMPARE(ticket.arrivedAt, issued->arrivedAt);
    }

    void timeAwayIsNeitherInTheTimerNorInTheAverage_data()
    {
        QTest::addColumn<QString>("script"); // H001 waits
        QTest::addColumn<qint64>("present"); // s
        QTest::addColumn<int>("calls");
        QTest::addColumn<qint64>("average"); // s, once that is finished
        const auto row = [](const char *name, const QString &script, qint64 present, int calls,
                            qint64 average) {
            QTest::newRow(name) << script << present << calls << average;
        };
        row("called", u"call 1|wait 30"_s, 30, 1, 30);
        row("recalled", u"call 1|wait 30|recall 1|wait 5"_s, 35, 2, 35);
        row("on hold while called", u"call 1|wait 30|hold 1|wait 600|resume 1|wait 5"_s, 35, 1, 35);
        row("on hold while served", u"call 1|start 1|wait 30|hold 1|wait 600|resume 1|wait 5"_s, 35,
            1, 35);
        row("missed and back in line",
            u"call 1|wait 10|recall 1|wait 10|no-show 1|wait 3600|reinstate H001|call 1|wait 7"_s,
            27, 1, 27);
        row("from hold back into the line",
            u"call 1|start 1|wait 10|hold 1|wait 60|reinstate H001|wait 60|call 1|wait 7"_s, 17, 1,
            17);
        row("a finish taken back", u"call 1|wait 10|finish 1|wait 5|undo 1|wait 7"_s, 22, 1, 22);
        row("a finish taken back to hold", // H002 was there for 5 s
            u"call 1|wait 10|finish 1|call 1|wait 5|undo 1|finish 1|wait 60|resume 1|wait 7"_s, 17,
            1, 11);
    }

    void timeAwayIsNeitherInTheTimerNorInTheAverage()
    {
        QFETCH(QString, script);
        QFETCH(qint64, present);
        QFETCH(int, calls);
        QFETCH(qint64, average);
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|issue H|issue H|"_s + script);
        auto overview = readCounter(*branch, branch.clock(), 1);
        VERIFY_RESULT(overview);
        QVERIFY(overview->current);
        QCOMPARE(overview->current->presentMs(overview->hall.branchNow), present * 1000);
        QCOMPARE(overview->current->ticket.calls, calls);
        branch.play(u"finish 1"_s);
        overview = readCounter(*branch, branch.clock(), 1);
        VERIFY_RESULT(overview);
        QCOMPARE(overview->day.averageServiceMs, average * 1000);
        QCOMPARE(branch.faults(), QString());
    }

    void unknownCounterIsRefused()
    {
        test::TestBranch branch;
        QCOMPARE(test::outcome(readCounter(*branch, branch.clock(), 99)), u"unknown_counter 99"_s);
    }

    void theHallIsHeardWhileADeviceSpeaks()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01"_s);
        const auto isHeard = [&branch] {
            const auto overview = readCounter(*branch, branch.clock(), 1);
            return overview && overview->hallIsHeard;
        };
        QVERIFY(!isHeard());
        VERIFY_RESULT(
            nextAnnouncement(*branch, {u"board-1"_s, QUuid::createUuid()}, branch.clock()));
        QVERIFY(isHeard());
        branch.wait(30);
        QVERIFY(!isHeard());
    }

    void reminderReachesTheCounterOnItsBreakAlone()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|in 3 CB03|break 3 rest"_s);
        VERIFY_RESULT(raiseHelp(*branch, 2, HelpReason::Citizen, branch.clock()));
        VERIFY_RESULT(remindCounter(*branch, 1, branch.clock())); // which is not on a break
        QCOMPARE(alerts(branch, 1), u"help 2 citizen"_s);
        VERIFY_RESULT(remindCounter(*branch, 3, branch.clock()));
        VERIFY_RESULT(remindCounter(*branch, 3, branch.clock()));
        QCOMPARE(alerts(branch, 1), u"help 2 citizen"_s);
        QCOMPARE(alerts(branch, 3), u"help 0 come_back; help 2 citizen"_s);
        branch.play(u"back 3"_s);
        QCOMPARE(alerts(branch, 3), u"help 2 citizen"_s);
        branch.play(u"break 3 rest"_s); // another break
        QCOMPARE(alerts(branch, 3), u"help 2 citizen"_s);
        VERIFY_RESULT(remindCounter(*branch, 3, branch.clock()));
        branch.play(u"out 3|in 3 CB03|break 3 rest"_s);
        QCOMPARE(alerts(branch, 3), u"help 2 citizen"_s);
    }

    void devicesAndCallsForHelpReachTheCounters()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01"_s);
        const QString head = branch.value(u"SELECT head_hash FROM branch"_s);
        VERIFY_RESULT(reportDevice(
            *branch, {.kind = DeviceKind::Board, .state = DeviceState::NoSound, .volume = 60},
            branch.clock()));
        branch.wait(5);
        VERIFY_RESULT(reportDevice(
            *branch,
            {.kind = DeviceKind::Kiosk, .number = 2, .state = DeviceState::PaperOut, .volume = 900},
            branch.clock()));
        const auto first = raiseHelp(*branch, 2, HelpReason::PaperOut, branch.clock());
        VERIFY_RESULT(first);
        QCOMPARE(raiseHelp(*branch, 2, HelpReason::PaperOut, branch.clock()), first);
        VERIFY_RESULT(raiseHelp(*branch, 1, HelpReason::Citizen, branch.clock()));
        QCOMPARE(alerts(branch),
                 u"kiosk 2 paper_out 100 0; board 1 no_sound 60 5; help 2 paper_out; "
                 "help 1 citizen"_s);

        VERIFY_RESULT(acknowledgeHelp(*branch, *first, branch.clock()));
        VERIFY_RESULT(acknowledgeHelp(*branch, *first, branch.clock()));
        VERIFY_RESULT(reportDevice(
            *branch, {.kind = DeviceKind::Board, .state = DeviceState::Ok, .volume = 60},
            branch.clock()));
        QCOMPARE(alerts(branch), u"kiosk 2 paper_out 100 0; board 1 ok 60 0; help 1 citizen"_s);
        const auto again = raiseHelp(*branch, 2, HelpReason::PaperOut, branch.clock());
        VERIFY_RESULT(again);
        QVERIFY(*again != *first);
        QCOMPARE(branch.value(u"SELECT head_hash FROM branch"_s), head); // no events

        branch.play(u"close"_s);
        QCOMPARE(alerts(branch), u"kiosk 2 paper_out 100 0; board 1 ok 60 0"_s);
        QCOMPARE(branch.faults(), QString());
    }

private:
    static QString lineOf(const std::vector<WaitingTicket> &line)
    {
        QStringList told;
        for (const WaitingTicket &ticket : line) {
            told.append(ticket.ticket.toString() + (ticket.priority.isEmpty() ? u""_s : u"!"_s)
                        + (ticket.forCounter == 0 ? u""_s : u">%1"_s.arg(ticket.forCounter)));
        }
        return told.join(u' ');
    }

    static QString restOf(const CounterOverview &overview)
    {
        QStringList told{overview.presence == Presence::Open ? u"open"_s
                         : overview.presence == Presence::Closed
                             ? u"closed"_s
                             : u"break "_s + overview.breakReason};
        if (overview.current) {
            told.append(u"%1 %2 %3"_s.arg(overview.current->ticket.ticket.toString(),
                                          word(overview.current->state),
                                          word(overview.current->announcement)));
        }
        for (const HeldTicket &held : overview.held) {
            told.append(u"held %1 %2"_s.arg(held.ticket.ticket.toString(), held.reason));
        }
        QStringList missed;
        for (const MissedTicket &one : overview.missed) {
            missed.append(u"%1 at %2"_s.arg(one.ticket.ticket.toString()).arg(one.counter));
        }
        if (!missed.isEmpty()) {
            told.append(u"missed "_s + missed.join(u", "_s));
        }
        if (overview.undoable) {
            told.append(u"undo %1 for %2"_s.arg(overview.undoable->ticket.toString())
                            .arg((overview.undoable->until - overview.hall.branchNow) / 1000));
        }
        const MyDay &day = overview.day;
        if (day.served + day.noShows > 0) {
            told.append(u"day %1 %2"_s.arg(day.served).arg(day.noShows)
                        + (day.averageServiceMs == 0
                               ? QString()
                               : u" of %1"_s.arg(day.averageServiceMs / 1000)));
        }
        return told.join(u"; "_s);
    }

    static QString alerts(const test::TestBranch &branch, int counter = 1)
    {
        const auto overview = readCounter(*branch, branch.clock(), counter);
        if (!overview) {
            return test::outcome(overview);
        }
        QStringList told;
        for (const Device &device : overview->devices) {
            told.append(u"%1 %2 %3 %4 %5"_s.arg(word(device.kind))
                            .arg(device.number)
                            .arg(word(device.state))
                            .arg(device.volume)
                            .arg((overview->hall.branchNow - device.seenAt) / 1000));
        }
        for (const HelpRequest &help : overview->help) {
            told.append(u"help %1 %2"_s.arg(help.kiosk).arg(word(help.reason)));
        }
        return told.join(u"; "_s);
    }
};

QTEST_GUILESS_MAIN(CounterOverviewTest)

#include "counteroverviewtest.moc"
