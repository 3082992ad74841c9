// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/reportfile.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString quoted(QString text)
{
    static constexpr QStringView Dangerous = u"=+-@\t\r";
    if (!text.isEmpty() && Dangerous.contains(text.front())) {
        text.prepend(u'\'');
    }
    if (text.contains(u';') || text.contains(u'"') || text.contains(u'\n')) {
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    }
    return text;
}

QString csvCell(const ReportCell &cell)
{
    switch (cell.kind) {
    case ReportCell::Kind::Nothing:
        return {};
    case ReportCell::Kind::Text:
    case ReportCell::Kind::Name:
        return quoted(cell.text.vi);
    case ReportCell::Kind::Number:
        return QString::number(cell.number);
    case ReportCell::Kind::Day:
        return cell.time.date.toString(Qt::ISODate);
    case ReportCell::Kind::Moment:
        return cell.time.date.toString(Qt::ISODate) + u' ' + cell.time.time.toString(u"HH:mm"_s);
    }
    Q_UNREACHABLE();
}

QByteArray csvLine(const ReportCells &cells)
{
    QStringList texts;
    std::ranges::transform(cells, std::back_inserter(texts), csvCell);
    return texts.join(u';').toUtf8() + "\r\n";
}

/// A workbook being written. The library owns formats and sheets.
class Workbook
{
public:
    explicit Workbook(const QString &path)
        : m_book(workbook_new(QFile::encodeName(path).constData()))
        , m_bold(workbook_add_format(m_book))
        , m_title(workbook_add_format(m_book))
        , m_heading(workbook_add_format(m_book))
    {
        constexpr double TitleSize = 14;
        format_set_bold(m_bold);
        format_set_bold(m_title);
        format_set_font_size(m_title, TitleSize);
        format_set_bold(m_heading);
        format_set_text_wrap(m_heading);
        format_set_align(m_heading, LXW_ALIGN_VERTICAL_TOP);
        format_set_bottom(m_heading, LXW_BORDER_THIN);
        for (const bool isBold : {false, true}) {
            m_duration[isBold] = numberFormat("[m]:ss", isBold);
            m_day[isBold] = numberFormat("dd/mm/yyyy", isBold);
            m_moment[isBold] = numberFormat("dd/mm/yyyy hh:mm", isBold);
            m_share[isBold] = numberFormat("0.0%", isBold);
            m_text[isBold] = numberFormat("@", isBold); // stays a text when it is edited
        }
    }
    Q_DISABLE_COPY_MOVE(Workbook)
    ~Workbook() = default; // close() frees it

    void writeTable(const ReportSheet &sheet);
    void writeDefinitions(const ReportSheet &sheet);
    [[nodiscard]] bool close() { return workbook_close(m_book) == LXW_NO_ERROR; }

private:
    lxw_format *numberFormat(const char *pattern, bool isBold)
    {
        lxw_format *format = workbook_add_format(m_book);
        format_set_num_format(format, pattern);
        if (isBold) {
            format_set_bold(format);
        }
        return format;
    }
    lxw_worksheet *addSheet(const QString &name)
    {
        // What Excel allows in a name, and how much of it.
        static constexpr QStringView Forbidden = u"[]:*?/\\";
        constexpr qsizetype Longest = 31;
        QString allowed;
        std::ranges::copy_if(name, std::back_inserter(allowed),
                             [](QChar c) { return !Forbidden.contains(c); });
        return workbook_add_worksheet(m_book, allowed.left(Longest).toUtf8().constData());
    }
    static void writeText(lxw_worksheet *to, lxw_row_t row, lxw_col_t column, const QString &text,
                          lxw_format *format = nullptr)
    {
        worksheet_write_string(to, row, column, text.toUtf8().constData(), format);
    }
    void writeCell(lxw_worksheet *to, lxw_row_t row, lxw_col_t column, const ReportCell &cell,
                   ReportUnit unit, bool isBold);

    lxw_workbook *m_book;
    lxw_format *m_bold;
    lxw_format *m_title;
    lxw_format *m_heading;
    std::array<lxw_format *, 2> m_duration{}; ///< plain and bold
    std::array<lxw_format *, 2> m_share{};
    std::array<lxw_format *, 2> m_day{};
    std::array<lxw_format *, 2> m_moment{};
    std::array<lxw_format *, 2> m_text{};
};

void Workbook::writeCell(lxw_worksheet *to, lxw_row_t row, lxw_col_t column, const ReportCell &cell,
                         ReportUnit unit, bool isBold)
{
    constexpr double SecondsInDay = 86'400;
    const LocalTime &at = cell.time;
    lxw_datetime when{.year = at.date.year(),
                      .month = at.date.month(),
                      .day = at.date.day(),
                      .hour = at.time.isValid() ? at.time.hour() : 0,
                      .min = at.time.isValid() ? at.time.minute() : 0,
                      .sec = 0};
    switch (cell.kind) {
    case ReportCell::Kind::Nothing:
        break;
    case ReportCell::Kind::Text:
    case ReportCell::Kind::Name:
        writeText(to, row, column, cell.text.vi, m_text.at(isBold));
        break;
    case ReportCell::Kind::Number:
        if (unit == ReportUnit::Duration) {
            worksheet_write_number(to, row, column, static_cast<double>(cell.number) / SecondsInDay,
                                   m_duration.at(isBold));
        } else if (unit == ReportUnit::Share) {
            constexpr double Whole = 1000;
            worksheet_write_number(to, row, column, static_cast<double>(cell.number) / Whole,
                                   m_share.at(isBold));
        } else {
            worksheet_write_number(to, row, column, static_cast<double>(cell.number),
                                   isBold ? m_bold : nullptr);
        }
        break;
    case ReportCell::Kind::Day:
        worksheet_write_datetime(to, row, column, &when, m_day.at(isBold));
        break;
    case ReportCell::Kind::Moment:
        worksheet_write_datetime(to, row, column, &when, m_moment.at(isBold));
        break;
    }
}

void Workbook::writeTable(const ReportSheet &sheet)
{
    constexpr uint8_t A4 = 9;
    lxw_worksheet *to = addSheet(sheet.head.value(0));
    lxw_row_t row = 0;
    for (const QString &line : sheet.head) {
        writeText(to, row, 0, line, row == 0 ? m_title : nullptr);
        ++row;
    }
    for (const QString &note : sheet.notes) {
        writeText(to, row++, 0, note);
    }
    const lxw_row_t heading = ++row;
    lxw_col_t column = 0;
    for (const QString &title : sheet.headings) {
        constexpr double Narrow = 11;
        constexpr double Time = 16;
        constexpr double Wide = 34;
        const ReportUnit unit = sheet.table.columns[column].unit;
        worksheet_set_column(to, column, column,
                             unit == ReportUnit::Text     ? Wide
                             : unit == ReportUnit::Moment ? Time
                                                          : Narrow,
                             nullptr);
        writeText(to, heading, column++, title, m_heading);
    }
    const auto writeRow = [&](const ReportCells &cells, bool isBold) {
        ++row;
        for (size_t i = 0; i < cells.size(); ++i) {
            writeCell(to, row, static_cast<lxw_col_t>(i), cells[i], sheet.table.columns[i].unit,
                      isBold);
        }
    };
    for (const ReportRow &one : sheet.table.rows) {
        writeRow(one.cells, one.isSubtotal);
    }
    if (!sheet.table.total.empty()) {
        writeRow(sheet.table.total, true);
    }
    worksheet_freeze_panes(to, heading + 1, 0);
    worksheet_repeat_rows(to, heading, heading);
    worksheet_set_paper(to, A4);
    worksheet_set_landscape(to);
    worksheet_fit_to_pages(to, 1, 0);
}

void Workbook::writeDefinitions(const ReportSheet &sheet)
{
    constexpr double TitleWidth = 24;
    constexpr double TextWidth = 120;
    lxw_worksheet *to = addSheet(sheet.definitionsTitle);
    worksheet_set_column(to, 0, 0, TitleWidth, nullptr);
    worksheet_set_column(to, 1, 1, TextWidth, nullptr);
    lxw_row_t row = 0;
    for (const auto &[title, text] : sheet.definitions) {
        writeText(to, row, 0, title, m_bold);
        writeText(to, row++, 1, text);
    }
}

} // namespace

QByteArray reportCsv(const ReportSheet &sheet)
{
    QByteArray text = "\xEF\xBB\xBF";
    QStringList headings = sheet.headings;
    for (qsizetype i = 0; i < headings.size(); ++i) {
        const ReportUnit unit = sheet.table.columns[static_cast<size_t>(i)].unit;
        const QString measure = unit == ReportUnit::Duration ? u" (s)"_s
                                : unit == ReportUnit::Share  ? u" (‰)"_s
                                                             : QString();
        headings[i] = quoted(headings[i] + measure);
    }
    text += headings.join(u';').toUtf8() + "\r\n";
    for (const ReportRow &row : sheet.table.rows) {
        text += csvLine(row.cells);
    }
    return sheet.table.total.empty() ? text : text + csvLine(sheet.table.total);
}

Result<QByteArray> reportXlsx(const ReportSheet &sheet)
{
    // The library writes to a path alone.
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"report.xlsx"_s);
    if (!folder.isValid()) {
        return failure(ErrorCode::FileUnwritable, folder.path());
    }
    Workbook book(path);
    book.writeTable(sheet);
    book.writeDefinitions(sheet);
    QFile file(path);
    if (!book.close() || !file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileUnwritable, folder.path());
    }
    return file.readAll();
}

Result<QByteArray> reportFile(const ReportSheet &sheet, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Csv:
        return reportCsv(sheet);
    case ReportFormat::Xlsx:
        return reportXlsx(sheet);
    case ReportFormat::Pdf:
        return reportPdf(sheet);
    }
    Q_UNREACHABLE();
}

} // namespace motcua
