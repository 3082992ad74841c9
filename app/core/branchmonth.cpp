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

int BranchMonth::stepOf(int issued)
{
    const auto next = std::ranges::upper_bound(StepFrom, issued);
    return static_cast<int>(next - StepFrom.begin()) - 1;
}

} // namespace motcua
