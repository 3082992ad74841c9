// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchclock.h"
#include "operations/kioskmemory.h"
#include "operations/offlinetickets.h"
#include "operations/sealedjournal.h"

#include <QMutex>

#include <deque>
#include <memory>
#include <vector>

namespace motcua {

/// What a kiosk holds of its branch on its own disk: the numbers it may give without it, the tickets
/// it gave that the branch has not answered for yet, and what it starts by.
///
/// Kept in a SealedJournal under a key of this PC. Any thread may call.
class KioskJournal
{
public:
    /// Opens the journal in @p folder, which is made when it is not there, for the kiosk @p number:
    /// another kiosk's numbers are not for it, nor another branch's than @p branch (a code; empty for
    /// any).
    /// Fails with FolderInUse, FileUnwritable, FileUnreadable, DiskFull, KeyMissing (records that the
    /// key does not open), WrongBranch (it holds tickets that another branch is still to be told).
    [[nodiscard]] static Result<std::unique_ptr<KioskJournal>> open(const QString &folder,
                                                                    int number,
                                                                    const QString &branch = {});

    /// What it was to remember when it was opened; nothing when there was none, or it is damaged.
    [[nodiscard]] const std::optional<KioskMemory> &memory() const { return m_memory; }
    /// Keeps @p memory for the next start. Fails with DiskFull, FileUnwritable.
    [[nodiscard]] Result<> remember(const KioskMemory &memory);

    /// The branch's time is @p branchNow while this PC's clock says @p pcNow, UTC ms.
    void setTime(qint64 branchNow, qint64 pcNow);
    /// Keeps numbers that the branch let it have. Those of other days are forgotten.
    [[nodiscard]] Result<> hold(const NumberLease &lease);
    /// How many numbers of @p group it can give on @p day.
    [[nodiscard]] int left(const QString &group, const QDate &day) const;

    /// What a citizen asks for.
    struct Wish
    {
        QUuid id;
        QString group;
        QString procedure = {};
        QString priority = {};
        QString appointment = {}; ///< code of a booking
    };
    /// Gives the next number of @p day, durably; the same @p wish gets the same ticket until that is
    /// dropped. Fails with SeriesUsedUp (none is left for that day), DiskFull, FileUnwritable.
    [[nodiscard]] Result<OfflineTicket> give(const Wish &wish, const QDate &day, qint64 pcNow);

    /// The ticket to be told next, in the order they were given.
    [[nodiscard]] std::optional<OfflineTicket> next() const;
    /// The number given to the booking @p code that the branch does not know yet.
    [[nodiscard]] std::optional<TicketNumber> givenTo(const QString &code) const;
    /// The branch has answered for it.
    [[nodiscard]] Result<> drop(const QUuid &id);

private:
    KioskJournal(std::unique_ptr<SealedJournal> file, int number);
    [[nodiscard]] Result<> rewrite();
    [[nodiscard]] Result<> append(const QJsonObject &record);
    void apply(const QJsonObject &record);
    [[nodiscard]] BranchClock time() const;

    QMutex m_writing;       ///< held over a sync
    mutable QMutex m_mutex; ///< of what stands below; never held over a sync, so a screen may ask
    std::unique_ptr<SealedJournal> m_file;
    int m_number;
    std::optional<KioskMemory> m_memory; ///< of the start
    QJsonObject m_remembered;            ///< what is on the disk
    BranchClock m_clock;
    std::vector<NumberLease> m_leases; ///< with what is left of them
    std::deque<OfflineTicket> m_tickets;
};

} // namespace motcua
