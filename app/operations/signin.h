// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/command.h"

namespace motcua {

struct ShiftAnswer
{
    int counter = 0;
    QString staff; ///< code
    QString state; ///< "signed_in" or "signed_out"
    QString at;    ///< ISO 8601 at the branch

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ShiftAnswer fromJson(const QJsonObject &json);
};

/// Signs a member of staff in at a counter.
///
/// Every try is counted before the PIN is looked at, so that a killed process or several at once
/// cannot buy free guesses; success forgets the failures. Fails with UnknownCounter, UnknownStaff,
/// PinNotSet, WrongPin, PinThrottled (subject: seconds to wait), PinLocked, CounterTaken,
/// StaffElsewhere (subject: the counter).
[[nodiscard]] Result<ShiftAnswer> signIn(Database &database, const CommandContext &context,
                                         int counter, const QString &staff, const QString &pin);

/// Opens the shift of somebody who needs no PIN: one whom signIn() has just recognised, or a replayed
/// day's staff. Fails with UnknownCounter, UnknownStaff, CounterTaken, StaffElsewhere.
[[nodiscard]] Result<ShiftAnswer> startShift(Database &database, const CommandContext &context,
                                             int counter, const QString &staff);

/// Ends the shift at @p counter, of @p staff unless that is empty. Fails with NotSignedIn, and with
/// CounterBusy (subject: the ticket) while somebody is there.
[[nodiscard]] Result<ShiftAnswer> signOut(Database &database, const CommandContext &context,
                                          int counter, const QString &staff = {});

struct PinAnswer
{
    QString staff;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static PinAnswer fromJson(const QJsonObject &json);
};

/// Sets a new PIN and unlocks. Whoever can write the branch's database may do it; the face that
/// offers it asks for the right. Fails with UnknownStaff, WeakPin.
[[nodiscard]] Result<PinAnswer> setPin(Database &database, const CommandContext &context,
                                       const QString &staff, const QString &pin);

} // namespace motcua
