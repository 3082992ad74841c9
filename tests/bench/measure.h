// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bench/sqlite.h"
#include "core/result.h"

#include <QElapsedTimer>

#include <algorithm>
#include <concepts>
#include <ctime>
#include <vector>

namespace bench {

template <typename T>
T must(motcua::Result<T> result)
{
    if (!result) {
        giveUp((motcua::word(result.error().code) + u' ' + result.error().detail).toStdString());
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

inline double quantile(std::vector<double> values, double part)
{
    const auto place = static_cast<qsizetype>(part * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, values.begin() + place);
    return values[static_cast<size_t>(place)];
}

inline double median(const std::vector<double> &values)
{
    return quantile(values, 0.5);
}

template <std::invocable Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// What passed on the clock while something ran, and what of it the processor spent on it: beside
/// other work the clock tells of those as well.
struct Spent
{
    std::vector<double> clock; ///< ms
    std::vector<double> processor;

    template <std::invocable Work>
    void add(Work work)
    {
        const auto processorMs = [] {
            timespec now{};
            ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
            return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
        };
        const double before = processorMs();
        clock.push_back(milliseconds(work));
        processor.push_back(processorMs() - before);
    }
};

} // namespace bench
