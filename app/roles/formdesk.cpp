// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/formdesk.h"

#include "core/vietnamesetext.h"
#include "operations/intakes.h"
#include "printing/formpaper.h"

#include <QTimer>

#include <chrono>

namespace motcua {

FormDesk::FormDesk(StorageThread &storage, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
{
}

/// Records the form and paints it, which takes longer than a screen may stand still.
Result<FormDesk::Job> FormDesk::prepare(Database &database, const FormRequest &request,
                                        const QString &queue)
{
    const auto now = [] { return QDateTime::currentDateTimeUtc(); };
    const auto form = withVault(database, [&](Database &at, const PersonVault &vault) {
        const auto prepared = [&](const QString &why) {
            FormRequest one = request;
            one.reprintReason = why;
            return prepareForm(at, {QUuid::createUuid(), now()}, vault, one);
        };
        auto first = prepared({});
        const bool isOld = !first
                           && (first.error().code == ErrorCode::FormIssued
                               || first.error().code == ErrorCode::FormNotDue);
        return isOld && !request.reprintReason.isEmpty() ? prepared(request.reprintReason) : first;
    });
    if (!form) {
        return std::unexpected(form.error());
    }
    const auto pdf = formPdf(form->paper);
    if (!pdf) {
        const auto recorded =
            recordFormState(database, {QUuid::createUuid(), now()}, form->print, FormState::Failed);
        return std::unexpected(recorded ? pdf.error() : recorded.error());
    }
    const FormPaper &paper = form->paper;
    return Job{.id = QUuid::createUuid(),
               .queue = queue,
               .request = {.code = paper.code, .form = paper.form, .staff = request.staff},
               .print = form->print,
               .document = cupsDocument(paper, *pdf),
               .answer = {.code = paper.code,
                          .form = paper.form,
                          .title = formTemplate(paper.form, paper.version)->title,
                          .reprint = paper.reprint,
                          .isWanted = request.isWanted()}};
}

Result<FormDesk::Job> FormDesk::prepareRegisterPage(Database &database, const QDate &day,
                                                    const QString &staff, const QString &queue)
{
    const auto paper = withVault(database, [&](Database &at, const PersonVault &vault) {
        return prepareRegister(at, {QUuid::createUuid(), QDateTime::currentDateTimeUtc()}, vault,
                               day, staff);
    });
    const auto pdf = paper ? formPdf(*paper) : std::unexpected(paper.error());
    if (!pdf) {
        return std::unexpected(pdf.error());
    }
    return Job{.id = QUuid::createUuid(),
               .queue = queue,
               .request = {},
               .print = {},
               .document = cupsDocument(*paper, *pdf),
               .answer = {.code = shortDate(day),
                          .form = paper->form,
                          .title = formTemplate(paper->form, paper->version)->title,
                          .isWanted = true}};
}

void FormDesk::print(const FormRequest &request, const QString &queue)
{
    m_storage.run(
        this, [request, queue](Database &database) { return prepare(database, request, queue); },
        [this, request](const Result<Job> &job) {
            if (job) {
                take(*job);
            } else if (request.isWanted() || job.error().code != ErrorCode::FormNotDue) {
                Q_EMIT failed(request, job.error());
            }
        });
}

void FormDesk::printRegister(const QDate &day, const QString &staff, const QString &queue)
{
    m_storage.run(
        this,
        [day, staff, queue](Database &database) {
            return prepareRegisterPage(database, day, staff, queue);
        },
        [this](const Result<Job> &job) {
            if (job) {
                take(*job);
            } else {
                Q_EMIT failed({}, job.error());
            }
        });
}

void FormDesk::take(Job job)
{
    m_jobs.push_back(std::move(job));
    if (m_jobs.size() == 1) {
        next();
    }
}

void FormDesk::next()
{
    if (m_jobs.empty()) {
        return;
    }
    // Kept until the end: to end one waits for its thread, and the server may hang.
    std::unique_ptr<CupsPrinter> &printer = m_printers[m_jobs.front().queue];
    if (!printer) {
        printer = std::make_unique<CupsPrinter>(m_jobs.front().queue, FormTiming);
        connect(printer.get(), &TicketPrinter::finished, this,
                [this](const QUuid &job, PrintOutcome outcome, const PrinterStatus &status) {
                    if (!m_jobs.empty() && m_jobs.front().id == job) {
                        finish(outcome, status);
                    }
                });
    }
    printer->print(m_jobs.front().id, m_jobs.front().document);
}

/// Until the branch has it: else nobody would know what became of it.
void FormDesk::record(const FormPrint &print, FormState state, const QUuid &command)
{
    m_storage.run(
        this,
        [print, state, command](Database &database) {
            return recordFormState(database, {command, QDateTime::currentDateTimeUtc()}, print,
                                   state);
        },
        [this, print, state, command](const Result<> &recorded) {
            constexpr std::chrono::seconds Pause(1);
            if (!recorded && kindOf(recorded.error().code) != ErrorKind::Refused) {
                QTimer::singleShot(
                    Pause, this, [this, print, state, command] { record(print, state, command); });
            }
        });
}

void FormDesk::finish(PrintOutcome outcome, const PrinterStatus &status)
{
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    const FormState state = formState(outcome, status);
    if (job.print) {
        record(*job.print, state, QUuid::createUuid());
    }
    job.answer.state = state;
    Q_EMIT finished(job.answer);
    if (state != FormState::Sent) {
        Q_EMIT failed(job.request, {ErrorCode::FormNotPrinted, job.queue, {}});
    }
    next();
}

} // namespace motcua
