// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/printstate.h"

#include "core/wordtable.h"

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr WordTable<PrintState, 5> StateWords({
    {PrintState::Pending, "pending"_L1},
    {PrintState::Printed, "printed"_L1},
    {PrintState::Failed, "failed"_L1},
    {PrintState::Unknown, "unknown"_L1},
    {PrintState::Reprinted, "reprinted"_L1},
});

QString word(PrintState state)
{
    return StateWords.wordOf(state);
}

std::optional<PrintState> printStateFromWord(QStringView word)
{
    return StateWords.valueOf(word);
}

} // namespace motcua
