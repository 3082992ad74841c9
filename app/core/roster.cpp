// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/roster.h"

#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

RosterReading readRoster(const QByteArray &csv)
{
    RosterReading reading;
    CsvReader reader({u"date"_s, u"staff"_s, u"counter"_s, u"starts"_s, u"agency"_s},
                     {u"date"_s, u"staff"_s}, reading.faults);
    QSet<std::pair<QDate, QString>> seen;
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
        entry.starts = QTime::fromString(starts, u"H:mm"_s);
        if (!starts.isEmpty() && !entry.starts.isValid()) {
            reader.fault(u"starts"_s, "bad_time"_L1);
        }
        if (!entry.staff.isEmpty() && seen.contains({entry.date, entry.staff})) {
            reader.fault(u"staff"_s, "duplicate"_L1);
        }
        seen.insert({entry.date, entry.staff});
        reading.entries.push_back(std::move(entry));
        reading.lines.push_back(reader.line());
    });
    return reading;
}

} // namespace motcua
