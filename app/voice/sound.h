// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <chrono>
#include <span>
#include <vector>

namespace motcua {

/// One channel, full scale is ±1, always at SampleRate.
using Sound = std::vector<float>;

/// What televisions, USB and HDMI devices run at, so that nothing resamples behind us; three times
/// the English voice's rate and three times what recognisers read.
constexpr int SampleRate = 48'000;

/// Where speech is levelled to, and how far a sample may go: dBFS.
constexpr double SpeechLevel = -18.0;
constexpr double PeakLimit = -1.0;

[[nodiscard]] constexpr qint64 samplesIn(std::chrono::milliseconds time)
{
    return time.count() * SampleRate / 1000;
}
[[nodiscard]] constexpr std::chrono::milliseconds timeOf(qint64 samples)
{
    return std::chrono::milliseconds(samples * 1000 / SampleRate);
}

[[nodiscard]] Sound silence(std::chrono::milliseconds length);
void append(Sound &sound, std::span<const float> more);

/// Two falling tones between 500 and 1500 Hz, which carry through a hall and through old ears.
[[nodiscard]] Sound chime();

/// The same sound of @p rate per second at SampleRate; 8000 to 192000.
[[nodiscard]] Sound resampled(std::span<const float> samples, int rate);

/// RMS in dBFS of the parts that are spoken: frames of 20 ms within 30 dB of the loudest one, so
/// that pauses do not count. Silence is -120.
[[nodiscard]] double speechLevel(std::span<const float> samples);
[[nodiscard]] double peakLevel(std::span<const float> samples); ///< dBFS, at least -120

/// Without what is 45 dB and more below the loudest frame at either end; 10 ms are left standing
/// and faded so that nothing clicks.
[[nodiscard]] Sound trimmed(std::span<const float> samples);
/// At SpeechLevel; peaks are held under PeakLimit.
[[nodiscard]] Sound levelled(std::span<const float> samples);

/// 16 bit, as devices and files take it.
[[nodiscard]] std::vector<qint16> toPcm(std::span<const float> samples);

/// A WAV, FLAC or OGG file of at most a minute; channels are mixed. Fails with FileUnreadable,
/// InvalidInput.
[[nodiscard]] Result<Sound> readSound(const QString &path);
/// A WAV file of 16 bit. Fails with FileUnwritable.
[[nodiscard]] Result<> writeSound(const QString &path, std::span<const float> samples);

} // namespace motcua
