// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/reasons.h"
#include "operations/command.h"

namespace motcua {

struct BreakAnswer
{
    int counter = 0;
    QString state; ///< "on_break" or "open"
    QString at;    ///< ISO 8601 at the branch

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static BreakAnswer fromJson(const QJsonObject &json);
};

/// Pauses @p counter: nobody is called there until endBreak(). Pausing twice is pausing once.
/// Fails with DayNotOpen, UnknownCounter, NotSignedIn, InvalidInput (subject: the reason), and with
/// CounterBusy (subject: the ticket) while somebody is there.
[[nodiscard]] Result<BreakAnswer> startBreak(Database &database, const CommandContext &context,
                                             int counter, const QString &reason);

/// Goes on. Does nothing when the counter is not on a break.
[[nodiscard]] Result<BreakAnswer> endBreak(Database &database, const CommandContext &context,
                                           int counter);

} // namespace motcua
