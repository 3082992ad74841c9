// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/demoday.h"

#include "operations/callnext.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace motcua {

std::vector<Arrival> sampleArrivals()
{
    QFile file(u":/demo/arrivals.csv"_s);
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    std::vector<Arrival> arrivals;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        const qsizetype comma = line.indexOf(u',');
        if (!line.startsWith(u'#') && comma > 0) {
            arrivals.push_back({line.first(comma).toInt(), line.sliced(comma + 1)});
        }
    }
    return arrivals;
}

DemoDay::DemoDay(std::vector<Arrival> arrivals, std::span<const int> counters)
    : m_arrivals(std::move(arrivals))
{
    for (const int counter : counters) {
        m_clerks.push_back({.counter = counter});
    }
}

/// Whether the play goes on after @p result: only the disk can end it.
template <typename T>
static bool goesOn(const Result<T> &result)
{
    return result || kindOf(result.error().code) == ErrorKind::Refused;
}

Result<> DemoDay::step(Database &database, const QDateTime &now, double second, Clerk &clerk)
{
    // Seconds; service takes from one and a half to four minutes, never the same twice running.
    constexpr double Pause = 8;
    constexpr double Walk = 12;
    constexpr int ShortestService = 90;
    constexpr int ServiceSpread = 150;
    constexpr int Stride = 61;
    const CommandContext context{QUuid::createUuid(), now};
    if (clerk.doing == Doing::Idle) {
        const auto called = callNext(database, context, clerk.counter);
        if (!goesOn(called)) {
            return std::unexpected(called.error());
        }
        clerk.doing = called ? Doing::Calling : Doing::Idle;
        clerk.until = second + (called ? Walk : Pause);
        return {};
    }
    const bool starts = clerk.doing == Doing::Calling;
    const auto acted = actAtCounter(
        database, context,
        {.counter = clerk.counter, .action = starts ? LegAction::Start : LegAction::Finish});
    if (!goesOn(acted)) {
        return std::unexpected(acted.error());
    }
    clerk.doing = starts && acted ? Doing::Serving : Doing::Idle;
    clerk.until =
        second
        + (starts ? ShortestService + (clerk.counter + ++clerk.served) * Stride % ServiceSpread
                  : Pause);
    return {};
}

Result<> DemoDay::advance(Database &database, const QDateTime &now, double second)
{
    for (; m_next < m_arrivals.size() && m_arrivals[m_next].second <= second; ++m_next) {
        const auto issued =
            issueTicket(database, {QUuid::createUuid(), now}, {.group = m_arrivals[m_next].group});
        if (!goesOn(issued)) {
            return std::unexpected(issued.error());
        }
    }
    for (Clerk &clerk : m_clerks) {
        if (second >= clerk.until) {
            if (const auto done = step(database, now, second, clerk); !done) {
                return done;
            }
        }
    }
    return {};
}

} // namespace motcua
