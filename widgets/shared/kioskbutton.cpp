// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/kioskbutton.h"

#include "shared/focusring.h"
#include "shared/tapguard.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// In reference pixels, as drawn.
constexpr int Padding = 32;
constexpr int PaddingTop = 12;
constexpr int IconSize = 52;
constexpr int Gap = 24;
constexpr int TrailingIconSize = 48;
constexpr int BarIconSize = 42;
constexpr int BarIconSmallest = 30;
constexpr int BarGap = 3;
constexpr int BarPadding = 8;
constexpr int BarRadius = 16;
constexpr int PressedBorder = 6;

bool isActivation(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space
           || key == Qt::Key_Select;
}

} // namespace

struct KioskButton::Colors
{
    QColor fill;
    QColor text;
    QColor icon;
    QColor border;
    double borderWidth; ///< reference pixels
    bool dashed = false;
};

struct KioskButton::Words
{
    Paragraph first;
    Paragraph second;
    int firstHeight;
    int secondHeight;
};

KioskButton::KioskButton(const Look &look, ButtonKind kind, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_kind(kind)
    , m_type(isBar() ? "kiosk.label"_L1 : "kiosk.button"_L1)
    , m_minHeight(isBar() ? designNumber("touch.kioskMin"_L1)
                          : designNumber("touch.kioskPreferred"_L1))
{
    // A finger leaves no focus behind: the ring is for keys.
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum, QSizePolicy::PushButton);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    refresh();
}

bool KioskButton::isBar() const
{
    return m_kind == ButtonKind::Bar || m_kind == ButtonKind::BarCall;
}

void KioskButton::setLook(const Look &look)
{
    m_look = look;
    refresh();
}

void KioskButton::setKind(ButtonKind kind)
{
    m_kind = kind;
    refresh();
}

void KioskButton::setWords(const QString &first, const QString &second)
{
    m_second = second;
    setText(first);
    refresh();
}

void KioskButton::setIconName(QLatin1StringView icon)
{
    m_icon = icon;
    refresh();
}

void KioskButton::setTrailingIcon(QLatin1StringView icon)
{
    m_trailingIcon = icon;
    refresh();
}

void KioskButton::setTrailingText(const QString &text)
{
    m_trailingText = text;
    refresh();
}

void KioskButton::setLeftAligned(bool left)
{
    m_left = left;
    update();
}

void KioskButton::setType(QLatin1StringView type)
{
    m_type = type;
    refresh();
}

void KioskButton::setMinimumTouchHeight(double height)
{
    m_minHeight = qMax(height, designNumber("touch.kioskMin"_L1));
    refresh();
}

void KioskButton::setBusy(const QString &words)
{
    m_busy = words;
    setDown(false);
    refresh();
}

void KioskButton::setUnavailable(const QString &reason, const QString &secondReason)
{
    m_reason = reason;
    m_secondReason = secondReason;
    setDown(false);
    refresh();
}

void KioskButton::refresh()
{
    setAccessibleName(text().replace(u'\n', u' '));
    setAccessibleDescription(isUnavailable() ? m_reason : isBusy() ? m_busy : m_second);
    setFocusRadius(*this, m_look.px(isBar() ? BarRadius : designNumber("radius.kioskCard"_L1)));
    updateGeometry();
    update();
}

KioskButton::Colors KioskButton::colors() const
{
    const auto color = [this](QLatin1StringView token) { return m_look.color(token); };
    const bool plain = m_look.palette == Palette::HighContrast;
    const double edge = designNumber(plain ? "stroke.highContrast"_L1 : "stroke.touch"_L1);
    if (plain) {
        const QColor black = color("surface.page"_L1);
        const QColor white = color("text.primary"_L1);
        const QColor yellow = color("accent"_L1);
        if (isUnavailable() || isBusy()) {
            return {black, white, white, white, edge, isUnavailable()};
        }
        if (isDown()) {
            return {white, black, black, yellow, PressedBorder};
        }
        if (hasFocus() || (isCheckable() && isChecked())) {
            return {white, black, black, white, edge};
        }
        switch (m_kind) {
        case ButtonKind::Primary:
        case ButtonKind::Call:
        case ButtonKind::BarCall:
            return {yellow, black, black, yellow, edge};
        case ButtonKind::Appointment:
            return {black, yellow, yellow, yellow, edge};
        case ButtonKind::Bar:
        case ButtonKind::Secondary:
        case ButtonKind::White:
            return {black, white, yellow, white, edge};
        }
    }
    if (isUnavailable()) {
        const QColor text = color("text.disabled"_L1);
        return {color("surface.disabled"_L1), text, text, color("border.touch"_L1), edge, true};
    }
    if (isBusy()) {
        const QColor text = color("action.busyText"_L1);
        return {color("action.busyFill"_L1), text, text, text, 0};
    }
    if (isDown()) {
        const QColor text = color("action.primaryText"_L1);
        return {color("action.primaryPressed"_L1), text, text, color("action.primary"_L1),
                PressedBorder};
    }
    if (isCheckable() && isChecked()) {
        const QColor text = color("surface.brand"_L1);
        const QColor fill = color("surface.card"_L1);
        return {fill, text, text, fill, edge};
    }
    switch (m_kind) {
    case ButtonKind::Primary: {
        const QColor text = color("action.primaryText"_L1);
        return {color("action.primary"_L1), text, text, text, 0};
    }
    case ButtonKind::Secondary: {
        const QColor text = color("text.primary"_L1);
        return {color("action.secondaryFill"_L1), text, text, color("action.secondaryBorder"_L1),
                edge};
    }
    case ButtonKind::White: {
        const QColor text = color("surface.brand"_L1);
        return {color("surface.card"_L1), text, text, text, 0};
    }
    case ButtonKind::Call:
    case ButtonKind::BarCall: {
        const QColor text = color("action.callText"_L1);
        return {color("action.call"_L1), text, text, text, 0};
    }
    case ButtonKind::Appointment:
        return {color("appointment.fill"_L1), color("appointment.text"_L1),
                color("status.warn.text"_L1), color("border.appointment"_L1), edge};
    case ButtonKind::Bar:
        return {color("surface.brandRaised"_L1), color("text.onBrand"_L1), color("door.icon"_L1),
                color("primitive.green400"_L1), edge};
    }
    Q_UNREACHABLE();
}

QByteArray KioskButton::shownIcon() const
{
    if (isBusy()) {
        return "clock"_ba;
    }
    if (isUnavailable() && !isBar()) {
        return {};
    }
    if (isBar() && isCheckable() && isChecked()) {
        return "check"_ba;
    }
    return {m_icon.data(), m_icon.size()};
}

KioskButton::Words KioskButton::words(double width, const QColor &color) const
{
    const QString first = isBusy() ? m_busy : isUnavailable() && !isBar() ? m_reason : text();
    const QString second = isBusy() ? QString() : isUnavailable() ? m_secondReason : m_second;
    const bool left = m_left || !m_trailingIcon.isEmpty() || !m_trailingText.isEmpty();
    const Qt::Alignment alignment =
        left || !shownIcon().isEmpty() ? Qt::AlignLeft : Qt::AlignHCenter;
    Words result{
        .first = {.text = first, .style = textStyle(m_look, m_type, color), .alignment = alignment},
        .second = {.text = second,
                   .style = weighted(textStyle(m_look, "kiosk.body"_L1, color), QFont::Medium),
                   .alignment = alignment},
        .firstHeight = 0,
        .secondHeight = 0};
    result.first.style.disabled = isUnavailable();
    result.second.style.disabled = isUnavailable();
    result.firstHeight = result.first.height(width);
    result.secondHeight = result.second.height(width);
    return result;
}

/// Pixels of the width that are not for words.
int KioskButton::around() const
{
    int width = 2 * m_look.px(Padding);
    if (!shownIcon().isEmpty()) {
        width += m_look.px(IconSize) + m_look.px(Gap);
    }
    if (!m_trailingIcon.isEmpty()) {
        width += m_look.px(TrailingIconSize) + m_look.px(Gap);
    }
    if (!m_trailingText.isEmpty()) {
        width += textWidth(m_trailingText, m_look.font("kiosk.body"_L1)) + m_look.px(Gap);
    }
    return width;
}

int KioskButton::heightForWidth(int width) const
{
    if (isBar()) {
        return m_look.px(m_minHeight);
    }
    const Words shown = words(width - around(), {});
    return qMax(m_look.px(m_minHeight),
                shown.firstHeight + shown.secondHeight + 2 * m_look.px(PaddingTop));
}

QSize KioskButton::sizeHint() const
{
    constexpr double Unbroken = 1e6;
    const Words shown = words(Unbroken, {});
    const int width = qMax(shown.first.naturalWidth(), shown.second.naturalWidth()) + 1 + around();
    return {width, heightForWidth(width)};
}

QSize KioskButton::minimumSizeHint() const
{
    if (isBar()) {
        const int side = m_look.px(designNumber("touch.kioskMin"_L1));
        return {side, m_look.px(m_minHeight)};
    }
    constexpr double Unbroken = 1e6;
    const Words shown = words(Unbroken, {});
    return {qMax(m_look.px(designNumber("touch.kioskMin"_L1)),
                 qMax(shown.first.minimumWidth(), shown.second.minimumWidth()) + around()),
            m_look.px(m_minHeight)};
}

bool KioskButton::hitButton(const QPoint &pos) const
{
    const int slop = m_look.px(designNumber("touch.slop"_L1));
    return rect().adjusted(-slop, -slop, slop, slop).contains(pos);
}

bool KioskButton::takesInput(quint64 timestamp) const
{
    return !isBusy() && !isUnavailable() && mayTap(*this, timestamp);
}

void KioskButton::mousePressEvent(QMouseEvent *event)
{
    m_refused = !takesInput(event->timestamp());
    if (m_refused) {
        event->accept();
        return;
    }
    QAbstractButton::mousePressEvent(event);
}

void KioskButton::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_refused) {
        m_refused = false;
        event->accept();
        return;
    }
    if (isDown() && hitButton(event->position().toPoint())) {
        noteTap(*this, event->timestamp());
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void KioskButton::keyPressEvent(QKeyEvent *event)
{
    if (!isActivation(event->key())) {
        QAbstractButton::keyPressEvent(event);
        return;
    }
    event->accept();
    if (!event->isAutoRepeat() && takesInput(event->timestamp())) {
        setDown(true);
    }
}

void KioskButton::keyReleaseEvent(QKeyEvent *event)
{
    if (!isActivation(event->key())) {
        QAbstractButton::keyReleaseEvent(event);
        return;
    }
    event->accept();
    if (!event->isAutoRepeat() && isDown()) {
        noteTap(*this, event->timestamp());
        setDown(false);
        click();
    }
}

void KioskButton::paintBar(QPainter &painter, const Colors &colors) const
{
    Paragraph label{.text = text(),
                    .style = textStyle(m_look, m_type, colors.text),
                    .balanced = true,
                    .alignment = Qt::AlignHCenter | Qt::AlignTop};
    label.style.disabled = isUnavailable();
    const QByteArray icon = shownIcon();
    const QRectF inside = QRectF(rect()).adjusted(m_look.px(BarPadding), m_look.px(PaddingTop),
                                                  -m_look.px(BarPadding), -m_look.px(BarPadding));
    constexpr double TallForTwoLines = 120;
    const bool stacked = height() >= m_look.px(TallForTwoLines);
    const double room =
        inside.width() - (stacked ? 0 : m_look.px(BarIconSize) + m_look.px(PaddingTop));
    const double tallest =
        inside.height() - (stacked ? m_look.px(BarIconSmallest) + m_look.px(BarGap) : 0);
    // Larger text stops where it would leave the button, at the smallest size allowed.
    const int smallest = qRound(designNumber("type.kiosk.minimum.size"_L1) * m_look.scale);
    while (label.style.font.pixelSize() > smallest
           && (label.minimumWidth() > room || label.height(room) > tallest)) {
        const int size = label.style.font.pixelSize() - 1;
        label.style.font.setPixelSize(size);
        label.style.line = qRound(size * designNumber("font.rules.minLineHeightRatio"_L1));
    }
    const int textHeight = label.height(room);
    if (stacked) {
        const double iconSize =
            qMin<double>(BarIconSize, (inside.height() - textHeight) / m_look.scale - BarGap);
        const double iconHeight = m_look.px(iconSize);
        paintIcon(painter, {inside.left(), inside.top(), inside.width(), iconHeight}, m_look,
                  QLatin1StringView(icon), colors.icon, iconSize);
        label.paint(painter, inside.adjusted(0, iconHeight + m_look.px(BarGap), 0, 0));
        return;
    }
    const double used = qMin<double>(room, label.naturalWidth() + 1) + m_look.px(BarIconSize)
                        + m_look.px(PaddingTop);
    const double left = rect().center().x() - used / 2;
    paintIcon(painter, {left, 0, double(m_look.px(BarIconSize)), double(height())}, m_look,
              QLatin1StringView(icon), colors.icon, BarIconSize);
    label.alignment = Qt::AlignLeft | Qt::AlignVCenter;
    const double textLeft = left + m_look.px(BarIconSize) + m_look.px(PaddingTop);
    label.paint(painter, {textLeft, 0, left + used - textLeft, double(height())});
}

void KioskButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors shown = colors();
    const double radius = m_look.px(isBar() ? BarRadius : designNumber("radius.kioskCard"_L1));
    paintBox(painter, rect(), shown.fill, shown.border,
             shown.borderWidth > 0 ? m_look.px(shown.borderWidth) : 0, radius, shown.dashed);
    if (isBar()) {
        paintBar(painter, shown);
        return;
    }
    const double room = width() - around();
    Words text = words(room, shown.text);
    const bool left = m_left || !m_trailingIcon.isEmpty() || !m_trailingText.isEmpty();
    const QByteArray icon = shownIcon();
    const int iconWidth = icon.isEmpty() ? 0 : m_look.px(IconSize) + m_look.px(Gap);
    double x = m_look.px(Padding);
    double textRoom = room;
    if (!left && iconWidth > 0) {
        // Icon and words are centred as one.
        textRoom =
            qMin<double>(room, qMax(text.first.naturalWidth(), text.second.naturalWidth()) + 1);
        x += (room - textRoom) / 2;
    }
    if (iconWidth > 0) {
        paintIcon(painter, {x, 0, double(m_look.px(IconSize)), double(height())}, m_look,
                  QLatin1StringView(icon), shown.icon, IconSize);
        x += iconWidth;
    }
    const double top = (height() - text.firstHeight - text.secondHeight) / 2.0;
    text.first.paint(painter, {x, top, textRoom, double(text.firstHeight)});
    text.second.paint(painter, {x, top + text.firstHeight, textRoom, double(text.secondHeight)});
    double right = width() - m_look.px(Padding);
    if (!m_trailingIcon.isEmpty()) {
        const double side = m_look.px(TrailingIconSize);
        paintIcon(painter, {right - side, 0, side, double(height())}, m_look, m_trailingIcon,
                  shown.text, TrailingIconSize);
        right -= side + m_look.px(Gap);
    }
    if (!m_trailingText.isEmpty()) {
        const TextStyle style =
            weighted(textStyle(m_look, "kiosk.body"_L1, shown.text), QFont::Medium);
        const double trailing = textWidth(m_trailingText, style.font);
        paintText(painter, {right - trailing, 0, trailing, double(height())}, m_trailingText,
                  style);
    }
}

} // namespace motcua
