// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/today.h"

#include "core/localtime.h"
#include "operations/dailyreport.h"
#include "operations/devices.h"
#include "operations/hall.h"
#include "storage/branchtransaction.h"
#include "storage/cataloguerepository.h"
#include "storage/staffrepository.h"
#include "storage/ticketrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

template <typename T>
static const Error *errorOf(const Result<T> &result)
{
    return result ? nullptr : &result.error();
}

/// Numbers that were given on such a weekday: the mean of the last eight days before @p day that had
/// any. Nothing without one.
static Result<std::optional<int>> readUsual(Database &database, const QDate &day)
{
    constexpr int DaysInWeek = 7;
    constexpr int Weeks = 12; // holidays fall among eight of them
    constexpr int MostDays = 8;
    int days = 0;
    int issued = 0;
    for (int week = 1; week <= Weeks && days < MostDays; ++week) {
        Statement select(database, u"SELECT count(*) FROM ticket WHERE business_date = :date"_s);
        select.bind(u":date"_s, day.addDays(qint64{-DaysInWeek} * week));
        const auto count = select.row([](const Row &row) { return row.integer(0); });
        if (!count) {
            return std::unexpected(count.error());
        }
        days += count->value_or(0) > 0 ? 1 : 0;
        issued += count->value_or(0);
    }
    return days == 0 ? std::optional<int>() : std::optional((issued + days / 2) / days);
}

Result<BranchToday> readToday(Database &database, const QDateTime &clock, const BranchToday &before)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    auto hall =
        hallOf(database, *branch, branch->clock.advancedTo(clock.toMSecsSinceEpoch()).lastAt);
    if (!hall) {
        return std::unexpected(hall.error());
    }
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(hall->branchNow, Qt::UTC);
    const QTimeZone zone(branch->settings.timeZone.toLatin1());
    const QDate day = hall->businessDate.isNull() ? wallClock(now, zone).date : hall->businessDate;
    const auto legs = TicketRepository(database).legsOf(day);
    if (!legs) {
        return std::unexpected(legs.error());
    }
    auto summary = summaryOf(database, day, *legs);
    const auto shifts = StaffRepository(database).openShifts();
    auto devices = readDevices(database);
    const auto calendar = CatalogueRepository(database).calendar();
    const auto usual = readUsual(database, day);
    for (const Error *error :
         {errorOf(summary), errorOf(shifts), errorOf(devices), errorOf(calendar), errorOf(usual)}) {
        if (error) {
            return std::unexpected(*error);
        }
    }
    const WorkingCalendar working(*calendar);
    TodayFacts facts{.hall = std::move(*hall),
                     .day = std::move(*summary),
                     .legs = *legs,
                     .devices = std::move(*devices),
                     .sessions = working.sessionsOn(day),
                     .usual = *usual};
    for (const Shift &shift : *shifts) {
        if (shift.breakSince != 0) {
            facts.breaks.push_back({shift.counter, shift.breakSince});
        }
    }
    facts.outages = outagesAfter(before, facts.devices, facts.hall.branchNow);
    return branchToday(std::move(facts));
}

} // namespace motcua
