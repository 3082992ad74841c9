// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "voice/voicepack.h"
#include "voice/voicerenderer.h"

#include <QAudioDevice>
#include <QDir>
#include <QJsonArray>
#include <QMediaDevices>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// The numbers of Vietnamese and English counts do not change above this: a pack made for it fits
/// every branch.
constexpr int UsualCounters = 30;

QString code(Language language)
{
    return language == Language::Vietnamese ? u"vi"_s : u"en"_s;
}

/// The branch's units in the language asked for, in the order they are read out.
Result<QStringList> wantedUnits(const Invocation &invocation)
{
    const auto catalogue = invocation.catalogue();
    if (!catalogue) {
        return std::unexpected(catalogue.error());
    }
    const VoiceSettings settings = voiceSettings(*catalogue);
    return unitsNeeded(settings.letters, settings.groupNames,
                       std::max(settings.largestCounter, UsualCounters), invocation.language(),
                       settings.hundredsWord);
}

/// The clip of unit number @p index, from 1: a name every file system can keep.
QString fileName(qsizetype index)
{
    return u"%1.wav"_s.arg(index, 3, 10, QChar(u'0'));
}

/// The recording of unit number @p index in @p folder, WAV, FLAC or OGG; empty for none.
QString recordingOf(const QDir &folder, qsizetype index)
{
    const QString number = u"%1"_s.arg(index, 3, 10, QChar(u'0'));
    const QStringList found = folder.entryList(
        {number + u".wav"_s, number + u".flac"_s, number + u".ogg"_s}, QDir::Files);
    return found.isEmpty() ? QString() : folder.filePath(found.constFirst());
}

} // namespace

int runVoiceList(const Invocation &invocation)
{
    const auto units = wantedUnits(invocation);
    if (!units) {
        return invocation.refuse(units.error());
    }
    QStringList lines;
    for (qsizetype i = 0; i < units->size(); ++i) {
        lines.append(u"%1  %2"_s.arg(i + 1, 3, 10, QChar(u'0')).arg((*units)[i]));
    }
    return invocation.answer({{u"language"_s, code(invocation.language())},
                              {u"units"_s, QJsonArray::fromStringList(*units)}},
                             lines.join(u'\n'));
}

int runVoiceDevices(const Invocation &invocation)
{
    QStringList lines;
    QJsonArray list;
    const QAudioDevice usual = QMediaDevices::defaultAudioOutput();
    const QList<QAudioDevice> devices = QMediaDevices::audioOutputs();
    for (const QAudioDevice &device : devices) {
        const QString id = QString::fromUtf8(device.id());
        lines.append((device == usual ? u"* "_s : u"  "_s) + id + u"  "_s + device.description());
        list.append(QJsonObject{
            {u"id"_s, id}, {u"name"_s, device.description()}, {u"default"_s, device == usual}});
    }
    return invocation.answer({{u"devices"_s, list}}, lines.join(u'\n'));
}

int runVoiceUse(const Invocation &invocation)
{
    const QString id = invocation.argument();
    const QList<QAudioDevice> devices = QMediaDevices::audioOutputs();
    const auto device = std::ranges::find(devices, id.toUtf8(), &QAudioDevice::id);
    if (device == devices.end()) {
        return invocation.refuse({ErrorCode::InvalidInput, id, {}});
    }
    constexpr int Percent = 100;
    std::optional<int> volume;
    if (invocation.has(u"volume"_s)) {
        const auto number = invocation.number(u"volume"_s, 0, Percent);
        if (!number) {
            return invocation.refuse(number.error());
        }
        volume = *number;
    }
    if (const auto done = Invocation::remember(u"board/audio_device"_s, id); !done) {
        return invocation.refuse(done.error());
    }
    if (volume) {
        const auto done = Invocation::remember(u"board/volume"_s, QString::number(*volume));
        if (!done) {
            return invocation.refuse(done.error());
        }
    }
    return invocation.answer(
        {{u"device"_s, id}, {u"volume"_s, volume ? QJsonValue(*volume) : QJsonValue()}},
        Texts::tr("The board speaks through %1 when it is started next.")
            .arg(device->description()));
}

int runVoiceMakePack(const Invocation &invocation)
{
    const auto units = wantedUnits(invocation);
    if (!units) {
        return invocation.refuse(units.error());
    }
    const QDir folder(invocation.filePath());
    if (invocation.filePath().isEmpty()) {
        return invocation.refuse({ErrorCode::Usage, u"FOLDER"_s, {}});
    }
    if (folder.exists(QString::fromLatin1(VoicePack::ManifestName)) || !folder.mkpath(u"."_s)) {
        return invocation.refuse({ErrorCode::FileUnwritable, folder.path(), {}});
    }
    VoiceRenderer synthesisers({.languages = {}});
    std::vector<std::pair<QString, QString>> files;
    QStringList missing;
    for (qsizetype i = 0; i < units->size(); ++i) {
        std::optional<Sound> clip;
        if (invocation.has(u"from"_s)) {
            const QString recording = recordingOf(QDir(invocation.filePath(u"from"_s)), i + 1);
            const auto sound = recording.isEmpty() ? Result<Sound>(Sound()) : readSound(recording);
            if (!sound) {
                return invocation.refuse(sound.error());
            }
            if (!sound->empty()) {
                clip = levelled(trimmed(*sound));
            }
        } else {
            const std::vector<SpokenUnit> unit{{.text = (*units)[i], .after = Joint::Stop}};
            clip = synthesisers.synthesise(unit, invocation.language());
        }
        if (!clip || clip->empty()) {
            missing.append((*units)[i]);
            continue;
        }
        if (const auto written = writeSound(folder.filePath(fileName(i + 1)), *clip); !written) {
            return invocation.refuse(written.error());
        }
        files.emplace_back((*units)[i], fileName(i + 1));
    }
    if (const auto written = VoicePack::writeManifest(folder.path(), invocation.language(), files);
        !written) {
        return invocation.refuse(written.error());
    }
    QStringList lines{
        Texts::tr("%n clip(s) written to %1.", nullptr, int(files.size())).arg(folder.path())};
    if (!missing.isEmpty()) {
        lines.append(Texts::tr("Missing: %1").arg(missing.join(u", "_s)));
    }
    return invocation.answer(
        {{u"clips"_s, qint64(files.size())}, {u"missing"_s, QJsonArray::fromStringList(missing)}},
        lines.join(u'\n'));
}

int runVoiceCheck(const Invocation &invocation)
{
    const auto units = wantedUnits(invocation);
    if (!units) {
        return invocation.refuse(units.error());
    }
    const auto faults = VoicePack::check(invocation.filePath(), invocation.language(), *units);
    if (!faults) {
        return invocation.refuse(faults.error());
    }
    if (!faults->isEmpty()) {
        if (!invocation.isJson()) {
            printError(faults->join(u'\n'));
        }
        return invocation.refuse({ErrorCode::InvalidInput, invocation.filePath(), {}},
                                 {{u"faults"_s, QJsonArray::fromStringList(*faults)}});
    }
    return invocation.answer({{u"faults"_s, QJsonArray()}},
                             Texts::tr("The pack has every unit, whole and at its level."));
}

} // namespace motcua
