// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>

namespace motcua {

/// Where the windows of the demo lie, frames included, so that all fit one screen.
struct DemoLayout
{
    QRect kiosk;   ///< left, portrait
    QRect board;   ///< top
    QRect guide;   ///< beside the board
    QRect counter; ///< below both
};

/// Shares @p available, at least 1024 × 600, between the four. @p caption is the height of a title
/// bar.
[[nodiscard]] DemoLayout demoLayout(const QRect &available, int caption);

} // namespace motcua
