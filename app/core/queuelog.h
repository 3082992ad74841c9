// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArrayView>
#include <QDate>
#include <QTime>

#include <vector>

namespace motcua {

/// One office's day out of a log of queue displays (a row per queue about every five minutes, see
/// tests/data): who took a number and who was called, at the time of the row that first shows it.
struct OfficeDay
{
    struct Queue
    {
        QString id;
        QString name;
        QString letter;   ///< the log's own where it is free, else the next free one
        int counters = 1; ///< most open at once, at least 1
    };
    enum class Kind { Issue, Call };
    struct Step
    {
        QTime time;
        Kind kind = Kind::Issue;
        size_t queue = 0; ///< index
    };

    std::vector<Queue> queues;
    std::vector<Step> steps; ///< by time; at one time people arrive before they are called
    QTime first;
    QTime last;
};

/// Reads the day of @p office on @p date from a CSV with the columns office, queue_id, queue_name,
/// letter, date, time, service_minutes_published, open_counters, waiting, current_number.
///
/// Numbers up to current_number were called, up to current_number + waiting were issued; a display
/// that counts back for a moment does not call anybody again. Fails with InvalidLog (subject: the
/// line), UnknownOffice when there is no such day.
[[nodiscard]] Result<OfficeDay> readOfficeDay(QByteArrayView csv, const QString &office,
                                              const QDate &date);

} // namespace motcua
