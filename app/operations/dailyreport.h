// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/daysummary.h"
#include "storage/statement.h"

namespace motcua {

/// Counts the business day @p day, whose legs are @p legs, in a transaction that the caller began.
[[nodiscard]] Result<DaySummary> summaryOf(Database &database, const QDate &day,
                                           std::span<const Leg> legs);

/// Counts a business day; when @p date is null the open one, else the one open last. A day that never
/// was has no tickets. Fails with DayNotOpen when no date is given and there never was a day.
[[nodiscard]] Result<DaySummary> reportDay(Database &database, const QDate &date = {});

} // namespace motcua
