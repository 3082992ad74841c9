// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "manager/reporttext.h"
#include "operations/reports.h"
#include "printing/formpaper.h"
#include "printing/reportfile.h"
#include "shared/theme.h"
#include "sync/city.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QJsonValue secondsOrNull(std::optional<int> seconds)
{
    return seconds ? QJsonValue(*seconds) : QJsonValue();
}

QJsonObject toJson(const GroupSummary &row)
{
    QJsonObject json{{u"issued"_s, row.issued},
                     {u"served"_s, row.served},
                     {u"no_show"_s, row.noShow},
                     {u"cancelled"_s, row.cancelled},
                     {u"expired"_s, row.expired},
                     {u"waiting"_s, row.waiting},
                     {u"called"_s, row.called},
                     {u"serving"_s, row.serving},
                     {u"held"_s, row.held},
                     {u"wait_avg_s"_s, secondsOrNull(row.waitAverage)},
                     {u"wait_median_s"_s, secondsOrNull(row.waitMedian)},
                     {u"wait_p90_s"_s, secondsOrNull(row.waitNinetieth)},
                     {u"wait_longest_s"_s, secondsOrNull(row.waitLongest)},
                     {u"service_avg_s"_s, secondsOrNull(row.serviceAverage)}};
    QJsonObject intakes;
    for (size_t i = 0; i < row.intakes.size(); ++i) {
        intakes.insert(word(static_cast<Outcome>(i)), row.intakes[i]);
    }
    json.insert(u"intakes"_s, intakes);
    if (!row.group.isEmpty()) {
        json.insert(u"group"_s, row.group);
    }
    return json;
}

QJsonObject toJson(const DaySummary &summary)
{
    QJsonArray groups;
    for (const GroupSummary &row : summary.groups) {
        groups.append(toJson(row));
    }
    return {{u"business_date"_s, summary.businessDate.toString(Qt::ISODate)},
            {u"groups"_s, groups},
            {u"total"_s, toJson(summary.total)},
            {u"lapsed"_s, summary.lapsed}};
}

QJsonValue toJson(const ReportCell &cell)
{
    switch (cell.kind) {
    case ReportCell::Kind::Nothing:
        return {};
    case ReportCell::Kind::Text:
        return cell.text.vi;
    case ReportCell::Kind::Name:
        return QJsonObject{{u"vi"_s, cell.text.vi}, {u"en"_s, cell.text.en}};
    case ReportCell::Kind::Number:
        return cell.number;
    case ReportCell::Kind::Day:
        return cell.time.date.toString(Qt::ISODate);
    case ReportCell::Kind::Moment:
        return localTimeText(cell.time);
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const ReportCells &cells, const std::vector<ReportColumn> &columns)
{
    QJsonObject json;
    for (size_t i = 0; i < cells.size(); ++i) {
        json.insert(QString::fromLatin1(columns[i].id), toJson(cells[i]));
    }
    return json;
}

QJsonObject toJson(const Selection &selection)
{
    QJsonObject json;
    const auto add = [&json](const QString &key, const QJsonValue &value, bool isChosen) {
        if (isChosen) {
            json.insert(key, value);
        }
    };
    add(u"group"_s, selection.group, !selection.group.isEmpty());
    add(u"procedure"_s, selection.procedure, !selection.procedure.isEmpty());
    add(u"counter"_s, selection.counter, selection.counter != 0);
    add(u"hour"_s, selection.hour.value_or(0), selection.hour.has_value());
    add(u"weekday"_s, selection.weekday.value_or(0), selection.weekday.has_value());
    add(u"state"_s, word(selection.end.value_or(LegState::Waiting)), selection.end.has_value());
    return json;
}

/// What every report says besides its rows.
void addNotes(QJsonObject &json, const ReportTable &table)
{
    QJsonArray marks;
    for (const DayMark &mark : table.marks) {
        marks.append(QJsonObject{{u"day"_s, mark.day.toString(Qt::ISODate)},
                                 {u"mark"_s, word(mark.kind)},
                                 {u"count"_s, mark.count}});
    }
    QJsonObject definitions;
    for (const Definition definition : definitionsOf(table.kind)) {
        definitions.insert(word(definition), definitionText(definition));
    }
    json.insert(u"report"_s, word(table.kind));
    json.insert(u"from"_s, table.from.toString(Qt::ISODate));
    json.insert(u"to"_s, table.to.toString(Qt::ISODate));
    if (!table.selection.isEmpty()) {
        json.insert(u"selection"_s, toJson(table.selection));
    }
    json.insert(u"marks"_s, marks);
    json.insert(u"seal"_s, table.seal);
    json.insert(u"definitions"_s, definitions);
}

QJsonObject toJson(const ReportTable &table)
{
    QJsonArray rows;
    for (const ReportRow &row : table.rows) {
        QJsonObject json = toJson(row.cells, table.columns);
        if (row.isSubtotal) {
            json.insert(u"subtotal"_s, true);
        }
        rows.append(json);
    }
    QJsonObject json{{u"rows"_s, rows}};
    if (!table.total.empty()) {
        json.insert(u"total"_s, toJson(table.total, table.columns));
    }
    addNotes(json, table);
    return json;
}

/// @p text in lines of at most @p width where its words allow it.
QStringList wrapped(const QString &text, qsizetype width)
{
    QStringList lines;
    for (const QString &word : text.split(u' ')) {
        if (lines.isEmpty() || lines.constLast().size() + 1 + word.size() > width) {
            lines.append(word);
        } else {
            lines.last() += u' ' + word;
        }
    }
    return lines;
}

/// Whether a column may be left out where it says nothing: most counters never pause for an errand.
bool isOptional(const ReportColumn &column)
{
    static const QStringList ids{u"accepted"_s,    u"supplement"_s, u"refused"_s,   u"advised"_s,
                                 u"handed_over"_s, u"silent"_s,     u"signed_out"_s};
    const QString id = QString::fromLatin1(column.id);
    return column.unit == ReportUnit::Text || id.startsWith("break_"_L1) || ids.contains(id);
}

/// A column for the terminal: its cells as wide as the widest, its heading above in several lines.
struct TerminalColumn
{
    QStringList heading = {};
    QStringList cells = {};
    bool isAtLeft = false;
    qsizetype width = 0;

    [[nodiscard]] QString line(const QString &text) const
    {
        return isAtLeft ? text.leftJustified(width) : text.rightJustified(width);
    }
};

TerminalColumn columnOf(const ReportSheet &sheet, size_t place)
{
    const ReportUnit unit = sheet.table.columns[place].unit;
    TerminalColumn column{.isAtLeft = unit == ReportUnit::Text || unit == ReportUnit::Word};
    bool saysSomething = place == 0 || !isOptional(sheet.table.columns[place]);
    const auto add = [&](const ReportCells &cells) {
        const QString text = cellText(cells[place], unit);
        saysSomething = saysSomething || cells[place].number != 0 || column.isAtLeft;
        column.cells.append(text.isEmpty() ? u"–"_s : text);
        column.width = std::max(column.width, column.cells.constLast().size());
    };
    for (const ReportRow &row : sheet.table.rows) {
        add(row.cells);
    }
    if (!sheet.table.total.empty()) {
        add(sheet.table.total);
    }
    if (!saysSomething) {
        return {};
    }
    const QString heading = sheet.headings[static_cast<qsizetype>(place)];
    for (const QString &word : heading.split(u' ')) {
        column.width = std::max(column.width, word.size());
    }
    column.heading = wrapped(heading, column.width);
    return column;
}

/// @p sheet for the terminal, its columns in line. The names of groups are left to paper: a day has
/// their letters.
QString linesOf(const ReportSheet &sheet)
{
    std::vector<TerminalColumn> columns;
    qsizetype headingLines = 0;
    for (size_t i = 0; i < sheet.table.columns.size(); ++i) {
        const bool isName = sheet.table.kind == ReportKind::Daily && i == 1;
        TerminalColumn column = isName ? TerminalColumn() : columnOf(sheet, i);
        if (!column.heading.isEmpty()) {
            headingLines = std::max(headingLines, column.heading.size());
            columns.push_back(std::move(column));
        }
    }
    QStringList lines;
    const auto add = [&](auto textOf) {
        QStringList texts;
        for (const TerminalColumn &column : columns) {
            texts.append(column.line(textOf(column)));
        }
        QString line = texts.join(u"  "_s);
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        lines.append(line);
    };
    for (qsizetype i = 0; i < headingLines; ++i) {
        add([&](const TerminalColumn &column) { // the last word next to the figures
            return column.heading.value(i - headingLines + column.heading.size());
        });
    }
    for (qsizetype i = 0; i < columns.front().cells.size(); ++i) {
        add([i](const TerminalColumn &column) { return column.cells[i]; });
    }
    return lines.join(u'\n');
}

} // namespace

QString reportText(const ReportSheet &sheet)
{
    const QString lines =
        sheet.table.rows.empty() ? Texts::tr("Nothing to report for these days.") : linesOf(sheet);
    return (sheet.head + QStringList{lines} + sheet.notes).join(u'\n');
}

namespace {

volatile std::sig_atomic_t stopAsked = 0;

void stop(int)
{
    stopAsked = 1;
}

/// While it lives, Ctrl+C ends a report between two steps, so that no half file is left.
class StopOnSignal
{
public:
    StopOnSignal()
        : m_before(std::signal(SIGINT, stop))
    {
    }
    ~StopOnSignal() { std::signal(SIGINT, m_before); }
    Q_DISABLE_COPY_MOVE(StopOnSignal)

private:
    void (*m_before)(int);
};

/// What was asked for, and where it goes.
struct Wish
{
    ReportRequest request;
    QString format = u"table"_s;
    QString file = {};
    QString queue = {};
};

/// Which tickets the report is about.
Result<Selection> selectionOf(const Invocation &invocation)
{
    constexpr int LastHour = 23;
    constexpr int Sunday = 7;
    constexpr int MostCounters = 999;
    Selection selection{.group = invocation.text(u"group"_s).toUpper(),
                        .procedure = invocation.text(u"procedure"_s)};
    const auto number = [&invocation](const QString &option, int smallest,
                                      int largest) -> Result<std::optional<int>> {
        if (!invocation.has(option)) {
            return std::optional<int>();
        }
        const auto given = invocation.number(option, smallest, largest);
        return given ? Result<std::optional<int>>(*given) : std::unexpected(given.error());
    };
    const auto counter = number(u"counter"_s, 1, MostCounters);
    const auto hour = number(u"hour"_s, 0, LastHour);
    const auto weekday = number(u"weekday"_s, 1, Sunday);
    if (!counter || !hour || !weekday) {
        return std::unexpected(!counter ? counter.error() : !hour ? hour.error() : weekday.error());
    }
    selection.counter = counter->value_or(0);
    selection.hour = *hour;
    selection.weekday = *weekday;
    if (invocation.has(u"state"_s)) {
        selection.end = legStateFromWord(invocation.text(u"state"_s));
        const bool isEnd = selection.end && *selection.end != LegState::Undone
                           && *selection.end != LegState::Transferred;
        if (!isEnd) {
            return failure(ErrorCode::Usage, u"--state completed|no_show|cancelled|expired|"
                                             "waiting|called|serving|held"_s);
        }
    }
    return selection;
}

Result<Wish> wishOf(const Invocation &invocation, ReportKind kind)
{
    const bool isDaily = kind == ReportKind::Daily;
    const auto from = invocation.date(isDaily ? u"date"_s : u"from"_s);
    const auto to = isDaily ? Result<QDate>(QDate()) : invocation.date(u"to"_s);
    if (!from || !to) {
        return std::unexpected(from ? to.error() : from.error());
    }
    Wish wish{.request = {.kind = kind, .from = *from, .to = *to, .clock = invocation.now()},
              .file = invocation.filePath(u"output"_s),
              .queue = invocation.text(u"printer"_s)};
    if (from->isNull() && !to->isNull()) {
        return failure(ErrorCode::Usage, u"--from"_s);
    }
    // The parser warns of each option that is asked for and not known.
    const bool hasOptions = !isDaily && kind != ReportKind::City;
    const auto selection = hasOptions ? selectionOf(invocation) : Result<Selection>(Selection());
    if (!selection) {
        return std::unexpected(selection.error());
    }
    if (!selection->isEmpty() && !canSelect(kind)) {
        return failure(ErrorCode::Usage, u"report period|waits|tickets"_s);
    }
    wish.request.selection = *selection;
    if (invocation.has(u"format"_s)) {
        wish.format = invocation.text(u"format"_s);
    }
    const auto written = reportFormatFromWord(wish.format);
    if (!written && wish.format != "table"_L1 && wish.format != "json"_L1) {
        return failure(ErrorCode::Usage, u"--format table|csv|xlsx|pdf|json"_s);
    }
    // With a file, --json is about the answer on the terminal only.
    if (invocation.isJson() && wish.file.isEmpty() && wish.queue.isEmpty()) {
        wish.format = u"json"_s;
    } else if (wish.file.isEmpty() && (wish.format == "xlsx"_L1 || wish.format == "pdf"_L1)
               && wish.queue.isEmpty()) {
        return failure(ErrorCode::Usage, u"--output FILE"_s);
    }
    return wish;
}

Result<QByteArray> contentOf(const Wish &wish, const ReportTable &table, const QJsonObject &json,
                             Language language)
{
    if (wish.format == "json"_L1) {
        return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
    }
    const ReportSheet sheet = sheetOf(table, language);
    if (wish.format == "table"_L1) {
        return reportText(sheet).toUtf8() + '\n';
    }
    if (wish.format == "pdf"_L1) { // else there is nothing that fonts could be loaded into
        loadFonts();
    }
    return reportFile(sheet, *reportFormatFromWord(wish.format));
}

Result<> save(const QByteArray &content, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || stopAsked != 0
        || !file.commit()) {
        return stopAsked != 0 ? failure(ErrorCode::Interrupted)
                              : failure(ErrorCode::FileUnwritable, path);
    }
    return {};
}

Result<> print(const Wish &wish, const ReportTable &table, Language language)
{
    loadFonts();
    const ReportSheet sheet = sheetOf(table, language);
    const CupsDocument paper{
        .pdf = reportPdf(sheet), .title = sheet.head.value(0), .media = u"A4"_s};
    const FormState state = sendToQueue(wish.queue, paper);
    return state == FormState::Sent ? Result<>() : failure(ErrorCode::FormNotPrinted, wish.queue);
}

/// Prints, saves or shows @p table, as the wish says.
int deliver(const Invocation &invocation, const Wish &wish, const ReportTable &table,
            const QJsonObject &json)
{
    if (!wish.queue.isEmpty()) {
        if (const auto printed = print(wish, table, invocation.language()); !printed) {
            return invocation.refuse(printed.error());
        }
    }
    const bool hasOutput = !wish.file.isEmpty();
    const auto content = hasOutput || wish.queue.isEmpty()
                             ? contentOf(wish, table, json, invocation.language())
                             : Result<QByteArray>();
    if (!content) {
        return invocation.refuse(content.error());
    }
    if (hasOutput) {
        if (const auto saved = save(*content, wish.file); !saved) {
            return invocation.refuse(saved.error());
        }
    } else if (wish.queue.isEmpty()) {
        return printLine(QString::fromUtf8(*content).chopped(1))
                   ? 0
                   : invocation.refuse({ErrorCode::FileUnwritable, u"stdout"_s, {}});
    }
    return invocation.answer({{u"output"_s, wish.file}, {u"printer"_s, wish.queue}},
                             hasOutput ? Texts::tr("Written: %1").arg(wish.file)
                                       : Texts::tr("Sent to the printer %1.").arg(wish.queue));
}

int runReportOf(const Invocation &invocation, ReportKind kind)
{
    const auto wish = wishOf(invocation, kind);
    if (!wish) {
        return invocation.refuse(wish.error());
    }
    const StopOnSignal stopping;
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    Progress shown(reportTitle(kind));
    constexpr int Many = 20; // days that are worth telling about
    const auto table = makeReport(**database, wish->request, [&shown](int done, int total) {
        if (total >= Many) {
            shown.show(done, total);
        }
        return stopAsked == 0;
    });
    if (!table) {
        return invocation.refuse(table.error());
    }
    QJsonObject json = toJson(*table);
    if (kind == ReportKind::Daily) { // has had other keys from the beginning
        json = toJson(table->day);
        addNotes(json, *table);
    }
    return deliver(invocation, *wish, *table, json);
}

} // namespace

int runReport(const Invocation &invocation)
{
    const auto kind = reportKindFromWord(invocation.argument());
    if (!kind || std::ranges::find(reportKinds(), *kind) == reportKinds().end()) {
        QStringList words;
        std::ranges::transform(reportKinds(), std::back_inserter(words),
                               [](ReportKind one) { return word(one); });
        return invocation.refuse({ErrorCode::Usage, words.join(u'|'), {}});
    }
    return runReportOf(invocation, *kind);
}

int runReportCity(const Invocation &invocation)
{
    auto wish = wishOf(invocation, ReportKind::City);
    const auto url = centreUrl(invocation);
    if (!wish || !url) {
        return invocation.refuse(wish ? url.error() : wish.error());
    }
    ReportRequest &request = wish->request;
    if (request.from.isNull()) { // the month so far
        request.to = wallClock(request.clock, cityZone()).date;
        request.from = QDate(request.to.year(), request.to.month(), 1);
    }
    request.to = request.to.isNull() ? request.from : request.to;
    if (request.to < request.from) {
        return invocation.refuse({ErrorCode::InvalidInput, u"--to"_s, {}});
    }
    auto link = CentreLink::open(*url);
    const auto days = link ? readCityDays(*link, request.from, request.to, request.clock)
                           : Result<CityDays>(std::unexpected(link.error()));
    if (!days) {
        return invocation.refuse(days.error());
    }
    const StopOnSignal stopping;
    const ReportTable table = tableOf(*days);
    return deliver(invocation, *wish, table, toJson(table));
}

int runReportDaily(const Invocation &invocation)
{
    return runReportOf(invocation, ReportKind::Daily);
}

} // namespace motcua
