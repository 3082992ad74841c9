// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/counteroverview.h"
#include "counter/counterview.h"

#include <QAbstractTableModel>

namespace motcua {

/// Who waits, in calling order. What stays keeps its index, so that selection and scroll do.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Number,
        Procedure,
        Tags,
        Taken,
        Waited,
        ColumnCount,
    };
    /// A tag in fewer words, where there is little room.
    static constexpr int ShortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setTickets(const std::vector<WaitingTicket> &tickets, const CounterView &view);
    [[nodiscard]] const WaitingTicket &ticket(int row) const
    {
        return m_rows[static_cast<size_t>(row)].ticket;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Row
    {
        WaitingTicket ticket;
        QString procedure;
        QString tag;      ///< "Hẹn 09:45" or "Ưu tiên"
        QString shortTag; ///< "09:45" or "Ưu tiên"
        QString taken;
        QString waited;

        friend bool operator==(const Row &one, const Row &other)
        {
            return one.ticket.ticket == other.ticket.ticket && one.procedure == other.procedure
                   && one.tag == other.tag && one.taken == other.taken && one.waited == other.waited
                   && one.ticket.priority == other.ticket.priority;
        }
    };

    void removeGone(const std::vector<Row> &wanted);
    void appendNew(const std::vector<Row> &wanted);
    void order(const std::vector<Row> &wanted);

    std::vector<Row> m_rows;
};

} // namespace motcua
