// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/roster.h"
#include "operations/command.h"

#include <map>
#include <vector>

namespace motcua {

struct RosterAnswer
{
    int days = 0;
    int entries = 0;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static RosterAnswer fromJson(const QJsonObject &json);
};

/// What the branch does not know in @p reading: unknown_staff, unknown_counter; and past_day, before the
/// day of @p clock or the one that is still open.
[[nodiscard]] Result<std::vector<FileFault>> checkRoster(Database &database, const QDateTime &clock,
                                                         const RosterReading &reading);

// Codes of staff are taken in whatever case they were typed.

/// Sets the roster of each of @p days: who is in @p entries is expected then, nobody else. Fails with
/// UnknownStaff, UnknownCounter, InvalidInput (subject: the day, for an entry of another one).
[[nodiscard]] Result<RosterAnswer> setRoster(Database &database, const CommandContext &context,
                                             const std::vector<QDate> &days,
                                             const std::vector<RosterEntry> &entries);

/// Puts one person on the roster of a day, in the place of what stood there of him; others stay as they
/// are, so that two people at work on a day do not undo each other's. Fails with UnknownStaff,
/// UnknownCounter.
[[nodiscard]] Result<RosterAnswer> putOnRoster(Database &database, const CommandContext &context,
                                               const RosterEntry &entry);
/// Takes one person off. Fails with UnknownStaff when he is not on it.
[[nodiscard]] Result<RosterAnswer> takeOffRoster(Database &database, const CommandContext &context,
                                                 const QDate &date, const QString &staff);

/// The day whose people are looked for at @p now, UTC ms: the @p open one; today's at the branch's wall
/// when none is open, or one of before that nobody closed.
[[nodiscard]] QDate rosterDay(const QDate &open, const QTimeZone &zone, qint64 now);

/// Who is expected on @p date and who is there, by counter, those at none last; nobody who no longer
/// works here. Nobody is missing once the day was closed. Part of the caller's transaction; @p now is
/// branch time.
[[nodiscard]] Result<std::vector<ExpectedStaff>> expectedOn(Database &database, const QDate &date,
                                                            qint64 now);
/// The same at the moment of @p clock; of rosterDay() when @p date is null.
[[nodiscard]] Result<std::vector<ExpectedStaff>> readRosterOf(Database &database, const QDate &date,
                                                              const QDateTime &clock);

/// What the event of a day's last change holds of its rows, for each day that has any. For verify.
[[nodiscard]] Result<std::map<QDate, QString>> rosterDigests(Database &database);

} // namespace motcua
