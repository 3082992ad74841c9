// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace motcua {

enum class DeviceKind {
    Kiosk,
    Board,
};
[[nodiscard]] QString word(DeviceKind kind);
[[nodiscard]] std::optional<DeviceKind> deviceKindFromWord(QStringView word);

/// What a machine in the hall says of itself.
enum class DeviceState {
    Ok,
    PaperLow,
    PaperOut,
    CoverOpen,
    PrinterSilent, ///< no printer, or it does not answer
    NoSound,       ///< calls cannot be heard
};
[[nodiscard]] QString word(DeviceState state);
[[nodiscard]] std::optional<DeviceState> deviceStateFromWord(QStringView word);

/// A kiosk or a board. It reports itself every 30 s or so, and at once when something changed.
struct Device
{
    DeviceKind kind = DeviceKind::Kiosk;
    int number = 1;
    DeviceState state = DeviceState::Ok;
    int volume = 0;    ///< of its loudspeaker, 0 to 100 %; 0 for none
    qint64 seenAt = 0; ///< branch time of the last report, UTC ms

    /// Not heard of for this long: it is switched off or its link is cut.
    static constexpr qint64 LostAfterMs = 90'000;
};

enum class HelpReason {
    Citizen, ///< pressed "Call staff"
    PaperOut,
    CoverOpen,
    PrinterSilent,
    PrintFailed, ///< a citizen's ticket did not come out
    ComeBack,    ///< people wait for a counter that is on a break
};
[[nodiscard]] QString word(HelpReason reason);
[[nodiscard]] std::optional<HelpReason> helpReasonFromWord(QStringView word);

/// Somebody at a kiosk needs a member of staff, or the branch head one counter.
struct HelpRequest
{
    qint64 id = 0;
    int kiosk = 0;   ///< 0: it comes from the branch head
    int counter = 0; ///< who is meant; 0: whoever goes first
    HelpReason reason = HelpReason::Citizen;
    qint64 at = 0; ///< branch time, UTC ms
};

} // namespace motcua
