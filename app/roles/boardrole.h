// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "board/boardwindow.h"
#include "board/screenkeeper.h"
#include "core/catalogue.h"
#include "roles/announcementqueue.h"
#include "roles/storagethread.h"
#include "voice/announcer.h"

#include <chrono>
#include <memory>

namespace motcua {

/// What the PC of a board is told in its settings.
struct BoardSettings
{
    int number = 1; ///< of the board in its branch
    /// Full screen there: a screen's name or its place from 1, see wantedScreen(). Not full screen
    /// at all without.
    std::optional<QString> screen = {};
    QString media = {};                    ///< folder or file of pictures and videos
    std::chrono::seconds imageTime{10};    ///< each picture is shown for
    std::vector<BoardNotice> notices = {}; ///< none: the one of the design
    std::vector<Bilingual> ticker = {};    ///< none: the one of the design
    std::vector<Language> languages = {Language::Vietnamese, Language::English}; ///< on screen
    bool reducedMotion = false;

    bool speaks = true;       ///< says the calls, unless another device does
    QString packs = {};       ///< voice packs, see VoiceSettings
    QString letterNames = {}; ///< a file, see VoiceSettings
    QByteArray device = {};   ///< QAudioDevice::id(); empty: what the system plays to
    double volume = 1.0;      ///< 0 to 1
    /// The PC's clock.
    std::function<QDateTime()> clock = [] { return QDateTime::currentDateTimeUtc(); };
};

/// A hall board: shows each change of the branch at once, and says the calls one after another.
///
/// Showing never waits for saying: the window has its own rule for the call in the panel and
/// follows the voice when it begins (see BoardState). The branch is also read every 3 s, so that
/// what was lost on the way is seen and silence of the branch is noticed.
class BoardRole : public QObject
{
    Q_OBJECT

public:
    /// @p storage must outlive the role.
    explicit BoardRole(StorageThread &storage, const BoardSettings &settings = {},
                       QObject *parent = nullptr);
    ~BoardRole() override;

    [[nodiscard]] BoardWindow &window() { return m_window; }
    /// Shows the window as the settings say.
    void show();

private:
    void read();
    void take(const HallState &hall);
    void showOpening();
    void readCatalogue();
    void takeCatalogue(const Catalogue &catalogue);
    void startVoice(const VoiceSettings &settings);
    void report();
    [[nodiscard]] bool isHeard() const;

    StorageThread &m_storage;
    BoardSettings m_settings;
    BoardWindow m_window;
    std::unique_ptr<ScreenKeeper> m_screen;
    BoardContent m_content;
    std::optional<Catalogue> m_catalogue;
    std::optional<Announcer> m_voice;
    std::optional<AnnouncementQueue> m_queue;
    std::optional<HallState> m_hall; ///< as it was read last
    qint64 m_ahead = 0;              ///< branch time less this PC's
    std::optional<QDate> m_date;     ///< of the day last read; null while none is open
    bool m_reading = false;
    bool m_readAgain = false;
    QTimer m_poll;
    QTimer m_heartbeat;
};

} // namespace motcua
