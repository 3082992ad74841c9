// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "board/boardcontent.h"
#include "core/hallstate.h"

namespace motcua {

struct BoardCall
{
    TicketNumber ticket;
    Bilingual group; ///< short name
    int counter = 0;

    friend bool operator==(const BoardCall &, const BoardCall &) = default;
};

struct BoardCounter
{
    int number = 0;
    Presence presence = Presence::Closed;
    std::optional<TicketNumber> ticket;
    std::vector<Bilingual> groups; ///< of the ticket, or all it serves
    bool called = false;           ///< its call is in the panel or waits for it

    friend bool operator==(const BoardCounter &, const BoardCounter &) = default;
};

/// Everything on the board at one instant. Numbers, groups and counters: there is no place in it
/// for a person, a procedure or a priority.
struct BoardModel
{
    std::vector<Language> languages; ///< never empty
    Bilingual branch;
    Bilingual organisation;
    LocalTime now; ///< to the minute
    bool open = false;
    bool stale = false;

    std::optional<BoardCall> call;      ///< in the panel
    double flash = 0;                   ///< of the panel: 0 yellow to 1 white
    bool framed = false;                ///< white frame instead of the flash
    std::vector<BoardCall> waiting;     ///< newer than the one in the panel, next one first
    std::vector<BoardCall> previous;    ///< newest first
    std::vector<BoardCounter> counters; ///< of the page
    int counterCount = 0;               ///< of all pages
    int page = 0;
    int pages = 1;

    bool media = false;
    std::optional<BoardNotice> notice;
    Language noticeLanguage = Language::Vietnamese;
    std::array<std::vector<Session>, 7> week;
    std::optional<LocalTime> nextOpening;
};

} // namespace motcua
