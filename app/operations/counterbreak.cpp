// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/counterbreak.h"

#include "operations/counteraccess.h"
#include "operations/devices.h"
#include "storage/ticketrepository.h"

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject BreakAnswer::toJson() const
{
    return {{u"counter"_s, counter}, {u"state"_s, state}, {u"at"_s, at}};
}

BreakAnswer BreakAnswer::fromJson(const QJsonObject &json)
{
    return {.counter = json["counter"_L1].toInt(),
            .state = json["state"_L1].toString(),
            .at = json["at"_L1].toString()};
}

static BreakAnswer answerOf(const BranchTransaction &command, int counter, const QString &state)
{
    return {.counter = counter,
            .state = state,
            .at = isoTime(command.at(), command.branch().timeZone())};
}

static Result<BreakAnswer> pause(BranchTransaction &command, int counter, const QString &reason)
{
    const auto shift = shiftAt(command, counter);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    if (shift->breakSince != 0) {
        return answerOf(command, counter, u"on_break"_s);
    }
    const auto present = TicketRepository(command.database()).atCounter(counter);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (*present) {
        return failure(ErrorCode::CounterBusy, (*present)->number.toString());
    }
    const auto stored = StaffRepository(command.database())
                            .setBreak(shift->id, command.at(), reason, command.nextSeq());
    if (!stored) {
        return std::unexpected(stored.error());
    }
    if (const auto dismissed = dismissReminder(command, counter); !dismissed) {
        return std::unexpected(dismissed.error());
    }
    const auto appended = command.append(
        EventKind::BreakStarted, {},
        {{u"counter"_s, counter}, {u"staff"_s, shift->staff}, {u"reason"_s, reason}});
    if (!appended) {
        return std::unexpected(appended.error());
    }
    return answerOf(command, counter, u"on_break"_s);
}

static Result<BreakAnswer> goOn(BranchTransaction &command, int counter)
{
    const auto shift = shiftAt(command, counter);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    if (shift->breakSince == 0) {
        return answerOf(command, counter, u"open"_s);
    }
    const auto stored =
        StaffRepository(command.database()).setBreak(shift->id, 0, {}, command.nextSeq());
    if (!stored) {
        return std::unexpected(stored.error());
    }
    if (const auto dismissed = dismissReminder(command, counter); !dismissed) {
        return std::unexpected(dismissed.error());
    }
    const auto appended = command.append(EventKind::BreakEnded, {},
                                         {{u"counter"_s, counter}, {u"staff"_s, shift->staff}});
    if (!appended) {
        return std::unexpected(appended.error());
    }
    return answerOf(command, counter, u"open"_s);
}

Result<BreakAnswer> startBreak(Database &database, const CommandContext &context, int counter,
                               const QString &reason)
{
    if (!breakReasons().contains(reason)) {
        return failure(ErrorCode::InvalidInput, reason.left(40));
    }
    return runCommand<BreakAnswer>(
        database, context,
        {{u"command"_s, u"counter break"_s}, {u"counter"_s, counter}, {u"reason"_s, reason}},
        [&](BranchTransaction &command) { return pause(command, counter, reason); });
}

Result<BreakAnswer> endBreak(Database &database, const CommandContext &context, int counter)
{
    return runCommand<BreakAnswer>(
        database, context, {{u"command"_s, u"counter resume-work"_s}, {u"counter"_s, counter}},
        [&](BranchTransaction &command) { return goOn(command, counter); });
}

} // namespace motcua
