// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace motcua {

/// Where a leg stands in its line: the smallest rank is called first, ties by arrival.
///
/// rank = arrival − head start, in milliseconds. One integer carries the whole policy: a class
/// overtakes those who came up to its head start before it, and nobody else. So nobody is
/// overtaken by a class once he has waited its head start longer, and the rank itself is the reason
/// why a ticket is next.
[[nodiscard]] inline qint64 rankOfArrival(qint64 arrivedAt, std::chrono::milliseconds headStart)
{
    return arrivedAt - headStart.count();
}

/// A booked citizen ranks as if he had arrived at the booked time, early or late.
[[nodiscard]] inline qint64 rankOfAppointment(qint64 bookedFor)
{
    return bookedFor;
}

} // namespace motcua
