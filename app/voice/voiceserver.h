// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "voice/player.h"
#include "voice/voicerenderer.h"

#include <QJsonObject>
#include <QSocketNotifier>
#include <QThread>

#include <functional>

namespace motcua {

/// The settings as they travel to the process that speaks.
[[nodiscard]] QJsonObject toJson(const VoiceSettings &settings);
[[nodiscard]] VoiceSettings voiceSettingsFromJson(const QJsonObject &json);

/// Speaks what it is told on standard input, one JSON object a line, and tells on standard output
/// how far it is; ends when the input does. It is a process of its own so that an Announcer can end
/// it: a sound server or synthesiser that hangs takes its caller along for ever.
///
///     {"do": "settings", …}   {"do": "stop"}
///     {"do": "call", "token": 7, "ticket": "H042", "vi": "Hộ tịch", "en": "…", "counter": 3}
///     {"do": "read", "token": 8, "text": "…", "language": "vi"}
///
///     {"event": "output", "has": true}   {"event": "gaps", "language": "vi", "units": […]}
///     {"event": "planned", "token": 7, "voices": [1300, 9800], "length": 18000}   (ms)
///     {"event": "voice", "token": 7, "repetition": 1}
///     {"event": "done" | "silent" | "failed", "token": 7}
class VoiceServer : public QObject
{
    Q_OBJECT

public:
    explicit VoiceServer(QObject *parent = nullptr);
    ~VoiceServer() override;

private:
    void readInput();
    void obey(const QJsonObject &command);
    void call(const QJsonObject &command);
    void read(const QJsonObject &command);
    /// Runs @p work where the voices live and hands what it returns to planned().
    void render(qint64 token, qint64 before,
                std::function<std::optional<CallSound>(VoiceRenderer &)> work);
    void planned(qint64 token, qint64 before, const std::optional<CallSound> &speech);
    void tell(const QJsonObject &event);
    void tellEnd(const char *event);
    void tellSilent();

    Player m_player;
    QThread m_thread; ///< the only one to touch the synthesisers, which are not thread-safe
    QObject m_worker; ///< lives in that thread
    std::unique_ptr<VoiceRenderer> m_renderer; ///< used by that thread only
    QSocketNotifier m_input;
    QByteArray m_unread;
    qint64 m_token = 0; ///< of what is being said; 0 for nothing
    /// Qt 6.4 asks once, 3 s later, for a sound server that is gone or was not there yet, then never
    /// again: without a device only a fresh process can find one.
    QTimer m_giveUp;
    bool m_isPlanned = false;
    bool m_isLost = false; ///< the device failed: end as soon as the plan is told
};

} // namespace motcua
