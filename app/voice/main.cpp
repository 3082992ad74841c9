// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice/voiceserver.h"

#include <QCoreApplication>

#include <csignal>

#include <sys/prctl.h>

int main(int argc, char *argv[])
{
    // A hung sound server must not leave one of us behind for each program it outlives.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    QCoreApplication application(argc, argv);
    const motcua::VoiceServer server;
    return QCoreApplication::exec();
}
