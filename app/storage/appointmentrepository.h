// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ticketnumber.h"
#include "storage/statement.h"

#include <optional>
#include <vector>

namespace motcua {

/// A booking as it is stored: no phone and no personal ID, only their keyed hashes.
struct StoredAppointment
{
    QString code;
    QString group;     ///< letter
    QString procedure; ///< code; empty for none
    QDate date;
    qint64 bookedFor = 0;                    ///< UTC ms
    QString phoneHash;                       ///< empty for none
    QString idHash;                          ///< empty for none
    std::optional<TicketNumber> ticket = {}; ///< that it was used for; not written
};

/// Bookings. Every method that writes belongs inside a transaction.
class AppointmentRepository
{
public:
    explicit AppointmentRepository(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<std::optional<StoredAppointment>> find(const QString &code);
    /// Bookings under a phone or a personal ID with these hashes, by time.
    [[nodiscard]] Result<std::vector<StoredAppointment>> findByHash(const QString &phoneHash,
                                                                    const QString &idHash);
    /// All of a day, by time, without their hashes.
    [[nodiscard]] Result<std::vector<StoredAppointment>> of(const QDate &date);
    /// Adds or replaces.
    [[nodiscard]] Result<> write(const StoredAppointment &appointment, qint64 seq);

    /// Forgets the phones and IDs of bookings before @p date.
    [[nodiscard]] Result<> eraseBefore(const QDate &date, qint64 seq);

    /// SHA-256 over all bookings, in hex; empty when there are none: what an import's event says.
    [[nodiscard]] Result<QString> digest();

    /// The secret that phones and IDs are hashed with, 64 hex digits; empty before the first import.
    [[nodiscard]] Result<QString> key();
    [[nodiscard]] Result<> setKey(const QString &key);

private:
    Database &m_database;
};

} // namespace motcua
