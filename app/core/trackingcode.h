// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace motcua {

/// What a citizen types to follow a ticket whose QR code he cannot scan: "7KQ3-MX9F", made from the
/// ticket's token, so that only one secret is kept.
///
/// 40 bits: enough to find one among a day's tickets, too many to guess one through a page that
/// counts tries. The letters I, L, O and U are not used.
[[nodiscard]] QString trackingCode(QStringView token);

} // namespace motcua
