// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "voice/speechsource.h"

#include <QStringList>

#include <map>

namespace motcua {

/// A folder of recorded clips, one for each unit, and a manifest.json that names them:
///
///     {"format": 1, "language": "vi", "clips": [{"text": "không", "file": "001.wav"}, …]}
///
/// A clip is found by its text alone, so that a group that was renamed is a gap, not a lie.
class VoicePack : public SpeechSource
{
public:
    static constexpr auto ManifestName = "manifest.json";

    /// Reads the whole pack into memory, each clip trimmed and levelled. Clips that cannot be read
    /// are gaps; faults() tells why. Fails with FileUnreadable or InvalidInput (subject: the file)
    /// when there is no pack at all or it is of another language.
    [[nodiscard]] static Result<std::unique_ptr<VoicePack>> load(const QString &folder,
                                                                 Language language);

    /// Nothing when a unit has no clip: a sentence is never said by two voices.
    [[nodiscard]] std::optional<Sound> say(std::span<const SpokenUnit> sentence) override;
    [[nodiscard]] const Sound *clip(const QString &text) const; ///< null for none

    [[nodiscard]] QStringList gaps(const QStringList &units) const;
    [[nodiscard]] const QStringList &faults() const { return m_faults; }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_clips.size()); }

    /// Names the clips of @p files (file by text) in a folder. Fails with FileUnwritable.
    [[nodiscard]] static Result<> writeManifest(
        const QString &folder, Language language,
        const std::vector<std::pair<QString, QString>> &files);

    /// What somebody who made the pack in @p folder should mend, one line each: units it lacks,
    /// clips that cannot be read, are clipped, loud, quiet or surrounded by silence. Fails as load().
    [[nodiscard]] static Result<QStringList> check(const QString &folder, Language language,
                                                   const QStringList &units);

private:
    std::map<QString, Sound> m_clips; ///< by text
    std::map<QString, QString> m_files;
    QStringList m_faults;
};

} // namespace motcua
