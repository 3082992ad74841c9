// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/ticketnumberlabel.h"

#include <QPainter>

namespace motcua {

TicketNumberLabel::TicketNumberLabel(const Look &look, QLatin1StringView type,
                                     QLatin1StringView color, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_type(type)
    , m_color(color)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TicketNumberLabel::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void TicketNumberLabel::setColor(QLatin1StringView color)
{
    m_color = color;
    update();
}

void TicketNumberLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void TicketNumberLabel::setNumber(const std::optional<TicketNumber> &number)
{
    m_number = number;
    setAccessibleName(number ? number->toString() : QString());
    updateGeometry();
    update();
}

QSize TicketNumberLabel::sizeHint() const
{
    const QSizeF size = ticketNumberSize(m_number.value_or(TicketNumber{}), m_look.font(m_type));
    return {qCeil(size.width()), m_look.line(m_type)};
}

QSize TicketNumberLabel::minimumSizeHint() const
{
    // It shrinks, but a number of half its size is none of the design's any more.
    return {sizeHint().width() / 2, m_look.line(m_type)};
}

void TicketNumberLabel::paintEvent(QPaintEvent *)
{
    if (m_number) {
        QPainter painter(this);
        paintTicketNumber(painter, rect(), *m_number, textStyle(m_look, m_type, m_color),
                          m_alignment);
    }
}

} // namespace motcua
