// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/counteroverview.h"
#include "core/leg.h"
#include "core/reasons.h"
#include "operations/command.h"

namespace motcua {

/// Where a leg stands after something was done with it.
struct LegAnswer
{
    TicketNumber ticket;
    int counter = 0; ///< 0 for none
    QString group;
    int leg = 1;
    LegState state = LegState::Waiting;
    int calls = 0;
    QString at; ///< ISO 8601 at the branch

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static LegAnswer fromJson(const QJsonObject &json);
};

/// What a counter does with the citizen it has: Recall, Start, Finish, NoShow, Hold or Transfer.
struct CounterAction
{
    int counter = 0;
    LegAction action = LegAction::Recall;
    QString to = {};     ///< group a transfer goes to
    QString reason = {}; ///< why on hold: empty or one of holdReasons()
    /// Counter a transfer goes to, which then serves the ticket unless it closes; 0: any. Without a
    /// group the ticket keeps its own if that counter serves it, else takes that counter's first.
    int toCounter = 0;
    /// Whom the clerk saw at the counter; nothing: whoever is there. With another one there the
    /// action is an IllegalTransition.
    std::optional<TicketNumber> ticket = {};
};

/// Fails with DayNotOpen, UnknownCounter, NotSignedIn, NobodyAtCounter, IllegalTransition (subject:
/// the ticket), UnknownGroup, InvalidInput (subject: the reason).
[[nodiscard]] Result<LegAnswer> actAtCounter(Database &database, const CommandContext &context,
                                             const CounterAction &request);

/// Goes on at @p counter with a ticket it put on hold, whose number is called again in the hall; with
/// none named, the one held last.
[[nodiscard]] Result<LegAnswer> resumeHeld(Database &database, const CommandContext &context,
                                           int counter, std::optional<TicketNumber> number);

/// Puts a ticket that missed its call, or is on hold, back into its line with the rank it had.
[[nodiscard]] Result<LegAnswer> reinstateTicket(Database &database, const CommandContext &context,
                                                const TicketNumber &number);

/// A waiting citizen gives the number back.
[[nodiscard]] Result<LegAnswer> cancelTicket(Database &database, const CommandContext &context,
                                             const TicketNumber &number);

/// Takes back the last thing @p counter did, within the branch's undo time (10 s), as a
/// compensating event. Start, finish, no-show, hold and transfer can be taken back while nothing
/// else has happened to the ticket. When somebody else is at the counter by now, the ticket goes on
/// hold there. Fails with NothingToUndo.
[[nodiscard]] Result<LegAnswer> undoLast(Database &database, const CommandContext &context,
                                         int counter);

/// What undoLast() would take back at the branch time @p now. Part of the caller's transaction.
[[nodiscard]] Result<std::optional<UndoableAction>> undoableAt(Database &database,
                                                               const Branch &branch, qint64 now,
                                                               int counter);

} // namespace motcua
