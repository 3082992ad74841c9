// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/announcement.h"
#include "voice/voicesettings.h"

#include <QObject>

namespace motcua {

enum class AnnouncementOutcome {
    Done,   ///< heard to its end
    Silent, ///< there was nothing to play it on; it took as long as if there had been
    Failed, ///< cut at its deadline, or no voice could say it
};

/// Speaks announcements one at a time, in the order they came, each to its end.
///
/// Lives in the GUI thread and never blocks it: speech is made on one thread and played on another,
/// and a thread that hangs costs the hall its sound but nothing else. All signals come in the
/// announcer's own thread.
class Announcer : public QObject
{
    Q_OBJECT

public:
    explicit Announcer(const VoiceSettings &settings, QObject *parent = nullptr);
    ~Announcer() override;

    /// Takes effect with the next announcement; volume at once.
    void setSettings(const VoiceSettings &settings);

    /// Queues @p announcement; one whose id is already queued or being spoken is left out.
    void announce(const Announcement &announcement);
    /// Reads a screen aloud when no call is being spoken or waiting, instead of what was being read.
    /// A call that comes meanwhile waits for the end of the reading, because nothing shares a PC
    /// with the hall's loudspeaker but its own kiosk.
    void readAloud(const QString &text, Language language);
    void stopReading();

    /// False when there is nothing to play on: "read aloud" is hidden, calls are silent.
    [[nodiscard]] bool hasOutput() const;

Q_SIGNALS:
    /// The chime of @p id begins, or would: show the call.
    void started(qint64 id);
    /// The voice begins to say it for the @p repetition th time, from 1; also when silent, so that
    /// the board pulses in step.
    void spoken(qint64 id, int repetition);
    void finished(qint64 id, motcua::AnnouncementOutcome outcome);
    /// True from the first sample of a call or reading to its last: media play without sound.
    void playingChanged(bool isPlaying);
    void readingFinished();
    void outputChanged(bool hasOutput);
    /// Units the pack of @p language has no clip for; its calls are said by the synthesiser.
    void gapsFound(motcua::Language language, const QStringList &units);
};

} // namespace motcua
