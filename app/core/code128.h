// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <vector>

namespace motcua {

/// The modules of a Code 128 symbol from left to right, true is a bar; without the quiet zone of ten
/// modules that must stand on both sides. Only printable ASCII can be encoded: empty for anything
/// else, and for nothing.
[[nodiscard]] std::vector<bool> code128(QByteArrayView text);

} // namespace motcua
