// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/devices.h"

#include "operations/hallchange.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

Result<> reportDevice(Database &database, const Device &device, const QDateTime &clock)
{
    auto change = beginHallChange(database, clock);
    if (!change) {
        return std::unexpected(change.error());
    }
    Statement upsert(database, uR"(
        INSERT INTO device (kind, number, state, volume, seen_at)
        VALUES (:kind, :number, :state, :volume, :seen_at)
        ON CONFLICT (kind, number) DO UPDATE SET
            state = excluded.state, volume = excluded.volume, seen_at = excluded.seen_at)"_s);
    upsert.bind(u":kind"_s, word(device.kind))
        .bind(u":number"_s, device.number)
        .bind(u":state"_s, word(device.state))
        .bind(u":volume"_s, std::clamp(device.volume, 0, 100))
        .bind(u":seen_at"_s, change->now);
    if (const auto done = upsert.run(); !done) {
        return done;
    }
    return change->transaction.commit();
}

Result<qint64> raiseHelp(Database &database, int kiosk, HelpReason reason, const QDateTime &clock)
{
    auto change = beginHallChange(database, clock);
    if (!change) {
        return std::unexpected(change.error());
    }
    Statement same(database, uR"(
        SELECT id FROM help_request
        WHERE kiosk = :kiosk AND reason = :reason AND acknowledged_at IS NULL)"_s);
    same.bind(u":kiosk"_s, kiosk).bind(u":reason"_s, word(reason));
    const auto known = same.row([](const Row &row) { return row.bigInteger(0); });
    if (!known) {
        return std::unexpected(known.error());
    }
    if (*known) {
        return **known;
    }
    Statement insert(database, uR"(
        INSERT INTO help_request (id, kiosk, reason, at)
        VALUES ((SELECT coalesce(max(id), 0) + 1 FROM help_request), :kiosk, :reason, :at)
        RETURNING id)"_s);
    insert.bind(u":kiosk"_s, kiosk).bind(u":reason"_s, word(reason)).bind(u":at"_s, change->now);
    const auto id = insert.row([](const Row &row) { return row.bigInteger(0); });
    if (!id) {
        return std::unexpected(id.error());
    }
    if (const auto done = change->transaction.commit(); !done) {
        return std::unexpected(done.error());
    }
    return **id;
}

Result<> acknowledgeHelp(Database &database, qint64 id, const QDateTime &clock)
{
    auto change = beginHallChange(database, clock);
    if (!change) {
        return std::unexpected(change.error());
    }
    Statement update(database, uR"(
        UPDATE help_request SET acknowledged_at = :at WHERE id = :id AND acknowledged_at IS NULL)"_s);
    if (const auto done = update.bind(u":at"_s, change->now).bind(u":id"_s, id).run(); !done) {
        return done;
    }
    return change->transaction.commit();
}

/// That of @p counter, if it has one.
static Result<> endReminder(Database &database, int counter, qint64 at)
{
    Statement update(database, uR"(
        UPDATE help_request SET acknowledged_at = :at
        WHERE counter = :counter AND acknowledged_at IS NULL)"_s);
    return update.bind(u":at"_s, at).bind(u":counter"_s, counter).run();
}

Result<> remindCounter(Database &database, int counter, const QDateTime &clock)
{
    auto change = beginHallChange(database, clock);
    if (!change) {
        return std::unexpected(change.error());
    }
    if (const auto ended = endReminder(database, counter, change->now); !ended) {
        return ended;
    }
    Statement insert(database, uR"(
        INSERT INTO help_request (id, kiosk, reason, at, counter)
        SELECT (SELECT coalesce(max(id), 0) + 1 FROM help_request), 0, :reason, :at, counter
        FROM shift WHERE counter = :counter AND closed_at IS NULL AND break_since IS NOT NULL)"_s);
    insert.bind(u":reason"_s, word(HelpReason::ComeBack))
        .bind(u":at"_s, change->now)
        .bind(u":counter"_s, counter);
    if (const auto done = insert.run(); !done) {
        return done;
    }
    return change->transaction.commit();
}

Result<> dismissReminder(BranchTransaction &command, int counter)
{
    return endReminder(command.database(), counter, command.at());
}

Result<> dismissHelp(BranchTransaction &command)
{
    Statement update(command.database(), uR"(
        UPDATE help_request SET acknowledged_at = :at WHERE acknowledged_at IS NULL)"_s);
    return update.bind(u":at"_s, command.at()).run();
}

Result<std::vector<HelpRequest>> openHelp(Database &database)
{
    Statement select(database, uR"(
        SELECT id, kiosk, reason, at, counter FROM help_request
        WHERE acknowledged_at IS NULL ORDER BY id)"_s);
    return select.rows([](const Row &row) {
        return HelpRequest{.id = row.bigInteger(0),
                           .kiosk = row.integer(1),
                           .counter = row.integer(4),
                           .reason = helpReasonFromWord(row.text(2)).value_or(HelpReason::Citizen),
                           .at = row.bigInteger(3)};
    });
}

Result<std::vector<Device>> readDevices(Database &database)
{
    Statement select(database, u"SELECT kind, number, state, volume, seen_at FROM device"_s);
    auto devices = select.rows([](const Row &row) {
        return Device{.kind = deviceKindFromWord(row.text(0)).value_or(DeviceKind::Kiosk),
                      .number = row.integer(1),
                      .state = deviceStateFromWord(row.text(2)).value_or(DeviceState::Ok),
                      .volume = row.integer(3),
                      .seenAt = row.bigInteger(4)};
    });
    if (devices) {
        std::ranges::sort(*devices, {}, [](const Device &device) {
            return std::pair(device.kind, device.number);
        });
    }
    return devices;
}

} // namespace motcua
