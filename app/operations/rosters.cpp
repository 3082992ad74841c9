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
    std::vector<Staff> staff;
    std::set<int> counters;
};

Result<Known> readKnown(Database &database)
{
    const auto staff = StaffRepository(database).all();
    const auto counters = CatalogueRepository(database).counters();
    if (!staff || !counters) {
        return std::unexpected(staff ? counters.error() : staff.error());
    }
    Known known{.staff = *staff, .counters = {}};
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

/// Of all rows of @p date; empty for none.
Result<QString> digestOf(Database &database, const QDate &date)
{
    // Not sorted by SQL: engines disagree about the order of texts.
    Statement select(database, uR"(
        SELECT staff, counter, starts, agency, active FROM roster WHERE business_date = :date)"_s);
    const auto rows = select.bind(u":date"_s, date).rows([](const Row &row) {
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

/// @p entry with the code as the branch writes it.
Result<RosterEntry> checked(const Known &known, RosterEntry entry)
{
    const Staff *member = memberOf(known.staff, entry.staff);
    if (!member) {
        return failure(ErrorCode::UnknownStaff, entry.staff);
    }
    if (entry.counter != 0 && !known.counters.contains(entry.counter)) {
        return failure(ErrorCode::UnknownCounter, QString::number(entry.counter));
    }
    entry.staff = member->code;
    return entry;
}

/// Takes everybody off @p date, or @p staff alone when not empty; how many that were. They are not
/// deleted: the centre would not hear of it.
Result<qint64> clear(BranchTransaction &command, const QDate &date, const QString &staff = {})
{
    Statement update(command.database(),
                     u"UPDATE roster SET active = FALSE, changed_seq = :seq "
                     "WHERE business_date = :date AND active%1 RETURNING staff"_s.arg(
                         staff.isEmpty() ? QString() : u" AND staff = :staff"_s));
    update.bind(u":seq"_s, command.nextSeq()).bind(u":date"_s, date);
    if (!staff.isEmpty()) {
        update.bind(u":staff"_s, staff);
    }
    const auto cleared = update.rows([](const Row &row) { return row.text(0); });
    return cleared ? Result<qint64>(std::ssize(*cleared)) : std::unexpected(cleared.error());
}

/// Tells of @p days as they are now; @p entries were set.
Result<RosterAnswer> tell(BranchTransaction &command, const std::vector<QDate> &days,
                          qsizetype entries)
{
    QJsonObject told;
    for (const QDate &day : days) {
        const auto digest = digestOf(command.database(), day);
        if (!digest) {
            return std::unexpected(digest.error());
        }
        told.insert(day.toString(Qt::ISODate), *digest);
    }
    const auto done =
        command.append(EventKind::RosterSet, {}, {{u"days"_s, told}, {u"entries"_s, entries}});
    return done ? Result<RosterAnswer>(RosterAnswer{.days = static_cast<int>(days.size()),
                                                    .entries = static_cast<int>(entries)})
                : std::unexpected(done.error());
}

Result<RosterAnswer> set(BranchTransaction &command, const std::vector<QDate> &days,
                         const std::vector<RosterEntry> &entries)
{
    const auto known = readKnown(command.database());
    if (!known) {
        return std::unexpected(known.error());
    }
    std::vector<RosterEntry> right;
    for (const RosterEntry &entry : entries) {
        auto one = checked(*known, entry);
        if (!one) {
            return std::unexpected(one.error());
        }
        if (std::ranges::find(days, entry.date) == days.end()) {
            return failure(ErrorCode::InvalidInput, entry.date.toString(Qt::ISODate));
        }
        right.push_back(std::move(*one));
    }
    for (const QDate &day : days) {
        if (const auto cleared = clear(command, day); !cleared) {
            return std::unexpected(cleared.error());
        }
    }
    for (const RosterEntry &entry : right) {
        if (const auto stored = store(command, entry); !stored) {
            return std::unexpected(stored.error());
        }
    }
    return tell(command, days, std::ssize(entries));
}

Result<RosterAnswer> put(BranchTransaction &command, const RosterEntry &entry)
{
    const auto known = readKnown(command.database());
    if (!known) {
        return std::unexpected(known.error());
    }
    const auto right = checked(*known, entry);
    if (!right) {
        return std::unexpected(right.error());
    }
    const auto stored = store(command, *right);
    return stored ? tell(command, {entry.date}, 1) : std::unexpected(stored.error());
}

Result<RosterAnswer> takeOff(BranchTransaction &command, const QDate &date, const QString &staff)
{
    const auto known = readKnown(command.database());
    if (!known) {
        return std::unexpected(known.error());
    }
    const Staff *member = memberOf(known->staff, staff);
    const auto cleared = clear(command, date, member ? member->code : staff);
    if (!cleared) {
        return std::unexpected(cleared.error());
    }
    return *cleared > 0 ? tell(command, {date}, 0) : failure(ErrorCode::UnknownStaff, staff);
}

QString lineOf(const RosterEntry &entry)
{
    return QStringList{entry.date.toString(Qt::ISODate), entry.staff,
                       QString::number(entry.counter), startsText(entry), entry.agency}
        .join(u'\n');
}

} // namespace

Result<std::vector<FileFault>> checkRoster(Database &database, const QDateTime &clock,
                                           const RosterReading &reading)
{
    const auto known = readKnown(database);
    const auto branch = readBranch(database);
    if (!known || !branch) {
        return std::unexpected(known ? branch.error() : known.error());
    }
    QDate first = wallClock(clock, branch->timeZone()).date;
    if (!branch->businessDate.isNull()) {
        first = std::min(first, branch->businessDate);
    }
    std::vector<FileFault> faults;
    for (size_t i = 0; i < reading.entries.size(); ++i) {
        const RosterEntry &entry = reading.entries[i];
        if (entry.date.isValid() && entry.date < first) {
            faults.push_back({reading.lines[i], u"date"_s, u"past_day"_s});
        }
        if (!entry.staff.isEmpty() && !memberOf(known->staff, entry.staff)) {
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
        lines.append(lineOf(entry));
    }
    return runCommand<RosterAnswer>(
        database, context, {{u"command"_s, u"staff roster"_s}, {u"lines"_s, lines}},
        [&](BranchTransaction &command) { return set(command, days, entries); });
}

Result<RosterAnswer> putOnRoster(Database &database, const CommandContext &context,
                                 const RosterEntry &entry)
{
    return runCommand<RosterAnswer>(
        database, context, {{u"command"_s, u"staff roster put"_s}, {u"line"_s, lineOf(entry)}},
        [&entry](BranchTransaction &command) { return put(command, entry); });
}

Result<RosterAnswer> takeOffRoster(Database &database, const CommandContext &context,
                                   const QDate &date, const QString &staff)
{
    return runCommand<RosterAnswer>(
        database, context,
        {{u"command"_s, u"staff roster off"_s},
         {u"date"_s, date.toString(Qt::ISODate)},
         {u"staff"_s, staff}},
        [&](BranchTransaction &command) { return takeOff(command, date, staff); });
}

QDate rosterDay(const QDate &open, const QTimeZone &zone, qint64 now)
{
    // A null day is before all others.
    return std::max(open, wallClock(QDateTime::fromMSecsSinceEpoch(now, Qt::UTC), zone).date);
}

Result<std::vector<ExpectedStaff>> expectedOn(Database &database, const QDate &date, qint64 now)
{
    Statement select(database, uR"(
        SELECT roster.staff, roster.counter, roster.starts, roster.agency, staff.name
        FROM roster JOIN staff ON staff.code = roster.staff
        WHERE roster.business_date = :date AND roster.active AND staff.active)"_s);
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
    shifts.bind(u":begins"_s, dayBegins).bind(u":ends"_s, dayEnds);
    const auto take = [&here](const Row &row) {
        int &counter = here[row.text(0)];
        counter = row.isNull(2) ? row.integer(1) : counter;
    };
    const auto read = now < dayBegins ? Result<>() : shifts.forEach(take); // nobody is there yet
    if (!read) {
        return std::unexpected(read.error());
    }
    Statement closed(database, uR"(
        SELECT 1 FROM business_day WHERE business_date = :date AND closed_at IS NOT NULL)"_s);
    const auto isClosed =
        closed.bind(u":date"_s, date).row([](const Row &row) { return row.integer(0); });
    if (!isClosed) {
        return std::unexpected(isClosed.error());
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
        one.isOver = *isClosed || now >= dayEnds;
        one.isMissing =
            !one.wasHere && !one.isOver && starts.isValid() && now >= begins(starts) - early;
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
    const QDate day =
        date.isNull() ? rosterDay(branch->businessDate, branch->timeZone(), now) : date;
    return expectedOn(database, day, now);
}

Result<std::map<QDate, QString>> rosterDigests(Database &database)
{
    Statement select(database, u"SELECT DISTINCT business_date FROM roster"_s);
    const auto days = select.rows([](const Row &row) { return row.date(0); });
    if (!days) {
        return std::unexpected(days.error());
    }
    std::map<QDate, QString> digests;
    for (const QDate &day : *days) {
        const auto digest = digestOf(database, day);
        if (!digest) {
            return std::unexpected(digest.error());
        }
        digests.emplace(day, *digest);
    }
    return digests;
}

} // namespace motcua
