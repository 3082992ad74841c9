// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/command.h"
#include "storage/staffrepository.h"

namespace motcua {

/// The open shift at @p counter on an open day: whoever acts at a counter is signed in there.
/// Fails with DayNotOpen, UnknownCounter, NotSignedIn.
[[nodiscard]] Result<Shift> shiftAt(BranchTransaction &command, int counter);

} // namespace motcua
