// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/trace.h"

#include <QLoggingCategory>

#include <chrono>

namespace motcua {

Q_LOGGING_CATEGORY(lcTrace, "motcua.trace", QtWarningMsg)

void trace(const QString &what)
{
    qCDebug(lcTrace).noquote() << std::chrono::duration_cast<std::chrono::microseconds>(
                                      std::chrono::steady_clock::now().time_since_epoch())
                                      .count()
                               << what;
}

} // namespace motcua
