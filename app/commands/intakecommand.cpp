// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/vietnamesetext.h"
#include "operations/dossiers.h"
#include "operations/hall.h"
#include "shared/intaketext.h"
#include "storage/cataloguerepository.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMultiMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int MostListed = 200;

QString dueText(const LocalTime &due, Language language)
{
    return language == Language::Vietnamese
               ? officialTime(due.date, due.time)
               : due.time.toString(u"HH:mm "_s) + QLocale::c().toString(due.date, u"d MMMM yyyy"_s);
}

QJsonValue timeOrNull(const std::optional<LocalTime> &time)
{
    return time ? QJsonValue(localTimeText(*time)) : QJsonValue();
}

QJsonObject dossierJson(const Dossier &dossier, bool overdue)
{
    return {{u"code"_s, dossier.code},
            {u"official_code"_s, dossier.officialCode},
            {u"state"_s, word(dossier.state)},
            {u"book"_s, dossier.book},
            {u"register_number"_s,
             dossier.registerNumber == 0 ? QJsonValue() : QJsonValue(dossier.registerNumber)},
            {u"procedure"_s, dossier.procedure},
            {u"procedure_version"_s, dossier.procedureVersion},
            {u"case"_s, dossier.caseIndex},
            {u"channel"_s, word(dossier.channel)},
            {u"received"_s, localTimeText(dossier.received)},
            {u"due"_s, timeOrNull(dossier.due)},
            {u"paused_at"_s, timeOrNull(dossier.pausedAt)},
            {u"notices"_s, dossier.notices},
            {u"result_channel"_s, word(dossier.resultChannel)},
            {u"fee"_s, dossier.fee ? QJsonValue(*dossier.fee) : QJsonValue()},
            {u"fee_exempt"_s, dossier.feeExempt},
            {u"sets"_s, dossier.sets},
            {u"unit"_s, dossier.unit},
            {u"overdue"_s, overdue}};
}

int answerList(const Invocation &invocation, const Result<std::vector<DossierListing>> &found)
{
    if (!found) {
        return invocation.refuse(found.error());
    }
    QJsonArray list;
    QStringList lines;
    for (const DossierListing &one : *found) {
        QJsonObject json = dossierJson(one.dossier, one.isOverdue);
        json.insert(u"name"_s, one.name);
        json.insert(u"id_number"_s, one.idNumber);
        list.append(json);
        QString line = u"%1  %2  %3  %4"_s.arg(one.dossier.code, one.name, one.dossier.procedure,
                                               dossierStateText(one.dossier.state));
        if (one.isOverdue) {
            line += u", "_s + Texts::tr("overdue");
        }
        lines.append(line);
    }
    return invocation.answer({{u"dossiers"_s, list}},
                             lines.isEmpty() ? Texts::tr("No dossiers found.") : lines.join(u'\n'));
}

struct FormFile
{
    QJsonObject json;
    Intake intake;
};

/// The form in the file that --file names.
Result<FormFile> formFrom(const Invocation &invocation)
{
    constexpr qint64 Largest = 1 << 20;
    const QString path = invocation.filePath(u"file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileUnreadable, path);
    }
    QJsonParseError error;
    const QByteArray content = file.read(Largest);
    const QJsonDocument document = QJsonDocument::fromJson(content, &error);
    if (!document.isObject()) {
        const auto line =
            content.first(std::min<qsizetype>(error.offset, content.size())).count('\n');
        return failure(
            ErrorCode::InvalidIntake,
            u"\n  "_s
                + (error.error == QJsonParseError::NoError
                       ? Texts::tr("the file is a list, not one form")
                       : Texts::tr("line %1 of the file is not valid JSON").arg(line + 1)));
    }
    IntakeReading reading = intakeFromJson(document.object());
    if (!reading.faults.empty()) {
        return failure(ErrorCode::InvalidIntake, linesOf(reading.faults));
    }
    return FormFile{document.object(), std::move(reading.intake)};
}

/// What the form of a later visit says nothing of stays as it was.
Result<> keepUnsaid(const OpenedBranch &branch, FormFile &form)
{
    Intake &intake = form.intake;
    if (intake.dossier.isEmpty() || intake.outcome == Outcome::Advised
        || intake.outcome == Outcome::HandedOver) {
        return {};
    }
    const auto known = dossierAtHand(*branch.database, branch.vault, intake.dossier);
    if (!known || !*known) { // recording it says so
        return known ? Result<>() : std::unexpected(known.error());
    }
    const DossierAtHand &before = **known;
    const auto keep = [&form](const QString &key, auto &value, const auto &recorded) {
        if (!form.json.contains(key)) {
            value = recorded;
        }
    };
    keep(u"case"_s, intake.caseIndex, before.dossier.caseIndex);
    keep(u"fee"_s, intake.fee, before.dossier.fee);
    keep(u"fee_exemption"_s, intake.feeExemption, before.feeExemption);
    keep(u"sets"_s, intake.sets, before.dossier.sets);
    keep(u"unit"_s, intake.unit, before.dossier.unit);
    keep(u"result_channel"_s, intake.resultChannel, before.dossier.resultChannel);
    if (intake.resultChannel == before.dossier.resultChannel) {
        keep(u"result_place"_s, intake.resultPlace, before.resultPlace);
    }
    return {};
}

QString recordedText(const IntakeAnswer &answer, Language language)
{
    switch (answer.outcome) {
    case Outcome::Accepted:
        return Texts::tr("Dossier %1 is accepted, register %2, entry %3. Result due: %4.")
            .arg(answer.code, answer.book)
            .arg(answer.registerNumber, 4, 10, QChar(u'0')) // as on the receipt
            .arg(answer.due ? dueText(*answer.due, language) : QString());
    case Outcome::Supplement:
        return Texts::tr("Dossier %1 waits for papers.").arg(answer.code);
    case Outcome::Refused:
        return Texts::tr("Dossier %1 is refused.").arg(answer.code);
    case Outcome::HandedOver:
        return Texts::tr("The result of dossier %1 is handed over.").arg(answer.code);
    case Outcome::Advised:
        return Texts::tr("The advice is recorded.");
    }
    Q_UNREACHABLE();
}

QString correctedText(const IntakeAnswer &answer, Language language)
{
    return answer.due ? Texts::tr("The record of dossier %1 is corrected. Result due: %2.")
                            .arg(answer.code, dueText(*answer.due, language))
                      : Texts::tr("The record of dossier %1 is corrected.").arg(answer.code);
}

int answerIntake(const Invocation &invocation, const Result<IntakeAnswer> &answer,
                 QString (*words)(const IntakeAnswer &, Language))
{
    if (!answer) {
        return invocation.refuse(answer.error());
    }
    QStringList lines{words(*answer, invocation.language())};
    for (const QString &warning : answer->warnings) {
        lines.append(warningText(warning));
    }
    return invocation.answer(answer->toJson(), lines.join(u'\n'));
}

/// What the correction @p index of the record changed, a line each; nothing for a visit.
QStringList changesOf(const DossierRecord &record, size_t index, const Catalogue &catalogue,
                      Language language)
{
    const DossierRecord::Visit &visit = record.visits[index];
    return visit.stored.isCorrection ? changesText(foundByCorrection(record.visits, index),
                                                   visit.intake, catalogue, language)
                                     : QStringList();
}

QJsonArray visitsJson(const DossierRecord &record, const Catalogue &catalogue, Language language)
{
    const QTimeZone zone(catalogue.settings.timeZone.toLatin1());
    QJsonArray visits;
    for (size_t i = 0; i < record.visits.size(); ++i) {
        const DossierRecord::Visit &visit = record.visits[i];
        QJsonObject json = toJson(visit.intake);
        json.insert(u"recorded_at"_s, isoTime(visit.stored.recordedAt, zone));
        json.insert(u"counter"_s, visit.stored.counter);
        json.insert(u"staff"_s, visit.stored.staff);
        json.insert(u"correction"_s, visit.stored.isCorrection);
        json.insert(u"correction_reason"_s, visit.intake.correction);
        json.insert(u"changes"_s,
                    QJsonArray::fromStringList(changesOf(record, i, catalogue, language)));
        visits.append(json);
    }
    return visits;
}

QJsonArray formsJson(const DossierRecord &record, const QTimeZone &zone)
{
    QJsonArray forms;
    for (const IssuedFormNote &form : record.forms) {
        for (const FormPrint &print : form.prints) {
            forms.append(QJsonObject{{u"form"_s, form.form},
                                     {u"template_version"_s, form.version},
                                     {u"reprint"_s, print.reprint},
                                     {u"paper"_s, word(print.paper)},
                                     {u"state"_s, word(print.state)},
                                     {u"staff"_s, print.staff},
                                     {u"printed_at"_s, isoTime(print.askedAt, zone)}});
        }
    }
    return forms;
}

QJsonArray openingsJson(const std::vector<DossierOpening> &openings, const QTimeZone &zone)
{
    QJsonArray all;
    for (const DossierOpening &opening : openings) {
        all.append(QJsonObject{{u"at"_s, isoTime(opening.at, zone)},
                               {u"staff"_s, opening.staff},
                               {u"reason"_s, opening.reason}});
    }
    return all;
}

/// Why the dossier is due when it is; empty when it is not.
Result<QString> dueExplanation(Database &database, const Branch &branch,
                               const DossierRecord &record, const Invocation &invocation)
{
    const Dossier &dossier = record.dossier;
    if (!dossier.due) {
        return QString();
    }
    for (const DossierRecord::Visit &visit : record.visits) {
        if (!visit.intake.dueReason.isEmpty() && visit.intake.due == dossier.due) {
            return Texts::tr("Set by hand: %1").arg(visit.intake.dueReason);
        }
    }
    CatalogueRepository catalogue(database);
    const auto procedure = catalogue.procedure(dossier.procedure, dossier.procedureVersion);
    const auto calendar = catalogue.calendar();
    if (!procedure || !calendar) {
        return std::unexpected(procedure ? calendar.error() : procedure.error());
    }
    const auto index = static_cast<size_t>(dossier.caseIndex);
    const auto limit = *procedure && index < (*procedure)->cases.size()
                           ? limitOf((*procedure)->cases[index], dossier.channel)
                           : std::optional<Limit>();
    if (!limit) {
        return QString();
    }
    const auto due = dueDate(WorkingCalendar(*calendar), *limit, dossier.received,
                             {.sameDayUntil = branch.settings.sameDayUntil,
                              .lateStartsNextDay = (*procedure)->lateStartsNextDay});
    return due && due->due == *dossier.due
               ? explanationOf(*due, invocation.language())
               : Texts::tr("Moved by the time the dossier waited for papers.");
}

/// What is on record now.
QStringList dossierLines(const DossierRecord &record, const QString &procedure,
                         const QString &explanation, Language language)
{
    const Dossier &dossier = record.dossier;
    QStringList lines{u"%1  %2"_s.arg(dossier.code, dossierStateText(dossier.state))};
    if (record.isOverdue) {
        lines.last() += u", "_s + Texts::tr("overdue");
    }
    if (!dossier.officialCode.isEmpty()) {
        lines.append(Texts::tr("Official code: %1").arg(dossier.officialCode));
    }
    lines.append(u"%1  %2"_s.arg(dossier.procedure, procedure));
    if (dossier.due) {
        lines.append(Texts::tr("Result due: %1.").arg(dueText(*dossier.due, language)) + u' '
                     + explanation);
    }
    const Intake &intake = record.onRecord;
    lines.append(Texts::tr("Applicant: %1").arg(personText(intake.applicant)));
    if (intake.owner) {
        lines.append(Texts::tr("Owner: %1").arg(personText(*intake.owner)));
    }
    for (const IntakeDocument &document : intake.documents) {
        lines.append(u"  %1: %2"_s.arg(document.name, documentStateText(document.state)));
    }
    if (!intake.reason.isEmpty()) {
        lines.append(Texts::tr("Reason: %1").arg(intake.reason));
    }
    return lines;
}

QStringList historyLines(const DossierRecord &record, const std::vector<DossierOpening> &openings,
                         const Catalogue &catalogue, Language language)
{
    const QTimeZone zone(catalogue.settings.timeZone.toLatin1());
    const auto timeText = [&zone](qint64 at) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, zone);
        return shortDate(time.date()) + time.toString(u" HH:mm"_s);
    };
    QMultiMap<qint64, QString> lines;
    for (size_t i = 0; i < record.visits.size(); ++i) {
        const DossierRecord::Visit &visit = record.visits[i];
        const QString what = visit.stored.isCorrection
                                 ? Texts::tr("corrected: %1").arg(visit.intake.correction)
                                 : outcomeText(visit.stored.outcome);
        const QString line = Texts::tr("%1  counter %2, %3: %4")
                                 .arg(timeText(visit.stored.recordedAt))
                                 .arg(visit.stored.counter)
                                 .arg(visit.stored.staff, what);
        const QStringList changes = changesOf(record, i, catalogue, language);
        lines.insert(visit.stored.recordedAt, (QStringList(line) + changes).join(u"\n    "_s));
    }
    for (const IssuedFormNote &form : record.forms) {
        for (const FormPrint &print : form.prints) {
            const QString what = print.reprint == 0 ? Texts::tr("form %1 printed").arg(form.form)
                                                    : Texts::tr("form %1 reprinted").arg(form.form);
            lines.insert(print.askedAt,
                         u"%1  %2: %3 (%4)"_s.arg(timeText(print.askedAt), print.staff, what,
                                                  formStateText(print.state)));
        }
    }
    for (const DossierOpening &opening : openings) {
        lines.insert(opening.at, Texts::tr("%1  opened by %2: %3")
                                     .arg(timeText(opening.at), opening.staff,
                                          openingReasonText(opening.reason)));
    }
    return QStringList{Texts::tr("History:")} + lines.values();
}

} // namespace

/// Reads the form and hands it to @p operation with the counter; @p words say what was done.
template <typename Operation>
static int runWithForm(const Invocation &invocation,
                       QString (*words)(const IntakeAnswer &, Language), Operation operation)
{
    constexpr int MostCounters = 999;
    const auto counter = invocation.number(u"counter"_s, 1, MostCounters);
    const auto file = invocation.required(u"file"_s);
    if (!counter || !file) {
        return invocation.refuse(counter ? file.error() : counter.error());
    }
    auto form = formFrom(invocation);
    const auto context = invocation.context();
    if (!form || !context) {
        return invocation.refuse(form ? context.error() : form.error());
    }
    const auto opened = invocation.openWithVault();
    if (!opened) {
        return invocation.refuse(opened.error());
    }
    return answerIntake(invocation, operation(*opened, *context, *counter, *form), words);
}

int runIntakeRecord(const Invocation &invocation)
{
    return runWithForm(invocation, recordedText,
                       [](const OpenedBranch &branch, const CommandContext &context, int counter,
                          FormFile &form) -> Result<IntakeAnswer> {
                           if (const auto kept = keepUnsaid(branch, form); !kept) {
                               return std::unexpected(kept.error());
                           }
                           return recordIntake(*branch.database, context, branch.vault,
                                               {.counter = counter, .intake = form.intake});
                       });
}

int runIntakeCorrect(const Invocation &invocation)
{
    const QString code = invocation.argument().toUpper();
    return runWithForm(invocation, correctedText,
                       [&code](const OpenedBranch &branch, const CommandContext &context,
                               int counter, const FormFile &form) {
                           return correctIntake(
                               *branch.database, context, branch.vault,
                               {.counter = counter, .code = code, .corrected = form.intake});
                       });
}

int runIntakeShow(const Invocation &invocation)
{
    const auto staff = invocation.required(u"staff"_s);
    const auto reason = invocation.required(u"reason"_s);
    const auto context = invocation.context();
    for (const auto &wanted : {staff, reason}) {
        if (!wanted) {
            return invocation.refuse(wanted.error());
        }
    }
    if (!context) {
        return invocation.refuse(context.error());
    }
    const auto opened = invocation.openWithVault();
    if (!opened) {
        return invocation.refuse(opened.error());
    }
    const auto branch = readBranch(*opened->database);
    if (!branch) {
        return invocation.refuse(branch.error());
    }
    const auto record = openDossier(*opened->database, *context, opened->vault,
                                    invocation.argument().toUpper(), *staff, *reason);
    if (!record) {
        return invocation.refuse(record.error());
    }
    const auto explanation = dueExplanation(*opened->database, *branch, *record, invocation);
    const auto procedure =
        CatalogueRepository(*opened->database)
            .procedure(record->dossier.procedure, record->dossier.procedureVersion);
    const auto openings = openingsOf(*opened->database, opened->vault, record->dossier.id);
    if (!explanation || !procedure) {
        return invocation.refuse(explanation ? procedure.error() : explanation.error());
    }
    const auto catalogue = readStoredCatalogue(*opened->database);
    if (!openings || !catalogue) {
        return invocation.refuse(openings ? catalogue.error() : openings.error());
    }
    QJsonObject json = dossierJson(record->dossier, record->isOverdue);
    json.insert(u"due_explanation"_s, *explanation);
    json.insert(u"applicant"_s, toJson(record->onRecord.applicant));
    if (record->onRecord.owner) {
        json.insert(u"owner"_s, toJson(*record->onRecord.owner));
    }
    json.insert(u"visits"_s, visitsJson(*record, *catalogue, invocation.language()));
    json.insert(u"forms"_s, formsJson(*record, branch->timeZone()));
    json.insert(u"openings"_s, openingsJson(*openings, branch->timeZone()));
    const QString name = *procedure ? (*procedure)->name.in(invocation.language()) : QString();
    const QStringList lines = dossierLines(*record, name, *explanation, invocation.language())
                              + historyLines(*record, *openings, *catalogue, invocation.language());
    return invocation.answer(json, lines.join(u'\n'));
}

int runIntakeSearch(const Invocation &invocation)
{
    const QString typed = invocation.argument();
    const auto opened = invocation.openWithVault();
    if (!opened) {
        return invocation.refuse(opened.error());
    }
    return answerList(invocation, searchDossiers(*opened->database, opened->vault,
                                                 typed == "-"_L1 ? readInputLine() : typed,
                                                 MostListed, invocation.now()));
}

int runIntakeList(const Invocation &invocation)
{
    const auto opened = invocation.openWithVault();
    if (!opened) {
        return invocation.refuse(opened.error());
    }
    return answerList(
        invocation,
        invocation.has(u"overdue"_s)
            ? overdueDossiers(*opened->database, opened->vault, MostListed, invocation.now())
            : searchDossiers(*opened->database, opened->vault, {}, MostListed, invocation.now()));
}

} // namespace motcua
