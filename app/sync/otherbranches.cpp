// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/otherbranches.h"

#include "storage/statement.h"
#include "storage/transaction.h"
#include "sync/centrelink.h"

#include <map>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// What is kept of each branch and day since @p from.
Result<std::map<std::pair<QString, QString>, QStringList>> keptDays(Database &database,
                                                                    const QDate &from)
{
    std::map<std::pair<QString, QString>, QStringList> days;
    Statement select(database, uR"(
        SELECT branch, business_date, place, name_vi, name_en, issued, served, wait_s, accepted, waits
        FROM other_day WHERE business_date >= :from)"_s);
    const auto read = select.bind(u":from"_s, from).forEach([&days](const Row &row) {
        QStringList figures;
        for (int column = 2; column < row.columns(); ++column) {
            figures.append(row.text(column));
        }
        days.emplace(std::pair(row.text(0), row.text(1)), figures);
    });
    return read ? Result<std::map<std::pair<QString, QString>, QStringList>>(std::move(days))
                : std::unexpected(read.error());
}

} // namespace

Result<> fetchOtherDays(Database &database, const QString &url, const QDate &from, qint64 now)
{
    auto link = CentreLink::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    const auto told = link->ask(
        u"SELECT other, vi, en, day, given, done, wait_seconds, taken, waited FROM other_days($1::date)"_s,
        {from.toString(Qt::ISODate)});
    if (!told) {
        return std::unexpected(told.error());
    }
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    // Of two months of many branches a night changes some lines: the lock is short.
    auto gone = keptDays(database, from);
    if (!gone) {
        return std::unexpected(gone.error());
    }
    int place = 0;
    QString before;
    for (const auto &row : *told) {
        place += row[0] == before ? 0 : 1;
        before = row[0];
        const QStringList figures{
            QString::number(place), row[1], row[2], row[4], row[5], row[6], row[7], row[8]};
        const auto known = gone->find({row[0], row[3]});
        const bool isSame = known != gone->end() && known->second == figures;
        if (known != gone->end()) {
            gone->erase(known);
        }
        if (isSame) {
            continue;
        }
        Statement keep(database, uR"(
            INSERT INTO other_day (branch, business_date, place, name_vi, name_en, issued, served,
                wait_s, accepted, told_at, waits)
            VALUES (:branch, :day, :place, :vi, :en, :issued, :served, :wait, :accepted, :at,
                :waits)
            ON CONFLICT (branch, business_date) DO UPDATE
            SET place = excluded.place, name_vi = excluded.name_vi, name_en = excluded.name_en,
                issued = excluded.issued, served = excluded.served, wait_s = excluded.wait_s,
                accepted = excluded.accepted, told_at = excluded.told_at, waits = excluded.waits)"_s);
        keep.bind(u":branch"_s, row[0])
            .bind(u":day"_s, row[3])
            .bind(u":place"_s, place)
            .bind(u":vi"_s, row[1])
            .bind(u":en"_s, row[2])
            .bind(u":issued"_s, row[4].toLongLong())
            .bind(u":served"_s, row[5].toLongLong())
            .bind(u":accepted"_s, row[7].toLongLong())
            .bind(u":at"_s, now)
            .bind(u":waits"_s, row[8].toLongLong());
        if (row[6].isNull()) {
            keep.bindNull(u":wait"_s);
        } else {
            keep.bind(u":wait"_s, row[6].toLongLong());
        }
        if (const auto kept = keep.run(); !kept) {
            return kept;
        }
    }
    for (const auto &[day, figures] : *gone) {
        Statement drop(database,
                       u"DELETE FROM other_day WHERE branch = :branch AND business_date = :day"_s);
        drop.bind(u":branch"_s, day.first).bind(u":day"_s, day.second);
        if (const auto dropped = drop.run(); !dropped) {
            return dropped;
        }
    }
    return transaction->commit();
}

} // namespace motcua
