// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskmodel.h"
#include "kiosk/kioskstyle.h"

#include <QSize>

namespace motcua {

enum class BannerKind {
    None,
    CardRead,
    TakeCard, ///< it may still lie in the reader
    CardUnreadable,
    NoNumberYet, ///< asking failed: touch again
    NotTaking,   ///< an appointment's code was held before a closed kiosk
    NoServer,
    Offline, ///< no server, but the kiosk has numbers of its own
    CannotPrint,
    HelpComes,
};

/// Why no numbers are given.
enum class ClosedReason {
    None,
    BeforeOpening,
    Break,
    AfterLast,
    DayOff,
    Full,       ///< every group has given its last number
    DayNotOpen, ///< nobody has opened the day yet
    NoServer,   ///< and the kiosk has no number of its own left
};

/// Everything that a page shows.
struct KioskView
{
    Look look;
    KioskComfort comfort;
    bool landscape = false;
    QSize page;      ///< pixels a page has
    int pageTop = 0; ///< pixels above it: header and banner

    HallState hall;
    bool hasHall = false;
    bool offline = false; ///< the hall is as it was before the link was lost, numbers are our own
    Catalogue catalogue;
    LocalTime now;
    ClosedReason closed = ClosedReason::None;
    OpeningState opening;
    QString portalUrl;

    QString group;       ///< letter that was chosen
    QString procedure;   ///< code that was chosen
    bool typing = false; ///< the page has keys to type with
    bool busy = false;   ///< a number is on its way
    std::optional<KioskTicket> ticket;
    PaperState paper = PaperState::Printing;
    PaperTrouble trouble = PaperTrouble::None;
    int closesIn = 0; ///< seconds until the ticket's page closes

    int cardsPage = 0;    ///< of the groups, with larger text
    int rowsPage = 0;     ///< of the procedures
    QString typed;        ///< search or appointment code
    Bilingual refusal;    ///< of an appointment or a PIN
    qsizetype digits = 0; ///< of the PIN

    /// The green rail of the landscape screens; lower buttons do without it.
    [[nodiscard]] bool hasRail() const { return landscape && (!comfort.lowerButtons || typing); }
    /// Controls only in the lower part; keys to type with are there on any landscape screen.
    [[nodiscard]] bool isLow() const { return comfort.lowerButtons && !(landscape && typing); }
    [[nodiscard]] const GroupLoad *load(const QString &letter) const;
    [[nodiscard]] const Procedure *procedureOf(const QString &code) const;
    /// The procedures of a group as they are offered.
    [[nodiscard]] std::vector<const Procedure *> proceduresOf(const QString &letter) const;
};

/// Why no numbers are given at this moment.
[[nodiscard]] ClosedReason closedReason(const KioskView &view);
/// The icon of a group's door.
[[nodiscard]] QString groupIcon(const QString &letter);
/// "Trong ngày", "3 ngày"; empty when the cases differ in kind or nothing is known.
[[nodiscard]] QString limitText(const Procedure &procedure, Language language);

} // namespace motcua
