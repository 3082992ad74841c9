// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/command.h"

namespace motcua {

struct DayAnswer
{
    QDate businessDate;
    QString state;   ///< "open" or "closed"
    QString at;      ///< ISO 8601 at the branch
    int expired = 0; ///< tickets nobody got to, when closed

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static DayAnswer fromJson(const QJsonObject &json);
};

/// Opens a business day: numbers start again at the first of each group.
///
/// Without a @p date it is the branch's date by the clock, which must not lie before the last day
/// the branch had (ClockBehind): a clock set back must not reopen the past. A date given by hand may
/// be any that was not closed before; the day closed last can be opened again and goes on with its
/// numbers. Fails with DayAlreadyOpen (subject: the open day), DayAlreadyClosed.
[[nodiscard]] Result<DayAnswer> openDay(Database &database, const CommandContext &context,
                                        const QDate &date = {});

/// Closes the open day: whoever waits or is on hold expires, everybody is signed out.
///
/// Fails with DayNotOpen, and with CountersBusy (subject: the counters) while somebody is being
/// called or served, because only the clerk knows how that ended.
[[nodiscard]] Result<DayAnswer> closeDay(Database &database, const CommandContext &context);

} // namespace motcua
