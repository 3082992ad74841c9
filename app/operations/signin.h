// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/command.h"

namespace motcua {

struct ShiftAnswer
{
    int counter = 0;
    QString staff;    ///< code
    QString state;    ///< "signed_in" or "signed_out"
    QString at;       ///< ISO 8601 at the branch
    QUuid shift = {}; ///< null when signed out; see beat()

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ShiftAnswer fromJson(const QJsonObject &json);
};

/// Signs a member of staff in at a counter.
///
/// Every try is counted before the PIN is looked at, so that a killed process or several at once
/// cannot buy free guesses; success forgets the failures. Whoever is signed in calls those of the
/// counter's groups that he can serve; who can serve none of them is refused with NotPermitted, who
/// has none recorded serves all. Fails with UnknownCounter, UnknownStaff,
/// PinNotSet, WrongPin, PinThrottled (subject: seconds to wait), PinLocked, CounterTaken,
/// StaffElsewhere (subject: the counter).
///
/// With @p takeOver the shift of somebody whose counter has not beaten for the branch's lease (60 s)
/// is taken over, with the citizen who is there; one's own shift at another counter is ended. Fails
/// with CounterActive (subject: seconds until it can be tried again) while the counter beats, and
/// with CounterBusy (subject: the ticket) when one's own other counter has somebody.
///
/// @p left is the shift this PC was itself left with, locked: it can be taken over at once. Signing
/// in where one is signed in already begins a new shift too, so that another PC that still shows the
/// old one is told.
[[nodiscard]] Result<ShiftAnswer> signIn(Database &database, const CommandContext &context,
                                         int counter, const QString &staff, const QString &pin,
                                         bool takeOver = false, const QUuid &left = {});

/// Goes on with @p shift after the screen was locked. Fails as signIn() does about the PIN, and with
/// NotSignedIn when that shift is over.
[[nodiscard]] Result<> unlock(Database &database, const QDateTime &clock, int counter,
                              const QUuid &shift, const QString &staff, const QString &pin);

/// Opens the shift of somebody who needs no PIN: one whom signIn() has just recognised, or a replayed
/// day's staff. Fails with UnknownCounter, UnknownStaff, CounterTaken, CounterActive, StaffElsewhere.
[[nodiscard]] Result<ShiftAnswer> startShift(Database &database, const CommandContext &context,
                                             int counter, const QString &staff,
                                             bool takeOver = false, const QUuid &left = {});

/// Keeps the lease of @p shift at @p counter; every 15 s or so. No event. Fails with NotSignedIn
/// when that shift is over: the counter was taken over or the day closed.
[[nodiscard]] Result<> beat(Database &database, int counter, const QUuid &shift,
                            const QDateTime &clock);

/// Ends the shift at @p counter, of @p staff unless that is empty. Fails with NotSignedIn, and with
/// CounterBusy (subject: the ticket) while somebody is there.
[[nodiscard]] Result<ShiftAnswer> signOut(Database &database, const CommandContext &context,
                                          int counter, const QString &staff = {});

/// Whether @p pin is that of some active member of staff; for a kiosk, which asks for no name. It
/// locks nobody out, so the caller slows guessing down.
[[nodiscard]] Result<bool> isStaffPin(Database &database, const QString &pin);
/// Argon2id, about 60 ms.
[[nodiscard]] Result<QString> hashOfPin(const QString &pin);
[[nodiscard]] bool isPinOf(const QString &hash, const QString &pin);

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
