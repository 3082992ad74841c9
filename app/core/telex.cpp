// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/telex.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// In the order of the keys f s r x j.
constexpr QStringView ToneMarks = u"\u0300\u0301\u0309\u0303\u0323";
constexpr QStringView ToneKeys = u"fsrxj";
constexpr QStringView Vowels = u"aăâeêioôơuưy";
constexpr QStringView Shaped = u"ăâêôơư";

/// A word without its tone; the tone is an index into ToneMarks, -1 for none.
struct Word
{
    QString letters;
    int tone = -1;
};

Word taken(const QString &text)
{
    Word word;
    for (const QChar c : text) {
        QString apart = QString(c).normalized(QString::NormalizationForm_D);
        for (int tone = 0; tone < ToneMarks.size(); ++tone) {
            if (apart.contains(ToneMarks[tone])) {
                word.tone = tone;
                apart.remove(ToneMarks[tone]);
            }
        }
        word.letters += apart.normalized(QString::NormalizationForm_C);
    }
    return word;
}

bool isVowel(QChar c)
{
    return Vowels.contains(c.toLower());
}

/// Where the tone stands; -1 without a vowel.
qsizetype tonePlace(const QString &letters)
{
    qsizetype first = 0;
    while (first < letters.size() && !isVowel(letters[first])) {
        ++first;
    }
    const QString lower = letters.toLower();
    // The u of "qu" and the i of "gi" belong to the consonant if a vowel follows.
    if ((lower.startsWith("qu"_L1) || lower.startsWith("gi"_L1)) && lower.size() > 2
        && isVowel(lower[2])) {
        first = 2;
    }
    qsizetype last = first;
    while (last < letters.size() && isVowel(letters[last])) {
        ++last;
    }
    const qsizetype count = last - first;
    if (count == 0) {
        return -1;
    }
    for (qsizetype i = last - 1; i >= first; --i) {
        if (Shaped.contains(lower[i])) {
            return i;
        }
    }
    const bool closed = last < letters.size();
    return count == 1 || (count == 2 && !closed) ? first : first + 1;
}

QString joined(const Word &word)
{
    const qsizetype place = word.tone >= 0 ? tonePlace(word.letters) : -1;
    QString text = word.letters;
    if (place >= 0) {
        text.insert(place + 1, ToneMarks[word.tone]);
    }
    return text.normalized(QString::NormalizationForm_C);
}

/// Puts @p to in place of @p from, keeping the case.
void replaceAt(QString &letters, qsizetype place, QChar to)
{
    letters[place] = letters[place].isUpper() ? to.toUpper() : to;
}

/// The marks of w, and of a, e, o and d typed twice. False when the key stands for itself.
bool shape(QString &letters, QChar key)
{
    struct Rule
    {
        char16_t key;
        char16_t from;
        char16_t to;
    };
    static constexpr Rule Rules[] = {{u'w', u'a', u'ă'}, {u'w', u'o', u'ơ'}, {u'w', u'u', u'ư'},
                                     {u'a', u'a', u'â'}, {u'e', u'e', u'ê'}, {u'o', u'o', u'ô'},
                                     {u'd', u'd', u'đ'}};
    for (qsizetype i = letters.size() - 1; i >= 0; --i) {
        const QChar lower = letters[i].toLower();
        for (const Rule &rule : Rules) {
            if (key != rule.key) {
                continue;
            }
            if (lower == rule.to) { // pressed once more: taken back
                const bool horns = i > 0 && lower == u'ơ' && letters[i - 1].toLower() == u'ư';
                replaceAt(letters, i, rule.from);
                if (horns) {
                    replaceAt(letters, i - 1, u'u');
                }
                letters += key;
                return true;
            }
            if (lower == rule.from) {
                replaceAt(letters, i, rule.to);
                if (key == u'w' && lower == u'o' && i > 0 && letters[i - 1].toLower() == u'u') {
                    replaceAt(letters, i - 1, u'ư'); // "uow" is "ươ"
                } else if (key == u'w' && lower == u'u' && i > 0
                           && letters[i - 1].toLower() == u'u') {
                    replaceAt(letters, i, u'u');
                    replaceAt(letters, i - 1, u'ư'); // "uuw" is "ưu"
                }
                return true;
            }
        }
    }
    return false;
}

} // namespace

QString telexTyped(const QString &text, QChar key)
{
    if (!key.isLetter()) {
        return text + key;
    }
    qsizetype start = text.size();
    while (start > 0 && text[start - 1].isLetter()) {
        --start;
    }
    const QString before = text.left(start);
    Word word = taken(text.mid(start));
    const QChar lower = key.toLower();
    if (const qsizetype tone = ToneKeys.indexOf(lower); tone >= 0 && tonePlace(word.letters) >= 0) {
        if (word.tone == tone) {
            word.tone = -1;
            word.letters += key;
        } else {
            word.tone = static_cast<int>(tone);
        }
    } else if (lower == u'z' && word.tone >= 0) {
        word.tone = -1;
    } else if (!shape(word.letters, lower)) {
        if (lower == u'w' && word.letters.isEmpty()) {
            word.letters += key.isUpper() ? u'Ư' : u'ư';
        } else {
            word.letters += key;
        }
    }
    return before + joined(word);
}

} // namespace motcua
