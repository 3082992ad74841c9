// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskview.h"
#include "kiosk/tile.h"

#include <QWidget>

namespace motcua {

/// What is asked over a page, e.g. "Are you still there?".
struct QuestionText
{
    QString title;
    QString second;        ///< in the other language
    QString below = {};    ///< what happens without an answer
    QString emphasis = {}; ///< part of it
    QString yes;
    QString no;
};

/// A question over the page, never a window of its own.
class Question : public QWidget
{
    Q_OBJECT

public:
    explicit Question(QWidget *parent = nullptr);

    void present(const KioskView &view, const QuestionText &text);
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void accepted();
    void refused();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    KioskView m_view;
    QuestionText m_text;
    Tile *m_words;
    Tile *m_yes;
    Tile *m_no;
    QRect m_box;
};

} // namespace motcua
