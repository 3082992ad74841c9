// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "storage/database.h"

#include <QDate>
#include <QString>

namespace motcua {

/// Asks the centre at @p url what the branches under the same parent came to on each day since @p from,
/// totals alone, and keeps that in the place of what it said of those days before; writes what differs.
/// @p now is the PC's clock, UTC ms. Takes the branch's lock. Fails as CentreLink does: an older centre, with CentreMissing, cannot tell.
[[nodiscard]] Result<> fetchOtherDays(Database &database, const QString &url, const QDate &from,
                                      qint64 now);

} // namespace motcua
