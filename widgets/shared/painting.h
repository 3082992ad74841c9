// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ticketnumber.h"
#include "shared/theme.h"

#include <QList>
#include <QRectF>
#include <QString>

#include <functional>

class QPainter;
class QTextLayout;

namespace motcua {

/// How a text is painted.
struct TextStyle
{
    QFont font;
    int line; ///< height of a line in pixels
    QColor color;
    bool disabled = false; ///< it may have less contrast
};

/// The style of a type token in a colour token, e.g. ("kiosk.title", "text.primary").
[[nodiscard]] TextStyle textStyle(const Look &look, QLatin1StringView type,
                                  QLatin1StringView color);
[[nodiscard]] TextStyle textStyle(const Look &look, QLatin1StringView type, const QColor &color);
/// @p style with another weight.
[[nodiscard]] TextStyle weighted(TextStyle style, QFont::Weight weight);

/// Paints one line of text; it is neither cut nor elided where @p rect is too small, so measure
/// first (textWidth). Everything painted by hand goes through here or through Paragraph: the screen
/// check hears of it.
void paintText(QPainter &painter, const QRectF &rect, const QString &text, const TextStyle &style,
               Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
/// Width of one line in pixels, rounded up.
[[nodiscard]] int textWidth(const QString &text, const QFont &font);

/// A text that breaks into lines at words, and at "\n"; nothing is ever elided.
struct Paragraph
{
    QString text;
    TextStyle style;
    /// The first place where this stands in the text is painted in emphasisStyle.
    QString emphasis = {};
    TextStyle emphasisStyle = {};
    bool balanced = false; ///< lines of about the same width, as few as there must be
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignTop;

    /// Pixels needed at @p width: its lines, and room above and below where the marks of a capital
    /// like Ẫ leave the box of its line.
    [[nodiscard]] int height(double width) const;
    /// Width in pixels where only "\n" breaks lines.
    [[nodiscard]] int naturalWidth() const;
    /// Width in pixels of the longest word.
    [[nodiscard]] int minimumWidth() const;
    void paint(QPainter &painter, const QRectF &rect) const;

private:
    struct Guard;
    void lay(QTextLayout &layout, double width) const;
    [[nodiscard]] Guard guard(const QTextLayout &layout) const;
};

/// The size of a ticket number in @p font: letter, gap of 0.2 em, digits.
[[nodiscard]] QSizeF ticketNumberSize(const TicketNumber &number, const QFont &font);
/// Paints a ticket number, smaller in steps of 4 px until it fits into @p rect.
void paintTicketNumber(QPainter &painter, const QRectF &rect, const TicketNumber &number,
                       const TextStyle &style,
                       Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

/// Colours of a door mark.
struct DoorColors
{
    QColor fill;
    QColor letter;
    QColor icon;
};
[[nodiscard]] DoorColors groupDoor(const Look &look); ///< of a service group
[[nodiscard]] DoorColors brandDoor(const Look &look); ///< the logo
/// Paints the arch, @p topLeft and @p width giving a height of 1.34 widths, with letter and icon,
/// either of which may be empty. The logo's digit is larger: say @p logo.
void paintDoor(QPainter &painter, const QPointF &topLeft, double width, const Look &look,
               const DoorColors &colors, const QString &letter, QLatin1StringView icon = {},
               bool logo = false);
[[nodiscard]] QSizeF doorSize(double width);

/// Paints an icon of @p size reference pixels in the middle of @p rect.
void paintIcon(QPainter &painter, const QRectF &rect, const Look &look, QLatin1StringView name,
               const QColor &color, double size);

/// Paints a filled and bordered box, the border inside @p rect. Widths and radius in pixels.
void paintBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border,
              double borderWidth, double radius, bool dashed = false);

/// Size of a keycap in pixels.
[[nodiscard]] QSize keycapSize(const Look &look, const QString &key);
/// Paints a keycap ("F2", "Ctrl+G"), right-aligned and centred in @p rect.
void paintKeycap(QPainter &painter, const QRectF &rect, const Look &look, const QString &key,
                 bool enabled = true);

/// What a tag or a banner is about.
enum class Tone { Ok, Warn, Error, Info, Neutral };
struct ToneColors
{
    QColor fill;
    QColor text;
    QColor border;
};
[[nodiscard]] ToneColors toneColors(const Look &look, Tone tone);

/// Size of a tag in pixels. A tag always has a word; @p icon may be empty.
[[nodiscard]] QSize tagSize(const Look &look, const QString &word, QLatin1StringView icon);
/// Paints a tag, left-aligned and centred in @p rect; for table delegates.
void paintTag(QPainter &painter, const QRectF &rect, const Look &look, Tone tone,
              const QString &word, QLatin1StringView icon);

/// One painted text, in the widget's own coordinates.
struct PaintedText
{
    QString text;
    QRectF given;  ///< what it had to fit into
    QRectF needed; ///< what its ink takes
    int pixelSize;
    QColor color;
    bool disabled;
};
/// Hears of every text painted from now on; an empty function ends that. For the screen check.
void setPaintedTextListener(std::function<void(const PaintedText &)> listener);

} // namespace motcua
