// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/announcement.h"
#include "core/catalogue.h"
#include "core/leg.h"
#include "core/waitestimate.h"

#include <QDate>

#include <optional>
#include <vector>

namespace motcua {

/// A line and how busy it is.
struct GroupLoad
{
    Group group = {};
    int waiting = 0;
    qint64 oldestQueuedAt = 0;          ///< 0 when nobody waits
    std::vector<int> counters = {};     ///< that serve it and are open, breaks not counted
    bool takesNumbers = false;          ///< a day is open, the group active, numbers are left
    std::optional<WaitRange> wait = {}; ///< of the next newcomer; none: there is no basis
};

enum class Presence {
    Closed,
    Open,
    OnBreak,
};

struct CounterState
{
    int number = 0;
    QStringList groups = {}; ///< letters it serves
    Presence presence = Presence::Closed;
    std::optional<TicketNumber> ticket = {}; ///< called or served there
    LegState state = LegState::Called;       ///< of that ticket
    qint64 calledAt = 0;                     ///< last call or recall; 0 when nobody is there
};

/// A call as the hall sees it; the last one of its ticket.
struct HallCall
{
    qint64 id = 0; ///< event of the call or recall: a higher one is a newer one
    TicketNumber ticket = {};
    QString group = {}; ///< letter of the line it was called from; a transfer changes it
    int counter = 0;
    qint64 at = 0;
    bool recall = false;
    AnnouncementState announcement = AnnouncementState::Pending;
};

/// The branch as kiosk and board may see it: numbers, groups, counters. No person, no procedure and
/// no priority is in it. Instants are branch time, UTC ms; read a wall clock from them with
/// branch.settings.timeZone.
struct HallState
{
    struct Branch
    {
        int number = 0;
        QString code; ///< "CN1"
        Bilingual name;
        Bilingual organisation;
        BranchSettings settings;
    };

    Branch branch = {};
    qint64 seq = 0;                          ///< last event in it
    QDate businessDate = {};                 ///< null while no day is open
    qint64 branchNow = 0;                    ///< the branch clock at the moment of reading
    int issued = 0;                          ///< tickets of the open day
    std::vector<GroupLoad> groups = {};      ///< active ones in the catalogue's order
    std::vector<CounterState> counters = {}; ///< by number
    std::vector<HallCall> calls =
        {}; ///< of the open day, newest first, one for each ticket, at most 12
};

} // namespace motcua
