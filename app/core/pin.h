// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace motcua {

/// A PIN is 6 to 12 digits. Ones that everybody tries first are weak: one digit repeated, digits
/// counting up or down, a short pattern repeated ("121212", "123123").
[[nodiscard]] bool isPin(QStringView text);
[[nodiscard]] bool isWeakPin(QStringView pin);

/// How guessing is slowed down: five tries are free, then the wait doubles from 15 s, and after ten
/// failures in a row the PIN is locked until a new one is set (PCI DSS 4.0, 8.3.4: at
/// most 10).
namespace pinthrottle {

inline constexpr int LockedAfter = 10;

/// The wait after @p failures in a row, nothing when the PIN is locked.
[[nodiscard]] std::optional<std::chrono::seconds> waitAfter(int failures);

} // namespace pinthrottle

} // namespace motcua
