// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kiosk/kioskview.h"
#include "kiosk/tile.h"

#include <QWidget>

namespace motcua {

/// A question over the page, e.g. "Are you still there?", never a window of its own.
class Question : public QWidget
{
    Q_OBJECT

public:
    explicit Question(QWidget *parent = nullptr);

    /// Whether somebody is there; the first screen comes in @p seconds.
    void askStillThere(const KioskView &view, int seconds);
    /// Whether the ticket @p number is to be printed again.
    void askReprint(const KioskView &view, const TicketNumber &number);
    void focusYes() { m_yes->setFocus(Qt::OtherFocusReason); }
    [[nodiscard]] bool isRefusal(const QObject *control) const { return control == m_no; }
    [[nodiscard]] QString title() const { return m_text.title; }
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void accepted();
    void refused();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Text
    {
        QString title;
        QString second;        ///< in the other language
        QString below = {};    ///< what happens without an answer
        QString emphasis = {}; ///< part of it
        QString yes;
        QString no;
    };

    void present(const KioskView &view, const Text &text);
    void place();

    Look m_look;
    bool m_low = false; ///< buttons in the lower half
    Text m_text;
    Tile *m_words;
    Tile *m_yes;
    Tile *m_no;
    QRect m_box;
};

} // namespace motcua
