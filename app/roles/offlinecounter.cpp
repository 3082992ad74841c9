// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/offlinecounter.h"

#include "core/pin.h"
#include "operations/counterbreak.h"
#include "operations/signin.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>
#include <map>
#include <ranges>

using namespace Qt::StringLiterals;

namespace motcua {

Q_LOGGING_CATEGORY(lcOfflineCounter, "motcua.offlinecounter", QtWarningMsg)

/// So long a number may be on its way from a kiosk that was cut off as well.
static constexpr qint64 KioskTellsMs = 60'000;

OfflineCounter::OfflineCounter(StorageThread &storage, CounterWindow &window, QString folder,
                               Clock clock, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_window(window)
    , m_folder(std::move(folder))
    , m_clock(std::move(clock))
{
    m_disk.setMaxThreadCount(1);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_later.clear();
        tell();
    });
    connect(&m_window, &CounterWindow::keptSeen, this, [this](const QUuid &id) {
        if (m_journal) {
            keep({.dropped = id}, [] {});
        }
    });
    connect(&m_window, &CounterWindow::keptOpened, this, &OfflineCounter::mend);
    if (!m_folder.isEmpty()) {
        connect(&m_storage, &StorageThread::changed, this, &OfflineCounter::openJournal);
    }
}

OfflineCounter::~OfflineCounter()
{
    m_disk.waitForDone();
}

/// Its key is the branch's: it opens with the first answer of the branch.
void OfflineCounter::openJournal()
{
    if (m_journal || std::exchange(m_isOpening, true)) {
        return;
    }
    using Opened = std::shared_ptr<CounterJournal>;
    m_storage.run(
        this,
        [folder = m_folder](Database &database) -> Result<Opened> {
            return withVault(database, [&](Database &, const PersonVault &vault) -> Result<Opened> {
                auto opened = CounterJournal::open(folder, vault.fileKey("counter journal"));
                if (!opened) {
                    return std::unexpected(opened.error());
                }
                return Opened(std::move(*opened));
            });
        },
        [this](const Result<Opened> &opened) {
            if (opened) {
                m_journal = *opened;
                m_unopened.reset();
                m_sinceLink.start();
                showKept();
                tell();
                return;
            }
            qCWarning(lcOfflineCounter)
                << "does not go on without the branch:" << word(opened.error().code)
                << opened.error().detail;
            m_isOpening = false; // tried again with the next change
            using enum ErrorCode;
            const auto here = {FolderInUse, DiskFull, FileUnwritable, FileUnreadable, KeyMissing};
            if (std::ranges::find(here, opened.error().code) != here.end()) {
                m_unopened = opened.error().code;
                showKept();
            }
        });
}

qint64 OfflineCounter::now() const
{
    return m_clock().toMSecsSinceEpoch() + m_ahead;
}

void OfflineCounter::setLinked(bool linked, const std::optional<Error> &ended)
{
    m_ended = ended;
    if (m_linked == linked) {
        showKept();
        return;
    }
    m_linked = linked;
    m_later.clear();
    m_sinceLink.start();
    m_refusals.reset();
    if (linked) {
        if (m_here && !m_here->isKept && !m_here->mends) {
            m_here.reset(); // as the branch knows it
        }
        m_wasSettled = false;
        showKept();
        tell();
        return;
    }
    if (m_base && m_base->current && !m_here) {
        m_here = hereOf(*m_base->current);
    }
    showKept();
    if (isAlone()) {
        Q_EMIT moved(picture(), std::nullopt);
    }
}

void OfflineCounter::follow(const CounterOverview &overview)
{
    m_base = overview;
    m_ahead = overview.hall.branchNow - m_clock().toMSecsSinceEpoch();
    if (m_journal && m_linked && !m_journal->content().visits.empty()) {
        tell(); // whose end nobody told is here again, or is not
    }
}

void OfflineCounter::setProcedures(const std::vector<Procedure> &procedures)
{
    m_procedures = procedures;
}

void OfflineCounter::rememberPin(const QString &pin)
{
    m_pinHash.clear();
    m_wrongPins = 0;
    if (!isOfServer()) {
        return;
    }
    m_disk.start([this, pin] { // takes longer than a screen may stand still
        const auto hash = hashOfPin(pin);
        QMetaObject::invokeMethod(
            this, [this, hash] { m_pinHash = hash ? *hash : QString(); }, Qt::QueuedConnection);
    });
}

/// Guessing is slowed down as by the branch.
void OfflineCounter::unlock(const QString &pin)
{
    const auto wait = pinthrottle::waitAfter(m_wrongPins);
    const qint64 left =
        wait ? std::chrono::milliseconds(*wait).count() - m_sinceWrongPin.elapsed() : 0;
    if (!wait) {
        m_window.showError({ErrorCode::PinLocked, m_base->staff, {}});
        return;
    }
    if (m_wrongPins > 0 && left > 0) {
        m_window.showError({ErrorCode::PinThrottled, QString::number((left + 999) / 1000), {}});
        return;
    }
    m_window.setBusy(CounterIntent::Kind::Unlock);
    m_disk.start([this, hash = m_pinHash, pin, staff = m_base->staff] {
        const bool isRight = isPinOf(hash, pin);
        QMetaObject::invokeMethod(
            this,
            [this, isRight, staff] {
                m_window.setBusy({});
                m_wrongPins = isRight ? 0 : m_wrongPins + 1;
                if (isRight) {
                    m_window.unlock();
                    return;
                }
                m_sinceWrongPin.start();
                noteWrongPin();
                m_window.showError({ErrorCode::WrongPin, staff, {}});
            },
            Qt::QueuedConnection);
    });
}

/// The branch is told with the rest.
void OfflineCounter::noteWrongPin()
{
    if (!m_base || m_linked) {
        return;
    }
    if (!m_refusals || m_refusals->staff != m_base->staff) {
        m_refusals = OfflineRefusals{
            .id = QUuid::createUuid(), .counter = m_base->counter, .staff = m_base->staff};
    }
    ++m_refusals->failures;
    m_refusals->lastAt = now();
    keep({.refusals = m_refusals}, [this] { tell(); });
}

void OfflineCounter::leave()
{
    m_endsBreak = false;
    m_pinHash.clear();
    if (m_here && m_here->isKept && m_journal) {
        // He is not served here any more: whoever signs in next can go on with him.
        OfflineVisit visit = m_here->visit;
        visit.leg.state = LegState::Held;
        visit.leg.endedAt = now();
        keep({.visit = visit}, [this] { tell(); });
    }
    m_here.reset();
    m_base.reset();
}

OfflineCounter::Here OfflineCounter::hereOf(const CurrentTicket &current) const
{
    return {.visit = {.id = QUuid::createUuid(),
                      .ticket = current.ticket.ticket,
                      .date = m_base->hall.businessDate,
                      .counter = m_base->counter,
                      .staff = m_base->staff,
                      .leg = {.calledAt = current.calledAt,
                              .startedAt = current.startedAt,
                              .state = current.state}},
            .shown = current};
}

CounterOverview OfflineCounter::onTop(CounterOverview overview) const
{
    if (m_here) {
        overview.current = m_here->shown;
        std::erase_if(overview.held, [this](const HeldTicket &held) {
            return held.ticket.ticket == m_here->visit.ticket;
        });
    }
    return overview;
}

CounterOverview OfflineCounter::picture() const
{
    CounterOverview overview = *m_base;
    overview.current.reset();
    overview.undoable.reset();
    overview.hall.branchNow = now();
    overview.hallIsHeard = overview.hallIsHeard && m_linked;
    return onTop(std::move(overview));
}

bool OfflineCounter::isSettled() const
{
    if (!m_linked || !m_journal) {
        return true;
    }
    if (m_endsBreak) {
        return false;
    }
    const auto content = m_journal->content();
    return std::ranges::none_of(content.visits, [this](const CounterJournal::Visit &one) {
        const bool isLive = m_here && m_here->visit.id == one.visit.id;
        const bool isElsewhere = one.visit.isHere() && (!isLive || m_here->isApart);
        return !isElsewhere && !m_later.contains(one.visit.id);
    });
}

// ---- What is asked

/// What is known of @p number, whose last word may be missing.
WaitingTicket OfflineCounter::known(const TicketNumber &number) const
{
    const auto is = [&number](const WaitingTicket &one) { return one.ticket == number; };
    for (const auto *list : {&m_base->mine, &m_base->branch}) {
        if (const auto one = std::ranges::find_if(*list, is); one != list->end()) {
            return *one;
        }
    }
    for (const HeldTicket &one : m_base->held) {
        if (is(one.ticket)) {
            return one.ticket;
        }
    }
    for (const MissedTicket &one : m_base->missed) {
        if (is(one.ticket)) {
            return one.ticket;
        }
    }
    return {.ticket = number, .group = QChar(number.series), .queuedAt = now()};
}

bool OfflineCounter::mayTake(CounterIntent::Kind kind) const
{
    switch (kind) {
    case CounterIntent::Kind::CallNext:
    case CounterIntent::Kind::CallOutOfTurn:
    case CounterIntent::Kind::Resume:
        return isAlone() && !m_here && !m_ended;
    case CounterIntent::Kind::Recall:
    case CounterIntent::Kind::Start:
    case CounterIntent::Kind::Finish:
    case CounterIntent::Kind::NoShow:
    case CounterIntent::Kind::Hold:
    case CounterIntent::Kind::Record:
    case CounterIntent::Kind::RecordAnother:
        return isAlone() && m_here;
    case CounterIntent::Kind::EndBreak:
        return isAlone() && !m_linked && !m_ended;
    case CounterIntent::Kind::Unlock:
        return isAlone() && !m_linked && !m_pinHash.isEmpty();
    default:
        return false;
    }
}

bool OfflineCounter::take(const CounterIntent &intent, const QUuid &id)
{
    // A form that was asked for again may be somebody else's than who is here.
    const bool isOfAnother = m_here && intent.ticket && *intent.ticket != m_here->visit.ticket;
    if (!mayTake(intent.kind) || isOfAnother) {
        return false;
    }
    switch (intent.kind) {
    case CounterIntent::Kind::CallNext:
        return !m_base->mine.empty() && begin(m_base->mine.front(), LegState::Called);
    case CounterIntent::Kind::CallOutOfTurn:
        return intent.ticket && begin(known(*intent.ticket), LegState::Called);
    case CounterIntent::Kind::Resume:
        return intent.ticket && begin(known(*intent.ticket), LegState::Serving);
    case CounterIntent::Kind::EndBreak:
        m_endsBreak = true;
        m_base->presence = Presence::Open;
        Q_EMIT moved(picture(), std::nullopt);
        return true;
    case CounterIntent::Kind::Unlock:
        unlock(intent.pin);
        return true;
    default:
        break;
    }
    switch (intent.kind) {
    case CounterIntent::Kind::Recall: // by mouth
        m_here->shown.calledAt = now();
        ++m_here->shown.ticket.calls;
        Q_EMIT moved(picture(), std::nullopt);
        return true;
    case CounterIntent::Kind::Start: {
        OfflineVisit visit = m_here->visit;
        visit.leg.state = LegState::Serving;
        visit.leg.startedAt = now();
        m_window.setBusy(intent.kind);
        keep({.visit = visit, .isAsked = true}, [this, visit] {
            if (isHere(visit.id)) {
                m_here->visit = visit;
                m_here->shown.state = LegState::Serving;
                m_here->shown.startedAt = visit.leg.startedAt;
                m_here->isKept = true;
                Q_EMIT moved(picture(), std::nullopt);
            }
            tell();
        });
        return true;
    }
    case CounterIntent::Kind::Finish:
        end(intent, LegState::Completed);
        return true;
    case CounterIntent::Kind::NoShow:
        end(intent, LegState::NoShow);
        return true;
    case CounterIntent::Kind::Hold:
        end(intent, LegState::Held);
        return true;
    case CounterIntent::Kind::Record:
    case CounterIntent::Kind::RecordAnother:
        record(intent, id);
        return true;
    default:
        return false;
    }
}

bool OfflineCounter::begin(const WaitingTicket &ticket, LegState state)
{
    CurrentTicket current{.ticket = ticket,
                          .state = state,
                          .firstCalledAt = now(),
                          .calledAt = now(),
                          .startedAt = state == LegState::Serving ? now() : 0,
                          .announcement = AnnouncementState::Silent};
    current.ticket.calls = 1;
    Here here = hereOf(current);
    here.isKept = true;
    m_window.setBusy(CounterIntent::Kind::CallNext);
    keep({.visit = here.visit, .isAsked = true}, [this, here] {
        if (!m_base) {
            return; // left meanwhile
        }
        m_here = here;
        const auto is = [&here](const WaitingTicket &one) {
            return one.ticket == here.visit.ticket;
        };
        std::erase_if(m_base->mine, is);
        std::erase_if(m_base->branch, is);
        std::erase_if(m_base->held, [&is](const HeldTicket &one) { return is(one.ticket); });
        std::erase_if(m_base->missed, [&is](const MissedTicket &one) { return is(one.ticket); });
        Q_EMIT moved(picture(), std::nullopt);
        tell();
    });
    return true;
}

void OfflineCounter::end(const CounterIntent &intent, LegState state)
{
    if (m_here->mends) { // looked at, and left as it is, unless the clerk says that it is none
        const QUuid refused = m_here->mends->id;
        gone(m_here->visit.id, state, {});
        if (state == LegState::Completed && !intent.form) {
            keep({.dropped = refused}, [] {});
        }
        return;
    }
    OfflineVisit visit = m_here->visit;
    visit.leg.state = state;
    visit.leg.endedAt = now();
    m_window.setBusy(intent.kind);
    keep({.visit = visit,
          .draft = state == LegState::Completed ? std::nullopt : intent.form,
          .isAsked = true},
         [this, id = visit.id, state, reason = intent.reason] { gone(id, state, reason); });
}

/// What can be said of @p intake without the branch; the rest is checked when it is told.
std::vector<IntakeFault> OfflineCounter::faultsOf(Intake intake) const
{
    const auto procedure = std::ranges::find(m_procedures, intake.procedure, &Procedure::code);
    const bool isKnown = procedure != m_procedures.end();
    const QTimeZone zone(m_base->hall.branch.settings.timeZone.toLatin1());
    const LocalTime received = wallClock(QDateTime::fromMSecsSinceEpoch(now(), Qt::UTC), zone);
    std::optional<LocalTime> due;
    if (isKnown && intake.caseIndex >= 0
        && static_cast<size_t>(intake.caseIndex) < procedure->cases.size()) {
        const ProcedureCase &which = procedure->cases[static_cast<size_t>(intake.caseIndex)];
        intake.documents = completed(intake.documents, which);
        due = limitOf(which, intake.channel) ? std::optional(received) : std::nullopt;
    }
    auto faults = checkIntake(intake, isKnown ? &*procedure : nullptr, due, received);
    if (!intake.dossier.isEmpty()) { // what its procedure says is as old as it is
        std::erase_if(faults, [](const IntakeFault &fault) {
            return fault.problem == "not_taken"_L1 || fault.field == "due"_L1;
        });
    }
    return faults;
}

void OfflineCounter::record(const CounterIntent &intent, const QUuid &id)
{
    if (const auto faults = faultsOf(intent.form->intake); !faults.empty()) {
        m_window.showFaults(faults);
        return;
    }
    const bool isOver = intent.kind == CounterIntent::Kind::Record;
    const bool isMended = m_here->mends.has_value();
    OfflineVisit visit = m_here->visit;
    Step step{.intake = OfflineIntake{.id = id,
                                      .visit = visit.id,
                                      .ticket = visit.ticket,
                                      .date = visit.date,
                                      .counter = visit.counter,
                                      .staff = visit.staff,
                                      .recordedAt = now(),
                                      .form = *intent.form},
              .isAsked = true};
    if (isMended) {
        step.intake->staff = m_base->staff;                  // who answers for it now
        step.intake->recordedAt = m_here->mends->recordedAt; // the papers came then
        step.dropped = m_here->mends->id;
    } else {
        visit.leg.state = isOver ? LegState::Completed : visit.leg.state;
        visit.leg.endedAt = isOver ? now() : 0;
        step.visit = visit;
        step.draft = Draft(); // it is on record
    }
    m_window.setBusy(intent.kind);
    RecordedIntake shown{.at = step.intake->recordedAt,
                         .ticket = visit.ticket,
                         .procedure = intent.form->intake.procedure,
                         .outcome = intent.form->intake.outcome};
    const auto procedure = std::ranges::find(m_procedures, shown.procedure, &Procedure::code);
    shown.procedureName = procedure == m_procedures.end() ? Bilingual() : procedure->name;
    keep(step, [this, command = id, id = visit.id, isOver = isOver || isMended, shown] {
        Q_EMIT kept(command);
        m_window.showRecorded({.outcome = shown.outcome, .staysHere = !isOver, .isKept = true});
        if (m_base) {
            m_base->intakes.insert(m_base->intakes.begin(), shown);
        }
        if (isOver) {
            gone(id, LegState::Completed, {});
            return;
        }
        if (isHere(id)) {
            m_here->isKept = true;
            Q_EMIT moved(picture(), std::nullopt);
        }
        tell();
    });
}

bool OfflineCounter::isHere(const QUuid &visit) const
{
    return m_here && m_here->visit.id == visit;
}

/// @p visit has ended. Not here any more: the branch took it over, or the clerk left, meanwhile.
void OfflineCounter::gone(const QUuid &visit, LegState state, const QString &reason)
{
    if (isHere(visit) && m_base) {
        const Here here = *std::exchange(m_here, {});
        m_base->current.reset();
        if (state == LegState::Held && !here.mends) {
            m_base->held.insert(m_base->held.begin(),
                                {.ticket = here.shown.ticket, .reason = reason, .since = now()});
        } else if (state == LegState::NoShow && !here.mends) {
            m_base->missed.insert(
                m_base->missed.begin(),
                {.ticket = here.shown.ticket, .counter = here.visit.counter, .at = now()});
        }
        Q_EMIT moved(picture(), std::nullopt);
    }
    m_wasSettled = false;
    tell();
}

void OfflineCounter::keepDraft(const TicketNumber &ticket, const Draft &draft)
{
    if (!m_here || m_here->visit.ticket != ticket || m_here->mends) {
        m_window.setDraftSaved(m_here && m_here->mends); // kept already, as it was refused
        return;
    }
    keep({.visit = m_here->isKept ? std::nullopt : std::optional(m_here->visit), .draft = draft},
         [this, ticket] {
             if (m_here && m_here->visit.ticket == ticket) {
                 m_here->isKept = true;
                 m_window.setDraftSaved(true);
             }
             tell();
         });
}

template <typename Done>
void OfflineCounter::keep(const Step &step, Done done)
{
    const QUuid draftOf = m_here ? m_here->visit.id : QUuid(); // nobody else has the form open
    m_disk.start([this, journal = m_journal, step, draftOf, done = std::move(done)] {
        const auto kept = journal->keep({.visit = step.visit,
                                         .draft = step.draft,
                                         .draftOf = draftOf,
                                         .intake = step.intake,
                                         .refusals = step.refusals,
                                         .dropped = step.dropped});
        QMetaObject::invokeMethod(
            this,
            [this, kept, done, isAsked = step.isAsked] {
                if (kept) {
                    done();
                } else {
                    m_window.showError(kept.error());
                }
                if (isAsked) {
                    m_window.setBusy({});
                }
                showKept();
            },
            Qt::QueuedConnection);
    });
}

// ---- What is told

void OfflineCounter::later(const QUuid &id, ErrorCode why)
{
    using namespace std::chrono_literals;
    m_later.insert(id);
    m_again.start(why == ErrorCode::DayNotOpen ? 30s : 2s);
}

void OfflineCounter::tell()
{
    if (!m_linked || !m_journal || m_isTelling) {
        return;
    }
    if (m_endsBreak) {
        tellBreak();
        return;
    }
    const auto content = m_journal->content();
    for (const CounterJournal::Visit &kept : content.visits) {
        if (!m_later.contains(kept.visit.id) && tellVisit(kept)) {
            return;
        }
    }
    if (!std::exchange(m_wasSettled, true)) {
        Q_EMIT settled();
    }
    for (const CounterJournal::Intake &kept : content.intakes) {
        const bool isEarly =
            m_later.contains(kept.intake.id) || m_later.contains(kept.intake.visit);
        if (!kept.refused && !isEarly) {
            tellIntake(kept.intake);
            return;
        }
    }
    for (const OfflineRefusals &refusals : content.refusals) {
        if (!m_later.contains(refusals.id)) {
            tellRefusals(refusals);
            return;
        }
    }
}

/// Whether the branch may take the same another time.
static bool isForLater(const Error &error)
{
    return kindOf(error.code) != ErrorKind::Refused || error.code == ErrorCode::DayNotOpen
           || error.code == ErrorCode::UnknownTicket;
}

/// Tells @p kept and takes it off @p journal.
static Result<ToldVisit> toldVisit(Database &database, CounterJournal &journal,
                                   const CounterJournal::Visit &kept, Unknown unknown,
                                   const QDateTime &clock)
{
    const OfflineVisit &visit = kept.visit;
    const QUuid id = visit.isHere() ? QUuid::createUuid() : visit.id;
    auto told = tellVisit(database, {id, clock}, visit, unknown);
    if (!told && !visit.isHere() && !isForLater(told.error())) {
        told = ToldVisit{.ticket = visit.ticket, .apart = word(told.error().code)};
    }
    if (!told) {
        return told;
    }
    // Who is here, or comes back, goes on with what was filled in.
    if (kept.draft && visit.leg.state != LegState::Completed && told->apart.isEmpty()) {
        const auto saved = withVault(database, [&](Database &at, const PersonVault &vault) {
            return saveDraftOf(at, vault, visit.date, visit.ticket, *kept.draft, clock);
        });
        if (!saved) {
            return std::unexpected(saved.error());
        }
    }
    const auto settled = journal.settle(kept, *told);
    return settled ? told : std::unexpected(settled.error());
}

/// Returns whether the branch was asked.
bool OfflineCounter::tellVisit(const CounterJournal::Visit &kept)
{
    const OfflineVisit &visit = kept.visit;
    const bool isLive = m_here && m_here->visit.id == visit.id;
    if (visit.isHere() && !isLive) {
        adopt(kept);
        return false;
    }
    if (visit.isHere() && m_here->isApart) {
        return false;
    }
    m_isTelling = true;
    m_wasSettled = false;
    const Unknown unknown = m_sinceLink.elapsed() > KioskTellsMs ? Unknown::Take : Unknown::Wait;
    m_storage.run(
        this,
        [journal = m_journal, kept, unknown, clock = m_clock](Database &database) {
            return toldVisit(database, *journal, kept, unknown, clock());
        },
        [this, visit](const Result<ToldVisit> &told) {
            m_isTelling = false;
            const bool isStillHere = m_here && m_here->visit == visit;
            if (told && isStillHere) {
                if (m_base) {
                    m_base->current = m_here->shown; // the link may break before he is read again
                }
                m_here.reset(); // the branch has him
            } else if (!told && isStillHere && !isForLater(told.error())) {
                m_here->isApart = true;
                m_window.showError(told.error());
            } else if (!told) {
                qCWarning(lcOfflineCounter) << "not told yet:" << word(told.error().code);
                later(visit.id, told.error().code);
            }
            showKept();
            tell();
        });
    return true;
}

void OfflineCounter::tellBreak()
{
    m_isTelling = true;
    m_storage.run(
        this,
        [counter = m_base->counter, clock = m_clock](Database &database) {
            return endBreak(database, {QUuid::createUuid(), clock()}, counter);
        },
        [this](const Result<BreakAnswer> &ended) {
            m_isTelling = false;
            if (ended || kindOf(ended.error().code) == ErrorKind::Refused) {
                m_endsBreak = false; // or it had ended already
            } else {
                later({}, ended.error().code);
                return;
            }
            m_wasSettled = false;
            tell();
        });
}

void OfflineCounter::tellIntake(const OfflineIntake &intake)
{
    m_isTelling = true;
    m_storage.run(
        this,
        [journal = m_journal, intake, clock = m_clock](Database &database) -> Result<IntakeAnswer> {
            const auto answer = withVault(database, [&](Database &at, const PersonVault &vault) {
                return recordIntake(at, {intake.id, clock()}, vault, intake.request());
            });
            Result<> noted;
            if (answer) {
                noted = journal->drop(intake.id);
            } else if (!isForLater(answer.error())) {
                noted = journal->refuse(intake.id, answer.error());
            }
            return noted ? answer : std::unexpected(noted.error());
        },
        [this, intake](const Result<IntakeAnswer> &answer) {
            m_isTelling = false;
            if (answer) {
                Q_EMIT recorded(*answer);
            } else if (isForLater(answer.error())) {
                qCWarning(lcOfflineCounter) << "not recorded yet:" << word(answer.error().code);
                later(intake.id, answer.error().code);
            }
            showKept();
            tell();
        });
}

void OfflineCounter::tellRefusals(const OfflineRefusals &refusals)
{
    m_isTelling = true;
    m_storage.run(
        this,
        [journal = m_journal, refusals, clock = m_clock](Database &database) -> Result<> {
            const auto told = motcua::tellRefusals(database, clock(), refusals);
            return told || !isForLater(told.error()) ? journal->drop(refusals.id) : told;
        },
        [this, id = refusals.id](const Result<> &told) {
            m_isTelling = false;
            if (!told) {
                later(id, told.error().code);
            }
            tell();
        });
}

void OfflineCounter::adopt(const CounterJournal::Visit &orphan)
{
    if (!m_base || m_here) {
        return; // once somebody signs in here
    }
    OfflineVisit visit = orphan.visit;
    const bool isOwn = visit.staff == m_base->staff && visit.counter == m_base->counter
                       && visit.date == m_base->hall.businessDate
                       && (!m_base->current || m_base->current->ticket.ticket == visit.ticket);
    if (isOwn) {
        CurrentTicket current{.ticket = known(visit.ticket),
                              .state = visit.leg.state,
                              .firstCalledAt = visit.leg.calledAt,
                              .calledAt = visit.leg.calledAt,
                              .startedAt = visit.leg.startedAt,
                              .announcement = AnnouncementState::Silent};
        m_here = Here{.visit = visit, .shown = current, .isKept = true};
        m_wasSettled = false;
        Q_EMIT moved(picture(), orphan.draft);
    } else {
        visit.leg.state = LegState::Held;
        // The same each time: it may be looked at again before the disk has answered.
        visit.leg.endedAt = std::max(visit.leg.startedAt, visit.leg.calledAt);
        keep({.visit = visit}, [this] { tell(); });
        return;
    }
    QMetaObject::invokeMethod(this, &OfflineCounter::tell, Qt::QueuedConnection);
}

void OfflineCounter::mend(const QUuid &id)
{
    if (!m_journal || !m_base || m_here || onTop(*m_base).current) {
        return;
    }
    const auto content = m_journal->content();
    const auto kept = std::ranges::find(
        content.intakes, id, [](const CounterJournal::Intake &one) { return one.intake.id; });
    if (kept == content.intakes.end() || !kept->refused) {
        return;
    }
    const OfflineIntake &intake = kept->intake;
    CurrentTicket current{.ticket = known(intake.ticket),
                          .state = LegState::Serving,
                          .firstCalledAt = intake.recordedAt,
                          .calledAt = intake.recordedAt,
                          .startedAt = intake.recordedAt,
                          .announcement = AnnouncementState::Done};
    m_here = hereOf(current);
    m_here->visit.id = intake.visit;
    m_here->visit.date = intake.date;
    m_here->visit.counter = intake.counter;
    m_here->visit.staff = intake.staff;
    m_here->isApart = true;
    m_here->mends = intake;
    Q_EMIT moved(picture(), intake.form);
    const Error &why = *kept->refused;
    if (why.code == ErrorCode::InvalidIntake) {
        m_window.showFaults(faultsFromLines(why.subject));
    } else {
        m_window.showError(why);
    }
}

void OfflineCounter::showKept()
{
    KeptWork work{.isAlone = m_base && m_journal && !m_linked && !m_ended,
                  .unopened = m_unopened,
                  .ended = m_ended};
    if (m_journal) {
        const auto content = m_journal->content();
        std::map<QUuid, TicketNumber> unsent;
        for (const CounterJournal::Visit &one : content.visits) {
            if (!one.visit.isHere()) {
                unsent.emplace(one.visit.id, one.visit.ticket);
            }
        }
        for (const CounterJournal::Intake &one : content.intakes) {
            if (one.refused) {
                work.notes.push_back(
                    {.id = one.intake.id, .ticket = one.intake.ticket, .refused = one.refused});
            } else {
                unsent.emplace(one.intake.visit, one.intake.ticket);
            }
        }
        for (const CounterJournal::Apart &one : content.apart) {
            work.notes.push_back({.id = one.visit,
                                  .ticket = one.told.ticket,
                                  .apart = one.told.apart,
                                  .counter = one.told.counter});
        }
        std::ranges::copy(std::views::values(unsent), std::back_inserter(work.unsent));
        std::ranges::sort(work.unsent);
    }
    m_window.setKept(work);
}

} // namespace motcua
