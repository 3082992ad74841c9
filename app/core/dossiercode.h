// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QString>

namespace motcua {

/// A national procedure code such as "1.001193", "2.001218.000.00.00.H38", "1.000948.H38"
/// (domain.md §2.2).
[[nodiscard]] bool isProcedureCode(QStringView text);

/// An official dossier code such as "H15.50.05.13-261008-0975", whose six digits must be a date
/// (domain.md §2.1). The city's system issues it; to us it is opaque.
[[nodiscard]] bool isDossierCode(QStringView text);

/// A branch's own temporary code, "TN1-261123-0042": visibly not an official one.
[[nodiscard]] bool isTemporaryDossierCode(QStringView text);
/// @p branch is 1 to 999, @p day of this century, @p number from 1 on.
[[nodiscard]] QString temporaryDossierCode(int branch, const QDate &day, int number);

} // namespace motcua
