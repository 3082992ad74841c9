// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/kioskheader.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTimerEvent>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int Margin = 48;
constexpr int LogoWidth = 68;
constexpr int RailLogoWidth = 72;

} // namespace

KioskHeader::KioskHeader(QWidget *parent)
    : QWidget(parent)
{
}

int KioskHeader::heightOf(const Look &look)
{
    return look.px(designNumber("layout.kioskPortrait.header"_L1));
}

void KioskHeader::present(const KioskView &view, bool onBrand)
{
    const QString shown =
        u"%1 %2 %3 %4 %5 %6 %7 %8"_s.arg(view.hall.branch.name.vi)
            .arg(view.hall.branch.number)
            .arg(view.now.time.toString(u"HH:mm"_s), view.now.date.toString(Qt::ISODate))
            .arg(static_cast<int>(view.comfort.language))
            .arg(static_cast<int>(view.look.palette))
            .arg(view.look.scale)
            .arg(view.hasRail() + 2 * onBrand);
    if (shown == m_shown) {
        return; // once a minute is enough
    }
    m_shown = shown;
    m_view = view;
    m_rail = view.hasRail() && !onBrand;
    setAccessibleName(view.hall.branch.name.in(view.comfort.language) + u", "_s
                      + view.now.time.toString(u"HH:mm"_s));
    update();
}

QRect KioskHeader::logo() const
{
    const Look &look = m_view.look;
    const bool rail = m_rail;
    const int wide = look.px(rail ? RailLogoWidth : LogoWidth);
    const int tall = qRound(doorSize(wide).height());
    const int y = rail ? look.px(54) : (height() - tall) / 2;
    return {look.px(Margin), y, wide, tall};
}

void KioskHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // The header keeps its size with larger text: it is not what is read here.
    Look look = m_view.look;
    look.textScale = 1;
    const KioskColors colors(look);
    const Language lead = m_view.comfort.language;
    painter.fillRect(rect(), colors.brand);
    const QRect mark = logo();
    const auto &branch = m_view.hall.branch;
    paintDoor(painter, mark.topLeft(), mark.width(), look, brandDoor(look),
              branch.number > 0 ? QString::number(branch.number) : QString(), {}, true);
    const auto para = [&](const QString &text, const TextType &type, const QColor &color) {
        return kioskParagraph(look, text, type, color);
    };
    Paragraph clock = para(m_view.now.time.toString(u"HH:mm"_s), kiosktype::Clock, colors.onBrand);
    const Paragraph day =
        para(dayText(m_view.now.date, lead), kiosktype::Body, colors.onBrandSecond);
    const Paragraph name = para(branch.name.in(lead), kiosktype::CardName, colors.onBrand);
    Paragraph centre = para(branch.organisation.in(lead), kiosktype::Body, colors.onBrandSecond);
    if (m_rail) {
        const double left = mark.right() + look.px(23);
        const double width = this->width() - left - look.px(44);
        centre.style.line = look.px(36);
        const double tall = name.style.line + centre.height(width);
        double y = mark.center().y() - tall / 2;
        paintText(painter, {left, y, width, double(name.style.line)}, name.text, name.style);
        y += name.style.line;
        centre.paint(painter, {left, y, width, double(centre.height(width))});
        clock.style.font.setPixelSize(look.px(52));
        const double clockTop = look.px(190);
        const int clockWidth = textWidth(clock.text, clock.style.font);
        paintText(painter,
                  {double(look.px(Margin)), clockTop, double(clockWidth), double(look.px(60))},
                  clock.text, clock.style);
        Paragraph beside = para(day.text, {30, 40, 400}, colors.onBrandSecond);
        paintText(painter,
                  {double(look.px(Margin + 18) + clockWidth), clockTop + look.px(12),
                   double(this->width()) - clockWidth - look.px(Margin + 18), double(look.px(40))},
                  beside.text, beside.style);
        return;
    }
    const int clockWidth =
        qMax(textWidth(clock.text, clock.style.font), textWidth(day.text, day.style.font));
    const double right = width() - look.px(Margin);
    const double clockTop = look.px(32);
    paintText(painter, {right - clockWidth, clockTop, double(clockWidth), double(clock.style.line)},
              clock.text, clock.style, Qt::AlignRight | Qt::AlignVCenter);
    paintText(painter,
              {right - clockWidth, clockTop + clock.style.line, double(clockWidth),
               double(day.style.line)},
              day.text, day.style, Qt::AlignRight | Qt::AlignVCenter);
    const double left = mark.right() + look.px(25);
    const double width = right - clockWidth - look.px(24) - left;
    const double tall = name.style.line + centre.height(width);
    double y = (height() - tall) / 2;
    paintText(painter, {left, y, width, double(name.style.line)}, name.text, name.style);
    y += name.style.line;
    centre.paint(painter, {left, y, width, double(centre.height(width))});
}

void KioskHeader::mousePressEvent(QMouseEvent *event)
{
    const int slop = m_view.look.px(designNumber("touch.slop"_L1));
    if (logo().adjusted(-slop, -slop, slop, slop).contains(event->pos())) {
        m_held.start(static_cast<int>(m_hold.count()), this);
    }
}

void KioskHeader::mouseReleaseEvent(QMouseEvent *)
{
    m_held.stop();
}

void KioskHeader::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_held.timerId()) {
        m_held.stop();
        Q_EMIT staffWanted();
    }
}

} // namespace motcua
