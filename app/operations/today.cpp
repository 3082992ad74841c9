// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/today.h"

#include "core/branchmonth.h"
#include "core/localtime.h"
#include "operations/dailyreport.h"
#include "operations/devices.h"
#include "operations/hall.h"
#include "operations/ratings.h"
#include "operations/rollups.h"
#include "operations/rosters.h"
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

/// Numbers that were given on such a weekday before @p day.
static Result<std::optional<int>> readUsual(Database &database, const QTimeZone &zone,
                                            const QDate &day)
{
    constexpr qint64 DaysBefore = qint64{7} * 12; // holidays fall among eight such weekdays
    const auto before = readDaily(database, zone, day.addDays(-DaysBefore), day.addDays(-1));
    if (!before) {
        return std::unexpected(before.error());
    }
    return usualByWeekday(before->days).at(static_cast<size_t>(day.dayOfWeek() - 1));
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
    const auto help = openHelp(database);
    auto devices = readDevices(database);
    const auto calendar = CatalogueRepository(database).calendar();
    const auto usual = readUsual(database, zone, day);
    const auto ratings = ratingsOf(database, day, day);
    const auto expected =
        expectedOn(database, rosterDay(hall->businessDate, zone, hall->branchNow), hall->branchNow);
    for (const Error *error :
         {errorOf(summary), errorOf(shifts), errorOf(help), errorOf(devices), errorOf(calendar),
          errorOf(usual), errorOf(ratings), errorOf(expected)}) {
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
                     .usual = *usual,
                     .expected = *expected};
    for (const Shift &shift : *shifts) {
        if (shift.breakSince != 0) {
            const auto reminder = std::ranges::find(*help, shift.counter, &HelpRequest::counter);
            facts.breaks.push_back({.counter = shift.counter,
                                    .since = shift.breakSince,
                                    .remindedAt = reminder == help->end() ? 0 : reminder->at});
        }
    }
    for (const auto &[letter, group] : *ratings) {
        facts.ratings += group;
    }
    facts.outages = outagesAfter(before, facts.devices, facts.hall.branchNow);
    return branchToday(std::move(facts));
}

} // namespace motcua
