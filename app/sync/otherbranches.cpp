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
    const auto told = link->ask(uR"(
        SELECT other, vi, en, day, given, done, taken, median_seconds, ninetieth_seconds
        FROM other_days($1::date))"_s,
                                {from.toString(Qt::ISODate)});
    if (!told) {
        return std::unexpected(told.error());
    }
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (const auto cleared = Statement(database, u"DELETE FROM other_day"_s).run(); !cleared) {
        return cleared;
    }
    int place = 0;
    for (const auto &row : *told) {
        Statement keep(database, uR"(
            INSERT INTO other_day (branch, business_date, place, name_vi, name_en, issued, served,
                accepted, wait_median_s, wait_p90_s, told_at)
            VALUES (:branch, :day, :place, :vi, :en, :issued, :served, :accepted, :median, :ninetieth,
                :at))"_s);
        keep.bind(u":branch"_s, row[0])
            .bind(u":day"_s, row[3])
            .bind(u":place"_s, ++place)
            .bind(u":vi"_s, row[1])
            .bind(u":en"_s, row[2])
            .bind(u":issued"_s, row[4].toLongLong())
            .bind(u":served"_s, row[5].toLongLong())
            .bind(u":accepted"_s, row[6].toLongLong())
            .bind(u":at"_s, now);
        for (const auto &[name, value] :
             {std::pair(u":median"_s, row[7]), std::pair(u":ninetieth"_s, row[8])}) {
            if (value.isNull()) {
                keep.bindNull(name);
            } else {
                keep.bind(name, value.toLongLong());
            }
        }
        if (const auto kept = keep.run(); !kept) {
            return kept;
        }
    }
    return transaction->commit();
}

} // namespace motcua
