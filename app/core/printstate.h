// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace motcua {

/// What is known of a ticket's paper. The words of word() are the values of ticket.print_state.
enum class PrintState {
    Pending,
    Printed, ///< the printer said so, or the spooler for a printer that cannot
    Failed,
    Unknown, ///< sent, but the printer never answered
    Reprinted,
};
[[nodiscard]] QString word(PrintState state);
[[nodiscard]] std::optional<PrintState> printStateFromWord(QStringView word);

} // namespace motcua
