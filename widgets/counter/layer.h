// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/deskparts.h"

#include <QPointer>

class QVBoxLayout;

namespace motcua {

/// Something asked in front of the page, inside the window: a scrim and a card. The focus stays in
/// it; Esc closes it, and what was focused before has the focus again.
class Layer : public QWidget
{
    Q_OBJECT

public:
    /// Covers @p parent at once.
    Layer(const Look &look, const QString &title, QWidget *parent);
    ~Layer() override;

    void setEscapable(bool escapable) { m_escapable = escapable; }
    /// Whether it asks about who is at the counter: with another one there it must not stay.
    void setAboutCurrent() { m_aboutCurrent = true; }
    [[nodiscard]] bool isAboutCurrent() const { return m_aboutCurrent; }
    /// Gives the focus to what has it first.
    void takeFocus();
    /// Closes it; it is deleted later.
    void dismiss();
    [[nodiscard]] const QString &title() const { return m_title; }

Q_SIGNALS:
    void dismissed();

protected:
    /// Where the content goes, below the title.
    [[nodiscard]] QVBoxLayout *content() { return m_content; }
    [[nodiscard]] const Look &look() const { return m_look; }
    [[nodiscard]] Card *card() { return m_card; }
    void setCardWidth(double reference);
    /// Shows the layer with the focus in @p first.
    void focusFirst(QWidget *first);
    /// Enter was pressed and no button had the focus.
    virtual void confirm() {}

    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    Look m_look;
    QString m_title;
    Card *m_card;
    QVBoxLayout *m_content;
    QPointer<QWidget> m_before;
    QPointer<QWidget> m_first;
    bool m_aboutCurrent = false;
    bool m_escapable = true;
    bool m_closed = false;
};

} // namespace motcua
