// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/rail.h"

#include "shared/focusring.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// A section in the green column.
class RailItem : public QAbstractButton
{
public:
    RailItem(const Look &look, const QString &text, QLatin1StringView icon, const QString &key,
             QWidget *parent)
        : QAbstractButton(parent)
        , m_look(look)
        , m_icon(icon)
    {
        setText(text);
        setAccessibleName(text);
        setToolTip(key);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::StrongFocus);
        setFocusRadius(*this, look.px(8));
        setFixedHeight(look.px(44));
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            click();
        } else {
            QAbstractButton::keyPressEvent(event);
        }
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool isContrast = m_look.palette == Palette::HighContrast;
        if (isChecked()) {
            paintBox(painter, rect(), m_look.color("surface.card"_L1),
                     m_look.color(isContrast ? "border.touch"_L1 : "surface.card"_L1),
                     isContrast ? m_look.px(2) : 0, m_look.px(8));
        }
        const QLatin1StringView ink = isChecked() ? "text.primary"_L1 : "text.onBrand"_L1;
        paintIcon(painter, QRectF(m_look.px(12), 0, m_look.px(21), height()), m_look, m_icon,
                  m_look.color(isChecked() ? "action.primary"_L1 : ink), 21);
        paintText(painter, QRectF(rect()).adjusted(m_look.px(45), 0, 0, 0), text(),
                  textStyle(m_look, "desk.action"_L1, ink));
    }

private:
    Look m_look;
    QLatin1StringView m_icon;
};

} // namespace

Rail::Rail(const Look &look, QString what, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_what(std::move(what))
{
    setFixedWidth(look.px(designNumber("layout.manager.nav"_L1)));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look.px(12), look.px(86), look.px(12), look.px(76));
    column->setSpacing(look.px(4));
    column->addStretch(1);
}

QAbstractButton &Rail::add(const QString &text, QLatin1StringView icon, const QString &key)
{
    auto *item = new RailItem(m_look, text, icon, key, this);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, item);
    m_items.push_back(item);
    return *item;
}

void Rail::choose(size_t section)
{
    m_items.at(section)->setChecked(true);
}

void Rail::present(const QString &door, const QString &whose)
{
    m_door = door;
    m_whose = whose;
    setAccessibleName(whose);
    update();
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.color("surface.brand"_L1));
    const double edge = m_look.px(18);
    if (!m_door.isEmpty()) {
        paintDoor(painter, {edge, m_look.px(16) * 1.0}, 34 * m_look.scale, m_look,
                  brandDoor(m_look), m_door, {}, true);
    }
    TextStyle name = textStyle(m_look, "desk.label"_L1, "text.onBrand"_L1);
    name.font = deskFont(m_look, 18, QFont::Bold);
    name.line = m_look.px(24);
    const TextStyle small = textStyle(m_look, "desk.label"_L1, "text.onBrandSecondary"_L1);
    const double left = m_door.isEmpty() ? edge : m_look.px(64);
    const double room = width() - left - m_look.px(8);
    paintText(painter, QRectF(left, m_look.px(15), room, m_look.px(26)), u"Một Cửa"_s, name);
    const Paragraph what{.text = m_what, .style = small};
    what.paint(painter, QRectF(left, m_look.px(40), room, what.height(room)));

    if (m_look.palette == Palette::HighContrast) {
        painter.fillRect(QRectF(width() - 1, 0, 1, height()), m_look.color("border.touch"_L1));
    }

    if (!m_whose.isEmpty()) {
        painter.fillRect(
            QRectF(m_look.px(12), height() - m_look.px(68), width() - m_look.px(24), 1),
            m_look.color("text.onBrandSecondary"_L1));
        const Paragraph who{.text = m_whose, .style = weighted(small, QFont::DemiBold)};
        const double across = width() - 2 * m_look.px(22);
        who.paint(painter,
                  QRectF(m_look.px(22), height() - m_look.px(58), across, who.height(across)));
    }
}

} // namespace motcua
