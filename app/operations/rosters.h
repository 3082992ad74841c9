// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/roster.h"
#include "operations/command.h"

#include <vector>

namespace motcua {

struct RosterAnswer
{
    int days = 0;
    int entries = 0;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static RosterAnswer fromJson(const QJsonObject &json);
};

/// What the branch does not know in @p reading: unknown_staff, unknown_counter.
[[nodiscard]] Result<std::vector<FileFault>> checkRoster(Database &database,
                                                         const RosterReading &reading);

/// Sets the roster of each of @p days: who is in @p entries is expected then, nobody else. Fails with
/// UnknownStaff, UnknownCounter, InvalidInput (subject: the day, for an entry of another one).
[[nodiscard]] Result<RosterAnswer> setRoster(Database &database, const CommandContext &context,
                                             const std::vector<QDate> &days,
                                             const std::vector<RosterEntry> &entries);

/// Who is expected on @p date and who is there, by counter, those at none last. Part of the caller's
/// transaction; @p now is branch time.
[[nodiscard]] Result<std::vector<ExpectedStaff>> expectedOn(Database &database, const QDate &date,
                                                            qint64 now);
/// The same at the moment of @p clock; of the open day, else today's by the clock, when @p date is null.
[[nodiscard]] Result<std::vector<ExpectedStaff>> readRosterOf(Database &database, const QDate &date,
                                                              const QDateTime &clock);

/// What the event of the last change holds of all rows; empty for none. For verify.
[[nodiscard]] Result<QString> rosterDigest(Database &database);

} // namespace motcua
