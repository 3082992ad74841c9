// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/city.h"

#include "core/wordtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr WordTable<Coverage, 4> CoverageWords({
    {Coverage::Whole, "whole"_L1},
    {Coverage::Part, "part"_L1},
    {Coverage::Closed, "no_business"_L1},
    {Coverage::None, "not_sent"_L1},
});

QString word(Coverage coverage)
{
    return CoverageWords.wordOf(coverage);
}

std::optional<int> CityFigures::waitAverage() const
{
    return waits == 0 ? std::nullopt : std::optional(wholeSeconds(waitMs / waits));
}

CitySum &CitySum::operator+=(const CitySum &other)
{
    figures.issued += other.figures.issued;
    figures.served += other.figures.served;
    figures.noShow += other.figures.noShow;
    figures.cancelled += other.figures.cancelled;
    figures.expired += other.figures.expired;
    figures.notDone += other.figures.notDone;
    figures.waits += other.figures.waits;
    figures.waitMs += other.figures.waitMs;
    figures.accepted += other.figures.accepted;
    figures.supplement += other.figures.supplement;
    figures.refused += other.figures.refused;
    for (const auto &[seconds, count] : other.waits) {
        waits[seconds] += count;
    }
    return *this;
}

CityFigures CitySum::told() const
{
    qint64 all = 0;
    for (const auto &[seconds, count] : waits) {
        all += count;
    }
    const auto reached = [all](qint64 count, qint64 percent) {
        return count >= std::max<qint64>(1, (all * percent + 99) / 100);
    };
    CityFigures told = figures;
    qint64 upTo = 0;
    for (const auto &[seconds, count] : waits) {
        upTo += count;
        if (!told.waitMedian && reached(upTo, 50)) {
            told.waitMedian = seconds;
        }
        if (!told.waitNinetieth && reached(upTo, 90)) {
            told.waitNinetieth = seconds;
        }
        told.waitLongest = seconds;
    }
    return told;
}

bool CityBranch::isSilent(const LocalTime &now) const
{
    if (!isEnrolled || isRevoked || !lastSync.date.isValid()) {
        return false;
    }
    // Both stand on the same wall, where no hour is skipped.
    const QDateTime spoke(lastSync.date, lastSync.time, Qt::UTC);
    return spoke.msecsTo(QDateTime(now.date, now.time, Qt::UTC))
           > std::chrono::milliseconds(SilentAfter).count();
}

/// A day is known to the end only when it came closed or the branch has spoken after it, and to its own
/// end: a sync at noon knows half of it, and one that was cut off may still be days back.
Coverage CityBranch::coverage(const QDate &until) const
{
    const bool hasSpokenSince = lastSync.date.isValid() && lastSync.date > until && toCome == 0;
    if (!figures) {
        return hasSpokenSince ? Coverage::Closed : Coverage::None;
    }
    const bool hasAll = hasSpokenSince || (lastClosed.isValid() && lastClosed >= until);
    return hasAll && openDays == 0 ? Coverage::Whole : Coverage::Part;
}

QDate CityBranch::heardUntil() const
{
    if (!lastSync.date.isValid()) {
        return {};
    }
    return toCome == 0 ? std::max(lastDay, lastSync.date.addDays(-1)) : lastDay;
}

QDate CityDays::heardUntil(const QString &branch) const
{
    std::optional<QDate> earliest;
    for (const CityBranch &one : branches) {
        const bool isAwaited = one.isEnrolled && !one.isRevoked && one.lastSync.date.isValid();
        if (branch.isEmpty() ? isAwaited : one.code == branch) {
            const QDate heard = one.heardUntil();
            earliest = std::min(earliest.value_or(heard), heard);
        }
    }
    return earliest.value_or(QDate());
}

int CityDays::arrived() const
{
    return static_cast<int>(std::ranges::count_if(branches, [this](const CityBranch &branch) {
        return branch.coverage(until()) != Coverage::None;
    }));
}

QDate CityDays::newest() const
{
    QDate newest;
    for (const CityBranch &branch : branches) {
        newest = std::max(newest, branch.newest);
    }
    return newest;
}

std::vector<CityAttention> attentionOf(const CityDays &days)
{
    using Kind = CityAttention::Kind;
    std::vector<CityAttention> all;
    for (size_t i = 0; i < days.branches.size(); ++i) {
        const CityBranch &branch = days.branches[i];
        const auto tell = [&all, i](bool isSo, Kind kind) {
            if (isSo) {
                all.push_back({kind, i});
            }
        };
        const auto alarmed = [&branch](const QString &kind) {
            return branch.alarms.contains(kind);
        };
        tell(alarmed(u"identity"_s), Kind::Identity);
        tell(branch.missingEvents > 0, Kind::MissingEvents);
        tell(!branch.unprovenDays.empty() || alarmed(u"unproven"_s), Kind::Unproven);
        tell(alarmed(u"set_aside"_s), Kind::SetAside);
        tell(alarmed(u"format"_s), Kind::Format);
        if (!branch.isEnrolled || branch.isRevoked) {
            continue;
        }
        if (!branch.lastSync.date.isValid()) {
            all.push_back({Kind::NeverSent, i});
            continue;
        }
        const bool isSilent = branch.isSilent(days.readAt);
        tell(isSilent, Kind::Silent);
        tell(!isSilent && branch.toCome > 0, Kind::Behind);
    }
    std::ranges::stable_sort(all, {}, &CityAttention::kind);
    return all;
}

const CityDay *CityMonth::dayOf(const QDate &date) const
{
    const auto day = std::ranges::find(days, date, &CityDay::date);
    return day == days.end() ? nullptr : &*day;
}

BranchMonth CityMonth::calendar(const QDate &heard,
                                const std::optional<WorkingCalendar> &hours) const
{
    BranchMonth month{.first = first, .today = readAt.date};
    for (QDate date = first; date < first.addMonths(1); date = date.addDays(1)) {
        const CityDay *day = dayOf(date);
        const bool isOff = hours ? hours->sessionsOn(date).empty() : date.dayOfWeek() == Qt::Sunday;
        month.days.push_back({.date = date,
                              .issued = day ? day->figures.issued : 0,
                              .wasOpened = day != nullptr,
                              .isOffDay = isOff,
                              .isPartial = day && day->open > 0,
                              .isFromSome = day && date > heard,
                              .isMissing = !day && !isOff && date < readAt.date && date > heard});
        month.branches = std::max(month.branches, day ? day->branches : 0);
        month.total.issued += day ? day->figures.issued : 0;
    }
    return month;
}

QTimeZone cityZone()
{
    return QTimeZone("Asia/Ho_Chi_Minh");
}

ReportTable tableOf(const CityDays &days)
{
    using enum ReportUnit;
    ReportTable table{.kind = ReportKind::City,
                      .from = days.from,
                      .to = days.to,
                      .madeAt = days.readAt,
                      .columns = {{"branch", Text},
                                  {"name", Text},
                                  {"issued"},
                                  {"served"},
                                  {"no_show"},
                                  {"cancelled"},
                                  {"expired"},
                                  {"not_done"},
                                  {"wait_avg_s", Duration},
                                  {"wait_median_s", Duration},
                                  {"wait_p90_s", Duration},
                                  {"wait_longest_s", Duration},
                                  {"accepted"},
                                  {"supplement"},
                                  {"refused"},
                                  {"last_day", Day},
                                  {"last_sync", Moment},
                                  {"gaps"},
                                  {"coverage", Word}}};
    const auto figuresOf = [](const CityFigures &figures) {
        ReportCells cells;
        for (const int count : {figures.issued, figures.served, figures.noShow, figures.cancelled,
                                figures.expired, figures.notDone}) {
            cells.emplace_back(qint64{count});
        }
        for (const auto wait : {figures.waitAverage(), figures.waitMedian, figures.waitNinetieth,
                                figures.waitLongest}) {
            cells.push_back(wait ? ReportCell(qint64{*wait}) : ReportCell());
        }
        for (const int count : {figures.accepted, figures.supplement, figures.refused}) {
            cells.emplace_back(qint64{count});
        }
        return cells;
    };
    constexpr size_t FigureCount = 13;
    for (const CityBranch &branch : days.branches) {
        ReportCells cells{branch.code, ReportCell(branch.name)};
        std::ranges::move(branch.figures ? figuresOf(*branch.figures) : ReportCells(FigureCount),
                          std::back_inserter(cells));
        cells.push_back(branch.lastDay.isValid() ? ReportCell(branch.lastDay) : ReportCell());
        cells.push_back(branch.lastSync.date.isValid() ? ReportCell(branch.lastSync)
                                                       : ReportCell());
        cells.emplace_back(branch.gaps());
        cells.emplace_back(word(branch.coverage(days.until())));
        table.rows.push_back({.cells = std::move(cells)});
    }
    table.total = ReportCells(2);
    std::ranges::move(days.total ? figuresOf(*days.total) : ReportCells(FigureCount),
                      std::back_inserter(table.total));
    table.total.resize(table.columns.size());
    return table;
}

} // namespace motcua
