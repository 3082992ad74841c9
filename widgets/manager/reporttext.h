// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report.h"

#include <QCoreApplication>

namespace motcua {

/// Context of what reports say.
class ReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(motcua::ReportTexts)
};

[[nodiscard]] QString reportTitle(ReportKind kind);
/// The word that is defined, and the sentence that says what it means.
[[nodiscard]] QString definitionTitle(Definition definition);
[[nodiscard]] QString definitionText(Definition definition);
/// What a reader must know of a day.
[[nodiscard]] QString markText(const DayMark &mark);

/// What of all tickets @p table is about: "Group: H – Hộ tịch · Counter 3"; empty for all.
[[nodiscard]] QString selectionText(const ReportTable &table, Language language);

/// @p table in words. tr() speaks @p language already; it chooses between names.
[[nodiscard]] ReportSheet sheetOf(const ReportTable &table, Language language);

} // namespace motcua
