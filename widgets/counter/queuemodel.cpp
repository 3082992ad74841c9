// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/queuemodel.h"

#include "counter/countertexts.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace motcua {

void QueueModel::setTickets(const std::vector<WaitingTicket> &tickets, const CounterView &view)
{
    std::vector<Row> wanted;
    wanted.reserve(tickets.size());
    for (const WaitingTicket &ticket : tickets) {
        QString tag;
        QString shortTag;
        if (ticket.bookedFor != 0) {
            shortTag = view.clock(ticket.bookedFor);
            tag = tr("Appointment %1").arg(shortTag);
        } else if (!ticket.priority.isEmpty()) {
            tag = tr("Priority");
            shortTag = tag;
        }
        wanted.push_back({.ticket = ticket,
                          .procedure = procedureText(ticket, view),
                          .tag = tag,
                          .shortTag = shortTag,
                          .taken = view.clock(ticket.arrivedAt),
                          .waited = minutesText(ticket.queuedAt, view.now)});
    }
    if (wanted == m_rows) {
        return;
    }
    removeGone(wanted);
    appendNew(wanted);
    order(wanted);
    if (!m_rows.empty()) {
        m_rows = wanted;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

static auto isTicket(const TicketNumber &number)
{
    return [number](const auto &row) { return row.ticket.ticket == number; };
}

void QueueModel::removeGone(const std::vector<Row> &wanted)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::ranges::none_of(wanted, isTicket(ticket(row).ticket))) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
}

void QueueModel::appendNew(const std::vector<Row> &wanted)
{
    std::vector<Row> fresh;
    for (const Row &row : wanted) {
        if (std::ranges::none_of(m_rows, isTicket(row.ticket.ticket))) {
            fresh.push_back(row);
        }
    }
    if (!fresh.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
        m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }
}

void QueueModel::order(const std::vector<Row> &wanted)
{
    const bool ordered = std::ranges::equal(m_rows, wanted, [](const Row &one, const Row &other) {
        return one.ticket.ticket == other.ticket.ticket;
    });
    if (ordered) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &place : before) {
        const auto found = std::ranges::find_if(wanted, isTicket(ticket(place.row()).ticket));
        after.append(
            createIndex(static_cast<int>(found - wanted.begin()), place.column(), nullptr));
    }
    m_rows = wanted;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        switch (index.column()) {
        case Number:
            return shownNumber(row.ticket.ticket);
        case Procedure:
            return row.procedure;
        case Tags:
            return row.tag;
        case Taken:
            return row.taken;
        case Waited:
            return row.waited;
        default:
            return {};
        }
    }
    if (role == ShortRole) {
        return row.shortTag;
    }
    if (role == Qt::AccessibleTextRole && index.column() == Number) {
        return u"%1, %2, %3, %4"_s.arg(shownNumber(row.ticket.ticket), row.procedure, row.tag,
                                       row.waited);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (index.column() >= Taken ? Qt::AlignRight : Qt::AlignLeft)));
    }
    return {};
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Number:
        return tr("Number");
    case Procedure:
        return tr("Procedure");
    case Taken:
        return tr("Taken");
    case Waited:
        return tr("Waited");
    default:
        return QString();
    }
}

} // namespace motcua
