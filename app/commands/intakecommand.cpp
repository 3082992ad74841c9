// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/vietnamesetext.h"
#include "operations/dossiers.h"
#include "shared/intaketext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int MostListed = 200;

QString dueText(const std::optional<LocalTime> &due)
{
    return due ? officialTime(due->date, due->time) : QString();
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

/// The form in the file that --file names.
Result<Intake> formFrom(const Invocation &invocation)
{
    constexpr qint64 Largest = 1 << 20;
    const QString path = invocation.filePath(u"file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileUnreadable, path);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(Largest), &error);
    if (!document.isObject()) {
        return failure(ErrorCode::InvalidIntake, u"\n  "_s + error.errorString());
    }
    IntakeReading reading = intakeFromJson(document.object());
    if (!reading.faults.empty()) {
        return failure(ErrorCode::InvalidIntake, linesOf(reading.faults));
    }
    return std::move(reading.intake);
}

/// The branch and its key.
struct Opened
{
    std::unique_ptr<Database> database;
    PersonVault vault;
};

Result<Opened> open(const Invocation &invocation)
{
    auto database = invocation.openDatabase();
    if (!database) {
        return std::unexpected(database.error());
    }
    const auto vault = vaultOf(**database);
    if (!vault) {
        return std::unexpected(vault.error());
    }
    return Opened{std::move(*database), *vault};
}

QString recordedText(const IntakeAnswer &answer)
{
    switch (answer.outcome) {
    case Outcome::Accepted:
        return Texts::tr("Dossier %1 is accepted, register %2, entry %3. Result due: %4.")
            .arg(answer.code, answer.book)
            .arg(answer.registerNumber)
            .arg(dueText(answer.due));
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

QString correctedText(const IntakeAnswer &answer)
{
    return answer.due ? Texts::tr("The record of dossier %1 is corrected. Result due: %2.")
                            .arg(answer.code, dueText(answer.due))
                      : Texts::tr("The record of dossier %1 is corrected.").arg(answer.code);
}

int answerIntake(const Invocation &invocation, const Result<IntakeAnswer> &answer,
                 QString (*words)(const IntakeAnswer &))
{
    if (!answer) {
        return invocation.refuse(answer.error());
    }
    QStringList lines{words(*answer)};
    for (const QString &warning : answer->warnings) {
        lines.append(warningText(warning));
    }
    return invocation.answer(answer->toJson(), lines.join(u'\n'));
}

} // namespace

/// Reads the form and hands it to @p operation with the counter; @p words say what was done.
template <typename Operation>
static int runWithForm(const Invocation &invocation, QString (*words)(const IntakeAnswer &),
                       Operation operation)
{
    constexpr int MostCounters = 999;
    const auto counter = invocation.number(u"counter"_s, 1, MostCounters);
    const auto file = invocation.required(u"file"_s);
    if (!counter || !file) {
        return invocation.refuse(counter ? file.error() : counter.error());
    }
    const auto intake = formFrom(invocation);
    const auto context = invocation.context();
    if (!intake || !context) {
        return invocation.refuse(intake ? context.error() : intake.error());
    }
    const auto opened = open(invocation);
    if (!opened) {
        return invocation.refuse(opened.error());
    }
    return answerIntake(invocation, operation(*opened, *context, *counter, *intake), words);
}

int runIntakeRecord(const Invocation &invocation)
{
    return runWithForm(
        invocation, recordedText,
        [](const Opened &branch, const CommandContext &context, int counter, const Intake &intake) {
            return recordIntake(*branch.database, context, branch.vault,
                                {.counter = counter, .intake = intake});
        });
}

int runIntakeCorrect(const Invocation &invocation)
{
    const QString code = invocation.argument().toUpper();
    return runWithForm(invocation, correctedText,
                       [&code](const Opened &branch, const CommandContext &context, int counter,
                               const Intake &intake) {
                           return correctIntake(*branch.database, context, branch.vault, counter,
                                                code, intake);
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
    const auto opened = open(invocation);
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
    QJsonArray visits;
    QStringList lines{
        u"%1  %2"_s.arg(record->dossier.code, dossierStateText(record->dossier.state))};
    if (record->dossier.due) {
        lines.append(Texts::tr("Result due: %1.").arg(dueText(record->dossier.due)));
    }
    for (const DossierRecord::Visit &visit : record->visits) {
        QJsonObject json = toJson(visit.intake);
        json.insert(u"recorded_at"_s, isoTime(visit.stored.recordedAt, branch->timeZone()));
        json.insert(u"counter"_s, visit.stored.counter);
        json.insert(u"staff"_s, visit.stored.staff);
        json.insert(u"correction"_s, visit.stored.isCorrection);
        visits.append(json);
        lines.append(u"%1  %2  %3"_s.arg(
            Invocation::clockText(isoTime(visit.stored.recordedAt, branch->timeZone())),
            visit.intake.applicant.name,
            visit.stored.isCorrection ? Texts::tr("correction") : visit.intake.procedure));
    }
    QJsonObject json = dossierJson(record->dossier, record->isOverdue);
    json.insert(u"visits"_s, visits);
    return invocation.answer(json, lines.join(u'\n'));
}

int runIntakeSearch(const Invocation &invocation)
{
    const auto opened = open(invocation);
    if (!opened) {
        return invocation.refuse(opened.error());
    }
    return answerList(invocation,
                      searchDossiers(*opened->database, opened->vault, invocation.argument(),
                                     MostListed, invocation.now()));
}

int runIntakeList(const Invocation &invocation)
{
    const auto opened = open(invocation);
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
