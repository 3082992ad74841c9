// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/hallchange.h"

namespace motcua {

Result<HallChange> beginHallChange(Database &database, const QDateTime &clock)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    if (branch->retired) {
        return failure(ErrorCode::DatabaseReplaced, database.path());
    }
    return HallChange{std::move(*transaction),
                      branch->clock.advancedTo(clock.toMSecsSinceEpoch()).lastAt};
}

} // namespace motcua
