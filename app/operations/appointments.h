// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/appointment.h"
#include "operations/issueticket.h"

namespace motcua {

struct ImportAnswer
{
    int added = 0;
    int changed = 0;
    int unchanged = 0; ///< as before, or used already

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ImportAnswer fromJson(const QJsonObject &json);
};

/// What the branch does not know in @p bookings: unknown_group, unknown_procedure.
[[nodiscard]] Result<std::vector<BookingFault>> checkBookings(Database &database,
                                                              const std::vector<Booking> &bookings);

/// Takes bookings over: new codes are added, known ones changed unless they were used. Phone and
/// personal ID are stored as keyed hashes only; the key never leaves the branch.
/// Fails with InvalidBookings when checkBookings() finds a fault.
[[nodiscard]] Result<ImportAnswer> importAppointments(Database &database,
                                                      const CommandContext &context,
                                                      const std::vector<Booking> &bookings);

struct Appointment
{
    QString code;
    QString group;
    QString procedure; ///< code; empty for none
    qint64 bookedFor = 0;
    std::optional<TicketNumber> ticket; ///< that it was used for

    [[nodiscard]] QJsonObject toJson(const QTimeZone &zone) const;
};

/// The bookings of @p date in order; of the open day, else today's by @p clock, when it is null.
[[nodiscard]] Result<std::vector<Appointment>> appointmentsOf(Database &database, const QDate &date,
                                                              const QDateTime &clock);

/// Gives a booked citizen a number that ranks by the booked time. @p key is the booking's code, the
/// phone or the personal ID; spaces, dots and case do not matter.
///
/// Of several bookings under one phone, the next unused one of the open day counts. Neither phone nor
/// ID is stored or told: the subject of UnknownAppointment shows their last digits. Fails as
/// issueTicket() does and with UnknownAppointment, AppointmentUsed (subject: the ticket),
/// AppointmentOtherDay (subject: the date).
[[nodiscard]] Result<IssuedTicket> checkIn(Database &database, const CommandContext &context,
                                           const QString &key, int kiosk);

} // namespace motcua
