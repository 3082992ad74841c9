// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/branchclock.h"
#include "core/catalogue.h"
#include "core/event.h"
#include "storage/statement.h"
#include "storage/transaction.h"

#include <QJsonObject>
#include <QTimeZone>

#include <optional>

namespace motcua {

/// The branch's own row.
struct Branch
{
    QUuid id;
    QString code; ///< "CN1"
    int number = 0;
    Bilingual name;
    Bilingual organisation;
    QString address;
    BranchSettings settings;
    int epoch = 1;       ///< rises with every restore: events after it are not those before it
    qint64 seq = 0;      ///< last event
    QByteArray headHash; ///< its hash
    BranchClock clock;
    QDate businessDate;   ///< the open one; null when none is
    QDate skipDate;       ///< the day of the last restore: numbers of it may be on paper already
    int skipNumbers = 0;  ///< how many numbers that day leaves out at the start of each line
    bool retired = false; ///< this file was replaced by a restored one

    [[nodiscard]] QTimeZone timeZone() const;
};

/// Reads the branch's row. Fails with DatabaseDamaged when there is not exactly one.
[[nodiscard]] Result<Branch> readBranch(Database &database);

/// Stores a new branch; part of init.
[[nodiscard]] Result<> insertBranch(Database &database, const Branch &branch);

/// Remembers the branch's time between two events; part of the caller's transaction.
[[nodiscard]] Result<> storeClock(Database &database, const BranchClock &clock);

/// Tells every process that still has this file open that another one took its place, or that it
/// did not.
[[nodiscard]] Result<> setRetired(Database &database, bool retired);

/// The answer that the command @p id got when it was sent first, nothing for a new command. Fails
/// with CommandIdReused when it asked for something else than @p request.
[[nodiscard]] Result<std::optional<QJsonObject>> storedAnswerOf(Database &database, const QUuid &id,
                                                                const QJsonObject &request);

/// Who sends a command, and the PC's clock at that moment.
struct CommandContext
{
    QUuid id;        ///< chosen by the sender: a command sent twice is done once
    QDateTime clock; ///< any zone
};

/// One command on a branch: the lock, the stored answer, the events, the commit.
///
/// Every command takes the branch lock first, so a branch is a serial machine and no race is left
/// to reason about.
class BranchTransaction
{
public:
    /// Locks the branch. @p request says what is asked, without secrets; a known command id with
    /// another request is refused with CommandIdReused.
    [[nodiscard]] static Result<BranchTransaction> begin(Database &database,
                                                         const CommandContext &context,
                                                         const QJsonObject &request);

    /// The answer the first sending of this command got, nothing for a new command.
    [[nodiscard]] const std::optional<QJsonObject> &storedAnswer() const { return m_answer; }

    [[nodiscard]] const Branch &branch() const { return m_branch; }
    [[nodiscard]] Database &database() const { return m_database; }
    [[nodiscard]] qint64 at() const
    {
        return m_branch.clock.lastAt;
    } ///< branch time of this command
    [[nodiscard]] qint64 nextSeq() const { return m_branch.seq + 1; } ///< of the next event

    /// Appends the next event of this command.
    [[nodiscard]] Result<> append(EventKind kind, const QUuid &ticket, const QJsonObject &facts);

    /// Branch time follows the PC's clock again, backwards too. Only while nobody waits.
    void restartClock();
    void openDay(const QDate &date); ///< numbers to be skipped on it are skipped now
    void closeDay();
    /// Marks everything after as another life of the branch, restored on @p date.
    void beginEpoch(int epoch, const QDate &date, int skipNumbers);

    /// Stores @p answer and makes everything durable.
    [[nodiscard]] Result<> commit(const QJsonObject &answer);

private:
    BranchTransaction(Database &database, Transaction transaction, Branch branch,
                      CommandContext context, QString request);

    Database &m_database;
    Transaction m_transaction;
    Branch m_branch;
    CommandContext m_context;
    QString m_request; ///< digest
    std::optional<QJsonObject> m_answer;
    qint64 m_firstSeq = 0;     ///< before this command
    bool m_dayChanged = false; ///< or the epoch
};

/// Events after @p seq in order, at most @p limit.
[[nodiscard]] Result<std::vector<Event>> eventsAfter(Database &database, qint64 seq, int limit);
/// The last events that are not older than @p since, newest first, at most @p limit.
[[nodiscard]] Result<std::vector<Event>> latestEvents(Database &database, qint64 since, int limit);

[[nodiscard]] QJsonObject toJson(const BranchSettings &settings);

} // namespace motcua
