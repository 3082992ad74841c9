// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/intakes.h"

namespace motcua {

/// What a counter did with a number while it could not reach its branch, until the branch has
/// answered.
struct OfflineVisit
{
    QUuid id; ///< of the command that tells how it ended
    TicketNumber ticket;
    QDate date; ///< business day
    int counter = 0;
    QString staff; ///< code
    /// Instants: branch time as the counter knows it. A visit that began with the branch keeps the
    /// time of its last call there, which tells the two to be one.
    UnlinkedVisit leg = {};

    [[nodiscard]] bool isHere() const { return isAtCounter(leg.state); }
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static OfflineVisit fromJson(const QJsonObject &json);
    friend bool operator==(const OfflineVisit &, const OfflineVisit &) = default;
};

/// What became of it.
struct ToldVisit
{
    TicketNumber ticket;
    /// Why the ticket's own way was left alone: "elsewhere", "day_over", "unknown_ticket"; empty when
    /// the visit is part of it.
    QString apart = {};
    int counter = 0;                    ///< that had it too; 0 for none
    std::optional<LegState> state = {}; ///< where the ticket stands

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ToldVisit fromJson(const QJsonObject &json);
};

/// Whether a number that the branch does not know may still be told by the kiosk that gave it.
enum class Unknown {
    Wait, ///< fail with UnknownTicket: to be told again
    Take, ///< write the visit down without a ticket
};

/// Takes over what a counter did, whoever is signed in there by now. What was done twice is written
/// down as that: a ticket that another counter had, that was cancelled or whose day is over stays
/// as it is.
///
/// Fails with DayNotOpen (to be told again once one is open), UnknownCounter, UnknownStaff,
/// UnknownTicket. A visit that is still there is told under another id each time; it fails with
/// CounterTaken when its clerk is not signed in,
/// CounterBusy (subject: the ticket) when somebody else is at the counter, IllegalTransition (subject:
/// the ticket) where the ticket's own way would be left alone: nothing is written, it goes on without.
[[nodiscard]] Result<ToldVisit> tellVisit(Database &database, const CommandContext &context,
                                          const OfflineVisit &visit, Unknown unknown);

/// A form that was recorded then, in the order of the visits.
struct OfflineIntake
{
    /// Of the command that records it: the one that was sent when the link broke, if it was.
    QUuid id;
    QUuid visit;
    TicketNumber ticket;
    QDate date;
    int counter = 0;
    QString staff;
    qint64 recordedAt = 0; ///< branch time as the counter knows it, UTC ms
    Draft form = {};

    /// For recordIntake(), which returns what is on record when that was sent before.
    [[nodiscard]] IntakeRequest request() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static OfflineIntake fromJson(const QJsonObject &json);
    friend bool operator==(const OfflineIntake &, const OfflineIntake &) = default;
};

/// Wrong PINs that were typed at a locked counter.
struct OfflineRefusals
{
    QUuid id; ///< of the command that tells them
    int counter = 0;
    QString staff;
    int failures = 0;
    qint64 lastAt = 0; ///< branch time as the counter knows it, UTC ms

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static OfflineRefusals fromJson(const QJsonObject &json);
    friend bool operator==(const OfflineRefusals &, const OfflineRefusals &) = default;
};

/// Writes them down as refused sign-ins; nobody is locked out by what is over.
[[nodiscard]] Result<> tellRefusals(Database &database, const QDateTime &clock,
                                    const OfflineRefusals &refusals);

} // namespace motcua
