// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QWidget;

namespace motcua {

/// Writes @p what with the machine's steady clock in microseconds to the log category
/// "motcua.trace", which is off unless QT_LOGGING_RULES says otherwise: so moments of several
/// processes can be compared (tests/bench/facesbench.cpp).
void trace(const QString &what);

/// The same as soon as @p window has painted itself with what it was given up to now; never if it
/// does not paint.
void traceWhenPainted(QWidget &window, const QString &what);

} // namespace motcua
