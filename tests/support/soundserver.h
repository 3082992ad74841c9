// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstring>
#include <vector>

#include <sys/prctl.h>

namespace motcua {

using Recording = std::vector<qint16>; ///< 48 kHz, one channel

/// A PulseAudio of our own with loudspeakers that play to nobody.
class SoundServer
{
public:
    SoundServer() { start(); }
    ~SoundServer() { stop(); }
    Q_DISABLE_COPY_MOVE(SoundServer)

    void start()
    {
        const QString socket = m_folder.filePath(QStringLiteral("native"));
        QFile::remove(socket);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        // Nothing of the PC's own sound server or of its user's settings.
        for (const char *const name : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"}) {
            environment.insert(QString::fromLatin1(name), m_folder.path());
        }
        environment.remove(QStringLiteral("PULSE_SERVER"));
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        m_process.setProcessEnvironment(environment);
        m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")));
        // A test that is killed, perhaps while the server is stopped, leaves nothing behind.
        m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        m_process.start(
            QStringLiteral("pulseaudio"),
            {QStringLiteral("--daemonize=no"), QStringLiteral("--exit-idle-time=-1"),
             QStringLiteral("--use-pid-file=no"), QStringLiteral("-n"), QStringLiteral("-L"),
             QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=") + socket});
        qputenv("PULSE_SERVER", "unix:" + socket.toLocal8Bit());
        QVERIFY(QTest::qWaitFor([&socket] { return QFile::exists(socket); }));
        plugIn(QStringLiteral("hall"));
    }
    void stop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// Kills or stops the server's process.
    void signal(int number) const { ::kill(static_cast<pid_t>(m_process.processId()), number); }

    /// Without rewinds its clock runs in steps of 50 ms; with them a stream may wait for two seconds.
    void plugIn(const QString &name)
    {
        m_modules[name] =
            control({QStringLiteral("load-module"), QStringLiteral("module-null-sink"),
                     QStringLiteral("sink_name=") + name, QStringLiteral("rate=48000"),
                     QStringLiteral("channels=1"), QStringLiteral("norewinds=1")});
    }
    void unplug(const QString &name)
    {
        control({QStringLiteral("unload-module"), m_modules.take(name)});
    }

private:
    static QString control(const QStringList &arguments)
    {
        QProcess pactl;
        pactl.start(QStringLiteral("pactl"), arguments);
        pactl.waitForFinished();
        return QString::fromLatin1(pactl.readAllStandardOutput()).trimmed();
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    QMap<QString, QString> m_modules;
};

/// What a loudspeaker plays while this lives.
class Recorder
{
public:
    explicit Recorder(const QString &sink)
    {
        m_process.start(QStringLiteral("parec"),
                        {QStringLiteral("--device=") + sink + QStringLiteral(".monitor"),
                         QStringLiteral("--format=s16le"), QStringLiteral("--rate=48000"),
                         QStringLiteral("--channels=1"), QStringLiteral("--latency-msec=20")});
        QVERIFY(QTest::qWaitFor([this] { return m_process.bytesAvailable() > 0; }));
    }
    ~Recorder()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Recorder)

    /// Samples that came so far.
    [[nodiscard]] qint64 position() const
    {
        return m_process.bytesAvailable() / qint64{sizeof(qint16)};
    }
    [[nodiscard]] Recording heard()
    {
        // What was played last is still on its way.
        const qint64 until = m_process.bytesAvailable() + 48'000;
        [[maybe_unused]] const bool isEnough =
            QTest::qWaitFor([this, until] { return m_process.bytesAvailable() >= until; });
        const QByteArray bytes = m_process.readAllStandardOutput();
        Recording samples(static_cast<size_t>(bytes.size()) / sizeof(qint16));
        std::memcpy(samples.data(), bytes.constData(), samples.size() * sizeof(qint16));
        return samples;
    }

private:
    QProcess m_process;
};

} // namespace motcua
