// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/printstate.h"
#include "operations/issueticket.h"

namespace motcua {

struct PrintAnswer
{
    TicketNumber ticket;
    PrintState state = PrintState::Pending;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static PrintAnswer fromJson(const QJsonObject &json);
};

/// Records what became of the paper of a ticket of the open day; any state but Pending.
/// Fails with DayNotOpen, UnknownTicket, InvalidInput.
[[nodiscard]] Result<PrintAnswer> recordPrint(Database &database, const CommandContext &context,
                                              const TicketNumber &number, PrintState state);

/// Tickets of @p kiosk whose printing has not ended, taken in the last 30 minutes and still waiting,
/// newest first: what a kiosk offers to print after a crash. Unknown is an end: its citizen was told.
[[nodiscard]] Result<std::vector<IssuedTicket>> pendingPrints(Database &database, int kiosk,
                                                              const QDateTime &clock);

} // namespace motcua
