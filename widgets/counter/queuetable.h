// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/queuemodel.h"
#include "shared/theme.h"

#include <QTableView>

namespace motcua {

/// The queue, row by row: arrows move, Enter or a double click chooses.
class QueueTable : public QTableView
{
    Q_OBJECT

public:
    explicit QueueTable(const Look &look, QWidget *parent = nullptr);

    void setTickets(const std::vector<WaitingTicket> &tickets, const CounterView &view);
    /// Whether the first row is the one that F2 calls.
    void setFirstIsNext(bool first);
    [[nodiscard]] std::optional<TicketNumber> selected() const;

Q_SIGNALS:
    void chosen(const motcua::TicketNumber &ticket);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void fitColumns();

    Look m_look;
    QueueModel m_model;
};

} // namespace motcua
