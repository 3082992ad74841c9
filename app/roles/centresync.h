// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/database.h"
#include "sync/branchsync.h"

#include <QDateTime>

namespace motcua {

/// What a whole sync came to, as the command and the manager's button do it.
struct CentreSync
{
    SyncReport report; ///< as far as it got
    qint64 catalogueBefore = 0;
    qint64 catalogue = 0; ///< version of what the centre publishes that is in force
    std::optional<Error> error;
};

/// Seals what is personal to the centre at @p url, brings what is new there (see syncBranch()), and
/// takes over what it has published, unless a day is open: then the next sync does. A failure is noted
/// with the time of the next try; a sync that @p options stopped is none.
///
/// Fails also with DayUnproven and RowsSetAside when everything was sent.
[[nodiscard]] CentreSync syncWithCentre(Database &database, const QString &url,
                                        const QDateTime &now, SyncOptions options);

} // namespace motcua
