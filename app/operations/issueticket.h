// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ticketnumber.h"
#include "operations/command.h"

namespace motcua {

struct IssueRequest
{
    QString group;          ///< letter; empty: the procedure's own group
    QString procedure = {}; ///< code; empty when none was chosen
    QString priority = {};  ///< class; empty for none
};

struct IssuedTicket
{
    TicketNumber ticket;
    QString group;
    QDate businessDate;
    int ahead = 0; ///< people of the group who are called before
    QUuid id;
    QString issuedAt; ///< ISO 8601 at the branch

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static IssuedTicket fromJson(const QJsonObject &json);
};

/// Gives a citizen the next number of a group on the open business day.
///
/// Fails with DayNotOpen, UnknownGroup, UnknownProcedure, UnknownPriority, SeriesUsedUp.
[[nodiscard]] Result<IssuedTicket> issueTicket(Database &database, const CommandContext &context,
                                               const IssueRequest &request);

} // namespace motcua
