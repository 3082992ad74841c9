// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/qrcode.h"

#include <qrencode.h>

#include <memory>

namespace motcua {

std::optional<QrCode> qrCode(const QByteArray &content, int smallest, int largest)
{
    if (content.isEmpty()) {
        return std::nullopt;
    }
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(content.size()),
                          reinterpret_cast<const unsigned char *>(content.constData()), smallest,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (code == nullptr || code->version > largest) {
        return std::nullopt;
    }
    QrCode result{.size = code->width, .modules = {}};
    const auto count = static_cast<size_t>(code->width) * static_cast<size_t>(code->width);
    result.modules.reserve(count);
    for (size_t i = 0; i < count; ++i) {
        result.modules.push_back((code->data[i] & 1U) != 0);
    }
    return result;
}

} // namespace motcua
