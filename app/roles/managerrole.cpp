// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/managerrole.h"

#include "manager/inboxpage.h"
#include "manager/monthpage.h"
#include "manager/reportspage.h"
#include "manager/reporttext.h"
#include "manager/rosterpage.h"
#include "manager/syncpage.h"
#include "operations/branchdatabase.h"
#include "operations/devices.h"
#include "operations/intakes.h"
#include "operations/months.h"
#include "operations/ratings.h"
#include "operations/reports.h"
#include "operations/rollups.h"
#include "operations/rosters.h"
#include "operations/today.h"
#include "printing/formpaper.h"
#include "printing/reportfile.h"
#include "roles/centresync.h"
#include "roles/reportsaving.h"
#include "shared/errortext.h"
#include "shared/trace.h"
#include "storage/branchtransaction.h"

#include <QElapsedTimer>
#include <QPointer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

ManagerRole::ManagerRole(StorageThread &storage, StorageThread &archive,
                         const ManagerSettings &settings, QString folder, CentreAccess centre,
                         QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_archive(archive)
    , m_settings(settings)
    , m_folder(std::move(folder))
    , m_window(settings)
    , m_centre(std::move(centre))
    , m_poll(this)
    , m_soon(this)
{
    connect(&m_poll, &QTimer::timeout, this, &ManagerRole::read);
    m_poll.start(std::chrono::seconds(qRound(designNumber("timing.manager.refreshS"_L1))));
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &ManagerRole::read);
    connect(&m_storage, &StorageThread::changed, this, [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    });
    connect(&m_storage, &StorageThread::failed, &m_window, &ManagerWindow::setOffline);
    connect(&m_storage, &StorageThread::recovered, this, &ManagerRole::read);
    connect(&m_storage, &StorageThread::recovered, this, &ManagerRole::readChoices);
    connect(&m_window, &ManagerWindow::paperChanged, this, &ManagerRole::acknowledgePaper);
    connect(&m_window, &ManagerWindow::reminderWanted, this, &ManagerRole::remind);
    connect(&m_window, &ManagerWindow::fileWanted, this, &ManagerRole::saveReport);
    connect(&m_window, &ManagerWindow::standingWanted, this, &ManagerRole::readStanding);
    SyncPage &sync = m_window.sync();
    connect(&sync, &SyncPage::syncWanted, this, &ManagerRole::startSync);
    connect(&sync, &SyncPage::stopWanted, this, [this] { *m_syncStopped = true; });
    if (m_centre.url.isEmpty()) {
        sync.setUnavailable(m_centre.trouble.isEmpty()
                                ? tr("No centre is named on this PC, so it does not sync; the "
                                     "branch's server does, if the branch has one.")
                                : m_centre.trouble);
    }
    ReportsPage &reports = m_window.reports();
    connect(&m_window.month(), &MonthPage::monthWanted, this, &ManagerRole::readMonth);
    connect(&m_window.month(), &MonthPage::yearsWanted, this, &ManagerRole::readYears);
    connect(&m_window.roster(), &RosterPage::rosterWanted, this, &ManagerRole::readRoster);
    connect(&m_window.roster(), &RosterPage::putWanted, this, &ManagerRole::putOnRoster);
    connect(&m_window.roster(), &RosterPage::takeOffWanted, this, &ManagerRole::takeOffRoster);
    connect(&m_window.inbox(), &InboxPage::commentsWanted, this, &ManagerRole::readComments);
    connect(&m_window.inbox(), &InboxPage::handled, this, &ManagerRole::handleComment);
    connect(&reports, &ReportsPage::reportWanted, this, &ManagerRole::makeReport);
    connect(&reports, &ReportsPage::printWanted, this, &ManagerRole::printReport);
    connect(&reports, &ReportsPage::stopWanted, this, [this] {
        if (m_stopped) {
            *m_stopped = true;
        }
    });
    read();
    readChoices();
    keepEarlierDays();
}

ManagerRole::~ManagerRole()
{
    if (m_stopped) {
        *m_stopped = true;
    }
    if (m_syncing) {
        *m_syncStopped = true;
        m_syncing->wait(); // for the batch on its way
    }
}

void ManagerRole::read()
{
    if (m_reading) {
        m_soon.start();
        return;
    }
    m_reading = true;
    m_storage.run(
        this,
        [before = m_today](Database &database) {
            return readToday(database, QDateTime::currentDateTimeUtc(), before);
        },
        [this](const Result<BranchToday> &today) {
            m_reading = false;
            if (today) {
                m_today = *today;
                m_window.setToday(m_today);
                traceWhenPainted(m_window, u"manager painted"_s);
            } else {
                m_window.setOffline(today.error());
            }
        });
}

void ManagerRole::readChoices()
{
    m_storage.run(
        this, [](Database &database) { return motcua::readChoices(database); },
        [this](const Result<SelectionChoices> &choices) {
            if (choices) {
                m_window.month().setChoices(*choices);
            } // else there is nothing to choose from until the branch can be read again
        });
}

/// One day after the other, so that nothing else waits for long, until all closed days are kept.
void ManagerRole::keepEarlierDays()
{
    m_archive.run(
        this, [](Database &database) { return keepEarlierRollup(database); },
        [this](const Result<bool> &kept) {
            if (kept && *kept) {
                keepEarlierDays();
            } // else there is none, or the next start goes on
        });
}

void ManagerRole::readYears(const QDate &day, const QString &group)
{
    constexpr int Years = 10;
    m_archive.run(
        this,
        [day, group](Database &database) {
            return motcua::readYears(database, day, Years, QDateTime::currentDateTimeUtc(), group);
        },
        [this](const Result<BranchYears> &years) {
            if (years) {
                m_window.month().presentYears(*years);
            } else {
                m_window.month().setTrouble(errorText(years.error()));
            }
        });
}

void ManagerRole::readMonth(const QDate &day, const Selection &selection)
{
    m_archive.run(
        this,
        [day, selection](Database &database) {
            return motcua::readMonth(database, day, QDateTime::currentDateTimeUtc(), selection);
        },
        [this](const Result<BranchMonth> &month) {
            if (month) {
                m_window.month().present(*month);
            } else {
                m_window.month().setTrouble(errorText(month.error()));
            }
        });
}

/// Opens no comment again while none has changed: the page asks with each reading of the day.
void ManagerRole::readComments()
{
    struct Comments
    {
        qint64 seq = 0;
        std::optional<CommentInbox> inbox; ///< nothing: it is what is shown
    };
    m_storage.run(
        this,
        [shown = m_commentsSeq](Database &database) -> Result<Comments> {
            const auto last = lastCommentChange(database);
            if (!last || *last == shown) {
                return last ? Result<Comments>({shown, std::nullopt})
                            : std::unexpected(last.error());
            }
            const auto vault = vaultOf(database);
            if (!vault) {
                return std::unexpected(vault.error());
            }
            auto inbox = motcua::readComments(database, *vault);
            return inbox ? Result<Comments>({*last, std::move(*inbox)})
                         : std::unexpected(inbox.error());
        },
        [this](const Result<Comments> &read) {
            m_commentsSeq = read ? read->seq : -1;
            if (!read) {
                m_window.inbox().setTrouble(errorText(read.error()));
            } else if (read->inbox) {
                m_window.inbox().present(*read->inbox);
            }
        });
}

void ManagerRole::handleComment(const QUuid &rating, const QString &staff, const QString &note)
{
    m_storage.run(
        this,
        [rating, staff, note, id = QUuid::createUuid()](Database &database) {
            return motcua::handleComment(database, {id, QDateTime::currentDateTimeUtc()}, rating,
                                         staff, note);
        },
        [this](const Result<CommentAnswer> &handled) {
            if (handled) {
                m_window.inbox().accept();
            } else {
                m_window.inbox().setTrouble(errorText(handled.error()),
                                            handled.error().code == ErrorCode::UnknownStaff);
            }
        });
}

void ManagerRole::readRoster(const QDate &date)
{
    const HallState &hall = m_today.hall;
    if (hall.branchNow == 0) {
        return; // nothing is known yet; it is asked for again with the day
    }
    const QTimeZone zone(hall.branch.settings.timeZone.toLatin1());
    const QDate day = date.isNull() ? rosterDay(hall.businessDate, zone, hall.branchNow) : date;
    m_storage.run(
        this,
        [day](Database &database) {
            return readRosterOf(database, day, QDateTime::currentDateTimeUtc());
        },
        [this, day](const Result<std::vector<ExpectedStaff>> &expected) {
            if (expected) {
                m_window.roster().present(day, *expected);
            } else {
                m_window.roster().setTrouble(errorText(expected.error()));
            }
        });
}

void ManagerRole::putOnRoster(const RosterEntry &entry)
{
    m_storage.run(
        this,
        [entry, id = QUuid::createUuid()](Database &database) {
            return motcua::putOnRoster(database, {id, QDateTime::currentDateTimeUtc()}, entry);
        },
        [this](const Result<RosterAnswer> &change) { showRosterChange(change); });
}

void ManagerRole::takeOffRoster(const QDate &date, const QString &staff)
{
    m_storage.run(
        this,
        [date, staff, id = QUuid::createUuid()](Database &database) {
            return motcua::takeOffRoster(database, {id, QDateTime::currentDateTimeUtc()}, date,
                                         staff);
        },
        [this](const Result<RosterAnswer> &change) { showRosterChange(change); });
}

void ManagerRole::showRosterChange(const Result<RosterAnswer> &change)
{
    if (change) {
        m_window.roster().accept();
    } else {
        m_window.roster().refuse(errorText(change.error()));
    }
}

void ManagerRole::makeReport(ReportKind kind, const QDate &from, const QDate &to,
                             const Selection &selection)
{
    if (m_stopped) {
        *m_stopped = true; // nobody waits for the one before
    }
    m_stopped = std::make_shared<std::atomic<bool>>(false);
    m_archive.run(
        this,
        [storage = &m_archive, receiver = QPointer<ManagerRole>(this), kind, from, to, selection,
         stopped = m_stopped](Database &database) {
            const ReportRequest request{.kind = kind,
                                        .from = from,
                                        .to = to,
                                        .clock = QDateTime::currentDateTimeUtc(),
                                        .selection = selection};
            return motcua::makeReport(
                database, request, [storage, receiver, stopped](int done, int total) {
                    const auto tell = [receiver, stopped, done, total] {
                        if (receiver && receiver->m_stopped == stopped) {
                            receiver->m_window.reports().setProgress(done, total);
                        }
                    };
                    QMetaObject::invokeMethod(storage, tell, Qt::QueuedConnection);
                    return !*stopped;
                });
        },
        [this, stopped = m_stopped](const Result<ReportTable> &table) {
            if (m_stopped != stopped) {
                return;
            }
            m_stopped.reset();
            if (table) {
                m_window.reports().present(*table);
            } else {
                m_window.reports().setTrouble(errorText(table.error()));
            }
        });
}

void ManagerRole::saveReport(const ReportTable &table, ReportFormat format)
{
    // Known from the day that is shown, so that it is saved without the branch too.
    const QTimeZone zone(m_today.hall.branch.settings.timeZone.toLatin1());
    m_archive.run(
        this,
        [sheet = sheetOf(table, m_settings.language), format,
         path = reportPath(m_folder, table, format, zone.isValid() ? zone : QTimeZone::utc())](
            Database &) -> Result<QString> {
            const auto saved = saveReportFile(sheet, format, path);
            return saved ? Result<QString>(path) : std::unexpected(saved.error());
        },
        [this](const Result<QString> &path) {
            m_window.setNote(path ? tr("Written: %1").arg(*path) : errorText(path.error()));
        });
}

void ManagerRole::printReport(const ReportTable &table)
{
    struct PrintJob
    {
        QString queue;
        CupsDocument document;
    };
    m_archive.run(
        this,
        [sheet = sheetOf(table, m_settings.language),
         own = m_settings.printer](Database &database) -> Result<PrintJob> {
            const auto branch = readBranch(database);
            if (!branch) {
                return std::unexpected(branch.error());
            }
            const QString queue = own.isEmpty() ? branch->settings.deskPrinter : own;
            return PrintJob{.queue = queue,
                            .document = {.pdf = reportPdf(sheet),
                                         .title = sheet.head.value(0),
                                         .media = u"A4"_s}};
        },
        [this](const Result<PrintJob> &paper) {
            if (!paper) {
                m_window.setNote(errorText(paper.error()));
            } else if (paper->queue.isEmpty()) {
                m_window.setNote(tr("No printer is set for this PC: save the report as PDF."));
            } else {
                sendToPrinter(paper->queue, paper->document);
            }
        });
}

void ManagerRole::sendToPrinter(const QString &queue, const CupsDocument &document)
{
    if (!m_printer || m_queue != queue) {
        m_queue = queue;
        m_printer = std::make_unique<CupsPrinter>(queue, FormTiming);
        connect(m_printer.get(), &TicketPrinter::finished, this,
                [this, queue](const QUuid &, PrintOutcome outcome, const PrinterStatus &status) {
                    m_window.setNote(formState(outcome, status) == FormState::Sent
                                         ? tr("Sent to the printer %1.").arg(queue)
                                         : errorText({ErrorCode::FormNotPrinted, queue, {}}));
                });
    }
    m_window.setNote(tr("Printing…"));
    m_printer->print(QUuid::createUuid(), document);
}

void ManagerRole::readStanding()
{
    m_storage.run(
        this, [](Database &database) { return syncStanding(database); },
        [this](const Result<SyncStanding> &standing) {
            if (standing) {
                m_window.sync().present(*standing);
            } else {
                m_window.sync().setOutcome(errorText(standing.error()), true);
            }
        });
}

void ManagerRole::startSync()
{
    m_syncStopped = std::make_shared<std::atomic<bool>>(false);
    m_syncing.reset(QThread::create([this, centre = m_centre, stopped = m_syncStopped] {
        QElapsedTimer running;
        running.start();
        SyncPace pace;
        CentreSync sync;
        auto database = openBranch(centre.place, centre.branch);
        if (database) {
            SyncOptions options;
            options.isStopped = [stopped] { return stopped->load(); };
            options.progress = [&](const SyncProgress &progress) {
                const auto left = pace.secondsLeft(progress, running.elapsed());
                QMetaObject::invokeMethod(
                    this, [this, progress, left] { m_window.sync().setProgress(progress, left); },
                    Qt::QueuedConnection);
            };
            sync = syncWithCentre(**database, centre.url, QDateTime::currentDateTimeUtc(),
                                  std::move(options));
        } else {
            sync.error = database.error();
        }
        QMetaObject::invokeMethod(
            this, [this, sync] { endSync(sync); }, Qt::QueuedConnection);
    }));
    m_syncing->start();
}

void ManagerRole::endSync(const CentreSync &sync)
{
    m_syncing->wait(); // it has said its last word
    m_syncing.reset();
    SyncPage &page = m_window.sync();
    if (!sync.error) {
        page.setOutcome(tr("Everything is at the centre: %1 rows sent, %2 days proven.")
                            .arg(sync.report.rowsSent)
                            .arg(sync.report.proven.size()));
    } else if (sync.error->code == ErrorCode::Interrupted) {
        page.setOutcome(
            tr("Stopped. What has arrived stays there, and the next sync goes on from it."));
    } else {
        page.setOutcome(errorText(*sync.error), true);
    }
    readStanding();
}

void ManagerRole::remind(int counter)
{
    m_storage.run(
        this,
        [counter](Database &database) {
            return remindCounter(database, counter, QDateTime::currentDateTimeUtc());
        },
        [this](const Result<> &done) {
            if (done) {
                read();
            } else {
                m_window.setOffline(done.error());
            }
        });
}

/// The counters need not go there any more. What the kiosk itself says stays true until it says else.
void ManagerRole::acknowledgePaper(int kiosk)
{
    m_storage.run(
        this,
        [kiosk](Database &database) -> Result<> {
            const auto open = openHelp(database);
            if (!open) {
                return std::unexpected(open.error());
            }
            for (const HelpRequest &help : *open) {
                if (help.kiosk == kiosk && help.reason == HelpReason::PaperOut) {
                    const auto done =
                        acknowledgeHelp(database, help.id, QDateTime::currentDateTimeUtc());
                    if (!done) {
                        return done;
                    }
                }
            }
            return {};
        },
        [this](const Result<> &done) {
            if (!done) {
                m_window.setOffline(done.error());
            }
        });
}

} // namespace motcua
