// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAudioFormat>
#include <QAudioSink>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace motcua {

class SoundStream;

/// Plays one sound at a time, which may still be growing while it is played.
///
/// Qt 6.4 neither says that a device is gone nor comes back from opening one whose server hangs. So
/// progress is watched here, and whoever needs to survive a hang runs this in another process.
class Player : public QObject
{
    Q_OBJECT

public:
    explicit Player(QObject *parent = nullptr);
    ~Player() override;

    /// The device to prefer; empty, or while it is unplugged: what the system plays to.
    void setDevice(const QByteArray &id);
    void setVolume(double volume); ///< 0 to 1
    [[nodiscard]] bool hasOutput() const { return m_hasOutput; }

    /// Opens the device and begins with @p beginning. False when there is none. Ends what was
    /// played before without a signal.
    bool start(std::vector<qint16> beginning);
    /// What follows; until then it is silent. @p marks are samples of the whole sound.
    void finishWith(const std::vector<qint16> &rest, std::vector<qint64> marks);
    void stop();

Q_SIGNALS:
    void marked(int index); ///< the sample of this mark is being heard
    void finished();        ///< all of it has left the device's buffer
    void lost();            ///< the device went and there is no other to go on with
    void outputChanged(bool hasOutput);

private:
    bool open();
    void close();
    void watch();
    void lookForOutput();

    SoundStream *m_stream = nullptr; ///< a child
    QAudioSink *m_sink = nullptr;    ///< a child; null while nothing is played
    QTimer m_watch;
    QTimer m_look;
    QByteArray m_device;
    double m_volume = 1;
    bool m_hasOutput = false;
    qint64 m_lastPosition = 0;
    int m_stalledFor = 0; ///< ms
    int m_reopened = 0;   ///< times, since start()
    std::vector<qint64> m_marks;
    size_t m_nextMark = 0;
};

} // namespace motcua
