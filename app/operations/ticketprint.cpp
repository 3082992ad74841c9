// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/ticketprint.h"

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject PrintAnswer::toJson() const
{
    return {{u"ticket"_s, ticket.toString()}, {u"state"_s, word(state)}};
}

PrintAnswer PrintAnswer::fromJson(const QJsonObject &json)
{
    return {.ticket =
                TicketNumber::fromString(json["ticket"_L1].toString()).value_or(TicketNumber()),
            .state = printStateFromWord(json["state"_L1].toString()).value_or(PrintState::Unknown)};
}

static Result<PrintAnswer> record(BranchTransaction &command, const TicketNumber &number,
                                  PrintState state)
{
    const QDate date = command.branch().businessDate;
    if (date.isNull()) {
        return failure(ErrorCode::DayNotOpen);
    }
    TicketRepository tickets(command.database());
    const auto ticket = tickets.find(date, number);
    if (!ticket) {
        return std::unexpected(ticket.error());
    }
    if (!*ticket) {
        return failure(ErrorCode::UnknownTicket, number.toString());
    }
    const auto stored = tickets.setPrintState((*ticket)->id, word(state), command.nextSeq());
    if (!stored) {
        return std::unexpected(stored.error());
    }
    const auto appended =
        command.append(EventKind::TicketPrinted, (*ticket)->id,
                       {{u"ticket"_s, number.toString()}, {u"state"_s, word(state)}});
    if (!appended) {
        return std::unexpected(appended.error());
    }
    return PrintAnswer{number, state};
}

Result<PrintAnswer> recordPrint(Database &database, const CommandContext &context,
                                const TicketNumber &number, PrintState state)
{
    if (state == PrintState::Pending) {
        return failure(ErrorCode::InvalidInput, word(state));
    }
    return runCommand<PrintAnswer>(
        database, context,
        {{u"command"_s, u"ticket print"_s},
         {u"ticket"_s, number.toString()},
         {u"state"_s, word(state)}},
        [&](BranchTransaction &command) { return record(command, number, state); });
}

Result<std::vector<IssuedTicket>> pendingPrints(Database &database, int kiosk,
                                                const QDateTime &clock)
{
    constexpr qint64 Recent = qint64{30} * 60'000;
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    const qint64 now = branch->clock.advancedTo(clock.toMSecsSinceEpoch()).lastAt;
    TicketRepository tickets(database);
    auto today = tickets.ticketsOf(branch->businessDate);
    auto lines = tickets.lines(branch->businessDate);
    if (!today || !lines) {
        return std::unexpected(today ? lines.error() : today.error());
    }
    std::erase_if(*today, [&](const Ticket &ticket) {
        return ticket.kiosk != kiosk || ticket.printState != word(PrintState::Pending)
               || now - ticket.arrivedAt > Recent;
    });
    std::ranges::sort(*today, std::ranges::greater(), &Ticket::arrivedAt);

    std::vector<IssuedTicket> pending;
    for (const Ticket &ticket : *today) {
        const auto legs = tickets.legsOf(ticket.id);
        if (!legs) {
            return std::unexpected(legs.error());
        }
        if (legs->empty() || legs->back().state != LegState::Waiting) {
            continue;
        }
        const Leg &leg = legs->back();
        const auto behind = tickets.waitingBehind(leg.group, leg.rank, leg.arrivalSeq);
        if (!behind) {
            return std::unexpected(behind.error());
        }
        auto issued = describe(database, *branch, ticket, leg,
                               (*lines)[leg.group].waiting - 1 - *behind, now);
        if (!issued) {
            return std::unexpected(issued.error());
        }
        pending.push_back(std::move(*issued));
    }
    return pending;
}

} // namespace motcua
