// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/theme.h"

#include <QWidget>

namespace motcua {

/// The board's window: shows values, tells what was asked for.
class BoardWindow : public QWidget
{
    Q_OBJECT

public:
    explicit BoardWindow(QWidget *parent = nullptr);
};

} // namespace motcua
