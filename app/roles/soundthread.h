// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDeadlineTimer>
#include <QThread>

namespace motcua {

/// Ends @p thread and deletes it. One that hangs in the sound server is left behind: waiting for it
/// would hang the program's exit.
inline void endSoundThread(QThread *thread)
{
    constexpr std::chrono::seconds Patience{2};
    thread->quit();
    if (thread->wait(QDeadlineTimer(Patience))) {
        delete thread;
    }
}

} // namespace motcua
