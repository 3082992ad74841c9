// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/monthpage.h"

#include "counter/branchcolumn.h"
#include "counter/deskinputs.h"
#include "manager/figuretable.h"
#include "manager/figuretile.h"
#include "manager/heatcalendar.h"
#include "manager/managertexts.h"
#include "manager/pageparts.h"
#include "manager/yearscalendar.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int Gutter = 12;

/// Where tickets end, in the order of the list.
constexpr std::array Ends{LegState::Completed, LegState::NoShow, LegState::Cancelled,
                          LegState::Expired};
enum Tile { Issued, Accepted, Supplement, AverageWait, LongestWait, Busiest, Satisfied };

/// "9/26: 9.021 (+4%)": what it was before, and how much more it is now.
QString comparison(int now, int before, const QDate &month, Language language)
{
    if (before == 0) {
        return {};
    }
    const double change = 100.0 * (now - before) / before;
    const QString sign = change > 0 ? u"+"_s : QString();
    return MonthPage::tr("%1: %2 (%3%)")
        .arg(month.toString(u"M/yy"_s))
        .arg(countText(before, language))
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
    addTurns(*head, look, tr("Month before"), tr("Month after"), this,
             [this](int months) { turn(months); });
    m_detail = new DeskLabel(look, "desk.panelTitle"_L1, "text.secondary"_L1, this);
    m_detail->setWeight(QFont::Normal);
    m_detail->setObjectName(u"detail"_s);
    head->addWidget(m_detail, 1);
    m_years = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, this);
    m_years->setObjectName(u"years"_s);
    m_years->setIconName("calendar"_L1);
    m_years->setKeycap(u"Ctrl+Y"_s);
    connect(m_years, &QAbstractButton::clicked, this, &MonthPage::showYears);
    head->addWidget(m_years);
    addOutputs(
        *head, look, this, [this] { Q_EMIT exportAsked(); }, [this] { Q_EMIT printAsked(); });
    column->addLayout(head);

    auto *choice = new QHBoxLayout;
    choice->setSpacing(look.px(Gutter));
    const auto combo = [&](const char *name, const QString &words, int width) {
        auto *one = new DeskCombo(look, this);
        one->setObjectName(QString::fromLatin1(name));
        one->setAccessibleName(words);
        one->setMinimumWidth(look.px(width));
        connect(one, &QComboBox::activated, this, &MonthPage::choose);
        choice->addWidget(one, width);
        return one;
    };
    m_group = combo("group", tr("Group"), 150);
    m_procedure = combo("procedure", tr("Procedure"), 240);
    m_counter = combo("counter", tr("Counter"), 120);
    m_end = combo("end", tr("Outcome"), 120);
    m_end->addItems(
        {tr("All outcomes"), tr("Served"), tr("No-show"), tr("Given back"), tr("Expired")});
    setChoices({});
    m_spare = new QWidget(this); // where years have nothing to choose
    choice->addWidget(m_spare, 480);
    column->addLayout(choice);

    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(look.px(Gutter));
    for (size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles.at(i) = new FigureTile(look, this);
        m_tiles.at(i)->setObjectName(u"tile%1"_s.arg(i));
        m_tiles.at(i)->setOpens();
        connect(m_tiles.at(i), &FigureTile::opened, this, [this, i] { openTile(i); });
        tiles->addWidget(m_tiles.at(i));
    }
    column->addLayout(tiles);

    auto *panels = new QHBoxLayout;
    panels->setSpacing(look.px(Gutter));
    const auto panel = [&](Card *card, PanelTitle *words, QLayout *content) {
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(1, 1, 1, look.px(8));
        inside->setSpacing(0);
        inside->addWidget(words);
        auto *edge = new QHBoxLayout;                           // stacked layouts have no margins
        const int side = card == m_hoursCard ? 0 : look.px(16); // tables have an edge of their own
        edge->setContentsMargins(side, 0, side, look.px(8));
        edge->addLayout(content);
        inside->addLayout(edge, 1);
        panels->addWidget(card, card == m_hoursCard ? 6 : 9);
    };
    m_calendar = new HeatCalendar(look, this);
    m_calendar->setObjectName(u"calendar"_s);
    setFocusProxy(m_calendar);
    connect(m_calendar, &HeatCalendar::dayChosen, this, &MonthPage::dayChosen);
    connect(m_calendar, &HeatCalendar::dayTold, this, [this](const QString &words) {
        m_calendarTitle->present(tr("Numbers per day"), words);
    });
    m_yearsCalendar = new YearsCalendar(look, this);
    m_yearsCalendar->setObjectName(u"yearsCalendar"_s);
    connect(m_yearsCalendar, &YearsCalendar::monthChosen, this, [this](const QDate &day) {
        m_first = QDate(day.year(), day.month(), 1);
        m_showsYears = false;
        refresh();
    });
    m_hoursCard = new Card(look, this);
    m_hours = new FigureTable(look, tr("When people come"), this);
    m_hours->setObjectName(u"hours"_s);
    m_hours->setOpens(FigureTable::Opens::Cells);
    connect(m_hours, &FigureTable::opened, this, &MonthPage::openHour);
    auto *calendarCard = new Card(look, this);
    m_calendarTitle = new PanelTitle(look, false, calendarCard);
    m_calendars = new QStackedLayout;
    m_calendars->addWidget(m_calendar);
    m_calendars->addWidget(m_yearsCalendar);
    panel(calendarCard, m_calendarTitle, m_calendars);
    auto *hoursTitle = new PanelTitle(look, false, m_hoursCard);
    hoursTitle->present(tr("When people come"), tr("numbers given an hour, on average"));
    m_others = new FigureTable(look, tr("Branches of the city"), this);
    m_others->setObjectName(u"others"_s);
    m_othersTitle = new PanelTitle(look, false, m_hoursCard);
    m_othersArea = aside(*m_others, m_hoursCard);
    auto *hours = new QVBoxLayout;
    hours->addWidget(m_hours, 6);
    hours->addWidget(m_othersTitle);
    hours->addWidget(m_othersArea, 5);
    m_othersTitle->hide();
    m_othersArea->hide();
    panel(m_hoursCard, hoursTitle, hours);
    showPeriod(false);
    column->addLayout(panels, 1);
}

void MonthPage::turn(int months)
{
    if (m_first.isValid()) {
        m_first = m_showsYears ? m_first.addYears(months) : m_first.addMonths(months);
        refresh();
    }
}

void MonthPage::refresh()
{
    if (m_showsYears) {
        Q_EMIT yearsWanted(m_first, selection().group);
    } else {
        Q_EMIT monthWanted(m_first, selection());
    }
}

void MonthPage::showYears()
{
    m_showsYears = !m_showsYears;
    refresh();
}

void MonthPage::leaveYears()
{
    if (m_showsYears) {
        showYears();
    }
}

void MonthPage::setChoices(const SelectionChoices &choices)
{
    const Selection before = selection(); // the branch was away; the person's choice was not
    m_choices = choices;
    const auto fill = [this](DeskCombo &combo, const QString &all, const auto &items) {
        combo.clear();
        combo.addItem(all);
        for (const auto &[code, name] : items) {
            combo.addItem(code.size() == 1 ? code + u" – "_s + name.in(m_look.language)
                                           : name.in(m_look.language));
        }
    };
    fill(*m_group, tr("All groups"), choices.groups);
    fill(*m_procedure, tr("All procedures"), choices.procedures);
    m_counter->clear();
    m_counter->addItem(tr("All counters"));
    for (const int counter : choices.counters) {
        m_counter->addItem(tr("Counter %1").arg(counter));
    }
    const auto place = [](const auto &items, const QString &code) {
        const auto found =
            std::ranges::find(items, code, [](const auto &item) { return item.first; });
        return found == items.end() ? 0 : static_cast<int>(found - items.begin()) + 1;
    };
    m_group->setCurrentIndex(place(choices.groups, before.group));
    m_procedure->setCurrentIndex(place(choices.procedures, before.procedure));
    const auto counter = std::ranges::find(choices.counters, before.counter);
    m_counter->setCurrentIndex(counter == choices.counters.end()
                                   ? 0
                                   : static_cast<int>(counter - choices.counters.begin()) + 1);
}

Selection MonthPage::selection() const
{
    const auto chosen = [](const DeskCombo &combo, const auto &choices) {
        const auto place = static_cast<size_t>(qMax(0, combo.currentIndex()));
        return place > 0 && place <= choices.size() ? std::optional(choices[place - 1])
                                                    : std::nullopt;
    };
    Selection selection;
    if (const auto group = chosen(*m_group, m_choices.groups)) {
        selection.group = group->first;
    }
    if (m_showsYears) { // which are kept by group
        return selection;
    }
    if (const auto procedure = chosen(*m_procedure, m_choices.procedures)) {
        selection.procedure = procedure->first;
    }
    selection.counter = chosen(*m_counter, m_choices.counters).value_or(0);
    selection.end = chosen(*m_end, Ends);
    return selection;
}

void MonthPage::choose()
{
    if (m_first.isValid()) {
        refresh();
    }
}

/// What a tile counts: tickets one by one, the register, or the groups.
void MonthPage::openTile(size_t tile)
{
    if (!showsSomething()) {
        return;
    }
    const QDate from = m_showsYears ? m_shownYears.first : m_first;
    const QDate to =
        m_showsYears ? std::max(m_shownYears.today, from) : m_first.addMonths(1).addDays(-1);
    switch (static_cast<Tile>(tile)) {
    case Issued:
        Q_EMIT reportWanted(m_showsYears ? ReportKind::Period : ReportKind::Tickets, from, to,
                            selection());
        break;
    case AverageWait:
    case LongestWait:
        Q_EMIT reportWanted(ReportKind::LongWaits, from, to, selection());
        break;
    case Accepted:
    case Supplement:
        Q_EMIT reportWanted(ReportKind::Period, from, to, selection());
        break;
    case Busiest: {
        const MonthDay *busiest = m_showsYears ? nullptr : m_month.busiest();
        const QDate day = busiest ? busiest->date : m_showsYears ? m_busiestOfYears : QDate();
        if (day.isValid()) {
            Q_EMIT dayChosen(day);
        }
        break;
    }
    case Satisfied:
        Q_EMIT reportWanted(ReportKind::Satisfaction, from, to, {});
        break;
    }
}

bool MonthPage::askReport()
{
    if (!showsSomething()) {
        return false;
    }
    openTile(Accepted);
    return true;
}

bool MonthPage::showsSomething() const
{
    return m_first.isValid() && (!m_showsYears || m_shownYears.first.isValid());
}

void MonthPage::openHour(int row, int column)
{
    auto hour = m_month.hours.begin();
    std::advance(hour, std::min(row, static_cast<int>(m_month.hours.size()) - 1));
    Selection chosen = selection();
    chosen.hour = hour->first;
    if (column > 0) {
        chosen.weekday = column;
    }
    Q_EMIT reportWanted(ReportKind::Tickets, m_first, m_first.addMonths(1).addDays(-1), chosen);
}

/// What belongs to a month only goes while years are shown.
void MonthPage::showPeriod(bool years)
{
    m_years->setWords(years ? tr("Month") : tr("Ten years"));
    m_calendars->setCurrentWidget(years ? static_cast<QWidget *>(m_yearsCalendar) : m_calendar);
    m_calendarTitle->present(tr("Numbers per day"), years ? tr("choose a day for its month")
                                                          : tr("choose a day for its sheet"));
    m_hoursCard->setVisible(!years);
    for (DeskCombo *combo : {m_procedure, m_counter, m_end}) {
        combo->setVisible(!years);
    }
    m_spare->setVisible(years);
    setFocusProxy(years ? static_cast<QWidget *>(m_yearsCalendar) : m_calendar);
}

void MonthPage::setTrouble(const QString &words)
{
    m_detail->setText(words);
    m_detail->setColor("status.warn.text"_L1);
}

void MonthPage::presentYears(const BranchYears &years)
{
    if (!m_showsYears) {
        return; // a month was asked for since
    }
    m_shownYears = years;
    const int last = years.days.empty()
                         ? years.today.year()
                         : std::max(years.today.year(), years.days.back().date.year());
    m_title->setText(tr("Years %1–%2").arg(years.first.year()).arg(last));
    m_detail->setColor("text.secondary"_L1);
    m_detail->setText(
        years.branch.in(m_look.language) + u" · "_s
        + tr("%n working day(s)", nullptr, static_cast<int>(years.days.size()))
        + (years.notKept == 0
               ? QString()
               : u" · "_s + tr("%n more still to be counted", nullptr, years.notKept)));
    m_yearsCalendar->present(years);
    DailyCount sum;
    const DailyCount *busiest = nullptr;
    for (const DailyCount &day : years.days) {
        sum += day;
        busiest = !busiest || day.issued > busiest->issued ? &day : busiest;
    }
    const auto of = [&sum](Outcome outcome) {
        return sum.intakes.at(static_cast<size_t>(outcome));
    };
    const int recorded = of(Outcome::Accepted) + of(Outcome::Supplement) + of(Outcome::Refused);
    const auto share = [](int part, int whole) {
        return whole == 0 ? u"–"_s : QString::number(qRound(100.0 * part / whole));
    };
    m_tiles[Issued]->present(
        {.label = tr("Numbers given"), .value = countText(sum.issued, m_look.language)});
    m_tiles[Accepted]->present({.label = tr("Accepted", "tile"),
                                .value = countText(of(Outcome::Accepted), m_look.language)});
    m_tiles[Supplement]->present({.label = tr("To supplement"),
                                  .value = share(of(Outcome::Supplement), recorded),
                                  .unit = recorded == 0 ? QString() : u"%"_s,
                                  .detail = countText(of(Outcome::Supplement), m_look.language)});
    m_tiles[AverageWait]->present({.label = tr("Average wait"),
                                   .value = waitMinutes(sum.waitAverage()),
                                   .unit = sum.waits == 0 ? QString() : tr("min")});
    m_tiles[LongestWait]->present({.label = tr("No-show"),
                                   .value = share(sum.noShow, sum.issued),
                                   .unit = sum.issued == 0 ? QString() : u"%"_s,
                                   .detail = countText(sum.noShow, m_look.language)});
    m_busiestOfYears = busiest ? busiest->date : QDate();
    m_tiles[Busiest]->present(
        {.label = tr("Busiest day"),
         .value = busiest ? QString::number(busiest->issued) : u"–"_s,
         .detail = busiest ? busiest->date.toString(u"dd/MM/yyyy"_s) : QString()});
    presentSatisfaction({}); // kept by the month
    showPeriod(true);
    fit();
}

void MonthPage::present(const BranchMonth &month)
{
    if (m_showsYears) {
        return; // years were asked for since
    }
    m_month = month;
    m_first = month.first;
    showPeriod(false);
    m_title->setText(tr("Month %1").arg(month.first.toString(u"MM/yyyy"_s)));
    m_detail->setColor("text.secondary"_L1);
    m_detail->setText(month.branch.in(m_look.language) + u" · "_s
                      + tr("%n working day(s)", nullptr, month.openedDays()));
    presentTiles(month);
    m_calendar->present(month);
    presentHours(month);
    presentOthers(month);
    fit();
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
    m_tiles[Issued]->present(
        {.label = tr("Numbers given"),
         .value = countText(month.total.issued, m_look.language),
         .detail = comparison(month.total.issued, month.issuedBefore, before, m_look.language)});
    const bool hasVisits = month.selection.countsVisits();
    m_tiles[Accepted]->present(
        {.label = tr("Accepted", "tile"),
         .value = hasVisits ? countText(accepted, m_look.language) : u"–"_s,
         .detail = comparison(accepted, month.acceptedBefore, before, m_look.language)});
    m_tiles[Supplement]->present(
        {.label = tr("To supplement"),
         .value = recorded == 0 ? u"–"_s : QString::number(qRound(100.0 * supplement / recorded)),
         .unit = recorded == 0 ? QString() : u"%"_s,
         .detail = hasVisits ? tr("%1 of %2").arg(supplement).arg(recorded) : QString()});
    presentWaits(*m_tiles[AverageWait], *m_tiles[LongestWait],
                 {.average = month.total.waitAverage,
                  .median = month.total.waitMedian,
                  .ninetieth = month.total.waitNinetieth,
                  .longest = month.total.waitLongest});
    const MonthDay *busiest = month.busiest();
    const QString weekday = busiest ? weekdayAtFront(busiest->date, m_look.language) : QString();
    m_tiles[Busiest]->present(
        {.label = tr("Busiest day"),
         .value = busiest ? QString::number(busiest->issued) : u"–"_s,
         .detail = busiest ? weekday + u' ' + busiest->date.toString(u"dd/MM"_s) : QString()});
    presentSatisfaction(month.ratings);
}

void MonthPage::presentSatisfaction(const Satisfaction &ratings)
{
    const auto share = ratings.satisfiedShare();
    m_hasRatings = share.has_value();
    m_tiles[Satisfied]->present({.label = tr("Satisfied"),
                                 .value = shareText(share, m_look.language).remove(u'%').trimmed(),
                                 .unit = share ? u"%"_s : QString(),
                                 .detail = tr("%n rating(s)", nullptr, ratings.ratings())});
}

void MonthPage::fit()
{
    int needed = m_look.px(Gutter) * static_cast<int>(m_tiles.size() - 1);
    for (const FigureTile *tile : m_tiles) {
        needed += tile->minimumSizeHint().width();
    }
    const bool fits = needed <= width() - 2 * m_look.px(22);
    m_tiles[Satisfied]->setVisible(m_hasRatings);
    m_tiles[Busiest]->setVisible(!m_hasRatings || fits);
    const int spare = width() - 2 * m_look.px(22) - m_look.px(Gutter) - 2 * m_look.px(16)
                      - m_calendar->minimumSizeHint().width();
    const int wanted = qMax(m_hoursCard->minimumSizeHint().width(),
                            m_others->minimumSizeHint().width()
                                + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_hoursCard->setMinimumWidth(!m_othersArea->isHidden() && wanted <= spare ? wanted : 0);
}

void MonthPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
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

/// Load, not people: who has taken in most comes first, one's own branch in its place among them.
void MonthPage::presentOthers(const BranchMonth &month)
{
    const auto accepted = static_cast<size_t>(Outcome::Accepted);
    const OtherBranch own{.name = month.branch,
                          .days = month.openedDays(),
                          .issued = month.total.issued,
                          .accepted = month.total.intakes.at(accepted),
                          .waitAverage = month.total.waitAverage};
    std::vector<OtherBranch> all = month.others;
    const auto after =
        std::ranges::lower_bound(all, own.accepted, std::greater(), &OtherBranch::accepted);
    const auto ownPlace = after - all.begin();
    all.insert(after, own);
    const int most = std::max(1, all.front().accepted);
    int sum = 0;
    std::vector<FigureTable::Row> rows;
    rows.reserve(all.size());
    for (const OtherBranch &one : all) {
        const bool isOwn = std::ssize(rows) == ownPlace;
        sum += one.accepted;
        rows.push_back({{.text = one.name.in(m_look.language), .isBold = isOwn},
                        {.bar = static_cast<double>(one.accepted) / most, .isBold = isOwn},
                        {.text = countText(one.accepted, m_look.language), .isBold = true},
                        {.text = waitMinutes(one.waitAverage), .isBold = isOwn},
                        {.text = QString::number(one.days), .isBold = isOwn}});
    }
    const bool hasOthers = !month.others.empty();
    m_othersTitle->present(
        tr("%n branches", nullptr, static_cast<int>(all.size())),
        tr("accepted in %1 · waits in min").arg(month.first.toString(u"M/yyyy"_s)));
    m_othersTitle->setVisible(hasOthers);
    m_othersArea->setVisible(hasOthers);
    m_others->present({{tr("Branch"), false}, {}, {tr("Dossiers")}, {tr("Avg wait")}, {tr("Days")}},
                      std::move(rows),
                      {{.text = tr("All that came"), .isBold = true},
                       {},
                       {.text = countText(sum, m_look.language), .isBold = true},
                       {},
                       {}});
    m_others->setMinimumWidth(m_others->minimumSizeHint().width());
}

} // namespace motcua
