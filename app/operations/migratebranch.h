// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QJsonObject>

#include <functional>

namespace motcua {

struct MigrateReport
{
    QString branch; ///< code
    int tables = 0;
    qint64 rows = 0;
    QString from; ///< as messages call the two
    QString to;
    qint64 seq = 0; ///< last event

    [[nodiscard]] QJsonObject toJson() const;
};

/// How far a branch has moved.
enum class MigrateStage {
    Copying,  ///< rows of all rows
    Checking, ///< events of all events, at the new place
    Arrived,  ///< all is at the new place, which nobody takes for a branch yet
    Retired,  ///< nobody works at the old place any more
};
using MigrateProgress = std::function<void(MigrateStage stage, qint64 done, qint64 total)>;

/// Moves the branch at the place @p from to the place @p to with everything, so that it goes on there
/// as if nothing had happened: same rows, same chain of events, same answers to commands sent again.
///
/// Any state may move, an open day too. The branch's lock is held all the time. What arrived is
/// compared table by table and proven before it is committed; then the old place is retired and the
/// new one becomes the branch. A cut at any moment leaves one place that works, or none for as long
/// as it takes to run the same again, never two.
///
/// @p to is free as for init, or what `server init` has just made for the same branch, or what a cut
/// has left behind. Fails with DatabaseExists, DatabaseDamaged (either place does not verify),
/// DatabaseReplaced (@p from is retired), BranchMoved (it is there already), KeyMissing (the branch's
/// key is not where @p to wants it; to a file it is copied), WrongBranch (not @p expectedCode).
[[nodiscard]] Result<MigrateReport> migrateBranch(const QString &from, const QString &to,
                                                  const QString &expectedCode = {},
                                                  const MigrateProgress &progress = {});

} // namespace motcua
