// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QTime>

namespace motcua {

/// What a clock on the branch's wall shows. Due dates and opening hours are promises in wall-clock
/// time, so no zone of any PC may shift them.
struct LocalTime
{
    QDate date;
    QTime time;

    friend bool operator==(const LocalTime &, const LocalTime &) = default;
};

} // namespace motcua
