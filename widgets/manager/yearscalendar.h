// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchmonth.h"
#include "shared/painting.h"

#include <QWidget>

namespace motcua {

/// Years day by day, one band a year with a column a week, in the colours of a month's calendar. Arrow
/// keys move from day to day, and Enter opens the month of the chosen one.
class YearsCalendar : public QWidget
{
    Q_OBJECT

public:
    explicit YearsCalendar(const Look &look, QWidget *parent = nullptr);
    /// Keeps the chosen day where it is one of the years.
    void present(const BranchYears &years);
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void monthChosen(const QDate &day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QRectF cellOf(const QDate &day) const;
    [[nodiscard]] double bandHeight() const;
    [[nodiscard]] const DailyCount *countOf(const QDate &day) const;
    /// What the line below says of @p day.
    [[nodiscard]] QString wordsOf(const QDate &day) const;
    [[nodiscard]] std::optional<QDate> dayAt(const QPointF &place) const;
    void choose(const QDate &day);

    Look m_look;
    std::vector<int> m_steps; ///< of the colours
    BranchYears m_years;
    std::vector<int> m_places; ///< of each day since the first in m_years.days; -1 for none
    int m_count = 0;           ///< of years
    QDate m_chosen;
};

} // namespace motcua
