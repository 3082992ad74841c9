// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "operations/migratebranch.h"

using namespace Qt::StringLiterals;

namespace motcua {

int runMigrate(const Invocation &invocation)
{
    const auto from = invocation.databasePlace();
    if (!from) {
        return invocation.refuse(from.error());
    }
    const auto to = Database::placeOf(invocation.filePath(u"to"_s));
    if (!to) {
        Error error = to.error();
        error.subject = error.subject == "--database"_L1 ? u"--to"_s : error.subject;
        return invocation.refuse(error);
    }
    Progress progress(Texts::tr("Copied"));
    constexpr qint64 WorthShowing = 50'000;
    const auto report =
        migrateBranch(*from, *to, invocation.expectedBranch(),
                      [&progress](MigrateStage stage, qint64 done, qint64 total) {
                          if (stage == MigrateStage::Copying && total > WorthShowing) {
                              progress.show(done, total);
                          }
                      });
    if (!report) {
        return invocation.refuse(report.error());
    }
    return invocation.answer(
        report->toJson(),
        Texts::tr("Branch %1 has moved to %2. Rows: %3, last event: %4; all of it was compared and "
                  "proven.\n"
                  "%5 is retired: nobody can work there any more. Set the new place on every PC.")
            .arg(report->branch, report->to)
            .arg(report->rows)
            .arg(report->seq)
            .arg(report->from));
}

} // namespace motcua
