// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchmonth.h"
#include "core/branchtoday.h"
#include "core/dayrollup.h"
#include "core/language.h"
#include "core/localtime.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <functional>
#include <map>
#include <span>
#include <utility>
#include <vector>

class QPainter;

namespace motcua {

enum class ReportKind {
    Daily,        ///< one day by group
    Period,       ///< days by group and procedure
    Counters,     ///< what each counter did, by day
    LongWaits,    ///< who waited longer than the target
    Tickets,      ///< each ticket and its way: what stands behind a figure
    Register,     ///< dossiers accepted
    Overdue,      ///< dossiers that were late, or are
    Satisfaction, ///< what citizens said, by group
    Form06a,      ///< biểu số II.06a/VPCP/KSTT, domain.md §10
    City,         ///< the centre's: days by branch, see core/city.h
};
/// The word a person types after "report".
[[nodiscard]] QString word(ReportKind kind);
[[nodiscard]] std::optional<ReportKind> reportKindFromWord(QStringView word);
/// Those that a branch makes.
[[nodiscard]] std::span<const ReportKind> reportKinds();

enum class ReportFormat { Csv, Xlsx, Pdf };
/// What a file of @p format ends with, which is its word too: "csv".
[[nodiscard]] QString word(ReportFormat format);
[[nodiscard]] std::optional<ReportFormat> reportFormatFromWord(QStringView word);

/// Whether a report of @p kind can be about some tickets only.
[[nodiscard]] bool canSelect(ReportKind kind);

/// The words that stand below a report of @p kind, so that nobody has to guess what was counted.
[[nodiscard]] std::span<const Definition> definitionsOf(ReportKind kind);

enum class ReportUnit {
    Text,
    Word, ///< a fixed word of ours, which the screens have in two languages
    Count,
    Duration, ///< whole seconds
    Share,    ///< thousandths, written as percent
    Day,
    Moment, ///< at the branch's wall
};

struct ReportColumn
{
    const char *id; ///< the key of JSON, by which the screens know its heading
    ReportUnit unit = ReportUnit::Count;

    friend bool operator==(const ReportColumn &a, const ReportColumn &b)
    {
        return QLatin1StringView(a.id) == QLatin1StringView(b.id) && a.unit == b.unit;
    }
};

/// Nothing, a text or word, a name, a number in the unit of its column, or a date or time. No variant:
/// GCC 12 takes moving one for the use of what was never set.
struct ReportCell
{
    enum class Kind { Nothing, Text, Name, Number, Day, Moment };

    ReportCell() = default;
    ReportCell(const QString &value) // a cell stands for what is in it
        : kind(Kind::Text)
        , text{value, value}
    {
    }
    ReportCell(Bilingual value)
        : kind(Kind::Name)
        , text(std::move(value))
    {
    }
    ReportCell(qint64 value)
        : kind(Kind::Number)
        , number(value)
    {
    }
    ReportCell(const QDate &value)
        : kind(Kind::Day)
        , time{value, {}}
    {
    }
    ReportCell(const LocalTime &value)
        : kind(Kind::Moment)
        , time(value)
    {
    }

    Kind kind = Kind::Nothing;
    Bilingual text = {};
    qint64 number = 0;
    LocalTime time = {};

    friend bool operator==(const ReportCell &, const ReportCell &) = default;
};
using ReportCells = std::vector<ReportCell>;

struct ReportRow
{
    ReportCells cells;       ///< one a column
    bool isSubtotal = false; ///< sums rows below it that are not subtotals
    /// The tickets its figures are counted from, within the table's own selection and days.
    std::optional<Selection> behind = {};
    QDate day = {}; ///< of these tickets alone; null: of all days

    friend bool operator==(const ReportRow &, const ReportRow &) = default;
};

/// What a reader must know of a day besides its figures.
struct DayMark
{
    enum class Kind {
        Open,      ///< not closed yet: the figures move
        Reopened,  ///< closed, opened again and closed; count: how often
        Corrected, ///< records of that day were corrected; count: how many
        Differs,   ///< its tickets are not those its close counted: `verify` tells more
    };

    QDate day;
    Kind kind = Kind::Open;
    int count = 0;

    friend bool operator==(const DayMark &, const DayMark &) = default;
};
[[nodiscard]] QString word(DayMark::Kind kind);

/// The one result of a report's query: screen, CSV, XLSX, PDF, terminal and JSON are made of it.
struct ReportTable
{
    ReportKind kind = ReportKind::Daily;
    QDate from = {};
    QDate to = {}; ///< included
    Selection selection = {};
    Bilingual selectedGroup = {};     ///< its name
    Bilingual selectedProcedure = {}; ///< its name
    Bilingual organisation = {};
    Bilingual branch = {};
    LocalTime madeAt = {};
    std::vector<ReportColumn> columns = {};
    std::vector<ReportRow> rows = {};
    ReportCells total = {};          ///< empty for none
    std::vector<DayMark> marks = {}; ///< by day
    /// Of a closed day: the last digits of the chain of events at its close, which no change of an
    /// earlier event leaves as they are.
    QString seal = {};
    DaySummary day = {}; ///< of a daily report: what its rows were made from
    // What a picture beside the table shows.
    std::vector<HourCounts> hours = {}; ///< of a daily report
    std::vector<MonthDay> month = {};   ///< of a period within one month: all days of that
};

/// The columns of counts, waits, services and intakes, and what they say of @p row.
[[nodiscard]] std::vector<ReportColumn> figureColumns();
[[nodiscard]] ReportCells figureCells(const GroupSummary &row);
/// A day as a daily report; @p names are the names of the groups by letter.
[[nodiscard]] ReportTable tableOf(const DaySummary &summary,
                                  const std::map<QString, Bilingual> &names);

/// A cell in figures and dates as people read them: "12:30" minutes and seconds, "20/11/2026". The text
/// of a word and of a name is the caller's affair.
[[nodiscard]] QString cellText(const ReportCell &cell, ReportUnit unit);

/// What is wrong with a report in the shape of biểu số II.06a: its sums must agree in every row
/// (received = online + direct + carried = solved + in progress, solved = early + on time + late,
/// in progress = in time + overdue). The key of the first sum that does not; empty when all do.
[[nodiscard]] QString wrongSumOf(const ReportTable &form06a);

/// A report as it is written out, in one language: headings and cells are words for people.
struct ReportSheet
{
    ReportTable table;     ///< its cells are texts, numbers, dates and times
    QStringList head;      ///< title, then a line each: branch, period, when it was made
    QStringList headings;  ///< one a column
    QStringList notes;     ///< marks and seal
    QStringList signature; ///< who signs it, a line each; empty for nobody
    QString definitionsTitle;
    std::vector<std::pair<QString, QString>> definitions; ///< word and sentence
    QString page;                                         ///< "Page %1/%2"
    QSize pictureSize = {}; ///< on a screen at its reference size; empty for no picture
    /// Paints what the table says too, as the screens do; any thread.
    std::function<void(QPainter &painter)> picture = {};
};

} // namespace motcua
