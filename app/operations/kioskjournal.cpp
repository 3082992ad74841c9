// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/kioskjournal.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

Q_LOGGING_CATEGORY(lcKioskJournal, "motcua.kioskjournal", QtWarningMsg)

KioskJournal::KioskJournal(std::unique_ptr<SealedJournal> file, int number)
    : m_file(std::move(file))
    , m_number(number)
{
}

static const QString MemoryFile = u"memory"_s;

Result<std::unique_ptr<KioskJournal>> KioskJournal::open(const QString &folder, int number,
                                                         const QString &branch)
{
    auto file =
        SealedJournal::open(folder, {.head = "motcua kiosk journal 1\n"_ba, .longestRecord = 4096});
    if (!file) {
        return std::unexpected(file.error());
    }
    std::unique_ptr<KioskJournal> journal(new KioskJournal(std::move(*file), number));
    for (const QJsonObject &record : journal->m_file->takeRecords()) {
        journal->apply(record);
    }
    const auto remembered = journal->m_file->beside(MemoryFile);
    if (remembered && *remembered) {
        journal->m_remembered = **remembered;
        journal->m_memory = KioskMemory::fromJson(**remembered);
        const QString &code = journal->m_memory->catalogue.branchCode;
        if (!branch.isEmpty() && code != branch) {
            if (!journal->m_tickets.empty()) {
                return failure(ErrorCode::WrongBranch, code);
            }
            journal->m_leases.clear();
            journal->m_memory.reset();
        }
    } else if (!remembered) {
        qCWarning(lcKioskJournal) << "what the kiosk remembers is lost:"
                                  << word(remembered.error().code) << remembered.error().subject;
    }
    if (const auto written = journal->rewrite(); !written) {
        return std::unexpected(written.error());
    }
    return journal;
}

/// Leaves what does not matter any more out.
Result<> KioskJournal::rewrite()
{
    std::vector<QJsonObject> records;
    records.reserve(m_leases.size() + m_tickets.size());
    for (const NumberLease &lease : m_leases) {
        records.push_back({{u"lease"_s, lease.toJson()},
                           {u"kiosk"_s, m_number},
                           {u"at"_s, m_clock.lastAt},
                           {u"lead"_s, m_clock.lead}});
    }
    for (const OfflineTicket &ticket : m_tickets) {
        records.push_back({{u"ticket"_s, ticket.toJson()}, {u"lead"_s, m_clock.lead}});
    }
    return m_file->rewrite(records);
}

Result<> KioskJournal::append(const QJsonObject &record)
{
    if (const auto kept = m_file->append(record); !kept) {
        return kept;
    }
    const QMutexLocker locker(&m_mutex);
    apply(record);
    return {};
}

void KioskJournal::apply(const QJsonObject &record)
{
    m_clock.lead = record["lead"_L1].toInteger(m_clock.lead);
    m_clock.lastAt = std::max(m_clock.lastAt, record["at"_L1].toInteger());
    if (record.contains("lease"_L1) && record["kiosk"_L1].toInt() == m_number) {
        const NumberLease lease = NumberLease::fromJson(record["lease"_L1].toObject());
        std::erase_if(m_leases, [&lease](const NumberLease &one) {
            return one.date != lease.date || one.first > one.last;
        });
        m_leases.push_back(lease);
    } else if (record.contains("ticket"_L1)) {
        const OfflineTicket ticket = OfflineTicket::fromJson(record["ticket"_L1].toObject());
        m_clock.lastAt = std::max(m_clock.lastAt, ticket.arrivedAt);
        const int number = ticket.number.number;
        for (NumberLease &lease : m_leases) {
            const bool isFromIt = lease.date == ticket.date && lease.group == ticket.group()
                                  && lease.first <= number && number <= lease.last;
            lease.first = isFromIt ? number + 1 : lease.first;
        }
        m_tickets.push_back(ticket);
    } else if (record.contains("done"_L1)) {
        const QUuid id = QUuid::fromString(record["done"_L1].toString());
        std::erase_if(m_tickets, [&id](const OfflineTicket &ticket) { return ticket.id == id; });
    }
}

Result<> KioskJournal::remember(const KioskMemory &memory)
{
    const QMutexLocker locker(&m_writing);
    const QJsonObject json = memory.toJson();
    if (json == m_remembered) {
        return {};
    }
    const auto kept = m_file->putBeside(MemoryFile, json);
    if (kept) {
        m_remembered = json;
    }
    return kept;
}

void KioskJournal::setTime(qint64 branchNow, qint64 pcNow)
{
    const QMutexLocker locker(&m_mutex);
    m_clock = {.lastAt = branchNow, .lead = branchNow - pcNow};
}

Result<> KioskJournal::hold(const NumberLease &lease)
{
    const QMutexLocker locker(&m_writing);
    const bool isKnown = std::ranges::any_of(m_leases, [&lease](const NumberLease &one) {
        return one.date == lease.date && one.group == lease.group && one.last == lease.last;
    });
    return isKnown ? Result<>()
                   : append({{u"lease"_s, lease.toJson()},
                             {u"kiosk"_s, m_number},
                             {u"at"_s, time().lastAt},
                             {u"lead"_s, time().lead}});
}

BranchClock KioskJournal::time() const
{
    const QMutexLocker locker(&m_mutex);
    return m_clock;
}

int KioskJournal::left(const QString &group, const QDate &day) const
{
    const QMutexLocker locker(&m_mutex);
    int left = 0;
    for (const NumberLease &lease : m_leases) {
        left += lease.group == group && lease.date == day ? lease.last + 1 - lease.first : 0;
    }
    return left;
}

Result<OfflineTicket> KioskJournal::give(const Wish &wish, const QDate &day, qint64 pcNow)
{
    const QMutexLocker locker(&m_writing); // nobody else changes leases and tickets
    if (const auto same = std::ranges::find(m_tickets, wish.id, &OfflineTicket::wish);
        same != m_tickets.end()) {
        return *same;
    }
    const auto lease = std::ranges::find_if(m_leases, [&](const NumberLease &one) {
        return one.group == wish.group && one.date == day && one.first <= one.last;
    });
    if (lease == m_leases.end()) {
        return failure(ErrorCode::SeriesUsedUp, wish.group);
    }
    const auto token = newToken();
    if (!token) {
        return std::unexpected(token.error());
    }
    const BranchClock clock = time().advancedTo(pcNow);
    OfflineTicket ticket{.id = QUuid::createUuid(),
                         .wish = wish.id,
                         .number = {wish.group.at(0).unicode(), lease->first},
                         .date = day,
                         .procedure = wish.procedure,
                         .priority = wish.priority,
                         .kiosk = m_number,
                         .arrivedAt = clock.lastAt,
                         .token = *token,
                         .appointment = wish.appointment};
    if (const auto kept = append({{u"ticket"_s, ticket.toJson()}, {u"lead"_s, clock.lead}});
        !kept) {
        return std::unexpected(kept.error());
    }
    return ticket;
}

std::optional<OfflineTicket> KioskJournal::next() const
{
    const QMutexLocker locker(&m_mutex);
    return m_tickets.empty() ? std::nullopt : std::optional(m_tickets.front());
}

std::optional<TicketNumber> KioskJournal::givenTo(const QString &code) const
{
    const QMutexLocker locker(&m_mutex);
    const auto given = std::ranges::find(m_tickets, code, &OfflineTicket::appointment);
    return given == m_tickets.end() ? std::nullopt : std::optional(given->number);
}

Result<> KioskJournal::drop(const QUuid &id)
{
    const QMutexLocker locker(&m_writing);
    return append({{u"done"_s, id.toString(QUuid::WithoutBraces)}});
}

} // namespace motcua
