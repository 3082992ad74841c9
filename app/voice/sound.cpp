// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice/sound.h"

#include <QFile>

#include <sndfile.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

constexpr double Quietest = -120.0;
constexpr qint64 Frame = samplesIn(20ms);

double decibels(double amplitude)
{
    return amplitude > 1e-6 ? 20 * std::log10(amplitude) : Quietest;
}

double amplitude(double decibels)
{
    return std::pow(10.0, decibels / 20);
}

double rms(std::span<const float> samples)
{
    const double energy = std::transform_reduce(samples.begin(), samples.end(), 0.0, std::plus(),
                                                [](double sample) { return sample * sample; });
    return samples.empty() ? 0.0 : std::sqrt(energy / static_cast<double>(samples.size()));
}

std::vector<double> frameLevels(std::span<const float> samples)
{
    std::vector<double> levels;
    for (size_t at = 0; at < samples.size(); at += Frame) {
        levels.push_back(
            decibels(rms(samples.subspan(at, std::min<size_t>(Frame, samples.size() - at)))));
    }
    return levels;
}

/// A tone that is struck and rings out.
void strike(Sound &sound, size_t at, double hertz, double loudness)
{
    constexpr double Attack = 0.004;
    constexpr double Decay = 0.22;
    for (size_t i = at; i < sound.size(); ++i) {
        const double time = static_cast<double>(i - at) / SampleRate;
        const double envelope = std::min(time / Attack, 1.0) * std::exp(-time / Decay);
        sound[i] +=
            static_cast<float>(loudness * envelope * std::sin(2 * std::numbers::pi * hertz * time));
    }
}

/// A band-limited interpolator from one rate to another: one short filter for each place an output
/// sample can have between two input samples.
class Resampler
{
public:
    Resampler(int from, int to)
        : m_up(to / std::gcd(from, to))
        , m_down(from / std::gcd(from, to))
        , m_taps(m_up, std::vector<float>(Taps))
    {
        const double cutoff = 0.97 * std::min(1.0, static_cast<double>(to) / from);
        for (int phase = 0; phase < m_up; ++phase) {
            double sum = 0;
            std::vector<double> taps(Taps);
            for (int i = 0; i < Taps; ++i) {
                const double x = i - HalfWidth + 1 - static_cast<double>(phase) / m_up;
                const double window = std::pow(std::cos(std::numbers::pi * x / Taps), 2);
                const double angle = std::numbers::pi * cutoff * x;
                taps[i] = window * (std::abs(angle) < 1e-9 ? 1.0 : std::sin(angle) / angle);
                sum += taps[i];
            }
            for (int i = 0; i < Taps; ++i) {
                m_taps[phase][i] = static_cast<float>(taps[i] / sum);
            }
        }
    }

    [[nodiscard]] Sound run(std::span<const float> input) const
    {
        const auto size = static_cast<qint64>(input.size());
        Sound output(static_cast<size_t>(size * m_up / m_down));
        for (size_t n = 0; n < output.size(); ++n) {
            const qint64 position = static_cast<qint64>(n) * m_down;
            const qint64 first = position / m_up - HalfWidth + 1;
            const std::vector<float> &taps = m_taps[position % m_up];
            const qint64 begin = std::max<qint64>(0, -first);
            const qint64 end = std::min<qint64>(Taps, size - first);
            float sum = 0;
            for (qint64 i = begin; i < end; ++i) {
                sum += taps[i] * input[first + i];
            }
            output[n] = sum;
        }
        return output;
    }

private:
    static constexpr int HalfWidth = 24;
    static constexpr int Taps = 48; ///< twice as many
    int m_up;
    int m_down;
    std::vector<std::vector<float>> m_taps;
};

/// Turns loud places down before they come, block by block, without a jump in between.
void limit(Sound &sound)
{
    constexpr size_t Block = SampleRate / 200;
    const auto most = static_cast<float>(amplitude(PeakLimit));
    std::vector<float> gains(sound.size() / Block + 3, 1.0F);
    for (size_t i = 0; i < sound.size(); ++i) {
        if (const float size = std::abs(sound[i]); size > most) {
            // A gain holds from the middle of its block to the next one's.
            for (size_t at = i / Block; at <= i / Block + 2; ++at) {
                gains[at] = std::min(gains[at], most / size);
            }
        }
    }
    for (size_t i = 0; i < sound.size(); ++i) {
        const size_t block = i / Block;
        const float part = static_cast<float>(i % Block) / Block;
        sound[i] *= gains[block] * (1 - part) + gains[block + 1] * part;
    }
}

} // namespace

Sound silence(std::chrono::milliseconds length)
{
    return Sound(static_cast<size_t>(samplesIn(length)));
}

void append(Sound &sound, std::span<const float> more)
{
    sound.insert(sound.end(), more.begin(), more.end());
}

Sound chime()
{
    constexpr double Loudness = 0.3;
    Sound sound = silence(1100ms);
    strike(sound, 0, 880.0, Loudness);
    strike(sound, samplesIn(400ms), 659.26, Loudness);
    const auto fade = static_cast<size_t>(samplesIn(50ms));
    for (size_t i = 0; i < fade; ++i) {
        sound[sound.size() - 1 - i] *= static_cast<float>(i) / static_cast<float>(fade);
    }
    return sound;
}

Sound resampled(std::span<const float> samples, int rate)
{
    if (rate == SampleRate) {
        return {samples.begin(), samples.end()};
    }
    return Resampler(rate, SampleRate).run(samples);
}

double speechLevel(std::span<const float> samples)
{
    constexpr double Range = 30;
    const std::vector<double> levels = frameLevels(samples);
    if (levels.empty()) {
        return Quietest;
    }
    const double loudest = std::ranges::max(levels);
    double energy = 0;
    int spoken = 0;
    for (const double level : levels) {
        if (level > Quietest && level >= loudest - Range) {
            energy += std::pow(10.0, level / 10);
            ++spoken;
        }
    }
    return spoken == 0 ? Quietest : 10 * std::log10(energy / spoken);
}

double peakLevel(std::span<const float> samples)
{
    float peak = 0;
    for (const float sample : samples) {
        peak = std::max(peak, std::abs(sample));
    }
    return decibels(peak);
}

Sound trimmed(std::span<const float> samples)
{
    constexpr double Range = 45;
    constexpr auto Margin = static_cast<size_t>(samplesIn(10ms));
    const std::vector<double> levels = frameLevels(samples);
    if (levels.empty() || std::ranges::max(levels) <= Quietest) {
        return {};
    }
    const double least = std::ranges::max(levels) - Range;
    const auto isHeard = [least](double level) { return level > least; };
    const auto first = static_cast<size_t>(std::ranges::find_if(levels, isHeard) - levels.begin());
    const auto last = static_cast<size_t>(
        std::find_if(levels.rbegin(), levels.rend(), isHeard).base() - levels.begin());
    const size_t begin = first * Frame > Margin ? first * Frame - Margin : 0;
    const size_t end = std::min<size_t>(samples.size(), last * Frame + Margin);

    Sound sound(samples.begin() + static_cast<qint64>(begin),
                samples.begin() + static_cast<qint64>(end));
    const size_t fade = std::min(Margin, sound.size() / 2);
    for (size_t i = 0; i < fade; ++i) {
        const float gain = static_cast<float>(i) / static_cast<float>(fade);
        sound[i] *= gain;
        sound[sound.size() - 1 - i] *= gain;
    }
    return sound;
}

Sound levelled(std::span<const float> samples)
{
    const double level = speechLevel(samples);
    Sound sound(samples.begin(), samples.end());
    if (level <= Quietest) {
        return sound;
    }
    const auto gain = static_cast<float>(amplitude(SpeechLevel - level));
    for (float &sample : sound) {
        sample *= gain;
    }
    limit(sound);
    return sound;
}

std::vector<qint16> toPcm(std::span<const float> samples)
{
    std::vector<qint16> pcm(samples.size());
    std::ranges::transform(samples, pcm.begin(), [](float sample) {
        return static_cast<qint16>(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32'767.0F));
    });
    return pcm;
}

Result<Sound> readSound(const QString &path)
{
    constexpr int LongestSeconds = 60;
    SF_INFO info{};
    const std::unique_ptr<SNDFILE, decltype(&sf_close)> file(
        sf_open(QFile::encodeName(path).constData(), SFM_READ, &info), &sf_close);
    if (!file) {
        return failure(ErrorCode::FileUnreadable, path, QString::fromUtf8(sf_strerror(nullptr)));
    }
    if (info.samplerate < 8000 || info.samplerate > 192'000 || info.channels < 1
        || info.channels > 8 || info.frames < 1
        || info.frames > qint64{LongestSeconds} * info.samplerate) {
        return failure(ErrorCode::InvalidInput, path, u"rate, channels or length"_s);
    }
    std::vector<float> interleaved(static_cast<size_t>(info.frames * info.channels));
    const auto frames =
        static_cast<size_t>(sf_readf_float(file.get(), interleaved.data(), info.frames));
    Sound mixed(frames);
    for (size_t i = 0; i < frames; ++i) {
        const std::span<const float> channels(interleaved.data() + i * info.channels,
                                              static_cast<size_t>(info.channels));
        mixed[i] =
            std::reduce(channels.begin(), channels.end()) / static_cast<float>(info.channels);
    }
    return resampled(mixed, info.samplerate);
}

Result<> writeSound(const QString &path, std::span<const float> samples)
{
    SF_INFO info{};
    info.samplerate = SampleRate;
    info.channels = 1;
    info.format = SF_FORMAT_WAV | SF_FORMAT_PCM_16;
    SNDFILE *const file = sf_open(QFile::encodeName(path).constData(), SFM_WRITE, &info);
    if (!file) {
        return failure(ErrorCode::FileUnwritable, path, QString::fromUtf8(sf_strerror(nullptr)));
    }
    const std::vector<qint16> pcm = toPcm(samples);
    const auto size = static_cast<sf_count_t>(pcm.size());
    const bool isWritten = sf_write_short(file, pcm.data(), size) == size;
    if (sf_close(file) != 0 || !isWritten) {
        return failure(ErrorCode::FileUnwritable, path);
    }
    return {};
}

} // namespace motcua
