// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dossier.h"

namespace motcua {

/// What is wrong with a field of an intake and what to do, as one sentence without the field's name.
/// It says nothing that was typed.
[[nodiscard]] QString faultText(const IntakeFault &fault);
/// What a clerk ought to look at, by a word of intakeWarnings() or "second_notice".
[[nodiscard]] QString warningText(const QString &warning);

[[nodiscard]] QString outcomeText(Outcome outcome);
[[nodiscard]] QString documentStateText(DocumentState state);
[[nodiscard]] QString dossierStateText(DossierState state);

} // namespace motcua
