// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/ticketprint.h"
#include "support/testbranch.h"

#include <QRegularExpression>

using namespace motcua;
using namespace Qt::StringLiterals;

class TicketPrintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBecameOfThePaper_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("printed") << u"issue H|print H001 printed"_s << u"H001 printed"_s;
        QTest::newRow("failed, then printed")
            << u"issue H|print H001 failed|print H001 reprinted"_s << u"H001 reprinted"_s;
        QTest::newRow("never pending again")
            << u"issue H|print H001 pending"_s << u"invalid_input pending"_s;
        QTest::newRow("nobody's ticket") << u"print H001 printed"_s << u"unknown_ticket H001"_s;
        QTest::newRow("yesterday's ticket")
            << u"issue H|close|open 2026-03-03|print H001 printed"_s << u"unknown_ticket H001"_s;
        QTest::newRow("day closed") << u"issue H|close|print H001 printed"_s << u"day_not_open"_s;
    }

    void whatBecameOfThePaper()
    {
        QFETCH(QString, script);
        QFETCH(QString, outcome);
        test::TestBranch branch;
        QCOMPARE(branch.play(u"open|"_s + script), outcome);
        QCOMPARE(branch.faults(), QString());
    }

    void aChangedPrintStateIsFound()
    {
        test::TestBranch branch;
        branch.play(u"open|issue H|print H001 failed"_s);
        VERIFY_RESULT((*branch).run(u"UPDATE ticket SET print_state = 'printed'"_s));
        QVERIFY(branch.faults().contains(u"H001: the ticket is not what the events say"_s));
    }

    void aChangedTokenIsFound()
    {
        test::TestBranch branch;
        branch.play(u"open|issue H"_s);
        VERIFY_RESULT((*branch).run(u"UPDATE ticket SET token = 'AAAAAAAAAAAAAAAA'"_s));
        QVERIFY(branch.faults().contains(u"H001: the ticket is not what the events say"_s));
    }

    void paperThatNobodyKnowsOfIsOffered()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01"_s);
        const auto take = [&branch](int kiosk) {
            const auto issued =
                issueTicket(*branch, branch.next(), {.group = u"H"_s, .kiosk = kiosk});
            branch.wait(1);
            return issued ? *issued : IssuedTicket();
        };
        const IssuedTicket called = take(2);
        branch.play(u"call 1"_s);
        const IssuedTicket pending = take(2);
        const IssuedTicket printed = take(2);
        const IssuedTicket failed = take(2);
        const IssuedTicket unknown = take(2); // e1 has told its citizen
        const IssuedTicket newest = take(2);
        const IssuedTicket elsewhere = take(3);
        branch.play(u"print H003 printed|print H004 failed|print H005 unknown"_s);
        QCOMPARE(offered(branch, 2), u"H006 H002"_s);
        QCOMPARE(offered(branch, 3), u"H007"_s);
        QCOMPARE(offered(branch, 1), QString());

        const auto again = pendingPrints(*branch, 2, branch.clock());
        VERIFY_RESULT(again);
        const IssuedTicket &last = again->back();
        QCOMPARE(last.token, pending.token);
        QCOMPARE(last.trackingCode, pending.trackingCode);
        QCOMPARE(last.arrivedAt, pending.arrivedAt);
        QCOMPARE(last.ahead, 0);
        QCOMPARE(last.counters, std::vector<int>{1});

        branch.wait(qint64{30} * 60);
        QCOMPARE(offered(branch, 2), QString());
        QCOMPARE(branch.faults(), QString());
    }

    void theAnswerTellsAllThatIsOnThePaper()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|in 2 CB02|issue H|issue H|call 1|call 2|start 1|start 2|"
                    "wait 600|finish 1|finish 2|issue H|issue H|issue H|call 1|call 2"_s);
        const auto issued = issueTicket(*branch, branch.next(),
                                        {.group = {}, .procedure = u"1.001193"_s, .kiosk = 2});
        VERIFY_RESULT(issued);
        QCOMPARE(issued->ticket.toString(), u"H006"_s);
        QCOMPARE(issued->group, u"H"_s);
        QCOMPARE(issued->procedure, u"1.001193"_s);
        QCOMPARE(issued->kiosk, 2);
        QCOMPARE(issued->ahead, 1);
        QCOMPARE(issued->counters, (std::vector{1, 2}));
        // 4 calls in 20 counter minutes, but 10 minutes of service: 2 turns of 10 at 2 counters.
        QCOMPARE(issued->wait, (WaitRange{5, 15}));
        QCOMPARE(issued->callFrom, QTime(7, 45));
        QCOMPARE(issued->callTo, QTime(7, 55));
        static const QRegularExpression token(u"^[A-Za-z0-9_-]{16}$"_s);
        QVERIFY(token.match(issued->token).hasMatch());

        const IssuedTicket again = IssuedTicket::fromJson(issued->toJson());
        QCOMPARE(again.toJson(), issued->toJson());
        QCOMPARE(again.wait, issued->wait);
        QCOMPARE(again.counters, issued->counters);
    }

    void noTwoTokensAreAlike()
    {
        test::TestBranch branch;
        branch.play(u"open"_s);
        QSet<QString> tokens;
        for (int i = 0; i < 50; ++i) {
            const auto issued = issueTicket(*branch, branch.next(), {.group = u"H"_s});
            VERIFY_RESULT(issued);
            tokens.insert(issued->token);
        }
        QCOMPARE(tokens.size(), qsizetype{50});
    }

    void theChainDoesNotTellTheToken()
    {
        test::TestBranch branch;
        branch.play(u"open"_s);
        const auto issued = issueTicket(*branch, branch.next(), {.group = u"H"_s});
        VERIFY_RESULT(issued);
        const auto events = latestEvents(*branch, 0, 1);
        VERIFY_RESULT(events);
        QVERIFY(!events->front().body.contains(issued->token.toUtf8()));
    }

private:
    static QString offered(const test::TestBranch &branch, int kiosk)
    {
        const auto pending = pendingPrints(*branch, kiosk, branch.clock());
        if (!pending) {
            return test::outcome(pending);
        }
        QStringList numbers;
        for (const IssuedTicket &ticket : *pending) {
            numbers.append(ticket.ticket.toString());
        }
        return numbers.join(u' ');
    }
};

QTEST_GUILESS_MAIN(TicketPrintTest)

#include "ticketprinttest.moc"
