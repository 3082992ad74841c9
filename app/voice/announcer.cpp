// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice/announcer.h"

#include "voice/voiceserver.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

constexpr auto LongestSilence = 8000ms; ///< until it is known how long an announcement is
constexpr auto Margin = 3000ms;         ///< behind the end it should have had
constexpr auto RestartAfter = 2000ms;

/// What a call takes when nobody is there to say it, in ms.
constexpr qint64 UsualVoice = 1300;
constexpr qint64 UsualRepetition = 9500;

} // namespace

Announcer::Announcer(VoiceSettings settings, QObject *parent)
    : Announcer(std::move(settings), QCoreApplication::applicationDirPath() + u"/motcua-voice"_s,
                parent)
{
}

Announcer::Announcer(VoiceSettings settings, QString program, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_program(std::move(program))
{
    for (QTimer *const timer : {&m_deadline, &m_step, &m_gap, &m_restart}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_deadline, &QTimer::timeout, this, &Announcer::overdue);
    connect(&m_step, &QTimer::timeout, this, &Announcer::step);
    connect(&m_gap, &QTimer::timeout, this, &Announcer::next);
    connect(&m_restart, &QTimer::timeout, this, &Announcer::startHelper);
    startHelper();
}

Announcer::~Announcer()
{
    abandonHelper();
}

void Announcer::startHelper()
{
    m_restart.stop();
    m_helper = std::make_unique<QProcess>();
    m_helper->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_helper.get(), &QProcess::readyReadStandardOutput, this, &Announcer::readEvents);
    connect(m_helper.get(), &QProcess::finished, this, &Announcer::helperEnded);
    connect(m_helper.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            helperEnded();
        }
    });
    m_helper->start(m_program, {});
    QJsonObject settings = toJson(m_settings);
    settings[u"do"_s] = u"settings"_s;
    send(settings);
}

void Announcer::abandonHelper()
{
    if (!m_helper) {
        return;
    }
    m_helper->disconnect(this);
    // Not waited for: it may be stuck in the kernel.
    QProcess *const old = m_helper.release();
    connect(old, &QProcess::finished, old, &QObject::deleteLater);
    old->kill();
    setHasOutput(false);
}

void Announcer::helperEnded()
{
    m_helper.release()->deleteLater();
    setHasOutput(false);
    if (m_current && !m_current->isReading() && !m_current->isAgain && m_current->spoken == 0
        && !m_current->withoutSound) {
        m_current->isAgain = true; // nobody has heard more than the chime
        m_current->voices.clear();
        m_current->length = 0;
        startHelper();
        sendCurrent();
        return;
    }
    m_restart.start(RestartAfter);
    if (m_current) {
        goOnWithoutSound(AnnouncementState::Failed);
    }
}

void Announcer::send(const QJsonObject &command)
{
    if (m_helper) {
        m_helper->write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    }
}

void Announcer::setSettings(VoiceSettings settings)
{
    m_settings = std::move(settings);
    QJsonObject json = toJson(m_settings);
    json[u"do"_s] = u"settings"_s;
    send(json);
}

void Announcer::announce(const Announcement &announcement)
{
    const bool isKnown =
        (m_current && m_current->id == announcement.id)
        || std::ranges::find(m_queue, announcement.id, &Announcement::id) != m_queue.end();
    if (isKnown) {
        return;
    }
    m_queue.push_back(announcement);
    stopReading();
    next();
}

void Announcer::next()
{
    if (m_current || m_gap.isActive() || m_queue.empty()) {
        return;
    }
    const Announcement announcement = m_queue.front();
    m_queue.pop_front();
    begin(announcement.id, {{u"do"_s, u"call"_s},
                            {u"ticket"_s, announcement.ticket.toString()},
                            {u"vi"_s, announcement.group.vi},
                            {u"en"_s, announcement.group.en},
                            {u"counter"_s, announcement.counter}});
}

void Announcer::begin(qint64 id, const QJsonObject &command)
{
    m_current.emplace(Current{.id = id, .command = command});
    if (!m_helper) {
        startHelper();
    }
    sendCurrent();
    if (id != 0) {
        Q_EMIT started(id);
    }
    Q_EMIT playingChanged(true);
}

void Announcer::sendCurrent()
{
    m_current->token = ++m_lastToken;
    m_current->command[u"token"_s] = m_current->token;
    m_current->since.start();
    m_deadline.start(LongestSilence);
    send(m_current->command);
}

void Announcer::readAloud(const QString &text, Language language)
{
    if (!m_queue.empty() || (m_current && !m_current->isReading())) {
        Q_EMIT readingFinished();
        return;
    }
    begin(0, {{u"do"_s, u"read"_s},
              {u"text"_s, text},
              {u"language"_s, language == Language::Vietnamese ? u"vi"_s : u"en"_s}});
}

void Announcer::stopReading()
{
    if (m_current && m_current->isReading()) {
        send({{u"do"_s, u"stop"_s}});
        finish(AnnouncementState::Done);
    }
}

void Announcer::readEvents()
{
    // An answer to one event may end the process whose events these are.
    while (m_helper && m_helper->canReadLine()) {
        obey(QJsonDocument::fromJson(m_helper->readLine()).object());
    }
}

void Announcer::obey(const QJsonObject &event)
{
    const QString what = event["event"_L1].toString();
    if (what == "output"_L1) {
        setHasOutput(event["has"_L1].toBool());
        if (m_current && m_current->length == 0) {
            m_deadline.start(LongestSilence); // it has just started and lives: packs come next
        }
        return;
    }
    if (what == "gaps"_L1) {
        QStringList units;
        for (const QJsonValue &unit : event["units"_L1].toArray()) {
            units.append(unit.toString());
        }
        Q_EMIT gapsFound(event["language"_L1].toString() == "en"_L1 ? Language::English
                                                                    : Language::Vietnamese,
                         units);
        return;
    }
    if (!m_current || event["token"_L1].toInteger() != m_current->token) {
        return;
    }
    if (what == "planned"_L1) {
        for (const QJsonValue &voice : event["voices"_L1].toArray()) {
            m_current->voices.push_back(voice.toInteger());
        }
        m_current->length = std::max(event["length"_L1].toInteger(), qint64{1});
        // From now on, however long a process that was just started needed to get here.
        m_deadline.start(std::chrono::milliseconds(m_current->length) + Margin);
        if (m_current->withoutSound) {
            step();
        }
    } else if (what == "voice"_L1) {
        ++m_current->spoken;
        Q_EMIT spoken(m_current->id, m_current->spoken);
    } else if (what == "silent"_L1) {
        goOnWithoutSound(AnnouncementState::Silent);
    } else if (what == "done"_L1) {
        finish(AnnouncementState::Done);
    } else if (what == "failed"_L1) {
        finish(AnnouncementState::Failed);
    }
}

void Announcer::goOnWithoutSound(AnnouncementState outcome)
{
    if (m_current->withoutSound && m_current->length > 0) {
        return; // on its way already
    }
    m_current->withoutSound = m_current->withoutSound.value_or(outcome);
    if (m_current->isReading()) {
        finish(outcome);
        return;
    }
    if (m_current->length == 0 && outcome == AnnouncementState::Silent) {
        return; // the plan is still to come
    }
    if (m_current->length == 0) {
        for (int repetition = 0; repetition < m_settings.repetitions; ++repetition) {
            m_current->voices.push_back(UsualVoice + repetition * UsualRepetition);
        }
        m_current->length = UsualVoice + m_settings.repetitions * UsualRepetition;
    }
    m_deadline.stop();
    step();
}

/// Takes the steps of a call without sound that are due, and waits for the one after.
void Announcer::step()
{
    m_deadline.stop();
    const qint64 now = m_current->since.elapsed();
    const auto repetitions = static_cast<int>(m_current->voices.size());
    while (m_current->spoken < repetitions && m_current->voices[m_current->spoken] <= now) {
        ++m_current->spoken;
        Q_EMIT spoken(m_current->id, m_current->spoken);
    }
    if (now >= m_current->length) {
        finish(*m_current->withoutSound);
        return;
    }
    const qint64 due =
        m_current->spoken < repetitions ? m_current->voices[m_current->spoken] : m_current->length;
    m_step.start(std::chrono::milliseconds(std::max<qint64>(due - now, 1)));
}

void Announcer::overdue()
{
    abandonHelper();
    finish(AnnouncementState::Failed);
}

void Announcer::finish(AnnouncementState outcome)
{
    m_deadline.stop();
    m_step.stop();
    const Current ended = *std::exchange(m_current, std::nullopt);
    if (!ended.isReading()) {
        m_gap.start(m_settings.gap);
    }
    Q_EMIT playingChanged(false);
    if (ended.isReading()) {
        Q_EMIT readingFinished();
    } else {
        Q_EMIT finished(ended.id, outcome);
    }
    if (!m_helper && !m_restart.isActive()) {
        startHelper();
    }
}

void Announcer::setHasOutput(bool hasOutput)
{
    if (m_hasOutput != hasOutput) {
        m_hasOutput = hasOutput;
        Q_EMIT outputChanged(hasOutput);
    }
}

} // namespace motcua
