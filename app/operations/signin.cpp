// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/signin.h"

#include "core/pin.h"
#include "operations/counteraccess.h"
#include "operations/hallchange.h"
#include "storage/cataloguerepository.h"
#include "storage/staffrepository.h"
#include "storage/ticketrepository.h"

#include <sodium.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject ShiftAnswer::toJson() const
{
    QJsonObject json{
        {u"counter"_s, counter}, {u"staff"_s, staff}, {u"state"_s, state}, {u"at"_s, at}};
    if (!shift.isNull()) {
        json.insert(u"shift"_s, shift.toString(QUuid::WithoutBraces));
    }
    return json;
}

ShiftAnswer ShiftAnswer::fromJson(const QJsonObject &json)
{
    return {.counter = json["counter"_L1].toInt(),
            .staff = json["staff"_L1].toString(),
            .state = json["state"_L1].toString(),
            .at = json["at"_L1].toString(),
            .shift = QUuid::fromString(json["shift"_L1].toString())};
}

QJsonObject PinAnswer::toJson() const
{
    return {{u"staff"_s, staff}, {u"state"_s, u"pin_set"_s}};
}

PinAnswer PinAnswer::fromJson(const QJsonObject &json)
{
    return {.staff = json["staff"_L1].toString()};
}

namespace {

Result<> checkCounter(Database &database, int counter)
{
    const auto groups = CatalogueRepository(database).groupsOfCounter(counter);
    if (!groups) {
        return std::unexpected(groups.error());
    }
    if (!*groups) {
        return failure(ErrorCode::UnknownCounter, QString::number(counter));
    }
    return {};
}

Result<Staff> known(Database &database, const QString &code)
{
    auto staff = StaffRepository(database).find(code);
    if (!staff) {
        return std::unexpected(staff.error());
    }
    if (!*staff) {
        return failure(ErrorCode::UnknownStaff, code);
    }
    return std::move(**staff);
}

/// Counts a try, or refuses it. Returns the PIN that may now be looked at.
Result<StaffPin> takeTry(Database &database, const QString &code, const QDateTime &clock)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    if (branch->retired) {
        return failure(ErrorCode::DatabaseReplaced, database.path());
    }
    StaffRepository repository(database);
    const auto pins = repository.pins();
    if (!pins) {
        return std::unexpected(pins.error());
    }
    const auto found = pins->find(code);
    if (found == pins->end()) {
        return failure(ErrorCode::UnknownStaff, code);
    }
    StaffPin pin = found->second;
    if (pin.hash.isEmpty()) {
        return failure(ErrorCode::PinNotSet, code);
    }
    const auto wait = pinthrottle::waitAfter(pin.failedAttempts);
    if (!wait) {
        return failure(ErrorCode::PinLocked, code);
    }
    const BranchClock time = branch->clock.advancedTo(clock.toMSecsSinceEpoch());
    // No event carries the time of a try. Were a clock that was set back not remembered, time would
    // stand still and a wait would never end.
    if (time.lead != branch->clock.lead) {
        if (const auto done = storeClock(database, time); !done) {
            return std::unexpected(done.error());
        }
    }
    const qint64 now = time.lastAt;
    // A try made while the clock was ahead must not lock somebody out until then.
    const qint64 lastAttempt = std::min(pin.lastAttemptAt, now);
    const qint64 over = lastAttempt + std::chrono::milliseconds(*wait).count() - now;
    pin.lastAttemptAt = over > 0 ? lastAttempt : now;
    pin.failedAttempts += over > 0 ? 0 : 1;
    if (const auto done = repository.setTries(code, pin, branch->seq); !done) {
        return std::unexpected(done.error());
    }
    if (const auto done = transaction->commit(); !done) {
        return std::unexpected(done.error());
    }
    if (over > 0) {
        return failure(ErrorCode::PinThrottled, QString::number((over + 999) / 1000));
    }
    return pin;
}

Result<> forgetFailures(Database &database, const QString &code)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    Statement update(database, u"UPDATE staff SET failed_attempts = 0 WHERE code = :code"_s);
    update.bind(u":code"_s, code);
    if (const auto done = update.run(); !done) {
        return done;
    }
    return transaction->commit();
}

/// What the chain of events says of a wrong PIN; the caller is refused all the same.
struct Refusal
{
    [[nodiscard]] static QJsonObject toJson() { return {{u"error"_s, word(ErrorCode::WrongPin)}}; }
    [[nodiscard]] static Refusal fromJson(const QJsonObject & /*json*/) { return {}; }
};

Result<> recordRefusal(Database &database, const QDateTime &clock, int counter,
                       const QString &staff, int failures)
{
    const auto recorded = runCommand<Refusal>(
        database, {QUuid::createUuid(), clock}, {{u"command"_s, u"refused sign-in"_s}},
        [&](BranchTransaction &command) -> Result<Refusal> {
            const auto done = command.append(
                EventKind::SignInRefused, {},
                {{u"counter"_s, counter}, {u"staff"_s, staff}, {u"failures"_s, failures}});
            if (!done) {
                return std::unexpected(done.error());
            }
            return Refusal{};
        });
    if (!recorded) {
        return std::unexpected(recorded.error());
    }
    return {};
}

/// Ends @p shift, whose counter must be free.
Result<> endShift(BranchTransaction &command, const Shift &shift)
{
    const auto present = TicketRepository(command.database()).atCounter(shift.counter);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (*present) {
        return failure(ErrorCode::CounterBusy, (*present)->number.toString());
    }
    const auto closed =
        StaffRepository(command.database()).close(shift.id, command.at(), command.nextSeq());
    if (!closed) {
        return closed;
    }
    return command.append(EventKind::ShiftClosed, {},
                          {{u"counter"_s, shift.counter}, {u"staff"_s, shift.staff}});
}

/// Whether the counter of @p shift has been silent for long enough to be taken over.
Result<> checkSilent(const BranchTransaction &command, const Shift &shift)
{
    const qint64 left = leftOfLease(command, shift.heartbeatAt);
    if (left > 0) {
        return failure(ErrorCode::CounterActive, QString::number((left + 999) / 1000));
    }
    return {};
}

/// Puts @p next in the place of @p previous; the citizen at the counter stays with it.
Result<> replaceShift(BranchTransaction &command, const Shift &previous, const Shift &next)
{
    const qint64 seq = command.nextSeq();
    StaffRepository repository(command.database());
    if (const auto done = repository.close(previous.id, command.at(), seq); !done) {
        return done;
    }
    if (const auto done = repository.open(next, command.at(), seq); !done) {
        return done;
    }
    TicketRepository tickets(command.database());
    const auto present = tickets.atCounter(next.counter);
    if (!present) {
        return std::unexpected(present.error());
    }
    // Commands tell as well as heartbeats that somebody is there.
    const qint64 heard =
        *present ? std::max({previous.heartbeatAt, (*present)->calledAt, (*present)->servingSince})
                 : previous.heartbeatAt;
    const qint64 silentSince = leftOfLease(command, heard) > 0 ? 0 : heard;
    if (*present) {
        const Leg leg = takenOver(**present, next.staff, silentSince, command.at());
        if (const auto done = tickets.update(leg, seq); !done) {
            return done;
        }
    }
    QJsonObject facts{
        {u"counter"_s, next.counter}, {u"staff"_s, next.staff}, {u"previous"_s, previous.staff}};
    if (silentSince != 0) {
        facts.insert(u"silent_since"_s, silentSince);
    }
    return command.append(EventKind::ShiftTakenOver, {}, facts);
}

Result<> beginShift(BranchTransaction &command, const Shift &shift)
{
    const auto opened =
        StaffRepository(command.database()).open(shift, command.at(), command.nextSeq());
    if (!opened) {
        return opened;
    }
    return command.append(EventKind::ShiftOpened, {},
                          {{u"counter"_s, shift.counter}, {u"staff"_s, shift.staff}});
}

Result<ShiftAnswer> openShift(BranchTransaction &command, int counter, const QString &code,
                              bool takeOver, const QUuid &left)
{
    if (const auto checked = checkCounter(command.database(), counter); !checked) {
        return std::unexpected(checked.error());
    }
    const auto staff = known(command.database(), code);
    if (!staff) {
        return std::unexpected(staff.error());
    }
    const auto counters = CatalogueRepository(command.database()).counters();
    if (!counters) {
        return std::unexpected(counters.error());
    }
    const auto place = std::ranges::find(*counters, counter, &Counter::number);
    const bool canServe = staff->groups.isEmpty() || place == counters->end()
                          || std::ranges::any_of(place->groups, [&staff](const QString &letter) {
                                 return staff->groups.contains(letter);
                             });
    if (!canServe) {
        return failure(ErrorCode::NotPermitted, code);
    }
    const auto shifts = StaffRepository(command.database()).openShifts();
    if (!shifts) {
        return std::unexpected(shifts.error());
    }
    ShiftAnswer answer{.counter = counter,
                       .staff = code,
                       .state = u"signed_in"_s,
                       .at = isoTime(command.at(), command.branch().timeZone())};
    const auto own = std::ranges::find(*shifts, code, &Shift::staff);
    const bool elsewhere = own != shifts->end() && own->counter != counter;
    if (elsewhere && !takeOver) {
        return failure(ErrorCode::StaffElsewhere, QString::number(own->counter));
    }
    const auto present = std::ranges::find(*shifts, counter, &Shift::counter);
    // One's own, after a crash or at another PC, and the one this PC was left with are free to take.
    if (present != shifts->end() && present->staff != code && present->id != left) {
        if (!takeOver) {
            return failure(ErrorCode::CounterTaken, QString::number(counter));
        }
        if (const auto silent = checkSilent(command, *present); !silent) {
            return std::unexpected(silent.error());
        }
    }
    if (elsewhere) {
        if (const auto done = endShift(command, *own); !done) {
            return std::unexpected(done.error());
        }
    }
    const Shift shift{.id = QUuid::createUuid(), .counter = counter, .staff = code};
    const auto begun = present == shifts->end() ? beginShift(command, shift)
                                                : replaceShift(command, *present, shift);
    if (!begun) {
        return std::unexpected(begun.error());
    }
    answer.shift = shift.id;
    return answer;
}

Result<ShiftAnswer> closeShift(BranchTransaction &command, int counter, const QString &staff)
{
    StaffRepository repository(command.database());
    const auto shift = repository.openShiftAt(counter);
    if (!shift) {
        return std::unexpected(shift.error());
    }
    if (!*shift || (!staff.isEmpty() && (*shift)->staff != staff)) {
        // A counter that was closed since can still be left.
        if (const auto checked = checkCounter(command.database(), counter); !checked) {
            return std::unexpected(checked.error());
        }
        return failure(ErrorCode::NotSignedIn, QString::number(counter));
    }
    if (const auto done = endShift(command, **shift); !done) {
        return std::unexpected(done.error());
    }
    return ShiftAnswer{.counter = counter,
                       .staff = (*shift)->staff,
                       .state = u"signed_out"_s,
                       .at = isoTime(command.at(), command.branch().timeZone())};
}

/// Tells by the PIN; a wrong one is counted and recorded.
Result<> recognise(Database &database, const QDateTime &clock, int counter, const QString &staff,
                   const QString &pin)
{
    const auto tried = takeTry(database, staff, clock);
    if (!tried) {
        return std::unexpected(tried.error());
    }
    if (!isPinOf(tried->hash, pin)) {
        const auto done = recordRefusal(database, clock, counter, staff, tried->failedAttempts);
        if (!done) {
            return done;
        }
        return failure(ErrorCode::WrongPin, staff);
    }
    return forgetFailures(database, staff);
}

} // namespace

Result<QString> hashOfPin(const QString &pin)
{
    // OWASP asks for at least 19 MiB and two passes.
    const QByteArray secret = pin.toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (sodium_init() < 0
        || crypto_pwhash_str(hash.data(), secret.constData(),
                             static_cast<unsigned long long>(secret.size()),
                             crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE)
               != 0) {
        return failure(ErrorCode::StorageFailed, {}, u"no memory to hash a PIN"_s);
    }
    return QString::fromLatin1(hash.data());
}

bool isPinOf(const QString &hash, const QString &pin)
{
    const QByteArray secret = pin.toUtf8();
    return sodium_init() >= 0
           && crypto_pwhash_str_verify(hash.toLatin1().constData(), secret.constData(),
                                       static_cast<unsigned long long>(secret.size()))
                  == 0;
}

Result<ShiftAnswer> signIn(Database &database, const CommandContext &context, int counter,
                           const QString &staff, const QString &pin, bool takeOver,
                           const QUuid &left)
{
    if (const auto checked = checkCounter(database, counter); !checked) {
        return std::unexpected(checked.error());
    }
    if (const auto recognised = recognise(database, context.clock, counter, staff, pin);
        !recognised) {
        return std::unexpected(recognised.error());
    }
    return startShift(database, context, counter, staff, takeOver, left);
}

Result<> unlock(Database &database, const QDateTime &clock, int counter, const QUuid &shift,
                const QString &staff, const QString &pin)
{
    if (const auto recognised = recognise(database, clock, counter, staff, pin); !recognised) {
        return recognised;
    }
    return beat(database, counter, shift, clock);
}

Result<ShiftAnswer> startShift(Database &database, const CommandContext &context, int counter,
                               const QString &staff, bool takeOver, const QUuid &left)
{
    return runCommand<ShiftAnswer>(database, context,
                                   {{u"command"_s, u"counter sign-in"_s},
                                    {u"counter"_s, counter},
                                    {u"staff"_s, staff},
                                    {u"take_over"_s, takeOver}},
                                   [&](BranchTransaction &command) {
                                       return openShift(command, counter, staff, takeOver, left);
                                   });
}

Result<> beat(Database &database, int counter, const QUuid &shift, const QDateTime &clock)
{
    auto change = beginHallChange(database, clock);
    if (!change) {
        return std::unexpected(change.error());
    }
    const auto beaten = StaffRepository(database).beat(shift, counter, change->now);
    if (!beaten) {
        return std::unexpected(beaten.error());
    }
    if (!*beaten) {
        return failure(ErrorCode::NotSignedIn, QString::number(counter));
    }
    return change->transaction.commit();
}

Result<ShiftAnswer> signOut(Database &database, const CommandContext &context, int counter,
                            const QString &staff)
{
    return runCommand<ShiftAnswer>(
        database, context,
        {{u"command"_s, u"counter sign-out"_s}, {u"counter"_s, counter}, {u"staff"_s, staff}},
        [&](BranchTransaction &command) { return closeShift(command, counter, staff); });
}

Result<bool> isStaffPin(Database &database, const QString &pin)
{
    const auto pins = StaffRepository(database).pins();
    if (!pins) {
        return std::unexpected(pins.error());
    }
    return std::ranges::any_of(*pins, [&](const auto &known) {
        return !known.second.hash.isEmpty() && isPinOf(known.second.hash, pin);
    });
}

Result<PinAnswer> setPin(Database &database, const CommandContext &context, const QString &staff,
                         const QString &pin)
{
    if (!isPin(pin) || isWeakPin(pin)) {
        return failure(ErrorCode::WeakPin);
    }
    const auto hash = hashOfPin(pin);
    if (!hash) {
        return std::unexpected(hash.error());
    }
    return runCommand<PinAnswer>(
        database, context, {{u"command"_s, u"staff set-pin"_s}, {u"staff"_s, staff}},
        [&](BranchTransaction &command) -> Result<PinAnswer> {
            const auto person = known(command.database(), staff);
            if (!person) {
                return std::unexpected(person.error());
            }
            const auto stored =
                StaffRepository(command.database()).setPin(staff, *hash, command.nextSeq());
            if (!stored) {
                return std::unexpected(stored.error());
            }
            if (const auto done = command.append(EventKind::PinSet, {}, {{u"staff"_s, staff}});
                !done) {
                return std::unexpected(done.error());
            }
            return PinAnswer{staff};
        });
}

} // namespace motcua
