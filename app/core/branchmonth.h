// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/daysummary.h"
#include "core/language.h"

#include <array>
#include <map>
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

    friend bool operator==(const MonthDay &, const MonthDay &) = default;
};

/// What a month came to, by the same rules as a day and a report.
struct BranchMonth
{
    /// How many steps of colour a calendar has; the design's bounds.
    static constexpr std::array StepFrom{0, 200, 360, 390, 420};

    QDate first; ///< of the month
    QDate today; ///< days after it are to come
    Bilingual branch = {};
    int branchNumber = 0;
    std::vector<MonthDay> days = {};
    GroupSummary total = {}; ///< its counts of ends are not filled in; see a report
    int issuedBefore = 0;    ///< in the month before
    int acceptedBefore = 0;
    /// Numbers given in an hour of a weekday (Monday first), all such days of the month together.
    std::map<int, std::array<int, 7>> hours = {};
    std::array<int, 7> weekdays = {}; ///< how many of each weekday were business days

    [[nodiscard]] int openedDays() const;
    /// The day with most numbers, the first of several; null when there were none.
    [[nodiscard]] const MonthDay *busiest() const;
    /// Which step of colour @p issued numbers are, from 0.
    [[nodiscard]] static int stepOf(int issued);
};

} // namespace motcua
