// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskview.h"
#include "kiosk/tile.h"

#include <QWidget>

namespace motcua {

/// Language, larger text, contrast, lower buttons, read aloud, call staff: the same on every screen.
class AccessibilityBar : public QWidget
{
    Q_OBJECT

public:
    explicit AccessibilityBar(QWidget *parent = nullptr);

    void present(const KioskView &view, bool onBrand, bool hasAudio);
    /// Pixels at the foot of the screen.
    [[nodiscard]] static int heightOf(const Look &look, bool landscape);

Q_SIGNALS:
    /// One of the settings was switched.
    void comfortChosen(const motcua::KioskComfort &comfort);
    void helpWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    [[nodiscard]] TileSpec spec(const QString &icon, const QString &text, bool on) const;

    KioskView m_view;
    bool m_onBrand = false;
    Tile *m_language;
    Tile *m_text;
    Tile *m_contrast;
    Tile *m_lower;
    Tile *m_read;
    Tile *m_help;
};

} // namespace motcua
