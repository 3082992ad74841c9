// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QObject;

namespace motcua {

/// Debug builds: warns in the log category "motcua.eventloop" whenever the calling thread's event
/// loop did not come round for over 100 ms, and says for how long. Watches until @p parent ends.
/// Nothing in a release.
void watchEventLoop(QObject *parent);

} // namespace motcua
