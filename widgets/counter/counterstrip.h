// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/deskparts.h"

namespace motcua {

class CounterActions;
class TicketNumberLabel;

/// The small window that stays above the program a clerk works in: the number, what to do next, who
/// waits. It is moved by dragging it.
class CounterStrip : public QWidget
{
    Q_OBJECT

public:
    CounterStrip(const Look &look, CounterActions &actions, QWidget *parent);

    void present(const CounterView &view);
    /// Places it where it was, or at the bottom right; always on a screen that is there.
    void place(const std::optional<QPoint> &topLeft);

Q_SIGNALS:
    void moved(const QPoint &topLeft);

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QString notice(const CounterView &view) const;

    Look m_look;
    CounterActions &m_actions;
    TicketNumberLabel *m_number;
    DeskLabel *m_words;
    DeskButton *m_call;
    DeskButton *m_finish;
    DeskButton *m_recall;
    DeskButton *m_back;
    DeskButton *m_expand;
    std::optional<QPoint> m_grip;
};

} // namespace motcua
