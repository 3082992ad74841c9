// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"

#include <QApplication>
#include <QDateTime>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

/// The arguments as text, before there is an application that could be asked.
static QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    return arguments;
}

/// Both ends of a pipe: a signal may do little more than write.
static std::array<int, 2> wakePipe;

static void wake(int)
{
    const int error = errno; // of whatever was interrupted
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(wakePipe[1], &byte, 1);
    errno = error;
}

/// Lets Ctrl+C and the system's wish to end leave the event loop, so that work under way is done and
/// what was only for now is removed. The second time ends at once.
static void leaveOnSignal(QCoreApplication &application)
{
    if (pipe2(wakePipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return;
    }
    auto *notifier = new QSocketNotifier(wakePipe[0], QSocketNotifier::Read, &application);
    // Not quit(), which a window may refuse.
    QObject::connect(notifier, &QSocketNotifier::activated, &application,
                     [] { QCoreApplication::exit(); });
    struct sigaction action = {};
    action.sa_handler = wake;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before = {};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) { // as nohup leaves it
            sigaction(signal, &action, nullptr);
        }
    }
}

int main(int argc, char *argv[])
{
    // A command without windows must run where there is no screen.
    std::unique_ptr<QCoreApplication> application;
    switch (motcua::needsOf(argumentsOf(argc, argv))) {
    case motcua::Needs::Nothing:
        application = std::make_unique<QCoreApplication>(argc, argv);
        break;
    case motcua::Needs::Fonts:
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
        break;
    case motcua::Needs::Screen:
        application = std::make_unique<QApplication>(argc, argv);
        leaveOnSignal(*application);
        break;
    }
    QCoreApplication::setApplicationName(QStringLiteral("motcua"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MOTCUA_VERSION));
    return motcua::runCommandLine(QCoreApplication::arguments(), QDateTime::currentDateTimeUtc());
}
