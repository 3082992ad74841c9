// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/theme.h"

#include <QImage>
#include <QStringList>
#include <QTranslator>

class QWidget;

namespace motcua::test {

/// Whose rules a screen is held to.
enum class Face { Kiosk, Board, Desk };

/// A painted screen and what is wrong with it, a sentence each.
struct CheckedScreen
{
    QImage image;
    QStringList findings;
};

/// Contrast of two colours after WCAG 2.2, 1 to 21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/// Paints @p screen, which is shown and laid out, and looks for
/// - text that is cut, elided, or does not fit what it was given, by hand or in a standard widget;
/// - text under the size floor of its face, or with too little contrast to what is behind it;
/// - buttons of the kiosk that are too small, too close to each other, or without an outline;
/// - buttons that a screen reader has no name for.
[[nodiscard]] CheckedScreen checkScreen(QWidget &screen, Face face, const Look &look);

/// Makes every translated text 40 % longer, with the tallest and deepest letters of Vietnamese.
/// Install it after setProgramLanguage().
class LongTexts : public QTranslator
{
public:
    explicit LongTexts(Language language);

    [[nodiscard]] QString translate(const char *context, const char *sourceText,
                                    const char *disambiguation, int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }

private:
    QTranslator m_texts;
};

} // namespace motcua::test
