// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/language.h"
#include "core/localtime.h"
#include "core/workingcalendar.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace motcua {

/// A card beside the calls.
struct BoardNotice
{
    Bilingual title;
    Bilingual text; ///< its own line breaks are kept
    QString link;   ///< shown as a QR code; empty for none

    friend bool operator==(const BoardNotice &, const BoardNotice &) = default;
};

/// What a board shows besides the calls; it comes from the settings of its PC and the calendar.
struct BoardContent
{
    /// The first leads; a second one stands beside it where there is room.
    std::vector<Language> languages{Language::Vietnamese, Language::English};
    std::vector<BoardNotice> notices;         ///< in turn, while media are shown
    std::vector<Bilingual> ticker;            ///< in turn
    std::array<std::vector<Session>, 7> week; ///< opening hours, Monday first
    std::optional<LocalTime> nextOpening;     ///< shown while the branch is closed
    bool isOver = false; ///< the branch is closed, though nobody has closed its day
    bool reducedMotion = false;

    friend bool operator==(const BoardContent &, const BoardContent &) = default;
};

} // namespace motcua
