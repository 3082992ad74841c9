// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace motcua {

/// The modules of a QR code, without the quiet zone of four modules that must surround it.
struct QrCode
{
    int size;                  ///< modules in a row
    std::vector<bool> modules; ///< row by row; true is dark

    [[nodiscard]] bool isDark(int x, int y) const
    {
        return modules[static_cast<size_t>(y) * static_cast<size_t>(size) + static_cast<size_t>(x)];
    }

    friend bool operator==(const QrCode &, const QrCode &) = default;
};

/// @p content at error correction level M in the smallest version from @p smallest that holds it
/// (size 17 + 4 × version); none when it is empty or needs more than @p largest.
[[nodiscard]] std::optional<QrCode> qrCode(const QByteArray &content, int smallest = 1,
                                           int largest = 10);

} // namespace motcua
