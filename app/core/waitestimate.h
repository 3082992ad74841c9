// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTime>

#include <optional>

namespace motcua {

/// How long somebody will wait, as it is promised: never one exact minute.
struct WaitRange
{
    /// Nobody is promised more than this; beyond it is "over 90 minutes".
    static constexpr int LongestMinutes = 90;

    int fromMinutes = 0;              ///< a multiple of 5; 0: "under toMinutes"
    std::optional<int> toMinutes = 5; ///< a multiple of 5; none: "over fromMinutes"

    friend bool operator==(const WaitRange &, const WaitRange &) = default;
};

/// What the last while says of how fast a group is called.
struct CallingPace
{
    /// How far back one looks.
    static constexpr qint64 WindowMs = qint64{45} * 60'000;

    int openCounters = 0; ///< that serve the group now, breaks not counted
    int idleCounters = 0; ///< of these, with nobody there
    int calls = 0;        ///< first calls of the group in the window
    qint64 counterMs = 0; ///< time its counters were open in the window, added up
    int served = 0;       ///< of those calls, served to the end
    qint64 servedMs = 0;  ///< time these took from call to end, added up
};

/// The wait of somebody with @p ahead people before him; nothing when there is no basis: no counter
/// is open, or somebody is ahead and nobody was called in the window.
[[nodiscard]] std::optional<WaitRange> waitRange(int ahead, const CallingPace &pace);

} // namespace motcua
