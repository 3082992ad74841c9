// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/dossiers.h"

#include "core/appointment.h"
#include "core/dossiercode.h"
#include "core/vietnamesetext.h"
#include "operations/counteraccess.h"
#include "storage/cataloguerepository.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<LocalTime> timeAt(Database &database, const QDateTime &clock)
{
    const auto branch = readBranch(database);
    return branch ? Result<LocalTime>(wallClock(clock, branch->timeZone()))
                  : std::unexpected(branch.error());
}

Result<std::vector<DossierListing>> listed(Database &database, const PersonVault &vault,
                                           std::vector<Dossier> dossiers, const QDateTime &clock)
{
    const auto now = timeAt(database, clock);
    if (!now) {
        return std::unexpected(now.error());
    }
    std::vector<DossierListing> list;
    for (Dossier &dossier : dossiers) {
        const QUuid whose = dossier.owner.isNull() ? dossier.applicant : dossier.owner;
        const auto person = personOf(database, vault, whose);
        if (!person) {
            return std::unexpected(person.error());
        }
        const bool overdue = isOverdue(dossier, *now);
        list.push_back({.dossier = std::move(dossier),
                        .name = person->isOrganisation ? person->name : maskedName(person->name),
                        .idNumber = maskedId(person->idNumber),
                        .isOverdue = overdue});
    }
    return list;
}

Result<std::vector<Dossier>> found(Database &database, const PersonVault &vault,
                                   const QString &typed, int limit)
{
    IntakeRepository repository(database);
    const QString text = cleaned(typed);
    if (text.isEmpty()) {
        return repository.latestDossiers(limit);
    }
    if (isDossierCode(text.toUpper()) || isTemporaryDossierCode(text.toUpper())) {
        auto dossier = repository.dossier(text.toUpper());
        if (!dossier) {
            return std::unexpected(dossier.error());
        }
        return *dossier ? std::vector{std::move(**dossier)} : std::vector<Dossier>();
    }
    static const QRegularExpression beginning(QRegularExpression::anchoredPattern(
        uR"((TN[1-9]\d{0,2}-|[0-9A-Z.]*[GH]\d{2}[.-])[0-9.-]*)"_s));
    if (beginning.match(text.toUpper()).hasMatch()) {
        return repository.dossiersCoded(text.toUpper(), limit);
    }
    static const QRegularExpression number(QRegularExpression::anchoredPattern(u"\\d{1,5}"_s));
    if (number.match(text).hasMatch()) {
        return repository.dossiersNumbered(text.toInt(), limit);
    }
    // Digits may be a phone and a tax code at once.
    const QString phone = phoneDigits(text);
    const QString id = isTaxCode(text) ? text : idDigits(text);
    if (!phone.isEmpty() || !id.isEmpty()) {
        const auto index = vault.idIndex(id);
        return index ? repository.dossiersOf(*index, vault.phoneIndex(phone), limit)
                     : std::unexpected(index.error());
    }
    if (text.contains(QRegularExpression(u"\\d"_s))) {
        const auto index = vault.idIndex(otherIdKey(text));
        if (!index) {
            return std::unexpected(index.error());
        }
        auto dossiers = repository.dossiersOf(*index, {}, limit);
        if (!dossiers || !dossiers->empty()) {
            return dossiers;
        }
    }
    const QStringList words = folded(text).split(u' ', Qt::SkipEmptyParts);
    QStringList keys;
    QStringList pairs;
    for (qsizetype i = 0; i < words.size(); ++i) {
        keys.append(vault.wordIndex(words[i]));
        if (i > 0) {
            pairs.append(vault.wordIndex(words[i - 1] + u' ' + words[i]));
        }
    }
    // Neighbours are rarer than words, and most people type a name as it is.
    if (!pairs.isEmpty()) {
        auto neighbours = repository.dossiersNamed(pairs, limit);
        if (!neighbours || !neighbours->empty()) {
            return neighbours;
        }
    }
    return repository.dossiersNamed(keys, limit);
}

} // namespace

Result<Person> personOf(Database &database, const PersonVault &vault, const QUuid &id)
{
    const auto stored = IntakeRepository(database).person(id);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    return *stored ? unsealed(vault, **stored) : Result<Person>();
}

Result<std::vector<DossierListing>> searchDossiers(Database &database, const PersonVault &vault,
                                                   const QString &typed, int limit,
                                                   const QDateTime &clock)
{
    auto dossiers = found(database, vault, typed, limit);
    return dossiers ? listed(database, vault, std::move(*dossiers), clock)
                    : std::unexpected(dossiers.error());
}

Result<std::vector<DossierListing>> overdueDossiers(Database &database, const PersonVault &vault,
                                                    int limit, const QDateTime &clock)
{
    const auto now = timeAt(database, clock);
    if (!now) {
        return std::unexpected(now.error());
    }
    auto dossiers = IntakeRepository(database).overdueDossiers(*now, limit);
    return dossiers ? listed(database, vault, std::move(*dossiers), clock)
                    : std::unexpected(dossiers.error());
}

namespace {

/// What is stored when a record was opened: that it was.
struct Opening
{
    QString code;

    [[nodiscard]] QJsonObject toJson() const { return {{u"code"_s, code}}; }
    [[nodiscard]] static Opening fromJson(const QJsonObject &json)
    {
        return {json["code"_L1].toString()};
    }
};

Result<Opening> noteOpening(BranchTransaction &command, const PersonVault &vault,
                            const QString &code, const QString &staff, const QString &reason)
{
    const auto dossier = IntakeRepository(command.database()).dossier(code);
    if (!dossier) {
        return std::unexpected(dossier.error());
    }
    if (!*dossier) {
        return failure(ErrorCode::UnknownDossier, code);
    }
    if (const auto known = checkStaff(command.database(), staff); !known) {
        return std::unexpected(known.error());
    }
    const auto appended =
        command.append(EventKind::DossierOpened, {},
                       {{u"dossier"_s, (*dossier)->id.toString(QUuid::WithoutBraces)},
                        {u"staff"_s, staff},
                        {u"reason_box"_s, vault.seal(reason.toUtf8(), (*dossier)->id)}});
    if (!appended) {
        return std::unexpected(appended.error());
    }
    return Opening{(*dossier)->code};
}

Result<std::vector<IssuedFormNote>> formsOf(Database &database, const QUuid &dossier)
{
    FormRepository repository(database);
    const auto forms = repository.formsOf(dossier);
    if (!forms) {
        return std::unexpected(forms.error());
    }
    std::vector<IssuedFormNote> notes;
    for (const StoredForm &form : *forms) {
        auto prints = repository.printsOf(form.id);
        if (!prints) {
            return std::unexpected(prints.error());
        }
        const FormTemplate *one = formTemplate(form.form, form.version);
        const auto visit =
            one && one->about ? repository.lastVisit(dossier, *one->about) : Result<qint64>(0);
        if (!visit) {
            return std::unexpected(visit.error());
        }
        notes.push_back({.form = form.form,
                         .version = form.version,
                         .prints = std::move(*prints),
                         .isOutdated = form.seq < *visit});
    }
    return notes;
}

/// A hand-over and advice repeat none of what the dossier is about.
bool isAboutIt(const DossierRecord::Visit &visit)
{
    return visit.stored.outcome != Outcome::HandedOver && visit.stored.outcome != Outcome::Advised;
}

/// The last visit that says what the dossier is about. Null when there is none.
const DossierRecord::Visit *lastOnRecord(const std::vector<DossierRecord::Visit> &visits)
{
    const auto last = std::find_if(visits.rbegin(), visits.rend(), isAboutIt);
    return last == visits.rend() ? nullptr : &*last;
}

} // namespace

Result<std::optional<DossierAtHand>> dossierAtHand(Database &database, const PersonVault &vault,
                                                   const QString &code)
{
    auto dossier = IntakeRepository(database).dossier(code);
    if (!dossier || !*dossier) {
        return dossier ? Result<std::optional<DossierAtHand>>(std::nullopt)
                       : std::unexpected(dossier.error());
    }
    const auto visits = visitsOf(database, vault, (*dossier)->id);
    if (!visits) {
        return std::unexpected(visits.error());
    }
    const DossierRecord::Visit *last = lastOnRecord(*visits);
    const Intake recorded = last ? last->intake : Intake();
    return DossierAtHand{.dossier = std::move(**dossier),
                         .papers = recorded.documents,
                         .feeExemption = recorded.feeExemption,
                         .resultPlace = recorded.resultPlace};
}

Result<std::vector<DossierRecord::Visit>> visitsOf(Database &database, const PersonVault &vault,
                                                   const QUuid &id)
{
    auto stored = IntakeRepository(database).intakesOf(id);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    std::vector<DossierRecord::Visit> visits;
    for (StoredIntake &visit : *stored) {
        const auto content =
            isErased(visit) ? Result<QByteArray>() : vault.open(visit.content, visit.id);
        if (!content) {
            return std::unexpected(content.error());
        }
        Intake intake = intakeFromJson(QJsonDocument::fromJson(*content).object()).intake;
        const auto applicant = personOf(database, vault, visit.applicant);
        const auto owner = personOf(database, vault, visit.owner);
        if (!applicant || !owner) {
            return std::unexpected(applicant ? owner.error() : applicant.error());
        }
        intake.applicant = *applicant;
        if (!visit.owner.isNull()) {
            intake.owner = *owner;
        }
        visit.content.clear();
        visits.push_back({std::move(visit), std::move(intake)});
    }
    return visits;
}

Intake foundByCorrection(const std::vector<DossierRecord::Visit> &visits, size_t index)
{
    Intake found;
    const Intake *opened = nullptr;
    for (size_t i = 0; i < index; ++i) {
        const DossierRecord::Visit &visit = visits[i];
        opened = !opened || visit.stored.isCorrection ? &visit.intake : opened;
        found = isAboutIt(visit) ? visit.intake : found;
    }
    if (opened) {
        found.applicant = opened->applicant;
        found.owner = opened->owner;
        found.channel = opened->channel;
    }
    return found;
}

Result<Intake> recordOf(Database &database, const PersonVault &vault, const Dossier &dossier,
                        const std::vector<DossierRecord::Visit> &visits)
{
    auto applicant = personOf(database, vault, dossier.applicant);
    auto owner = personOf(database, vault, dossier.owner);
    if (!applicant || !owner) {
        return std::unexpected(applicant ? owner.error() : applicant.error());
    }
    const DossierRecord::Visit *last = lastOnRecord(visits);
    Intake intake = last ? last->intake : Intake();
    intake.channel = dossier.channel;
    intake.applicant = std::move(*applicant);
    intake.owner = dossier.owner.isNull() ? std::nullopt : std::optional(std::move(*owner));
    return intake;
}

Result<DossierRecord> openDossier(Database &database, const CommandContext &context,
                                  const PersonVault &vault, const QString &code,
                                  const QString &staff, const QString &reason)
{
    if (reason.isEmpty()) {
        return failure(ErrorCode::InvalidInput, u"reason"_s);
    }
    const auto noted =
        runCommand<Opening>(database, context,
                            {{u"command"_s, u"intake show"_s},
                             {u"code"_s, code},
                             {u"staff"_s, staff},
                             {u"reason"_s, vault.digest(reason.toUtf8())}},
                            [&](BranchTransaction &command) {
                                return noteOpening(command, vault, code, staff, reason);
                            });
    if (!noted) {
        return std::unexpected(noted.error());
    }
    IntakeRepository repository(database);
    const auto dossier = repository.dossier(noted->code);
    if (!dossier || !*dossier) {
        return std::unexpected(dossier ? Error{ErrorCode::UnknownDossier, code, {}}
                                       : dossier.error());
    }
    auto visits = visitsOf(database, vault, (*dossier)->id);
    auto forms = formsOf(database, (*dossier)->id);
    const auto now = timeAt(database, context.clock);
    if (!visits || !forms) {
        return std::unexpected(visits ? forms.error() : visits.error());
    }
    const auto onRecord = recordOf(database, vault, **dossier, *visits);
    if (!now || !onRecord) {
        return std::unexpected(now ? onRecord.error() : now.error());
    }
    auto procedure = CatalogueRepository(database).procedure((*dossier)->procedure,
                                                             (*dossier)->procedureVersion);
    if (!procedure) {
        return std::unexpected(procedure.error());
    }
    return DossierRecord{.dossier = **dossier,
                         .procedure = std::move(*procedure),
                         .onRecord = *onRecord,
                         .visits = std::move(*visits),
                         .forms = std::move(*forms),
                         .isOverdue = isOverdue(**dossier, *now)};
}

Result<std::vector<DossierOpening>> openingsOf(Database &database, const PersonVault &vault,
                                               const QUuid &id)
{
    Statement select(database, u"SELECT at, body FROM event WHERE kind = :kind ORDER BY seq"_s);
    select.bind(u":kind"_s, word(EventKind::DossierOpened));
    const auto events = select.rows(
        [](const Row &row) { return std::pair(row.bigInteger(0), row.text(1).toUtf8()); });
    if (!events) {
        return std::unexpected(events.error());
    }
    std::vector<DossierOpening> openings;
    for (const auto &[at, body] : *events) {
        const QJsonObject facts = QJsonDocument::fromJson(body).object();
        if (QUuid::fromString(facts["dossier"_L1].toString()) != id) {
            continue;
        }
        const auto reason = vault.open(facts["reason_box"_L1].toString(), id);
        if (!reason) {
            return std::unexpected(reason.error());
        }
        openings.push_back({.at = at,
                            .staff = facts["staff"_L1].toString(),
                            .reason = QString::fromUtf8(*reason)});
    }
    return openings;
}

Result<> notePersonReused(Database &database, const CommandContext &context,
                          const CounterVisit &visit, const QUuid &person)
{
    const QString id = person.toString(QUuid::WithoutBraces);
    const auto noted = runCommand<NoAnswer>(
        database, context,
        {{u"command"_s, u"person reuse"_s}, {u"counter"_s, visit.counter}, {u"person"_s, id}},
        [&](BranchTransaction &command) -> Result<NoAnswer> {
            const auto shift = shiftAt(command, visit.counter);
            const auto leg = presentAt(command.database(), visit);
            if (!shift || !leg) {
                return std::unexpected(shift ? leg.error() : shift.error());
            }
            const auto appended = command.append(
                EventKind::PersonReused, leg->ticket,
                {{u"person"_s, id}, {u"counter"_s, visit.counter}, {u"staff"_s, shift->staff}});
            return appended ? Result<NoAnswer>(NoAnswer()) : std::unexpected(appended.error());
        });
    return noted ? Result<>() : std::unexpected(noted.error());
}

} // namespace motcua
