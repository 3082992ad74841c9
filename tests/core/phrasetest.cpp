// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/phrase.h"
#include "support/csv.h"

#include <QSet>
#include <QTest>

#include <limits>

using namespace motcua;
using namespace Qt::StringLiterals;

using enum Language;

class PhraseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsVietnameseNumbers_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("digits");
        QTest::addColumn<QString>("linh");
        QTest::addColumn<QString>("le");
        QTest::addColumn<QString>("padded");

        const auto rows = csvRows(u"number_reading.csv"_s);
        QCOMPARE(rows.size(), size_t{142});
        for (const auto &row : rows) {
            QTest::newRow(qPrintable(row[u"n"_s]))
                << row[u"n"_s].toInt() << row[u"digits"_s] << row[u"natural_linh"_s]
                << row[u"natural_le"_s] << row[u"padded3_digits"_s];
        }
    }

    void readsVietnameseNumbers()
    {
        QFETCH(int, number);
        QTEST(spokenDigits(number, 1, Vietnamese), "digits");
        QTEST(spokenDigits(number, 3, Vietnamese), "padded");
        QTEST(spokenCount(number, Vietnamese), "linh");
        QTEST(spokenCount(number, Vietnamese, HundredsWord::Linh), "linh");
        QTEST(spokenCount(number, Vietnamese, HundredsWord::Le), "le");
    }

    void readsLargeVietnameseCounts_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("words");
        QTest::newRow("hundreds alone") << 300 << u"ba trăm"_s;
        QTest::newRow("tens behind hundreds") << 455 << u"bốn trăm năm mươi lăm"_s;
        QTest::newRow("thousands alone") << 2000 << u"hai nghìn"_s;
        QTest::newRow("no hundreds") << 1021 << u"một nghìn không trăm hai mươi mốt"_s;
        QTest::newRow("no hundreds, ten") << 1010 << u"một nghìn không trăm mười"_s;
        QTest::newRow("no hundreds, fifteen") << 1015 << u"một nghìn không trăm mười lăm"_s;
        QTest::newRow("no tens in the thousands") << 10'001 << u"mười nghìn không trăm linh một"_s;
        QTest::newRow("changed units in the thousands")
            << 24'100 << u"hai mươi tư nghìn một trăm"_s;
        QTest::newRow("linh twice") << 105'105 << u"một trăm linh năm nghìn một trăm linh năm"_s;
        QTest::newRow("largest") << 999'999
                                 << u"chín trăm chín mươi chín nghìn chín trăm chín mươi chín"_s;
    }

    void readsLargeVietnameseCounts()
    {
        QFETCH(int, number);
        QTEST(spokenCount(number, Vietnamese), "words");
    }

    void readsEnglishCounts_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("words");
        const QStringList small = u"zero one two three four five six seven eight nine ten eleven "
                                  "twelve thirteen fourteen fifteen sixteen seventeen eighteen "
                                  "nineteen"_s.split(u' ');
        for (int number = 0; number < small.size(); ++number) {
            QTest::addRow("%d", number) << number << small[number];
        }
        const QStringList tens =
            u"twenty thirty forty fifty sixty seventy eighty ninety"_s.split(u' ');
        for (int i = 0; i < tens.size(); ++i) {
            const int number = 20 + 10 * i;
            QTest::addRow("%d", number) << number << tens[i];
            QTest::addRow("%d", number + 1) << number + 1 << tens[i] + u"-one"_s;
            QTest::addRow("%d", number + 9) << number + 9 << tens[i] + u"-nine"_s;
        }
        QTest::newRow("100") << 100 << u"one hundred"_s;
        QTest::newRow("105") << 105 << u"one hundred and five"_s;
        QTest::newRow("110") << 110 << u"one hundred and ten"_s;
        QTest::newRow("342") << 342 << u"three hundred and forty-two"_s;
        QTest::newRow("1000") << 1000 << u"one thousand"_s;
        QTest::newRow("1005") << 1005 << u"one thousand and five"_s;
        QTest::newRow("1021") << 1021 << u"one thousand and twenty-one"_s;
        QTest::newRow("1100") << 1100 << u"one thousand one hundred"_s;
        QTest::newRow("1105") << 1105 << u"one thousand one hundred and five"_s;
        QTest::newRow("105005") << 105'005 << u"one hundred and five thousand and five"_s;
        QTest::newRow("999999")
            << 999'999 << u"nine hundred and ninety-nine thousand nine hundred and ninety-nine"_s;
    }

    void readsEnglishCounts()
    {
        QFETCH(int, number);
        QTEST(spokenCount(number, English), "words");
        QTEST(spokenCount(number, English, HundredsWord::Le), "words");
    }

    void readsEnglishDigits_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("digits");
        QTest::addColumn<QString>("words");
        QTest::newRow("padded") << 42 << 3 << u"zero four two"_s;
        QTest::newRow("zero") << 0 << 1 << u"zero"_s;
        QTest::newRow("three zeros") << 0 << 3 << u"zero zero zero"_s;
        QTest::newRow("longer than asked for") << 1357 << 3 << u"one three five seven"_s;
        QTest::newRow("the other digits") << 2468 << 4 << u"two four six eight"_s;
        QTest::newRow("nine") << 9 << 1 << u"nine"_s;
        QTest::newRow("no width") << 15 << 0 << u"one five"_s;
        QTest::newRow("negative width") << 15 << -5 << u"one five"_s;
    }

    void readsEnglishDigits()
    {
        QFETCH(int, number);
        QFETCH(int, digits);
        QTEST(spokenDigits(number, digits, English), "words");
    }

    void saysNothingOutsideItsRange()
    {
        constexpr int Least = std::numeric_limits<int>::min();
        constexpr int Most = std::numeric_limits<int>::max();
        for (const Language language : {Vietnamese, English}) {
            QCOMPARE(spokenCount(-1, language), QString());
            QCOMPARE(spokenCount(Least, language), QString());
            QCOMPARE(spokenCount(1'000'000, language), QString());
            QCOMPARE(spokenCount(Most, language), QString());
            QCOMPARE(spokenDigits(-1, 3, language), QString());
            QCOMPARE(spokenDigits(Least, 3, language), QString());
            QCOMPARE(spokenDigits(Most, 3, language).count(u' '), 9);
        }
    }

    void noTwoCountsSoundAlike()
    {
        for (const Language language : {Vietnamese, English}) {
            QSet<QString> heard;
            for (int number = 0; number <= 9999; ++number) {
                const QString words = spokenCount(number, language);
                QCOMPARE(words, words.simplified());
                heard.insert(words);
            }
            QCOMPARE(heard.size(), 10'000);
        }
    }

    void callsTickets_data()
    {
        QTest::addColumn<QString>("ticket");
        QTest::addColumn<Bilingual>("group");
        QTest::addColumn<int>("counter");
        QTest::addColumn<QString>("vi");
        QTest::addColumn<QString>("en");

        const Bilingual civilStatus{u"Hộ tịch"_s, u"civil status"_s};
        QTest::newRow("ordinary") << u"H042"_s << civilStatus << 3
                                  << u"Mời công dân có số H, không bốn hai, Hộ tịch, "
                                     "đến quầy số ba."_s
                                  << u"Number H, zero four two, civil status, counter three."_s;
        QTest::newRow("first of the day")
            << u"A001"_s << civilStatus << 1
            << u"Mời công dân có số A, không không một, Hộ tịch, đến quầy số một."_s
            << u"Number A, zero zero one, civil status, counter one."_s;
        QTest::newRow("never lăm, mốt or tư in the ticket")
            << u"C541"_s << civilStatus << 24
            << u"Mời công dân có số C, năm bốn một, Hộ tịch, đến quầy số hai mươi tư."_s
            << u"Number C, five four one, civil status, counter twenty-four."_s;
        QTest::newRow("four digits")
            << u"H1000"_s << civilStatus << 21
            << u"Mời công dân có số H, một không không không, Hộ tịch, "
               "đến quầy số hai mươi mốt."_s
            << u"Number H, one zero zero zero, civil status, counter twenty-one."_s;
        QTest::newRow("counter above a hundred")
            << u"H999"_s << civilStatus << 105
            << u"Mời công dân có số H, chín chín chín, Hộ tịch, đến quầy số một trăm linh năm."_s
            << u"Number H, nine nine nine, civil status, counter one hundred and five."_s;
        QTest::newRow("group without a name")
            << u"H042"_s << Bilingual{} << 3
            << u"Mời công dân có số H, không bốn hai, đến quầy số ba."_s
            << u"Number H, zero four two, counter three."_s;
        QTest::newRow("group of blanks")
            << u"H042"_s << Bilingual{u" "_s, u"\t"_s} << 3
            << u"Mời công dân có số H, không bốn hai, đến quầy số ba."_s
            << u"Number H, zero four two, counter three."_s;
        QTest::newRow("group not named in English")
            << u"H042"_s << Bilingual{u"Hộ tịch"_s, QString()} << 3
            << u"Mời công dân có số H, không bốn hai, Hộ tịch, đến quầy số ba."_s
            << u"Number H, zero four two, counter three."_s;
        QTest::newRow("group named like a place marker")
            << u"H042"_s << Bilingual{u"%1, %2"_s, u"%L1 %%"_s} << 3
            << u"Mời công dân có số H, không bốn hai, %1, %2, đến quầy số ba."_s
            << u"Number H, zero four two, %L1 %%, counter three."_s;
    }

    void callsTickets()
    {
        QFETCH(QString, ticket);
        QFETCH(Bilingual, group);
        QFETCH(int, counter);
        const auto number = TicketNumber::fromString(ticket);
        QVERIFY(number);
        QTEST(callPhrase(*number, group, counter, Vietnamese), "vi");
        QTEST(callPhrase(*number, group, counter, English), "en");
    }

    /// What is written and what is said come from the same units.
    void callIsItsUnits_data() { callsTickets_data(); }

    void callIsItsUnits()
    {
        QFETCH(QString, ticket);
        QFETCH(Bilingual, group);
        QFETCH(int, counter);
        const auto number = TicketNumber::fromString(ticket);
        QVERIFY(number);
        for (const Language language : {Vietnamese, English}) {
            const auto units = callUnits(*number, group, counter, language);
            QCOMPARE(toText(units), callPhrase(*number, group, counter, language));
            QCOMPARE(units.back().after, Joint::Stop);
            const QStringList needed =
                unitsNeeded(QString(QChar(number->series)), {{group}}, counter, language);
            for (const SpokenUnit &unit : units) {
                QVERIFY2(needed.contains(unit.text), qPrintable(unit.text));
            }
        }
    }

    void neededUnitsAreNamedOnce()
    {
        const std::vector<Bilingual> groups{{u"Hộ tịch"_s, u"Civil status"_s}};
        const QStringList vietnamese = unitsNeeded(u"H"_s, groups, 30, Vietnamese);
        QCOMPARE(vietnamese.join(u'|'), u"không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|lăm|mươi|"
                                        "mốt|tư|Mời công dân có số|H|đến quầy số|Hộ tịch"_s);
        const QStringList english = unitsNeeded(u"H"_s, groups, 22, English);
        QCOMPARE(english.join(u'|'),
                 u"zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
                 "fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|Number|H|counter|"
                 "Civil status"_s);
        QVERIFY(unitsNeeded(u"H"_s, groups, 101, Vietnamese, HundredsWord::Le).contains(u"lẻ"_s));
    }

    void saysTheLetterAsUpperCase()
    {
        QCOMPARE(callPhrase({.series = u'h', .number = 42}, {}, 3, English),
                 u"Number H, zero four two, counter three."_s);
    }
};

QTEST_GUILESS_MAIN(PhraseTest)

#include "phrasetest.moc"
