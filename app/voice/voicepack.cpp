// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice/voicepack.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

/// Texts are compared as people read them: upper case and the way accents are stored do not count.
QString key(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C).simplified().toCaseFolded();
}

QString code(Language language)
{
    return language == Language::Vietnamese ? u"vi"_s : u"en"_s;
}

constexpr double LevelTolerance = 2; ///< dB
constexpr auto LongestSilenceAround = 100ms;

/// Loud speech that a microphone or a program cut off: a few samples on end at full scale.
bool isClipped(std::span<const float> samples)
{
    constexpr float FullScale = 0.999F;
    constexpr int OnEnd = 3;
    int run = 0;
    for (const float sample : samples) {
        run = std::abs(sample) >= FullScale ? run + 1 : 0;
        if (run == OnEnd) {
            return true;
        }
    }
    return false;
}

std::chrono::milliseconds pauseAfter(Joint joint)
{
    switch (joint) {
    case Joint::Hyphen:
        return 20ms;
    case Joint::Space:
        return 60ms;
    case Joint::Comma:
        return 280ms;
    case Joint::Stop:
        break;
    }
    return 0ms;
}

} // namespace

Result<std::unique_ptr<VoicePack>> VoicePack::load(const QString &folder, Language language)
{
    const QString path = QDir(folder).filePath(QString::fromLatin1(ManifestName));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileUnreadable, path, file.errorString());
    }
    const QJsonObject manifest = QJsonDocument::fromJson(file.readAll()).object();
    if (manifest["format"_L1].toInt() != 1 || manifest["language"_L1].toString() != code(language)
        || !manifest["clips"_L1].isArray()) {
        return failure(ErrorCode::InvalidInput, path, u"format, language or clips"_s);
    }
    auto pack = std::make_unique<VoicePack>();
    for (const QJsonValue &entry : manifest["clips"_L1].toArray()) {
        const QString text = key(entry["text"_L1].toString());
        const QString name = entry["file"_L1].toString();
        if (text.isEmpty() || name.isEmpty() || pack->m_clips.contains(text)) {
            pack->m_faults.append(u"%1: no text, no file or a text named twice"_s.arg(name));
            continue;
        }
        const auto sound = readSound(QDir(folder).filePath(name));
        if (!sound) {
            pack->m_faults.append(u"%1: cannot be read as sound"_s.arg(name));
            continue;
        }
        Sound clip = levelled(trimmed(*sound));
        if (clip.empty()) {
            pack->m_faults.append(u"%1: nothing to be heard"_s.arg(name));
            continue;
        }
        pack->m_clips.emplace(text, std::move(clip));
        pack->m_files.emplace(text, name);
    }
    return pack;
}

const Sound *VoicePack::clip(const QString &text) const
{
    const auto found = m_clips.find(key(text));
    return found == m_clips.end() ? nullptr : &found->second;
}

std::optional<Sound> VoicePack::say(std::span<const SpokenUnit> sentence)
{
    Sound speech;
    for (const SpokenUnit &unit : sentence) {
        const Sound *const recorded = clip(unit.text);
        if (!recorded) {
            return std::nullopt;
        }
        append(speech, *recorded);
        append(speech, silence(pauseAfter(unit.after)));
    }
    return speech;
}

QStringList VoicePack::gaps(const QStringList &units) const
{
    QStringList missing;
    for (const QString &unit : units) {
        if (!clip(unit)) {
            missing.append(unit);
        }
    }
    return missing;
}

Result<QStringList> VoicePack::check(const QString &folder, Language language,
                                     const QStringList &units)
{
    const auto pack = load(folder, language);
    if (!pack) {
        return std::unexpected(pack.error());
    }
    QStringList faults = (*pack)->faults();
    for (const QString &unit : (*pack)->gaps(units)) {
        faults.append(u"missing: %1"_s.arg(unit));
    }
    for (const auto &[text, name] : (*pack)->m_files) {
        const auto sound = readSound(QDir(folder).filePath(name));
        if (!sound) {
            continue; // said by faults() already
        }
        if (isClipped(*sound)) {
            faults.append(u"%1 (%2): clipped"_s.arg(name, text));
        }
        const double level = speechLevel(*sound);
        if (std::abs(level - SpeechLevel) > LevelTolerance) {
            faults.append(u"%1 (%2): %3 dBFS"_s.arg(name, text).arg(level, 0, 'f', 1));
        }
        const auto around = static_cast<qint64>(sound->size() - trimmed(*sound).size());
        if (timeOf(around) > LongestSilenceAround) {
            faults.append(u"%1 (%2): %3 ms of silence around it"_s.arg(name, text)
                              .arg(timeOf(around).count()));
        }
    }
    return faults;
}

Result<> VoicePack::writeManifest(const QString &folder, Language language,
                                  const std::vector<std::pair<QString, QString>> &files)
{
    QJsonArray clips;
    for (const auto &[text, name] : files) {
        clips.append(QJsonObject{{u"text"_s, text}, {u"file"_s, name}});
    }
    const QJsonObject manifest{
        {u"format"_s, 1}, {u"language"_s, code(language)}, {u"clips"_s, clips}};
    QFile file(QDir(folder).filePath(QString::fromLatin1(ManifestName)));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(manifest).toJson()) < 0
        || !file.flush()) {
        return failure(ErrorCode::FileUnwritable, file.fileName(), file.errorString());
    }
    return {};
}

} // namespace motcua
