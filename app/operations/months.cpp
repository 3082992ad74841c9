// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/months.h"

#include "core/localtime.h"
#include "core/workingcalendar.h"
#include "operations/dailyreport.h"
#include "storage/branchtransaction.h"
#include "storage/cataloguerepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

size_t weekdayOf(const QDate &date)
{
    return static_cast<size_t>(date.dayOfWeek() - 1);
}

/// The days of @p month with what was given on each.
Result<> readDays(Database &database, const WorkingCalendar &calendar, BranchMonth &month)
{
    const QDate end = month.first.addMonths(1);
    for (QDate day = month.first; day < end; day = day.addDays(1)) {
        month.days.push_back({.date = day, .isOffDay = calendar.sessionsOn(day).empty()});
    }
    const auto dayAt = [&month](const QDate &date) -> MonthDay & {
        return month.days.at(static_cast<size_t>(month.first.daysTo(date)));
    };
    Statement opened(database, uR"(
        SELECT business_date, times_opened FROM business_day
        WHERE business_date >= :first AND business_date < :end)"_s);
    opened.bind(u":first"_s, month.first).bind(u":end"_s, end);
    const auto days = opened.forEach([&](const Row &row) {
        MonthDay &day = dayAt(row.date(0));
        day.wasOpened = true;
        day.isReopened = row.integer(1) > 1;
        ++month.weekdays.at(weekdayOf(day.date));
    });
    if (!days) {
        return days;
    }
    Statement given(database, uR"(
        SELECT business_date, count(*) FROM ticket
        WHERE business_date >= :first AND business_date < :end GROUP BY business_date)"_s);
    given.bind(u":first"_s, month.first).bind(u":end"_s, end);
    return given.forEach([&](const Row &row) {
        dayAt(row.date(0)).issued = row.integer(1);
        month.total.issued += row.integer(1);
    });
}

/// Waits, and when people came.
Result<> readTimes(Database &database, const QTimeZone &zone, BranchMonth &month)
{
    Statement select(database, uR"(
        SELECT business_date, ordinal, queued_at, first_called_at FROM leg
        WHERE business_date >= :first AND business_date < :end AND state <> 'undone')"_s);
    select.bind(u":first"_s, month.first).bind(u":end"_s, month.first.addMonths(1));
    GroupCount count;
    QDate date;
    qint64 midnight = 0;
    QString text;
    const auto read = select.forEach([&](const Row &row) {
        constexpr qint64 HourMs = 3'600'000;
        constexpr qint64 LastHour = 23;
        if (row.text(0) != text) { // the rows of a day come together
            text = row.text(0);
            date = row.date(0);
            midnight = QDateTime(date, QTime(0, 0), zone).toMSecsSinceEpoch();
        }
        const qint64 queued = row.bigInteger(2);
        const qint64 called = row.bigInteger(3);
        if (called != 0) {
            count.waits.push_back(called - queued);
        }
        if (row.integer(1) == 1) {
            const qint64 hour = std::clamp((queued - midnight) / HourMs, qint64{0}, LastHour);
            ++month.hours[static_cast<int>(hour)].at(weekdayOf(date));
        }
    });
    count.row = std::move(month.total);
    month.total = count.summed();
    return read;
}

/// What was recorded from @p first to the day before @p end, by outcome.
Result<std::array<int, OutcomeCount>> intakesIn(Database &database, const QDate &first,
                                                const QDate &end)
{
    Statement select(database, uR"(
        SELECT intake.outcome, count(*)
        FROM intake JOIN leg ON leg.ticket_id = intake.ticket_id AND leg.ordinal = intake.leg
        WHERE intake.business_date >= :first AND intake.business_date < :end
          AND NOT intake.is_correction
          AND NOT (intake.outcome = 'accepted' AND EXISTS (
              SELECT 1 FROM intake AS earlier
              WHERE earlier.dossier = intake.dossier AND earlier.outcome = 'accepted'
                AND NOT earlier.is_correction AND earlier.changed_seq < intake.changed_seq))
        GROUP BY intake.outcome)"_s);
    select.bind(u":first"_s, first).bind(u":end"_s, end);
    std::array<int, OutcomeCount> counts{};
    const auto read = select.forEach([&counts](const Row &row) {
        const auto outcome = outcomeFromWord(row.text(0)).value_or(Outcome::Advised);
        counts.at(static_cast<size_t>(outcome)) += row.integer(1);
    });
    return read ? Result<std::array<int, OutcomeCount>>(counts) : std::unexpected(read.error());
}

} // namespace

Result<BranchMonth> readMonth(Database &database, const QDate &day, const QDateTime &clock)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    const auto data = CatalogueRepository(database).calendar();
    if (!branch || !data) {
        return std::unexpected(branch ? data.error() : branch.error());
    }
    const QTimeZone zone = branch->timeZone();
    const auto reported = reportedDay(database, *branch);
    const QDate today =
        reported ? std::max(*reported, wallClock(clock, zone).date) : wallClock(clock, zone).date;
    const QDate within = !day.isNull() ? day : reported ? *reported : today;
    BranchMonth month{.first = QDate(within.year(), within.month(), 1),
                      .today = today,
                      .branch = branch->name,
                      .branchNumber = branch->number};
    const QDate before = month.first.addMonths(-1);
    if (const auto done = readDays(database, WorkingCalendar(*data), month); !done) {
        return std::unexpected(done.error());
    }
    if (const auto done = readTimes(database, zone, month); !done) {
        return std::unexpected(done.error());
    }
    const auto intakes = intakesIn(database, month.first, month.first.addMonths(1));
    const auto earlier = intakesIn(database, before, month.first);
    Statement given(database, uR"(
        SELECT count(*) FROM ticket WHERE business_date >= :first AND business_date < :end)"_s);
    given.bind(u":first"_s, before).bind(u":end"_s, month.first);
    const auto issued = given.row([](const Row &row) { return row.integer(0); });
    if (!intakes || !earlier || !issued) {
        return std::unexpected(!intakes   ? intakes.error()
                               : !earlier ? earlier.error()
                                          : issued.error());
    }
    month.total.intakes = *intakes;
    month.acceptedBefore = earlier->at(static_cast<size_t>(Outcome::Accepted));
    month.issuedBefore = issued->value_or(0);
    return month;
}

} // namespace motcua
