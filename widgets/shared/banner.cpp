// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/banner.h"

#include <QAccessible>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int PaddingTop = 20;
constexpr int Padding = 26;
constexpr int Gap = 22;
constexpr int IconSize = 60;

} // namespace

Banner::Banner(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Banner::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void Banner::setNotice(Tone tone, QLatin1StringView icon, const QString &sentence,
                       const QString &second)
{
    if (tone == m_tone && icon == m_icon && sentence == m_sentence && second == m_second) {
        return;
    }
    m_tone = tone;
    m_icon = icon;
    m_sentence = sentence;
    m_second = second;
    setAccessibleName(sentence);
    setAccessibleDescription(second);
    if (isVisible()) {
        alert();
    }
    updateGeometry();
    update();
}

void Banner::alert()
{
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Banner::showEvent(QShowEvent *)
{
    alert();
}

ToneColors Banner::colors() const
{
    if (m_tone == Tone::Warn && m_look.palette != Palette::HighContrast) {
        return {.fill = m_look.color("action.call"_L1),
                .text = m_look.color("action.callText"_L1),
                .border = {}};
    }
    return toneColors(m_look, m_tone);
}

Paragraph Banner::first() const
{
    return {.text = m_sentence,
            .style = weighted(textStyle(m_look, "kiosk.lead"_L1, colors().text), QFont::Bold)};
}

Paragraph Banner::second() const
{
    return {.text = m_second, .style = textStyle(m_look, "kiosk.body"_L1, colors().text)};
}

int Banner::around() const
{
    return 2 * m_look.px(Padding) + m_look.px(IconSize) + m_look.px(Gap);
}

int Banner::heightForWidth(int width) const
{
    const int room = width - around();
    return qMax(m_look.px(IconSize), first().height(room) + second().height(room))
           + 2 * m_look.px(PaddingTop);
}

QSize Banner::sizeHint() const
{
    const int width = qMax(first().naturalWidth(), second().naturalWidth()) + 1 + around();
    return {width, heightForWidth(width)};
}

QSize Banner::minimumSizeHint() const
{
    return {qMax(first().minimumWidth(), second().minimumWidth()) + around(),
            m_look.px(IconSize) + 2 * m_look.px(PaddingTop)};
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ToneColors shown = colors();
    const bool plain = m_look.palette == Palette::HighContrast;
    const double border = plain ? m_look.px(designNumber("stroke.highContrast"_L1))
                          : m_tone == Tone::Error ? m_look.px(designNumber("stroke.touch"_L1))
                                                  : 0;
    paintBox(painter, rect(), shown.fill, shown.border, border,
             m_look.px(designNumber("radius.kioskCard"_L1)));
    const double left = m_look.px(Padding);
    const double side = m_look.px(IconSize);
    paintIcon(painter, {left, 0, side, double(height())}, m_look, m_icon, shown.text, IconSize);
    const double room = width() - around();
    const Paragraph sentence = first();
    const Paragraph other = second();
    const int firstHeight = sentence.height(room);
    const int secondHeight = other.height(room);
    const double top = (height() - firstHeight - secondHeight) / 2.0;
    const double textLeft = left + side + m_look.px(Gap);
    sentence.paint(painter, {textLeft, top, room, double(firstHeight)});
    other.paint(painter, {textLeft, top + firstHeight, room, double(secondHeight)});
}

} // namespace motcua
