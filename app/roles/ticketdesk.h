// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/device.h"
#include "kiosk/kioskmodel.h"
#include "operations/kioskjournal.h"
#include "operations/ticketprint.h"
#include "printing/ticketpaper.h"
#include "printing/ticketprinter.h"
#include "roles/storagethread.h"

#include <QDateTime>

#include <deque>
#include <functional>
#include <memory>

namespace motcua {

/// A kiosk's printer: prints tickets one after the other, records at the branch what became of each
/// paper, and knows whether a paper would come out now.
class TicketDesk : public QObject
{
    Q_OBJECT

public:
    /// @p storage must outlive it. @p journal: of the numbers that the branch has not heard of, if
    /// the kiosk gives such; what became of their papers is recorded after they are told.
    TicketDesk(StorageThread &storage, int kiosk, std::function<QDateTime()> clock,
               std::shared_ptr<const KioskJournal> journal, QObject *parent = nullptr);

    /// From now on it prints with @p printer; null: there is none.
    void start(std::unique_ptr<TicketPrinter> printer);
    [[nodiscard]] bool hasPrinter() const { return m_printer != nullptr; }

    /// What keeps a paper from coming out, looked at now.
    [[nodiscard]] PaperTrouble trouble() const;
    /// How the kiosk is, for the branch.
    [[nodiscard]] DeviceState state() const;
    /// A ticket was on its way to the printer when the kiosk ended.
    void expectStub();

    void print(const TicketPaper &paper);
    /// Records that the paper of @p ticket is @p state, now or once the branch can be told.
    void record(const TicketNumber &ticket, PrintState state);
    /// Records what could not be until now.
    void recordAgain();

Q_SIGNALS:
    void troubleChanged(motcua::PaperTrouble trouble);
    /// @p isOut: whoever waits for @p ticket can be told to take it; else @p trouble says why not.
    void finished(const motcua::TicketNumber &ticket, bool isOut, motcua::PaperTrouble trouble);

private:
    struct Job
    {
        QUuid id;
        TicketPaper paper;
    };

    void printNext();
    void printed(const QUuid &id, PrintOutcome outcome, const PrinterStatus &status);
    void readStatus(const PrinterStatus &status);
    /// The same @p id sends the same once more.
    void tell(const PrintAnswer &known, const QUuid &id);
    [[nodiscard]] PaperTrouble troubleOf(const PrinterStatus &status) const;

    StorageThread &m_storage;
    int m_kiosk;
    std::function<QDateTime()> m_clock;
    std::shared_ptr<const KioskJournal> m_journal;
    std::unique_ptr<TicketPrinter> m_printer;
    bool m_knowsPrinter = false; ///< it has told its state once
    PaperTrouble m_trouble = PaperTrouble::None;
    std::deque<Job> m_jobs; ///< the first is being printed
    std::vector<std::pair<PrintAnswer, QUuid>> m_unrecorded;
};

} // namespace motcua
