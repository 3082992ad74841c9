// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/painting.h"

#include <QAbstractButton>
#include <QElapsedTimer>

namespace motcua {

/// A button of the desk: icon, words, a second line, and the key that does the same at its right
/// end. Unavailable it stays where it is and says why in its second line and its tool tip.
class DeskButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind {
        Plain,   ///< white with a border
        Next,    ///< what the clerk does next: green border and words
        Primary, ///< green
        Call,    ///< ochre
        Link,    ///< underlined words in the colour of what it stands on
    };
    enum class Size {
        Small,  ///< 34 px, in a panel
        Normal, ///< the action bar
        Large,  ///< the call button
    };

    DeskButton(const Look &look, Kind kind, Size size, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setKind(Kind kind);
    void setWords(const QString &first, const QString &second = {});
    void setIconName(QLatin1StringView icon);
    /// "F2"; shown only, the shortcut is an action of the window.
    void setKeycap(const QString &key);
    /// Greyed with @p reason until it is empty again.
    void setUnavailable(const QString &reason);
    /// Enter and Space do nothing for a moment after the program gave it the focus: what is pressed
    /// then was meant for what had it before.
    void guardAgainstHaste() { m_guarded = true; }
    /// What a Link is painted in; a token.
    void setLinkColor(QLatin1StringView color);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Colors;
    struct Measures;

    [[nodiscard]] Colors colors() const;
    [[nodiscard]] Measures measures() const;
    [[nodiscard]] TextStyle firstStyle(const QColor &color) const;
    [[nodiscard]] TextStyle secondStyle(const QColor &color) const;
    [[nodiscard]] Look keycapLook() const;
    [[nodiscard]] const QString &shownSecond() const;
    void refresh();

    Look m_look;
    Kind m_kind;
    Size m_size;
    QString m_second;
    QLatin1StringView m_icon;
    QString m_key;
    QString m_reason;
    QLatin1StringView m_linkColor;
    bool m_guarded = false;
    QElapsedTimer m_given; ///< the focus, by the program
};

} // namespace motcua
