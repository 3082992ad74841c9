// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice/voiceserver.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

Q_LOGGING_CATEGORY(voiceLog, "motcua.voice")

namespace {

constexpr auto GiveUpAfter = 10'000ms;

QString code(Language language)
{
    return language == Language::Vietnamese ? u"vi"_s : u"en"_s;
}

Language languageOf(const QJsonValue &code)
{
    return code.toString() == "en"_L1 ? Language::English : Language::Vietnamese;
}

} // namespace

QJsonObject toJson(const VoiceSettings &settings)
{
    QJsonArray languages;
    for (const Language language : settings.languages) {
        languages.append(code(language));
    }
    QJsonArray groups;
    for (const Bilingual &name : settings.groupNames) {
        groups.append(QJsonObject{{u"vi"_s, name.vi}, {u"en"_s, name.en}});
    }
    return {{u"languages"_s, languages},
            {u"le"_s, settings.hundredsWord == HundredsWord::Le},
            {u"letters"_s, settings.letters},
            {u"groups"_s, groups},
            {u"counter"_s, settings.largestCounter},
            {u"repetitions"_s, settings.repetitions},
            {u"packs"_s, settings.packs},
            {u"letter_names"_s, settings.letterNames},
            {u"device"_s, QString::fromLatin1(settings.device.toBase64())},
            {u"volume"_s, settings.volume}};
}

VoiceSettings voiceSettingsFromJson(const QJsonObject &json)
{
    VoiceSettings settings;
    settings.languages.clear();
    for (const QJsonValue &language : json["languages"_L1].toArray()) {
        settings.languages.push_back(languageOf(language));
    }
    for (const QJsonValue &name : json["groups"_L1].toArray()) {
        settings.groupNames.push_back({name["vi"_L1].toString(), name["en"_L1].toString()});
    }
    settings.hundredsWord = json["le"_L1].toBool() ? HundredsWord::Le : HundredsWord::Linh;
    settings.letters = json["letters"_L1].toString();
    settings.largestCounter = json["counter"_L1].toInt(1);
    settings.repetitions = json["repetitions"_L1].toInt(1);
    settings.packs = json["packs"_L1].toString();
    settings.letterNames = json["letter_names"_L1].toString();
    settings.device = QByteArray::fromBase64(json["device"_L1].toString().toLatin1());
    settings.volume = json["volume"_L1].toDouble(1);
    return settings;
}

VoiceServer::VoiceServer(QObject *parent)
    : QObject(parent)
    , m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    m_worker.moveToThread(&m_thread);
    m_thread.start();
    connect(&m_input, &QSocketNotifier::activated, this, &VoiceServer::readInput);
    const auto tellOutput = [this](bool has) {
        tell({{u"event"_s, u"output"_s}, {u"has"_s, has}});
        has ? m_giveUp.stop() : m_giveUp.start(GiveUpAfter);
    };
    connect(&m_player, &Player::outputChanged, this, tellOutput);
    connect(&m_giveUp, &QTimer::timeout, this, [this] {
        if (m_token == 0) {
            QCoreApplication::quit();
        }
    });
    connect(&m_player, &Player::marked, this, [this](int index) {
        tell({{u"event"_s, u"voice"_s}, {u"token"_s, m_token}, {u"repetition"_s, index + 1}});
    });
    connect(&m_player, &Player::finished, this, [this] { tellEnd("done"); });
    connect(&m_player, &Player::lost, this, [this] {
        tellSilent();
        if (m_isPlanned) {
            QCoreApplication::quit();
        }
    });
    tellOutput(m_player.hasOutput());
}

VoiceServer::~VoiceServer()
{
    m_thread.quit();
    m_thread.wait();
}

void VoiceServer::tell(const QJsonObject &event)
{
    const QByteArray line = QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    std::fflush(stdout);
}

void VoiceServer::tellEnd(const char *event)
{
    tell({{u"event"_s, QString::fromLatin1(event)}, {u"token"_s, std::exchange(m_token, 0)}});
}

void VoiceServer::tellSilent()
{
    m_isLost = true;
    tell({{u"event"_s, u"silent"_s}, {u"token"_s, m_token}});
}

void VoiceServer::readInput()
{
    std::array<char, 4096> bytes{};
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count <= 0) {
        m_input.setEnabled(false);
        QCoreApplication::quit();
        return;
    }
    m_unread.append(bytes.data(), count);
    for (qsizetype end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
        const QByteArray line = m_unread.first(end);
        m_unread.remove(0, end + 1);
        obey(QJsonDocument::fromJson(line).object());
    }
}

void VoiceServer::obey(const QJsonObject &command)
{
    const QString what = command["do"_L1].toString();
    if (what == "settings"_L1) {
        const VoiceSettings settings = voiceSettingsFromJson(command);
        m_player.setDevice(settings.device);
        m_player.setVolume(settings.volume);
        QMetaObject::invokeMethod(&m_worker, [this, settings] {
            m_renderer = std::make_unique<VoiceRenderer>(settings);
            for (const QString &fault : m_renderer->faults()) {
                qCWarning(voiceLog).noquote() << fault;
            }
            for (const Language language : settings.languages) {
                const QStringList gaps = m_renderer->gaps(language);
                if (!gaps.isEmpty()) {
                    QMetaObject::invokeMethod(this, [this, language, gaps] {
                        tell({{u"event"_s, u"gaps"_s},
                              {u"language"_s, code(language)},
                              {u"units"_s, QJsonArray::fromStringList(gaps)}});
                    });
                }
            }
        });
    } else if (what == "call"_L1) {
        call(command);
    } else if (what == "read"_L1) {
        read(command);
    } else if (what == "stop"_L1) {
        m_token = 0;
        m_player.stop();
    }
}

void VoiceServer::call(const QJsonObject &command)
{
    m_token = command["token"_L1].toInteger();
    const auto ticket = TicketNumber::fromString(command["ticket"_L1].toString());
    if (!ticket) {
        tellEnd("failed");
        return;
    }
    // The chime is heard while the sentence is still being made.
    const Sound before = chime();
    m_isPlanned = false;
    if (!m_player.start(toPcm(before))) {
        tellSilent();
    }
    const SpokenCall call{.ticket = *ticket,
                          .group = {command["vi"_L1].toString(), command["en"_L1].toString()},
                          .counter = command["counter"_L1].toInt()};
    render(m_token, static_cast<qint64>(before.size()),
           [call](VoiceRenderer &renderer) { return renderer.speech(call); });
}

void VoiceServer::read(const QJsonObject &command)
{
    m_token = command["token"_L1].toInteger();
    m_player.stop();
    const QString text = command["text"_L1].toString();
    const Language language = languageOf(command["language"_L1]);
    render(m_token, 0, [text, language](VoiceRenderer &renderer) -> std::optional<CallSound> {
        auto sound = renderer.read(text, language);
        if (!sound) {
            return std::nullopt;
        }
        return CallSound{.sound = std::move(*sound), .voices = {}};
    });
}

void VoiceServer::render(qint64 token, qint64 before,
                         std::function<std::optional<CallSound>(VoiceRenderer &)> work)
{
    QMetaObject::invokeMethod(&m_worker, [this, token, before, work = std::move(work)] {
        std::optional<CallSound> speech;
        if (m_renderer) {
            speech = work(*m_renderer);
        }
        QMetaObject::invokeMethod(this, [this, token, before, speech = std::move(speech)] {
            planned(token, before, speech);
        });
    });
}

void VoiceServer::planned(qint64 token, qint64 before, const std::optional<CallSound> &speech)
{
    if (token != m_token) {
        return; // stopped, or something else is being said by now
    }
    if (!speech) {
        m_player.stop();
        tellEnd("failed");
        return;
    }
    std::vector<qint64> marks = speech->voices;
    QJsonArray voices;
    for (qint64 &mark : marks) {
        mark += before;
        voices.append(qint64{timeOf(mark).count()});
    }
    const qint64 length = before + static_cast<qint64>(speech->sound.size());
    tell({{u"event"_s, u"planned"_s},
          {u"token"_s, token},
          {u"voices"_s, voices},
          {u"length"_s, qint64{timeOf(length).count()}}});
    const std::vector<qint16> pcm = toPcm(speech->sound);
    m_isPlanned = true;
    if (before == 0 && !m_player.start({})) {
        tellSilent();
    }
    if (m_isLost) {
        QCoreApplication::quit();
        return;
    }
    m_player.finishWith(pcm, std::move(marks));
}

} // namespace motcua
