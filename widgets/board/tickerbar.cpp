// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "board/tickerbar.h"

#include "shared/painting.h"
#include "shared/translation.h"

#include <QPaintEvent>
#include <QPainter>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

constexpr int LabelPadding = 36;
constexpr int LabelGap = 16;
constexpr int LabelIcon = 48;
constexpr int TextMargin = 32;
/// A text to be scrolled stands still first, so that its beginning can be read.
constexpr qint64 StillMs = 2000;
constexpr auto PieceTime = 8s;

/// @p text in lines no wider than @p width.
QStringList piecesOf(const QString &text, const QFont &font, int width)
{
    QStringList pieces;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!pieces.isEmpty() && textWidth(pieces.last() + u' ' + word, font) <= width) {
            pieces.last() += u' ' + word;
        } else {
            pieces.append(word);
        }
    }
    return pieces;
}

} // namespace

TickerBar::TickerBar(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_nextTimer.setSingleShot(true);
    connect(&m_nextTimer, &QTimer::timeout, this, &TickerBar::next);
    m_scrollTimer.setInterval(33ms);
    m_scrollTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_scrollTimer, &QTimer::timeout, this, &TickerBar::scroll);
}

void TickerBar::setTexts(const std::vector<Bilingual> &texts,
                         const std::vector<Language> &languages)
{
    std::vector<Entry> entries;
    for (const Bilingual &text : texts) {
        for (const Language language : languages) {
            if (!text.in(language).isEmpty()) {
                entries.push_back({.text = text.in(language).simplified(), .language = language});
            }
        }
    }
    if (entries != m_entries) {
        m_entries = std::move(entries);
        m_entry = 0;
        begin();
    }
}

void TickerBar::setLook(const Look &look)
{
    if (look != m_look) {
        m_look = look;
        begin();
    }
}

void TickerBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    begin();
}

QString TickerBar::label() const
{
    const Language language =
        m_entries.empty() ? Language::Vietnamese : m_entries[m_entry].language;
    return textIn(language, "Board", QT_TRANSLATE_NOOP("Board", "Notice"));
}

int TickerBar::labelWidth() const
{
    const QFont font =
        weighted(textStyle(m_look, "board.ticker"_L1, "text.ticker"_L1), QFont::ExtraBold).font;
    return 2 * m_look.px(LabelPadding) + m_look.px(LabelIcon) + m_look.px(LabelGap)
           + textWidth(label(), font);
}

QRect TickerBar::textArea() const
{
    const int left = labelWidth();
    return {left, 0, width() - left, height()};
}

/// Shows the present text from its beginning.
void TickerBar::begin()
{
    m_scrollTimer.stop();
    m_nextTimer.stop();
    m_strip = QPixmap();
    m_offset = 0;
    m_pieces.clear();
    m_piece = 0;
    update();
    if (m_entries.empty() || width() == 0) {
        return;
    }
    const TextStyle style = textStyle(m_look, "board.ticker"_L1, "text.ticker"_L1);
    const QString &text = m_entries[m_entry].text;
    const int room = textArea().width() - 2 * m_look.px(TextMargin);
    const int needed = textWidth(text, style.font);
    if (needed <= room) {
        m_pieces = {text};
        if (m_entries.size() > 1) {
            m_nextTimer.start(qRound(designNumber("timing.board.noticeRotateS"_L1)) * 1s);
        }
        return;
    }
    if (m_look.reducedMotion) {
        m_pieces = piecesOf(text, style.font, room);
        m_nextTimer.start(PieceTime);
        return;
    }
    const qreal ratio = devicePixelRatioF();
    m_strip = QPixmap(qCeil(needed * ratio), qCeil(height() * ratio));
    m_strip.setDevicePixelRatio(ratio);
    m_strip.fill(m_look.color("surface.ticker"_L1));
    QPainter painter(&m_strip);
    painter.setFont(style.font);
    painter.setPen(style.color);
    painter.drawText(QRect(0, 0, needed, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
    m_since.start();
    m_scrollTimer.start();
}

void TickerBar::next()
{
    if (m_piece + 1 < m_pieces.size()) {
        ++m_piece;
        m_nextTimer.start(PieceTime);
        update(textArea());
        return;
    }
    m_entry = m_entries.empty() ? 0 : (m_entry + 1) % m_entries.size();
    begin();
}

void TickerBar::scroll()
{
    const double speed = designNumber("motion.ticker.pxPerSecond"_L1) * m_look.scale;
    constexpr double Second = 1000;
    const qint64 moving = m_since.elapsed() - StillMs;
    const int offset = moving > 0 ? qRound(static_cast<double>(moving) * speed / Second) : 0;
    if (offset == m_offset) {
        return;
    }
    m_offset = offset;
    if (m_offset > m_strip.deviceIndependentSize().width() + m_look.px(TextMargin)) {
        next();
        return;
    }
    update(textArea());
}

void TickerBar::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const QRect area = textArea();
    if (event->rect().left() < area.left()) {
        const QRect box(0, 0, area.left(), height());
        painter.fillRect(box, m_look.color("surface.tickerLabel"_L1));
        const TextStyle style =
            weighted(textStyle(m_look, "board.ticker"_L1, "text.ticker"_L1), QFont::ExtraBold);
        const int padding = m_look.px(LabelPadding);
        const int icon = m_look.px(LabelIcon);
        paintIcon(painter, QRectF(padding, 0, icon, height()), m_look, "info"_L1, style.color,
                  LabelIcon);
        const int left = padding + icon + m_look.px(LabelGap);
        paintText(painter, QRectF(left, 0, box.right() - left - padding + 1, height()), label(),
                  style);
    }
    painter.setClipRect(area);
    painter.fillRect(area, m_look.color("surface.ticker"_L1));
    const int left = area.left() + m_look.px(TextMargin);
    if (!m_strip.isNull()) {
        painter.drawPixmap(left - m_offset, 0, m_strip);
    } else if (!m_pieces.isEmpty()) {
        paintText(painter, QRectF(left, 0, area.right() - left, height()), m_pieces[m_piece],
                  textStyle(m_look, "board.ticker"_L1, "text.ticker"_L1));
    }
}

} // namespace motcua
