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
class PanelTitle;

/// All branches of the city in a period: sums, a row for each, and what somebody has to see to. A
/// branch that has not sent says so; it never reads as zero.
class CityPage : public QWidget
{
    Q_OBJECT

public:
    /// Begins with the month of @p day.
    CityPage(const Look &look, const QDate &day, QWidget *parent = nullptr);
    void present(const CityDays &days);
    /// How old the figures are: @p stale once they should have been read again.
    void setAge(const QString &words, bool stale);
    /// What became of a file.
    void setNote(const QString &words);
    /// As the buttons: asks for the period @p periods later.
    void turn(int periods);
    /// Asks for @p day alone.
    void ask(const QDate &day);
    /// Asks for what is shown once more.
    void refresh();

Q_SIGNALS:
    void daysWanted(const QDate &from, const QDate &to);
    void branchChosen(const QString &code);
    void fileAsked(motcua::ReportFormat format);

private:
    enum class Period { Day, Month, Quarter, Year };

    [[nodiscard]] std::pair<QDate, QDate> bounds() const;
    void chooseDay();
    void showPeriod();
    void presentTiles();
    void presentTable();
    void presentAttention();

    Look m_look;
    QDate m_day;         ///< of the period that is shown or asked for
    QDate m_chosen = {}; ///< day that somebody asked for last
    QDate m_today;       ///< the city's
    CityDays m_days;
    DeskLabel *m_age;
    DeskLabel *m_note;
    DeskCombo *m_period;
    DeskLabel *m_title;
    std::array<FigureTile *, 6> m_tiles{};
    FigureTable *m_table;
    PanelTitle *m_attentionTitle;
    QWidget *m_attention;
};

} // namespace motcua
