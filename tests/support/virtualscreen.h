// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSize>
#include <QStringList>

namespace motcua {

/// A screen of its own that nobody sees (Xvfb), with mouse and keyboard (xdotool).
class VirtualScreen
{
public:
    explicit VirtualScreen(const QSize &size)
    {
        constexpr int LongestMs = 10'000;
        m_server.start(QStringLiteral("Xvfb"),
                       {QStringLiteral("-displayfd"), QStringLiteral("1"),
                        QStringLiteral("-screen"), QStringLiteral("0"),
                        QStringLiteral("%1x%2x24").arg(size.width()).arg(size.height()),
                        QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        QByteArray number;
        while (!number.endsWith('\n') && m_server.waitForReadyRead(LongestMs)) {
            number += m_server.readAllStandardOutput();
        }
        if (number.endsWith('\n')) {
            m_display = u':' + QString::fromLatin1(number).trimmed();
        }
    }
    ~VirtualScreen()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }
    VirtualScreen(const VirtualScreen &) = delete;
    VirtualScreen &operator=(const VirtualScreen &) = delete;

    /// ":99"; empty when the server did not start.
    [[nodiscard]] const QString &display() const { return m_display; }

    /// Runs xdotool with @p words, e.g. "key F2"; returns what it prints, null when it fails.
    QString act(const QString &words) const { return run(words.split(u' ')); }
    /// As fast as a card reader types.
    void type(const QString &text) const
    {
        run({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("1"), text});
    }
    void click(int x, int y) const { act(QStringLiteral("mousemove %1 %2 click 1").arg(x).arg(y)); }
    /// Gives the keyboard to the visible window of process @p pid; there is no window manager.
    [[nodiscard]] bool focus(qint64 pid) const
    {
        return !act(QStringLiteral("search --sync --onlyvisible --pid %1 windowfocus").arg(pid))
                    .isNull();
    }
    /// What the screen shows now.
    [[nodiscard]] QImage picture() const
    {
        QProcess tool;
        tool.setProcessEnvironment(environment());
        tool.start(QStringLiteral("import"),
                   {QStringLiteral("-window"), QStringLiteral("root"), QStringLiteral("bmp:-")});
        tool.waitForFinished();
        return QImage::fromData(tool.readAllStandardOutput());
    }

private:
    QString run(const QStringList &arguments) const
    {
        QProcess tool;
        tool.setProcessEnvironment(environment());
        tool.start(QStringLiteral("xdotool"), arguments);
        if (!tool.waitForFinished() || tool.exitCode() != 0) {
            return {};
        }
        return QString::fromUtf8(tool.readAllStandardOutput()).trimmed() + u'\n';
    }
    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), m_display);
        return environment;
    }

    QProcess m_server;
    QString m_display;
};

} // namespace motcua
