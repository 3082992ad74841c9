// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/phrase.h"
#include "voice/sound.h"

#include <QMap>

#include <optional>

namespace motcua {

/// How letters are said in each language, e.g. "H" as "hát". Data, because no source says how a
/// branch's people say them: the shipped table can be replaced by a branch's own.
using LetterNames = QMap<Language, QMap<QString, QString>>;

/// The table of @p path, or the shipped one when @p path is empty. Fails with FileUnreadable,
/// InvalidInput.
[[nodiscard]] Result<LetterNames> readLetterNames(const QString &path);

/// Somebody or something that can say a sentence of one language. Synthesisers keep state of
/// the whole process: only one thread of it may use any.
class SpeechSource
{
public:
    SpeechSource() = default;
    virtual ~SpeechSource() = default;
    Q_DISABLE_COPY_MOVE(SpeechSource)

    /// The sentence, trimmed and levelled; nothing when it cannot be said whole.
    [[nodiscard]] virtual std::optional<Sound> say(std::span<const SpokenUnit> sentence) = 0;
};

/// espeak-ng's Vietnamese, northern, slowed down for a hall.
class VietnameseSynthesiser : public SpeechSource
{
public:
    explicit VietnameseSynthesiser(QMap<QString, QString> letters);
    [[nodiscard]] std::optional<Sound> say(std::span<const SpokenUnit> sentence) override;

private:
    QMap<QString, QString> m_letters;
};

/// flite's slt, the English voice a recogniser understands best of those in Debian 12.
class EnglishSynthesiser : public SpeechSource
{
public:
    explicit EnglishSynthesiser(QMap<QString, QString> letters);
    [[nodiscard]] std::optional<Sound> say(std::span<const SpokenUnit> sentence) override;

private:
    QMap<QString, QString> m_letters;
};

} // namespace motcua
