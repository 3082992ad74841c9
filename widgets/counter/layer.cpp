// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/layer.h"

#include <QAbstractButton>
#include <QApplication>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

Layer::Layer(const Look &look, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(title)
    , m_card(new Card(look, this))
    , m_content(new QVBoxLayout(m_card))
    , m_before(QApplication::focusWidget())
{
    setAccessibleName(title);
    setFocusPolicy(Qt::NoFocus);
    const bool plain = look.palette == Palette::HighContrast; // brand green is black there
    m_card->setSurface(
        look.color("surface.card"_L1), look.color(plain ? "border.touch"_L1 : "surface.brand"_L1),
        designNumber("radius.deskCard"_L1), designNumber("elevation.modal.border"_L1));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(16));
    // Not by alignment: a card asks how high it is at its width.
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(m_card);
    middle->addStretch();
    outer->addStretch();
    outer->addLayout(middle);
    outer->addStretch();
    m_content->setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(22));
    m_content->setSpacing(look.px(12));
    auto *heading = new DeskLabel(look, "desk.panelTitle"_L1, "text.primary"_L1, m_card);
    heading->setObjectName(u"layerTitle"_s);
    heading->setSize(18, 26, QFont::Bold);
    heading->setText(title);
    m_content->addWidget(heading);
    setCardWidth(440);
    parent->installEventFilter(this);
    setGeometry(parent->rect());
    raise();
}

Layer::~Layer() = default;

void Layer::setCardWidth(double reference)
{
    m_card->setFixedWidth(m_look.px(reference));
}

void Layer::focusFirst(QWidget *first)
{
    m_first = first;
    QWidget::show();
    takeFocus();
}

void Layer::takeFocus()
{
    if (m_first) {
        m_first->setFocus(Qt::OtherFocusReason);
    }
}

void Layer::dismiss()
{
    if (m_closed) {
        return;
    }
    m_closed = true;
    hide();
    // First what was disabled behind it can be used again, then it can have the focus.
    Q_EMIT dismissed();
    if (m_before && m_before->isVisible()) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
    deleteLater();
}

bool Layer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return false;
}

void Layer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_escapable) {
        dismiss();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && !event->isAutoRepeat()) {
        confirm();
    }
    // Nothing reaches the page behind.
    event->accept();
}

bool Layer::focusNextPrevChild(bool next)
{
    QWidget *now = QApplication::focusWidget();
    if (!now || !isAncestorOf(now)) {
        return false;
    }
    QWidget *candidate = now;
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
        // Of buttons of which one is chosen only that one; the arrows go among them.
        const auto *button = qobject_cast<QAbstractButton *>(candidate);
        const QAbstractButton *chosen =
            button && button->group() ? button->group()->checkedButton() : nullptr;
        if (chosen && chosen != button) {
            continue;
        }
        if (isAncestorOf(candidate) && candidate->isVisibleTo(this) && candidate->isEnabled()
            && (candidate->focusPolicy() & Qt::TabFocus)) {
            candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (candidate != now);
    return true;
}

void Layer::paintEvent(QPaintEvent *)
{
    // The design's scrim: the deepest green, 72 %.
    QColor scrim = m_look.color("surface.brandDeepest"_L1);
    scrim.setAlphaF(0.72F);
    QPainter painter(this);
    painter.fillRect(rect(), scrim);
}

} // namespace motcua
