// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/leg.h"
#include "storage/statement.h"

#include <map>
#include <optional>
#include <vector>

namespace motcua {

/// A ticket as it was issued; where it stands is told by its legs.
struct Ticket
{
    QUuid id;
    TicketNumber number;
    QDate businessDate;
    qint64 arrivedAt = 0; ///< branch time, UTC ms
    QString priority;     ///< class; empty for none
    QString procedure;    ///< code; empty when none was chosen
    QString printState;
    int kiosk = 0;            ///< that gave the number; 0 for none
    QString token = {};       ///< see IssuedTicket; empty before there were tokens
    QString appointment = {}; ///< code; empty for none
};

/// Tickets, their legs and the lines they wait in. Every method belongs inside a transaction.
class TicketRepository
{
public:
    explicit TicketRepository(Database &database)
        : m_database(database)
    {
    }

    struct Joined
    {
        int number = 0;     ///< the number given
        int waiting = 0;    ///< people in the line, the new one included
        int leasedFrom = 0; ///< lowest number that a kiosk holds in advance; 0 for none
        int leased = 0;     ///< numbers that kiosks took in advance
    };
    /// Gives the next number of @p group on @p date, at least @p first, and counts one more
    /// waiting.
    [[nodiscard]] Result<Joined> joinLine(const QDate &date, const QString &group, int first,
                                          qint64 seq);
    /// Counts one more waiting in @p group, whose range begins with @p first, with the @p number that
    /// a kiosk gave.
    [[nodiscard]] Result<Joined> joinLineWith(const QDate &date, const QString &group, int first,
                                              int number, qint64 seq);
    /// Takes the numbers from @p from on, @p count of them, off what @p group's line gives itself.
    [[nodiscard]] Result<> lease(const QDate &date, const QString &group, int first, int from,
                                 int count, qint64 seq);
    /// Notes that a number of @p group was given and told too late. Returns 0 where nothing is known
    /// of that line on that day, else 1.
    [[nodiscard]] Result<int> lapse(const QDate &date, const QString &group, qint64 seq);
    /// Ends the wait of a ticket that nobody has on paper.
    [[nodiscard]] Result<> cancelUnseen(const QUuid &ticket, qint64 at, qint64 seq);
    /// Counts @p change people more (or fewer) waiting in @p group.
    [[nodiscard]] Result<> changeWaiting(const QDate &date, const QString &group, int change,
                                         qint64 seq);
    /// People in @p group's line who are called after (@p rank, @p arrivalSeq).
    [[nodiscard]] Result<int> waitingBehind(const QString &group, qint64 rank, qint64 arrivalSeq);

    [[nodiscard]] Result<> insert(const Ticket &ticket, qint64 seq);
    [[nodiscard]] Result<> insert(const Leg &leg, qint64 seq);
    [[nodiscard]] Result<> update(const Leg &leg, qint64 seq);

    [[nodiscard]] Result<> setPrintState(const QUuid &ticket, const QString &state, qint64 seq);

    [[nodiscard]] Result<std::optional<Ticket>> find(const QDate &date, const TicketNumber &number);
    [[nodiscard]] Result<std::vector<Ticket>> ticketsOf(const QDate &date);
    [[nodiscard]] Result<std::vector<Leg>> legsOf(const QDate &date);
    [[nodiscard]] Result<std::vector<Leg>> legsOf(const QUuid &ticket);

    /// The leg that @p counter calls next: the smallest rank among the lines that it serves with who is
    /// signed in there, and those kept for it, without those kept for another counter that is open.
    [[nodiscard]] Result<std::optional<Leg>> nextFor(int counter);
    /// The leg called to or served at @p counter.
    [[nodiscard]] Result<std::optional<Leg>> atCounter(int counter);
    /// Legs on hold at @p counter, the latest first.
    [[nodiscard]] Result<std::vector<Leg>> heldAt(const QDate &date, int counter);
    /// Counters with a leg called or serving.
    [[nodiscard]] Result<std::vector<int>> busyCounters();

    /// Ends every waiting or held leg of @p date as expired; returns how many.
    [[nodiscard]] Result<int> expireAll(const QDate &date, qint64 at, qint64 seq);
    /// Skips @p gap numbers in every active line of @p date, at both ends where there is room.
    [[nodiscard]] Result<> skipNumbers(const QDate &date, int gap, qint64 seq);
    /// What each line of @p date says of itself.
    [[nodiscard]] Result<std::map<QString, Joined>> lines(const QDate &date);

private:
    Database &m_database;
};

} // namespace motcua
