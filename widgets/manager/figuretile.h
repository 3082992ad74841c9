// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/deskparts.h"

#include <vector>

namespace motcua {

/// One figure, what it is, and a few words below; ochre when a target is missed.
class FigureTile : public Card
{
    Q_OBJECT

public:
    struct Figure
    {
        QString label = {};
        QString value = {};
        QString unit = {};
        QString detail = {};
        bool isOver = false; ///< a target is missed, as the detail says
        /// Parts of the whole as a band above the detail: accepted, to supplement, refused.
        std::vector<int> parts = {};

        friend bool operator==(const Figure &, const Figure &) = default;
    };

    explicit FigureTile(const Look &look, QWidget *parent = nullptr);
    void present(const Figure &figure);
    /// From now on the figure can be opened, with the keyboard too, to see what stands behind it.
    void setOpens();

    [[nodiscard]] QSize sizeHint() const override;
    /// With the detail as small as it may be.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QSize sizeFor(const TextStyle &detail) const;
    [[nodiscard]] TextStyle labelStyle() const;
    [[nodiscard]] TextStyle detailStyle() const;
    [[nodiscard]] TextStyle valueStyle() const;
    [[nodiscard]] TextStyle unitStyle() const;

    Figure m_figure;
    bool m_opens = false;
};

} // namespace motcua
