// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/city.h"
#include "counter/deskparts.h"

#include <array>

namespace motcua {

class DeskCombo;
class FigureTable;
class FigureTile;
class HeatCalendar;
class PanelTitle;

/// A month of the city, or of one branch: a calendar by load, and what came by group, of the month or
/// of the day that was chosen.
class CityMonthPage : public QWidget
{
    Q_OBJECT

public:
    /// Begins with the month of @p day.
    CityMonthPage(const Look &look, const QDate &day, QWidget *parent = nullptr);
    /// Which branches there are to choose from, and how they stand.
    void setBranches(const CityDays &days);
    /// Names of groups by letter, and when branches are open, as the centre published them; without
    /// @p hours it published none.
    void setCatalogue(const std::map<QString, Bilingual> &names,
                      const std::optional<WorkingCalendar> &hours);
    void present(const CityMonth &month);
    /// Asks for @p branch, a code, or the city when it is empty.
    void ask(const QString &branch);
    /// As the buttons: asks for the month @p months later.
    void turn(int months);
    /// Asks for what is shown once more.
    void refresh();

Q_SIGNALS:
    void monthWanted(const QString &branch, const QDate &day);
    /// All branches on @p day.
    void dayAsked(const QDate &day);

private:
    void presentCalendar();
    void presentTiles();
    void presentGroups();
    [[nodiscard]] const CityBranch *branch() const;

    Look m_look;
    QDate m_today; ///< the city's
    QDate m_first;
    QString m_code;
    QDate m_chosen; ///< null: the whole month
    CityDays m_days;
    CityMonth m_month;
    std::map<QString, Bilingual> m_names;
    std::optional<WorkingCalendar> m_hours = {};
    DeskLabel *m_title;
    DeskLabel *m_detail;
    DeskCombo *m_branch;
    DeskButton *m_whole;
    DeskButton *m_all;
    std::array<FigureTile *, 6> m_tiles{};
    HeatCalendar *m_calendar;
    PanelTitle *m_groupsTitle;
    FigureTable *m_groups;
};

} // namespace motcua
