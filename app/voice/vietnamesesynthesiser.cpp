// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice/speechsource.h"
#include "voice/synthesisertext.h"

#include <espeak-ng/speak_lib.h>

namespace motcua {

namespace {

// Words a minute (espeak-ng's own is 175) and pause between words in tens of milliseconds.
constexpr int Speed = 155;
constexpr int WordGap = 1;

/// Called by espeak-ng with each piece of speech; the receiver travels in the piece's first event.
int collect(short *samples, int count, espeak_EVENT *events)
{
    if (samples && events && events->user_data) {
        auto *const speech = static_cast<std::vector<float> *>(events->user_data);
        for (int i = 0; i < count; ++i) {
            speech->push_back(static_cast<float>(samples[i]) / 32'768.0F);
        }
    }
    return 0;
}

/// Samples a second; 0 when the voice cannot be had. The library is started once and never ended:
/// espeak_Terminate() of 1.51 may wait for ever for a thread that has not begun yet.
int startedRate()
{
    static const int started = [] {
        // By default the library ends the program when its data are not installed.
        const int rate =
            espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
        if (rate <= 0 || espeak_SetVoiceByName("vi") != EE_OK) {
            return 0;
        }
        espeak_SetSynthCallback(collect);
        espeak_SetParameter(espeakRATE, Speed, 0);
        espeak_SetParameter(espeakWORDGAP, WordGap, 0);
        return rate;
    }();
    return started;
}

} // namespace

VietnameseSynthesiser::VietnameseSynthesiser(QMap<QString, QString> letters)
    : m_letters(std::move(letters))
{
}

std::optional<Sound> VietnameseSynthesiser::say(std::span<const SpokenUnit> sentence)
{
    const int rate = startedRate();
    if (rate == 0) {
        return std::nullopt;
    }
    const QByteArray text = synthesiserText(sentence, m_letters).toUtf8();
    std::vector<float> speech;
    const espeak_ERROR error =
        espeak_Synth(text.constData(), static_cast<size_t>(text.size()) + 1, 0, POS_CHARACTER, 0,
                     espeakCHARS_UTF8, nullptr, &speech);
    Sound sound = trimmed(resampled(speech, rate));
    if (error != EE_OK || sound.empty()) {
        return std::nullopt;
    }
    return levelled(sound);
}

} // namespace motcua
