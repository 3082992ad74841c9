// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/counterwindow.h"

#include "core/reasons.h"
#include "counter/consolepage.h"
#include "counter/counteractions.h"
#include "counter/counterstrip.h"
#include "counter/countertexts.h"
#include "counter/keptlayer.h"
#include "counter/keyscanner.h"
#include "counter/servingpage.h"
#include "counter/signinpage.h"
#include "shared/errortext.h"
#include "shared/focusring.h"
#include "shared/intaketext.h"
#include "shared/translation.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace motcua {

CounterWindow::CounterWindow(const CounterSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_actions(new CounterActions(this))
    , m_pages(new QStackedLayout(this))
{
    m_view.settings = settings;
    m_pages->setContentsMargins(0, 0, 0, 0);
    m_sinceOverview.start();
    m_tick.setInterval(
        std::chrono::seconds(1)); // times are shown to the second; oftener costs a PC at rest
    connect(&m_tick, &QTimer::timeout, this, &CounterWindow::refresh);
    m_tick.start();
    m_idle.setObjectName(u"idle"_s);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &CounterWindow::lock);
    m_keepAgain.setSingleShot(true);
    m_keepAgain.setInterval(std::chrono::seconds(2));
    connect(&m_keepAgain, &QTimer::timeout, this, &CounterWindow::tellForm);
    for (QAction *action : m_actions->all()) {
        addAction(action);
    }
    connectActions();
    qApp->installEventFilter(this);
    m_scanner = new KeyScanner(*this); // sees a key before the window takes it for an action
    connect(m_scanner, &KeyScanner::scanned, this, &CounterWindow::takeScan);
    connect(m_scanner, &KeyScanner::typed, this, [this] { form().handTyped(); });
    build();
}

CounterWindow::~CounterWindow()
{
    // A window that is destroyed closes first, and the form that loses the focus would tell its edits
    // to what is no window of ours any more.
    form().disconnect(this);
}

void CounterWindow::connectActions()
{
    const auto asks = [this](QAction &action, CounterIntent::Kind kind) {
        connect(&action, &QAction::triggered, this, [this, kind] { ask({.kind = kind}); });
    };
    asks(m_actions->callNext, CounterIntent::Kind::CallNext);
    asks(m_actions->recall, CounterIntent::Kind::Recall);
    asks(m_actions->noShow, CounterIntent::Kind::NoShow);
    asks(m_actions->start, CounterIntent::Kind::Start);
    connect(&m_actions->finish, &QAction::triggered, this, &CounterWindow::finish);
    connect(&m_actions->another, &QAction::triggered, this,
            [this] { record(CounterIntent::Kind::RecordAnother); });
    asks(m_actions->undo, CounterIntent::Kind::Undo);
    connect(&m_actions->hold, &QAction::triggered, this, [this] {
        askReason({.kind = CounterIntent::Kind::Hold},
                  tr("Put %1 on hold").arg(shownNumber(m_view.overview.current->ticket.ticket)),
                  holdReasons(), holdReasonText, tr("Hold"));
    });
    connect(&m_actions->pause, &QAction::triggered, this, [this] {
        if (m_view.overview.presence == Presence::OnBreak) {
            ask({.kind = CounterIntent::Kind::EndBreak});
        } else {
            askReason({.kind = CounterIntent::Kind::StartBreak}, tr("Break"), breakReasons(),
                      breakReasonText, tr("Break"));
        }
    });
    connect(&m_actions->transfer, &QAction::triggered, this, &CounterWindow::askTransfer);
    connect(&m_actions->find, &QAction::triggered, this, &CounterWindow::askDossier);
    connect(&m_actions->callChosen, &QAction::triggered, this, [this] { askChosen({}); });
    connect(&m_actions->keys, &QAction::triggered, this,
            [this] { open(new KeysLayer(m_look, *m_actions, this)); });
    connect(&m_actions->settings, &QAction::triggered, this, &CounterWindow::askSettings);
    connect(&m_actions->strip, &QAction::triggered, this,
            [this] { showStrip(!m_strip->isVisible()); });
}

/// What the system's setting for larger text asks for; small text is not made smaller.
static double systemScale()
{
    constexpr double Usual = 96; // dots per inch
    return qMax(1.0, QGuiApplication::primaryScreen()->logicalDotsPerInch() / Usual);
}

void CounterWindow::build()
{
    m_stale = false;
    m_look = Look{.palette = m_view.settings.highContrast ? Palette::HighContrast : Palette::Light,
                  .scale = m_view.settings.baseScale * m_view.settings.textScale * systemScale(),
                  .language = m_view.settings.language};
    setWindowTitle(tr("Counter"));
    m_actions->retranslate();
    if (m_layer) {
        m_layer->dismiss();
    }
    const bool inStrip = m_strip && m_strip->isVisible();
    if (inStrip) {
        leaveStrip(); // the only window must not go: the program would end with it
    }
    const auto written =
        m_console ? std::optional(form().memory()) : std::optional<IntakeForm::Memory>();
    delete m_signInArea;
    delete m_consoleArea;
    delete m_strip;
    delete m_ring;
    m_signIn = new SignInPage(m_look, this);
    m_console = new ConsolePage(m_look, *m_actions, this);
    m_strip = new CounterStrip(m_look, *m_actions, this);
    m_ring = new FocusRing(m_look, FocusRing::Face::Desk, this);
    // Large text needs more room than a small screen has.
    m_signInArea = scrolled(*m_signIn, {m_look.px(520), m_look.px(540)});
    m_consoleArea = scrolled(*m_console, {m_look.px(1000), m_look.px(320)});
    setMinimumSize(qMin(m_look.px(1000), 1000), qMin(m_look.px(560), 560));
    connect(m_signIn, &SignInPage::asked, this, &CounterWindow::ask);
    connect(m_signIn, &SignInPage::settingsAsked, this, &CounterWindow::askSettings);
    connect(m_console, &ConsolePage::chosen, this, [this](const TicketNumber &ticket) {
        if (m_actions->callChosen.isEnabled()) {
            askChosen(ticket);
        } else if (!m_view.overview.permissions.contains(CallChosenPermission)) {
            showError({ErrorCode::NotPermitted, m_view.overview.staffName, {}});
        } else if (m_view.overview.presence == Presence::OnBreak) {
            showError({ErrorCode::OnBreak, QString::number(m_view.overview.counter), {}});
        }
    });
    connect(m_console, &ConsolePage::resumeAsked, this, [this](const TicketNumber &ticket) {
        ask({.kind = CounterIntent::Kind::Resume, .ticket = ticket});
    });
    connect(m_console, &ConsolePage::reinstateAsked, this, [this](const TicketNumber &ticket) {
        ask({.kind = CounterIntent::Kind::Reinstate, .ticket = ticket});
    });
    connect(m_console, &ConsolePage::helpAcknowledged, this, [this](qint64 help) {
        ask({.kind = CounterIntent::Kind::AcknowledgeHelp, .help = help});
    });
    connect(m_console, &ConsolePage::recordAsked, this, &CounterWindow::askRecord);
    connect(m_console, &ConsolePage::errorDismissed, this, &CounterWindow::clearError);
    connect(m_console, &ConsolePage::keptAsked, this, &CounterWindow::askKept);
    connect(m_console, &ConsolePage::printAsked, this, [this](const CounterIntent &again) {
        if (m_view.error && m_view.error->code == ErrorCode::FormIssued) {
            askReprint(again); // a colleague printed it meanwhile
            return;
        }
        CounterIntent print = again;
        print.reason = u"printer"_s;
        ask(print);
    });
    connect(m_strip, &CounterStrip::moved, this, [this](const QPoint &topLeft) {
        m_view.settings.stripPlace = topLeft;
        Q_EMIT settingsChanged(m_view.settings);
    });
    IntakeForm &made = form();
    made.setCatalogue(m_view.catalogue);
    if (written) {
        made.recall(*written);
    }
    connect(&made, &IntakeForm::edited, this, &CounterWindow::tellForm);
    connect(&made, &IntakeForm::touched, this, &CounterWindow::refresh);
    connect(&made, &IntakeForm::personWanted, this, &CounterWindow::personWanted);
    connect(&made, &IntakeForm::dossierWanted, this, &CounterWindow::dossierWanted);
    connect(&made, &IntakeForm::personTaken, this, [this](const QUuid &person) {
        if (m_view.overview.current) {
            Q_EMIT personTaken(m_view.overview.current->ticket.ticket, person);
        }
    });
    m_signIn->offer(m_view.catalogue, m_view.settings);
    m_pages->setCurrentWidget(m_signedIn ? m_consoleArea : m_signInArea);
    if (m_lockLayer) {
        m_lockLayer->raise();
    }
    refresh();
    if (m_signedIn) {
        m_console->focusFirst();
    } else {
        m_signIn->focusFirst();
    }
    if (inStrip) {
        showStrip(true);
    }
}

QScrollArea *CounterWindow::scrolled(QWidget &page, const QSize &least)
{
    page.setMinimumSize(least);
    QScrollArea *area = scrollArea(page, this);
    m_pages->addWidget(area);
    const auto bars = area->findChildren<QScrollBar *>();
    for (const QScrollBar *bar : bars) {
        connect(bar, &QScrollBar::valueChanged, m_ring, [this] { m_ring->setLook(m_look); });
    }
    return area;
}

void CounterWindow::setCatalogue(const Catalogue &catalogue)
{
    m_view.catalogue = catalogue;
    m_signIn->offer(catalogue, m_view.settings);
    form().setCatalogue(catalogue);
    refresh();
}

void CounterWindow::setSettings(const CounterSettings &settings)
{
    const bool otherLanguage = settings.language != m_view.settings.language;
    const bool otherLook = settings.textScale != m_view.settings.textScale
                           || settings.baseScale != m_view.settings.baseScale
                           || settings.highContrast != m_view.settings.highContrast;
    m_view.settings = settings;
    if (otherLanguage) {
        setProgramLanguage(settings.language);
    }
    if (otherLanguage || otherLook) {
        build();
    } else {
        m_signIn->offer(m_view.catalogue, settings);
    }
    restartIdle();
}

void CounterWindow::showSignIn(const std::optional<Error> &why, bool another)
{
    const bool wasIn = std::exchange(m_signedIn, false);
    m_idle.stop();
    if (m_layer) {
        m_layer->dismiss();
    }
    unlock();
    if (wasIn && m_strip->isVisible()) {
        leaveStrip();
    }
    m_view.error.reset();
    m_view.overview.current.reset();
    m_view.recorded.clear();
    m_view.corrected.clear();
    m_keepAgain.stop();
    m_draftAwaited = false;
    m_earlyScan.clear();
    form().begin({});
    m_signIn->forgetPin();
    m_pages->setCurrentWidget(m_signInArea);
    if (why) {
        m_signIn->complain(*why);
    } else if (another) {
        m_signIn->forgetPerson();
    } else {
        m_signIn->focusFirst();
    }
    refresh();
}

void CounterWindow::setOverview(const CounterOverview &overview)
{
    const auto current = [](const CounterOverview &shown) {
        return shown.current ? std::optional(shown.current->ticket.ticket) : std::nullopt;
    };
    const bool isAnother = current(m_view.overview) != current(overview);
    m_view.overview = overview;
    m_sinceOverview.restart();
    if (isAnother) {
        m_keepAgain.stop();
        m_draftAwaited = false;
        form().begin(overview.current ? overview.current->ticket.procedure : QString());
        if (overview.current) {
            m_view.recorded.clear();
            m_view.corrected.clear();
        }
    }
    if (!std::exchange(m_signedIn, true)) {
        m_signIn->forgetPin();
        m_signIn->setBusy(false);
        m_pages->setCurrentWidget(m_consoleArea);
        refresh();
        m_console->focusFirst();
        restartIdle();
        if (m_view.settings.strip && isVisible()) {
            showStrip(true);
        }
        return;
    }
    if (isAnother && m_layer && m_layer->isAboutCurrent()) {
        m_layer->dismiss();
    }
    refresh();
}

IntakeForm &CounterWindow::form() const
{
    return m_console->serving().form();
}

void CounterWindow::awaitDraft()
{
    setFocus(); // what is typed ahead goes nowhere
    m_draftAwaited = true;
    refresh();
}

void CounterWindow::restoreDraft(const std::optional<Draft> &draft)
{
    m_draftAwaited = false;
    if (draft) {
        form().setDraft(*draft);
        form().lookUp();
        tellForm(); // when it is due may be another by now
    }
    refresh();
    if (!isCovered() && (!focusWidget() || focusWidget() == this)) {
        m_console->focusFirst();
    }
    takeEarlyScan();
}

void CounterWindow::offerKnown(const QString &number, const std::optional<KnownPerson> &known)
{
    form().offer(number, known);
}

void CounterWindow::goOnWith(const QString &code, const std::optional<DossierAtHand> &dossier)
{
    if (m_view.overview.current) {
        form().goOnWith(code, dossier);
    }
}

void CounterWindow::showFound(const QString &typed, bool late,
                              const Result<std::vector<DossierListing>> &found)
{
    if (auto *layer = qobject_cast<FindLayer *>(m_layer)) {
        layer->present(typed, late, found);
    }
}

void CounterWindow::showRules(const IntakeRules &rules, const std::optional<LocalTime> &due)
{
    form().setRules(rules, due);
}

void CounterWindow::setDraftSaved(bool saved)
{
    form().setSaved(saved, m_view.clock(m_view.now));
    if (!saved) {
        m_keepAgain.start();
    }
}

void CounterWindow::showFaults(const std::vector<IntakeFault> &faults)
{
    form().showFaults(faults);
}

static QString recordedText(const RecordedForm &recorded)
{
    QString words = CounterWindow::tr("The advice was recorded.");
    if (recorded.isKept) {
        words = CounterWindow::tr(
            "Saved on this PC. It is sent, and its paper printed, when the server is back.");
    } else if (recorded.outcome == Outcome::HandedOver) {
        words = CounterWindow::tr("The result of %1 was handed over.").arg(recorded.code);
    } else if (!recorded.code.isEmpty()) {
        words = recorded.due && recorded.outcome == Outcome::Accepted
                    ? CounterWindow::tr("Recorded as %1, due %2.")
                          .arg(recorded.code, dueText(*recorded.due))
                    : CounterWindow::tr("Recorded as %1.").arg(recorded.code);
    }
    if (recorded.isEarlier) {
        words += u' ' + CounterWindow::tr("It stands as it was before your last change.");
    }
    for (const QString &warning : recorded.warnings) {
        words += u' ' + warningText(warning);
    }
    return words;
}

void CounterWindow::showRecorded(const RecordedForm &recorded)
{
    if (!recorded.isElsewhere) {
        m_keepAgain.stop(); // it is recorded: no draft of it may be left
        if (recorded.staysHere) {
            form().beginAnother(recorded.person);
        } else {
            form().begin({});
        }
        m_focusBeforeBusy.clear(); // one more begins where a form begins
    }
    m_view.recorded = recordedText(recorded);
    m_view.isRecordedHere = recorded.isKept;
    m_view.corrected.clear();
    refresh();
}

void CounterWindow::showSent(const RecordedForm &recorded)
{
    if (m_view.isRecordedHere && !m_view.recorded.isEmpty()) {
        m_view.recorded = recordedText(recorded);
        refresh();
    }
}

void CounterWindow::showRecord(const ShownRecord &record)
{
    if (isCovered()) {
        return;
    }
    auto *layer = new RecordLayer(m_look, m_view, record, !formQueue().isEmpty(), this);
    connect(layer, &RecordLayer::printWanted, this, [this, record] { askPaper(record); });
    connect(layer, &RecordLayer::correctionWanted, this, [this, record] { askCorrection(record); });
    open(layer);
}

void CounterWindow::askCorrection(const ShownRecord &record)
{
    auto *layer = new CorrectLayer(m_look, m_view, *m_actions, record, this);
    connect(layer, &CorrectLayer::taken, this,
            [this, code = record.dossier.code, seen = record.last](const Intake &corrected) {
                ask({.kind = CounterIntent::Kind::Correct,
                     .dossier = code,
                     .corrected = corrected,
                     .seen = seen});
            });
    open(layer);
}

void CounterWindow::askPaper(const ShownRecord &record)
{
    const QString code = record.dossier.code;
    if (record.papers.size() == 1) {
        askPaper(code, record.papers.front());
        return;
    }
    std::vector<ReasonLayer::Reason> papers;
    papers.reserve(record.papers.size());
    for (const ShownRecord::Paper &paper : record.papers) {
        papers.push_back({paper.form, paperText(paper)});
    }
    auto *layer = new ReasonLayer(m_look, tr("Which paper?"), papers, tr("Print"), this);
    connect(layer, &ReasonLayer::taken, this,
            [this, code, papers = record.papers](const QString &form) {
                askPaper(code, *std::ranges::find(papers, form, &ShownRecord::Paper::form));
            });
    open(layer);
}

void CounterWindow::askPaper(const QString &code, const ShownRecord::Paper &paper)
{
    const CounterIntent print{
        .kind = CounterIntent::Kind::Print, .dossier = code, .paper = paper.form};
    if (paper.isOut) {
        askReprint(print);
    } else {
        ask(print);
    }
}

void CounterWindow::askReprint(const CounterIntent &print)
{
    askReason(print, tr("Print again"), reprintReasons(), reprintReasonText, tr("Print"));
}

void CounterWindow::showPrinted(const QString &code, const QString &title, int copies)
{
    m_view.isRecordedHere = false;
    m_view.recorded = copies == 0
                          ? tr("Printed: %2 (%1).").arg(code, title)
                          : tr("Printed again: %2 (%1), copy %3.").arg(code, title).arg(copies);
    m_view.corrected.clear();
    refresh();
}

void CounterWindow::showUnprinted(const CounterIntent &again, const Error &why)
{
    showError(why);
    const bool canBePrinted = why.code == ErrorCode::FormNotPrinted
                              || why.code == ErrorCode::FormIssued
                              || kindOf(why.code) != ErrorKind::Refused;
    if (m_view.error && canBePrinted) {
        m_view.unprinted = again;
        refresh();
    }
}

void CounterWindow::refuseCorrection(const Error &why)
{
    if (auto *layer = qobject_cast<CorrectLayer *>(m_layer)) {
        const auto faults = why.code == ErrorCode::InvalidIntake ? faultsFromLines(why.subject)
                                                                 : std::vector<IntakeFault>();
        if (faults.empty()) {
            layer->complain(errorText(why));
        } else {
            layer->showFaults(faults);
        }
    } else {
        showError(why);
    }
}

void CounterWindow::showCorrected(const QString &code)
{
    if (auto *layer = qobject_cast<CorrectLayer *>(m_layer)) {
        layer->dismiss();
    }
    m_view.isRecordedHere = false;
    m_view.recorded = tr("The record of %1 is corrected.").arg(code);
    m_view.corrected = formQueue().isEmpty() ? QString() : code;
    refresh();
}

void CounterWindow::takeScan(const QByteArray &payload, const QWidget *field)
{
    if (auto *find = qobject_cast<FindLayer *>(m_layer); find && !m_locked) {
        find->takeScan(payload, QDateTime::fromMSecsSinceEpoch(m_view.now, m_view.zone()).date());
    }
    const bool isRecording = m_view.busy && CounterIntent::takesForm(*m_view.busy);
    if (!m_signedIn || isCovered() || isRecording) {
        return;
    }
    if (m_view.busy || m_draftAwaited) {
        m_earlyScan = m_earlyScan.isEmpty() ? payload : m_earlyScan; // of whom is about to be here
        return;
    }
    if (!m_view.overview.current) {
        showError({ErrorCode::NobodyAtCounter, QString::number(m_view.overview.counter), {}});
        return;
    }
    if (m_strip->isVisible()) {
        showStrip(false); // what it fills in has to be seen
    }
    form().takeScan(payload, field);
}

void CounterWindow::takeEarlyScan()
{
    if (!m_earlyScan.isEmpty() && !m_view.busy && !m_draftAwaited) {
        QByteArray payload = std::exchange(m_earlyScan, {});
        takeScan(payload, nullptr);
        payload.fill('\0');
    }
}

void CounterWindow::tellForm()
{
    if (m_signedIn && m_view.overview.current) {
        Q_EMIT draftEdited(m_view.overview.current->ticket.ticket, form().draft());
    }
}

void CounterWindow::record(CounterIntent::Kind kind)
{
    form().settle();
    form().takeExtra();
    if (const auto faults = form().unreadable(); !faults.empty()) {
        form().showFaults(faults);
        return;
    }
    ask({.kind = kind, .form = form().draft()});
}

void CounterWindow::finish()
{
    const TicketNumber ticket = m_view.overview.current->ticket.ticket;
    const bool isRecorded =
        std::ranges::find(m_view.overview.intakes, ticket, &RecordedIntake::ticket)
        != m_view.overview.intakes.end();
    if (!form().isEmpty()) {
        if (m_strip->isVisible()) {
            showStrip(false); // what is wrong with it has to be seen
        }
        record(CounterIntent::Kind::Record);
        return;
    }
    // Over another program the intake is recorded there.
    if (isRecorded || m_strip->isVisible()) {
        ask({.kind = CounterIntent::Kind::Finish});
        return;
    }
    auto *layer = new ReasonLayer(
        m_look, tr("Nothing was recorded for %1").arg(shownNumber(ticket)),
        {{u"none"_s, tr("No intake here")}, {u"advised"_s, tr("The citizen was only advised")}},
        tr("Finish visit"), this);
    layer->setAboutCurrent();
    connect(layer, &ReasonLayer::taken, this, [this](const QString &word) {
        if (word == u"advised") {
            Draft advice = form().draft();
            advice.intake.outcome = Outcome::Advised;
            ask({.kind = CounterIntent::Kind::Record, .form = advice});
        } else {
            ask({.kind = CounterIntent::Kind::Finish});
        }
    });
    open(layer);
}

void CounterWindow::setBusy(std::optional<CounterIntent::Kind> kind)
{
    // A button that cannot be pressed for a moment loses the focus; it has it again afterwards.
    if (kind && !m_view.busy) {
        m_focusBeforeBusy = focusWidget();
    }
    m_view.busy = kind;
    if (kind && CounterIntent::takesForm(*kind)) {
        setFocus(); // what is typed ahead goes nowhere
    }
    m_signIn->setBusy(kind.has_value());
    refresh();
    if (!kind && m_focusBeforeBusy && m_focusBeforeBusy->isVisible()
        && m_focusBeforeBusy->isEnabled() && !isCovered()) {
        m_focusBeforeBusy->setFocus();
    } else if (!kind && m_signedIn && !isCovered()) {
        m_console->focusFirst(); // what had it is gone: keys need somebody to go to
    }
    takeEarlyScan();
}

void CounterWindow::showError(const Error &error)
{
    if (m_lockLayer) {
        m_lockLayer->complain(errorText(error));
        return;
    }
    if (!m_signedIn) {
        m_signIn->complain(error);
        return;
    }
    m_view.error = error;
    m_view.unprinted.reset();
    refresh();
}

void CounterWindow::clearError()
{
    if (m_view.error) {
        m_view.error.reset();
        m_view.unprinted.reset();
        refresh();
    }
}

void CounterWindow::forgetTrouble()
{
    if (!m_view.unprinted) {
        clearError();
    }
}

void CounterWindow::setLoading(bool loading)
{
    if (m_view.loading != loading) {
        m_view.loading = loading;
        refresh();
    }
}

void CounterWindow::setOffline(std::optional<qint64> since)
{
    m_view.offlineSince = since;
    refresh();
    if (since) { // told as soon as it is time, not with the next second
        constexpr std::chrono::milliseconds Clocks(100); // the branch's is read a moment ago
        QTimer::singleShot(CounterView::OfflineAfter + Clocks, this, &CounterWindow::refresh);
    }
}

void CounterWindow::setKept(const KeptWork &kept)
{
    m_view.kept = kept;
    if (kept.unsent.empty() && std::exchange(m_view.isRecordedHere, false)) {
        m_view.recorded.clear(); // the notes tell what became of it
    }
    refresh();
}

void CounterWindow::lock()
{
    if (!m_signedIn || m_locked) {
        return;
    }
    m_locked = true;
    if (m_strip->isVisible()) {
        leaveStrip();
    }
    m_lockLayer = new LockLayer(m_look, m_view, this);
    connect(m_lockLayer, &Layer::dismissed, this, &CounterWindow::refresh);
    connect(m_lockLayer, &LockLayer::pinGiven, this,
            [this](const QString &pin) { ask({.kind = CounterIntent::Kind::Unlock, .pin = pin}); });
    connect(m_lockLayer, &LockLayer::handOverAsked, this,
            [this] { ask({.kind = CounterIntent::Kind::HandOver}); });
    m_ring->raise();
    refresh();
}

void CounterWindow::unlock()
{
    if (!std::exchange(m_locked, false)) {
        return;
    }
    if (m_lockLayer) {
        m_lockLayer->dismiss();
        m_lockLayer.clear();
    }
    restartIdle();
    refresh();
}

void CounterWindow::refresh()
{
    // Before anything was read there is only this PC's clock.
    m_view.now = m_view.overview.hall.branchNow == 0
                     ? QDateTime::currentMSecsSinceEpoch()
                     : m_view.overview.hall.branchNow + m_sinceOverview.elapsed();
    m_view.isFormEmpty = form().isEmpty();
    m_view.outcome = form().outcome();
    const bool corrects = qobject_cast<CorrectLayer *>(m_layer) && !m_locked;
    const bool isTaken = m_view.busy && CounterIntent::takesForm(*m_view.busy);
    form().setEnabled(!m_draftAwaited && !isTaken && !corrects);
    m_actions->update(m_view, isCovered() || !m_signedIn, corrects);
    m_actions->keys.setEnabled(!isCovered());
    m_actions->settings.setEnabled(!isCovered());
    if (m_signedIn) {
        m_console->present(m_view, isCovered());
        if (m_strip->isVisible()) {
            m_strip->present(m_view);
        }
        if (m_lockLayer) {
            m_lockLayer->remind(reminderText(m_view));
        }
    } else {
        m_signIn->setOffline(m_view.kept.ended    ? keptText(m_view)
                             : m_view.isOffline() ? signInOfflineText(m_view)
                                                  : QString());
    }
}

void CounterWindow::ask(const CounterIntent &intent)
{
    if (m_view.busy) {
        return;
    }
    const bool prints = intent.kind == CounterIntent::Kind::Print
                        || intent.kind == CounterIntent::Kind::PrintRegister;
    if (!m_view.unprinted || prints) {
        clearError(); // what did not come out stays told until it is printed, or closed
    }
    form().settle(); // before the ticket is elsewhere
    CounterIntent whole = intent;
    if (CounterIntent::takesForm(intent.kind) && !whole.form && m_view.overview.current
        && !form().isEmpty()) {
        whole.form = form().draft();
    }
    Q_EMIT asked(whole);
}

void CounterWindow::open(Layer *layer)
{
    m_stripAfterLayer = m_strip->isVisible();
    if (m_stripAfterLayer) {
        leaveStrip();
        layer->takeFocus();
    }
    m_layer = layer;
    connect(layer, &Layer::dismissed, this, [this, layer] {
        if (m_layer == layer) {
            m_layer.clear();
        }
        refresh();
        if (std::exchange(m_stripAfterLayer, false) && m_signedIn && !m_locked) {
            showStrip(true);
        }
    });
    m_ring->raise();
    refresh();
}

void CounterWindow::askReason(const CounterIntent &intent, const QString &title,
                              const QStringList &words, QString (*text)(const QString &),
                              const QString &answer)
{
    std::vector<ReasonLayer::Reason> reasons;
    for (const QString &word : words) {
        reasons.push_back({word, text(word)});
    }
    auto *layer = new ReasonLayer(m_look, title, reasons, answer, this);
    if (intent.kind == CounterIntent::Kind::Hold) {
        layer->setAboutCurrent();
    }
    connect(layer, &ReasonLayer::taken, this, [this, intent](const QString &reason) {
        CounterIntent asked = intent;
        asked.reason = reason;
        ask(asked);
    });
    open(layer);
}

void CounterWindow::askChosen(const std::optional<TicketNumber> &ticket)
{
    auto *layer = new ChosenLayer(m_look, m_view, ticket, this);
    connect(
        layer, &ChosenLayer::taken, this,
        [this](const TicketNumber &number, const QString &reason) {
            ask({.kind = CounterIntent::Kind::CallOutOfTurn, .ticket = number, .reason = reason});
        });
    open(layer);
}

void CounterWindow::askTransfer()
{
    auto *layer = new TransferLayer(m_look, m_view, this);
    connect(layer, &TransferLayer::taken, this, [this](const QString &group, int counter) {
        ask({.kind = CounterIntent::Kind::Transfer, .group = group, .counter = counter});
    });
    open(layer);
}

void CounterWindow::askDossier()
{
    const bool goesOn = m_view.overview.current.has_value();
    auto *layer = new FindLayer(m_look, m_view, goesOn, this);
    connect(layer, &FindLayer::wanted, this, &CounterWindow::dossiersWanted);
    connect(layer, &FindLayer::registerWanted, this,
            [this] { ask({.kind = CounterIntent::Kind::PrintRegister}); });
    connect(layer, &FindLayer::taken, this, [this, goesOn](const QString &code) {
        if (goesOn) {
            Q_EMIT dossierWanted(code);
        } else {
            askRecord(code);
        }
    });
    open(layer);
    layer->search();
}

void CounterWindow::askRecord(const QString &code)
{
    askReason({.kind = CounterIntent::Kind::OpenRecord, .dossier = code},
              tr("Why is %1 opened?").arg(code), openingReasons(), openingReasonText, tr("Open"));
}

void CounterWindow::askSettings()
{
    if (isCovered()) {
        return;
    }
    auto *layer = new SettingsLayer(m_look, m_view, m_signedIn, this);
    connect(layer, &SettingsLayer::taken, this, &CounterWindow::take);
    connect(layer, &SettingsLayer::signOutAsked, this,
            [this] { ask({.kind = CounterIntent::Kind::SignOut}); });
    open(layer);
}

void CounterWindow::askKept()
{
    if (isCovered()) {
        return;
    }
    auto *layer = new KeptLayer(m_look, m_view, KeptLayer::Use::Look, this);
    connect(layer, &KeptLayer::seen, this, &CounterWindow::keptSeen);
    connect(layer, &KeptLayer::opened, this, &CounterWindow::keptOpened);
    open(layer);
}

/// Who closes the counter is told of what only this PC knows; a second time closes it, and a system
/// that shuts down is not held up by a locked one.
void CounterWindow::closeEvent(QCloseEvent *event)
{
    auto *asked = qobject_cast<KeptLayer *>(m_layer);
    if (m_view.kept.unsent.empty() || m_locked
        || (asked && asked->use() == KeptLayer::Use::Leave)) {
        event->accept();
        return;
    }
    event->ignore();
    if (m_layer) {
        m_layer->dismiss();
    }
    auto *layer = new KeptLayer(m_look, m_view, KeptLayer::Use::Leave, this);
    connect(layer, &KeptLayer::left, this, &QWidget::close);
    open(layer);
}

void CounterWindow::take(const CounterSettings &settings)
{
    setSettings(settings);
    Q_EMIT settingsChanged(settings);
}

void CounterWindow::showStrip(bool strip)
{
    if (strip) {
        m_strip->present(m_view);
        m_strip->adjustSize();
        m_strip->place(m_view.settings.stripPlace);
        m_strip->show();
        m_strip->activateWindow();
        hide();
    } else {
        leaveStrip();
        m_console->focusFirst();
    }
    if (m_view.settings.strip != strip) {
        m_view.settings.strip = strip;
        Q_EMIT settingsChanged(m_view.settings);
    }
    restartIdle();
}

void CounterWindow::leaveStrip()
{
    m_strip->hide();
    show();
    activateWindow();
}

void CounterWindow::restartIdle()
{
    // While the small window is up the clerk works elsewhere: no key here does not mean nobody is.
    if (!m_signedIn || m_locked || m_view.settings.lockMinutes == 0 || m_strip->isVisible()) {
        m_idle.stop();
        return;
    }
    m_idle.start(std::chrono::minutes(m_view.settings.lockMinutes));
}

void CounterWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && !std::exchange(m_stale, true)) {
        // Once, after every translator that comes with it.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_stale) {
                    build();
                }
            },
            Qt::QueuedConnection);
    }
    QWidget::changeEvent(event);
}

void CounterWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_view.error) {
        clearError();
        return;
    }
    QWidget::keyPressEvent(event);
}

void CounterWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.color("surface.page"_L1));
}

bool CounterWindow::isKeyOfAction(const QKeyEvent &key) const
{
    const QKeySequence pressed(key.keyCombination());
    return isActiveWindow() && pressed != QKeySequence(QKeySequence::Undo)
           && std::ranges::any_of(m_actions->all(), [&pressed](const QAction *action) {
                  return action->isEnabled() && action->shortcuts().contains(pressed);
              });
}

bool CounterWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        restartIdle();
        break;
    case QEvent::ShortcutOverride:
        // On X11 a text field takes Ctrl+E for "to the end of the line".
        if (isKeyOfAction(*static_cast<QKeyEvent *>(event))) {
            event->ignore();
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace motcua
