// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchmonth.h"
#include "shared/painting.h"

#include <QWidget>

namespace motcua {

/// Which colour begins at how many numbers, in a line at the left of @p place; nothing where that has no
/// room for it.
void paintHeatLegend(QPainter &painter, const QRectF &place, const Look &look,
                     std::span<const int> steps);
/// Fills @p cell as the colour of @p step of so many @p steps; without colours as much of it as the step.
void paintHeat(QPainter &painter, const QRectF &cell, const Look &look, int step, qsizetype steps);

/// A month as weeks from Monday to Sunday, with what was given each day and each week; a day's colour
/// says how much that is, its number says it too. On a screen or on paper.
class MonthPicture
{
public:
    MonthPicture(const Look &look, const BranchMonth &month);

    [[nodiscard]] const BranchMonth &month() const { return m_month; }
    /// @p place is counted from the first Monday shown, the week's sum being the eighth of each row.
    [[nodiscard]] QRectF cellOf(int place, const QSizeF &size) const;
    /// The cell of the day at @p index.
    [[nodiscard]] QRectF dayCell(int index, const QSizeF &size) const;
    /// @p chosen is the index of the day with a ring; none: -1.
    void paint(QPainter &painter, const QSizeF &size, int chosen) const;

private:
    [[nodiscard]] int weeks() const;
    [[nodiscard]] int offset() const { return m_month.first.dayOfWeek() - 1; }
    void paintDay(QPainter &painter, const MonthDay &day, const QRectF &cell, bool isChosen) const;

    Look m_look;
    BranchMonth m_month;
    std::vector<int> m_steps; ///< of its colours
};

/// A MonthPicture whose days can be chosen by the arrows and opened by Enter.
class HeatCalendar : public QWidget
{
    Q_OBJECT

public:
    explicit HeatCalendar(const Look &look, QWidget *parent = nullptr);
    /// Keeps the chosen day where it is one of the month.
    void present(const BranchMonth &month);
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dayChosen(const QDate &day);
    /// What there is to say of the day that the keyboard or mouse is on.
    void dayTold(const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] std::optional<int> dayAt(const QPointF &point) const;
    void choose(int day);
    void open();

    Look m_look;
    MonthPicture m_picture;
    int m_chosen = 0; ///< index of the day
};

} // namespace motcua
