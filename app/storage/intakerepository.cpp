// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/intakerepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString SelectDossier = uR"(
        SELECT dossier.id, dossier.code, dossier.official_code, dossier.business_date,
               dossier.number, dossier.book, dossier.register_number, dossier.procedure,
               dossier.procedure_version, dossier.case_index, dossier.channel, dossier.state,
               dossier.received, dossier.due, dossier.paused_at, dossier.notices,
               dossier.result_channel, dossier.fee, dossier.fee_exempt, dossier.sets, dossier.unit,
               dossier.applicant, dossier.owner, dossier.handed_over_at
        FROM dossier)"_s;

constexpr int MostPeople = 500;

/// The dossiers of those whom @p people selects. The plus keeps the index by change out of it: it
/// would be walked through all other people's dossiers.
QString selectDossiersOf(const QString &people)
{
    return u"WITH people (id) AS MATERIALIZED ("_s + people + u')' + SelectDossier + uR"(
        WHERE dossier.id IN (SELECT id FROM dossier WHERE applicant IN (SELECT id FROM people)
                             UNION
                             SELECT id FROM dossier WHERE owner IN (SELECT id FROM people))
        ORDER BY +dossier.changed_seq DESC LIMIT :limit)"_s;
}

Dossier dossierFrom(const Row &row)
{
    Dossier dossier{.id = row.uuid(0),
                    .code = row.text(1),
                    .officialCode = row.text(2),
                    .businessDate = row.date(3),
                    .number = row.integer(4),
                    .book = row.text(5),
                    .registerNumber = row.integer(6),
                    .procedure = row.text(7),
                    .procedureVersion = row.integer(8),
                    .caseIndex = row.integer(9),
                    .channel = intakeChannelFromWord(row.text(10)).value_or(IntakeChannel::Direct),
                    .state = dossierStateFromWord(row.text(11)).value_or(DossierState::Processing),
                    .received = localTimeFromText(row.text(12)).value_or(LocalTime()),
                    .due = localTimeFromText(row.text(13)),
                    .pausedAt = localTimeFromText(row.text(14)),
                    .notices = row.integer(15),
                    .resultChannel =
                        resultChannelFromWord(row.text(16)).value_or(ResultChannel::Counter),
                    .fee = row.isNull(17) ? std::nullopt : std::optional(row.bigInteger(17)),
                    .feeExempt = row.boolean(18),
                    .sets = row.integer(19),
                    .unit = row.text(20),
                    .applicant = row.uuid(21),
                    .owner = row.uuid(22),
                    .handedOverAt = row.bigInteger(23)};
    return dossier;
}

void bindDossier(Statement &statement, const Dossier &dossier, qint64 seq)
{
    statement.bind(u":id"_s, dossier.id)
        .bindOrNull(u":official_code"_s, dossier.officialCode)
        .bindOrNull(u":book"_s, dossier.book)
        .bindOrNull(u":register_number"_s, dossier.registerNumber)
        .bind(u":procedure"_s, dossier.procedure)
        .bind(u":procedure_version"_s, dossier.procedureVersion)
        .bind(u":case_index"_s, dossier.caseIndex)
        .bind(u":channel"_s, word(dossier.channel))
        .bind(u":state"_s, word(dossier.state))
        .bind(u":received"_s, localTimeText(dossier.received))
        .bindOrNull(u":due"_s, dossier.due ? localTimeText(*dossier.due) : QString())
        .bindOrNull(u":paused_at"_s,
                    dossier.pausedAt ? localTimeText(*dossier.pausedAt) : QString())
        .bind(u":notices"_s, dossier.notices)
        .bind(u":result_channel"_s, word(dossier.resultChannel))
        .bind(u":fee_exempt"_s, dossier.feeExempt)
        .bind(u":sets"_s, dossier.sets)
        .bind(u":unit"_s, dossier.unit)
        .bind(u":applicant"_s, dossier.applicant)
        .bindOrNull(u":owner"_s, dossier.owner)
        .bind(u":handed_over_at"_s, dossier.handedOverAt)
        .bind(u":seq"_s, seq);
    if (dossier.fee) {
        statement.bind(u":fee"_s, *dossier.fee);
    } else {
        statement.bindNull(u":fee"_s);
    }
}

const QString SelectPerson = u"SELECT id, id_index, phone_index, box FROM person"_s;

StoredPerson personFrom(const Row &row)
{
    return {
        .id = row.uuid(0), .idIndex = row.text(1), .phoneIndex = row.text(2), .box = row.text(3)};
}

const QString SelectIntake = uR"(
        SELECT id, dossier, ticket_id, leg, business_date, counter, staff, recorded_at, outcome,
               is_correction, procedure, procedure_version, applicant, owner, content
        FROM intake)"_s;

StoredIntake intakeFrom(const Row &row)
{
    return {.id = row.uuid(0),
            .dossier = row.uuid(1),
            .ticket = row.uuid(2),
            .leg = row.integer(3),
            .businessDate = row.date(4),
            .counter = row.integer(5),
            .staff = row.text(6),
            .recordedAt = row.bigInteger(7),
            .outcome = outcomeFromWord(row.text(8)).value_or(Outcome::Advised),
            .isCorrection = row.boolean(9),
            .procedure = row.text(10),
            .procedureVersion = row.integer(11),
            .applicant = row.uuid(12),
            .owner = row.uuid(13),
            .content = row.text(14)};
}

} // namespace

Result<QString> IntakeRepository::publicKey()
{
    Statement select(m_database, u"SELECT public_key FROM branch"_s);
    const auto key = select.row([](const Row &row) { return row.text(0); });
    if (!key) {
        return std::unexpected(key.error());
    }
    return key->value_or(QString());
}

Result<QString> IntakeRepository::centreKey()
{
    Statement select(m_database, u"SELECT public_key FROM centre"_s);
    const auto key = select.row([](const Row &row) { return row.text(0); });
    if (!key) {
        return std::unexpected(key.error());
    }
    return key->value_or(QString());
}

Result<> IntakeRepository::setPublicKey(const QString &key)
{
    Statement update(m_database, u"UPDATE branch SET public_key = :key"_s);
    return update.bind(u":key"_s, key).run();
}

Result<> IntakeRepository::insert(const StoredPerson &person, qint64 at, qint64 seq)
{
    Statement insert(m_database, uR"(
        INSERT INTO person (id, id_index, phone_index, box, recorded_at, changed_seq)
        VALUES (:id, :id_index, :phone_index, :box, :recorded_at, :seq))"_s);
    insert.bind(u":id"_s, person.id)
        .bindOrNull(u":id_index"_s, person.idIndex)
        .bindOrNull(u":phone_index"_s, person.phoneIndex)
        .bind(u":box"_s, person.box)
        .bind(u":recorded_at"_s, at)
        .bind(u":seq"_s, seq);
    if (const auto done = insert.run(); !done) {
        return done;
    }
    for (const QString &word : person.words) {
        Statement keep(m_database, uR"(
            INSERT INTO person_word (word, changed_seq, person) VALUES (:word, :seq, :person))"_s);
        keep.bind(u":word"_s, word).bind(u":seq"_s, seq).bind(u":person"_s, person.id);
        if (const auto done = keep.run(); !done) {
            return done;
        }
    }
    return {};
}

Result<std::optional<StoredPerson>> IntakeRepository::person(const QUuid &id)
{
    static const QString sql = SelectPerson + u" WHERE id = :id"_s;
    Statement select(m_database, sql);
    select.bind(u":id"_s, id);
    return select.row(personFrom);
}

Result<std::optional<StoredPerson>> IntakeRepository::personOf(const QString &idIndex)
{
    static const QString sql = SelectPerson + uR"(
        WHERE id_index = :index AND box IS NOT NULL
          AND (EXISTS (SELECT 1 FROM dossier WHERE applicant = person.id)
               OR EXISTS (SELECT 1 FROM dossier WHERE owner = person.id)
               OR EXISTS (SELECT 1 FROM intake AS visit
                          WHERE (visit.applicant = person.id OR visit.owner = person.id)
                            AND NOT EXISTS (SELECT 1 FROM intake AS later
                                            WHERE later.dossier = visit.dossier
                                              AND later.is_correction
                                              AND later.changed_seq > visit.changed_seq)))
        ORDER BY person.changed_seq DESC LIMIT 1)"_s;
    Statement select(m_database, sql);
    select.bind(u":index"_s, idIndex);
    return select.row(personFrom);
}

Result<> IntakeRepository::eachPerson(const std::function<void(const StoredPerson &)> &read)
{
    Statement select(m_database, SelectPerson);
    return select.forEach([&read](const Row &row) { read(personFrom(row)); });
}

Result<int> IntakeRepository::after(Result<std::optional<int>> last, const QString &series)
{
    Statement floor(m_database, u"SELECT max(number) FROM number_floor WHERE series = :series"_s);
    const auto skipped =
        floor.bind(u":series"_s, series).row([](const Row &row) { return row.integer(0); });
    if (!last || !skipped) {
        return std::unexpected(last ? skipped.error() : last.error());
    }
    return std::max(last->value_or(0), skipped->value_or(0)) + 1;
}

Result<int> IntakeRepository::nextNumber(const QDate &date)
{
    Statement select(m_database, u"SELECT max(number) FROM dossier WHERE business_date = :date"_s);
    return after(select.bind(u":date"_s, date).row([](const Row &row) { return row.integer(0); }),
                 date.toString(Qt::ISODate));
}

Result<int> IntakeRepository::nextRegisterNumber(const QString &book)
{
    Statement select(m_database, u"SELECT max(register_number) FROM dossier WHERE book = :book"_s);
    return after(select.bind(u":book"_s, book).row([](const Row &row) { return row.integer(0); }),
                 book);
}

Result<> IntakeRepository::skipNumbers(const QDate &date, const QString &book, int gap, qint64 seq)
{
    const auto number = nextNumber(date);
    const auto entry = nextRegisterNumber(book);
    if (!number || !entry) {
        return std::unexpected(number ? entry.error() : number.error());
    }
    Statement insert(m_database, uR"(
        INSERT INTO number_floor (series, number, changed_seq) VALUES (:series, :number, :seq)
        ON CONFLICT (series, number) DO NOTHING)"_s);
    for (const auto &[series, next] :
         {std::pair(date.toString(Qt::ISODate), *number), std::pair(book, *entry)}) {
        const auto done = insert.bind(u":series"_s, series)
                              .bind(u":number"_s, next - 1 + gap)
                              .bind(u":seq"_s, seq)
                              .run();
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<> IntakeRepository::insert(const Dossier &dossier, qint64 seq)
{
    Statement insert(m_database, uR"(
        INSERT INTO dossier (id, code, official_code, business_date, number, book, register_number,
            procedure, procedure_version, case_index, channel, state, received, due, paused_at,
            notices, result_channel, fee, fee_exempt, sets, unit, applicant, owner,
            handed_over_at, changed_seq)
        VALUES (:id, :code, :official_code, :business_date, :number, :book, :register_number,
            :procedure, :procedure_version, :case_index, :channel, :state, :received, :due,
            :paused_at, :notices, :result_channel, :fee, :fee_exempt, :sets, :unit, :applicant,
            :owner, :handed_over_at, :seq))"_s);
    bindDossier(insert, dossier, seq);
    insert.bind(u":code"_s, dossier.code)
        .bind(u":business_date"_s, dossier.businessDate)
        .bind(u":number"_s, dossier.number);
    return insert.run();
}

Result<> IntakeRepository::update(const Dossier &dossier, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE dossier SET official_code = :official_code, book = :book,
            register_number = :register_number, procedure = :procedure,
            procedure_version = :procedure_version, case_index = :case_index, channel = :channel,
            state = :state, received = :received, due = :due, paused_at = :paused_at,
            notices = :notices, result_channel = :result_channel, fee = :fee,
            fee_exempt = :fee_exempt, sets = :sets, unit = :unit, applicant = :applicant,
            owner = :owner, handed_over_at = :handed_over_at, changed_seq = :seq
        WHERE id = :id)"_s);
    bindDossier(update, dossier, seq);
    return update.run();
}

Result<std::optional<Dossier>> IntakeRepository::dossier(const QString &code)
{
    static const QString sql =
        SelectDossier + u" WHERE dossier.code = :code OR dossier.official_code = :official"_s;
    Statement select(m_database, sql);
    select.bind(u":code"_s, code).bind(u":official"_s, code);
    return select.row(dossierFrom);
}

Result<std::vector<Dossier>> IntakeRepository::dossiers()
{
    static const QString sql = SelectDossier + u" ORDER BY dossier.changed_seq"_s;
    Statement select(m_database, sql);
    return select.rows(dossierFrom);
}

Result<std::vector<Dossier>> IntakeRepository::latestDossiers(int limit)
{
    static const QString sql = SelectDossier + u" ORDER BY dossier.changed_seq DESC LIMIT :limit"_s;
    Statement select(m_database, sql);
    select.bind(u":limit"_s, limit);
    return select.rows(dossierFrom);
}

Result<std::vector<Dossier>> IntakeRepository::overdueDossiers(const LocalTime &now, int limit)
{
    static const QString sql = SelectDossier + uR"(
        WHERE dossier.state = 'processing' AND dossier.due < :now
        ORDER BY dossier.due, dossier.code LIMIT :limit)"_s;
    Statement select(m_database, sql);
    select.bind(u":now"_s, localTimeText(now)).bind(u":limit"_s, limit);
    return select.rows(dossierFrom);
}

Result<std::vector<Dossier>> IntakeRepository::registerOf(const QDate &day)
{
    static const QString sql = SelectDossier + uR"(
        WHERE dossier.book = :book AND dossier.received >= :day AND dossier.received < :next
        ORDER BY dossier.register_number)"_s;
    Statement select(m_database, sql);
    select.bind(u":book"_s, registerBook(day))
        .bind(u":day"_s, day)
        .bind(u":next"_s, day.addDays(1));
    return select.rows(dossierFrom);
}

/// In the order of dossierFrom(), without its people. One that was refused after all was over then.
static const QString SelectAccepted = uR"(
    SELECT id, code, official_code, business_date, number, book, register_number, procedure,
           procedure_version, case_index, channel, state, received, due, paused_at, notices,
           result_channel, fee, fee_exempt, sets, unit, NULL, NULL, handed_over_at
    FROM (SELECT id, code, official_code, business_date, number, book, register_number, procedure,
                 procedure_version, case_index, channel, state, received, due, paused_at, notices,
                 result_channel, fee, fee_exempt, sets, unit,
                 CASE WHEN state = 'refused' AND handed_over_at = 0 THEN coalesce((
                     SELECT max(recorded_at) FROM intake
                     WHERE intake.dossier = dossier.id AND outcome = 'refused'
                       AND NOT is_correction), 0)
                 ELSE handed_over_at END AS handed_over_at
          FROM dossier) AS ended)"_s;

Result<std::vector<Dossier>> IntakeRepository::acceptedIn(const QString &book, const QDate &from,
                                                          const QDate &end)
{
    static const QString sql = SelectAccepted + uR"(
        WHERE book = :book AND received >= :day AND received < :end ORDER BY register_number)"_s;
    Statement select(m_database, sql);
    select.bind(u":book"_s, book).bind(u":day"_s, from).bind(u":end"_s, end);
    return select.rows(dossierFrom);
}

Result<> IntakeRepository::eachOpenIn(const QDate &end, qint64 since,
                                      const std::function<void(const Dossier &)> &read)
{
    static const QString sql = SelectAccepted + uR"(
        WHERE book IS NOT NULL AND received < :end
          AND (handed_over_at = 0 OR handed_over_at >= :since)
        ORDER BY due, code)"_s;
    Statement select(m_database, sql);
    select.bind(u":end"_s, end).bind(u":since"_s, since);
    return select.forEach([&read](const Row &row) { read(dossierFrom(row)); });
}

Result<std::vector<QUuid>> IntakeRepository::waitingForPapersAt(qint64 end)
{
    Statement select(m_database, uR"(
        SELECT dossier FROM intake
        WHERE outcome = 'supplement' AND NOT is_correction AND recorded_at < :end
          AND NOT EXISTS (
              SELECT 1 FROM intake AS later
              WHERE later.dossier = intake.dossier AND later.changed_seq > intake.changed_seq
                AND NOT later.is_correction AND later.outcome <> 'advised'
                AND later.recorded_at < :until))"_s);
    select.bind(u":end"_s, end).bind(u":until"_s, end);
    return select.rows([](const Row &row) { return row.uuid(0); });
}

Result<std::vector<std::pair<QDate, int>>> IntakeRepository::correctionsOf(const QDate &from,
                                                                           const QDate &to)
{
    Statement select(m_database, uR"(
        SELECT visit.business_date, count(DISTINCT correction.id)
        FROM intake AS visit JOIN intake AS correction ON correction.dossier = visit.dossier
        WHERE visit.business_date >= :from AND visit.business_date <= :to
          AND NOT visit.is_correction AND correction.is_correction
          AND correction.changed_seq > visit.changed_seq
        GROUP BY visit.business_date)"_s);
    select.bind(u":from"_s, from).bind(u":to"_s, to);
    return select.rows([](const Row &row) { return std::pair(row.date(0), row.integer(1)); });
}

Result<std::vector<Dossier>> IntakeRepository::dossiersOf(const QString &idIndex,
                                                          const QString &phoneIndex, int limit)
{
    static const QString sql = selectDossiersOf(uR"(
        SELECT id FROM (SELECT id FROM person WHERE id_index = :id
                        ORDER BY changed_seq DESC LIMIT :most) AS of_number
        UNION
        SELECT id FROM (SELECT id FROM person WHERE phone_index = :phone
                        ORDER BY changed_seq DESC LIMIT :most2) AS of_phone)"_s);
    Statement select(m_database, sql);
    select.bindOrNull(u":id"_s, idIndex)
        .bindOrNull(u":phone"_s, phoneIndex)
        .bind(u":most"_s, MostPeople)
        .bind(u":most2"_s, MostPeople)
        .bind(u":limit"_s, limit);
    return select.rows(dossierFrom);
}

Result<std::vector<Dossier>> IntakeRepository::dossiersNamed(const QStringList &words, int limit)
{
    // The rarest word leads: its people are looked through for the other words, the newest first.
    constexpr int Enough = 20'000;
    std::vector<std::pair<int, QString>> byRarity;
    for (const QString &word : words) {
        Statement count(m_database, uR"(
            SELECT count(*) FROM (SELECT 1 FROM person_word WHERE word = :word LIMIT :limit) AS few)"_s);
        count.bind(u":word"_s, word).bind(u":limit"_s, Enough);
        const auto people = count.row([](const Row &row) { return row.integer(0); });
        if (!people) {
            return std::unexpected(people.error());
        }
        byRarity.emplace_back(people->value_or(0), word);
    }
    std::ranges::sort(byRarity);
    if (byRarity.empty() || byRarity.front().first == 0) {
        return std::vector<Dossier>();
    }
    constexpr size_t MostWords = 16; // nobody is told apart by more
    byRarity.resize(std::min(byRarity.size(), MostWords));
    QString others;
    for (size_t i = 1; i < byRarity.size(); ++i) {
        others += (others.isEmpty() ? u" WHERE "_s : u" AND "_s) + uR"(EXISTS (
            SELECT 1 FROM person_word AS other
            WHERE other.word = :word%1 AND other.changed_seq = lead.changed_seq
              AND other.person = lead.person))"_s.arg(i);
    }
    const QString sql = selectDossiersOf(uR"(
        SELECT person FROM (SELECT person, changed_seq FROM person_word WHERE word = :word0
                            ORDER BY changed_seq DESC LIMIT :enough) AS lead)"_s
                                         + others + u" LIMIT :most"_s);
    Statement select(m_database, sql);
    for (size_t i = 0; i < byRarity.size(); ++i) {
        select.bind(u":word%1"_s.arg(i), byRarity[i].second);
    }
    select.bind(u":enough"_s, Enough).bind(u":most"_s, MostPeople).bind(u":limit"_s, limit);
    return select.rows(dossierFrom);
}

Result<std::vector<Dossier>> IntakeRepository::dossiersCoded(const QString &beginning, int limit)
{
    static const QString sql = SelectDossier + uR"(
        WHERE dossier.id IN (
            SELECT id FROM (SELECT id FROM dossier WHERE code >= :code AND code < :code_end
                            ORDER BY code DESC LIMIT :limit) AS own
            UNION
            SELECT id FROM (SELECT id FROM dossier
                            WHERE official_code >= :official AND official_code < :official_end
                            ORDER BY official_code DESC LIMIT :limit2) AS official)
        ORDER BY +dossier.changed_seq DESC LIMIT :limit3)"_s;
    const QString end = beginning + u'~'; // after every letter of a code
    Statement select(m_database, sql);
    select.bind(u":code"_s, beginning)
        .bind(u":code_end"_s, end)
        .bind(u":limit"_s, limit)
        .bind(u":official"_s, beginning)
        .bind(u":official_end"_s, end)
        .bind(u":limit2"_s, limit)
        .bind(u":limit3"_s, limit);
    return select.rows(dossierFrom);
}

Result<std::vector<Dossier>> IntakeRepository::dossiersNumbered(int number, int limit)
{
    static const QString sql = SelectDossier + uR"(
        WHERE dossier.business_date IN (SELECT business_date FROM business_day)
          AND dossier.number = :number
        ORDER BY dossier.business_date DESC LIMIT :limit)"_s; // a look-up a day
    Statement select(m_database, sql);
    select.bind(u":number"_s, number).bind(u":limit"_s, limit);
    return select.rows(dossierFrom);
}

Result<> IntakeRepository::insert(const StoredIntake &intake, qint64 seq)
{
    Statement insert(m_database, uR"(
        INSERT INTO intake (id, dossier, ticket_id, leg, business_date, counter, staff, recorded_at,
            outcome, is_correction, procedure, procedure_version, applicant, owner, content,
            changed_seq)
        VALUES (:id, :dossier, :ticket, :leg, :business_date, :counter, :staff, :recorded_at,
            :outcome, :is_correction, :procedure, :procedure_version, :applicant, :owner, :content,
            :seq))"_s);
    insert.bind(u":id"_s, intake.id)
        .bindOrNull(u":dossier"_s, intake.dossier)
        .bindOrNull(u":ticket"_s, intake.ticket)
        .bindOrNull(u":leg"_s, intake.leg)
        .bind(u":business_date"_s, intake.businessDate)
        .bind(u":counter"_s, intake.counter)
        .bind(u":staff"_s, intake.staff)
        .bind(u":recorded_at"_s, intake.recordedAt)
        .bind(u":outcome"_s, word(intake.outcome))
        .bind(u":is_correction"_s, intake.isCorrection)
        .bindOrNull(u":procedure"_s, intake.procedure)
        .bindOrNull(u":procedure_version"_s, intake.procedureVersion)
        .bindOrNull(u":applicant"_s, intake.applicant)
        .bindOrNull(u":owner"_s, intake.owner)
        .bind(u":content"_s, intake.content)
        .bind(u":seq"_s, seq);
    return insert.run();
}

Result<std::optional<StoredIntake>> IntakeRepository::intake(const QUuid &id)
{
    static const QString sql = SelectIntake + u" WHERE id = :id"_s;
    Statement select(m_database, sql);
    select.bind(u":id"_s, id);
    return select.row(intakeFrom);
}

Result<std::vector<StoredIntake>> IntakeRepository::intakesOf(const QUuid &dossier)
{
    static const QString sql = SelectIntake + u" WHERE dossier = :dossier ORDER BY changed_seq"_s;
    Statement select(m_database, sql);
    select.bind(u":dossier"_s, dossier);
    return select.rows(intakeFrom);
}

Result<std::vector<IntakeCount>> IntakeRepository::countsOf(const QDate &date)
{
    Statement select(m_database, uR"(
        SELECT leg.group_letter, intake.outcome, count(*), intake.procedure, leg.counter
        FROM intake JOIN leg ON leg.ticket_id = intake.ticket_id AND leg.ordinal = intake.leg
        WHERE intake.business_date = :date AND NOT intake.is_correction
          AND NOT (intake.outcome = 'accepted' AND EXISTS (
              SELECT 1 FROM intake AS earlier
              WHERE earlier.dossier = intake.dossier AND earlier.outcome = 'accepted'
                AND NOT earlier.is_correction AND earlier.changed_seq < intake.changed_seq))
        GROUP BY leg.group_letter, intake.procedure, leg.counter, intake.outcome)"_s);
    return select.bind(u":date"_s, date).rows([](const Row &row) {
        return IntakeCount{.group = row.text(0),
                           .procedure = row.text(3),
                           .counter = row.integer(4),
                           .outcome = outcomeFromWord(row.text(1)).value_or(Outcome::Advised),
                           .count = row.integer(2)};
    });
}

Result<> IntakeRepository::eachIntake(const std::function<void(const StoredIntake &)> &read)
{
    static const QString sql = SelectIntake + u" ORDER BY changed_seq"_s;
    Statement select(m_database, sql);
    return select.forEach([&read](const Row &row) { read(intakeFrom(row)); });
}

Result<> IntakeRepository::saveDraft(const QUuid &ticket, int leg, const QString &box, qint64 at)
{
    Statement upsert(m_database, uR"(
        INSERT INTO intake_draft (ticket_id, leg, box, saved_at)
        VALUES (:ticket, :leg, :box, :saved_at)
        ON CONFLICT (ticket_id, leg) DO UPDATE SET
            box = excluded.box, saved_at = excluded.saved_at)"_s);
    upsert.bind(u":ticket"_s, ticket)
        .bind(u":leg"_s, leg)
        .bind(u":box"_s, box)
        .bind(u":saved_at"_s, at);
    return upsert.run();
}

Result<std::optional<QString>> IntakeRepository::draft(const QUuid &ticket, int leg)
{
    Statement select(m_database, uR"(
        SELECT box FROM intake_draft WHERE ticket_id = :ticket AND leg <= :leg
        ORDER BY leg DESC LIMIT 1)"_s);
    select.bind(u":ticket"_s, ticket).bind(u":leg"_s, leg);
    return select.row([](const Row &row) { return row.text(0); });
}

Result<> IntakeRepository::dropDraft(const QUuid &ticket, int leg)
{
    Statement remove(m_database,
                     u"DELETE FROM intake_draft WHERE ticket_id = :ticket AND leg <= :leg"_s);
    remove.bind(u":ticket"_s, ticket).bind(u":leg"_s, leg);
    return remove.run();
}

Result<> IntakeRepository::dropDraftsBefore(const QDate &date)
{
    Statement remove(m_database, uR"(
        DELETE FROM intake_draft
        WHERE ticket_id IN (SELECT id FROM ticket WHERE business_date < :date))"_s);
    return remove.bind(u":date"_s, date).run();
}

Result<> IntakeRepository::eraseContent(const QUuid &intake, const QString &mark, qint64 seq)
{
    Statement update(m_database, u"UPDATE intake SET content = :content WHERE id = :id"_s);
    const auto done = update.bind(u":content"_s, mark).bind(u":id"_s, intake).run();
    return done ? noteErasure(m_database, intake, seq) : done;
}

Result<> noteErasure(Database &database, const QUuid &row, qint64 seq)
{
    Statement note(database, uR"(
        INSERT INTO erasure (row_id, changed_seq) VALUES (:id, :seq)
        ON CONFLICT (row_id) DO UPDATE SET changed_seq = excluded.changed_seq)"_s);
    const auto noted = note.bind(u":id"_s, row).bind(u":seq"_s, seq).run();
    return noted ? forgetKey(database, row) : noted;
}

Result<> forgetKey(Database &database, const QUuid &row)
{
    Statement forget(database, u"DELETE FROM sealed_key WHERE row_id = :id"_s);
    return forget.bind(u":id"_s, row).run();
}

Result<bool> IntakeRepository::erasePerson(const QUuid &person, qint64 seq)
{
    Statement update(m_database, uR"(
        UPDATE person SET box = NULL, id_index = NULL, phone_index = NULL, changed_seq = :seq
        WHERE id = :id AND box IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM intake
                          WHERE applicant = :applicant AND content NOT LIKE 'erased:%')
          AND NOT EXISTS (SELECT 1 FROM intake
                          WHERE owner = :owner AND content NOT LIKE 'erased:%'))"_s);
    const auto changed = update.bind(u":seq"_s, seq)
                             .bind(u":id"_s, person)
                             .bind(u":applicant"_s, person)
                             .bind(u":owner"_s, person)
                             .execute();
    if (!changed || *changed == 0) {
        return changed ? Result<bool>(false) : std::unexpected(changed.error());
    }
    Statement words(m_database, u"DELETE FROM person_word WHERE person = :id"_s);
    auto removed = words.bind(u":id"_s, person).run();
    if (removed) {
        removed = forgetKey(m_database, person);
    }
    return removed ? Result<bool>(true) : std::unexpected(removed.error());
}

} // namespace motcua
