// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/todaypage.h"

#include "core/definitions.h"
#include "counter/branchcolumn.h"
#include "counter/countertexts.h"
#include "manager/attentionlist.h"
#include "manager/figuretable.h"
#include "manager/figuretile.h"
#include "manager/hourbars.h"
#include "manager/managertexts.h"
#include "manager/pageparts.h"
#include "shared/emptystate.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

constexpr int Gutter = 12;

/// Which bar is which.
class Legend : public QWidget
{
public:
    Legend(const Look &look, QStringList words, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
        , m_words(std::move(words))
    {
        int width = m_look.px(16);
        for (const QString &word : m_words) {
            width += m_look.px(32) + textWidth(word, style().font);
        }
        setFixedSize(width, m_look.px(42));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        double left = m_look.px(14);
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            HourBars::paintBar(painter, QRectF(left, m_look.px(16), m_look.px(12), m_look.px(12)),
                               m_look, i == 0 ? HourBars::Bar::Issued : HourBars::Bar::Served);
            left += m_look.px(18);
            const int width = textWidth(m_words[i], style().font);
            paintText(painter, QRectF(left, m_look.px(11), width, m_look.px(22)), m_words[i],
                      style());
            left += width + m_look.px(14);
        }
    }

private:
    [[nodiscard]] TextStyle style() const
    {
        return weighted(textStyle(m_look, "desk.label"_L1, "text.secondary"_L1), QFont::Medium);
    }

    Look m_look;
    QStringList m_words;
};

/// "6:05".
QString serviceText(std::optional<int> seconds)
{
    constexpr int Minute = 60;
    return seconds ? u"%1:%2"_s.arg(*seconds / Minute).arg(*seconds % Minute, 2, 10, QChar(u'0'))
                   : u"–"_s;
}

} // namespace

TodayPage::TodayPage(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(18));
    column->setSpacing(look.px(Gutter));

    auto *head = new QHBoxLayout;
    head->setSpacing(look.px(Gutter));
    m_title = new DeskLabel(look, "desk.pageTitle"_L1, "text.primary"_L1, this);
    m_title->setText(tr("Today"));
    m_title->setWhole();
    m_day = new DeskLabel(look, "desk.panelTitle"_L1, "text.secondary"_L1, this);
    m_day->setWeight(QFont::Normal);
    m_note = new DeskLabel(look, "desk.label"_L1, "text.secondary"_L1, this);
    m_note->hide();
    m_note->setEndKept();
    m_noteEnd = new QTimer(this);
    m_noteEnd->setSingleShot(true);
    m_noteEnd->setInterval(1min);
    connect(m_noteEnd, &QTimer::timeout, m_note, &QWidget::hide);
    m_age = new DeskLabel(look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1, this);
    m_age->setObjectName(u"age"_s);
    m_age->setWhole();
    head->addWidget(m_title);
    head->addWidget(m_day, 1);
    head->addWidget(m_age);
    addOutputs(
        *head, look, this, [this] { Q_EMIT exportAsked(); }, [this] { Q_EMIT printAsked(); });
    column->addLayout(head);
    column->addWidget(m_note);

    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(look.px(Gutter));
    for (FigureTile *&tile : m_tiles) {
        tile = new FigureTile(look, this);
    }
    column->addLayout(m_tileGrid);

    m_panels = new QGridLayout;
    m_panels->setSpacing(look.px(Gutter));
    column->addLayout(m_panels, 1);
    const auto panel = [&](const QString &title, const QString &small, QWidget *corner) {
        auto *card = new Card(look, this);
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(1, 1, 1, look.px(8));
        inside->setSpacing(0);
        auto *words = new PanelTitle(look, false, card);
        words->present(title, small);
        auto *line = new QHBoxLayout;
        line->addWidget(words, 1);
        if (corner) {
            line->addWidget(corner);
        }
        inside->addLayout(line);
        return std::pair(card, words);
    };

    m_hoursCard = panel(tr("Visits by hour"), {},
                        new Legend(look, {tr("Issued"), tr("Served", "bars")}, this))
                      .first;
    m_bars = new HourBars(look, m_hoursCard);
    m_nobody = new EmptyState(look, m_hoursCard);
    m_nobody->setIconName("people"_L1);
    m_nobody->setWords(tr("No visits yet today."), {});
    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(look.px(16), 0, look.px(16), look.px(4));
    bars->addWidget(m_bars);
    bars->addWidget(m_nobody);
    static_cast<QVBoxLayout *>(m_hoursCard->layout())->addLayout(bars, 1);

    std::tie(m_attentionCard, m_attentionTitle) = panel(tr("Needs attention"), {}, nullptr);
    m_attention = new AttentionList(look);
    m_calm = new DeskLabel(look, "desk.body"_L1, "text.secondary"_L1, m_attentionCard);
    m_calm->setText(tr("Nothing needs you now."));
    auto *calm = new QHBoxLayout;
    calm->setContentsMargins(look.px(16), 0, look.px(16), 0);
    calm->addWidget(m_calm);
    auto *attention = static_cast<QVBoxLayout *>(m_attentionCard->layout());
    attention->addLayout(calm);
    attention->addWidget(scrollArea(*m_attention, m_attentionCard), 1);
    connect(m_attention, &AttentionList::counterWanted, this, &TodayPage::showSpareCounter);
    connect(m_attention, &AttentionList::rosterWanted, this, &TodayPage::rosterWanted);
    connect(m_attention, &AttentionList::paperChanged, this, &TodayPage::paperChanged);
    connect(m_attention, &AttentionList::reminderWanted, this, &TodayPage::reminderWanted);

    m_groupsCard = panel(tr("By group"), {}, nullptr).first;
    m_groups = new FigureTable(look, tr("By group"), m_groupsCard);
    static_cast<QVBoxLayout *>(m_groupsCard->layout())->addWidget(m_groups, 1);
    m_countersCard = panel(tr("By counter"), tr("min:s each"), nullptr).first;
    m_counters = new FigureTable(look, tr("By counter"), m_countersCard);
    m_counters->setObjectName(u"counters"_s);
    static_cast<QVBoxLayout *>(m_countersCard->layout())->addWidget(m_counters, 1);
}

void TodayPage::setAge(const QString &words, bool stale)
{
    m_age->setText(words);
    m_age->setColor(stale ? "status.warn.text"_L1 : "text.tertiaryDeskOnly"_L1);
    m_age->setWeight(stale ? QFont::Bold : QFont::Normal);
}

void TodayPage::setNote(const QString &words)
{
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
    m_noteEnd->start();
}

/// The branch stands in the column at the left too, so its name goes first where there is little room.
void TodayPage::presentHead()
{
    const QDate day = m_today.day.businessDate;
    if (day.isNull()) {
        return; // laid out before the day is known
    }
    const auto open = std::ranges::count_if(m_today.hall.counters, [](const CounterState &counter) {
        return counter.presence != Presence::Closed;
    });
    QStringList words{weekdayAtFront(day, m_look.language) + u", "_s
                      + day.toString(u"dd/MM/yyyy"_s)};
    if (!m_isNarrow) {
        words.append(m_today.hall.branch.name.in(m_look.language));
    }
    words.append(
        m_today.hall.businessDate.isNull()
            ? (m_today.day.total.issued == 0 ? tr("the day is not open") : tr("the day is closed"))
            : tr("%1/%2 counters open").arg(open).arg(m_today.hall.counters.size()));
    m_day->setText(words.join(u" · "_s));
}

void TodayPage::present(const BranchToday &today)
{
    m_today = today;
    presentHead();
    presentTiles(today);
    const bool isEmpty = today.day.total.issued == 0;
    m_bars->setVisible(!isEmpty);
    m_nobody->setVisible(isEmpty);
    m_bars->present(today.hours);
    m_attentionTitle->present(tr("Needs attention"), today.attention.empty()
                                                         ? QString()
                                                         : QString::number(today.attention.size()));
    m_calm->setVisible(today.attention.empty());
    m_attention->present(today);
    presentGroups(today);
    presentCounters(today);
}

/// Who neither was served nor waits; empty for nobody.
static QString endedDetail(const GroupSummary &total)
{
    const int ended = total.cancelled + total.expired;
    return ended == 0 ? QString() : TodayPage::tr("%1 given back or expired").arg(ended);
}

/// Where the others are who do not wait: every number given is in one of the first three tiles.
static QString servedDetail(const GroupSummary &total, bool isOpen)
{
    const int inService = total.called + total.serving;
    QStringList parts{
        isOpen || inService > 0
            ? TodayPage::tr("%1 in service · %2 no-show").arg(inService).arg(total.noShow)
            : TodayPage::tr("%1 no-show").arg(total.noShow)};
    if (total.held > 0) {
        parts.append(TodayPage::tr("%1 on hold").arg(total.held));
    }
    if (const QString ended = endedDetail(total); !ended.isEmpty() && total.waiting > 0) {
        parts.append(ended);
    }
    return parts.join(u" · "_s);
}

void TodayPage::presentTiles(const BranchToday &today)
{
    const GroupSummary &total = today.day.total;
    const auto count = [&total](Outcome outcome) {
        return total.intakes.at(static_cast<size_t>(outcome));
    };
    const int accepted = count(Outcome::Accepted);
    const int supplement = count(Outcome::Supplement);
    const int refused = count(Outcome::Refused);
    constexpr int Minute = 60;
    const auto wait = [](const QString &label, std::optional<int> seconds, int target) {
        const bool isOver = seconds && *seconds > target;
        return FigureTile::Figure{.label = label,
                                  .value = waitMinutes(seconds),
                                  .unit = seconds ? tr("min") : QString(),
                                  .detail = isOver ? tr("over target %1").arg(target / Minute)
                                                   : tr("target ≤ %1").arg(target / Minute),
                                  .isOver = isOver};
    };
    m_tiles[0]->present({.label = tr("Issued", "tile"),
                         .value = QString::number(total.issued),
                         .detail = today.usual ? tr("usual %1 %2")
                                                     .arg(weekdayInSentence(today.day.businessDate,
                                                                            m_look.language))
                                                     .arg(*today.usual)
                                               : QString()});
    m_tiles[1]->present({.label = tr("Served"),
                         .value = QString::number(total.served),
                         .detail = servedDetail(total, !today.hall.businessDate.isNull())});
    m_tiles[2]->present(
        {.label = tr("Waiting", "tile"),
         .value = QString::number(total.waiting),
         .detail = total.waiting == 0 ? endedDetail(total)
                   : today.longestWaitMs == 0
                       ? QString()
                       : tr("longest %1 min (%2)")
                             .arg(begunMinutes(std::chrono::milliseconds(today.longestWaitMs)))
                             .arg(today.longestGroup)});
    m_tiles[3]->present(wait(tr("Average wait"), total.waitAverage, DayTargets::WaitAverage));
    m_tiles[4]->present(
        wait(tr("9 in 10 wait under"), total.waitNinetieth, DayTargets::WaitNinetieth));
    m_tiles[5]->present({.label = tr("Intakes"),
                         .value = QString::number(accepted + supplement + refused),
                         .detail = tr("%1 accepted · %2 to supplement · %3 rejected")
                                       .arg(accepted)
                                       .arg(supplement)
                                       .arg(refused),
                         .parts = {accepted, supplement, refused}});
    const Satisfaction &ratings = today.ratings;
    const auto share = ratings.satisfiedShare();
    m_tiles[6]->present({.label = tr("Satisfied"),
                         .value = shareText(share, m_look.language).remove(u'%').trimmed(),
                         .unit = share ? u"%"_s : QString(),
                         .detail = tr("%n rating(s)", nullptr, ratings.ratings())});
}

void TodayPage::presentGroups(const BranchToday &today)
{
    const auto rowOf = [](const GroupSummary &group) {
        const auto minutes = [](std::optional<int> seconds) {
            return seconds ? tr("%1 min", "short, in a table").arg(waitMinutes(seconds)) : u"–"_s;
        };
        FigureTable::Row row{
            {},
            {.text = QString::number(group.issued)},
            {.text = QString::number(group.served)},
            {.text = QString::number(group.waiting)},
            {.text = minutes(group.waitAverage)},
            {.text = minutes(group.waitNinetieth),
             .isOver = group.waitNinetieth && *group.waitNinetieth > DayTargets::WaitNinetieth}};
        const bool hasIntakes =
            std::ranges::any_of(group.intakes, [](int count) { return count > 0; });
        for (const Outcome outcome : {Outcome::Accepted, Outcome::Supplement, Outcome::Refused}) {
            row.push_back({.text = hasIntakes ? QString::number(
                                       group.intakes.at(static_cast<size_t>(outcome)))
                                              : u"–"_s});
        }
        return row;
    };
    std::vector<FigureTable::Row> rows;
    for (const GroupSummary &group : today.day.groups) {
        FigureTable::Row row = rowOf(group);
        const auto load = std::ranges::find_if(today.hall.groups, [&group](const GroupLoad &one) {
            return one.group.letter == group.group;
        });
        const bool isKnown = load != today.hall.groups.end();
        row.front() = {.text = isKnown ? load->group.name.in(m_look.language) : group.group,
                       .brief = shortNameOf(group.group, today, m_look.language),
                       .door = group.group};
        rows.push_back(std::move(row));
    }
    FigureTable::Row total = rowOf(today.day.total);
    total.front().text = tr("Whole branch");
    for (FigureTable::Cell &cell : total) {
        cell.isBold = true;
    }
    m_groups->present({{tr("Group"), false},
                       {tr("Issued")},
                       {tr("Done")},
                       {tr("Waiting")},
                       {tr("Avg wait")},
                       {tr("9/10 under")},
                       {tr("Accepted")},
                       {tr("To suppl.")},
                       {tr("Rejected")}},
                      std::move(rows), total);
}

void TodayPage::presentCounters(const BranchToday &today)
{
    constexpr qint64 MinuteMs = 60'000;
    std::vector<FigureTable::Row> rows;
    for (const CounterToday &counter : today.counters) {
        FigureTable::Cell now;
        if (counter.state.ticket) {
            now = {.text = shownNumber(*counter.state.ticket), .tag = Tone::Neutral};
        } else if (counter.state.presence == Presence::OnBreak) {
            const qint64 since =
                counter.breakSince == 0 ? today.hall.branchNow : counter.breakSince;
            now = {.text = tr("Break %1 min").arg((today.hall.branchNow - since) / MinuteMs),
                   .tag = Tone::Warn};
        } else if (counter.state.presence == Presence::Open) {
            now = {.text = tr("Ready"), .tag = Tone::Ok};
        } else {
            now = {.text = tr("Closed")};
        }
        const QStringList &letters = counter.state.groups;
        constexpr qsizetype Few = 4;
        const QString groups = letters.size() <= Few
                                   ? letters.join(u' ')
                                   : letters.first(Few - 1).join(u' ') + u" +"_s
                                         + QString::number(letters.size() - Few + 1);
        rows.push_back({{.text = tr("Counter %1").arg(counter.state.number), .isBold = true},
                        {.text = groups},
                        {.text = QString::number(counter.served)},
                        {.text = serviceText(counter.serviceAverage)},
                        now});
    }
    m_counters->present({{tr("Counter"), false},
                         {tr("Group"), false},
                         {tr("Done")},
                         {tr("Avg")},
                         {tr("Now"), false}},
                        std::move(rows));
}

/// The counter that could be opened for the group: a closed one, else one on a break.
void TodayPage::showSpareCounter(const QString &letter)
{
    for (const Presence presence : {Presence::Closed, Presence::OnBreak}) {
        for (size_t i = 0; i < m_today.counters.size(); ++i) {
            const CounterState &state = m_today.counters[i].state;
            if (state.presence == presence && state.groups.contains(letter)) {
                m_counters->showRow(static_cast<int>(i));
                return;
            }
        }
    }
}

void TodayPage::fit(int width)
{
    const int room = width - 2 * m_look.px(22);
    int needed = m_look.px(Gutter) * static_cast<int>(TileCount - 1);
    for (const FigureTile *tile : m_tiles) {
        needed += tile->minimumSizeHint().width();
    }
    const size_t inRow = needed <= room ? TileCount : (TileCount + 1) / 2;
    if (inRow != m_tilesInRow) {
        m_tilesInRow = inRow;
        const size_t below = TileCount - inRow; // in the second row, which is as wide as the first
        const size_t columns = inRow * std::max<size_t>(1, below);
        for (FigureTile *tile : m_tiles) {
            m_tileGrid->removeWidget(tile);
        }
        for (size_t i = 0; i < TileCount; ++i) {
            const bool isFirst = i < inRow;
            const size_t span = columns / (isFirst ? inRow : below);
            const size_t place = (isFirst ? i : i - inRow) * span;
            m_tileGrid->addWidget(m_tiles.at(i), isFirst ? 0 : 1, static_cast<int>(place), 1,
                                  static_cast<int>(span));
        }
        constexpr size_t MostColumns = ((TileCount + 1) / 2) * (TileCount / 2);
        for (size_t column = 0; column < std::max(MostColumns, TileCount); ++column) {
            m_tileGrid->setColumnStretch(static_cast<int>(column), column < columns ? 1 : 0);
        }
    }
    const int beside = m_groups->minimumSizeHint().width() + m_look.px(Gutter)
                       + std::max(m_counters->minimumSizeHint().width(), m_look.px(330)) + 4;
    const bool narrow = beside > room;
    if (narrow == m_isNarrow && m_isLaid) {
        return;
    }
    m_isLaid = true;
    m_isNarrow = narrow;
    presentHead();
    const std::array<QWidget *, 4> wide{m_hoursCard, m_attentionCard, m_groupsCard, m_countersCard};
    const std::array<QWidget *, 4> tall{m_attentionCard, m_hoursCard, m_groupsCard, m_countersCard};
    for (QWidget *card : wide) {
        m_panels->removeWidget(card);
    }
    for (int i = 0; i < 4; ++i) {
        if (narrow) {
            m_panels->addWidget(tall.at(static_cast<size_t>(i)), i, 0);
        } else {
            m_panels->addWidget(wide.at(static_cast<size_t>(i)), i / 2, i % 2);
        }
        m_panels->setRowStretch(i, 0);
    }
    m_panels->setColumnStretch(0, 9);
    m_panels->setColumnStretch(1, narrow ? 0 : 5);
    if (!narrow) {
        m_panels->setRowStretch(0, 27);
        m_panels->setRowStretch(1, 39);
    }
    m_hoursCard->setMinimumHeight(m_look.px(narrow ? 268 : 190));
    m_attentionCard->setMinimumHeight(m_look.px(narrow ? 268 : 190));
    for (FigureTable *table : {m_groups, m_counters}) {
        table->setMinimumHeight(narrow ? table->wholeHeight() : 0);
    }
}

} // namespace motcua
