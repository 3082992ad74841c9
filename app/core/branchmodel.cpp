// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/branchmodel.h"

#include "core/daysummary.h"
#include "core/dossiercode.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr std::array LegEvents{
    std::pair{LegAction::Call, EventKind::LegCalled},
    std::pair{LegAction::Recall, EventKind::LegRecalled},
    std::pair{LegAction::Start, EventKind::LegStarted},
    std::pair{LegAction::Finish, EventKind::LegFinished},
    std::pair{LegAction::NoShow, EventKind::LegNoShow},
    std::pair{LegAction::Hold, EventKind::LegHeld},
    std::pair{LegAction::Resume, EventKind::LegResumed},
    std::pair{LegAction::Transfer, EventKind::LegTransferred},
    std::pair{LegAction::Reinstate, EventKind::LegReinstated},
    std::pair{LegAction::Cancel, EventKind::TicketCancelled},
};

std::optional<LegAction> actionOf(EventKind kind)
{
    const auto entry = std::ranges::find(LegEvents, kind, [](const auto &e) { return e.second; });
    return entry == LegEvents.end() ? std::nullopt : std::optional(entry->first);
}

EventKind eventOf(LegAction action)
{
    const auto entry = std::ranges::find(LegEvents, action, [](const auto &e) { return e.first; });
    Q_ASSERT(entry != LegEvents.end()); // expiry is part of the day's closing
    return entry->second;
}

/// The leg a ticket stands in.
template <typename Legs>
static auto &currentLeg(Legs &legs)
{
    return *std::find_if(legs.rbegin(), legs.rend(),
                         [](const Leg &leg) { return leg.state != LegState::Undone; });
}

BranchModel::BranchModel(const QUuid &branch)
    : m_hash(genesisHash(branch))
{
}

BranchModel::LineFacts BranchModel::line(const QString &group) const
{
    const auto found = m_lines.find(group);
    if (found == m_lines.end()) {
        return {};
    }
    const Line &line = found->second;
    return {.lastNumber = line.lastNumber,
            .waiting = static_cast<int>(line.waiting.size()),
            .leasedFrom = line.leasedFrom,
            .leased = line.leased};
}

std::optional<QString> BranchModel::apply(const Event &event)
{
    const qint64 expectedSeq = m_seq + 1;
    const QByteArray expectedHash = chainedHash(m_hash, event);
    m_seq = event.seq;
    m_hash = event.hash;
    std::optional<QString> fault;
    if (event.seq != expectedSeq) {
        fault = u"sequence gap: expected %1"_s.arg(expectedSeq);
    } else if (event.hash != expectedHash) {
        fault = u"hash does not match"_s;
    } else if (event.at < m_at && event.kind != EventKind::DayOpened) { // which restarts the clock
        fault = u"time runs backwards"_s;
    }
    m_at = event.at;
    auto illegal = applyFacts(event);
    return fault ? fault : illegal;
}

std::optional<QString> BranchModel::applyFacts(const Event &event)
{
    const QJsonObject facts = event.facts();
    if (const auto action = actionOf(event.kind)) {
        return act(event, facts, *action);
    }
    const int counter = facts["counter"_L1].toInt();
    const QString staff = facts["staff"_L1].toString();

    switch (event.kind) {
    case EventKind::CatalogueImported:
        return importCatalogue(facts);
    case EventKind::ProceduresImported:
        return m_open ? std::optional(u"procedures were changed on an open day"_s) : std::nullopt;
    case EventKind::DayOpened:
        return openDay(facts);
    case EventKind::DayClosed:
        return closeDay(event);
    case EventKind::TicketIssued:
        return issue(event, facts);
    case EventKind::NumbersLeased:
        return lease(facts);
    case EventKind::TicketLapsed:
        m_lapsed += facts["counted"_L1].toInt();
        return std::nullopt;
    case EventKind::VisitTold:
        return takeVisit(event, facts);
    case EventKind::ActionUndone:
        return undo(event, facts);
    case EventKind::BranchRestored:
        m_losesNext = !m_open;
        if (m_open) {
            m_lostOn = m_date;
            skipNumbers(facts["skipped"_L1].toInt());
        }
        skipDossiers(facts);
        return std::nullopt;
    case EventKind::TicketPrinted:
        return m_tickets.contains(event.ticket) ? std::nullopt : std::optional(u"unknown ticket"_s);
    case EventKind::ShiftOpened:
        return openShift(counter, staff);
    case EventKind::ShiftClosed:
        return closeShift(counter);
    case EventKind::ShiftTakenOver:
        return takeOverShift(counter, event.at, facts);
    case EventKind::BreakStarted:
        return startBreak({event.at, counter, staff});
    case EventKind::IntakeRecorded:
    case EventKind::IntakeCorrected:
        return takeIntake(event, facts);
    case EventKind::PersonalDataErased:
        return erase(facts);
    case EventKind::Rated:
        return takeRating(event, facts);
    case EventKind::CommentHandled:
        return handleComment(facts);
    case EventKind::FormIssued:
        return m_dossiers.contains(QUuid::fromString(facts["dossier"_L1].toString()))
                   ? std::nullopt
                   : std::optional(u"a form of a dossier that is not there"_s);
    case EventKind::BreakEnded:
        return m_breaks.erase(counter) == 0
                   ? std::optional(u"counter %1 is not on a break"_s.arg(counter))
                   : std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<QString> BranchModel::openShift(int counter, const QString &staff)
{
    if (m_shifts.contains(counter)) {
        return u"counter %1 has an open shift"_s.arg(counter);
    }
    if (std::ranges::any_of(m_shifts, [&](const auto &shift) { return shift.second == staff; })) {
        return u"%1 is signed in elsewhere"_s.arg(staff);
    }
    m_shifts[counter] = staff;
    return std::nullopt;
}

std::optional<QString> BranchModel::closeShift(int counter)
{
    if (m_atCounter.contains(counter)) {
        return u"counter %1 is still serving"_s.arg(counter);
    }
    m_breaks.erase(counter);
    if (m_shifts.erase(counter) == 0) {
        return u"counter %1 has no open shift"_s.arg(counter);
    }
    return std::nullopt;
}

std::optional<QString> BranchModel::takeOverShift(int counter, qint64 at, const QJsonObject &facts)
{
    const auto shift = m_shifts.find(counter);
    if (shift == m_shifts.end() || shift->second != facts["previous"_L1].toString()) {
        return u"counter %1 was not that person's"_s.arg(counter);
    }
    m_shifts.erase(shift);
    m_breaks.erase(counter);
    const QString staff = facts["staff"_L1].toString();
    if (const auto ticket = m_atCounter.find(counter); ticket != m_atCounter.end()) {
        Leg &leg = currentLeg(m_tickets[ticket->second]);
        leg = takenOver(std::move(leg), staff, facts["silent_since"_L1].toInteger(), at);
    }
    return openShift(counter, staff);
}

std::optional<QString> BranchModel::startBreak(const Actor &actor)
{
    if (auto absent = checkShift(actor)) {
        return absent;
    }
    if (m_atCounter.contains(actor.counter)) {
        return u"counter %1 is still serving"_s.arg(actor.counter);
    }
    if (!m_breaks.insert(actor.counter).second) {
        return u"counter %1 is on a break"_s.arg(actor.counter);
    }
    return std::nullopt;
}

std::optional<QString> BranchModel::importCatalogue(const QJsonObject &facts)
{
    if (m_open) {
        return u"lines were changed on an open day"_s;
    }
    for (auto &[letter, line] : m_lines) {
        line.active = false;
    }
    for (const QJsonValue &value : facts["groups"_L1].toArray()) {
        const QJsonObject group = value.toObject();
        Line &line = m_lines[group["letter"_L1].toString()];
        line.first = group["first"_L1].toInt();
        line.last = group["last"_L1].toInt();
        line.lastNumber = line.used ? line.lastNumber : line.first - 1;
        line.active = true;
    }
    return std::nullopt;
}

void BranchModel::skipNumbers(int count)
{
    for (auto &[letter, line] : m_lines) {
        if (!line.active || count == 0) {
            continue;
        }
        line.lastNumber += count;
        line.used = true;
        // Numbers kiosks hold may be in people's hands too, where the range has room for both.
        const int end = line.leasedFrom == 0 ? line.last + 1 : line.leasedFrom;
        if (end - 1 - line.lastNumber >= 2 * count) {
            line.leasedFrom = end - count;
        }
    }
}

void BranchModel::skipDossiers(const QJsonObject &facts)
{
    const QDate day = QDate::fromString(facts["date"_L1].toString(), Qt::ISODate);
    const int count = facts["dossiers"_L1].toInt(); // none before migration 0008
    m_skippedCodes[day] += count;
    m_registers[registerBook(day)] += count;
}

std::optional<QString> BranchModel::openDay(const QJsonObject &facts)
{
    if (m_open) {
        return u"a day is open already"_s;
    }
    m_open = true;
    const QDate date = QDate::fromString(facts["date"_L1].toString(), Qt::ISODate);
    if (date != std::exchange(m_date, date)) {
        m_tickets.clear();
        m_appointments.clear();
        m_codes.clear();
        m_ratedLegs.clear();
        for (auto &[letter, line] : m_lines) {
            line.lastNumber = line.first - 1;
            line.used = false;
            line.leasedFrom = 0;
            line.leased = 0;
            line.held.clear();
            line.waiting.clear();
        }
    }
    if (std::exchange(m_losesNext, false)) { // kiosks may have been at it before
        m_lostOn = date;
    }
    skipNumbers(facts["skipped"_L1].toInt());
    return std::nullopt;
}

std::optional<QString> BranchModel::closeDay(const Event &event)
{
    if (!m_open) {
        return u"no day is open"_s;
    }
    m_open = false;
    if (!m_atCounter.empty()) {
        return u"counter %1 is still serving"_s.arg(m_atCounter.begin()->first);
    }
    m_shifts.clear();
    m_breaks.clear();
    int leased = 0;
    int unused = 0;
    for (const auto &[letter, line] : m_lines) {
        leased += line.leased;
        unused += static_cast<int>(line.held.size());
    }
    const QJsonObject facts = event.facts();
    std::optional<QString> fault;
    if (facts["leased"_L1].toInt() != leased
        || (m_lostOn != m_date && facts["unused"_L1].toInt() != unused)) {
        fault = u"%1 of %2 numbers held by kiosks were not given"_s.arg(unused).arg(leased);
    }
    for (auto &legs : m_tickets) {
        Leg &leg = currentLeg(legs);
        if (nextState(leg.state, LegAction::Expire)) {
            leg = *after(leg, LegAction::Expire, {.at = event.at, .staff = {}});
        }
    }
    for (auto &[letter, line] : m_lines) {
        line.waiting.clear();
    }
    if (const QJsonValue totals = facts["totals"_L1]; totals.isObject()) { // older ones have none
        std::vector<Leg> all;
        for (const auto &legs : std::as_const(m_tickets)) {
            std::ranges::copy(legs, std::back_inserter(all));
        }
        const DaySummary summary = summarise(m_date, all, {});
        const GroupSummary &total = summary.total;
        if (!total.isReconciled() || totalsOf(total) != totals.toObject()) {
            fault = u"the day's totals do not match its tickets"_s;
        }
    }
    return fault;
}

std::optional<QString> BranchModel::lease(const QJsonObject &facts)
{
    const auto found = m_lines.find(facts["group"_L1].toString());
    const int kiosk = facts["kiosk"_L1].toInt();
    const int first = facts["first"_L1].toInt();
    const int last = facts["last"_L1].toInt();
    if (!m_open || facts["date"_L1].toString() != m_date.toString(Qt::ISODate)
        || found == m_lines.end() || kiosk < 1) {
        return u"numbers were leased outside the open day"_s;
    }
    Line &line = found->second;
    const int end = line.leasedFrom == 0 ? line.last + 1 : line.leasedFrom;
    line.leasedFrom = first;
    line.leased += last + 1 - first;
    line.used = true;
    for (int number = first; number <= last; ++number) {
        line.held[number] = kiosk;
    }
    if (first > last || last >= end || first <= line.lastNumber) {
        return u"numbers %1 to %2 were not free to be leased"_s.arg(first).arg(last);
    }
    return std::nullopt;
}

/// A number the branch gives is the next one; one that a kiosk gave was leased to it.
std::optional<QString> BranchModel::takeNumber(Line &line, const TicketNumber &ticket,
                                               const QJsonObject &facts)
{
    const int number = ticket.number;
    line.used = true;
    if (!facts.contains("arrived"_L1)) {
        const int expected = std::max(line.lastNumber + 1, line.first);
        line.lastNumber = number;
        if (number != expected) {
            return u"number %1, expected %2"_s.arg(ticket.toString()).arg(expected);
        }
        if (number > line.last || (line.leasedFrom != 0 && number >= line.leasedFrom)) {
            return u"number %1 is beyond its range"_s.arg(ticket.toString());
        }
        return std::nullopt;
    }
    const auto held = line.held.find(number);
    if (held != line.held.end() && held->second == facts["kiosk"_L1].toInt()) {
        line.held.erase(held);
        return std::nullopt;
    }
    if (m_lostOn == m_date && number > line.lastNumber && number <= line.last) {
        const int end = line.leasedFrom == 0 ? line.last + 1 : line.leasedFrom;
        line.leasedFrom = std::min(end, number);
        return std::nullopt;
    }
    return u"number %1 was not leased to that kiosk"_s.arg(ticket.toString());
}

/// The branch gave a number whose kiosk never heard of it and gave one of its own.
std::optional<QString> BranchModel::replace(const Event &event, const QUuid &ticket)
{
    const auto replaced = m_tickets.find(ticket);
    if (replaced == m_tickets.end()) {
        return u"an unknown ticket was replaced"_s;
    }
    Leg &leg = currentLeg(*replaced);
    if (leg.state != LegState::Waiting || leg.calls != 0) {
        return u"%1 was replaced while %2"_s.arg(leg.number.toString(), word(leg.state));
    }
    return move(leg, *after(leg, LegAction::Cancel, {.at = event.at, .staff = {}}));
}

std::optional<QString> BranchModel::issue(const Event &event, const QJsonObject &facts)
{
    const auto number = TicketNumber::fromString(facts["ticket"_L1].toString());
    const QString group = facts["group"_L1].toString();
    const auto line = m_lines.find(group);
    if (!number || line == m_lines.end()) {
        return u"unknown group or number"_s;
    }
    if (!m_open || facts["date"_L1].toString() != m_date.toString(Qt::ISODate)) {
        return u"issued outside the open day"_s;
    }
    if (m_tickets.contains(event.ticket)) {
        return u"ticket issued twice"_s;
    }
    const qint64 arrivedAt = facts["arrived"_L1].toInteger(event.at);
    auto fault = takeNumber(line->second, *number, facts);
    if (QString(QChar(number->series)) != group) {
        fault = u"%1 is no number of %2"_s.arg(number->toString(), group);
    }
    if (arrivedAt > event.at) {
        fault = u"%1 arrived after it was told"_s.arg(number->toString());
    }
    if (const QString replaced = facts["replaces"_L1].toString(); !replaced.isEmpty()) {
        auto unjust = replace(event, QUuid::fromString(replaced));
        fault = fault ? fault : unjust;
    }
    const Leg leg{.ticket = event.ticket,
                  .number = *number,
                  .businessDate = m_date,
                  .group = group,
                  .rank = facts["rank"_L1].toInteger(),
                  .arrivalSeq = event.seq,
                  .queuedAt = arrivedAt,
                  .staff = {}};
    m_tickets[event.ticket] = {leg};
    line->second.waiting.insert({leg.rank, leg.arrivalSeq, leg.ticket});
    if (fault) {
        return fault;
    }
    const QString appointment = facts["appointment"_L1].toString();
    if (!appointment.isEmpty() && !m_appointments.insert(appointment).second) {
        return u"appointment %1 used twice"_s.arg(appointment);
    }
    return std::nullopt;
}

QByteArray chainedIntake(const QByteArray &chain, const QString &digest)
{
    return QCryptographicHash::hash(chain + digest.toLatin1(), QCryptographicHash::Sha256);
}

std::optional<QString> BranchModel::takeIntake(const Event &event, const QJsonObject &facts)
{
    m_intakeChain = chainedIntake(m_intakeChain, facts["intake_digest"_L1].toString());
    const QJsonObject people = facts["people"_L1].toObject();
    for (auto person = people.begin(); person != people.end(); ++person) {
        m_people.insert(QUuid::fromString(person.key()), person.value().toString().toLatin1());
    }
    const Actor actor{event.at, facts["counter"_L1].toInt(), facts["staff"_L1].toString()};
    std::optional<QString> fault = moveDossier(event, facts);
    if (facts.contains(
            "recorded_at"_L1)) { // recorded without the branch: the clerk may be gone by now
        return m_open ? fault : std::optional(u"no day is open"_s);
    }
    if (auto absent = checkShift(actor)) {
        return absent;
    }
    if (!m_open) {
        return u"no day is open"_s;
    }
    const auto present = m_atCounter.find(actor.counter);
    if (event.kind == EventKind::IntakeRecorded
        && (present == m_atCounter.end() || present->second != event.ticket)) {
        return u"%1 was not at counter %2"_s.arg(facts["ticket"_L1].toString()).arg(actor.counter);
    }
    return fault;
}

std::optional<QString> BranchModel::moveDossier(const Event &event, const QJsonObject &facts)
{
    const QUuid id = QUuid::fromString(facts["dossier"_L1].toString());
    const auto outcome = outcomeFromWord(facts["outcome"_L1].toString());
    if (id.isNull() || !outcome) {
        return outcome == Outcome::Advised ? std::nullopt
                                           : std::optional(u"an intake without a dossier"_s);
    }
    const auto state = dossierStateFromWord(facts["state"_L1].toString());
    const QString code = facts["code"_L1].toString();
    const auto known = m_dossiers.constFind(id);
    const bool isNew = known == m_dossiers.constEnd();
    const auto before = isNew ? std::nullopt : std::optional(known->state);
    const auto expected =
        event.kind == EventKind::IntakeCorrected ? before : stateAfter(before, *outcome);
    m_dossiers[id] = {.state = state.value_or(DossierState::Processing),
                      .digest = facts["dossier_digest"_L1].toString().toLatin1()};
    std::optional<QString> fault;
    if (!expected || state != expected) {
        fault = u"%1 cannot become %2"_s.arg(code, facts["state"_L1].toString());
    }
    if (isNew) {
        const auto number = static_cast<int>(m_codes.size()) + m_skippedCodes[m_date] + 1;
        const QString ending = u"-%1"_s.arg(number, 4, 10, QChar(u'0'));
        if (!m_codes.insert(code).second || !code.endsWith(ending)
            || !isTemporaryDossierCode(code)) {
            fault = u"code %1, expected one that ends in %2"_s.arg(code, ending);
        }
    }
    const int entry = facts["register_number"_L1].toInt();
    int &last = m_registers[facts["book"_L1].toString()];
    if (entry == last + 1) {
        last = entry;
    } else if (entry > last) {
        fault = u"register entry %1, expected %2"_s.arg(entry).arg(last + 1);
        last = entry;
    }
    return fault;
}

std::optional<QString> BranchModel::erase(const QJsonObject &facts)
{
    const QUuid visit = QUuid::fromString(facts["intake"_L1].toString());
    if (!visit.isNull()) {
        m_erased.insert(visit);
    }
    const QUuid rating = QUuid::fromString(facts["rating"_L1].toString());
    if (!rating.isNull()) {
        m_erased.insert(rating);
        return std::nullopt;
    }
    const QUuid id = QUuid::fromString(facts["dossier"_L1].toString());
    if (id.isNull()) {
        return std::nullopt;
    }
    m_erased.insert(id);
    const auto dossier = m_dossiers.constFind(id);
    const bool isAtRest =
        dossier != m_dossiers.constEnd() && dossier->state != DossierState::Processing;
    return isAtRest ? std::nullopt : std::optional(u"a dossier in process was erased"_s);
}

/// A citizen rates a leg once, when a counter has served it to its end.
std::optional<QString> BranchModel::takeRating(const Event &event, const QJsonObject &facts)
{
    const QUuid id = QUuid::fromString(facts["rating"_L1].toString());
    const int ordinal = facts["leg"_L1].toInt();
    const bool isNew = !m_ratings.contains(id);
    m_ratings.insert(id, {.digest = facts["digest"_L1].toString().toLatin1(),
                          .handling = {},
                          .hasComment = facts["comment"_L1].toBool()});
    if (!m_open) {
        return u"no day is open"_s;
    }
    const auto ticket = m_tickets.constFind(event.ticket);
    const auto leg = ticket == m_tickets.constEnd()
                         ? std::vector<Leg>::const_iterator()
                         : std::ranges::find(*ticket, ordinal, &Leg::ordinal);
    if (ticket == m_tickets.constEnd() || leg == ticket->end()) {
        return u"a rating of an unknown leg"_s;
    }
    const bool isServed = leg->state == LegState::Completed || leg->state == LegState::Transferred;
    if (!isServed || leg->counter != facts["counter"_L1].toInt()) {
        return u"%1 was rated while %2"_s.arg(leg->number.toString(), word(leg->state));
    }
    const bool isFirst = !m_ratedLegs.contains({event.ticket, ordinal});
    m_ratedLegs.insert({event.ticket, ordinal});
    return isNew && isFirst ? std::nullopt
                            : std::optional(u"%1 was rated twice"_s.arg(leg->number.toString()));
}

std::optional<QString> BranchModel::handleComment(const QJsonObject &facts)
{
    const auto rating = m_ratings.find(QUuid::fromString(facts["rating"_L1].toString()));
    if (rating == m_ratings.end() || !rating->hasComment) {
        return u"a comment that is not there was dealt with"_s;
    }
    const bool isFirst = rating->handling.isEmpty();
    rating->handling = facts["digest"_L1].toString().toLatin1();
    return isFirst ? std::nullopt : std::optional(u"a comment was dealt with twice"_s);
}

std::optional<QString> BranchModel::act(const Event &event, const QJsonObject &facts,
                                        LegAction action)
{
    const auto ticket = m_tickets.find(event.ticket);
    if (ticket == m_tickets.end()) {
        return u"unknown ticket"_s;
    }
    if (!m_open) {
        return u"no day is open"_s;
    }
    Leg &leg = currentLeg(*ticket);
    if (leg.ordinal != facts["leg"_L1].toInt()) {
        return u"leg %1 is not the current one"_s.arg(facts["leg"_L1].toInt());
    }
    const Actor actor{event.at, facts["counter"_L1].toInt(), facts["staff"_L1].toString()};
    if (auto absent = checkShift(actor)) {
        return absent;
    }
    std::optional<QString> fault = action == LegAction::Call ? checkCall(leg, facts) : std::nullopt;
    if (action == LegAction::Resume && m_breaks.contains(actor.counter)) {
        fault = u"counter %1 is on a break"_s.arg(actor.counter);
    }
    if (isAtCounter(leg.state) && leg.counter != actor.counter) {
        fault = u"%1 is at counter %2"_s.arg(leg.number.toString()).arg(leg.counter);
    }
    const auto next = after(leg, action, actor);
    if (!next) {
        return u"illegal: %1 while %2"_s.arg(word(event.kind), word(leg.state));
    }
    if (auto moved = move(leg, *next)) {
        return moved;
    }
    if (action == LegAction::Transfer) {
        const Leg opened =
            nextLeg(leg, static_cast<int>(ticket->size()) + 1, facts["to"_L1].toString(), event.at,
                    facts["for_counter"_L1].toInt());
        Line &line = m_lines[opened.group];
        line.waiting.insert({opened.rank, opened.arrivalSeq, opened.ticket});
        line.used = true;
        ticket->push_back(opened);
    }
    return fault;
}

/// What a counter did without the branch. One of a ticket that was elsewhere moves nothing.
std::optional<QString> BranchModel::takeVisit(const Event &event, const QJsonObject &facts)
{
    if (!m_open) {
        return u"no day is open"_s;
    }
    if (!facts.contains("leg"_L1)) {
        return std::nullopt;
    }
    const auto ticket = m_tickets.find(event.ticket);
    const auto state = legStateFromWord(facts["to"_L1].toString());
    if (ticket == m_tickets.end() || !state) {
        return u"a visit of an unknown ticket"_s;
    }
    Leg &leg = currentLeg(*ticket);
    const Actor actor{event.at, facts["counter"_L1].toInt(), facts["staff"_L1].toString()};
    const UnlinkedVisit visit{.calledAt = facts["called"_L1].toInteger(),
                              .startedAt = facts["started"_L1].toInteger(),
                              .endedAt = facts["ended"_L1].toInteger(),
                              .state = *state};
    std::optional<QString> fault;
    if (leg.ordinal != facts["leg"_L1].toInt()) {
        fault = u"leg %1 is not the current one"_s.arg(facts["leg"_L1].toInt());
    }
    if (std::max({visit.calledAt, visit.startedAt, visit.endedAt}) > event.at) {
        fault = u"%1 was visited after it was told"_s.arg(leg.number.toString());
    }
    if (isAtCounter(*state)) {
        auto absent = checkShift(actor);
        fault = fault ? fault : absent;
    }
    const auto next = visited(leg, visit, actor);
    if (!next) {
        return u"illegal: %1 while %2"_s.arg(word(event.kind), word(leg.state));
    }
    auto moved = move(leg, *next);
    return fault ? fault : moved;
}

std::optional<QString> BranchModel::undo(const Event &event, const QJsonObject &facts)
{
    const auto ticket = m_tickets.find(event.ticket);
    const auto kind = eventKindFromWord(facts["undoes"_L1].toString());
    const auto action = actionOf(kind.value_or(EventKind::BranchCreated)); // which is none
    const auto from = legStateFromWord(facts["from"_L1].toString());
    if (ticket == m_tickets.end() || !action || !from) {
        return u"undo of something unknown"_s;
    }
    const Actor actor{event.at, facts["counter"_L1].toInt(), facts["staff"_L1].toString()};
    if (auto absent = checkShift(actor)) {
        return absent;
    }
    if (*action == LegAction::Transfer) {
        Leg &opened = currentLeg(*ticket);
        if (opened.state != LegState::Waiting || opened.calls != 0 || opened.ordinal == 1) {
            return u"transfer can no longer be undone"_s;
        }
        Leg voided = opened;
        voided.state = LegState::Undone;
        voided.endedAt = event.at;
        static_cast<void>(move(opened, std::move(voided)));
    }
    Leg &leg = currentLeg(*ticket);
    const bool toHold = facts["to"_L1].toString() == word(LegState::Held);
    if (nextState(*from, *action) != leg.state || leg.counter != actor.counter
        || (toHold && *action == LegAction::Hold)) {
        return u"nothing to undo"_s;
    }
    const Actor then{.at = facts["at"_L1].toInteger(), .staff = {}};
    auto restored = undone(leg, *action, *from, then);
    if (restored && toHold) {
        restored = after(*restored, LegAction::Hold, then);
    }
    if (!restored) {
        return u"nothing to undo"_s;
    }
    return move(leg, *restored);
}

/// Whoever acts at a counter is signed in there; the help desk acts at none.
std::optional<QString> BranchModel::checkShift(const Actor &actor) const
{
    const auto shift = m_shifts.find(actor.counter);
    if (actor.counter == 0 || (shift != m_shifts.end() && shift->second == actor.staff)) {
        return std::nullopt;
    }
    return u"%1 is not signed in at counter %2"_s.arg(actor.staff).arg(actor.counter);
}

/// Whether a ticket is kept for another counter than @p counter. A counter that closed keeps nobody.
bool BranchModel::isReservedFrom(const Place &place, int counter) const
{
    const int keeper = currentLeg(*m_tickets.constFind(std::get<QUuid>(place))).forCounter;
    return keeper != 0 && keeper != counter && m_shifts.contains(keeper);
}

std::optional<QString> BranchModel::checkCall(const Leg &leg, const QJsonObject &facts) const
{
    const int counter = facts["counter"_L1].toInt();
    if (m_breaks.contains(counter)) {
        return u"counter %1 is on a break"_s.arg(counter);
    }
    if (leg.state != LegState::Waiting) {
        return u"%1 was called while %2"_s.arg(leg.number.toString(), word(leg.state));
    }
    if (!facts["reason"_L1].toString().isEmpty()) {
        return std::nullopt; // chosen out of order, which the event itself tells
    }
    const Place own{leg.rank, leg.arrivalSeq, leg.ticket};
    if (isReservedFrom(own, counter)) {
        return u"%1 was kept for counter %2"_s.arg(leg.number.toString()).arg(leg.forCounter);
    }
    // One that was kept for it is called also by who cannot serve its group: nobody else could.
    bool served = leg.forCounter == counter;
    for (const QJsonValue &group : facts["groups"_L1].toArray()) {
        const auto line = m_lines.find(group.toString());
        if (line == m_lines.end()) {
            return u"unknown group"_s;
        }
        served = served || group.toString() == leg.group;
        const auto first = std::ranges::find_if(line->second.waiting, [&](const Place &place) {
            return !isReservedFrom(place, counter);
        });
        if (first != line->second.waiting.end() && *first < own) {
            return u"%1 was called out of order"_s.arg(leg.number.toString());
        }
    }
    return served
               ? std::nullopt
               : std::optional(u"%1 is not of this counter's groups"_s.arg(leg.number.toString()));
}

/// Replaces @p leg by @p next and keeps the lines and counters in step.
std::optional<QString> BranchModel::move(Leg &leg, Leg next)
{
    std::set<Place> &waiting = m_lines[leg.group].waiting;
    const Place place{leg.rank, leg.arrivalSeq, leg.ticket};
    if (leg.state == LegState::Waiting) {
        waiting.erase(place);
    }
    if (isAtCounter(leg.state)) {
        m_atCounter.erase(leg.counter);
    }
    leg = std::move(next);
    if (leg.state == LegState::Waiting) {
        waiting.insert(place);
    }
    if (isAtCounter(leg.state)) {
        const auto [occupant, isFree] = m_atCounter.try_emplace(leg.counter, leg.ticket);
        if (!isFree && occupant->second != leg.ticket) {
            return u"counter %1 serves two at once"_s.arg(leg.counter);
        }
    }
    return std::nullopt;
}

} // namespace motcua
