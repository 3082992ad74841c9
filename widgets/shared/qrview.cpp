// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/qrview.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

static int modulesOf(const std::optional<QrCode> &code)
{
    // Without a code the place of one of version 3 is kept, which holds our addresses.
    constexpr int Version3 = 29;
    return (code ? code->size : Version3) + 2 * qRound(designNumber("qr.quietModules"_L1));
}

QrView::QrView(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
}

void QrView::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void QrView::setCode(const std::optional<QrCode> &code)
{
    m_code = code;
    updateGeometry();
    update();
}

QSize QrView::sizeHint() const
{
    const int side = modulesOf(m_code) * m_look.px(designNumber("qr.minScreenModulePx"_L1));
    return {side, side};
}

void QrView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (!m_code) {
        return;
    }
    const int module = qMax(1, qMin(width(), height()) / modulesOf(m_code));
    const int side = module * m_code->size;
    const QPoint origin((width() - side) / 2, (height() - side) / 2);
    for (int y = 0; y < m_code->size; ++y) {
        for (int x = 0; x < m_code->size; ++x) {
            if (m_code->isDark(x, y)) {
                painter.fillRect(origin.x() + x * module, origin.y() + y * module, module, module,
                                 Qt::black);
            }
        }
    }
}

} // namespace motcua
