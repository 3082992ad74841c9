// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskview.h"

#include <QBasicTimer>
#include <QWidget>

namespace motcua {

/// Branch, centre, clock. Not touchable, but for staff who hold the logo to leave.
class KioskHeader : public QWidget
{
    Q_OBJECT

public:
    explicit KioskHeader(QWidget *parent = nullptr);

    void setHold(std::chrono::milliseconds hold) { m_hold = hold; }
    void present(const KioskView &view, bool onBrand);
    /// Pixels of the header across the whole screen.
    [[nodiscard]] static int heightOf(const Look &look);

Q_SIGNALS:
    void staffWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    [[nodiscard]] QRect logo() const;

    KioskView m_view;
    QString m_shown;
    bool m_rail = false;
    std::chrono::milliseconds m_hold{5'000};
    QBasicTimer m_held;
};

} // namespace motcua
