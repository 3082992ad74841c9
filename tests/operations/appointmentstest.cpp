// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/appointments.h"
#include "operations/counteroverview.h"
#include "support/testbranch.h"

#include <algorithm>

using namespace motcua;
using namespace Qt::StringLiterals;

static const QByteArray Bookings("code;group;procedure;date;time;phone;id\n"
                                 "A-1;H;1.001193;2026-03-02;08:00;0912345678;099190000001\n"
                                 "A-2;C;;2026-03-02;07:40;0912345678;\n"
                                 "A-3;H;;2026-03-03;08:00;0987654321;\n"
                                 "A-4;H;;2026-03-01;08:00;0987654322;\n");

class AppointmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkIn_data()
    {
        QTest::addColumn<QStringList>("before"); // keys that checked in before
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("outcome");
        const QStringList nobody;
        QTest::newRow("by code") << nobody << u"A-1"_s << u"H001"_s;
        QTest::newRow("by code, as people type") << nobody << u" a -1 "_s << u"H001"_s;
        QTest::newRow("by phone: the first of the day") << nobody << u"0912 345 678"_s << u"C001"_s;
        QTest::newRow("by phone: the one that is left")
            << QStringList{u"A-2"_s} << u"+84912345678"_s << u"H001"_s;
        QTest::newRow("by personal ID") << nobody << u"099190000001"_s << u"H001"_s;
        QTest::newRow("unknown code") << nobody << u"A-9"_s << u"unknown_appointment A-9"_s;
        QTest::newRow("unknown phone: not told whole")
            << nobody << u"0911111789"_s << u"unknown_appointment …789"_s;
        QTest::newRow("nothing typed") << nobody << u""_s << u"unknown_appointment"_s;
        QTest::newRow("used") << QStringList{u"A-1"_s} << u"A-1"_s << u"appointment_used H001"_s;
        QTest::newRow("used, by personal ID")
            << QStringList{u"A-1"_s} << u"099190000001"_s << u"appointment_used H001"_s;
        QTest::newRow("all of a phone used")
            << QStringList{u"A-1"_s, u"A-2"_s} << u"0912345678"_s << u"appointment_used C001"_s;
        QTest::newRow("tomorrow") << nobody << u"A-3"_s << u"appointment_other_day 2026-03-03"_s;
        QTest::newRow("yesterday, by phone")
            << nobody << u"0987654322"_s << u"appointment_other_day 2026-03-01"_s;
    }

    void checkIn()
    {
        QFETCH(QStringList, before);
        QFETCH(QString, key);
        test::TestBranch branch;
        branch.play(u"open"_s);
        QCOMPARE(take(branch, Bookings), u"4 0 0"_s);
        for (const QString &earlier : before) {
            VERIFY_RESULT(motcua::checkIn(*branch, branch.next(), earlier, 2));
        }
        const auto issued = motcua::checkIn(*branch, branch.next(), key, 2);
        QTEST(issued ? issued->ticket.toString() : test::outcome(issued), "outcome");
        QCOMPARE(branch.faults(), QString());
    }

    void bookedPeopleRankByTheirTime()
    {
        test::TestBranch branch;
        branch.play(u"open|in 3 CB03"_s); // 07:30
        take(branch, Bookings);
        branch.play(u"issue H|wait 900"_s);
        const auto booked = motcua::checkIn(*branch, branch.next(), u"A-2"_s, 1); // for 07:40
        VERIFY_RESULT(booked);
        QCOMPARE(booked->bookedFor, QDateTime({2026, 3, 2}, {0, 40}, Qt::UTC).toMSecsSinceEpoch());
        const auto early = motcua::checkIn(*branch, branch.next(), u"A-1"_s, 1); // for 08:00
        VERIFY_RESULT(early);
        QCOMPARE(early->procedure, u"1.001193"_s);
        branch.play(u"issue H"_s); // 07:45
        const auto overview = readCounter(*branch, branch.clock(), 3);
        VERIFY_RESULT(overview);
        QStringList line;
        for (const WaitingTicket &ticket : overview->mine) {
            line.append(ticket.ticket.toString() + (ticket.bookedFor != 0 ? u"@"_s : u""_s));
        }
        QCOMPARE(line.join(u' '), u"H001 C001@ H003 H002@"_s);
        QCOMPARE(branch.faults(), QString());
    }

    void importingAgainChangesOnlyWhatMayChange()
    {
        test::TestBranch branch;
        branch.play(u"open"_s);
        QCOMPARE(take(branch, Bookings), u"4 0 0"_s);
        QCOMPARE(take(branch, Bookings), u"0 0 4"_s);
        VERIFY_RESULT(motcua::checkIn(*branch, branch.next(), u"A-1"_s, 1));
        const QByteArray later = QByteArray(Bookings).replace("08:00", "09:00");
        QCOMPARE(take(branch, later), u"0 2 2"_s); // A-1 was used
        const auto today = appointmentsOf(*branch, {}, branch.clock());
        VERIFY_RESULT(today);
        QStringList told;
        for (const Appointment &one : *today) {
            told.append(one.code + (one.ticket ? u' ' + one.ticket->toString() : QString()));
        }
        QCOMPARE(told.join(u'|'), u"A-2|A-1 H001"_s);
        QCOMPARE(branch.faults(), QString());
    }

    void whoComesEarlyIsNotPromisedToBeCalledAtOnce()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01"_s); // 07:30
        take(branch, Bookings);
        for (int i = 0; i < 5; ++i) {
            branch.play(u"issue H|call 1|start 1|wait 60|finish 1"_s);
        }
        const auto early = motcua::checkIn(*branch, branch.next(), u"A-1"_s, 1); // for 08:00
        VERIFY_RESULT(early);
        QVERIFY(early->wait && early->wait->toMinutes);
        QCOMPARE(early->wait->fromMinutes, 0);
        QCOMPARE(*early->wait->toMinutes, 25); // others may still come before him
        QCOMPARE(early->callTo, QTime(8, 0));
    }

    void whatTheBranchDoesNotKnowIsRefused()
    {
        test::TestBranch branch;
        const BookingReading reading = readBookings("code,group,procedure,date,time\n"
                                                    "A-1,H,,2026-03-02,08:00\n"
                                                    "A-2,Q,9.9,2026-03-02,08:00\n");
        QVERIFY(!reading.faults.empty()); // 9.9 is no code at all
        const BookingReading unknown = readBookings("code,group,procedure,date,time\n"
                                                    "A-1,H,,2026-03-02,08:00\n"
                                                    "A-2,Q,1.999999,2026-03-02,08:00\n");
        const auto faults = checkBookings(*branch, unknown.bookings);
        VERIFY_RESULT(faults);
        QCOMPARE(faults->size(), size_t{2});
        QCOMPARE(faults->front().line, qsizetype{3});
        QCOMPARE(faults->back().problem, u"unknown_procedure"_s);
        QCOMPARE(test::outcome(importAppointments(*branch, branch.next(), unknown.bookings)),
                 u"invalid_bookings 3"_s);
        QCOMPARE(branch.value(u"SELECT count(*) FROM appointment"_s), u"0"_s);
    }

    void noPhoneAndNoIdIsStored()
    {
        test::TestBranch branch;
        branch.play(u"open"_s);
        take(branch, Bookings);
        static_cast<void>(motcua::checkIn(*branch, branch.next(), u"0912345678"_s, 1));
        static_cast<void>(motcua::checkIn(*branch, branch.next(), u"099190000001"_s, 1));
        const QByteArray bytes = branch.bytes();
        for (const char *number : {"0912345678", "912345678", "099190000001", "0987654321"}) {
            QVERIFY2(!bytes.contains(number), number);
        }
        // Another branch's hashes are others: nothing can be looked up across branches.
        test::TestBranch other;
        take(other, Bookings);
        const QString hash = u"SELECT phone_hash FROM appointment WHERE code = 'A-1'"_s;
        QCOMPARE(branch.value(hash).size(), qsizetype{32});
        QVERIFY(branch.value(hash) != other.value(hash));
    }

    void aChangedBookingIsFound()
    {
        test::TestBranch branch;
        take(branch, Bookings);
        QCOMPARE(branch.faults(), QString());
        VERIFY_RESULT((*branch).run(u"UPDATE appointment SET booked_for = booked_for - 1"_s));
        QCOMPARE(branch.faults(), u"the appointments are not those that were imported"_s);
    }

    void aCheckInSentTwiceIsOne()
    {
        test::TestBranch branch;
        branch.play(u"open"_s);
        take(branch, Bookings);
        const CommandContext context = branch.next();
        const auto first = motcua::checkIn(*branch, context, u"A-1"_s, 2);
        const auto again = motcua::checkIn(*branch, context, u"A-1"_s, 2);
        VERIFY_RESULT(first);
        VERIFY_RESULT(again);
        QCOMPARE(again->toJson(), first->toJson());
        QCOMPARE(branch.value(u"SELECT count(*) FROM ticket"_s), u"1"_s);
    }

private:
    static QString take(const test::TestBranch &branch, const QByteArray &csv)
    {
        const auto answer = importAppointments(*branch, branch.next(), readBookings(csv).bookings);
        return answer ? u"%1 %2 %3"_s.arg(answer->added).arg(answer->changed).arg(answer->unchanged)
                      : test::outcome(answer);
    }
};

QTEST_GUILESS_MAIN(AppointmentsTest)

#include "appointmentstest.moc"
