// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>

#include <string>

namespace bench {

inline constexpr int TicketsADay = 3'000;

/// Gives the branch at @p path @p tickets of the days before @p today, all served, 3,000 a day (the
/// first day has what is left over). Rows are as the program writes them, but only the first and
/// the last of a ticket's four events are there and hashes are not chained: verify would refuse
/// such a file.
void addPastDays(const std::string &path, int tickets, const QDate &today);

/// Puts people into line H of the open day @p today until @p waiting wait there. Their numbers are
/// of other series, as after a transfer, because one series ends at 9999.
void fillLine(const std::string &path, int waiting, const QDate &today, long long now);

} // namespace bench
