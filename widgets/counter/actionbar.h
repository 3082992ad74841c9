// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/deskparts.h"

#include <array>

namespace motcua {

class CounterActions;

/// The six cells along the bottom edge: the same in every state, so that a hand finds them.
class ActionBar : public QWidget
{
    Q_OBJECT

public:
    ActionBar(const Look &look, CounterActions &actions, QWidget *parent = nullptr);

    /// One thing is next: finishing while somebody is served, else calling.
    void setServing(bool serving);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    Look m_look;
    std::array<DeskButton *, 6> m_cells{};
    bool m_icons = true;
};

} // namespace motcua
