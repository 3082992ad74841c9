// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/loadingcards.h"

#include "shared/painting.h"

#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

LoadingCards::LoadingCards(const Look &look, int rows, int columns, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_rows(rows)
    , m_columns(columns)
{
}

void LoadingCards::setLook(const Look &look)
{
    m_look = look;
    update();
}

void LoadingCards::setGap(double gap)
{
    m_gap = gap;
    update();
}

void LoadingCards::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool plain = m_look.palette == Palette::HighContrast;
    const QColor edge = m_look.color(plain ? "border.touch"_L1 : "border.hairline"_L1);
    const QColor grey = plain ? edge : m_look.color("surface.sunken"_L1);
    const double gap = m_look.px(m_gap);
    const double cardWidth = (width() - gap * (m_columns - 1)) / m_columns;
    const double cardHeight = (height() - gap * (m_rows - 1)) / m_rows;
    // Bars of different lengths, as names are.
    constexpr std::array<double, 4> Lengths{0.83, 0.67, 1.0, 0.75};
    constexpr double DoorPerHeight = 0.48;
    constexpr double BarPerHeight = 0.23;
    constexpr double PaddingPerHeight = 0.19;
    constexpr int BarRadius = 8;
    for (int i = 0; i < m_rows * m_columns; ++i) {
        const int row = i / m_columns;
        const int column = i % m_columns;
        const QRectF card(column * (cardWidth + gap), row * (cardHeight + gap), cardWidth,
                          cardHeight);
        paintBox(painter, card, m_look.color("surface.card"_L1), edge,
                 m_look.px(designNumber("stroke.touch"_L1)),
                 m_look.px(designNumber("radius.touch"_L1)));
        const double padding = cardHeight * PaddingPerHeight;
        const double doorWidth = cardHeight * DoorPerHeight;
        const QSizeF door = doorSize(doorWidth);
        paintDoor(painter, {card.left() + padding, card.center().y() - door.height() / 2},
                  doorWidth, m_look, {.fill = grey, .letter = grey, .icon = grey}, {});
        const double barHeight = cardHeight * BarPerHeight;
        const double barLeft = card.left() + padding * 2 + doorWidth;
        const double length =
            (card.right() - padding - barLeft) * Lengths[static_cast<size_t>(i) % Lengths.size()];
        paintBox(painter, {barLeft, card.center().y() - barHeight / 2, length, barHeight}, grey, {},
                 0, m_look.px(BarRadius));
    }
}

} // namespace motcua
