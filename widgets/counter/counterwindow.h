// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/theme.h"

#include <QWidget>

namespace motcua {

/// The counter's window: shows values, tells what was asked for.
class CounterWindow : public QWidget
{
    Q_OBJECT

public:
    explicit CounterWindow(QWidget *parent = nullptr);
};

} // namespace motcua
