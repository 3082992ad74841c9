// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/pagefade.h"

#include <QPainter>

namespace motcua {

PageFade::PageFade(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    m_fade.setStartValue(1.0);
    m_fade.setEndValue(0.0);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_fade, &QVariantAnimation::finished, this, [this] {
        hide();
        m_page = {}; // what somebody chose is not kept
    });
}

void PageFade::begin(QWidget &page, std::chrono::milliseconds time)
{
    m_fade.stop();
    hide();
    m_page = {};
    if (time.count() <= 0 || !page.isVisible()) {
        return;
    }
    m_page = page.grab();
    setGeometry({page.mapTo(parentWidget(), QPoint()), page.size()});
    show();
    m_fade.setDuration(static_cast<int>(time.count()));
    m_fade.start();
}

void PageFade::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setOpacity(m_fade.currentValue().toDouble());
    painter.drawPixmap(0, 0, m_page);
}

} // namespace motcua
