// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "operations/callnext.h"
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

int act(const Invocation &invocation, LegAction action, const QString &text, const QString &to = {},
        const QString &reason = {})
{
    return atCounter(
        invocation, [&](Database &database, const CommandContext &context, int counter) {
            const CounterAction request{
                .counter = counter, .action = action, .to = to, .reason = reason};
            return answerLeg(invocation, actAtCounter(database, context, request), text);
        });
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
        const auto shift = signIn(database, context, counter, *staff, pin);
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
                         const auto called = callNext(database, context, counter);
                         if (!called) {
                             return invocation.refuse(called.error());
                         }
                         return invocation.answer(
                             called->toJson(), Texts::tr("Number %1 to counter %2, waited %3 min.")
                                                   .arg(called->ticket.toString())
                                                   .arg(counter)
                                                   .arg(called->waited / 60));
                     });
}

int runCounterRecall(const Invocation &invocation)
{
    return act(invocation, LegAction::Recall, Texts::tr("Number %1 was called again."));
}

int runCounterStart(const Invocation &invocation)
{
    return act(invocation, LegAction::Start, Texts::tr("Number %1 is being served."));
}

int runCounterNoShow(const Invocation &invocation)
{
    return act(invocation, LegAction::NoShow, Texts::tr("Number %1 did not come."));
}

int runCounterHold(const Invocation &invocation)
{
    return act(invocation, LegAction::Hold, Texts::tr("Number %1 is on hold."), {},
               invocation.text(u"reason"_s));
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
    const auto group = invocation.required(u"group"_s);
    if (!group) {
        return invocation.refuse(group.error());
    }
    return act(invocation, LegAction::Transfer,
               Texts::tr("Number %1 waits for group %2 now, arrival time kept.")
                   .arg(u"%1"_s, group->toUpper()),
               group->toUpper());
}

int runCounterFinish(const Invocation &invocation)
{
    return act(invocation, LegAction::Finish, Texts::tr("Number %1 is served."));
}

int runCounterUndo(const Invocation &invocation)
{
    return atCounter(
        invocation, [&](Database &database, const CommandContext &context, int counter) {
            return answerLeg(invocation, undoLast(database, context, counter),
                             Texts::tr("The last step with number %1 was taken back."));
        });
}

} // namespace motcua
