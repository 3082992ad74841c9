// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/daysummary.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace motcua {

/// A leg of a business day: as much of it as figures need. Times are ms.
struct RolledLeg
{
    static constexpr qint32 None = -1;

    char16_t series = u'?';           ///< letter of the ticket's number
    quint16 number = 0;               ///< the rest of it
    char16_t group = u'?';            ///< letter of the line it stood in
    quint16 procedure = 0;            ///< of the ticket: place in DayRollup::procedures
    quint16 counter = 0;              ///< 0 for none
    LegState end = LegState::Waiting; ///< where the ticket stands in the end
    bool isStanding = false;          ///< the leg that the ticket stands in
    qint32 issued = 0;                ///< the ticket's first wait began so long after midnight
    qint32 wait = None;               ///< see waitOf()
    qint32 service = None;            ///< see serviceOf()

    friend bool operator==(const RolledLeg &, const RolledLeg &) = default;
};

/// The hour of the day, 0 to 23, in which the number of @p leg was given.
[[nodiscard]] int hourOf(const RolledLeg &leg);

/// Visits with one outcome, corrections not counted.
struct RolledIntake
{
    char16_t group = u'?'; ///< letter of the line
    quint16 procedure = 0; ///< that was recorded: place in DayRollup::procedures
    quint16 counter = 0;
    Outcome outcome = Outcome::Accepted;
    qint32 count = 0;

    friend bool operator==(const RolledIntake &, const RolledIntake &) = default;
};

/// A business day as its figures need it. Of a closed day it is kept, so that a month is read without
/// its tickets; everything in it follows from them, and `verify` compares.
struct DayRollup
{
    QDate date;
    QStringList procedures = {}; ///< codes in order; an empty one where none was named
    std::vector<RolledLeg> legs = {};
    std::vector<RolledIntake> intakes = {};

    friend bool operator==(const DayRollup &, const DayRollup &) = default;
};

/// Rolls up @p legs of @p date, whose midnight is the instant @p midnight. @p procedures are codes by
/// ticket. Intakes are the caller's to add, see placeOf().
[[nodiscard]] DayRollup rolledUp(const QDate &date, qint64 midnight, std::span<const Leg> legs,
                                 const QHash<QUuid, QString> &procedures);
/// The place of @p code in @p day's procedures, where it is added if it is new.
[[nodiscard]] quint16 placeOf(DayRollup &day, const QString &code);

/// @p day as it is kept, ASCII: the same bytes for the same day.
[[nodiscard]] QByteArray encoded(const DayRollup &day);
/// Nothing for bytes of another version of the program, or none of ours.
[[nodiscard]] std::optional<DayRollup> decoded(const QDate &date, const QByteArray &bytes);

/// Adds the wait and the service of @p leg, where it had them.
void takeTimes(GroupCount &count, const RolledLeg &leg);

/// Which tickets, times and visits are counted; what is empty leaves nothing out. A ticket belongs to
/// the group of its letter and to the counter where it stands in the end; its waits and services to the
/// line and the counter where they were; a visit to the procedure that was recorded.
struct Selection
{
    QString group = {};               ///< letter
    QString procedure = {};           ///< code
    int counter = 0;                  ///< 0: all
    std::optional<int> hour = {};     ///< the number was given in it
    std::optional<int> weekday = {};  ///< 1 Monday to 7
    std::optional<LegState> end = {}; ///< the ticket stands there in the end

    [[nodiscard]] bool isEmpty() const { return group.isEmpty() && isGroupAlone(); }
    /// Nothing but a group is named, or nothing at all.
    [[nodiscard]] bool isGroupAlone() const
    {
        return procedure.isEmpty() && counter == 0 && !hour && !weekday && !end;
    }
    /// Whether visits can be counted for it: they know neither the hour of a number nor its end.
    [[nodiscard]] bool countsVisits() const { return !hour && !end; }
    friend bool operator==(const Selection &, const Selection &) = default;
};

/// A selection on one day.
class DaySelection
{
public:
    DaySelection(const Selection &selection, const DayRollup &day);

    [[nodiscard]] bool takesTicket(const RolledLeg &leg) const
    {
        return leg.isStanding && takes(leg) && isAnyOr(m_group, leg.series);
    }
    [[nodiscard]] bool takesTimes(const RolledLeg &leg) const
    {
        return takes(leg) && isAnyOr(m_group, leg.group);
    }
    /// None where the selection does not count visits.
    [[nodiscard]] bool takes(const RolledIntake &intake) const;

private:
    static constexpr int Any = -1;

    [[nodiscard]] static bool isAnyOr(int wanted, int value)
    {
        return wanted == Any || wanted == value;
    }
    [[nodiscard]] bool takes(const RolledLeg &leg) const
    {
        return !m_takesNothing && isAnyOr(m_procedure, leg.procedure)
               && isAnyOr(m_counter, leg.counter) && isAnyOr(m_hour, hourOf(leg))
               && isAnyOr(m_end, static_cast<int>(leg.end));
    }

    bool m_takesNothing = false;
    bool m_countsVisits = true;
    int m_group = Any;
    int m_procedure = Any;
    int m_counter = Any;
    int m_hour = Any;
    int m_end = Any;
};

/// What a group came to on a day, without the distribution of its times.
struct DailyCount
{
    QDate date;
    QString group; ///< letter; empty for all
    int issued = 0;
    int served = 0;
    int noShow = 0;
    int cancelled = 0;
    int expired = 0;
    int notDone = 0;
    int waits = 0;
    qint64 waitMs = 0; ///< all of them together
    int services = 0;
    qint64 serviceMs = 0;
    std::array<int, OutcomeCount> intakes{};

    [[nodiscard]] std::optional<int> waitAverage() const; ///< seconds, rounded
    /// Adds the figures of @p other; the day and the group stay.
    DailyCount &operator+=(const DailyCount &other);
    friend bool operator==(const DailyCount &, const DailyCount &) = default;
};
/// By letter, the groups that had any.
[[nodiscard]] std::vector<DailyCount> dailyCounts(const DayRollup &day);

} // namespace motcua
