// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/ticketrepository.h"
#include "support/testdatabase.h"

#include <algorithm>

using namespace motcua;
using namespace Qt::StringLiterals;

static const QDate Yesterday = test::Monday.addDays(-3);

class TicketRepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<test::TestDatabase>();
        VERIFY_RESULT(m_database->isUsable());
        VERIFY_RESULT((**m_database)
                          .run(u"INSERT INTO business_day VALUES ('2026-03-02', 1, NULL, 1, 1),"
                               " ('2026-02-27', 1, 2, 1, 1)"_s));
        m_tickets = std::make_unique<TicketRepository>(**m_database);
    }

    void cleanup()
    {
        m_tickets.reset();
        m_database.reset();
    }

    void numbersOfALineRunWithoutAGap()
    {
        for (int i = 0; i < 5; ++i) {
            const auto joined = m_tickets->joinLine(test::Monday, u"N"_s, 101, i);
            VERIFY_RESULT(joined);
            QCOMPARE(joined->number, 101 + i);
            QCOMPARE(joined->waiting, 1 + i);
        }
        QCOMPARE(m_tickets->joinLine(test::Monday, u"H"_s, 1, 9).value().number, 1);
        QCOMPARE(m_tickets->joinLine(Yesterday, u"N"_s, 101, 9).value().number, 101);
        QCOMPARE(m_tickets->joinLine(test::Monday, u"N"_s, 101, 9).value().number, 106);
    }

    void transferIntoALineWithoutNumbersLeavesItsFirstNumberFree()
    {
        VERIFY_RESULT(m_tickets->changeWaiting(test::Monday, u"N"_s, 1, 1));
        QCOMPARE(line(u"N"_s), u"100 1"_s);
        const auto joined = m_tickets->joinLine(test::Monday, u"N"_s, 101, 2).value();
        QCOMPARE(joined.number, 101);
        QCOMPARE(joined.waiting, 2);
        VERIFY_RESULT(m_tickets->changeWaiting(test::Monday, u"N"_s, -1, 3));
        QCOMPARE(line(u"N"_s), u"101 1"_s);
    }

    void numbersJumpToANewRangeButNeverBack()
    {
        VERIFY_RESULT(m_tickets->joinLine(test::Monday, u"H"_s, 1, 1));
        QCOMPARE(m_tickets->joinLine(test::Monday, u"H"_s, 501, 2).value().number, 501);
        QCOMPARE(m_tickets->joinLine(test::Monday, u"H"_s, 1, 3).value().number, 502);
    }

    void fewerThanNobodyIsRefused()
    {
        VERIFY_RESULT(m_tickets->joinLine(test::Monday, u"H"_s, 1, 1));
        VERIFY_RESULT(m_tickets->changeWaiting(test::Monday, u"H"_s, -1, 2));
        QVERIFY(!m_tickets->changeWaiting(test::Monday, u"H"_s, -1, 3));
    }

    void skippedNumbersAreNotGiven()
    {
        VERIFY_RESULT(m_tickets->joinLine(test::Monday, u"H"_s, 1, 1));
        VERIFY_RESULT(m_tickets->skipNumbers(test::Monday, 50, 2));
        QCOMPARE(m_tickets->joinLine(test::Monday, u"H"_s, 1, 3).value().number, 52);
        QCOMPARE(m_tickets->joinLine(test::Monday, u"N"_s, 101, 4).value().number, 151);
        QCOMPARE(line(u"C"_s), u"50 0"_s);
        QCOMPARE(line(u"H"_s), u"52 2"_s);
    }

    void everyFieldOfALegComesBack()
    {
        const Ticket ticket = add(1, 0, u"H"_s);
        Leg leg = m_tickets->legsOf(ticket.id).value().front();
        leg.state = LegState::Serving;
        leg.firstCalledAt = 101;
        leg.calledAt = 102;
        leg.startedAt = 103;
        leg.servingSince = 104;
        leg.endedAt = 105;
        leg.serviceMs = 106;
        leg.calls = 7;
        leg.counter = 3;
        leg.staff = u"CB02"_s;
        VERIFY_RESULT(m_tickets->update(leg, 9));
        QVERIFY(m_tickets->legsOf(ticket.id).value().front() == leg);
        QVERIFY(m_tickets->atCounter(3).value().value() == leg);
        QVERIFY(m_tickets->legsOf(test::Monday).value() == std::vector{leg});
        QVERIFY(m_tickets->legsOf(Yesterday).value().empty());
    }

    void everyFieldOfATicketComesBack()
    {
        const Ticket ticket{.id = QUuid::createUuid(),
                            .number = {u'C', 42},
                            .businessDate = test::Monday,
                            .arrivedAt = 1'772'411'400'123,
                            .priority = u"elderly"_s,
                            .procedure = u"1.001193"_s,
                            .printState = u"pending"_s};
        VERIFY_RESULT(m_tickets->insert(ticket, 1));
        const auto found = m_tickets->find(test::Monday, {u'C', 42}).value();
        QVERIFY(found);
        QCOMPARE(found->id, ticket.id);
        QCOMPARE(found->number, ticket.number);
        QCOMPARE(found->businessDate, ticket.businessDate);
        QCOMPARE(found->arrivedAt, ticket.arrivedAt);
        QCOMPARE(found->priority, ticket.priority);
        QCOMPARE(found->procedure, ticket.procedure);
        QCOMPARE(found->printState, ticket.printState);
        QVERIFY(!m_tickets->find(test::Monday, {u'C', 43}).value());
        QVERIFY(!m_tickets->find(test::Monday, {u'H', 42}).value());
        QVERIFY(!m_tickets->find(Yesterday, {u'C', 42}).value());
        QCOMPARE(m_tickets->ticketsOf(test::Monday).value().size(), size_t{1});
    }

    void nextIsTheSmallestRankOfTheLinesServed_data()
    {
        QTest::addColumn<QString>("waiting"); // number:rank, in the order they came
        QTest::addColumn<int>("counter");
        QTest::addColumn<QString>("next");
        QTest::newRow("nobody") << u""_s << 1 << u"nobody"_s;
        QTest::newRow("first come") << u"H1:10 H2:20"_s << 1 << u"H001"_s;
        QTest::newRow("a smaller rank that came later") << u"H1:10 H2:5"_s << 1 << u"H002"_s;
        QTest::newRow("a tie goes to who came first") << u"H2:10 H1:10"_s << 1 << u"H002"_s;
        QTest::newRow("another line is not ours") << u"C1:1 H1:10"_s << 1 << u"H001"_s;
        QTest::newRow("only another line") << u"C1:1"_s << 1 << u"nobody"_s;
        QTest::newRow("two lines, the second first") << u"H1:10 C1:9"_s << 3 << u"C001"_s;
        QTest::newRow("two lines, a tie") << u"C1:10 H1:10"_s << 3 << u"C001"_s;
        QTest::newRow("a negative rank") << u"H1:0 C1:-5"_s << 3 << u"C001"_s;
        QTest::newRow("counter nobody knows") << u"H1:10"_s << 99 << u"nobody"_s;
    }

    void nextIsTheSmallestRankOfTheLinesServed()
    {
        QFETCH(QString, waiting);
        QFETCH(int, counter);
        QFETCH(QString, next);
        int arrival = 0;
        for (const QString &word : waiting.split(u' ', Qt::SkipEmptyParts)) {
            add(word.section(u':', 0, 0).sliced(1).toInt(), word.section(u':', 1).toInt(),
                word.left(1), ++arrival);
        }
        const auto leg = m_tickets->nextFor(counter);
        VERIFY_RESULT(leg);
        QCOMPARE(*leg ? (*leg)->number.toString() : u"nobody"_s, next);
    }

    void onlyWaitingLegsAreNext()
    {
        const Ticket first = add(1, 1, u"H"_s);
        add(2, 2, u"H"_s);
        Leg leg = m_tickets->legsOf(first.id).value().front();
        for (const LegState state :
             {LegState::Held, LegState::Completed, LegState::NoShow, LegState::Cancelled,
              LegState::Expired, LegState::Undone, LegState::Transferred}) {
            leg.state = state;
            VERIFY_RESULT(m_tickets->update(leg, 1));
            QCOMPARE(m_tickets->nextFor(1).value().value().number.toString(), u"H002"_s);
            QVERIFY(!m_tickets->atCounter(1).value());
        }
    }

    void peopleBehindAreCountedWithTies()
    {
        add(1, 10, u"H"_s, 1);
        add(2, 10, u"H"_s, 2);
        add(3, 20, u"H"_s, 3);
        add(1, 30, u"C"_s, 4);
        QCOMPARE(m_tickets->waitingBehind(u"H"_s, 10, 1).value(), 2);
        QCOMPARE(m_tickets->waitingBehind(u"H"_s, 10, 2).value(), 1);
        QCOMPARE(m_tickets->waitingBehind(u"H"_s, 20, 3).value(), 0);
        QCOMPARE(m_tickets->waitingBehind(u"H"_s, 0, 9).value(), 3);
    }

    void heldComeLatestFirst()
    {
        qint64 seq = 10;
        for (const int number : {1, 2, 3}) {
            Leg leg = m_tickets->legsOf(add(number, number, u"H"_s).id).value().front();
            leg.state = LegState::Held;
            leg.counter = number == 3 ? 2 : 1;
            leg.staff = u"CB01"_s;
            VERIFY_RESULT(m_tickets->update(leg, ++seq));
        }
        const auto held = m_tickets->heldAt(test::Monday, 1).value();
        QCOMPARE(held.size(), size_t{2});
        QCOMPARE(held.front().number.toString(), u"H002"_s);
        QVERIFY(m_tickets->heldAt(Yesterday, 1).value().empty());
        QVERIFY(m_tickets->busyCounters().value().empty());
    }

    void closingExpiresWhoWaitsOrIsOnHoldToday()
    {
        VERIFY_RESULT(m_tickets->joinLine(test::Monday, u"H"_s, 1, 1));
        add(1, 1, u"H"_s);
        Leg held = m_tickets->legsOf(add(2, 2, u"H"_s).id).value().front();
        held.state = LegState::Held;
        VERIFY_RESULT(m_tickets->update(held, 1));
        Leg served = m_tickets->legsOf(add(3, 3, u"H"_s).id).value().front();
        served.state = LegState::Completed;
        served.endedAt = 55;
        VERIFY_RESULT(m_tickets->update(served, 1));

        QCOMPARE(m_tickets->expireAll(Yesterday, 99, 2).value(), 0);
        QCOMPARE(m_tickets->expireAll(test::Monday, 99, 2).value(), 2);
        QCOMPARE(m_tickets->expireAll(test::Monday, 99, 2).value(), 0);
        QCOMPARE(line(u"H"_s), u"1 0"_s);
        QCOMPARE(m_tickets->legsOf(held.ticket).value().front().endedAt, qint64{99});
        QVERIFY(m_tickets->legsOf(served.ticket).value().front() == served);
    }

private:
    Ticket add(int number, qint64 rank, const QString &group, qint64 arrival = 0)
    {
        const Ticket ticket{.id = QUuid::createUuid(),
                            .number = {group.front().unicode(), number},
                            .businessDate = test::Monday,
                            .arrivedAt = 1,
                            .priority = {},
                            .procedure = {},
                            .printState = u"pending"_s};
        const Leg leg{.ticket = ticket.id,
                      .number = ticket.number,
                      .businessDate = ticket.businessDate,
                      .group = group,
                      .rank = rank,
                      .arrivalSeq = arrival,
                      .queuedAt = 1,
                      .staff = {}};
        const auto stored = m_tickets->insert(ticket, 1);
        const auto queued = m_tickets->insert(leg, 1);
        Q_ASSERT(stored && queued);
        return ticket;
    }

    /// "52 2": the last number given and how many wait.
    [[nodiscard]] QString line(const QString &group)
    {
        const auto lines = m_tickets->lines(test::Monday).value();
        const auto own = lines.find(group);
        return own == lines.end() ? u"none"_s
                                  : u"%1 %2"_s.arg(own->second.number).arg(own->second.waiting);
    }

    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<TicketRepository> m_tickets;
};

QTEST_GUILESS_MAIN(TicketRepositoryTest)

#include "ticketrepositorytest.moc"
