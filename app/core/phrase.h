// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/language.h"
#include "core/ticketnumber.h"

#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace motcua {

/// The word for hundreds without tens: "một trăm linh một" in Hà Nội, "lẻ" in the south.
enum class HundredsWord { Linh, Le };

/// Digit by digit, as ticket numbers are read: 42 with 3 digits is "không bốn hai". A longer number
/// keeps all its digits; a negative one has no words.
[[nodiscard]] QString spokenDigits(int number, int digits, Language language);

/// As a count is read: 21 is "hai mươi mốt". 0 to 999,999, nothing outside.
[[nodiscard]] QString spokenCount(int number, Language language,
                                  HundredsWord hundreds = HundredsWord::Linh);

/// What stands between one unit and the next, on paper and in the air.
enum class Joint {
    Space,  ///< "bốn hai": no pause
    Hyphen, ///< "twenty-four": no pause
    Comma,  ///< a short pause
    Stop,   ///< the end of the sentence
};

/// What is said in one breath and recorded as one clip. Its text is its name: a voice pack that has
/// no clip of exactly this text has a gap, so what is read and what is heard cannot differ.
struct SpokenUnit
{
    QString text;
    Joint after = Joint::Space;

    friend bool operator==(const SpokenUnit &, const SpokenUnit &) = default;
};

/// The call of @p ticket, unit by unit: call, letter, digits, name of the group, counter. The
/// group's name is said because letters rhyme; priority is never said. A group without a name in
/// @p language is left out.
[[nodiscard]] std::vector<SpokenUnit> callUnits(const TicketNumber &ticket, const Bilingual &group,
                                                int counter, Language language,
                                                HundredsWord hundreds = HundredsWord::Linh);

/// Every unit a branch's calls can need in @p language, each once, in the order a person would
/// like to read them out: digits, counts up to @p largestCounter, phrases, @p letters, @p groups.
[[nodiscard]] QStringList unitsNeeded(const QString &letters, std::span<const Bilingual> groups,
                                      int largestCounter, Language language,
                                      HundredsWord hundreds = HundredsWord::Linh);

/// @p units as they are written.
[[nodiscard]] QString toText(std::span<const SpokenUnit> units);

/// What the hall hears when @p ticket is called: callUnits() as they are written.
///
/// Vietnamese: "Mời công dân có số H, không bốn hai, Hộ tịch, đến quầy số ba."
/// English: "Number H, zero four two, civil status, counter three."
[[nodiscard]] QString callPhrase(const TicketNumber &ticket, const Bilingual &group, int counter,
                                 Language language, HundredsWord hundreds = HundredsWord::Linh);

} // namespace motcua
