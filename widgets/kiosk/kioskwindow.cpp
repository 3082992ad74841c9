// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kiosk/kioskwindow.h"

namespace motcua {

KioskWindow::KioskWindow(QWidget *parent)
    : QWidget(parent)
{
}

} // namespace motcua
