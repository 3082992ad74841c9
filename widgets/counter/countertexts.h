// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/counteroverview.h"
#include "counter/counterview.h"

namespace motcua {

/// "H 042", as the desk writes it; the space does not break.
[[nodiscard]] QString shownNumber(const TicketNumber &number);
/// Whole minutes from @p since to @p now, never negative: "24 phút".
[[nodiscard]] QString minutesText(qint64 since, qint64 now);
/// "03:18"; from an hour on "1:03:18".
[[nodiscard]] QString timerText(qint64 ms);
/// The procedure somebody came for, or that none was chosen.
[[nodiscard]] QString procedureText(const WaitingTicket &ticket, const CounterView &view);
/// For a narrow list: the short name of the procedure @p code, else its name; @p name when the
/// branch does not know it.
[[nodiscard]] QString shortProcedureText(const QString &code, const Bilingual &name,
                                         const CounterView &view);
/// Where and when the number was taken.
[[nodiscard]] QString takenText(const WaitingTicket &ticket, const CounterView &view);
/// Why somebody is needed, at a kiosk or here.
[[nodiscard]] QString helpText(const HelpRequest &request);
/// That this counter is to end its break, and since when; empty when it is not.
[[nodiscard]] QString reminderText(const CounterView &view);
/// What was done and can be taken back.
[[nodiscard]] QString undoableText(const UndoableAction &undoable);
/// That the branch cannot be reached, and since when.
[[nodiscard]] QString offlineText(const CounterView &view);
/// The same where nobody is signed in.
[[nodiscard]] QString signInOfflineText(const CounterView &view);
/// The same while this counter goes on by itself, and what is left of that; empty when there is nothing.
[[nodiscard]] QString keptText(const CounterView &view);
/// Whether the hall did not hear the call of who is at the counter.
[[nodiscard]] bool isUnheard(const CounterOverview &overview);
/// The icon of a priority class.
[[nodiscard]] QLatin1StringView priorityIcon(const QString &code);

/// "3 ngày làm việc"
[[nodiscard]] QString limitText(const Limit &limit);
/// A paper of a dossier to choose from; its title is Vietnamese, as on it.
[[nodiscard]] QString paperText(const ShownRecord::Paper &paper);
/// "Thứ Sáu 20/11/2026, 16:30"
[[nodiscard]] QString dueText(const LocalTime &due);
/// A state of a paper in a word or two, for a tag.
[[nodiscard]] QString documentStateWord(DocumentState state);
/// An outcome in a word, for a list.
[[nodiscard]] QString outcomeWord(Outcome outcome);

/// The words for a reason of holdReasons(), breakReasons() and chosenReasons(); one that is not
/// known yet is shown as it is stored.
[[nodiscard]] QString holdReasonText(const QString &reason);
[[nodiscard]] QString reprintReasonText(const QString &reason);
[[nodiscard]] QString breakReasonText(const QString &reason);
[[nodiscard]] QString chosenReasonText(const QString &reason);

} // namespace motcua
