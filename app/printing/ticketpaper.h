// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/language.h"
#include "core/localtime.h"
#include "core/ticketnumber.h"

#include <QImage>
#include <QString>

#include <optional>

namespace motcua {

/// Size, line height and weight of a text in dots, as the design's tokens (type.thermal203dpi) say.
struct PaperType
{
    int size;
    int line;
    int weight;
};

struct PaperTypes
{
    static constexpr PaperType Number{176, 184, 800};
    static constexpr PaperType Counter{40, 54, 800};
    static constexpr PaperType Group{36, 48, 800};
    static constexpr PaperType Fact{38, 50, 800};
    static constexpr PaperType Body{28, 38, 500};
    static constexpr PaperType Minimum{24, 32, 500};
};

struct PaperLayout
{
    static constexpr int Width = 576; ///< dots a thermal head of 72 mm prints
    static constexpr int Margin = 24;
    static constexpr int DotsPerMm = 8;
    static constexpr int LongestDots = 145 * DotsPerMm;
    /// Bytes a QR holds at 8 dots a module with room for the words beside it.
    static constexpr int LongestFollowUrl = 84;
};

/// What a ticket on 80 mm paper says. The paper is bilingual whatever language the screen has. No
/// name, no ID number and no priority ever belong here.
struct TicketPaper
{
    struct Wait
    {
        int from;              ///< minutes
        std::optional<int> to; ///< minutes; may equal from; none: nobody knows
        QTime calledFrom;
        QTime calledTo; ///< null without an upper end

        friend bool operator==(const Wait &, const Wait &) = default;
    };

    int branch;           ///< its number, in the door mark
    QString branchName;   ///< "Chi nhánh số 1"
    QString organisation; ///< a line break in it is kept
    TicketNumber number;
    QString group;            ///< Vietnamese name
    QString procedure;        ///< Vietnamese name; empty when none was chosen
    QString counters;         ///< "2, 3, 4"; empty when no counter serves the group now
    std::optional<int> ahead; ///< people; none when nobody knows
    std::optional<Wait> wait; ///< none when there is no basis for one
    /// Content of the QR: an opaque token or the address that ends in it, at most
    /// PaperLayout::LongestFollowUrl bytes. Empty or longer: no QR.
    QString followUrl;
    bool canFollow = false; ///< it leads to a page; otherwise it only says which ticket this is
    QString code;           ///< "7KQ3-MX9F", to type where a QR cannot be read; empty for none
    LocalTime issued;       ///< wall clock of the branch
    int kiosk;              ///< its number
    bool reprint = false;   ///< marked, so that nobody takes it for a second number

    friend bool operator==(const TicketPaper &, const TicketPaper &) = default;
};

/// A bitmap of 576 dots width at 8 dots a millimetre, Format_Mono, where a set bit is ink. It is
/// painted in grey and thresholded, never dithered. At most 1160 dots (145 mm) long for names as
/// long as the catalogue has them; a longer name makes the paper longer, it is never cut.
///
/// The first call loads the fonts: call it once at start to have every later one within
/// milliseconds. Needs a QGuiApplication; any thread.
[[nodiscard]] QImage paintTicket(const TicketPaper &paper);

} // namespace motcua
