// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>

namespace motcua {

/// A name beside @p path for a file that is not finished yet.
[[nodiscard]] QString unfinishedPath(const QString &path);

/// Makes an empty file that nobody else on this PC may read.
[[nodiscard]] Result<> makePrivate(const QString &path);

/// Flushes a closed file, or a folder's entries, to the disk.
[[nodiscard]] Result<> syncToDisk(const QString &path);

/// Gives a finished file its name, which must be free; durable when it returns.
/// Fails with DatabaseExists, FileUnwritable.
[[nodiscard]] Result<> publish(const QString &unfinished, const QString &path);

/// Gives a file a second name, which must be free.
[[nodiscard]] Result<> addName(const QString &path, const QString &name);

/// Puts a finished file in the place of @p path, or where nothing is, in one step; durable when it
/// returns.
[[nodiscard]] Result<> replaceBy(const QString &unfinished, const QString &path);

/// Removes an unfinished database, and those of its kind that a killed program left behind.
void discard(const QString &unfinished);

} // namespace motcua
