// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/city.h"
#include "sync/centrelink.h"

#include <QDateTime>

#include <functional>

namespace motcua {

/// Lets @p name read the city's figures: makes a login in motcua_city, or gives it a new password,
/// which is @p secret. It sees roll-ups, proofs and how branches stand, nothing of a citizen, and
/// writes nothing. @p name is 1 to 30 of a–z, 0–9 and _; else InvalidInput. Returns the URL that holds
/// the password; @p keep gets it first, as enrolBranch() does it.
[[nodiscard]] Result<QString> enrolReader(
    const QString &url, const QString &name, const QString &secret,
    const std::function<Result<>(const QString &own)> &keep = {});
/// Shuts it out, now and until it is enrolled again. Fails with UnknownPlace.
[[nodiscard]] Result<> revokeReader(const QString &url, const QString &name);

/// Whether the database at @p url is a centre that its login may read.
[[nodiscard]] bool isCentre(const QString &url);

// What follows reads roll-ups alone, so it costs the same however many tickets there are.

/// Every place valid in the days @p from to @p to, with what came of them. @p clock is the PC's.
[[nodiscard]] Result<CityDays> readCityDays(CentreLink &link, const QDate &from, const QDate &to,
                                            const QDateTime &clock);
/// The month of @p day of the branch with the code @p branch, or of the city when that is empty.
[[nodiscard]] Result<CityMonth> readCityMonth(CentreLink &link, const QString &branch,
                                              const QDate &day, const QDateTime &clock);
/// What was published last; empty for nothing yet.
[[nodiscard]] Result<QString> newestPublication(CentreLink &link);

} // namespace motcua
