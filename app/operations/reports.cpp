// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/reports.h"

#include "core/branchtoday.h"
#include "core/countertime.h"
#include "core/dossier.h"
#include "core/reasons.h"
#include "operations/dailyreport.h"
#include "operations/ratings.h"
#include "operations/rollups.h"
#include "storage/branchtransaction.h"
#include "storage/cataloguerepository.h"
#include "storage/intakerepository.h"
#include "storage/ticketrepository.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// A business day of a report.
struct Day
{
    QDate date;
    bool isOpen = false;
    int timesOpened = 1;
    qint64 seq = 0;   ///< of its close; while it is open of its opening
    qint64 after = 0; ///< the event before its first
};

Result<std::vector<Day>> daysFrom(Database &database, const QDate &from, const QDate &to)
{
    Statement select(database, uR"(
        SELECT business_date, closed_at, times_opened, changed_seq,
               (SELECT coalesce(max(changed_seq), 0) FROM business_day AS earlier
                WHERE earlier.changed_seq < business_day.changed_seq)
        FROM business_day WHERE business_date >= :from AND business_date <= :to
        ORDER BY business_date)"_s);
    select.bind(u":from"_s, from).bind(u":to"_s, to);
    return select.rows([](const Row &row) {
        return Day{.date = row.date(0),
                   .isOpen = row.isNull(1),
                   .timesOpened = row.integer(2),
                   .seq = row.bigInteger(3),
                   .after = row.bigInteger(4)};
    });
}

struct EventRow
{
    QByteArray hash;
    QJsonObject facts;
};

Result<EventRow> closeOf(Database &database, const Day &day)
{
    const auto found = eventsAfter(database, day.seq - 1, 1);
    if (!found) {
        return std::unexpected(found.error());
    }
    return found->empty() ? EventRow() : EventRow{found->front().hash, found->front().facts()};
}

/// Names of the branch's lines and procedures, the ones it no longer has too.
struct Names
{
    std::map<QString, Bilingual> groups;
    std::map<QString, StoredProcedure> procedures;

    [[nodiscard]] Bilingual group(const QString &letter) const
    {
        const auto found = groups.find(letter);
        return found == groups.end() ? Bilingual{letter, letter} : found->second;
    }
    [[nodiscard]] Bilingual procedure(const QString &code) const
    {
        const auto found = procedures.find(code);
        return found == procedures.end() ? Bilingual{code, code} : found->second.procedure.name;
    }
    [[nodiscard]] QString field(const QString &code) const
    {
        const auto found = procedures.find(code);
        return found == procedures.end() ? QString() : found->second.procedure.field;
    }
};

/// One report under way.
class Report
{
public:
    Report(Database &database, const ReportRequest &request, const ReportProgress &progress)
        : m_database(database)
        , m_request(request)
        , m_progress(progress)
    {
    }

    [[nodiscard]] Result<ReportTable> make();

private:
    [[nodiscard]] Result<> begin();
    [[nodiscard]] Result<> readNames();
    [[nodiscard]] Result<> eachDay(const std::function<Result<>(const Day &)> &read);
    [[nodiscard]] bool goesOn(int done, int total) const
    {
        return !m_progress || m_progress(done, total);
    }
    /// Adds what is to be known of @p day, whose tickets are counted in @p total.
    [[nodiscard]] Result<> mark(const Day &day, const GroupSummary *total);
    [[nodiscard]] Result<> daily();
    [[nodiscard]] Result<> beginMonth();
    [[nodiscard]] Result<> period();
    [[nodiscard]] Result<> counters();
    struct Way
    {
        std::span<const Leg> legs; ///< none that was undone
        const RolledLeg &standing;
        const QString &procedure; ///< code
        const DaySelection &selection;
    };
    using WayReader = std::function<void(const Way &)>;
    [[nodiscard]] Result<> eachWay(const Day &day, const WayReader &read);
    [[nodiscard]] Result<> longWaits();
    [[nodiscard]] Result<> tickets();
    [[nodiscard]] Result<> dossierRegister();
    [[nodiscard]] Result<> overdue();
    [[nodiscard]] Result<> satisfaction();
    [[nodiscard]] Result<> form06a();
    [[nodiscard]] ReportCell procedureCell(const QString &code) const
    {
        return code.isEmpty() ? ReportCell() : ReportCell(m_names.procedure(code));
    }
    [[nodiscard]] LocalTime wall(qint64 at) const
    {
        return wallClock(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC), m_branch->timeZone());
    }
    [[nodiscard]] ReportCell momentCell(qint64 at) const
    {
        return at == 0 ? ReportCell() : ReportCell(wall(at));
    }
    [[nodiscard]] qint64 begins(const QDate &day) const
    {
        return QDateTime(day, QTime(0, 0), m_branch->timeZone()).toMSecsSinceEpoch();
    }
    [[nodiscard]] DossierProgress progressOf(const Dossier &dossier, qint64 end, bool paused) const;
    [[nodiscard]] ReportCells dossierCells(const Dossier &dossier, DossierProgress progress) const;
    /// Those that were open in the period, with where they stood at its end.
    [[nodiscard]] Result<> eachDossier(
        const std::function<void(const Dossier &, DossierProgress)> &read);

    Database &m_database;
    const ReportRequest &m_request;
    const ReportProgress &m_progress;
    std::optional<Branch> m_branch;
    qint64 m_now = 0;
    std::vector<Day> m_days;
    Names m_names;
    ReportTable m_table;
};

Result<> Report::begin()
{
    const auto transaction = Transaction::beginReading(m_database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto branch = readBranch(m_database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    m_branch = std::move(*branch);
    m_now = m_branch->clock.advancedTo(m_request.clock.toMSecsSinceEpoch()).lastAt;
    QDate from = m_request.from;
    if (from.isNull()) {
        const auto latest = reportedDay(m_database, *m_branch);
        if (!latest) {
            return std::unexpected(latest.error());
        }
        from = *latest;
    }
    const QDate to = m_request.to.isNull() ? from : m_request.to;
    if (to < from || (m_request.kind == ReportKind::Daily && to != from)) {
        return failure(ErrorCode::InvalidInput,
                       from.toString(Qt::ISODate) + u" – "_s + to.toString(Qt::ISODate));
    }
    if (!m_request.selection.isEmpty() && !canSelect(m_request.kind)) {
        return failure(ErrorCode::InvalidInput, word(m_request.kind));
    }
    m_table = {.kind = m_request.kind,
               .from = from,
               .to = to,
               .selection = m_request.selection,
               .organisation = m_branch->organisation,
               .branch = m_branch->name,
               .madeAt = wall(m_now)};
    auto days = daysFrom(m_database, from, to);
    if (!days) {
        return std::unexpected(days.error());
    }
    m_days = std::move(*days);
    const auto corrections = IntakeRepository(m_database).correctionsOf(from, to);
    if (!corrections) {
        return std::unexpected(corrections.error());
    }
    for (const auto &[day, count] : *corrections) {
        m_table.marks.push_back({day, DayMark::Kind::Corrected, count});
    }
    return readNames();
}

Result<> Report::readNames()
{
    Statement select(m_database, u"SELECT letter, name_vi, name_en FROM ticket_group"_s);
    const auto groups = select.forEach([this](const Row &row) {
        m_names.groups.emplace(row.text(0), Bilingual{row.text(1), row.text(2)});
    });
    if (!groups) {
        return groups;
    }
    auto procedures = CatalogueRepository(m_database).storedProcedures();
    if (!procedures) {
        return std::unexpected(procedures.error());
    }
    m_names.procedures = std::move(*procedures);
    const Selection &selection = m_request.selection;
    if (!selection.group.isEmpty() && !m_names.groups.contains(selection.group)) {
        return failure(ErrorCode::UnknownGroup, selection.group);
    }
    if (!selection.procedure.isEmpty() && !m_names.procedures.contains(selection.procedure)) {
        return failure(ErrorCode::UnknownProcedure, selection.procedure);
    }
    m_table.selectedGroup = m_names.group(selection.group);
    m_table.selectedProcedure = m_names.procedure(selection.procedure);
    return {};
}

Result<> Report::eachDay(const std::function<Result<>(const Day &)> &read)
{
    const int total = static_cast<int>(m_days.size());
    for (int i = 0; i < total; ++i) {
        if (!goesOn(i, total)) {
            return failure(ErrorCode::Interrupted);
        }
        const auto transaction = Transaction::beginReading(m_database);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        if (const auto done = read(m_days[static_cast<size_t>(i)]); !done) {
            return done;
        }
    }
    return goesOn(total, total) ? Result<>() : failure(ErrorCode::Interrupted);
}

Result<> Report::mark(const Day &day, const GroupSummary *total)
{
    if (day.timesOpened > 1) {
        m_table.marks.push_back({day.date, DayMark::Kind::Reopened, day.timesOpened - 1});
    }
    if (day.isOpen) {
        m_table.marks.push_back({day.date, DayMark::Kind::Open, 0});
        return {};
    }
    const auto closed = closeOf(m_database, day);
    if (!closed) {
        return std::unexpected(closed.error());
    }
    const QJsonValue totals = closed->facts["totals"_L1];
    if (total && totals.isObject() && totalsOf(*total) != totals.toObject()) {
        m_table.marks.push_back({day.date, DayMark::Kind::Differs, 0});
    }
    if (m_table.kind == ReportKind::Daily) {
        constexpr qsizetype Digits = 12;
        m_table.seal = QString::fromLatin1(closed->hash.right(Digits));
    }
    return {};
}

Result<> Report::daily()
{
    auto counted = countDay(m_database, m_table.from, m_request.clock);
    if (!counted) {
        return std::unexpected(counted.error());
    }
    ReportTable figures = tableOf(counted->summary, m_names.groups);
    m_table.columns = std::move(figures.columns);
    m_table.rows = std::move(figures.rows);
    m_table.total = std::move(figures.total);
    m_table.day = std::move(figures.day);
    m_table.hours = std::move(counted->hours);
    return eachDay([&](const Day &day) { return mark(day, &counted->summary.total); });
}

/// The days of the month that a period lies in, for its picture; none when it is in several.
Result<> Report::beginMonth()
{
    const QDate from = m_table.from;
    if (from.year() != m_table.to.year() || from.month() != m_table.to.month()) {
        return {};
    }
    const auto calendar = CatalogueRepository(m_database).calendar();
    if (!calendar) {
        return std::unexpected(calendar.error());
    }
    const WorkingCalendar working(*calendar);
    for (QDate day(from.year(), from.month(), 1); day.month() == from.month();
         day = day.addDays(1)) {
        const bool isMeant = day >= from && day <= m_table.to;
        m_table.month.push_back(
            {.date = day, .isOffDay = isMeant && working.sessionsOn(day).empty()});
    }
    return {};
}

Result<> Report::period()
{
    using Key = std::pair<QString, QString>; // line, procedure
    std::map<Key, GroupCount> rows;
    std::map<QString, GroupCount> groups;
    GroupCount all;
    if (const auto begun = beginMonth(); !begun) {
        return begun;
    }
    const auto read = [&](const Day &day) -> Result<> {
        const auto rollup = readRollup(m_database, m_branch->timeZone(), day.date);
        if (!rollup) {
            return std::unexpected(rollup.error());
        }
        const DaySelection selection(m_request.selection, *rollup);
        const auto eachCount = [&](char16_t letter, quint16 procedure, const auto &take) {
            const QString group{QChar(letter)};
            take(rows[{group, rollup->procedures.at(procedure)}]);
            take(groups[group]);
            take(all);
        };
        GroupCount whole;
        int given = 0;
        for (const RolledLeg &leg : rollup->legs) {
            if (selection.takesTimes(leg)) {
                eachCount(leg.group, leg.procedure,
                          [&leg](GroupCount &count) { takeTimes(count, leg); });
            }
            if (selection.takesTicket(leg)) {
                ++given;
                eachCount(leg.series, leg.procedure,
                          [&leg](GroupCount &count) { count.takeTicket(leg.end); });
            }
            if (leg.isStanding) {
                whole.takeTicket(leg.end);
            }
        }
        for (const RolledIntake &one : rollup->intakes) {
            if (selection.takes(one)) {
                eachCount(one.group, one.procedure, [&one](GroupCount &count) {
                    count.row.intakes.at(static_cast<size_t>(one.outcome)) += one.count;
                });
            }
        }
        for (MonthDay &shown : m_table.month) {
            if (shown.date == day.date) {
                shown.issued = given;
                shown.wasOpened = true;
                shown.isReopened = day.timesOpened > 1;
            }
        }
        const GroupSummary total = whole.summed();
        return mark(day, &total);
    };
    if (const auto done = eachDay(read); !done) {
        return done;
    }
    m_table.columns = {{"group", ReportUnit::Text}, {"procedure", ReportUnit::Text}};
    std::ranges::copy(figureColumns(), std::back_inserter(m_table.columns));
    const auto figures = [this](GroupCount &count) {
        ReportCells cells = figureCells(count.summed());
        if (!m_request.selection.countsVisits()) { // nothing is not none
            std::fill(cells.end() - OutcomeCount, cells.end(), ReportCell());
        }
        return cells;
    };
    for (auto &[letter, count] : groups) {
        ReportCells sum{m_names.group(letter), {}};
        std::ranges::move(figures(count), std::back_inserter(sum));
        m_table.rows.push_back(
            {.cells = std::move(sum), .isSubtotal = true, .behind = Selection{.group = letter}});
        for (auto row = rows.lower_bound({letter, {}}); row != rows.end(); ++row) {
            if (row->first.first != letter) {
                break;
            }
            const QString &code = row->first.second;
            ReportCells cells{m_names.group(letter), code.isEmpty()
                                                         ? ReportCell(u"–"_s)
                                                         : ReportCell(m_names.procedure(code))};
            std::ranges::move(figures(row->second), std::back_inserter(cells));
            ReportRow counted{.cells = std::move(cells)};
            if (!code.isEmpty()) { // who chose none cannot be asked for
                counted.behind = Selection{.group = letter, .procedure = code};
            }
            m_table.rows.push_back(std::move(counted));
        }
    }
    m_table.total = ReportCells(2);
    std::ranges::move(figures(all), std::back_inserter(m_table.total));
    return {};
}

Result<> Report::counters()
{
    static constexpr std::array Breaks{"break_rest", "break_meeting", "break_paperwork",
                                       "break_errand", "break_other"};
    const QStringList reasons = breakReasons();
    m_table.columns = {{"day", ReportUnit::Day},
                       {"counter"},
                       {"from", ReportUnit::Moment},
                       {"until", ReportUnit::Moment},
                       {"sign_ins"},
                       {"served"},
                       {"whole", ReportUnit::Duration},
                       {"serving", ReportUnit::Duration},
                       {"calling", ReportUnit::Duration},
                       {"idle", ReportUnit::Duration}};
    for (const char *id : Breaks) {
        m_table.columns.push_back({id, ReportUnit::Duration});
    }
    m_table.columns.push_back({"silent", ReportUnit::Duration});
    m_table.columns.push_back({"signed_out", ReportUnit::Duration});
    constexpr size_t Summed = 4; // the first column that can be summed
    std::vector<qint64> sums(m_table.columns.size() - Summed, 0);
    const auto read = [&](const Day &day) -> Result<> {
        CounterTime times;
        constexpr int Batch = 2000;
        const qint64 last = day.isOpen ? std::numeric_limits<qint64>::max() : day.seq;
        for (qint64 after = day.after; after < last;) {
            const auto events = eventsAfter(m_database, after, Batch);
            if (!events) {
                return std::unexpected(events.error());
            }
            for (const Event &event : *events) {
                if (event.seq <= last) {
                    times.take(event);
                }
            }
            after = std::ssize(*events) < Batch ? last : events->back().seq;
        }
        for (const CounterDay &one : times.until(m_now)) {
            // Seconds are cut from the running sum, so that the parts add up in seconds as well.
            qint64 ms = one.from % 1000;
            qint64 told = 0;
            const auto part = [&](qint64 length) {
                ms += length;
                const qint64 seconds = ms / 1000 - told;
                told += seconds;
                return seconds;
            };
            std::vector<qint64> figures{one.signIns, one.served, 0};
            figures.push_back(part(one.serving));
            figures.push_back(part(one.calling));
            figures.push_back(part(one.idle));
            for (const QString &reason : reasons) {
                const auto pause = one.breaks.find(reason);
                figures.push_back(part(pause == one.breaks.end() ? 0 : pause->second));
            }
            figures.push_back(part(one.silent));
            figures.push_back(part(one.signedOut));
            figures[2] = told;
            ReportCells cells{day.date, qint64{one.counter}, wall(one.from), wall(one.until)};
            for (size_t i = 0; i < figures.size(); ++i) {
                sums.at(i) += figures[i];
                cells.emplace_back(figures[i]);
            }
            m_table.rows.push_back({.cells = std::move(cells),
                                    .behind = Selection{.counter = one.counter},
                                    .day = day.date});
        }
        return mark(day, nullptr);
    };
    if (const auto done = eachDay(read); !done) {
        return done;
    }
    m_table.total = ReportCells(Summed);
    m_table.total.insert(m_table.total.end(), sums.begin(), sums.end());
    return {};
}

/// Hands each way of @p day to @p read, in order of the numbers, with the leg its ticket stands in. Days
/// on which the request selects neither a ticket nor a wait are not read.
Result<> Report::eachWay(const Day &day, const WayReader &read)
{
    const auto rollup = readRollup(m_database, m_branch->timeZone(), day.date);
    if (!rollup) {
        return std::unexpected(rollup.error());
    }
    const DaySelection selection(m_request.selection, *rollup);
    std::map<std::pair<char16_t, int>, const RolledLeg *> standing;
    bool isSelected = false;
    GroupCount total;
    for (const RolledLeg &leg : rollup->legs) {
        isSelected = isSelected || selection.takesTicket(leg) || selection.takesTimes(leg);
        if (leg.isStanding) {
            standing.emplace(std::pair(leg.series, leg.number), &leg);
            total.takeTicket(leg.end);
        }
    }
    if (isSelected) {
        auto legs = TicketRepository(m_database).legsOf(day.date);
        if (!legs) {
            return std::unexpected(legs.error());
        }
        std::erase_if(*legs, [](const Leg &leg) { return leg.state == LegState::Undone; });
        const auto keyOf = [](const Leg &leg) {
            return std::pair(leg.number.series, leg.number.number);
        };
        std::ranges::sort(*legs, {},
                          [&keyOf](const Leg &leg) { return std::pair(keyOf(leg), leg.ordinal); });
        total = {};
        for (auto first = legs->begin(); first != legs->end();) {
            const auto end = std::find_if(
                first, legs->end(), [&](const Leg &leg) { return keyOf(leg) != keyOf(*first); });
            total.takeTicket(std::prev(end)->state);
            const auto found = standing.find(keyOf(*first));
            if (found != standing.end()) {
                read(Way{.legs = {first, end},
                         .standing = *found->second,
                         .procedure = rollup->procedures.at(found->second->procedure),
                         .selection = selection});
            }
            first = end;
        }
    }
    const GroupSummary sum = total.summed();
    return mark(day, &sum);
}

Result<> Report::longWaits()
{
    m_table.columns = {{"day", ReportUnit::Day},         {"ticket", ReportUnit::Text},
                       {"group", ReportUnit::Text},      {"procedure", ReportUnit::Text},
                       {"queued", ReportUnit::Moment},   {"called", ReportUnit::Moment},
                       {"waited", ReportUnit::Duration}, {"ended", ReportUnit::Word}};
    return eachDay([&](const Day &day) -> Result<> {
        std::vector<std::pair<qint64, ReportRow>> rows; // by the exact time they came
        const auto done = eachWay(day, [&](const Way &way) {
            for (const Leg &leg : way.legs) {
                RolledLeg rolled = way.standing; // a wait belongs to its own line and counter
                rolled.group = leg.group.isEmpty() ? u'?' : leg.group.at(0).unicode();
                rolled.counter = static_cast<quint16>(leg.counter);
                const auto wait = longWaitOf(leg, day.isOpen ? m_now : 0);
                if (!wait || !way.selection.takesTimes(rolled)) {
                    continue;
                }
                rows.emplace_back(
                    leg.queuedAt,
                    ReportRow{.cells = {day.date, leg.number.toString(), m_names.group(leg.group),
                                        procedureCell(way.procedure), wall(leg.queuedAt),
                                        momentCell(leg.firstCalledAt), qint64{wholeSeconds(*wait)},
                                        word(leg.state)}});
            }
        });
        std::ranges::stable_sort(rows, {}, [](const auto &row) { return row.first; });
        for (auto &[queued, row] : rows) {
            m_table.rows.push_back(std::move(row));
        }
        return done;
    });
}

Result<> Report::tickets()
{
    m_table.columns = {{"day", ReportUnit::Day},         {"ticket", ReportUnit::Text},
                       {"group", ReportUnit::Text},      {"procedure", ReportUnit::Text},
                       {"queued", ReportUnit::Moment},   {"called", ReportUnit::Moment},
                       {"waited", ReportUnit::Duration}, {"service_s", ReportUnit::Duration},
                       {"lines", ReportUnit::Count},     {"counter", ReportUnit::Count},
                       {"ended", ReportUnit::Word},      {"ended_at", ReportUnit::Moment}};
    return eachDay([&](const Day &day) -> Result<> {
        return eachWay(day, [&](const Way &way) {
            if (!way.selection.takesTicket(way.standing)) {
                return;
            }
            const Leg &first = way.legs.front();
            const Leg &last = way.legs.back();
            qint64 waited = 0;
            qint64 served = 0;
            for (const Leg &leg : way.legs) {
                waited += waitOf(leg).value_or(0);
                served += serviceOf(leg).value_or(0);
            }
            const bool wasCalled = first.firstCalledAt != 0;
            m_table.rows.push_back(
                {.cells = {day.date, first.number.toString(),
                           m_names.group(QString(QChar(first.number.series))),
                           procedureCell(way.procedure), wall(first.queuedAt),
                           momentCell(first.firstCalledAt),
                           wasCalled ? ReportCell(qint64{wholeSeconds(waited)}) : ReportCell(),
                           served == 0 ? ReportCell() : ReportCell(qint64{wholeSeconds(served)}),
                           static_cast<qint64>(way.legs.size()),
                           last.counter == 0 ? ReportCell() : ReportCell(qint64{last.counter}),
                           word(last.state), momentCell(last.endedAt)}});
        });
    });
}

static std::vector<ReportColumn> dossierColumns()
{
    return {{"book", ReportUnit::Text},          {"register_number"},
            {"code", ReportUnit::Text},          {"official_code", ReportUnit::Text},
            {"field", ReportUnit::Text},         {"procedure", ReportUnit::Text},
            {"channel", ReportUnit::Word},       {"unit", ReportUnit::Text},
            {"received_at", ReportUnit::Moment}, {"due", ReportUnit::Moment},
            {"handed_at", ReportUnit::Moment},   {"state", ReportUnit::Word},
            {"timeliness", ReportUnit::Word}};
}

DossierProgress Report::progressOf(const Dossier &dossier, qint64 end, bool paused) const
{
    const bool isOver = dossier.handedOverAt != 0 && dossier.handedOverAt <= end;
    return progressAt(dossier, isOver ? std::optional(wall(dossier.handedOverAt)) : std::nullopt,
                      paused, wall(end));
}

ReportCells Report::dossierCells(const Dossier &dossier, DossierProgress progress) const
{
    return {dossier.book,
            qint64{dossier.registerNumber},
            dossier.code,
            dossier.officialCode,
            m_names.field(dossier.procedure),
            m_names.procedure(dossier.procedure),
            word(dossier.channel),
            dossier.unit,
            dossier.received,
            dossier.due ? ReportCell(*dossier.due) : ReportCell(),
            dossier.handedOverAt == 0 ? ReportCell() : ReportCell(wall(dossier.handedOverAt)),
            word(dossier.state),
            word(progress)};
}

Result<> Report::dossierRegister()
{
    m_table.columns = dossierColumns();
    constexpr int MonthsInYear = 12;
    const int months = (m_table.to.year() - m_table.from.year()) * MonthsInYear + m_table.to.month()
                       - m_table.from.month() + 1;
    QDate month(m_table.from.year(), m_table.from.month(), 1);
    for (int i = 0; i < months; ++i, month = month.addMonths(1)) {
        if (!goesOn(i, months)) {
            return failure(ErrorCode::Interrupted);
        }
        const auto dossiers =
            IntakeRepository(m_database)
                .acceptedIn(registerBook(month), m_table.from, m_table.to.addDays(1));
        if (!dossiers) {
            return std::unexpected(dossiers.error());
        }
        for (const Dossier &dossier : *dossiers) {
            const bool paused = dossier.state == DossierState::Supplement;
            m_table.rows.push_back(
                {.cells = dossierCells(dossier, progressOf(dossier, m_now, paused))});
        }
    }
    return eachDay([this](const Day &day) { return mark(day, nullptr); });
}

Result<> Report::eachDossier(const std::function<void(const Dossier &, DossierProgress)> &read)
{
    const int steps = 2;
    IntakeRepository repository(m_database);
    // The end of the period as dossiers see it: now, where it is not over.
    const qint64 end = std::min(m_now, begins(m_table.to.addDays(1)) - 1);
    const auto waiting = repository.waitingForPapersAt(end);
    if (!waiting) {
        return std::unexpected(waiting.error());
    }
    if (!goesOn(1, steps)) {
        return failure(ErrorCode::Interrupted);
    }
    const QSet<QUuid> paused(waiting->begin(), waiting->end());
    const auto done = repository.eachOpenIn(
        m_table.to.addDays(1), begins(m_table.from), [&](const Dossier &dossier) {
            read(dossier, progressOf(dossier, end, paused.contains(dossier.id)));
        });
    if (!done) {
        return done;
    }
    return goesOn(steps, steps) ? Result<>() : failure(ErrorCode::Interrupted);
}

Result<> Report::overdue()
{
    m_table.columns = dossierColumns();
    const auto read = eachDossier([this](const Dossier &dossier, DossierProgress progress) {
        if (progress == DossierProgress::Late || progress == DossierProgress::Overdue) {
            m_table.rows.push_back({.cells = dossierCells(dossier, progress)});
        }
    });
    return read ? eachDay([this](const Day &day) { return mark(day, nullptr); }) : read;
}

Result<> Report::satisfaction()
{
    std::map<QString, Satisfaction> groups;
    const auto read = [&](const Day &day) -> Result<> {
        const auto today = ratingsOf(m_database, day.date, day.date);
        if (!today) {
            return std::unexpected(today.error());
        }
        for (const auto &[letter, ratings] : *today) {
            groups[letter] += ratings;
        }
        return mark(day, nullptr);
    };
    if (const auto done = eachDay(read); !done) {
        return done;
    }
    m_table.columns = {{"group", ReportUnit::Text},
                       {"ratings"},
                       {"very_satisfied"},
                       {"satisfied"},
                       {"not_satisfied"},
                       {"satisfied_share", ReportUnit::Share},
                       {"comments"},
                       {"comments_handled"},
                       {"handled_share", ReportUnit::Share}};
    const auto cellsOf = [](const ReportCell &name, const Satisfaction &ratings) {
        const auto share = [](std::optional<int> thousandths) {
            return thousandths ? ReportCell(qint64{*thousandths}) : ReportCell();
        };
        return ReportCells{name,
                           qint64{ratings.ratings()},
                           qint64{ratings.very},
                           qint64{ratings.satisfied},
                           qint64{ratings.notSatisfied},
                           share(ratings.satisfiedShare()),
                           qint64{ratings.comments},
                           qint64{ratings.handled},
                           share(ratings.handledShare())};
    };
    Satisfaction total;
    for (const auto &[letter, ratings] : groups) {
        m_table.rows.push_back({.cells = cellsOf(m_names.group(letter), ratings)});
        total += ratings;
    }
    m_table.total = cellsOf({}, total);
    return {};
}

Result<> Report::form06a()
{
    enum Figure {
        Received,
        Online,
        Direct,
        Carried,
        Solved,
        Early,
        OnTime,
        Late,
        InProgress,
        InTime,
        Overdue,
        Figures
    };
    static constexpr std::array Ids{"received",    "online",  "direct",  "carried",
                                    "solved",      "early",   "on_time", "late",
                                    "in_progress", "in_time", "overdue"};
    static_assert(Ids.size() == Figures);
    std::map<QString, std::array<qint64, Figures>> fields;
    std::array<qint64, Figures> total{};
    const auto read = [&](const Dossier &dossier, DossierProgress progress) {
        const bool isCarried = dossier.received.date < m_table.from;
        const bool isOnline = dossier.channel == IntakeChannel::Online;
        const Figure how = progress == DossierProgress::Early    ? Early
                           : progress == DossierProgress::OnTime ? OnTime
                           : progress == DossierProgress::Late   ? Late
                           : progress == DossierProgress::InTime ? InTime
                                                                 : Overdue;
        const std::array counted{Received,
                                 isCarried  ? Carried
                                 : isOnline ? Online
                                            : Direct,
                                 how <= Late ? Solved : InProgress, how};
        for (const Figure figure : counted) {
            ++fields[m_names.field(dossier.procedure)].at(figure);
            ++total.at(figure);
        }
    };
    if (const auto done = eachDossier(read); !done) {
        return done;
    }
    m_table.columns = {{"field", ReportUnit::Text}};
    for (const char *id : Ids) {
        m_table.columns.push_back({id});
    }
    for (const auto &[field, figures] : fields) {
        ReportCells cells{field.isEmpty() ? u"–"_s : field};
        cells.insert(cells.end(), figures.begin(), figures.end());
        m_table.rows.push_back({.cells = std::move(cells)});
    }
    m_table.total = ReportCells(1);
    m_table.total.insert(m_table.total.end(), total.begin(), total.end());
    return {};
}

Result<ReportTable> Report::make()
{
    if (const auto begun = begin(); !begun) {
        return std::unexpected(begun.error());
    }
    const auto done = [this] {
        switch (m_request.kind) {
        case ReportKind::Daily:
            return daily();
        case ReportKind::Period:
            return period();
        case ReportKind::Counters:
            return counters();
        case ReportKind::LongWaits:
            return longWaits();
        case ReportKind::Tickets:
            return tickets();
        case ReportKind::Register:
            return dossierRegister();
        case ReportKind::Overdue:
            return overdue();
        case ReportKind::Satisfaction:
            return satisfaction();
        case ReportKind::Form06a:
            return form06a();
        case ReportKind::City: // a branch knows itself alone
            return Result<>(failure(ErrorCode::InvalidInput, word(m_request.kind)));
        }
        Q_UNREACHABLE();
    }();
    if (!done) {
        return std::unexpected(done.error());
    }
    std::ranges::sort(m_table.marks, {},
                      [](const DayMark &mark) { return std::pair(mark.day, mark.kind); });
    return std::move(m_table);
}

} // namespace

Result<ReportTable> makeReport(Database &database, const ReportRequest &request,
                               const ReportProgress &progress)
{
    return Report(database, request, progress).make();
}

} // namespace motcua
