// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/appointmentrepository.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace motcua {

static const QString SelectAppointment = uR"(
        SELECT appointment.code, appointment.group_letter, appointment.procedure,
               appointment.booked_date, appointment.booked_for, appointment.phone_hash,
               appointment.id_hash, ticket.series, ticket.number
        FROM appointment LEFT JOIN ticket ON ticket.appointment = appointment.code)"_s;

static StoredAppointment appointmentFrom(const Row &row)
{
    StoredAppointment appointment{.code = row.text(0),
                                  .group = row.text(1),
                                  .procedure = row.text(2),
                                  .date = row.date(3),
                                  .bookedFor = row.bigInteger(4),
                                  .phoneHash = row.text(5),
                                  .idHash = row.text(6)};
    if (!row.text(7).isEmpty()) {
        appointment.ticket = TicketNumber{row.text(7).at(0).unicode(), row.integer(8)};
    }
    return appointment;
}

Result<std::optional<StoredAppointment>> AppointmentRepository::find(const QString &code)
{
    if (const auto sought = m_database.seekBookings({code}); !sought) {
        return std::unexpected(sought.error());
    }
    static const QString sql = SelectAppointment + u" WHERE appointment.code = :code"_s;
    Statement select(m_database, sql);
    select.bind(u":code"_s, code);
    return select.row(appointmentFrom);
}

Result<std::vector<StoredAppointment>> AppointmentRepository::findByHash(const QString &phoneHash,
                                                                         const QString &idHash)
{
    if (const auto sought = m_database.seekBookings({phoneHash, idHash}); !sought) {
        return std::unexpected(sought.error());
    }
    static const QString sql =
        SelectAppointment + u" WHERE appointment.phone_hash = :phone OR appointment.id_hash = :id"_s
        + u" ORDER BY appointment.booked_for, appointment.code"_s;
    Statement select(m_database, sql);
    select.bind(u":phone"_s, phoneHash).bind(u":id"_s, idHash);
    return select.rows(appointmentFrom);
}

Result<std::vector<StoredAppointment>> AppointmentRepository::of(const QDate &date)
{
    Statement select(m_database, uR"(
        SELECT booking.code, booking.group_letter, booking.procedure, booking.booked_date,
               booking.booked_for, ticket.series, ticket.number
        FROM booking LEFT JOIN ticket ON ticket.appointment = booking.code
        WHERE booking.booked_date = :date ORDER BY booking.booked_for, booking.code)"_s);
    select.bind(u":date"_s, date);
    return select.rows([](const Row &row) {
        StoredAppointment appointment{.code = row.text(0),
                                      .group = row.text(1),
                                      .procedure = row.text(2),
                                      .date = row.date(3),
                                      .bookedFor = row.bigInteger(4),
                                      .phoneHash = {},
                                      .idHash = {}};
        if (!row.text(5).isEmpty()) {
            appointment.ticket = TicketNumber{row.text(5).at(0).unicode(), row.integer(6)};
        }
        return appointment;
    });
}

Result<> AppointmentRepository::write(const StoredAppointment &appointment, qint64 seq)
{
    Statement upsert(m_database, uR"(
        INSERT INTO appointment (code, group_letter, procedure, booked_date, booked_for, phone_hash,
            id_hash, changed_seq)
        VALUES (:code, :group, :procedure, :date, :booked_for, :phone, :id, :seq)
        ON CONFLICT (code) DO UPDATE SET
            group_letter = excluded.group_letter, procedure = excluded.procedure,
            booked_date = excluded.booked_date, booked_for = excluded.booked_for,
            phone_hash = excluded.phone_hash, id_hash = excluded.id_hash,
            changed_seq = excluded.changed_seq)"_s);
    return upsert.bind(u":code"_s, appointment.code)
        .bind(u":group"_s, appointment.group)
        .bindOrNull(u":procedure"_s, appointment.procedure)
        .bind(u":date"_s, appointment.date)
        .bind(u":booked_for"_s, appointment.bookedFor)
        .bindOrNull(u":phone"_s, appointment.phoneHash)
        .bindOrNull(u":id"_s, appointment.idHash)
        .bind(u":seq"_s, seq)
        .run();
}

Result<> AppointmentRepository::eraseBefore(const QDate &date, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE appointment SET phone_hash = NULL, id_hash = NULL, changed_seq = :seq
        WHERE booked_date < :date AND (phone_hash IS NOT NULL OR id_hash IS NOT NULL))"_s);
    return update.bind(u":date"_s, date).bind(u":seq"_s, seq).run();
}

Result<QString> AppointmentRepository::digest()
{
    // One statement and not sorted by SQL: engines disagree about the order of texts.
    Statement select(m_database, uR"(
        SELECT code, group_letter, procedure, booked_date, booked_for, phone_hash, id_hash
        FROM appointment)"_s);
    auto rows = select.rows([](const Row &row) {
        QByteArray text;
        for (int column = 0; column < row.columns(); ++column) {
            text += row.text(column).toUtf8() + '\0';
        }
        return text;
    });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (rows->empty()) {
        return QString();
    }
    std::ranges::sort(*rows);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &row : *rows) {
        hash.addData(row);
        hash.addData("\n");
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<QString> AppointmentRepository::key()
{
    Statement select(m_database, u"SELECT lookup_key FROM branch"_s);
    const auto key = select.row([](const Row &row) { return row.text(0); });
    if (!key) {
        return std::unexpected(key.error());
    }
    return key->value_or(QString());
}

Result<> AppointmentRepository::setKey(const QString &key)
{
    Statement update(m_database, u"UPDATE branch SET lookup_key = :key"_s);
    return update.bind(u":key"_s, key).run();
}

} // namespace motcua
