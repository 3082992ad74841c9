// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/city.h"
#include "manager/pageparts.h"

#include <QCoreApplication>

namespace motcua {

/// Context of what the city's screens say.
class CityTexts
{
    Q_DECLARE_TR_FUNCTIONS(motcua::CityTexts)
};

/// "28/11 21:03"; with the year when it is not that of @p now.
[[nodiscard]] QString momentText(const LocalTime &at, const LocalTime &now);
/// When @p branch was heard last, and whether a day of the period was open then; or since when it was not.
[[nodiscard]] QString lastSyncText(const CityBranch &branch, const CityDays &days);
/// The same in less room: the hour is left out.
[[nodiscard]] QString lastSyncBrief(const CityBranch &branch, const CityDays &days);
/// Whether its figures are to be asked after: not sent, or silent for too long.
[[nodiscard]] bool isLate(const CityBranch &branch, const CityDays &days);
[[nodiscard]] Waits waitsOf(const CityFigures &figures);
/// What is wrong, and what to do now.
[[nodiscard]] QString cityAttentionTitle(const CityAttention &one, const CityDays &days,
                                         Language language);
[[nodiscard]] QString cityAttentionDetail(const CityAttention &one, const CityDays &days);

} // namespace motcua
