// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/issuedforms.h"
#include "printing/cupsprinter.h"
#include "roles/storagethread.h"

#include <deque>
#include <map>

namespace motcua {

/// What became of one printing.
struct FormAnswer
{
    QString code;          ///< of the dossier, as the paper has it
    QString form;          ///< its number: "02"
    QString title;         ///< as the paper has it, Vietnamese
    int reprint = 0;       ///< how often it may have come out before
    bool isWanted = false; ///< see FormRequest
    FormState state = FormState::Pending;
};

/// Prints the form that goes with what was recorded last of a dossier, one after the other, and
/// records what became of each. Nothing waits for it: the record is safe whatever the printer does.
class FormDesk : public QObject
{
    Q_OBJECT

public:
    /// @p storage must outlive it.
    explicit FormDesk(StorageThread &storage, QObject *parent = nullptr);

    /// Prints a form on the CUPS queue @p queue: without one named the first that tells of the
    /// dossier's last visit, and one that may have come out before only with a reason. A visit that
    /// no form goes with prints nothing, with a reason what was issued last.
    void print(const FormRequest &request, const QString &queue);
    /// Prints the page of the register with what was accepted on @p day, for @p staff.
    void printRegister(const QDate &day, const QString &staff, const QString &queue);

Q_SIGNALS:
    /// A form went to the printer, whatever became of it; failed() comes after it.
    void finished(const motcua::FormAnswer &answer);
    /// What was asked for did not come out, and why. Of the register the request is empty.
    void failed(const motcua::FormRequest &request, const motcua::Error &why);

private:
    struct Job
    {
        QUuid id;
        QString queue;
        FormRequest request;            ///< empty for the register
        std::optional<FormPrint> print; ///< of a dossier's
        CupsDocument document;
        FormAnswer answer;
    };

    static Result<Job> prepare(Database &database, const FormRequest &request,
                               const QString &queue);
    static Result<Job> prepareRegisterPage(Database &database, const QDate &day,
                                           const QString &staff, const QString &queue);
    void take(Job job);
    void next();
    void record(const FormPrint &print, FormState state, const QUuid &command);
    void finish(PrintOutcome outcome, const PrinterStatus &status);

    StorageThread &m_storage;
    std::deque<Job> m_jobs;                                     ///< the first is with the printer
    std::map<QString, std::unique_ptr<CupsPrinter>> m_printers; ///< by queue
};

} // namespace motcua
