// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report.h"
#include "core/result.h"

namespace motcua {

/// For a spreadsheet or a script: headings and rows alone, UTF-8 with its mark, semicolons. Times are
/// whole seconds, which the heading says; dates are ISO. A text that a spreadsheet would take for a
/// formula gets an apostrophe.
[[nodiscard]] QByteArray reportCsv(const ReportSheet &sheet);

/// A workbook: the report under a head that stays, its cells numbers, dates and times, and a second
/// sheet with the definitions. Texts are never formulas. Fails with FileUnwritable (subject: the folder
/// for temporary files).
[[nodiscard]] Result<QByteArray> reportXlsx(const ReportSheet &sheet);

/// A4, lying where it is wide; the headings come again on each page. Needs a QGuiApplication and the
/// fonts of loadFonts(); any thread.
[[nodiscard]] QByteArray reportPdf(const ReportSheet &sheet);

/// One of the three.
[[nodiscard]] Result<QByteArray> reportFile(const ReportSheet &sheet, ReportFormat format);

} // namespace motcua
