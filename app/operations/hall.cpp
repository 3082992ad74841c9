// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/hall.h"

#include "core/procedureorder.h"
#include "operations/callingpace.h"
#include "storage/branchtransaction.h"
#include "storage/cataloguerepository.h"
#include "storage/staffrepository.h"
#include "storage/ticketrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// When the one who waits longest joined the line, by group.
Result<std::map<QString, qint64>> readOldest(Database &database)
{
    Statement select(database, uR"(
        SELECT group_letter, min(queued_at) FROM leg WHERE state = 'waiting'
        GROUP BY group_letter)"_s);
    const auto rows =
        select.rows([](const Row &row) { return std::pair(row.text(0), row.bigInteger(1)); });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return std::map<QString, qint64>(rows->begin(), rows->end());
}

Result<std::vector<HallCall>> readCalls(Database &database, const QDate &date)
{
    constexpr size_t MostTickets = 12; // what a board shows
    constexpr int MostCalls = 60;      // with recalls
    Statement select(database, uR"(
        SELECT id, series, number, group_letter, counter, called_at, recall, state
        FROM announcement WHERE business_date = :date ORDER BY id DESC LIMIT :limit)"_s);
    select.bind(u":date"_s, date).bind(u":limit"_s, MostCalls);
    std::vector<HallCall> calls;
    const auto read = select.forEach([&calls](const Row &row) {
        const auto state = announcementStateFromWord(row.text(7));
        if (row.text(1).isEmpty() || !state || calls.size() == MostTickets) {
            return;
        }
        const TicketNumber ticket{row.text(1).at(0).unicode(), row.integer(2)};
        if (std::ranges::find(calls, ticket, &HallCall::ticket) == calls.end()) {
            calls.push_back({.id = row.bigInteger(0),
                             .ticket = ticket,
                             .group = row.text(3),
                             .counter = row.integer(4),
                             .at = row.bigInteger(5),
                             .recall = row.boolean(6),
                             .announcement = *state});
        }
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    return calls;
}

Result<std::vector<GroupLoad>> readLoads(Database &database, const HallState &hall)
{
    const auto groups = CatalogueRepository(database).groups();
    if (!groups) {
        return std::unexpected(groups.error());
    }
    const auto lines = TicketRepository(database).lines(hall.businessDate);
    if (!lines) {
        return std::unexpected(lines.error());
    }
    const auto oldest = readOldest(database);
    if (!oldest) {
        return std::unexpected(oldest.error());
    }
    const auto paces = readPaces(database, hall.counters, hall.businessDate, hall.branchNow);
    if (!paces) {
        return std::unexpected(paces.error());
    }
    std::vector<GroupLoad> loads;
    for (const Group &group : *groups) {
        GroupLoad &load = loads.emplace_back(GroupLoad{.group = group});
        const auto line = lines->find(group.letter);
        if (line != lines->end()) {
            load.waiting = line->second.waiting;
        }
        const int given = line == lines->end() ? 0 : line->second.number;
        const int leasedFrom = line == lines->end() ? 0 : line->second.leasedFrom;
        const int last = leasedFrom == 0 ? group.lastNumber : leasedFrom - 1;
        load.takesNumbers = !hall.businessDate.isNull() && given < last;
        if (const auto since = oldest->find(group.letter); since != oldest->end()) {
            load.oldestQueuedAt = since->second;
        }
        if (const auto pace = paces->find(group.letter); pace != paces->end()) {
            load.counters = pace->second.counters;
            load.wait = waitRange(load.waiting, pace->second.pace);
        }
    }
    return loads;
}

} // namespace

Result<HallState> hallOf(Database &database, const Branch &branch, qint64 now)
{
    HallState hall{.branch = {.number = branch.number,
                              .code = branch.code,
                              .name = branch.name,
                              .organisation = branch.organisation,
                              .settings = branch.settings},
                   .seq = branch.seq,
                   .businessDate = branch.businessDate,
                   .branchNow = now};
    auto counters = readCounters(database);
    if (!counters) {
        return std::unexpected(counters.error());
    }
    hall.counters = std::move(*counters);
    auto loads = readLoads(database, hall);
    if (!loads) {
        return std::unexpected(loads.error());
    }
    hall.groups = std::move(*loads);
    if (hall.businessDate.isNull()) {
        return hall;
    }
    auto calls = readCalls(database, hall.businessDate);
    if (!calls) {
        return std::unexpected(calls.error());
    }
    hall.calls = std::move(*calls);
    Statement issued(database, u"SELECT count(*) FROM ticket WHERE business_date = :date"_s);
    issued.bind(u":date"_s, hall.businessDate);
    const auto count = issued.row([](const Row &row) { return row.integer(0); });
    if (!count) {
        return std::unexpected(count.error());
    }
    hall.issued = count->value_or(0);
    return hall;
}

Result<HallState> readHall(Database &database, const QDateTime &clock)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    return hallOf(database, *branch, branch->clock.advancedTo(clock.toMSecsSinceEpoch()).lastAt);
}

Result<Catalogue> readStoredCatalogue(Database &database)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    Catalogue catalogue;
    catalogue.branchNumber = branch->number;
    catalogue.branchCode = branch->code;
    catalogue.branchName = branch->name;
    catalogue.organisation = branch->organisation;
    catalogue.address = branch->address;
    catalogue.settings = branch->settings;
    CatalogueRepository repository(database);
    const auto read = [](auto &part, auto result) -> Result<> {
        if (!result) {
            return std::unexpected(result.error());
        }
        part = std::move(*result);
        return {};
    };
    for (const auto &done : {read(catalogue.groups, repository.groups()),
                             read(catalogue.priorityClasses, repository.priorityClasses()),
                             read(catalogue.counters, repository.counters()),
                             read(catalogue.procedures, repository.procedures()),
                             read(catalogue.synonyms, repository.synonyms()),
                             read(catalogue.calendar, repository.calendar())}) {
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    return catalogue;
}

/// The branch's catalogue in the order of what @p select counts.
static Result<Catalogue> readByUse(Database &database, Statement &select)
{
    auto catalogue = readStoredCatalogue(database);
    if (!catalogue) {
        return catalogue;
    }
    ProcedureUse use;
    const auto read =
        select.forEach([&use](const Row &row) { use.insert(row.text(0), row.integer(1)); });
    if (!read) {
        return std::unexpected(read.error());
    }
    catalogue->procedures = sortedByUse(std::move(catalogue->procedures), use);
    return catalogue;
}

Result<Catalogue> readOfferedCatalogue(Database &database)
{
    Statement select(database, uR"(
        SELECT procedure, COUNT(*)
        FROM ticket
        WHERE procedure IS NOT NULL AND business_date >= (
            SELECT MIN(recent.business_date)
            FROM (SELECT business_date FROM business_day ORDER BY business_date DESC LIMIT 30)
                AS recent)
        GROUP BY procedure)"_s);
    return readByUse(database, select);
}

Result<Catalogue> readCounterCatalogue(Database &database, int counter)
{
    Statement select(database, uR"(
        SELECT procedure, COUNT(*)
        FROM intake
        WHERE counter = :counter AND procedure IS NOT NULL AND business_date >= (
            SELECT MIN(recent.business_date)
            FROM (SELECT business_date FROM business_day ORDER BY business_date DESC LIMIT 30)
                AS recent)
        GROUP BY procedure)"_s);
    select.bind(u":counter"_s, counter);
    auto catalogue = readByUse(database, select);
    const auto staff = StaffRepository(database).all();
    if (!catalogue || !staff) {
        return catalogue ? std::unexpected(staff.error()) : catalogue;
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    catalogue->settings = branch->settings;
    for (const Staff &member : *staff) {
        catalogue->staff.push_back({member.code, member.name, member.groups, member.permissions});
    }
    return catalogue;
}

} // namespace motcua
