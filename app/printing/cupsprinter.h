// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "printing/ticketprinter.h"

#include <QThread>
#include <QTimer>

#include <functional>
#include <optional>

namespace motcua {

class CupsWorker;

/// A PDF for a queue.
struct CupsDocument
{
    QByteArray pdf;
    QString title; ///< of the job, which anybody who can see the queue reads: nothing personal
    QString media; ///< "A4", "Custom.72x130mm"
};

/// A queue of the system's CUPS server (CUPS_SERVER, client.conf). Tickets go as a PDF page of
/// exactly their size, forms as they are.
///
/// A spooler says "completed" when it has handed the bytes on, not when paper came out: the outcome
/// is never Printed. A job that does not get through is cancelled, and so is one that an earlier
/// run left behind, so that no refill prints it. Between jobs nobody asks the printer how it is:
/// trouble shows in the next job, and stands until one gets through.
class CupsPrinter final : public TicketPrinter
{
    Q_OBJECT

public:
    CupsPrinter(const QString &queue, const PrinterTiming &timing);
    ~CupsPrinter() override;

    [[nodiscard]] PrinterStatus status() const override { return m_status; }
    [[nodiscard]] bool isBusy() const override { return m_job.has_value(); }
    void print(const QUuid &job, const QImage &image) override;
    /// The same for a document.
    void print(const QUuid &job, const CupsDocument &document);

private:
    void start(const QUuid &job, const std::function<CupsDocument()> &document);
    void onFinished(const QUuid &job, PrintOutcome outcome);
    void setStatus(const PrinterStatus &status);

    QThread m_thread; // libcups blocks
    CupsWorker *m_worker;
    PrinterTiming m_timing;
    PrinterStatus m_status;
    bool m_hasTold = false; ///< the status, once
    std::optional<QUuid> m_job;
    QTimer m_deadline;
};

/// @p image on a PDF page of exactly its size at 8 dots a millimetre.
[[nodiscard]] QByteArray pdfPage(const QImage &image);

} // namespace motcua
