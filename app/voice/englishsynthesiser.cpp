// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice/speechsource.h"
#include "voice/synthesisertext.h"

#include <memory>

extern "C" {
#include <flite/flite.h>
// No header of flite's declares its voices; the name is the library's.
cst_voice *register_cmu_us_slt(const char *folder); // NOLINT(readability-identifier-naming)
}

namespace motcua {

namespace {

constexpr float Slowness = 1.25F;

cst_voice *slt()
{
    static cst_voice *const voice = [] {
        flite_init();
        cst_voice *const registered = register_cmu_us_slt(nullptr);
        if (registered) {
            feat_set_float(registered->features, "duration_stretch", Slowness);
        }
        return registered;
    }();
    return voice;
}

} // namespace

EnglishSynthesiser::EnglishSynthesiser(QMap<QString, QString> letters)
    : m_letters(std::move(letters))
{
}

std::optional<Sound> EnglishSynthesiser::say(std::span<const SpokenUnit> sentence)
{
    if (!slt()) {
        return std::nullopt;
    }
    const QByteArray text = synthesiserText(sentence, m_letters).toUtf8();
    const std::unique_ptr<cst_wave, decltype(&delete_wave)> wave(
        flite_text_to_wave(text.constData(), slt()), &delete_wave);
    if (!wave || wave->num_samples <= 0) {
        return std::nullopt;
    }
    std::vector<float> speech(static_cast<size_t>(wave->num_samples));
    for (size_t i = 0; i < speech.size(); ++i) {
        speech[i] = static_cast<float>(wave->samples[i]) / 32'768.0F;
    }
    Sound sound = trimmed(resampled(speech, wave->sample_rate));
    if (sound.empty()) {
        return std::nullopt;
    }
    return levelled(sound);
}

} // namespace motcua
