// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/appointments.h"

#include "storage/appointmentrepository.h"
#include "storage/cataloguerepository.h"

#include <sodium.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject ImportAnswer::toJson() const
{
    return {{u"added"_s, added}, {u"changed"_s, changed}, {u"unchanged"_s, unchanged}};
}

ImportAnswer ImportAnswer::fromJson(const QJsonObject &json)
{
    return {.added = json["added"_L1].toInt(),
            .changed = json["changed"_L1].toInt(),
            .unchanged = json["unchanged"_L1].toInt()};
}

QJsonObject Appointment::toJson(const QTimeZone &zone) const
{
    return {{u"code"_s, code},
            {u"group"_s, group},
            {u"procedure"_s, procedure},
            {u"at"_s, isoTime(bookedFor, zone)},
            {u"ticket"_s, ticket ? QJsonValue(ticket->toString()) : QJsonValue()}};
}

namespace {

/// A phone or a personal ID as it is stored: BLAKE2b with the branch's key. A plain hash of so few
/// digits could be tried out in no time by whoever sees a row of it.
QString hashOf(const QString &key, const QString &purpose, const QString &digits)
{
    if (digits.isEmpty()) {
        return {};
    }
    const QByteArray secret = QByteArray::fromHex(key.toLatin1());
    const QByteArray text = (purpose + u':' + digits).toUtf8();
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char *>(text.constData()),
                       static_cast<unsigned long long>(text.size()),
                       reinterpret_cast<const unsigned char *>(secret.constData()),
                       static_cast<size_t>(secret.size()));
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(hash.data()), hash.size()).toHex());
}

QString phoneHash(const QString &key, const QString &phone)
{
    return hashOf(key, u"phone"_s, phone);
}

QString idHash(const QString &key, const QString &id)
{
    return hashOf(key, u"id"_s, id);
}

/// The branch's key, made when it is needed first.
Result<QString> keyOf(AppointmentRepository &repository)
{
    auto key = repository.key();
    if (!key || !key->isEmpty()) {
        return key;
    }
    if (sodium_init() < 0) {
        return failure(ErrorCode::StorageFailed, {}, u"no randomness"_s);
    }
    std::array<unsigned char, crypto_generichash_KEYBYTES> secret{};
    randombytes_buf(secret.data(), secret.size());
    QString made = QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(secret.data()), secret.size()).toHex());
    if (const auto stored = repository.setKey(made); !stored) {
        return std::unexpected(stored.error());
    }
    return made;
}

StoredAppointment stored(const Booking &booking, const QString &key, const QTimeZone &zone)
{
    return {.code = booking.code,
            .group = booking.group,
            .procedure = booking.procedure,
            .date = booking.at.date,
            .bookedFor = QDateTime(booking.at.date, booking.at.time, zone).toMSecsSinceEpoch(),
            .phoneHash = phoneHash(key, booking.phone),
            .idHash = idHash(key, booking.id)};
}

bool isSame(const StoredAppointment &a, const StoredAppointment &b)
{
    const auto all = [](const StoredAppointment &one) {
        return std::tie(one.code, one.group, one.procedure, one.date, one.bookedFor, one.phoneHash,
                        one.idHash);
    };
    return all(a) == all(b);
}

Result<ImportAnswer> import(BranchTransaction &command, const std::vector<Booking> &bookings)
{
    const auto faults = checkBookings(command.database(), bookings);
    if (!faults) {
        return std::unexpected(faults.error());
    }
    if (!faults->empty()) {
        return failure(ErrorCode::InvalidBookings, QString::number(faults->front().line));
    }
    AppointmentRepository repository(command.database());
    const auto key = keyOf(repository);
    if (!key) {
        return std::unexpected(key.error());
    }
    const QTimeZone zone = command.branch().timeZone();
    ImportAnswer answer;
    for (const Booking &booking : bookings) {
        const StoredAppointment next = stored(booking, *key, zone);
        const auto known = repository.find(booking.code);
        if (!known) {
            return std::unexpected(known.error());
        }
        if (*known && ((*known)->ticket || isSame(**known, next))) {
            ++answer.unchanged;
            continue;
        }
        ++(*known ? answer.changed : answer.added);
        if (const auto done = repository.write(next, command.nextSeq()); !done) {
            return std::unexpected(done.error());
        }
    }
    if (answer.added + answer.changed == 0) {
        return answer;
    }
    const auto digest = repository.digest();
    if (!digest) {
        return std::unexpected(digest.error());
    }
    const auto appended = command.append(
        EventKind::AppointmentsImported, {},
        {{u"added"_s, answer.added}, {u"changed"_s, answer.changed}, {u"digest"_s, *digest}});
    if (!appended) {
        return std::unexpected(appended.error());
    }
    return answer;
}

/// What may be told of what somebody typed: a booking's code, but not a whole phone or ID.
QString shown(const QString &key)
{
    constexpr qsizetype Longest = 40;
    constexpr qsizetype ShownDigits = 3;
    const auto digits = std::ranges::count_if(key, [](QChar c) { return c.isDigit(); });
    return digits >= 9 ? u"…"_s + key.right(ShownDigits) : key.left(Longest);
}

/// The one of @p found, by time, that counts on @p day: unused today, else used today, else the next
/// one, else the last.
const StoredAppointment &bestOf(const std::vector<StoredAppointment> &found, const QDate &day)
{
    const auto fits = [&found](auto condition) { return std::ranges::find_if(found, condition); };
    for (const auto place : {fits([&](const auto &one) { return one.date == day && !one.ticket; }),
                             fits([&](const auto &one) { return one.date == day; }),
                             fits([&](const auto &one) { return one.date > day; })}) {
        if (place != found.end()) {
            return *place;
        }
    }
    return found.back();
}

/// The code of the booking that @p key names.
Result<QString> codeFor(BranchTransaction &command, const QString &key)
{
    AppointmentRepository repository(command.database());
    QString code = bookingCode(key);
    const auto named = repository.find(code);
    if (!named) {
        return std::unexpected(named.error());
    }
    if (*named) {
        return code;
    }
    const auto secret = repository.key();
    if (!secret) {
        return std::unexpected(secret.error());
    }
    const QString phone = phoneDigits(key.trimmed());
    const QString id = idDigits(key.trimmed());
    if (secret->isEmpty() || (phone.isEmpty() && id.isEmpty())) {
        return failure(ErrorCode::UnknownAppointment, shown(code));
    }
    const auto found = repository.findByHash(phoneHash(*secret, phone), idHash(*secret, id));
    if (!found) {
        return std::unexpected(found.error());
    }
    if (found->empty()) {
        return failure(ErrorCode::UnknownAppointment, shown(code));
    }
    return bestOf(*found, command.branch().businessDate).code;
}

} // namespace

Result<std::vector<BookingFault>> checkBookings(Database &database,
                                                const std::vector<Booking> &bookings)
{
    CatalogueRepository catalogue(database);
    std::vector<BookingFault> faults;
    for (const Booking &booking : bookings) {
        const auto group = catalogue.group(booking.group);
        if (!group) {
            return std::unexpected(group.error());
        }
        if (!*group) {
            faults.push_back({booking.line, u"group"_s, u"unknown_group"_s});
        }
        if (booking.procedure.isEmpty()) {
            continue;
        }
        const auto procedure = catalogue.procedure(booking.procedure);
        if (!procedure) {
            return std::unexpected(procedure.error());
        }
        if (!*procedure) {
            faults.push_back({booking.line, u"procedure"_s, u"unknown_procedure"_s});
        }
    }
    return faults;
}

Result<ImportAnswer> importAppointments(Database &database, const CommandContext &context,
                                        const std::vector<Booking> &bookings)
{
    // Not the bookings: even a digest of so little could be tried out.
    return runCommand<ImportAnswer>(
        database, context,
        {{u"command"_s, u"appointment import"_s},
         {u"bookings"_s, static_cast<qint64>(bookings.size())}},
        [&](BranchTransaction &command) { return import(command, bookings); });
}

Result<std::vector<Appointment>> appointmentsOf(Database &database, const QDate &date,
                                                const QDateTime &clock)
{
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    QDate day = date.isNull() ? branch->businessDate : date;
    if (day.isNull()) {
        day = clock.toTimeZone(branch->timeZone()).date();
    }
    const auto stored = AppointmentRepository(database).of(day);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    std::vector<Appointment> appointments;
    for (const StoredAppointment &one : *stored) {
        appointments.push_back({.code = one.code,
                                .group = one.group,
                                .procedure = one.procedure,
                                .bookedFor = one.bookedFor,
                                .ticket = one.ticket});
    }
    return appointments;
}

Result<IssuedTicket> checkIn(Database &database, const CommandContext &context, const QString &key,
                             int kiosk)
{
    // Not the key: it may be a phone or an ID, whose digest could be tried out.
    return runCommand<IssuedTicket>(
        database, context, {{u"command"_s, u"ticket check-in"_s}, {u"kiosk"_s, kiosk}},
        [&](BranchTransaction &command) -> Result<IssuedTicket> {
            if (command.branch().businessDate.isNull()) {
                return failure(ErrorCode::DayNotOpen);
            }
            const auto code = codeFor(command, key);
            if (!code) {
                return std::unexpected(code.error());
            }
            return issueTicket(command, {.group = {}, .kiosk = kiosk, .appointment = *code});
        });
}

} // namespace motcua
