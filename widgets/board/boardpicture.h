// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "board/boardmodel.h"

#include <QRect>
#include <QSize>
#include <QStringList>

#include <vector>

namespace motcua {

enum class BoardPart {
    Header,   ///< lines: branch, organisation
    Clock,    ///< lines: date, time
    Call,     ///< lines: label, second label, group, "Counter"
    Waiting,  ///< instead of a call: lines: vi, en
    Previous, ///< lines: "Counter"
    Strip,    ///< a counter in a line of them; lines: "Counter", word when there is no number
    Cell,     ///< a counter in the grid; lines: "Counter", word, names of groups
    Notice,   ///< lines: title, text, link
    Pages,    ///< number: page, count: of so many
    Stale,    ///< lines: what is wrong, what to do, both in the second language
    Frame,    ///< round everything while stale
    Closed,   ///< lines: title, second title, time, date
    Opening,  ///< lines: label, second label, time, day, second day
    Hours,    ///< lines: days, second days, hours; day after day
};

/// How a part is arranged when it comes in more than one shape.
enum class BoardShape {
    Panel, ///< with the counter at the right
    Band,  ///< one line
    Tall,  ///< with the counter below
};

/// One thing on the board with everything that it shows: when it is equal to what it was, nothing
/// of it needs painting.
struct BoardItem
{
    BoardPart part = BoardPart::Header;
    QRect rect; ///< pixels of the window
    BoardShape shape = BoardShape::Panel;
    double zoom = 1; ///< of its text against the design, apart from the board's scale
    std::optional<TicketNumber> ticket = {};
    int number = 0; ///< counter, or page
    int count = 0;
    bool lit = false;
    bool off = false;
    bool framed = false;
    double flash = 0;
    QStringList lines = {};

    friend bool operator==(const BoardItem &, const BoardItem &) = default;
};

/// The board as things to paint. Where two overlap, the later one is on top.
struct BoardPicture
{
    double scale = 1; ///< pixels for one reference pixel
    std::vector<BoardItem> items;
    QRect media; ///< null: there are none
    QRect ticker;

    friend bool operator==(const BoardPicture &, const BoardPicture &) = default;
};

/// Arranges @p model on a window of @p size: mock-ups h and i and their upright sisters.
[[nodiscard]] BoardPicture boardPicture(const BoardModel &model, QSize size);

/// @p number as it is written on the board: "H 042".
[[nodiscard]] QString boardNumber(const TicketNumber &number);

} // namespace motcua
