// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/tile.h"

#include <QWidget>

class QBoxLayout;

namespace motcua {

/// Keys to touch: letters for words, letters and digits for codes, digits alone, or all of them with
/// punctuation for sentences, named in both languages. The program's own, so that no system keyboard or
/// input method is ever on a kiosk.
class TouchKeys : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Words,
        Codes,
        Digits,
        Sentences,
    };

    TouchKeys(Kind kind, const Look &look, Language language, QWidget *parent = nullptr);

Q_SIGNALS:
    void typed(QChar key); ///< a lower-case letter, a digit, a mark or a space
    void erased();         ///< the last character
    void cleared();

private:
    Tile *addKey(QBoxLayout &row, const QString &name, const QStringList &lines, int stretch);
    void addLetter(QBoxLayout &row, QChar key);
    /// @p words are of kiosktexts.h.
    Tile *addNamed(QBoxLayout &row, const QString &name, const char *words, int stretch);

    Look m_look;
    KioskColors m_colors;
    Language m_language;
    bool m_isBilingual;
    int m_height = 0;
};

} // namespace motcua
