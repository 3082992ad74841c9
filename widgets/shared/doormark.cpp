// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/doormark.h"

#include <QPainter>

namespace motcua {

DoorMark::DoorMark(const Look &look, double width, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_width(width)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DoorMark::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void DoorMark::setWidth(double width)
{
    m_width = width;
    updateGeometry();
    update();
}

void DoorMark::setGroup(const QString &letter, const QString &icon)
{
    m_letter = letter;
    m_icon = icon.toLatin1();
    m_logo = false;
    update();
}

void DoorMark::setLogo(int branch)
{
    m_letter = QString::number(branch);
    m_icon.clear();
    m_logo = true;
    update();
}

QSize DoorMark::sizeHint() const
{
    return doorSize(m_look.px(m_width)).toSize();
}

void DoorMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintDoor(painter, {0, 0}, m_look.px(m_width), m_look,
              m_logo ? brandDoor(m_look) : groupDoor(m_look), m_letter, QLatin1StringView(m_icon),
              m_logo);
}

} // namespace motcua
