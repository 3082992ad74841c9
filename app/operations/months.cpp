// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/months.h"

#include "core/localtime.h"
#include "core/workingcalendar.h"
#include "operations/dailyreport.h"
#include "operations/ratings.h"
#include "operations/rollups.h"
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

/// Lays out the days of @p month and tells those that were opened.
Result<std::vector<QDate>> readCalendar(Database &database, const WorkingCalendar &calendar,
                                        BranchMonth &month)
{
    const QDate end = month.first.addMonths(1);
    for (QDate day = month.first; day < end; day = day.addDays(1)) {
        month.days.push_back({.date = day, .isOffDay = calendar.sessionsOn(day).empty()});
    }
    Statement opened(database, uR"(
        SELECT business_date, times_opened FROM business_day
        WHERE business_date >= :first AND business_date < :end ORDER BY business_date)"_s);
    opened.bind(u":first"_s, month.first).bind(u":end"_s, end);
    return opened.rows([&month](const Row &row) {
        const QDate date = row.date(0);
        MonthDay &day = month.days.at(static_cast<size_t>(month.first.daysTo(date)));
        day.wasOpened = true;
        day.isReopened = row.integer(1) > 1;
        ++month.weekdays.at(weekdayOf(date));
        return date;
    });
}

/// Adds what was given on @p date, when people came, and how long they waited.
Result<> readDay(Database &database, const QTimeZone &zone, const QDate &date, BranchMonth &month,
                 GroupCount &count)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto rollup = readRollup(database, zone, date);
    if (!rollup) {
        return std::unexpected(rollup.error());
    }
    MonthDay &day = month.days.at(static_cast<size_t>(month.first.daysTo(date)));
    const DaySelection selection(month.selection, *rollup);
    for (const RolledLeg &leg : rollup->legs) {
        if (selection.takesTimes(leg)) {
            takeTimes(count, leg);
        }
        if (selection.takesTicket(leg)) {
            ++day.issued;
            ++month.hours[hourOf(leg)].at(weekdayOf(date));
            count.takeTicket(leg.end);
        }
    }
    for (const RolledIntake &intake : rollup->intakes) {
        if (selection.takes(intake)) {
            count.row.intakes.at(static_cast<size_t>(intake.outcome)) += intake.count;
        }
    }
    return {};
}

/// What citizens said, what the month before came to, and what is usual on a weekday. The narrower
/// selections have nothing to be compared with: that would take months of tickets.
Result<> readBeside(Database &database, const QTimeZone &zone, BranchMonth &month)
{
    const QString &group = month.selection.group;
    if (!month.selection.isGroupAlone()) {
        return {};
    }
    constexpr int UsualMonths = 3;
    const auto days = readDaily(database, zone, month.first.addMonths(-UsualMonths),
                                month.first.addDays(-1), group);
    if (!days) {
        return std::unexpected(days.error());
    }
    for (const DailyCount &day : days->days) {
        // A month of which some days are not kept yet would look emptier than it was.
        if (day.date >= month.first.addMonths(-1) && days->notKept == 0) {
            month.issuedBefore += day.issued;
            month.acceptedBefore += day.intakes.at(static_cast<size_t>(Outcome::Accepted));
        }
    }
    month.usual = usualByWeekday(days->days);
    const auto ratings = ratingsOf(database, month.first, month.first.addMonths(1).addDays(-1));
    if (!ratings) {
        return std::unexpected(ratings.error());
    }
    for (const auto &[letter, given] : *ratings) {
        if (group.isEmpty() || letter == group) {
            month.ratings += given;
        }
    }
    return {};
}

/// Whose figures are read, and when.
struct Reader
{
    Branch branch;
    QTimeZone zone;
    std::optional<QDate> reported; ///< see reportedDay()
    QDate today;
};

Result<Reader> readerOf(Database &database, const QDateTime &clock)
{
    auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    const QTimeZone zone = branch->timeZone();
    const QDate wall = wallClock(clock, zone).date;
    const auto reported = reportedDay(database, *branch);
    if (!reported && reported.error().code != ErrorCode::DayNotOpen) {
        return std::unexpected(reported.error());
    }
    return Reader{.branch = std::move(*branch),
                  .zone = zone,
                  .reported = reported ? std::optional(*reported) : std::nullopt,
                  .today = reported ? std::max(*reported, wall) : wall};
}

Result<std::vector<OtherBranch>> otherBranches(Database &database, const QDate &first)
{
    Statement select(database, uR"(
        WITH told AS (
            SELECT branch, max(business_date) AS newest, count(*) AS days, sum(issued) AS issued,
                sum(accepted) AS accepted, sum(waits) AS waits, sum(wait_s * waits) AS waited
            FROM other_day WHERE business_date >= :first AND business_date < :next
            GROUP BY branch)
        SELECT name_vi, name_en, days, told.issued, told.accepted, told.waits, waited
        FROM told JOIN other_day AS day ON day.branch = told.branch AND business_date = newest
        ORDER BY told.accepted DESC, place)"_s);
    return select.bind(u":first"_s, first)
        .bind(u":next"_s, first.addMonths(1))
        .rows([](const Row &row) {
            const int waits = row.integer(5);
            return OtherBranch{.name = {row.text(0), row.text(1)},
                               .days = row.integer(2),
                               .issued = row.integer(3),
                               .accepted = row.integer(4),
                               .waitAverage = waits == 0
                                                  ? std::nullopt
                                                  : std::optional(static_cast<int>(
                                                      (row.bigInteger(6) + waits / 2) / waits))};
        });
}

} // namespace

namespace {

/// All of a month but what its days hold.
struct Frame
{
    BranchMonth month;
    QTimeZone zone;
    std::vector<QDate> opened;
};

Result<Frame> readFrame(Database &database, const QDate &day, const QDateTime &clock,
                        const Selection &selection)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto reader = readerOf(database, clock);
    const auto data = CatalogueRepository(database).calendar();
    if (!reader || !data) {
        return std::unexpected(reader ? data.error() : reader.error());
    }
    const QDate within = day.isNull() ? reader->reported.value_or(reader->today) : day;
    Frame frame{.month = {.first = QDate(within.year(), within.month(), 1),
                          .today = reader->today,
                          .selection = selection,
                          .branch = reader->branch.name,
                          .branchNumber = reader->branch.number},
                .zone = reader->zone,
                .opened = {}};
    auto opened = readCalendar(database, WorkingCalendar(*data), frame.month);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    frame.opened = std::move(*opened);
    if (const auto done = readBeside(database, frame.zone, frame.month); !done) {
        return std::unexpected(done.error());
    }
    if (selection.isEmpty()) { // the others' figures are of everything
        auto others = otherBranches(database, frame.month.first);
        if (!others) {
            return std::unexpected(others.error());
        }
        frame.month.others = std::move(*others);
    }
    return frame;
}

} // namespace

Result<BranchMonth> readMonth(Database &database, const QDate &day, const QDateTime &clock,
                              const Selection &selection)
{
    auto frame = readFrame(database, day, clock, selection);
    if (!frame) {
        return std::unexpected(frame.error());
    }
    GroupCount count;
    for (const QDate &date : frame->opened) {
        if (const auto done = readDay(database, frame->zone, date, frame->month, count); !done) {
            return std::unexpected(done.error());
        }
    }
    frame->month.total = count.summed();
    return std::move(frame->month);
}

Result<BranchYears> readYears(Database &database, const QDate &day, int count,
                              const QDateTime &clock, const QString &group)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto reader = readerOf(database, clock);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const int last = (day.isNull() ? reader->today : day).year();
    BranchYears years{.first = QDate(last - count + 1, 1, 1),
                      .today = reader->today,
                      .branch = std::move(reader->branch.name),
                      .group = group};
    auto days = readDaily(database, reader->zone, years.first, QDate(last, 12, 31), group);
    if (!days) {
        return std::unexpected(days.error());
    }
    years.days = std::move(days->days);
    years.notKept = days->notKept;
    return years;
}

Result<SelectionChoices> readChoices(Database &database)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    SelectionChoices choices;
    Statement groups(database, u"SELECT letter, name_vi, name_en FROM ticket_group"_s);
    const auto read = groups.forEach([&choices](const Row &row) { // closed ones had their days too
        choices.groups.emplace_back(row.text(0), Bilingual{row.text(1), row.text(2)});
    });
    CatalogueRepository catalogue(database);
    const auto procedures = catalogue.storedProcedures();
    const auto counters = catalogue.counters();
    if (!read || !procedures || !counters) {
        return std::unexpected(!read         ? read.error()
                               : !procedures ? procedures.error()
                                             : counters.error());
    }
    std::ranges::sort(choices.groups, {}, [](const auto &group) { return group.first; });
    for (const auto &[code, stored] : *procedures) {
        if (!stored.procedure.group.isEmpty()) { // the others are referred elsewhere
            choices.procedures.emplace_back(code, stored.procedure.name);
        }
    }
    std::ranges::transform(*counters, std::back_inserter(choices.counters), &Counter::number);
    std::ranges::sort(choices.counters);
    return choices;
}

} // namespace motcua
