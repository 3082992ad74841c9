// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/issueticket.h"

namespace motcua {

/// What is known of a ticket's paper. The words of word() are the values of ticket.print_state.
enum class PrintState {
    Pending,
    Printed, ///< the printer said so, or the spooler for a printer that cannot
    Failed,
    Unknown, ///< sent, but the printer never answered
    Reprinted,
};
[[nodiscard]] QString word(PrintState state);
[[nodiscard]] std::optional<PrintState> printStateFromWord(QStringView word);

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

/// Tickets of @p kiosk whose paper nobody knows of, taken in the last 30 minutes and still waiting,
/// newest first: what a kiosk offers to print after a crash.
[[nodiscard]] Result<std::vector<IssuedTicket>> pendingPrints(Database &database, int kiosk,
                                                              const QDateTime &clock);

} // namespace motcua
