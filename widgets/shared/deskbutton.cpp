// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/deskbutton.h"

#include "shared/focusring.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

struct DeskButton::Colors
{
    QColor fill;
    QColor first;
    QColor second;
    QColor icon;
    QColor border;
};

/// In reference pixels, as drawn.
struct DeskButton::Measures
{
    int height;
    int padding;
    int gap;
    int icon;
    double radius;
};

DeskButton::DeskButton(const Look &look, Kind kind, Size size, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_kind(kind)
    , m_size(size)
    , m_linkColor("text.primary"_L1)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    refresh();
}

void DeskButton::setLook(const Look &look)
{
    m_look = look;
    refresh();
}

void DeskButton::setKind(Kind kind)
{
    m_kind = kind;
    refresh();
}

void DeskButton::setWords(const QString &first, const QString &second)
{
    m_second = second;
    setText(first);
    refresh();
}

void DeskButton::setIconName(QLatin1StringView icon)
{
    m_icon = icon;
    refresh();
}

void DeskButton::setKeycap(const QString &key)
{
    m_key = key;
    refresh();
}

void DeskButton::setUnavailable(const QString &reason)
{
    m_reason = reason;
    setEnabled(reason.isEmpty());
    refresh();
}

void DeskButton::setLinkColor(QLatin1StringView color)
{
    m_linkColor = color;
    update();
}

const QString &DeskButton::shownSecond() const
{
    // A small button has one line: its reason is in the tool tip.
    static const QString none;
    if (m_size == Size::Small || m_kind == Kind::Link) {
        return none;
    }
    return m_reason.isEmpty() ? m_second : m_reason;
}

void DeskButton::refresh()
{
    setAccessibleName(text());
    setAccessibleDescription(m_reason.isEmpty() ? m_second : m_reason);
    setToolTip(m_reason);
    setFocusRadius(*this, m_look.px(measures().radius));
    updateGeometry();
    update();
}

DeskButton::Measures DeskButton::measures() const
{
    switch (m_size) {
    case Size::Small:
        return {.height = 34, .padding = 10, .gap = 8, .icon = 16, .radius = 8};
    case Size::Normal:
        return {.height = 55, .padding = 14, .gap = 10, .icon = 22, .radius = 10};
    case Size::Large:
        return {.height = 76, .padding = 20, .gap = 14, .icon = 36, .radius = 12};
    }
    Q_UNREACHABLE();
}

DeskButton::Colors DeskButton::colors() const
{
    const auto color = [this](QLatin1StringView token) { return m_look.color(token); };
    const bool plain = m_look.palette == Palette::HighContrast;
    if (m_kind == Kind::Link) {
        const QColor text = color(isEnabled() ? m_linkColor : "text.disabled"_L1);
        return {Qt::transparent, text, text, text, Qt::transparent};
    }
    if (plain) {
        const QColor black = color("surface.page"_L1);
        const QColor white = color("text.primary"_L1);
        const QColor yellow = color("accent"_L1);
        if (isDown()) {
            return {white, black, black, black, yellow};
        }
        const bool filled = isEnabled() && (m_kind == Kind::Primary || m_kind == Kind::Call);
        return filled ? Colors{yellow, black, black, black, yellow}
                      : Colors{black, white, white, isEnabled() ? yellow : white, white};
    }
    if (!isEnabled()) {
        const QColor text = color("text.disabled"_L1);
        return {color("surface.disabled"_L1), text, text, text, color("border.hairline"_L1)};
    }
    if (isDown()) {
        const QColor text = color("action.primaryText"_L1);
        return {color("action.primaryPressed"_L1), text, text, text, color("action.primary"_L1)};
    }
    switch (m_kind) {
    case Kind::Plain:
        return {color("action.secondaryFill"_L1), color("text.primary"_L1),
                color("text.tertiaryDeskOnly"_L1), color("icon.action"_L1),
                color("action.secondaryBorder"_L1)};
    case Kind::Next:
        return {color("action.secondaryFill"_L1), color("surface.brandRaised"_L1),
                color("text.tertiaryDeskOnly"_L1), color("icon.action"_L1),
                color("action.primary"_L1)};
    case Kind::Primary: {
        const QColor text = color("action.primaryText"_L1);
        return {color("action.primary"_L1), text, text, color("door.icon"_L1),
                color("action.primary"_L1)};
    }
    case Kind::Call: {
        const QColor text = color("action.callText"_L1);
        return {color("action.call"_L1), text, text, text, color("action.call"_L1)};
    }
    case Kind::Link:
        break;
    }
    Q_UNREACHABLE();
}

TextStyle DeskButton::firstStyle(const QColor &color) const
{
    TextStyle style = m_size == Size::Large ? textStyle(m_look, "desk.callButton"_L1, color)
                      : m_size == Size::Small || m_kind == Kind::Link
                          ? weighted(textStyle(m_look, "desk.label"_L1, color), QFont::DemiBold)
                          : textStyle(m_look, "desk.action"_L1, color);
    style.disabled = !isEnabled();
    if (m_kind == Kind::Link) {
        style.font.setUnderline(true);
    }
    return style;
}

TextStyle DeskButton::secondStyle(const QColor &color) const
{
    TextStyle style = weighted(textStyle(m_look, "desk.label"_L1, color), QFont::Medium);
    style.disabled = !isEnabled();
    return style;
}

Look DeskButton::keycapLook() const
{
    Look look = m_look;
    if (m_size == Size::Large) {
        constexpr double LargeKeycap = 1.3;
        look.scale *= LargeKeycap;
    }
    return look;
}

QSize DeskButton::sizeHint() const
{
    const Measures of = measures();
    const bool link = m_kind == Kind::Link;
    const TextStyle first = firstStyle({});
    const TextStyle second = secondStyle({});
    int width = qMax(textWidth(text(), first.font), textWidth(shownSecond(), second.font))
                + (link ? 0 : 2 * m_look.px(of.padding));
    if (!m_icon.isEmpty()) {
        width += m_look.px(of.icon) + m_look.px(of.gap);
    }
    if (!m_key.isEmpty()) {
        width += keycapSize(keycapLook(), m_key).width() + m_look.px(of.gap);
    }
    constexpr int Breath = 12;
    const int lines = first.line + (shownSecond().isEmpty() ? 0 : second.line);
    return {width, link ? lines + m_look.px(Breath) / 2
                        : qMax(m_look.px(of.height), lines + m_look.px(Breath))};
}

void DeskButton::focusInEvent(QFocusEvent *event)
{
    m_given.invalidate();
    if (m_guarded && event->reason() == Qt::OtherFocusReason) {
        m_given.start();
    }
    QAbstractButton::focusInEvent(event);
}

void DeskButton::keyPressEvent(QKeyEvent *event)
{
    const bool presses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
                         || event->key() == Qt::Key_Space;
    if (presses && m_given.isValid()
        && static_cast<double>(m_given.elapsed()) < designNumber("touch.debounceMs"_L1)) {
        event->accept();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && !event->isAutoRepeat()) {
        event->accept();
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void DeskButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Measures of = measures();
    const Colors shown = colors();
    const bool link = m_kind == Kind::Link;
    if (!link) {
        // With three colours only, the border's shape tells what cannot be pressed.
        const bool dashed = m_look.palette == Palette::HighContrast && !isEnabled();
        paintBox(painter, rect(), shown.fill, shown.border,
                 designNumber("stroke.input"_L1) * m_look.scale, m_look.px(of.radius), dashed);
    }
    QRectF inside = QRectF(rect());
    if (!link) {
        inside.adjust(m_look.px(of.padding), 0, -m_look.px(of.padding), 0);
    }
    if (!m_icon.isEmpty()) {
        paintIcon(painter, {inside.left(), 0, double(m_look.px(of.icon)), inside.height()}, m_look,
                  m_icon, shown.icon, of.icon);
        inside.setLeft(inside.left() + m_look.px(of.icon) + m_look.px(of.gap));
    }
    if (!m_key.isEmpty()) {
        paintKeycap(painter, inside, keycapLook(), m_key, isEnabled());
        inside.setRight(inside.right() - keycapSize(keycapLook(), m_key).width()
                        - m_look.px(of.gap));
    }
    const TextStyle first = firstStyle(shown.first);
    const TextStyle second = secondStyle(shown.second);
    const int lines = first.line + (shownSecond().isEmpty() ? 0 : second.line);
    const double top = (height() - lines) / 2.0;
    paintText(painter, {inside.left(), top, inside.width(), double(first.line)}, text(), first);
    if (!shownSecond().isEmpty()) {
        paintText(painter, {inside.left(), top + first.line, inside.width(), double(second.line)},
                  shownSecond(), second);
    }
}

} // namespace motcua
