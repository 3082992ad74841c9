// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/formdesk.h"

#include "operations/intakes.h"
#include "operations/issuedforms.h"
#include "printing/formpaper.h"

namespace motcua {

FormDesk::FormDesk(StorageThread &storage, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
{
}

/// Records the form and paints it, which takes longer than a screen may stand still.
Result<FormDesk::Job> FormDesk::prepare(Database &database, const QString &code,
                                        const QString &staff, const QString &queue,
                                        const QString &reason)
{
    const auto now = [] { return QDateTime::currentDateTimeUtc(); };
    const auto form = withVault(database, [&](Database &at, const PersonVault &vault) {
        const auto prepared = [&](const QString &why) {
            return prepareForm(at, {QUuid::createUuid(), now()}, vault,
                               {.code = code, .form = {}, .staff = staff, .reprintReason = why});
        };
        auto first = prepared({});
        const bool isOld = !first
                           && (first.error().code == ErrorCode::FormIssued
                               || first.error().code == ErrorCode::FormNotDue);
        return isOld && !reason.isEmpty() ? prepared(reason) : first;
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
               .print = form->print,
               .document = cupsDocument(paper, *pdf),
               .answer = {.code = paper.code,
                          .form = paper.form,
                          .title = formTemplate(paper.form, paper.version)->title,
                          .reprint = paper.reprint,
                          .isOutdated = form->isOutdated}};
}

void FormDesk::print(const QString &code, const QString &staff, const QString &queue,
                     const QString &reason)
{
    m_storage.run(
        this,
        [code, staff, queue, reason](Database &database) {
            return prepare(database, code, staff, queue, reason);
        },
        [this, code, isWanted = !reason.isEmpty()](const Result<Job> &job) {
            if (job) {
                m_jobs.push_back(*job);
                if (m_jobs.size() == 1) {
                    next();
                }
            } else if (isWanted || job.error().code != ErrorCode::FormNotDue) {
                Q_EMIT failed(code, job.error());
            }
        });
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

void FormDesk::finish(PrintOutcome outcome, const PrinterStatus &status)
{
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    const FormState state = formState(outcome, status);
    m_storage.run(
        this,
        [job, state](Database &database) {
            return recordFormState(database, {QUuid::createUuid(), QDateTime::currentDateTimeUtc()},
                                   job.print, state);
        },
        [](const Result<> &) {}); // else it stays pending: nobody knows what became of it
    job.answer.state = state;
    Q_EMIT finished(job.answer);
    if (state != FormState::Sent) {
        Q_EMIT failed(job.answer.code, {ErrorCode::FormNotPrinted, job.queue, {}});
    }
    next();
}

} // namespace motcua
