// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dayrollup.h"
#include "core/language.h"
#include "core/rating.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace motcua {

/// A day of a month's calendar.
struct MonthDay
{
    QDate date;
    int issued = 0;
    bool wasOpened = false;  ///< a business day of the branch
    bool isOffDay = false;   ///< nobody is there by the calendar
    bool isReopened = false; ///< opened again after its close
    bool isPartial = false;  ///< at the centre: not closed when it came from a branch
    bool isFromSome = false; ///< at the centre: of some branches it may still come
    bool isMissing = false;  ///< at the centre: past, and may still come

    friend bool operator==(const MonthDay &, const MonthDay &) = default;
};

/// What another branch came to in the month, as far as the centre has told.
struct OtherBranch
{
    Bilingual name;
    int days = 0; ///< that these are the figures of
    int issued = 0;
    int accepted = 0;
    std::optional<int> waitAverage = {}; ///< seconds

    friend bool operator==(const OtherBranch &, const OtherBranch &) = default;
};

/// What a month came to, by the same rules as a day and a report.
struct BranchMonth
{
    /// From how many numbers a day the steps of a calendar's colour begin: the design's bounds.
    static constexpr std::array StepFrom{0, 200, 360, 390, 420};

    QDate first; ///< of the month
    QDate today; ///< days after it are to come
    Selection selection = {};
    Bilingual branch = {};
    int branchNumber = 0;
    int branches = 1; ///< how many these are the numbers of; see stepsFor()
    std::vector<MonthDay> days = {};
    GroupSummary total = {};   ///< its counts of ends are not filled in; see a report
    Satisfaction ratings = {}; ///< of the selected group; none for a narrower selection
    int issuedBefore = 0;      ///< in the month before
    int acceptedBefore = 0;
    /// Numbers given in an hour of a weekday (Monday first), all such days of the month together.
    std::map<int, std::array<int, 7>> hours = {};
    std::array<int, 7> weekdays = {}; ///< how many of each weekday were business days
    /// Numbers given on such a weekday: the mean of the last eight before the month.
    std::array<std::optional<int>, 7> usual = {};
    std::vector<OtherBranch> others = {}; ///< most accepted first; none for a selection

    [[nodiscard]] int openedDays() const;
    /// The day with most numbers, the first of several; null when there were none.
    [[nodiscard]] const MonthDay *busiest() const;
    /// The bounds for the days of @p branches together. Where the @p busiest of them does not reach the
    /// last bound all are less in proportion, and those that would be the same are one.
    [[nodiscard]] static std::vector<int> stepsFor(int busiest, int branches = 1);
    /// Which of @p steps @p issued numbers are, from 0.
    [[nodiscard]] static int stepOf(int issued, std::span<const int> steps);
};

/// Several years, day by day.
struct BranchYears
{
    QDate first; ///< 1 January
    QDate today; ///< days after it are to come
    Bilingual branch = {};
    QString group = {};                ///< letter; empty for all
    std::vector<DailyCount> days = {}; ///< those that were opened, in order
    int notKept = 0; ///< closed days that are missing, because nobody rolled them up yet
};

/// What a selection can be made of.
struct SelectionChoices
{
    std::vector<std::pair<QString, Bilingual>> groups = {};     ///< by letter
    std::vector<std::pair<QString, Bilingual>> procedures = {}; ///< by code
    std::vector<int> counters = {};
};

/// Numbers given on each weekday, Monday first: the mean of its last eight days in @p days that had any,
/// rounded; nothing without one.
[[nodiscard]] std::array<std::optional<int>, 7> usualByWeekday(std::span<const DailyCount> days);

} // namespace motcua
