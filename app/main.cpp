// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"

#include <QApplication>
#include <QDateTime>

#include <memory>

/// The arguments as text, before there is an application that could be asked.
static QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    return arguments;
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
        break;
    }
    QCoreApplication::setApplicationName(QStringLiteral("motcua"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MOTCUA_VERSION));
    return motcua::runCommandLine(QCoreApplication::arguments(), QDateTime::currentDateTimeUtc());
}
