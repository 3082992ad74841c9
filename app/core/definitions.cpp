// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/definitions.h"

#include "core/wordtable.h"

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr WordTable<Definition, 28> DefinitionWords({
    {Definition::Way, "way"_L1},
    {Definition::Issued, "issued"_L1},
    {Definition::Served, "served"_L1},
    {Definition::NoShow, "no_show"_L1},
    {Definition::Cancelled, "cancelled"_L1},
    {Definition::Expired, "expired"_L1},
    {Definition::NotDone, "not_done"_L1},
    {Definition::Wait, "wait"_L1},
    {Definition::NineOfTen, "nine_of_ten"_L1},
    {Definition::OverTarget, "over_target"_L1},
    {Definition::Service, "service"_L1},
    {Definition::Serving, "serving"_L1},
    {Definition::Calling, "calling"_L1},
    {Definition::Idle, "idle"_L1},
    {Definition::Break, "break"_L1},
    {Definition::Silent, "silent"_L1},
    {Definition::SignedOut, "signed_out"_L1},
    {Definition::Intake, "intake"_L1},
    {Definition::Received, "received"_L1},
    {Definition::Carried, "carried"_L1},
    {Definition::Solved, "solved"_L1},
    {Definition::OnTime, "on_time"_L1},
    {Definition::Overdue, "overdue"_L1},
    {Definition::Rated, "rated"_L1},
    {Definition::Content, "content"_L1},
    {Definition::Handled, "handled"_L1},
    {Definition::Reopened, "reopened"_L1},
    {Definition::Arrived, "arrived"_L1},
});

QString word(Definition definition)
{
    return DefinitionWords.wordOf(definition);
}

std::optional<qint64> waitOf(const Leg &leg)
{
    return leg.firstCalledAt != 0 ? std::optional(leg.firstCalledAt - leg.queuedAt) : std::nullopt;
}

int begunMinutes(std::chrono::milliseconds wait)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::minutes>(wait).count());
}

std::optional<qint64> serviceOf(const Leg &leg)
{
    const bool isServed = leg.state == LegState::Completed || leg.state == LegState::Transferred;
    return isServed ? std::optional(leg.serviceMs) : std::nullopt;
}

} // namespace motcua
