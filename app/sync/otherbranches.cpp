// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/otherbranches.h"

#include "storage/statement.h"
#include "storage/transaction.h"
#include "sync/centrelink.h"

using namespace Qt::StringLiterals;

namespace motcua {

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
    Statement clear(database, u"DELETE FROM other_day WHERE business_date >= :from"_s);
    if (const auto cleared = clear.bind(u":from"_s, from).run(); !cleared) {
        return cleared;
    }
    int place = 0;
    for (const auto &row : *told) {
        Statement keep(database, uR"(
            INSERT INTO other_day (branch, business_date, place, name_vi, name_en, issued, served,
                wait_s, accepted, told_at, waits)
            VALUES (:branch, :day, :place, :vi, :en, :issued, :served, :wait, :accepted, :at,
                :waits))"_s);
        keep.bind(u":branch"_s, row[0])
            .bind(u":day"_s, row[3])
            .bind(u":place"_s, ++place)
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
    return transaction->commit();
}

} // namespace motcua
