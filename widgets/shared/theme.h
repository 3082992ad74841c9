// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/language.h"

#include <QColor>
#include <QFont>
#include <QPixmap>

namespace motcua {

/// The three sets of colours of the design: kiosk and desk, hall board, low vision.
enum class Palette { Light, Board, HighContrast };

/// How a window looks: its colours, and its size against the reference size of the design.
///
/// Every number comes from resources/theme/tokens.json, which is compiled in; a name that is not in
/// it stops a debug build and gives magenta or nothing in a release.
struct Look
{
    Palette palette = Palette::Light;
    double scale = 1;                         ///< device-independent pixels for one reference pixel
    double textScale = 1;                     ///< 1.25 for "larger text"
    Language language = Language::Vietnamese; ///< the one that leads
    bool reducedMotion = false;

    /// Pixels for a length of the design, at least 1 when the length is.
    [[nodiscard]] int px(double reference) const;
    /// A colour by its token, e.g. "surface.page". What a palette does not name is the light one's;
    /// for low vision it is the page, the text, the border or the accent, by what the name says.
    /// "primitive.green400" is a colour of the mock-ups that no palette names.
    [[nodiscard]] QColor color(QLatin1StringView token) const;
    /// A font by its token, e.g. "kiosk.title".
    [[nodiscard]] QFont font(QLatin1StringView token) const;
    /// The line height of a font token in pixels.
    [[nodiscard]] int line(QLatin1StringView token) const;
    /// An icon of resources/icons in @p color, @p size reference pixels high, for a screen of
    /// @p devicePixelRatio. Cached.
    [[nodiscard]] QPixmap icon(QLatin1StringView name, const QColor &color, double size,
                               qreal devicePixelRatio = 1) const;

    friend bool operator==(const Look &, const Look &) = default;
};

/// A number of the design by its path, e.g. "timing.kiosk.idleWarnS".
[[nodiscard]] double designNumber(QLatin1StringView path);

/// Makes "MotCua Sans" and "MotCua Serif", in which forms are set, known to the program. Once,
/// before the first window.
void loadFonts();

} // namespace motcua
