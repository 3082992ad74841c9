// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/ticketnumber.h"

#include <QDate>
#include <QString>
#include <QUuid>

#include <optional>

namespace motcua {

/// Where a leg stands. The words of word() are the values of the column leg.state.
enum class LegState {
    Waiting,
    Called,
    Serving,
    Held,        ///< set aside by its counter, e.g. gone to photocopy
    Completed,   ///< ended: served
    NoShow,      ///< ended, unless reinstated before the day closes
    Transferred, ///< ended: the next leg waits in another group's line
    Cancelled,   ///< ended: the citizen gave the number back
    Expired,     ///< the day closed first; comes back when that day is opened again
    Undone,      ///< opened by a transfer that was taken back: as if it had never been
};
[[nodiscard]] QString word(LegState state);
[[nodiscard]] std::optional<LegState> legStateFromWord(QStringView word);

/// What can happen to a leg. Undo is none of them: it takes the last one back.
enum class LegAction {
    Call,
    Recall, ///< the hall hears it once more, also after the service began; the state stays
    Start,
    Finish, ///< also of somebody called whose start nobody told
    NoShow,
    Hold,
    Resume, ///< the counter goes on with a held leg
    Transfer,
    Reinstate, ///< back into the line, with the rank it had
    Cancel,
    Expire,
};

/// The state that follows, nothing when the action is illegal there.
[[nodiscard]] std::optional<LegState> nextState(LegState state, LegAction action);

/// Whether a counter is occupied by a leg in this state.
[[nodiscard]] bool isAtCounter(LegState state);

/// One stretch of a ticket in one group's line. Instants are branch time in UTC milliseconds
/// (see branchclock.h), 0 when it has not come to that.
struct Leg
{
    QUuid ticket;
    int ordinal = 1; ///< 1 for the first; a transfer opens the next
    TicketNumber number;
    QDate businessDate;
    QString group;
    LegState state = LegState::Waiting;
    qint64 rank = 0;       ///< see callingorder.h
    qint64 arrivalSeq = 0; ///< event that issued the ticket: breaks ties of rank
    qint64 queuedAt = 0;
    qint64 firstCalledAt = 0;
    qint64 calledAt = 0; ///< last call or recall
    qint64 startedAt = 0;
    qint64 servingSince = 0; ///< start of the stretch of service that is or was last under way
    qint64 endedAt = 0;
    /// Finished stretches of service, without time on hold and without the gap of a take-over. A stretch whose start was not told began
    /// with the last call.
    qint64 serviceMs = 0;
    int calls = 0;
    int counter = 0; ///< 0 for none
    QString staff;   ///< code; empty for none
    /// Transferred to this counter: no other calls it while that one is open; 0 for none.
    int forCounter = 0;

    friend bool operator==(const Leg &, const Leg &) = default;
};

/// Who acts, and when.
struct Actor
{
    qint64 at = 0;
    int counter = 0;
    QString staff;
};

/// The leg after @p action, or IllegalTransition (subject: the ticket number).
[[nodiscard]] Result<Leg> after(Leg leg, LegAction action, const Actor &actor);

/// The called or serving leg of a counter that @p staff took over at @p at. The counter had been silent
/// since @p silentSince, not before the leg was called or served there; 0 when it had not. Nobody
/// knows what happened in such a gap, so it is no service.
[[nodiscard]] Leg takenOver(Leg leg, const QString &staff, qint64 silentSince, qint64 at);

/// The leg that waits in @p group, for @p forCounter unless that is 0, once @p ended was
/// transferred. Rank and arrival are kept.
[[nodiscard]] Leg nextLeg(const Leg &ended, int ordinal, const QString &group, qint64 at,
                          int forCounter = 0);

/// The leg as it was before @p action, the last thing that happened to it, was done by @p actor.
/// Only Start, Finish, NoShow, Hold and Transfer can be taken back; NothingToUndo otherwise. @p from
/// is the state before.
[[nodiscard]] Result<Leg> undone(Leg leg, LegAction action, LegState from, const Actor &actor);

/// What a counter did with a ticket while it could not reach its branch. Instants are branch time in
/// UTC milliseconds.
struct UnlinkedVisit
{
    qint64 calledAt = 0;
    qint64 startedAt = 0; ///< 0: nobody told
    qint64 endedAt = 0;   ///< 0: still there
    /// Completed, NoShow, Held, or Called and Serving while it is still there.
    LegState state = LegState::Called;

    friend bool operator==(const UnlinkedVisit &, const UnlinkedVisit &) = default;
};

/// The leg after @p visit at the counter of @p actor, whose time does not count; what the branch knew
/// of it already is not done again. IllegalTransition (subject: the ticket number) when the leg is
/// elsewhere or over.
[[nodiscard]] Result<Leg> visited(Leg leg, const UnlinkedVisit &visit, const Actor &actor);

} // namespace motcua
