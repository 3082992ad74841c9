// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vietnamesetext.h"

#include <QList>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr char32_t Breve = 0x0306;
constexpr char32_t Circumflex = 0x0302;
constexpr char32_t Horn = 0x031B;

/// Characters nobody sees and two equal-looking texts may differ by.
bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
        return true;
    default:
        break;
    }
    const bool isVariationSelector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    const bool isFiller = c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    return isVariationSelector || isFiller || QChar::isNonCharacter(c);
}

/// Đ has no decomposition. Ð (eth) and Ɖ look the same and stand in old documents for it.
bool isBarredD(char32_t lower)
{
    return lower == U'đ' || lower == U'ð' || lower == U'ɖ';
}

// Sort keys. Every weight is above every weight of the line before it, so that bytes compare as
// words do; none is 0.
constexpr char LevelEnd = 0x01; // of a word's letters, then of its tones
constexpr char FirstTone = 0x02;
constexpr char OtherMark = 0x07;
constexpr char Punctuation = 0x10; // followed by the ASCII character
constexpr char FirstDigit = 0x20;
constexpr char FirstLetter = 0x30;
// Anything else is its UTF-8, which begins at 0xC2.

constexpr QStringView Alphabet = u"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
constexpr QStringView Tones = u"\u0300\u0309\u0303\u0301\u0323"; // huyền hỏi ngã sắc nặng

/// The letter @p base becomes under @p mark, e.g. a with a breve is ă; 0 if the mark makes none.
char32_t shaped(char32_t base, char32_t mark)
{
    switch (base) {
    case U'a':
        return mark == Breve ? U'ă' : mark == Circumflex ? U'â' : 0;
    case U'e':
        return mark == Circumflex ? U'ê' : 0;
    case U'o':
        return mark == Circumflex ? U'ô' : mark == Horn ? U'ơ' : 0;
    case U'u':
        return mark == Horn ? U'ư' : 0;
    default:
        return 0;
    }
}

void appendLetter(QByteArray &key, char32_t letter)
{
    const auto place = letter <= 0xFFFF ? Alphabet.indexOf(QChar(letter)) : -1;
    if (place >= 0) {
        key.append(static_cast<char>(FirstLetter + place));
    } else if (letter >= U'0' && letter <= U'9') {
        key.append(static_cast<char>(FirstDigit + (letter - U'0')));
    } else if (letter < 0x80) {
        key.append(Punctuation);
        key.append(static_cast<char>(letter));
    } else {
        key.append(QString::fromUcs4(&letter, 1).toUtf8());
    }
}

/// Letters first, then the tones of the whole word: where in the word a tone is written (Hoà, Hòa)
/// makes no difference.
void appendWord(QByteArray &key, const QString &word)
{
    const QList<uint> characters = word.toLower().normalized(QString::NormalizationForm_D).toUcs4();
    QByteArray tones;
    for (qsizetype i = 0; i < characters.size();) {
        char32_t letter = isBarredD(characters[i]) ? U'đ' : char32_t(characters[i]);
        ++i;
        for (; i < characters.size() && QChar::category(characters[i]) == QChar::Mark_NonSpacing;
             ++i) {
            const char32_t mark = characters[i];
            const auto tone = mark <= 0xFFFF ? Tones.indexOf(QChar(mark)) : -1;
            if (const char32_t other = shaped(letter, mark)) {
                letter = other;
            } else {
                tones.append(tone >= 0 ? static_cast<char>(FirstTone + tone) : OtherMark);
            }
        }
        appendLetter(key, letter);
    }
    key.append(LevelEnd).append(tones).append(LevelEnd);
}

QStringList wordsOf(QStringView text)
{
    return cleaned(text).split(u' ', Qt::SkipEmptyParts);
}

QString twoDigits(int number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

} // namespace

QString cleaned(QStringView text)
{
    QString visible;
    visible.reserve(text.size());
    for (const char32_t c : text.toUcs4()) { // a lone surrogate becomes U+FFFD
        if (QChar::isSpace(c)) {
            visible.append(u' ');
        } else if (!isInvisible(c)) {
            visible.append(QChar::fromUcs4(c));
        }
    }
    return visible.simplified().normalized(QString::NormalizationForm_C);
}

QString folded(QStringView text)
{
    const QString decomposed = cleaned(text).toLower().normalized(QString::NormalizationForm_D);
    QString bare;
    bare.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (isBarredD(c.unicode())) {
            bare.append(u'd');
        } else if (c.category() != QChar::Mark_NonSpacing) {
            bare.append(c);
        }
    }
    return bare.simplified(); // a mark may have stood alone between two spaces
}

QByteArray nameSortKey(QStringView name)
{
    QStringList words = wordsOf(name);
    if (words.size() > 1) {
        std::rotate(words.begin(), words.end() - 1, words.end());
    }
    QByteArray key;
    for (const QString &word : std::as_const(words)) {
        appendWord(key, word);
    }
    return key;
}

QByteArray textSortKey(QStringView text)
{
    QByteArray key;
    for (const QString &word : wordsOf(text)) {
        appendWord(key, word);
    }
    return key;
}

QString shortDate(const QDate &date)
{
    return date.toString(u"dd/MM/yyyy");
}

QString officialDate(const QDate &date)
{
    if (!date.isValid()) {
        return {};
    }
    // Decree 30/2020/NĐ-CP, Appendix I, part II: a 0 before days below 10 and months 1 and 2 only.
    const QString month =
        date.month() < 3 ? twoDigits(date.month()) : QString::number(date.month());
    return u"ngày %1 tháng %2 năm %3"_s.arg(twoDigits(date.day()), month,
                                            QString::number(date.year()));
}

QString officialTime(const QDate &date, const QTime &time)
{
    if (!date.isValid() || !time.isValid()) {
        return {};
    }
    return u"%1 giờ %2 phút, %3"_s.arg(twoDigits(time.hour()), twoDigits(time.minute()),
                                       officialDate(date));
}

QString weekdayName(const QDate &date)
{
    switch (date.dayOfWeek()) {
    case Qt::Monday:
        return u"Thứ Hai"_s;
    case Qt::Tuesday:
        return u"Thứ Ba"_s;
    case Qt::Wednesday:
        return u"Thứ Tư"_s;
    case Qt::Thursday:
        return u"Thứ Năm"_s;
    case Qt::Friday:
        return u"Thứ Sáu"_s;
    case Qt::Saturday:
        return u"Thứ Bảy"_s;
    case Qt::Sunday:
        return u"Chủ nhật"_s;
    default:
        return {};
    }
}

QString officialMoney(qint64 dong)
{
    QString digits = QString::number(dong);
    const qsizetype first = dong < 0 ? 1 : 0;
    for (qsizetype i = digits.size() - 3; i > first; i -= 3) {
        digits.insert(i, u'.');
    }
    return digits + u" đồng"_s;
}

} // namespace motcua
