// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/counteraccess.h"

#include "storage/cataloguerepository.h"
#include "storage/ticketrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

Result<Shift> shiftAt(BranchTransaction &command, int counter)
{
    const auto shift = StaffRepository(command.database()).openShiftAt(counter);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    if (*shift && !command.branch().businessDate.isNull()) {
        return **shift;
    }
    const auto groups = CatalogueRepository(command.database()).groupsOfCounter(counter);
    if (!groups) {
        return std::unexpected(groups.error());
    }
    if (!*groups) {
        return failure(ErrorCode::UnknownCounter, QString::number(counter));
    }
    return command.branch().businessDate.isNull()
               ? failure(ErrorCode::DayNotOpen)
               : failure(ErrorCode::NotSignedIn, QString::number(counter));
}

qint64 leftOfLease(const BranchTransaction &command, qint64 heard)
{
    return heard + command.branch().settings.shiftLeaseSeconds * qint64{1000} - command.at();
}

Result<Leg> currentLeg(BranchTransaction &command, const TicketNumber &number)
{
    if (command.branch().businessDate.isNull()) {
        return failure(ErrorCode::DayNotOpen);
    }
    TicketRepository tickets(command.database());
    const auto ticket = tickets.find(command.branch().businessDate, number);
    if (!ticket) {
        return std::unexpected(ticket.error());
    }
    if (!*ticket) {
        return failure(ErrorCode::UnknownTicket, number.toString());
    }
    auto legs = tickets.legsOf((*ticket)->id);
    if (!legs) {
        return std::unexpected(legs.error());
    }
    std::erase_if(*legs, [](const Leg &leg) { return leg.state == LegState::Undone; });
    if (legs->empty()) {
        return failure(ErrorCode::DatabaseDamaged, command.database().path(),
                       u"a ticket has no leg"_s);
    }
    return legs->back();
}

Result<> checkStaff(Database &database, const QString &code)
{
    const auto staff = StaffRepository(database).find(code);
    if (!staff) {
        return std::unexpected(staff.error());
    }
    return *staff ? Result<>() : failure(ErrorCode::UnknownStaff, code);
}

Result<QString> staffCode(Database &database, const QString &typed)
{
    const auto staff = StaffRepository(database).all();
    if (!staff) {
        return std::unexpected(staff.error());
    }
    const Staff *member = memberOf(*staff, typed);
    return member ? Result<QString>(member->code) : failure(ErrorCode::UnknownStaff, typed);
}

} // namespace motcua
