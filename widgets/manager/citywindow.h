// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/city.h"
#include "core/result.h"
#include "manager/managerwindow.h"

namespace motcua {

class CityMonthPage;
class CityPage;

/// The window of the centre's staff: all branches of a period, and a month of the city or of a branch.
class CityWindow : public QWidget
{
    Q_OBJECT

public:
    /// As ManagerWindow. @p today is the city's.
    CityWindow(const ManagerSettings &settings, const QDate &today,
               std::function<qint64()> clock = ManagerWindow::steadyClock(),
               QWidget *parent = nullptr);

    void setDays(const CityDays &days);
    void setMonth(const CityMonth &month);
    /// See CityMonthPage.
    void setCatalogue(const std::map<QString, Bilingual> &names,
                      const std::optional<WorkingCalendar> &hours = {});
    /// Why the centre cannot be read, until setDays(); the figures stay.
    void setOffline(const Error &why);
    /// Where fileWanted() led.
    void setNote(const QString &words);
    /// Asks once more for what is shown.
    void refresh();

Q_SIGNALS:
    void daysWanted(const QDate &from, const QDate &to);
    void monthWanted(const QString &branch, const QDate &day);
    void fileWanted(const motcua::ReportTable &table, motcua::ReportFormat format);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Section { Branches, Month };

    void open(Section section);
    void tellAge();

    Look m_look;
    std::function<qint64()> m_clock;
    std::optional<CityDays> m_days;
    qint64 m_takenAt = 0; ///< by m_clock
    bool m_isOffline = false;
    QStackedLayout *m_pages;
    EmptyState *m_loading;
    CityPage *m_page;
    CityMonthPage *m_month;
    Rail *m_rail;
    Section m_section = Section::Branches;
    StatusStrip *m_strip;
    FocusRing *m_ring;
    QTimer m_tick;
};

} // namespace motcua
