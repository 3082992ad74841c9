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

/// Words of 1 to 999; @p afterThousands says the hundreds even when there are none.
QString vietnameseBlock(int number, bool afterThousands, HundredsWord hundredsWord)
{
    const int hundreds = number / 100;
    const int tens = number / 10 % 10;
    const int unit = number % 10;
    const bool saysHundreds = hundreds > 0 || afterThousands;

    QStringList words;
    if (saysHundreds) {
        words << VietnameseDigits[hundreds].toString() << u"trăm"_s;
    }
    if (tens >= 2) {
        words << VietnameseDigits[tens].toString() << u"mươi"_s;
    } else if (tens == 1) {
        words << u"mười"_s;
    } else if (saysHundreds && unit > 0) {
        words << (hundredsWord == HundredsWord::Linh ? u"linh"_s : u"lẻ"_s);
    }
    if (unit > 0) {
        words << vietnameseUnit(unit, tens).toString();
    }
    return words.join(u' ');
}

QString vietnameseCount(int number, HundredsWord hundredsWord)
{
    if (number == 0) {
        return VietnameseDigits[0].toString();
    }
    const int thousands = number / 1000;
    const int rest = number % 1000;
    QStringList words;
    if (thousands > 0) {
        words << vietnameseBlock(thousands, false, hundredsWord) << u"nghìn"_s;
    }
    if (rest > 0) {
        words << vietnameseBlock(rest, thousands > 0, hundredsWord);
    }
    return words.join(u' ');
}

/// Words of 1 to 99.
QString englishBelowHundred(int number)
{
    if (number < 10) {
        return EnglishDigits[number].toString();
    }
    if (number < 20) {
        return EnglishTeens[number - 10].toString();
    }
    const QString tens = EnglishTens[number / 10].toString();
    const int unit = number % 10;
    return unit == 0 ? tens : tens + u'-' + EnglishDigits[unit].toString();
}

/// Words of 1 to 999; @p afterThousands puts the "and" of "one thousand and five".
QString englishBlock(int number, bool afterThousands)
{
    const int hundreds = number / 100;
    const int rest = number % 100;
    QStringList words;
    if (hundreds > 0) {
        words << EnglishDigits[hundreds].toString() << u"hundred"_s;
    }
    if (rest > 0) {
        if (hundreds > 0 || afterThousands) {
            words << u"and"_s;
        }
        words << englishBelowHundred(rest);
    }
    return words.join(u' ');
}

QString englishCount(int number)
{
    if (number == 0) {
        return EnglishDigits[0].toString();
    }
    const int thousands = number / 1000;
    const int rest = number % 1000;
    QStringList words;
    if (thousands > 0) {
        words << englishBlock(thousands, false) << u"thousand"_s;
    }
    if (rest > 0) {
        words << englishBlock(rest, thousands > 0);
    }
    return words.join(u' ');
}

} // namespace

QString spokenDigits(int number, int digits, Language language)
{
    if (number < 0) {
        return {};
    }
    const Words &names = language == Language::Vietnamese ? VietnameseDigits : EnglishDigits;
    QStringList words;
    for (const QChar digit : QString::number(number).rightJustified(digits, u'0')) {
        words << names[digit.unicode() - u'0'].toString();
    }
    return words.join(u' ');
}

QString spokenCount(int number, Language language, HundredsWord hundreds)
{
    if (number < 0 || number > LargestCount) {
        return {};
    }
    return language == Language::Vietnamese ? vietnameseCount(number, hundreds)
                                            : englishCount(number);
}

QString callPhrase(const TicketNumber &ticket, const Bilingual &group, int counter,
                   Language language)
{
    const bool vietnamese = language == Language::Vietnamese;
    // Joined, not arg(): a group may be named "%1".
    QStringList parts;
    parts << (vietnamese ? u"Mời công dân có số "_s : u"Number "_s)
                 + QChar(ticket.series).toUpper();
    parts << spokenDigits(ticket.number, 3, language);
    if (const QString name = group.in(language).trimmed(); !name.isEmpty()) {
        parts << name;
    }
    parts << (vietnamese ? u"đến quầy số "_s : u"counter "_s) + spokenCount(counter, language);
    return parts.join(u", "_s) + u'.';
}

} // namespace motcua
