// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/citypage.h"

#include "counter/branchcolumn.h"
#include "counter/deskinputs.h"
#include "manager/citytexts.h"
#include "manager/figuretable.h"
#include "manager/figuretile.h"
#include "manager/managertexts.h"
#include "shared/paragraphlabel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int Gutter = 12;
constexpr int MonthsInQuarter = 3;
constexpr int MonthsInYear = 12;

QString percentOf(int part, int whole)
{
    return whole == 0 ? QString() : u"%1%"_s.arg(qRound(100.0 * part / whole));
}

} // namespace

CityPage::CityPage(const Look &look, const QDate &day, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_day(day)
    , m_today(day)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(18));
    column->setSpacing(look.px(Gutter));

    auto *head = new QHBoxLayout;
    head->setSpacing(look.px(Gutter));
    auto *title = new DeskLabel(look, "desk.pageTitle"_L1, "text.primary"_L1, this);
    title->setText(tr("All branches"));
    title->setWhole();
    head->addWidget(title);
    m_age = new DeskLabel(look, "desk.label"_L1, "text.secondary"_L1, this);
    m_age->setObjectName(u"age"_s);
    head->addWidget(m_age, 1);
    const std::array<std::tuple<QString, QString, ReportFormat>, 3> files{
        {{u"CSV"_s, u"Ctrl+E"_s, ReportFormat::Csv},
         {u"Excel"_s, u"Ctrl+L"_s, ReportFormat::Xlsx},
         {u"PDF"_s, u"Ctrl+D"_s, ReportFormat::Pdf}}};
    for (const auto &[words, key, format] : files) {
        auto *button = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, this);
        button->setIconName("download"_L1);
        button->setWords(words);
        button->setKeycap(key);
        button->setObjectName(word(format));
        connect(button, &QAbstractButton::clicked, this,
                [this, format = format] { Q_EMIT fileAsked(format); });
        head->addWidget(button);
    }
    column->addLayout(head);

    auto *choice = new QHBoxLayout;
    choice->setSpacing(look.px(Gutter));
    m_period = new DeskCombo(look, this);
    m_period->setObjectName(u"period"_s);
    m_period->setAccessibleName(tr("Period"));
    m_period->addItems({tr("Day"), tr("Month"), tr("Quarter"), tr("Year")});
    m_period->setCurrentIndex(static_cast<int>(Period::Month));
    m_period->setFixedWidth(look.px(130));
    choice->addWidget(m_period);
    addTurns(*choice, look, tr("Period before"), tr("Period after"), this,
             [this](int periods) { turn(periods); });
    m_title = new DeskLabel(look, "desk.panelTitle"_L1, "text.primary"_L1, this);
    m_title->setObjectName(u"shown"_s);
    m_title->setWhole();
    choice->addWidget(m_title);
    m_note = new DeskLabel(look, "desk.label"_L1, "text.secondary"_L1, this);
    m_note->setObjectName(u"note"_s);
    m_note->setEndKept(); // a file's name
    choice->addWidget(m_note, 1);
    column->addLayout(choice);

    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(look.px(Gutter));
    for (FigureTile *&tile : m_tiles) {
        tile = new FigureTile(look, this);
        tiles->addWidget(tile);
    }
    column->addLayout(tiles);

    auto *card = new Card(look, this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, look.px(6));
    inside->setSpacing(0);
    auto *words = new PanelTitle(look, false, card);
    words->present(tr("Branches"),
                   tr("in the order of the register; choose one for its month; waits in minutes"));
    inside->addWidget(words);
    m_table = new FigureTable(look, tr("Figures of the branches"), card);
    m_table->setObjectName(u"branches"_s);
    setFocusProxy(m_table);
    m_table->setOpens(FigureTable::Opens::Rows);
    connect(m_table, &FigureTable::opened, this, [this](int row) {
        Q_EMIT branchChosen(m_days.branches.at(static_cast<size_t>(row)).code);
    });
    inside->addWidget(aside(*m_table, card));
    column->addWidget(card, 5);

    auto *below = new Card(look, this);
    auto *list = new QVBoxLayout(below);
    list->setContentsMargins(1, 1, 1, look.px(6));
    list->setSpacing(0);
    m_attentionTitle = new PanelTitle(look, false, below);
    list->addWidget(m_attentionTitle);
    m_attention = new QWidget(below);
    m_attention->setObjectName(u"attention"_s);
    auto *lines = new QVBoxLayout(m_attention);
    lines->setContentsMargins(look.px(16), 0, look.px(16), look.px(6));
    lines->setSpacing(look.px(4));
    list->addWidget(scrollArea(*m_attention, below), 1);
    column->addWidget(below, 2);

    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        chooseDay();
        showPeriod();
    });
}

std::pair<QDate, QDate> CityPage::bounds() const
{
    const QDate month(m_day.year(), m_day.month(), 1);
    switch (static_cast<Period>(m_period->currentIndex())) {
    case Period::Day:
        return {m_day, m_day};
    case Period::Month:
        return {month, month.addMonths(1).addDays(-1)};
    case Period::Quarter: {
        const QDate first(m_day.year(), (m_day.month() - 1) / MonthsInQuarter * MonthsInQuarter + 1,
                          1);
        return {first, first.addMonths(MonthsInQuarter).addDays(-1)};
    }
    case Period::Year:
        return {QDate(m_day.year(), 1, 1), QDate(m_day.year(), MonthsInYear, 31)};
    }
    Q_UNREACHABLE();
}

/// A period that becomes a day: the one that was asked for, if it is of it, else the newest that came.
void CityPage::chooseDay()
{
    if (static_cast<Period>(m_period->currentIndex()) != Period::Day || !m_days.from.isValid()) {
        return;
    }
    const QDate newest = m_days.newest();
    m_day = m_chosen >= m_days.from && m_chosen <= m_days.to ? m_chosen
            : newest.isValid()                               ? newest
                                                             : m_days.until();
}

void CityPage::turn(int periods)
{
    if (periods > 0 && bounds().second >= m_today) {
        m_note->setText(tr("Days to come have no figures yet."));
        return;
    }
    switch (static_cast<Period>(m_period->currentIndex())) {
    case Period::Day:
        m_day = m_day.addDays(periods);
        m_chosen = m_day;
        break;
    case Period::Month:
        m_day = bounds().first.addMonths(periods);
        break;
    case Period::Quarter:
        m_day = bounds().first.addMonths(periods * MonthsInQuarter);
        break;
    case Period::Year:
        m_day = m_day.addYears(periods);
        break;
    }
    showPeriod();
}

void CityPage::ask(const QDate &day)
{
    m_day = day;
    m_chosen = day;
    const QSignalBlocker quiet(m_period);
    m_period->setCurrentIndex(static_cast<int>(Period::Day));
    showPeriod();
}

void CityPage::showPeriod()
{
    m_note->setText({}); // it was about another
    refresh();
}

void CityPage::refresh()
{
    const auto [from, to] = bounds();
    Q_EMIT daysWanted(from, to);
}

void CityPage::setAge(const QString &words, bool stale)
{
    m_age->setText(words);
    m_age->setAccessibleName(words);
    m_age->setColor(stale ? "status.warn.text"_L1 : "text.secondary"_L1);
}

void CityPage::setNote(const QString &words)
{
    m_note->setText(words);
}

void CityPage::present(const CityDays &days)
{
    m_days = days;
    m_today = days.readAt.date;
    const QString from = cellText(days.from, ReportUnit::Day);
    m_title->setText(days.from == days.to
                         ? weekdayAtFront(days.from, m_look.language) + u' ' + from
                         : tr("%1 to %2").arg(from, cellText(days.to, ReportUnit::Day)));
    presentTiles();
    presentTable();
    presentAttention();
}

void CityPage::presentTiles()
{
    const auto &known = m_days.total;
    const CityFigures total = known.value_or(CityFigures());
    const int arrived = m_days.arrived();
    const int all = static_cast<int>(m_days.branches.size());
    const auto count = [this, &known](int value) {
        return known ? countText(value, m_look.language) : u"–"_s;
    };
    m_tiles[0]->present({.label = tr("Numbers given"), .value = count(total.issued)});
    m_tiles[1]->present({.label = tr("Served"),
                         .value = count(total.served),
                         .detail = percentOf(total.served, total.issued)});
    presentWaits(*m_tiles[2], *m_tiles[3], waitsOf(total));
    m_tiles[4]->present({.label = tr("Accepted", "tile"), .value = count(total.accepted)});
    m_tiles[5]->present(
        {.label = tr("Branches that sent"),
         .value = u"%1/%2"_s.arg(arrived).arg(all),
         .detail = arrived == all ? QString() : tr("the sums are without the others"),
         .isOver = arrived < all && all > 0});
}

void CityPage::presentTable()
{
    std::vector<FigureTable::Column> columns{{tr("Branch"), false},
                                             {tr("Issued")},
                                             {tr("Served", "column")},
                                             {tr("No-show")},
                                             {tr("Given back")},
                                             {tr("Expired")},
                                             {tr("Not done")},
                                             {tr("Median")},
                                             {tr("9 in 10")},
                                             {tr("Longest")},
                                             {tr("Accepted", "column")},
                                             {tr("Last sync"), false},
                                             {tr("Gaps")}};
    const auto cellsOf = [](const std::optional<CityFigures> &figures) {
        FigureTable::Row cells;
        const CityFigures of = figures.value_or(CityFigures());
        for (const int count :
             {of.issued, of.served, of.noShow, of.cancelled, of.expired, of.notDone}) {
            cells.push_back({.text = figures ? QString::number(count) : u"–"_s});
        }
        const Waits waits = waitsOf(of);
        for (const auto &wait : {waits.median, waits.ninetieth, waits.longest}) {
            cells.push_back({.text = waitMinutes(wait)});
        }
        cells.push_back({.text = figures ? QString::number(of.accepted) : u"–"_s});
        return cells;
    };
    std::vector<FigureTable::Row> rows;
    rows.reserve(m_days.branches.size());
    for (const CityBranch &branch : m_days.branches) {
        FigureTable::Row row{{.text = branch.name.in(m_look.language), .brief = branch.code}};
        std::ranges::move(cellsOf(branch.figures), std::back_inserter(row));
        row.push_back({.text = lastSyncText(branch, m_days)});
        if (isLate(branch, m_days) || branch.openDays > 0) {
            row.back().brief = lastSyncBrief(branch, m_days);
            row.back().tag = Tone::Warn;
        }
        row.push_back({.text = branch.isEnrolled ? QString::number(branch.gaps()) : u"–"_s,
                       .isOver = branch.gaps() > 0});
        rows.push_back(std::move(row));
    }
    FigureTable::Row total{{.text = tr("All that came"), .brief = tr("Came"), .isBold = true}};
    std::ranges::move(cellsOf(m_days.total), std::back_inserter(total));
    total.resize(columns.size());
    for (FigureTable::Cell &cell : total) {
        cell.isBold = true;
    }
    m_table->present(std::move(columns), std::move(rows), total);
    m_table->setMinimumWidth(m_table->minimumSizeHint().width());
}

void CityPage::presentAttention()
{
    const std::vector<CityAttention> all = attentionOf(m_days);
    const auto others = std::ranges::count(m_days.branches, false, &CityBranch::isEnrolled);
    const int things = static_cast<int>(all.size()) + (others > 0 ? 1 : 0);
    m_attentionTitle->present(tr("Needs attention"),
                              things == 0 ? QString() : tr("%n thing(s)", nullptr, things));
    auto *column = static_cast<QVBoxLayout *>(m_attention->layout());
    while (QLayoutItem *item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [&](const QString &title, const QString &detail) {
        auto *words = new ParagraphLabel(m_look, "desk.body"_L1, "text.secondary"_L1, m_attention);
        words->setText(detail.isEmpty() ? title : title + u". "_s + detail);
        words->setEmphasis(title, QFont::Bold, "text.primary"_L1);
        column->addWidget(words);
    };
    for (const CityAttention &one : all) {
        add(cityAttentionTitle(one, m_days, m_look.language), cityAttentionDetail(one, m_days));
    }
    const QString enrolling =
        tr("For each: motcua centre enrol CODE, and carry the file there. Their figures are "
           "unknown, not zero.");
    if (others == std::ssize(m_days.branches)) {
        add(tr("No branch may send yet"), enrolling);
    } else {
        if (all.empty()) {
            add(tr("Every branch that may send has sent, and every closed day is proven."), {});
        }
        if (others > 0) {
            add(tr("%n place(s) of the register may not send yet", nullptr,
                   static_cast<int>(others)),
                enrolling);
        }
    }
    column->addStretch(1);
}

} // namespace motcua
