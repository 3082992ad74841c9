// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "operations/backup.h"
#include "operations/branchserver.h"

using namespace Qt::StringLiterals;

namespace motcua {

int runBackup(const Invocation &invocation)
{
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto report = backupBranch(**database, invocation.filePath());
    if (!report) {
        return invocation.refuse(report.error());
    }
    return invocation.answer(
        report->toJson(),
        Texts::tr("Backed up and proven: %1 (event %2)").arg(report->path).arg(report->seq));
}

/// Runs @p work with how many numbers shall be left out, and tells what it did.
template <typename Work>
static int restore(const Invocation &invocation, Work work)
{
    const auto context = invocation.context();
    if (!context) {
        return invocation.refuse(context.error());
    }
    std::optional<int> skip;
    if (invocation.has(u"skip-numbers"_s)) {
        const auto given = invocation.number(u"skip-numbers"_s, 0, TicketNumber::Largest);
        if (!given) {
            return invocation.refuse(given.error());
        }
        skip = *given;
    }
    const Result<RestoreReport> report = work(*context, skip);
    if (!report) {
        return invocation.refuse(report.error());
    }
    QString text = Texts::tr("Restored to %1, as of event %2. Today every group leaves out %n "
                             "number(s), because they may be in people's hands.",
                             nullptr, report->skipped)
                       .arg(report->path)
                       .arg(report->seq);
    if (!report->replaced.isEmpty()) {
        text += u'\n' + Texts::tr("The data that was there is kept: %1").arg(report->replaced);
    }
    return invocation.answer(report->toJson(), text);
}

int runRestore(const Invocation &invocation)
{
    const auto path = invocation.databasePlace();
    if (!path) {
        return invocation.refuse(path.error());
    }
    return restore(invocation, [&](const CommandContext &context, std::optional<int> skip) {
        return restoreBranch(invocation.filePath(), *path, context, skip,
                             invocation.expectedBranch());
    });
}

int runServerRestore(const Invocation &invocation)
{
    const auto server = serverIn(serverFolder(invocation));
    if (!server) {
        return invocation.refuse(server.error());
    }
    return restore(invocation, [&](const CommandContext &context, std::optional<int> skip) {
        return restoreServer(*server, invocation.filePath(), context, skip);
    });
}

int runVerify(const Invocation &invocation)
{
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    Progress progress(Texts::tr("Checked"));
    constexpr qint64 WorthShowing = 50'000;
    const auto report = verifyBranch(**database, [&progress](qint64 done, qint64 total) {
        if (total > WorthShowing) {
            progress.show(done, total);
        }
    });
    if (!report) {
        return invocation.refuse(report.error());
    }
    if (report->problems.empty()) {
        return invocation.answer(
            report->toJson(),
            Texts::tr("Everything agrees. Events: %1, numbers: %2, days: %3, head: %4")
                .arg(report->events)
                .arg(report->tickets)
                .arg(report->days)
                .arg(report->headHash.last(8)));
    }
    if (!invocation.isJson()) {
        for (const VerifyReport::Problem &problem : report->problems) {
            printError(Texts::tr("Event %1: %2").arg(problem.seq).arg(problem.problem));
        }
    }
    return invocation.refuse({ErrorCode::DatabaseDamaged, (*database)->path(), {}},
                             report->toJson());
}

} // namespace motcua
