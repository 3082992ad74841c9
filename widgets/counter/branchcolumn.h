// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counter/counterview.h"
#include "counter/deskparts.h"

#include <map>

class QVBoxLayout;

namespace motcua {

class ParagraphLabel;

/// A small heading with something smaller beside it.
class PanelTitle : public QWidget
{
    Q_OBJECT

public:
    /// @p apart: the small words stand at the right end.
    PanelTitle(const Look &look, bool apart, QWidget *parent = nullptr);
    void present(const QString &title, const QString &small);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    bool m_apart;
    QString m_title;
    QString m_small;
};

/// The groups of the branch with who waits and how long the longest has.
class GroupsPanel : public Card
{
    Q_OBJECT

public:
    explicit GroupsPanel(const Look &look, QWidget *parent = nullptr);
    void present(const CounterView &view);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row
    {
        QString letter;
        QString name;
        QString shortName; ///< where the name does not fit
        int waiting = 0;
        QString longest;
        bool late = false;
        bool mine = false;

        friend bool operator==(const Row &, const Row &) = default;
    };
    PanelTitle *m_title;
    std::vector<Row> m_rows;
};

/// Who was set aside and who missed the call, each with its way back.
class AsidePanel : public Card
{
    Q_OBJECT

public:
    explicit AsidePanel(const Look &look, QWidget *parent = nullptr);
    void present(const CounterView &view, bool covered);

Q_SIGNALS:
    void resumeAsked(const motcua::TicketNumber &ticket);
    void reinstateAsked(const motcua::TicketNumber &ticket);

private:
    struct Entry
    {
        QWidget *row;
        ParagraphLabel *words;
        DeskButton *resume; ///< null for a missed one
        DeskButton *toQueue;
    };
    using Entries = std::map<TicketNumber, Entry>;

    Entry &entryOf(Entries &entries, QVBoxLayout *list, const TicketNumber &ticket, bool held);
    void dropGone(Entries &entries, const std::vector<TicketNumber> &kept);

    PanelTitle *m_heldTitle;
    PanelTitle *m_missedTitle;
    QVBoxLayout *m_heldList;
    QVBoxLayout *m_missedList;
    Entries m_held;
    Entries m_missed;
};

} // namespace motcua
