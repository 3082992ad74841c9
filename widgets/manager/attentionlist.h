// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchtoday.h"
#include "counter/deskparts.h"

#include <map>
#include <set>

class QVBoxLayout;

namespace motcua {

class ParagraphLabel;

/// What needs attention, the worst first, each with at most one thing to do.
class AttentionList : public QWidget
{
    Q_OBJECT

public:
    explicit AttentionList(const Look &look, QWidget *parent = nullptr);
    /// Rows that stay keep their place in the keyboard's order and the focus.
    void present(const BranchToday &today);

Q_SIGNALS:
    /// One more counter is to serve the group @p letter.
    void counterWanted(const QString &letter);
    /// The counter @p number is to end its break.
    void reminderWanted(int number);
    /// Who is missing is to be seen.
    void rosterWanted();
    /// Somebody put paper into the kiosk @p number.
    void paperChanged(int number);

private:
    /// What it is about; how bad it is may change.
    using Key = std::tuple<Attention::Kind, QString, int, DeviceKind, int>;
    struct Entry
    {
        QWidget *row;
        QWidget *icon;
        ParagraphLabel *title;
        ParagraphLabel *detail;
        DeskButton *action;
    };

    [[nodiscard]] static Key keyOf(const Attention &one);
    Entry &entryOf(const Attention &one);
    [[nodiscard]] QString actionOf(const Attention &one, const BranchToday &today) const;
    void act(const Key &key);

    Look m_look;
    QVBoxLayout *m_column;
    std::map<Key, Entry> m_entries;
    std::set<Key> m_done; ///< somebody said so; the machine has not yet
    BranchToday m_today;
};

} // namespace motcua
