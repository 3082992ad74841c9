// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/verifybranch.h"

#include "core/branchmodel.h"
#include "core/printstate.h"
#include "operations/intakes.h"
#include "operations/issuedforms.h"
#include "operations/issueticket.h"
#include "operations/ratings.h"
#include "operations/rollups.h"
#include "operations/rosters.h"
#include "storage/appointmentrepository.h"
#include "storage/cataloguerepository.h"
#include "storage/staffrepository.h"
#include "storage/ticketrepository.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject VerifyReport::toJson() const
{
    QJsonArray list;
    for (const Problem &problem : problems) {
        list.append(QJsonObject{{u"seq"_s, problem.seq}, {u"problem"_s, problem.problem}});
    }
    return {{u"ok"_s, problems.empty()}, {u"events"_s, events}, {u"tickets"_s, tickets},
            {u"legs"_s, legs},           {u"days"_s, days},     {u"head_hash"_s, headHash},
            {u"problems"_s, list}};
}

namespace {

class Verifier
{
public:
    Verifier(Database &database, const Branch &branch)
        : m_database(database)
        , m_branch(branch)
        , m_model(branch.id)
    {
    }

    Result<> replay(const std::function<void(qint64, qint64)> &progress);
    Result<> compareHead();
    Result<> compareIntakes();
    Result<> compareForms();
    Result<> compareRatings();
    Result<> compareTotals();
    Result<> compareRollups();

    VerifyReport report;

    void note(qint64 seq, QString problem)
    {
        constexpr size_t MostProblems = 100;
        if (report.problems.size() < MostProblems) {
            report.problems.push_back({seq, std::move(problem)});
        }
    }

private:
    /// What a ticket's events say of it beside its legs.
    struct Facts
    {
        qint64 arrivedAt = 0;
        QString priority = {};
        QString procedure = {};
        int kiosk = 0;
        QString token = {}; ///< digest
        QString appointment = {};
        QString printState = {};

        friend bool operator==(const Facts &, const Facts &) = default;
    };

    void note(const Event &event);
    void notePrint(const Event &event);
    void noteRosters(const QJsonObject &days);

    Result<> compareDay();
    Result<> compareTickets(const QDate &date);

    Database &m_database;
    const Branch &m_branch;
    BranchModel m_model;
    QHash<QUuid, Facts> m_issued;       ///< on the business day opened last
    QString m_catalogue;                ///< digest of the catalogue after the last import
    QString m_appointments;             ///< digest of all bookings after the last import
    std::map<QDate, QString> m_rosters; ///< digest of each day's after its last change
    QByteArray m_formChain;             ///< chainedIntake() over the issued forms
    QHash<std::pair<QUuid, int>, FormPrint> m_prints; ///< by form and attempt
};

Result<> Verifier::replay(const std::function<void(qint64, qint64)> &progress)
{
    constexpr int Batch = 10'000;
    for (;;) {
        const auto events = eventsAfter(m_database, report.events, Batch);
        if (!events) {
            return std::unexpected(events.error());
        }
        if (events->empty()) {
            return compareDay();
        }
        for (const Event &event : *events) {
            const bool turnsPage = event.kind == EventKind::DayOpened
                                   && event.facts()["date"_L1].toString()
                                          != m_model.businessDate().toString(Qt::ISODate);
            if (turnsPage) {
                if (const auto compared = compareDay(); !compared) {
                    return compared;
                }
                ++report.days;
                m_issued.clear();
            }
            note(event);
            if (const auto fault = m_model.apply(event)) {
                note(event.seq, *fault);
            }
        }
        report.events = events->back().seq;
        if (progress) {
            progress(report.events, m_branch.seq);
        }
    }
}

/// Keeps what the rows are compared with and the model does not know.
void Verifier::note(const Event &event)
{
    auto fact = [facts = QJsonObject(), &event](QLatin1StringView key) mutable {
        facts = facts.isEmpty() ? event.facts() : facts; // most kinds tell nothing here
        return facts[key];
    };
    switch (event.kind) {
    case EventKind::CatalogueImported:
    case EventKind::ProceduresImported:
        m_catalogue = fact("digest"_L1).toString();
        break;
    case EventKind::AppointmentsImported:
        m_appointments = fact("digest"_L1).toString();
        break;
    case EventKind::RosterSet:
        noteRosters(fact("days"_L1).toObject());
        break;
    case EventKind::PersonalDataErased:
        if (fact("class"_L1) == "appointments"_L1) {
            m_appointments = fact("digest"_L1).toString();
        }
        break;
    case EventKind::TicketIssued:
        m_issued[event.ticket] = {.arrivedAt = fact("arrived"_L1).toInteger(event.at),
                                  .priority = fact("priority"_L1).toString(),
                                  .procedure = fact("procedure"_L1).toString(),
                                  .kiosk = fact("kiosk"_L1).toInt(),
                                  .token = fact("token"_L1).toString(),
                                  .appointment = fact("appointment"_L1).toString(),
                                  .printState = word(PrintState::Pending)};
        break;
    case EventKind::TicketPrinted:
        m_issued[event.ticket].printState = fact("state"_L1).toString();
        break;
    case EventKind::FormIssued:
    case EventKind::FormPrinted:
        notePrint(event);
        break;
    default:
        break;
    }
}

void Verifier::noteRosters(const QJsonObject &days)
{
    for (auto day = days.begin(); day != days.end(); ++day) {
        const QDate date = QDate::fromString(day.key(), Qt::ISODate);
        if (const QString digest = day.value().toString(); digest.isEmpty()) {
            m_rosters.erase(date); // there never was anybody
        } else {
            m_rosters[date] = digest;
        }
    }
}

void Verifier::notePrint(const Event &event)
{
    const QJsonObject facts = event.facts();
    const QUuid issued = QUuid::fromString(facts["issued"_L1].toString());
    const int attempt = facts["attempt"_L1].toInt();
    FormPrint &print = m_prints[{issued, attempt}];
    if (event.kind == EventKind::FormPrinted) {
        print.state = formStateFromWord(facts["state"_L1].toString()).value_or(print.state);
        return;
    }
    print = {.issued = issued,
             .attempt = attempt,
             .reprint = facts["reprint"_L1].toInt(),
             .paper = paperFromWord(facts["paper"_L1].toString()).value_or(Paper::A4),
             .staff = facts["staff"_L1].toString(),
             .askedAt = event.at};
    if (facts.contains("digest"_L1)) {
        m_formChain = chainedIntake(m_formChain, facts["digest"_L1].toString());
    }
}

Result<> Verifier::compareDay()
{
    const QDate date = m_model.businessDate();
    if (date.isNull()) {
        return {};
    }
    TicketRepository repository(m_database);
    auto stored = repository.legsOf(date);
    auto lines = repository.lines(date);
    if (!stored || !lines) {
        return std::unexpected(stored ? lines.error() : stored.error());
    }
    if (const auto compared = compareTickets(date); !compared) {
        return compared;
    }
    std::vector<Leg> expected;
    for (const auto &legs : m_model.tickets()) {
        expected.insert(expected.end(), legs.begin(), legs.end());
    }
    const auto place = [](const Leg &leg) { return std::tuple(leg.ticket, leg.ordinal); };
    std::ranges::sort(expected, {}, place);
    std::ranges::sort(*stored, {}, place);
    if (expected.size() != stored->size()) {
        note(0, u"%1: %2 legs stored, %3 by the events"_s.arg(date.toString(Qt::ISODate))
                    .arg(stored->size())
                    .arg(expected.size()));
    }
    const size_t both = std::min(expected.size(), stored->size());
    for (size_t i = 0; i < both; ++i) {
        if (expected[i] != (*stored)[i]) {
            note(0, u"%1 %2: the row is not what the events say"_s.arg(
                        date.toString(Qt::ISODate), expected[i].number.toString()));
        }
    }
    for (const Leg &leg : expected) {
        for (const QString &letter : {leg.group, QString(QChar(leg.number.series))}) {
            lines->try_emplace(letter); // one that was lost is compared too
        }
    }
    for (const auto &[letter, line] : *lines) {
        const BranchModel::LineFacts today{.lastNumber = line.number,
                                           .waiting = line.waiting,
                                           .leasedFrom = line.leasedFrom,
                                           .leased = line.leased};
        if (today != m_model.line(letter)) {
            note(0, u"%1: the counts of line %2 are not what the events say"_s.arg(
                        date.toString(Qt::ISODate), letter));
        }
    }
    report.legs += static_cast<qint64>(expected.size());
    report.tickets += m_model.tickets().size();
    return {};
}

Result<> Verifier::compareTickets(const QDate &date)
{
    const auto tickets = TicketRepository(m_database).ticketsOf(date);
    if (!tickets) {
        return std::unexpected(tickets.error());
    }
    for (const Ticket &ticket : *tickets) {
        const auto issue = m_issued.constFind(ticket.id);
        if (issue == m_issued.constEnd()
            || *issue
                   != Facts{.arrivedAt = ticket.arrivedAt,
                            .priority = ticket.priority,
                            .procedure = ticket.procedure,
                            .kiosk = ticket.kiosk,
                            .token = tokenDigest(ticket.token),
                            .appointment = ticket.appointment,
                            .printState = ticket.printState}) {
            note(0, u"%1 %2: the ticket is not what the events say"_s.arg(
                        date.toString(Qt::ISODate), ticket.number.toString()));
        }
    }
    return {};
}

Result<> Verifier::compareHead()
{
    report.headHash = QString::fromLatin1(m_model.hash());
    if (m_model.seq() != m_branch.seq || m_model.hash() != m_branch.headHash) {
        note(m_model.seq(), u"events are missing at the end"_s);
    }
    if (m_branch.businessDate != (m_model.isDayOpen() ? m_model.businessDate() : QDate())) {
        note(0, u"the open day is not what the events say"_s);
    }
    const auto catalogue = CatalogueRepository(m_database).digest();
    if (!catalogue) {
        return std::unexpected(catalogue.error());
    }
    if (*catalogue != m_catalogue) {
        note(0, u"the catalogue is not the one that was imported"_s);
    }
    const auto appointments = AppointmentRepository(m_database).digest();
    if (!appointments) {
        return std::unexpected(appointments.error());
    }
    if (*appointments != m_appointments) {
        note(0, u"the appointments are not those that were imported"_s);
    }
    const auto rosters = rosterDigests(m_database);
    if (!rosters) {
        return std::unexpected(rosters.error());
    }
    if (*rosters != m_rosters) {
        note(0, u"the rosters are not those that were set"_s);
    }
    const auto shifts = StaffRepository(m_database).openShifts();
    if (!shifts) {
        return std::unexpected(shifts.error());
    }
    std::map<int, QString> stored;
    std::set<int> breaks;
    for (const Shift &shift : *shifts) {
        stored[shift.counter] = shift.staff;
        if (shift.breakSince != 0) {
            breaks.insert(shift.counter);
        }
    }
    if (stored != m_model.shifts() || breaks != m_model.breaks()) {
        note(0, u"the open shifts are not what the events say"_s);
    }
    return {};
}

Result<> Verifier::compareIntakes()
{
    IntakeRepository repository(m_database);
    const auto dossiers = repository.dossiers();
    if (!dossiers) {
        return std::unexpected(dossiers.error());
    }
    for (const Dossier &dossier : *dossiers) {
        const auto facts = m_model.dossiers().constFind(dossier.id);
        if (facts == m_model.dossiers().constEnd()
            || facts->digest != digestOf(dossier).toLatin1()) {
            note(0, u"dossier %1: the row is not what the events say"_s.arg(dossier.code));
        }
    }
    if (static_cast<qsizetype>(dossiers->size()) != m_model.dossiers().size()) {
        note(0, u"%1 dossiers stored, %2 by the events"_s.arg(dossiers->size())
                    .arg(m_model.dossiers().size()));
    }
    QByteArray chain;
    QSet<QUuid> named; ///< by a visit that was not erased
    const QSet<QUuid> &erased = m_model.erased();
    const auto read = repository.eachIntake([&](const StoredIntake &intake) {
        chain = chainedIntake(chain, digestOf(intake));
        if (!isErased(intake)) {
            named.insert(intake.applicant);
            named.insert(intake.owner);
        }
        if (isErased(intake) != (erased.contains(intake.dossier) || erased.contains(intake.id))) {
            note(0, u"an intake of %1: not erased as the events say"_s.arg(
                        intake.businessDate.toString(Qt::ISODate)));
        }
    });
    if (!read) {
        return read;
    }
    if (chain != m_model.intakeChain()) {
        note(0, u"the intakes are not what the events say"_s);
    }
    qsizetype people = 0;
    const auto everybody = repository.eachPerson([&](const StoredPerson &person) {
        const auto facts = m_model.people().constFind(person.id);
        const bool wasErased =
            person.box.isEmpty() && !erased.isEmpty() && !named.contains(person.id);
        if (facts == m_model.people().constEnd()
            || (!wasErased && *facts != digestOf(person).toLatin1())) {
            note(0, u"a person of an intake: the row is not what the events say"_s);
        }
        ++people;
    });
    if (!everybody) {
        return everybody;
    }
    if (people != m_model.people().size()) {
        note(0, u"%1 people stored, %2 by the events"_s.arg(people).arg(m_model.people().size()));
    }
    return {};
}

Result<> Verifier::compareForms()
{
    FormRepository repository(m_database);
    QByteArray chain;
    const auto forms = repository.eachForm(
        [&chain](const StoredForm &form) { chain = chainedIntake(chain, digestOf(form)); });
    if (!forms) {
        return forms;
    }
    if (chain != m_formChain) {
        note(0, u"the forms handed out are not what the events say"_s);
    }
    const auto prints = repository.eachPrint([this](const FormPrint &print) {
        const auto known = m_prints.constFind({print.issued, print.attempt});
        if (known == m_prints.constEnd() || *known != print) {
            note(0, u"a printing of a form is not what the events say"_s);
            return;
        }
        m_prints.erase(known);
    });
    if (!prints) {
        return prints;
    }
    if (!m_prints.isEmpty()) {
        note(0, u"%1 printings of forms are missing"_s.arg(m_prints.size()));
    }
    return {};
}

Result<> Verifier::compareRatings()
{
    qsizetype ratings = 0;
    const auto read = eachRating(m_database, [&](const StoredRating &rating) {
        const auto facts = m_model.ratings().constFind(rating.id);
        if (facts == m_model.ratings().constEnd() || facts->digest != digestOf(rating).toLatin1()
            || facts->handling != handlingDigestOf(rating).toLatin1()
            || isErased(rating) != m_model.erased().contains(rating.id)) {
            note(0, u"%1: a rating is not what the events say"_s.arg(
                        rating.businessDate.toString(Qt::ISODate)));
        }
        ++ratings;
    });
    if (!read) {
        return read;
    }
    if (ratings != m_model.ratings().size()) {
        note(0,
             u"%1 ratings stored, %2 by the events"_s.arg(ratings).arg(m_model.ratings().size()));
    }
    return {};
}

Result<> Verifier::compareTotals()
{
    Statement count(m_database, uR"(
        SELECT (SELECT count(*) FROM ticket), (SELECT count(*) FROM leg),
               (SELECT count(*) FROM command WHERE seq > :seq),
               (SELECT coalesce(sum(lapsed), 0) FROM waiting_line))"_s);
    count.bind(u":seq"_s, m_branch.seq);
    const auto totals = count.row([](const Row &row) {
        return std::tuple(row.bigInteger(0), row.bigInteger(1), row.bigInteger(2), row.integer(3));
    });
    if (!totals) {
        return std::unexpected(totals.error());
    }
    const auto &[tickets, legs, commands, lapsed] = **totals;
    if (tickets != report.tickets || legs != report.legs) {
        note(0, u"%1 tickets and %2 legs stored, %3 and %4 by the events"_s.arg(tickets)
                    .arg(legs)
                    .arg(report.tickets)
                    .arg(report.legs));
    }
    if (lapsed != m_model.lapsed()) {
        note(0, u"%1 numbers told too late stored, %2 by the events"_s.arg(lapsed).arg(
                    m_model.lapsed()));
    }
    if (commands != 0) {
        note(0, u"answers were stored without their events"_s);
    }
    return {};
}

Result<> Verifier::compareRollups()
{
    const auto wrong = wrongRollups(m_database, m_branch.timeZone());
    if (!wrong) {
        return std::unexpected(wrong.error());
    }
    for (const QDate &date : *wrong) {
        note(0, u"%1: the figures that are kept are not those of its tickets"_s.arg(
                    date.toString(Qt::ISODate)));
    }
    return {};
}

} // namespace

Result<VerifyReport> verifyBranch(Database &database,
                                  const std::function<void(qint64, qint64)> &progress)
{
    // One moment for everything. Counters that want to write wait until we are done.
    auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (const auto intact = database.checkIntegrity(); !intact) {
        return std::unexpected(intact.error());
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    Verifier verifier(database, *branch);
    if (const auto replayed = verifier.replay(progress); !replayed) {
        return std::unexpected(replayed.error());
    }
    if (const auto compared = verifier.compareHead(); !compared) {
        return std::unexpected(compared.error());
    }
    if (const auto compared = verifier.compareIntakes(); !compared) {
        return std::unexpected(compared.error());
    }
    if (const auto compared = verifier.compareForms(); !compared) {
        return std::unexpected(compared.error());
    }
    if (const auto compared = verifier.compareRatings(); !compared) {
        return std::unexpected(compared.error());
    }
    if (const auto compared = verifier.compareTotals(); !compared) {
        return std::unexpected(compared.error());
    }
    if (const auto compared = verifier.compareRollups(); !compared) {
        return std::unexpected(compared.error());
    }
    return std::move(verifier.report);
}

} // namespace motcua
