// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "voice/speechsource.h"
#include "voice/voicesettings.h"

#include <deque>
#include <map>
#include <memory>

namespace motcua {

/// What is said of one call.
struct SpokenCall
{
    TicketNumber ticket;
    Bilingual group; ///< short name
    int counter = 0;
};

/// A call ready to be played.
struct CallSound
{
    Sound sound; ///< chime, then the repetitions, with their pauses
    /// The samples at which the voice begins to say it, one for each repetition.
    std::vector<qint64> voices;
};

/// The voices of a hall: for each language its pack, and a synthesiser for what the pack lacks. Only
/// one thread of a process may use any.
class VoiceRenderer
{
public:
    explicit VoiceRenderer(VoiceSettings settings);
    ~VoiceRenderer();
    Q_DISABLE_COPY_MOVE(VoiceRenderer)

    /// What the pack of @p language lacks for this branch; nothing when there is no pack.
    [[nodiscard]] QStringList gaps(Language language) const;
    /// Why packs or letters could not be used, for the log.
    [[nodiscard]] const QStringList &faults() const { return m_faults; }

    /// Everything of a call but the chime, beginning with the pause behind it: in each language, as
    /// many times as the settings say. A language that no voice can say is left out; nothing when
    /// that leaves none.
    [[nodiscard]] std::optional<CallSound> speech(const SpokenCall &call);
    /// The whole call.
    [[nodiscard]] std::optional<CallSound> render(const SpokenCall &call);
    /// Any text, by the synthesiser.
    [[nodiscard]] std::optional<Sound> read(const QString &text, Language language);
    /// One sentence by the pack or, when it has gaps, by the synthesiser.
    [[nodiscard]] std::optional<Sound> say(std::span<const SpokenUnit> sentence, Language language);
    [[nodiscard]] std::optional<Sound> synthesise(std::span<const SpokenUnit> sentence,
                                                  Language language);

private:
    struct Remembered
    {
        QString text;
        Language language;
        Sound sound;
    };

    VoiceSettings m_settings;
    QStringList m_faults;
    std::map<Language, std::unique_ptr<SpeechSource>> m_synthesisers;
    std::map<Language, std::unique_ptr<class VoicePack>> m_packs;
    std::deque<Remembered> m_remembered; ///< the sentences said last: calls are called again
};

} // namespace motcua
