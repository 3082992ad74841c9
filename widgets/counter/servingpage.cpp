// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/servingpage.h"

#include "counter/counteractions.h"
#include "counter/countertexts.h"
#include "counter/intakeform.h"
#include "counter/todaypanel.h"
#include "shared/paragraphlabel.h"
#include "shared/ticketnumberlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr int LeftWidth = 264;

/// How long since the call, and how long it usually takes.
class TimerView : public QWidget
{
public:
    TimerView(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
        setObjectName(u"timer"_s);
        setFixedHeight(look.px(52));
    }

    void present(qint64 ms, const QString &usual, bool isLong)
    {
        const QString time = timerText(ms);
        if (time != m_time || usual != m_usual || isLong != m_long) {
            // A screen reader is told once a minute, not every second.
            if (m_time.isEmpty() || ms / 60'000 != m_toldMinute) {
                m_toldMinute = ms / 60'000;
                setAccessibleName(time);
            }
            m_time = time;
            m_usual = usual;
            m_long = isLong;
            setProperty("time", time);
            update();
        }
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintBox(painter, rect(), m_look.color("surface.brand"_L1), Qt::transparent, 0,
                 m_look.px(8));
        const TextStyle time =
            textStyle(m_look, "desk.timer"_L1, m_long ? "focus.inner"_L1 : "text.onBrand"_L1);
        const double left = m_look.px(12);
        const double width = textWidth(m_time, time.font);
        paintText(painter, QRectF(left, 0, width, height()), m_time, time);
        const Paragraph usual{.text = m_usual,
                              .style =
                                  textStyle(m_look, "desk.label"_L1, "text.onBrandSecondary"_L1),
                              .alignment = Qt::AlignLeft | Qt::AlignVCenter};
        const double rest = left + width + m_look.px(14);
        usual.paint(painter, QRectF(rest, 0, this->width() - rest - m_look.px(8), height()));
    }

private:
    Look m_look;
    QString m_time;
    QString m_usual;
    bool m_long = false;
    qint64 m_toldMinute = -1;
};

/// Who comes next and who was set aside: read only, as the idle page has the buttons.
class NextList : public QWidget
{
public:
    struct Row
    {
        TicketNumber ticket;
        QString text;
        QString value;
        QString tagIcon = {};
        bool booked = false;

        friend bool operator==(const Row &, const Row &) = default;
    };

    NextList(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
    }

    void present(const QString &nextSmall, std::vector<Row> next, const QString &heldSmall,
                 std::vector<Row> held)
    {
        m_nextSmall = nextSmall;
        m_heldSmall = heldSmall;
        m_next = std::move(next);
        m_held = std::move(held);
        QStringList told{ServingPage::tr("Next") + u' ' + nextSmall};
        for (const Row &row : m_next) {
            told.append(shownNumber(row.ticket) + u' ' + row.text);
        }
        setAccessibleName(told.join(u", "_s));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const double row = m_look.px(36);
        const double title = m_look.px(42);
        // Who is next comes first; those on hold need a place for one at least.
        const double wanted = title + row * static_cast<double>(qMin<size_t>(m_held.size(), 2));
        const double least = title + row * static_cast<double>(qMin<size_t>(m_next.size(), 2));
        const double left = height() - least;
        const bool showsHeld = !m_held.empty() && left >= title + row;
        const double heldHeight = showsHeld ? qMin(wanted, left) : 0;
        const QString small =
            showsHeld || m_held.empty()
                ? m_nextSmall
                : m_nextSmall + u" · "_s + ServingPage::tr("on hold: %1").arg(m_held.size());
        double top = paintTitle(painter, 0, ServingPage::tr("Next"), small, false);
        for (const Row &line : m_next) {
            if (top + row > height() - heldHeight) {
                break;
            }
            top = paintRow(painter, top, line);
        }
        if (!showsHeld) {
            return;
        }
        top = paintTitle(painter, top, ServingPage::tr("On hold"), m_heldSmall, true);
        for (const Row &line : m_held) {
            if (top + row > height()) {
                break;
            }
            top = paintRow(painter, top, line);
        }
    }

private:
    double paintTitle(QPainter &painter, double top, const QString &text, const QString &small,
                      bool rule) const
    {
        const double height = m_look.px(42);
        const double edge = m_look.px(16);
        if (rule) {
            painter.fillRect(QRectF(0, top, width(), 1), m_look.color("border.hairline"_L1));
        }
        const TextStyle style = textStyle(m_look, "desk.panelTitle"_L1, "text.primary"_L1);
        const double words = textWidth(text, style.font);
        paintText(painter, QRectF(edge, top, words, height), text, style);
        paintElided(painter,
                    QRectF(edge + words + m_look.px(8), top + 1,
                           width() - 2 * edge - words - m_look.px(8), height),
                    small, textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1));
        return top + height;
    }

    double paintRow(QPainter &painter, double top, const Row &row) const
    {
        const double height = m_look.px(36);
        const double edge = m_look.px(14);
        painter.fillRect(QRectF(0, top, width(), 1), rowLine(m_look));
        TextStyle number = textStyle(m_look, "desk.body"_L1, "text.primary"_L1);
        number.font = deskFont(m_look, 15, QFont::Bold);
        paintTicketNumber(painter, QRectF(edge, top, m_look.px(58), height), row.ticket, number);
        const TextStyle label = textStyle(m_look, "desk.label"_L1, "text.primary"_L1);
        const TextStyle value = textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1);
        double right = width() - edge;
        if (row.booked || !row.tagIcon.isEmpty()) {
            const QByteArray icon = row.tagIcon.toLatin1();
            const QSize size = tagSize(m_look, row.value, QLatin1StringView(icon));
            paintTag(painter, QRectF(right - size.width(), top, size.width(), height), m_look,
                     row.booked ? Tone::Info : Tone::Warn, row.value, QLatin1StringView(icon));
            right -= size.width();
        } else {
            const double wide = textWidth(row.value, value.font);
            paintText(painter, QRectF(right - wide, top, wide, height), row.value, value);
            right -= wide;
        }
        const double left = edge + m_look.px(66);
        paintElided(painter, QRectF(left, top, right - m_look.px(8) - left, height), row.text,
                    label);
        return top + height;
    }

    Look m_look;
    QString m_nextSmall;
    QString m_heldSmall;
    std::vector<Row> m_next;
    std::vector<Row> m_held;
};

static ParagraphLabel *paragraph(const Look &look, QLatin1StringView type, QLatin1StringView color,
                                 QWidget *parent)
{
    return new ParagraphLabel(look, type, color, parent);
}

ServingPage::ServingPage(const Look &look, CounterActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_columns(new QHBoxLayout(this))
{
    const int gutter = look.px(designNumber("space.deskGutter"_L1));
    const int margin = look.px(designNumber("space.deskMargin"_L1));
    m_columns->setContentsMargins(margin, gutter, margin, gutter);
    m_columns->setSpacing(gutter);

    auto *left = new QWidget(this);
    left->setFixedWidth(look.px(LeftWidth));
    m_leftColumn = new QVBoxLayout(left);
    m_leftColumn->setContentsMargins(0, 0, 0, 0);
    m_leftColumn->setSpacing(gutter);
    auto *now = new Card(look, left);
    now->setSurface(look.color("surface.brandRaised"_L1), Qt::transparent,
                    designNumber("radius.deskCard"_L1));
    auto *nowColumn = new QVBoxLayout(now);
    nowColumn->setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(16));
    nowColumn->setSpacing(0);
    auto *heads = new QHBoxLayout;
    m_state = new DeskLabel(look, "desk.body"_L1, "text.onBrandSecondary"_L1, now);
    m_calls = new DeskLabel(look, "desk.body"_L1, "text.onBrandSecondary"_L1, now);
    m_calls->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    heads->addWidget(m_state, 1);
    heads->addWidget(m_calls);
    nowColumn->addLayout(heads);
    m_number = new TicketNumberLabel(look, "desk.ticketServing"_L1, "text.onBrand"_L1, now);
    m_number->setObjectName(u"currentNumber"_s);
    nowColumn->addWidget(m_number);
    nowColumn->addSpacing(look.px(6));
    m_timer = new TimerView(look, now);
    nowColumn->addWidget(m_timer);
    nowColumn->addSpacing(look.px(10));
    m_procedure = paragraph(look, "desk.label"_L1, "text.onBrand"_L1, now);
    m_procedure->setWeight(QFont::DemiBold);
    m_taken = paragraph(look, "desk.label"_L1, "text.onBrandSecondary"_L1, now);
    m_priority = new DeskLabel(look, "desk.label"_L1, "text.onBrandSecondary"_L1, now);
    nowColumn->addWidget(m_procedure);
    nowColumn->addSpacing(look.px(3));
    nowColumn->addWidget(m_taken);
    nowColumn->addSpacing(look.px(3));
    nowColumn->addWidget(m_priority);
    m_leftColumn->addWidget(now);
    m_start = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Small, left);
    m_start->setObjectName(u"startButton"_s);
    m_start->setIconName("user"_L1);
    m_start->guardAgainstHaste();
    bindButton(*m_start, actions.start);
    m_leftColumn->addWidget(m_start);
    m_nextCard = new Card(look, left);
    auto *nextColumn = new QVBoxLayout(m_nextCard);
    nextColumn->setContentsMargins(1, 1, 1, 1);
    m_next = new NextList(look, m_nextCard);
    nextColumn->addWidget(m_next);
    m_leftColumn->addWidget(m_nextCard, 1);
    m_other = new DeskButton(look, DeskButton::Kind::Link, DeskButton::Size::Small, left);
    m_other->setObjectName(u"todayTab"_s);
    m_other->setLinkColor("text.primary"_L1);
    m_leftColumn->addWidget(m_other, 0, Qt::AlignLeft);
    connect(m_other, &QAbstractButton::clicked, this, [this] {
        m_showsToday = !m_showsToday;
        fit();
    });

    auto *middle = new Card(look, this);
    auto *middleOuter = new QVBoxLayout(middle);
    middleOuter->setContentsMargins(1, look.px(8), 1, look.px(8));
    m_form = new IntakeForm(look, actions, this);
    middleOuter->addWidget(m_form);

    m_today = new TodayPanel(look, this);
    m_columns->addWidget(left);
    m_columns->addWidget(middle, 1);
    // The form first; what was recorded, and the start, are needed more rarely.
    setTabOrder(m_form, m_today);
    setTabOrder(m_today, m_start);
}

void ServingPage::focusFirst()
{
    m_form->focusFirst();
}

void ServingPage::presentNow(const CounterView &view)
{
    const CounterOverview &overview = view.overview;
    const CurrentTicket &current = *overview.current;
    m_state->setText(tr("Serving"));
    m_calls->setText(tr("Called %n×", nullptr, current.ticket.calls));
    m_number->setNumber(current.ticket.ticket);
    const qint64 ms = current.presentMs(view.now);
    QString usual;
    bool isLong = false;
    constexpr int EnoughVisits = 3; // fewer say nothing of what is usual
    if (overview.day.served >= EnoughVisits && overview.day.averageServiceMs > 0) {
        const qint64 from = overview.day.averageServiceMs / 60'000;
        usual = tr("usually\n%1–%2 min").arg(from).arg(from + 1);
        isLong = static_cast<double>(ms) > designNumber("timing.desk.longServiceFactor"_L1)
                                               * static_cast<double>(overview.day.averageServiceMs);
    }
    m_timer->present(ms, usual, isLong);
    m_procedure->setText(procedureText(current.ticket, view));
    const QString waited = minutesText(current.ticket.queuedAt, current.firstCalledAt);
    const bool isKnown = current.ticket.arrivedAt != 0;
    QString taken =
        isKnown
            ? tr("Ticket taken %1 · waited %2").arg(view.clock(current.ticket.arrivedAt), waited)
            : takenText(current.ticket, view);
    if (current.ticket.bookedFor != 0) {
        taken += u'\n' + tr("Appointment %1").arg(view.clock(current.ticket.bookedFor));
    }
    m_taken->setText(taken);
    m_taken->setEmphasis(isKnown ? waited : QString(), QFont::DemiBold, "text.onBrand"_L1);
    m_hasPriority = !current.ticket.priority.isEmpty();
    m_priority->setText(m_hasPriority ? view.in(current.ticket.priorityName)
                                      : tr("No priority claimed"));

    std::vector<NextList::Row> next;
    for (const WaitingTicket &ticket : overview.mine) {
        NextList::Row row{.ticket = ticket.ticket,
                          .text = shortProcedureText(ticket.procedure, ticket.procedureName, view),
                          .value = minutesText(ticket.queuedAt, view.now)};
        if (ticket.bookedFor != 0) {
            row.booked = true;
            row.value = view.clock(ticket.bookedFor);
        } else if (!ticket.priority.isEmpty()) {
            row.tagIcon = priorityIcon(ticket.priority);
            row.value.clear();
        }
        next.push_back(std::move(row));
    }
    std::vector<NextList::Row> held;
    held.reserve(overview.held.size());
    for (const HeldTicket &ticket : overview.held) {
        held.push_back({.ticket = ticket.ticket.ticket,
                        .text = holdReasonText(ticket.reason),
                        .value = minutesText(ticket.since, view.now)});
    }
    const QString waiting = tr("%n waiting", nullptr, static_cast<int>(overview.mine.size()));
    const QString heldCount = tr("%n number(s)", nullptr, static_cast<int>(overview.held.size()));
    m_next->present(waiting, std::move(next), heldCount, std::move(held));
}

void ServingPage::present(const CounterView &view)
{
    presentNow(view);
    const bool called = view.overview.current->state == LegState::Called;
    if (!called && m_start->hasFocus()) {
        m_form->focusFirst();
    }
    m_start->setVisible(called);
    m_form->present(view);
    m_today->present(view);
    fit();
}

void ServingPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ServingPage::fit()
{
    // Below 1280 px of the design the right column is a tab of the left one.
    const bool narrow = width() < m_look.px(1280);
    if (narrow && m_leftColumn->indexOf(m_today) < 0) {
        m_leftColumn->insertWidget(m_leftColumn->indexOf(m_other), m_today, 1);
        m_today->setFixedWidth(m_look.px(LeftWidth));
    } else if (!narrow && m_columns->indexOf(m_today) < 0) {
        m_columns->addWidget(m_today);
        m_today->setFixedWidth(m_look.px(296));
    }
    // Where there is little room the lists have it.
    const bool isLow = height() < m_look.px(560);
    const bool showsToday = narrow && m_showsToday;
    m_priority->setVisible(m_hasPriority || !isLow);
    m_procedure->setVisible(!isLow || !showsToday);
    m_taken->setVisible(!isLow || !showsToday);
    m_other->setVisible(narrow);
    m_other->setWords(m_showsToday ? tr("Who is next") : tr("Today's intakes"));
    m_nextCard->setVisible(!showsToday);
    m_today->setVisible(!narrow || showsToday);
    m_today->setTotalsVisible(!isLow);
}

} // namespace motcua
