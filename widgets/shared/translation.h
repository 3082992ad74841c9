// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/language.h"

#include <QString>

namespace motcua {

/// Makes tr() answer in @p language from now on; windows get a LanguageChange event.
void setProgramLanguage(Language language);

/// @p source of @p context in @p language, whichever tr() speaks: what the kiosk and the paper show
/// in both. Mark the source with QT_TRANSLATE_NOOP, or QT_TRANSLATE_N_NOOP where %n stands for @p n.
[[nodiscard]] QString textIn(Language language, const char *context, const char *source,
                             int n = -1);

} // namespace motcua
