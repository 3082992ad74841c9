// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/roster.h"

#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

class RosterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeIsTakenAsPeopleTypeIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("time"); // empty: none
        for (const char *typed :
             {"07:30", "7:30", "0730", "730", "7h30", "7H30", "7g30", "7.30", " 7:30 "}) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << u"07:30"_s;
        }
        QTest::newRow("on the hour") << u"13h"_s << u"13:00"_s;
        for (const char *typed :
             {"", "7", "25:00", "7:60", "7:3", "7:", "73", "07300", "bảy giờ", "7:30am"}) {
            QTest::newRow(qPrintable(u"not "_s + QString::fromUtf8(typed)))
                << QString::fromUtf8(typed) << QString();
        }
    }
    void timeIsTakenAsPeopleTypeIt()
    {
        QFETCH(QString, typed);
        QTEST(rosterTime(typed).value_or(QTime()).toString(u"HH:mm"_s), "time");
    }

    void fileIsRead_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("told"); // entries, else faults
        const QByteArray head = "date;staff;counter;starts;agency\n";
        QTest::newRow("whole") << head + "2026-11-20;CB01;3;13:00;Sở Tư pháp\n20/11/2026;CB02;;;\n"
                               << u"2026-11-20 CB01 3 13:00 Sở Tư pháp|2026-11-20 CB02 0  "_s;
        QTest::newRow("short") << QByteArray("staff,date\r\nCB01,2026-11-20\r\n")
                               << u"2026-11-20 CB01 0  "_s;
        QTest::newRow("nobody") << head << QString();
        QTest::newRow("twice a day") << head + "2026-11-20;CB01;1;;\n2026-11-20;CB01;2;;\n"
                                     << u"3 staff duplicate"_s;
        QTest::newRow("on two days") << head + "2026-11-20;CB01;1;;\n2026-11-21;CB01;1;;\n"
                                     << u"2026-11-20 CB01 1  |2026-11-21 CB01 1  "_s;
        QTest::newRow("twice in another case")
            << head + "2026-11-20;CB01;1;;\n2026-11-20;cb01;2;;\n"
            << u"3 staff duplicate"_s;
        QTest::newRow("two at a counter from the same time")
            << head + "2026-11-20;CB01;1;7:30;\n2026-11-20;CB02;1;0730;\n"
            << u"3 counter taken_twice"_s;
        QTest::newRow("one after the other")
            << head + "2026-11-20;CB01;1;7h30;\n2026-11-20;CB02;1;1300;\n"
            << u"2026-11-20 CB01 1 07:30 |2026-11-20 CB02 1 13:00 "_s;
        QTest::newRow("two in the hall") << head + "2026-11-20;CB01;;;\n2026-11-20;CB02;;;\n"
                                         << u"2026-11-20 CB01 0  |2026-11-20 CB02 0  "_s;
        QTest::newRow("what cannot be read is nobody's twice")
            << head + "x;CB01;1;;\nx;CB02;1;;\n2026-11-20;CB03;2;x;\n2026-11-20;CB04;2;y;\n"
            << u"2 date bad_date|3 date bad_date|4 starts bad_time|5 starts bad_time"_s;
        QTest::newRow("no such day") << head + "2026-02-30;CB01;1;;\n" << u"2 date bad_date"_s;
        QTest::newRow("no counter's number") << head + "2026-11-20;CB01;x;;\n"
                                             << u"2 counter bad_counter"_s;
        QTest::newRow("no time") << head + "2026-11-20;CB01;1;25:00;\n" << u"2 starts bad_time"_s;
        QTest::newRow("nobody's line") << head + "2026-11-20;;1;;\n" << u"2 staff empty"_s;
        QTest::newRow("no header") << QByteArray("2026-11-20;CB01\n")
                                   << u"1 2026-11-20 unknown_column|1 CB01 unknown_column|"
                                      "1 date missing_column|1 staff missing_column"_s;
        QTest::newRow("nothing") << QByteArray() << u"1  empty"_s;
        QTest::newRow("too few") << head + "2026-11-20;CB01\n" << u"2  wrong_count"_s;
    }
    void fileIsRead()
    {
        QFETCH(QByteArray, csv);
        const RosterReading reading = readRoster(csv);
        QStringList told;
        for (const FileFault &fault : reading.faults) {
            told.append(u"%1 %2 %3"_s.arg(fault.line).arg(fault.column, fault.problem));
        }
        if (reading.faults.empty()) {
            for (const RosterEntry &entry : reading.entries) {
                told.append(u"%1 %2 %3 %4 %5"_s.arg(entry.date.toString(Qt::ISODate), entry.staff)
                                .arg(entry.counter)
                                .arg(entry.starts.toString(u"HH:mm"_s), entry.agency));
            }
        }
        QTEST(told.join(u'|'), "told");
    }
};

QTEST_APPLESS_MAIN(RosterTest)

#include "rostertest.moc"
