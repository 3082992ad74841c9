// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/database.h"

namespace motcua {

/// Lets the centre, whose public key is @p publicKey, open what is personal at this branch: remembers
/// the key, to which records are sealed from now on, and seals to it the keys of those that changed
/// after the event @p since and are sealed to the branch alone; of all when the key is a new one.
///
/// Takes the branch's lock for a few hundred records at a time. Fails with KeyMissing when there are
/// such records and the branch's key is not on this PC.
[[nodiscard]] Result<> sealToCentre(Database &database, const QString &publicKey, qint64 since);

} // namespace motcua
