// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/counteroverview.h"
#include "storage/statement.h"

#include <QDateTime>

namespace motcua {

/// Reads what @p counter shows, in one moment; @p clock is the PC's. Fast enough to be read after
/// each change. Fails with UnknownCounter.
[[nodiscard]] Result<CounterOverview> readCounter(Database &database, const QDateTime &clock,
                                                  int counter);

} // namespace motcua
