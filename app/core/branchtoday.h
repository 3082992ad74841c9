// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/daysummary.h"
#include "core/device.h"
#include "core/hallstate.h"
#include "core/rating.h"
#include "core/roster.h"
#include "core/workingcalendar.h"

#include <span>

namespace motcua {

/// What a branch is held to; beyond it, it is over the target.
struct DayTargets
{
    static constexpr int WaitAverage = 15 * 60;   ///< seconds
    static constexpr int WaitNinetieth = 30 * 60; ///< seconds
    static constexpr qint64 LongWaitMs = qint64{45} * 60'000;
    static constexpr qint64 LongBreakMs = qint64{5} * 60'000; ///< while people wait
};

/// How long @p leg waited, where that was longer than DayTargets::LongWaitMs; ms. Who was never called
/// waited until the day closed, or waits until @p now, 0 for a day that is over. Nothing for who gave the
/// number back.
[[nodiscard]] std::optional<qint64> longWaitOf(const Leg &leg, qint64 now);

/// An hour of the day at the branch's wall.
struct HourCounts
{
    enum class When { Past, Now, ToCome };

    int hour = 0;
    int issued = 0; ///< numbers given in it
    int served = 0; ///< services that ended in it
    When when = When::Past;
    bool isBreak = false; ///< between two sessions, and nothing happened

    friend bool operator==(const HourCounts &, const HourCounts &) = default;
};

/// The hours of @p day at the branch's wall, from the first to the last of a session or in which something
/// happened to @p legs, which are that day's; @p now is branch time.
[[nodiscard]] std::vector<HourCounts> hoursOf(const QDate &day, std::span<const Leg> legs,
                                              std::span<const Session> sessions,
                                              const QTimeZone &zone, qint64 now);

struct CounterToday
{
    CounterState state = {};
    qint64 breakSince = 0;                  ///< 0 when not on a break
    int served = 0;                         ///< services it finished
    std::optional<int> serviceAverage = {}; ///< seconds, of what it finished or transferred
};

/// A device that was lost and is back.
struct Outage
{
    DeviceKind kind = DeviceKind::Kiosk;
    int number = 1;
    qint64 from = 0; ///< last heard of
    qint64 until = 0;

    /// It is told for so long.
    static constexpr qint64 ToldForMs = qint64{20} * 60'000;

    friend bool operator==(const Outage &, const Outage &) = default;
};

/// Something the branch head can do something about, or should know.
struct Attention
{
    /// In the order of the harm to citizens, the worst first.
    enum class Kind {
        LongWait,     ///< somebody waits longer than the target allows
        StaffMissing, ///< who should have signed in by now, see ExpectedStaff
        NoPaper,      ///< a kiosk gives no paper; see state
        DeviceLost,   ///< not heard of for Device::LostAfterMs
        NoSound,      ///< calls cannot be heard
        LongBreak,    ///< of a counter whose groups have people waiting
        PaperLow,     ///< of a kiosk
        Reconnected,  ///< a device is back
    };

    Kind kind = Kind::LongWait;
    QString group = {};             ///< letter: who waits
    int people = 0;                 ///< how many wait too long, or are missing
    std::vector<int> counters = {}; ///< StaffMissing: where they are expected
    QStringList names = {};         ///< StaffMissing: of people, with the first counters' first
    int waiting = 0;                ///< of the group
    int openCounters = 0;           ///< LongWait: that serve the group, breaks not counted
    int counter = 0;                ///< LongBreak
    qint64 remindedAt = 0;          ///< LongBreak: when it was asked to end it; 0: not yet
    DeviceKind device = DeviceKind::Kiosk; ///< else
    int number = 0;                        ///< of the device
    DeviceState state = DeviceState::Ok;   ///< of the device
    qint64 since = 0;                      ///< 0: not known
    qint64 until = 0;                      ///< Reconnected

    friend bool operator==(const Attention &, const Attention &) = default;
};

/// What a branch's day is counted from, at one moment.
struct TodayFacts
{
    struct Break
    {
        int counter = 0;
        qint64 since = 0;
        qint64 remindedAt = 0; ///< 0: not yet
    };

    HallState hall = {};
    DaySummary day = {};
    std::span<const Leg> legs = {}; ///< of that day
    std::vector<Break> breaks = {};
    std::vector<Device> devices = {};
    std::vector<Outage> outages = {};
    std::span<const Session> sessions = {}; ///< of that day
    std::optional<int> usual = {};
    Satisfaction ratings = {};
    std::span<const ExpectedStaff> expected = {};
};

/// The branch's day as its head sees it. Instants are branch time, UTC ms.
struct BranchToday
{
    HallState hall = {}; ///< its branchNow is the moment of the figures
    DaySummary day = {};
    std::optional<int> usual = {}; ///< numbers given on such a weekday; none: no such day yet
    qint64 longestWaitMs = 0;      ///< of who was never called; 0 when nobody is
    QString longestGroup = {};     ///< letter of his line
    std::vector<HourCounts> hours = {};
    std::vector<CounterToday> counters = {}; ///< by number
    std::vector<Attention> attention = {};   ///< by harm, then the oldest first
    std::vector<Device> devices = {};
    std::vector<Outage> outages = {};
    Satisfaction ratings = {}; ///< of the whole branch
};

[[nodiscard]] BranchToday branchToday(TodayFacts facts);

/// What is told of devices that came back, once they are @p devices after @p before.
[[nodiscard]] std::vector<Outage> outagesAfter(const BranchToday &before,
                                               std::span<const Device> devices, qint64 now);

} // namespace motcua
