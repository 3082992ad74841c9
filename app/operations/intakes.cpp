// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/intakes.h"

#include "core/dossiercode.h"
#include "core/vietnamesetext.h"
#include "operations/counteraccess.h"
#include "operations/dossiers.h"
#include "operations/hallchange.h"
#include "storage/cataloguerepository.h"
#include "storage/ticketrepository.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject IntakeAnswer::toJson() const
{
    return {{u"intake"_s, intake.toString(QUuid::WithoutBraces)},
            {u"outcome"_s, word(outcome)},
            {u"code"_s, code},
            {u"official_code"_s, officialCode},
            {u"state"_s, state ? QJsonValue(word(*state)) : QJsonValue()},
            {u"book"_s, book},
            {u"register_number"_s, registerNumber == 0 ? QJsonValue() : QJsonValue(registerNumber)},
            {u"due"_s, due ? QJsonValue(localTimeText(*due)) : QJsonValue()},
            {u"counter"_s, counter},
            {u"staff"_s, staff},
            {u"ticket"_s, ticket},
            {u"person"_s,
             person.isNull() ? QJsonValue() : QJsonValue(person.toString(QUuid::WithoutBraces))},
            {u"warnings"_s, QJsonArray::fromStringList(warnings)}};
}

IntakeAnswer IntakeAnswer::fromJson(const QJsonObject &json)
{
    IntakeAnswer answer{
        .intake = QUuid::fromString(json["intake"_L1].toString()),
        .outcome = outcomeFromWord(json["outcome"_L1].toString()).value_or(Outcome::Advised),
        .code = json["code"_L1].toString(),
        .officialCode = json["official_code"_L1].toString(),
        .state = dossierStateFromWord(json["state"_L1].toString()),
        .book = json["book"_L1].toString(),
        .registerNumber = json["register_number"_L1].toInt(),
        .due = localTimeFromText(json["due"_L1].toString()),
        .counter = json["counter"_L1].toInt(),
        .staff = json["staff"_L1].toString(),
        .ticket = json["ticket"_L1].toString(),
        .person = QUuid::fromString(json["person"_L1].toString())};
    for (const QJsonValue &warning : json["warnings"_L1].toArray()) {
        answer.warnings.append(warning.toString());
    }
    return answer;
}

QString hashOfLines(const QStringList &lines)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(lines.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString digestOf(const Dossier &dossier)
{
    return hashOfLines({dossier.id.toString(),
                        dossier.code,
                        dossier.officialCode,
                        dossier.businessDate.toString(Qt::ISODate),
                        QString::number(dossier.number),
                        dossier.book,
                        QString::number(dossier.registerNumber),
                        dossier.procedure,
                        QString::number(dossier.procedureVersion),
                        QString::number(dossier.caseIndex),
                        word(dossier.channel),
                        word(dossier.state),
                        localTimeText(dossier.received),
                        dossier.due ? localTimeText(*dossier.due) : QString(),
                        dossier.pausedAt ? localTimeText(*dossier.pausedAt) : QString(),
                        QString::number(dossier.notices),
                        word(dossier.resultChannel),
                        dossier.fee ? QString::number(*dossier.fee) : QString(),
                        QString::number(dossier.feeExempt ? 1 : 0),
                        QString::number(dossier.sets),
                        dossier.unit,
                        dossier.applicant.toString(),
                        dossier.owner.toString(),
                        QString::number(dossier.handedOverAt)});
}

QString digestOf(const StoredPerson &person)
{
    return hashOfLines({person.id.toString(), person.idIndex, person.phoneIndex, person.box});
}

static constexpr auto ErasedMark = "erased:"_L1;

QString erasedContent(const QString &content)
{
    return content.startsWith(ErasedMark) ? content : ErasedMark + hashOfLines({content});
}

bool isErased(const StoredIntake &intake)
{
    return intake.content.startsWith(ErasedMark);
}

QString digestOf(const StoredIntake &intake)
{
    return hashOfLines({intake.id.toString(), intake.dossier.toString(), intake.ticket.toString(),
                        QString::number(intake.leg), intake.businessDate.toString(Qt::ISODate),
                        QString::number(intake.counter), intake.staff,
                        QString::number(intake.recordedAt), word(intake.outcome),
                        QString::number(intake.isCorrection ? 1 : 0), intake.procedure,
                        QString::number(intake.procedureVersion), intake.applicant.toString(),
                        intake.owner.toString(), erasedContent(intake.content)});
}

Result<PersonVault> vaultOf(Database &database)
{
    IntakeRepository repository(database);
    const auto key = repository.publicKey();
    if (!key) {
        return std::unexpected(key.error());
    }
    if (key->isEmpty()) {
        return PersonVault::openOrCreate(database.keyFile());
    }
    const auto centreKey = repository.centreKey();
    return centreKey ? PersonVault::open(database.keyFile(), *key, *centreKey)
                     : std::unexpected(centreKey.error());
}

Result<> makeKey(Database &database, const QString &keyFile)
{
    const auto vault = PersonVault::openOrCreate(keyFile);
    if (!vault) {
        return std::unexpected(vault.error());
    }
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto set = IntakeRepository(database).setPublicKey(vault->publicKey());
    return set ? transaction->commit() : set;
}

namespace {

/// @p intake made whole from its procedure, and checked against it as of @p received. @p before is
/// the dossier it goes on with.
Result<IntakeRules> rulesFor(Database &database, const Branch &branch, Intake &intake,
                             const std::optional<Dossier> &before, const LocalTime &received)
{
    intake.officialCode = cleaned(intake.officialCode).toUpper(); // as it was pasted
    CatalogueRepository catalogue(database);
    IntakeRules rules;
    if (!intake.procedure.isEmpty()) {
        // A dossier keeps the version it was recorded with.
        const bool isKnown = before && before->procedure == intake.procedure;
        auto procedure = isKnown ? catalogue.procedure(intake.procedure, before->procedureVersion)
                                 : catalogue.procedure(intake.procedure);
        if (!procedure) {
            return std::unexpected(procedure.error());
        }
        rules.procedure = std::move(*procedure);
    }
    const auto *which =
        rules.procedure && intake.caseIndex >= 0
                && static_cast<size_t>(intake.caseIndex) < rules.procedure->cases.size()
            ? &rules.procedure->cases[static_cast<size_t>(intake.caseIndex)]
            : nullptr;
    if (which) {
        intake.documents = completed(intake.documents, *which);
    }
    std::optional<LocalTime> computed;
    bool offDay = false;
    if (intake.outcome == Outcome::Accepted) {
        const auto data = catalogue.calendar();
        if (!data) {
            return std::unexpected(data.error());
        }
        const WorkingCalendar calendar(*data);
        if (before && before->due && before->pausedAt) {
            const auto moved = dueAfterPause(calendar, *before->due, *before->pausedAt, received);
            if (!moved) {
                return std::unexpected(moved.error());
            }
            computed = *moved;
        } else if (before && before->due && before->procedure == intake.procedure
                   && before->caseIndex == intake.caseIndex && before->channel == intake.channel) {
            computed = before->due; // promised already
        } else if (const auto limit =
                       which ? limitOf(*which, intake.channel) : std::optional<Limit>()) {
            auto due = dueDate(calendar, *limit, received,
                               {.sameDayUntil = branch.settings.sameDayUntil,
                                .lateStartsNextDay = rules.procedure->lateStartsNextDay});
            if (due) {
                computed = due->due;
                rules.due = std::move(*due);
            } else if (!intake.due || due.error().code != ErrorCode::CalendarNotConfirmed) {
                return std::unexpected(due.error());
            } // else the clerk knows more than the calendar
        }
        offDay = intake.due && !calendar.isWorkingDay(intake.due->date);
        if (!intake.due) {
            intake.due = computed;
        }
    }
    const Procedure *procedure = rules.procedure ? &*rules.procedure : nullptr;
    rules.faults = checkIntake(intake, procedure, computed, received);
    if (offDay && intake.due != computed) {
        rules.faults.push_back({u"due"_s, u"off_day"_s});
    }
    if (before && before->procedure == intake.procedure) { // it was taken when it began
        std::erase_if(rules.faults,
                      [](const IntakeFault &fault) { return fault.problem == "not_taken"_L1; });
    }
    rules.warnings = intakeWarnings(intake, procedure, received.date);
    if (intake.outcome == Outcome::Supplement && before && before->notices > 0) {
        rules.warnings.append(u"second_notice"_s);
    }
    return rules;
}

/// The shift at @p counter, which must be @p wanted unless that is null.
Result<Shift> shiftOf(BranchTransaction &command, int counter, const QUuid &wanted)
{
    auto shift = shiftAt(command, counter);
    if (shift && !wanted.isNull() && shift->id != wanted) {
        return failure(ErrorCode::CounterTaken, QString::number(counter));
    }
    return shift;
}

/// Who recorded it and for which leg.
struct Desk
{
    int counter = 0;
    QString staff;
    std::optional<Leg> leg = {};
};

/// Whoever is there.
Result<Desk> deskOf(BranchTransaction &command, const IntakeRequest &request)
{
    const int counter = request.counter;
    const auto shift = shiftOf(command, counter, request.shift);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    const auto leg = TicketRepository(command.database()).atCounter(counter);
    if (!leg) {
        return std::unexpected(leg.error());
    }
    if (!*leg) {
        return failure(ErrorCode::NobodyAtCounter, QString::number(counter));
    }
    if (request.ticket && *request.ticket != (*leg)->number) {
        return failure(ErrorCode::IllegalTransition, request.ticket->toString());
    }
    return Desk{counter, shift->staff, *leg};
}

/// Whoever was there when the branch could not be reached.
Result<Desk> offlineDeskOf(BranchTransaction &command, const IntakeRequest &request)
{
    if (command.branch().businessDate.isNull()) {
        return failure(ErrorCode::DayNotOpen);
    }
    const auto groups = CatalogueRepository(command.database()).groupsOfCounter(request.counter);
    const auto staff = checkStaff(command.database(), request.offline->staff);
    if (!groups || !staff) {
        return std::unexpected(groups ? staff.error() : groups.error());
    }
    if (!*groups) {
        return failure(ErrorCode::UnknownCounter, QString::number(request.counter));
    }
    Desk desk{request.counter, request.offline->staff};
    TicketRepository tickets(command.database());
    const auto ticket = request.ticket ? tickets.find(request.offline->date, *request.ticket)
                                       : Result<std::optional<Ticket>>();
    if (!ticket || !*ticket) {
        return ticket ? Result<Desk>(desk) : std::unexpected(ticket.error());
    }
    const auto legs = tickets.legsOf((*ticket)->id);
    if (!legs) {
        return std::unexpected(legs.error());
    }
    for (const Leg &leg : *legs) { // its own stretch, if it has one
        const bool isOwn = desk.leg && desk.leg->counter == desk.counter;
        if (leg.state != LegState::Undone && (!isOwn || leg.counter == desk.counter)) {
            desk.leg = leg;
        }
    }
    return desk;
}

/// Everything of a form but its people, sealed.
QString sealedContent(const PersonVault &vault, const Intake &intake, const QUuid &id)
{
    QJsonObject json = toJson(intake);
    json.remove("applicant"_L1);
    json.remove("owner"_L1);
    return vault.seal(QJsonDocument(json).toJson(QJsonDocument::Compact), id);
}

/// What the people of a form are found by: made before the branch is locked, because it is slow.
struct IdIndexes
{
    QString applicant;
    QString owner;
};

Result<IdIndexes> idIndexesOf(const PersonVault &vault, const Intake &intake)
{
    const auto applicant = vault.idIndex(idKeyOf(intake.applicant));
    const auto owner = intake.owner ? vault.idIndex(idKeyOf(*intake.owner)) : Result<QString>();
    if (!applicant || !owner) {
        return std::unexpected(applicant ? owner.error() : applicant.error());
    }
    return IdIndexes{*applicant, *owner};
}

/// One recording under the branch lock.
class Recorder
{
public:
    Recorder(BranchTransaction &command, const PersonVault &vault, Intake intake, IdIndexes indexes)
        : m_command(command)
        , m_vault(vault)
        , m_intakes(command.database())
        , m_intake(std::move(intake))
        , m_indexes(std::move(indexes))
        , m_at(command.at())
    {
        takeTime(m_at);
    }

    Result<IntakeAnswer> record(const IntakeRequest &request);
    Result<IntakeAnswer> correct(const CorrectionRequest &request);

private:
    void takeTime(qint64 at);
    Result<> keepPublicKey();
    Result<> findBefore(const QString &code);
    Result<> checkOfficialCode();
    Result<QUuid> keepPerson(const Person &person, const QUuid &known, const QString &idIndex);
    Result<> keepPeople();
    Result<> moveDossier();
    void takeOver(Dossier &dossier, bool mayChangeOrigin) const;
    [[nodiscard]] bool changesNothing(const Intake &onRecord) const;
    Result<> take(std::initializer_list<Result<> (Recorder::*)()> steps);
    Result<IntakeAnswer> finish(EventKind kind, const Desk &desk);

    BranchTransaction &m_command;
    const PersonVault &m_vault;
    IntakeRepository m_intakes;
    Intake m_intake;
    IdIndexes m_indexes;
    qint64 m_at; ///< when it is recorded, or was without the branch
    bool m_isOffline = false;
    LocalTime m_received;
    IntakeRules m_rules;
    std::optional<Dossier> m_before;
    std::optional<Dossier> m_dossier; ///< as it will be
    QUuid m_known;                    ///< whose record may serve again
    QUuid m_applicant;
    QUuid m_owner;
    QJsonObject m_people; ///< new records: id and digest
    bool m_reused = false;
    bool m_typedOver = false;
};

void Recorder::takeTime(qint64 at)
{
    m_at = std::min(at, m_command.at());
    m_received =
        wallClock(QDateTime::fromMSecsSinceEpoch(m_at, Qt::UTC), m_command.branch().timeZone());
}

Result<> Recorder::keepPublicKey()
{
    const auto key = m_intakes.publicKey();
    if (!key) {
        return std::unexpected(key.error());
    }
    if (key->isEmpty()) {
        return m_intakes.setPublicKey(m_vault.publicKey());
    }
    if (*key != m_vault.publicKey()) {
        return failure(ErrorCode::KeyMissing, m_command.database().keyFile());
    }
    return {};
}

Result<> Recorder::findBefore(const QString &code)
{
    if (code.isEmpty()) {
        return {};
    }
    auto dossier = m_intakes.dossier(code);
    if (!dossier) {
        return std::unexpected(dossier.error());
    }
    if (!*dossier) {
        return failure(ErrorCode::UnknownDossier, code);
    }
    m_before = std::move(*dossier);
    const auto visits = m_intakes.intakesOf(m_before->id);
    if (!visits) {
        return std::unexpected(visits.error());
    }
    // Nothing is added to what was erased: whose it was is not known any more.
    return std::ranges::any_of(*visits, isErased)
               ? Result<>(failure(ErrorCode::DossierState, m_before->code))
               : Result<>();
}

Result<> Recorder::checkOfficialCode()
{
    if (m_intake.officialCode.isEmpty()) {
        return {};
    }
    const auto other = m_intakes.dossier(m_intake.officialCode);
    if (!other) {
        return std::unexpected(other.error());
    }
    if (*other && (!m_before || (*other)->id != m_before->id)) {
        return failure(ErrorCode::DossierCodeUsed, m_intake.officialCode);
    }
    return {};
}

Result<QUuid> Recorder::keepPerson(const Person &person, const QUuid &known, const QString &idIndex)
{
    const QString *told[] = {&person.name,  &person.idNumber, &person.otherId, &person.taxCode,
                             &person.phone, &person.email,    &person.address};
    if (std::ranges::all_of(told, &QString::isEmpty)) {
        return QUuid();
    }
    if (!known.isNull()) {
        const auto stored = m_intakes.person(known);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        if (*stored) {
            const auto before = unsealed(m_vault, **stored);
            if (!before) {
                return std::unexpected(before.error());
            }
            if (*before == person) {
                return known; // nothing changed: one record serves both
            }
        }
    }
    const QUuid id = QUuid::createUuid();
    StoredPerson stored{
        .id = id,
        .idIndex = idIndex,
        .phoneIndex = m_vault.phoneIndex(person.phone),
        .box = m_vault.seal(QJsonDocument(toJson(person)).toJson(QJsonDocument::Compact), id)};
    for (const QString &key : nameKeys(person.name)) {
        stored.words.append(m_vault.wordIndex(key));
    }
    stored.words.removeDuplicates();
    if (const auto kept = m_intakes.insert(stored, m_command.at(), m_command.nextSeq()); !kept) {
        return std::unexpected(kept.error());
    }
    m_people.insert(id.toString(QUuid::WithoutBraces), digestOf(stored));
    return id;
}

Result<> Recorder::keepPeople()
{
    const auto applicant = keepPerson(m_intake.applicant, m_known, m_indexes.applicant);
    if (!applicant) {
        return std::unexpected(applicant.error());
    }
    m_applicant = *applicant;
    if (m_intake.owner) {
        const auto owner =
            keepPerson(*m_intake.owner, m_before ? m_before->owner : QUuid(), m_indexes.owner);
        if (!owner) {
            return std::unexpected(owner.error());
        }
        m_owner = *owner;
    }
    return {};
}

/// What the form says of a dossier. Whose it is and how it came only a correction changes: somebody
/// else may bring the papers that were missing.
void Recorder::takeOver(Dossier &dossier, bool mayChangeOrigin) const
{
    if (mayChangeOrigin) {
        dossier.procedure = m_intake.procedure;
        dossier.procedureVersion = m_rules.procedure->version;
        dossier.channel = m_intake.channel;
        dossier.applicant = m_applicant;
        dossier.owner = m_owner;
    }
    dossier.caseIndex = m_intake.caseIndex;
    dossier.resultChannel = m_intake.resultChannel;
    dossier.fee = m_intake.fee;
    dossier.feeExempt = !m_intake.feeExemption.isEmpty();
    dossier.sets = m_intake.sets;
    dossier.unit = m_intake.unit;
    if (!m_intake.officialCode.isEmpty()) {
        dossier.officialCode = m_intake.officialCode;
    }
}

Result<> Recorder::moveDossier()
{
    if (m_intake.outcome == Outcome::Advised) {
        return {};
    }
    const auto state =
        stateAfter(m_before ? std::optional(m_before->state) : std::nullopt, m_intake.outcome);
    if (!state) {
        return failure(ErrorCode::DossierState, m_before ? m_before->code : m_intake.dossier);
    }
    const Branch &branch = m_command.branch();
    Dossier dossier;
    if (m_before) {
        dossier = *m_before;
    } else {
        const auto number = m_intakes.nextNumber(branch.businessDate);
        if (!number) {
            return std::unexpected(number.error());
        }
        dossier.id = QUuid::createUuid();
        dossier.businessDate = branch.businessDate;
        dossier.number = *number;
        dossier.code = temporaryDossierCode(branch.number, branch.businessDate, *number);
        dossier.received = m_received;
    }
    dossier.state = *state;
    if (m_intake.outcome == Outcome::HandedOver) {
        dossier.handedOverAt = m_at;
        m_dossier = std::move(dossier);
        return {};
    }
    takeOver(dossier, !m_before);
    if (m_intake.outcome == Outcome::Supplement) {
        ++dossier.notices;
        dossier.pausedAt =
            dossier.pausedAt.value_or(m_received); // the office waits since the first
    } else if (m_intake.outcome == Outcome::Accepted) {
        dossier.received = dossier.due ? dossier.received : m_received;
        dossier.due = m_intake.due;
        dossier.pausedAt.reset();
        if (dossier.book.isEmpty()) {
            dossier.book = registerBook(branch.businessDate);
            const auto entry = m_intakes.nextRegisterNumber(dossier.book);
            if (!entry) {
                return std::unexpected(entry.error());
            }
            dossier.registerNumber = *entry;
        }
    }
    m_dossier = std::move(dossier);
    return {};
}

/// One after the other, until one fails.
Result<> Recorder::take(std::initializer_list<Result<> (Recorder::*)()> steps)
{
    for (const auto step : steps) {
        if (const auto done = (this->*step)(); !done) {
            return done;
        }
    }
    return {};
}

Result<IntakeAnswer> Recorder::finish(EventKind kind, const Desk &desk)
{
    const std::optional<Leg> &leg = desk.leg;
    const qint64 seq = m_command.nextSeq();
    StoredIntake stored{.id = QUuid::createUuid(),
                        .dossier = m_dossier  ? m_dossier->id
                                   : m_before ? m_before->id // advice about it
                                              : QUuid(),
                        .ticket = leg ? leg->ticket : QUuid(),
                        .leg = leg ? leg->ordinal : 0,
                        .businessDate = m_command.branch().businessDate,
                        .counter = desk.counter,
                        .staff = desk.staff,
                        .recordedAt = m_at,
                        .outcome = m_intake.outcome,
                        .isCorrection = kind == EventKind::IntakeCorrected,
                        .procedure = m_rules.procedure ? m_intake.procedure : QString(),
                        .procedureVersion = m_rules.procedure ? m_rules.procedure->version : 0,
                        .applicant = m_applicant,
                        .owner = m_owner,
                        .content = {}};
    stored.content = sealedContent(m_vault, m_intake, stored.id);
    if (m_dossier) {
        const auto kept =
            m_before ? m_intakes.update(*m_dossier, seq) : m_intakes.insert(*m_dossier, seq);
        if (!kept) {
            return std::unexpected(kept.error());
        }
    }
    if (const auto kept = m_intakes.insert(stored, seq); !kept) {
        return std::unexpected(kept.error());
    }
    // Told later, one more form for the same citizen may have been begun since.
    const bool mayHaveMore = m_isOffline && leg && leg->state != LegState::Completed;
    if (leg && !mayHaveMore) {
        if (const auto dropped = m_intakes.dropDraft(leg->ticket, leg->ordinal); !dropped) {
            return std::unexpected(dropped.error());
        }
    }
    QJsonObject facts{{u"intake"_s, stored.id.toString(QUuid::WithoutBraces)},
                      {u"outcome"_s, word(stored.outcome)},
                      {u"counter"_s, stored.counter},
                      {u"staff"_s, stored.staff},
                      {u"intake_digest"_s, digestOf(stored)}};
    if (m_isOffline) {
        facts.insert(u"recorded_at"_s, m_at);
    }
    if (leg) {
        facts.insert(u"ticket"_s, leg->number.toString());
        facts.insert(u"leg"_s, leg->ordinal);
    }
    if (m_dossier) {
        facts.insert(u"dossier"_s, m_dossier->id.toString(QUuid::WithoutBraces));
        facts.insert(u"code"_s, m_dossier->code);
        facts.insert(u"state"_s, word(m_dossier->state));
        facts.insert(u"book"_s, m_dossier->book);
        facts.insert(u"register_number"_s, m_dossier->registerNumber);
        facts.insert(u"dossier_digest"_s, digestOf(*m_dossier));
    }
    if (!m_people.isEmpty()) {
        facts.insert(u"people"_s, m_people);
    }
    if (m_reused) {
        facts.insert(u"reused"_s, m_known.toString(QUuid::WithoutBraces));
    }
    if (m_typedOver) {
        facts.insert(u"typed_over"_s, true);
    }
    if (const auto done = m_command.append(kind, leg ? leg->ticket : QUuid(), facts); !done) {
        return std::unexpected(done.error());
    }
    IntakeAnswer answer{.intake = stored.id,
                        .outcome = stored.outcome,
                        .counter = stored.counter,
                        .staff = stored.staff,
                        .ticket = leg ? leg->number.toString() : QString(),
                        .person = m_applicant,
                        .warnings = m_rules.warnings};
    if (m_dossier) {
        answer.code = m_dossier->code;
        answer.officialCode = m_dossier->officialCode;
        answer.state = m_dossier->state;
        answer.book = m_dossier->book;
        answer.registerNumber = m_dossier->registerNumber;
        answer.due = m_dossier->due;
    }
    return answer;
}

Result<IntakeAnswer> Recorder::record(const IntakeRequest &request)
{
    m_isOffline = request.offline.has_value();
    const auto desk = m_isOffline ? offlineDeskOf(m_command, request) : deskOf(m_command, request);
    if (!desk) {
        return std::unexpected(desk.error());
    }
    if (m_isOffline) {
        takeTime(request.offline->recordedAt);
    }
    m_typedOver = request.typedOver;
    if (const auto known = findBefore(m_intake.dossier); !known) {
        return std::unexpected(known.error());
    }
    auto rules = rulesFor(m_command.database(), m_command.branch(), m_intake, m_before, m_received);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    m_rules = std::move(*rules);
    if (m_before && m_rules.procedure && m_before->procedure != m_intake.procedure) {
        m_rules.faults.push_back({u"procedure"_s, u"other_dossier"_s, m_before->procedure});
    }
    if (!m_rules.faults.empty()) {
        return failure(ErrorCode::InvalidIntake, linesOf(m_rules.faults));
    }
    m_known = request.knownPerson;
    m_reused = !m_known.isNull();
    if (const auto done = take({&Recorder::keepPublicKey, &Recorder::checkOfficialCode,
                                &Recorder::keepPeople, &Recorder::moveDossier});
        !done) {
        return std::unexpected(done.error());
    }
    return finish(EventKind::IntakeRecorded, *desk);
}

/// Whether the form says the same as @p onRecord. Which dossier it names and why it is corrected say
/// nothing of the dossier, and a code that is not repeated stays.
bool Recorder::changesNothing(const Intake &onRecord) const
{
    Intake form = m_intake;
    form.dossier = onRecord.dossier;
    form.correction = onRecord.correction;
    if (form.officialCode.isEmpty() || form.officialCode == m_before->officialCode) {
        form.officialCode = onRecord.officialCode;
    }
    return form == onRecord;
}

Result<IntakeAnswer> Recorder::correct(const CorrectionRequest &request)
{
    const auto shift = shiftOf(m_command, request.counter, request.shift);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    if (const auto known = findBefore(request.code); !known) {
        return std::unexpected(known.error());
    }
    if (!m_before) {
        return failure(ErrorCode::UnknownDossier, request.code);
    }
    const auto visits = visitsOf(m_command.database(), m_vault, m_before->id);
    if (!visits) {
        return std::unexpected(visits.error());
    }
    if (!request.seen.isNull() && visits->back().stored.id != request.seen) {
        return failure(ErrorCode::DossierState, m_before->code);
    }
    const auto onRecord = recordOf(m_command.database(), m_vault, *m_before, *visits);
    if (!onRecord) {
        return std::unexpected(onRecord.error());
    }
    m_intake.outcome = onRecord->outcome;
    Dossier asRecorded = *m_before;
    asRecorded.pausedAt.reset();
    if (m_intake.due && m_intake.due != m_before->due) {
        asRecorded.due.reset(); // only the rule binds, so that one put off by mistake comes back
    }
    auto rules = rulesFor(m_command.database(), m_command.branch(), m_intake, asRecorded,
                          m_before->received);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    m_rules = std::move(*rules);
    if (m_intake.correction.isEmpty()) {
        m_rules.faults.push_back({u"correction"_s, u"missing"_s});
    }
    if (changesNothing(*onRecord)) {
        m_rules.faults.push_back({u"correction"_s, u"nothing_changed"_s});
    }
    if (!m_rules.faults.empty()) {
        return failure(ErrorCode::InvalidIntake, linesOf(m_rules.faults));
    }
    m_known = m_before->applicant;
    if (const auto done =
            take({&Recorder::keepPublicKey, &Recorder::checkOfficialCode, &Recorder::keepPeople});
        !done) {
        return std::unexpected(done.error());
    }
    m_dossier = m_before;
    takeOver(*m_dossier, true);
    if (m_intake.outcome == Outcome::Accepted) {
        m_dossier->due = m_intake.due;
    }
    return finish(EventKind::IntakeCorrected, {shift->counter, shift->staff});
}

} // namespace

Result<IntakeRules> checkIntakeNow(Database &database, Intake &intake, const QDateTime &clock)
{
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    std::optional<Dossier> before;
    if (!intake.dossier.isEmpty()) {
        auto known = IntakeRepository(database).dossier(intake.dossier);
        if (!known) {
            return std::unexpected(known.error());
        }
        before = std::move(*known);
    }
    return rulesFor(database, *branch, intake, before, wallClock(clock, branch->timeZone()));
}

Result<IntakeAnswer> recordIntake(Database &database, const CommandContext &context,
                                  const PersonVault &vault, const IntakeRequest &request)
{
    const auto indexes = idIndexesOf(vault, request.intake);
    if (!indexes) {
        return std::unexpected(indexes.error());
    }
    // The form only as a keyed digest: a plain one of an ID number could be tried out.
    const QByteArray form = QJsonDocument(toJson(request.intake)).toJson(QJsonDocument::Compact);
    return runCommand<IntakeAnswer>(
        database, context,
        {{u"command"_s, u"intake record"_s},
         {u"counter"_s, request.counter},
         {u"form"_s, vault.digest(form)}},
        [&](BranchTransaction &command) {
            return Recorder(command, vault, request.intake, *indexes).record(request);
        });
}

Result<IntakeAnswer> correctIntake(Database &database, const CommandContext &context,
                                   const PersonVault &vault, const CorrectionRequest &request)
{
    const auto indexes = idIndexesOf(vault, request.corrected);
    if (!indexes) {
        return std::unexpected(indexes.error());
    }
    const QByteArray form = QJsonDocument(toJson(request.corrected)).toJson(QJsonDocument::Compact);
    return runCommand<IntakeAnswer>(
        database, context,
        {{u"command"_s, u"intake correct"_s},
         {u"counter"_s, request.counter},
         {u"code"_s, request.code},
         {u"form"_s, vault.digest(form)}},
        [&](BranchTransaction &command) {
            return Recorder(command, vault, request.corrected, *indexes).correct(request);
        });
}

Result<std::optional<KnownPerson>> findKnownPerson(Database &database, const PersonVault &vault,
                                                   const QString &number)
{
    const auto index = vault.idIndex(otherIdKey(number));
    if (!index) {
        return std::unexpected(index.error());
    }
    if (index->isEmpty()) {
        return std::nullopt;
    }
    IntakeRepository repository(database);
    const auto stored = repository.personOf(*index);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    if (!*stored) {
        return std::nullopt;
    }
    auto person = unsealed(vault, **stored);
    if (!person) {
        return std::unexpected(person.error());
    }
    constexpr int Most = 1000; // of one person, most of them done
    auto dossiers = repository.dossiersOf(*index, {}, Most);
    if (!dossiers) {
        return std::unexpected(dossiers.error());
    }
    std::erase_if(*dossiers, [](const Dossier &dossier) {
        return dossier.state == DossierState::Refused || dossier.state == DossierState::Returned;
    });
    return KnownPerson{
        .id = (*stored)->id, .person = std::move(*person), .open = std::move(*dossiers)};
}

Result<Person> unsealed(const PersonVault &vault, const StoredPerson &stored)
{
    if (stored.box.isEmpty()) {
        return Person();
    }
    const auto plain = vault.open(stored.box, stored.id);
    return plain ? Result<Person>(personFromJson(QJsonDocument::fromJson(*plain).object()))
                 : std::unexpected(plain.error());
}

Result<Leg> presentAt(Database &database, const CounterVisit &visit)
{
    const auto leg = TicketRepository(database).atCounter(visit.counter);
    if (!leg) {
        return std::unexpected(leg.error());
    }
    if (!visit.shift.isNull()) {
        const auto shift = StaffRepository(database).openShiftAt(visit.counter);
        if (!shift) {
            return std::unexpected(shift.error());
        }
        if (!*shift || (*shift)->id != visit.shift) {
            return failure(ErrorCode::CounterTaken, QString::number(visit.counter));
        }
    }
    if (!*leg) {
        return failure(ErrorCode::NobodyAtCounter, QString::number(visit.counter));
    }
    if (visit.ticket && *visit.ticket != (*leg)->number) {
        return failure(ErrorCode::IllegalTransition, visit.ticket->toString());
    }
    return **leg;
}

static Result<> saveDraft(Database &database, const PersonVault &vault, HallChange &change,
                          const Leg &leg, const Draft &draft)
{
    const QByteArray form = QJsonDocument(toJson(draft)).toJson(QJsonDocument::Compact);
    const auto saved = IntakeRepository(database).saveDraft(
        leg.ticket, leg.ordinal, vault.seal(form, leg.ticket), change.now);
    return saved ? change.transaction.commit() : saved;
}

Result<> saveDraft(Database &database, const PersonVault &vault, const CounterVisit &visit,
                   const Draft &draft, const QDateTime &clock)
{
    auto change = beginHallChange(database, clock);
    if (!change) {
        return std::unexpected(change.error());
    }
    const auto leg = presentAt(database, visit);
    return leg ? saveDraft(database, vault, *change, *leg, draft) : std::unexpected(leg.error());
}

Result<> saveDraftOf(Database &database, const PersonVault &vault, const QDate &date,
                     const TicketNumber &number, const Draft &draft, const QDateTime &clock)
{
    auto change = beginHallChange(database, clock);
    if (!change) {
        return std::unexpected(change.error());
    }
    TicketRepository tickets(database);
    const auto ticket = tickets.find(date, number);
    if (!ticket || !*ticket) {
        return ticket ? Result<>() : std::unexpected(ticket.error());
    }
    const auto legs = tickets.legsOf((*ticket)->id);
    if (!legs || legs->empty()) {
        return legs ? Result<>() : std::unexpected(legs.error());
    }
    return saveDraft(database, vault, *change, legs->back(), draft);
}

Result<std::optional<Draft>> draftAt(Database &database, const PersonVault &vault,
                                     const CounterVisit &visit)
{
    const auto leg = presentAt(database, visit);
    if (!leg) {
        return std::unexpected(leg.error());
    }
    const auto box = IntakeRepository(database).draft(leg->ticket, leg->ordinal);
    if (!box) {
        return std::unexpected(box.error());
    }
    if (!*box) {
        return std::nullopt;
    }
    const auto form = vault.open(**box, leg->ticket);
    if (!form) {
        return std::unexpected(form.error());
    }
    return draftFromJson(QJsonDocument::fromJson(*form).object());
}

} // namespace motcua
