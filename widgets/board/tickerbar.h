// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "board/boardcontent.h"
#include "shared/theme.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace motcua {

/// The bar at the foot of the board. Texts follow each other; one that is longer than the bar is
/// scrolled through it, others stand still and cost nothing.
class TickerBar : public QWidget
{
    Q_OBJECT

public:
    explicit TickerBar(QWidget *parent = nullptr);

    void setTexts(const std::vector<Bilingual> &texts, const std::vector<Language> &languages);
    void setLook(const Look &look);

    /// Whether the present text is too long and moves.
    [[nodiscard]] bool isScrolling() const { return m_scrollTimer.isActive(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry
    {
        QString text;
        Language language;

        friend bool operator==(const Entry &, const Entry &) = default;
    };
    void begin();
    void next();
    void scroll();
    [[nodiscard]] QString label() const;
    [[nodiscard]] int labelWidth() const;
    [[nodiscard]] QRect textArea() const;

    Look m_look;
    std::vector<Entry> m_entries;
    size_t m_entry = 0;
    QStringList m_pieces; ///< of the present text; more than one only with reduced motion
    qsizetype m_piece = 0;
    QPixmap m_strip; ///< the whole text while it is scrolled
    int m_offset = 0;
    QElapsedTimer m_since;
    QTimer m_nextTimer;
    QTimer m_scrollTimer;
};

} // namespace motcua
