// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/leg.h"
#include "operations/command.h"
#include "storage/staffrepository.h"

namespace motcua {

/// The open shift at @p counter on an open day: whoever acts at a counter is signed in there.
/// Fails with DayNotOpen, UnknownCounter, NotSignedIn.
[[nodiscard]] Result<Shift> shiftAt(BranchTransaction &command, int counter);

/// How long until a counter that was heard of last at @p heard counts as silent, in ms; not above 0 once
/// it does.
[[nodiscard]] qint64 leftOfLease(const BranchTransaction &command, qint64 heard);

/// The leg a ticket of the open day stands in. Fails with DayNotOpen, UnknownTicket.
[[nodiscard]] Result<Leg> currentLeg(BranchTransaction &command, const TicketNumber &number);

/// Whether the branch knows the member of staff @p code. Fails with UnknownStaff.
[[nodiscard]] Result<> checkStaff(Database &database, const QString &code);
/// The code of whoever @p typed means, see memberOf(). Fails with UnknownStaff.
[[nodiscard]] Result<QString> staffCode(Database &database, const QString &typed);

} // namespace motcua
