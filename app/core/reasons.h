// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace motcua {

// Fixed lists and no free text: events must not hold personal data. The words are what events and
// commands say; screens translate them.

/// Why a citizen is set aside: photocopy, missing_paper, payment, other.
[[nodiscard]] QStringList holdReasons();

/// Why a counter pauses: rest, meeting, paperwork, errand, other.
[[nodiscard]] QStringList breakReasons();

/// Why somebody is called out of order: returned (with what was missing), frail, wrong_group,
/// supervisor, other.
[[nodiscard]] QStringList chosenReasons();

/// Why a form is printed again: lost, damaged, printer, other.
[[nodiscard]] QStringList reprintReasons();

/// Why a dossier's record is opened: asked (the citizen asks about it), handling, complaint, check,
/// other.
[[nodiscard]] QStringList openingReasons();

} // namespace motcua
