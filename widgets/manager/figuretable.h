// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/deskparts.h"

#include <optional>
#include <vector>

class QScrollArea;

namespace motcua {

/// Figures in rows under a heading that stays, with an optional last row that stays as well. Arrows
/// choose a row, for a screen reader to tell.
class FigureTable : public QWidget
{
    Q_OBJECT

public:
    struct Column
    {
        QString title = {};
        bool isFigure = true; ///< at the right edge

        friend bool operator==(const Column &, const Column &) = default;
    };
    struct Cell
    {
        QString text = {};
        QString brief = {};             ///< where the text has no room; empty: the text
        QString door = {};              ///< a group's letter before it
        std::optional<Tone> tag = {};   ///< in a coloured box
        std::optional<double> bar = {}; ///< 0 to 1: a bar so long, dark where bold, and no text
        bool isOver = false;            ///< a target is missed
        bool isBold = false;

        friend bool operator==(const Cell &, const Cell &) = default;
    };
    using Row = std::vector<Cell>;

    /// What can be chosen to see more of it.
    enum class Opens { Nothing, Rows, Cells };

    FigureTable(const Look &look, const QString &name, QWidget *parent = nullptr);
    void setOpens(Opens opens);

    /// Keeps the scroll and the chosen row where they are.
    void present(std::vector<Column> columns, std::vector<Row> rows, const Row &total = {});
    /// Chooses @p row, brings it into view and gives it the keyboard.
    void showRow(int row);
    /// Height at which nothing scrolls.
    [[nodiscard]] int wholeHeight() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// More of @p row is wanted, or of its @p column; of the whole row the column is 0.
    void opened(int row, int column);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Rows;

    [[nodiscard]] int cellWidth(const Cell &cell, bool brief) const;
    [[nodiscard]] int leastWidth(size_t column, bool brief) const;
    [[nodiscard]] TextStyle cellStyle(const Cell &cell) const;
    void paintBar(QPainter &painter, const QRectF &place, const Cell &cell) const;
    void paintRow(QPainter &painter, const QRectF &line, const Row &row, bool isTotal) const;
    void lay();

    Look m_look;
    Opens m_opens = Opens::Nothing;
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
    Row m_total;
    std::vector<double> m_widths;
    bool m_isBrief = false;
    double m_rowHeight = 0;
    Rows *m_list;
    QScrollArea *m_scroll;
};

/// @p table with a bar below where it is wider than its place.
[[nodiscard]] QScrollArea *aside(FigureTable &table, QWidget *parent);

} // namespace motcua
