// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/roster.h"

#include <QRegularExpression>

#include <set>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

std::optional<QTime> rosterTime(QStringView typed)
{
    static const QRegularExpression parts(u"^(\\d{1,2})(?:[:.](\\d{2})|[hg](\\d{2})?|(\\d{2}))$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto found = parts.match(typed.trimmed().toString());
    const QTime time(found.captured(1).toInt(),
                     (found.captured(2) + found.captured(3) + found.captured(4)).toInt());
    return found.hasMatch() && time.isValid() ? std::optional(time) : std::nullopt;
}

RosterReading readRoster(const QByteArray &csv)
{
    RosterReading reading;
    CsvReader reader({u"date"_s, u"staff"_s, u"counter"_s, u"starts"_s, u"agency"_s},
                     {u"date"_s, u"staff"_s}, reading.faults);
    std::set<std::pair<QDate, QString>> seen;
    std::set<std::tuple<QDate, int, QTime>> taken;
    reader.read(csv, [&] {
        RosterEntry entry{.date = reader.requiredDay(u"date"_s),
                          .staff = reader.required(u"staff"_s),
                          .starts = {},
                          .agency = reader.field(u"agency"_s)};
        const QString counter = reader.field(u"counter"_s);
        entry.counter = counter.toInt();
        if (!counter.isEmpty() && entry.counter < 1) {
            reader.fault(u"counter"_s, "bad_counter"_L1);
        }
        const QString starts = reader.field(u"starts"_s);
        entry.starts = rosterTime(starts).value_or(QTime());
        if (!starts.isEmpty() && !entry.starts.isValid()) {
            reader.fault(u"starts"_s, "bad_time"_L1);
        }
        const auto person = std::pair(entry.date, entry.staff.toUpper()); // codes in any case
        const bool isRead = entry.date.isValid() && (starts.isEmpty() || entry.starts.isValid());
        if (!entry.staff.isEmpty() && entry.date.isValid() && !seen.insert(person).second) {
            reader.fault(u"staff"_s, "duplicate"_L1);
        }
        if (isRead && entry.counter > 0
            && !taken.insert({entry.date, entry.counter, entry.starts}).second) {
            reader.fault(u"counter"_s, "taken_twice"_L1);
        }
        reading.entries.push_back(std::move(entry));
        reading.lines.push_back(reader.line());
    });
    return reading;
}

} // namespace motcua
