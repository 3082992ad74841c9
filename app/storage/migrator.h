// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/database.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace motcua {

/// One step of the schema: resources/migrations/NNNN_verb_object.sql.
struct Migration
{
    int number = 0;
    QString name; ///< file name without ".sql"
    QByteArray sql;
};

/// The migrations compiled into this program, in order.
[[nodiscard]] std::vector<Migration> shippedMigrations();

/// Brings the schema of @p database up to @p migrations, each in a transaction of its own with its
/// SHA-256 recorded beside it, so that a cut leaves it before or after a step, never within.
///
/// Fails with DatabaseNewer when the file was written by a newer program, MigrationChanged when a
/// step that was applied is not the one we know (an edited or foreign file).
[[nodiscard]] Result<> migrate(Database &database, const std::vector<Migration> &migrations);

/// How many of @p migrations the file still lacks; fails as migrate() does.
[[nodiscard]] Result<int> pendingMigrations(Database &database,
                                            const std::vector<Migration> &migrations);

} // namespace motcua
