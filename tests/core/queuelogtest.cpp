// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/queuelog.h"
#include "support/outcome.h"

#include <QFile>
#include <QMap>

using namespace motcua;
using namespace Qt::StringLiterals;

static const QDate Tuesday(2020, 1, 7);
static const QByteArray Header = "office,queue_id,queue_name,letter,date,time,"
                                 "service_minutes_published,open_counters,waiting,current_number\n";

static Result<OfficeDay> read(const QByteArray &rows)
{
    return readOfficeDay(Header + rows, u"Office"_s, Tuesday);
}

/// "08:00 +A +A 08:05 -A": who came (+) and who was called (-) when.
static QString told(const OfficeDay &day)
{
    QStringList words;
    QTime time;
    for (const OfficeDay::Step &step : day.steps) {
        if (step.time != time) {
            time = step.time;
            words.append(time.toString(u"HH:mm"_s));
        }
        words.append((step.kind == OfficeDay::Kind::Issue ? u'+' : u'-')
                     + day.queues[step.queue].letter);
    }
    return words.join(u' ');
}

class QueueLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsTellWhoCameAndWhoWasCalled_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("steps");
        QTest::newRow("nobody") << QByteArray("Office,1,A,A,2020-01-07,08:00,10,1,0,\n")
                                << QString();
        QTest::newRow("two wait, one is called")
            << QByteArray("Office,1,A,A,2020-01-07,08:00,10,1,2,\n"
                          "Office,1,A,A,2020-01-07,08:05,10,1,1,1\n")
            << u"08:00 +A +A 08:05 -A"_s;
        QTest::newRow("came and called between two rows")
            << QByteArray("Office,1,A,A,2020-01-07,08:00,10,1,0,3\n")
            << u"08:00 +A +A +A -A -A -A"_s;
        QTest::newRow("a display that counts back calls nobody again")
            << QByteArray("Office,1,A,A,2020-01-07,08:00,10,1,0,2\n"
                          "Office,1,A,A,2020-01-07,08:05,10,1,0,1\n"
                          "Office,1,A,A,2020-01-07,08:10,10,1,0,3\n")
            << u"08:00 +A +A -A -A 08:10 +A -A"_s;
        QTest::newRow("a display gone dark for a moment")
            << QByteArray("Office,1,A,A,2020-01-07,08:00,10,1,0,2\n"
                          "Office,1,A,A,2020-01-07,08:05,10,1,0,\n"
                          "Office,1,A,A,2020-01-07,08:10,10,1,0,2\n")
            << u"08:00 +A +A -A -A"_s;
        QTest::newRow("rows out of order") << QByteArray("Office,1,A,A,2020-01-07,08:05,10,1,1,1\n"
                                                         "Office,1,A,A,2020-01-07,08:00,10,1,2,\n")
                                           << u"08:00 +A +A 08:05 -A"_s;
        QTest::newRow("two queues: people arrive before anybody is called")
            << QByteArray("Office,1,A,A,2020-01-07,08:00,10,1,0,1\n"
                          "Office,2,B,B,2020-01-07,08:00,10,1,1,\n")
            << u"08:00 +A +B -A"_s;
        QTest::newRow("other offices and days do not count")
            << QByteArray("Other,1,A,A,2020-01-07,08:00,10,1,9,9\n"
                          "Office 2,1,A,A,2020-01-07,08:00,10,1,9,9\n"
                          "Office,1,A,A,2020-01-08,08:00,10,1,9,9\n"
                          "Office,1,A,A,2020-01-07,08:00,10,1,1,\n")
            << u"08:00 +A"_s;
        QTest::newRow("Windows line ends")
            << QByteArray("Office,1,A,A,2020-01-07,08:00,10,1,1,\r\n"
                          "Office,1,A,A,2020-01-07,08:05,10,1,0,1\r\n")
            << u"08:00 +A 08:05 -A"_s;
        QTest::newRow("no line end at the end")
            << QByteArray("Office,1,A,A,2020-01-07,08:00,10,1,0,1") << u"08:00 +A -A"_s;
    }

    void rowsTellWhoCameAndWhoWasCalled()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QString, steps);
        const auto day = read(rows);
        VERIFY_RESULT(day);
        QCOMPARE(told(*day), steps);
    }

    void quotedNameKeepsItsCommasAndQuotes()
    {
        const auto day =
            read("Office,1,\"A: \"\"Zaświadczenia\"\", akta\",A,2020-01-07,08:00,10,4,0,1\n");
        VERIFY_RESULT(day);
        QCOMPARE(day->queues.front().name, u"A: \"Zaświadczenia\", akta"_s);
        QCOMPARE(day->queues.front().id, u"1"_s);
        QCOMPARE(day->queues.front().counters, 4);
    }

    void countersAreTheMostOpenAtOnceAndAtLeastOne_data()
    {
        QTest::addColumn<QByteArray>("open");
        QTest::addColumn<int>("counters");
        QTest::newRow("none seen") << QByteArray("0 0") << 1;
        QTest::newRow("two, then one") << QByteArray("2 1") << 2;
        QTest::newRow("more than can be") << QByteArray("1 500") << 99;
    }

    void countersAreTheMostOpenAtOnceAndAtLeastOne()
    {
        QFETCH(QByteArray, open);
        QFETCH(int, counters);
        QByteArray rows;
        for (const QByteArray &count : open.split(' ')) {
            rows += "Office,1,A,A,2020-01-07,08:00,10," + count + ",0,\n";
        }
        const auto day = read(rows);
        VERIFY_RESULT(day);
        QCOMPARE(day->queues.front().counters, counters);
    }

    void letterThatIsTakenOrNoneGetsTheNextFree_data()
    {
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QString>("letters");
        QTest::newRow("its own") << QByteArray("K B") << u"KB"_s;
        QTest::newRow("small") << QByteArray("k b") << u"KB"_s;
        QTest::newRow("twice the same") << QByteArray("B B B") << u"BCD"_s;
        QTest::newRow("round the end") << QByteArray("Z Z") << u"ZA"_s;
        QTest::newRow("no letter at all") << QByteArray("? 1 AB") << u"ABC"_s;
        QTest::newRow("not one of ours") << QByteArray("Đ Ż") << u"AB"_s;
        QTest::newRow("every letter")
            << QByteArray("A A A A A A A A A A A A A A A A A A A A A A A A A A")
            << u"ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
    }

    void letterThatIsTakenOrNoneGetsTheNextFree()
    {
        QFETCH(QByteArray, wanted);
        QFETCH(QString, letters);
        QByteArray rows;
        int id = 0;
        for (const QByteArray &letter : wanted.split(' ')) {
            rows += "Office," + QByteArray::number(++id) + ",name," + letter
                    + ",2020-01-07,08:00,10,1,0,\n";
        }
        const auto day = read(rows);
        VERIFY_RESULT(day);
        QString given;
        for (const OfficeDay::Queue &queue : day->queues) {
            given += queue.letter;
        }
        QCOMPARE(given, letters);
    }

    void malformedLogIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("outcome");
        const QByteArray good = "Office,1,A,A,2020-01-07,08:00,10,1,0,\n";
        QByteArray queues;
        for (int id = 0; id < 27; ++id) {
            queues += "Office," + QByteArray::number(id) + ",n,A,2020-01-07,08:00,10,1,0,\n";
        }
        QTest::newRow("another header") << QByteArray("a,b\n" + good) << u"invalid_log 1"_s;
        QTest::newRow("no header") << good << u"invalid_log 1"_s;
        QTest::newRow("a field short")
            << QByteArray(Header + good + "Office,1,A,A,2020-01-07,08:00,10,1,0\n")
            << u"invalid_log 3"_s;
        QTest::newRow("a field too many")
            << QByteArray(Header + "Office,1,A,A,2020-01-07,08:00,10,1,0,,\n")
            << u"invalid_log 2"_s;
        QTest::newRow("no time") << QByteArray(Header + good + good
                                               + "Office,1,A,A,2020-01-07,8 am,10,1,0,\n")
                                 << u"invalid_log 4"_s;
        QTest::newRow("a word for a number")
            << QByteArray(Header + "Office,1,A,A,2020-01-07,08:00,10,1,many,\n")
            << u"invalid_log 2"_s;
        QTest::newRow("a negative number")
            << QByteArray(Header + "Office,1,A,A,2020-01-07,08:00,10,1,-1,\n")
            << u"invalid_log 2"_s;
        QTest::newRow("a number no display shows")
            << QByteArray(Header + "Office,1,A,A,2020-01-07,08:00,10,1,0,10000\n")
            << u"invalid_log 2"_s;
        QTest::newRow("more queues than letters")
            << QByteArray(Header + queues) << u"invalid_log 28"_s;
        QTest::newRow("bad rows of another office do not matter")
            << QByteArray(Header + "Other,1\n" + good) << u"ok"_s;
        QTest::newRow("no such office")
            << QByteArray(Header + "Other,1,A,A,2020-01-07,08:00,1,1,0,\n")
            << u"unknown_office Office 2020-01-07"_s;
        QTest::newRow("only a header") << Header << u"unknown_office Office 2020-01-07"_s;
    }

    void malformedLogIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, outcome);
        QCOMPARE(test::outcome(readOfficeDay(csv, u"Office"_s, Tuesday)), outcome);
    }

    void aRealOfficesDayIsReadWhole()
    {
        QFile file(QStringLiteral(TEST_DATA "/warsaw_mokotow_2020-01-07.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto day = readOfficeDay(file.readAll(), u"UD_Mokotow_1"_s, Tuesday);
        VERIFY_RESULT(day);

        QCOMPARE(day->first, QTime(8, 0));
        QCOMPARE(day->last, QTime(17, 24));
        QMap<QString, int> called;
        QMap<QString, int> inLine;
        QTime time = day->first;
        for (const OfficeDay::Step &step : day->steps) {
            const QString &letter = day->queues[step.queue].letter;
            QVERIFY(step.time >= time);
            time = step.time;
            if (step.kind == OfficeDay::Kind::Issue) {
                ++inLine[letter];
            } else {
                ++called[letter];
                QVERIFY(--inLine[letter] >= 0); // nobody is called before he came
            }
        }
        QCOMPARE(called, (QMap<QString, int>{{u"A"_s, 43},
                                             {u"B"_s, 40},
                                             {u"D"_s, 82},
                                             {u"E"_s, 84},
                                             {u"F"_s, 36},
                                             {u"K"_s, 120},
                                             {u"N"_s, 77},
                                             {u"S"_s, 35},
                                             {u"X"_s, 252}}));
        QCOMPARE(day->queues.front().name, u"A: Meldunki stałe"_s);
        QCOMPARE(day->queues.front().counters, 3);
    }
};

QTEST_GUILESS_MAIN(QueueLogTest)

#include "queuelogtest.moc"
