// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchmonth.h"
#include "core/language.h"
#include "core/localtime.h"
#include "core/report.h"
#include "core/workingcalendar.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <chrono>
#include <map>
#include <optional>
#include <vector>

namespace motcua {

/// What days came to, as the centre keeps it of each branch: counts by the same words as a report, and
/// the waits. See CitySum for adding them.
struct CityFigures
{
    int issued = 0;
    int served = 0;
    int noShow = 0;
    int cancelled = 0;
    int expired = 0;
    int notDone = 0;
    qint64 waits = 0;                   ///< how many
    qint64 waitMs = 0;                  ///< all of them together
    std::optional<int> waitMedian = {}; ///< seconds; nothing when nobody was called
    std::optional<int> waitNinetieth = {};
    std::optional<int> waitLongest = {};
    int accepted = 0;
    int supplement = 0;
    int refused = 0;

    /// Seconds, rounded; nothing when nobody was called.
    [[nodiscard]] std::optional<int> waitAverage() const;

    friend bool operator==(const CityFigures &, const CityFigures &) = default;
};

/// How many waits were of so many seconds, rounded as in a branch's own report.
using WaitCounts = std::map<int, int>;

/// Figures that are added up with all their waits: the median of several branches or days is that of
/// all their people. Of a large city these are millions of numbers, so who reads them keeps told() alone.
struct CitySum
{
    CityFigures figures = {}; ///< but for its median, ninetieth and longest
    WaitCounts waits = {};

    CitySum &operator+=(const CitySum &other);
    /// Whole, with percentiles as percentile() has them.
    [[nodiscard]] CityFigures told() const;
};

/// What of a period has arrived from a branch.
enum class Coverage {
    Whole,  ///< all there is so far
    Part,   ///< some of its days, or one of them before its close
    Closed, ///< the branch has sent since, and had nothing on these days
    None,   ///< not sent yet: nobody knows, which is not zero
};
[[nodiscard]] QString word(Coverage coverage);

/// A place of the city that serves people, and how it stands with the centre.
struct CityBranch
{
    QString code;
    Bilingual name;
    bool isEnrolled = false; ///< it may send, or could once
    bool isRevoked = false;
    LocalTime lastSync = {}; ///< at the city's wall; no date: never
    QDate lastDay = {};      ///< the newest business day that came
    QDate lastClosed = {};   ///< the newest that came with its close
    qint64 toCome = 0;       ///< events that it had and could not bring when it last spoke
    qint64 missingEvents = 0;
    std::vector<QDate> unprovenDays = {};    ///< not the same here and there, or not compared
    QStringList alarms = {};                 ///< kinds that nobody has looked at
    std::optional<CityFigures> figures = {}; ///< of the period; nothing when nothing of it came
    QDate newest = {};                       ///< day of the period that came
    int openDays = 0;                        ///< of the period: open when they came, or open again

    [[nodiscard]] qint64 gaps() const { return missingEvents + std::ssize(unprovenDays); }
    /// A night may fail and a branch may rest on one day; a second night is told.
    static constexpr std::chrono::hours SilentAfter{36};
    /// May send, did once, and has not for longer than SilentAfter.
    [[nodiscard]] bool isSilent(const LocalTime &now) const;
    /// What has come of the days up to @p until.
    [[nodiscard]] Coverage coverage(const QDate &until) const;
    /// Days up to this one have come, or had no business; null: nothing is known.
    [[nodiscard]] QDate heardUntil() const;

    friend bool operator==(const CityBranch &, const CityBranch &) = default;
};

/// All places of the city in the order of its register, never by what they achieved.
struct CityDays
{
    QDate from;
    QDate to; ///< included
    LocalTime readAt = {};
    std::vector<CityBranch> branches = {};
    std::optional<CityFigures> total = {}; ///< nothing when nothing came: that is no zero

    /// The last day of the period that is not to come.
    [[nodiscard]] QDate until() const { return std::min(to, readAt.date); }
    /// How many branches have sent something of the period, or all there is.
    [[nodiscard]] int arrived() const;
    /// The last day of the period of which something came; null for none.
    [[nodiscard]] QDate newest() const;
    /// CityBranch::heardUntil() of @p branch, or (empty) the earliest of those that may send and have
    /// sent: who never did is missing on every day alike.
    [[nodiscard]] QDate heardUntil(const QString &branch) const;
};

/// What somebody at the centre has to see to.
struct CityAttention
{
    enum class Kind { // the worst first
        Identity,     ///< a copy of a branch's data speaks in its name
        MissingEvents,
        Unproven,
        SetAside,
        Format,
        NeverSent, ///< may send and never did
        Silent,    ///< CityBranch::isSilent()
        Behind,    ///< came, and did not get to its end
    };
    Kind kind;
    size_t branch = 0; ///< in CityDays::branches

    friend bool operator==(const CityAttention &, const CityAttention &) = default;
};
/// The worst first, then by the register. Who is not enrolled or was shut out is not waited for.
[[nodiscard]] std::vector<CityAttention> attentionOf(const CityDays &days);

/// A day of a branch or of the city.
struct CityDay
{
    QDate date;
    int branches = 0; ///< how many it came from
    int open = 0;     ///< of them: had not closed it, or had opened it again
    CityFigures figures = {};
    std::map<QString, CityFigures> groups =
        {}; ///< by letter; without what was recorded at counters
};

/// A month of a branch, or of the whole city.
struct CityMonth
{
    QString branch; ///< code; empty: the city
    QDate first;
    LocalTime readAt = {};
    std::vector<CityDay> days = {}; ///< of which something came
    CityFigures total = {};
    std::map<QString, CityFigures> groups = {}; ///< as of a day
    CityFigures before = {};                    ///< of the month before

    /// Null when nothing of @p date came.
    [[nodiscard]] const CityDay *dayOf(const QDate &date) const;
    /// For the calendar; a day's colour is by the load of one branch. @p heard is CityDays::heardUntil():
    /// a day up to it of which nothing came was no business day, and one after it came from some
    /// branches. @p hours are as published; without them Sundays are days off.
    [[nodiscard]] BranchMonth calendar(const QDate &heard,
                                       const std::optional<WorkingCalendar> &hours) const;
};

/// The wall clock of the city.
[[nodiscard]] QTimeZone cityZone();

/// @p days as a report by branch.
[[nodiscard]] ReportTable tableOf(const CityDays &days);

} // namespace motcua
