// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/rosters.h"

#include "core/localtime.h"
#include "operations/intakes.h"
#include "storage/cataloguerepository.h"
#include "storage/staffrepository.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject RosterAnswer::toJson() const
{
    return {{u"days"_s, days}, {u"entries"_s, entries}};
}

RosterAnswer RosterAnswer::fromJson(const QJsonObject &json)
{
    return {.days = json["days"_L1].toInt(), .entries = json["entries"_L1].toInt()};
}

namespace {

struct Known
{
    std::set<QString> staff;
    std::set<int> counters;
};

Result<Known> readKnown(Database &database)
{
    const auto staff = StaffRepository(database).all();
    const auto counters = CatalogueRepository(database).counters();
    if (!staff || !counters) {
        return std::unexpected(staff ? counters.error() : staff.error());
    }
    Known known;
    for (const Staff &member : *staff) {
        known.staff.insert(member.code);
    }
    for (const Counter &counter : *counters) {
        known.counters.insert(counter.number);
    }
    return known;
}

QString startsText(const RosterEntry &entry)
{
    return entry.starts.toString(u"HH:mm"_s); // empty for null
}

Result<> store(BranchTransaction &command, const RosterEntry &entry)
{
    Statement upsert(command.database(), uR"(
        INSERT INTO roster (business_date, staff, counter, starts, agency, active, changed_seq)
        VALUES (:date, :staff, :counter, :starts, :agency, TRUE, :seq)
        ON CONFLICT (business_date, staff) DO UPDATE SET counter = excluded.counter,
            starts = excluded.starts, agency = excluded.agency, active = TRUE,
            changed_seq = excluded.changed_seq)"_s);
    return upsert.bind(u":date"_s, entry.date)
        .bind(u":staff"_s, entry.staff)
        .bindOrNull(u":counter"_s, entry.counter)
        .bind(u":starts"_s, startsText(entry))
        .bind(u":agency"_s, entry.agency)
        .bind(u":seq"_s, command.nextSeq())
        .run();
}

Result<RosterAnswer> set(BranchTransaction &command, const std::vector<QDate> &days,
                         const std::vector<RosterEntry> &entries)
{
    Database &database = command.database();
    const auto known = readKnown(database);
    if (!known) {
        return std::unexpected(known.error());
    }
    for (const RosterEntry &entry : entries) {
        if (!known->staff.contains(entry.staff)) {
            return failure(ErrorCode::UnknownStaff, entry.staff);
        }
        if (entry.counter != 0 && !known->counters.contains(entry.counter)) {
            return failure(ErrorCode::UnknownCounter, QString::number(entry.counter));
        }
        if (std::ranges::find(days, entry.date) == days.end()) {
            return failure(ErrorCode::InvalidInput, entry.date.toString(Qt::ISODate));
        }
    }
    QJsonArray told;
    for (const QDate &day : days) {
        told.append(day.toString(Qt::ISODate));
        // Not deleted: the centre would not hear of it.
        Statement clear(database, uR"(
            UPDATE roster SET active = FALSE, changed_seq = :seq
            WHERE business_date = :date AND active)"_s);
        const auto cleared = clear.bind(u":seq"_s, command.nextSeq()).bind(u":date"_s, day).run();
        if (!cleared) {
            return std::unexpected(cleared.error());
        }
    }
    for (const RosterEntry &entry : entries) {
        if (const auto stored = store(command, entry); !stored) {
            return std::unexpected(stored.error());
        }
    }
    const auto digest = rosterDigest(database);
    if (!digest) {
        return std::unexpected(digest.error());
    }
    const auto done = command.append(EventKind::RosterSet, {},
                                     {{u"days"_s, told},
                                      {u"entries"_s, static_cast<qint64>(entries.size())},
                                      {u"digest"_s, *digest}});
    return done ? Result<RosterAnswer>(RosterAnswer{.days = static_cast<int>(days.size()),
                                                    .entries = static_cast<int>(entries.size())})
                : std::unexpected(done.error());
}

} // namespace

Result<std::vector<FileFault>> checkRoster(Database &database, const RosterReading &reading)
{
    const auto known = readKnown(database);
    if (!known) {
        return std::unexpected(known.error());
    }
    std::vector<FileFault> faults;
    for (size_t i = 0; i < reading.entries.size(); ++i) {
        const RosterEntry &entry = reading.entries[i];
        if (!known->staff.contains(entry.staff)) {
            faults.push_back({reading.lines[i], u"staff"_s, u"unknown_staff"_s});
        }
        if (entry.counter != 0 && !known->counters.contains(entry.counter)) {
            faults.push_back({reading.lines[i], u"counter"_s, u"unknown_counter"_s});
        }
    }
    return faults;
}

Result<RosterAnswer> setRoster(Database &database, const CommandContext &context,
                               const std::vector<QDate> &days,
                               const std::vector<RosterEntry> &entries)
{
    QJsonArray lines;
    for (const QDate &day : days) {
        lines.append(day.toString(Qt::ISODate));
    }
    for (const RosterEntry &entry : entries) {
        lines.append(QStringList{entry.date.toString(Qt::ISODate), entry.staff,
                                 QString::number(entry.counter), startsText(entry), entry.agency}
                         .join(u'\n'));
    }
    return runCommand<RosterAnswer>(
        database, context, {{u"command"_s, u"staff roster"_s}, {u"lines"_s, lines}},
        [&](BranchTransaction &command) { return set(command, days, entries); });
}

Result<std::vector<ExpectedStaff>> expectedOn(Database &database, const QDate &date, qint64 now)
{
    Statement select(database, uR"(
        SELECT roster.staff, roster.counter, roster.starts, roster.agency, staff.name
        FROM roster JOIN staff ON staff.code = roster.staff
        WHERE roster.business_date = :date AND roster.active)"_s);
    auto expected = select.bind(u":date"_s, date).rows([&date](const Row &row) {
        return ExpectedStaff{.entry = {.date = date,
                                       .staff = row.text(0),
                                       .counter = row.integer(1),
                                       .starts = QTime::fromString(row.text(2), u"HH:mm"_s),
                                       .agency = row.text(3)},
                             .name = row.text(4)};
    });
    if (!expected || expected->empty()) {
        return expected;
    }
    const auto branch = readBranch(database);
    const auto calendar = CatalogueRepository(database).calendar();
    if (!branch || !calendar) {
        return std::unexpected(branch ? calendar.error() : branch.error());
    }
    const auto begins = [&](const QTime &time) {
        return QDateTime(date, time, branch->timeZone()).toMSecsSinceEpoch();
    };
    const qint64 dayBegins = begins(QTime(0, 0));
    const qint64 dayEnds =
        QDateTime(date.addDays(1), QTime(0, 0), branch->timeZone()).toMSecsSinceEpoch();
    // Of whoever signed in that day: a shift that was open then, or is.
    Statement shifts(database, uR"(
        SELECT staff, counter, closed_at FROM shift
        WHERE (closed_at IS NULL OR closed_at >= :begins) AND opened_at < :ends)"_s);
    std::map<QString, int> here; // counter; 0: gone again
    const auto read = shifts.bind(u":begins"_s, dayBegins)
                          .bind(u":ends"_s, dayEnds)
                          .forEach([&here](const Row &row) {
                              int &counter = here[row.text(0)];
                              counter = row.isNull(2) ? row.integer(1) : counter;
                          });
    if (!read) {
        return std::unexpected(read.error());
    }
    const auto sessions = WorkingCalendar(*calendar).sessionsOn(date);
    constexpr qint64 MinuteMs = 60'000;
    const qint64 early = branch->settings.expectedMinutes * MinuteMs;
    for (ExpectedStaff &one : *expected) {
        const auto found = here.find(one.entry.staff);
        one.wasHere = found != here.end();
        one.signedInAt = one.wasHere ? found->second : 0;
        const QTime starts = one.entry.starts.isValid() ? one.entry.starts
                             : sessions.empty()         ? QTime()
                                                        : sessions.front().opens;
        one.isMissing =
            !one.wasHere && starts.isValid() && now >= begins(starts) - early && now < dayEnds;
    }
    std::ranges::sort(*expected, {}, [](const ExpectedStaff &one) {
        const int counter = one.entry.counter;
        return std::tuple(counter == 0 ? std::numeric_limits<int>::max() : counter,
                          one.entry.staff);
    });
    return expected;
}

Result<std::vector<ExpectedStaff>> readRosterOf(Database &database, const QDate &date,
                                                const QDateTime &clock)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    const qint64 now = branch->clock.advancedTo(clock.toMSecsSinceEpoch()).lastAt;
    const QDate today = branch->businessDate.isNull() ? clock.toTimeZone(branch->timeZone()).date()
                                                      : branch->businessDate;
    return expectedOn(database, date.isNull() ? today : date, now);
}

Result<QString> rosterDigest(Database &database)
{
    // One statement and not sorted by SQL: engines disagree about the order of texts.
    Statement select(database, uR"(
        SELECT business_date, staff, counter, starts, agency, active FROM roster)"_s);
    const auto rows = select.rows([](const Row &row) {
        QStringList values;
        for (int column = 0; column < row.columns(); ++column) {
            values.append(row.text(column));
        }
        return values.join(u'\t');
    });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QStringList lines(rows->begin(), rows->end());
    lines.sort();
    return lines.isEmpty() ? QString() : hashOfLines(lines);
}

} // namespace motcua
