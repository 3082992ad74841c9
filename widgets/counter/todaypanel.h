// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/deskparts.h"

namespace motcua {

class PanelTitle;
class RecordedList;

/// What was recorded at this counter today, the latest first, and how many of each outcome. Arrows
/// choose one, Enter opens it.
class TodayPanel : public Card
{
    Q_OBJECT

public:
    explicit TodayPanel(const Look &look, QWidget *parent = nullptr);
    void present(const CounterView &view);
    /// The counts below the lines, which have their room else.
    void setTotalsVisible(bool visible);

Q_SIGNALS:
    /// The record of the dossier @p code is to be opened.
    void opened(const QString &code);

private:
    PanelTitle *m_title;
    RecordedList *m_list;
    QWidget *m_totals;
};

} // namespace motcua
