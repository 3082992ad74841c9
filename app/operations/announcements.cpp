// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/announcements.h"

#include "operations/devices.h"
#include "operations/hallchange.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Lease
{
    QString device;
    QUuid session;
    qint64 until = 0;
};

Result<Lease> readLease(Database &database)
{
    Statement select(database, u"SELECT device, session, lease_until FROM speaker"_s);
    const auto lease = select.row([](const Row &row) {
        return Lease{row.text(0), row.uuid(1), row.bigInteger(2)};
    });
    if (!lease) {
        return std::unexpected(lease.error());
    }
    return lease->value_or(Lease());
}

Result<> writeLease(Database &database, const Speaker &speaker, qint64 until)
{
    Statement upsert(database, uR"(
        INSERT INTO speaker (place, device, session, lease_until)
        VALUES (1, :device, :session, :until)
        ON CONFLICT (place) DO UPDATE SET
            device = excluded.device, session = excluded.session,
            lease_until = excluded.lease_until)"_s);
    return upsert.bind(u":device"_s, speaker.device)
        .bind(u":session"_s, speaker.session)
        .bind(u":until"_s, until)
        .run();
}

Result<> endLease(Database &database, const Speaker &speaker)
{
    Statement release(database, uR"(
        UPDATE speaker SET lease_until = 0 WHERE session = :session)"_s);
    return release.bind(u":session"_s, speaker.session).run();
}

/// Whoever asks next speaks.
Result<std::optional<Announcement>> standBack(Database &database, const Speaker &speaker,
                                              HallChange &change)
{
    if (const auto done = endLease(database, speaker); !done) {
        return std::unexpected(done.error());
    }
    if (const auto done = change.transaction.commit(); !done) {
        return std::unexpected(done.error());
    }
    return std::nullopt;
}

/// Time to renew it. Not at every sign of life: each commit wakes every face.
bool isOld(const Lease &lease, qint64 now)
{
    return lease.until - now < SpeakerLeaseMs / 2;
}

/// A board other than @p speaker said lately that the hall can hear it.
Result<bool> isAnotherHeard(Database &database, const Speaker &speaker, qint64 now)
{
    constexpr qint64 HeardOfMs = 60'000;
    const auto devices = readDevices(database);
    if (!devices) {
        return std::unexpected(devices.error());
    }
    return std::ranges::any_of(*devices, [&](const Device &device) {
        return device.kind == DeviceKind::Board && device.state == DeviceState::Ok
               && device.volume > 0 && device.seenAt > now - HeardOfMs
               && speakerName(device.number) != speaker.device;
    });
}

/// What was being said when its speaker ended counts as said.
Result<int> endPlaying(Database &database)
{
    Statement update(database, u"UPDATE announcement SET state = 'done' WHERE state = 'playing'"_s);
    return update.execute();
}

Result<> expireBefore(Database &database, qint64 time)
{
    Statement update(database, uR"(
        UPDATE announcement SET state = 'expired' WHERE state = 'pending' AND called_at < :time)"_s);
    return update.bind(u":time"_s, time).run();
}

Result<std::optional<Announcement>> firstPending(Database &database)
{
    Statement select(database, uR"(
        SELECT announcement.id, announcement.series, announcement.number,
               ticket_group.short_name_vi, ticket_group.short_name_en, announcement.counter,
               announcement.recall
        FROM announcement
        JOIN ticket_group ON ticket_group.letter = announcement.group_letter
        WHERE announcement.state = 'pending' ORDER BY announcement.id LIMIT 1)"_s);
    return select.row([](const Row &row) {
        return Announcement{
            .id = row.bigInteger(0),
            .ticket = {row.text(1).isEmpty() ? u'?' : row.text(1).at(0).unicode(), row.integer(2)},
            .group = {row.text(3), row.text(4)},
            .counter = row.integer(5),
            .recall = row.boolean(6)};
    });
}

Result<bool> setState(Database &database, qint64 id, AnnouncementState from, AnnouncementState to)
{
    Statement update(database, uR"(
        UPDATE announcement SET state = :to WHERE id = :id AND state = :from)"_s);
    const auto changed =
        update.bind(u":to"_s, word(to)).bind(u":id"_s, id).bind(u":from"_s, word(from)).execute();
    if (!changed) {
        return std::unexpected(changed.error());
    }
    return *changed == 1;
}

} // namespace

Result<> announce(BranchTransaction &command, const Leg &leg, bool recall)
{
    Database &database = command.database();
    if (recall) {
        Statement pending(database, uR"(
            SELECT count(*) FROM announcement
            WHERE ticket_id = :ticket AND counter = :counter AND state = 'pending')"_s);
        pending.bind(u":ticket"_s, leg.ticket).bind(u":counter"_s, leg.counter);
        const auto count = pending.row([](const Row &row) { return row.integer(0); });
        if (!count) {
            return std::unexpected(count.error());
        }
        if (count->value_or(0) > 0) {
            return {};
        }
    }
    // Nobody is sent to a counter that no longer waits for him.
    if (const auto done = expireAnnouncements(command, leg.ticket); !done) {
        return done;
    }
    Statement insert(database, uR"(
        INSERT INTO announcement (id, business_date, ticket_id, series, number, group_letter,
            counter, called_at, recall, state)
        VALUES (:id, :date, :ticket, :series, :number, :group, :counter, :called_at, :recall,
            'pending'))"_s);
    return insert.bind(u":id"_s, command.nextSeq())
        .bind(u":date"_s, leg.businessDate)
        .bind(u":ticket"_s, leg.ticket)
        .bind(u":series"_s, QString(QChar(leg.number.series)))
        .bind(u":number"_s, leg.number.number)
        .bind(u":group"_s, leg.group)
        .bind(u":counter"_s, leg.counter)
        .bind(u":called_at"_s, leg.calledAt)
        .bind(u":recall"_s, recall)
        .run();
}

Result<> expireAnnouncements(BranchTransaction &command)
{
    return expireBefore(command.database(), std::numeric_limits<qint64>::max());
}

Result<> expireAnnouncements(BranchTransaction &command, const QUuid &ticket)
{
    Statement update(command.database(), uR"(
        UPDATE announcement SET state = 'expired' WHERE ticket_id = :ticket AND state = 'pending')"_s);
    return update.bind(u":ticket"_s, ticket).run();
}

Result<> reviveAnnouncement(BranchTransaction &command, const QUuid &ticket)
{
    Statement update(command.database(), uR"(
        UPDATE announcement SET state = 'pending'
        WHERE state = 'expired'
          AND id = (SELECT max(id) FROM announcement WHERE ticket_id = :ticket))"_s);
    return update.bind(u":ticket"_s, ticket).run();
}

QString speakerName(int board)
{
    return u"board-%1"_s.arg(board);
}

Result<std::optional<Announcement>> nextAnnouncement(Database &database, const Speaker &speaker,
                                                     const QDateTime &clock)
{
    auto change = beginHallChange(database, clock);
    if (!change) {
        return std::unexpected(change.error());
    }
    const auto lease = readLease(database);
    if (!lease) {
        return std::unexpected(lease.error());
    }
    const bool goesOn = lease->session == speaker.session && change->now < lease->until;
    if (!goesOn && lease->device != speaker.device && change->now < lease->until) {
        return std::nullopt;
    }
    if (!speaker.isHeard) {
        const auto isAnother = isAnotherHeard(database, speaker, change->now);
        if (!isAnother) {
            return std::unexpected(isAnother.error());
        }
        if (*isAnother) {
            return goesOn ? standBack(database, speaker, *change) : std::nullopt;
        }
    }
    const auto ended = endPlaying(database);
    if (!ended) {
        return std::unexpected(ended.error());
    }
    if (!goesOn) {
        if (const auto done = expireBefore(database, change->now - AnnouncementLifeMs); !done) {
            return std::unexpected(done.error());
        }
    }
    const auto next = firstPending(database);
    if (!next) {
        return next;
    }
    if (*next) {
        const auto claimed =
            setState(database, (*next)->id, AnnouncementState::Pending, AnnouncementState::Playing);
        if (!claimed) {
            return std::unexpected(claimed.error());
        }
    }
    if (goesOn && *ended == 0 && !*next && !isOld(*lease, change->now)) {
        return std::nullopt;
    }
    if (const auto done = writeLease(database, speaker, change->now + SpeakerLeaseMs); !done) {
        return std::unexpected(done.error());
    }
    if (const auto done = change->transaction.commit(); !done) {
        return std::unexpected(done.error());
    }
    return next;
}

Result<> finishAnnouncement(Database &database, const Speaker &speaker, qint64 id,
                            AnnouncementState outcome, const QDateTime &clock)
{
    auto change = beginHallChange(database, clock);
    if (!change) {
        return std::unexpected(change.error());
    }
    const auto lease = readLease(database);
    if (!lease) {
        return std::unexpected(lease.error());
    }
    if (lease->session != speaker.session) {
        return {};
    }
    const auto changed = setState(database, id, AnnouncementState::Playing, outcome);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    if (!*changed) {
        return {};
    }
    if (const auto done = writeLease(database, speaker, change->now + SpeakerLeaseMs); !done) {
        return done;
    }
    return change->transaction.commit();
}

Result<> keepSpeaking(Database &database, const Speaker &speaker, const QDateTime &clock)
{
    auto change = beginHallChange(database, clock);
    if (!change) {
        return std::unexpected(change.error());
    }
    const auto lease = readLease(database);
    if (!lease) {
        return std::unexpected(lease.error());
    }
    if (lease->session != speaker.session || !isOld(*lease, change->now)) {
        return {};
    }
    if (const auto done = writeLease(database, speaker, change->now + SpeakerLeaseMs); !done) {
        return done;
    }
    return change->transaction.commit();
}

Result<> stopSpeaking(Database &database, const Speaker &speaker)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (const auto done = endLease(database, speaker); !done) {
        return done;
    }
    return transaction->commit();
}

} // namespace motcua
