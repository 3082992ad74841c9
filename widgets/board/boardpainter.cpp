// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "board/boardpainter.h"

#include "core/qrcode.h"
#include "shared/painting.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto mix = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

/// Lengths in here are reference pixels as drawn in mock-ups h, i and q.
class ItemPainter
{
public:
    ItemPainter(QPainter &painter, const BoardItem &item, double scale)
        : m_painter(painter)
        , m_item(item)
        , m_rect(item.rect)
        , m_look{.palette = Palette::Board, .scale = scale}
    {
    }

    void paint()
    {
        switch (m_item.part) {
        case BoardPart::Header:
            paintHeader();
            return;
        case BoardPart::Clock:
            paintClock();
            return;
        case BoardPart::Call:
            paintCall();
            return;
        case BoardPart::Waiting:
            paintWaiting();
            return;
        case BoardPart::Previous:
            paintPrevious();
            return;
        case BoardPart::Strip:
            paintStrip();
            return;
        case BoardPart::Cell:
            paintCell();
            return;
        case BoardPart::Notice:
            paintNotice();
            return;
        case BoardPart::Pages:
            paintPages();
            return;
        case BoardPart::Stale:
            paintStale();
            return;
        case BoardPart::Frame:
            paintBox(m_painter, m_rect, Qt::transparent, m_look.color("call.fill"_L1), px(12), 0);
            return;
        case BoardPart::Closed:
            paintClosed();
            return;
        case BoardPart::Opening:
            paintOpening();
            return;
        case BoardPart::Hours:
            paintHours();
            return;
        }
    }

private:
    /// Whole pixels.
    [[nodiscard]] double px(double reference) const { return m_look.px(reference); }
    [[nodiscard]] QColor color(QLatin1StringView token) const { return m_look.color(token); }
    [[nodiscard]] QString line(qsizetype index) const { return m_item.lines.value(index); }

    /// A text of @p size and @p weight, which the design draws but has no token for.
    [[nodiscard]] TextStyle style(double size, double height, QFont::Weight weight,
                                  const QColor &color) const
    {
        TextStyle style{
            .font = m_look.font("board.minimum"_L1), .line = m_look.px(height), .color = color};
        style.font.setPixelSize(m_look.px(size));
        style.font.setWeight(weight);
        constexpr int LargeEnoughForShape = 40;
        if (style.font.pixelSize() >= LargeEnoughForShape) {
            style.font.setHintingPreference(QFont::PreferNoHinting);
        }
        return style;
    }
    /// The same, resized with its cell, but never too small to be read in the hall.
    [[nodiscard]] TextStyle zoomed(double size, double height, QFont::Weight weight,
                                   const QColor &color) const
    {
        const double least = designNumber("type.board.minimum.size"_L1);
        const double zoomedSize = std::max(size * m_item.zoom, least);
        return style(zoomedSize, height * zoomedSize / size, weight, color);
    }
    /// @p wanted made smaller, and narrower where that is not enough, until @p text fits @p width.
    [[nodiscard]] TextStyle fitted(TextStyle wanted, const QString &text, double width) const
    {
        const int least = m_look.px(designNumber("type.board.minimum.size"_L1));
        while (textWidth(text, wanted.font) > width && wanted.font.pixelSize() > least) {
            wanted.font.setPixelSize(wanted.font.pixelSize() - 1);
        }
        constexpr int Narrowest = 50;
        for (int stretch = 95; textWidth(text, wanted.font) > width && stretch > Narrowest;
             stretch -= 3) {
            wanted.font.setStretch(stretch);
        }
        return wanted;
    }

    void paintLine(const QRectF &rect, const QString &text, const TextStyle &style,
                   Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter)
    {
        if (!text.isEmpty()) {
            paintText(m_painter, rect, text, fitted(style, text, rect.width()), alignment);
        }
    }

    void paintHeader()
    {
        const double door = designNumber("door.sizes.logoBoard"_L1) * m_look.scale;
        const double height = doorSize(door).height();
        paintDoor(m_painter, {m_rect.left(), m_rect.center().y() - height / 2}, door, m_look,
                  brandDoor(m_look), u"1"_s, {}, true);
        const double left = m_rect.left() + door + px(22);
        const TextStyle name = textStyle(m_look, "board.header"_L1, "text.primary"_L1);
        const TextStyle organisation = style(36, 50, QFont::Normal, color("text.secondary"_L1));
        if (m_item.shape == BoardShape::Tall) {
            const double width = m_rect.right() - left;
            const double top = m_rect.center().y() - (name.line + organisation.line) / 2.0;
            paintLine({left, top, width, double(name.line)}, line(0), name);
            paintLine({left, top + name.line, width, double(organisation.line)}, line(1),
                      organisation);
            return;
        }
        const double nameWidth = textWidth(line(0), name.font);
        paintLine({left, m_rect.top(), nameWidth, m_rect.height()}, line(0), name);
        const double after = left + nameWidth + px(22);
        paintLine({after, m_rect.top(), m_rect.right() - after, m_rect.height()}, line(1),
                  organisation);
    }

    void paintClock()
    {
        const TextStyle date = style(36, 50, QFont::Normal, color("text.secondary"_L1));
        const TextStyle time = textStyle(m_look, "board.clock"_L1, "text.primary"_L1);
        if (m_item.shape == BoardShape::Tall) {
            const double top = m_rect.center().y() - (time.line + date.line) / 2.0;
            paintLine({m_rect.left(), top, m_rect.width(), double(time.line)}, line(1), time,
                      Qt::AlignRight | Qt::AlignVCenter);
            paintLine({m_rect.left(), top + time.line, m_rect.width(), double(date.line)}, line(0),
                      date, Qt::AlignRight | Qt::AlignVCenter);
            return;
        }
        const double timeWidth = textWidth(line(1), time.font);
        paintLine({m_rect.right() - timeWidth, m_rect.top(), timeWidth, m_rect.height()}, line(1),
                  time);
        paintLine(
            {m_rect.left(), m_rect.top(), m_rect.width() - timeWidth - px(42), m_rect.height()},
            line(0), date, Qt::AlignRight | Qt::AlignVCenter);
    }

    /// The yellow panel, white at the top of a flash.
    void paintCallPanel()
    {
        const QColor fill = mixed(color("call.fill"_L1), Qt::white, m_item.flash);
        const double radius = px(designNumber("radius.boardCall"_L1));
        paintBox(m_painter, m_rect, fill, Qt::white, m_item.framed ? px(12) : 0, radius);
    }

    [[nodiscard]] QString label() const
    {
        return line(1).isEmpty() ? line(0) : line(0) + u" · "_s + line(1);
    }

    void paintCounterInset(const QRectF &inset, double radius)
    {
        paintBox(m_painter, inset, color("call.counterFill"_L1), {}, 0, radius);
    }

    void paintNumberText(const QRectF &rect, const QString &number, const TextStyle &wanted,
                         Qt::Alignment alignment)
    {
        TextStyle style = wanted;
        while (textWidth(number, style.font) > rect.width() && style.font.pixelSize() > 8) {
            style.font.setPixelSize(style.font.pixelSize() - 4);
        }
        paintText(m_painter, rect, number, style, alignment);
    }

    void paintCall()
    {
        paintCallPanel();
        const QColor ink = color("call.text"_L1);
        const TextStyle labelStyle = textStyle(m_look, "board.callLabel"_L1, ink);
        const TextStyle groupStyle = style(46, 62, QFont::DemiBold, ink);
        const QColor yellow = color("call.counterText"_L1);
        if (m_item.shape == BoardShape::Band) {
            paintCallBand(ink, yellow);
            return;
        }
        const TextStyle number = textStyle(m_look, "board.callNumber"_L1, ink);
        const double edge = px(10);
        if (m_item.shape == BoardShape::Panel) {
            const double insetWidth = px(362);
            const QRectF inset(m_rect.right() - edge - insetWidth, m_rect.top() + edge, insetWidth,
                               m_rect.height() - 2 * edge);
            const double left = m_rect.left() + px(44);
            const double width = inset.left() - left - px(16);
            // Drawn 26 from the top; taller panels keep the lines together in the middle.
            const double top = m_rect.center().y() - px(237 - 26);
            paintLine({left, top, width, double(labelStyle.line)}, label(), labelStyle);
            paintTicketNumber(m_painter, {left, top + px(82), width, double(number.line)},
                              *m_item.ticket, number);
            paintLine({left, top + px(378), width, double(groupStyle.line)}, line(2), groupStyle);
            paintCounterInset(inset, px(18));
            const TextStyle counter = style(64, 86, QFont::Bold, Qt::white);
            const double insetTop = m_rect.center().y() - px(237 - 26);
            paintLine(
                {inset.left() + px(12), insetTop, inset.width() - px(24), double(counter.line)},
                line(3), counter, Qt::AlignCenter);
            const TextStyle counterNumber = textStyle(m_look, "board.callCounter"_L1, yellow);
            paintNumberText({inset.left() + px(8), insetTop + px(86), inset.width() - px(16),
                             double(counterNumber.line)},
                            QString::number(m_item.number), counterNumber, Qt::AlignCenter);
            return;
        }
        const double insetHeight = px(216);
        const QRectF inset(m_rect.left() + edge, m_rect.bottom() - edge - insetHeight,
                           m_rect.width() - 2 * edge, insetHeight);
        const double left = m_rect.left() + px(44);
        const double width = m_rect.width() - px(88);
        const double block = labelStyle.line + number.line + groupStyle.line + px(6);
        double top = m_rect.top() + (inset.top() - m_rect.top() - block) / 2;
        paintLine({left, top, width, double(labelStyle.line)}, label(), labelStyle);
        top += labelStyle.line + px(6);
        TextStyle larger = number;
        larger.font.setPixelSize(m_look.px(296));
        paintTicketNumber(m_painter, {left, top - px(10), width, number.line + px(10)},
                          *m_item.ticket, larger);
        top += number.line;
        paintLine({left, top, width, double(groupStyle.line)}, line(2), groupStyle);
        paintCounterInset(inset, px(20));
        paintCounterLine(inset, px(44), style(88, 116, QFont::Bold, Qt::white),
                         style(196, 216, QFont::ExtraBold, yellow), px(36), true);
    }

    /// "Quầy 3" in one line, in the middle or as wide as it is from the right.
    void paintCounterLine(const QRectF &rect, double padding, const TextStyle &word,
                          const TextStyle &number, double gap, bool withArrow)
    {
        const QString text = QString::number(m_item.number);
        const double wordWidth = textWidth(line(3), word.font);
        const double numberWidth = textWidth(text, number.font);
        const double arrow = withArrow ? px(120) + gap : 0;
        const double left =
            rect.left()
            + std::max(padding, (rect.width() - arrow - wordWidth - gap - numberWidth) / 2);
        if (withArrow) {
            paintIcon(m_painter, {left, rect.top(), px(120), rect.height()}, m_look, "right"_L1,
                      color("arrow"_L1), 120);
        }
        paintLine({left + arrow, rect.top(), wordWidth, rect.height()}, line(3), word);
        const double after = left + arrow + wordWidth + gap;
        paintNumberText({after, rect.top(), rect.right() - padding / 2 - after, rect.height()},
                        text, number, Qt::AlignLeft | Qt::AlignVCenter);
    }

    void paintCallBand(const QColor &ink, const QColor &yellow)
    {
        const TextStyle first = style(52, 72, QFont::Bold, ink);
        const TextStyle second = style(44, 60, QFont::Medium, ink);
        const double left = m_rect.left() + px(40);
        const double labelWidth =
            std::max(textWidth(line(0), first.font), textWidth(line(1), second.font));
        const double labelHeight = first.line + (line(1).isEmpty() ? 0 : second.line);
        const double top = m_rect.center().y() - labelHeight / 2;
        paintLine({left, top, labelWidth, double(first.line)}, line(0), first);
        paintLine({left, top + first.line, labelWidth, double(second.line)}, line(1), second);

        const TextStyle word = style(64, 86, QFont::Bold, Qt::white);
        const TextStyle number = style(176, 196, QFont::ExtraBold, yellow);
        const QString counter = QString::number(m_item.number);
        const double insetWidth =
            textWidth(line(3), word.font) + px(26) + textWidth(counter, number.font) + px(88);
        const QRectF inset(m_rect.right() - px(40) - insetWidth, m_rect.center().y() - px(98),
                           insetWidth, px(196));
        paintCounterInset(inset, px(22));
        paintCounterLine(inset, px(44), word, number, px(26), false);

        const double arrow = inset.left() - px(40) - px(120);
        paintIcon(m_painter, {arrow, m_rect.top(), px(120), m_rect.height()}, m_look, "right"_L1,
                  ink, 120);
        const double numberLeft = left + labelWidth + px(40);
        paintTicketNumber(
            m_painter, {numberLeft, m_rect.top(), arrow - px(40) - numberLeft, m_rect.height()},
            *m_item.ticket, textStyle(m_look, "board.heroNumber"_L1, ink), Qt::AlignCenter);
    }

    void paintWaiting()
    {
        paintBox(m_painter, m_rect, color("surface.page"_L1), color("border.panel"_L1), px(5),
                 px(designNumber("radius.boardCall"_L1)));
        const bool isBand = m_item.shape == BoardShape::Band;
        const TextStyle first = style(isBand ? 88 : 104, isBand ? 116 : 140, QFont::ExtraBold,
                                      color("text.primary"_L1));
        const TextStyle second =
            style(isBand ? 48 : 56, isBand ? 66 : 76, QFont::Normal, color("text.secondary"_L1));
        const double icon = px(isBand ? 144 : 200);
        const double padding = px(56);
        const double height = first.line + (line(1).isEmpty() ? 0 : second.line);
        if (m_item.shape == BoardShape::Tall) {
            double top = m_rect.center().y() - (height + icon + px(40)) / 2;
            const QRectF row(m_rect.left() + padding, top, m_rect.width() - 2 * padding, icon);
            paintIcon(m_painter, row, m_look, "ticket"_L1, color("arrow"_L1), 200);
            top += icon + px(40);
            paintLine({row.left(), top, row.width(), double(first.line)}, line(0), first,
                      Qt::AlignCenter);
            paintLine({row.left(), top + first.line, row.width(), double(second.line)}, line(1),
                      second, Qt::AlignCenter);
            return;
        }
        const double left = m_rect.left() + padding;
        const double width = m_rect.width() - 3 * padding - icon;
        const double top = m_rect.center().y() - height / 2;
        paintLine({left, top, width, double(first.line)}, line(0), first);
        paintLine({left, top + first.line, width, double(second.line)}, line(1), second);
        paintIcon(m_painter, {m_rect.right() - padding - icon, m_rect.top(), icon, m_rect.height()},
                  m_look, "ticket"_L1, color("arrow"_L1), isBand ? 144 : 200);
    }

    /// A card of a call: yellow while it waits for the panel.
    void paintPrevious()
    {
        const double radius = px(20);
        if (!m_item.ticket) {
            paintBox(m_painter, m_rect, color("surface.page"_L1), color("border.panel"_L1), px(4),
                     radius);
            return;
        }
        const QColor fill = color(m_item.lit ? "call.fill"_L1 : "surface.panel"_L1);
        const QColor ink = color(m_item.lit ? "call.text"_L1 : "text.primary"_L1);
        const QColor pale = color(m_item.lit ? "call.text"_L1 : "text.secondary"_L1);
        const QColor arrowColor = color(m_item.lit ? "call.text"_L1 : "arrow"_L1);
        paintBox(m_painter, m_rect, fill, {}, 0, radius);
        const TextStyle number = textStyle(m_look, "board.previousNumber"_L1, ink);
        const TextStyle counter = textStyle(m_look, "board.previousCounter"_L1, pale);
        const QString text = line(0) + u' ' + QString::number(m_item.number);
        const double left = m_rect.left() + px(24);
        const double width = m_rect.width() - px(36);
        const double arrow = px(44);
        if (m_item.shape == BoardShape::Band) {
            const double numberWidth = width * 0.5;
            paintTicketNumber(m_painter, {left, m_rect.top(), numberWidth, m_rect.height()},
                              *m_item.ticket, number);
            const double after = left + numberWidth + px(8);
            paintIcon(m_painter, {after, m_rect.top(), arrow, m_rect.height()}, m_look, "right"_L1,
                      arrowColor, 44);
            const double word = after + arrow + px(10);
            paintLine({word, m_rect.top(), m_rect.right() - px(12) - word, m_rect.height()}, text,
                      counter);
            return;
        }
        const double top = m_rect.center().y() - px(98 - 16);
        paintTicketNumber(m_painter, {left, top, width, double(number.line)}, *m_item.ticket,
                          number);
        const double below = top + number.line;
        paintIcon(m_painter, {left, below, arrow, double(counter.line)}, m_look, "right"_L1,
                  arrowColor, 44);
        const double word = left + arrow + px(12);
        paintLine({word, below, m_rect.right() - px(8) - word, double(counter.line)}, text,
                  counter);
    }

    void paintStrip()
    {
        const double radius = px(14);
        if (m_item.off) {
            paintBox(m_painter, m_rect, color("surface.page"_L1), color("border.panel"_L1), px(4),
                     radius);
        } else {
            paintBox(m_painter, m_rect, color(m_item.lit ? "call.fill"_L1 : "surface.panel"_L1), {},
                     0, radius);
        }
        const QColor ink = color(m_item.lit ? "call.text"_L1 : "text.primary"_L1);
        TextStyle counter = textStyle(m_look, "board.minimum"_L1,
                                      color(m_item.lit ? "call.text"_L1 : "text.secondary"_L1));
        if (m_item.lit) {
            counter = weighted(counter, QFont::Bold);
        }
        const double inset = px(4);
        const double left = m_rect.left() + inset;
        const double width = m_rect.width() - 2 * inset;
        const double top = m_rect.top() + px(12);
        paintLine({left, top, width, double(counter.line)},
                  line(0) + u' ' + QString::number(m_item.number), counter, Qt::AlignCenter);
        const TextStyle number = textStyle(m_look, "board.stripNumber"_L1, ink);
        const QRectF below(left, top + counter.line, width, number.line);
        if (m_item.ticket) {
            paintTicketNumber(m_painter, below, *m_item.ticket, number, Qt::AlignCenter);
        } else {
            paintLine(below, line(1), style(36, 50, QFont::Medium, color("text.secondary"_L1)),
                      Qt::AlignCenter);
        }
    }

    void paintCell()
    {
        const double radius = px(20);
        const double edge = px(5);
        const double counterWidth = px(std::max(132 * m_item.zoom, 100.0));
        const QRectF box(m_rect.left() + edge, m_rect.top() + edge, counterWidth,
                         m_rect.height() - 2 * edge);
        if (m_item.off) {
            paintBox(m_painter, m_rect, color("surface.page"_L1), color("border.panel"_L1), edge,
                     radius);
        } else if (m_item.lit) {
            paintBox(m_painter, m_rect, color("call.fill"_L1), {}, 0, radius);
            paintBox(m_painter, box, color("call.counterFill"_L1), {}, 0, px(16));
        } else {
            paintBox(m_painter, m_rect, color("surface.panel"_L1), {}, 0, radius);
            m_painter.save();
            m_painter.setClipRect(box.adjusted(0, 0, -px(16), 0));
            paintBox(m_painter, box, color("surface.counterNumber"_L1), {}, 0, px(14));
            m_painter.setClipRect(box.adjusted(px(16), 0, 0, 0));
            m_painter.fillRect(box, color("surface.counterNumber"_L1));
            m_painter.restore();
        }
        paintCellCounter(box);
        const double left = box.right() + px(std::min(24 * m_item.zoom, 24.0));
        paintCellTicket({left, m_rect.top(), m_rect.right() - px(10) - left, m_rect.height()});
    }

    void paintCellCounter(const QRectF &box)
    {
        const TextStyle word = zoomed(34, 46, QFont::Medium, color("text.primary"_L1));
        const TextStyle number = zoomed(76, 94, QFont::ExtraBold,
                                        color(m_item.lit   ? "call.counterText"_L1
                                              : m_item.off ? "text.secondary"_L1
                                                           : "text.primary"_L1));
        const double top = box.center().y() - (word.line + number.line) / 2.0;
        paintLine({box.left() + px(4), top, box.width() - px(8), double(word.line)}, line(0), word,
                  Qt::AlignCenter);
        paintNumberText(
            {box.left() + px(4), top + word.line, box.width() - px(8), double(number.line)},
            QString::number(m_item.number), number, Qt::AlignCenter);
    }

    /// Names of groups in one line when they fit, else the first alone.
    [[nodiscard]] QString groupsIn(double width, const TextStyle &style) const
    {
        const QStringList groups = m_item.lines.mid(2);
        const QString all = groups.join(u", "_s);
        return groups.size() < 2 || textWidth(all, style.font) <= width ? all : groups.first();
    }

    void paintCellTicket(const QRectF &area)
    {
        TextStyle group = zoomed(36, 50, m_item.lit ? QFont::DemiBold : QFont::Normal,
                                 color(m_item.lit ? "call.text"_L1 : "text.secondary"_L1));
        const TextStyle number = zoomed(88, 108, QFont::ExtraBold,
                                        color(m_item.lit ? "call.text"_L1 : "text.primary"_L1));
        const TextStyle word = zoomed(46, 62, QFont::Medium, color("text.secondary"_L1));
        const double below = m_item.ticket ? number.line : word.line;
        const double top = area.center().y() - px(3) - (group.line + below) / 2;
        paintLine({area.left(), top, area.width(), double(group.line)},
                  groupsIn(area.width(), group), group);
        const QRectF rect(area.left(), top + group.line, area.width(), below);
        if (m_item.ticket) {
            paintTicketNumber(m_painter, rect, *m_item.ticket, number);
        } else {
            paintLine(rect, line(1), word);
        }
    }

    void paintNotice()
    {
        paintBox(m_painter, m_rect, color("notice.fill"_L1), {}, 0, px(24));
        const QColor ink = color("notice.text"_L1);
        const QRectF inner = m_rect.adjusted(px(32), px(26), -px(32), -px(26));
        auto code = qrCode(line(2).toUtf8());
        double qrSide = 0;
        if (code) {
            // Whole pixels for each module, as large as drawn.
            const int module = std::max(1, m_look.px(168) / code->size);
            qrSide = module * code->size;
        }
        double width = inner.width() - (code ? qrSide + px(28) : 0);
        Paragraph title{.text = line(0), .style = style(42, 56, QFont::ExtraBold, ink)};
        Paragraph text{.text = line(1), .style = textStyle(m_look, "board.notice"_L1, ink)};
        if (text.naturalWidth() > width && inner.width() < px(400)) {
            code.reset(); // a narrow card has no room beside the text
            qrSide = 0;
            width = inner.width();
            text.text.replace(u'\n', u' ');
        }
        const auto height = [&] {
            return title.height(inner.width()) + px(14)
                   + std::max(double(text.height(width)), qrSide + (code ? px(4) : 0));
        };
        const int least = m_look.px(designNumber("type.board.minimum.size"_L1));
        while ((height() > inner.height() || text.minimumWidth() > width
                || title.minimumWidth() > inner.width())
               && text.style.font.pixelSize() > least) {
            for (TextStyle *style : {&title.style, &text.style}) {
                style->font.setPixelSize(style->font.pixelSize() - 1);
                style->line = qCeil(style->font.pixelSize() * 1.35);
            }
        }
        double top = inner.center().y() - height() / 2;
        title.paint(m_painter, {inner.left(), top, inner.width(), inner.height()});
        top += title.height(inner.width()) + px(14);
        text.paint(m_painter, {inner.left(), top, width, inner.height()});
        if (code) {
            const double module = qrSide / code->size;
            const QPointF at(qRound(inner.right() - qrSide), qRound(top + px(4)));
            for (int y = 0; y < code->size; ++y) {
                for (int x = 0; x < code->size; ++x) {
                    if (code->isDark(x, y)) {
                        m_painter.fillRect(
                            QRectF(at.x() + x * module, at.y() + y * module, module, module),
                            Qt::black);
                    }
                }
            }
        }
    }

    void paintPages()
    {
        const double dot = px(10);
        const double step = px(26);
        double x = m_rect.center().x() - (m_item.count - 1) * step / 2;
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        for (int i = 0; i < m_item.count; ++i, x += step) {
            m_painter.setBrush(color(i == m_item.number ? "arrow"_L1 : "border.panel"_L1));
            m_painter.drawEllipse(QPointF(x, m_rect.center().y()), dot / 2, dot / 2);
        }
        m_painter.restore();
    }

    void paintStale()
    {
        m_painter.fillRect(m_rect, color("surface.page"_L1));
        paintBox(m_painter, m_rect, color("surface.page"_L1), color("call.fill"_L1), px(6), 0);
        const double icon = px(72);
        const double left = m_rect.left() + px(40);
        paintIcon(m_painter, {left, m_rect.top(), icon, m_rect.height()}, m_look, "alert"_L1,
                  color("arrow"_L1), 72);
        const double text = left + icon + px(28);
        const double width = m_rect.right() - px(40) - text;
        const TextStyle title = style(44, 56, QFont::ExtraBold, color("text.primary"_L1));
        const TextStyle advice = style(36, 52, QFont::Normal, color("text.secondary"_L1));
        const TextStyle second = style(30, 42, QFont::Normal, color("text.secondary"_L1));
        const bool isTall = m_item.shape == BoardShape::Tall;
        const double height =
            title.line + (isTall ? advice.line : 0) + (line(2).isEmpty() ? 0 : second.line);
        double top = m_rect.center().y() - height / 2;
        if (isTall) {
            paintLine({text, top, width, double(title.line)}, line(0), title);
            top += title.line;
            paintLine({text, top, width, double(advice.line)}, line(1), advice);
            if (!line(2).isEmpty()) {
                paintLine({text, top + advice.line, width, double(second.line)},
                          line(2) + u". "_s + line(3), second);
            }
            return;
        }
        const double titleWidth = std::min(double(textWidth(line(0), title.font)), width);
        paintLine({text, top, titleWidth, double(title.line)}, line(0), title);
        const double rest = width - titleWidth - px(24);
        paintLine({text + titleWidth + px(24), top, rest, double(title.line)}, line(1), advice);
        if (!line(2).isEmpty()) {
            paintLine({text, top + title.line, width, double(second.line)},
                      line(2) + u". "_s + line(3), second);
        }
    }

    void paintClosed()
    {
        paintBox(m_painter, m_rect, color("surface.panel"_L1), {}, 0, px(28));
        const double door = px(designNumber("door.sizes.closed"_L1));
        const double doorHeight = doorSize(door).height();
        const TextStyle title = style(64, 88, QFont::ExtraBold, color("text.primary"_L1));
        const TextStyle second = style(44, 60, QFont::Normal, color("text.secondary"_L1));
        const TextStyle time = style(220, 250, QFont::ExtraBold, color("text.primary"_L1));
        const TextStyle date = style(48, 66, QFont::DemiBold, color("text.secondary"_L1));
        const double left = m_rect.left() + px(56);
        const double width = m_rect.width() - px(112);
        double top = m_rect.center().y() - (doorHeight + px(48) + time.line + date.line) / 2;
        DoorColors colors = groupDoor(m_look);
        colors.fill = color("surface.counterNumber"_L1);
        paintDoor(m_painter, {left, top}, door, m_look, colors, {}, "moon"_L1);
        const double words = title.line + (line(1).isEmpty() ? 0 : second.line);
        const double after = left + door + px(40);
        const double wordsTop = top + (doorHeight - words) / 2;
        const double wordsWidth = m_rect.right() - px(32) - after;
        paintLine({after, wordsTop, wordsWidth, double(title.line)}, line(0), title);
        paintLine({after, wordsTop + title.line, wordsWidth, double(second.line)}, line(1), second);
        top += doorHeight + px(48);
        paintNumberText({left, top, width, double(time.line)}, line(2), time,
                        Qt::AlignLeft | Qt::AlignVCenter);
        paintLine({left, top + time.line, width, double(date.line)}, line(3), date);
    }

    void paintOpening()
    {
        paintBox(m_painter, m_rect, color("surface.panel"_L1), color("surface.counterNumber"_L1),
                 px(5), px(28));
        const double left = m_rect.left() + px(44);
        const double width = m_rect.width() - px(88);
        const TextStyle labelStyle = style(40, 56, QFont::Medium, color("text.primary"_L1));
        const TextStyle time = style(84, 112, QFont::ExtraBold, color("surface.tickerLabel"_L1));
        const TextStyle day = style(64, 112, QFont::ExtraBold, color("text.primary"_L1));
        const TextStyle second = style(40, 56, QFont::Normal, color("text.primary"_L1));
        double top = m_rect.center().y()
                     - (labelStyle.line + time.line + (line(4).isEmpty() ? 0 : second.line)) / 2.0;
        paintLine({left, top, width, double(labelStyle.line)}, label(), labelStyle);
        top += labelStyle.line;
        const double timeWidth = textWidth(line(2), time.font);
        paintLine({left, top, timeWidth, double(time.line)}, line(2), time);
        const double after = timeWidth + px(24);
        paintLine({left + after, top, width - after, double(time.line)}, line(3), day);
        paintLine({left, top + time.line, width, double(second.line)}, line(4), second);
    }

    void paintHours()
    {
        paintBox(m_painter, m_rect, color("surface.page"_L1), color("border.panel"_L1), px(5),
                 px(28));
        const qsizetype rows = m_item.lines.size() / 3;
        const double left = m_rect.left() + px(44);
        const double width = m_rect.width() - px(88);
        const double height = (m_rect.height() - px(24)) / static_cast<double>(rows);
        const double hoursWidth = px(330);
        const bool isLow = height < px(100);
        const TextStyle days =
            style(isLow ? 34 : 42, isLow ? 44 : 56, QFont::Bold, color("text.primary"_L1));
        const TextStyle second =
            style(isLow ? 30 : 34, isLow ? 38 : 46, QFont::Normal, color("text.secondary"_L1));
        for (qsizetype row = 0; row < rows; ++row) {
            const double top = m_rect.top() + px(12) + height * static_cast<double>(row);
            if (row > 0) {
                m_painter.fillRect(QRectF(left, top - px(1), width, px(2)),
                                   color("border.panel"_L1));
            }
            const QString other = line(3 * row + 1);
            const double words = days.line + (other.isEmpty() ? 0 : second.line);
            const double wordsTop = top + (height - words) / 2;
            const double wordsWidth = width - hoursWidth - px(16);
            paintLine({left, wordsTop, wordsWidth, double(days.line)}, line(3 * row), days);
            paintLine({left, wordsTop + days.line, wordsWidth, double(second.line)}, other, second);
            const QStringList hours = line(3 * row + 2).split(u'\n');
            double hoursTop = top + (height - days.line * static_cast<double>(hours.size())) / 2;
            for (const QString &session : hours) {
                paintLine({left + width - hoursWidth, hoursTop, hoursWidth, double(days.line)},
                          session, days, Qt::AlignRight | Qt::AlignVCenter);
                hoursTop += days.line;
            }
        }
    }

    QPainter &m_painter;
    const BoardItem &m_item;
    QRectF m_rect;
    Look m_look;
};

} // namespace

void paintBoardItem(QPainter &painter, const BoardItem &item, double scale)
{
    ItemPainter(painter, item, scale).paint();
}

} // namespace motcua
