// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/roster.h"
#include "counter/deskparts.h"

class QStackedLayout;

namespace motcua {

class EmptyState;
class FigureTable;

/// Who is expected on a day and who is there; one line below changes it.
class RosterPage : public QWidget
{
    Q_OBJECT

public:
    explicit RosterPage(const Look &look, QWidget *parent = nullptr);

    /// @p date is the day of @p expected; what is being typed stays.
    void present(const QDate &date, const std::vector<ExpectedStaff> &expected);
    /// Why there is no roster, or why it could not be changed.
    void setTrouble(const QString &words);
    /// What rosterChanged() told is stored.
    void accept();
    /// As the buttons: asks for the roster @p days later.
    void turn(int days);
    /// Asks for the roster that is shown once more; today's when none is.
    void refresh();

Q_SIGNALS:
    void rosterWanted(const QDate &date); ///< null: today's
    /// The whole of @p date is to be so; accept() or setTrouble() answers.
    void rosterChanged(const QDate &date, const std::vector<motcua::RosterEntry> &entries);

private:
    [[nodiscard]] std::vector<RosterEntry> entriesWithout(const QString &staff) const;
    void put();
    void takeOff();

    Look m_look;
    QDate m_date;
    std::vector<ExpectedStaff> m_expected;
    DeskLabel *m_title;
    DeskLabel *m_detail;
    DeskLabel *m_trouble;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    FigureTable *m_table;
    DeskField *m_staff;
    DeskField *m_counter;
    DeskField *m_starts;
    DeskField *m_agency;
};

} // namespace motcua
