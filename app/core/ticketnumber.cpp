// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ticketnumber.h"

namespace motcua {

std::optional<TicketNumber> TicketNumber::fromString(QStringView text)
{
    if (text.size() < 2 || text.size() > 5) {
        return std::nullopt;
    }
    char16_t series = text.front().unicode();
    if (series >= u'a' && series <= u'z') { // toUpper() would make I of "ı" and S of "ſ"
        series = static_cast<char16_t>(series - u'a' + u'A');
    }
    if (series < u'A' || series > u'Z') {
        return std::nullopt;
    }
    int number = 0;
    for (const QChar digit : text.sliced(1)) {
        if (digit < u'0' || digit > u'9') { // toInt() would let "+7" and " 7" through
            return std::nullopt;
        }
        number = number * 10 + (digit.unicode() - u'0');
    }
    if (number < 1) {
        return std::nullopt;
    }
    return TicketNumber{series, number};
}

QString TicketNumber::toString() const
{
    return QStringLiteral("%1%2").arg(QChar(series)).arg(number, 3, 10, QLatin1Char('0'));
}

} // namespace motcua
