// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report.h"

#include "core/rating.h"
#include "core/wordtable.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr WordTable<ReportKind, 10> KindWords({
    {ReportKind::Daily, "daily"_L1},
    {ReportKind::Period, "period"_L1},
    {ReportKind::Counters, "counters"_L1},
    {ReportKind::LongWaits, "waits"_L1},
    {ReportKind::Tickets, "tickets"_L1},
    {ReportKind::Register, "register"_L1},
    {ReportKind::Overdue, "overdue"_L1},
    {ReportKind::Satisfaction, "satisfaction"_L1},
    {ReportKind::Form06a, "06a"_L1},
    {ReportKind::City, "city"_L1},
});

static constexpr WordTable<DayMark::Kind, 4> MarkWords({
    {DayMark::Kind::Open, "open"_L1},
    {DayMark::Kind::Reopened, "reopened"_L1},
    {DayMark::Kind::Corrected, "corrected"_L1},
    {DayMark::Kind::Differs, "differs"_L1},
});

static constexpr WordTable<ReportFormat, 3> FormatWords({
    {ReportFormat::Csv, "csv"_L1},
    {ReportFormat::Xlsx, "xlsx"_L1},
    {ReportFormat::Pdf, "pdf"_L1},
});

QString word(ReportKind kind)
{
    return KindWords.wordOf(kind);
}

std::optional<ReportKind> reportKindFromWord(QStringView word)
{
    return KindWords.valueOf(word);
}

std::span<const ReportKind> reportKinds()
{
    static constexpr std::array Kinds{
        ReportKind::Daily,     ReportKind::Period,       ReportKind::Counters,
        ReportKind::LongWaits, ReportKind::Tickets,      ReportKind::Register,
        ReportKind::Overdue,   ReportKind::Satisfaction, ReportKind::Form06a};
    return Kinds;
}

bool canSelect(ReportKind kind)
{
    return kind == ReportKind::Period || kind == ReportKind::LongWaits
           || kind == ReportKind::Tickets;
}

QString word(ReportFormat format)
{
    return FormatWords.wordOf(format);
}

std::optional<ReportFormat> reportFormatFromWord(QStringView word)
{
    return FormatWords.valueOf(word);
}

QString word(DayMark::Kind kind)
{
    return MarkWords.wordOf(kind);
}

std::span<const Definition> definitionsOf(ReportKind kind)
{
    using enum Definition;
    static constexpr std::array Counts{Issued, Served,    NoShow,  Cancelled, Expired, NotDone,
                                       Wait,   NineOfTen, Service, Intake,    Reopened};
    static constexpr std::array Counters{Serving, Calling,   Idle,   Break,
                                         Silent,  SignedOut, Served, Reopened};
    static constexpr std::array LongWaits{OverTarget, Wait, Way, Reopened};
    static constexpr std::array Tickets{Way,    Wait,      Service, Served,
                                        NoShow, Cancelled, Expired, Reopened};
    static constexpr std::array Dossiers{Received, Solved, OnTime, Overdue, Reopened};
    static constexpr std::array Ratings{Rated, Content, Handled, Reopened};
    static constexpr std::array City{Issued,  Served, NoShow,    Cancelled, Expired,
                                     NotDone, Wait,   NineOfTen, Intake,    Arrived};
    static constexpr std::array Form{Received, Carried, Solved, OnTime, Overdue};
    switch (kind) {
    case ReportKind::Daily:
    case ReportKind::Period:
        return Counts;
    case ReportKind::Counters:
        return Counters;
    case ReportKind::LongWaits:
        return LongWaits;
    case ReportKind::Tickets:
        return Tickets;
    case ReportKind::Register:
    case ReportKind::Overdue:
        return Dossiers;
    case ReportKind::Satisfaction:
        return Ratings;
    case ReportKind::Form06a:
        return Form;
    case ReportKind::City:
        return City;
    }
    Q_UNREACHABLE();
}

std::vector<ReportColumn> figureColumns()
{
    using enum ReportUnit;
    return {{"issued"},
            {"served"},
            {"no_show"},
            {"cancelled"},
            {"expired"},
            {"not_done"},
            {"wait_avg_s", Duration},
            {"wait_median_s", Duration},
            {"wait_p90_s", Duration},
            {"wait_longest_s", Duration},
            {"service_avg_s", Duration},
            {"accepted"},
            {"supplement"},
            {"refused"},
            {"advised"},
            {"handed_over"}};
}

ReportCells figureCells(const GroupSummary &row)
{
    ReportCells cells;
    for (const int count :
         {row.issued, row.served, row.noShow, row.cancelled, row.expired, row.notDone()}) {
        cells.emplace_back(qint64{count});
    }
    for (const auto &seconds : {row.waitAverage, row.waitMedian, row.waitNinetieth, row.waitLongest,
                                row.serviceAverage}) {
        cells.push_back(seconds ? ReportCell(qint64{*seconds}) : ReportCell());
    }
    for (const int count : row.intakes) {
        cells.emplace_back(qint64{count});
    }
    return cells;
}

ReportTable tableOf(const DaySummary &summary, const std::map<QString, Bilingual> &names)
{
    ReportTable table{.kind = ReportKind::Daily,
                      .from = summary.businessDate,
                      .to = summary.businessDate,
                      .columns = {{"letter", ReportUnit::Text}, {"group", ReportUnit::Text}},
                      .day = summary};
    std::ranges::copy(figureColumns(), std::back_inserter(table.columns));
    for (const GroupSummary &row : summary.groups) {
        const auto name = names.find(row.group);
        ReportCells cells{row.group, name == names.end() ? ReportCell() : ReportCell(name->second)};
        std::ranges::move(figureCells(row), std::back_inserter(cells));
        table.rows.push_back({.cells = std::move(cells), .behind = Selection{.group = row.group}});
    }
    table.total = ReportCells(2);
    std::ranges::move(figureCells(summary.total), std::back_inserter(table.total));
    return table;
}

QString cellText(const ReportCell &cell, ReportUnit unit)
{
    constexpr qint64 Minute = 60;
    switch (cell.kind) {
    case ReportCell::Kind::Nothing:
        return {};
    case ReportCell::Kind::Text:
    case ReportCell::Kind::Name:
        return cell.text.vi;
    case ReportCell::Kind::Number:
        return unit == ReportUnit::Duration ? u"%1:%2"_s.arg(cell.number / Minute)
                                                  .arg(cell.number % Minute, 2, 10, QChar(u'0'))
               : unit == ReportUnit::Share
                   ? shareText(static_cast<int>(cell.number), Language::Vietnamese)
                   : QString::number(cell.number);
    case ReportCell::Kind::Day:
        return cell.time.date.toString(u"dd/MM/yyyy"_s);
    case ReportCell::Kind::Moment:
        return cell.time.date.toString(u"dd/MM/yyyy"_s) + u' '
               + cell.time.time.toString(u"HH:mm"_s);
    }
    Q_UNREACHABLE();
}

QString wrongSumOf(const ReportTable &form06a)
{
    const auto isWrong = [&form06a](const ReportCells &cells) -> QString {
        const auto of = [&](const char *id) -> qint64 {
            const auto column =
                std::ranges::find(form06a.columns, QLatin1StringView(id),
                                  [](const auto &one) { return QLatin1StringView(one.id); });
            const auto place = static_cast<size_t>(column - form06a.columns.begin());
            return place < cells.size() ? cells[place].number : -1;
        };
        return of("received") != of("online") + of("direct") + of("carried")
                       || of("received") != of("solved") + of("in_progress")
                   ? u"received"_s
               : of("solved") != of("early") + of("on_time") + of("late") ? u"solved"_s
               : of("in_progress") != of("in_time") + of("overdue")       ? u"in_progress"_s
                                                                          : QString();
    };
    for (const ReportRow &row : form06a.rows) {
        if (QString wrong = isWrong(row.cells); !wrong.isEmpty()) {
            return wrong;
        }
    }
    return form06a.total.empty() ? QString() : isWrong(form06a.total);
}

} // namespace motcua
