// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/procedureorder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

std::vector<Procedure> sortedByUse(std::vector<Procedure> procedures, const ProcedureUse &use)
{
    std::ranges::stable_sort(procedures, std::ranges::greater(),
                             [&use](const Procedure &one) { return use.value(one.code); });
    const auto death = std::ranges::find(procedures, u"1.000656"_s, &Procedure::code);
    if (death == procedures.end()) {
        return procedures;
    }
    const auto sameGroup = [group = death->group](const Procedure &one) {
        return one.group == group;
    };
    const auto next = std::find_if(death + 1, procedures.end(), sameGroup);
    if (std::find_if(procedures.begin(), death, sameGroup) == death && next != procedures.end()) {
        std::rotate(death, death + 1, next + 1);
    }
    return procedures;
}

} // namespace motcua
