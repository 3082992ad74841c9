// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/hourbars.h"

#include "counter/deskparts.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

/// A round step of which at most four reach @p largest.
static int stepFor(int largest)
{
    constexpr int Lines = 4;
    for (int decade = 1;; decade *= 10) {
        for (const int part : {1, 2, 5}) {
            if (part * decade * Lines >= largest) {
                return part * decade;
            }
        }
    }
}

HourBars::HourBars(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HourBars::present(const std::vector<HourCounts> &hours)
{
    if (hours == m_hours) {
        return;
    }
    m_hours = hours;
    QStringList told;
    for (const HourCounts &hour : hours) {
        if (hour.when != HourCounts::When::ToCome) {
            told.append(
                tr("%1h: %2 issued, %3 served").arg(hour.hour).arg(hour.issued).arg(hour.served));
        }
    }
    setAccessibleName(tr("Visits by hour"));
    setAccessibleDescription(told.join(u"; "_s));
    update();
}

QSize HourBars::minimumSizeHint() const
{
    return {m_look.px(520), m_look.px(140)};
}

void HourBars::paintBar(QPainter &painter, const QRectF &rect, const Look &look, Bar bar)
{
    if (look.palette
        == Palette::HighContrast) { // told apart by form, because there are few colours
        const QColor line = look.color("text.primary"_L1);
        paintBox(painter, rect, bar == Bar::Issued ? line : look.color("surface.card"_L1), line,
                 look.px(2), 0);
        return;
    }
    painter.fillRect(rect, look.color(bar == Bar::Issued ? "chart.issued"_L1 : "chart.served"_L1));
}

void HourBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintHours(painter, size(), m_look, m_hours);
}

void HourBars::paintHours(QPainter &painter, const QSizeF &size, const Look &look,
                          std::span<const HourCounts> hours)
{
    const TextStyle axis{.font = deskFont(look, 12, QFont::Medium),
                         .line = look.px(16),
                         .color = look.color("text.secondary"_L1)};
    TextStyle strong = axis;
    strong.font = deskFont(look, 12, QFont::Bold);
    strong.color = look.color("text.primary"_L1);
    int largest = 1;
    for (const HourCounts &hour : hours) {
        largest = std::max({largest, hour.issued, hour.served});
    }
    const int step = stepFor(largest);
    const int lines = (largest + step - 1) / step;
    const QRectF plot = QRectF({}, size).adjusted(look.px(34), look.px(18), 0, -look.px(26));
    const double perOne = plot.height() / (step * lines);
    for (int line = 0; line <= lines; ++line) {
        const double y = plot.bottom() - perOne * step * line;
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1),
                         line == 0 ? look.color("chart.axis"_L1) : rowLine(look));
        paintText(painter, QRectF(0, y - look.px(9), look.px(26), look.px(18)),
                  QString::number(step * line), axis, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (hours.empty()) {
        return;
    }
    const double slot = plot.width() / static_cast<double>(hours.size());
    const double bar = std::min<double>(look.px(23), slot * 0.36);
    double left = plot.left();
    for (const HourCounts &hour : hours) {
        const QRectF place(left, plot.top(), slot, plot.height());
        left += slot;
        paintText(painter, QRectF(place.left(), plot.bottom() + look.px(4), slot, look.px(20)),
                  tr("%1h").arg(hour.hour), hour.when == HourCounts::When::Now ? strong : axis,
                  Qt::AlignCenter);
        if (hour.when == HourCounts::When::ToCome) {
            painter.fillRect(place.adjusted(slot * 0.09, 0, -slot * 0.09, 0),
                             look.color("surface.sunken"_L1));
            continue;
        }
        if (hour.isBreak) {
            paintText(painter, QRectF(place.left(), plot.bottom() - look.px(22), slot, look.px(20)),
                      tr("lunch"), axis, Qt::AlignCenter);
            continue;
        }
        const double middle = place.center().x();
        for (const Bar which : {Bar::Issued, Bar::Served}) {
            const int count = which == Bar::Issued ? hour.issued : hour.served;
            const double height = perOne * count;
            const QRectF box(which == Bar::Issued ? middle - bar - 1.5 : middle + 1.5,
                             plot.bottom() - height, bar, height);
            if (count > 0) {
                paintBar(painter, box, look, which);
            }
            // A number may be wider than its bar, but never than its half of the hour.
            const double half = slot / 2;
            paintText(
                painter,
                QRectF(box.center().x() - half / 2, box.top() - look.px(19), half, look.px(18)),
                QString::number(count), strong, Qt::AlignCenter);
        }
    }
}

} // namespace motcua
