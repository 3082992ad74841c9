// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/form.h"
#include "printing/cupsprinter.h"

#include <QByteArray>

namespace motcua {

/// A form's paper as PDF: every copy, each from page 1, a little smaller where it fits one page then.
/// A table that goes over a page repeats its head. Neither its metadata nor the name of anything in
/// it is personal. Needs a QGuiApplication and the fonts of loadFonts(); any thread.
///
/// Fails with FormVersionGone (subject: form and version) for a version this program does not have.
[[nodiscard]] Result<QByteArray> formPdf(const FormPaper &form);

/// How long a queue may take for a form: an office printer warms up.
inline constexpr PrinterTiming FormTiming{.job = std::chrono::seconds(60),
                                          .answer = std::chrono::seconds(5)};

/// What to hand to a CupsPrinter.
[[nodiscard]] CupsDocument cupsDocument(const FormPaper &form, const QByteArray &pdf);
/// What its answer means for a form.
[[nodiscard]] FormState formState(PrintOutcome outcome, const PrinterStatus &status);

} // namespace motcua
