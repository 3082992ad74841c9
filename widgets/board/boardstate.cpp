// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "board/boardstate.h"

#include "shared/theme.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qint64 Second = 1000;
constexpr qint64 Minute = 60 * Second;
constexpr qint64 PageTime = 15 * Second;
/// Pages with a call that waits for the panel are turned faster.
constexpr qint64 CalledPageTime = 4 * Second;
constexpr qint64 ShiftTime = 10 * Minute;
/// Longer than any announcement takes: a speaker that died in the middle holds the panel no longer.
constexpr qint64 LongestSpeech = 40 * Second;
/// A call this old was missed by a board that was off: it goes straight to the previous ones.
constexpr qint64 NewsAge = Minute;
constexpr qint64 FrameTime = 33;

qint64 leastCallTime()
{
    static const qint64 time = qRound64(designNumber("timing.board.minCallS"_L1) * Second);
    return time;
}

qint64 staleAfter()
{
    static const qint64 time = qRound64(designNumber("timing.board.staleAfterS"_L1) * Second);
    return time;
}

qint64 noticeTime()
{
    static const qint64 time = qRound64(designNumber("timing.board.noticeRotateS"_L1) * Second);
    return time;
}

qint64 pulsePeriod()
{
    static const qint64 time = qRound64(designNumber("motion.callPulse.periodMs"_L1));
    return time;
}

qint64 pulseTime()
{
    static const qint64 time = pulsePeriod() * qRound64(designNumber("motion.callPulse.count"_L1));
    return time;
}

constexpr size_t StripSize = 12;
constexpr size_t GridSize = 20;
constexpr size_t TallGridSize = 12;

} // namespace

std::vector<std::vector<size_t>> pagesByGroup(const std::vector<CounterState> &counters,
                                              size_t perPage)
{
    std::vector<std::pair<QString, std::vector<size_t>>> groups;
    for (size_t i = 0; i < counters.size(); ++i) {
        const QString letter = counters[i].groups.value(0);
        auto group =
            std::ranges::find(groups, letter, &std::pair<QString, std::vector<size_t>>::first);
        if (group == groups.end()) {
            group = groups.insert(groups.end(), {letter, {}});
        }
        group->second.push_back(i);
    }
    std::vector<std::vector<size_t>> pages(1);
    for (const auto &[letter, members] : groups) {
        if (!pages.back().empty() && pages.back().size() + members.size() > perPage) {
            pages.emplace_back();
        }
        for (const size_t member : members) {
            if (pages.back().size() == perPage) {
                pages.emplace_back();
            }
            pages.back().push_back(member);
        }
    }
    return pages;
}

BoardState::BoardState(qint64 now, qint64 wallClock)
    : m_readAt(now)
    , m_wallClock(wallClock)
    , m_startedAt(now)
    , m_pages(1)
    , m_contentAt(now)
{
}

void BoardState::setContent(const BoardContent &content, qint64 now)
{
    m_content = content;
    if (m_content.languages.empty()) {
        m_content.languages.push_back(Language::Vietnamese);
    }
    m_contentAt = now;
}

void BoardState::setShape(bool media, bool tall, qint64 now)
{
    m_media = media;
    m_tall = tall;
    paginate(now);
}

void BoardState::setHall(const HallState &hall, qint64 now, qint64 lead)
{
    const bool first = !m_read || hall.businessDate != m_hall.businessDate;
    m_read = true;
    m_readAt = now;
    m_wallClock = hall.branchNow - lead;
    m_hall = hall;
    if (first) {
        m_shown.reset();
        m_flashAt.reset();
        m_waiting.clear();
        m_knownId = 0;
    }
    paginate(now);
    for (HallCall &waiting : m_waiting) {
        const auto found = std::ranges::find(hall.calls, waiting.id, &HallCall::id);
        if (found != hall.calls.end()) {
            waiting = *found;
        }
    }
    if (m_shown) {
        const auto found = std::ranges::find(hall.calls, m_shown->id, &HallCall::id);
        if (found != hall.calls.end()) {
            m_shown = *found;
        }
    }
    // Nobody is called any more to a counter that has ended with him.
    std::erase_if(m_waiting, [this](const HallCall &call) { return !isStanding(call); });
    const qint64 newsFrom = hall.branchNow - (first ? leastCallTime() : NewsAge);
    std::vector<HallCall> calls = hall.calls;
    std::ranges::sort(calls, {}, &HallCall::id);
    for (const HallCall &call : calls) {
        if (call.id <= m_knownId) {
            continue;
        }
        m_knownId = call.id;
        std::erase_if(m_waiting,
                      [&](const HallCall &waiting) { return waiting.ticket == call.ticket; });
        const bool isNews = call.at >= newsFrom && isStanding(call);
        const bool isRecall =
            m_shown && m_shown->ticket == call.ticket && m_shown->counter == call.counter;
        if (isRecall || call.id == m_speaking) {
            show(call, now);
        } else if (isNews) {
            m_waiting.push_back(call);
        } else if (!m_shown || (m_waiting.empty() && !isHeld(now))) {
            m_shown = call;
            m_shownAt = now - leastCallTime();
        }
        if (isNews) {
            m_arrivedAt = now;
            turnTo(call.counter, now);
        }
    }
}

void BoardState::startSpeaking(qint64 id, qint64 now)
{
    m_speaking = id;
    if (shownId() == id) {
        flash(now);
        return;
    }
    const auto call = std::ranges::find(m_hall.calls, id, &HallCall::id);
    if (call == m_hall.calls.end()) {
        return; // the branch is read in a moment
    }
    std::erase_if(m_waiting, [&](const HallCall &waiting) { return waiting.id == id; });
    m_knownId = std::max(m_knownId, id);
    show(*call, now);
}

void BoardState::repeatSpeaking(qint64 id, qint64 now)
{
    if (shownId() == id) {
        flash(now);
    }
}

void BoardState::stopSpeaking(qint64 id)
{
    if (m_speaking == id) {
        m_speaking = 0;
    }
}

void BoardState::show(const HallCall &call, qint64 now)
{
    m_shown = call;
    m_shownAt = now;
    flash(now);
    turnTo(call.counter, now);
}

/// One that is under way goes on: chime and voice follow each other within it.
void BoardState::flash(qint64 now)
{
    if (!m_flashAt || now - *m_flashAt >= pulseTime()) {
        m_flashAt = now;
    }
}

/// The call in the panel must stay.
bool BoardState::isHeld(qint64 now) const
{
    if (!m_shown) {
        return false;
    }
    const qint64 age = now - m_shownAt;
    const bool isSpoken =
        m_speaking == m_shown->id || m_shown->announcement == AnnouncementState::Playing;
    return age < leastCallTime() || (isSpoken && age < LongestSpeech);
}

bool BoardState::isCallFresh(qint64 now) const
{
    return (m_shown && (now - m_shownAt < leastCallTime() || m_speaking != 0))
           || !m_waiting.empty();
}

void BoardState::paginate(qint64 now)
{
    const size_t perPage = m_media ? StripSize : m_tall ? TallGridSize : GridSize;
    const auto before = m_pages;
    if (m_hall.counters.size() <= perPage || !m_media) {
        m_pages = pagesByGroup(m_hall.counters, perPage);
        if (m_pages.size() == 1) {
            std::ranges::sort(m_pages.front()); // all fit: by number
        }
    } else {
        m_pages.clear();
        for (size_t i = 0; i < m_hall.counters.size(); ++i) {
            if (i % perPage == 0) {
                m_pages.emplace_back();
            }
            m_pages.back().push_back(i);
        }
    }
    if (m_pages != before) {
        m_page = 0;
        m_pageAt = now;
        if (m_shown) {
            turnTo(m_shown->counter, now);
        }
    }
}

void BoardState::turnTo(int counter, qint64 now)
{
    for (size_t page = 0; page < m_pages.size(); ++page) {
        for (const size_t member : m_pages[page]) {
            if (m_hall.counters[member].number == counter) {
                m_page = page;
                m_pageAt = now;
            }
        }
    }
}

void BoardState::turnPages(qint64 now)
{
    if (m_pages.size() < 2) {
        return;
    }
    if (m_waiting.empty()) {
        // A call turns to its own page, which then stays for longer than a call is new.
        if (now - m_pageAt >= PageTime) {
            m_page = (m_page + 1) % m_pages.size();
            m_pageAt = now;
        }
        return;
    }
    if (now - m_pageAt < CalledPageTime) {
        return;
    }
    for (size_t step = 1; step <= m_pages.size(); ++step) {
        const size_t page = (m_page + step) % m_pages.size();
        const bool hasCall = std::ranges::any_of(
            m_pages[page], [&](size_t member) { return isCalled(m_hall.counters[member].number); });
        if (hasCall) {
            m_page = page;
            m_pageAt = now;
            return;
        }
    }
}

Bilingual BoardState::groupName(const QString &letter) const
{
    for (const GroupLoad &load : m_hall.groups) {
        if (load.group.letter == letter) {
            return load.group.shortName;
        }
    }
    return {letter, letter};
}

BoardCall BoardState::boardCall(const HallCall &call) const
{
    return {.ticket = call.ticket, .group = groupName(call.group), .counter = call.counter};
}

/// Whoever was called is still expected, or served, at that counter.
bool BoardState::isStanding(const HallCall &call) const
{
    const auto counter = std::ranges::find(m_hall.counters, call.counter, &CounterState::number);
    return counter != m_hall.counters.end() && counter->ticket == call.ticket;
}

bool BoardState::isCalled(int counter) const
{
    return (m_shown && m_shown->counter == counter)
           || std::ranges::find(m_waiting, counter, &HallCall::counter) != m_waiting.end();
}

BoardCounter BoardState::boardCounter(const CounterState &counter) const
{
    BoardCounter shown{.number = counter.number,
                       .presence = counter.presence,
                       .ticket = counter.ticket,
                       .groups = {}};
    // The one that waits for the panel is more urgent than the one in it.
    const auto isHere = [&](const HallCall &call) { return call.counter == counter.number; };
    auto call = std::find_if(m_waiting.rbegin(), m_waiting.rend(), isHere);
    std::optional<HallCall> newest;
    if (call != m_waiting.rend()) {
        newest = *call;
    } else if (m_shown && isHere(*m_shown) && counter.presence == Presence::Open) {
        newest = m_shown;
    }
    shown.called = newest.has_value();
    if (newest) {
        shown.ticket = newest->ticket;
        shown.groups = {groupName(newest->group)};
        return shown;
    }
    if (counter.ticket) {
        const auto of = std::ranges::find(m_hall.calls, *counter.ticket, &HallCall::ticket);
        shown.groups = {groupName(
            of != m_hall.calls.end() ? of->group : QString(QChar(counter.ticket->series)))};
        return shown;
    }
    for (const QString &letter : counter.groups) {
        shown.groups.push_back(groupName(letter));
    }
    return shown;
}

LocalTime BoardState::localTime(qint64 now) const
{
    QTimeZone zone(m_hall.branch.settings.timeZone.toLatin1());
    if (!zone.isValid()) {
        zone = QTimeZone::systemTimeZone();
    }
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(m_wallClock + now - m_readAt, Qt::UTC).toTimeZone(zone);
    return {.date = time.date(), .time = QTime(time.time().hour(), time.time().minute())};
}

BoardModel BoardState::at(qint64 now)
{
    while (!m_waiting.empty() && !isHeld(now)) {
        const HallCall next = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        show(next, now);
    }
    turnPages(now);

    BoardModel model;
    model.languages = m_content.languages;
    model.branch = m_hall.branch.name;
    model.organisation = m_hall.branch.organisation;
    model.now = localTime(now);
    model.open = !m_read || (m_hall.businessDate.isValid() && !m_content.isOver);
    model.stale = m_cut || now - m_readAt > staleAfter();
    if (m_shown) {
        model.call = boardCall(*m_shown);
    }
    if (m_flashAt) {
        const qint64 age = now - *m_flashAt;
        if (m_content.reducedMotion) {
            model.framed = age < leastCallTime();
        } else if (age < pulseTime()) {
            model.flash =
                1 - static_cast<double>(age % pulsePeriod()) / static_cast<double>(pulsePeriod());
        }
    }
    for (const HallCall &call : m_waiting) {
        model.waiting.push_back(boardCall(call));
    }
    for (const HallCall &call : m_hall.calls) {
        const bool isWaiting =
            std::ranges::find(m_waiting, call.ticket, &HallCall::ticket) != m_waiting.end();
        if (!isWaiting && !(m_shown && m_shown->ticket == call.ticket)) {
            model.previous.push_back(boardCall(call));
        }
    }
    for (const size_t member : m_pages[m_page]) {
        model.counters.push_back(boardCounter(m_hall.counters[member]));
    }
    model.counterCount = static_cast<int>(m_hall.counters.size());
    model.page = static_cast<int>(m_page);
    model.pages = static_cast<int>(m_pages.size());
    model.media = m_media;
    const auto turns = std::ssize(m_content.notices) * std::ssize(m_content.languages);
    if (turns > 0) {
        const auto turn = static_cast<size_t>((now - m_contentAt) / noticeTime() % turns);
        model.notice = m_content.notices[turn / m_content.languages.size()];
        model.noticeLanguage = m_content.languages[turn % m_content.languages.size()];
    }
    model.week = m_content.week;
    model.nextOpening = m_content.nextOpening;
    return model;
}

qint64 BoardState::nextChange(qint64 now) const
{
    const qint64 wallClock = m_wallClock + now - m_readAt;
    qint64 next = now + Minute - wallClock % Minute;
    const auto consider = [&](qint64 at) {
        if (at > now) {
            next = std::min(next, at);
        }
    };
    consider(m_readAt + staleAfter() + 1);
    consider(m_startedAt + ((now - m_startedAt) / ShiftTime + 1) * ShiftTime);
    if (m_content.notices.size() * m_content.languages.size() > 1) {
        consider(m_contentAt + ((now - m_contentAt) / noticeTime() + 1) * noticeTime());
    }
    if (m_flashAt) {
        if (m_content.reducedMotion) {
            consider(*m_flashAt + leastCallTime());
        } else if (now - *m_flashAt < pulseTime()) {
            consider(std::min(now + FrameTime, *m_flashAt + pulseTime()));
        }
    }
    if (m_shown) {
        consider(m_shownAt + leastCallTime());
        consider(m_shownAt + LongestSpeech);
    }
    if (m_pages.size() > 1) {
        consider(m_pageAt + (m_waiting.empty() ? PageTime : CalledPageTime));
    }
    return next;
}

std::pair<int, int> BoardState::shift(qint64 now) const
{
    constexpr int Pixels = 2;
    const qint64 turn = (now - m_startedAt) / ShiftTime % 4;
    return {turn == 1 || turn == 2 ? Pixels : 0, turn >= 2 ? Pixels : 0};
}

} // namespace motcua
