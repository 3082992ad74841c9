// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/consolepage.h"

#include "counter/actionbar.h"
#include "counter/counteractions.h"
#include "counter/countertexts.h"
#include "counter/idlepage.h"
#include "counter/servingpage.h"
#include "counter/todaypanel.h"
#include "shared/doormark.h"
#include "shared/errortext.h"
#include "shared/statusstrip.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

class GreenBar : public QWidget
{
public:
    GreenBar(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_color(look.color("surface.brand"_L1))
    {
        setFixedHeight(look.px(designNumber("layout.console.top"_L1)));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_color);
    }

private:
    QColor m_color;
};

} // namespace

ConsolePage::ConsolePage(const Look &look, CounterActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_actions(actions)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto *bar = new GreenBar(look, this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(look.px(16), 0, look.px(16), 0);
    row->setSpacing(look.px(12));
    m_logo = new DoorMark(look, designNumber("door.sizes.desk"_L1), bar);
    row->addWidget(m_logo);
    m_counter = new DeskLabel(look, "desk.body"_L1, "text.onBrand"_L1, bar);
    m_counter->setSize(19, 28, QFont::Bold);
    m_counter->setWhole();
    row->addWidget(m_counter);
    m_groups = new DeskLabel(look, "desk.body"_L1, "text.onBrandSecondary"_L1, bar);
    row->addWidget(m_groups);
    row->addSpacing(look.px(8));
    m_state = new StatePill(look, bar);
    m_state->setObjectName(u"statePill"_s);
    row->addWidget(m_state);
    row->addStretch();
    m_speaker = new StatePill(look, bar);
    m_speaker->setObjectName(u"speakerPill"_s);
    m_link = new StatePill(look, bar);
    m_link->setObjectName(u"linkPill"_s);
    m_person = new StatePill(look, bar);
    m_break = new StatePill(look, bar);
    m_break->setObjectName(u"breakPill"_s);
    m_break->setAction(&actions.pause, u"Ctrl+P"_s);
    for (StatePill *pill : {m_speaker, m_link, m_person, m_break}) {
        row->addWidget(pill);
    }
    m_clock = new DeskLabel(look, "desk.body"_L1, "text.onBrand"_L1, bar);
    m_clock->setSize(19, 28, QFont::Bold);
    m_clock->setWhole();
    row->addWidget(m_clock);
    column->addWidget(bar);

    m_strips = new QWidget(this);
    auto *strips = new QVBoxLayout(m_strips);
    strips->setContentsMargins(look.px(16), look.px(10), look.px(16), 0);
    strips->setSpacing(look.px(8));
    m_error = new StatusStrip(look, m_strips);
    m_error->setObjectName(u"errorStrip"_s);
    m_offline = new StatusStrip(look, m_strips);
    m_offline->setObjectName(u"offlineStrip"_s);
    m_silent = new StatusStrip(look, m_strips);
    m_silent->setObjectName(u"silentStrip"_s);
    m_help = new StatusStrip(look, m_strips);
    m_help->setObjectName(u"helpStrip"_s);
    m_undo = new StatusStrip(look, m_strips);
    m_undo->setObjectName(u"undoStrip"_s);
    m_recorded = new StatusStrip(look, m_strips);
    m_recorded->setObjectName(u"recordedStrip"_s);
    for (StatusStrip *strip : {m_error, m_offline, m_silent, m_help, m_recorded, m_undo}) {
        strips->addWidget(strip);
        strip->hide();
    }
    connect(m_error, &StatusStrip::actionTriggered, this, [this] {
        if (m_unprinted) {
            const CounterIntent again = *m_unprinted; // the strip forgets it
            Q_EMIT printAsked(again);
        } else {
            Q_EMIT errorDismissed();
        }
    });
    connect(m_offline, &StatusStrip::actionTriggered, this, &ConsolePage::keptAsked);
    connect(m_recorded, &StatusStrip::actionTriggered, this, [this] {
        Q_EMIT printAsked({.kind = CounterIntent::Kind::Print, .dossier = m_corrected});
    });
    connect(m_help, &StatusStrip::actionTriggered, this, [this] {
        if (m_isReminded) {
            m_actions.pause.trigger(); // goes on
        } else {
            Q_EMIT helpAcknowledged(m_helpId);
        }
    });
    connect(m_undo, &StatusStrip::actionTriggered, &actions.undo, &QAction::trigger);
    m_strips->hide();
    column->addWidget(m_strips);

    m_pages = new QStackedLayout;
    m_idle = new IdlePage(look, actions, this);
    m_serving = new ServingPage(look, actions, this);
    // Header, messages and keys stay where they are when the page is too low.
    m_pages->addWidget(scrollArea(*m_idle, this));
    m_pages->addWidget(scrollArea(*m_serving, this));
    column->addLayout(m_pages, 1);
    connect(m_idle, &IdlePage::chosen, this, &ConsolePage::chosen);
    connect(&m_serving->today(), &TodayPanel::opened, this, &ConsolePage::recordAsked);
    connect(m_idle, &IdlePage::resumeAsked, this, &ConsolePage::resumeAsked);
    connect(m_idle, &IdlePage::reinstateAsked, this, &ConsolePage::reinstateAsked);

    m_bar = new ActionBar(look, actions, this);
    column->addWidget(m_bar);
}

void ConsolePage::focusFirst()
{
    if (m_current) {
        m_serving->focusFirst();
    } else {
        m_idle->focusFirst();
    }
}

void ConsolePage::presentBar(const CounterView &view)
{
    const CounterOverview &overview = view.overview;
    m_logo->setLogo(overview.hall.branch.number);
    m_counter->setText(tr("Counter %1").arg(overview.counter));
    QString groups = overview.groups.join(u' ');
    if (overview.groups.size() == 1) {
        if (const GroupLoad *group = view.group(overview.groups.first())) {
            groups += u" · "_s + view.in(group->group.shortName);
        }
    }
    m_groups->setText(groups);
    if (overview.current) {
        m_state->present(StatePill::Kind::Busy, "user"_L1, tr("Serving"));
    } else if (overview.presence == Presence::OnBreak) {
        m_state->present(StatePill::Kind::Busy, "cup"_L1, tr("On a break"));
    } else if (view.kept.ended) {
        m_state->present(StatePill::Kind::Busy, "lock"_L1, tr("Stopped"));
    } else {
        m_state->present(StatePill::Kind::Ok, "check"_L1, tr("Ready"));
    }
    int volume = 0;
    for (const Device &device : overview.devices) {
        if (device.kind == DeviceKind::Board && device.state != DeviceState::NoSound) {
            volume = qMax(volume, device.volume);
        }
    }
    if (!overview.hallIsHeard || volume == 0) {
        m_speaker->present(StatePill::Kind::Busy, "mute"_L1, tr("No sound in the hall"));
    } else {
        m_speaker->present(StatePill::Kind::Ghost, "speak"_L1, tr("Hall speaker %1%").arg(volume));
    }
    if (view.isOffline()) {
        m_link->present(StatePill::Kind::Busy, "wifi"_L1, tr("Offline"));
    } else {
        m_link->present(StatePill::Kind::Ghost, "wifi"_L1, tr("Online"));
    }
    m_person->present(StatePill::Kind::Ghost, "user"_L1, overview.staffName);
    m_break->present(StatePill::Kind::Ghost, "cup"_L1, m_actions.pause.text());
    m_clock->setText(view.clock(view.now));
}

static QLatin1StringView undoableIcon(LegAction action)
{
    switch (action) {
    case LegAction::Start:
        return "user"_L1;
    case LegAction::NoShow:
        return "noshow"_L1;
    case LegAction::Hold:
        return "hold"_L1;
    case LegAction::Transfer:
        return "swap"_L1;
    default:
        return "check"_L1;
    }
}

/// What an empty form of who came back, or of an undone end, would invite to record twice.
QString ConsolePage::recordedBefore(const CounterView &view)
{
    QStringList codes;
    for (const RecordedIntake &intake : view.overview.intakes) {
        if (view.overview.current && intake.ticket == view.overview.current->ticket.ticket
            && !intake.code.isEmpty()) {
            codes.prepend(intake.code);
        }
    }
    return codes.isEmpty()
               ? QString()
               : tr("Recorded for %1 already: %2.")
                     .arg(shownNumber(view.overview.current->ticket.ticket), codes.join(u", "_s));
}

void ConsolePage::presentStrips(const CounterView &view)
{
    const CounterOverview &overview = view.overview;
    m_unprinted = view.unprinted;
    m_corrected = view.corrected;
    if (view.error) {
        m_error->setNotice(Tone::Error, "alert"_L1, errorText(*view.error));
        if (view.unprinted) {
            m_error->setAction(tr("Print again"));
        } else {
            m_error->setAction(tr("Close"), u"Esc"_s);
        }
    }
    m_error->setVisible(view.error.has_value());
    const KeptWork &kept = view.kept;
    const QString offline =
        view.isOffline() && !kept.isAlone && !kept.ended ? offlineText(view) : keptText(view);
    if (!offline.isEmpty()) {
        m_offline->setNotice(kept.ended ? Tone::Error : Tone::Warn, "wifi"_L1, offline);
        const bool hasDetails = kept.isAlone || !kept.unsent.empty() || !kept.notes.empty();
        m_offline->setAction(hasDetails ? tr("Details") : QString());
    }
    m_offline->setVisible(!offline.isEmpty());

    const bool silent = isUnheard(overview) && !view.kept.isAlone; // else that strip says it
    if (silent) {
        m_silent->setNotice(Tone::Warn, "mute"_L1,
                            tr("The hall did not hear the call of %1. Call it aloud.")
                                .arg(shownNumber(overview.current->ticket.ticket)));
    }
    m_silent->setVisible(silent);

    if (!overview.help.empty()) {
        const HelpRequest &request = overview.help.front();
        m_isReminded = request.reason == HelpReason::ComeBack;
        if (std::exchange(m_helpId, request.id) != request.id && m_isReminded) {
            QApplication::alert(window());
            QApplication::beep(); // whoever is on a break does not look at the screen
        }
        QString words = helpText(request) + u" · "_s + view.clock(request.at);
        if (overview.help.size() > 1) {
            words += u" · "_s + tr("%n more", nullptr, static_cast<int>(overview.help.size()) - 1);
        }
        m_help->setNotice(Tone::Warn, "bell"_L1, words);
        m_help->setAction(m_isReminded ? m_actions.pause.text() : tr("I am going"));
    }
    m_help->setVisible(!overview.help.empty());

    const QString recorded = view.recorded.isEmpty() ? recordedBefore(view) : view.recorded;
    if (!recorded.isEmpty()) {
        m_recorded->setNotice(Tone::Ok, "check"_L1, recorded);
        m_recorded->setAction(view.corrected.isEmpty() ? QString() : tr("Print it anew"));
    }
    m_recorded->setVisible(!recorded.isEmpty());

    const qint64 left = overview.undoable ? overview.undoable->until - view.now : 0;
    if (left > 0) {
        m_undo->setNotice(Tone::Neutral, undoableIcon(overview.undoable->action),
                          undoableText(*overview.undoable));
        m_undo->setAction(tr("Undo (%1)").arg((left + 999) / 1000), u"Ctrl+Z"_s);
    }
    m_undo->setVisible(left > 0);
    m_strips->setVisible(view.error || !offline.isEmpty() || silent || !overview.help.empty()
                         || left > 0 || !recorded.isEmpty());
}

void ConsolePage::present(const CounterView &view, bool covered)
{
    presentBar(view);
    presentStrips(view);
    m_idle->present(view, covered);
    const std::optional<TicketNumber> before = m_current;
    m_current =
        view.overview.current ? std::optional(view.overview.current->ticket.ticket) : std::nullopt;
    if (m_current) {
        m_serving->present(view);
    }
    m_pages->setCurrentIndex(m_current ? 1 : 0);
    m_bar->setServing(m_current.has_value());
    // Only another state of the counter moves the focus, never a refresh.
    if (m_presented && m_current.has_value() != before.has_value() && !covered) {
        focusFirst();
    }
    m_presented = true;
}

} // namespace motcua
