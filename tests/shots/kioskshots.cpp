// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shots/shots.h"

namespace motcua::test {

void addKioskShots() {}

} // namespace motcua::test
