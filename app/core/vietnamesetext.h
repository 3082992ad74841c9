// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QTime>

namespace motcua {

/// Text as it may be stored: NFC, without control characters and the invisible ones that official
/// web pages carry (U+200B..U+200F, U+00AD, U+FEFF, bidi marks), U+00A0 and runs of white space made one space,
/// trimmed. Every input from keyboard, scanner, file or command line passes through here.
[[nodiscard]] QString cleaned(QStringView text);

/// For search only: lower case, no accents, đ as d, tone placement gone with the tones; words kept
/// apart by one space. "Sổ ĐỎ" is "so do".
[[nodiscard]] QString folded(QStringView text);

/// Where names sort: by the last word (tên), then the first (họ), then the middle; Vietnamese
/// alphabet, tones huyền hỏi ngã sắc nặng. Compare the keys bytewise; no locale is asked.
[[nodiscard]] QByteArray nameSortKey(QStringView name);
/// The same alphabet for ordinary text, from its first word on.
[[nodiscard]] QByteArray textSortKey(QStringView text);

/// "22/11/2026"
[[nodiscard]] QString shortDate(const QDate &date);
/// "ngày 22 tháng 11 năm 2026"; days below 10 and months below 3 are written 05, 02 as papers do.
[[nodiscard]] QString officialDate(const QDate &date);
/// "08 giờ 05 phút, ngày 22 tháng 11 năm 2026"
[[nodiscard]] QString officialTime(const QDate &date, const QTime &time);
/// "Thứ Hai" … "Chủ nhật"
[[nodiscard]] QString weekdayName(const QDate &date);
/// "1.234.567 đồng"
[[nodiscard]] QString officialMoney(qint64 dong);

} // namespace motcua
