// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/leg.h"

#include <chrono>
#include <optional>

namespace motcua {

/// The words of counts and times: one meaning each, on every screen, in every file and on paper.
/// Where a word is a rule, the rule is a function here or named here; definitionTitle() and
/// definitionText() of the screens say it to people.
enum class Definition {
    Way,        ///< all of a ticket's legs, from its number to its end
    Issued,     ///< a number was given; a ticket counts once, with its letter
    Served,     ///< a counter finished with the citizen, in whichever line that was in the end
    NoShow,     ///< was called, did not come, and nobody put the ticket back into the line
    Cancelled,  ///< the number was given back
    Expired,    ///< the day closed first
    NotDone,    ///< waiting, called, served or on hold now; none on a closed day
    Wait,       ///< waitOf()
    NineOfTen,  ///< percentile() of 90
    OverTarget, ///< longer than DayTargets::LongWaitMs, by the exact time
    Service,    ///< serviceOf()
    Serving,    ///< from here to SignedOut: CounterTime
    Calling,
    Idle,
    Break,
    Silent,
    SignedOut,
    Intake,   ///< recorded at a counter; corrections are not counted
    Received, ///< a dossier was accepted, with its register entry
    Carried,  ///< accepted before the period and not solved before it
    Solved,   ///< the result was handed over
    OnTime,   ///< progressAt(), as early and late
    Overdue,  ///< isOverdue(), progressAt()
    Rated,    ///< a citizen's rating of a leg; by the day and line of that leg
    Content,  ///< Satisfaction::satisfiedShare()
    Handled,  ///< a comment somebody has dealt with; Satisfaction::handledShare()
    Reopened, ///< DayMark
    Arrived,  ///< CityBranch::coverage(), gaps()
};
/// The fixed word of @p definition, as JSON has it.
[[nodiscard]] QString word(Definition definition);

/// The wait: from joining a group's line to the first call out of it. It ends for good with that call,
/// also when nobody came or the ticket was put back; a transfer begins another one in its line. Nothing
/// while nobody called.
[[nodiscard]] std::optional<qint64> waitOf(const Leg &leg);
/// How a wait reads where only minutes are shown, on every screen and in the terminal: begun minutes
/// count, so that what is over a target never reads as if it met it. Reports and their files tell the
/// seconds.
[[nodiscard]] int begunMinutes(std::chrono::milliseconds wait);
/// The service: from its start, or the last call where nobody told one, to its end, without time on
/// hold and without the gap of a counter that fell silent and was taken over. Nothing for legs that
/// were neither finished nor transferred; ms, as the wait.
[[nodiscard]] std::optional<qint64> serviceOf(const Leg &leg);

} // namespace motcua
