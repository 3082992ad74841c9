// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/definitions.h"
#include "operations/callnext.h"
#include "operations/counterbreak.h"
#include "operations/legactions.h"
#include "operations/signin.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int LargestCounter = 9999;

/// Runs @p operation with the counter, the command's context and the open database.
template <typename Operation>
int atCounter(const Invocation &invocation, Operation operation)
{
    const auto counter = invocation.number(u"counter"_s, 1, LargestCounter);
    const auto context = invocation.context();
    if (!counter || !context) {
        return invocation.refuse(counter ? context.error() : counter.error());
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    return operation(**database, *context, *counter);
}

int answerLeg(const Invocation &invocation, const Result<LegAnswer> &answer, const QString &text)
{
    if (!answer) {
        return invocation.refuse(answer.error());
    }
    return invocation.answer(answer->toJson(), text.arg(answer->ticket.toString()));
}

int act(const Invocation &invocation, CounterAction request, const QString &text)
{
    return atCounter(
        invocation, [&](Database &database, const CommandContext &context, int counter) {
            request.counter = counter;
            return answerLeg(invocation, actAtCounter(database, context, request), text);
        });
}

int answerBreak(const Invocation &invocation, const Result<BreakAnswer> &answer,
                const QString &text)
{
    if (!answer) {
        return invocation.refuse(answer.error());
    }
    return invocation.answer(answer->toJson(), text.arg(answer->counter));
}

int answerCall(const Invocation &invocation, const Result<CalledLeg> &called)
{
    if (!called) {
        return invocation.refuse(called.error());
    }
    return invocation.answer(called->toJson(),
                             Texts::tr("Number %1 to counter %2, waited %3 min.")
                                 .arg(called->ticket.toString())
                                 .arg(called->counter)
                                 .arg(begunMinutes(std::chrono::seconds(called->waited))));
}

} // namespace

int runCounterSignIn(const Invocation &invocation)
{
    const auto staff = invocation.required(u"staff"_s);
    if (!staff) {
        return invocation.refuse(staff.error());
    }
    // Before anything is asked of the clock: a person may take long.
    const QString pin = readSecret(Texts::tr("PIN:"));
    return atCounter(invocation, [&](Database &database, const CommandContext &context,
                                     int counter) {
        const auto shift =
            signIn(database, context, counter, *staff, pin, invocation.has(u"take-over"_s));
        if (!shift) {
            return invocation.refuse(shift.error());
        }
        return invocation.answer(
            shift->toJson(), Texts::tr("%1 is signed in at counter %2.").arg(*staff).arg(counter));
    });
}

int runCounterSignOut(const Invocation &invocation)
{
    return atCounter(
        invocation, [&](Database &database, const CommandContext &context, int counter) {
            const auto shift = signOut(database, context, counter, invocation.text(u"staff"_s));
            if (!shift) {
                return invocation.refuse(shift.error());
            }
            return invocation.answer(
                shift->toJson(),
                Texts::tr("%1 is signed out of counter %2.").arg(shift->staff).arg(counter));
        });
}

int runCounterCallNext(const Invocation &invocation)
{
    return atCounter(invocation,
                     [&](Database &database, const CommandContext &context, int counter) {
                         return answerCall(invocation, callNext(database, context, counter));
                     });
}

int runCounterCall(const Invocation &invocation)
{
    const auto ticket = invocation.ticket(invocation.argument());
    const auto reason = invocation.required(u"reason"_s);
    if (!ticket || !reason) {
        return invocation.refuse(ticket ? reason.error() : ticket.error());
    }
    return atCounter(
        invocation, [&](Database &database, const CommandContext &context, int counter) {
            return answerCall(invocation, callChosen(database, context, counter, *ticket, *reason));
        });
}

int runCounterRecall(const Invocation &invocation)
{
    return act(invocation, {.action = LegAction::Recall}, Texts::tr("Number %1 was called again."));
}

int runCounterStart(const Invocation &invocation)
{
    return act(invocation, {.action = LegAction::Start}, Texts::tr("Number %1 is being served."));
}

int runCounterNoShow(const Invocation &invocation)
{
    return act(invocation, {.action = LegAction::NoShow}, Texts::tr("Number %1 did not come."));
}

int runCounterHold(const Invocation &invocation)
{
    return act(invocation, {.action = LegAction::Hold, .reason = invocation.text(u"reason"_s)},
               Texts::tr("Number %1 is on hold."));
}

int runCounterResume(const Invocation &invocation)
{
    std::optional<TicketNumber> number;
    if (invocation.has(u"ticket"_s)) {
        const auto given = invocation.ticket(invocation.text(u"ticket"_s));
        if (!given) {
            return invocation.refuse(given.error());
        }
        number = *given;
    }
    return atCounter(
        invocation, [&](Database &database, const CommandContext &context, int counter) {
            return answerLeg(invocation, resumeHeld(database, context, counter, number),
                             Texts::tr("Number %1 is being served."));
        });
}

int runCounterTransfer(const Invocation &invocation)
{
    CounterAction request{.action = LegAction::Transfer,
                          .to = invocation.text(u"group"_s).toUpper()};
    if (!invocation.has(u"to-counter"_s)) {
        if (const auto group = invocation.required(u"group"_s); !group) {
            return invocation.refuse(group.error());
        }
        return act(invocation, request,
                   Texts::tr("Number %1 waits for group %2 now, arrival time kept.")
                       .arg(u"%1"_s, request.to));
    }
    const auto counter = invocation.number(u"to-counter"_s, 1, LargestCounter);
    if (!counter) {
        return invocation.refuse(counter.error());
    }
    request.toCounter = *counter;
    return act(invocation, request,
               Texts::tr("Number %1 waits for counter %2 now, arrival time kept.")
                   .arg(u"%1"_s, QString::number(*counter)));
}

int runCounterFinish(const Invocation &invocation)
{
    return act(invocation, {.action = LegAction::Finish}, Texts::tr("Number %1 is served."));
}

int runCounterUndo(const Invocation &invocation)
{
    return atCounter(
        invocation, [&](Database &database, const CommandContext &context, int counter) {
            return answerLeg(invocation, undoLast(database, context, counter),
                             Texts::tr("The last step with number %1 was taken back."));
        });
}

int runCounterBreak(const Invocation &invocation)
{
    const auto reason = invocation.required(u"reason"_s);
    if (!reason) {
        return invocation.refuse(reason.error());
    }
    return atCounter(
        invocation, [&](Database &database, const CommandContext &context, int counter) {
            return answerBreak(invocation, startBreak(database, context, counter, *reason),
                               Texts::tr("Counter %1 is on a break."));
        });
}

int runCounterBack(const Invocation &invocation)
{
    return atCounter(invocation,
                     [&](Database &database, const CommandContext &context, int counter) {
                         return answerBreak(invocation, endBreak(database, context, counter),
                                            Texts::tr("Counter %1 is open again."));
                     });
}

} // namespace motcua
