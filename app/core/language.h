// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace motcua {

enum class Language { Vietnamese, English };

/// A text of the catalogue in both languages, as the branch registered it; never translated.
struct Bilingual
{
    QString vi;
    QString en;

    [[nodiscard]] const QString &in(Language language) const
    {
        return language == Language::Vietnamese ? vi : en;
    }

    friend bool operator==(const Bilingual &, const Bilingual &) = default;
};

} // namespace motcua
