// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace motcua {

/// @p text after @p key was typed at its end in Telex: "vie" and "e" give "viê", "tiêng" and "s"
/// give "tiếng". Tone marks stand as in laws ("hóa", "ủy"). A key pressed once more takes its mark
/// back and stands for itself ("ass" is "as"). What is no letter ends a word.
[[nodiscard]] QString telexTyped(const QString &text, QChar key);

} // namespace motcua
