// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/phrase.h"

#include <QMap>

namespace motcua {

/// @p sentence as a synthesiser has to read it: each letter by its name in @p letters.
[[nodiscard]] inline QString synthesiserText(std::span<const SpokenUnit> sentence,
                                             const QMap<QString, QString> &letters)
{
    std::vector<SpokenUnit> said(sentence.begin(), sentence.end());
    for (SpokenUnit &unit : said) {
        unit.text = letters.value(unit.text, unit.text);
    }
    return toText(said);
}

} // namespace motcua
