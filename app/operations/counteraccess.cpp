// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/counteraccess.h"

#include "storage/cataloguerepository.h"

using namespace Qt::StringLiterals;

namespace motcua {

Result<Shift> shiftAt(BranchTransaction &command, int counter)
{
    const auto groups = CatalogueRepository(command.database()).groupsOfCounter(counter);
    if (!groups) {
        return std::unexpected(groups.error());
    }
    if (!*groups) {
        return failure(ErrorCode::UnknownCounter, QString::number(counter));
    }
    if (command.branch().businessDate.isNull()) {
        return failure(ErrorCode::DayNotOpen);
    }
    const auto shift = StaffRepository(command.database()).openShiftAt(counter);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    if (!*shift) {
        return failure(ErrorCode::NotSignedIn, QString::number(counter));
    }
    return **shift;
}

} // namespace motcua
