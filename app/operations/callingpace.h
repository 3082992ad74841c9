// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hallstate.h"
#include "storage/statement.h"

#include <map>

namespace motcua {

/// How fast a group is called, and by whom.
struct GroupPace
{
    CallingPace pace;
    std::vector<int> counters = {}; ///< open ones that serve it, breaks not counted
};

/// The branch's counters with who is there now. Part of the caller's transaction.
[[nodiscard]] Result<std::vector<CounterState>> readCounters(Database &database);

/// The pace of every group that @p counters serve on @p date, at the branch time @p now. Part of the
/// caller's transaction.
[[nodiscard]] Result<std::map<QString, GroupPace>> readPaces(
    Database &database, const std::vector<CounterState> &counters, const QDate &date, qint64 now);

} // namespace motcua
