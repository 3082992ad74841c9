// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "core/hallstate.h"
#include "core/localtime.h"
#include "core/openinghours.h"
#include "core/ticketnumber.h"
#include "shared/theme.h"

#include <QUuid>

#include <chrono>
#include <optional>
#include <vector>

namespace motcua {

/// What a citizen chose for himself; the next one finds the defaults again.
struct KioskComfort
{
    Language language = Language::Vietnamese;
    bool largerText = false;
    bool highContrast = false;
    bool lowerButtons = false;
    bool readAloud = false;

    friend bool operator==(const KioskComfort &, const KioskComfort &) = default;
};

/// Why there is no paper. The number is valid all the same.
enum class PaperTrouble {
    None,
    Out,
    CoverOpen,
    Jam,
    Silent,    ///< no answer, or nobody knows whether a ticket came out
    NoPrinter, ///< this kiosk has none
};

/// A ticket as its citizen sees it.
struct KioskTicket
{
    TicketNumber number;
    QString letter; ///< of the group it waits in
    Bilingual group;
    Bilingual procedure;          ///< empty when none was chosen
    std::optional<int> ahead = 0; ///< people; none: given without the branch, nobody knows
    std::optional<WaitRange> wait = {};
    QTime callFrom = {}; ///< null: no basis
    QTime callTo = {};   ///< null also when the wait has no upper end
    std::vector<int> counters = {};
    QString followUrl = {}; ///< content of the QR code; empty: none
    bool canFollow = false; ///< it leads to a page; otherwise it only says which ticket this is
    QString trackingCode = {};
};

enum class PaperState {
    Printing,
    Printed,
    Trouble,
};

/// What is asked of the branch when a citizen takes a number.
struct KioskRequest
{
    QUuid id; ///< of the command; the same when the same wish is sent again
    QString group;
    QString procedure = {};
    QString priority = {};
};

/// A time in the design's tokens.
[[nodiscard]] inline std::chrono::seconds designSeconds(QLatin1StringView path)
{
    return std::chrono::seconds(qRound(designNumber(path)));
}

/// How a kiosk's window behaves.
struct KioskBehaviour
{
    /// Of one page into the next; 0: none.
    std::chrono::milliseconds pageFade{160};
    /// After what is on a page moved by itself: a finger on its way would hit something else.
    std::chrono::milliseconds touchPause{400};
    bool fullScreen = true; ///< else a window that can be closed: demo
    QString portalUrl;      ///< online service, shown when closed; empty: no QR
    std::chrono::milliseconds idleWarning =
        designSeconds(QLatin1StringView("timing.kiosk.idleWarnS"));
    std::chrono::milliseconds idleCountdown =
        designSeconds(QLatin1StringView("timing.kiosk.idleCountdownS"));
    std::chrono::milliseconds ticketShown =
        designSeconds(QLatin1StringView("timing.kiosk.issuedS"));
    std::chrono::milliseconds troubleShown =
        designSeconds(QLatin1StringView("timing.kiosk.paperOutS"));
    std::chrono::milliseconds helpPause =
        designSeconds(QLatin1StringView("timing.kiosk.helpRequestedS"));
    /// From the reading of a card until it is asked for, and for how long.
    std::chrono::milliseconds cardReminder =
        designSeconds(QLatin1StringView("timing.kiosk.cardReadS"));
    std::chrono::milliseconds staffHold{5'000}; ///< the logo, to ask for the PIN
};

} // namespace motcua
