// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pin.h"

#include <algorithm>

namespace motcua {

bool isPin(QStringView text)
{
    return text.size() >= 6 && text.size() <= 12
           && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isWeakPin(QStringView pin)
{
    for (qsizetype period = 1; period <= pin.size() / 2; ++period) {
        bool repeats = true;
        for (qsizetype i = period; i < pin.size(); ++i) {
            repeats = repeats && pin[i] == pin[i - period];
        }
        if (repeats) {
            return true;
        }
    }
    for (const int step : {1, -1}) {
        bool counts = true;
        for (qsizetype i = 1; i < pin.size(); ++i) {
            counts = counts && (pin[i].unicode() - pin[i - 1].unicode() + 10 - step) % 10 == 0;
        }
        if (counts) {
            return true;
        }
    }
    return false;
}

std::optional<std::chrono::seconds> pinthrottle::waitAfter(int failures)
{
    constexpr int FreeTries = 5;
    if (failures >= LockedAfter) {
        return std::nullopt;
    }
    if (failures < FreeTries) {
        return std::chrono::seconds(0);
    }
    return std::chrono::seconds(15 << (failures - FreeTries));
}

} // namespace motcua
