// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/procedureorder.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

/// The registration of a death, registering it again, and the one linked with other procedures.
static constexpr std::array Deaths{"1.000656"_L1, "1.005461"_L1, "2.002913"_L1};

static bool isDeath(const Procedure &procedure)
{
    return std::ranges::any_of(
        Deaths, [&procedure](QLatin1StringView code) { return procedure.code == code; });
}

std::vector<Procedure> sortedByUse(std::vector<Procedure> procedures, const ProcedureUse &use)
{
    std::ranges::stable_sort(procedures, std::ranges::greater(),
                             [&use](const Procedure &one) { return use.value(one.code); });
    const auto death = std::ranges::find_if(procedures, isDeath);
    if (death == procedures.end()) {
        return procedures;
    }
    const auto next = std::ranges::find_if(procedures, [death](const Procedure &one) {
        return one.group == death->group && !isDeath(one);
    });
    if (next != procedures.end() && death < next) {
        std::rotate(death, next, next + 1);
    }
    return procedures;
}

} // namespace motcua
