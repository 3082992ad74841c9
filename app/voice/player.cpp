// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice/player.h"

#include "voice/sound.h"

#include <QAudioDevice>
#include <QIODevice>
#include <QLoggingCategory>
#include <QMediaDevices>

#include <algorithm>
#include <cstring>

using namespace std::chrono_literals;

namespace motcua {

Q_LOGGING_CATEGORY(lcPlayer, "motcua.voice.player", QtWarningMsg)

namespace {

/// Enough to play on while a busy PC does not let us run. The first sample is not later for it.
constexpr auto Buffer = 500ms;
constexpr auto WatchEvery = 50ms;
constexpr auto LookEvery = 1000ms;
constexpr int StalledMs = 2000;
constexpr int ReopenAtMost = 2;
/// Silence fed behind the end: stopping a sink drops what it has not played yet.
constexpr auto Tail = Buffer + 250ms;

QAudioDevice chosenDevice(const QByteArray &id)
{
    const QList<QAudioDevice> devices = QMediaDevices::audioOutputs();
    for (const QAudioDevice &device : devices) {
        if (device.id() == id) {
            return device;
        }
    }
    const QAudioDevice usual = QMediaDevices::defaultAudioOutput();
    return usual.isNull() ? devices.value(0) : usual;
}

QAudioFormat format()
{
    QAudioFormat format;
    format.setSampleRate(SampleRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

} // namespace

/// What the sink pulls: the sound, silence while it is still growing, a tail of silence.
class SoundStream : public QIODevice
{
public:
    SoundStream(std::vector<qint16> beginning, QObject *parent)
        : QIODevice(parent)
        , m_samples(std::move(beginning))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    /// Samples of the sound, without any silence, that were pulled.
    [[nodiscard]] qint64 position() const { return m_position; }
    [[nodiscard]] qint64 pulled() const { return m_pulled; } ///< silence too
    [[nodiscard]] bool isFinished() const { return m_isWhole && m_silent >= samplesIn(Tail); }
    void rewind(qint64 samples) { m_position = std::max<qint64>(0, m_position - samples); }
    void finishWith(const std::vector<qint16> &rest)
    {
        m_samples.insert(m_samples.end(), rest.begin(), rest.end());
        m_isWhole = true;
        m_silent = 0;
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return false; } // else Qt drains and stalls
    [[nodiscard]] qint64 bytesAvailable() const override { return SampleRate; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 wanted = size / qint64{sizeof(qint16)};
        const qint64 there = std::min(wanted, static_cast<qint64>(m_samples.size()) - m_position);
        std::memcpy(data, m_samples.data() + m_position,
                    static_cast<size_t>(there) * sizeof(qint16));
        std::memset(data + there * qint64{sizeof(qint16)}, 0,
                    static_cast<size_t>(wanted - there) * sizeof(qint16));
        m_position += there;
        m_silent = there > 0 ? wanted - there : m_silent + wanted;
        m_pulled += wanted;
        return wanted * qint64{sizeof(qint16)};
    }
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    std::vector<qint16> m_samples;
    qint64 m_position = 0;
    qint64 m_pulled = 0;
    qint64 m_silent = 0; ///< samples of silence since the last of the sound
    bool m_isWhole = false;
};

Player::Player(QObject *parent)
    : QObject(parent)
{
    connect(&m_watch, &QTimer::timeout, this, &Player::watch);
    connect(&m_look, &QTimer::timeout, this, &Player::lookForOutput);
    m_watch.setInterval(WatchEvery);
    // Qt 6.4 does not always tell of a device that comes or goes.
    m_look.start(LookEvery);
    m_hasOutput = !chosenDevice({}).isNull();
}

Player::~Player() = default;

void Player::lookForOutput()
{
    const bool has = !chosenDevice({}).isNull();
    if (has != m_hasOutput) {
        m_hasOutput = has;
        Q_EMIT outputChanged(has);
    }
}

void Player::setDevice(const QByteArray &id)
{
    m_device = id;
}

void Player::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    if (m_sink) {
        m_sink->setVolume(m_volume);
    }
}

void Player::close()
{
    if (m_sink) {
        // Qt 6.4's sink runs the event loop while it is destroyed and reads on if it was not stopped.
        m_sink->stop();
        m_sink->deleteLater();
        m_sink = nullptr;
    }
}

bool Player::open()
{
    close();
    lookForOutput();
    const QAudioDevice device = chosenDevice(m_device);
    if (device.isNull()) {
        return false;
    }
    if (!m_device.isEmpty() && device.id() != m_device) {
        qCWarning(lcPlayer) << "no loudspeaker" << m_device << "is there, it is played to"
                            << device.id();
    }
    m_sink = new QAudioSink(device, format(), this);
    m_sink->setBufferSize(samplesIn(Buffer) * qint64{sizeof(qint16)});
    m_sink->setVolume(m_volume);
    m_sink->start(m_stream);
    m_stalledFor = 0;
    return m_sink->error() == QAudio::NoError;
}

bool Player::start(std::vector<qint16> beginning)
{
    stop();
    m_stream = new SoundStream(std::move(beginning), this);
    m_marks.clear();
    m_nextMark = 0;
    m_lastPosition = 0;
    m_reopened = 0;
    if (!open()) {
        stop();
        return false;
    }
    m_watch.start();
    return true;
}

void Player::finishWith(const std::vector<qint16> &rest, std::vector<qint64> marks)
{
    if (m_stream) {
        m_stream->finishWith(rest);
        m_marks = std::move(marks);
    }
}

void Player::stop()
{
    m_watch.stop();
    close();
    if (m_stream) {
        m_stream->deleteLater(); // behind the sink that reads it
        m_stream = nullptr;
    }
}

void Player::watch()
{
    const qint64 heard = m_stream->position() - samplesIn(Buffer);
    while (m_nextMark < m_marks.size() && heard >= m_marks[m_nextMark]) {
        Q_EMIT marked(static_cast<int>(m_nextMark++));
    }
    if (m_stream->isFinished()) {
        stop();
        Q_EMIT finished();
        return;
    }
    if (m_stream->pulled() != m_lastPosition) {
        m_lastPosition = m_stream->pulled();
        m_stalledFor = 0;
        return;
    }
    m_stalledFor += static_cast<int>(WatchEvery.count());
    const bool isGone = QMediaDevices::audioOutputs().isEmpty();
    if (m_stalledFor < StalledMs && !isGone) {
        return;
    }
    // What was in the buffer has not been heard.
    m_stream->rewind(samplesIn(Buffer));
    if (isGone || m_reopened++ == ReopenAtMost || !open()) {
        stop();
        Q_EMIT lost();
    }
}

} // namespace motcua
