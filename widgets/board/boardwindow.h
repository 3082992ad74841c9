// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "board/boardpicture.h"
#include "board/boardstate.h"
#include "board/mediaview.h"
#include "board/tickerbar.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace motcua {

/// The hall board. It shows what it is handed and asks for nothing; only what changed is painted.
class BoardWindow : public QWidget
{
    Q_OBJECT

public:
    explicit BoardWindow(QWidget *parent = nullptr);
    /// @p clock tells what counts as time, in ms; it never goes back.
    explicit BoardWindow(std::function<qint64()> clock, QWidget *parent = nullptr);

    void setContent(const BoardContent &content);
    /// Pictures and muted videos of a folder, each picture for @p imageTime; empty for none.
    void setMedia(const QString &path, std::chrono::seconds imageTime);
    /// What was read of the branch just now. Not called for 10 s, the board says that its numbers
    /// may be late. Branch time is @p lead ms before the PC's clock.
    void setHall(const HallState &hall, qint64 lead = 0);
    /// The link to the branch is lost, or there again: said at once.
    void setCut(bool cut);

    /// The voice begins, repeats, ends a call; see BoardState.
    void startSpeaking(qint64 id);
    void repeatSpeaking(qint64 id);
    void stopSpeaking(qint64 id);

    /// Brings the picture up to the present; it happens by itself as time passes.
    void refresh();
    /// What is on the screen, or will be after the next paint.
    [[nodiscard]] const BoardPicture &picture() const { return m_picture; }
    /// The call in the panel, 0 for none.
    [[nodiscard]] qint64 shownCall() const { return m_state.shownId(); }

Q_SIGNALS:
    /// What was handed over with the events up to @p seq is on the screen.
    void painted(qint64 seq);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] qint64 now() const { return m_clock(); }
    void reshape();
    void place();

    std::function<qint64()> m_clock;
    BoardState m_state;
    BoardPicture m_picture;
    BoardContent m_content;
    std::pair<int, int> m_shift;
    MediaView m_media;
    TickerBar m_ticker;
    QTimer m_timer;
    qint64 m_seq = 0;
    qint64 m_paintedSeq = 0;
};

} // namespace motcua
