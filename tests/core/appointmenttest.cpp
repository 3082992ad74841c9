// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/appointment.h"

#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

class AppointmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRead_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("bookings");
        const QString one = u"2 A-1 H 2026-03-02 08:30 0912345678 099190000001"_s;
        QTest::newRow("commas") << QByteArray("code,group,date,time,phone,id\n"
                                              "a-1,h,2026-03-02,08:30,0912345678,099190000001\n")
                                << one;
        QTest::newRow("semicolons, a byte order mark and carriage returns")
            << QByteArray("\xEF\xBB\xBF"
                          "code;group;date;time;phone;id\r\n"
                          "A-1;H;02/03/2026;8:30;+84 912 345 678;099 190 000 001\r\n")
            << one;
        QTest::newRow("another order, quotes and an empty line")
            << QByteArray("ID;Phone;Time;Date;Group;Code\n"
                          "\"099190000001\";0912.345.678;08:30;2/3/2026;\" H\";\"A-1\"\n\n")
            << one;
        QTest::newRow("neither phone nor ID")
            << QByteArray("code,group,date,time\nA-1,H,2026-03-02,08:30")
            << u"2 A-1 H 2026-03-02 08:30  "_s;
        QTest::newRow("a procedure")
            << QByteArray("code,group,procedure,date,time\nA-1,H,1.001193,2026-03-02,08:30")
            << u"2 A-1 H/1.001193 2026-03-02 08:30  "_s;
        QTest::newRow("no bookings") << QByteArray("code,group,date,time\n") << QString();
    }

    void whatIsRead()
    {
        QFETCH(QByteArray, csv);
        const BookingReading reading = readBookings(csv);
        QCOMPARE(faultsOf(reading), QString());
        QStringList told;
        for (const Booking &booking : reading.bookings) {
            told.append(
                u"%1 %2 %3 %4 %5 %6 %7"_s.arg(booking.line)
                    .arg(booking.code,
                         booking.group
                             + (booking.procedure.isEmpty() ? QString() : u'/' + booking.procedure),
                         booking.at.date.toString(Qt::ISODate),
                         booking.at.time.toString(u"HH:mm"_s), booking.phone, booking.id));
        }
        QTEST(told.join(u'|'), "bookings");
    }

    void everyFaultIsNamedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("faults");
        const QByteArray header("code,group,date,time,phone,id\n");
        const auto row = [&header](const char *name, const char *lines, const QString &faults) {
            QTest::newRow(name) << header + lines << faults;
        };
        QTest::newRow("nothing") << QByteArray() << u"1  empty"_s;
        QTest::newRow("not UTF-8") << QByteArray("code,group\n\xFF\xFE") << u"1  malformed"_s;
        QTest::newRow("columns missing")
            << QByteArray("code,date\n") << u"1 group missing_column|1 time missing_column"_s;
        QTest::newRow("columns unknown and twice")
            << QByteArray("code,group,date,time,name,code\n")
            << u"1 name unknown_column|1 code unknown_column"_s;
        row("an open quote", "\"A-1,H,2026-03-02,08:30,,\n", u"2  malformed"_s);
        row("a column too few", "A-1,H,2026-03-02,08:30,\n", u"2  wrong_count"_s);
        row("all of a line", "?,HH,2026-02-30,25:00,12,34\n",
            u"2 code bad_code|2 group bad_group|2 date bad_date|2 time bad_time|2 phone bad_phone|"
            "2 id bad_id"_s);
        row("all empty", ",,,,,\n", u"2 code empty|2 group empty|2 date empty|2 time empty"_s);
        row("two lines", "A-1,1,2026-03-02,08:30,,\nA-2,H,x,08:30,,\n",
            u"2 group bad_group|3 date bad_date"_s);
        row("a code twice", "A-1,H,2026-03-02,08:30,,\n\na-1,H,2026-03-02,09:00,,\n",
            u"4 code duplicate"_s);
        row("letters in a phone", "A-1,H,2026-03-02,08:30,09x2345678,\n", u"2 phone bad_phone"_s);
        row("an ID of eleven digits", "A-1,H,2026-03-02,08:30,,09919000001\n", u"2 id bad_id"_s);
        QTest::newRow("too long") << header + "A-1,H,2026-03-02,08:30,," + QByteArray(101, '1')
                                  << u"2 id too_long"_s;
    }

    void everyFaultIsNamedWithItsLine()
    {
        QFETCH(QByteArray, csv);
        QTEST(faultsOf(readBookings(csv)), "faults");
    }

    void faultsAreNotWithoutEnd()
    {
        QByteArray csv("code,group,date,time\n");
        for (int i = 0; i < 2000; ++i) {
            csv += ",,,\n";
        }
        QCOMPARE(readBookings(csv).faults.size(), size_t{1000});
    }

    void phonesAreComparedByTheirDigits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("digits");
        QTest::newRow("plain") << u"0912345678"_s << u"0912345678"_s;
        QTest::newRow("abroad") << u"+84912345678"_s << u"0912345678"_s;
        QTest::newRow("abroad without plus") << u"84912345678"_s << u"0912345678"_s;
        QTest::newRow("dots") << u"091.234.5678"_s << u"0912345678"_s;
        QTest::newRow("landline") << u"(024) 3825-3536"_s << u"02438253536"_s;
        QTest::newRow("too short") << u"091234567"_s << QString();
        QTest::newRow("a personal ID") << u"099190000001"_s << QString();
        QTest::newRow("not a number") << u"H042"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void phonesAreComparedByTheirDigits()
    {
        QFETCH(QString, text);
        QTEST(phoneDigits(text), "digits");
    }

private:
    static QString faultsOf(const BookingReading &reading)
    {
        QStringList told;
        for (const BookingFault &fault : reading.faults) {
            told.append(u"%1 %2 %3"_s.arg(fault.line).arg(fault.column, fault.problem));
        }
        return told.join(u'|');
    }
};

QTEST_GUILESS_MAIN(AppointmentTest)

#include "appointmenttest.moc"
