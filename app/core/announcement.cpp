// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/announcement.h"

#include "core/wordtable.h"

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr WordTable<AnnouncementState, 6> StateWords({
    {AnnouncementState::Pending, "pending"_L1},
    {AnnouncementState::Playing, "playing"_L1},
    {AnnouncementState::Done, "done"_L1},
    {AnnouncementState::Expired, "expired"_L1},
    {AnnouncementState::Silent, "silent"_L1},
    {AnnouncementState::Failed, "failed"_L1},
});

QString word(AnnouncementState state)
{
    return StateWords.wordOf(state);
}

std::optional<AnnouncementState> announcementStateFromWord(QStringView word)
{
    return StateWords.valueOf(word);
}

} // namespace motcua
