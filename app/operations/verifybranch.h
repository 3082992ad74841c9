// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/command.h"

#include <functional>
#include <vector>

namespace motcua {

struct VerifyReport
{
    struct Problem
    {
        qint64 seq = 0;  ///< event it concerns, 0 for none
        QString problem; ///< English
    };

    qint64 events = 0;
    qint64 tickets = 0;
    qint64 legs = 0;
    int days = 0;
    QString headHash;
    std::vector<Problem> problems; ///< at most 100

    [[nodiscard]] QJsonObject toJson() const;
};

/// Proves a branch's database: every page readable, constraints held, the chain of events whole,
/// every event legal, and every row equal to what the events say.
///
/// @p progress is told how many of how many events are done. What it finds is in the report; it
/// fails only when the file cannot be read at all.
[[nodiscard]] Result<VerifyReport> verifyBranch(
    Database &database, const std::function<void(qint64, qint64)> &progress = {});

} // namespace motcua
