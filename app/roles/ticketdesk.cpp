// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/ticketdesk.h"

#include "shared/trace.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace motcua {

Q_LOGGING_CATEGORY(lcTicketDesk, "motcua.ticketdesk", QtWarningMsg)

TicketDesk::TicketDesk(StorageThread &storage, int kiosk, std::function<QDateTime()> clock,
                       std::shared_ptr<const KioskJournal> journal, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_kiosk(kiosk)
    , m_clock(std::move(clock))
    , m_journal(std::move(journal))
{
}

void TicketDesk::start(std::unique_ptr<TicketPrinter> printer)
{
    m_printer = std::move(printer);
    if (!m_printer) {
        m_trouble = PaperTrouble::NoPrinter;
        return;
    }
    connect(m_printer.get(), &TicketPrinter::statusChanged, this, &TicketDesk::readStatus);
    connect(m_printer.get(), &TicketPrinter::finished, this, &TicketDesk::printed);
    // Fonts and QR tables are loaded before the first citizen waits for them.
    QTimer::singleShot(0, this, [kiosk = m_kiosk] {
        std::ignore = paintTicket({.branch = 1,
                                   .branchName = {},
                                   .organisation = {},
                                   .number = {},
                                   .group = {},
                                   .procedure = {},
                                   .counters = {},
                                   .ahead = 0,
                                   .wait = {},
                                   .followUrl = u"-"_s,
                                   .code = {},
                                   .issued = {},
                                   .kiosk = kiosk});
    });
}

PaperTrouble TicketDesk::trouble() const
{
    return m_printer ? troubleOf(m_printer->status()) : PaperTrouble::NoPrinter;
}

PaperTrouble TicketDesk::troubleOf(const PrinterStatus &status) const
{
    if (status.paperOut) {
        return PaperTrouble::Out;
    }
    if (status.coverOpen) {
        return PaperTrouble::CoverOpen;
    }
    if (status.cutterError || status.fault) {
        return PaperTrouble::Jam;
    }
    // Before the first contact nothing is known, so it is tried.
    return status.reachable || !m_knowsPrinter ? PaperTrouble::None : PaperTrouble::Silent;
}

DeviceState TicketDesk::state() const
{
    switch (m_trouble) {
    case PaperTrouble::None:
        return m_printer && m_printer->status().paperLow ? DeviceState::PaperLow : DeviceState::Ok;
    case PaperTrouble::Out:
        return DeviceState::PaperOut;
    case PaperTrouble::CoverOpen:
        return DeviceState::CoverOpen;
    case PaperTrouble::Jam:
    case PaperTrouble::Silent:
    case PaperTrouble::NoPrinter:
        break;
    }
    return DeviceState::PrinterSilent;
}

void TicketDesk::expectStub()
{
    m_printer->expectStub();
}

void TicketDesk::print(const TicketPaper &paper)
{
    m_jobs.push_back({.id = QUuid::createUuid(), .paper = paper});
    if (m_jobs.size() == 1) {
        printNext();
    }
}

void TicketDesk::printNext()
{
    const Job &job = m_jobs.front();
    trace(u"kiosk paper begun"_s);
    const QImage picture = paintTicket(job.paper);
    trace(u"kiosk paper ready"_s);
    m_printer->print(job.id, picture);
}

void TicketDesk::printed(const QUuid &id, PrintOutcome outcome, const PrinterStatus &status)
{
    if (m_jobs.empty() || m_jobs.front().id != id) {
        return;
    }
    const TicketPaper paper = m_jobs.front().paper;
    m_jobs.pop_front();
    readStatus(status);
    const PrintState good = paper.reprint ? PrintState::Reprinted : PrintState::Printed;
    record(paper.number, outcome == PrintOutcome::Printed  ? good
                         : outcome == PrintOutcome::Failed ? PrintState::Failed
                                                           : PrintState::Unknown);
    // A spooler gives no proof: the citizen is told to take it, the branch that nobody knows.
    const bool isOut =
        outcome == PrintOutcome::Printed || (outcome == PrintOutcome::Unknown && status.canPrint());
    const PaperTrouble now = troubleOf(status);
    Q_EMIT finished(paper.number, isOut,
                    isOut                       ? PaperTrouble::None
                    : now == PaperTrouble::None ? PaperTrouble::Silent
                                                : now);
    if (!m_jobs.empty()) {
        printNext();
    }
}

void TicketDesk::readStatus(const PrinterStatus &status)
{
    m_knowsPrinter = true;
    const PaperTrouble now = troubleOf(status);
    if (std::exchange(m_trouble, now) != now) {
        Q_EMIT troubleChanged(now);
    }
}

void TicketDesk::record(const TicketNumber &ticket, PrintState state)
{
    tell({.ticket = ticket, .state = state}, QUuid::createUuid());
}

void TicketDesk::recordAgain()
{
    for (const auto &[known, id] : std::exchange(m_unrecorded, {})) {
        tell(known, id);
    }
}

void TicketDesk::tell(const PrintAnswer &known, const QUuid &id)
{
    if (m_journal && m_journal->next()) { // the branch may not know that ticket yet
        m_unrecorded.emplace_back(known, id);
        return;
    }
    m_storage.run(
        this,
        [known, id, clock = m_clock](Database &database) {
            return recordPrint(database, {id, clock()}, known.ticket, known.state);
        },
        [this, known, id](const Result<PrintAnswer> &answer) {
            if (answer) {
                return;
            }
            qCWarning(lcTicketDesk) << "print state not kept:" << word(answer.error().code);
            if (kindOf(answer.error().code) != ErrorKind::Refused) {
                m_unrecorded.emplace_back(known, id);
            }
        });
}

} // namespace motcua
