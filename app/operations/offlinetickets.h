// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/issueticket.h"

namespace motcua {

/// Numbers of one line that a kiosk holds in advance, to give them while it cannot reach the branch.
/// They are of one business day: on the next one they are worth nothing.
struct NumberLease
{
    QDate date;
    QString group;
    int first = 0;
    int last = 0; ///< below first: none is left

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static NumberLease fromJson(const QJsonObject &json);
    friend bool operator==(const NumberLease &, const NumberLease &) = default;
};

/// Takes the last numbers of @p group's line that nobody holds, as many as the branch's settings say
/// but never more than half of those that are left, so that the branch itself can go on.
/// Fails with DayNotOpen, UnknownGroup, SeriesUsedUp, InvalidInput (no kiosk).
[[nodiscard]] Result<NumberLease> leaseNumbers(Database &database, const CommandContext &context,
                                               int kiosk, const QString &group);

/// A ticket that a kiosk gave without the branch, until the branch has answered.
struct OfflineTicket
{
    QUuid id; ///< of the command that tells it
    QUuid
        wish; ///< command that asked the branch for it before, which may have been done all the same
    TicketNumber number;
    QDate date; ///< business day on the paper
    QString procedure = {};
    QString priority = {};
    int kiosk = 0;
    qint64 arrivedAt = 0; ///< branch time as the kiosk knows it, UTC ms
    QString token = {};
    /// Code of the booking it was given to, whose time decides its rank; empty for none.
    QString appointment = {};

    [[nodiscard]] QString group() const { return QChar(number.series); }
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static OfflineTicket fromJson(const QJsonObject &json);
    friend bool operator==(const OfflineTicket &, const OfflineTicket &) = default;
};

/// What became of it.
struct ToldTicket
{
    TicketNumber ticket;
    /// Why it is not called: "day_over", "number_given", or the word of the error that forbids it;
    /// empty when it waits.
    QString lapsed = {};

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ToldTicket fromJson(const QJsonObject &json);
};

/// Lets a ticket that a kiosk gave wait, in the place that its arrival gives it. A ticket of the same
/// wish that the branch has given and nobody heard of is cancelled by it, and leaves its place to it.
/// One of a booking that cannot be used waits by its arrival.
///
/// One of a day that is over lapses: it is written down and counted with its day, but not called,
/// because whoever had it has gone home and comes back with a new number. Fails with DayNotOpen while
/// its day has not been opened yet: to be told again then.
[[nodiscard]] Result<ToldTicket> tellTicket(Database &database, const CommandContext &context,
                                            const OfflineTicket &ticket);

} // namespace motcua
