// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/offlinetickets.h"
#include "operations/appointments.h"
#include "operations/backup.h"
#include "operations/dailyreport.h"
#include "operations/hall.h"
#include "support/testbranch.h"

#include <QSet>

using namespace motcua;
using namespace Qt::StringLiterals;

/// Lines H, C with 1–999 and N with 101–103; counters 1 and 4 serve H.
class OfflineTicketsTest : public QObject
{
    Q_OBJECT

private:
    test::TestBranch *m_branch = nullptr;
    std::unique_ptr<test::TestBranch> m_owned;

    /// "H980–H999"
    [[nodiscard]] QString lease(const QString &group, int kiosk = 1,
                                const QUuid &id = QUuid::createUuid())
    {
        const auto lease = leaseNumbers(**m_branch, m_branch->next(id), kiosk, group);
        return lease ? u"%1%2–%3"_s.arg(lease->group).arg(lease->first).arg(lease->last)
                     : test::outcome(lease);
    }
    [[nodiscard]] OfflineTicket given(const QString &number, qint64 secondsAgo, int kiosk = 1) const
    {
        return {.id = QUuid::createUuid(),
                .wish = QUuid::createUuid(),
                .number = TicketNumber::fromString(number).value(),
                .date = test::Monday,
                .kiosk = kiosk,
                .arrivedAt = m_branch->clock().toMSecsSinceEpoch() - secondsAgo * 1000,
                .token = u"abcdefghijklmnop"_s};
    }
    /// The word of why it lapsed, "waits" when it did not.
    [[nodiscard]] QString tell(const OfflineTicket &ticket)
    {
        const auto told = tellTicket(**m_branch, m_branch->next(ticket.id), ticket);
        return !told ? test::outcome(told) : told->lapsed.isEmpty() ? u"waits"_s : told->lapsed;
    }

private Q_SLOTS:
    void init()
    {
        m_owned = std::make_unique<test::TestBranch>();
        m_branch = m_owned.get();
    }
    void cleanup() { m_owned.reset(); }

    void aKioskTakesNumbersFromTheEnd()
    {
        QCOMPARE(lease(u"H"_s), u"day_not_open"_s);
        QCOMPARE(m_branch->play(u"open|issue H"_s), u"H001 after 0"_s);
        const QUuid id = QUuid::createUuid();
        QCOMPARE(lease(u"H"_s, 1, id), u"H980–999"_s);
        QCOMPARE(lease(u"H"_s, 1, id), u"H980–999"_s); // sent again
        QCOMPARE(lease(u"H"_s, 2), u"H960–979"_s);
        QCOMPARE(lease(u"C"_s, 2), u"C980–999"_s);
        QCOMPARE(m_branch->play(u"issue H"_s), u"H002 after 1"_s); // as if nothing had been
        QCOMPARE(lease(u"Q"_s), u"unknown_group Q"_s);
        QCOMPARE(lease(u"H"_s, 0), u"invalid_input kiosk"_s);
        QCOMPARE(m_branch->faults(), QString());
        // Nobody gave one: that is no fault, and the day says how many.
        QCOMPARE(m_branch->play(u"close"_s), u"2026-03-02 closed 2"_s);
        const QString facts =
            m_branch->value(u"SELECT %1 FROM event WHERE kind = 'day_closed'"_s.arg(
                test::jsonValue(u"body"_s, u"unused"_s)));
        QCOMPARE(facts, u"60"_s);
        QCOMPARE(m_branch->faults(), QString());
        QCOMPARE(m_branch->play(u"wait 86400|open"_s), u"2026-03-03 open 0"_s);
        QCOMPARE(lease(u"H"_s), u"H980–999"_s); // a new day
        QCOMPARE(m_branch->faults(), QString());
    }

    void aShortRangeIsShared()
    {
        QCOMPARE(m_branch->play(u"open"_s), u"2026-03-02 open 0"_s);
        QCOMPARE(lease(u"N"_s), u"N103–103"_s);
        QCOMPARE(lease(u"N"_s), u"N102–102"_s);
        QCOMPARE(lease(u"N"_s), u"series_used_up N"_s);
        QVERIFY(readHall(**m_branch, m_branch->clock()).value().groups[2].takesNumbers);
        QCOMPARE(m_branch->play(u"issue N"_s), u"N101 after 0"_s);
        QVERIFY(!readHall(**m_branch, m_branch->clock()).value().groups[2].takesNumbers);
        QCOMPARE(m_branch->play(u"issue N"_s), u"series_used_up N"_s);
        QCOMPARE(tell(given(u"N102"_s, 10)), u"waits"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void whatWasGivenIsCalledInOrderOfArrival()
    {
        QCOMPARE(m_branch->play(u"open|in 1 CB01"_s), u"CB01 signed_in at 1"_s);
        QCOMPARE(lease(u"H"_s, 1), u"H980–999"_s);
        QCOMPARE(lease(u"H"_s, 2), u"H960–979"_s);
        m_branch->wait(600);
        QCOMPARE(m_branch->play(u"issue H"_s), u"H001 after 0"_s);
        m_branch->wait(60);
        // Two kiosks come back; what they gave meanwhile is told one by one.
        QCOMPARE(tell(given(u"H980"_s, 300)), u"waits"_s);
        QCOMPARE(tell(given(u"H981"_s, 30)), u"waits"_s);
        OfflineTicket elderly = given(u"H960"_s, 0, 2);
        elderly.priority = u"elderly"_s;
        QCOMPARE(tell(elderly), u"waits"_s);
        QCOMPARE(m_branch->faults(), QString());
        for (const QString &number : {u"H960"_s, u"H980"_s, u"H001"_s, u"H981"_s}) {
            QCOMPARE(m_branch->play(u"call 1"_s), number + u" to 1"_s);
            QCOMPARE(m_branch->play(u"start 1|finish 1"_s), number + u" completed at 1"_s);
        }
        QCOMPARE(m_branch->play(u"close"_s), u"2026-03-02 closed 0"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void oneToldTwiceWaitsOnce()
    {
        QCOMPARE(m_branch->play(u"open"_s), u"2026-03-02 open 0"_s);
        QCOMPARE(lease(u"H"_s), u"H980–999"_s);
        const OfflineTicket ticket = given(u"H980"_s, 10);
        QCOMPARE(tell(ticket), u"waits"_s);
        const QByteArray before = m_branch->bytes();
        QCOMPARE(tell(ticket), u"waits"_s);
        QCOMPARE(m_branch->bytes(), before);
        OfflineTicket other = ticket;
        other.number.number = 981;
        QVERIFY(tell(other).startsWith(u"command_id_reused"_s));
        QCOMPARE(m_branch->value(u"SELECT token FROM ticket"_s), ticket.token);
        QCOMPARE(m_branch->faults(), QString());
    }

    void aNumberNobodyHeardOfIsReplaced_data()
    {
        QTest::addColumn<QString>("meanwhile");
        QTest::addColumn<QString>("state");
        QTest::newRow("still waits") << u"issue H"_s << u"cancelled"_s;
        QTest::newRow("is printed") << u"print H001 printed"_s << u"waiting"_s;
        QTest::newRow("was called") << u"in 1 CB01|call 1|no-show 1"_s << u"no_show"_s;
    }

    void aNumberNobodyHeardOfIsReplaced()
    {
        QFETCH(QString, meanwhile);
        QFETCH(QString, state);
        OfflineTicket ticket = given(u"H980"_s, 0);
        QCOMPARE(m_branch->play(u"open"_s), u"2026-03-02 open 0"_s);
        QCOMPARE(lease(u"H"_s), u"H980–999"_s);
        QCOMPARE(m_branch->play(u"issue H"_s, ticket.wish),
                 u"H001 after 0"_s); // the answer is lost
        m_branch->play(meanwhile);
        ticket.arrivedAt = m_branch->clock().toMSecsSinceEpoch();
        QCOMPARE(tell(ticket), u"waits"_s);
        QCOMPARE(m_branch->value(u"SELECT state FROM leg JOIN ticket ON id = ticket_id"
                                 " WHERE number = 1"_s),
                 state);
        QCOMPARE(m_branch->faults(), QString());
        m_branch->play(u"~out 1|close"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void aBookingKeepsItsPlace_data()
    {
        QTest::addColumn<QString>("meanwhile");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isBooked");
        const QString none;
        QTest::newRow("as it was") << none << u"H980"_s << u"HN-1"_s << true;
        QTest::newRow("used at another kiosk") << u"check-in"_s << u"H980"_s << u"HN-1"_s << false;
        QTest::newRow("of another line") << none << u"C980"_s << u"HN-1"_s << false;
        QTest::newRow("unknown by now") << none << u"H980"_s << u"HN-9"_s << false;
        QTest::newRow("the branch gave it a number nobody heard of")
            << u"unheard"_s << u"H980"_s << u"HN-1"_s << true;
    }

    void aBookingKeepsItsPlace()
    {
        QFETCH(QString, meanwhile);
        QFETCH(QString, number);
        QFETCH(QString, code);
        QFETCH(bool, isBooked);
        QCOMPARE(m_branch->play(u"open"_s), u"2026-03-02 open 0"_s);
        VERIFY_RESULT(importAppointments(**m_branch, m_branch->next(),
                                         {{.code = u"HN-1"_s,
                                           .group = u"H"_s,
                                           .procedure = {},
                                           .at = {test::Monday, QTime(7, 45)},
                                           .phone = {},
                                           .id = {}}}));
        QCOMPARE(lease(u"H"_s), u"H980–999"_s);
        QCOMPARE(lease(u"C"_s), u"C980–999"_s);
        m_branch->wait(3600);
        OfflineTicket ticket = given(number, 0);
        ticket.appointment = code;
        if (!meanwhile.isEmpty()) {
            const QUuid id = meanwhile == u"unheard"_s ? ticket.wish : QUuid::createUuid();
            VERIFY_RESULT(checkIn(**m_branch, m_branch->next(id), u"HN-1"_s, 1));
        }
        ticket.arrivedAt = m_branch->clock().toMSecsSinceEpoch();
        QCOMPARE(tell(ticket), u"waits"_s);
        const auto booked = QDateTime(test::Monday, QTime(7, 45), QTimeZone("Asia/Ho_Chi_Minh"));
        const qint64 rank = isBooked ? booked.toMSecsSinceEpoch() : ticket.arrivedAt;
        QCOMPARE(m_branch->value(u"SELECT rank FROM leg JOIN ticket ON id = ticket_id"
                                 " WHERE number = 980 AND state = 'waiting'"_s),
                 QString::number(rank));
        const QByteArray before = m_branch->bytes();
        QCOMPARE(tell(ticket), u"waits"_s); // sent again
        QCOMPARE(m_branch->bytes(), before);
        QCOMPARE(m_branch->faults(), QString());
    }

    void aClockNeitherOvertakesNorComesBeforeTheDay()
    {
        QCOMPARE(m_branch->play(u"open|wait 60|issue H"_s), u"H001 after 0"_s);
        QCOMPARE(lease(u"H"_s), u"H980–999"_s);
        QCOMPARE(tell(given(u"H980"_s, 86'400)), u"waits"_s);
        QCOMPARE(tell(given(u"H981"_s, -86'400)), u"waits"_s);
        const QString opened = m_branch->value(u"SELECT opened_at FROM business_day"_s);
        QCOMPARE(m_branch->value(u"SELECT arrived_at FROM ticket WHERE number = 980"_s), opened);
        QCOMPARE(m_branch->value(u"SELECT arrived_at FROM ticket WHERE number = 981"_s),
                 QString::number(m_branch->clock().toMSecsSinceEpoch()));
        QCOMPARE(m_branch->faults(), QString());
    }

    void aDayThatIsOverLapses()
    {
        const OfflineTicket ticket = given(u"H980"_s, 0);
        QCOMPARE(tell(ticket), u"day_not_open"_s); // not yet: to be told again
        QCOMPARE(m_branch->play(u"open"_s), u"2026-03-02 open 0"_s);
        QCOMPARE(lease(u"H"_s), u"H980–999"_s);
        QCOMPARE(m_branch->play(u"close"_s), u"2026-03-02 closed 0"_s);
        QCOMPARE(tell(ticket), u"day_over"_s);
        QCOMPARE(m_branch->play(u"wait 86400|open"_s), u"2026-03-03 open 0"_s);
        QCOMPARE(tell(given(u"H981"_s, 0)), u"day_over"_s);
        QCOMPARE(m_branch->value(u"SELECT count(*) FROM ticket"_s), u"0"_s);
        QCOMPARE(m_branch->value(u"SELECT lapsed FROM waiting_line"_s), u"2"_s);
        QCOMPARE(reportDay(**m_branch, test::Monday).value().lapsed, 2);
        QCOMPARE(m_branch->faults(), QString());
        VERIFY_RESULT(test::tamper(**m_branch, u"UPDATE waiting_line SET lapsed = 1"_s));
        QVERIFY(!m_branch->faults().isEmpty());
    }

    void whatCannotWaitLapses()
    {
        QCOMPARE(m_branch->play(u"open|issue H"_s), u"H001 after 0"_s);
        QCOMPARE(tell(given(u"H001"_s, 0)), u"number_given"_s);
        OfflineTicket odd = given(u"H980"_s, 0);
        odd.procedure = u"9.99"_s;
        QCOMPARE(tell(odd), u"unknown_procedure"_s);
        QCOMPARE(tell(given(u"Q980"_s, 0)), u"unknown_group"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void anIllLeaseIsFound()
    {
        QCOMPARE(m_branch->play(u"open"_s), u"2026-03-02 open 0"_s);
        QCOMPARE(tell(given(u"H980"_s, 0)), u"waits"_s); // it never took that number
        QVERIFY(m_branch->faults().startsWith(u"number H980 was not leased to that kiosk"_s));
    }

    void aRestoreKeepsWhatKiosksGaveApart()
    {
        ONLY_ON_SQLITE("a server's backups are made by its tools; see branchservertest");
        QCOMPARE(m_branch->play(u"open|issue H"_s), u"H001 after 0"_s);
        const QString backup = m_branch->file(u"backup.db"_s);
        VERIFY_RESULT(backupBranch(**m_branch, backup));
        QCOMPARE(lease(u"H"_s, 1), u"H980–999"_s);
        QCOMPARE(lease(u"H"_s, 2), u"H960–979"_s);
        m_branch->close();
        VERIFY_RESULT(restoreBranch(backup, m_branch->path(), m_branch->next(), {}, {}));
        m_branch->reopen();
        // The first kiosk goes on at once, the second one tells later what it gave.
        QCOMPARE(tell(given(u"H980"_s, 10, 1)), u"waits"_s);
        const QString fresh = lease(u"H"_s, 1);
        QVERIFY2(fresh < u"H940"_s, qPrintable(fresh));
        QCOMPARE(tell(given(u"H960"_s, 20, 2)), u"waits"_s);
        QCOMPARE(m_branch->faults(), QString());
        m_branch->play(u"close"_s);
        QCOMPARE(m_branch->faults(), QString());
    }
};

QTEST_GUILESS_MAIN(OfflineTicketsTest)
#include "offlineticketstest.moc"
