// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/roster.h"

namespace motcua::test {

inline const QDate RosterDay(2026, 11, 20);

/// Somebody who is there, who is missing, who comes later, and who has left.
[[nodiscard]] inline std::vector<ExpectedStaff> sampleRoster()
{
    const auto one = [](const char *code, int counter, const char *agency) {
        return ExpectedStaff{.entry = {.date = RosterDay,
                                       .staff = QString::fromLatin1(code),
                                       .counter = counter,
                                       .starts = {},
                                       .agency = QString::fromUtf8(agency)},
                             .name =
                                 QStringLiteral("Cán bộ %1").arg(QString::fromLatin1(code).mid(2))};
    };
    std::vector<ExpectedStaff> all{one("CB01", 1, "Sở Tư pháp"),
                                   one("CB05", 5, "Sở Nông nghiệp và Môi trường"),
                                   one("CB07", 7, "Sở Xây dựng"), one("CB14", 0, "")};
    all[0].signedInAt = 1;
    all[0].wasHere = true;
    all[1].isMissing = true;
    all[2].entry.starts = QTime(13, 0);
    all[3].wasHere = true;
    return all;
}

} // namespace motcua::test
