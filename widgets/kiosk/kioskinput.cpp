// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/kioskinput.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimer>
#include <QWindow>

#include <algorithm>

namespace motcua {

KioskInput::KioskInput(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

void KioskInput::hold()
{
    m_isHeld = true;
    m_window->grabKeyboard();
}

void KioskInput::release()
{
    m_isHeld = false;
    m_window->releaseKeyboard();
}

void KioskInput::ignoreTouches(std::chrono::milliseconds time)
{
    m_ignoring.setRemainingTime(time);
}

QWidget *KioskInput::moveFocus(int step, const std::vector<QWidget *> &parts, int rail,
                               int lineHeight)
{
    std::vector<QWidget *> chain;
    for (const QWidget *part : parts) {
        const auto first = static_cast<std::ptrdiff_t>(chain.size());
        const auto children = part->findChildren<QWidget *>();
        std::ranges::copy_if(children, std::back_inserter(chain), [this](const QWidget *child) {
            return child->focusPolicy() != Qt::NoFocus && child->isVisibleTo(m_window)
                   && child->isEnabled();
        });
        std::ranges::sort(
            chain.begin() + first, chain.end(), [&](const QWidget *a, const QWidget *b) {
                const QPoint left = a->mapTo(m_window, QPoint(0, 0));
                const QPoint right = b->mapTo(m_window, QPoint(0, 0));
                if ((left.x() < rail) != (right.x() < rail)) {
                    return left.x() < rail;
                }
                return std::abs(left.y() - right.y()) > lineHeight ? left.y() < right.y()
                                                                   : left.x() < right.x();
            });
    }
    if (chain.empty()) {
        return nullptr;
    }
    const auto count = static_cast<std::ptrdiff_t>(chain.size());
    const auto at = std::ranges::find(chain, m_window->focusWidget());
    const std::ptrdiff_t from = at == chain.end() ? (step > 0 ? -1 : 0) : at - chain.begin();
    QWidget *next = chain[static_cast<size_t>((from + step + count) % count)];
    next->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return next;
}

bool KioskInput::hasFocus() const
{
    const QWidget *focus = m_window->focusWidget();
    return focus && focus != m_window;
}

void KioskInput::dropFocus()
{
    if (hasFocus()) {
        m_window->setFocus(Qt::OtherFocusReason);
    }
}

bool KioskInput::isMine(const QObject *object) const
{
    if (!object->isWidgetType()) {
        return false;
    }
    const auto *widget = qobject_cast<const QWidget *>(object);
    return widget == m_window || m_window->isAncestorOf(widget);
}

/// A window that the window manager has not mapped yet gets no grab, and nobody tries again.
void KioskInput::keepInFront(const QObject *watched, const QEvent &event)
{
    if (!m_isHeld) {
        return;
    }
    const bool appears = watched == m_window->windowHandle() && event.type() == QEvent::Expose;
    if (appears || (watched == m_window && event.type() == QEvent::WindowActivate)) {
        m_window->grabKeyboard();
    } else if (watched == m_window && event.type() == QEvent::WindowDeactivate) {
        // Not at once: two windows that both want the front would use up the processor.
        constexpr std::chrono::milliseconds Patience{100};
        QTimer::singleShot(Patience, this, [this] {
            if (m_isHeld && !m_window->isActiveWindow()) {
                m_window->raise();
                m_window->activateWindow();
            }
        });
    }
}

bool KioskInput::eventFilter(QObject *watched, QEvent *event)
{
    keepInFront(watched, *event);
    switch (event->type()) {
    case QEvent::KeyPress:
        if (!isMine(watched)) {
            return false;
        }
        Q_EMIT keyed(dynamic_cast<QKeyEvent *>(event));
        return true;
    case QEvent::ShortcutOverride:
        if (isMine(watched)) {
            event->accept(); // no shortcut of the program or its libraries
            return true;
        }
        return false;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        if (isMine(watched)) {
            if (dynamic_cast<QMouseEvent *>(event)->button() != Qt::LeftButton
                || !m_ignoring.hasExpired()) {
                return true;
            }
            dropFocus();
            Q_EMIT pressed(watched);
        }
        return false;
    case QEvent::KeyRelease:
    case QEvent::Shortcut:
    case QEvent::ContextMenu:
    case QEvent::InputMethod:
    case QEvent::Wheel:
    case QEvent::NativeGesture:
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
    case QEvent::ToolTip:
    case QEvent::WhatsThis:
        return isMine(watched);
    default:
        return false;
    }
}

} // namespace motcua
