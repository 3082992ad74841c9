// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchtoday.h"
#include "core/language.h"

#include <QCoreApplication>

namespace motcua {

/// Context of what several parts of the manager's screen say.
class ManagerTexts
{
    Q_DECLARE_TR_FUNCTIONS(motcua::ManagerTexts)
};

/// "9.364" in Vietnamese, "9,364" in English.
[[nodiscard]] QString countText(int count, Language language);
/// begunMinutes() of a wait; "–" for none.
[[nodiscard]] QString waitMinutes(std::optional<int> seconds);
/// "Tuesday" in the middle of a sentence.
[[nodiscard]] QString weekdayInSentence(const QDate &date, Language language);
/// The same at its beginning.
[[nodiscard]] QString weekdayAtFront(const QDate &date, Language language);
/// "Tue" above a column; @p day is 1 for Monday.
[[nodiscard]] QString weekdayAbove(int day);
/// "14:05" at the branch.
[[nodiscard]] QString clockText(qint64 at, const BranchToday &today, const char *format = "HH:mm");
/// A group's short name; its letter when it has none.
[[nodiscard]] QString shortNameOf(const QString &letter, const BranchToday &today,
                                  Language language);
/// What is wrong, and what there is to know of it.
[[nodiscard]] QString attentionTitle(const Attention &one, const BranchToday &today,
                                     Language language);
[[nodiscard]] QString attentionDetail(const Attention &one, const BranchToday &today,
                                      Language language);

} // namespace motcua
