// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/figuretable.h"

#include "shared/focusring.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int HeadHeight = 30;
constexpr int LowestRow = 26;
constexpr int HighestRow = 33;
constexpr int Padding = 8;
constexpr int Edge = 16;
constexpr int DoorRoom = 30;
constexpr int LeastBar = 60;

} // namespace

class FigureTable::Rows : public QWidget
{
public:
    explicit Rows(FigureTable &table)
        : QWidget(&table)
        , m_table(table)
    {
        setFocusPolicy(Qt::StrongFocus);
        setFocusRadius(*this, table.m_look.px(6));
    }

    void choose(int row)
    {
        m_current = std::clamp(row, 0, std::max(0, static_cast<int>(m_table.m_rows.size()) - 1));
        tell();
        const double top = m_current * m_table.m_rowHeight;
        m_table.m_scroll->ensureVisible(0, qRound(top + m_table.m_rowHeight / 2), 0,
                                        qRound(m_table.m_rowHeight));
        update();
    }
    void tell()
    {
        QStringList words;
        if (const auto row = static_cast<size_t>(m_current); row < m_table.m_rows.size()) {
            for (size_t i = 0; i < m_table.m_rows[row].size(); ++i) {
                if (m_column > 0 && i > 0 && static_cast<int>(i) != m_column) {
                    continue;
                }
                if (m_table.m_rows[row][i].bar) {
                    continue; // a figure beside it says the same
                }
                words.append(m_table.m_columns[i].title + u' ' + m_table.m_rows[row][i].text);
            }
        }
        setAccessibleDescription(words.join(u", "_s));
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool hasCells = m_table.m_opens == Opens::Cells;
        switch (event->key()) {
        case Qt::Key_Up:
            choose(m_current - 1);
            return;
        case Qt::Key_Down:
            choose(m_current + 1);
            return;
        case Qt::Key_Left:
        case Qt::Key_Right:
            if (hasCells) {
                m_column = std::clamp(m_column + (event->key() == Qt::Key_Left ? -1 : 1), 0,
                                      std::max(0, static_cast<int>(m_table.m_columns.size()) - 1));
                choose(m_current);
                return;
            }
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_table.m_opens != Opens::Nothing && !m_table.m_rows.empty()) {
                Q_EMIT m_table.opened(m_current, hasCells ? m_column : 0);
                return;
            }
            break;
        default:
            break;
        }
        QWidget::keyPressEvent(event);
    }
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        const int row = static_cast<int>(event->position().y() / m_table.m_rowHeight);
        if (m_table.m_opens == Opens::Nothing || row < 0 || row >= std::ssize(m_table.m_rows)) {
            return;
        }
        if (m_table.m_opens == Opens::Cells) {
            double left = 0;
            for (size_t i = 0; i < m_table.m_widths.size(); ++i) {
                left += m_table.m_widths[i];
                if (event->position().x() < left) {
                    m_column = static_cast<int>(i);
                    break;
                }
            }
        }
        choose(row);
        Q_EMIT m_table.opened(row, m_column);
    }
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        const double height = m_table.m_rowHeight;
        for (size_t i = 0; i < m_table.m_rows.size(); ++i) {
            const QRectF line(0, height * static_cast<double>(i), width(), height);
            if (!line.intersects(event->rect())) {
                continue;
            }
            if (hasFocus() && static_cast<int>(i) == m_current) {
                painter.fillRect(line, m_table.m_look.color("surface.selected"_L1));
            }
            m_table.paintRow(painter, line, m_table.m_rows[i], false);
            if (hasFocus() && static_cast<int>(i) == m_current && m_column > 0) {
                const auto column = m_table.m_widths.begin() + m_column;
                const double left = std::accumulate(m_table.m_widths.begin(), column, 0.0);
                painter.setPen(QPen(m_table.m_look.color("action.call"_L1), m_table.m_look.px(2)));
                painter.drawRect(
                    QRectF(left, line.top(), *column, line.height()).adjusted(1, 1, -1, -2));
            }
        }
    }

private:
    FigureTable &m_table;
    int m_current = 0;
    int m_column = 0; ///< 0: the row as a whole
};

FigureTable::FigureTable(const Look &look, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_list(new Rows(*this))
    , m_scroll(scrollArea(*m_list, this))
{
    m_list->setAccessibleName(name);
    setFocusProxy(m_list);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void FigureTable::setOpens(Opens opens)
{
    m_opens = opens;
    m_list->setCursor(opens == Opens::Nothing ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void FigureTable::present(std::vector<Column> columns, std::vector<Row> rows, const Row &total)
{
    if (columns == m_columns && rows == m_rows && total == m_total) {
        return;
    }
    m_columns = std::move(columns);
    m_rows = std::move(rows);
    m_total = total;
    m_list->tell();
    updateGeometry();
    lay();
}

void FigureTable::showRow(int row)
{
    m_list->setFocus(Qt::OtherFocusReason);
    m_list->choose(row);
}

TextStyle FigureTable::cellStyle(const Cell &cell) const
{
    const TextStyle style = textStyle(m_look, "desk.body"_L1,
                                      cell.isOver ? "status.errorStrong"_L1 : "text.primary"_L1);
    return cell.isOver || cell.isBold ? weighted(style, QFont::Bold) : style;
}

int FigureTable::cellWidth(const Cell &cell, bool brief) const
{
    const QString &text = brief && !cell.brief.isEmpty() ? cell.brief : cell.text;
    if (cell.bar) {
        return m_look.px(LeastBar);
    }
    const int words =
        cell.tag ? tagSize(m_look, text, {}).width() : textWidth(text, cellStyle(cell).font);
    return words + (cell.door.isEmpty() ? 0 : m_look.px(DoorRoom));
}

int FigureTable::leastWidth(size_t column, bool brief) const
{
    const QFont heading = deskFont(m_look, 13, QFont::Medium);
    int width = textWidth(m_columns[column].title, heading);
    for (const Row &row : m_rows) {
        width = std::max(width, cellWidth(row[column], brief));
    }
    if (!m_total.empty()) {
        width = std::max(width, cellWidth(m_total[column], brief));
    }
    const bool isOuter = column == 0 || column + 1 == m_columns.size();
    return width + m_look.px(Padding) + m_look.px(isOuter ? Edge : Padding);
}

int FigureTable::wholeHeight() const
{
    const int rows = static_cast<int>(m_rows.size()) + (m_total.empty() ? 0 : 1);
    return m_look.px(HeadHeight) + rows * m_look.px(LowestRow) + m_look.px(4);
}

QSize FigureTable::minimumSizeHint() const
{
    int width = 0;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        width += leastWidth(i, true);
    }
    const int rows = std::min<int>(3, static_cast<int>(m_rows.size()));
    return {width, m_look.px(HeadHeight) + (rows + 1) * m_look.px(LowestRow)};
}

QSize FigureTable::sizeHint() const
{
    return {minimumSizeHint().width(), wholeHeight()};
}

/// Rows as high as there is room, the list as high as its rows, and the last row below it.
void FigureTable::lay()
{
    const int rows = static_cast<int>(m_rows.size());
    const int fixed = m_total.empty() ? 0 : 1;
    const double room = height() - m_look.px(HeadHeight);
    m_rowHeight = std::clamp<double>(std::floor(room / std::max(1, rows + fixed)),
                                     m_look.px(LowestRow), m_look.px(HighestRow));
    const int list = std::min(qRound(rows * m_rowHeight), qRound(room - fixed * m_rowHeight));
    m_list->setMinimumHeight(qRound(rows * m_rowHeight));
    m_scroll->setGeometry(0, m_look.px(HeadHeight), width(), std::max(0, list));
    const bool scrolls = list < qRound(rows * m_rowHeight);
    const double given =
        width() - (scrolls ? m_scroll->verticalScrollBar()->sizeHint().width() : 0);

    m_widths.assign(m_columns.size(), 0);
    for (const bool brief : {false, true}) {
        m_isBrief = brief;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            m_widths[i] = leastWidth(i, brief);
        }
        if (std::accumulate(m_widths.begin(), m_widths.end(), 0.0) <= given) {
            break;
        }
    }
    const double left =
        std::max(0.0, given - std::accumulate(m_widths.begin(), m_widths.end(), 0.0));
    const auto bar = m_rows.empty() ? Row::const_iterator()
                                    : std::ranges::find_if(m_rows.front(), [](const Cell &cell) {
                                          return cell.bar.has_value();
                                      });
    if (!m_rows.empty() && bar != m_rows.front().end()) { // which has most use for it
        m_widths[static_cast<size_t>(bar - m_rows.front().begin())] += left;
    } else {
        for (double &one : m_widths) {
            one += left / static_cast<double>(m_widths.size());
        }
    }
    m_list->update();
    update();
}

void FigureTable::resizeEvent(QResizeEvent *)
{
    lay();
}

void FigureTable::paintBar(QPainter &painter, const QRectF &place, const Cell &cell) const
{
    constexpr int Thickness = 18;
    constexpr int Corner = 3;
    QRectF bar(place.left(), 0, place.width(),
               std::min<double>(m_look.px(Thickness), place.height() - m_look.px(4)));
    bar.moveTop(place.center().y() - bar.height() / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.color("surface.page"_L1));
    painter.drawRoundedRect(bar, m_look.px(Corner), m_look.px(Corner));
    bar.setWidth(bar.width() * std::clamp(*cell.bar, 0.0, 1.0));
    const auto dark =
        m_look.palette == Palette::HighContrast ? "text.primary"_L1 : "chart.issued"_L1;
    painter.setBrush(m_look.color(cell.isBold ? dark : "heat.2"_L1));
    painter.drawRoundedRect(bar, m_look.px(Corner), m_look.px(Corner));
}

void FigureTable::paintRow(QPainter &painter, const QRectF &line, const Row &row,
                           bool isTotal) const
{
    if (isTotal) {
        painter.fillRect(line, m_look.color("surface.page"_L1));
    }
    painter.fillRect(isTotal ? QRectF(line.left(), line.top(), line.width(), m_look.px(1.5))
                             : QRectF(line.left(), line.bottom() - 1, line.width(), 1),
                     isTotal ? m_look.color("chart.axis"_L1) : rowLine(m_look));
    double left = line.left();
    for (size_t i = 0; i < row.size(); ++i) {
        const Cell &cell = row[i];
        const bool isLast = i + 1 == row.size();
        QRectF place(left + m_look.px(i == 0 ? Edge : Padding), line.top(),
                     m_widths[i] - m_look.px(i == 0 ? Edge : Padding)
                         - m_look.px(isLast ? Edge : Padding),
                     line.height() - 1);
        left += m_widths[i];
        const QString &text = m_isBrief && !cell.brief.isEmpty() ? cell.brief : cell.text;
        if (cell.tag) {
            paintTag(painter, place, m_look, *cell.tag, text, {});
            continue;
        }
        if (cell.bar) {
            paintBar(painter, place, cell);
            continue;
        }
        if (!cell.door.isEmpty()) {
            const double width =
                std::min(20 * m_look.scale, (line.height() - m_look.px(3)) / doorSize(1).height());
            paintDoor(painter, {place.left(), place.center().y() - doorSize(width).height() / 2},
                      width, m_look, groupDoor(m_look), cell.door);
            place.setLeft(place.left() + m_look.px(DoorRoom));
        }
        paintText(painter, place, text, cellStyle(cell),
                  Qt::AlignVCenter | (m_columns[i].isFigure ? Qt::AlignRight : Qt::AlignLeft));
    }
}

void FigureTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const TextStyle heading =
        weighted(textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1), QFont::Medium);
    const double head = m_look.px(HeadHeight);
    double left = 0;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const bool isLast = i + 1 == m_columns.size();
        const QRectF place(left + m_look.px(i == 0 ? Edge : Padding), 0,
                           m_widths[i] - m_look.px(i == 0 ? Edge : Padding)
                               - m_look.px(isLast ? Edge : Padding),
                           head);
        left += m_widths[i];
        paintText(painter, place, m_columns[i].title, heading,
                  Qt::AlignVCenter | (m_columns[i].isFigure ? Qt::AlignRight : Qt::AlignLeft));
    }
    painter.fillRect(QRectF(0, head - 1, width(), 1), m_look.color("border.hairline"_L1));
    if (!m_total.empty()) {
        paintRow(painter, QRectF(0, m_scroll->geometry().bottom() + 1, width(), m_rowHeight),
                 m_total, true);
    }
}

QScrollArea *aside(FigureTable &table, QWidget *parent)
{
    QScrollArea *area = scrollArea(table, parent);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    return area;
}

} // namespace motcua
