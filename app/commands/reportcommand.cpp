// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/reporttable.h"
#include "commands/texts.h"
#include "core/vietnamesetext.h"
#include "operations/dailyreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

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

QString cell(std::optional<int> seconds)
{
    return seconds ? QString::number(*seconds) : QString();
}

QStringList cells(const GroupSummary &row)
{
    QStringList cells{row.group.isEmpty() ? Texts::tr("Total") : row.group,
                      QString::number(row.issued),
                      QString::number(row.served),
                      QString::number(row.noShow),
                      QString::number(row.cancelled),
                      QString::number(row.expired),
                      QString::number(row.waiting + row.called + row.serving + row.held),
                      cell(row.waitAverage),
                      cell(row.waitNinetieth),
                      cell(row.serviceAverage)};
    for (const int count : row.intakes) {
        cells.append(QString::number(count));
    }
    return cells;
}

std::vector<QStringList> table(const DaySummary &summary)
{
    std::vector<QStringList> rows{
        {Texts::tr("Group"), Texts::tr("Issued"), Texts::tr("Served"), Texts::tr("No-show"),
         Texts::tr("Cancelled"), Texts::tr("Expired"), Texts::tr("Not done"),
         Texts::tr("Avg wait (s)"), Texts::tr("9/10 under (s)"), Texts::tr("Avg service (s)"),
         Texts::tr("Accepted"), Texts::tr("To supplement"), Texts::tr("Refused"),
         Texts::tr("Advised"), Texts::tr("Handed over")}};
    for (const GroupSummary &row : summary.groups) {
        rows.push_back(cells(row));
    }
    rows.push_back(cells(summary.total));
    return rows;
}

} // namespace

static QByteArray linesOf(const std::vector<QStringList> &rows)
{
    QByteArray lines;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            qsizetype width = 0;
            for (const QStringList &other : rows) {
                width = std::max(width, other[column].size());
            }
            line += column == 0 ? row[column].leftJustified(width)
                                : u"  "_s + row[column].rightJustified(width);
        }
        lines += line.toUtf8() + '\n';
    }
    return lines;
}

QByteArray reportCsv(const DaySummary &summary)
{
    QByteArray text = "\xEF\xBB\xBF";
    for (const QStringList &row : table(summary)) {
        text += row.join(u';').toUtf8() + "\r\n";
    }
    return text;
}

QByteArray reportTable(const DaySummary &summary)
{
    std::vector<QStringList> numbers = table(summary);
    std::vector<QStringList> intakes;
    for (QStringList &row : numbers) {
        row.replaceInStrings(QRegularExpression(u"^$"_s), u"–"_s);
        const qsizetype first = row.size() - qsizetype{OutcomeCount};
        intakes.push_back(QStringList{row.first()} + row.sliced(first));
        row.resize(first);
    }
    QByteArray text = Texts::tr("Business day %1").arg(shortDate(summary.businessDate)).toUtf8()
                      + '\n' + linesOf(numbers);
    if (summary.lapsed > 0) {
        text +=
            Texts::tr("%n number(s) given by kiosks without the branch were told too late to be "
                      "called.",
                      nullptr, summary.lapsed)
                .toUtf8()
            + '\n';
    }
    if (std::ranges::any_of(summary.total.intakes, [](int count) { return count > 0; })) {
        text += Texts::tr("Intakes").toUtf8() + '\n' + linesOf(intakes);
    }
    return text;
}

int runReportDaily(const Invocation &invocation)
{
    const auto date = invocation.date(u"date"_s);
    if (!date) {
        return invocation.refuse(date.error());
    }
    const QString asked = invocation.has(u"format"_s) ? invocation.text(u"format"_s) : u"table"_s;
    if (asked != "table"_L1 && asked != "csv"_L1 && asked != "json"_L1) {
        return invocation.refuse({ErrorCode::Usage, u"--format table|csv|json"_s, {}});
    }
    // With a file, --json is about the answer on the terminal only.
    const bool hasOutput = invocation.has(u"output"_s);
    const QString format = invocation.isJson() && !hasOutput ? u"json"_s : asked;
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto summary = reportDay(**database, *date);
    if (!summary) {
        return invocation.refuse(summary.error());
    }
    const QByteArray content =
        format == "json"_L1  ? QJsonDocument(toJson(*summary)).toJson(QJsonDocument::Compact) + '\n'
        : format == "csv"_L1 ? reportCsv(*summary)
                             : reportTable(*summary);
    if (!hasOutput) {
        if (!printLine(QString::fromUtf8(content).chopped(1))) {
            return invocation.refuse({ErrorCode::FileUnwritable, u"stdout"_s, {}});
        }
        return 0;
    }
    QSaveFile file(invocation.filePath(u"output"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
        || !file.commit()) {
        return invocation.refuse({ErrorCode::FileUnwritable, file.fileName(), {}});
    }
    return invocation.answer({{u"output"_s, file.fileName()}},
                             Texts::tr("Written: %1").arg(file.fileName()));
}

} // namespace motcua
