// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/deskparts.h"

class QHBoxLayout;
class QVBoxLayout;

namespace motcua {

class CounterActions;
class IntakeForm;
class NextList;
class ParagraphLabel;
class TicketNumberLabel;
class TimerView;
class TodayPanel;

/// Somebody is at the counter: who, for how long, what for, and who comes next; in the middle the
/// intake, at the right what was recorded today.
class ServingPage : public QWidget
{
    Q_OBJECT

public:
    ServingPage(const Look &look, CounterActions &actions, QWidget *parent = nullptr);

    void present(const CounterView &view);
    void focusFirst();
    [[nodiscard]] IntakeForm &form() { return *m_form; }
    [[nodiscard]] TodayPanel &today() { return *m_today; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void presentNow(const CounterView &view);
    void fit();

    Look m_look;
    QHBoxLayout *m_columns;
    QVBoxLayout *m_leftColumn;
    DeskLabel *m_state;
    DeskLabel *m_calls;
    TicketNumberLabel *m_number;
    TimerView *m_timer;
    ParagraphLabel *m_procedure;
    ParagraphLabel *m_taken;
    DeskLabel *m_priority;
    Card *m_nextCard;
    NextList *m_next;
    DeskButton *m_start;
    IntakeForm *m_form;
    TodayPanel *m_today;
    DeskButton *m_other; ///< between who is next and what was recorded, on a narrow screen
    bool m_hasPriority = false;
    bool m_showsToday = false;
};

} // namespace motcua
