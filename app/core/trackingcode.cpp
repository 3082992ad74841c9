// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trackingcode.h"

#include <QCryptographicHash>

namespace motcua {

QString trackingCode(QStringView token)
{
    constexpr auto Letters = std::to_array("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    const QByteArray hash = QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
    quint64 bits = 0;
    for (int i = 0; i < 5; ++i) {
        bits = (bits << 8) | static_cast<quint8>(hash[i]);
    }
    QString code;
    for (int shift = 35; shift >= 0; shift -= 5) {
        code += QLatin1Char(Letters[(bits >> shift) & 31]);
        if (shift == 20) {
            code += u'-';
        }
    }
    return code;
}

} // namespace motcua
