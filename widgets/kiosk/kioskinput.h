// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDeadlineTimer>
#include <QWidget>

#include <chrono>
#include <vector>

class QKeyEvent;

namespace motcua {

/// Everything that people do to the kiosk's window comes through here: keys and touches are told,
/// and whatever could open a menu, a shortcut or another window goes nowhere.
class KioskInput : public QObject
{
    Q_OBJECT

public:
    /// @p window must outlive it.
    explicit KioskInput(QWidget *window);

    /// From now on the keys of the window manager (Alt+Tab, the menu key) come here too, where the
    /// system allows, and the window comes back when another one got in front of it.
    void hold();
    void release();

    /// Touches within @p time from now do nothing.
    void ignoreTouches(std::chrono::milliseconds time);

    /// Moves the focus to the next control (@p step 1) or the one before (-1) of @p parts, each of
    /// them read from the top and each line from the left; what begins within the first @p rail
    /// pixels goes first. Null when there is none.
    QWidget *moveFocus(int step, const std::vector<QWidget *> &parts, int rail, int lineHeight);
    /// Nothing has the focus: a finger needs no ring.
    void dropFocus();
    /// Somebody uses the keys.
    [[nodiscard]] bool hasFocus() const;

Q_SIGNALS:
    void keyed(QKeyEvent *event);
    /// A finger went down on @p at.
    void pressed(QObject *at);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepInFront(const QObject *watched, const QEvent &event);
    [[nodiscard]] bool isMine(const QObject *object) const;

    QWidget *m_window;
    bool m_isHeld = false;
    QDeadlineTimer m_ignoring; ///< over from the start
};

} // namespace motcua
