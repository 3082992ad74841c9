// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/language.h"
#include "core/result.h"

#include <QString>

namespace motcua {

/// What happened and what to do now, in the language of the installed translation. It names things
/// (a group, a counter, a path) but no person.
[[nodiscard]] QString errorText(const Error &error);

/// The exit code scripts see: 1 refused by a rule, 2 usage, 3 storage or network.
[[nodiscard]] int exitCodeOf(const Error &error);

} // namespace motcua
