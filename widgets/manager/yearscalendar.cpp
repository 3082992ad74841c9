// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/yearscalendar.h"

#include "counter/deskparts.h"
#include "manager/heatcalendar.h"
#include "manager/managertexts.h"
#include "shared/focusring.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int DaysInWeek = 7;
constexpr int Weeks = 54; // a year can touch so many
constexpr int LabelWidth = 48;
constexpr int FootHeight = 56; // the legend, and the words of a day
constexpr int DayHeight = 26;
constexpr int BandGap = 4;
constexpr int LowestBand = 21; // three pixels a day
constexpr int HighestBand = 110;

} // namespace

YearsCalendar::YearsCalendar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setFocusRadius(*this, look.px(8));
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Numbers given each day of the years"));
}

void YearsCalendar::present(const BranchYears &years)
{
    m_years = years;
    m_count = std::max(years.first.year(), years.today.year()) - years.first.year() + 1;
    if (!years.days.empty()) {
        m_count = std::max(m_count, years.days.back().date.year() - years.first.year() + 1);
    }
    int busiest = 0;
    for (const DailyCount &day : years.days) {
        busiest = std::max(busiest, day.issued);
    }
    m_steps = BranchMonth::stepsFor(busiest);
    const QDate end(years.first.year() + m_count, 1, 1);
    m_places.assign(static_cast<size_t>(years.first.daysTo(end)), -1);
    for (size_t i = 0; i < years.days.size(); ++i) {
        m_places.at(static_cast<size_t>(years.first.daysTo(years.days[i].date))) =
            static_cast<int>(i);
    }
    choose(m_chosen >= years.first && m_chosen < end ? m_chosen
                                                     : std::min(years.today, end.addDays(-1)));
}

QSize YearsCalendar::minimumSizeHint() const
{
    return {m_look.px(620), m_look.px(FootHeight + std::max(1, m_count) * (LowestBand + BandGap))};
}

double YearsCalendar::bandHeight() const
{
    const double room = height() - m_look.px(FootHeight);
    return std::clamp<double>(room / std::max(1, m_count) - m_look.px(BandGap),
                              m_look.px(LowestBand), m_look.px(HighestBand));
}

QRectF YearsCalendar::cellOf(const QDate &day) const
{
    const double band = bandHeight();
    const double top = (day.year() - m_years.first.year()) * (band + m_look.px(BandGap));
    const int before = QDate(day.year(), 1, 1).dayOfWeek() - 1;
    const int week = (before + day.dayOfYear() - 1) / DaysInWeek;
    const double across = (width() - m_look.px(LabelWidth)) / double{Weeks};
    const double down = band / DaysInWeek;
    return {m_look.px(LabelWidth) + week * across, top + (day.dayOfWeek() - 1) * down, across - 1,
            down - 1};
}

const DailyCount *YearsCalendar::countOf(const QDate &day) const
{
    const auto offset = m_years.first.daysTo(day);
    if (offset < 0 || offset >= std::ssize(m_places)) {
        return nullptr;
    }
    const int place = m_places[static_cast<size_t>(offset)];
    return place < 0 ? nullptr : &m_years.days[static_cast<size_t>(place)];
}

QString YearsCalendar::wordsOf(const QDate &day) const
{
    const QString weekday = weekdayAtFront(day, m_look.language);
    const QString date = day.toString(u"dd/MM/yyyy"_s);
    const DailyCount *count = countOf(day);
    if (!count) {
        return tr("%1 %2: closed").arg(weekday, date);
    }
    QStringList words{tr("%1 %2: %n number(s)", nullptr, count->issued).arg(weekday, date),
                      tr("%1 served").arg(count->served)};
    if (const auto average = count->waitAverage()) {
        words.append(tr("average wait %1 min").arg(waitMinutes(average)));
    }
    const int accepted = count->intakes.at(static_cast<size_t>(Outcome::Accepted));
    words.append(tr("%1 dossiers accepted").arg(accepted));
    return words.join(u" · "_s);
}

void YearsCalendar::choose(const QDate &day)
{
    if (m_places.empty()) {
        return;
    }
    const QDate last = m_years.first.addDays(std::ssize(m_places) - 1);
    m_chosen = std::clamp(day, m_years.first, last);
    setAccessibleDescription(wordsOf(m_chosen));
    update();
}

std::optional<QDate> YearsCalendar::dayAt(const QPointF &place) const
{
    const int year = static_cast<int>(place.y() / (bandHeight() + m_look.px(BandGap)));
    if (year < 0 || year >= m_count || place.x() < m_look.px(LabelWidth)) {
        return std::nullopt;
    }
    const QDate first(m_years.first.year() + year, 1, 1);
    for (QDate day = first; day.year() == first.year(); day = day.addDays(1)) {
        if (cellOf(day).adjusted(0, 0, 1, 1).contains(place)) {
            return day;
        }
    }
    return std::nullopt;
}

void YearsCalendar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_chosen.addDays(-DaysInWeek));
        break;
    case Qt::Key_Right:
        choose(m_chosen.addDays(DaysInWeek));
        break;
    case Qt::Key_Up:
        choose(m_chosen.addDays(-1));
        break;
    case Qt::Key_Down:
        choose(m_chosen.addDays(1));
        break;
    case Qt::Key_Home:
        choose(m_years.first);
        break;
    case Qt::Key_End:
        choose(m_years.today);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT monthChosen(m_chosen);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void YearsCalendar::mouseMoveEvent(QMouseEvent *event)
{
    if (const auto day = dayAt(event->position())) {
        choose(*day);
    }
}

void YearsCalendar::mouseReleaseEvent(QMouseEvent *event)
{
    if (const auto day = dayAt(event->position())) {
        choose(*day);
        Q_EMIT monthChosen(*day);
    }
}

void YearsCalendar::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void YearsCalendar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool isContrast = m_look.palette == Palette::HighContrast;
    const QColor sunken = m_look.color("surface.sunken"_L1);
    const TextStyle label = textStyle(m_look, "desk.label"_L1, "text.secondary"_L1);
    for (int year = 0; year < m_count; ++year) {
        const QDate first(m_years.first.year() + year, 1, 1);
        paintText(painter,
                  QRectF(0, year * (bandHeight() + m_look.px(BandGap)), m_look.px(LabelWidth - 6),
                         bandHeight()),
                  QString::number(first.year()), label, Qt::AlignLeft | Qt::AlignVCenter);
        for (QDate day = first; day.year() == first.year() && day <= m_years.today;
             day = day.addDays(1)) {
            const DailyCount *count = countOf(day);
            const QRectF cell = cellOf(day);
            if (count) {
                paintHeat(painter, cell, m_look, BranchMonth::stepOf(count->issued, m_steps),
                          std::ssize(m_steps));
            } else {
                painter.fillRect(cell, isContrast ? m_look.color("surface.card"_L1) : sunken);
            }
        }
    }
    if (m_chosen.isValid()) {
        painter.setPen(QPen(m_look.color("action.call"_L1), m_look.px(2)));
        painter.drawRect(cellOf(m_chosen).adjusted(-1, -1, 1, 1));
        const TextStyle words = textStyle(m_look, "desk.body"_L1, "text.primary"_L1);
        paintElided(painter,
                    QRectF(0, height() - m_look.px(DayHeight), width(), m_look.px(DayHeight)),
                    wordsOf(m_chosen), words);
    }
    paintHeatLegend(painter,
                    QRectF(0, height() - m_look.px(FootHeight - 4), width(),
                           m_look.px(FootHeight - 4 - DayHeight)),
                    m_look, m_steps);
}

} // namespace motcua
