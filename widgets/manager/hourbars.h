// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchtoday.h"
#include "shared/painting.h"

#include <QWidget>

#include <span>

namespace motcua {

/// Numbers given and services ended, hour by hour, with the counts on the bars.
class HourBars : public QWidget
{
    Q_OBJECT

public:
    explicit HourBars(const Look &look, QWidget *parent = nullptr);
    void present(const std::vector<HourCounts> &hours);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

    /// The small square that stands for a bar in a legend.
    enum class Bar { Issued, Served };
    static void paintBar(QPainter &painter, const QRectF &rect, const Look &look, Bar bar);
    /// The bars of @p hours, on a screen or on paper.
    static void paintHours(QPainter &painter, const QSizeF &size, const Look &look,
                           std::span<const HourCounts> hours);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    std::vector<HourCounts> m_hours;
};

} // namespace motcua
