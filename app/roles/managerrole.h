// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "manager/managerwindow.h"
#include "printing/cupsprinter.h"
#include "roles/storagethread.h"

#include <atomic>
#include <memory>

namespace motcua {

struct CentreSync;
struct RosterAnswer;

/// With what a manager's PC syncs, as the branch's timer does.
struct CentreAccess
{
    QString place;        ///< of the branch, for a connection of its own
    QString branch;       ///< code it must have; empty: any
    QString url;          ///< empty: no centre is named on this PC
    QString trouble = {}; ///< why it is empty, for a person
};

/// The branch head's face: reads the day after each change, and every 5 s for what no change tells:
/// times that pass and machines that fall silent.
class ManagerRole : public QObject
{
    Q_OBJECT

public:
    /// Both threads must outlive the role; on @p archive, a connection of its own, reports are made and
    /// written, so that the day goes on while years are counted.
    /// Files go into @p folder; paper to the queue of @p settings, else the branch's.
    explicit ManagerRole(StorageThread &storage, StorageThread &archive,
                         const ManagerSettings &settings = {}, QString folder = {},
                         CentreAccess centre = {}, QObject *parent = nullptr);

    ~ManagerRole() override;
    Q_DISABLE_COPY_MOVE(ManagerRole)

    [[nodiscard]] ManagerWindow &window() { return m_window; }

private:
    void read();
    void acknowledgePaper(int kiosk);
    void remind(int counter);
    void keepEarlierDays();
    void readChoices();
    void readMonth(const QDate &day, const Selection &selection);
    void readYears(const QDate &day, const QString &group);
    void readComments();
    void readRoster(const QDate &date);
    void putOnRoster(const RosterEntry &entry);
    void takeOffRoster(const QDate &date, const QString &staff);
    void showRosterChange(const Result<RosterAnswer> &change);
    void handleComment(const QUuid &rating, const QString &staff, const QString &note);
    void makeReport(ReportKind kind, const QDate &from, const QDate &to,
                    const Selection &selection);
    void saveReport(const ReportTable &table, ReportFormat format);
    void printReport(const ReportTable &table);
    void sendToPrinter(const QString &queue, const CupsDocument &document);
    void readStanding();
    void startSync();
    void endSync(const CentreSync &sync);

    StorageThread &m_storage;
    StorageThread &m_archive;
    ManagerSettings m_settings;
    QString m_folder;
    ManagerWindow m_window;
    BranchToday m_today;
    qint64 m_commentsSeq = -1; ///< lastCommentChange() of what the inbox shows
    bool m_reading = false;
    /// Of the report under way, which the storage thread looks at; null when there is none.
    std::shared_ptr<std::atomic<bool>> m_stopped;
    std::unique_ptr<CupsPrinter> m_printer; ///< kept: to end one waits for its thread
    QString m_queue;                        ///< its
    CentreAccess m_centre;
    /// Of the sync under way, with a connection of its own: the storage thread must not wait for it.
    std::unique_ptr<QThread> m_syncing;
    std::shared_ptr<std::atomic<bool>> m_syncStopped;
    QTimer m_poll;
    QTimer m_soon; ///< many changes at once are read once
};

} // namespace motcua
