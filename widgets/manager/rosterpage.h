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

    /// @p date is the day of @p expected; what is being typed stays. Nothing while another is waited for.
    void present(const QDate &date, const std::vector<ExpectedStaff> &expected);
    /// Why there is no roster; gone with the next one.
    void setTrouble(const QString &words);
    /// Why it could not be changed; gone with the next change.
    void refuse(const QString &words);
    /// What putWanted() or takeOffWanted() told is stored.
    void accept();
    /// As the buttons: asks for the roster @p days later.
    void turn(int days);
    /// Asks for the roster that is shown once more; today's when none is.
    void refresh();
    /// Asks for today's.
    void showToday();

Q_SIGNALS:
    void rosterWanted(const QDate &date); ///< null: today's
    /// One person is, or is not, to be expected; accept() or refuse() answers.
    void putWanted(const motcua::RosterEntry &entry);
    void takeOffWanted(const QDate &date, const QString &staff);

private:
    [[nodiscard]] const ExpectedStaff *find(const QString &staff) const;
    /// Whose code it is brings what stands of him into the line, so that a change loses nothing of it.
    void fill(const QString &staff);
    void put();
    void takeOff();

    Look m_look;
    QDate m_date;                          ///< of m_expected
    QDate m_wanted;                        ///< asked for; another one is on its way
    std::vector<ExpectedStaff> m_expected; ///< as shown
    bool m_isFilled = false;               ///< the line is of somebody on the roster
    bool m_isRefused = false;              ///< the trouble is of a change
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
