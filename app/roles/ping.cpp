// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/ping.h"

#include "roles/soundthread.h"

#include <QAudioSink>
#include <QBuffer>
#include <QMediaDevices>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// 0.35 s of 880 Hz that fades, as loud as a word said quietly.
QByteArray tone(const QAudioFormat &format)
{
    constexpr double Seconds = 0.35;
    constexpr double Hertz = 880;
    constexpr double Loudness = 0.12;
    const int frames = qRound(Seconds * format.sampleRate());
    QByteArray samples(qsizetype{frames} * format.bytesPerFrame(), '\0');
    auto *out = reinterpret_cast<qint16 *>(samples.data());
    for (int frame = 0; frame < frames; ++frame) {
        const double second = static_cast<double>(frame) / format.sampleRate();
        constexpr double AttackSeconds = 0.01; // without it there is a click
        const double envelope = qMin(1.0, second / AttackSeconds) * std::exp(-9 * second);
        const double value = Loudness * envelope * std::sin(2 * std::numbers::pi * Hertz * second);
        for (int channel = 0; channel < format.channelCount(); ++channel) {
            *out++ = static_cast<qint16>(qRound(value * 32767));
        }
    }
    return samples;
}

class Player : public QObject
{
public:
    void play()
    {
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        QAudioFormat format;
        format.setSampleRate(48'000);
        format.setChannelCount(2);
        format.setSampleFormat(QAudioFormat::Int16);
        if (device.isNull() || !device.isFormatSupported(format)) {
            return;
        }
        m_sink = std::make_unique<QAudioSink>(device, format);
        m_buffer.close();
        m_buffer.setData(tone(format));
        m_buffer.open(QIODevice::ReadOnly);
        m_sink->start(&m_buffer);
    }

private:
    QBuffer m_buffer;
    std::unique_ptr<QAudioSink> m_sink; ///< before the buffer it reads
};

} // namespace

Ping::Ping()
    : m_thread(new QThread)
    , m_player(new Player)
{
    m_thread->setObjectName(u"ping"_s);
    m_player->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_player, &QObject::deleteLater);
}

Ping::~Ping()
{
    if (!m_thread->isRunning()) {
        delete m_player;
    }
    endSoundThread(m_thread);
}

void Ping::play()
{
    if (!m_thread->isRunning()) {
        m_thread->start();
    }
    QMetaObject::invokeMethod(
        m_player, [player = static_cast<Player *>(m_player)] { player->play(); },
        Qt::QueuedConnection);
}

} // namespace motcua
