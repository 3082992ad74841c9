// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace motcua {

/// What one run of the program left behind.
struct Run
{
    int exitCode = -1; ///< -1 when it crashed or hung
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QString text() const { return QString::fromUtf8(out); }
    [[nodiscard]] QString errors() const { return QString::fromUtf8(err); }
    /// The one object of --json; empty unless standard output is exactly one line that parses.
    [[nodiscard]] QJsonObject json() const
    {
        return out.endsWith('\n') && out.count('\n') == 1 ? QJsonDocument::fromJson(out).object()
                                                          : QJsonObject();
    }
    [[nodiscard]] QString error() const { return json()[QStringLiteral("error")].toString(); }
    [[nodiscard]] QString message() const { return json()[QStringLiteral("message")].toString(); }
};

/// Starts the real program in a folder of its own and with an environment of its own.
class Program
{
public:
    Program()
    {
        for (const char *name : {"PATH", "LC_ALL", "TZ", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
            if (qEnvironmentVariableIsSet(name)) {
                m_environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
            }
        }
        set(QStringLiteral("MOTCUA_SETTINGS"), path(QStringLiteral("motcua.conf")));
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void set(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void unset(const QString &name) { m_environment.remove(name); }
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }
#ifdef SHIM_FOLDER
    /// The program's clock shows @p now when it starts; otherwise what is due would depend on how
    /// far the calendar is confirmed on the day of the test.
    void setClock(const QDateTime &now)
    {
        set(QStringLiteral("LD_PRELOAD"), QStringLiteral(SHIM_FOLDER "/clock.so"));
        set(QStringLiteral("CLOCK_OFFSET"),
            QString::number(QDateTime::currentDateTimeUtc().secsTo(now)));
    }
#endif
    void useDatabase(const QString &name)
    {
        set(QStringLiteral("MOTCUA_DATABASE"), QStringLiteral("sqlite:") + path(name));
    }

    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        const bool written =
            file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        return written ? file.fileName() : QString();
    }

    [[nodiscard]] Run run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return start(QStringLiteral(MOTCUA), arguments, input);
    }
    /// With file descriptor 0 closed, as a careless service starts it.
    [[nodiscard]] Run runWithoutInput(const QStringList &arguments) const
    {
        return start(QStringLiteral("/bin/sh"),
                     QStringList{QStringLiteral("-c"), QStringLiteral("exec \"$0\" \"$@\" <&-"),
                                 QStringLiteral(MOTCUA)}
                         + arguments,
                     {});
    }
    /// A script in which the program is called motcua.
    [[nodiscard]] Run runScript(const QString &script) const
    {
        return start(
            QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"), QStringLiteral("set -e\nmotcua() { \"%1\" \"$@\"; }\n%2")
                                       .arg(QStringLiteral(MOTCUA), script)},
            {});
    }

private:
    [[nodiscard]] Run start(const QString &program, const QStringList &arguments,
                            const QByteArray &input) const
    {
        constexpr int LongestMs = 60'000;
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(LongestMs) || process.exitStatus() != QProcess::NormalExit) {
            process.kill();
            process.waitForFinished();
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        }
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

} // namespace motcua
