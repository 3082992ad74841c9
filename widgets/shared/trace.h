// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace motcua {

/// Writes @p what with the machine's steady clock in microseconds to the log category
/// "motcua.trace", which is off unless QT_LOGGING_RULES says otherwise: so moments of several
/// processes can be compared (tests/bench/facesbench.cpp).
void trace(const QString &what);

} // namespace motcua
