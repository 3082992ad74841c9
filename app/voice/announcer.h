// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/announcement.h"
#include "voice/voicesettings.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace motcua {

/// Speaks announcements one at a time, in the order they came, each to its end.
///
/// Never blocks: motcua-voice, a process of its own, makes and plays the sound, and one that hangs
/// is ended and started afresh. Without it calls are silent and take their time all the same.
class Announcer : public QObject
{
    Q_OBJECT

public:
    explicit Announcer(VoiceSettings settings, QObject *parent = nullptr);
    /// The same with another @p program than the motcua-voice beside this one.
    Announcer(VoiceSettings settings, QString program, QObject *parent = nullptr);
    ~Announcer() override;

    /// Takes effect with the next announcement; volume at once.
    void setSettings(VoiceSettings settings);

    /// Queues @p announcement; one whose id is already queued or being spoken is left out.
    void announce(const Announcement &announcement);
    /// Reads a screen aloud instead of what was being read. Calls go before: while one is spoken or
    /// waits nothing is read, and one that comes ends the reading.
    void readAloud(const QString &text, Language language);
    void stopReading();

    /// False when there is nothing to play on: "read aloud" is hidden, calls are silent.
    [[nodiscard]] bool hasOutput() const { return m_hasOutput; }

Q_SIGNALS:
    /// The chime of @p id begins, or would: show the call.
    void started(qint64 id);
    /// The voice begins to say it for the @p repetition th time, from 1; also when silent, so that
    /// the board pulses in step.
    void spoken(qint64 id, int repetition);
    /// Done; Silent when there was nothing to play it on, it took as long as if there had been;
    /// Failed when it was cut at its deadline or no voice could say it.
    void finished(qint64 id, motcua::AnnouncementState outcome);
    /// True from the first sample of a call or reading to its last: media play without sound.
    void playingChanged(bool isPlaying);
    /// Nothing is being read any more: it came to its end, was stopped or gave way to a call.
    void readingFinished();
    void outputChanged(bool hasOutput);
    /// Units the pack of @p language has no clip for; its calls are said by the synthesiser.
    void gapsFound(motcua::Language language, const QStringList &units);

private:
    /// What is being said.
    struct Current
    {
        qint64 id = 0; ///< of the announcement; 0 for a reading
        QJsonObject command = {};
        qint64 token = 0;
        QElapsedTimer since = {};
        std::vector<qint64> voices = {}; ///< ms from the start
        qint64 length = 0;               ///< ms; 0 until it is known
        int spoken = 0;                  ///< repetitions begun
        bool isAgain = false; ///< its first process ended before a word: this is the second
        /// Nothing is heard; its steps are taken by the clock.
        std::optional<AnnouncementState> withoutSound = std::nullopt;

        [[nodiscard]] bool isReading() const { return id == 0; }
    };

    void startHelper();
    void abandonHelper();
    void helperEnded();
    void send(const QJsonObject &command);
    void readEvents();
    void obey(const QJsonObject &event);
    void begin(qint64 id, const QJsonObject &command);
    void sendCurrent();
    void next();
    void goOnWithoutSound(AnnouncementState outcome);
    void step();
    void overdue();
    void finish(AnnouncementState outcome);
    void setHasOutput(bool hasOutput);

    VoiceSettings m_settings;
    QString m_program;
    std::unique_ptr<QProcess> m_helper; ///< null while there is none
    std::deque<Announcement> m_queue;
    std::optional<Current> m_current;
    qint64 m_lastToken = 0;
    bool m_hasOutput = false;
    QTimer m_deadline;
    QTimer m_step;
    QTimer m_gap;
    QTimer m_restart;
};

} // namespace motcua
