// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace motcua {

/// What a clock on the branch's wall shows. Due dates and opening hours are promises in wall-clock
/// time, so no zone of any PC may shift them.
struct LocalTime
{
    QDate date;
    QTime time;

    friend bool operator==(const LocalTime &, const LocalTime &) = default;
};

/// @p at as the wall shows it in @p zone: to the minute, as it is stored.
[[nodiscard]] inline LocalTime wallClock(const QDateTime &at, const QTimeZone &zone)
{
    const QDateTime local = at.toTimeZone(zone);
    return {local.date(), QTime(local.time().hour(), local.time().minute())};
}

/// "2026-11-20T16:30", as it is stored; empty for none.
[[nodiscard]] inline QString localTimeText(const LocalTime &time)
{
    return time.date.isValid()
               ? time.date.toString(Qt::ISODate) + u'T' + time.time.toString(u"HH:mm")
               : QString();
}

/// Reads what localTimeText() wrote.
[[nodiscard]] inline std::optional<LocalTime> localTimeFromText(const QString &text)
{
    const LocalTime time{QDate::fromString(text.left(10), u"yyyy-MM-dd"),
                         QTime::fromString(text.mid(11), u"HH:mm")};
    constexpr qsizetype Length = 16;
    const bool isTime =
        text.size() == Length && text[10] == u'T' && time.date.isValid() && time.time.isValid();
    return isTime ? std::optional(time) : std::nullopt;
}

} // namespace motcua
