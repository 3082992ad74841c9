// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/citymonthpage.h"

#include "counter/branchcolumn.h"
#include "counter/deskinputs.h"
#include "manager/citytexts.h"
#include "manager/figuretable.h"
#include "manager/figuretile.h"
#include "manager/heatcalendar.h"
#include "manager/managertexts.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

constexpr int Gutter = 12;

CityMonthPage::CityMonthPage(const Look &look, const QDate &day, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_today(day)
    , m_first(day.year(), day.month(), 1)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(18));
    column->setSpacing(look.px(Gutter));

    auto *head = new QHBoxLayout;
    head->setSpacing(look.px(Gutter));
    m_title = new DeskLabel(look, "desk.pageTitle"_L1, "text.primary"_L1, this);
    m_title->setWhole();
    m_title->setObjectName(u"month"_s);
    head->addWidget(m_title);
    addTurns(*head, look, tr("Month before"), tr("Month after"), this,
             [this](int months) { turn(months); });
    m_branch = new DeskCombo(look, this);
    m_branch->setObjectName(u"branch"_s);
    m_branch->setAccessibleName(tr("Whose month"));
    m_branch->addItem(tr("The whole city"), QString());
    m_branch->setMinimumWidth(look.px(250));
    head->addWidget(m_branch);
    m_detail = new DeskLabel(look, "desk.label"_L1, "text.secondary"_L1, this);
    m_detail->setObjectName(u"detail"_s);
    head->addWidget(m_detail, 1);
    column->addLayout(head);

    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(look.px(Gutter));
    for (FigureTile *&tile : m_tiles) {
        tile = new FigureTile(look, this);
        tiles->addWidget(tile);
    }
    column->addLayout(tiles);

    auto *panels = new QHBoxLayout;
    panels->setSpacing(look.px(Gutter));
    const auto panel = [&](QWidget *content, PanelTitle *title, int margin) {
        auto *card = new Card(look, this);
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(1, 1, 1, look.px(8));
        inside->setSpacing(0);
        inside->addWidget(title);
        auto *edge = new QHBoxLayout;
        edge->setContentsMargins(look.px(margin), 0, look.px(margin), look.px(8));
        edge->addWidget(content);
        inside->addLayout(edge, 1);
        return card;
    };
    m_calendar = new HeatCalendar(look, this);
    m_calendar->setObjectName(u"calendar"_s);
    setFocusProxy(m_calendar);
    auto *days = new PanelTitle(look, false, this);
    days->present(tr("Numbers per day"), tr("choose a day for its groups"));
    panels->addWidget(panel(m_calendar, days, 16), 6);
    m_groupsTitle = new PanelTitle(look, false, this);
    m_groups = new FigureTable(look, tr("Figures by group"), this);
    m_groups->setObjectName(u"groups"_s);
    QScrollArea *area = aside(*m_groups, this);
    area->setMinimumWidth(look.px(300));
    Card *groups = panel(area, m_groupsTitle, 0);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(look.px(16), 0, look.px(16), look.px(4));
    below->setSpacing(look.px(Gutter));
    m_whole = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, groups);
    m_whole->setObjectName(u"whole"_s);
    m_whole->setWords(tr("Whole month"));
    connect(m_whole, &QAbstractButton::clicked, this, [this] {
        m_chosen = {};
        presentGroups();
    });
    m_all = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, groups);
    m_all->setObjectName(u"all"_s);
    m_all->setWords(tr("All branches that day"));
    connect(m_all, &QAbstractButton::clicked, this, [this] { Q_EMIT dayAsked(m_chosen); });
    below->addWidget(m_whole);
    below->addWidget(m_all);
    below->addStretch(1);
    static_cast<QVBoxLayout *>(groups->layout())->addLayout(below);
    panels->addWidget(groups, 5);
    column->addLayout(panels, 1);

    connect(m_calendar, &HeatCalendar::dayChosen, this, [this](const QDate &date) {
        m_chosen = date;
        presentGroups();
    });
    connect(m_branch, &QComboBox::currentIndexChanged, this,
            [this] { ask(m_branch->currentData().toString()); });
}

void CityMonthPage::setBranches(const CityDays &days)
{
    m_days = days;
    QStringList codes;
    for (const CityBranch &branch : days.branches) {
        codes.append(branch.code);
    }
    QStringList shown;
    for (int i = 1; i < m_branch->count(); ++i) {
        shown.append(m_branch->itemData(i).toString());
    }
    if (codes != shown) {
        const QSignalBlocker quiet(m_branch);
        while (m_branch->count() > 1) {
            m_branch->removeItem(1);
        }
        for (const CityBranch &branch : days.branches) {
            m_branch->addItem(branch.name.in(m_look.language), branch.code);
        }
        m_branch->setCurrentIndex(qMax(0, m_branch->findData(m_code)));
    }
}

void CityMonthPage::setCatalogue(const std::map<QString, Bilingual> &names,
                                 const std::optional<WorkingCalendar> &hours)
{
    m_names = names;
    m_hours = hours;
    if (m_month.first.isValid()) {
        presentCalendar();
        presentGroups();
    }
}

const CityBranch *CityMonthPage::branch() const
{
    const auto found = std::ranges::find(m_days.branches, m_code, &CityBranch::code);
    return found == m_days.branches.end() ? nullptr : &*found;
}

void CityMonthPage::ask(const QString &branch)
{
    m_code = branch;
    m_chosen = {};
    const QSignalBlocker quiet(m_branch);
    m_branch->setCurrentIndex(qMax(0, m_branch->findData(branch)));
    refresh();
}

void CityMonthPage::turn(int months)
{
    if (m_first.addMonths(months) > m_today) {
        return; // of which nobody can have sent anything
    }
    m_first = m_first.addMonths(months);
    m_chosen = {};
    refresh();
}

void CityMonthPage::refresh()
{
    Q_EMIT monthWanted(m_code, m_first);
}

void CityMonthPage::present(const CityMonth &month)
{
    if (month.first != m_first || month.branch != m_code) {
        return; // somebody has asked for another one since
    }
    m_month = month;
    m_today = month.readAt.date;
    m_title->setText(tr("Month %1").arg(month.first.toString(u"MM/yyyy"_s)));
    const CityBranch *own = branch();
    const bool late = own && isLate(*own, m_days);
    m_detail->setText(
        late  ? lastSyncText(*own, m_days)
        : own ? tr("last sync: %1").arg(lastSyncText(*own, m_days))
              : tr("%n day(s) with figures", nullptr, static_cast<int>(month.days.size())));
    m_detail->setColor(late ? "status.warn.text"_L1 : "text.secondary"_L1);
    presentCalendar();
    presentTiles();
    presentGroups();
}

void CityMonthPage::presentCalendar()
{
    m_calendar->present(m_month.calendar(m_days.heardUntil(m_code), m_hours));
}

void CityMonthPage::presentTiles()
{
    const CityFigures &total = m_month.total;
    const CityFigures &before = m_month.before;
    const bool isKnown = !m_month.days.empty();
    const auto count = [this, isKnown](int value) {
        return isKnown ? countText(value, m_look.language) : u"–"_s;
    };
    const auto earlier = [this](int value) {
        return value == 0 ? QString()
                          : u"%1: %2"_s.arg(m_month.first.addMonths(-1).toString(u"MM/yy"_s),
                                            countText(value, m_look.language));
    };
    m_tiles[0]->present({.label = tr("Numbers given"),
                         .value = count(total.issued),
                         .detail = earlier(before.issued)});
    m_tiles[1]->present(
        {.label = tr("Served"), .value = count(total.served), .detail = earlier(before.served)});
    m_tiles[2]->present(
        {.label = tr("No-show"), .value = count(total.noShow), .detail = earlier(before.noShow)});
    presentWaits(*m_tiles[3], *m_tiles[4], waitsOf(total));
    m_tiles[5]->present({.label = tr("Accepted", "tile"),
                         .value = count(total.accepted),
                         .detail = earlier(before.accepted)});
}

void CityMonthPage::presentGroups()
{
    const CityDay *day = m_month.dayOf(m_chosen);
    QString small = tr("the whole month");
    if (day) {
        small = m_chosen.toString(u"dd/MM/yyyy"_s);
        if (m_code.isEmpty()) {
            small += u" · "_s + tr("from %n branch(es)", nullptr, day->branches);
        }
        if (day->open > 0 || m_chosen > m_days.heardUntil(m_code)) {
            small += u" · "_s + tr("in part");
        }
    }
    m_groupsTitle->present(tr("By group"), small + u" · "_s + tr("waits in minutes"));
    m_whole->setVisible(day != nullptr);
    m_all->setVisible(day != nullptr);
    std::vector<FigureTable::Row> rows;
    const auto rowOf = [](const CityFigures &figures, FigureTable::Cell name) {
        FigureTable::Row row{std::move(name)};
        for (const int count : {figures.issued, figures.served}) {
            row.push_back({.text = QString::number(count)});
        }
        const Waits waits = waitsOf(figures);
        for (const auto &wait : {waits.median, waits.ninetieth, waits.longest}) {
            row.push_back({.text = waitMinutes(wait)});
        }
        return row;
    };
    const std::map<QString, CityFigures> groups = day ? day->groups : m_month.groups;
    for (const auto &[letter, figures] : groups) {
        const auto name = m_names.find(letter);
        const QString words = name == m_names.end() ? QString() : name->second.in(m_look.language);
        rows.push_back(rowOf(figures, {.text = words, .door = letter}));
    }
    FigureTable::Row total = rowOf(day ? day->figures : m_month.total, {.text = tr("All")});
    if (m_month.days.empty()) { // nothing came: that is no zero
        std::fill(total.begin() + 1, total.end(), FigureTable::Cell{.text = u"–"_s});
    }
    for (FigureTable::Cell &cell : total) {
        cell.isBold = true;
    }
    m_groups->present({{tr("Group"), false},
                       {tr("Issued")},
                       {tr("Served", "column")},
                       {tr("Median")},
                       {tr("9 in 10")},
                       {tr("Longest")}},
                      std::move(rows), total);
    m_groups->setMinimumWidth(m_groups->minimumSizeHint().width());
}

} // namespace motcua
