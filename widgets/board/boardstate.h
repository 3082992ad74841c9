// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "board/boardmodel.h"

namespace motcua {

/// Which counters share a page when not all fit: whole groups in the order they are first served,
/// a group larger than a page is cut. Indexes into @p counters.
[[nodiscard]] std::vector<std::vector<size_t>> pagesByGroup(
    const std::vector<CounterState> &counters, size_t perPage);

/// Decides what the board shows when. It has no clock and no widget: every instant is an argument,
/// in milliseconds of a clock that never jumps.
///
/// One call at a time is in the panel, for at least 8 s and as long as it is being spoken. Calls
/// that come meanwhile are seen at once all the same: each lights its counter, turns to its page
/// and stands first among the small cards, marked, until it is its turn in the panel. So nobody
/// depends on being the one in the panel, and no call cuts another one short.
class BoardState
{
public:
    /// @p wallClock is the PC's, UTC ms, at @p now: the board's clock until a branch was read.
    BoardState(qint64 now, qint64 wallClock);

    void setContent(const BoardContent &content, qint64 now);
    /// Whether there are pictures to show; without them the counters get their room, which is less
    /// on a @p tall screen.
    void setShape(bool media, bool tall, qint64 now);
    /// What was read of the branch just now. The first reading is no news: its newest call stands
    /// in the panel without a flash, unless it is only just made. Branch time is @p lead ms before
    /// the PC's clock, which the header shows.
    void setHall(const HallState &hall, qint64 now, qint64 lead = 0);
    /// Nothing can be read of the branch, whatever the clock says of the last reading.
    void setCut(bool cut) { m_cut = cut; }
    /// The voice begins @p id: it takes the panel, whatever is there, and flashes.
    void startSpeaking(qint64 id, qint64 now);
    /// The voice says @p id once more: it flashes again.
    void repeatSpeaking(qint64 id, qint64 now);
    void stopSpeaking(qint64 id);

    /// What is on the board at @p now, which never goes back.
    [[nodiscard]] BoardModel at(qint64 now);
    /// When at() will next answer something else by itself. Call at() first.
    [[nodiscard]] qint64 nextChange(qint64 now) const;
    /// Pixels of the whole picture against burn-in; each of x and y is 0 or 2.
    [[nodiscard]] std::pair<int, int> shift(qint64 now) const;
    /// A call is new: pictures hold still.
    [[nodiscard]] bool isCallFresh(qint64 now) const;
    /// The call in the panel, 0 for none.
    [[nodiscard]] qint64 shownId() const { return m_shown ? m_shown->id : 0; }

private:
    [[nodiscard]] bool isHeld(qint64 now) const;
    [[nodiscard]] BoardCall boardCall(const HallCall &call) const;
    [[nodiscard]] Bilingual groupName(const QString &letter) const;
    [[nodiscard]] BoardCounter boardCounter(const CounterState &counter) const;
    [[nodiscard]] bool isStanding(const HallCall &call) const;
    [[nodiscard]] bool isCalled(int counter) const;
    [[nodiscard]] LocalTime localTime(qint64 now) const;
    void show(const HallCall &call, qint64 now);
    void flash(qint64 now);
    void paginate(qint64 now);
    void turnTo(int counter, qint64 now);
    void turnPages(qint64 now);

    BoardContent m_content;
    bool m_media = false;
    bool m_tall = false;
    HallState m_hall;
    bool m_read = false;
    bool m_cut = false;
    qint64 m_readAt;
    qint64 m_wallClock; ///< UTC ms at m_readAt
    qint64 m_startedAt;
    qint64 m_knownId = 0;
    std::optional<HallCall> m_shown;
    qint64 m_shownAt = 0;
    qint64 m_arrivedAt = 0; ///< of the newest call
    std::optional<qint64> m_flashAt;
    qint64 m_speaking = 0;
    std::vector<HallCall> m_waiting; ///< oldest first
    std::vector<std::vector<size_t>> m_pages;
    size_t m_page = 0;
    qint64 m_pageAt = 0;
    qint64 m_contentAt;
};

} // namespace motcua
