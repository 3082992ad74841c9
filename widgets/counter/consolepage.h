// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/deskparts.h"

class QStackedLayout;
class QVBoxLayout;

namespace motcua {

class ActionBar;
class CounterActions;
class DoorMark;
class IdlePage;
class ServingPage;
class StatusStrip;

/// The page of whoever is signed in: bar, strips, what is going on, the six actions.
class ConsolePage : public QWidget
{
    Q_OBJECT

public:
    ConsolePage(const Look &look, CounterActions &actions, QWidget *parent = nullptr);

    void present(const CounterView &view, bool covered);
    /// Gives the focus to what the clerk does next.
    void focusFirst();
    [[nodiscard]] ServingPage &serving() { return *m_serving; }

Q_SIGNALS:
    void chosen(const motcua::TicketNumber &ticket);
    void resumeAsked(const motcua::TicketNumber &ticket);
    void reinstateAsked(const motcua::TicketNumber &ticket);
    void helpAcknowledged(qint64 help);
    void errorDismissed();
    /// What is kept on this PC is to be shown.
    void keptAsked();
    /// The form of the dossier @p code is to be printed: it did not come out, or was corrected.
    void printAsked(const motcua::CounterIntent &again);
    /// The record of the dossier @p code is to be opened.
    void recordAsked(const QString &code);

private:
    void presentBar(const CounterView &view);
    [[nodiscard]] static QString recordedBefore(const CounterView &view);
    void presentStrips(const CounterView &view);

    Look m_look;
    CounterActions &m_actions;
    DoorMark *m_logo;
    DeskLabel *m_counter;
    DeskLabel *m_groups;
    StatePill *m_state;
    StatePill *m_speaker;
    StatePill *m_link;
    StatePill *m_person;
    StatePill *m_break;
    DeskLabel *m_clock;
    StatusStrip *m_error;
    StatusStrip *m_offline;
    StatusStrip *m_silent;
    StatusStrip *m_help;
    StatusStrip *m_undo;
    StatusStrip *m_recorded;
    qint64 m_helpId = 0;
    bool m_isReminded = false;                ///< that request is to this counter
    std::optional<CounterIntent> m_unprinted; ///< what the strips would print
    QString m_corrected;
    QWidget *m_strips;
    QStackedLayout *m_pages;
    IdlePage *m_idle;
    ServingPage *m_serving;
    ActionBar *m_bar;
    std::optional<TicketNumber> m_current;
    bool m_presented = false;
};

} // namespace motcua
