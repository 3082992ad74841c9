// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/actionbar.h"

#include "counter/counteractions.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

constexpr std::array Icons{"call"_L1, "recall"_L1, "noshow"_L1, "hold"_L1, "swap"_L1, "check"_L1};
// Thirds of a plain cell: the first and the last have longer words.
constexpr std::array Widths{15, 10, 10, 10, 10, 19};

ActionBar::ActionBar(const Look &look, CounterActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setFixedHeight(look.px(designNumber("layout.console.actions"_L1)));
    auto *row = new QHBoxLayout(this);
    const int margin = look.px(designNumber("space.deskMargin"_L1));
    row->setContentsMargins(margin, look.px(10), margin, look.px(10));
    row->setSpacing(look.px(10));
    const auto bound = actions.cells();
    for (size_t i = 0; i < m_cells.size(); ++i) {
        auto *cell = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Normal, this);
        cell->setObjectName(u"cell-"_s + bound[i]->objectName());
        cell->setIconName(Icons[i]);
        cell->setKeycap(bound[i]->shortcut().toString(QKeySequence::NativeText));
        // The keys are the way: Tab goes through the page without six stops more.
        cell->setFocusPolicy(Qt::NoFocus);
        cell->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
        bindButton(*cell, *bound[i]);
        row->addWidget(cell, Widths[i]);
        m_cells[i] = cell;
    }
    setServing(false);
}

void ActionBar::setServing(bool serving)
{
    m_cells.front()->setKind(serving ? DeskButton::Kind::Plain : DeskButton::Kind::Next);
    m_cells.back()->setKind(serving ? DeskButton::Kind::Primary : DeskButton::Kind::Plain);
    fit();
}

void ActionBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ActionBar::fit()
{
    // Words and keys stay readable on a narrow screen; the icons give way.
    const int icon = m_look.px(22) + m_look.px(10);
    int needed = m_look.px(16) * 2 + m_look.px(10) * 5;
    for (const DeskButton *cell : m_cells) {
        needed += cell->sizeHint().width() + (m_icons ? 0 : icon);
    }
    const bool icons = needed <= width();
    const bool tight = needed - icon * static_cast<int>(m_cells.size()) > width();
    layout()->setSpacing(m_look.px(tight ? 6 : 10));
    layout()->setContentsMargins(m_look.px(tight ? 8 : 16), m_look.px(10),
                                 m_look.px(tight ? 8 : 16), m_look.px(10));
    if (icons != m_icons) {
        m_icons = icons;
        for (size_t i = 0; i < m_cells.size(); ++i) {
            m_cells[i]->setIconName(icons ? Icons[i] : QLatin1StringView());
        }
    }
}

void ActionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.color("surface.card"_L1));
    painter.fillRect(QRect(0, 0, width(), 1), m_look.color("border.hairline"_L1));
}

} // namespace motcua
