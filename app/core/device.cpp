// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/device.h"

#include "core/wordtable.h"

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr WordTable<DeviceKind, 2> KindWords({
    {DeviceKind::Kiosk, "kiosk"_L1},
    {DeviceKind::Board, "board"_L1},
});
static constexpr WordTable<DeviceState, 6> StateWords({
    {DeviceState::Ok, "ok"_L1},
    {DeviceState::PaperLow, "paper_low"_L1},
    {DeviceState::PaperOut, "paper_out"_L1},
    {DeviceState::CoverOpen, "cover_open"_L1},
    {DeviceState::PrinterSilent, "printer_silent"_L1},
    {DeviceState::NoSound, "no_sound"_L1},
});
static constexpr WordTable<HelpReason, 6> ReasonWords({
    {HelpReason::Citizen, "citizen"_L1},
    {HelpReason::PaperOut, "paper_out"_L1},
    {HelpReason::CoverOpen, "cover_open"_L1},
    {HelpReason::PrinterSilent, "printer_silent"_L1},
    {HelpReason::PrintFailed, "print_failed"_L1},
    {HelpReason::ComeBack, "come_back"_L1},
});

QString word(DeviceKind kind)
{
    return KindWords.wordOf(kind);
}

std::optional<DeviceKind> deviceKindFromWord(QStringView word)
{
    return KindWords.valueOf(word);
}

QString word(DeviceState state)
{
    return StateWords.wordOf(state);
}

std::optional<DeviceState> deviceStateFromWord(QStringView word)
{
    return StateWords.valueOf(word);
}

QString word(HelpReason reason)
{
    return ReasonWords.wordOf(reason);
}

std::optional<HelpReason> helpReasonFromWord(QStringView word)
{
    return ReasonWords.valueOf(word);
}

} // namespace motcua
