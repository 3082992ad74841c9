// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/attentionlist.h"

#include "manager/managertexts.h"
#include "shared/paragraphlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Mark
{
    QLatin1StringView icon;
    QLatin1StringView color;
};

Mark markOf(const Attention &one)
{
    switch (one.kind) {
    case Attention::Kind::LongWait:
        return {"clock"_L1, "status.errorStrong"_L1};
    case Attention::Kind::StaffMissing:
        return {"user"_L1, "status.errorStrong"_L1};
    case Attention::Kind::NoPaper:
        return {"paperout"_L1, "status.errorStrong"_L1};
    case Attention::Kind::DeviceLost:
        return {one.device == DeviceKind::Kiosk ? "kiosk"_L1 : "screen"_L1,
                "status.errorStrong"_L1};
    case Attention::Kind::NoSound:
        return {"mute"_L1, "status.warn.text"_L1};
    case Attention::Kind::LongBreak:
        return {"cup"_L1, "status.warn.text"_L1};
    case Attention::Kind::PaperLow:
        return {"printer"_L1, "status.warn.text"_L1};
    case Attention::Kind::Reconnected:
        return {one.device == DeviceKind::Kiosk ? "kiosk"_L1 : "screen"_L1, "icon.action"_L1};
    }
    Q_UNREACHABLE();
}

class IconMark : public QWidget
{
public:
    IconMark(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
        setFixedSize(look.px(20), look.px(22));
    }
    void present(const Mark &mark)
    {
        m_mark = mark;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_look, m_mark.icon, m_look.color(m_mark.color), 20);
    }

private:
    Look m_look;
    Mark m_mark{"clock"_L1, "text.primary"_L1};
};

/// Which counter could be opened for @p letter; nothing when all that serve it are open.
bool hasSpareCounter(const QString &letter, const BranchToday &today)
{
    return std::ranges::any_of(today.hall.counters, [&letter](const CounterState &counter) {
        return counter.groups.contains(letter) && counter.presence != Presence::Open;
    });
}

} // namespace

AttentionList::AttentionList(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch();
    setFocusPolicy(Qt::ClickFocus);
}

AttentionList::Key AttentionList::keyOf(const Attention &one)
{
    return {one.kind, one.kind == Attention::Kind::LongWait ? one.group : QString(), one.counter,
            one.device, one.number};
}

QString AttentionList::actionOf(const Attention &one, const BranchToday &today) const
{
    switch (one.kind) {
    case Attention::Kind::LongWait:
        return hasSpareCounter(one.group, today) ? tr("Open a counter") : QString();
    case Attention::Kind::StaffMissing:
        return tr("Open the roster");
    case Attention::Kind::NoPaper:
        return one.state == DeviceState::PaperOut && !m_done.contains(keyOf(one))
                   ? tr("Paper changed")
                   : QString();
    case Attention::Kind::PaperLow:
        return m_done.contains(keyOf(one)) ? QString() : tr("Paper changed");
    case Attention::Kind::LongBreak: {
        const bool isFresh =
            one.remindedAt != 0 && today.hall.branchNow - one.remindedAt <= DayTargets::LongBreakMs;
        return isFresh ? QString() : tr("Remind");
    }
    default:
        return {};
    }
}

AttentionList::Entry &AttentionList::entryOf(const Attention &one)
{
    const Key key = keyOf(one);
    if (const auto found = m_entries.find(key); found != m_entries.end()) {
        return found->second;
    }
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(m_look.px(16), m_look.px(6), m_look.px(16), m_look.px(5));
    line->setSpacing(m_look.px(12));
    auto *icon = new IconMark(m_look, row);
    line->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *title = new ParagraphLabel(m_look, "desk.body"_L1, "text.primary"_L1, row);
    title->setWeight(QFont::Bold);
    auto *detail = new ParagraphLabel(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1, row);
    words->addWidget(title);
    words->addWidget(detail);
    line->addLayout(words, 1);
    auto *action = new DeskButton(m_look, DeskButton::Kind::Link, DeskButton::Size::Small, row);
    action->setLinkColor("action.primary"_L1);
    connect(action, &QAbstractButton::clicked, this, [this, key] { act(key); });
    line->addWidget(action, 0, Qt::AlignVCenter);
    row->show();
    return m_entries.emplace(key, Entry{row, icon, title, detail, action}).first->second;
}

void AttentionList::present(const BranchToday &today)
{
    m_today = today;
    std::set<Key> kept;
    int place = 0;
    for (const Attention &one : today.attention) {
        const Key key = keyOf(one);
        kept.insert(key);
        const Entry &entry = entryOf(one);
        static_cast<IconMark *>(entry.icon)->present(markOf(one));
        const QString title = attentionTitle(one, today, m_look.language);
        entry.title->setText(title);
        entry.detail->setText(m_done.contains(key)
                                  ? tr("Paper changed, waiting for the kiosk to say so")
                                  : attentionDetail(one, today, m_look.language));
        const QString action = actionOf(one, today);
        if (action.isEmpty() && entry.action->hasFocus()) {
            setFocus(
                Qt::OtherFocusReason); // Qt would give it to whatever is next, which Enter then presses
        }
        entry.action->setVisible(!action.isEmpty());
        if (!action.isEmpty()) {
            entry.action->setWords(action);
            entry.action->setAccessibleName(action + u". "_s + title);
        }
        if (m_column->indexOf(entry.row) != place) {
            m_column->insertWidget(place, entry.row);
        }
        ++place;
    }
    std::erase_if(m_done, [&kept](const Key &key) { return !kept.contains(key); });
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if (kept.contains(entry->first)) {
            ++entry;
        } else {
            delete entry->second.row;
            entry = m_entries.erase(entry);
        }
    }
}

void AttentionList::act(const Key &key)
{
    if (std::get<Attention::Kind>(key) == Attention::Kind::LongWait) {
        Q_EMIT counterWanted(std::get<QString>(key));
        return;
    }
    if (std::get<Attention::Kind>(key) == Attention::Kind::StaffMissing) {
        Q_EMIT rosterWanted();
        return;
    }
    if (std::get<Attention::Kind>(key) == Attention::Kind::LongBreak) {
        Q_EMIT reminderWanted(std::get<2>(key));
        return;
    }
    m_done.insert(key);
    present(m_today);
    Q_EMIT paperChanged(std::get<4>(key));
}

} // namespace motcua
