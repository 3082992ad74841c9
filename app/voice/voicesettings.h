// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"

#include <QByteArray>

#include <chrono>

namespace motcua {

/// How a hall is spoken to. The branch's part comes from its catalogue, the PC's part (device,
/// volume, packs) from the settings file of the PC the loudspeaker is plugged into.
struct VoiceSettings
{
    std::vector<Language> languages{Language::Vietnamese, Language::English}; ///< in this order
    HundredsWord hundredsWord = HundredsWord::Linh;
    QString letters = {};                   ///< of the branch's groups: "HCN"
    std::vector<Bilingual> groupNames = {}; ///< short names, as calls use them
    int largestCounter = 1;

    int repetitions = 2;
    /// A folder with a voice pack for each language that has one: PACKS/vi, PACKS/en. Empty: the
    /// built-in synthesisers speak.
    QString packs = {};
    QString letterNames = {};           ///< a file of letter names; empty: the shipped one
    QByteArray device = {};             ///< QAudioDevice::id(); empty: what the system plays to
    double volume = 1.0;                ///< 0 to 1, linear
    std::chrono::milliseconds gap{700}; ///< least silence between two announcements
};

/// The branch's part.
[[nodiscard]] VoiceSettings voiceSettings(const Catalogue &catalogue);

} // namespace motcua
