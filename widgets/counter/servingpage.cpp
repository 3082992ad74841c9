// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/servingpage.h"

#include "counter/branchcolumn.h"
#include "counter/counteractions.h"
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
        const double heldHeight =
            m_held.empty() ? 0 : title + row * static_cast<double>(qMin<size_t>(m_held.size(), 2));
        double top = paintTitle(painter, 0, ServingPage::tr("Next"), m_nextSmall, false);
        for (const Row &line : m_next) {
            if (top + row > height() - heldHeight) {
                break;
            }
            top = paintRow(painter, top, line);
        }
        if (m_held.empty()) {
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

/// Facts in boxes, as the fields of the form that comes.
class FactGrid : public QWidget
{
public:
    struct Fact
    {
        QString label;
        QString value;
        int span; ///< twelfths

        friend bool operator==(const Fact &, const Fact &) = default;
    };

    FactGrid(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
    }

    void present(std::vector<Fact> facts)
    {
        if (facts == m_facts) {
            return;
        }
        m_facts = std::move(facts);
        QStringList told;
        int twelfths = 0;
        for (const Fact &fact : m_facts) {
            told.append(fact.label + u": "_s + fact.value);
            twelfths += fact.span;
        }
        setAccessibleName(told.join(u"; "_s));
        setFixedHeight((twelfths + 11) / 12 * m_look.px(59) - m_look.px(7) + m_look.px(Guard));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const double gap = m_look.px(12);
        const double twelfth = (width() + gap) / 12.0;
        const TextStyle label = textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1);
        const TextStyle value = textStyle(m_look, "desk.input"_L1, "text.primary"_L1);
        int at = 0;
        for (const Fact &fact : m_facts) {
            const double left = at % 12 * twelfth;
            const int row = at / 12;
            const double top = row * m_look.px(59) + m_look.px(Guard);
            const double wide = fact.span * twelfth - gap;
            paintElided(painter, QRectF(left, top, wide, m_look.px(18)), fact.label, label);
            const QRectF box(left, top + m_look.px(18), wide, m_look.px(34));
            paintBox(painter, box, m_look.color("surface.readFromChip"_L1),
                     m_look.color("border.readFromChip"_L1), 1.5 * m_look.scale,
                     m_look.px(designNumber("radius.input"_L1)));
            paintElided(painter, box.adjusted(m_look.px(10), 0, -m_look.px(10), 0), fact.value,
                        value);
            at += fact.span;
        }
    }

private:
    static constexpr int Guard = 3; ///< stacked accents reach above the line

    Look m_look;
    std::vector<Fact> m_facts;
};

/// What the procedure asks for, to check against the papers on the desk.
class DocumentList : public QWidget
{
public:
    DocumentList(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
    }

    void present(const std::vector<ProcedureDocument> &documents)
    {
        if (documents != m_documents) {
            m_documents = documents;
            QStringList told;
            for (const ProcedureDocument &document : documents) {
                told.append(document.name);
            }
            setAccessibleName(told.join(u"; "_s));
            layOut();
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_documents.empty(); }

protected:
    void resizeEvent(QResizeEvent *) override { layOut(); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintBox(painter, rect(), m_look.color("surface.card"_L1),
                 m_look.color("border.hairline"_L1), 1, m_look.px(8));
        const TextStyle head =
            weighted(textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1), QFont::Medium);
        const double headHeight = m_look.px(30);
        const double edge = m_look.px(14);
        paintElided(painter, QRectF(edge, 0, nameWidth(), headHeight), ServingPage::tr("Document"),
                    head);
        paintCell(painter, 0, headHeight, 1, ServingPage::tr("Originals"), head);
        paintCell(painter, 0, headHeight, 0, ServingPage::tr("Copies"), head);
        double top = headHeight;
        const QRectF shown = visibleRegion().boundingRect();
        for (const ProcedureDocument &document : m_documents) {
            const Paragraph name = paragraph(document);
            const double height = name.height(nameWidth()) + m_look.px(10);
            painter.fillRect(QRectF(1, top, width() - 2, 1), rowLine(m_look));
            if (top + height > shown.bottom() + 1 || top < shown.top()) {
                top += height;
                continue; // half a line is not readable
            }
            name.paint(painter, QRectF(edge, top + m_look.px(5), nameWidth(), height));
            const auto count = [](int n) { return n == 0 ? u"–"_s : QString::number(n); };
            paintCell(painter, top, m_look.px(30), 1, count(document.originals), name.style);
            paintCell(painter, top, m_look.px(30), 0, count(document.copies), name.style);
            top += height;
        }
    }

private:
    [[nodiscard]] double nameWidth() const { return width() - m_look.px(14 + 160); }

    void paintCell(QPainter &painter, double top, double height, int fromRight, const QString &text,
                   const TextStyle &style) const
    {
        const double cell = m_look.px(74);
        paintElided(painter,
                    QRectF(width() - m_look.px(14) - cell * (fromRight + 1), top, cell, height),
                    text, style, Qt::AlignRight | Qt::AlignVCenter);
    }

    [[nodiscard]] Paragraph paragraph(const ProcedureDocument &document) const
    {
        QString text = document.name;
        if (!document.required) {
            text += u" ("_s + ServingPage::tr("if it applies") + u')';
        }
        return {.text = text,
                .style =
                    textStyle(m_look, "desk.body"_L1,
                              document.required ? "text.primary"_L1 : "text.tertiaryDeskOnly"_L1)};
    }

    void layOut()
    {
        double height = m_look.px(30) + 1;
        for (const ProcedureDocument &document : m_documents) {
            height += paragraph(document).height(nameWidth()) + m_look.px(10);
        }
        setFixedHeight(qRound(height));
        update();
    }

    Look m_look;
    std::vector<ProcedureDocument> m_documents;
};

static ParagraphLabel *paragraph(const Look &look, QLatin1StringView type, QLatin1StringView color,
                                 QWidget *parent)
{
    return new ParagraphLabel(look, type, color, parent);
}

/// A numbered step, as in the form that comes.
class StepTitle : public QWidget
{
public:
    StepTitle(const Look &look, int step, QString text, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
        , m_step(step)
        , m_text(std::move(text))
    {
        setFixedHeight(look.px(24));
        setAccessibleName(m_text);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const double side = m_look.px(22);
        const QRectF badge(0, (height() - side) / 2, side, side);
        paintBox(painter, badge, m_look.color("action.primary"_L1), Qt::transparent, 0, side / 2);
        const TextStyle digit{.font = deskFont(m_look, 13, QFont::Bold),
                              .line = m_look.px(18),
                              .color = m_look.color("action.primaryText"_L1)};
        paintText(painter, badge, QString::number(m_step), digit, Qt::AlignCenter);
        paintElided(painter,
                    QRectF(side + m_look.px(10), 0, width() - side - m_look.px(10), height()),
                    m_text, textStyle(m_look, "desk.panelTitle"_L1, "text.primary"_L1));
    }

private:
    Look m_look;
    int m_step;
    QString m_text;
};

ServingPage::ServingPage(const Look &look, CounterActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_actions(actions)
    , m_columns(new QHBoxLayout(this))
{
    const int gutter = look.px(designNumber("space.deskGutter"_L1));
    const int margin = look.px(designNumber("space.deskMargin"_L1));
    m_columns->setContentsMargins(margin, gutter, margin, gutter);
    m_columns->setSpacing(gutter);

    auto *left = new QWidget(this);
    left->setFixedWidth(look.px(264));
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(gutter);
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
    leftColumn->addWidget(now);
    m_nextCard = new Card(look, left);
    auto *nextColumn = new QVBoxLayout(m_nextCard);
    nextColumn->setContentsMargins(1, 1, 1, 1);
    m_next = new NextList(look, m_nextCard);
    nextColumn->addWidget(m_next);
    leftColumn->addWidget(m_nextCard, 1);

    auto *middle = new Card(look, this);
    auto *middleOuter = new QVBoxLayout(middle);
    middleOuter->setContentsMargins(1, look.px(10), 1, look.px(10));
    auto *scroll = new QScrollArea(middle);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    middleOuter->addWidget(scroll);
    auto *inside = new QWidget(scroll);
    auto *form = new QVBoxLayout(inside);
    form->setContentsMargins(look.px(18), 0, look.px(18), 0);
    form->setSpacing(look.px(8));

    form->addWidget(new StepTitle(look, 1, tr("The visit"), inside));
    m_facts = new FactGrid(look, inside);
    form->addWidget(m_facts);
    auto *startRow = new QHBoxLayout;
    startRow->setSpacing(look.px(12));
    m_start = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Normal, inside);
    m_start->setObjectName(u"startButton"_s);
    m_start->setIconName("user"_L1);
    m_start->setKeycap(u"Enter"_s);
    m_start->setFixedHeight(look.px(42));
    m_start->guardAgainstHaste();
    bindButton(*m_start, actions.start);
    startRow->addWidget(m_start);
    m_started = paragraph(look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1, inside);
    startRow->addWidget(m_started, 1, Qt::AlignVCenter);
    form->addLayout(startRow);

    form->addSpacing(look.px(4));
    form->addWidget(new StepTitle(look, 2, tr("Procedure"), inside));
    auto *procedureRow = new QHBoxLayout;
    m_procedureName = new DeskLabel(look, "desk.input"_L1, "text.primary"_L1, inside);
    m_limit = new DeskLabel(look, "desk.body"_L1, "text.tertiaryDeskOnly"_L1, inside);
    procedureRow->addWidget(m_procedureName, 1);
    procedureRow->addWidget(m_limit);
    form->addLayout(procedureRow);

    form->addSpacing(look.px(4));
    form->addWidget(new StepTitle(look, 3, tr("Documents"), inside));
    m_documents = new DocumentList(look, inside);
    form->addWidget(m_documents);
    m_noDocuments = paragraph(look, "desk.body"_L1, "text.secondary"_L1, inside);
    form->addWidget(m_noDocuments);
    form->addStretch();

    auto *noteCard = new Card(look, middle);
    noteCard->setSurface(look.color("status.info.fill"_L1), Qt::transparent, 8, 0);
    auto *noteColumn = new QVBoxLayout(noteCard);
    noteColumn->setContentsMargins(look.px(14), look.px(10), look.px(14), look.px(10));
    m_note = paragraph(look, "desk.body"_L1, "status.info.text"_L1, noteCard);
    m_note->setText(tr("The form that records an intake here comes with the next version. Until "
                       "then record the file in the software you use now; here F9 ends the "
                       "visit."));
    noteColumn->addWidget(m_note);
    auto *noteRow = new QHBoxLayout;
    noteRow->setContentsMargins(look.px(18), look.px(8), look.px(18), 0);
    noteRow->addWidget(noteCard);
    middleOuter->addLayout(noteRow);
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false);

    m_right = new QWidget(this);
    m_right->setFixedWidth(look.px(296));
    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    m_groups = new GroupsPanel(look, m_right);
    right->addWidget(m_groups);
    right->addStretch();

    m_columns->addWidget(left);
    m_columns->addWidget(middle, 1);
    m_columns->addWidget(m_right);
}

void ServingPage::focusFirst()
{
    m_start->setFocus(Qt::OtherFocusReason);
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
    m_taken->setText(
        tr("Ticket taken %1 · waited %2").arg(view.clock(current.ticket.arrivedAt), waited));
    m_taken->setEmphasis(waited, QFont::DemiBold, "text.onBrand"_L1);
    m_priority->setText(current.ticket.priority.isEmpty() ? tr("No priority claimed")
                                                          : view.in(current.ticket.priorityName));

    std::vector<NextList::Row> next;
    for (const WaitingTicket &ticket : overview.mine) {
        NextList::Row row{.ticket = ticket.ticket,
                          .text = procedureText(ticket, view),
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

/// "3 ngày làm việc", empty when the limit is not known.
static QString limitText(const Procedure &procedure)
{
    if (procedure.cases.empty() || !procedure.cases.front().limit) {
        return {};
    }
    const Limit &limit = *procedure.cases.front().limit;
    switch (limit.kind) {
    case LimitKind::WorkingDays:
        return ServingPage::tr("%n working day(s)", nullptr, limit.value);
    case LimitKind::CalendarDays:
        return ServingPage::tr("%n day(s)", nullptr, limit.value);
    case LimitKind::WorkingHours:
        return ServingPage::tr("%n working hour(s)", nullptr, limit.value);
    case LimitKind::SameDay:
        break;
    }
    return ServingPage::tr("Same day");
}

void ServingPage::presentVisit(const CounterView &view)
{
    const CurrentTicket &current = *view.overview.current;
    const WaitingTicket &ticket = current.ticket;
    const GroupLoad *group = view.group(ticket.group);
    const QString groupName = group ? view.in(group->group.name) : ticket.group;
    m_facts->present(
        {{tr("Group"), ticket.group + u" · "_s + groupName, 5},
         {tr("Number taken"), takenText(ticket, view), 7},
         {tr("Priority"),
          ticket.priority.isEmpty() ? tr("None claimed") : view.in(ticket.priorityName), 5},
         {tr("Appointment"), ticket.bookedFor == 0 ? tr("None") : view.clock(ticket.bookedFor), 3},
         {tr("Called"),
          tr("%1, %n time(s)", nullptr, ticket.calls).arg(view.clock(current.calledAt)), 4}});
    const bool called = current.state == LegState::Called;
    const bool startHadFocus = m_start->hasFocus();
    m_start->setVisible(called);
    m_started->setText(called
                           ? tr("Optional: it marks when the service begins. F9 alone is enough.")
                           : tr("Service began at %1.").arg(view.clock(current.startedAt)));
    if (startHadFocus && !called) {
        setFocus();
    } else if (called && hasFocus() && m_start->isEnabled()) { // the start was taken back
        m_start->setFocus(Qt::OtherFocusReason);
    }

    const Procedure *procedure = nullptr;
    for (const Procedure &candidate : view.catalogue.procedures) {
        if (!ticket.procedure.isEmpty() && candidate.code == ticket.procedure) {
            procedure = &candidate;
        }
    }
    m_procedureName->setText(ticket.procedure.isEmpty()
                                 ? tr("No procedure chosen")
                                 : ticket.procedure + u" · "_s + view.in(ticket.procedureName));
    m_limit->setText(procedure ? limitText(*procedure) : QString());
    m_documents->present(procedure && !procedure->cases.empty() ? procedure->cases.front().documents
                                                                : std::vector<ProcedureDocument>());
    m_documents->setVisible(!m_documents->isEmpty());
    m_noDocuments->setVisible(m_documents->isEmpty());
    m_noDocuments->setText(ticket.procedure.isEmpty()
                               ? tr("Ask what the citizen came for.")
                               : tr("The catalogue lists no documents for this procedure."));
}

void ServingPage::present(const CounterView &view)
{
    presentNow(view);
    presentVisit(view);
    m_groups->present(view);
    fit();
}

void ServingPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ServingPage::fit()
{
    m_right->setVisible(width() >= m_look.px(1280));
}

} // namespace motcua
