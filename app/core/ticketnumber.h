// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace motcua {

/// The number a citizen holds, e.g. "H042": the letter of the group that issued it and a running
/// number that starts again every business day.
struct TicketNumber
{
    /// Four digits still fit on the board; the branch's own range (three digits unless it says
    /// otherwise) is a setting of the group.
    static constexpr int Largest = 9999;

    char16_t series = u'A'; ///< 'A' to 'Z'
    int number = 1;         ///< 1 to Largest

    /// Reads what toString() writes; case and missing leading zeros are forgiven ("h42").
    [[nodiscard]] static std::optional<TicketNumber> fromString(QStringView text);
    [[nodiscard]] QString toString() const; ///< at least three digits

    friend auto operator<=>(const TicketNumber &, const TicketNumber &) = default;
};

} // namespace motcua
