// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ticketnumber.h"
#include "core/waitestimate.h"
#include "operations/command.h"
#include "storage/ticketrepository.h"

namespace motcua {

/// A number that a kiosk gave while it could not reach the branch.
struct GivenTicket
{
    TicketNumber number;
    qint64 arrivedAt = 0; ///< branch time, UTC ms; not later than now
    QString token;        ///< what the QR code on the paper holds
    QUuid replaces = {};  ///< ticket that the branch gave to the same wish and nobody heard of
    qint64 bookedFor = 0; ///< of that ticket, UTC ms; 0: it was not booked

    friend bool operator==(const GivenTicket &, const GivenTicket &) = default;
};

struct IssueRequest
{
    QString group;            ///< letter; empty: the procedure's own group
    QString procedure = {};   ///< code; empty when none was chosen
    QString priority = {};    ///< class; empty for none
    int kiosk = 0;            ///< that gives the number; 0 for none
    QString appointment = {}; ///< code of a booking, which then decides group, procedure and rank
    std::optional<GivenTicket> given = {}; ///< as part of another command only
};

struct IssuedTicket
{
    TicketNumber ticket;
    QString group;
    QDate businessDate;
    int ahead = 0; ///< people of the group who are called before
    QUuid id;
    QString issuedAt; ///< ISO 8601 at the branch
    // What the screen and the paper tell beside the number.
    qint64 arrivedAt = 0;           ///< branch time, UTC ms
    QString token = {};             ///< opaque, 16 letters safe in a URL: what the QR code holds
    QString trackingCode = {};      ///< of the token, for typing: "7KQ3-MX9F"
    QString procedure = {};         ///< code; empty when none was chosen
    int kiosk = 0;                  ///< 0 for none
    qint64 bookedFor = 0;           ///< appointment, branch time, UTC ms; 0 for none
    std::vector<int> counters = {}; ///< open ones that serve the group; all when none is open
    std::optional<WaitRange> wait = {}; ///< none: there is no basis
    QTime callFrom = {};                ///< wall clock; null when there is no basis
    QTime callTo = {};                  ///< wall clock; null also when it is "over"
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static IssuedTicket fromJson(const QJsonObject &json);
};

/// Gives a citizen the next number of a group on the open business day.
///
/// Fails with DayNotOpen, UnknownGroup, UnknownProcedure, UnknownPriority, SeriesUsedUp; with an
/// appointment also with UnknownAppointment, AppointmentUsed (subject: the ticket),
/// AppointmentOtherDay (subject: the date).
[[nodiscard]] Result<IssuedTicket> issueTicket(Database &database, const CommandContext &context,
                                               const IssueRequest &request);
/// The same as part of @p command.
[[nodiscard]] Result<IssuedTicket> issueTicket(BranchTransaction &command,
                                               const IssueRequest &request);

/// What the screen and the paper tell of a ticket with @p ahead people before it, at the branch time
/// @p now. Part of the caller's transaction.
[[nodiscard]] Result<IssuedTicket> describe(Database &database, const Branch &branch,
                                            const Ticket &ticket, const Leg &leg, int ahead,
                                            qint64 now);

/// 96 bits nobody can guess, in letters that are safe in a URL.
[[nodiscard]] Result<QString> newToken();

/// What the event says of a ticket's token, which itself must not be read from the chain.
[[nodiscard]] QString tokenDigest(const QString &token);

} // namespace motcua
