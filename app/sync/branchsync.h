// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/syncstanding.h"
#include "storage/database.h"

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <functional>
#include <vector>

namespace motcua {

struct SyncOptions
{
    /// A closed day to send once more, whatever the centre has of it; null: only what is new.
    QDate day = {};
    int batchRows = 5000; ///< about
    std::function<void(const SyncProgress &)> progress = {};
    std::function<bool()> isStopped =
        {}; ///< asked before each batch; then it ends with Interrupted
    /// Called before anything is sent, with the centre's public key: seals to it what is personal and
    /// changed after the event @p cursor. See operations/centrekey.h.
    std::function<Result<>(const QString &publicKey, qint64 cursor)> seal = {};
};

/// What a sync did.
struct SyncReport
{
    QString branch; ///< code
    qint64 rowsSent = 0;
    qint64 rowsWritten = 0; ///< those that were new at the centre
    qint64 bytes = 0;
    qint64 cursor = 0;
    qint64 head = 0;
    qint64 roundTrips = 0;
    int batches = 0;
    int setAside = 0;            ///< rows that the centre does not take
    std::vector<QDate> proven;   ///< closed days that were compared and are the same
    std::vector<QDate> unproven; ///< that are not, though they were sent once more
    qint64 published = 0;        ///< the version that the centre offers now
    QString publicKey = {};      ///< of the centre

    [[nodiscard]] QJsonObject toJson() const;
};

/// Brings everything that is new at the branch to the centre at @p url, which `centre enrol` gave:
/// batches of rows by the events that changed them, each with the centre's cursor in one transaction.
/// The cursor is asked for first, so a cut at any point is gone on from. The branch works meanwhile.
/// Then closed days that changed are compared by count and SHA-256; one that differs is sent once more.
///
/// Takes the branch's lock only to remember at the end how it went. @p now is the PC's clock, UTC ms.
/// Fails as CentreLink does, and with SyncIdentity (another branch sends under this identity, or this
/// one was put back without `restore`), Interrupted, WrongBranch, SyncFormat (subject: which end is to be updated,
/// "branch" or "centre"), DatabaseReplaced, UnknownDay.
[[nodiscard]] Result<SyncReport> syncBranch(Database &database, const QString &url, qint64 now,
                                            const SyncOptions &options = {});

/// What the branch remembers of its sync.
struct SyncMemory
{
    QString publicKey; ///< of the centre; empty before the first sync
    qint64 cursor = 0;
    qint64 provenSeq = 0;
    qint64 published = 0;
    qint64 syncedAt = 0; ///< UTC ms, 0: never
    int failures = 0;    ///< in a row
    qint64 nextTryAt = 0;
};
[[nodiscard]] Result<SyncMemory> syncMemory(Database &database);
/// The same for people, with its closed days.
[[nodiscard]] Result<SyncStanding> syncStanding(Database &database);

/// Notes that what the centre published as @p version was taken over.
[[nodiscard]] Result<> notePublished(Database &database, qint64 version);
/// Notes that a sync failed at @p now and when to try again; @p chance is between 0 and 1.
[[nodiscard]] Result<> noteSyncFailure(Database &database, qint64 now, double chance);
/// How long to wait after so many failures in a row: from five minutes doubling to four hours, and up to
/// a quarter more by @p chance, so that branches do not come back together.
[[nodiscard]] std::chrono::milliseconds backOff(int failures, double chance);

} // namespace motcua
