// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/deskparts.h"

class QHBoxLayout;

namespace motcua {

class AsidePanel;
class CounterActions;
class DocumentList;
class FactGrid;
class GroupsPanel;
class NextList;
class PanelTitle;
class ParagraphLabel;
class TicketNumberLabel;
class TimerView;

/// Somebody is at the counter: who, for how long, what for, and who comes next.
class ServingPage : public QWidget
{
    Q_OBJECT

public:
    ServingPage(const Look &look, CounterActions &actions, QWidget *parent = nullptr);

    void present(const CounterView &view);
    void focusFirst();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void presentNow(const CounterView &view);
    void presentVisit(const CounterView &view);
    void fit();

    Look m_look;
    CounterActions &m_actions;
    QHBoxLayout *m_columns;
    DeskLabel *m_state;
    DeskLabel *m_calls;
    TicketNumberLabel *m_number;
    TimerView *m_timer;
    ParagraphLabel *m_procedure;
    ParagraphLabel *m_taken;
    DeskLabel *m_priority;
    Card *m_nextCard;
    NextList *m_next;
    FactGrid *m_facts;
    DeskButton *m_start;
    ParagraphLabel *m_started;
    DeskLabel *m_procedureName;
    DeskLabel *m_limit;
    PanelTitle *m_documentsTitle;
    DocumentList *m_documents;
    ParagraphLabel *m_noDocuments;
    ParagraphLabel *m_note;
    QWidget *m_right;
    GroupsPanel *m_groups;
};

} // namespace motcua
