// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/painting.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

static std::function<void(const PaintedText &)> &paintedTextListener()
{
    static std::function<void(const PaintedText &)> listener;
    return listener;
}

void setPaintedTextListener(std::function<void(const PaintedText &)> listener)
{
    paintedTextListener() = std::move(listener);
}

TextStyle textStyle(const Look &look, QLatin1StringView type, const QColor &color)
{
    return {.font = look.font(type), .line = look.line(type), .color = color};
}

TextStyle textStyle(const Look &look, QLatin1StringView type, QLatin1StringView color)
{
    return textStyle(look, type, look.color(color));
}

TextStyle weighted(TextStyle style, QFont::Weight weight)
{
    style.font.setWeight(weight);
    return style;
}

int textWidth(const QString &text, const QFont &font)
{
    return qCeil(QFontMetricsF(font).horizontalAdvance(text));
}

/// Where the baseline of a line lies when the font's own box is centred in it, as on the web.
static double baselineIn(double top, double line, const QFontMetricsF &metrics)
{
    return top + (line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
}

static void report(const QPainter &painter, const QRectF &given, const QRectF &needed,
                   const QString &text, const TextStyle &style)
{
    if (paintedTextListener() && !text.trimmed().isEmpty()) {
        const QTransform toWidget = painter.worldTransform();
        paintedTextListener()({.text = text,
                               .given = toWidget.mapRect(given),
                               .needed = toWidget.mapRect(needed),
                               .pixelSize = style.font.pixelSize(),
                               .color = style.color,
                               .disabled = style.disabled});
    }
}

void paintText(QPainter &painter, const QRectF &rect, const QString &text, const TextStyle &style,
               Qt::Alignment alignment)
{
    const QFontMetricsF metrics(style.font);
    const double width = metrics.horizontalAdvance(text);
    double x = rect.left();
    if (alignment & Qt::AlignRight) {
        x = rect.right() - width;
    } else if (alignment & Qt::AlignHCenter) {
        x = rect.center().x() - width / 2;
    }
    double top = rect.center().y() - style.line / 2.0;
    if (alignment & Qt::AlignTop) {
        top = rect.top();
    } else if (alignment & Qt::AlignBottom) {
        top = rect.bottom() - style.line;
    }
    const QPointF baseline(x, baselineIn(top, style.line, metrics));
    painter.setFont(style.font);
    painter.setPen(style.color);
    painter.drawText(baseline, text);
    if (paintedTextListener()) {
        QRectF ink = metrics.tightBoundingRect(text).translated(baseline);
        ink.setLeft(x);
        ink.setWidth(width);
        report(painter, rect, ink, text, style);
    }
}

void Paragraph::lay(QTextLayout &layout, double width) const
{
    QString lines = text;
    lines.replace(u'\n', QChar::LineSeparator);
    layout.setText(lines);
    layout.setFont(style.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    if (const auto at = text.indexOf(emphasis); !emphasis.isEmpty() && at >= 0) {
        QTextLayout::FormatRange range{.start = static_cast<int>(at),
                                       .length = static_cast<int>(emphasis.size()),
                                       .format = {}};
        range.format.setFont(emphasisStyle.font);
        range.format.setForeground(emphasisStyle.color);
        layout.setFormats({range});
    }
    const auto breakAt = [&](double at) {
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(at);
        }
        layout.endLayout();
        return layout.lineCount();
    };
    const int count = breakAt(width);
    if (balanced && count > 1) {
        double tooNarrow = 0;
        double enough = width;
        constexpr double CloseEnough = 2;
        while (enough - tooNarrow > CloseEnough) {
            const double middle = (tooNarrow + enough) / 2;
            const bool fits = breakAt(middle) <= count && layout.maximumWidth() > 0
                              && middle >= layout.minimumWidth();
            (fits ? enough : tooNarrow) = middle;
        }
        breakAt(enough);
    }
}

/// Pixels that ink takes outside the boxes of the lines.
struct Paragraph::Guard
{
    int above;
    int below;
};

Paragraph::Guard Paragraph::guard(const QTextLayout &layout) const
{
    const QFontMetricsF metrics(style.font);
    const double baseline = baselineIn(0, style.line, metrics);
    const auto inkOf = [&](int line) {
        const QTextLine of = layout.lineAt(line);
        return metrics.tightBoundingRect(layout.text().mid(of.textStart(), of.textLength()));
    };
    return {.above = qMax(0, qCeil(-inkOf(0).top() - baseline)),
            .below =
                qMax(0, qCeil(inkOf(layout.lineCount() - 1).bottom() + baseline - style.line))};
}

int Paragraph::height(double width) const
{
    if (text.isEmpty()) {
        return 0;
    }
    QTextLayout layout;
    lay(layout, width);
    const Guard outside = guard(layout);
    return layout.lineCount() * style.line + outside.above + outside.below;
}

int Paragraph::naturalWidth() const
{
    constexpr double Unbroken = 1e6;
    QTextLayout layout;
    lay(layout, Unbroken);
    double width = 0;
    for (int i = 0; i < layout.lineCount(); ++i) {
        width = qMax(width, layout.lineAt(i).naturalTextWidth());
    }
    return qCeil(width);
}

int Paragraph::minimumWidth() const
{
    QTextLayout layout;
    lay(layout, 1);
    return qCeil(layout.minimumWidth());
}

void Paragraph::paint(QPainter &painter, const QRectF &rect) const
{
    if (text.isEmpty()) {
        return;
    }
    QTextLayout layout;
    lay(layout, rect.width());
    const QFontMetricsF metrics(style.font);
    const Guard outside = guard(layout);
    const double height = layout.lineCount() * style.line + outside.above + outside.below;
    double top = rect.top();
    if (alignment & Qt::AlignVCenter) {
        top = rect.center().y() - height / 2;
    } else if (alignment & Qt::AlignBottom) {
        top = rect.bottom() - height;
    }
    top += outside.above;
    painter.setPen(style.color);
    QRectF needed;
    for (int i = 0; i < layout.lineCount(); ++i) {
        QTextLine line = layout.lineAt(i);
        double x = rect.left();
        if (alignment & Qt::AlignRight) {
            x = rect.right() - line.naturalTextWidth();
        } else if (alignment & Qt::AlignHCenter) {
            x = rect.center().x() - line.naturalTextWidth() / 2;
        }
        const double baseline = baselineIn(top + i * style.line, style.line, metrics);
        // A line of two fonts has the ascent of the larger.
        line.setPosition({0, 0});
        line.draw(&painter, {x, baseline - line.ascent()});
        if (paintedTextListener()) {
            const QString words = layout.text().mid(line.textStart(), line.textLength());
            QRectF ink = metrics.tightBoundingRect(words).translated(x, baseline);
            ink.setLeft(x);
            ink.setWidth(line.naturalTextWidth());
            needed = needed.united(ink);
        }
    }
    report(painter, rect, needed, text, style);
}

static double ticketGap(const QFont &font)
{
    return font.pixelSize() * designNumber("letterDigitGapPerEm"_L1);
}

static QString letterOf(const TicketNumber &number)
{
    return QString(QChar(number.series));
}

static QString digitsOf(const TicketNumber &number)
{
    return number.toString().mid(1);
}

QSizeF ticketNumberSize(const TicketNumber &number, const QFont &font)
{
    const QFontMetricsF metrics(font);
    return {metrics.horizontalAdvance(letterOf(number)) + ticketGap(font)
                + metrics.horizontalAdvance(digitsOf(number)),
            font.pixelSize() * designNumber("font.rules.numberOnlyLineHeightRatio"_L1)};
}

void paintTicketNumber(QPainter &painter, const QRectF &rect, const TicketNumber &number,
                       const TextStyle &style, Qt::Alignment alignment)
{
    QFont font = style.font;
    constexpr int Step = 4;
    QSizeF size = ticketNumberSize(number, font);
    while ((size.width() > rect.width() || size.height() > rect.height())
           && font.pixelSize() > 2 * Step) {
        font.setPixelSize(font.pixelSize() - Step);
        size = ticketNumberSize(number, font);
    }
    double x = rect.left();
    if (alignment & Qt::AlignRight) {
        x = rect.right() - size.width();
    } else if (alignment & Qt::AlignHCenter) {
        x = rect.center().x() - size.width() / 2;
    }
    double top = rect.center().y() - size.height() / 2;
    if (alignment & Qt::AlignTop) {
        top = rect.top();
    } else if (alignment & Qt::AlignBottom) {
        top = rect.bottom() - size.height();
    }
    const QFontMetricsF metrics(font);
    const QString letter = letterOf(number);
    const QString digits = digitsOf(number);
    const double baseline = baselineIn(top, size.height(), metrics);
    const double digitsAt = x + metrics.horizontalAdvance(letter) + ticketGap(font);
    painter.setFont(font);
    painter.setPen(style.color);
    painter.drawText(QPointF(x, baseline), letter);
    painter.drawText(QPointF(digitsAt, baseline), digits);
    if (paintedTextListener()) {
        QRectF ink = metrics.tightBoundingRect(letter + digits).translated(x, baseline);
        ink.setLeft(x);
        ink.setWidth(size.width());
        TextStyle painted = style;
        painted.font = font;
        report(painter, rect, ink, number.toString(), painted);
    }
}

DoorColors groupDoor(const Look &look)
{
    const bool plain = look.palette == Palette::HighContrast;
    return {.fill = look.color("door.fill"_L1),
            .letter = look.color("door.letter"_L1),
            .icon = look.color(plain ? "door.letter"_L1 : "door.icon"_L1)};
}

DoorColors brandDoor(const Look &look)
{
    const bool plain = look.palette == Palette::HighContrast;
    return {.fill = look.color(plain ? "door.fill"_L1 : "brand.doorFill"_L1),
            .letter = look.color(plain ? "door.letter"_L1 : "brand.doorLetter"_L1),
            .icon = look.color(plain ? "door.letter"_L1 : "brand.doorLetter"_L1)};
}

QSizeF doorSize(double width)
{
    return {width, width * designNumber("door.heightPerWidth"_L1)};
}

void paintDoor(QPainter &painter, const QPointF &topLeft, double width, const Look &look,
               const DoorColors &colors, const QString &letter, QLatin1StringView icon, bool logo)
{
    const QRectF box(topLeft, doorSize(width));
    constexpr double FootPerWidth = 0.12;
    const double foot = width * FootPerWidth;
    QPainterPath arch;
    arch.moveTo(box.left(), box.bottom() - foot);
    arch.lineTo(box.left(), box.top() + width / 2);
    arch.arcTo(QRectF(box.topLeft(), QSizeF(width, width)), 180, -180);
    arch.lineTo(box.right(), box.bottom() - foot);
    arch.quadTo(box.bottomRight(), {box.right() - foot, box.bottom()});
    arch.lineTo(box.left() + foot, box.bottom());
    arch.quadTo(box.bottomLeft(), {box.left(), box.bottom() - foot});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(arch, colors.fill);
    painter.restore();

    const bool alone = icon.isEmpty();
    constexpr double LogoPerWidth = 0.8;
    const double em = width
                      * (logo    ? LogoPerWidth
                         : alone ? designNumber("door.letterSoloPerWidth"_L1)
                                 : designNumber("door.letterPerWidth"_L1));
    // Baselines as drawn: distance from the foot in widths.
    constexpr double LogoBaseline = 0.276;
    constexpr double SoloBaseline = 0.33;
    constexpr double LetterBaseline = 0.22;
    if (!letter.isEmpty()) {
        TextStyle style{.font = look.font("kiosk.title"_L1), .line = 1, .color = colors.letter};
        style.font.setPixelSize(qMax(1, qRound(em)));
        const double baseline = box.bottom()
                                - width
                                      * (logo    ? LogoBaseline
                                         : alone ? SoloBaseline
                                                 : LetterBaseline);
        const QFontMetricsF metrics(style.font);
        const double advance = metrics.horizontalAdvance(letter);
        const QPointF at(box.center().x() - advance / 2, baseline);
        painter.setFont(style.font);
        painter.setPen(style.color);
        painter.drawText(at, letter);
    }
    if (!alone) {
        constexpr double IconTop = 0.15;
        constexpr double LoneIconPerWidth = 0.54;
        const double side =
            width * (letter.isEmpty() ? LoneIconPerWidth : designNumber("door.iconPerWidth"_L1));
        const double top = letter.isEmpty() ? box.center().y() - side / 2 + width * IconTop / 2
                                            : box.top() + width * IconTop;
        paintIcon(painter, {box.left(), top, width, side}, look, icon, colors.icon,
                  side / look.scale);
    }
}

void paintIcon(QPainter &painter, const QRectF &rect, const Look &look, QLatin1StringView name,
               const QColor &color, double size)
{
    const QPixmap pixmap = look.icon(name, color, size, painter.device()->devicePixelRatioF());
    const QSizeF pixels = pixmap.deviceIndependentSize();
    const QPointF at = rect.center() - QPointF(pixels.width() / 2, pixels.height() / 2);
    painter.drawPixmap(QPointF(qRound(at.x()), qRound(at.y())), pixmap);
}

void paintBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border,
              double borderWidth, double radius, bool dashed)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen = borderWidth > 0 ? QPen(border, borderWidth) : QPen(Qt::NoPen);
    if (dashed) {
        // A dash and a gap of two widths, as drawn; flat ends keep that.
        pen.setDashPattern({2, 2});
        pen.setCapStyle(Qt::FlatCap);
    }
    painter.setPen(pen);
    painter.setBrush(fill);
    const double half = borderWidth / 2;
    const double round = qMax(0.0, radius - half);
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), round, round);
    painter.restore();
}

QSize keycapSize(const Look &look, const QString &key)
{
    constexpr int MinWidth = 28;
    constexpr int Padding = 7;
    constexpr int Height = 22;
    return {
        qMax(look.px(MinWidth), textWidth(key, look.font("desk.keycap"_L1)) + 2 * look.px(Padding)),
        qMax(look.px(Height), look.line("desk.keycap"_L1) + look.px(Padding - 1))};
}

void paintKeycap(QPainter &painter, const QRectF &rect, const Look &look, const QString &key,
                 bool enabled)
{
    const QSize size = keycapSize(look, key);
    const QRectF cap(qRound(rect.right() - size.width()),
                     qRound(rect.center().y() - size.height() / 2.0), size.width(), size.height());
    const double line = look.px(1);
    constexpr double DrawnRadius = 5;
    const double radius = look.px(DrawnRadius);
    const QColor edge = look.color(enabled ? "border.touch"_L1 : "border.hairline"_L1);
    paintBox(painter, cap, edge, edge, line, radius);
    // The foot is two lines high: the face ends one line above the border's.
    paintBox(painter, cap.adjusted(line, line, -line, -2 * line),
             look.color(enabled ? "surface.card"_L1 : "surface.disabled"_L1), {}, 0, radius - line);
    TextStyle style =
        textStyle(look, "desk.keycap"_L1, enabled ? "text.primary"_L1 : "text.disabled"_L1);
    style.disabled = !enabled;
    paintText(painter, cap.adjusted(line, line, -line, -2 * line), key, style, Qt::AlignCenter);
}

ToneColors toneColors(const Look &look, Tone tone)
{
    if (look.palette == Palette::HighContrast) {
        const QColor edge = look.color(tone == Tone::Error  ? "error"_L1
                                       : tone == Tone::Warn ? "accent"_L1
                                                            : "border.touch"_L1);
        return {.fill = look.color("surface.card"_L1), .text = edge, .border = edge};
    }
    switch (tone) {
    case Tone::Ok:
        return {.fill = look.color("status.ok.fill"_L1),
                .text = look.color("status.ok.text"_L1),
                .border = look.color("border.readFromChip"_L1)};
    case Tone::Warn:
        return {.fill = look.color("status.warn.fill"_L1),
                .text = look.color("status.warn.text"_L1),
                .border = look.color("border.appointment"_L1)};
    case Tone::Error:
        return {.fill = look.color("status.error.fill"_L1),
                .text = look.color("status.error.text"_L1),
                .border = look.color("status.errorStrong"_L1)};
    case Tone::Info:
        return {.fill = look.color("status.info.fill"_L1),
                .text = look.color("status.info.text"_L1),
                .border = look.color("status.info.text"_L1)};
    case Tone::Neutral:
        return {.fill = look.color("status.neutral.fill"_L1),
                .text = look.color("status.neutral.text"_L1),
                .border = look.color("border.touch"_L1)};
    }
    Q_UNREACHABLE();
}

namespace {

constexpr int TagIcon = 14;
constexpr int TagPadding = 8;
constexpr int TagGap = 5;
constexpr int TagHeight = 22;

TextStyle tagStyle(const Look &look, const QColor &color)
{
    return weighted(textStyle(look, "desk.label"_L1, color), QFont::DemiBold);
}

} // namespace

QSize tagSize(const Look &look, const QString &word, QLatin1StringView icon)
{
    const TextStyle style = tagStyle(look, {});
    return {textWidth(word, style.font) + 2 * look.px(TagPadding)
                + (icon.isEmpty() ? 0 : look.px(TagIcon) + look.px(TagGap)),
            qMax(look.px(TagHeight), style.line + look.px(4))};
}

void paintTag(QPainter &painter, const QRectF &rect, const Look &look, Tone tone,
              const QString &word, QLatin1StringView icon)
{
    const QSize size = tagSize(look, word, icon);
    const QRectF box(qRound(rect.left()), qRound(rect.center().y() - size.height() / 2.0),
                     size.width(), size.height());
    const ToneColors colors = toneColors(look, tone);
    const bool outlined = look.palette == Palette::HighContrast;
    paintBox(painter, box, colors.fill, colors.border, outlined ? look.px(2) : 0,
             look.px(designNumber("radius.tag"_L1)));
    QRectF inside = box.adjusted(look.px(TagPadding), 0, -look.px(TagPadding), 0);
    if (!icon.isEmpty()) {
        paintIcon(painter, {inside.left(), inside.top(), double(look.px(TagIcon)), inside.height()},
                  look, icon, colors.text, TagIcon);
        inside.setLeft(inside.left() + look.px(TagIcon) + look.px(TagGap));
    }
    paintText(painter, inside, word, tagStyle(look, colors.text));
}

} // namespace motcua
