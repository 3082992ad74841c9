// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "printing/escpos.h"
#include "printing/printerlink.h"
#include "printing/ticketprinter.h"

#include <QTimer>

#include <array>
#include <optional>

namespace motcua {

/// A receipt printer that speaks ESC/POS. Printed is claimed only when the printer has answered a
/// request that stood behind the whole ticket.
///
/// A job that ran into trouble ends its connection, so that nothing of it is still on its way; the
/// next one begins by emptying the printer's buffers.
class EscPosPrinter final : public TicketPrinter
{
    Q_OBJECT

public:
    EscPosPrinter(std::unique_ptr<PrinterLink> link, const PrinterTiming &timing);
    ~EscPosPrinter() override;

    [[nodiscard]] PrinterStatus status() const override { return m_status; }
    [[nodiscard]] bool isBusy() const override { return m_job.has_value(); }
    void print(const QUuid &job, const QImage &image) override;
    void expectStub() override { m_stub = true; }

private:
    enum class Stage {
        Waiting,    ///< for a connection, or for a status round to end
        Preparing,  ///< buffers emptied, status asked
        Sent,       ///< all of it is queued; proof is awaited
        Confirming, ///< the paper sensor answered behind the job: is all well?
        Lost        ///< it takes nothing any more; asked on a new connection why
    };

    struct Job
    {
        QUuid id;
        QByteArray bytes;
        Stage stage = Stage::Waiting;
        quint16 echo = 0;    ///< the id that proves it
        qint64 pending = -1; ///< bytes not taken when last looked at
        bool noise = false;  ///< weak proof does not count
    };

    void connectNow();
    void onOpened();
    void onClosed();
    void onReceived(const QByteArray &bytes);
    void onDrained();
    void onDeadline();

    void ask(); ///< starts a status round
    void wait();
    void request(int n);
    void onStatusBits(quint8 bits);
    void onSilence();
    void roundEnded(bool complete);
    void prepare();
    void send();
    void giveUp();
    void onPaperAnswer(const escpos::PaperStatus &paper);
    void onNoise();
    void drop();
    void finish(PrintOutcome outcome);
    void setStatus(const PrinterStatus &status);

    std::unique_ptr<PrinterLink> m_link;
    PrinterTiming m_timing;
    escpos::AnswerReader m_reader;
    PrinterStatus m_status;
    std::optional<Job> m_job;
    bool m_hasTold = false; ///< its status, once
    bool m_connected = false;
    bool m_answered = false;   ///< ever, so that silence now means trouble
    bool m_echoes = false;     ///< knows GS ( H, so that nothing less proves a job
    bool m_paperAsked = false; ///< GS r was sent on this connection and not answered yet
    bool m_stub = false;       ///< a job that broke off may hang at the blade
    int m_asked = 0;           ///< status request under way, 1 to 4; 0 for none
    std::array<quint8, 4> m_bits{};
    quint16 m_lastEcho = 0;
    std::chrono::milliseconds m_nextRetry;
    QTimer m_poll;
    QTimer m_silence;
    QTimer m_deadline;
    QTimer m_retry;
};

} // namespace motcua
