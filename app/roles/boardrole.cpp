// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/boardrole.h"

#include "core/openinghours.h"
#include "operations/devices.h"
#include "operations/hall.h"
#include "shared/trace.h"
#include "shared/translation.h"

#include <QLoggingCategory>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

Q_LOGGING_CATEGORY(lcBoard, "motcua.board", QtWarningMsg)

namespace {

constexpr auto PollTime = 3s;
constexpr auto HeartbeatTime = 30s;
constexpr int MsInSecond = 1000;
constexpr int Percent = 100;

Bilingual text(const char *source)
{
    return {.vi = textIn(Language::Vietnamese, "Board", source),
            .en = textIn(Language::English, "Board", source)};
}

LocalTime localTime(qint64 at, const QString &zone)
{
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toTimeZone(QTimeZone(zone.toLatin1()));
    return {.date = time.date(), .time = time.time()};
}

BoardContent contentOf(const BoardSettings &settings)
{
    BoardContent content;
    content.languages = settings.languages;
    content.notices = settings.notices;
    if (content.notices.empty()) {
        content.notices = {{.title = text(QT_TRANSLATE_NOOP("Board", "No need to come twice")),
                            .text = text(QT_TRANSLATE_NOOP(
                                "Board", "Get your result by post:\nask when you apply")),
                            .link = {}}};
    }
    content.ticker = settings.ticker;
    if (content.ticker.empty()) {
        content.ticker = {text(
            QT_TRANSLATE_NOOP("Board", "People with priority by law may be called before you."))};
    }
    content.reducedMotion = settings.reducedMotion;
    return content;
}

} // namespace

BoardRole::BoardRole(StorageThread &storage, const BoardSettings &settings, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_settings(settings)
    , m_content(contentOf(settings))
    , m_poll(this)
    , m_heartbeat(this)
{
    m_window.setContent(m_content);
    m_window.setMedia(m_settings.media, m_settings.imageTime);
    connect(&m_window, &BoardWindow::painted, this,
            [](qint64 seq) { trace(u"board painted %1"_s.arg(seq)); });
    connect(&m_storage, &StorageThread::changed, this, &BoardRole::read);
    connect(&m_storage, &StorageThread::failed, this, [this](const Error &error) {
        qCWarning(lcBoard) << "the branch cannot be reached:" << word(error.code) << error.detail;
        m_window.setCut(true);
    });
    connect(&m_poll, &QTimer::timeout, this, &BoardRole::read);
    m_poll.start(PollTime);
    connect(&m_heartbeat, &QTimer::timeout, this, &BoardRole::report);
    m_heartbeat.start(HeartbeatTime);
    read();
}

BoardRole::~BoardRole() = default;

void BoardRole::show()
{
    if (m_settings.screen) {
        m_screen = std::make_unique<ScreenKeeper>(m_window, *m_settings.screen);
        m_screen->place();
    } else {
        m_window.show();
    }
}

/// One reading at a time; changes that come meanwhile are read together afterwards.
void BoardRole::read()
{
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_storage.run(
        this,
        [clock = m_settings.clock](Database &database) { return readHall(database, clock()); },
        [this](const Result<HallState> &hall) {
            m_reading = false;
            if (hall) {
                take(*hall);
            } else { // the window says so when it lasts
                qCInfo(lcBoard) << "the branch cannot be read:" << word(hall.error().code);
                showOpening(); // a day may pass meanwhile
            }
            if (std::exchange(m_readAgain, false)) {
                read();
            }
        });
}

void BoardRole::take(const HallState &hall)
{
    m_hall = hall;
    m_ahead = hall.branchNow - m_settings.clock().toMSecsSinceEpoch();
    showOpening();
    m_window.setCut(false);
    m_window.setHall(hall, m_ahead);
    if (m_date != hall.businessDate) {
        m_date = hall.businessDate;
        readCatalogue();
    }
    const bool somethingWaits = std::ranges::any_of(hall.calls, [](const HallCall &call) {
        return call.announcement == AnnouncementState::Pending;
    });
    if (m_queue && somethingWaits) {
        m_queue->look();
    }
}

/// Whether the branch is closed now and when it opens again. A day that nobody closed is over when
/// its date is past and nobody was called for an hour, or its hours are and all counters are left.
void BoardRole::showOpening()
{
    if (!m_catalogue || !m_hall) {
        return;
    }
    const HallState &hall = *m_hall;
    using enum OpeningState::Kind;
    const WorkingCalendar calendar(m_catalogue->calendar);
    const qint64 clock = m_settings.clock().toMSecsSinceEpoch();
    const LocalTime now = localTime(clock, m_catalogue->settings.timeZone);
    const OpeningState opening = openingAt(calendar, now, 0);
    const bool isLeft = std::ranges::all_of(hall.counters, [](const CounterState &counter) {
        return counter.presence == Presence::Closed;
    });
    constexpr qint64 Hour = 3'600'000;
    const bool isQuiet = hall.calls.empty() || clock + m_ahead - hall.calls.front().at > Hour;
    m_content.isOver = (isQuiet && hall.businessDate < now.date)
                       || (isLeft && opening.kind != Open && opening.kind != Break);
    // While it is to be open, whoever opens the day is late: no other time is promised.
    m_content.nextOpening = opening.kind == Open ? std::optional<LocalTime>() : opening.opensAt;
    m_window.setContent(m_content);
}

void BoardRole::readCatalogue()
{
    m_storage.run(
        this, [](Database &database) { return readStoredCatalogue(database); },
        [this](const Result<Catalogue> &catalogue) {
            if (catalogue) {
                takeCatalogue(*catalogue);
            } else {
                m_date.reset(); // with the next reading
            }
        });
}

void BoardRole::takeCatalogue(const Catalogue &catalogue)
{
    m_catalogue = catalogue;
    m_content.week = catalogue.calendar.week;
    read(); // what depends on the calendar

    if (!m_settings.speaks) {
        report();
        return;
    }
    VoiceSettings voice = voiceSettings(catalogue);
    voice.packs = m_settings.packs;
    voice.letterNames = m_settings.letterNames;
    voice.device = m_settings.device;
    voice.volume = m_settings.volume;
    if (m_voice) {
        m_voice->setSettings(voice);
    } else {
        startVoice(voice);
    }
}

void BoardRole::startVoice(const VoiceSettings &settings)
{
    m_voice.emplace(settings);
    const auto leastTime =
        std::chrono::milliseconds(qRound64(designNumber("timing.board.minCallS"_L1) * MsInSecond));
    m_queue.emplace(m_storage, speakerName(m_settings.number), leastTime);
    connect(&*m_queue, &AnnouncementQueue::claimed, &*m_voice, &Announcer::announce);
    connect(&*m_voice, &Announcer::started, &m_window, &BoardWindow::startSpeaking);
    connect(&*m_voice, &Announcer::started, &*m_queue, &AnnouncementQueue::begin);
    connect(&*m_voice, &Announcer::started, this,
            [](qint64 id) { trace(u"voice started %1"_s.arg(id)); });
    connect(&*m_voice, &Announcer::spoken, &m_window, &BoardWindow::repeatSpeaking);
    connect(&*m_voice, &Announcer::finished, this, [this](qint64 id, AnnouncementState outcome) {
        trace(u"voice finished %1"_s.arg(id));
        m_window.stopSpeaking(id);
        m_queue->finish(id, outcome);
    });
    connect(&*m_voice, &Announcer::gapsFound, this,
            [](Language language, const QStringList &units) {
                qCWarning(lcBoard).noquote()
                    << "the" << (language == Language::Vietnamese ? "Vietnamese" : "English")
                    << "voice pack lacks, so that calls with them are said by the built-in voice:"
                    << units.join(u", "_s);
            });
    connect(&*m_voice, &Announcer::outputChanged, this, &BoardRole::report);
    connect(&*m_voice, &Announcer::outputChanged, &*m_queue,
            [this] { m_queue->setHeard(isHeard()); });
    m_queue->setHeard(isHeard());
    m_queue->look();
    report();
}

bool BoardRole::isHeard() const
{
    return m_voice && m_voice->hasOutput() && m_settings.volume > 0;
}

/// The counters show whether the hall can hear them.
void BoardRole::report()
{
    const bool hasSound = m_voice && m_voice->hasOutput();
    Device device{.kind = DeviceKind::Board,
                  .number = m_settings.number,
                  .state = m_voice && !hasSound ? DeviceState::NoSound : DeviceState::Ok,
                  .volume = hasSound ? qRound(m_settings.volume * Percent) : 0};
    m_storage.run(
        this,
        [device, clock = m_settings.clock](Database &database) {
            return reportDevice(database, device, clock());
        },
        [](const Result<> &) {}); // said again in half a minute
}

} // namespace motcua
