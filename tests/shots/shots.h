// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/theme.h"
#include "support/screencheck.h"

#include <QSize>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace motcua::test {

/// A screen in one of its states, as the gallery paints and checks it.
struct Shot
{
    QString name; ///< begins with the letter of its mock-up, e.g. "a-kiosk-home-portrait"
    Face face;
    QSize size; ///< of the reference, e.g. 1080×1920
    std::vector<Palette> palettes;
    double scale = 1; ///< of the size floors, where the size is not that of the reference
    /// Makes the screen; tr() speaks look.language already.
    std::function<std::unique_ptr<QWidget>(const Look &look)> make;
};

void addShot(Shot shot);

// Each face adds its own, in <face>shots.cpp.
void addPartShots();
void addKioskShots();
void addBoardShots();
void addCounterShots();
void addManagerShots();
void addCityShots();
void addRatingShots();
void addDemoShots();

} // namespace motcua::test
