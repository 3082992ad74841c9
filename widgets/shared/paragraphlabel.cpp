// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/paragraphlabel.h"

#include <QPainter>

namespace motcua {

ParagraphLabel::ParagraphLabel(const Look &look, QLatin1StringView type, QLatin1StringView color,
                               QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_type(type)
    , m_color(color)
    , m_emphasisColor(color)
{
    refresh();
}

void ParagraphLabel::setLook(const Look &look)
{
    m_look = look;
    refresh();
}

void ParagraphLabel::setType(QLatin1StringView type)
{
    m_type = type;
    refresh();
}

void ParagraphLabel::setColor(QLatin1StringView color)
{
    m_color = color;
    update();
}

void ParagraphLabel::setWeight(QFont::Weight weight)
{
    m_weight = weight;
    refresh();
}

void ParagraphLabel::setText(const QString &text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    setAccessibleName(QString(text).replace(u'\n', u' '));
    refresh();
}

void ParagraphLabel::setEmphasis(const QString &part, QFont::Weight weight, QLatin1StringView color)
{
    m_emphasis = part;
    m_emphasisWeight = weight;
    m_emphasisColor = color;
    refresh();
}

void ParagraphLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void ParagraphLabel::setBalanced(bool balanced)
{
    m_balanced = balanced;
    refresh();
}

void ParagraphLabel::setWordWrap(bool wrap)
{
    m_wrap = wrap;
    refresh();
}

void ParagraphLabel::refresh()
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(m_wrap);
    setSizePolicy(policy);
    updateGeometry();
    update();
}

Paragraph ParagraphLabel::paragraph() const
{
    TextStyle style = textStyle(m_look, m_type, m_color);
    if (m_weight > 0) {
        style.font.setWeight(static_cast<QFont::Weight>(m_weight));
    }
    TextStyle emphasis = weighted(style, m_emphasisWeight);
    emphasis.color = m_look.color(m_emphasisColor);
    return {.text = m_text,
            .style = style,
            .emphasis = m_emphasis,
            .emphasisStyle = emphasis,
            .balanced = m_balanced,
            .alignment = m_alignment};
}

int ParagraphLabel::heightForWidth(int width) const
{
    return paragraph().height(width);
}

QSize ParagraphLabel::sizeHint() const
{
    const Paragraph text = paragraph();
    const int width = text.naturalWidth();
    return {width, text.height(width + 1)};
}

QSize ParagraphLabel::minimumSizeHint() const
{
    if (!m_wrap) {
        return sizeHint();
    }
    const Paragraph text = paragraph();
    return {text.minimumWidth(), text.text.isEmpty() ? 0 : text.style.line};
}

void ParagraphLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paragraph().paint(painter, rect());
}

} // namespace motcua
