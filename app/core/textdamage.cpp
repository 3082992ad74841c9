// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/textdamage.h"

#include "core/vietnamesetext.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr QStringView Tones = u"\u0300\u0309\u0303\u0301\u0323"; // huyền hỏi ngã sắc nặng

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

/// Signs that no name and no address contains, but damage leaves behind.
bool hasForeignSign(QStringView text)
{
    return std::ranges::any_of(text.toUcs4(), [](char32_t c) {
        switch (QChar::category(c)) {
        case QChar::Symbol_Other: // U+FFFD is one
        case QChar::Symbol_Currency:
        case QChar::Other_PrivateUse:
            return c != U'°';
        case QChar::Symbol_Modifier: // an accent beside its letter
        case QChar::Other_Control:   // U+0080 to U+009F: UTF-8 read as Latin-1
            return c >= 0x80 || c == U'^' || c == U'`';
        case QChar::Letter_Lowercase:
        case QChar::Letter_Uppercase:
        case QChar::Letter_Other:
            // Thorn is what Windows-1258 text shows for a tilde.
            return c == U'þ' || c == U'Þ'
                   || (QChar::script(c) != QChar::Script_Latin && c != U'ª' && c != U'º');
        default:
            return c == U'?';
        }
    });
}

/// The byte Windows-1252 shows as @p c; 0 for ASCII and what it cannot show.
int windows1252Byte(char16_t c)
{
    // 0x80 to 0x9F; the five bytes without a character stay control characters.
    static constexpr QStringView High =
        u"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
    if (c >= 0xA0 && c <= 0xFF) {
        return c;
    }
    const auto place = High.indexOf(QChar(c));
    return place >= 0 ? static_cast<int>(0x80 + place) : 0;
}

/// Whether two characters in a row are the UTF-8 bytes that begin a Vietnamese letter.
bool isMojibake(QStringView text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        const int lead = windows1252Byte(text[i].unicode());
        const int next = windows1252Byte(text[i + 1].unicode());
        // C3: à to ý. C4, C5, C6: ă đ ĩ ũ ơ ư. E1 BA, E1 BB: ạ to ỹ. CC: a combining tone.
        const bool isNext = next >= 0x80 && next <= 0xBF;
        if ((lead >= 0xC3 && lead <= 0xC6 && isNext) || (lead == 0xCC && isNext && next != 0xA0)
            || (lead == 0xE1 && (next == 0xBA || next == 0xBB))) {
            return true;
        }
    }
    return false;
}

/// Whether a tone sits on a consonant, on another tone or on nothing. A tilde may: ñ is a letter
/// of Ê Đê and Gia Rai.
bool hasMisplacedTone(QStringView text)
{
    static constexpr QStringView Vowels = u"aeiouy";
    QChar base;
    bool hasTone = false;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_D).toLower()) {
        if (c.category() != QChar::Mark_NonSpacing) {
            base = c;
            hasTone = false;
        } else if (Tones.contains(c)) {
            const bool isLetterOfItsOwn = c == u'\u0303' && base == u'n';
            if (hasTone || !(Vowels.contains(base) || isLetterOfItsOwn)) {
                return true;
            }
            hasTone = true;
        }
    }
    return false;
}

/// Letters typed as VNI digits: "Nguye6n4". Cards write addresses with accents, so that "Lô2" is
/// safe; "CT2" and "A12" have no vowel or no second letter before the digit.
bool isVni(QStringView text)
{
    static const QRegularExpression pattern(
        uR"(\b(?=[a-z]*[aeiouy])[a-z]{2,}[1-9]|[aeiouyd][1-9]+[a-z])"_s,
        QRegularExpression::CaseInsensitiveOption);
    return isAscii(text) && pattern.match(text).hasMatch();
}

/// How a word reads to somebody who suspects Telex.
enum class Reading {
    Ordinary, ///< a Vietnamese syllable, with or without its accents
    Telex,    ///< a Vietnamese syllable only when read as Telex, but maybe a name: "Max", "Hans"
    ClearlyTelex, ///< the same, and no other language's: "Thij", "Anhs", "Nuwx"
    Other,        ///< neither: another language, an abbreviation
};

const QString &onset()
{
    static const QString pattern =
        u"^(?:ngh|ng|nh|n|gh|gi|g|ch|c|kh|k|ph|p|qu|th|tr|t|đ|d|b|h|l|m|r|s|v|x)?"_s;
    return pattern;
}

bool isOrdinary(const QString &word)
{
    static const QRegularExpression unaccented(
        onset()
        + uR"((?:a[iouy]?|e[ou]?|i(?:eu?|[au])?|o(?:a[ioy]?|eo?|i|o)?)"
          uR"(|u(?:ay?|e|i|o[iu]?|u|y[aeu]?)?|y(?:eu?)?)(?:ch|c|k|m|ng|nh|n|p|t)?$)"_s);
    return unaccented.match(folded(word)).hasMatch();
}

/// Lower case without tones; ă, ê, ơ and their like keep their shape.
QString withoutTones(const QString &word)
{
    QString bare;
    for (const QChar c : word.toLower().normalized(QString::NormalizationForm_D)) {
        if (!Tones.contains(c)) {
            bare.append(c);
        }
    }
    return bare.normalized(QString::NormalizationForm_C);
}

QString withTelexShapes(QString word)
{
    if (word.startsWith(u"dd")) {
        word.replace(0, 2, u"đ"_s);
    }
    word.replace(u"uow"_s, u"ươ"_s);
    word.replace(u"aw"_s, u"ă"_s);
    word.replace(u"ow"_s, u"ơ"_s);
    word.replace(u"uw"_s, u"ư"_s);
    word.replace(u"aa"_s, u"â"_s);
    word.replace(u"ee"_s, u"ê"_s);
    word.replace(u"oo"_s, u"ô"_s);
    return word;
}

Reading readingOf(const QString &word)
{
    // Telex takes the tone after the vowel or at the end of the word.
    static const QRegularExpression toneLast(uR"(^(?<rest>.+)(?<tone>[sfrxj])$)"_s);
    static const QRegularExpression toneBeforeCoda(
        uR"(^(?<rest>.*[aăâeêioôơuưy])(?<tone>[sfrxj])(?<coda>ch|c|m|ng|nh|n|p|t)$)"_s);
    static const QRegularExpression pattern(
        onset()
        + uR"((?:a[iouy]?|ă|â[uy]?|eo?|êu?|i(?:êu?|[au])?|o(?:a[ioy]?|ă|eo?|i)?|[ôơ]i?)"
          uR"(|u(?:a|ây?|ê|i|ôi?|ơ|y(?:a|êu?|u)?)?|ư(?:[aiu]|ơ[iu]?)?|y(?:êu?)?))"
          uR"((?<coda>ch|c|m|ng|nh|n|p|t)?$)"_s);

    if (isOrdinary(word)) {
        return Reading::Ordinary;
    }
    const QString bare = withoutTones(word);
    QString rest = withTelexShapes(bare);
    const bool isShaped = rest != bare;
    QString tone;
    bool isToneLast = false;
    if (const auto last = toneLast.match(rest); last.hasMatch()) {
        rest = last.captured(u"rest"_s);
        tone = last.captured(u"tone"_s);
        isToneLast = true;
    } else if (const auto inside = toneBeforeCoda.match(rest); inside.hasMatch()) {
        rest = inside.captured(u"rest"_s) + inside.captured(u"coda"_s);
        tone = inside.captured(u"tone"_s);
    }
    const QRegularExpressionMatch syllable = pattern.match(rest);
    const QString coda = syllable.captured(u"coda"_s);
    const bool isStopped = coda == u"c" || coda == u"ch" || coda == u"p" || coda == u"t";
    const bool isToneOfStop = tone == u"s" || tone == u"j"; // sắc and nặng only
    if (!syllable.hasMatch() || (!isShaped && tone.isEmpty()) || (isStopped && !isToneOfStop)) {
        return Reading::Other;
    }
    const bool isNoOtherEnding = tone == u"f" || tone == u"j"
                                 || (isToneLast && (isStopped || coda == u"nh" || coda == u"ng"));
    static const QRegularExpression shapedVowel(u"[ăâêôơư]"_s);
    const bool hasShape = isShaped || shapedVowel.match(rest).hasMatch();
    return !tone.isEmpty() && (hasShape || isNoOtherEnding) ? Reading::ClearlyTelex
                                                            : Reading::Telex;
}

bool isTelex(QStringView text)
{
    static const QRegularExpression notALetter(uR"([^\p{L}\p{M}\p{N}]+)"_s);
    static const QRegularExpression vowel(u"[aeiouyw]"_s);
    // Most text has none of the keystrokes; "tr" is ordinary.
    static const QRegularExpression keystroke(uR"([\p{L}\p{M}](?<!t)[sfrxjw]|aa|ee|oo|dd)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    if (!keystroke.match(text).hasMatch()) {
        return false;
    }
    int telex = 0;
    int clear = 0;
    int others = 0;
    const QString whole = text.toString();
    for (const QString &word : whole.split(notALetter, Qt::SkipEmptyParts)) {
        const bool hasDigit = std::ranges::any_of(word, [](QChar c) { return c.isNumber(); });
        if (hasDigit || !vowel.match(folded(word)).hasMatch()) {
            continue; // a house number, an abbreviation such as TDP
        }
        const Reading reading = readingOf(word);
        telex += reading == Reading::Telex || reading == Reading::ClearlyTelex ? 1 : 0;
        clear += reading == Reading::ClearlyTelex ? 1 : 0;
        others += reading == Reading::Other ? 1 : 0;
    }
    if (others > 0) {
        return clear >= 2 && clear > others;
    }
    return clear > 0 || (telex >= 2 && isAscii(text));
}

} // namespace

bool isDamaged(QStringView text)
{
    return hasForeignSign(text) || isMojibake(text) || hasMisplacedTone(text) || isVni(text)
           || isTelex(text);
}

} // namespace motcua
