// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/painting.h"

#include <QWidget>

namespace motcua {

/// Text of one or several lines with the line height of its token, so that no diacritic is cut. It
/// never elides: a layout asks it how high it is at a width.
class ParagraphLabel : public QWidget
{
    Q_OBJECT

public:
    /// @p type and @p color are tokens, e.g. "kiosk.body" and "text.secondary".
    ParagraphLabel(const Look &look, QLatin1StringView type, QLatin1StringView color,
                   QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setType(QLatin1StringView type);
    void setColor(QLatin1StringView color);
    void setWeight(QFont::Weight weight); ///< instead of the token's
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Paints the first place of @p part in the text in @p weight and in the colour token.
    void setEmphasis(const QString &part, QFont::Weight weight, QLatin1StringView color);
    void setAlignment(Qt::Alignment alignment);
    /// Lines of about the same width.
    void setBalanced(bool balanced);
    /// False: only "\n" breaks lines, and the widget asks for the width that takes.
    void setWordWrap(bool wrap);

    [[nodiscard]] bool hasHeightForWidth() const override { return m_wrap; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] Paragraph paragraph() const;
    void refresh();

    Look m_look;
    QLatin1StringView m_type;
    QLatin1StringView m_color;
    int m_weight = 0;
    QString m_text;
    QString m_emphasis;
    QFont::Weight m_emphasisWeight = QFont::Bold;
    QLatin1StringView m_emphasisColor;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignTop;
    bool m_balanced = false;
    bool m_wrap = true;
};

} // namespace motcua
