// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "board/boardwindow.h"

#include "board/boardpainter.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

static std::function<qint64()> steadyClock()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] { return timer.elapsed(); };
}

BoardWindow::BoardWindow(QWidget *parent)
    : BoardWindow(steadyClock(), parent)
{
}

BoardWindow::BoardWindow(std::function<qint64()> clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(std::move(clock))
    , m_state(m_clock(), QDateTime::currentMSecsSinceEpoch())
    , m_media(this)
    , m_ticker(this)
    , m_timer(this)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setWindowTitle(tr("Hall board"));
    m_media.hide();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &BoardWindow::refresh);
    connect(&m_media, &MediaView::availableChanged, this, &BoardWindow::reshape);
    refresh();
}

void BoardWindow::setContent(const BoardContent &content)
{
    if (content == m_content) {
        return;
    }
    m_content = content;
    m_state.setContent(content, now());
    m_ticker.setTexts(content.ticker, content.languages);
    refresh();
    place();
}

void BoardWindow::setMedia(const QString &path, std::chrono::seconds imageTime)
{
    m_media.setSource(path, imageTime);
}

void BoardWindow::setHall(const HallState &hall, qint64 lead)
{
    m_seq = hall.seq;
    m_state.setHall(hall, now(), lead);
    refresh();
}

void BoardWindow::setCut(bool cut)
{
    m_state.setCut(cut);
    refresh();
}

void BoardWindow::startSpeaking(qint64 id)
{
    m_state.startSpeaking(id, now());
    refresh();
}

void BoardWindow::repeatSpeaking(qint64 id)
{
    m_state.repeatSpeaking(id, now());
    refresh();
}

void BoardWindow::stopSpeaking(qint64 id)
{
    m_state.stopSpeaking(id);
    refresh();
}

void BoardWindow::refresh()
{
    const qint64 present = now();
    BoardPicture picture = boardPicture(m_state.at(present), size());
    const std::pair<int, int> shift = m_state.shift(present);
    const bool isMoved = shift != m_shift || picture.scale != m_picture.scale
                         || picture.media != m_picture.media || picture.ticker != m_picture.ticker;
    m_shift = shift;
    std::swap(m_picture, picture);
    const auto &before = picture.items;
    const auto &after = m_picture.items;
    QRegion changed;
    for (size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
        const BoardItem *old = i < before.size() ? &before[i] : nullptr;
        const BoardItem *now = i < after.size() ? &after[i] : nullptr;
        if (old && now && *old == *now) {
            continue;
        }
        changed += old ? old->rect : QRect();
        changed += now ? now->rect : QRect();
    }
    if (isMoved) {
        place();
        update();
    } else if (!changed.isEmpty()) {
        update(changed.translated(m_shift.first, m_shift.second));
    } else if (m_seq != m_paintedSeq && isVisible()) {
        m_paintedSeq = m_seq;
        Q_EMIT painted(m_seq); // nothing of it is shown
    }
    m_media.setPaused(m_state.isCallFresh(present));
    m_timer.start(
        std::chrono::milliseconds(std::max<qint64>(1, m_state.nextChange(present) - now())));
}

void BoardWindow::place()
{
    const Look look{.palette = Palette::Board,
                    .scale = m_picture.scale,
                    .reducedMotion = m_content.reducedMotion};
    m_ticker.setLook(look);
    m_media.setCorners(look.color("surface.page"_L1), look.px(24));
    const QPoint offset(m_shift.first, m_shift.second);
    m_ticker.setGeometry(m_picture.ticker.translated(offset));
    m_ticker.setVisible(!m_picture.ticker.isNull());
    m_media.setVisible(!m_picture.media.isNull());
    // Where they would be while there are none: pictures are decoded for that size.
    BoardModel model = m_state.at(now());
    model.open = true;
    model.media = true;
    m_media.setGeometry(boardPicture(model, size()).media.translated(offset));
}

void BoardWindow::reshape()
{
    m_state.setShape(m_media.isAvailable(), height() > width(), now());
    refresh();
}

void BoardWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    reshape();
    place();
    update();
}

void BoardWindow::paintEvent(QPaintEvent *event)
{
    const Look look{.palette = Palette::Board, .scale = m_picture.scale};
    QPainter painter(this);
    for (const QRect &rect : event->region()) {
        painter.fillRect(rect, look.color("surface.page"_L1));
    }
    painter.setClipRegion(event->region());
    painter.translate(m_shift.first, m_shift.second);
    const QRegion region = event->region().translated(-m_shift.first, -m_shift.second);
    for (const BoardItem &item : m_picture.items) {
        if (region.intersects(item.rect)) {
            paintBoardItem(painter, item, m_picture.scale);
        }
    }
    painter.end();
    if (m_seq != m_paintedSeq) {
        m_paintedSeq = m_seq;
        Q_EMIT painted(m_seq);
    }
}

} // namespace motcua
