// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/device.h"
#include "core/hallstate.h"
#include "core/intake.h"

#include <QStringList>
#include <QUuid>

namespace motcua {

/// Somebody who waits: only what a counter may know before the call, never a name.
struct WaitingTicket
{
    TicketNumber ticket = {};
    QString group = {};           ///< letter
    QString procedure = {};       ///< code; empty when none was chosen
    Bilingual procedureName = {}; ///< empty when none was chosen
    QString priority = {};        ///< class; empty for none
    Bilingual priorityName = {};  ///< empty for none
    qint64 bookedFor = 0;         ///< appointment; 0 for none
    int kiosk = 0;                ///< where the number was taken; 0 for none
    qint64 arrivedAt = 0;         ///< the number was taken; 0: not known
    qint64 queuedAt = 0;          ///< later than arrivedAt after a transfer
    int forCounter = 0;           ///< transferred to this counter; 0: any that serves the group
    int calls = 0;
};

/// The citizen at the counter.
struct CurrentTicket
{
    WaitingTicket ticket = {};         ///< its calls are those since it last came out of the line
    LegState state = LegState::Called; ///< Called or Serving
    qint64 firstCalledAt = 0;
    qint64 awayMs = 0;    ///< since then on hold, or in line again after a missed call
    qint64 calledAt = 0;  ///< last call or recall
    qint64 startedAt = 0; ///< 0 until the service starts
    AnnouncementState announcement = AnnouncementState::Pending; ///< of the last call

    /// How long it has been at counters at the branch time @p now.
    [[nodiscard]] qint64 presentMs(qint64 now) const { return now - firstCalledAt - awayMs; }
};

struct HeldTicket
{
    WaitingTicket ticket = {};
    QString reason = {}; ///< one of holdReasons(); empty for none
    qint64 since = 0;
};

/// Did not come when called; can be put back into the line until the day closes.
struct MissedTicket
{
    WaitingTicket ticket = {};
    int counter = 0; ///< that called
    qint64 at = 0;
};

/// What the person signed in did today, at this counter or another.
struct MyDay
{
    qint64 since = 0; ///< first sign-in of the day
    int served = 0;
    /// From the call to the end, so that it does not depend on who tells when a service starts; time
    /// on hold does not count. 0 when nobody was served.
    qint64 averageServiceMs = 0;
    int noShows = 0;
};

/// What was recorded at the counter today; nothing of it says who it was.
struct RecordedIntake
{
    qint64 at = 0;
    TicketNumber ticket = {};
    QString procedure = {};       ///< code; empty when advice named none
    Bilingual procedureName = {}; ///< empty when advice named none
    Outcome outcome = Outcome::Accepted;
    QString code = {};   ///< of the dossier; empty for advice
    bool isMore = false; ///< the dossier was accepted before, and counted then

    /// Whether it counts as one with @p outcome, as in the register and the day's report.
    [[nodiscard]] bool counts(Outcome asked) const
    {
        return outcome == asked && (!isMore || asked != Outcome::Accepted);
    }

    friend bool operator==(const RecordedIntake &, const RecordedIntake &) = default;
};

/// What can be taken back, and until when.
struct UndoableAction
{
    LegAction action = LegAction::Finish; ///< Start, Finish, NoShow, Hold or Transfer
    TicketNumber ticket = {};
    bool toHold = false; ///< somebody else is at the counter: it goes on hold
    qint64 until = 0;    ///< branch time, UTC ms
};

/// All a counter shows, in one moment. Instants are branch time, UTC ms.
struct CounterOverview
{
    HallState hall = {}; ///< groups with their load, counters, branch, clock
    int counter = 0;
    QStringList groups = {}; ///< letters it serves

    // Who is signed in here; empty when nobody is.
    QUuid shift = {};   ///< another id than one's own: the counter was taken over
    QString staff = {}; ///< code
    QString staffName = {};
    QStringList permissions = {}; ///< "call_chosen"
    Presence presence = Presence::Closed;
    QString breakReason = {}; ///< one of breakReasons()
    qint64 breakSince = 0;

    std::optional<CurrentTicket> current = {};
    std::vector<WaitingTicket> mine = {};   ///< that this counter can call, in calling order
    std::vector<WaitingTicket> branch = {}; ///< everybody, in calling order
    std::vector<HeldTicket> held = {};      ///< at this counter, the latest first
    std::vector<MissedTicket> missed = {};  ///< of this counter's groups, the latest first
    MyDay day = {};
    std::optional<UndoableAction> undoable = {};
    std::vector<RecordedIntake> intakes = {}; ///< of this counter today, the latest first

    std::vector<HelpRequest> help = {}; ///< for this counter alone, then the oldest
    std::vector<Device> devices = {};   ///< all, kiosks first
    bool hallIsHeard = false; ///< a device speaks the calls; see operations/announcements.h
};

} // namespace motcua
