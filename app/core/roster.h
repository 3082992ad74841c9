// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/csvreader.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QTime>

#include <optional>
#include <vector>

namespace motcua {

/// Who is expected on a day. Staff are seconded, so whose they are is part of it.
struct RosterEntry
{
    QDate date;
    QString staff;   ///< code
    int counter = 0; ///< where; 0: at none, e.g. in the hall
    QTime starts;    ///< null: with the branch
    QString agency;  ///< home agency; empty for the branch's own

    friend bool operator==(const RosterEntry &, const RosterEntry &) = default;
};

/// The time that @p typed means: "07:30", "7:30", "7h30", "0730", "730", "7h"; nothing for none.
[[nodiscard]] std::optional<QTime> rosterTime(QStringView typed);

struct RosterReading
{
    std::vector<RosterEntry> entries; ///< only meaningful when there are no faults
    std::vector<qsizetype> lines;     ///< of the entries in the file
    std::vector<FileFault> faults;
};

/// Reads a roster file: UTF-8 with or without a byte order mark, columns separated by "," or ";",
/// header "date;staff;counter;starts;agency" in any order (the last three may be left out or empty),
/// dates 2026-11-17 or 17/11/2026, times as rosterTime() knows them.
///
/// Problems: malformed (not UTF-8, an open quote), missing_column, unknown_column, wrong_count (of
/// columns), empty, too_long, duplicate (a person twice on a day), taken_twice (a counter for two from the
/// same time), bad_date, bad_counter, bad_time. All are reported, but no more than 1000.
[[nodiscard]] RosterReading readRoster(const QByteArray &csv);

/// One expected person as the head of the branch sees it.
struct ExpectedStaff
{
    RosterEntry entry;
    QString name;
    int signedInAt = 0;     ///< counter where the person is signed in now; 0: nowhere
    bool wasHere = false;   ///< signed in on that day, now or before
    bool isMissing = false; ///< should be there by now, and was not
    bool isOver = false;    ///< that day was closed or is past, so nobody can come any more

    friend bool operator==(const ExpectedStaff &, const ExpectedStaff &) = default;
};

} // namespace motcua
