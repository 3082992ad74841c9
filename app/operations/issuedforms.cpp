// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/issuedforms.h"

#include "operations/counteraccess.h"
#include "storage/cataloguerepository.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

QString digestOf(const StoredForm &form)
{
    return hashOfLines({form.id.toString(), form.dossier.toString(), form.form,
                        QString::number(form.version), erasedContent(form.content),
                        QString::number(form.issuedAt)});
}

namespace {

/// What is stored of a command: which printing it was.
struct Printing
{
    QUuid issued;
    int attempt = 1;

    [[nodiscard]] QJsonObject toJson() const
    {
        return {{u"issued"_s, issued.toString(QUuid::WithoutBraces)}, {u"attempt"_s, attempt}};
    }
    [[nodiscard]] static Printing fromJson(const QJsonObject &json)
    {
        return {QUuid::fromString(json["issued"_L1].toString()), json["attempt"_L1].toInt()};
    }
};

const FormUse *useOf(const BranchSettings &settings, const QString &form)
{
    const auto use = std::ranges::find(settings.forms, form, &FormUse::form);
    return use == settings.forms.end() ? nullptr : &*use;
}

/// When the result was due before the last correction that put it off.
std::optional<LocalTime> dueBefore(const std::vector<DossierRecord::Visit> &visits)
{
    std::optional<LocalTime> before;
    std::optional<LocalTime> due;
    for (const DossierRecord::Visit &visit : visits) {
        if (visit.stored.outcome != Outcome::Accepted) {
            continue;
        }
        const auto isLater = [](const LocalTime &one, const LocalTime &other) {
            return std::pair(one.date, one.time) > std::pair(other.date, other.time);
        };
        const bool changes = visit.stored.isCorrection && due && visit.intake.due;
        if (changes && isLater(*visit.intake.due, *due)) {
            before = due;
        } else if (changes && before && !isLater(*visit.intake.due, *before)) {
            before.reset(); // it was put off by mistake
        }
        due = visit.intake.due;
    }
    return before;
}

/// One form of one dossier, under the branch lock.
class Issuer
{
public:
    Issuer(BranchTransaction &command, const PersonVault &vault, const FormRequest &request)
        : m_command(command)
        , m_vault(vault)
        , m_request(request)
        , m_forms(command.database())
    {
    }

    Result<Printing> issue();

private:
    Result<> findDossier();
    Result<> findForm();
    Result<> findIssued();
    Result<QJsonObject> values() const;
    Result<Intake> intakeOf(const DossierRecord::Visit &visit) const;
    Result<> makeForm();
    [[nodiscard]] QString named() const { return m_form + u", "_s + m_dossier.code; }

    BranchTransaction &m_command;
    const PersonVault &m_vault;
    const FormRequest &m_request;
    FormRepository m_forms;
    Dossier m_dossier;
    QString m_form;
    FormUse m_use;
    const FormTemplate *m_template = nullptr;
    std::optional<StoredForm> m_issued; ///< whose words are printed
    std::vector<FormPrint> m_prints;    ///< of them, so far
    bool m_isNew = false;
};

Result<> Issuer::findDossier()
{
    auto dossier = IntakeRepository(m_command.database()).dossier(m_request.code);
    if (!dossier) {
        return std::unexpected(dossier.error());
    }
    if (!*dossier) {
        return failure(ErrorCode::UnknownDossier, m_request.code);
    }
    m_dossier = std::move(**dossier);
    const auto visits = IntakeRepository(m_command.database()).intakesOf(m_dossier.id);
    if (!visits) {
        return std::unexpected(visits.error());
    }
    return std::ranges::any_of(*visits, isErased)
               ? Result<>(failure(ErrorCode::DossierState, m_dossier.code))
               : Result<>();
}

Result<> Issuer::findForm()
{
    const BranchSettings &settings = m_command.branch().settings;
    m_form = m_request.form;
    if (m_form.isEmpty()) {
        const auto visits = IntakeRepository(m_command.database()).intakesOf(m_dossier.id);
        if (!visits) {
            return std::unexpected(visits.error());
        }
        const auto last =
            std::find_if(visits->rbegin(), visits->rend(), [](const StoredIntake &visit) {
                return visit.outcome != Outcome::Advised;
            });
        const auto tells = [&visits, &last](const FormUse &use) {
            const FormTemplate *one = formTemplate(use.form);
            return one && last != visits->rend() && one->about == last->outcome;
        };
        const auto use = std::ranges::find_if(settings.forms, tells);
        if (use != settings.forms.end()) {
            m_form = use->form;
        } else if (m_request.reprintReason.isEmpty()) {
            return failure(ErrorCode::FormNotDue, m_dossier.code);
        } else if (const auto issued = m_forms.formsOf(m_dossier.id); !issued) {
            return std::unexpected(issued.error());
        } else if (issued->empty()) {
            return failure(ErrorCode::FormNotIssued, m_dossier.code);
        } else {
            m_form = issued->back().form;
        }
    }
    const FormUse *use = useOf(settings, m_form);
    m_template = formTemplate(m_form);
    if (!use || !m_template) {
        return failure(ErrorCode::UnknownForm, m_form);
    }
    if (!m_template->about) {
        return failure(ErrorCode::FormNotDue, named());
    }
    m_use = *use;
    return {};
}

/// What was issued before, as far as it is still what the dossier says.
Result<> Issuer::findIssued()
{
    auto forms = m_forms.formsOf(m_dossier.id);
    const auto visit = m_forms.lastVisit(m_dossier.id, *m_template->about);
    if (!forms || !visit) {
        return std::unexpected(forms ? visit.error() : forms.error());
    }
    std::erase_if(*forms, [this](const StoredForm &form) { return form.form != m_form; });
    const bool isReprint = !m_request.reprintReason.isEmpty();
    if (forms->empty() || (!isReprint && forms->back().seq < *visit)) {
        return isReprint ? Result<>(failure(ErrorCode::FormNotIssued, named())) : Result<>();
    }
    m_issued = std::move(forms->back());
    auto prints = m_forms.printsOf(m_issued->id);
    if (!prints) {
        return std::unexpected(prints.error());
    }
    m_prints = std::move(*prints);
    const auto mayBeOut = [](const FormPrint &print) { return print.state != FormState::Failed; };
    if (!isReprint && std::ranges::any_of(m_prints, mayBeOut)) {
        return failure(ErrorCode::FormIssued, named());
    }
    if (!formTemplate(m_form, m_issued->version)) {
        return failure(ErrorCode::FormVersionGone, u"%1.%2"_s.arg(m_form).arg(m_issued->version));
    }
    return {};
}

/// What @p visit led to, and whose dossier it is about where somebody else came.
Result<Intake> Issuer::intakeOf(const DossierRecord::Visit &visit) const
{
    Intake intake = visit.intake;
    if (intake.owner) {
        return intake;
    }
    auto whose = personOf(m_command.database(), m_vault,
                          m_dossier.owner.isNull() ? m_dossier.applicant : m_dossier.owner);
    if (!whose) {
        return std::unexpected(whose.error());
    }
    if (idKeyOf(*whose) != idKeyOf(intake.applicant)) {
        intake.owner = std::move(*whose);
    }
    return intake;
}

Result<QJsonObject> Issuer::values() const
{
    const auto visits = visitsOf(m_command.database(), m_vault, m_dossier.id);
    if (!visits) {
        return std::unexpected(visits.error());
    }
    const auto isAbout = [this](const DossierRecord::Visit &visit) {
        return visit.stored.outcome == m_template->about;
    };
    const auto visit = std::ranges::find_if(visits->rbegin(), visits->rend(), isAbout);
    if (visit == visits->rend()) {
        return failure(ErrorCode::FormNotDue, named());
    }
    // Whoever corrects it may sit elsewhere.
    const auto taken = std::find_if(visit, visits->rend(), [&isAbout](const auto &one) {
        return isAbout(one) && !one.stored.isCorrection;
    });
    const auto procedure = CatalogueRepository(m_command.database())
                               .procedure(visit->stored.procedure, visit->stored.procedureVersion);
    const auto staff = StaffRepository(m_command.database()).find(visit->stored.staff);
    if (!procedure || !staff) {
        return std::unexpected(procedure ? staff.error() : procedure.error());
    }
    const auto intake = intakeOf(*visit);
    if (!intake) {
        return std::unexpected(intake.error());
    }
    const Branch &branch = m_command.branch();
    FormFacts facts{.organisation = branch.organisation.vi,
                    .branch = branch.name.vi,
                    .hotline = branch.settings.hotline,
                    .fullId = branch.settings.fullIdOnForms,
                    .dossier = m_dossier,
                    .intake = *intake,
                    .visited = visit->stored.businessDate,
                    .procedure = *procedure ? (*procedure)->name.vi : QString(),
                    .which = {},
                    .counter = branch.settings.resultsCounter != 0 ? branch.settings.resultsCounter
                               : taken == visits->rend()           ? 0
                                                                   : taken->stored.counter,
                    .staff = *staff ? (*staff)->name : QString(),
                    .dueBefore = dueBefore(*visits)};
    const auto index = static_cast<size_t>(visit->intake.caseIndex);
    if (*procedure && index < (*procedure)->cases.size()) {
        facts.which = (*procedure)->cases[index];
    }
    return formValues(facts);
}

Result<> Issuer::makeForm()
{
    const auto filled = values();
    if (!filled) {
        return std::unexpected(filled.error());
    }
    for (const QString &needed : m_template->needs) {
        if ((*filled)[needed].toString().isEmpty()) {
            return failure(ErrorCode::FormNotDue, named());
        }
    }
    const QUuid id = QUuid::createUuid();
    m_issued = StoredForm{
        .id = id,
        .dossier = m_dossier.id,
        .form = m_form,
        .version = m_template->version,
        .content = m_vault.seal(QJsonDocument(*filled).toJson(QJsonDocument::Compact), id),
        .issuedAt = m_command.at()};
    m_isNew = true;
    return m_forms.insert(*m_issued, m_command.nextSeq());
}

Result<Printing> Issuer::issue()
{
    if (const auto known = checkStaff(m_command.database(), m_request.staff); !known) {
        return std::unexpected(known.error());
    }
    for (const auto step : {&Issuer::findDossier, &Issuer::findForm, &Issuer::findIssued}) {
        if (const auto done = (this->*step)(); !done) {
            return std::unexpected(done.error());
        }
    }
    if (!m_issued) {
        if (const auto made = makeForm(); !made) {
            return std::unexpected(made.error());
        }
    }
    const auto out = std::ranges::count_if(
        m_prints, [](const FormPrint &print) { return print.state != FormState::Failed; });
    const FormPrint print{.issued = m_issued->id,
                          .attempt = static_cast<int>(m_prints.size()) + 1,
                          .reprint = static_cast<int>(out),
                          .paper = m_use.paper,
                          .staff = m_request.staff,
                          .askedAt = m_command.at()};
    if (const auto kept = m_forms.insert(print, m_command.nextSeq()); !kept) {
        return std::unexpected(kept.error());
    }
    QJsonObject event{{u"issued"_s, print.issued.toString(QUuid::WithoutBraces)},
                      {u"attempt"_s, print.attempt},
                      {u"reprint"_s, print.reprint},
                      {u"paper"_s, word(print.paper)},
                      {u"staff"_s, print.staff},
                      {u"dossier"_s, m_dossier.id.toString(QUuid::WithoutBraces)},
                      {u"code"_s, m_dossier.code},
                      {u"form"_s, m_form},
                      {u"template_version"_s, m_issued->version}};
    if (m_isNew) {
        event.insert(u"digest"_s, digestOf(*m_issued));
    }
    if (!m_request.reprintReason.isEmpty()) {
        event.insert(u"reason_box"_s, m_vault.seal(m_request.reprintReason.toUtf8(), m_dossier.id));
    }
    if (const auto told = m_command.append(EventKind::FormIssued, {}, event); !told) {
        return std::unexpected(told.error());
    }
    return Printing{print.issued, print.attempt};
}

/// The printing as it is recorded, unsealed.
Result<PreparedForm> readPrepared(Database &database, const PersonVault &vault,
                                  const Printing &printing)
{
    FormRepository forms(database);
    const auto form = forms.form(printing.issued);
    const auto prints = forms.printsOf(printing.issued);
    if (!form || !prints) {
        return std::unexpected(form ? prints.error() : form.error());
    }
    const auto print = std::ranges::find(*prints, printing.attempt, &FormPrint::attempt);
    if (!*form || print == prints->end()) {
        return failure(ErrorCode::DatabaseDamaged, database.path(), u"no issued form"_s);
    }
    const auto plain = vault.open((*form)->content, printing.issued);
    if (!plain) {
        return std::unexpected(plain.error());
    }
    const FormTemplate *one = formTemplate((*form)->form, (*form)->version);
    const auto visit =
        one && one->about ? forms.lastVisit((*form)->dossier, *one->about) : Result<qint64>(0);
    if (!visit) {
        return std::unexpected(visit.error());
    }
    QJsonObject values = QJsonDocument::fromJson(*plain).object();
    const QString code = values["code"_L1].toString();
    return PreparedForm{.print = *print,
                        .paper = {.form = (*form)->form,
                                  .version = (*form)->version,
                                  .paper = print->paper,
                                  .code = code,
                                  .reprint = print->reprint,
                                  .values = std::move(values)},
                        .isOutdated = (*form)->seq < *visit};
}

} // namespace

Result<PreparedForm> prepareForm(Database &database, const CommandContext &context,
                                 const PersonVault &vault, const FormRequest &request)
{
    const auto printing = runCommand<Printing>(
        database, context,
        {{u"command"_s, u"form print"_s},
         {u"code"_s, request.code},
         {u"form"_s, request.form},
         {u"staff"_s, request.staff},
         {u"reason"_s, vault.digest(request.reprintReason.toUtf8())}},
        [&](BranchTransaction &command) { return Issuer(command, vault, request).issue(); });
    return printing ? readPrepared(database, vault, *printing) : std::unexpected(printing.error());
}

QStringList formsDue(const BranchSettings &settings,
                     const std::vector<DossierRecord::Visit> &visits)
{
    QStringList due;
    for (const FormUse &use : settings.forms) {
        const FormTemplate *one = formTemplate(use.form);
        const bool tells = one && one->about
                           && std::ranges::any_of(visits, [one](const DossierRecord::Visit &visit) {
                                  return visit.stored.outcome == one->about
                                         && !visit.intake.applicant.name.isEmpty();
                              });
        if (tells && (!one->needs.contains(u"due_before"_s) || dueBefore(visits))) {
            due.append(use.form);
        }
    }
    return due;
}

static Result<Printing> recordState(BranchTransaction &command, const FormPrint &print,
                                    FormState state)
{
    const auto kept = FormRepository(command.database()).setState(print, state, command.nextSeq());
    if (!kept) {
        return std::unexpected(kept.error());
    }
    const auto told = command.append(EventKind::FormPrinted, {},
                                     {{u"issued"_s, print.issued.toString(QUuid::WithoutBraces)},
                                      {u"attempt"_s, print.attempt},
                                      {u"state"_s, word(state)}});
    if (!told) {
        return std::unexpected(told.error());
    }
    return Printing{print.issued, print.attempt};
}

Result<> recordFormState(Database &database, const CommandContext &context, const FormPrint &print,
                         FormState state)
{
    const auto recorded = runCommand<Printing>(
        database, context,
        {{u"command"_s, u"form state"_s},
         {u"issued"_s, print.issued.toString(QUuid::WithoutBraces)},
         {u"attempt"_s, print.attempt},
         {u"state"_s, word(state)}},
        [&](BranchTransaction &command) { return recordState(command, print, state); });
    return recorded ? Result<>() : std::unexpected(recorded.error());
}

namespace {

Result<NoAnswer> noteRegister(BranchTransaction &command, const QDate &day, const QString &code)
{
    static const QString form = u"07"_s;
    if (!useOf(command.branch().settings, form)) {
        return failure(ErrorCode::UnknownForm, form);
    }
    if (const auto known = checkStaff(command.database(), code); !known) {
        return std::unexpected(known.error());
    }
    const auto told = command.append(EventKind::RegisterOpened, {},
                                     {{u"day"_s, day.toString(Qt::ISODate)}, {u"staff"_s, code}});
    return told ? Result<NoAnswer>(NoAnswer()) : std::unexpected(told.error());
}

} // namespace

Result<FormPaper> prepareRegister(Database &database, const CommandContext &context,
                                  const PersonVault &vault, const QDate &day, const QString &staff)
{
    const auto noted = runCommand<NoAnswer>(
        database, context,
        {{u"command"_s, u"intake register"_s},
         {u"day"_s, day.toString(Qt::ISODate)},
         {u"staff"_s, staff}},
        [&](BranchTransaction &command) { return noteRegister(command, day, staff); });
    if (!noted) {
        return std::unexpected(noted.error());
    }
    const auto branch = readBranch(database);
    const auto dossiers = IntakeRepository(database).registerOf(day);
    if (!branch || !dossiers) {
        return std::unexpected(branch ? dossiers.error() : branch.error());
    }
    CatalogueRepository catalogue(database);
    std::vector<RegisterEntry> entries;
    for (const Dossier &dossier : *dossiers) {
        const auto procedure = catalogue.procedure(dossier.procedure, dossier.procedureVersion);
        auto owner =
            personOf(database, vault, dossier.owner.isNull() ? dossier.applicant : dossier.owner);
        if (!procedure || !owner) {
            return std::unexpected(procedure ? owner.error() : procedure.error());
        }
        entries.push_back({.dossier = dossier,
                           .procedure = *procedure ? (*procedure)->name.vi : dossier.procedure,
                           .owner = std::move(*owner),
                           .returned = dossier.handedOverAt == 0
                                           ? QDate()
                                           : QDateTime::fromMSecsSinceEpoch(dossier.handedOverAt,
                                                                            branch->timeZone())
                                                 .date()});
    }
    const FormUse *use = useOf(branch->settings, u"07"_s);
    return FormPaper{.form = u"07"_s,
                     .version = formTemplate(u"07"_s)->version,
                     .paper = use ? use->paper : Paper::A4,
                     .code = registerBook(day),
                     .values =
                         registerValues(branch->organisation.vi, branch->name.vi, day, entries)};
}

} // namespace motcua
