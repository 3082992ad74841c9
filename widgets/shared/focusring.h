// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/theme.h"

#include <QPointer>
#include <QWidget>

#include <vector>

namespace motcua {

/// Says that @p widget wants the ring around it, with its corner radius in pixels.
void setFocusRadius(QWidget &widget, int radius);

/// The two-tone frame around the focused widget of a window, drawn outside it: 6 ochre and 4 green
/// pixels at the kiosk, one of 3 at the desk, one of 8 with a gap for low vision. Keep gaps of 12.
/// One per window; it lies above everything in it and takes no touch. Widgets without a focus
/// radius draw their focus themselves.
class FocusRing : public QWidget
{
    Q_OBJECT

public:
    enum class Face { Kiosk, Desk };

    FocusRing(const Look &look, Face face, QWidget *window);

    void setLook(const Look &look);
    /// Goes round @p focused; it follows the keyboard's focus by itself.
    void follow(QWidget *focused);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    [[nodiscard]] int reach() const;

    Look m_look;
    Face m_face;
    QPointer<QWidget> m_focused;
    std::vector<QPointer<QWidget>> m_watched; ///< it and what it lies in
};

} // namespace motcua
