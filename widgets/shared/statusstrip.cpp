// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/statusstrip.h"

#include <QAccessible>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int PaddingTop = 10;
constexpr int Padding = 16;
constexpr int Gap = 12;
constexpr int IconSize = 20;
constexpr int Radius = 8;

} // namespace

StatusStrip::StatusStrip(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_action(new DeskButton(look, DeskButton::Kind::Link, DeskButton::Size::Normal, this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_action->hide();
    connect(m_action, &DeskButton::clicked, this, &StatusStrip::actionTriggered);
}

void StatusStrip::setLook(const Look &look)
{
    m_look = look;
    m_action->setLook(look);
    refresh();
}

void StatusStrip::setNotice(Tone tone, QLatin1StringView icon, const QString &sentence)
{
    const bool another = sentence != m_sentence;
    m_tone = tone;
    m_icon = icon;
    m_sentence = sentence;
    setAccessibleName(sentence);
    if (another) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    refresh();
}

void StatusStrip::setAction(const QString &words, const QString &key)
{
    m_action->setWords(words);
    m_action->setKeycap(key);
    m_action->setVisible(!words.isEmpty());
    refresh();
}

void StatusStrip::refresh()
{
    const bool plain = m_look.palette == Palette::HighContrast;
    m_action->setLinkColor(plain                   ? "text.primary"_L1
                           : m_tone == Tone::Error ? "status.error.text"_L1
                           : m_tone == Tone::Warn  ? "status.warn.text"_L1
                           : m_tone == Tone::Ok    ? "status.ok.text"_L1
                           : m_tone == Tone::Info  ? "status.info.text"_L1
                                                   : "door.icon"_L1);
    const QSize size = m_action->sizeHint();
    m_action->setGeometry(width() - m_look.px(Padding) - size.width(),
                          (height() - size.height()) / 2, size.width(), size.height());
    updateGeometry();
    update();
}

void StatusStrip::resizeEvent(QResizeEvent *)
{
    refresh();
}

ToneColors StatusStrip::colors() const
{
    if (m_tone == Tone::Neutral && m_look.palette != Palette::HighContrast) {
        return {.fill = m_look.color("surface.brandDeepest"_L1),
                .text = m_look.color("text.onBrand"_L1),
                .border = m_look.color("surface.brandDeepest"_L1)};
    }
    return toneColors(m_look, m_tone);
}

Paragraph StatusStrip::sentence() const
{
    return {.text = m_sentence,
            .style = weighted(textStyle(m_look, "desk.body"_L1, colors().text), QFont::DemiBold),
            .alignment = Qt::AlignLeft | Qt::AlignVCenter};
}

int StatusStrip::around() const
{
    const int action =
        m_action->text().isEmpty() ? 0 : m_action->sizeHint().width() + m_look.px(Gap);
    return 2 * m_look.px(Padding) + m_look.px(IconSize) + m_look.px(Gap) + action;
}

int StatusStrip::heightForWidth(int width) const
{
    return sentence().height(width - around()) + 2 * m_look.px(PaddingTop);
}

QSize StatusStrip::sizeHint() const
{
    const int width = sentence().naturalWidth() + 1 + around();
    return {width, heightForWidth(width)};
}

QSize StatusStrip::minimumSizeHint() const
{
    return {sentence().minimumWidth() + around(),
            m_look.line("desk.body"_L1) + 2 * m_look.px(PaddingTop)};
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ToneColors shown = colors();
    paintBox(painter, rect(), shown.fill, shown.border, m_look.px(1), m_look.px(Radius));
    const double left = m_look.px(Padding);
    const double side = m_look.px(IconSize);
    paintIcon(painter, {left, 0, side, double(height())}, m_look, m_icon, shown.text, IconSize);
    sentence().paint(
        painter, {left + side + m_look.px(Gap), 0, double(width() - around()), double(height())});
}

} // namespace motcua
