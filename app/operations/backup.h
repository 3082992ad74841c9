// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/verifybranch.h"

#include <functional>
#include <optional>

namespace motcua {

struct BackupReport
{
    QString path;
    QString branch; ///< code
    qint64 seq = 0; ///< last event in it
    qint64 bytes = 0;

    [[nodiscard]] QJsonObject toJson() const;
};

/// Copies a branch's database to @p path, opens the copy and proves it. Counters may go on; what they
/// write waits while the copy is made.
///
/// The file gets its name only when it is whole, proven and on the disk. Fails with DatabaseExists
/// when the name is taken, DatabaseDamaged when the copy does not verify, BackupByServer on a server.
[[nodiscard]] Result<BackupReport> backupBranch(Database &database, const QString &path);

struct RestoreReport
{
    QString path;
    QString branch;   ///< code
    qint64 seq = 0;   ///< last event of the backup
    int epoch = 1;    ///< of the restored branch
    int skipped = 0;  ///< numbers left out in each line of the day, because they may be on paper
    QString replaced; ///< where the database that was there is kept; empty when there was none

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static RestoreReport fromJson(const QJsonObject &json);
};

/// A backup that was unpacked beside what it is to replace.
struct Replacement
{
    QString copy;  ///< place of the unpacked backup
    QString path;  ///< place it shall have
    QString aside; ///< name under which what is there is kept; empty when there is nothing
    std::function<Result<>()> exchange; ///< on a server it also takes back that it is retired
};

/// What restoreBranch() does once the backup is unpacked.
[[nodiscard]] Result<RestoreReport> restoreFrom(const Replacement &replacement,
                                                const CommandContext &context,
                                                std::optional<int> skip,
                                                const QString &expectedCode);

/// Puts the backup @p from in the place of @p path.
///
/// The backup is copied and proven first and never changed. The database that is there is kept
/// beside under another name and marked, so that a program still using it stops. The branch begins a
/// new epoch, and the lines of the day that was open (today's when none was) skip the numbers that the
/// replaced database is known to have given since the backup, and @p skip more (the branch's setting
/// when not given), because such numbers are in people's hands. Fails with
/// WrongBranch when the backup is not of the branch in the database there, or not of @p expectedCode
/// (empty: any).
[[nodiscard]] Result<RestoreReport> restoreBranch(const QString &from, const QString &path,
                                                  const CommandContext &context,
                                                  std::optional<int> skip = {},
                                                  const QString &expectedCode = {});

} // namespace motcua
