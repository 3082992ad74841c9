// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace motcua {

/// Makes the city's database at @p url, or brings one up to this program: tables, functions, rights,
/// and parts for the months from two years before @p today to two after. Whoever @p url logs in owns
/// it and may make roles.
///
/// @p publicKey is what personal data is sealed to, 64 hex digits; a centre that has one keeps it.
/// Returns the key that it has. Fails as CentreLink does, and with KeyMissing for another key.
[[nodiscard]] Result<QString> initCentre(const QString &url, const QDate &today,
                                         const QString &publicKey);

/// The key that the centre at @p url has; empty when there is no centre yet.
[[nodiscard]] Result<QString> centreKey(const QString &url);

/// Lets the branch with the code @p code send: makes its login, or gives it a new password, which is
/// @p secret. Returns the URL for `motcua sync`, which holds it. @p keep gets it before anything is
/// changed: if that fails, the old password stays. Fails with UnknownPlace when the register has no
/// such branch.
[[nodiscard]] Result<QString> enrolBranch(
    const QString &url, const QString &code, const QString &secret,
    const std::function<Result<>(const QString &own)> &keep = {});
/// Shuts it out, now and until it is enrolled again. Fails with UnknownPlace.
[[nodiscard]] Result<> revokeBranch(const QString &url, const QString &code);

/// Where the city serves people, for a time.
struct Place
{
    QString code;
    QString kind;   ///< "centre", "branch", "point", "agent"
    QString parent; ///< code; empty for the top
    QString nameVi;
    QString nameEn;
    QDate from;
    QDate until; ///< the first day on which it is not; null: until further notice

    friend bool operator==(const Place &, const Place &) = default;
};
/// All that are valid on @p day, or ever when it is null; parents first, then by code.
[[nodiscard]] Result<std::vector<Place>> placesAt(const QString &url, const QDate &day);
/// Replaces the whole register. Fails with InvalidInput (subject: which code, and why): two rows of a
/// code overlap, a parent is not there, a circle.
[[nodiscard]] Result<> replacePlaces(const QString &url, const std::vector<Place> &places);
/// "code;kind;parent;name_vi;name_en;from;until" and a line a place. Fails with InvalidInput (subject:
/// the line's number).
[[nodiscard]] Result<std::vector<Place>> placesFromCsv(const QString &text);
[[nodiscard]] QString toCsv(const std::vector<Place> &places);

/// Publishes @p content, JSON, for every branch. Returns its version.
[[nodiscard]] Result<qint64> publishVersion(const QString &url, const QString &content);

/// What was published as @p version; a branch may ask too. Fails with CentreFailed when it is not there.
[[nodiscard]] Result<QString> publishedContent(const QString &url, qint64 version);

/// How a branch stands at the centre.
struct BranchStanding
{
    QString code;
    bool isRevoked = false;
    QDateTime lastSync; ///< not valid: never
    qint64 cursor = 0;
    qint64 head = 0;
    QDate lastDay;
    int epoch = 0;
    qint64 missingEvents = 0; ///< of those up to the cursor
    std::vector<QDate> unprovenDays;
    int setAside = 0;
    QStringList alarms; ///< kinds
    /// Everything up to the cursor is here and every closed day was proven.
    [[nodiscard]] qint64 gaps() const
    {
        return missingEvents + std::ssize(unprovenDays) + setAside;
    }
};
[[nodiscard]] Result<std::vector<BranchStanding>> standings(const QString &url);
/// What became of rows that had been set aside.
struct RowsAside
{
    int taken = 0; ///< now that their tables take them
    int left = 0;  ///< that no table takes still; they stay aside
};
/// Somebody has looked at the alarms of @p code: they end, but that of rows which stay aside. Those that
/// were set aside are tried once more. Fails with UnknownPlace.
[[nodiscard]] Result<RowsAside> clearAlarms(const QString &url, const QString &code);

} // namespace motcua
