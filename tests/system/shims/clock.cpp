// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A PC whose clock is wrong by CLOCK_OFFSET seconds. Only the time of day is moved: what measures
// durations has a clock of its own.

#include "shim.h"

#include <ctime>
#include <sys/time.h>

extern "C" {

int clock_gettime(clockid_t clock, struct timespec *time) noexcept
{
    static auto *const call = shim::next<int(clockid_t, struct timespec *)>("clock_gettime");
    const int got = call(clock, time);
    if (got == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        time->tv_sec += shim::setting("CLOCK_OFFSET");
    }
    return got;
}

int gettimeofday(struct timeval *time, void *zone) noexcept
{
    static auto *const call = shim::next<int(struct timeval *, void *)>("gettimeofday");
    const int got = call(time, zone);
    if (got == 0) {
        time->tv_sec += shim::setting("CLOCK_OFFSET");
    }
    return got;
}

} // extern "C"
