// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QObject;

namespace motcua {

/// Warns in the log category "motcua.eventloop" whenever the calling thread's event
/// loop did not come round for over 100 ms, and says for how long. Watches until @p parent ends; in
/// a release only when MOTCUA_WATCH_EVENTLOOP is set.
void watchEventLoop(QObject *parent);

} // namespace motcua
