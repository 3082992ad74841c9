// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchmonth.h"
#include "counter/deskparts.h"

#include <array>

namespace motcua {

class FigureTable;
class FigureTile;
class HeatCalendar;

/// A month: tiles, a calendar by colour, and when people come. It compares load, not people.
class MonthPage : public QWidget
{
    Q_OBJECT

public:
    explicit MonthPage(const Look &look, QWidget *parent = nullptr);
    void present(const BranchMonth &month);
    /// Why there is no month.
    void setTrouble(const QString &words);
    /// As the buttons: asks for the month @p months later.
    void turn(int months);
    /// Asks for the month that is shown once more; the current one when none is.
    void refresh();

Q_SIGNALS:
    void monthWanted(const QDate &day);
    /// The day's sheet is wanted.
    void dayChosen(const QDate &day);
    /// The month as a report.
    void reportWanted(const QDate &from, const QDate &to);

private:
    void presentTiles(const BranchMonth &month);
    void presentHours(const BranchMonth &month);

    Look m_look;
    QDate m_first; ///< of the month that is shown or asked for
    DeskLabel *m_title;
    DeskLabel *m_detail;
    std::array<FigureTile *, 6> m_tiles{};
    HeatCalendar *m_calendar;
    FigureTable *m_hours;
};

} // namespace motcua
