// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/rollups.h"

#include "storage/branchtransaction.h"
#include "storage/intakerepository.h"
#include "storage/ticketrepository.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// In the order dailyFrom() reads.
const QStringList Figures{u"issued"_s,     u"served"_s,     u"no_show"_s,    u"cancelled"_s,
                          u"expired"_s,    u"waits"_s,      u"wait_ms"_s,    u"services"_s,
                          u"service_ms"_s, u"accepted"_s,   u"supplement"_s, u"refused"_s,
                          u"advised"_s,    u"handed_over"_s};

/// @p first is the column of the first figure.
DailyCount dailyFrom(const Row &row, int first)
{
    DailyCount count{.date = row.date(0),
                     .group = {},
                     .issued = row.integer(first),
                     .served = row.integer(first + 1),
                     .noShow = row.integer(first + 2),
                     .cancelled = row.integer(first + 3),
                     .expired = row.integer(first + 4),
                     .waits = row.integer(first + 5),
                     .waitMs = row.bigInteger(first + 6),
                     .services = row.integer(first + 7),
                     .serviceMs = row.bigInteger(first + 8)};
    for (size_t i = 0; i < OutcomeCount; ++i) {
        count.intakes.at(i) = row.integer(first + 9 + static_cast<int>(i));
    }
    return count;
}

/// A business day that nothing is kept of.
struct NotKept
{
    QDate date;
    bool isOpen = false;
};

/// The latest first.
Result<std::vector<NotKept>> daysNotKept(Database &database, const QDate &from, const QDate &to)
{
    Statement select(database, uR"(
        SELECT business_date, closed_at FROM business_day
        WHERE business_date >= :from AND business_date <= :to
          AND NOT EXISTS (SELECT 1 FROM daily_legs
                          WHERE daily_legs.business_date = business_day.business_date)
        ORDER BY business_date DESC)"_s);
    return select.bind(u":from"_s, from).bind(u":to"_s, to).rows([](const Row &row) {
        return NotKept{row.date(0), row.isNull(1)};
    });
}

/// By day and group.
Result<std::vector<DailyCount>> keptCounts(Database &database, const QDate &date)
{
    static const QString sql = u"SELECT business_date, group_letter, "_s + Figures.join(u", "_s)
                               + u" FROM daily WHERE business_date = :date"_s;
    Statement select(database, sql);
    auto counts = select.bind(u":date"_s, date).rows([](const Row &row) {
        DailyCount count = dailyFrom(row, 2);
        count.group = row.text(1);
        return count;
    });
    if (counts) { // the engines sort letters by rules of their own
        std::ranges::sort(*counts, {}, [](const DailyCount &one) { return one.group.at(0); });
    }
    return counts;
}

/// Of the legs; nothing where nothing is kept.
Result<std::optional<QByteArray>> keptBody(Database &database, const QDate &date)
{
    Statement select(database, u"SELECT body FROM daily_legs WHERE business_date = :date"_s);
    return select.bind(u":date"_s, date).row([](const Row &row) { return row.text(0).toLatin1(); });
}

} // namespace

Result<DayRollup> rollUp(Database &database, const QTimeZone &zone, const QDate &date)
{
    const auto legs = TicketRepository(database).legsOf(date);
    if (!legs) {
        return std::unexpected(legs.error());
    }
    Statement named(database, u"SELECT id, procedure FROM ticket WHERE business_date = :date"_s);
    QHash<QUuid, QString> procedures;
    const auto read = named.bind(u":date"_s, date).forEach([&procedures](const Row &row) {
        procedures.insert(row.uuid(0), row.text(1));
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    auto intakes = IntakeRepository(database).countsOf(date);
    if (!intakes) {
        return std::unexpected(intakes.error());
    }
    DayRollup day =
        rolledUp(date, QDateTime(date, QTime(0, 0), zone).toMSecsSinceEpoch(), *legs, procedures);
    std::ranges::sort(*intakes, {}, [](const IntakeCount &one) {
        return std::tuple(one.group, one.procedure, one.counter, one.outcome);
    });
    for (const IntakeCount &one : *intakes) {
        day.intakes.push_back({.group = one.group.isEmpty() ? u'?' : one.group.at(0).unicode(),
                               .procedure = placeOf(day, one.procedure),
                               .counter = static_cast<quint16>(one.counter),
                               .outcome = one.outcome,
                               .count = one.count});
    }
    return day;
}

Result<> dropRollup(Database &database, const QDate &date)
{
    for (const QString &table : {u"daily"_s, u"daily_legs"_s}) {
        Statement drop(database, u"DELETE FROM %1 WHERE business_date = :date"_s.arg(table));
        if (const auto done = drop.bind(u":date"_s, date).run(); !done) {
            return done;
        }
    }
    return {};
}

Result<> keepRollup(Database &database, const DayRollup &day)
{
    if (const auto dropped = dropRollup(database, day.date); !dropped) {
        return dropped;
    }
    static const QString sql =
        u"INSERT INTO daily (business_date, group_letter, %1) VALUES (:date, :group, :%2)"_s.arg(
            Figures.join(u", "_s), Figures.join(u", :"_s));
    for (const DailyCount &one : dailyCounts(day)) {
        Statement insert(database, sql);
        insert.bind(u":date"_s, day.date).bind(u":group"_s, one.group);
        std::vector<qint64> values{one.issued, one.served, one.noShow,   one.cancelled, one.expired,
                                   one.waits,  one.waitMs, one.services, one.serviceMs};
        values.insert(values.end(), one.intakes.begin(), one.intakes.end());
        for (size_t i = 0; i < values.size(); ++i) {
            insert.bind(u':' + Figures.at(static_cast<qsizetype>(i)), values[i]);
        }
        if (const auto done = insert.run(); !done) {
            return done;
        }
    }
    Statement insert(database,
                     u"INSERT INTO daily_legs (business_date, body) VALUES (:date, :body)"_s);
    return insert.bind(u":date"_s, day.date).bind(u":body"_s, encoded(day)).run();
}

Result<bool> keepEarlierRollup(Database &database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    const auto days = daysNotKept(database, QDate(1, 1, 1), QDate(9999, 12, 31));
    if (!branch || !days) {
        return std::unexpected(branch ? days.error() : branch.error());
    }
    const auto closed = std::ranges::find(*days, false, &NotKept::isOpen);
    if (closed == days->end()) {
        return false;
    }
    const auto day = rollUp(database, branch->timeZone(), closed->date);
    if (!day) {
        return std::unexpected(day.error());
    }
    if (const auto kept = keepRollup(database, *day); !kept) {
        return std::unexpected(kept.error());
    }
    const auto done = transaction->commit();
    return done ? Result<bool>(true) : std::unexpected(done.error());
}

Result<DayRollup> readRollup(Database &database, const QTimeZone &zone, const QDate &date)
{
    const auto body = keptBody(database, date);
    if (!body) {
        return std::unexpected(body.error());
    }
    auto kept = *body ? decoded(date, **body) : std::nullopt;
    return kept ? Result<DayRollup>(std::move(*kept)) : rollUp(database, zone, date);
}

Result<DailyCounts> readDaily(Database &database, const QTimeZone &zone, const QDate &from,
                              const QDate &to, const QString &group)
{
    // Summed there: reading tens of thousands of rows costs more than all the rest.
    Statement select(database, u"SELECT business_date, sum(%1) FROM daily "
                               "WHERE business_date >= :from AND business_date <= :to%2 "
                               "GROUP BY business_date"_s.arg(
                                   Figures.join(u"), sum("_s),
                                   group.isEmpty() ? QString() : u" AND group_letter = :group"_s));
    select.bind(u":from"_s, from).bind(u":to"_s, to);
    if (!group.isEmpty()) {
        select.bind(u":group"_s, group);
    }
    auto kept = select.rows([&group](const Row &row) {
        DailyCount count = dailyFrom(row, 1);
        count.group = group;
        return count;
    });
    const auto others = daysNotKept(database, from, to);
    if (!kept || !others) {
        return std::unexpected(kept ? others.error() : kept.error());
    }
    DailyCounts counts{.days = std::move(*kept)};
    for (const NotKept &other : *others) {
        if (!other.isOpen) {
            ++counts.notKept;
            continue;
        }
        const auto day = rollUp(database, zone, other.date);
        if (!day) {
            return std::unexpected(day.error());
        }
        DailyCount sum{.date = other.date, .group = group};
        for (const DailyCount &one : dailyCounts(*day)) {
            if (group.isEmpty() || one.group == group) {
                sum += one;
            }
        }
        counts.days.push_back(sum);
    }
    std::ranges::sort(counts.days, {}, &DailyCount::date);
    return counts;
}

Result<std::vector<QDate>> wrongRollups(Database &database, const QTimeZone &zone)
{
    std::vector<QDate> wrong;
    Statement select(database, u"SELECT business_date FROM daily_legs "
                               "UNION SELECT business_date FROM daily ORDER BY 1"_s);
    const auto days = select.rows([](const Row &row) { return row.date(0); });
    if (!days) {
        return std::unexpected(days.error());
    }
    for (const QDate &date : *days) {
        const auto body = keptBody(database, date);
        const auto counts = keptCounts(database, date);
        const auto day = rollUp(database, zone, date);
        if (!body || !counts || !day) {
            return std::unexpected(!body ? body.error() : !counts ? counts.error() : day.error());
        }
        const auto kept = *body ? decoded(date, **body) : std::nullopt;
        if (kept != *day || *counts != dailyCounts(*day)) {
            wrong.push_back(date);
        }
    }
    return wrong;
}

} // namespace motcua
