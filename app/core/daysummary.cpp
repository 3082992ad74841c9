// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/daysummary.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <numeric>

namespace motcua {

namespace {

struct Times
{
    std::vector<qint64> waits; ///< ms
    std::vector<qint64> services;
};

int seconds(qint64 ms)
{
    return static_cast<int>((ms + 500) / 1000);
}

void setTimes(GroupSummary &row, const Times &times)
{
    row.waitAverage = averageSeconds(times.waits);
    row.waitMedian = percentile(times.waits, 50).transform(seconds);
    row.waitNinetieth = percentile(times.waits, 90).transform(seconds);
    row.serviceAverage = averageSeconds(times.services);
}

void count(GroupSummary &row, LegState state)
{
    ++row.issued;
    switch (state) {
    case LegState::Completed:
        ++row.served;
        break;
    case LegState::NoShow:
        ++row.noShow;
        break;
    case LegState::Cancelled:
        ++row.cancelled;
        break;
    case LegState::Expired:
        ++row.expired;
        break;
    case LegState::Waiting:
        ++row.waiting;
        break;
    case LegState::Called:
        ++row.called;
        break;
    case LegState::Serving:
        ++row.serving;
        break;
    case LegState::Held:
        ++row.held;
        break;
    case LegState::Transferred: // never the leg a ticket stands in: the next one exists
    case LegState::Undone:
        break;
    }
}

} // namespace

std::optional<qint64> waitOf(const Leg &leg)
{
    return leg.firstCalledAt != 0 ? std::optional(leg.firstCalledAt - leg.queuedAt) : std::nullopt;
}

std::optional<qint64> serviceOf(const Leg &leg)
{
    const bool isServed = leg.state == LegState::Completed || leg.state == LegState::Transferred;
    return isServed ? std::optional(leg.serviceMs) : std::nullopt;
}

std::optional<int> averageSeconds(std::span<const qint64> values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const qint64 sum = std::accumulate(values.begin(), values.end(), qint64{0});
    return seconds(sum / static_cast<qint64>(values.size()));
}

std::optional<qint64> percentile(std::vector<qint64> values, int percent)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const size_t rank = (values.size() * static_cast<size_t>(percent) + 99) / 100;
    const auto nth = values.begin() + static_cast<std::ptrdiff_t>(std::max<size_t>(rank, 1) - 1);
    std::ranges::nth_element(values, nth);
    return *nth;
}

DaySummary summarise(const QDate &businessDate, std::span<const Leg> legs,
                     std::span<const QString> groups)
{
    std::map<QString, GroupSummary> rows;
    std::map<QString, Times> times;
    Times allTimes;
    QHash<QUuid, const Leg *> current;
    current.reserve(static_cast<qsizetype>(legs.size()));

    for (const Leg &leg : legs) {
        if (leg.state == LegState::Undone) {
            continue;
        }
        const Leg *&standing = current[leg.ticket];
        if (!standing || leg.ordinal > standing->ordinal) {
            standing = &leg;
        }
        if (const auto wait = waitOf(leg)) {
            times[leg.group].waits.push_back(*wait);
            allTimes.waits.push_back(*wait);
        }
        if (const auto service = serviceOf(leg)) {
            times[leg.group].services.push_back(*service);
            allTimes.services.push_back(*service);
        }
    }

    DaySummary summary{.businessDate = businessDate, .groups = {}, .total = {}};
    for (const Leg *leg : std::as_const(current)) {
        count(rows[QString(QChar(leg->number.series))], leg->state);
        count(summary.total, leg->state);
    }
    setTimes(summary.total, allTimes);
    for (const QString &letter : groups) {
        GroupSummary row = rows[letter];
        row.group = letter;
        setTimes(row, times[letter]);
        summary.groups.push_back(std::move(row));
    }
    return summary;
}

} // namespace motcua
