// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace motcua {

enum class Paper { A4, A5 };
[[nodiscard]] QString word(Paper paper);
[[nodiscard]] std::optional<Paper> paperFromWord(QStringView word);

/// A form that a branch uses, see form.h, and on which paper.
struct FormUse
{
    QString form; ///< its number: "01"
    Paper paper = Paper::A4;

    friend bool operator==(const FormUse &, const FormUse &) = default;
};

} // namespace motcua
