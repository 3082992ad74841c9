// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/deskparts.h"

#include <QPointer>

class QHBoxLayout;
class QVBoxLayout;

namespace motcua {

class AsidePanel;
class CounterActions;
class GroupsPanel;
class ParagraphLabel;
class QueuePanel;
class PanelTitle;
class TicketNumberLabel;

/// Nobody is at the counter: who is next, who waits, who was set aside.
class IdlePage : public QWidget
{
    Q_OBJECT

public:
    IdlePage(const Look &look, CounterActions &actions, QWidget *parent = nullptr);

    void present(const CounterView &view, bool covered);
    /// Where the keyboard starts.
    void focusFirst();
    [[nodiscard]] QueuePanel &queue() { return *m_queue; }

Q_SIGNALS:
    void chosen(const motcua::TicketNumber &ticket);
    void resumeAsked(const motcua::TicketNumber &ticket);
    void reinstateAsked(const motcua::TicketNumber &ticket);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void presentNext(const CounterView &view);
    void presentDay(const CounterView &view);
    void fit();
    /// Takes @p icon, which takes so many reference pixels, off @p button where it does not fit.
    void fitIcon(DeskButton &button, bool &shown, QLatin1StringView icon, int width,
                 int takes) const;

    Look m_look;
    CounterActions &m_actions;
    QHBoxLayout *m_columns;
    QWidget *m_left;
    QWidget *m_right;
    QueuePanel *m_queue;
    GroupsPanel *m_groups;
    AsidePanel *m_aside;

    DeskLabel *m_nextLabel;
    DeskLabel *m_waited;
    TicketNumberLabel *m_number;
    DeskLabel *m_nobody;
    DeskLabel *m_procedure;
    DeskLabel *m_taken;
    DeskButton *m_call;
    DeskButton *m_back;
    DeskButton *m_chosen;
    Card *m_say;
    ParagraphLabel *m_sayLabel;
    ParagraphLabel *m_sayText;
    Card *m_day;
    PanelTitle *m_dayTitle;
    class DayFigures *m_figures;
    ParagraphLabel *m_dayFoot;
    /// What has the focus instead of the call button, which could not take it; see focusFirst().
    QPointer<QWidget> m_parked;
    bool m_callWanted = false;
    bool m_narrow = false;
    bool m_chosenIcon = true;
    bool m_chosenKey = true;
    bool m_callIcon = true;
};

} // namespace motcua
