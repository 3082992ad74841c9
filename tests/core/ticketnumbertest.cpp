// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ticketnumber.h"

#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

class TicketNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites()
    {
        for (char16_t series = u'A'; series <= u'Z'; ++series) {
            for (int number = 1; number <= TicketNumber::Largest; ++number) {
                const TicketNumber ticket{series, number};
                QVERIFY(TicketNumber::fromString(ticket.toString()) == ticket);
            }
        }
    }

    void writesAtLeastThreeDigits_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("first of the day") << 1 << u"H001"_s;
        QTest::newRow("two digits") << 42 << u"H042"_s;
        QTest::newRow("three digits") << 999 << u"H999"_s;
        QTest::newRow("four digits") << 1000 << u"H1000"_s;
        QTest::newRow("last") << 9999 << u"H9999"_s;
    }

    void writesAtLeastThreeDigits()
    {
        QFETCH(int, number);
        QTEST(TicketNumber(u'H', number).toString(), "text");
    }

    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("number");
        QTest::newRow("as printed") << u"H042"_s << u"H042"_s;
        QTest::newRow("lower case") << u"h042"_s << u"H042"_s;
        QTest::newRow("no leading zeros") << u"H42"_s << u"H042"_s;
        QTest::newRow("one digit") << u"a7"_s << u"A007"_s;
        QTest::newRow("one zero too many") << u"H0042"_s << u"H042"_s;
        QTest::newRow("last letter") << u"z9999"_s << u"Z9999"_s;
    }

    void readsWhatPeopleType()
    {
        QFETCH(QString, text);
        const auto number = TicketNumber::fromString(text);
        QVERIFY(number);
        QTEST(number->toString(), "number");
    }

    void refusesJunk_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("null") << QString();
        QTest::newRow("empty") << u""_s;
        QTest::newRow("letter only") << u"H"_s;
        QTest::newRow("number only") << u"042"_s;
        QTest::newRow("digit for a letter") << u"0042"_s;
        QTest::newRow("zero") << u"H0"_s;
        QTest::newRow("many zeros") << u"H0000"_s;
        QTest::newRow("five digits") << u"H12345"_s;
        QTest::newRow("five digits with a leading zero") << u"H00042"_s;
        QTest::newRow("two letters") << u"HA42"_s;
        QTest::newRow("letter behind") << u"042H"_s;
        QTest::newRow("plus sign") << u"H+42"_s;
        QTest::newRow("minus sign") << u"H-42"_s;
        QTest::newRow("point") << u"H4.2"_s;
        QTest::newRow("hyphen") << u"H-042"_s;
        QTest::newRow("space before") << u" H042"_s;
        QTest::newRow("space between") << u"H 042"_s;
        QTest::newRow("space behind") << u"H042 "_s;
        QTest::newRow("no-break space") << u"H\u00a0042"_s;
        QTest::newRow("line end") << u"H042\n"_s;
        QTest::newRow("NUL") << u"H04\0"_s;
        QTest::newRow("hexadecimal") << u"H0x2A"_s;
        QTest::newRow("exponent") << u"H1e2"_s;
        QTest::newRow("sign before the letters") << u"@042"_s;
        QTest::newRow("sign behind the letters") << u"[042"_s;
        QTest::newRow("Vietnamese letter") << u"Đ042"_s;
        QTest::newRow("Vietnamese letter in lower case") << u"đ042"_s;
        QTest::newRow("accented letter") << u"Ê042"_s;
        QTest::newRow("letter with a combining accent") << u"E\u0302042"_s;
        QTest::newRow("dotless i, whose upper case is I") << u"ı042"_s;
        QTest::newRow("long s, whose upper case is S") << u"ſ042"_s;
        QTest::newRow("Cyrillic letter that looks like H") << u"Н042"_s;
        QTest::newRow("full-width letter") << u"\uff28042"_s;
        QTest::newRow("Arabic digits") << u"H٠٤٢"_s;
        QTest::newRow("full-width digits") << u"H\uff10\uff14\uff12"_s;
        QTest::newRow("superscript digit") << u"H4²"_s;
        QTest::newRow("half a surrogate pair") << QString(QChar(0xd83d)) + u"042"_s;
        QTest::newRow("very long") << u"H"_s + QString(100'000, u'9');
    }

    void refusesJunk()
    {
        QFETCH(QString, text);
        QVERIFY(!TicketNumber::fromString(text));
    }

    void sortsBySeriesThenNumber()
    {
        QVERIFY((TicketNumber{u'A', 999} < TicketNumber{u'A', 1000}));
        QVERIFY((TicketNumber{u'A', 9999} < TicketNumber{u'B', 1}));
        QVERIFY((TicketNumber{u'H', 42} == TicketNumber{u'H', 42}));
    }
};

QTEST_GUILESS_MAIN(TicketNumberTest)

#include "ticketnumbertest.moc"
