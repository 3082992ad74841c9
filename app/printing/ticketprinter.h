// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QImage>
#include <QObject>
#include <QUuid>

#include <chrono>
#include <memory>

namespace motcua {

/// What is known of the printer. Everything false but reachable is a printer that is well, or one
/// that cannot tell (answers is false).
struct PrinterStatus
{
    bool reachable = false; ///< the connection, device or queue is there
    bool answers = false;   ///< the device tells its state
    bool paperOut = false;
    bool paperLow = false; ///< prints on, staff should bring a roll
    bool coverOpen = false;
    bool cutterError = false;
    bool fault = false; ///< offline, stopped, hot, or talking nonsense

    /// False means: do not promise paper. Paper low still prints.
    [[nodiscard]] bool canPrint() const
    {
        return reachable && !paperOut && !coverOpen && !cutterError && !fault;
    }

    friend bool operator==(const PrinterStatus &, const PrinterStatus &) = default;
};

enum class PrintOutcome {
    Printed, ///< the printer said so after the whole job
    Failed,  ///< no whole ticket came out and none will
    Unknown, ///< a ticket or a stub may have come out; never sent again by itself
};

/// How long a printer may take.
struct PrinterTiming
{
    std::chrono::milliseconds job{8000};    ///< from print() to the outcome, at the latest
    std::chrono::milliseconds answer{1500}; ///< to a status request
    std::chrono::milliseconds poll{2000};   ///< between two status requests while idle
    std::chrono::milliseconds retry{500};   ///< before the first new connection; doubles
    std::chrono::milliseconds retryMax{8000};
};

/// A printer of tickets: one job at a time, never sent twice, nothing blocks. Lives in the thread
/// of its event loop.
class TicketPrinter : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The last status known; not reachable before the first contact.
    [[nodiscard]] virtual PrinterStatus status() const = 0;
    [[nodiscard]] virtual bool isBusy() const = 0;

    /// Prints @p image, a bitmap of paintTicket(), and cuts. finished() follows, never from within
    /// this call and at the latest after PrinterTiming::job. While another job runs the answer is
    /// Failed at once. To be called whatever status() says: it looks anew, and sends nothing to a
    /// printer that cannot print. A CUPS queue shows only by a job that it is well again.
    virtual void print(const QUuid &job, const QImage &image) = 0;
    /// A program before this one died while it printed: what it left at the blade is cut off before
    /// the next ticket. Nothing to do where a spooler keeps pages apart.
    virtual void expectStub() {}

Q_SIGNALS:
    /// Unknown with a status that canPrint() means: all of it was handed over and no trouble is
    /// known, but this printer or spooler gives no proof. Unknown otherwise means trouble.
    void finished(const QUuid &job, motcua::PrintOutcome outcome,
                  const motcua::PrinterStatus &status);
    /// Also while idle, so that paper out and an open cover are known before a citizen is.
    void statusChanged(const motcua::PrinterStatus &status);
};

/// The printer at @p url: `escpos-tcp://127.0.0.1:9100`, `escpos-file:///dev/usb/lp0`, `cups://QUEUE`
/// (on the system's CUPS server) or `none`, which gives a null pointer. Contact begins at once.
/// Fails with InvalidInput for anything else.
[[nodiscard]] Result<std::unique_ptr<TicketPrinter>> makePrinter(const QString &url,
                                                                 const PrinterTiming &timing = {});

} // namespace motcua
