// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/focusring.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr const char *FocusRadius = "motcuaFocusRadius";

void setFocusRadius(QWidget &widget, int radius)
{
    widget.setProperty(FocusRadius, radius);
}

FocusRing::FocusRing(const Look &look, Face face, QWidget *window)
    : QWidget(window)
    , m_look(look)
    , m_face(face)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *focused) { follow(focused); });
}

void FocusRing::setLook(const Look &look)
{
    m_look = look;
    place();
}

int FocusRing::reach() const
{
    if (m_look.palette == Palette::HighContrast) {
        return m_look.px(designNumber("focus.highContrast.ring"_L1))
               + m_look.px(designNumber("focus.highContrast.offset"_L1));
    }
    if (m_face == Face::Desk) {
        return m_look.px(designNumber("focus.desk.ring"_L1));
    }
    return m_look.px(designNumber("focus.kiosk.inner"_L1))
           + m_look.px(designNumber("focus.kiosk.outer"_L1));
}

void FocusRing::follow(QWidget *focused)
{
    for (const QPointer<QWidget> &watched : std::exchange(m_watched, {})) {
        if (watched) {
            watched->removeEventFilter(this);
        }
    }
    const bool ours = focused != nullptr && parentWidget()->isAncestorOf(focused)
                      && focused->property(FocusRadius).isValid();
    m_focused = ours ? focused : nullptr;
    // It also moves with whatever it lies in.
    for (QWidget *one = m_focused; one && one != parentWidget(); one = one->parentWidget()) {
        one->installEventFilter(this);
        m_watched.emplace_back(one);
    }
    place();
}

void FocusRing::place()
{
    if (!m_focused || !m_focused->isVisible()) {
        hide();
        return;
    }
    const int around = reach();
    QRect target(m_focused->mapTo(parentWidget(), QPoint(0, 0)), m_focused->size());
    // Of a long list only what its place lets see of it.
    for (QWidget *one = m_focused->parentWidget(); one && one != parentWidget();
         one = one->parentWidget()) {
        target &= QRect(one->mapTo(parentWidget(), QPoint(0, 0)), one->size());
    }
    if (target.isEmpty()) {
        hide();
        return;
    }
    setGeometry(target.adjusted(-around, -around, around, around));
    raise();
    show();
    update();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        place();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent *)
{
    if (!m_focused) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const double radius = m_focused->property(FocusRadius).toInt();
    // A ring of this width whose outer edge lies `inset` inside this widget.
    const auto ring = [&](double width, double inset, QLatin1StringView color) {
        painter.setPen(QPen(m_look.color(color), width));
        const double by = inset + width / 2;
        const double corner = radius + reach() - by;
        painter.drawRoundedRect(QRectF(rect()).adjusted(by, by, -by, -by), corner, corner);
    };
    if (m_look.palette == Palette::HighContrast) {
        ring(m_look.px(designNumber("focus.highContrast.ring"_L1)), 0, "focus.outer"_L1);
    } else if (m_face == Face::Desk) {
        ring(m_look.px(designNumber("focus.desk.ring"_L1)), 0, "focus.inner"_L1);
        ring(1, 0, "focus.outer"_L1);
    } else {
        const double outer = m_look.px(designNumber("focus.kiosk.outer"_L1));
        ring(outer, 0, "focus.outer"_L1);
        ring(m_look.px(designNumber("focus.kiosk.inner"_L1)), outer, "focus.inner"_L1);
    }
}

} // namespace motcua
