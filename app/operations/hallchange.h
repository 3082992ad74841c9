// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/branchtransaction.h"

namespace motcua {

/// A change of what goes on in the hall now (announcements, devices, leases): under the branch's
/// lock and at its time, but without an event.
struct HallChange
{
    Transaction transaction; ///< the caller commits
    qint64 now = 0;          ///< branch time, UTC ms
};

/// Fails with DatabaseReplaced when the file was.
[[nodiscard]] Result<HallChange> beginHallChange(Database &database, const QDateTime &clock);

} // namespace motcua
