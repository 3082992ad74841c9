// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/phrase.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int LargestCount = 999'999;

using Words = std::array<QStringView, 10>;

constexpr Words VietnameseDigits{u"không", u"một", u"hai", u"ba",  u"bốn",
                                 u"năm",   u"sáu", u"bảy", u"tám", u"chín"};
constexpr Words EnglishDigits{u"zero", u"one", u"two",   u"three", u"four",
                              u"five", u"six", u"seven", u"eight", u"nine"};
constexpr Words EnglishTeens{u"ten",     u"eleven",  u"twelve",    u"thirteen", u"fourteen",
                             u"fifteen", u"sixteen", u"seventeen", u"eighteen", u"nineteen"};
constexpr Words EnglishTens{u"",      u"",      u"twenty",  u"thirty", u"forty",
                            u"fifty", u"sixty", u"seventy", u"eighty", u"ninety"};

/// The units change their sound behind "mươi" and, five only, behind "mười".
QStringView vietnameseUnit(int unit, int tens)
{
    if (unit == 5 && tens >= 1) {
        return u"lăm";
    }
    if (unit == 1 && tens >= 2) {
        return u"mốt";
    }
    if (unit == 4 && tens >= 2) {
        return u"tư";
    }
    return VietnameseDigits[unit];
}

using Units = std::vector<SpokenUnit>;

void add(Units &units, QStringView word)
{
    units.push_back({.text = word.toString()});
}

void add(Units &units, const Units &more)
{
    units.insert(units.end(), more.begin(), more.end());
}

/// Words of 1 to 999; @p afterThousands says the hundreds even when there are none.
Units vietnameseBlock(int number, bool afterThousands, HundredsWord hundredsWord)
{
    const int hundreds = number / 100;
    const int tens = number / 10 % 10;
    const int unit = number % 10;
    const bool saysHundreds = hundreds > 0 || afterThousands;

    Units words;
    if (saysHundreds) {
        add(words, VietnameseDigits[hundreds]);
        add(words, u"trăm");
    }
    if (tens >= 2) {
        add(words, VietnameseDigits[tens]);
        add(words, u"mươi");
    } else if (tens == 1) {
        add(words, u"mười");
    } else if (saysHundreds && unit > 0) {
        add(words, hundredsWord == HundredsWord::Linh ? u"linh" : u"lẻ");
    }
    if (unit > 0) {
        add(words, vietnameseUnit(unit, tens));
    }
    return words;
}

Units vietnameseCount(int number, HundredsWord hundredsWord)
{
    const int thousands = number / 1000;
    const int rest = number % 1000;
    Units words;
    if (thousands > 0) {
        add(words, vietnameseBlock(thousands, false, hundredsWord));
        add(words, u"nghìn");
    }
    if (rest > 0) {
        add(words, vietnameseBlock(rest, thousands > 0, hundredsWord));
    }
    return words;
}

/// Words of 1 to 99.
Units englishBelowHundred(int number)
{
    Units words;
    if (number < 10) {
        add(words, EnglishDigits[number]);
    } else if (number < 20) {
        add(words, EnglishTeens[number - 10]);
    } else {
        add(words, EnglishTens[number / 10]);
        if (const int unit = number % 10; unit > 0) {
            words.back().after = Joint::Hyphen;
            add(words, EnglishDigits[unit]);
        }
    }
    return words;
}

/// Words of 1 to 999; @p afterThousands puts the "and" of "one thousand and five".
Units englishBlock(int number, bool afterThousands)
{
    const int hundreds = number / 100;
    const int rest = number % 100;
    Units words;
    if (hundreds > 0) {
        add(words, EnglishDigits[hundreds]);
        add(words, u"hundred");
    }
    if (rest > 0) {
        if (hundreds > 0 || afterThousands) {
            add(words, u"and");
        }
        add(words, englishBelowHundred(rest));
    }
    return words;
}

Units englishCount(int number)
{
    const int thousands = number / 1000;
    const int rest = number % 1000;
    Units words;
    if (thousands > 0) {
        add(words, englishBlock(thousands, false));
        add(words, u"thousand");
    }
    if (rest > 0) {
        add(words, englishBlock(rest, thousands > 0));
    }
    return words;
}

const Words &digitsIn(Language language)
{
    return language == Language::Vietnamese ? VietnameseDigits : EnglishDigits;
}

Units digitUnits(int number, int digits, Language language)
{
    Units words;
    if (number >= 0) {
        for (const QChar digit : QString::number(number).rightJustified(digits, u'0')) {
            add(words, digitsIn(language)[digit.unicode() - u'0']);
        }
    }
    return words;
}

Units countUnits(int number, Language language, HundredsWord hundreds)
{
    Units words;
    if (number == 0) {
        add(words, digitsIn(language)[0]);
    } else if (number > 0 && number <= LargestCount) {
        words = language == Language::Vietnamese ? vietnameseCount(number, hundreds)
                                                 : englishCount(number);
    }
    return words;
}

} // namespace

QString toText(std::span<const SpokenUnit> units)
{
    QString text;
    for (const SpokenUnit &unit : units) {
        text += unit.text;
        switch (unit.after) {
        case Joint::Space:
            text += u' ';
            break;
        case Joint::Hyphen:
            text += u'-';
            break;
        case Joint::Comma:
            text += u", "_s;
            break;
        case Joint::Stop:
            text += u'.';
            break;
        }
    }
    return text.trimmed();
}

QString spokenDigits(int number, int digits, Language language)
{
    return toText(digitUnits(number, digits, language));
}

QString spokenCount(int number, Language language, HundredsWord hundreds)
{
    return toText(countUnits(number, language, hundreds));
}

std::vector<SpokenUnit> callUnits(const TicketNumber &ticket, const Bilingual &group, int counter,
                                  Language language, HundredsWord hundreds)
{
    const bool vietnamese = language == Language::Vietnamese;
    const QChar letter = QChar(ticket.series).toUpper();

    Units units;
    add(units, vietnamese ? u"Mời công dân có số" : u"Number");
    add(units, QStringView(&letter, 1));
    units.back().after = Joint::Comma;
    add(units, digitUnits(ticket.number, 3, language));
    units.back().after = Joint::Comma;
    if (const QString name = group.in(language).trimmed(); !name.isEmpty()) {
        units.push_back({.text = name, .after = Joint::Comma});
    }
    add(units, vietnamese ? u"đến quầy số" : u"counter");
    add(units, countUnits(counter, language, hundreds));
    units.back().after = Joint::Stop;
    return units;
}

QStringList unitsNeeded(const QString &letters, std::span<const Bilingual> groups,
                        int largestCounter, Language language, HundredsWord hundreds)
{
    QStringList texts;
    const auto take = [&texts](const Units &units) {
        for (const SpokenUnit &unit : units) {
            if (!texts.contains(unit.text)) {
                texts.append(unit.text);
            }
        }
    };
    for (int digit = 0; digit <= 9; ++digit) {
        take(digitUnits(digit, 1, language));
    }
    for (int counter = 1; counter <= largestCounter; ++counter) {
        take(countUnits(counter, language, hundreds));
    }
    for (const QChar letter : letters) {
        take(callUnits({.series = letter.unicode(), .number = 1}, {}, 1, language, hundreds));
    }
    for (const Bilingual &group : groups) {
        if (const QString name = group.in(language).trimmed(); !name.isEmpty()) {
            take({{.text = name}});
        }
    }
    return texts;
}

QString callPhrase(const TicketNumber &ticket, const Bilingual &group, int counter,
                   Language language, HundredsWord hundreds)
{
    return toText(callUnits(ticket, group, counter, language, hundreds));
}

} // namespace motcua
