// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

/// What a citizen reads at the tablet, in both languages at once; see textIn().
namespace motcua::ratingtext {

// One text, one line.
// clang-format off
inline constexpr const char *Counter = QT_TRANSLATE_NOOP("motcua::Rating", "Counter %1");
inline constexpr const char *Welcome = QT_TRANSLATE_NOOP("motcua::Rating", "Welcome");
inline constexpr const char *AskLater = QT_TRANSLATE_NOOP("motcua::Rating", "When your visit ends, please tell us here how it was.");
inline constexpr const char *Please = QT_TRANSLATE_NOOP("motcua::Rating", "Citizen %1, counter %2: please rate your visit");
inline constexpr const char *Very = QT_TRANSLATE_NOOP("motcua::Rating", "Very satisfied");
inline constexpr const char *Satisfied = QT_TRANSLATE_NOOP("motcua::Rating", "Satisfied");
inline constexpr const char *Not = QT_TRANSLATE_NOOP("motcua::Rating", "Not satisfied");
inline constexpr const char *WhoReads = QT_TRANSLATE_NOOP("motcua::Rating", "What you write is read by the head of the branch alone.");
inline constexpr const char *SayMore = QT_TRANSLATE_NOOP("motcua::Rating", "Would you like to add anything?");
inline constexpr const char *TypeHere = QT_TRANSLATE_NOOP("motcua::Rating", "Touch the letters below to write. Vietnamese marks as in Telex: aa â, dd đ, ow ơ, s á.");
inline constexpr const char *StillWriting = QT_TRANSLATE_NOOP("motcua::Rating", "Are you still writing? Touch anywhere to go on.");
inline constexpr const char *StillThere = QT_TRANSLATE_NOOP("motcua::Rating", "Are you still there? Touch anywhere to go on.");
inline constexpr const char *LevelGoes = QT_TRANSLATE_NOOP("motcua::Rating", "In %1 s your rating is sent without the comment.");
inline constexpr const char *NothingGoes = QT_TRANSLATE_NOOP("motcua::Rating", "In %1 s nothing is sent.");
inline constexpr const char *WordsAreLost = QT_TRANSLATE_NOOP("motcua::Rating", "In %1 s what you wrote is erased and nothing is sent.");
inline constexpr const char *Change = QT_TRANSLATE_NOOP("motcua::Rating", "Change rating");
inline constexpr const char *Skip = QT_TRANSLATE_NOOP("motcua::Rating", "Send without comment");
inline constexpr const char *Send = QT_TRANSLATE_NOOP("motcua::Rating", "Send comment");
inline constexpr const char *Sending = QT_TRANSLATE_NOOP("motcua::Rating", "Sending…");
inline constexpr const char *Thanks = QT_TRANSLATE_NOOP("motcua::Rating", "Thank you");
inline constexpr const char *Counts = QT_TRANSLATE_NOOP("motcua::Rating", "Your rating was received.");
inline constexpr const char *NotSent = QT_TRANSLATE_NOOP("motcua::Rating", "Your rating could not be sent");
inline constexpr const char *NothingKept = QT_TRANSLATE_NOOP("motcua::Rating", "Nothing was kept. You can also speak to the help desk.");
inline constexpr const char *Offline = QT_TRANSLATE_NOOP("motcua::Rating", "No ratings at the moment");
inline constexpr const char *OfflineWhy = QT_TRANSLATE_NOOP("motcua::Rating", "The connection is interrupted. Your visit goes on as usual.");
inline constexpr const char *Closed = QT_TRANSLATE_NOOP("motcua::Rating", "This counter is closed");
inline constexpr const char *ClosedWhere = QT_TRANSLATE_NOOP("motcua::Rating", "Please watch the board for your number.");
inline constexpr const char *Loading = QT_TRANSLATE_NOOP("motcua::Rating", "One moment, please…");
// clang-format on

} // namespace motcua::ratingtext
