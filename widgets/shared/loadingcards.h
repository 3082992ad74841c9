// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/theme.h"

#include <QWidget>

namespace motcua {

/// Grey cards that stand still where cards will be; shown when loading takes over 300 ms.
class LoadingCards : public QWidget
{
    Q_OBJECT

public:
    LoadingCards(const Look &look, int rows, int columns, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Reference pixels between cards; 20 unless told.
    void setGap(double gap);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    int m_rows;
    int m_columns;
    double m_gap = 20;
};

} // namespace motcua
