// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/counterrole.h"

#include "operations/callnext.h"
#include "operations/counterbreak.h"
#include "operations/counteroverview.h"
#include "operations/devices.h"
#include "operations/hall.h"
#include "operations/legactions.h"
#include "operations/signin.h"
#include "roles/ping.h"
#include "shared/trace.h"

#include <QLoggingCategory>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

Q_LOGGING_CATEGORY(lcCounter, "motcua.counter", QtWarningMsg)

CounterRole::CounterRole(StorageThread &storage, const CounterSettings &settings,
                         const CounterPc &pc, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_clock(pc.clock)
    , m_window(settings)
    , m_forms(storage)
    , m_offline(storage, m_window, pc.journal, pc.clock)
    , m_ping(std::make_unique<Ping>())
{
    connect(&m_window, &CounterWindow::asked, this, &CounterRole::ask);
    connect(&m_window, &CounterWindow::settingsChanged, this, &CounterRole::settingsChanged);
    connect(&m_window, &CounterWindow::draftEdited, this, &CounterRole::keepDraft);
    connect(&m_window, &CounterWindow::personWanted, this, &CounterRole::findPerson);
    connect(&m_window, &CounterWindow::dossierWanted, this, &CounterRole::findDossier);
    connect(&m_window, &CounterWindow::dossiersWanted, this, &CounterRole::findDossiers);
    connect(&m_window, &CounterWindow::personTaken, this,
            [this](const TicketNumber &ticket, const QUuid &person) {
                notePerson(ticket, person, QUuid::createUuid());
            });
    connect(&storage, &StorageThread::changed, this, [this] {
        if (m_catalogueDay.isNull()) {
            readCatalogue();
        }
        read();
    });
    connect(&storage, &StorageThread::failed, this, [this](const Error &why) {
        m_lostBy = why;
        if (!std::exchange(m_lost, true)) {
            m_toldStalled = false;
            m_slow.stop();
            m_stalled.stop();
            // A server was silent for long enough when it counts as lost.
            const auto silent = m_offline.isOfServer() ? CounterView::OfflineAfter : 0ms;
            m_window.setOffline(branchNow() - silent.count());
        }
        m_offline.setLinked(false, isFinal(why.code) ? std::optional(why) : std::nullopt);
    });
    connect(&storage, &StorageThread::recovered, this, [this] {
        m_lost = false;
        m_window.setOffline({});
        m_window.forgetTrouble();
        m_offline.setLinked(true);
    });
    connect(&m_offline, &OfflineCounter::moved, this,
            [this](const CounterOverview &overview, const std::optional<Draft> &draft) {
                const bool isSame = overview.current && isThere(overview.current->ticket.ticket);
                m_overview = overview;
                m_window.setOverview(overview);
                // One that was being read of the branch is not waited for.
                if (overview.current && (!isSame || m_unread)) {
                    m_unread.reset();
                    m_window.restoreDraft(draft);
                }
            });
    connect(&m_offline, &OfflineCounter::kept, this, [this](const QUuid &id) {
        if (m_unsure && m_unsure->id == id) { // another's is still to be asked for
            forgetUnsure();
        }
    });
    connect(&m_offline, &OfflineCounter::settled, this, &CounterRole::read);
    connect(&m_offline, &OfflineCounter::recorded, this, [this](const IntakeAnswer &intake) {
        m_window.showSent({.outcome = intake.outcome,
                           .code = intake.code,
                           .due = intake.due,
                           .warnings = intake.warnings});
        print(intake);
    });
    // Often enough to also notice what changes by time alone: a hall whose voice fell silent.
    m_lease.setInterval(std::chrono::seconds(10));
    connect(&m_lease, &QTimer::timeout, this, &CounterRole::keepLease);
    m_slow.setSingleShot(true);
    m_slow.setInterval(std::chrono::milliseconds(300));
    connect(&m_slow, &QTimer::timeout, this, [this] { m_window.setLoading(true); });
    m_stalled.setSingleShot(true);
    m_stalled.setInterval(CounterView::OfflineAfter);
    connect(&m_stalled, &QTimer::timeout, this, [this] {
        m_toldStalled = true;
        m_window.setOffline(branchNow() - m_stalled.interval());
    });
    connect(&m_forms, &FormDesk::failed, this,
            [this](const FormRequest &request, const Error &why) {
                const bool isRegister = request.code.isEmpty();
                m_window.showUnprinted({.kind = isRegister ? CounterIntent::Kind::PrintRegister
                                                           : CounterIntent::Kind::Print,
                                        .dossier = request.code,
                                        .paper = request.form},
                                       why);
            });
    connect(&m_forms, &FormDesk::finished, this, [this](const FormAnswer &answer) {
        if (answer.state == FormState::Sent && answer.isWanted) {
            m_window.showPrinted(answer.code, answer.title, answer.reprint);
        }
    });
    connect(&m_scanner, &ScannerDevice::scanned, &m_window,
            [this](const QByteArray &payload) { m_window.takeScan(payload); });
    if (!pc.scanner.isEmpty()) {
        if (const auto opened = m_scanner.open(pc.scanner); !opened) {
            qCWarning(lcCounter) << "no reader:" << opened.error().detail;
        }
    }
    readCatalogue(); // the branch may have been opened before anybody listened
}

CounterRole::~CounterRole() = default;

qint64 CounterRole::branchNow() const
{
    return m_clock().toMSecsSinceEpoch() + m_clockAhead;
}

/// Whether a form was told for somebody who is elsewhere by now, or by somebody who is.
static bool isGone(const Error &error)
{
    return error.code == ErrorCode::IllegalTransition || error.code == ErrorCode::NobodyAtCounter
           || error.code == ErrorCode::CounterTaken;
}

bool CounterRole::isThere(const TicketNumber &ticket) const
{
    return m_session && m_overview.current && m_overview.current->ticket.ticket == ticket;
}

template <typename T>
static Result<> done(const Result<T> &answer)
{
    return answer ? Result<>() : std::unexpected(answer.error());
}

static std::optional<LegAction> legActionOf(CounterIntent::Kind kind)
{
    switch (kind) {
    case CounterIntent::Kind::Recall:
        return LegAction::Recall;
    case CounterIntent::Kind::Start:
        return LegAction::Start;
    case CounterIntent::Kind::Finish:
        return LegAction::Finish;
    case CounterIntent::Kind::NoShow:
        return LegAction::NoShow;
    case CounterIntent::Kind::Hold:
        return LegAction::Hold;
    case CounterIntent::Kind::Transfer:
        return LegAction::Transfer;
    default:
        return std::nullopt;
    }
}

/// One operation of an intent that is neither a sign-in nor an action on who is there.
static Result<> performOther(Database &database, const CounterIntent &intent,
                             const CommandContext &context, int counter)
{
    switch (intent.kind) {
    case CounterIntent::Kind::CallNext:
        return done(callNext(database, context, counter));
    case CounterIntent::Kind::CallOutOfTurn:
        return done(callChosen(database, context, counter, *intent.ticket, intent.reason));
    case CounterIntent::Kind::Resume:
        return done(resumeHeld(database, context, counter, intent.ticket));
    case CounterIntent::Kind::Reinstate:
        return done(reinstateTicket(database, context, *intent.ticket));
    case CounterIntent::Kind::Undo:
        return done(undoLast(database, context, counter));
    case CounterIntent::Kind::StartBreak:
        return done(startBreak(database, context, counter, intent.reason));
    case CounterIntent::Kind::EndBreak:
        return done(endBreak(database, context, counter));
    case CounterIntent::Kind::AcknowledgeHelp:
        return acknowledgeHelp(database, intent.help, context.clock);
    default:
        return failure(ErrorCode::InvalidInput, u"intent"_s);
    }
}

Result<CounterRole::Answer> CounterRole::perform(Database &database, const PendingCommand &command,
                                                 const Session &session, const QUuid &left,
                                                 const QDateTime &clock)
{
    const CounterIntent &intent = command.intent;
    const CommandContext context{.id = command.id, .clock = clock};
    Answer answer;
    int counter = session.counter;
    if (intent.form && !intent.isRecord()) {
        const auto kept = withVault(database, [&](Database &at, const PersonVault &vault) {
            return saveDraft(at, vault, {counter, intent.ticket, session.shift}, *intent.form,
                             clock);
        });
        if (!kept) {
            return std::unexpected(kept.error());
        }
    }
    if (intent.kind == CounterIntent::Kind::HandOver) {
        return answer;
    }
    if (intent.kind == CounterIntent::Kind::SignIn) {
        counter = intent.counter;
        const auto shift =
            signIn(database, context, counter, intent.staff, intent.pin, intent.takeOver, left);
        if (!shift) {
            return std::unexpected(shift.error());
        }
        answer.shift = shift->shift;
    } else if (intent.kind == CounterIntent::Kind::SignOut) {
        const auto shift = signOut(database, context, counter, session.staff);
        if (!shift) {
            return std::unexpected(shift.error());
        }
        return answer;
    } else if (intent.kind == CounterIntent::Kind::OpenRecord) {
        auto record = withVault(database, [&](Database &at, const PersonVault &vault) {
            return openDossier(at, context, vault, intent.dossier, session.staff, intent.reason);
        });
        const auto branch = readBranch(database);
        if (!record || !branch) {
            return std::unexpected(record ? branch.error() : record.error());
        }
        answer.formsDue = formsDue(branch->settings, record->visits);
        answer.record = std::move(*record);
    } else if (intent.kind == CounterIntent::Kind::Correct) {
        const auto corrected = withVault(database, [&](Database &at, const PersonVault &vault) {
            return correctIntake(at, context, vault,
                                 {.counter = counter,
                                  .code = intent.dossier,
                                  .corrected = *intent.corrected,
                                  .shift = session.shift,
                                  .seen = intent.seen});
        });
        if (!corrected) {
            return std::unexpected(corrected.error());
        }
    } else if (intent.isRecord()) {
        auto recorded = withVault(database, [&](Database &at, const PersonVault &vault) {
            return recordIntake(at, context, vault,
                                {.counter = counter,
                                 .intake = intent.form->intake,
                                 .knownPerson = intent.form->knownPerson,
                                 .ticket = intent.ticket,
                                 .typedOver = intent.form->typedOver,
                                 .shift = session.shift});
        });
        if (!recorded) {
            return std::unexpected(recorded.error());
        }
        answer.recorded = std::move(*recorded);
        if (intent.kind == CounterIntent::Kind::Record) {
            const auto acted = actAtCounter(
                database, {.id = command.finishId, .clock = clock},
                {.counter = counter, .action = LegAction::Finish, .ticket = intent.ticket});
            if (!acted) {
                answer.unfinished = acted.error();
            }
        }
    } else if (const auto action = legActionOf(intent.kind)) {
        const auto acted = actAtCounter(database, context,
                                        {.counter = counter,
                                         .action = *action,
                                         .to = intent.group,
                                         .reason = intent.reason,
                                         .toCounter = intent.counter,
                                         .ticket = intent.ticket});
        if (!acted) {
            return std::unexpected(acted.error());
        }
    } else if (intent.kind == CounterIntent::Kind::Unlock) {
        const auto unlocked =
            unlock(database, clock, counter, session.shift, session.staff, intent.pin);
        if (!unlocked) {
            return std::unexpected(unlocked.error());
        }
    } else if (const auto other = performOther(database, intent, context, counter); !other) {
        return std::unexpected(other.error());
    }
    // What was done is done, even if it cannot be read back now.
    if (auto overview = readCounter(database, clock, counter)) {
        answer.overview = std::move(*overview);
    }
    return answer;
}

void CounterRole::ask(const CounterIntent &intent)
{
    trace(u"counter asked %1"_s.arg(static_cast<int>(intent.kind)));
    if (m_pending) {
        return;
    }
    if (intent.kind == CounterIntent::Kind::HandOver && !intent.form) {
        handOver();
        return;
    }
    if (intent.kind == CounterIntent::Kind::Print
        || intent.kind == CounterIntent::Kind::PrintRegister) {
        printAsked(intent);
        return;
    }
    m_pending = PendingCommand{
        .id = QUuid::createUuid(), .intent = intent, .finishId = QUuid::createUuid()};
    m_pending->since.start();
    if (m_overview.current && (legActionOf(intent.kind) || intent.form)) {
        m_pending->intent.ticket = m_overview.current->ticket.ticket;
    }
    if (m_correction && m_correction->intent == intent) {
        m_pending->id = m_correction->id; // told once more, not corrected twice
    }
    if (m_unsure && intent.isRecord() && m_unsure->intent.ticket == m_pending->intent.ticket) {
        m_pending->id = m_unsure->id;
        m_pending->finishId = m_unsure->finishId;
    }
    if (m_offline.isAlone() && (m_lost || m_offline.mayTake(intent.kind))) {
        const PendingCommand command = *std::exchange(m_pending, {});
        goOn(command.intent, command.id);
        return;
    }
    m_window.setBusy(intent.kind);
    send();
}

void CounterRole::printAsked(const CounterIntent &intent)
{
    if (!m_session) {
        return;
    }
    if (intent.kind == CounterIntent::Kind::PrintRegister) {
        m_forms.printRegister(m_overview.hall.businessDate, m_session->staff, m_window.formQueue());
        return;
    }
    m_forms.print({.code = intent.dossier,
                   .form = intent.paper,
                   .staff = m_session->staff,
                   .reprintReason = intent.reason},
                  m_window.formQueue());
}

void CounterRole::goOn(const CounterIntent &intent, const QUuid &id)
{
    if (!m_offline.take(intent, id)) {
        m_window.showError(m_lostBy);
    }
}

void CounterRole::askUnsure()
{
    if (!m_session || !m_unsure || m_pending || !m_unsure->intent.ticket
        || isThere(*m_unsure->intent.ticket)) {
        return;
    }
    m_pending = m_unsure;
    m_pending->since.start();
    m_window.setBusy(m_pending->intent.kind);
    send();
}

void CounterRole::forgetUnsure()
{
    m_unsure.reset();
    m_tried.clear();
}

bool CounterRole::settleUnsure(const Result<Answer> &answer)
{
    if (!m_pending->intent.isRecord()) {
        return false;
    }
    if (!answer && answer.error().code == ErrorCode::CommandIdReused && !m_tried.empty()) {
        // An earlier try did arrive: its answer is what was recorded.
        m_pending->intent.form = m_tried.back();
        m_tried.pop_back();
        m_pending->isEarlier = true;
        send();
        return true;
    }
    if (answer || kindOf(answer.error().code) == ErrorKind::Refused) {
        forgetUnsure();
    } else {
        m_unsure = m_pending;
        m_tried.push_back(*m_pending->intent.form);
    }
    return false;
}

void CounterRole::handOver()
{
    // The shift stays open: whoever signs in here next goes on with it.
    m_left = m_session ? m_session->shift : QUuid();
    leave({}, true);
}

void CounterRole::send()
{
    expectAnswer();
    m_storage.run(
        this,
        [command = *m_pending, session = m_session.value_or(Session()), left = m_left,
         clock = m_clock](Database &database) {
            return perform(database, command, session, left, clock());
        },
        [this](const Result<Answer> &answer) { answered(answer); });
}

static int printsOf(const IssuedFormNote &form)
{
    const auto isOut = [](const FormPrint &print) { return print.state != FormState::Failed; };
    return static_cast<int>(std::ranges::count_if(form.prints, isOut));
}

/// The papers of a dossier for which @p due can be printed.
static std::vector<ShownRecord::Paper> papersOf(const DossierRecord &record, const QStringList &due)
{
    std::vector<ShownRecord::Paper> papers;
    for (const QString &form : due) {
        papers.push_back({.form = form});
    }
    for (const IssuedFormNote &form : record.forms) {
        const int prints = printsOf(form);
        auto paper = std::ranges::find(papers, form.form, &ShownRecord::Paper::form);
        if (paper == papers.end() && prints > 0) {
            paper = papers.insert(paper, {.form = form.form});
        }
        if (paper != papers.end()) {
            paper->prints += prints;
            paper->isOut = prints > 0 && !form.isOutdated; // the last one issued counts
        }
    }
    return papers;
}

static ShownRecord shown(const DossierRecord &record, const QStringList &due)
{
    ShownRecord shown{.dossier = record.dossier,
                      .procedure = record.procedure,
                      .onRecord = record.onRecord,
                      .papers = papersOf(record, due)};
    std::vector<QUuid> own; // the applicant, as each correction put them
    for (const DossierRecord::Visit &visit : record.visits) {
        if (own.empty() || visit.stored.isCorrection) {
            own.push_back(visit.stored.applicant);
        }
    }
    for (size_t i = 0; i < record.visits.size(); ++i) {
        const DossierRecord::Visit &visit = record.visits[i];
        const bool isOther = std::ranges::find(own, visit.stored.applicant) == own.end();
        ShownRecord::Entry entry{.at = visit.stored.recordedAt,
                                 .counter = visit.stored.counter,
                                 .staff = visit.stored.staff,
                                 .outcome = visit.stored.outcome,
                                 .who = isOther ? visit.intake.applicant.name : QString()};
        if (visit.stored.isCorrection) {
            entry.corrected = {.before = foundByCorrection(record.visits, i),
                               .after = visit.intake};
        }
        shown.entries.push_back(std::move(entry));
    }
    if (!record.visits.empty()) {
        shown.last = record.visits.back().stored.id;
    }
    return shown;
}

void CounterRole::answered(const Result<Answer> &answer)
{
    constexpr std::chrono::milliseconds Pause(200);
    // Then the clerk is asked to decide. A single try takes longer while another holds the lock.
    constexpr qint64 LongestRetryMs = 10'000;
    if (!answer && kindOf(answer.error().code) == ErrorKind::Busy
        && m_pending->since.elapsed() < LongestRetryMs) {
        QTimer::singleShot(Pause, this, &CounterRole::send);
        return;
    }
    const bool isCut = !answer && kindOf(answer.error().code) == ErrorKind::Storage
                       && !isFinal(answer.error().code)
                       && (m_lost || answer.error().code == ErrorCode::ConnectionLost);
    if (isCut) {
        m_offline.setLinked(false); // as the storage thread is about to say
        if (m_offline.mayTake(m_pending->intent.kind)) {
            const PendingCommand command = *std::exchange(m_pending, {});
            answerCame();
            m_window.setBusy({});
            goOn(command.intent, command.id);
            return;
        }
    }
    if (settleUnsure(answer)) {
        return;
    }
    if (answer && answer->recorded) {
        recorded(*answer->recorded, *m_pending);
    }
    if (answer && answer->unfinished) {
        // What is recorded is not recorded again: only the visit is still to be finished.
        m_pending->id = m_pending->finishId;
        m_pending->intent = {.kind = CounterIntent::Kind::Finish,
                             .ticket = m_pending->intent.ticket};
        answered(std::unexpected(*answer->unfinished));
        return;
    }
    answerCame();
    const CounterIntent intent = m_pending->intent;
    if (intent.kind == CounterIntent::Kind::Correct) {
        const bool isUnsure = !answer && kindOf(answer.error().code) != ErrorKind::Refused;
        m_correction = isUnsure ? m_pending : std::nullopt;
    }
    m_pending.reset();
    if (!answer) {
        m_window.setBusy({});
        refused(intent, answer.error());
        read();
        return;
    }
    switch (intent.kind) {
    case CounterIntent::Kind::SignIn:
        signedIn(intent, answer->shift);
        break;
    case CounterIntent::Kind::Unlock:
        m_window.unlock();
        break;
    case CounterIntent::Kind::SignOut:
        m_window.setBusy({});
        leave({});
        return;
    case CounterIntent::Kind::HandOver:
        m_window.setBusy({});
        handOver();
        return;
    default:
        break;
    }
    if (answer->overview) {
        show(*answer->overview);
    } else {
        read();
    }
    m_window.setBusy({});
    if (answer->record && m_session) {
        m_window.showRecord(shown(*answer->record, answer->formsDue));
    }
    if (intent.kind == CounterIntent::Kind::Correct) {
        m_window.showCorrected(intent.dossier);
    }
    askUnsure();
}

void CounterRole::refused(const CounterIntent &intent, const Error &error)
{
    if (intent.kind == CounterIntent::Kind::Correct) {
        m_window.refuseCorrection(error);
        return;
    }
    if (!intent.isRecord()) {
        m_window.showError(error);
        return;
    }
    const auto fault = [this](const QString &field, const QString &problem) {
        m_window.showFaults({{field, problem}});
    };
    switch (error.code) {
    case ErrorCode::InvalidIntake:
        m_window.showFaults(faultsFromLines(error.subject));
        break;
    case ErrorCode::DossierCodeUsed:
        m_window.showError(error);
        fault(u"official_code"_s, u"used"_s);
        break;
    case ErrorCode::CalendarNotConfirmed:
        m_window.showError(error);
        fault(u"due"_s, u"not_confirmed"_s);
        break;
    default:
        m_window.showError(error);
    }
}

void CounterRole::recorded(const IntakeAnswer &intake, const PendingCommand &command)
{
    m_window.showRecorded(
        {.outcome = intake.outcome,
         .code = intake.code,
         .person = intake.person,
         .due = intake.due,
         .warnings = intake.warnings,
         .staysHere = command.intent.kind == CounterIntent::Kind::RecordAnother,
         .isEarlier = command.isEarlier,
         .isElsewhere = !command.intent.ticket || !isThere(*command.intent.ticket)});
    print(intake);
}

void CounterRole::print(const IntakeAnswer &intake)
{
    if (const QString queue = m_window.formQueue(); !queue.isEmpty() && !intake.code.isEmpty()) {
        m_forms.print({.code = intake.code, .staff = intake.staff}, queue);
    }
}

void CounterRole::keepDraft(const TicketNumber &ticket, const Draft &draft)
{
    if (!m_session) {
        return;
    }
    if (m_offline.isAlone()) {
        m_offline.keepDraft(ticket, draft);
        return;
    }
    if (m_unread == ticket || (m_pending && m_pending->intent.form)) {
        m_window.setDraftSaved(false); // asked again in a moment
        return;
    }
    struct Kept
    {
        IntakeRules rules;
        std::optional<LocalTime> due;
    };
    m_storage.run(
        this,
        [ticket, draft, session = *m_session, now = m_clock](Database &database) {
            return withVault(database, [&](Database &at, const PersonVault &vault) -> Result<Kept> {
                const QDateTime clock = now();
                const auto kept =
                    saveDraft(at, vault, {session.counter, ticket, session.shift}, draft, clock);
                if (!kept) {
                    return std::unexpected(kept.error());
                }
                Intake whole = draft.intake;
                auto rules = checkIntakeNow(at, whole, clock);
                if (!rules) {
                    return Kept{}; // it is kept; when it is due cannot be said
                }
                return Kept{.rules = std::move(*rules), .due = whole.due};
            });
        },
        [this, ticket](const Result<Kept> &kept) {
            if (!isThere(ticket)) {
                return;
            }
            if (!kept) {
                if (!isGone(kept.error())) {
                    m_window.setDraftSaved(false);
                }
                return;
            }
            m_window.setDraftSaved(true);
            m_window.showRules(kept->rules, kept->due);
        });
}

void CounterRole::restoreDraft(const TicketNumber &ticket, bool isTold)
{
    m_unread = ticket;
    m_storage.run(
        this,
        [ticket, session = *m_session](Database &database) {
            return withVault(database, [&](Database &at, const PersonVault &vault) {
                return draftAt(at, vault, {session.counter, ticket, session.shift});
            });
        },
        [this, ticket, isTold](const Result<std::optional<Draft>> &draft) {
            if (!isThere(ticket) || m_unread != ticket) {
                return;
            }
            if (draft) {
                m_unread.reset();
                m_window.restoreDraft(*draft);
                return;
            }
            const bool isNews =
                !isTold && !isGone(draft.error()) && kindOf(draft.error().code) != ErrorKind::Busy;
            if (isNews) {
                m_window.showError(draft.error());
            }
            constexpr std::chrono::seconds Pause(1);
            QTimer::singleShot(Pause, this, [this, ticket, isTold = isTold || isNews] {
                if (isThere(ticket) && m_unread == ticket) {
                    restoreDraft(ticket, isTold);
                }
            });
        });
}

void CounterRole::findPerson(const QString &number)
{
    m_storage.run(
        this,
        [number](Database &database) {
            return withVault(database, [&](Database &at, const PersonVault &vault) {
                return findKnownPerson(at, vault, number);
            });
        },
        [this, number](const Result<std::optional<KnownPerson>> &known) {
            if (known) {
                m_window.offerKnown(number, *known);
                return;
            }
            m_window.forgetLookUp();
            if (!m_offline.isAlone() && kindOf(known.error().code) != ErrorKind::Busy) {
                m_window.showError(known.error());
            }
        });
}

void CounterRole::notePerson(const TicketNumber &ticket, const QUuid &person, const QUuid &command)
{
    if (!m_session) {
        return;
    }
    m_storage.run(
        this,
        [ticket, person, command, session = *m_session, clock = m_clock](Database &database) {
            return notePersonReused(database, {command, clock()},
                                    {session.counter, ticket, session.shift}, person);
        },
        [this, ticket, person, command](const Result<> &noted) {
            if (noted) {
                return;
            }
            if (kindOf(noted.error().code) == ErrorKind::Busy) {
                constexpr std::chrono::seconds Pause(1);
                QTimer::singleShot(Pause, this, [this, ticket, person, command] {
                    notePerson(ticket, person, command);
                });
                return;
            }
            m_window.showError(noted.error());
        });
}

void CounterRole::findDossier(const QString &code)
{
    m_storage.run(
        this,
        [code](Database &database) {
            return withVault(database, [&](Database &at, const PersonVault &vault) {
                return dossierAtHand(at, vault, code);
            });
        },
        [this, code](const Result<std::optional<DossierAtHand>> &dossier) {
            if (dossier) {
                m_window.goOnWith(code, *dossier);
            } else {
                m_window.showError(dossier.error());
            }
        });
}

void CounterRole::findDossiers(const QString &typed, bool late)
{
    m_storage.run(
        this,
        [typed, late, now = m_clock](Database &database) {
            return withVault(database, [&](Database &at, const PersonVault &vault) {
                const QDateTime clock = now();
                return late ? overdueDossiers(at, vault, FindLayer::Most, clock)
                            : searchDossiers(at, vault, typed, FindLayer::Most, clock);
            });
        },
        [this, typed, late](const Result<std::vector<DossierListing>> &found) {
            m_window.showFound(typed, late, found);
        });
}

void CounterRole::signedIn(const CounterIntent &intent, const QUuid &shift)
{
    m_session = Session{.counter = intent.counter, .staff = intent.staff, .shift = shift};
    m_offline.rememberPin(intent.pin);
    m_left = {};
    m_lease.start();
    readCatalogue(); // in the order of what this counter records
    CounterSettings settings = m_window.settings();
    settings.counter = intent.counter;
    settings.staff = intent.staff;
    if (settings != m_window.settings()) {
        m_window.setSettings(settings);
        Q_EMIT settingsChanged(settings);
    }
}

void CounterRole::read()
{
    if (!m_session) {
        return;
    }
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    expectAnswer();
    m_storage.run(
        this,
        [counter = m_session->counter, clock = m_clock](Database &database) {
            return readCounter(database, clock(), counter);
        },
        [this](const Result<CounterOverview> &overview) {
            m_reading = false;
            if (!m_pending) {
                answerCame();
            }
            // An answer under way brings a newer picture; an older one must not flash before it.
            if (overview && m_session && !m_pending) {
                show(*overview);
                askUnsure();
            }
            if (std::exchange(m_readAgain, false)) {
                read();
            }
        });
}

void CounterRole::show(const CounterOverview &read)
{
    if (!m_session || read.counter != m_session->counter) {
        return;
    }
    if (read.shift != m_session->shift) {
        const ErrorCode why = !read.shift.isNull()               ? ErrorCode::CounterTaken
                              : read.hall.businessDate.isValid() ? ErrorCode::NotSignedIn
                                                                 : ErrorCode::DayNotOpen;
        leave(Error{why, QString::number(m_session->counter), {}});
        return;
    }
    if (!m_offline.isSettled()) {
        return; // it does not know yet what was done here
    }
    const CounterOverview overview = m_offline.onTop(read);
    const bool first = m_overview.counter == 0;
    const bool came = !first && m_overview.mine.empty() && !m_overview.current
                      && !overview.mine.empty() && !overview.current;
    const auto numberOf = [](const CounterOverview &shown) {
        return shown.current ? std::optional(shown.current->ticket.ticket) : std::nullopt;
    };
    const bool isAnother = numberOf(m_overview) != numberOf(overview);
    m_clockAhead = overview.hall.branchNow - m_clock().toMSecsSinceEpoch();
    m_overview = overview;
    m_window.setOverview(overview);
    if (isAnother && overview.current && !m_offline.isAlone()) {
        m_window.awaitDraft();
        restoreDraft(overview.current->ticket.ticket);
    }
    traceWhenPainted(m_window, u"counter painted %1"_s.arg(overview.hall.seq));
    if (came) {
        Q_EMIT arrived();
        if (m_window.settings().pingEnabled) {
            m_ping->play();
        }
    }
    if (overview.hall.businessDate.isValid() && overview.hall.businessDate != m_catalogueDay) {
        readCatalogue();
    }
    m_offline.follow(read);
}

void CounterRole::readCatalogue()
{
    struct Read
    {
        Catalogue catalogue;
        QDate day;
    };
    m_storage.run(
        this,
        [counter = m_session ? m_session->counter : 0,
         clock = m_clock](Database &database) -> Result<Read> {
            auto catalogue = readCounterCatalogue(database, counter);
            if (!catalogue) {
                return std::unexpected(catalogue.error());
            }
            const auto hall = readHall(database, clock());
            return Read{std::move(*catalogue), hall ? hall->businessDate : QDate()};
        },
        [this](const Result<Read> &read) {
            if (read) {
                m_catalogueDay = read->day;
                m_window.setCatalogue(read->catalogue);
                m_offline.setProcedures(read->catalogue.procedures);
                traceWhenPainted(m_window, u"counter painted"_s);
            }
        });
}

void CounterRole::keepLease()
{
    if (!m_session) {
        return;
    }
    m_storage.run(
        this,
        [session = *m_session, clock = m_clock](Database &database) {
            return beat(database, session.counter, session.shift, clock());
        },
        [](const Result<> &) {}); // who is not signed in any more is told by what is read
    read();
}

void CounterRole::expectAnswer()
{
    if (!m_lost && !m_stalled.isActive() && !m_toldStalled) {
        m_slow.start();
        m_stalled.start();
    }
}

void CounterRole::answerCame()
{
    m_slow.stop();
    m_stalled.stop();
    m_window.setLoading(false);
    if (std::exchange(m_toldStalled, false)) {
        m_window.setOffline({});
    }
}

void CounterRole::leave(const std::optional<Error> &why, bool another)
{
    m_session.reset();
    forgetUnsure();
    m_correction.reset(); // nothing of a citizen stays
    m_offline.leave();
    m_overview = {};
    m_unread.reset();
    m_lease.stop();
    m_window.showSignIn(why, another);
}

} // namespace motcua
