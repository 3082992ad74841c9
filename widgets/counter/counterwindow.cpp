// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/counterwindow.h"

namespace motcua {

CounterWindow::CounterWindow(QWidget *parent)
    : QWidget(parent)
{
}

} // namespace motcua
