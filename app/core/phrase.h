// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/language.h"
#include "core/ticketnumber.h"

#include <QString>

namespace motcua {

/// The word for hundreds without tens: "một trăm linh một" in Hà Nội, "lẻ" in the south.
enum class HundredsWord { Linh, Le };

/// Digit by digit, as ticket numbers are read: 42 with 3 digits is "không bốn hai". A longer number
/// keeps all its digits; a negative one has no words.
[[nodiscard]] QString spokenDigits(int number, int digits, Language language);

/// As a count is read: 21 is "hai mươi mốt". 0 to 999,999, nothing outside.
[[nodiscard]] QString spokenCount(int number, Language language,
                                  HundredsWord hundreds = HundredsWord::Linh);

/// What the hall hears when @p ticket is called. The group's name is said because letters rhyme;
/// priority is never said. A group without a name in @p language is left out.
///
/// Vietnamese: "Mời công dân có số H, không bốn hai, Hộ tịch, đến quầy số ba."
/// English: "Number H, zero four two, civil status, counter three."
[[nodiscard]] QString callPhrase(const TicketNumber &ticket, const Bilingual &group, int counter,
                                 Language language);

} // namespace motcua
