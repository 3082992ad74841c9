// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/device.h"
#include "storage/branchtransaction.h"

namespace motcua {

// Devices and calls for help are no facts of the branch: they have no events and are not synced.

/// Stores what @p device says of itself; its seenAt is set here.
[[nodiscard]] Result<> reportDevice(Database &database, const Device &device,
                                    const QDateTime &clock);

/// Tells the counters that somebody is needed at @p kiosk. Asked again for the same reason before
/// somebody acknowledged, it stays one request. Returns its id.
[[nodiscard]] Result<qint64> raiseHelp(Database &database, int kiosk, HelpReason reason,
                                       const QDateTime &clock);

/// Somebody is on the way. Does nothing when it was acknowledged already.
[[nodiscard]] Result<> acknowledgeHelp(Database &database, qint64 id, const QDateTime &clock);

/// Asks @p counter to end its break; asked again, the request is a new one. Does nothing when the counter
/// is not on a break (any more).
[[nodiscard]] Result<> remindCounter(Database &database, int counter, const QDateTime &clock);

/// The break of @p counter begins or is over: nobody has to remind it. Part of the caller's command.
[[nodiscard]] Result<> dismissReminder(BranchTransaction &command, int counter);

/// Nobody is on the way any more: the day closes. Part of the caller's command.
[[nodiscard]] Result<> dismissHelp(BranchTransaction &command);

/// Requests that nobody acknowledged, oldest first. Part of the caller's transaction.
[[nodiscard]] Result<std::vector<HelpRequest>> openHelp(Database &database);

/// All devices that ever reported, kiosks first. Part of the caller's transaction.
[[nodiscard]] Result<std::vector<Device>> readDevices(Database &database);

} // namespace motcua
