// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/daysummary.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <numeric>

using namespace Qt::StringLiterals;

namespace motcua {

int wholeSeconds(qint64 ms)
{
    return static_cast<int>((ms + 500) / 1000);
}

void GroupCount::takeTicket(LegState state)
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

void GroupCount::takeTimes(const Leg &leg)
{
    if (leg.state == LegState::Undone) {
        return;
    }
    if (const auto wait = waitOf(leg)) {
        waits.push_back(*wait);
    }
    if (const auto service = serviceOf(leg)) {
        services.push_back(*service);
    }
}

GroupSummary GroupCount::summed()
{
    row.waitAverage = averageSeconds(waits);
    row.waitMedian = percentile(waits, 50).transform(wholeSeconds);
    row.waitNinetieth = percentile(waits, 90).transform(wholeSeconds);
    row.waitLongest = percentile(waits, 100).transform(wholeSeconds);
    row.serviceAverage = averageSeconds(services);
    return std::move(row);
}

std::vector<const Leg *> standingLegs(std::span<const Leg> legs)
{
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
    }
    return {current.cbegin(), current.cend()};
}

QJsonObject totalsOf(const GroupSummary &total)
{
    return {{u"issued"_s, total.issued},
            {u"served"_s, total.served},
            {u"no_show"_s, total.noShow},
            {u"cancelled"_s, total.cancelled},
            {u"expired"_s, total.expired}};
}

std::optional<int> averageSeconds(std::span<const qint64> values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const qint64 sum = std::accumulate(values.begin(), values.end(), qint64{0});
    return wholeSeconds(sum / static_cast<qint64>(values.size()));
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
    std::map<QString, GroupCount> counts;
    GroupCount all;
    for (const Leg &leg : legs) {
        counts[leg.group].takeTimes(leg);
        all.takeTimes(leg);
    }
    for (const Leg *leg : standingLegs(legs)) {
        counts[QString(QChar(leg->number.series))].takeTicket(leg->state);
        all.takeTicket(leg->state);
    }
    DaySummary summary{.businessDate = businessDate, .groups = {}, .total = all.summed()};
    for (const QString &letter : groups) {
        summary.groups.push_back(counts[letter].summed());
        summary.groups.back().group = letter;
    }
    return summary;
}

} // namespace motcua
