// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demolayout.h"

#include <algorithm>

namespace motcua {

DemoLayout demoLayout(const QRect &available, int caption)
{
    constexpr int Portrait[]{9, 16};
    constexpr int Wide[]{16, 9};
    constexpr double CounterShare = 0.62; // of the height: the clerk's tables need it most
    constexpr double BoardShare = 0.58;   // of the width left of the kiosk
    const int kioskWidth = (available.height() - caption) * Portrait[0] / Portrait[1];
    const int rest = available.width() - kioskWidth;
    const int counterHeight = qRound(available.height() * CounterShare);
    const int topHeight = available.height() - counterHeight;
    const int boardWidth =
        std::min(qRound(rest * BoardShare), (topHeight - caption) * Wide[0] / Wide[1]);
    const int left = available.left() + kioskWidth;
    return {.kiosk = {available.left(), available.top(), kioskWidth, available.height()},
            .board = {left, available.top(), boardWidth, topHeight},
            .guide = {left + boardWidth, available.top(), rest - boardWidth, topHeight},
            .counter = {left, available.top() + topHeight, rest, counterHeight}};
}

} // namespace motcua
