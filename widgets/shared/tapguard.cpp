// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/tapguard.h"

#include "shared/theme.h"

#include <QVariant>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr const char *LastTap = "motcuaLastTap";

bool mayTap(const QWidget &touched, quint64 timestamp)
{
    const QVariant last = touched.window()->property(LastTap);
    return timestamp == 0 || !last.isValid() || timestamp < last.toULongLong()
           || static_cast<double>(timestamp - last.toULongLong())
                  >= designNumber("touch.debounceMs"_L1);
}

void noteTap(const QWidget &touched, quint64 timestamp)
{
    touched.window()->setProperty(LastTap, QVariant::fromValue<qulonglong>(timestamp));
}

} // namespace motcua
