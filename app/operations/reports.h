// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dayrollup.h"
#include "core/report.h"
#include "storage/statement.h"

#include <QDateTime>

#include <functional>

namespace motcua {

struct ReportRequest
{
    ReportKind kind = ReportKind::Daily;
    QDate from = {};          ///< null: the open day, else the one open last
    QDate to = {};            ///< included; null: from
    QDateTime clock;          ///< the PC's
    Selection selection = {}; ///< only of kinds that canSelect()
};

/// Told how many of the parts of a report are done; a false answer ends it with Interrupted.
using ReportProgress = std::function<bool(int done, int total)>;

/// Makes a report. Each day is read in a transaction of its own, so that a year of days never keeps a
/// counter waiting. Fails with DayNotOpen when no day is given and there never was one, with
/// InvalidInput (subject: the days) for a daily report of several days or a period that ends before it
/// begins, and (subject: the kind) for a selection that the kind cannot be
/// asked for; with UnknownGroup and UnknownProcedure.
[[nodiscard]] Result<ReportTable> makeReport(Database &database, const ReportRequest &request,
                                             const ReportProgress &progress = {});

} // namespace motcua
