// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/workingcalendar.h"
#include "support/csv.h"

namespace motcua {

/// The dated days of vn_holidays.csv. Weekends inside a break need no entry, and what is only
/// proposed is no day off yet.
[[nodiscard]] inline std::vector<CalendarDay> vietnameseHolidays()
{
    const QMap<QString, DayKind> kinds{
        {QStringLiteral("holiday"), DayKind::Off},
        {QStringLiteral("comp"), DayKind::Compensation},
        {QStringLiteral("swap_off"), DayKind::Compensation},
        {QStringLiteral("swap_work"), DayKind::MakeUp},
    };
    std::vector<CalendarDay> days;
    for (const auto &row : csvRows(QStringLiteral("vn_holidays.csv"))) {
        const auto kind = kinds.find(row[QStringLiteral("kind")]);
        if (kind != kinds.end()) {
            days.push_back({.date = QDate::fromString(row[QStringLiteral("date")], Qt::ISODate),
                            .kind = *kind,
                            .name = row[QStringLiteral("name")],
                            .source = row[QStringLiteral("source")]});
        }
    }
    return days;
}

} // namespace motcua
