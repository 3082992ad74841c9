// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/branchmonth.h"

#include <algorithm>

namespace motcua {

int BranchMonth::openedDays() const
{
    return static_cast<int>(std::ranges::count(days, true, &MonthDay::wasOpened));
}

const MonthDay *BranchMonth::busiest() const
{
    const auto most = std::ranges::max_element(days, {}, &MonthDay::issued);
    return most == days.end() || most->issued == 0 ? nullptr : &*most;
}

std::array<std::optional<int>, 7> usualByWeekday(std::span<const DailyCount> days)
{
    constexpr int MostDays = 8;
    std::array<std::optional<int>, 7> usual{};
    for (int weekday = 1; weekday <= static_cast<int>(usual.size()); ++weekday) {
        int counted = 0;
        int issued = 0;
        for (auto day = days.rbegin(); day != days.rend() && counted < MostDays; ++day) {
            if (day->date.dayOfWeek() == weekday && day->issued > 0) {
                ++counted;
                issued += day->issued;
            }
        }
        if (counted > 0) {
            usual.at(static_cast<size_t>(weekday - 1)) = (issued + counted / 2) / counted;
        }
    }
    return usual;
}

std::vector<int> BranchMonth::stepsFor(int busiest, int branches)
{
    constexpr qint64 Last = StepFrom.back();
    const qint64 most = std::min<qint64>(busiest, Last * std::max(1, branches));
    std::vector<int> steps;
    for (const qint64 from : StepFrom) {
        const int step = static_cast<int>((from * most + Last - 1) / Last);
        if (steps.empty() || step > steps.back()) {
            steps.push_back(step);
        }
    }
    return steps;
}

int BranchMonth::stepOf(int issued, std::span<const int> steps)
{
    return static_cast<int>(std::ranges::upper_bound(steps, issued) - steps.begin()) - 1;
}

} // namespace motcua
