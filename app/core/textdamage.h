// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace motcua {

/// Whether a name or address shows that its Vietnamese letters were lost or rewritten on the way
/// from a scanner (domain.md §3): replaced by '?' or U+FFFD, UTF-8 read as Windows-1252, marks on
/// consonants, Telex or VNI keystrokes in place of letters.
///
/// Text merely without accents is not damaged, nor is a name in another language of Vietnam.
/// Wants the text as it came, before cleaned(), which removes some of the traces. Telex is told by
/// spelling: a foreign name that spells Vietnamese syllables in Telex ("Tom Lees") is taken for it.
[[nodiscard]] bool isDamaged(QStringView text);

} // namespace motcua
