// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "operations/issuedforms.h"
#include "printing/formpaper.h"
#include "shared/theme.h"

#include <QEventLoop>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// Where a form goes: a file, a queue, or both.
struct Goal
{
    QString file;
    QString queue;
};

/// What --pdf and --printer say; without both the queue of this PC, else of the branch.
Result<Goal> goalOf(const Invocation &invocation, const BranchSettings &settings)
{
    Goal goal{.file = invocation.filePath(u"pdf"_s), .queue = invocation.text(u"printer"_s)};
    if (goal.file.isEmpty() && goal.queue.isEmpty()) {
        const QString own = invocation.setting(u"desk/printer"_s);
        goal.queue = own.isEmpty() ? settings.deskPrinter : own;
    }
    if (goal.file.isEmpty() && goal.queue.isEmpty()) {
        return failure(ErrorCode::Usage, u"--printer QUEUE | --pdf FILE"_s);
    }
    return goal;
}

/// Makes the paper of @p form and brings it to @p goal. The error says what is left to be done; the
/// state is what became of the paper in any case.
std::pair<FormState, Result<>> deliver(const FormPaper &form, const Goal &goal)
{
    loadFonts();
    const auto pdf = formPdf(form);
    if (!pdf) {
        return {FormState::Failed, std::unexpected(pdf.error())};
    }
    if (!goal.file.isEmpty()) {
        QSaveFile file(goal.file);
        if (!file.open(QIODevice::WriteOnly)
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            || file.write(*pdf) != pdf->size() || !file.commit()) {
            return {FormState::Failed, failure(ErrorCode::FileUnwritable, goal.file)};
        }
    }
    if (goal.queue.isEmpty()) {
        return {FormState::Saved, {}};
    }
    const FormState state = sendToQueue(goal.queue, cupsDocument(form, *pdf));
    if (state == FormState::Sent) {
        return {state, {}};
    }
    // A file that was saved counts as one that came out.
    return {goal.file.isEmpty() || state == FormState::Unknown ? state : FormState::Saved,
            failure(ErrorCode::FormNotPrinted, goal.queue)};
}

QJsonObject toJson(const FormPaper &form, const Goal &goal, FormState state)
{
    const FormTemplate *one = formTemplate(form.form, form.version);
    return {{u"code"_s, form.code},
            {u"form"_s, form.form},
            {u"title"_s, one ? one->title : QString()},
            {u"template_version"_s, form.version},
            {u"official"_s, one && one->isOfficial()},
            {u"reprint"_s, form.reprint},
            {u"paper"_s, word(form.paper)},
            {u"copies"_s, one ? static_cast<int>(one->copies.size()) : 0},
            {u"state"_s, word(state)},
            {u"file"_s, goal.file},
            {u"printer"_s, goal.queue}};
}

QString toldText(const FormPaper &form, const Goal &goal, FormState state)
{
    return state == FormState::Saved
               ? Texts::tr("Form %1 of %2 is saved: %3").arg(form.form, form.code, goal.file)
               : Texts::tr("Form %1 of %2 is sent to the printer %3. Look whether all copies came "
                           "out.")
                     .arg(form.form, form.code, goal.queue);
}

/// A branch and where its forms go.
struct Desk
{
    OpenedBranch branch;
    Goal goal;
};

Result<Desk> openDesk(const Invocation &invocation)
{
    auto opened = invocation.openWithVault();
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const auto branch = readBranch(*opened->database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    auto goal = goalOf(invocation, branch->settings);
    if (!goal) {
        return std::unexpected(goal.error());
    }
    return Desk{std::move(*opened), std::move(*goal)};
}

QJsonObject toJson(const PreparedForm &form, const Goal &goal, FormState state)
{
    QJsonObject json = toJson(form.paper, goal, state);
    json.insert(u"outdated"_s, form.isOutdated);
    return json;
}

/// @p code is as it was typed, so that what is to be done now can be typed after it.
QString toldText(const PreparedForm &form, const QString &code, const Goal &goal, FormState state)
{
    QString text = toldText(form.paper, goal, state);
    if (form.isOutdated) {
        text +=
            u'\n'
            + Texts::tr("This paper tells the old data: the record has changed since. To issue it "
                        "anew with what is on record now: motcua intake print %1 --form %2")
                  .arg(code, form.paper.form);
    }
    return text;
}

int printForm(const Invocation &invocation, const QString &reprintReason)
{
    const QString code = invocation.argument().toUpper();
    const auto staff = invocation.required(u"staff"_s);
    const auto context = invocation.context();
    if (!staff || !context) {
        return invocation.refuse(staff ? context.error() : staff.error());
    }
    const auto desk = openDesk(invocation);
    if (!desk) {
        return invocation.refuse(desk.error());
    }
    const auto prepared = prepareForm(*desk->branch.database, *context, desk->branch.vault,
                                      {.code = code,
                                       .form = invocation.text(u"form"_s),
                                       .staff = *staff,
                                       .reprintReason = reprintReason});
    if (!prepared) {
        return invocation.refuse(prepared.error());
    }
    if (prepared->print.state != FormState::Pending) { // this command was sent before
        return invocation.answer(toJson(*prepared, desk->goal, prepared->print.state),
                                 toldText(*prepared, code, desk->goal, prepared->print.state));
    }
    const auto [state, delivered] = deliver(prepared->paper, desk->goal);
    const CommandContext after{QUuid::createUuid(), context->clock};
    const auto recorded = recordFormState(*desk->branch.database, after, prepared->print, state);
    const QJsonObject json = toJson(*prepared, desk->goal, state);
    if (!delivered || !recorded) {
        return invocation.refuse(delivered ? recorded.error() : delivered.error(), json);
    }
    return invocation.answer(json, toldText(*prepared, code, desk->goal, state));
}

} // namespace

FormState sendToQueue(const QString &queue, const CupsDocument &paper)
{
    CupsPrinter printer(queue, FormTiming);
    FormState state = FormState::Pending;
    QEventLoop loop;
    QObject::connect(&printer, &TicketPrinter::finished, &loop,
                     [&](const QUuid &, PrintOutcome outcome, const PrinterStatus &status) {
                         state = formState(outcome, status);
                         loop.quit();
                     });
    printer.print(QUuid::createUuid(), paper);
    loop.exec();
    return state;
}

int runIntakePrint(const Invocation &invocation)
{
    return printForm(invocation, {});
}

int runIntakeReprint(const Invocation &invocation)
{
    const auto reason = invocation.required(u"reason"_s);
    return reason ? printForm(invocation, *reason) : invocation.refuse(reason.error());
}

int runIntakeRegister(const Invocation &invocation)
{
    const auto staff = invocation.required(u"staff"_s);
    const auto day = invocation.date(u"day"_s);
    const auto context = invocation.context();
    if (!staff || !day) {
        return invocation.refuse(staff ? day.error() : staff.error());
    }
    if (day->isNull() || !context) {
        return invocation.refuse(context ? Error{ErrorCode::Usage, u"--day"_s, {}}
                                         : context.error());
    }
    const auto desk = openDesk(invocation);
    if (!desk) {
        return invocation.refuse(desk.error());
    }
    const auto page =
        prepareRegister(*desk->branch.database, *context, desk->branch.vault, *day, *staff);
    if (!page) {
        return invocation.refuse(page.error());
    }
    const auto [state, delivered] = deliver(*page, desk->goal);
    const QJsonObject json = toJson(*page, desk->goal, state);
    return delivered ? invocation.answer(json, toldText(*page, desk->goal, state))
                     : invocation.refuse(delivered.error(), json);
}

} // namespace motcua
