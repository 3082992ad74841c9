// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/dailyreport.h"

#include "storage/cataloguerepository.h"
#include "storage/intakerepository.h"
#include "storage/ticketrepository.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace motcua {

Result<DaySummary> summaryOf(Database &database, const QDate &day, std::span<const Leg> legs)
{
    const auto groups = CatalogueRepository(database).groups();
    if (!groups) {
        return std::unexpected(groups.error());
    }
    std::vector<QString> letters;
    std::ranges::transform(*groups, std::back_inserter(letters), &Group::letter);
    for (const Leg &leg : legs) { // lines that were closed since still had their day
        for (const QString &letter : {leg.group, QString(QChar(leg.number.series))}) {
            if (std::ranges::find(letters, letter) == letters.end()) {
                letters.push_back(letter);
            }
        }
    }
    DaySummary summary = summarise(day, legs, letters);
    Statement late(database, u"SELECT sum(lapsed) FROM waiting_line WHERE business_date = :date"_s);
    const auto lapsed =
        late.bind(u":date"_s, day).row([](const Row &row) { return row.integer(0); });
    if (!lapsed) {
        return std::unexpected(lapsed.error());
    }
    summary.lapsed = lapsed->value_or(0);
    const auto intakes = IntakeRepository(database).countsOf(day);
    if (!intakes) {
        return std::unexpected(intakes.error());
    }
    for (const IntakeCount &one : *intakes) {
        const auto place = static_cast<size_t>(one.outcome);
        const auto row = std::ranges::find(summary.groups, one.group, &GroupSummary::group);
        if (row != summary.groups.end()) {
            row->intakes.at(place) += one.count;
        }
        summary.total.intakes.at(place) += one.count;
    }
    return summary;
}

Result<QDate> reportedDay(Database &database, const Branch &branch)
{
    if (!branch.businessDate.isNull()) {
        return branch.businessDate;
    }
    Statement latest(database, uR"(
        SELECT business_date FROM business_day ORDER BY changed_seq DESC LIMIT 1)"_s);
    const auto last = latest.row([](const Row &row) { return row.date(0); });
    if (!last) {
        return std::unexpected(last.error());
    }
    return *last ? Result<QDate>(**last) : failure(ErrorCode::DayNotOpen);
}

Result<CountedDay> countDay(Database &database, const QDate &date, const QDateTime &clock)
{
    auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    const auto day = date.isNull() ? reportedDay(database, *branch) : Result<QDate>(date);
    if (!day) {
        return std::unexpected(day.error());
    }
    const auto legs = TicketRepository(database).legsOf(*day);
    if (!legs) {
        return std::unexpected(legs.error());
    }
    auto summary = summaryOf(database, *day, *legs);
    const auto calendar = CatalogueRepository(database).calendar();
    if (!summary || !calendar) {
        return std::unexpected(summary ? calendar.error() : summary.error());
    }
    const auto sessions = WorkingCalendar(*calendar).sessionsOn(*day);
    // Of a day that is closed no hour is to come.
    const qint64 now = *day == branch->businessDate
                           ? branch->clock.advancedTo(clock.toMSecsSinceEpoch()).lastAt
                           : std::numeric_limits<qint64>::max();
    return CountedDay{.summary = std::move(*summary),
                      .hours = hoursOf(*day, *legs, sessions, branch->timeZone(), now)};
}

Result<DaySummary> reportDay(Database &database, const QDate &date)
{
    auto counted = countDay(database, date, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
    return counted ? Result<DaySummary>(std::move(counted->summary))
                   : std::unexpected(counted.error());
}

} // namespace motcua
