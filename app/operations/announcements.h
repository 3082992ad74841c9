// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/announcement.h"
#include "core/leg.h"
#include "storage/branchtransaction.h"

namespace motcua {

/// Queues the call of @p leg, or its recall, with the event that @p command appends next. A recall
/// of what is still to be spoken is left out; a call to another counter takes its place.
[[nodiscard]] Result<> announce(BranchTransaction &command, const Leg &leg, bool recall);

/// Nothing that was not spoken yet will be: the day closes.
[[nodiscard]] Result<> expireAnnouncements(BranchTransaction &command);
/// Nor will a call of @p ticket that was not spoken yet: nobody waits for it any more.
[[nodiscard]] Result<> expireAnnouncements(BranchTransaction &command, const QUuid &ticket);

/// A call of @p ticket that was expired before anybody said it is to be spoken after all: what
/// ended it was taken back.
[[nodiscard]] Result<> reviveAnnouncement(BranchTransaction &command, const QUuid &ticket);

/// What the board with this number is called as a speaker: "board-1".
[[nodiscard]] QString speakerName(int board);

/// The device that speaks the calls of a hall.
struct Speaker
{
    QString device; ///< speakerName(): the same after a restart
    QUuid session;  ///< another one for every start of the process
    /// False without a loudspeaker: it speaks only while no other board says that it can be heard.
    bool isHeard = true;
};

/// How long a speaker that fell silent stays the only one; see keepSpeaking().
inline constexpr qint64 SpeakerLeaseMs = 30'000;
/// Older calls are not spoken when a voice starts or another one takes its place.
inline constexpr qint64 AnnouncementLifeMs = 30'000;

/// Claims the next announcement for @p speaker; nothing when none waits or another device speaks.
///
/// Of several boards one speaks: the one that asked first and keeps asking, at least every 10 s. It
/// is followed by another that asks SpeakerLeaseMs after its last sign of life, or at once when it
/// lost its loudspeaker. A new session of the same device goes on at once: that there is only one
/// process for each device is the caller's part.
///
/// Each announcement is claimed at most once, durably before its first sound: a crash after the
/// claim counts as spoken, even when it came before the first sample (the call stays on the board
/// and can be recalled). What was claimed but could not begin is given back with
/// finishAnnouncement(…, Pending). Asking for the next ends the one before. When a speaker starts,
/// calls older than AnnouncementLifeMs expire.
[[nodiscard]] Result<std::optional<Announcement>> nextAnnouncement(Database &database,
                                                                   const Speaker &speaker,
                                                                   const QDateTime &clock);

/// Says what became of a claimed announcement: Done, Silent, Failed, or Pending to give it back.
/// Does nothing when @p speaker does not hold it any more.
[[nodiscard]] Result<> finishAnnouncement(Database &database, const Speaker &speaker, qint64 id,
                                          AnnouncementState outcome, const QDateTime &clock);

/// Says that @p speaker lives while what it says is longer than its lease.
[[nodiscard]] Result<> keepSpeaking(Database &database, const Speaker &speaker,
                                    const QDateTime &clock);

/// Lets another device speak at once.
[[nodiscard]] Result<> stopSpeaking(Database &database, const Speaker &speaker);

} // namespace motcua
