// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/staffrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

static Shift shiftFrom(const Row &row)
{
    return {.id = row.uuid(0),
            .counter = row.integer(1),
            .staff = row.text(2),
            .heartbeatAt = row.bigInteger(3),
            .breakSince = row.bigInteger(4),
            .breakReason = row.text(5)};
}

const Staff *memberOf(std::span<const Staff> staff, const QString &typed)
{
    auto found = std::ranges::find(staff, typed, &Staff::code);
    if (found == staff.end()) {
        found = std::ranges::find_if(staff, [&typed](const Staff &one) {
            return one.code.compare(typed, Qt::CaseInsensitive) == 0;
        });
    }
    return found == staff.end() ? nullptr : &*found;
}

Result<std::vector<Staff>> StaffRepository::all()
{
    Statement select(m_database, uR"(
        SELECT code, name FROM staff WHERE active ORDER BY code)"_s);
    auto staff = select.rows([](const Row &row) {
        return Staff{.code = row.text(0), .name = row.text(1), .groups = {}, .permissions = {}};
    });
    if (!staff) {
        return staff;
    }
    Statement groups(m_database, uR"(
        SELECT staff_group.staff, staff_group.group_letter
        FROM staff_group JOIN ticket_group ON ticket_group.letter = staff_group.group_letter
        WHERE ticket_group.active
        ORDER BY staff_group.staff, ticket_group.position)"_s);
    const auto read = groups.forEach([&staff](const Row &row) {
        const auto member = std::ranges::find(*staff, row.text(0), &Staff::code);
        if (member != staff->end()) {
            member->groups.append(row.text(1));
        }
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    Statement permissions(m_database, uR"(
        SELECT staff, permission FROM staff_permission ORDER BY staff, permission)"_s);
    const auto permitted = permissions.forEach([&staff](const Row &row) {
        const auto member = std::ranges::find(*staff, row.text(0), &Staff::code);
        if (member != staff->end()) {
            member->permissions.append(row.text(1));
        }
    });
    if (!permitted) {
        return std::unexpected(permitted.error());
    }
    return staff;
}

Result<std::optional<Staff>> StaffRepository::find(const QString &code)
{
    auto staff = all();
    if (!staff) {
        return std::unexpected(staff.error());
    }
    const auto member = std::ranges::find(*staff, code, &Staff::code);
    return member == staff->end() ? std::nullopt : std::optional(std::move(*member));
}

Result<std::map<QString, StaffPin>> StaffRepository::pins()
{
    Statement select(m_database, uR"(
        SELECT code, pin_hash, failed_attempts, last_attempt_at FROM staff WHERE active)"_s);
    const auto rows = select.rows([](const Row &row) {
        return std::pair(row.text(0), StaffPin{.hash = row.text(1),
                                               .failedAttempts = row.integer(2),
                                               .lastAttemptAt = row.bigInteger(3)});
    });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return std::map<QString, StaffPin>(rows->begin(), rows->end());
}

Result<> StaffRepository::setPin(const QString &staff, const QString &hash, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE staff SET pin_hash = :pin_hash, failed_attempts = 0, changed_seq = :seq
        WHERE code = :code)"_s);
    return update.bind(u":pin_hash"_s, hash).bind(u":seq"_s, seq).bind(u":code"_s, staff).run();
}

Result<> StaffRepository::setTries(const QString &staff, const StaffPin &pin, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE staff
        SET failed_attempts = :failed, last_attempt_at = :attempt_at, changed_seq = :seq
        WHERE code = :code)"_s);
    return update.bind(u":failed"_s, pin.failedAttempts)
        .bind(u":attempt_at"_s, pin.lastAttemptAt)
        .bind(u":seq"_s, seq)
        .bind(u":code"_s, staff)
        .run();
}

Result<std::vector<Shift>> StaffRepository::openShifts()
{
    Statement select(m_database, uR"(
        SELECT id, counter, staff, heartbeat_at, break_since, break_reason
        FROM shift WHERE closed_at IS NULL ORDER BY counter)"_s);
    return select.rows(shiftFrom);
}

Result<std::optional<Shift>> StaffRepository::openShiftAt(int counter)
{
    Statement select(m_database, uR"(
        SELECT id, counter, staff, heartbeat_at, break_since, break_reason
        FROM shift WHERE counter = :counter AND closed_at IS NULL)"_s);
    select.bind(u":counter"_s, counter);
    return select.row(shiftFrom);
}

Result<> StaffRepository::open(const Shift &shift, qint64 at, qint64 seq)
{
    Statement insert(m_database, uR"(
        INSERT INTO shift (id, counter, staff, opened_at, heartbeat_at, changed_seq)
        VALUES (:id, :counter, :staff, :opened_at, :heartbeat_at, :seq))"_s);
    insert.bind(u":id"_s, shift.id)
        .bind(u":counter"_s, shift.counter)
        .bind(u":staff"_s, shift.staff)
        .bind(u":opened_at"_s, at)
        .bind(u":heartbeat_at"_s, at)
        .bind(u":seq"_s, seq);
    return insert.run();
}

Result<bool> StaffRepository::beat(const QUuid &shift, int counter, qint64 at)
{
    Statement update(m_database, uR"(
        UPDATE shift SET heartbeat_at = :at
        WHERE id = :id AND counter = :counter AND closed_at IS NULL)"_s);
    update.bind(u":at"_s, at).bind(u":id"_s, shift).bind(u":counter"_s, counter);
    const auto changed = update.execute();
    if (!changed) {
        return std::unexpected(changed.error());
    }
    return *changed == 1;
}

Result<> StaffRepository::setBreak(const QUuid &shift, qint64 since, const QString &reason,
                                   qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE shift SET break_since = :since, break_reason = :reason, changed_seq = :seq
        WHERE id = :id)"_s);
    if (since == 0) {
        update.bindNull(u":since"_s);
    } else {
        update.bind(u":since"_s, since);
    }
    return update.bindOrNull(u":reason"_s, reason).bind(u":seq"_s, seq).bind(u":id"_s, shift).run();
}

Result<> StaffRepository::close(const QUuid &shift, qint64 at, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE shift SET closed_at = :at, changed_seq = :seq WHERE id = :id)"_s);
    update.bind(u":at"_s, at).bind(u":seq"_s, seq).bind(u":id"_s, shift);
    return update.run();
}

Result<> StaffRepository::closeAll(qint64 at, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE shift SET closed_at = :at, changed_seq = :seq WHERE closed_at IS NULL)"_s);
    update.bind(u":at"_s, at).bind(u":seq"_s, seq);
    return update.run();
}

} // namespace motcua
