// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/taglabel.h"

#include <QPainter>

namespace motcua {

TagLabel::TagLabel(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TagLabel::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void TagLabel::setTag(Tone tone, const QString &word, QLatin1StringView icon)
{
    m_tone = tone;
    m_word = word;
    m_icon = icon;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize TagLabel::sizeHint() const
{
    return tagSize(m_look, m_word, m_icon);
}

void TagLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTag(painter, rect(), m_look, m_tone, m_word, m_icon);
}

} // namespace motcua
