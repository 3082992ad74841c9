// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

namespace motcua::test {

/// While it lives there is memory for small things, but not for a slow index (64 MiB).
class ShortMemory
{
public:
    ShortMemory()
    {
        QFile sizes(QStringLiteral("/proc/self/statm"));
        const bool isOpen = sizes.open(QIODevice::ReadOnly);
        Q_ASSERT(isOpen);
        const rlim_t pages = isOpen ? sizes.readAll().split(' ').first().toULongLong() : 0;
        constexpr rlim_t Left = rlim_t{32} << 20;
        ::getrlimit(RLIMIT_AS, &m_before);
        const rlimit limit{.rlim_cur = pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + Left,
                           .rlim_max = m_before.rlim_max};
        ::setrlimit(RLIMIT_AS, &limit);
    }
    ~ShortMemory() { ::setrlimit(RLIMIT_AS, &m_before); }
    Q_DISABLE_COPY_MOVE(ShortMemory)

private:
    rlimit m_before{};
};

} // namespace motcua::test
