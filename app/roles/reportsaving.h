// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report.h"
#include "core/result.h"

#include <QTimeZone>

namespace motcua {

/// Where @p table is saved in @p folder: beside what was there before, because the name has the time
/// of day in @p zone.
[[nodiscard]] QString reportPath(const QString &folder, const ReportTable &table,
                                 ReportFormat format, const QTimeZone &zone);
/// Writes @p sheet to @p path, whole or not at all, and makes the folder. Not in the GUI thread:
/// painting hundreds of pages takes longer than a window may stand still. Fails with FileUnwritable.
[[nodiscard]] Result<> saveReportFile(const ReportSheet &sheet, ReportFormat format,
                                      const QString &path);

} // namespace motcua
