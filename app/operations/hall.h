// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hallstate.h"
#include "storage/branchtransaction.h"

namespace motcua {

/// Reads what kiosk and board show; @p clock is the PC's. Fast enough to be read after each change.
[[nodiscard]] Result<HallState> readHall(Database &database, const QDateTime &clock);

/// The same inside the caller's transaction, at the branch time @p now.
[[nodiscard]] Result<HallState> hallOf(Database &database, const Branch &branch, qint64 now);

/// The branch's catalogue as it is now: active groups, classes, counters and procedures, synonyms and
/// calendar, but not who works here. Faces read it at start and after a day opens.
[[nodiscard]] Result<Catalogue> readStoredCatalogue(Database &database);
/// The same with the procedures as a kiosk offers them: sortedByUse() of the tickets of the last 30
/// business days.
[[nodiscard]] Result<Catalogue> readOfferedCatalogue(Database &database);
/// The same by what was recorded at @p counter in those days, and with the people.
[[nodiscard]] Result<Catalogue> readCounterCatalogue(Database &database, int counter);

} // namespace motcua
