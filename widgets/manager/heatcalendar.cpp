// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manager/heatcalendar.h"

#include "counter/deskparts.h"
#include "manager/managertexts.h"
#include "shared/focusring.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int Columns = 8; // seven days and the week
constexpr int DaysInWeek = 7;
constexpr int HeadHeight = 30;
constexpr int Gap = 6;
constexpr int FootHeight = 34;

} // namespace

void paintHeat(QPainter &painter, const QRectF &cell, const Look &look, int step, qsizetype steps)
{
    if (look.palette == Palette::HighContrast) {
        const double part = (step + 1) / static_cast<double>(steps);
        painter.fillRect(QRectF(cell.left(), cell.top(), cell.width() * part, cell.height()),
                         look.color("text.primary"_L1));
        return;
    }
    const QByteArray token = "heat." + QByteArray::number(step);
    painter.fillRect(cell, look.color(QLatin1StringView(token)));
}

void paintHeatLegend(QPainter &painter, const QRectF &place, const Look &look,
                     std::span<const int> steps)
{
    const TextStyle style = textStyle(look, "desk.label"_L1, "text.secondary"_L1);
    const double box = look.px(18);
    const double gap = look.px(6);
    QStringList bounds;
    double needed = 0;
    for (size_t i = 0; i < steps.size(); ++i) {
        const bool isLast = i + 1 == steps.size();
        const int to = isLast ? 0 : steps[i + 1] - 1;
        bounds.append(isLast           ? HeatCalendar::tr("from %1").arg(steps[i])
                      : i == 0         ? HeatCalendar::tr("under %1").arg(to + 1)
                      : to == steps[i] ? QString::number(to)
                                       : u"%1–%2"_s.arg(steps[i]).arg(to));
        needed += box + textWidth(bounds.back(), style.font) + 3 * gap;
    }
    if (needed > place.width() || steps.size() < 2) {
        return;
    }
    double left = place.left();
    for (qsizetype i = 0; i < bounds.size(); ++i) {
        const QRectF square(left, place.center().y() - box / 2, box, box);
        paintHeat(painter, square, look, static_cast<int>(i), bounds.size());
        if (look.palette == Palette::HighContrast) {
            paintBox(painter, square, Qt::transparent, look.color("border.touch"_L1), look.px(1),
                     0);
        }
        left += box + gap;
        const double length = textWidth(bounds[i], style.font);
        paintText(painter, QRectF(left, place.top(), length, place.height()), bounds[i], style,
                  Qt::AlignLeft | Qt::AlignVCenter);
        left += length + 2 * gap;
    }
}

HeatCalendar::HeatCalendar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_picture(look, {})
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFocusRadius(*this, look.px(8));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Numbers given each day"));
}

void HeatCalendar::present(const BranchMonth &month)
{
    const bool isOther = month.first != m_picture.month().first;
    m_picture = MonthPicture(m_look, month);
    if (isOther) {
        const auto today = std::ranges::find(month.days, month.today, &MonthDay::date);
        m_chosen = today == month.days.end() ? 0 : static_cast<int>(today - month.days.begin());
    }
    choose(m_chosen);
}

QSize HeatCalendar::minimumSizeHint() const
{
    return {m_look.px(560), m_look.px(HeadHeight + FootHeight + 6 * 58)};
}

MonthPicture::MonthPicture(const Look &look, const BranchMonth &month)
    : m_look(look)
    , m_month(month)
{
    const MonthDay *busiest = month.busiest();
    m_steps = BranchMonth::stepsFor(busiest ? busiest->issued : 0, month.branches);
}

int MonthPicture::weeks() const
{
    return (offset() + static_cast<int>(m_month.days.size()) + DaysInWeek - 1) / DaysInWeek;
}

QRectF MonthPicture::dayCell(int index, const QSizeF &size) const
{
    const int place = offset() + index;
    return cellOf(place / DaysInWeek * Columns + place % DaysInWeek, size);
}

QRectF MonthPicture::cellOf(int place, const QSizeF &size) const
{
    const int row = place / Columns;
    const double gap = m_look.px(Gap);
    const double head = m_look.px(HeadHeight);
    const double cellWidth = (size.width() + gap) / double{Columns} - gap;
    const double cellHeight =
        (size.height() - head - m_look.px(FootHeight) + gap) / std::max(1, weeks()) - gap;
    return {(place % Columns) * (cellWidth + gap), head + row * (cellHeight + gap), cellWidth,
            cellHeight};
}

void HeatCalendar::choose(int day)
{
    if (m_picture.month().days.empty()) {
        return;
    }
    m_chosen = std::clamp(day, 0, static_cast<int>(m_picture.month().days.size()) - 1);
    const MonthDay &chosen = m_picture.month().days[static_cast<size_t>(m_chosen)];
    const QString weekday = weekdayAtFront(chosen.date, m_look.language);
    const QString date = chosen.date.toString(u"dd/MM/yyyy"_s);
    QString words = chosen.wasOpened
                        ? tr("%1 %2: %n number(s)", nullptr, chosen.issued).arg(weekday, date)
                    : chosen.isOffDay  ? tr("%1 %2: closed").arg(weekday, date)
                    : chosen.isMissing ? tr("%1 %2: not sent yet").arg(weekday, date)
                                       : tr("%1 %2: no figures").arg(weekday, date);
    if (chosen.isPartial) {
        words += u" · "_s + tr("the day was not closed when it came");
    }
    if (chosen.isFromSome) {
        words += u" · "_s + tr("not all branches have sent it");
    }
    if (const auto usual =
            m_picture.month().usual.at(static_cast<size_t>(chosen.date.dayOfWeek() - 1));
        usual && chosen.wasOpened) {
        words += u" · "_s
                 + tr("usual on a %1: %2")
                       .arg(weekdayInSentence(chosen.date, m_look.language))
                       .arg(*usual);
    }
    setAccessibleDescription(words);
    setToolTip(words);
    update();
}

void HeatCalendar::open()
{
    if (m_chosen < std::ssize(m_picture.month().days)
        && m_picture.month().days[static_cast<size_t>(m_chosen)].wasOpened) {
        Q_EMIT dayChosen(m_picture.month().days[static_cast<size_t>(m_chosen)].date);
    }
}

void HeatCalendar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_chosen - 1);
        break;
    case Qt::Key_Right:
        choose(m_chosen + 1);
        break;
    case Qt::Key_Up:
        choose(m_chosen - DaysInWeek);
        break;
    case Qt::Key_Down:
        choose(m_chosen + DaysInWeek);
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(static_cast<int>(m_picture.month().days.size()) - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        open();
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    Q_EMIT dayTold(accessibleDescription());
}

void HeatCalendar::mouseMoveEvent(QMouseEvent *event)
{
    if (const auto day = dayAt(event->position())) {
        choose(*day);
        Q_EMIT dayTold(accessibleDescription());
    }
}

std::optional<int> HeatCalendar::dayAt(const QPointF &point) const
{
    for (int i = 0; i < std::ssize(m_picture.month().days); ++i) {
        if (m_picture.dayCell(i, size()).contains(point)) {
            return i;
        }
    }
    return std::nullopt;
}

void HeatCalendar::mouseReleaseEvent(QMouseEvent *event)
{
    if (const auto day = dayAt(event->position())) {
        choose(*day);
        open();
    }
}

void HeatCalendar::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    Q_EMIT dayTold(accessibleDescription());
    update();
}

void MonthPicture::paintDay(QPainter &painter, const MonthDay &day, const QRectF &cell,
                            bool isChosen) const
{
    const bool isContrast = m_look.palette == Palette::HighContrast;
    const bool isToCome = day.date > m_month.today;
    const QString step = QString::number(BranchMonth::stepOf(day.issued, m_steps));
    const auto heat = [&](const QString &name) {
        return m_look.color(QLatin1StringView((name + step).toLatin1()));
    };
    const bool isHot = day.wasOpened && !isContrast;
    const QColor ink = isHot ? heat(u"heat.text"_s) : m_look.color("text.primary"_L1);
    const QColor fill = isHot      ? heat(u"heat."_s)
                        : isToCome ? m_look.color("surface.card"_L1)
                                   : m_look.color("surface.sunken"_L1);
    const QColor border = isContrast ? m_look.color("border.touch"_L1) : fill;
    paintBox(painter, cell, fill, border, isContrast ? m_look.px(1) : 0, m_look.px(7));
    if (isChosen) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_look.color("action.call"_L1), m_look.px(3)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell.adjusted(1.5, 1.5, -1.5, -1.5), m_look.px(7), m_look.px(7));
        painter.restore();
    }
    TextStyle small{
        .font = deskFont(m_look, 14, QFont::Medium), .line = m_look.px(18), .color = ink};
    const QRectF inside = cell.adjusted(m_look.px(9), m_look.px(6), -m_look.px(9), -m_look.px(6));
    paintText(painter, QRectF(inside.left(), inside.top(), inside.width(), m_look.px(18)),
              QString::number(day.date.day())
                  + (day.isReopened                    ? u"*"_s
                     : day.isPartial || day.isFromSome ? u" …"_s
                                                       : QString()),
              small);
    const auto atBottom = [&](const QString &text, const TextStyle &style) {
        const double line = style.line;
        paintText(painter, QRectF(inside.left(), inside.bottom() - line, inside.width(), line),
                  text, style, Qt::AlignRight | Qt::AlignVCenter);
    };
    const auto fits = [&inside](const QString &text, const TextStyle &style) {
        return textWidth(text, style.font) <= inside.width();
    };
    if (day.wasOpened) {
        constexpr int Largest = 22;
        constexpr int Smallest = 11;
        const QString number = QString::number(day.issued);
        TextStyle strong = small;
        // What the day's number leaves of a low cell.
        strong.line = std::clamp(static_cast<int>(inside.height()) - m_look.px(18),
                                 m_look.px(Smallest), m_look.px(28));
        const int highest =
            std::clamp(static_cast<int>(strong.line / m_look.scale), Smallest, Largest);
        for (int size = highest; size >= Smallest; --size) {
            strong.font = deskFont(m_look, size, QFont::Bold);
            if (fits(number, strong)) {
                break;
            }
        }
        atBottom(number, strong);
    } else if (day.isOffDay || day.isMissing) {
        const QString word =
            day.isOffDay ? HeatCalendar::tr("Closed") : HeatCalendar::tr("Not sent");
        // In a low cell it stands beside the day's number.
        const bool isLow = inside.height() < 2 * small.line;
        const int beside =
            isLow ? textWidth(QString::number(day.date.day()) + u' ', small.font) : 0;
        const bool hasRoom = textWidth(word, small.font) + beside <= inside.width();
        small.color = day.isOffDay ? small.color : m_look.color("status.warn.text"_L1);
        atBottom(hasRoom ? word : day.isOffDay ? u"–"_s : u"?"_s, small);
    }
}

void HeatCalendar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_picture.paint(painter, size(), hasFocus() ? m_chosen : -1);
}

void MonthPicture::paint(QPainter &painter, const QSizeF &size, int chosen) const
{
    const TextStyle head = textStyle(m_look, "desk.label"_L1, "text.secondary"_L1);
    for (int column = 0; column < Columns; ++column) {
        const QRectF cell = cellOf(column, size);
        const QString name =
            column == DaysInWeek ? HeatCalendar::tr("Week") : weekdayAbove(column + 1);
        paintText(painter, QRectF(cell.left(), 0, cell.width(), m_look.px(HeadHeight)), name, head,
                  Qt::AlignCenter);
    }
    std::vector<int> sums(static_cast<size_t>(weeks()), 0);
    std::vector<int> opened(sums);
    for (int i = 0; i < std::ssize(m_month.days); ++i) {
        const MonthDay &day = m_month.days[static_cast<size_t>(i)];
        const int place = offset() + i;
        sums.at(static_cast<size_t>(place / DaysInWeek)) += day.issued;
        opened.at(static_cast<size_t>(place / DaysInWeek)) += day.wasOpened ? 1 : 0;
        paintDay(painter, day, dayCell(i, size), i == chosen);
    }
    TextStyle sum{.font = deskFont(m_look, 16, QFont::Bold),
                  .line = m_look.px(22),
                  .color = m_look.color("text.secondary"_L1)};
    for (int week = 0; week < weeks(); ++week) {
        const QRectF cell = cellOf(week * Columns + DaysInWeek, size);
        const auto place = static_cast<size_t>(week);
        const QString text = opened[place] > 0 ? countText(sums[place], m_look.language) : u"–"_s;
        constexpr int Smallest = 11;
        for (int pixels = 16; textWidth(text, sum.font) > cell.width() && pixels > Smallest;
             --pixels) {
            sum.font = deskFont(m_look, pixels, QFont::Bold);
        }
        paintText(painter,
                  QRectF(cell.left(), cell.bottom() - m_look.px(30), cell.width(), m_look.px(22)),
                  text, sum, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (m_look.palette != Palette::HighContrast) { // the numbers stand in the days anyway
        paintHeatLegend(painter,
                        QRectF(0, size.height() - m_look.px(28), size.width(), m_look.px(22)),
                        m_look, m_steps);
    }
}

} // namespace motcua
