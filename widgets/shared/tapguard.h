// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

class QWidget;

namespace motcua {

/// False when this press came within 600 ms after a tap anywhere in the window of @p touched, also
/// on a page that is gone by now: a trembling hand takes one number. @p timestamp is the input
/// event's, in milliseconds; 0 is unknown and let through.
[[nodiscard]] bool mayTap(const QWidget &touched, quint64 timestamp);
/// Remembers a tap that acted.
void noteTap(const QWidget &touched, quint64 timestamp);

} // namespace motcua
