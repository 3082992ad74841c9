// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QString>

#include <span>
#include <vector>

namespace motcua {

class Database;

/// Somebody who came to the office.
struct Arrival
{
    int second = 0; ///< after the office opened
    QString group;  ///< letter
};

/// The arrivals of one real office day, from resources/demo/arrivals.csv, in order.
[[nodiscard]] std::vector<Arrival> sampleArrivals();

/// A day at the sample branch that plays itself: people take numbers when they did at a real office,
/// and clerks at the given counters call and serve them.
class DemoDay
{
public:
    DemoDay(std::vector<Arrival> arrivals, std::span<const int> counters);

    /// Does everything that is due up to @p second of the day, at the clock @p now. A rule that says
    /// no (somebody else sits at the counter, numbers used up) is part of the play; storage errors
    /// are returned.
    [[nodiscard]] Result<> advance(Database &database, const QDateTime &now, double second);

private:
    enum class Doing { Idle, Calling, Serving };
    struct Clerk
    {
        int counter = 0;
        Doing doing = Doing::Idle;
        double until = 0; ///< second of the day
        int served = 0;
    };

    [[nodiscard]] Result<> step(Database &database, const QDateTime &now, double second,
                                Clerk &clerk);

    std::vector<Arrival> m_arrivals;
    size_t m_next = 0;
    std::vector<Clerk> m_clerks;
};

} // namespace motcua
