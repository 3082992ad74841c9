// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/monthpage.h"

#include "counter/branchcolumn.h"
#include "manager/figuretable.h"
#include "manager/figuretile.h"
#include "manager/heatcalendar.h"
#include "manager/managertexts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int Gutter = 12;

/// "09/26: 9021 (+4%)": what it was before, and how much more it is now.
QString comparison(int now, int before, const QDate &month)
{
    if (before == 0) {
        return {};
    }
    const double change = 100.0 * (now - before) / before;
    const QString sign = change > 0 ? u"+"_s : QString();
    return MonthPage::tr("%1: %2 (%3%)")
        .arg(month.toString(u"MM/yy"_s))
        .arg(before)
        .arg(sign + QString::number(qRound(change)));
}

} // namespace

MonthPage::MonthPage(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
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
    const std::array<std::tuple<QString, QLatin1StringView, int>, 2> turns{
        {{tr("Month before"), "left"_L1, -1}, {tr("Month after"), "right"_L1, 1}}};
    for (const auto &[text, icon, months] : turns) {
        auto *button = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, this);
        button->setIconName(icon);
        button->setAccessibleName(text);
        button->setToolTip(months < 0 ? u"PgUp"_s : u"PgDn"_s);
        button->setObjectName(months < 0 ? u"before"_s : u"after"_s);
        connect(button, &QAbstractButton::clicked, this, [this, months = months] { turn(months); });
        head->addWidget(button);
    }
    m_detail = new DeskLabel(look, "desk.panelTitle"_L1, "text.secondary"_L1, this);
    m_detail->setWeight(QFont::Normal);
    m_detail->setObjectName(u"detail"_s);
    head->addWidget(m_detail, 1);
    auto *report = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, this);
    report->setObjectName(u"report"_s);
    report->setIconName("book"_L1);
    report->setWords(tr("Report"));
    connect(report, &QAbstractButton::clicked, this, [this] {
        if (m_first.isValid()) {
            Q_EMIT reportWanted(m_first, m_first.addMonths(1).addDays(-1));
        }
    });
    head->addWidget(report);
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
    const auto panel = [&](const QString &title, const QString &small, QWidget *content) {
        auto *card = new Card(look, this);
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(1, 1, 1, look.px(8));
        inside->setSpacing(0);
        auto *words = new PanelTitle(look, false, card);
        words->present(title, small);
        inside->addWidget(words);
        auto *edge = new QHBoxLayout;
        edge->setContentsMargins(look.px(16), 0, look.px(16), look.px(8));
        edge->addWidget(content);
        inside->addLayout(edge, 1);
        return card;
    };
    m_calendar = new HeatCalendar(look, this);
    m_calendar->setObjectName(u"calendar"_s);
    setFocusProxy(m_calendar);
    connect(m_calendar, &HeatCalendar::dayChosen, this, &MonthPage::dayChosen);
    panels->addWidget(panel(tr("Numbers per day"), tr("choose a day for its sheet"), m_calendar),
                      9);
    m_hours = new FigureTable(look, tr("When people come"), this);
    m_hours->setObjectName(u"hours"_s);
    panels->addWidget(
        panel(tr("When people come"), tr("numbers given an hour, on average"), m_hours), 6);
    column->addLayout(panels, 1);
}

void MonthPage::turn(int months)
{
    if (m_first.isValid()) {
        m_first = m_first.addMonths(months);
        refresh();
    }
}

void MonthPage::refresh()
{
    Q_EMIT monthWanted(m_first);
}

void MonthPage::setTrouble(const QString &words)
{
    m_detail->setText(words);
    m_detail->setColor("status.warn.text"_L1);
}

void MonthPage::present(const BranchMonth &month)
{
    m_first = month.first;
    m_title->setText(tr("Month %1").arg(month.first.toString(u"MM/yyyy"_s)));
    m_detail->setColor("text.secondary"_L1);
    m_detail->setText(month.branch.in(m_look.language) + u" · "_s
                      + tr("%n working day(s)", nullptr, month.openedDays()));
    presentTiles(month);
    m_calendar->present(month);
    presentHours(month);
}

void MonthPage::presentTiles(const BranchMonth &month)
{
    const QDate before = month.first.addMonths(-1);
    const auto count = [&month](Outcome outcome) {
        return month.total.intakes.at(static_cast<size_t>(outcome));
    };
    const int accepted = count(Outcome::Accepted);
    const int supplement = count(Outcome::Supplement);
    const int recorded = accepted + supplement + count(Outcome::Refused);
    m_tiles[0]->present({.label = tr("Numbers given"),
                         .value = QString::number(month.total.issued),
                         .detail = comparison(month.total.issued, month.issuedBefore, before)});
    m_tiles[1]->present({.label = tr("Accepted", "tile"),
                         .value = QString::number(accepted),
                         .detail = comparison(accepted, month.acceptedBefore, before)});
    m_tiles[2]->present(
        {.label = tr("To supplement"),
         .value = recorded == 0 ? u"–"_s : QString::number(qRound(100.0 * supplement / recorded)),
         .unit = recorded == 0 ? QString() : u"%"_s,
         .detail = tr("%1 of %2").arg(supplement).arg(recorded)});
    m_tiles[3]->present(
        {.label = tr("Average wait"),
         .value = waitMinutes(month.total.waitAverage),
         .unit = month.total.waitAverage ? tr("min") : QString(),
         .detail = month.total.waitNinetieth
                       ? tr("9 in 10 under %1").arg(waitMinutes(month.total.waitNinetieth))
                       : QString()});
    m_tiles[4]->present({.label = tr("Longest wait"),
                         .value = waitMinutes(month.total.waitLongest),
                         .unit = month.total.waitLongest ? tr("min") : QString(),
                         .detail = month.total.waitMedian
                                       ? tr("median %1").arg(waitMinutes(month.total.waitMedian))
                                       : QString()});
    const MonthDay *busiest = month.busiest();
    QString weekday = busiest ? weekdayInSentence(busiest->date, m_look.language) : QString();
    if (!weekday.isEmpty()) {
        weekday[0] = weekday.at(0).toUpper();
    }
    m_tiles[5]->present(
        {.label = tr("Busiest day"),
         .value = busiest ? QString::number(busiest->issued) : u"–"_s,
         .detail = busiest ? weekday + u' ' + busiest->date.toString(u"dd/MM"_s) : QString()});
}

void MonthPage::presentHours(const BranchMonth &month)
{
    std::vector<FigureTable::Column> columns{{tr("Hour"), false}};
    for (int day = 1; day <= static_cast<int>(month.weekdays.size()); ++day) {
        columns.push_back({weekdayAbove(day)});
    }
    std::vector<FigureTable::Row> rows;
    for (const auto &[hour, counts] : month.hours) {
        FigureTable::Row row{{.text = tr("%1–%2 h").arg(hour).arg(hour + 1)}};
        for (size_t i = 0; i < counts.size(); ++i) {
            const int days = month.weekdays.at(i);
            row.push_back(
                {.text = days == 0 ? u"–"_s : QString::number((counts.at(i) + days / 2) / days)});
        }
        rows.push_back(std::move(row));
    }
    m_hours->present(std::move(columns), std::move(rows));
}

} // namespace motcua
