// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice/voicerenderer.h"

#include "voice/voicepack.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

constexpr auto AfterChime = 200ms;
constexpr auto BetweenLanguages = 400ms;
constexpr auto BetweenRepetitions = 1500ms;
constexpr size_t Remember = 12;

} // namespace

VoiceSettings voiceSettings(const Catalogue &catalogue)
{
    VoiceSettings settings;
    settings.languages = catalogue.settings.announcementLanguages;
    settings.hundredsWord = catalogue.settings.hundredsWord;
    for (const Group &group : catalogue.groups) {
        settings.letters += group.letter;
        settings.groupNames.push_back(group.shortName);
    }
    for (const Counter &counter : catalogue.counters) {
        settings.largestCounter = std::max(settings.largestCounter, counter.number);
    }
    return settings;
}

VoiceRenderer::VoiceRenderer(VoiceSettings settings)
    : m_settings(std::move(settings))
{
    auto letters = readLetterNames(m_settings.letterNames);
    if (!letters) {
        m_faults.append(letters.error().subject + u": "_s + letters.error().detail);
        letters = readLetterNames({});
    }
    m_synthesisers[Language::Vietnamese] =
        std::make_unique<VietnameseSynthesiser>(letters->value(Language::Vietnamese));
    m_synthesisers[Language::English] =
        std::make_unique<EnglishSynthesiser>(letters->value(Language::English));

    for (const Language language : m_settings.languages) {
        const QString folder =
            QDir(m_settings.packs).filePath(language == Language::Vietnamese ? u"vi"_s : u"en"_s);
        if (m_settings.packs.isEmpty() || !QDir(folder).exists()) {
            continue; // the built-in voice says it
        }
        auto pack = VoicePack::load(folder, language);
        if (!pack) {
            m_faults.append(pack.error().subject + u": "_s + pack.error().detail);
            continue;
        }
        m_faults.append((*pack)->faults());
        m_packs[language] = std::move(*pack);
    }
    if (!m_settings.packs.isEmpty() && m_packs.empty() && m_faults.isEmpty()) {
        m_faults.append(m_settings.packs + u": no folder vi or en with a voice pack in it"_s);
    }
}

VoiceRenderer::~VoiceRenderer() = default;

QStringList VoiceRenderer::gaps(Language language) const
{
    const auto pack = m_packs.find(language);
    if (pack == m_packs.end()) {
        return {};
    }
    return pack->second->gaps(unitsNeeded(m_settings.letters, m_settings.groupNames,
                                          m_settings.largestCounter, language,
                                          m_settings.hundredsWord));
}

std::optional<Sound> VoiceRenderer::synthesise(std::span<const SpokenUnit> sentence,
                                               Language language)
{
    return m_synthesisers[language]->say(sentence);
}

std::optional<Sound> VoiceRenderer::say(std::span<const SpokenUnit> sentence, Language language)
{
    const QString text = toText(sentence);
    for (const Remembered &remembered : m_remembered) {
        if (remembered.text == text && remembered.language == language) {
            return remembered.sound;
        }
    }
    std::optional<Sound> sound;
    if (const auto pack = m_packs.find(language); pack != m_packs.end()) {
        sound = pack->second->say(sentence);
    }
    if (!sound) {
        sound = synthesise(sentence, language);
    }
    if (sound) {
        m_remembered.push_front({text, language, *sound});
        m_remembered.resize(std::min(m_remembered.size(), Remember));
    }
    return sound;
}

std::optional<CallSound> VoiceRenderer::speech(const SpokenCall &call)
{
    Sound once;
    for (const Language language : m_settings.languages) {
        const auto units =
            callUnits(call.ticket, call.group, call.counter, language, m_settings.hundredsWord);
        if (const auto sentence = say(units, language)) {
            if (!once.empty()) {
                append(once, silence(BetweenLanguages));
            }
            append(once, *sentence);
        }
    }
    if (once.empty()) {
        return std::nullopt;
    }
    CallSound result;
    for (int repetition = 0; repetition < m_settings.repetitions; ++repetition) {
        append(result.sound, silence(repetition == 0 ? AfterChime : BetweenRepetitions));
        result.voices.push_back(static_cast<qint64>(result.sound.size()));
        append(result.sound, once);
    }
    return result;
}

std::optional<CallSound> VoiceRenderer::render(const SpokenCall &call)
{
    auto result = speech(call);
    if (!result) {
        return std::nullopt;
    }
    const Sound before = chime();
    result->sound.insert(result->sound.begin(), before.begin(), before.end());
    for (qint64 &voice : result->voices) {
        voice += static_cast<qint64>(before.size());
    }
    return result;
}

std::optional<Sound> VoiceRenderer::read(const QString &text, Language language)
{
    const std::vector<SpokenUnit> sentence{{.text = text, .after = Joint::Stop}};
    return synthesise(sentence, language);
}

} // namespace motcua
