// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/tile.h"

#include "shared/focusring.h"
#include "shared/tapguard.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr double TagPaddingX = 18;
constexpr double TagPaddingY = 8;
constexpr double TagRadius = 12;
constexpr double FootPadding = 20;
constexpr double FootIcon = 32;
constexpr double FootGap = 10;
constexpr double PressedBorder = 6;

/// Makes @p line smaller, to @p size or the kiosk's least; false when it is that small already.
bool shrink(Paragraph &line, int size, const Look &look)
{
    const int before = line.style.font.pixelSize();
    const int smaller = qMax(look.px(designNumber("type.kiosk.minimum.size"_L1)), size);
    if (smaller >= before) {
        return false;
    }
    line.style.line = line.style.line * smaller / before;
    line.style.font.setPixelSize(smaller);
    line.emphasisStyle.font.setPixelSize(smaller);
    return true;
}

} // namespace

Tile::Tile(Role role, QWidget *parent)
    : QAbstractButton(parent)
    , m_role(role)
{
    setFocusPolicy(role == Role::Button ? Qt::TabFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, role == Role::Panel);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Tile::setSpec(const TileSpec &spec, const Look &look)
{
    m_spec = spec;
    m_look = look;
    QStringList words;
    for (const Paragraph &line : spec.lines) {
        words.append(QString(line.text).replace(u'\n', u' '));
    }
    for (const Paragraph *more : {&spec.tag, &spec.foot.left, &spec.foot.right}) {
        if (!more->text.isEmpty()) {
            words.append(more->text);
        }
    }
    setFocusRadius(*this, m_look.px(spec.radius));
    setAccessibleName(spec.name.isEmpty() ? words.join(u". "_s) : spec.name);
    updateGeometry();
    update();
}

QMarginsF Tile::padding() const
{
    const double s = m_look.scale;
    const QMarginsF &p = m_spec.padding;
    return {p.left() * s, p.top() * s, p.right() * s, p.bottom() * s};
}

std::vector<Paragraph> Tile::linesIn(const QSizeF &place) const
{
    std::vector<Paragraph> lines = m_spec.lines;
    constexpr int Step = 2;
    bool shrunk = true;
    while (shrunk && textHeight(lines, place.width()) > place.height()) {
        shrunk = false;
        for (Paragraph &line : lines) {
            shrunk |= shrink(line, line.style.font.pixelSize() - Step, m_look);
        }
    }
    return textHeight(lines, place.width()) <= place.height() ? lines : leastLines();
}

std::vector<Paragraph> Tile::leastLines() const
{
    std::vector<Paragraph> lines = m_spec.lines;
    for (Paragraph &line : lines) {
        shrink(line, 0, m_look);
        line.text.replace(u'\n', u' ');
    }
    return lines;
}

double Tile::textHeight(const std::vector<Paragraph> &lines, double width) const
{
    double height = 0;
    for (const Paragraph &line : lines) {
        height += (height > 0 ? m_spec.lineGap * m_look.scale : 0) + line.height(width);
    }
    return height;
}

Tile::Places Tile::placesIn(const QRectF &inside) const
{
    const double s = m_look.scale;
    const double gap = m_spec.gap * s;
    Places places;
    QRectF rest = inside;
    const double doorShape = designNumber("door.heightPerWidth"_L1);
    QSizeF mark;
    if (m_spec.door.width > 0) {
        places.doorWidth = qMin(m_spec.door.width * s, inside.height() / doorShape);
        mark = doorSize(places.doorWidth);
    } else if (!m_spec.mark.name.isEmpty()) {
        const double side = qMax(m_spec.mark.box, m_spec.mark.size) * s;
        mark = {side, side};
    }
    if (m_spec.flow == TileSpec::Flow::Column) {
        if (mark.height() + gap + textHeight(m_spec.lines, inside.width()) > inside.height()) {
            mark = {}; // words go before their picture
        }
        places.mark = {inside.center().x() - mark.width() / 2, inside.top(), mark.width(),
                       mark.height()};
        if (!mark.isEmpty()) {
            rest.setTop(places.mark.bottom() + gap);
        }
        places.text = rest;
        return places;
    }
    if (!m_spec.tail.name.isEmpty()) {
        const double side = qMax(m_spec.tail.box, m_spec.tail.size) * s;
        places.tail = {rest.right() - side, rest.center().y() - side / 2, side, side};
        rest.setRight(places.tail.left() - gap);
    }
    if (!m_spec.tag.text.isEmpty()) {
        const bool filled = m_spec.tagFill.isValid();
        const double width = m_spec.tag.naturalWidth() + (filled ? 2 * TagPaddingX * s : 0);
        const double height = m_spec.tag.height(width) + (filled ? 2 * TagPaddingY * s : 0);
        places.tag = {rest.right() - width, rest.center().y() - height / 2, width, height};
        rest.setRight(places.tag.left() - gap);
    }
    if (m_spec.centred) {
        double width = 0;
        for (const Paragraph &line : m_spec.lines) {
            width = qMax<double>(width, line.naturalWidth());
        }
        // Two pixels, because a line as wide as its place breaks.
        const double all = mark.width() + (mark.isEmpty() ? 0 : gap) + width + 2;
        if (all < rest.width()) {
            // Between the edges of the tile, not of what the tail leaves, unless that is too near.
            const double middle = qMin(inside.center().x() - all / 2, rest.right() - all);
            rest.setLeft(qMax(rest.left(), middle));
            rest.setWidth(all);
        }
    }
    if (!mark.isEmpty()) {
        places.mark = {rest.left(), rest.center().y() - mark.height() / 2, mark.width(),
                       mark.height()};
        rest.setLeft(places.mark.right() + gap);
    }
    places.text = rest;
    return places;
}

QSize Tile::sizeHint() const
{
    double width = 0;
    for (const Paragraph &line : m_spec.lines) {
        width = qMax<double>(width, line.naturalWidth());
    }
    const double s = m_look.scale;
    const QMarginsF edge = padding();
    if (m_spec.flow == TileSpec::Flow::Row) {
        if (m_spec.door.width > 0) {
            width += (m_spec.door.width + m_spec.gap) * s;
        } else if (!m_spec.mark.name.isEmpty()) {
            width += (qMax(m_spec.mark.box, m_spec.mark.size) + m_spec.gap) * s;
        }
        if (!m_spec.tail.name.isEmpty()) {
            width += (qMax(m_spec.tail.box, m_spec.tail.size) + m_spec.gap) * s;
        }
        if (!m_spec.tag.text.isEmpty()) {
            width += m_spec.tag.naturalWidth()
                     + (m_spec.gap + (m_spec.tagFill.isValid() ? 2 * TagPaddingX : 0)) * s;
        }
    }
    const int wide = qCeil(width + edge.left() + edge.right()) + 2; // see placesIn()
    return {wide, heightForWidth(wide)};
}

int Tile::heightForWidth(int width) const
{
    const QMarginsF edge = padding();
    const double s = m_look.scale;
    constexpr double Unlimited = 10000;
    const QRectF inside(edge.left(), 0, width - edge.left() - edge.right(), Unlimited);
    const Places places = placesIn(inside);
    double height = textHeight(m_squeezed ? leastLines() : m_spec.lines, places.text.width());
    if (m_spec.flow == TileSpec::Flow::Column) {
        height += places.mark.isEmpty() ? 0 : places.mark.height() + m_spec.gap * s;
    } else {
        // A door shrinks with its tile; an icon does not.
        height = qMax(height, m_spec.door.width > 0 ? 0 : places.mark.height());
        height = qMax(height, qMax(places.tag.height(), places.tail.height()));
    }
    return qCeil(height + edge.top() + edge.bottom() + m_spec.foot.height * s);
}

void Tile::paintMark(QPainter &painter, const QRectF &rect, const TileSpec::Icon &icon,
                     const QColor &color) const
{
    if (icon.name.isEmpty() || rect.isEmpty()) {
        return;
    }
    if (icon.box > 0) {
        constexpr double BoxRadius = 24;
        paintBox(painter, rect, icon.boxColor, {}, 0,
                 icon.round ? rect.width() / 2 : BoxRadius * m_look.scale);
    }
    paintIcon(painter, rect, m_look, QLatin1StringView(icon.name.toLatin1()), color, icon.size);
}

void Tile::paintFoot(QPainter &painter, const QRectF &box) const
{
    const TileSpec::Foot &foot = m_spec.foot;
    const double s = m_look.scale;
    const double border = m_spec.borderWidth * s;
    QRectF strip = box.adjusted(border, 0, -border, -border);
    strip.setTop(strip.bottom() - foot.height * s + border);
    QPainterPath inside;
    const double radius = qMax(0.0, m_spec.radius * s - border);
    inside.addRoundedRect(box.adjusted(border, border, -border, -border), radius, radius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(inside);
    painter.fillRect(strip, foot.fill);
    painter.restore();
    QRectF line = strip.adjusted(FootPadding * s, 0, -FootPadding * s, 0);
    if (!foot.icon.isEmpty()) {
        const QRectF icon(line.left(), line.top(), FootIcon * s, line.height());
        paintIcon(painter, icon, m_look, QLatin1StringView(foot.icon.toLatin1()),
                  foot.left.style.color, FootIcon);
        line.setLeft(icon.right() + FootGap * s);
    }
    QRectF left = line;
    QRectF right = line;
    if (foot.stacked) {
        left.setHeight(line.height() / 2);
        right.setTop(left.bottom());
        paintText(painter, left, foot.left.text, foot.left.style);
        paintText(painter, right, foot.right.text, foot.right.style);
        return;
    }
    left.setWidth(textWidth(foot.left.text, foot.left.style.font) + 1);
    right.setLeft(left.right());
    paintText(painter, left, foot.left.text, foot.left.style);
    paintText(painter, right, foot.right.text, foot.right.style, Qt::AlignRight | Qt::AlignVCenter);
}

void Tile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double s = m_look.scale;
    const bool plain = m_look.palette == Palette::HighContrast;
    const bool down = isDown() && m_role == Role::Button;
    QRectF box = rect();
    QColor fill = m_spec.fill;
    QColor ink; // instead of the spec's colours, when pressed or focused
    if (m_showsFocus && plain && m_role == Role::Button) {
        fill = m_look.color("focus.fill"_L1);
        ink = m_look.color("focus.text"_L1);
    }
    if (down) {
        fill = m_look.color(plain ? "focus.fill"_L1 : "action.primaryPressed"_L1);
        ink = plain ? m_look.color("focus.text"_L1) : m_look.color("action.primaryText"_L1);
    }
    const double radius = m_spec.radius * s;
    if (!fill.isValid()) {
        fill = Qt::transparent;
    }
    if (down) {
        paintBox(painter, box, fill, m_look.color("action.primary"_L1), PressedBorder * s, radius);
    } else {
        paintBox(painter, box, fill, m_spec.border, m_spec.borderWidth * s, radius, m_spec.dashed);
    }
    const auto colored = [&](const QColor &own) { return ink.isValid() ? ink : own; };
    const auto inked = [&](Paragraph paragraph) {
        paragraph.style.color = colored(paragraph.style.color);
        paragraph.emphasisStyle.color = colored(paragraph.emphasisStyle.color);
        return paragraph;
    };
    if (m_spec.foot.height > 0 && !ink.isValid()) {
        paintFoot(painter, box);
    }
    QRectF inside = QRectF(rect()).marginsRemoved(padding());
    inside.setBottom(inside.bottom() - m_spec.foot.height * s);
    const Places places = placesIn(inside);
    if (m_spec.foot.height > 0 && ink.isValid()) {
        QRectF foot(inside.left(), inside.bottom(), inside.width(), m_spec.foot.height * s);
        paintText(painter, foot, m_spec.foot.left.text, inked(m_spec.foot.left).style);
        paintText(painter, foot, m_spec.foot.right.text, inked(m_spec.foot.right).style,
                  Qt::AlignRight | Qt::AlignVCenter);
    }
    if (places.doorWidth > 0) {
        DoorColors colors = groupDoor(m_look);
        if (ink.isValid()) {
            colors = {.fill = ink, .letter = fill, .icon = fill};
        }
        paintDoor(painter, places.mark.topLeft(), places.doorWidth, m_look, colors,
                  m_spec.door.letter, QLatin1StringView(m_spec.door.icon.toLatin1()));
    } else {
        TileSpec::Icon mark = m_spec.mark;
        mark.boxColor = ink.isValid() ? fill : mark.boxColor;
        paintMark(painter, places.mark, mark, colored(mark.color));
    }
    const std::vector<Paragraph> lines = linesIn(places.text.size());
    double y = m_spec.flow == TileSpec::Flow::Column
                   ? places.text.top()
                   : places.text.center().y() - textHeight(lines, places.text.width()) / 2;
    for (const Paragraph &line : lines) {
        const double height = line.height(places.text.width());
        inked(line).paint(painter, {places.text.left(), y, places.text.width(), height});
        y += height + m_spec.lineGap * s;
    }
    if (!m_spec.tag.text.isEmpty()) {
        if (m_spec.tagFill.isValid()) {
            paintBox(painter, places.tag, ink.isValid() ? fill : m_spec.tagFill, {}, 0,
                     TagRadius * s);
        }
        Paragraph tag = inked(m_spec.tag);
        tag.alignment =
            m_spec.tagFill.isValid() ? Qt::AlignCenter : Qt::AlignRight | Qt::AlignVCenter;
        tag.paint(painter, places.tag);
    }
    TileSpec::Icon tail = m_spec.tail;
    tail.boxColor = ink.isValid() ? fill : tail.boxColor;
    paintMark(painter, places.tail, tail, colored(tail.color));
}

void Tile::mousePressEvent(QMouseEvent *event)
{
    m_refused = !m_fast && !mayTap(*this, event->timestamp());
    if (m_refused) {
        event->accept();
        return;
    }
    QAbstractButton::mousePressEvent(event);
}

void Tile::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_refused) {
        event->accept();
        return;
    }
    if (isDown() && !m_fast) {
        noteTap(*this, event->timestamp());
    }
    QAbstractButton::mouseReleaseEvent(event);
}

bool Tile::hitButton(const QPoint &position) const
{
    const int slop = m_look.px(designNumber("touch.slop"_L1));
    // A press must begin inside; the slop is for the finger that rolls off before it lifts.
    return rect().adjusted(-slop, -slop, slop, slop).contains(position);
}

void Tile::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    m_showsFocus = event->reason() == Qt::TabFocusReason
                   || event->reason() == Qt::BacktabFocusReason
                   || event->reason() == Qt::ShortcutFocusReason;
    update();
}

void Tile::focusOutEvent(QFocusEvent *event)
{
    QAbstractButton::focusOutEvent(event);
    m_showsFocus = false;
    update();
}

void Tile::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && !event->isAutoRepeat()) {
        click();
        return;
    }
    // The arrows of a button group are the page's.
    event->ignore();
}

} // namespace motcua
