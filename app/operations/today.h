// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchtoday.h"
#include "storage/statement.h"

namespace motcua {

/// Reads the branch's day: the open one, else the one of the branch's date by @p clock. @p before is
/// what was read last, by which devices are known to be back; a fresh one at first. Counts and times
/// are those of reportDay().
[[nodiscard]] Result<BranchToday> readToday(Database &database, const QDateTime &clock,
                                            const BranchToday &before = {});

} // namespace motcua
