// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/counteroverview.h"
#include "storage/statement.h"

#include <QDateTime>

namespace motcua {

/// Reads what kiosk and board show; @p clock is the PC's. Fast enough to be read after each change.
[[nodiscard]] Result<HallState> readHall(Database &database, const QDateTime &clock);

/// Reads what @p counter shows. Fails with UnknownCounter.
[[nodiscard]] Result<CounterOverview> readCounter(Database &database, const QDateTime &clock,
                                                  int counter);

/// The branch's catalogue as it is now: active groups, classes, counters, people and procedures,
/// synonyms and calendar. Kiosk and counter read it at start and after a day opens.
[[nodiscard]] Result<Catalogue> readStoredCatalogue(Database &database);

} // namespace motcua
