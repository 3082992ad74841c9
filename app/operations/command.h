// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/branchtransaction.h"

#include <QJsonObject>

#include <concepts>

namespace motcua {

/// An answer of a command: what is stored for a repeated sending and printed as JSON are the same.
template <typename T>
concept Answer = requires(const T &answer, const QJsonObject &json)
{
    {
        answer.toJson()
        } -> std::same_as<QJsonObject>;
    {
        T::fromJson(json)
        } -> std::same_as<T>;
};

/// The answer of a command that only notes something.
struct NoAnswer
{
    [[nodiscard]] static QJsonObject toJson() { return {}; }
    [[nodiscard]] static NoAnswer fromJson(const QJsonObject &) { return {}; }
};

/// Runs one command: lock, stored answer, rule, commit. @p rule reads and writes through the
/// transaction, appends its events and returns the answer; when it fails nothing is changed.
template <Answer A, std::invocable<BranchTransaction &> Rule>
[[nodiscard]] Result<A> runCommand(Database &database, const CommandContext &context,
                                   const QJsonObject &request, Rule rule)
{
    auto transaction = BranchTransaction::begin(database, context, request);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (const auto &stored = transaction->storedAnswer()) {
        return A::fromJson(*stored);
    }
    Result<A> answer = rule(*transaction);
    if (!answer) {
        return answer;
    }
    if (const auto committed = transaction->commit(answer->toJson()); !committed) {
        return std::unexpected(committed.error());
    }
    return answer;
}

/// UTC milliseconds as people of the branch and scripts read them: "2026-11-22T08:05:12+07:00".
[[nodiscard]] inline QString isoTime(qint64 at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at, zone)
        .toOffsetFromUtc(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC)))
        .toString(Qt::ISODate);
}

} // namespace motcua
