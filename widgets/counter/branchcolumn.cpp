// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/branchcolumn.h"

#include "counter/countertexts.h"
#include "shared/paragraphlabel.h"
#include "shared/ticketnumberlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

// ---- PanelTitle

PanelTitle::PanelTitle(const Look &look, bool apart, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_apart(apart)
{
    setFixedHeight(look.px(42));
}

void PanelTitle::present(const QString &title, const QString &small)
{
    if (m_title != title || m_small != small) {
        m_title = title;
        m_small = small;
        setAccessibleName(title + u' ' + small);
        update();
    }
}

QSize PanelTitle::sizeHint() const
{
    return {m_look.px(120), m_look.px(42)};
}

void PanelTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const TextStyle title = textStyle(m_look, "desk.panelTitle"_L1, "text.primary"_L1);
    const TextStyle small = textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1);
    QRectF place =
        QRectF(rect()).adjusted(m_look.px(16), m_look.px(11), -m_look.px(16), -m_look.px(9));
    const double smallWidth = qMin<double>(textWidth(m_small, small.font), place.width() / 2);
    paintElided(painter, place.adjusted(0, 0, -smallWidth - m_look.px(8), 0), m_title, title);
    if (!m_apart) {
        place.setLeft(place.left()
                      + qMin<double>(textWidth(m_title, title.font),
                                     place.width() - smallWidth - m_look.px(8))
                      + m_look.px(8));
    } else {
        place.setLeft(place.right() - smallWidth);
    }
    paintElided(painter, place.translated(0, m_look.px(1)), m_small, small,
                Qt::AlignVCenter | (m_apart ? Qt::AlignRight : Qt::AlignLeft));
}

// ---- GroupsPanel

constexpr int GroupRowHeight = 37;

GroupsPanel::GroupsPanel(const Look &look, QWidget *parent)
    : Card(look, parent)
    , m_title(new PanelTitle(look, true, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addStretch();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void GroupsPanel::present(const CounterView &view)
{
    m_title->present(tr("Whole branch"), tr("waiting · longest"));
    std::vector<Row> rows;
    QStringList told;
    constexpr qint64 LateMs = qint64{30} * 60'000; // the target nine of ten are called within
    for (const GroupLoad &load : view.overview.hall.groups) {
        const bool waits = load.waiting > 0 && load.oldestQueuedAt != 0;
        rows.push_back({.letter = load.group.letter,
                        .name = view.in(load.group.name),
                        .shortName = view.in(load.group.shortName),
                        .waiting = load.waiting,
                        .longest = waits ? minutesText(load.oldestQueuedAt, view.now) : u"–"_s,
                        .late = waits && view.now - load.oldestQueuedAt > LateMs,
                        .mine = view.overview.groups.contains(load.group.letter)});
        told.append(
            u"%1: %2, %3"_s.arg(rows.back().name).arg(load.waiting).arg(rows.back().longest));
    }
    if (rows != m_rows) {
        const bool resized = rows.size() != m_rows.size();
        m_rows = std::move(rows);
        setAccessibleName(told.join(u"; "_s));
        if (resized) {
            updateGeometry();
        }
        update();
    }
}

QSize GroupsPanel::sizeHint() const
{
    return {m_look.px(330),
            m_look.px(42) + static_cast<int>(m_rows.size()) * m_look.px(GroupRowHeight) + 1};
}

void GroupsPanel::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    double top = m_look.px(42);
    const double height = m_look.px(GroupRowHeight);
    const double edge = m_look.px(16);
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        const QRectF line(1, top, width() - 2, height);
        if (row.mine) {
            painter.fillRect(line.adjusted(0, 0, 0, -1), m_look.color("surface.readFromChip"_L1));
        }
        if (i + 1 < m_rows.size()) {
            painter.fillRect(QRectF(1, line.bottom() - 1, width() - 2, 1), rowLine(m_look));
        }
        const double doorWidth = 21 * m_look.scale;
        const QSizeF door = doorSize(doorWidth);
        paintDoor(painter, {edge, top + (height - door.height()) / 2}, doorWidth, m_look,
                  groupDoor(m_look), row.letter);
        TextStyle style = textStyle(m_look, "desk.body"_L1, "text.primary"_L1);
        const double right = width() - edge;
        const double longWidth = m_look.px(74);
        const double countWidth = m_look.px(34);
        const double left = edge + m_look.px(36);
        const TextStyle name = row.mine ? weighted(style, QFont::DemiBold) : style;
        const double room = right - longWidth - countWidth - m_look.px(12) - left;
        paintElided(painter, QRectF(left, top, room, height),
                    textWidth(row.name, name.font) <= room ? row.name : row.shortName, name);
        style.font = deskFont(m_look, 16, QFont::Bold);
        paintText(painter,
                  QRectF(right - longWidth - m_look.px(10) - countWidth, top, countWidth, height),
                  QString::number(row.waiting), style, Qt::AlignRight | Qt::AlignVCenter);
        TextStyle late = textStyle(m_look, "desk.label"_L1,
                                   row.late ? "status.errorStrong"_L1 : "text.tertiaryDeskOnly"_L1);
        if (row.late) {
            late = weighted(late, QFont::Bold);
        } else if (row.mine) {
            late = weighted(late, QFont::DemiBold);
        }
        paintText(painter, QRectF(right - longWidth, top, longWidth, height), row.longest, late,
                  Qt::AlignRight | Qt::AlignVCenter);
        top += height;
    }
}

// ---- AsidePanel

AsidePanel::AsidePanel(const Look &look, QWidget *parent)
    : Card(look, parent)
    , m_heldTitle(new PanelTitle(look, false))
    , m_missedTitle(new PanelTitle(look, false))
    , m_heldList(new QVBoxLayout)
    , m_missedList(new QVBoxLayout)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    // The card's round corners stay.
    scroll->viewport()->setAutoFillBackground(false);
    outer->addWidget(scroll);
    auto *inside = new QWidget(scroll);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heldTitle);
    column->addLayout(m_heldList);
    auto *rule = new QWidget(inside);
    rule->setFixedHeight(1);
    rule->setAutoFillBackground(true);
    QPalette colors = rule->palette();
    colors.setColor(QPalette::Window, look.color("border.hairline"_L1));
    rule->setPalette(colors);
    column->addWidget(rule);
    column->addWidget(m_missedTitle);
    column->addLayout(m_missedList);
    column->addStretch();
    for (QVBoxLayout *list : {m_heldList, m_missedList}) {
        list->setContentsMargins(look.px(16), 0, look.px(16), look.px(14));
        list->setSpacing(look.px(10));
    }
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false);
}

AsidePanel::Entry &AsidePanel::entryOf(Entries &entries, QVBoxLayout *list,
                                       const TicketNumber &ticket, bool held)
{
    if (const auto found = entries.find(ticket); found != entries.end()) {
        return found->second;
    }
    auto *row = new QWidget(this);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_look.px(6));
    auto *line = new QHBoxLayout;
    line->setSpacing(m_look.px(10));
    column->addLayout(line);
    auto *number = new TicketNumberLabel(m_look, "desk.panelTitle"_L1, "text.primary"_L1, row);
    number->setNumber(ticket);
    number->setFixedWidth(number->sizeHint().width());
    line->addWidget(number);
    auto *text = new ParagraphLabel(m_look, "desk.label"_L1, "text.secondary"_L1, row);
    line->addWidget(text, 1);
    const auto button = [&](const QString &name, QLatin1StringView icon, const QString &words) {
        auto *made = new DeskButton(m_look, DeskButton::Kind::Plain, DeskButton::Size::Small, row);
        made->setObjectName(name + ticket.toString());
        made->setIconName(icon);
        made->setWords(words);
        made->setAccessibleName(words + u' ' + shownNumber(ticket));
        return made;
    };
    auto *toQueue = button(u"reinstate-"_s, "undo"_L1, tr("Back to queue"));
    connect(toQueue, &QAbstractButton::clicked, this,
            [this, ticket] { Q_EMIT reinstateAsked(ticket); });
    DeskButton *resume = nullptr;
    if (held) {
        // Two do not fit beside the words.
        resume = button(u"resume-"_s, "call"_L1, tr("Call back"));
        connect(resume, &QAbstractButton::clicked, this,
                [this, ticket] { Q_EMIT resumeAsked(ticket); });
        auto *buttons = new QHBoxLayout;
        buttons->setSpacing(m_look.px(8));
        buttons->addWidget(resume);
        buttons->addWidget(toQueue);
        buttons->addStretch();
        column->addLayout(buttons);
    } else {
        line->addWidget(toQueue);
    }
    list->addWidget(row);
    row->show();
    return entries.emplace(ticket, Entry{row, text, resume, toQueue}).first->second;
}

void AsidePanel::dropGone(Entries &entries, const std::vector<TicketNumber> &kept)
{
    for (auto entry = entries.begin(); entry != entries.end();) {
        if (std::ranges::find(kept, entry->first) == kept.end()) {
            delete entry->second.row;
            entry = entries.erase(entry);
        } else {
            ++entry;
        }
    }
}

void AsidePanel::present(const CounterView &view, bool covered)
{
    const CounterOverview &overview = view.overview;
    const QString count = tr("%n number(s)", nullptr, static_cast<int>(overview.held.size()));
    m_heldTitle->present(tr("On hold"), overview.held.empty() ? tr("nobody") : count);
    m_missedTitle->present(tr("No-show"),
                           overview.missed.empty() ? tr("nobody") : tr("can be recalled"));
    const QString whyNot =
        overview.current ? tr("Finish %1 first").arg(shownNumber(overview.current->ticket.ticket))
        : overview.presence == Presence::OnBreak ? tr("On a break")
        : !overview.hall.businessDate.isValid()  ? tr("The day is not open")
                                                 : QString();
    std::vector<TicketNumber> kept;
    for (const HeldTicket &held : overview.held) {
        kept.push_back(held.ticket.ticket);
        Entry &entry = entryOf(m_held, m_heldList, held.ticket.ticket, true);
        const QString since = view.clock(held.since);
        entry.words->setText(held.reason.isEmpty() ? tr("held since %1").arg(since)
                                                   : holdReasonText(held.reason) + u'\n'
                                                         + tr("held since %1").arg(since));
        // One at a time: who is at the counter is finished first.
        entry.resume->setEnabled(!covered && !view.busy && whyNot.isEmpty());
        entry.resume->setToolTip(whyNot);
        entry.resume->setAccessibleDescription(whyNot);
        entry.toQueue->setEnabled(!covered && !view.busy);
    }
    dropGone(m_held, kept);
    kept.clear();
    for (const MissedTicket &missed : overview.missed) {
        kept.push_back(missed.ticket.ticket);
        Entry &entry = entryOf(m_missed, m_missedList, missed.ticket.ticket, false);
        entry.words->setText(tr("called %n time(s)", nullptr, missed.ticket.calls) + u'\n'
                             + tr("at %1").arg(view.clock(missed.at)));
        entry.toQueue->setEnabled(!covered && !view.busy);
    }
    dropGone(m_missed, kept);
}

} // namespace motcua
