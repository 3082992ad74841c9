// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace motcua {

/// How far a sync with the centre is.
struct SyncProgress
{
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 cursor = 0; ///< the centre has everything up to this event
    qint64 head = 0;   ///< the branch's last event
};

/// Guesses how long a sync still takes, by the events that are done since its first batch.
class SyncPace
{
public:
    /// @p elapsedMs since the sync began; nothing with the first batch, when nobody can know.
    [[nodiscard]] std::optional<qint64> secondsLeft(const SyncProgress &progress, qint64 elapsedMs)
    {
        if (m_first < 0) {
            m_first = progress.cursor;
        }
        constexpr qint64 Second = 1000;
        const qint64 done = progress.cursor - m_first;
        return done <= 0
                   ? std::nullopt
                   : std::optional(elapsedMs * (progress.head - progress.cursor) / done / Second);
    }

private:
    qint64 m_first = -1;
};

/// How a branch stands with the centre, as the branch itself remembers it.
struct SyncStanding
{
    qint64 syncedAt = 0; ///< UTC ms, 0: never
    qint64 cursor = 0;   ///< event that the centre had then
    qint64 head = 0;     ///< the branch's last event
    int provenDays = 0;  ///< closed days of which both ends hold the same
    QDate lastProven = {};
    std::vector<QDate> unprovenDays = {}; ///< closed days that were not compared yet, or differ
    int failures = 0;                     ///< in a row
    qint64 nextTryAt = 0;                 ///< UTC ms
    QTimeZone zone = QTimeZone::utc();    ///< of the branch's wall

    friend bool operator==(const SyncStanding &, const SyncStanding &) = default;
};

} // namespace motcua
