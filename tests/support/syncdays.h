// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/outcome.h"

#include <QDateTime>
#include <QUuid>

#include <type_traits>

namespace motcua::test {

/// Its value; dies without one.
template <typename T>
T demand(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(told(result.error())));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// Writes days of a branch as the program would have, but for hashes, which a sync only compares.
class SyncDays
{
public:
    static inline const QDate First{2026, 1, 5};

    /// The same for the same.
    static QString idOf(int kind, qint64 number)
    {
        return QUuid(static_cast<uint>(kind), 7, 0x4000, 0x80, 0, 0, 0,
                     static_cast<uchar>(number >> 24U), static_cast<uchar>(number >> 16U),
                     static_cast<uchar>(number >> 8U), static_cast<uchar>(number))
            .toString(QUuid::WithoutBraces);
    }

    explicit SyncDays(Database &database)
        : m_database(database)
    {
        Statement head(database, QStringLiteral("SELECT seq FROM branch"));
        m_seq = *demand(head.row([](const Row &row) { return row.bigInteger(0); }));
    }

    /// One closed day: @p tickets, of which the first @p intakes led to a dossier.
    void add(int day, int tickets, int intakes)
    {
        auto transaction = Transaction::begin(m_database);
        demand(transaction ? Result<>() : Result<>(std::unexpected(transaction.error())));
        const QString date = First.addDays(day).toString(Qt::ISODate);
        const qint64 morning =
            QDateTime(First.addDays(day), QTime(1, 0), Qt::UTC).toMSecsSinceEpoch();
        event("day_opened", morning);
        run("INSERT INTO business_day VALUES (?, ?, ?, 1, ?)", {date, morning, morning, m_seq});
        run("INSERT INTO waiting_line (business_date, group_letter, last_number, "
            "waiting, changed_seq)"
            " VALUES (?, 'H', ?, 0, ?)",
            {date, tickets, m_seq});
        for (int i = 0; i < tickets; ++i) {
            addTicket(day, date, morning + i * Minute / 2, i, i < intakes);
        }
        event("day_closed", morning + 600 * Minute);
        run("UPDATE business_day SET closed_at = ?, changed_seq = ? WHERE business_date = ?",
            {morning + 600 * Minute, m_seq, date});
        run("UPDATE branch SET seq = ?, head_hash = ?", {m_seq, hash()});
        demand(transaction->commit());
    }

private:
    static constexpr qint64 Minute = 60'000;

    void addTicket(int day, const QString &date, qint64 at, int i, bool hasIntake)
    {
        const qint64 number = qint64{day} * 10'000 + i;
        const QString ticket = idOf(1, number);
        event("ticket_issued", at, ticket);
        const qint64 issued = m_seq;
        run("INSERT INTO ticket (id, business_date, series, number, arrived_at, "
            "print_state, "
            "kiosk,"
            " changed_seq) VALUES (?, ?, 'H', ?, ?, 'printed', 1, ?)",
            {ticket, date, i + 1, at, m_seq});
        event("ticket_printed", at + 2'000, ticket);
        event("leg_called", at + 10 * Minute, ticket);
        event("leg_started", at + 11 * Minute, ticket);
        if (hasIntake) {
            addIntake(number, date, at + 15 * Minute, i, ticket);
        }
        event("leg_finished", at + 18 * Minute, ticket);
        run("INSERT INTO leg (ticket_id, ordinal, business_date, group_letter, state, rank,"
            " arrival_seq, queued_at, first_called_at, called_at, started_at, ended_at, "
            "service_ms,"
            " calls, counter, staff, changed_seq) VALUES (?, 1, ?, 'H', 'completed', ?, ?, ?, "
            "?, "
            "?, ?,"
            " ?, 420000, 1, 1, 'CB01', ?)",
            {ticket, date, at, issued, at, at + 10 * Minute, at + 10 * Minute, at + 11 * Minute,
             at + 18 * Minute, m_seq});
    }

    void addIntake(qint64 number, const QString &date, qint64 at, int i, const QString &ticket)
    {
        static const QString box = QStringLiteral("2:") + QString(480, u'x');
        const QString person = idOf(2, number);
        const QString dossier = idOf(3, number);
        const QString form = idOf(5, number);
        event("intake_recorded", at, ticket);
        run("INSERT INTO person (id, box, recorded_at, changed_seq) VALUES (?, ?, ?, ?)",
            {person, box, at, m_seq});
        run("INSERT INTO dossier VALUES (?, ?, NULL, ?, ?, '01/2026', ?, '1.001193', 1, "
            "0, "
            "'direct',"
            " 'processing', ?, ?, NULL, 0, 'counter', 15000, FALSE, 1, 'UBND', ?, NULL, 0, ?)",
            {dossier, QStringLiteral("TN7-%1").arg(number), date, i + 1, number + 1,
             date + QStringLiteral("T08:00"), date + QStringLiteral("T16:30"), person, m_seq});
        run("INSERT INTO intake VALUES (?, ?, ?, 1, ?, 1, 'CB01', ?, 'accepted', "
            "FALSE, "
            "'1.001193', 1,"
            " ?, NULL, ?, ?)",
            {idOf(4, number), dossier, ticket, date, at, person, box, m_seq});
        event("form_issued", at + 1'000);
        run("INSERT INTO issued_form VALUES (?, ?, '01', 2, ?, ?, ?)",
            {form, dossier, box, at, m_seq});
        event("form_printed", at + 2'000);
        run("INSERT INTO form_print VALUES (?, 1, 0, 'A4', 'CB01', ?, 'sent', ?)",
            {form, at, m_seq});
    }

    void event(const char *kind, qint64 at, const QString &ticket = {})
    {
        ++m_seq;
        static const QString body = QStringLiteral(
            R"({"ticket":"H042","counter":3,"staff":"CB01","group":"H","rank":1795984532873})");
        run("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            {m_seq, QString::fromLatin1(kind), at, at,
             ticket.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : ticket, idOf(9, m_seq),
             body, hash()});
    }

    [[nodiscard]] QString hash() const { return QString::number(m_seq).rightJustified(64, u'0'); }

    static QString place(qsizetype i) { return QStringLiteral(":p%1").arg(i); }

    void run(const char *sql, const QVariantList &values)
    {
        QString named = QString::fromLatin1(sql);
        for (qsizetype i = 0; i < values.size(); ++i) {
            named.replace(named.indexOf(u'?'), 1, place(i));
        }
        Statement statement(m_database, named);
        for (qsizetype i = 0; i < values.size(); ++i) {
            statement.bindVariant(place(i), values[i]);
        }
        demand(statement.run());
    }

    Database &m_database;
    qint64 m_seq = 0;
};

} // namespace motcua::test
