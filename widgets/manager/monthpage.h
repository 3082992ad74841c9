// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchmonth.h"
#include "core/report.h"
#include "counter/deskparts.h"

#include <array>

class QStackedLayout;

namespace motcua {

class DeskCombo;
class FigureTable;
class FigureTile;
class HeatCalendar;
class PanelTitle;
class YearsCalendar;

/// A month, or ten years: tiles, a calendar by colour, and when people come, of all tickets or of those
/// that are chosen. Each figure leads to the tickets behind it. It compares load, not people.
class MonthPage : public QWidget
{
    Q_OBJECT

public:
    explicit MonthPage(const Look &look, QWidget *parent = nullptr);
    /// What can be chosen; until then there is everything.
    void setChoices(const SelectionChoices &choices);
    void present(const BranchMonth &month);
    void presentYears(const BranchYears &years);
    /// Asks for the years, or for the month again when these are shown.
    void showYears();
    /// Back to the month, where years are shown.
    void leaveYears();
    /// Why there is no month.
    void setTrouble(const QString &words);
    /// As the buttons: asks for the month @p months later, or as many years when years are shown.
    void turn(int months);
    /// Asks for what is shown as a report; false while nothing is.
    [[nodiscard]] bool askReport();
    /// Asks for the month that is shown once more; the current one when none is.
    void refresh();

Q_SIGNALS:
    void monthWanted(const QDate &day, const motcua::Selection &selection);
    /// The years up to the one of @p day, of a group or of all.
    void yearsWanted(const QDate &day, const QString &group);
    /// The report of what is shown is wanted as a file, or on paper.
    void exportAsked();
    void printAsked();
    /// The day's sheet is wanted.
    void dayChosen(const QDate &day);
    /// What is shown as a report, or what stands behind one of its figures.
    void reportWanted(motcua::ReportKind kind, const QDate &from, const QDate &to,
                      const motcua::Selection &selection);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] Selection selection() const;
    void choose();
    [[nodiscard]] bool showsSomething() const;
    void openTile(size_t tile);
    void openHour(int row, int column);
    void showPeriod(bool years);
    void presentTiles(const BranchMonth &month);
    void presentSatisfaction(const Satisfaction &ratings);
    /// Where there is no room for all tiles, what citizens said stands in the place of the busiest day; the
    /// table of other branches is as wide as it must be while the calendar can spare it.
    void fit();
    void presentHours(const BranchMonth &month);
    void presentOthers(const BranchMonth &month);

    Look m_look;
    QDate m_first; ///< of the month that is shown or asked for
    DeskLabel *m_title;
    DeskLabel *m_detail;
    DeskButton *m_years;
    DeskCombo *m_group;
    DeskCombo *m_procedure;
    DeskCombo *m_counter;
    DeskCombo *m_end;
    QWidget *m_spare;
    SelectionChoices m_choices;
    BranchMonth m_month; ///< shown last
    BranchYears m_shownYears;
    bool m_showsYears = false;
    QDate m_busiestOfYears;
    bool m_hasRatings = false; ///< of what is shown
    std::array<FigureTile *, 7> m_tiles{};
    QStackedLayout *m_calendars;
    PanelTitle *m_calendarTitle;
    HeatCalendar *m_calendar;
    YearsCalendar *m_yearsCalendar;
    Card *m_hoursCard;
    FigureTable *m_hours;
    PanelTitle *m_othersTitle;
    QScrollArea *m_othersArea;
    FigureTable *m_others;
};

} // namespace motcua
