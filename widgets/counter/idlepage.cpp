// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/idlepage.h"

#include "core/daysummary.h"
#include "core/phrase.h"
#include "counter/branchcolumn.h"
#include "counter/counteractions.h"
#include "counter/countertexts.h"
#include "counter/queuepanel.h"
#include "counter/queuetable.h"
#include "shared/paragraphlabel.h"
#include "shared/ticketnumberlabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

/// Three figures side by side, each with its word.
class DayFigures : public QWidget
{
public:
    DayFigures(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
        setFixedHeight(look.px(68));
    }

    void present(const std::vector<std::pair<QString, QString>> &figures)
    {
        if (m_figures != figures) {
            m_figures = figures;
            QStringList told;
            for (const auto &[figure, word] : figures) {
                told.append(figure + u' ' + word);
            }
            setAccessibleName(told.join(u", "_s));
            update();
        }
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const double cell = (width() - m_look.px(12)) / 3.0;
        TextStyle figure = textStyle(m_look, "desk.tileNumber"_L1, "text.primary"_L1);
        figure.font = deskFont(m_look, 26, QFont::Bold);
        figure.line = m_look.px(36);
        const TextStyle word = textStyle(m_look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1);
        double left = m_look.px(6);
        for (size_t i = 0; i < m_figures.size(); ++i) {
            const double inner = left + m_look.px(10);
            if (i > 0) {
                painter.fillRect(QRectF(left, m_look.px(2), 1, m_look.px(54)),
                                 m_look.color("border.hairline"_L1));
            }
            paintText(painter, QRectF(inner, m_look.px(2), cell - m_look.px(12), figure.line),
                      m_figures[i].first, figure);
            paintElided(painter, QRectF(inner, m_look.px(38), cell - m_look.px(12), word.line),
                        m_figures[i].second, word);
            left += cell;
        }
    }

private:
    Look m_look;
    std::vector<std::pair<QString, QString>> m_figures;
};

namespace {

/// The green card of who is next. An ochre ring around its ochre button would not be seen: there is
/// a white one around both.
class NextCard : public Card
{
public:
    NextCard(const Look &look, QWidget *parent)
        : Card(look, parent)
    {
        connect(qApp, &QApplication::focusChanged, this, [this] { update(); });
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Card::paintEvent(event);
        const QWidget *focused = QApplication::focusWidget();
        if (focused && focused->parentWidget() == this) {
            const int ring = m_look.px(designNumber("focus.desk.ring"_L1));
            QPainter painter(this);
            paintBox(painter,
                     focused->geometry().adjusted(-2 * ring, -2 * ring, 2 * ring, 2 * ring),
                     Qt::transparent, m_look.color("text.onBrand"_L1), ring,
                     m_look.px(designNumber("radius.deskCard"_L1)) + 2 * ring);
        }
    }
};

/// The loudspeaker beside what it says.
class SpeakerMark : public QWidget
{
public:
    SpeakerMark(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
        setFixedSize(look.px(22), look.px(24));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_look, "speak"_L1, m_look.color("icon.action"_L1), 22);
    }

private:
    Look m_look;
};

} // namespace

IdlePage::IdlePage(const Look &look, CounterActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_actions(actions)
    , m_columns(new QHBoxLayout(this))
    , m_left(new QWidget(this))
    , m_right(new QWidget(this))
{
    const int gutter = look.px(designNumber("space.deskGutter"_L1));
    const int margin = look.px(designNumber("space.deskMargin"_L1));
    m_columns->setContentsMargins(margin, gutter, margin, gutter);
    m_columns->setSpacing(gutter);

    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(gutter);

    auto *next = new NextCard(look, m_left);
    next->setSurface(look.color("surface.brandRaised"_L1), Qt::transparent,
                     designNumber("radius.deskCard"_L1));
    auto *nextColumn = new QVBoxLayout(next);
    nextColumn->setContentsMargins(look.px(18), look.px(16), look.px(18), look.px(18));
    nextColumn->setSpacing(0);
    auto *heads = new QHBoxLayout;
    m_nextLabel = new DeskLabel(look, "desk.body"_L1, "text.onBrandSecondary"_L1, next);
    m_waited = new DeskLabel(look, "desk.body"_L1, "text.onBrandSecondary"_L1, next);
    m_waited->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    heads->addWidget(m_nextLabel, 1);
    heads->addWidget(m_waited);
    nextColumn->addLayout(heads);
    m_number = new TicketNumberLabel(look, "desk.ticketIdle"_L1, "text.onBrand"_L1, next);
    m_number->setObjectName(u"nextNumber"_s);
    nextColumn->addWidget(m_number);
    m_nobody = new DeskLabel(look, "desk.tileNumber"_L1, "text.onBrand"_L1, next);
    m_nobody->setObjectName(u"nobody"_s);
    m_nobody->setMinimumHeight(look.line("desk.ticketIdle"_L1));
    m_nobody->hide();
    nextColumn->addWidget(m_nobody);
    m_procedure = new DeskLabel(look, "desk.body"_L1, "text.onBrand"_L1, next);
    m_procedure->setSize(16, 24, QFont::DemiBold);
    nextColumn->addWidget(m_procedure);
    nextColumn->addSpacing(look.px(2));
    m_taken = new DeskLabel(look, "desk.body"_L1, "text.onBrandSecondary"_L1, next);
    nextColumn->addWidget(m_taken);
    nextColumn->addSpacing(look.px(14));
    m_call = new DeskButton(look, DeskButton::Kind::Call, DeskButton::Size::Large, next);
    m_call->setObjectName(u"callButton"_s);
    m_call->setIconName("call"_L1);
    m_call->setKeycap(u"F2"_s);
    bindButton(*m_call, actions.callNext, true);
    nextColumn->addWidget(m_call);
    m_back = new DeskButton(look, DeskButton::Kind::Call, DeskButton::Size::Large, next);
    m_back->setObjectName(u"backButton"_s);
    m_back->setKeycap(u"Ctrl+P"_s);
    bindButton(*m_back, actions.pause, true);
    m_back->hide();
    nextColumn->addWidget(m_back);
    left->addWidget(next);

    m_chosen = new DeskButton(look, DeskButton::Kind::Plain, DeskButton::Size::Normal, m_left);
    m_chosen->setObjectName(u"chosenButton"_s);
    m_chosen->setIconName("search"_L1);
    m_chosen->setKeycap(u"Ctrl+G"_s);
    m_chosen->setFixedHeight(look.px(46));
    bindButton(*m_chosen, actions.callChosen);
    left->addWidget(m_chosen);

    m_say = new Card(look, m_left);
    auto *say = new QHBoxLayout(m_say);
    say->setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12));
    say->setSpacing(look.px(12));
    say->addWidget(new SpeakerMark(look, m_say), 0, Qt::AlignTop);
    auto *sayColumn = new QVBoxLayout;
    sayColumn->setSpacing(0);
    m_sayLabel = new ParagraphLabel(look, "desk.label"_L1, "text.tertiaryDeskOnly"_L1, m_say);
    m_sayText = new ParagraphLabel(look, "desk.body"_L1, "text.primary"_L1, m_say);
    sayColumn->addWidget(m_sayLabel);
    sayColumn->addWidget(m_sayText);
    say->addLayout(sayColumn, 1);
    left->addWidget(m_say);

    m_day = new Card(look, m_left);
    auto *day = new QVBoxLayout(m_day);
    day->setContentsMargins(0, 0, 0, 0);
    day->setSpacing(0);
    m_dayTitle = new PanelTitle(look, false, m_day);
    day->addWidget(m_dayTitle);
    m_figures = new DayFigures(look, m_day);
    day->addWidget(m_figures);
    day->addStretch();
    auto *rule = new QWidget(m_day);
    rule->setObjectName(u"dayRule"_s);
    rule->setFixedHeight(1);
    rule->setAutoFillBackground(true);
    QPalette colors = rule->palette();
    colors.setColor(QPalette::Window, look.color("border.hairline"_L1));
    rule->setPalette(colors);
    day->addWidget(rule);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(look.px(16), look.px(11), look.px(16), look.px(11));
    m_dayFoot = new ParagraphLabel(look, "desk.label"_L1, "text.secondary"_L1, m_day);
    foot->addWidget(m_dayFoot);
    day->addLayout(foot);
    left->addWidget(m_day, 1);
    left->addStretch(0);

    m_queue = new QueuePanel(look, this);
    connect(m_queue, &QueuePanel::chosen, this, &IdlePage::chosen);

    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(gutter);
    m_groups = new GroupsPanel(look, m_right);
    right->addWidget(m_groups);
    m_aside = new AsidePanel(look, m_right);
    right->addWidget(m_aside, 1);
    connect(m_aside, &AsidePanel::resumeAsked, this, &IdlePage::resumeAsked);
    connect(m_aside, &AsidePanel::reinstateAsked, this, &IdlePage::reinstateAsked);

    m_columns->addWidget(m_left);
    m_columns->addWidget(m_queue, 1);
    m_columns->addWidget(m_right);
    // From the call to the table, then what is needed more rarely.
    setTabOrder(m_call, m_back);
    setTabOrder(m_back, &m_queue->mine());
    setTabOrder(&m_queue->mine(), &m_queue->branch());
    setTabOrder(&m_queue->branch(), m_chosen);
}

void IdlePage::focusFirst()
{
    QWidget *first = m_back->isVisibleTo(this) ? m_back : m_call;
    first->setFocus(Qt::OtherFocusReason);
    // Nobody waits: it takes the focus with the first arrival, unless that was moved meanwhile.
    m_callWanted = !first->isEnabled();
    m_parked = window()->focusWidget();
}

void IdlePage::presentNext(const CounterView &view)
{
    const CounterOverview &overview = view.overview;
    const bool onBreak = overview.presence == Presence::OnBreak;
    const bool next = !onBreak && !overview.mine.empty();
    m_number->setVisible(next);
    m_nobody->setVisible(!next);
    m_nextLabel->setText(onBreak ? tr("On a break since %1").arg(view.clock(overview.breakSince))
                                 : tr("Next for counter %1").arg(overview.counter));
    if (next) {
        const WaitingTicket &first = overview.mine.front();
        m_number->setNumber(first.ticket);
        m_waited->setText(tr("Waited %1").arg(minutesText(first.queuedAt, view.now)));
        m_procedure->setText(procedureText(first, view));
        m_taken->setText(takenText(first, view));
    } else {
        m_waited->setText({});
        const bool closed = !overview.hall.businessDate.isValid();
        m_nobody->setText(onBreak  ? breakReasonText(overview.breakReason)
                          : closed ? tr("The day is not open")
                                   : tr("Nobody is waiting"));
        m_procedure->setText({});
        m_taken->setText(onBreak || closed || view.kept.ended
                             ? QString()
                             : tr("New numbers appear with a short sound."));
    }
    const bool backHadFocus = m_back->hasFocus();
    const bool callHadFocus = m_call->hasFocus();
    m_back->setVisible(onBreak);
    m_call->setVisible(!onBreak);
    if (backHadFocus && !onBreak) {
        m_call->setFocus();
    } else if (callHadFocus && onBreak) {
        m_back->setFocus();
    }
    m_sayLabel->setText(tr("The speaker will say"));
    QString phrase;
    if (next) {
        const WaitingTicket &first = overview.mine.front();
        if (const GroupLoad *group = view.group(first.group)) {
            phrase = u"“%1”"_s.arg(callPhrase(first.ticket, group->group.shortName,
                                              overview.counter, view.settings.language,
                                              overview.hall.branch.settings.hundredsWord));
        }
    }
    m_sayText->setText(phrase);
}

void IdlePage::presentDay(const CounterView &view)
{
    const MyDay &day = view.overview.day;
    m_dayTitle->present(tr("My day"),
                        day.since == 0 ? QString() : tr("since %1").arg(view.clock(day.since)));
    const int seconds = wholeSeconds(day.averageServiceMs);
    const QString average =
        day.averageServiceMs == 0
            ? u"–"_s
            : u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    const auto count = [&view](Outcome outcome) {
        return std::ranges::count_if(
            view.overview.intakes,
            [outcome](const RecordedIntake &intake) { return intake.counts(outcome); });
    };
    const auto recorded =
        count(Outcome::Accepted) + count(Outcome::Supplement) + count(Outcome::Refused);
    m_figures->present({{QString::number(day.served), tr("served")},
                        {average, tr("min each")},
                        {QString::number(recorded), tr("intakes recorded")}});
    m_dayFoot->setText(tr("To supplement %1 · Rejected %2 · No-show %3")
                           .arg(count(Outcome::Supplement))
                           .arg(count(Outcome::Refused))
                           .arg(day.noShows));
}

void IdlePage::present(const CounterView &view, bool covered)
{
    presentNext(view);
    presentDay(view);
    m_queue->present(view);
    m_groups->present(view);
    m_aside->present(view, covered);
    if (m_callWanted && isVisible() && !covered && !view.busy && m_call->isEnabled()) {
        m_callWanted = false;
        if (window()->focusWidget() == m_parked) { // also behind another program
            focusFirst();
        }
    }
    fit();
}

void IdlePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// A side column: @p reference wide from 1366 px on, @p least at @p leastAt and below.
static double columnWidth(double window, double reference, double least, double leastAt)
{
    constexpr double Reference = 1366;
    const double part = qBound(0.0, (window - leastAt) / (Reference - leastAt), 1.0);
    return least + part * (reference - least);
}

void IdlePage::fit()
{
    // Below 1280 px of the design the right column is a tab of the queue.
    const bool narrow = width() < m_look.px(1280);
    if (narrow != m_narrow) {
        m_narrow = narrow;
        if (narrow) {
            m_columns->removeWidget(m_right);
            m_right->setMinimumWidth(0);
            m_right->setMaximumWidth(QWIDGETSIZE_MAX);
            m_queue->setExtraPage(m_right);
        } else {
            m_queue->setExtraPage(nullptr);
            m_columns->addWidget(m_right);
            m_right->show();
        }
    }
    const double window = width() / m_look.scale;
    m_left->setFixedWidth(m_look.px(narrow ? 372 : columnWidth(window, 372, 312, 1200)));
    if (!narrow) {
        m_right->setFixedWidth(m_look.px(columnWidth(window, 330, 292, 1280)));
    }
    const int margins = m_columns->contentsMargins().top() + m_columns->contentsMargins().bottom();
    // What is only nice to know gives way on a low screen.
    const int room = height() - margins;
    const int gutter = m_columns->spacing();
    const int must =
        m_call->parentWidget()->sizeHint().height() + gutter + m_chosen->sizeHint().height();
    const int dayHeight = m_day->minimumSizeHint().height() + gutter;
    const int sayWidth = m_left->width() - m_look.px(32 + 34);
    const int sayHeight = m_sayLabel->heightForWidth(sayWidth) + m_sayText->heightForWidth(sayWidth)
                          + m_look.px(24) + gutter;
    m_day->setVisible(must + dayHeight <= room);
    m_say->setVisible(!m_sayText->text().isEmpty() && must + dayHeight + sayHeight <= room);
    fitIcon(*m_chosen, m_chosenIcon, "search"_L1, m_left->width(), 22 + 10);
    // The key is in the list of keys too.
    const int keyed = m_chosen->sizeHint().width()
                      + (m_chosenKey ? 0 : keycapSize(m_look, u"Ctrl+G"_s).width() + m_look.px(10));
    if (m_chosenKey != (keyed <= m_left->width())) {
        m_chosenKey = !m_chosenKey;
        m_chosen->setKeycap(m_chosenKey ? u"Ctrl+G"_s : QString());
    }
    fitIcon(*m_call, m_callIcon, "call"_L1, m_left->width() - m_look.px(2 * 18), 36 + 14);
}

void IdlePage::fitIcon(DeskButton &button, bool &shown, QLatin1StringView icon, int width,
                       int takes) const
{
    // Long words rather than an icon.
    const int needed = button.sizeHint().width() + (shown ? 0 : m_look.px(takes));
    if (shown != (needed <= width)) {
        shown = !shown;
        button.setIconName(shown ? icon : QLatin1StringView());
    }
}

} // namespace motcua
