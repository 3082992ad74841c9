// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "board/boardwindow.h"

namespace motcua {

BoardWindow::BoardWindow(QWidget *parent)
    : QWidget(parent)
{
}

} // namespace motcua
