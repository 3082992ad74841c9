// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/businessday.h"

#include "operations/announcements.h"
#include "operations/counteraccess.h"
#include "operations/devices.h"
#include "operations/rollups.h"
#include "storage/intakerepository.h"
#include "storage/staffrepository.h"
#include "storage/ticketrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject DayAnswer::toJson() const
{
    return {{u"business_date"_s, businessDate.toString(Qt::ISODate)},
            {u"state"_s, state},
            {u"at"_s, at},
            {u"expired"_s, expired}};
}

DayAnswer DayAnswer::fromJson(const QJsonObject &json)
{
    return {.businessDate = QDate::fromString(json["business_date"_L1].toString(), Qt::ISODate),
            .state = json["state"_L1].toString(),
            .at = json["at"_L1].toString(),
            .expired = json["expired"_L1].toInt()};
}

namespace {

QString isoDate(const QDate &date)
{
    return date.toString(Qt::ISODate);
}

Result<std::optional<QDate>> lastDay(Database &database)
{
    Statement select(database, u"SELECT max(business_date) FROM business_day"_s);
    const auto date = select.row([](const Row &row) { return row.date(0); });
    if (!date) {
        return std::unexpected(date.error());
    }
    return (*date)->isNull() ? std::nullopt : *date;
}

Result<bool> wasOpened(Database &database, const QDate &date)
{
    Statement select(database, u"SELECT count(*) FROM business_day WHERE business_date = :date"_s);
    select.bind(u":date"_s, date);
    const auto count = select.row([](const Row &row) { return row.integer(0); });
    if (!count) {
        return std::unexpected(count.error());
    }
    return **count > 0;
}

/// The day opened last in the order of events, which a wrong clock cannot change.
Result<std::optional<QDate>> latestDay(Database &database)
{
    Statement select(database, uR"(
        SELECT business_date FROM business_day ORDER BY changed_seq DESC LIMIT 1)"_s);
    return select.row([](const Row &row) { return row.date(0); });
}

Result<QDate> dateToOpen(BranchTransaction &command, const QDate &asked, qint64 clock)
{
    const Branch &branch = command.branch();
    const auto latest = latestDay(command.database());
    if (!latest) {
        return std::unexpected(latest.error());
    }
    QDate date = asked;
    if (date.isNull()) {
        date = QDateTime::fromMSecsSinceEpoch(clock, branch.timeZone()).date();
        const auto last = lastDay(command.database());
        if (!last) {
            return std::unexpected(last.error());
        }
        if (*last && date < **last) {
            return failure(ErrorCode::ClockBehind, isoDate(**last));
        }
    }
    const auto opened = wasOpened(command.database(), date);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    if (*opened && date != *latest) {
        return failure(ErrorCode::DayAlreadyClosed, isoDate(date));
    }
    return date;
}

Result<DayAnswer> open(BranchTransaction &command, const QDate &asked, qint64 clock)
{
    const Branch &branch = command.branch();
    if (!branch.businessDate.isNull()) {
        return failure(ErrorCode::DayAlreadyOpen, isoDate(branch.businessDate));
    }
    const auto date = dateToOpen(command, asked, clock);
    if (!date) {
        return std::unexpected(date.error());
    }
    command.restartClock(); // what a wrong clock did yesterday ends with yesterday
    const qint64 seq = command.nextSeq();
    Statement upsert(command.database(), uR"(
        INSERT INTO business_day (business_date, opened_at, times_opened, changed_seq)
        VALUES (:date, :at, 1, :seq)
        ON CONFLICT (business_date) DO UPDATE SET
            closed_at = NULL, times_opened = business_day.times_opened + 1,
            changed_seq = excluded.changed_seq
        RETURNING times_opened)"_s);
    upsert.bind(u":date"_s, *date).bind(u":at"_s, command.at()).bind(u":seq"_s, seq);
    const auto times = upsert.row([](const Row &row) { return row.integer(0); });
    if (!times) {
        return std::unexpected(times.error());
    }
    if (const auto dropped = dropRollup(command.database(), *date); !dropped) {
        return std::unexpected(dropped.error());
    }
    const int skipped = *date == branch.skipDate ? branch.skipNumbers : 0;
    if (skipped > 0) {
        const auto done = TicketRepository(command.database()).skipNumbers(*date, skipped, seq);
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    const auto appended = command.append(
        EventKind::DayOpened, {},
        {{u"date"_s, isoDate(*date)}, {u"times_opened"_s, **times}, {u"skipped"_s, skipped}});
    if (!appended) {
        return std::unexpected(appended.error());
    }
    command.openDay(*date);
    return DayAnswer{
        .businessDate = *date, .state = u"open"_s, .at = isoTime(command.at(), branch.timeZone())};
}

/// Says how many of the numbers that kiosks held were not given. They end with the day.
Result<> accountLeases(BranchTransaction &command, const QDate &date, QJsonObject &facts)
{
    Statement count(command.database(), uR"(
        SELECT coalesce(sum(leased), 0),
               (SELECT count(*) FROM ticket
                JOIN waiting_line AS line ON line.business_date = ticket.business_date
                                         AND line.group_letter = ticket.series
                WHERE ticket.business_date = :day AND ticket.number >= line.leased_from)
        FROM waiting_line WHERE business_date = :date)"_s);
    count.bind(u":day"_s, date).bind(u":date"_s, date);
    const auto counts =
        count.row([](const Row &row) { return std::pair(row.integer(0), row.integer(1)); });
    if (!counts) {
        return std::unexpected(counts.error());
    }
    const auto &[leased, given] = **counts;
    if (leased > 0) {
        facts.insert(u"leased"_s, leased);
        facts.insert(u"unused"_s, std::max(0, leased - given));
    }
    return {};
}

/// Says which counters had fallen silent, and since when: nobody knows what they did then.
Result<> tellSilent(BranchTransaction &command, QJsonObject &facts)
{
    const auto shifts = StaffRepository(command.database()).openShifts();
    if (!shifts) {
        return std::unexpected(shifts.error());
    }
    QJsonObject silent;
    for (const Shift &shift : *shifts) {
        if (leftOfLease(command, shift.heartbeatAt) <= 0) {
            silent.insert(QString::number(shift.counter), shift.heartbeatAt);
        }
    }
    if (!silent.isEmpty()) {
        facts.insert(u"silent"_s, silent);
    }
    return {};
}

/// Keeps what the day came to, and says it in short, so that a closed day whose rows say else is found.
Result<> tellTotals(BranchTransaction &command, const QDate &date, QJsonObject &facts)
{
    Database &database = command.database();
    const auto day = rollUp(database, command.branch().timeZone(), date);
    if (!day) {
        return std::unexpected(day.error());
    }
    GroupCount count;
    for (const RolledLeg &leg : day->legs) {
        if (leg.isStanding) {
            count.takeTicket(leg.end);
        }
    }
    const GroupSummary total = count.summed();
    if (!total.isReconciled() || total.notDone() != 0) {
        return failure(ErrorCode::DatabaseDamaged, database.path(),
                       u"a closed day does not add up"_s);
    }
    facts.insert(u"totals"_s, totalsOf(total));
    return keepRollup(database, *day);
}

Result<DayAnswer> close(BranchTransaction &command)
{
    const QDate date = command.branch().businessDate;
    if (date.isNull()) {
        return failure(ErrorCode::DayNotOpen);
    }
    TicketRepository tickets(command.database());
    const auto busy = tickets.busyCounters();
    if (!busy) {
        return std::unexpected(busy.error());
    }
    if (!busy->empty()) {
        QStringList counters;
        for (const int counter : *busy) {
            counters.append(QString::number(counter));
        }
        return failure(ErrorCode::CountersBusy, counters.join(u", "_s));
    }
    QJsonObject facts{{u"date"_s, isoDate(date)}};
    if (const auto done = tellSilent(command, facts); !done) {
        return std::unexpected(done.error());
    }
    const qint64 seq = command.nextSeq();
    const auto expired = tickets.expireAll(date, command.at(), seq);
    if (!expired) {
        return std::unexpected(expired.error());
    }
    if (const auto done = StaffRepository(command.database()).closeAll(command.at(), seq); !done) {
        return std::unexpected(done.error());
    }
    if (const auto done = expireAnnouncements(command); !done) {
        return std::unexpected(done.error());
    }
    if (const auto done = dismissHelp(command); !done) {
        return std::unexpected(done.error());
    }
    // Personal data that nobody recorded is not kept; today's only until a day that was closed by
    // mistake cannot go on any more.
    if (const auto done = IntakeRepository(command.database()).dropDraftsBefore(date); !done) {
        return std::unexpected(done.error());
    }
    Statement update(command.database(), uR"(
        UPDATE business_day SET closed_at = :at, changed_seq = :seq WHERE business_date = :date)"_s);
    update.bind(u":at"_s, command.at()).bind(u":seq"_s, seq).bind(u":date"_s, date);
    if (const auto done = update.run(); !done) {
        return std::unexpected(done.error());
    }
    facts.insert(u"expired"_s, *expired);
    if (const auto done = accountLeases(command, date, facts); !done) {
        return std::unexpected(done.error());
    }
    if (const auto done = tellTotals(command, date, facts); !done) {
        return std::unexpected(done.error());
    }
    const auto appended = command.append(EventKind::DayClosed, {}, facts);
    if (!appended) {
        return std::unexpected(appended.error());
    }
    command.closeDay();
    return DayAnswer{.businessDate = date,
                     .state = u"closed"_s,
                     .at = isoTime(command.at(), command.branch().timeZone()),
                     .expired = *expired};
}

} // namespace

Result<DayAnswer> openDay(Database &database, const CommandContext &context, const QDate &date)
{
    return runCommand<DayAnswer>(database, context,
                                 {{u"command"_s, u"day open"_s}, {u"date"_s, isoDate(date)}},
                                 [&](BranchTransaction &command) {
                                     return open(command, date, context.clock.toMSecsSinceEpoch());
                                 });
}

Result<DayAnswer> closeDay(Database &database, const CommandContext &context)
{
    return runCommand<DayAnswer>(database, context, {{u"command"_s, u"day close"_s}},
                                 [](BranchTransaction &command) { return close(command); });
}

} // namespace motcua
