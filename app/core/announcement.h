// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/language.h"
#include "core/ticketnumber.h"

#include <optional>

namespace motcua {

/// One call the hall has to hear; the queue they come from is in the database.
struct Announcement
{
    qint64 id = 0; ///< event of the call: the order they came in
    TicketNumber ticket;
    Bilingual group; ///< short name
    int counter = 0;
    bool recall = false;
};

/// What became of an announcement. The words of word() are the values of announcement.state.
enum class AnnouncementState {
    Pending, ///< nobody has said it yet
    Playing, ///< claimed by the one device that says it
    Done,    ///< heard, or cut off by a crash: it is never said again
    /// Too old when the voice came back, overtaken by another call of the same ticket, or nobody
    /// waits for it any more.
    Expired,
    Silent, ///< there was nothing to play it on: the counter is told
    Failed, ///< cut at its deadline, or no voice could say it: the counter is told
};
[[nodiscard]] QString word(AnnouncementState state);
[[nodiscard]] std::optional<AnnouncementState> announcementStateFromWord(QStringView word);

} // namespace motcua
