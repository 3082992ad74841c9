// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/deskparts.h"

class QStackedLayout;

namespace motcua {

class EmptyState;
class QueueTable;
class ParagraphLabel;
class TabButton;

/// Who waits: tabs for what this counter can call and for the whole branch. A page given to it is a
/// third tab.
class QueuePanel : public Card
{
    Q_OBJECT

public:
    explicit QueuePanel(const Look &look, QWidget *parent = nullptr);

    void present(const CounterView &view);
    /// Shows @p page as a tab, or no longer when it is null. The page stays its giver's.
    void setExtraPage(QWidget *page);
    [[nodiscard]] QueueTable &mine() { return *m_mine; }
    [[nodiscard]] QueueTable &branch() { return *m_branch; }
    /// The table in front, nothing while another page is.
    [[nodiscard]] QueueTable *table() const;

Q_SIGNALS:
    void chosen(const motcua::TicketNumber &ticket);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose(int tab);
    void fit();
    [[nodiscard]] QString footer(const CounterView &view) const;

    TabButton *m_mineTab;
    TabButton *m_branchTab;
    TabButton *m_extraTab;
    DeskLabel *m_order;
    QStackedLayout *m_pages;
    QueueTable *m_mine;
    QueueTable *m_branch;
    EmptyState *m_empty;
    QWidget *m_extra = nullptr;
    QWidget *m_foot;
    ParagraphLabel *m_footText;
    int m_tab = 0;
    bool m_nobody = false;
};

} // namespace motcua
