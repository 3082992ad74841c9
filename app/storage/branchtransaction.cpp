// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/branchtransaction.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>
#include <limits>

using namespace Qt::StringLiterals;

namespace motcua {

static QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

static QJsonObject parsed(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QTimeZone Branch::timeZone() const
{
    return QTimeZone(settings.timeZone.toLatin1());
}

QJsonObject toJson(const BranchSettings &settings)
{
    QJsonArray languages;
    for (const Language language : settings.announcementLanguages) {
        languages.append(language == Language::Vietnamese ? u"vi"_s : u"en"_s);
    }
    QJsonArray forms;
    for (const FormUse &use : settings.forms) {
        forms.append(QJsonObject{{u"form"_s, use.form}, {u"paper"_s, word(use.paper)}});
    }
    return {{u"same_day_until"_s, settings.sameDayUntil.toString(u"HH:mm"_s)},
            {u"undo_seconds"_s, settings.undoSeconds},
            {u"shift_lease_seconds"_s, settings.shiftLeaseSeconds},
            {u"calls_before_no_show"_s, settings.callsBeforeNoShow},
            {u"last_ticket_minutes"_s, settings.lastTicketMinutes},
            {u"restore_number_gap"_s, settings.restoreNumberGap},
            {u"leased_numbers"_s, settings.leasedNumbers},
            {u"keep_appointments_days"_s, settings.keepAppointmentsDays},
            {u"keep_advice_days"_s, settings.keepAdviceDays},
            {u"keep_comments_days"_s, settings.keepCommentsDays},
            {u"rating_seconds"_s, settings.ratingSeconds},
            {u"expected_minutes"_s, settings.expectedMinutes},
            {u"keep_dossiers_days"_s, settings.keepDossiersDays},
            {u"announcement_languages"_s, languages},
            {u"hundreds_word"_s, settings.hundredsWord == HundredsWord::Linh ? u"linh"_s : u"le"_s},
            {u"forms"_s, forms},
            {u"desk_printer"_s, settings.deskPrinter},
            {u"hotline"_s, settings.hotline},
            {u"results_counter"_s, settings.resultsCounter},
            {u"full_id_on_forms"_s, settings.fullIdOnForms}};
}

static BranchSettings settingsFromJson(const QJsonObject &json, const QString &timeZone)
{
    BranchSettings settings{.timeZone = timeZone};
    settings.sameDayUntil = QTime::fromString(json["same_day_until"_L1].toString(), u"HH:mm"_s);
    settings.undoSeconds = json["undo_seconds"_L1].toInt(settings.undoSeconds);
    settings.shiftLeaseSeconds = json["shift_lease_seconds"_L1].toInt(settings.shiftLeaseSeconds);
    settings.callsBeforeNoShow = json["calls_before_no_show"_L1].toInt(settings.callsBeforeNoShow);
    settings.lastTicketMinutes = json["last_ticket_minutes"_L1].toInt(settings.lastTicketMinutes);
    settings.restoreNumberGap = json["restore_number_gap"_L1].toInt(settings.restoreNumberGap);
    settings.leasedNumbers = json["leased_numbers"_L1].toInt(settings.leasedNumbers);
    settings.keepAppointmentsDays =
        json["keep_appointments_days"_L1].toInt(settings.keepAppointmentsDays);
    settings.keepAdviceDays = json["keep_advice_days"_L1].toInt(settings.keepAdviceDays);
    settings.keepCommentsDays = json["keep_comments_days"_L1].toInt(settings.keepCommentsDays);
    settings.expectedMinutes = json["expected_minutes"_L1].toInt(settings.expectedMinutes);
    settings.ratingSeconds = json["rating_seconds"_L1].toInt(settings.ratingSeconds);
    settings.keepDossiersDays = json["keep_dossiers_days"_L1].toInt(settings.keepDossiersDays);
    settings.announcementLanguages.clear();
    for (const QJsonValue &language : json["announcement_languages"_L1].toArray()) {
        settings.announcementLanguages.push_back(
            language.toString() == "vi"_L1 ? Language::Vietnamese : Language::English);
    }
    settings.hundredsWord =
        json["hundreds_word"_L1].toString() == "le"_L1 ? HundredsWord::Le : HundredsWord::Linh;
    if (json.contains("forms"_L1)) { // not in a branch that was made before there were forms
        settings.forms.clear();
        for (const QJsonValue &use : json["forms"_L1].toArray()) {
            settings.forms.push_back(
                {use["form"_L1].toString(),
                 paperFromWord(use["paper"_L1].toString()).value_or(Paper::A4)});
        }
    }
    settings.deskPrinter = json["desk_printer"_L1].toString();
    settings.hotline = json["hotline"_L1].toString();
    settings.resultsCounter = json["results_counter"_L1].toInt();
    settings.fullIdOnForms = json["full_id_on_forms"_L1].toBool();
    return settings;
}

/// What branchFrom() reads.
static const QString BranchColumns = uR"(
        id, code, number, name_vi, name_en, organisation_vi, organisation_en, address, settings,
        time_zone, epoch, seq, head_hash, last_at, clock_lead, business_date, skip_date, skip_numbers,
        retired)"_s;

static Branch branchFrom(const Row &row)
{
    return Branch{.id = row.uuid(0),
                  .code = row.text(1),
                  .number = row.integer(2),
                  .name = {row.text(3), row.text(4)},
                  .organisation = {row.text(5), row.text(6)},
                  .address = row.text(7),
                  .settings = settingsFromJson(parsed(row.text(8)), row.text(9)),
                  .epoch = row.integer(10),
                  .seq = row.bigInteger(11),
                  .headHash = row.text(12).toLatin1(),
                  .clock = {row.bigInteger(13), row.bigInteger(14)},
                  .businessDate = row.date(15),
                  .skipDate = row.date(16),
                  .skipNumbers = row.integer(17),
                  .retired = row.boolean(18)};
}

static Result<Branch> theOnly(Result<std::vector<Branch>> branches, const Database &database)
{
    if (!branches) {
        return std::unexpected(branches.error());
    }
    if (branches->size() != 1 || !branches->front().timeZone().isValid()) {
        return failure(ErrorCode::DatabaseDamaged, database.path(), u"no branch row"_s);
    }
    return std::move(branches->front());
}

Result<Branch> readBranch(Database &database)
{
    static const QString sql = u"SELECT "_s + BranchColumns + u" FROM branch"_s;
    Statement select(database, sql);
    return theOnly(select.rows(branchFrom), database);
}

Result<> insertBranch(Database &database, const Branch &branch)
{
    Statement insert(database, uR"(
        INSERT INTO branch (id, code, number, name_vi, name_en, organisation_vi, organisation_en,
            address, settings, time_zone, epoch, seq, head_hash, last_at, clock_lead, business_date)
        VALUES (:id, :code, :number, :name_vi, :name_en, :organisation_vi, :organisation_en,
            :address, :settings, :time_zone, 1, 0, :head_hash, 0, 0, NULL))"_s);
    insert.bind(u":id"_s, branch.id)
        .bind(u":code"_s, branch.code)
        .bind(u":number"_s, branch.number)
        .bind(u":name_vi"_s, branch.name.vi)
        .bind(u":name_en"_s, branch.name.en)
        .bind(u":organisation_vi"_s, branch.organisation.vi)
        .bind(u":organisation_en"_s, branch.organisation.en)
        .bind(u":address"_s, branch.address)
        .bind(u":settings"_s, compact(toJson(branch.settings)))
        .bind(u":time_zone"_s, branch.settings.timeZone)
        .bind(u":head_hash"_s, genesisHash(branch.id));
    if (const auto done = insert.run(); !done) {
        return done;
    }
    return {};
}

Result<> storeClock(Database &database, const BranchClock &clock)
{
    Statement update(database, u"UPDATE branch SET last_at = :last_at, clock_lead = :lead"_s);
    return update.bind(u":last_at"_s, clock.lastAt).bind(u":lead"_s, clock.lead).run();
}

Result<> setRetired(Database &database, bool retired)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    Statement update(database, u"UPDATE branch SET retired = :retired"_s);
    if (const auto done = update.bind(u":retired"_s, retired).run(); !done) {
        return done;
    }
    return transaction->commit();
}

static QString digestOf(const QJsonObject &request)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(compact(request), QCryptographicHash::Sha256).toHex());
}

namespace {

/// A command that was done before.
struct Stored
{
    QString request; ///< its digest; empty: it was not
    QString answer;
};

Result<std::optional<QJsonObject>> answerOf(const Stored &stored, const QUuid &id,
                                            const QJsonObject &request)
{
    if (stored.request.isEmpty()) {
        return std::nullopt;
    }
    if (stored.request != digestOf(request)) {
        return failure(ErrorCode::CommandIdReused, id.toString(QUuid::WithoutBraces));
    }
    return parsed(stored.answer);
}

} // namespace

Result<std::optional<QJsonObject>> storedAnswerOf(Database &database, const QUuid &id,
                                                  const QJsonObject &request)
{
    Statement select(database, u"SELECT request, answer FROM command WHERE id = :id"_s);
    select.bind(u":id"_s, id);
    const auto stored = select.row([](const Row &row) { return Stored{row.text(0), row.text(1)}; });
    return stored ? answerOf(stored->value_or(Stored()), id, request)
                  : std::unexpected(stored.error());
}

BranchTransaction::BranchTransaction(Database &database, Transaction transaction, Branch branch,
                                     CommandContext context, QString request)
    : m_database(database)
    , m_transaction(std::move(transaction))
    , m_branch(std::move(branch))
    , m_context(std::move(context))
    , m_request(std::move(request))
    , m_firstSeq(m_branch.seq)
{
}

Result<BranchTransaction> BranchTransaction::begin(Database &database,
                                                   const CommandContext &context,
                                                   const QJsonObject &request)
{
    Q_ASSERT(!context.id.isNull());
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    // Others wait for the lock, so both are asked for at once.
    static const QString sql = u"SELECT "_s + BranchColumns + uR"(,
               (SELECT request FROM command WHERE id = :id),
               (SELECT answer FROM command WHERE id = :again)
        FROM branch)"_s;
    constexpr int Own = 19;
    Statement select(database, sql);
    select.bind(u":id"_s, context.id).bind(u":again"_s, context.id);
    Stored before;
    auto branch = theOnly(select.rows([&before](const Row &row) {
        before = {row.text(Own), row.text(Own + 1)};
        return branchFrom(row);
    }),
                          database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    if (branch->retired) {
        return failure(ErrorCode::DatabaseReplaced, database.path());
    }
    branch->clock = branch->clock.advancedTo(context.clock.toMSecsSinceEpoch());

    auto stored = answerOf(before, context.id, request);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    BranchTransaction command(database, std::move(*transaction), std::move(*branch), context,
                              digestOf(request));
    command.m_answer = std::move(*stored);
    return command;
}

void BranchTransaction::restartClock()
{
    m_branch.clock = {.lastAt = m_context.clock.toMSecsSinceEpoch(), .lead = 0};
}

void BranchTransaction::openDay(const QDate &date)
{
    m_dayChanged = true;
    m_branch.businessDate = date;
    m_branch.skipNumbers = date == m_branch.skipDate ? 0 : m_branch.skipNumbers;
}

void BranchTransaction::closeDay()
{
    m_dayChanged = true;
    m_branch.businessDate = QDate();
}

void BranchTransaction::beginEpoch(int epoch, const QDate &date, int skipNumbers)
{
    m_dayChanged = true;
    m_branch.epoch = epoch;
    m_branch.skipDate = date;
    m_branch.skipNumbers = skipNumbers;
}

Result<> BranchTransaction::append(EventKind kind, const QUuid &ticket, const QJsonObject &facts)
{
    Event event{.seq = nextSeq(),
                .kind = kind,
                .at = at(),
                .clockAt = m_context.clock.toMSecsSinceEpoch(),
                .ticket = ticket,
                .command = m_context.id,
                .body = compact(facts),
                .hash = {}};
    event.hash = chainedHash(m_branch.headHash, event);

    Statement insert(m_database, uR"(
        INSERT INTO event (seq, kind, at, clock_at, ticket_id, command_id, body, hash)
        VALUES (:seq, :kind, :at, :clock_at, :ticket, :command, :body, :hash))"_s);
    insert.bind(u":seq"_s, event.seq)
        .bind(u":kind"_s, word(kind))
        .bind(u":at"_s, event.at)
        .bind(u":clock_at"_s, event.clockAt)
        .bindOrNull(u":ticket"_s, ticket)
        .bind(u":command"_s, event.command)
        .bind(u":body"_s, event.body)
        .bind(u":hash"_s, event.hash);
    if (const auto done = insert.run(); !done) {
        return done;
    }
    m_branch.seq = event.seq;
    m_branch.headHash = event.hash;
    return {};
}

Result<> BranchTransaction::commit(const QJsonObject &answer)
{
    // An answer that came without an event stands at the one before, which may be of a kind that this
    // face does not see, and so it does not find its answer on a repeated sending: it says the same again,
    // and changes nothing, also for another request under that id. To name the column that conflicts
    // would want the right to see the row.
    const QString again = m_branch.seq == m_firstSeq ? u" ON CONFLICT DO NOTHING"_s : QString();
    Statement store(m_database, uR"(
        INSERT INTO command (id, request, answer, seq) VALUES (:id, :request, :answer, :seq))"_s
                                    + again);
    store.bind(u":id"_s, m_context.id)
        .bind(u":request"_s, m_request)
        .bind(u":answer"_s, compact(answer))
        .bind(u":seq"_s, m_branch.seq);
    if (const auto done = store.run(); !done) {
        return done;
    }
    Statement head(m_database, uR"(
        UPDATE branch
        SET seq = :seq, head_hash = :hash, last_at = :last_at, clock_lead = :lead)"_s);
    head.bind(u":seq"_s, m_branch.seq)
        .bind(u":hash"_s, m_branch.headHash)
        .bind(u":last_at"_s, m_branch.clock.lastAt)
        .bind(u":lead"_s, m_branch.clock.lead);
    if (const auto done = head.run(); !done) {
        return done;
    }
    if (m_dayChanged) { // which few may do, so the columns stand apart
        Statement day(m_database, uR"(
            UPDATE branch
            SET business_date = :date, epoch = :epoch, skip_date = :skip_date,
                skip_numbers = :skip_numbers)"_s);
        day.bindOrNull(u":date"_s, m_branch.businessDate)
            .bind(u":epoch"_s, m_branch.epoch)
            .bindOrNull(u":skip_date"_s, m_branch.skipDate)
            .bind(u":skip_numbers"_s, m_branch.skipNumbers);
        if (const auto done = day.run(); !done) {
            return done;
        }
    }
    return m_transaction.commit();
}

static Event eventFrom(const Row &row)
{
    const auto kind = eventKindFromWord(row.text(1));
    return {.seq = row.bigInteger(0),
            .kind = kind.value_or(EventKind::BranchCreated),
            .at = row.bigInteger(2),
            .clockAt = row.bigInteger(3),
            .ticket = row.uuid(4),
            .command = row.uuid(5),
            .body = row.text(6).toUtf8(),
            // An edited word must not pass for the kind it is read as.
            .hash = kind ? row.text(7).toLatin1() : QByteArray()};
}

Result<std::vector<Event>> eventsAfter(Database &database, qint64 seq, int limit)
{
    Statement select(database, uR"(
        SELECT seq, kind, at, clock_at, ticket_id, command_id, body, hash
        FROM event WHERE seq > :seq ORDER BY seq LIMIT :limit)"_s);
    select.bind(u":seq"_s, seq).bind(u":limit"_s, limit);
    return select.rows(eventFrom);
}

Result<std::vector<Event>> latestEvents(Database &database, qint64 since, int limit)
{
    constexpr int Batch = 50; // the last seconds of a branch, so that asking costs little
    std::vector<Event> latest;
    for (qint64 before = std::numeric_limits<qint64>::max(); std::ssize(latest) < limit;) {
        Statement select(database, uR"(
            SELECT seq, kind, at, clock_at, ticket_id, command_id, body, hash
            FROM event WHERE seq < :before ORDER BY seq DESC LIMIT :limit)"_s);
        select.bind(u":before"_s, before)
            .bind(u":limit"_s, std::min(Batch, limit - static_cast<int>(latest.size())));
        const auto events = select.rows(eventFrom);
        if (!events) {
            return events;
        }
        std::ranges::copy_if(*events, std::back_inserter(latest),
                             [since](const Event &event) { return event.at >= since; });
        if (std::ssize(*events) < Batch || events->back().at < since) {
            break;
        }
        before = events->back().seq;
    }
    return latest;
}

} // namespace motcua
