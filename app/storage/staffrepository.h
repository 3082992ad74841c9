// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/statement.h"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace motcua {

struct Staff
{
    QString code;
    QString name;
    QStringList groups;
    QStringList permissions = {};
};

/// Whose code @p typed is, in whatever case it was typed; null for nobody's.
[[nodiscard]] const Staff *memberOf(std::span<const Staff> staff, const QString &typed);

/// What tells that a person at a counter is who he says.
struct StaffPin
{
    QString hash; ///< Argon2id by libsodium; empty when none was set
    int failedAttempts = 0;
    qint64 lastAttemptAt = 0; ///< branch time, UTC ms
};

/// One person signed in at one counter.
struct Shift
{
    QUuid id;
    int counter = 0;
    QString staff;          ///< code
    qint64 heartbeatAt = 0; ///< branch time, UTC ms
    qint64 breakSince = 0;  ///< 0 when not on a break
    QString breakReason = {};
};

/// People and their shifts. Every method that writes belongs inside a transaction.
class StaffRepository
{
public:
    explicit StaffRepository(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<std::vector<Staff>> all();
    [[nodiscard]] Result<std::optional<Staff>> find(const QString &code);
    /// Of everybody, by code. Apart from the rest because not every face may read them.
    [[nodiscard]] Result<std::map<QString, StaffPin>> pins();
    [[nodiscard]] Result<> setPin(const QString &staff, const QString &hash, qint64 seq);
    /// Stores the throttle alone.
    [[nodiscard]] Result<> setTries(const QString &staff, const StaffPin &pin, qint64 seq);

    [[nodiscard]] Result<std::vector<Shift>> openShifts();
    [[nodiscard]] Result<std::optional<Shift>> openShiftAt(int counter);
    [[nodiscard]] Result<> open(const Shift &shift, qint64 at, qint64 seq);
    /// Returns false when @p shift is not open at @p counter.
    [[nodiscard]] Result<bool> beat(const QUuid &shift, int counter, qint64 at);
    /// Begins a break, or ends it when @p since is 0.
    [[nodiscard]] Result<> setBreak(const QUuid &shift, qint64 since, const QString &reason,
                                    qint64 seq);
    [[nodiscard]] Result<> close(const QUuid &shift, qint64 at, qint64 seq);
    [[nodiscard]] Result<> closeAll(qint64 at, qint64 seq);

private:
    Database &m_database;
};

} // namespace motcua
