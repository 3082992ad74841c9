// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/reportfile.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int Resolution = 600;
constexpr double DotsPerMm = Resolution / 25.4;
constexpr double FootHeight = 8 * DotsPerMm;
constexpr double Padding = 1 * DotsPerMm;
/// A name in less is a tower of single words.
constexpr double LeastText = 26 * DotsPerMm;

bool isText(ReportUnit unit)
{
    return unit == ReportUnit::Text || unit == ReportUnit::Word;
}

/// A report on its way to paper: laid out once to count the pages, then once more with ink.
class ReportPaper
{
public:
    ReportPaper(const ReportSheet &sheet, QPdfWriter &writer)
        : m_sheet(sheet)
        , m_writer(writer)
    {
    }

    /// Chooses the size of text and the columns' widths. False when the sheet is too wide for it.
    [[nodiscard]] bool fit(double size);
    void picture();
    /// Room to sign.
    void sign();
    /// Lays everything out; with a @p painter it is painted. The number of pages.
    int lay(QPainter *painter, int pages);

private:
    [[nodiscard]] QFont font(double size, bool isBold = false) const
    {
        QFont font(u"MotCua Sans"_s);
        font.setPointSizeF(size);
        font.setBold(isBold);
        return font;
    }
    [[nodiscard]] QString textOf(const ReportCells &cells, size_t column) const
    {
        const ReportUnit unit = m_sheet.table.columns[column].unit;
        const QString text = cellText(cells[column], unit);
        return text.isEmpty() && !isText(unit) ? u"–"_s : text;
    }
    [[nodiscard]] double longestWord(const QString &text, const QFontMetricsF &metrics) const;
    [[nodiscard]] double heightOf(const QString &text, double width, const QFont &font,
                                  int flags) const;
    void makeRoom(double height, bool withHeadings);
    void turnPage();
    void paintFoot();
    void paragraph(const QString &text, const QFont &font, double left = 0);
    void row(const QStringList &texts, bool isBold, bool isHeading);

    const ReportSheet &m_sheet;
    QPdfWriter &m_writer;
    QPainter *m_painter = nullptr;
    std::vector<double> m_widths;
    double m_size = 9; ///< pt
    double m_y = 0;
    int m_page = 1;
    int m_pages = 1;
};

double ReportPaper::longestWord(const QString &text, const QFontMetricsF &metrics) const
{
    double longest = 0;
    for (const QString &word : text.split(u' ')) {
        longest = std::max(longest, metrics.horizontalAdvance(word));
    }
    return longest;
}

bool ReportPaper::fit(double size)
{
    m_size = size;
    const QFontMetricsF metrics(font(size, true), &m_writer); // totals are bold
    const size_t count = m_sheet.table.columns.size();
    std::vector<double> least(count, 0);
    std::vector<double> natural(count, 0);
    for (size_t i = 0; i < count; ++i) {
        const QString heading = m_sheet.headings.value(static_cast<qsizetype>(i));
        const bool wraps = isText(m_sheet.table.columns[i].unit);
        const auto take = [&](const QString &text) {
            const double whole = metrics.horizontalAdvance(text);
            natural[i] = std::max(natural[i], whole);
            least[i] = std::max(
                least[i],
                wraps ? std::max(longestWord(text, metrics), std::min(whole, LeastText)) : whole);
        };
        for (const ReportRow &row : m_sheet.table.rows) {
            take(textOf(row.cells, i));
        }
        if (!m_sheet.table.total.empty()) {
            take(textOf(m_sheet.table.total, i));
        }
        least[i] = std::max(least[i], longestWord(heading, metrics)) + 2 * Padding;
        natural[i] = std::max(natural[i] + 2 * Padding, least[i]);
    }
    const double room = m_writer.width();
    const double needed = std::accumulate(least.begin(), least.end(), 0.0);
    m_widths.resize(count);
    if (needed > room) {
        for (size_t i = 0; i < count; ++i) {
            m_widths[i] = least[i] * room / needed; // where no size fits, words are broken
        }
        return false;
    }
    const double wanted = std::accumulate(natural.begin(), natural.end(), 0.0) - needed;
    const double share = wanted > 0 ? std::min(1.0, (room - needed) / wanted) : 0;
    for (size_t i = 0; i < count; ++i) {
        m_widths[i] = least[i] + (natural[i] - least[i]) * share;
    }
    return true;
}

double ReportPaper::heightOf(const QString &text, double width, const QFont &font, int flags) const
{
    constexpr double Endless = 1e7;
    return QFontMetricsF(font, &m_writer)
        .boundingRect(QRectF(0, 0, width, Endless), flags, text)
        .height();
}

void ReportPaper::sign()
{
    if (m_sheet.signature.isEmpty()) {
        return;
    }
    constexpr double Size = 9;
    constexpr double Room = 22 * DotsPerMm;
    constexpr double LeastRoom = 10 * DotsPerMm; // rather than on a page of its own
    const double half = m_writer.width() / 2.0;
    const double line = heightOf(u"Ặ"_s, half, font(Size), 0);
    makeRoom(LeastRoom + line * static_cast<double>(m_sheet.signature.size()), false);
    for (qsizetype i = 0; i < m_sheet.signature.size(); ++i) {
        if (m_painter) {
            m_painter->setFont(font(Size, i == 0));
            m_painter->drawText(QRectF(half, m_y, half, line), Qt::AlignHCenter,
                                m_sheet.signature[i]);
        }
        m_y += line;
    }
    m_y += Room;
}

void ReportPaper::paintFoot()
{
    if (!m_painter) {
        return;
    }
    constexpr double Size = 8;
    const QRectF foot(0, m_writer.height() - FootHeight, m_writer.width(), FootHeight);
    m_painter->setFont(font(Size));
    m_painter->drawText(foot, Qt::AlignRight | Qt::AlignBottom,
                        m_sheet.page.arg(m_page).arg(m_pages));
    m_painter->drawText(foot, Qt::AlignLeft | Qt::AlignBottom,
                        m_sheet.head.value(0) + u" · "_s + m_sheet.head.value(2));
}

void ReportPaper::picture()
{
    if (m_sheet.pictureSize.isEmpty()) {
        return;
    }
    // As wide as an upright page allows; the same size on one that lies, to be compared.
    constexpr double UprightMm = 182;
    const double scale =
        std::min(UprightMm * DotsPerMm, double(m_writer.width())) / m_sheet.pictureSize.width();
    const double height = scale * m_sheet.pictureSize.height();
    makeRoom(height, false);
    if (m_painter) {
        m_painter->save();
        m_painter->translate(0, m_y);
        m_painter->scale(scale, scale);
        m_sheet.picture(*m_painter);
        m_painter->restore();
    }
    m_y += height + 2 * Padding;
}

void ReportPaper::turnPage()
{
    paintFoot();
    ++m_page;
    m_y = 0;
    if (m_painter) {
        m_writer.newPage();
    }
}

void ReportPaper::makeRoom(double height, bool withHeadings)
{
    if (m_y + height <= m_writer.height() - FootHeight || m_y == 0) {
        return;
    }
    turnPage();
    if (withHeadings) {
        row(m_sheet.headings, true, true);
    }
}

void ReportPaper::paragraph(const QString &text, const QFont &font, double left)
{
    const double width = m_writer.width() - left;
    const double height = heightOf(text, width, font, Qt::TextWordWrap);
    makeRoom(height, false);
    if (m_painter) {
        m_painter->setFont(font);
        m_painter->drawText(QRectF(left, m_y, width, height), Qt::TextWordWrap, text);
    }
    m_y += height;
}

void ReportPaper::row(const QStringList &texts, bool isBold, bool isHeading)
{
    const QFont own = font(m_size, isBold);
    double height = 0;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const double width = m_widths[static_cast<size_t>(i)] - 2 * Padding;
        height = std::max(height, heightOf(texts[i], width, own, Qt::TextWordWrap));
    }
    height += Padding;
    if (!isHeading) {
        makeRoom(height, true);
    }
    if (m_painter) {
        m_painter->setFont(own);
        double left = 0;
        const double whole = std::accumulate(m_widths.begin(), m_widths.end(), 0.0);
        if (isHeading) {
            m_painter->fillRect(QRectF(0, m_y, whole, height), QColor(0xe8, 0xe8, 0xe8));
        }
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const auto column = static_cast<size_t>(i);
            const bool atLeft = isText(m_sheet.table.columns[column].unit);
            m_painter->drawText(
                QRectF(left + Padding, m_y + Padding / 2, m_widths[column] - 2 * Padding, height),
                Qt::TextWordWrap | (atLeft ? Qt::AlignLeft : Qt::AlignRight), texts[i]);
            left += m_widths[column];
        }
        m_painter->drawLine(QPointF(0, m_y + height), QPointF(whole, m_y + height));
    }
    m_y += height;
}

int ReportPaper::lay(QPainter *painter, int pages)
{
    constexpr double TitleSize = 14;
    constexpr double LineSize = 9;
    constexpr double SmallSize = 8;
    m_painter = painter;
    m_pages = pages;
    m_page = 1;
    m_y = 0;
    for (qsizetype i = 0; i < m_sheet.head.size(); ++i) {
        paragraph(m_sheet.head[i], font(i == 0 ? TitleSize : LineSize, i == 0));
    }
    m_y += 2 * Padding;
    picture();
    row(m_sheet.headings, true, true);
    const auto texts = [this](const ReportCells &cells) {
        QStringList list;
        for (size_t i = 0; i < cells.size(); ++i) {
            list.append(textOf(cells, i));
        }
        return list;
    };
    for (const ReportRow &one : m_sheet.table.rows) {
        row(texts(one.cells), one.isSubtotal, false);
    }
    if (!m_sheet.table.total.empty()) {
        row(texts(m_sheet.table.total), true, false);
    }
    m_y += 3 * Padding;
    for (const QString &note : m_sheet.notes) {
        paragraph(note, font(LineSize));
    }
    m_y += 3 * Padding;
    sign();
    if (!m_sheet.definitions.empty()) { // the heading goes with the first of them
        const auto &[title, text] = m_sheet.definitions.front();
        makeRoom(heightOf(m_sheet.definitionsTitle, m_writer.width(), font(LineSize, true), 0)
                     + heightOf(title + u": "_s + text, m_writer.width(), font(SmallSize),
                                Qt::TextWordWrap),
                 false);
    }
    paragraph(m_sheet.definitionsTitle, font(LineSize, true));
    for (const auto &[title, text] : m_sheet.definitions) {
        paragraph(title + u": "_s + text, font(SmallSize));
    }
    paintFoot();
    return m_page;
}

} // namespace

QByteArray reportPdf(const ReportSheet &sheet)
{
    constexpr double Margin = 14;    // mm
    constexpr double Smallest = 5.5; // pt
    constexpr double Usual = 9;
    constexpr double Step = 0.5;
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(sheet.head.value(0));
    writer.setCreator(u"motcua"_s);
    writer.setResolution(Resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(Margin, Margin, Margin, Margin), QPageLayout::Millimeter);
    ReportPaper paper(sheet, writer);
    if (!paper.fit(Usual)) {
        writer.setPageOrientation(QPageLayout::Landscape);
        for (double size = Usual; !paper.fit(size) && size > Smallest;) {
            size -= Step;
        }
    }
    const int pages = paper.lay(nullptr, 1);
    QPainter painter(&writer);
    painter.setPen(QPen(Qt::black, DotsPerMm / 10));
    paper.lay(&painter, pages);
    painter.end();
    return pdf;
}

} // namespace motcua
