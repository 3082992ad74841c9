// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/figuretile.h"

#include "shared/focusring.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace motcua {

constexpr int Edge = 12;
constexpr int SmallestDetail = 12;

/// @p style in the size at which @p text fits into @p room, but not below @p smallest pixels.
static TextStyle fitted(TextStyle style, const QString &text, double room, int smallest)
{
    while (style.font.pixelSize() > smallest && textWidth(text, style.font) > room) {
        style.font.setPixelSize(style.font.pixelSize() - 1);
    }
    return style;
}

FigureTile::FigureTile(const Look &look, QWidget *parent)
    : Card(look, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FigureTile::present(const Figure &figure)
{
    if (figure == m_figure) {
        return;
    }
    m_figure = figure;
    const bool isOver = figure.isOver;
    const ToneColors warn = toneColors(m_look, Tone::Warn);
    setSurface(isOver ? warn.fill : m_look.color("surface.card"_L1),
               isOver ? warn.border : m_look.color("border.hairline"_L1), 10, isOver ? 2 : 1);
    setAccessibleName(figure.label + u": "_s + (figure.value + u' ' + figure.unit).trimmed());
    setAccessibleDescription(figure.detail);
    updateGeometry();
    update();
}

void FigureTile::setOpens()
{
    m_opens = true;
    setFocusPolicy(Qt::StrongFocus);
    setFocusRadius(*this, m_look.px(10));
    setCursor(Qt::PointingHandCursor);
}

void FigureTile::keyPressEvent(QKeyEvent *event)
{
    const bool isOpening = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
                           || event->key() == Qt::Key_Space;
    if (m_opens && isOpening) {
        Q_EMIT opened();
    } else {
        Card::keyPressEvent(event);
    }
}

void FigureTile::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_opens && rect().contains(event->position().toPoint())) {
        Q_EMIT opened();
    }
}

TextStyle FigureTile::labelStyle() const
{
    return textStyle(m_look, "desk.label"_L1, "text.secondary"_L1);
}

TextStyle FigureTile::detailStyle() const
{
    return m_figure.isOver
               ? weighted(textStyle(m_look, "desk.label"_L1, "status.errorStrong"_L1), QFont::Bold)
               : labelStyle();
}

/// Smaller where the number has no room beside its unit: ten years' numbers in larger text.
TextStyle FigureTile::valueStyle() const
{
    const TextStyle style = textStyle(m_look, "desk.tileNumber"_L1, "text.primary"_L1);
    const int unit = m_look.px(4) + textWidth(m_figure.unit, unitStyle().font);
    return fitted(style, m_figure.value, width() - 2 * m_look.px(Edge) - unit, m_look.px(20));
}

TextStyle FigureTile::unitStyle() const
{
    TextStyle style = textStyle(m_look, "desk.tileNumber"_L1, "text.primary"_L1);
    style.font = deskFont(m_look, 16, QFont::DemiBold);
    return style;
}

QSize FigureTile::sizeHint() const
{
    return sizeFor(detailStyle());
}

QSize FigureTile::minimumSizeHint() const
{
    return sizeFor(fitted(detailStyle(), m_figure.detail, 0, m_look.px(SmallestDetail)));
}

QSize FigureTile::sizeFor(const TextStyle &detail) const
{
    const int words = std::max(textWidth(m_figure.label, labelStyle().font),
                               textWidth(m_figure.detail, detail.font));
    return {words + 2 * m_look.px(Edge) + 2, m_look.px(106)};
}

void FigureTile::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    const double edge = m_look.px(Edge);
    const double room = width() - 2 * edge;
    paintText(painter, QRectF(edge, m_look.px(10), room, m_look.px(20)), m_figure.label,
              labelStyle());
    const QRectF middle(edge, m_look.px(30), room, m_look.px(44));
    paintText(painter, middle, m_figure.value, valueStyle());
    const double after = textWidth(m_figure.value, valueStyle().font) + m_look.px(4);
    paintText(painter, middle.adjusted(after, m_look.px(6), 0, m_look.px(6)), m_figure.unit,
              unitStyle());
    paintText(painter, QRectF(edge, m_look.px(77), room, m_look.px(20)), m_figure.detail,
              fitted(detailStyle(), m_figure.detail, room, m_look.px(SmallestDetail)));

    const int whole = std::accumulate(m_figure.parts.begin(), m_figure.parts.end(), 0);
    if (whole == 0) {
        return;
    }
    const std::array colors{m_look.color("chart.issued"_L1), m_look.color("chart.served"_L1),
                            m_look.color("chart.rejected"_L1)};
    double left = edge;
    for (size_t i = 0; i < m_figure.parts.size() && i < colors.size(); ++i) {
        const double part = room * m_figure.parts[i] / whole;
        painter.fillRect(
            QRectF(left, m_look.px(71), std::max(0.0, part - m_look.px(2)), m_look.px(6)),
            colors.at(i));
        left += part;
    }
}

} // namespace motcua
