// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/issueticket.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace Qt::StringLiterals;

class IssueTicketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numberAndPeopleAheadAreTold_data()
    {
        QTest::addColumn<QString>("script"); // on an open day with CB01 at counter 1
        QTest::addColumn<QString>("outcome");
        QTest::newRow("first of the day") << u"issue H"_s << u"H001 after 0"_s;
        QTest::newRow("third") << u"issue H|issue H|issue H"_s << u"H003 after 2"_s;
        QTest::newRow("another line is not ahead") << u"issue H|issue C"_s << u"C001 after 0"_s;
        QTest::newRow("who is called is not ahead")
            << u"issue H|call 1|issue H"_s << u"H002 after 0"_s;
        QTest::newRow("who gave his number back is not ahead")
            << u"issue H|issue H|cancel H001|issue H"_s << u"H003 after 1"_s;
        QTest::newRow("a head start overtakes who came less than it before")
            << u"issue H|wait 1199|issue H elderly"_s << u"H002 after 0"_s;
        QTest::newRow("a head start as long as the wait ties, and a tie goes to who came first")
            << u"issue H|wait 1200|issue H elderly"_s << u"H002 after 1"_s;
        QTest::newRow("a head start overtakes nobody who waited longer than it")
            << u"issue H|wait 1201|issue H elderly"_s << u"H002 after 1"_s;
        QTest::newRow("a head start overtakes some")
            << u"issue H|wait 900|issue H|wait 600|issue H elderly"_s << u"H003 after 1"_s;
        QTest::newRow("the longer head start first")
            << u"issue H pregnant|issue H elderly"_s << u"H002 after 0"_s;
        QTest::newRow("ordinary behind a head start")
            << u"issue H elderly|wait 60|issue H"_s << u"H002 after 1"_s;
        QTest::newRow("a clock set back lets nobody overtake")
            << u"issue H|wait -7200|issue H|issue H"_s << u"H003 after 2"_s;
        QTest::newRow("a range of the branch's own") << u"issue N"_s << u"N101 after 0"_s;
        QTest::newRow("last of its range") << u"issue N|issue N|issue N"_s << u"N103 after 2"_s;
        QTest::newRow("range used up")
            << u"issue N|issue N|issue N|issue N"_s << u"series_used_up N"_s;
        QTest::newRow("who was transferred in is ahead")
            << u"issue H|call 1|start 1|transfer 1 C|issue C"_s << u"C001 after 1"_s;
    }

    void numberAndPeopleAheadAreTold()
    {
        QFETCH(QString, script);
        QFETCH(QString, outcome);
        test::TestBranch branch;
        QCOMPARE(branch.play(u"open|in 1 CB01|"_s + script), outcome);
        QCOMPARE(branch.faults(), QString());
    }

    void peopleAheadAreThoseCalledBefore()
    {
        // Whatever was promised, a counter that calls until it is the new one's turn proves it.
        test::TestBranch branch;
        QCOMPARE(branch.play(u"open|in 1 CB01"_s), u"CB01 signed_in at 1"_s);
        const QStringList classes{u""_s, u" pregnant"_s, u""_s, u" elderly"_s, u""_s, u""_s};
        for (int round = 0; round < 12; ++round) {
            QString issued;
            for (int i = 0; i < 3; ++i) {
                issued = branch.play(u"wait 250|issue H"_s + classes[(round * 3 + i) % 6]);
            }
            const QString own = issued.left(4);
            int ahead = issued.section(u' ', 2).toInt();
            if (round % 3 != 2) {
                continue; // let a line build up
            }
            while (branch.play(u"call 1"_s) != own + u" to 1"_s) {
                branch.play(u"start 1|finish 1"_s);
                QVERIFY(--ahead >= 0);
            }
            QCOMPARE(ahead, 0);
            branch.play(u"start 1|finish 1"_s);
        }
    }

    void whatIsNotThereIsRefused_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("procedure");
        QTest::addColumn<QString>("priority");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("group") << u"Q"_s << u""_s << u""_s << u"unknown_group Q"_s;
        QTest::newRow("small letter") << u"h"_s << u""_s << u""_s << u"unknown_group h"_s;
        QTest::newRow("neither group nor procedure")
            << u""_s << u""_s << u""_s << u"unknown_group"_s;
        QTest::newRow("procedure")
            << u""_s << u"1.999999"_s << u""_s << u"unknown_procedure 1.999999"_s;
        QTest::newRow("procedure of a known group")
            << u"H"_s << u"1.999999"_s << u""_s << u"unknown_procedure 1.999999"_s;
        QTest::newRow("procedure the centre does not take")
            << u""_s << u"9.000001"_s << u""_s << u"unknown_group"_s;
        QTest::newRow("priority") << u"H"_s << u""_s << u"vip"_s << u"unknown_priority vip"_s;
        QTest::newRow("procedure leads to its group") << u""_s << u"1.001193"_s << u""_s << u"ok"_s;
        QTest::newRow("another line by wish") << u"C"_s << u"1.001193"_s << u""_s << u"ok"_s;
        QTest::newRow("the centre's desk for what it does not take")
            << u"C"_s << u"9.000001"_s << u""_s << u"ok"_s;
    }

    void whatIsNotThereIsRefused()
    {
        QFETCH(QString, group);
        QFETCH(QString, procedure);
        QFETCH(QString, priority);
        QFETCH(QString, outcome);
        test::TestBranch branch;
        QCOMPARE(branch.play(u"open"_s), u"2026-03-02 open 0"_s);
        const QByteArray before = branch.bytes();
        const auto issued = issueTicket(*branch, branch.next(), {group, procedure, priority});
        QCOMPARE(test::outcome(issued), outcome);
        if (issued) {
            QCOMPARE(issued->ticket.toString(), (group.isEmpty() ? u"H"_s : group) + u"001"_s);
        } else {
            QCOMPARE(branch.bytes(), before);
        }
    }

    void nothingIsIssuedOnAClosedDay()
    {
        test::TestBranch branch;
        QCOMPARE(branch.play(u"issue H"_s), u"day_not_open"_s);
        QCOMPARE(branch.play(u"open|issue H|close|issue H"_s), u"day_not_open"_s);
    }

    void usedUpSeriesLeavesNothingBehind()
    {
        test::TestBranch branch;
        QCOMPARE(branch.play(u"open|issue N|issue N|issue N"_s), u"N103 after 2"_s);
        const QByteArray before = branch.bytes();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(branch.play(u"issue N"_s), u"series_used_up N"_s);
        }
        QCOMPARE(branch.bytes(), before);
        QCOMPARE(branch.play(u"issue H"_s), u"H001 after 0"_s); // other lines go on
        QCOMPARE(branch.faults(), QString());
    }

    void answerSaysWhatIsPrinted()
    {
        test::TestBranch branch;
        QCOMPARE(branch.play(u"open|wait 90|issue H"_s), u"H001 after 0"_s);
        const QJsonObject answer = branch.answer();
        QCOMPARE(answer["ticket"_L1].toString(), u"H001"_s);
        QCOMPARE(answer["group"_L1].toString(), u"H"_s);
        QCOMPARE(answer["business_date"_L1].toString(), u"2026-03-02"_s);
        QCOMPARE(answer["ahead"_L1].toInt(-1), 0);
        QCOMPARE(answer["issued_at"_L1].toString(), u"2026-03-02T07:31:30+07:00"_s);
        QCOMPARE(answer["id"_L1].toString(), branch.value(u"SELECT id FROM ticket"_s));
        QCOMPARE(branch.value(u"SELECT print_state FROM ticket"_s), u"pending"_s);
    }
};

QTEST_GUILESS_MAIN(IssueTicketTest)

#include "issuetickettest.moc"
