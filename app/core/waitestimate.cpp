// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/waitestimate.h"

#include <algorithm>

namespace motcua {

/// How long one counter takes from one citizen of the group to the next, in ms; nothing when nobody
/// was called.
static std::optional<double> intervalOf(const CallingPace &pace)
{
    if (pace.calls == 0) {
        return std::nullopt;
    }
    const double between = static_cast<double>(pace.counterMs) / pace.calls;
    if (pace.served == 0) {
        return between;
    }
    // A counter is never faster than it serves. It looks slower when it also serves other groups,
    // which counts, or when nobody waited, which must not: hence at most twice as slow.
    const double service = static_cast<double>(pace.servedMs) / pace.served;
    return std::clamp(between, service, 2 * service);
}

std::optional<WaitRange> waitRange(int ahead, const CallingPace &pace)
{
    constexpr double Minute = 60'000;
    constexpr double Least = 0.8; ///< of the expected wait: where the range begins
    constexpr double Most = 1.25; ///< and ends
    constexpr int Step = 5;

    if (pace.openCounters == 0) {
        return std::nullopt;
    }
    const int turns = std::max(0, ahead + 1 - pace.idleCounters);
    if (turns == 0) {
        return WaitRange{0, Step};
    }
    const auto interval = intervalOf(pace);
    if (!interval) {
        return std::nullopt;
    }
    const double minutes = turns * *interval / pace.openCounters / Minute;
    if (minutes > WaitRange::LongestMinutes) {
        return WaitRange{WaitRange::LongestMinutes, std::nullopt};
    }
    const int from = static_cast<int>(minutes * Least) / Step * Step;
    const int to = static_cast<int>(minutes * Most + Step) / Step * Step;
    return WaitRange{std::min(from, WaitRange::LongestMinutes - Step),
                     std::clamp(to, Step, WaitRange::LongestMinutes)};
}

} // namespace motcua
