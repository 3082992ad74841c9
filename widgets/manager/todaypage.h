// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchtoday.h"
#include "counter/deskparts.h"

#include <array>

class QGridLayout;
class QTimer;

namespace motcua {

class AttentionList;
class EmptyState;
class FigureTable;
class FigureTile;
class HourBars;
class PanelTitle;

/// The branch's day: tiles, hours, what needs attention, groups and counters. Beside each other where
/// there is room, else one below the other.
class TodayPage : public QWidget
{
    Q_OBJECT

public:
    explicit TodayPage(const Look &look, QWidget *parent = nullptr);
    /// Never moves focus or scroll.
    void present(const BranchToday &today);
    /// How old the figures are: @p stale once they are no longer today's truth.
    void setAge(const QString &words, bool stale);
    /// Where the figures were saved; gone a minute later.
    void setNote(const QString &words);
    /// Lays itself out for a view of @p width.
    void fit(int width);

Q_SIGNALS:
    void exportAsked();
    void printAsked();
    void reminderWanted(int counter);
    void rosterWanted();
    void paperChanged(int kiosk);

private:
    void presentHead();
    void presentTiles(const BranchToday &today);
    void presentGroups(const BranchToday &today);
    void presentCounters(const BranchToday &today);
    void showSpareCounter(const QString &letter);

    static constexpr size_t TileCount = 7;

    Look m_look;
    BranchToday m_today;
    DeskLabel *m_title;
    DeskLabel *m_day;
    DeskLabel *m_age;
    DeskLabel *m_note;
    QGridLayout *m_tileGrid;
    std::array<FigureTile *, TileCount> m_tiles{};
    QGridLayout *m_panels;
    Card *m_hoursCard;
    Card *m_attentionCard;
    Card *m_groupsCard;
    Card *m_countersCard;
    HourBars *m_bars;
    EmptyState *m_nobody;
    PanelTitle *m_attentionTitle;
    AttentionList *m_attention;
    DeskLabel *m_calm;
    FigureTable *m_groups;
    FigureTable *m_counters;
    QTimer *m_noteEnd;
    bool m_isNarrow = false;
    bool m_isLaid = false;
    size_t m_tilesInRow = 0;
};

} // namespace motcua
