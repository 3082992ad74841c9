// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/vietnamesetext.h"
#include "operations/businessday.h"

using namespace Qt::StringLiterals;

namespace motcua {

int runDayOpen(const Invocation &invocation)
{
    const auto context = invocation.context();
    const auto date = invocation.date(u"date"_s);
    if (!context || !date) {
        return invocation.refuse(context ? date.error() : context.error());
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto opened = openDay(**database, *context, *date);
    if (!opened) {
        return invocation.refuse(opened.error());
    }
    return invocation.answer(
        opened->toJson(),
        Texts::tr("The business day %1 is open.").arg(shortDate(opened->businessDate)));
}

int runDayClose(const Invocation &invocation)
{
    const auto context = invocation.context();
    if (!context) {
        return invocation.refuse(context.error());
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto closed = closeDay(**database, *context);
    if (!closed) {
        return invocation.refuse(closed.error());
    }
    return invocation.answer(
        closed->toJson(),
        Texts::tr("The business day %1 is closed. %n number(s) expired.", nullptr, closed->expired)
            .arg(shortDate(closed->businessDate)));
}

} // namespace motcua
