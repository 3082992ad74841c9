// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "core/duedate.h"
#include "core/form.h"
#include "core/language.h"

namespace motcua {

/// What is wrong with a field of an intake and what to do, as one sentence without the field's name.
/// It says nothing that was typed. Besides what checkIntake() lists it knows used (the official code
/// is another dossier's) and not_confirmed (a due date beyond the calendar).
[[nodiscard]] QString faultText(const IntakeFault &fault);
/// What a clerk ought to look at, by a word of intakeWarnings() or "second_notice".
/// The words for a reason of openingReasons(); another is shown as it is.
[[nodiscard]] QString openingReasonText(const QString &reason);
[[nodiscard]] QString warningText(const QString &warning);

[[nodiscard]] QString outcomeText(Outcome outcome);
[[nodiscard]] QString documentStateText(DocumentState state);
[[nodiscard]] QString dossierStateText(DossierState state);
[[nodiscard]] QString formStateText(FormState state);

/// Who somebody is in one line: name, number, phone, address.
[[nodiscard]] QString personText(const Person &person);

/// What a correction changed, a line each: "Name: A → B"; @p catalogue has the procedures' names.
[[nodiscard]] QStringList changesText(const Intake &before, const Intake &after,
                                      const Catalogue &catalogue, Language language);

/// "Thứ Sáu 20/11/2026"
[[nodiscard]] QString dayInWords(const QDate &date, Language language);
/// Why @p due is what it is, in sentences.
[[nodiscard]] QString explanationOf(const DueDate &due, Language language);

} // namespace motcua
