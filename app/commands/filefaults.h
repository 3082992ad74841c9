// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands/invocation.h"
#include "core/csvreader.h"

#include <vector>

namespace motcua {

/// What is wrong, to be translated in the context of Texts; null when @p problem is none of the words that
/// readers and checks of files have.
[[nodiscard]] const char *faultWords(const QString &problem);
/// Refuses a file with @p code for its @p faults, a line each, and "faults" in JSON.
int refuseFile(const Invocation &invocation, ErrorCode code, const std::vector<FileFault> &faults);

} // namespace motcua
