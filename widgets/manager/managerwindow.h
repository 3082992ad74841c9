// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchtoday.h"
#include "core/report.h"
#include "core/result.h"
#include "shared/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QScrollArea;
class QStackedLayout;

namespace motcua {

class EmptyState;
class FocusRing;
class InboxPage;
class MonthPage;
class Rail;
class ReportsPage;
class RosterPage;
class StatusStrip;
class SyncPage;
class TodayPage;

struct ManagerSettings
{
    Language language = Language::Vietnamese;
    double textScale = 1;
    bool highContrast = false;
    QString printer = {}; ///< CUPS queue of this PC for reports; empty: the branch's
};

/// The branch head's window: shows the day, and how old what it shows is.
class ManagerWindow : public QWidget
{
    Q_OBJECT

public:
    /// tr() speaks the language of @p settings already. @p clock tells a steady time in ms.
    explicit ManagerWindow(const ManagerSettings &settings = {},
                           std::function<qint64()> clock = steadyClock(),
                           QWidget *parent = nullptr);

    /// Never moves focus or scroll.
    void setToday(const BranchToday &today);
    /// Why the branch cannot be read, until setToday(); the figures stay.
    void setOffline(const Error &why);
    /// Where fileWanted() led: @p words for the person.
    void setNote(const QString &words);
    [[nodiscard]] MonthPage &month() { return *m_month; }
    [[nodiscard]] ReportsPage &reports() { return *m_reports; }
    [[nodiscard]] InboxPage &inbox() { return *m_inbox; }
    [[nodiscard]] RosterPage &roster() { return *m_roster; }
    [[nodiscard]] SyncPage &sync() { return *m_sync; }
    /// Tells the age of the figures anew; once a second by itself.
    void refresh();

    [[nodiscard]] static std::function<qint64()> steadyClock();
    [[nodiscard]] static Look lookOf(const ManagerSettings &settings);

Q_SIGNALS:
    /// The figures that are shown are wanted as a file; see setNote() and ReportsPage::setNote().
    void fileWanted(const motcua::ReportTable &table, motcua::ReportFormat format);
    /// Somebody put paper into the kiosk @p number.
    void paperChanged(int number);
    /// The counter @p number is to end its break.
    void reminderWanted(int number);
    /// The page of the centre is opened; see sync().
    void standingWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Section { Today, Month, Reports, Inbox, Roster, Sync };

    void openReports();
    void exportToday();
    void open(Section section);
    void fitToday();

    Look m_look;
    std::function<qint64()> m_clock;
    std::optional<BranchToday> m_today;
    qint64 m_takenAt = 0; ///< by m_clock
    bool m_isOffline = false;
    QStackedLayout *m_pages;
    EmptyState *m_loading;
    TodayPage *m_page;
    QScrollArea *m_area;
    MonthPage *m_month;
    ReportsPage *m_reports;
    InboxPage *m_inbox;
    RosterPage *m_roster;
    SyncPage *m_sync;
    Rail *m_rail;
    Section m_cameFrom = Section::Today; ///< to the reports
    Section m_section = Section::Today;
    StatusStrip *m_strip;
    FocusRing *m_ring;
    QTimer m_tick;
};

} // namespace motcua
