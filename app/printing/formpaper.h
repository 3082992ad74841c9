// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/form.h"

#include <QByteArray>

namespace motcua {

/// A form's paper as PDF: every copy, each from page 1. A table that goes over a page repeats its
/// head. Neither its metadata nor the name of anything in it is personal. Needs a QGuiApplication
/// and the family "MotCua Sans", see loadFonts(); any thread.
///
/// Fails with FormVersionGone (subject: form and version) for a version this program does not have.
[[nodiscard]] Result<QByteArray> formPdf(const FormPaper &form);

} // namespace motcua
