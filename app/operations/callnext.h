// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/leg.h"
#include "core/reasons.h"
#include "operations/command.h"

namespace motcua {

struct CalledLeg
{
    TicketNumber ticket;
    int counter = 0;
    QString group;
    int leg = 1;       ///< ordinal: 2 after the first transfer
    QString calledAt;  ///< ISO 8601 at the branch
    qint64 waited = 0; ///< seconds since the leg joined its line

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static CalledLeg fromJson(const QJsonObject &json);
};

/// Calls the next citizen to @p counter: the smallest rank among the groups it serves.
///
/// Fails with DayNotOpen, UnknownCounter, NotSignedIn, OnBreak, NobodyWaiting, and with CounterBusy (subject:
/// the ticket) while the counter still has somebody.
[[nodiscard]] Result<CalledLeg> callNext(Database &database, const CommandContext &context,
                                         int counter);

/// Calls @p number out of order, whichever group's or counter's line it waits in: the permission
/// "call_chosen" of whoever is signed in, with a reason, which is recorded.
///
/// Fails as callNext() does and with NotPermitted (subject: the staff), UnknownTicket,
/// IllegalTransition (subject: the ticket) when it does not wait, InvalidInput (subject: the reason).
[[nodiscard]] Result<CalledLeg> callChosen(Database &database, const CommandContext &context,
                                           int counter, const TicketNumber &number,
                                           const QString &reason);

} // namespace motcua
