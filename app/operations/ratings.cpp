// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/ratings.h"

#include "core/vietnamesetext.h"
#include "operations/counteraccess.h"
#include "operations/intakes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject RatingAnswer::toJson() const
{
    return {{u"rating"_s, rating.toString(QUuid::WithoutBraces)},
            {u"ticket"_s, ticket},
            {u"leg"_s, leg},
            {u"counter"_s, counter},
            {u"group"_s, group},
            {u"level"_s, word(level)},
            {u"comment"_s, hasComment}};
}

RatingAnswer RatingAnswer::fromJson(const QJsonObject &json)
{
    return {.rating = QUuid::fromString(json["rating"_L1].toString()),
            .ticket = json["ticket"_L1].toString(),
            .leg = json["leg"_L1].toInt(),
            .counter = json["counter"_L1].toInt(),
            .group = json["group"_L1].toString(),
            .level = ratingLevelFromWord(json["level"_L1].toString()).value_or(RatingLevel::Not),
            .hasComment = json["comment"_L1].toBool()};
}

QJsonObject CommentAnswer::toJson() const
{
    return {{u"rating"_s, rating.toString(QUuid::WithoutBraces)},
            {u"state"_s, word(CommentState::Handled)},
            {u"staff"_s, staff}};
}

CommentAnswer CommentAnswer::fromJson(const QJsonObject &json)
{
    return {.rating = QUuid::fromString(json["rating"_L1].toString()),
            .staff = json["staff"_L1].toString()};
}

namespace {

/// Of a rating's row. The database lets no other word in.
RatingLevel levelFrom(const QString &text)
{
    return ratingLevelFromWord(text).value_or(RatingLevel::Not);
}

/// A leg that was served and ended.
struct EndedLeg
{
    RatingOffer offer;
    QString group;
    int counter = 0;
    bool isRated = false;
};

/// What is read of it: no more than the face of a tablet may.
const QString EndedSql = uR"(
    SELECT leg.ticket_id, leg.ordinal, ticket.series, ticket.number, leg.ended_at, leg.group_letter,
           leg.counter, rating.leg
    FROM leg JOIN ticket ON ticket.id = leg.ticket_id
    LEFT JOIN rating ON rating.ticket_id = leg.ticket_id AND rating.leg = leg.ordinal
    WHERE leg.business_date = :date AND leg.counter = :counter
      AND leg.state IN ('completed', 'transferred'))"_s;

TicketNumber numberFrom(const Row &row, int column)
{
    return {row.text(column).at(0).unicode(), row.integer(column + 1)};
}

EndedLeg endedFrom(const Row &row)
{
    return {.offer = {.ticket = row.uuid(0),
                      .leg = row.integer(1),
                      .number = numberFrom(row, 2),
                      .endedAt = row.bigInteger(4)},
            .group = row.text(5),
            .counter = row.integer(6),
            .isRated = !row.isNull(7)};
}

Result<std::optional<EndedLeg>> lastEnded(Database &database, const QDate &date, int counter)
{
    Statement select(database,
                     EndedSql + u" ORDER BY leg.ended_at DESC, leg.changed_seq DESC LIMIT 1"_s);
    return select.bind(u":date"_s, date).bind(u":counter"_s, counter).row(endedFrom);
}

Result<std::optional<EndedLeg>> endedLeg(Database &database, const QDate &date, int counter,
                                         const QUuid &ticket, int leg)
{
    Statement select(database, EndedSql + u" AND leg.ticket_id = :ticket AND leg.ordinal = :leg"_s);
    return select.bind(u":date"_s, date)
        .bind(u":counter"_s, counter)
        .bind(u":ticket"_s, ticket)
        .bind(u":leg"_s, leg)
        .row(endedFrom);
}

Result<int> countOf(Database &database, const QString &sql, int counter)
{
    Statement select(database, sql);
    const auto count =
        select.bind(u":counter"_s, counter).row([](const Row &row) { return row.integer(0); });
    return count ? Result<int>(count->value_or(0)) : std::unexpected(count.error());
}

/// Reads no more than a tablet may.
Result<> checkCounter(Database &database, int counter)
{
    const auto known = countOf(
        database, u"SELECT count(*) FROM counter WHERE number = :counter AND active"_s, counter);
    if (!known) {
        return std::unexpected(known.error());
    }
    return *known > 0 ? Result<>() : failure(ErrorCode::UnknownCounter, QString::number(counter));
}

/// @p text as it is stored for @p rating: cleaned, cut and sealed to the branch; empty for nothing.
Result<QString> sealed(Database &database, const QString &text, const QUuid &rating)
{
    const QString clean = cleaned(text).left(LongestComment).trimmed();
    if (clean.isEmpty()) {
        return QString();
    }
    IntakeRepository repository(database);
    const auto known = repository.publicKey();
    if (!known) {
        return std::unexpected(known.error());
    }
    if (!known->isEmpty()) {
        return PersonVault::sealTo(*known, clean.toUtf8(), rating);
    }
    const auto vault = vaultOf(database); // the first that is sealed in this branch
    if (!vault) {
        return std::unexpected(vault.error());
    }
    const auto stored = repository.setPublicKey(vault->publicKey());
    if (!stored) {
        return std::unexpected(stored.error());
    }
    return PersonVault::sealTo(vault->publicKey(), clean.toUtf8(), rating);
}

/// An emptied text keeps its hash.
QString hashed(const QString &content)
{
    return content.isEmpty() ? content : erasedContent(content);
}

bool isErasedText(const QString &content)
{
    return !content.isEmpty() && erasedContent(content) == content;
}

Result<> insert(Database &database, const StoredRating &rating, qint64 seq)
{
    Statement insert(database, uR"(
        INSERT INTO rating (id, ticket_id, leg, business_date, group_letter, counter, level, rated_at,
            content, state, changed_seq)
        VALUES (:id, :ticket, :leg, :date, :group, :counter, :level, :at, :content, :state, :seq))"_s);
    return insert.bind(u":id"_s, rating.id)
        .bind(u":ticket"_s, rating.ticket)
        .bind(u":leg"_s, rating.leg)
        .bind(u":date"_s, rating.businessDate)
        .bind(u":group"_s, rating.group)
        .bind(u":counter"_s, rating.counter)
        .bind(u":level"_s, word(rating.level))
        .bind(u":at"_s, rating.ratedAt)
        .bind(u":content"_s, rating.content)
        .bindOrNull(u":state"_s, rating.state ? word(*rating.state) : QString())
        .bind(u":seq"_s, seq)
        .run();
}

Result<RatingAnswer> rate(BranchTransaction &command, const RatingRequest &request)
{
    Database &database = command.database();
    const QDate today = command.branch().businessDate;
    if (today.isNull()) {
        return failure(ErrorCode::DayNotOpen);
    }
    if (const auto checked = checkCounter(database, request.counter); !checked) {
        return std::unexpected(checked.error());
    }
    const auto found = request.ticket.isNull() ? lastEnded(database, today, request.counter)
                                               : endedLeg(database, today, request.counter,
                                                          request.ticket, request.leg);
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found || command.at() - (*found)->offer.endedAt > LateRatingMs) {
        return failure(ErrorCode::NothingToRate, QString::number(request.counter));
    }
    const EndedLeg &ended = **found;
    if (ended.isRated) {
        return failure(ErrorCode::RatingGiven, ended.offer.number.toString());
    }
    const QUuid id = QUuid::createUuid();
    const auto content = sealed(database, request.comment, id);
    if (!content) {
        return std::unexpected(content.error());
    }
    const bool hasComment = !content->isEmpty();
    const StoredRating rating{.id = id,
                              .ticket = ended.offer.ticket,
                              .leg = ended.offer.leg,
                              .businessDate = today,
                              .group = ended.group,
                              .counter = ended.counter,
                              .level = request.level,
                              .ratedAt = command.at(),
                              .content = *content,
                              .state = hasComment ? std::optional(CommentState::Received)
                                                  : std::nullopt};
    if (const auto done = insert(database, rating, command.nextSeq()); !done) {
        return std::unexpected(done.error());
    }
    const RatingAnswer answer{.rating = id,
                              .ticket = ended.offer.number.toString(),
                              .leg = rating.leg,
                              .counter = rating.counter,
                              .group = rating.group,
                              .level = rating.level,
                              .hasComment = hasComment};
    QJsonObject facts = answer.toJson();
    facts.insert(u"digest"_s, digestOf(rating));
    const auto done = command.append(EventKind::Rated, rating.ticket, facts);
    return done ? Result<RatingAnswer>(answer) : std::unexpected(done.error());
}

StoredRating storedFrom(const Row &row)
{
    return {.id = row.uuid(0),
            .ticket = row.uuid(1),
            .leg = row.integer(2),
            .businessDate = row.date(3),
            .group = row.text(4),
            .counter = row.integer(5),
            .level = levelFrom(row.text(6)),
            .ratedAt = row.bigInteger(7),
            .content = row.text(8),
            .state = commentStateFromWord(row.text(9)),
            .handledBy = row.text(10),
            .handledAt = row.bigInteger(11),
            .note = row.text(12)};
}

const QString StoredColumns = uR"(
    rating.id, rating.ticket_id, rating.leg, rating.business_date, rating.group_letter, rating.counter,
    rating.level, rating.rated_at, rating.content, rating.state, rating.handled_by, rating.handled_at,
    rating.note)"_s;

Result<CommentAnswer> handle(BranchTransaction &command, const QUuid &id, const QString &staff,
                             const QString &note)
{
    Database &database = command.database();
    const auto code = staffCode(database, staff);
    if (!code) {
        return std::unexpected(code.error());
    }
    Statement select(database, u"SELECT %1 FROM rating WHERE id = :id"_s.arg(StoredColumns));
    auto found = select.bind(u":id"_s, id).row(storedFrom);
    if (!found) {
        return std::unexpected(found.error());
    }
    const QString subject = id.toString(QUuid::WithoutBraces);
    if (!*found || !(*found)->state) {
        return failure(ErrorCode::UnknownRating, subject);
    }
    StoredRating &rating = **found;
    if (rating.state == CommentState::Handled) {
        return failure(ErrorCode::CommentHandled, subject);
    }
    const auto box = isErased(rating) ? Result<QString>(QString()) : sealed(database, note, id);
    if (!box) {
        return std::unexpected(box.error());
    }
    rating.state = CommentState::Handled;
    rating.handledBy = *code;
    rating.handledAt = command.at();
    rating.note = *box;
    Statement update(database, uR"(
        UPDATE rating SET state = 'handled', handled_by = :staff, handled_at = :at, note = :note,
            changed_seq = :seq
        WHERE id = :id)"_s);
    const auto done = update.bind(u":staff"_s, rating.handledBy)
                          .bind(u":at"_s, rating.handledAt)
                          .bind(u":note"_s, rating.note)
                          .bind(u":seq"_s, command.nextSeq())
                          .bind(u":id"_s, id)
                          .run();
    if (!done) {
        return std::unexpected(done.error());
    }
    const CommentAnswer answer{.rating = id, .staff = rating.handledBy};
    QJsonObject facts = answer.toJson();
    facts.insert(u"digest"_s, handlingDigestOf(rating));
    const auto told = command.append(EventKind::CommentHandled, rating.ticket, facts);
    return told ? Result<CommentAnswer>(answer) : std::unexpected(told.error());
}

/// The text in a box of @p rating; empty for none, and once it was erased.
Result<QString> opened(const PersonVault &vault, const QString &box, const QUuid &rating)
{
    if (box.isEmpty() || isErasedText(box)) {
        return QString();
    }
    const auto plain = vault.open(box, rating);
    return plain ? Result<QString>(QString::fromUtf8(*plain)) : std::unexpected(plain.error());
}

} // namespace

Result<RatingAnswer> giveRating(Database &database, const CommandContext &context,
                                const RatingRequest &request)
{
    // The comment itself is not part of it: a plain digest of a few words could be tried out.
    return runCommand<RatingAnswer>(
        database, context,
        {{u"command"_s, u"rating give"_s},
         {u"counter"_s, request.counter},
         {u"ticket"_s, request.ticket.toString(QUuid::WithoutBraces)},
         {u"leg"_s, request.leg},
         {u"level"_s, word(request.level)}},
        [&request](BranchTransaction &command) { return rate(command, request); });
}

Result<RatingAnswer> giveRatingAtBranchTime(Database &database, const QUuid &command,
                                            const RatingRequest &request)
{
    // Read just before, also by a tablet that slept: what others do in between is within the clock's
    // tolerance.
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    const qint64 clock = branch->clock.lastAt - branch->clock.lead;
    return giveRating(database, {command, QDateTime::fromMSecsSinceEpoch(clock, Qt::UTC)}, request);
}

Result<RatingState> readRatingState(Database &database, int counter)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    if (const auto checked = checkCounter(database, counter); !checked) {
        return std::unexpected(checked.error());
    }
    const auto signedIn = countOf(
        database, u"SELECT count(*) FROM shift WHERE counter = :counter AND closed_at IS NULL"_s,
        counter);
    const auto serving = countOf(
        database, u"SELECT count(*) FROM leg WHERE counter = :counter AND state = 'serving'"_s,
        counter);
    if (!signedIn || !serving) {
        return std::unexpected(signedIn ? serving.error() : signedIn.error());
    }
    RatingState state{.branch = branch->name,
                      .branchNumber = branch->number,
                      .counter = counter,
                      .isOpen = !branch->businessDate.isNull() && *signedIn > 0,
                      .offerSeconds = branch->settings.ratingSeconds,
                      .branchNow = branch->clock.lastAt};
    if (branch->businessDate.isNull() || *serving > 0) {
        return state;
    }
    const auto ended = lastEnded(database, branch->businessDate, counter);
    if (!ended) {
        return std::unexpected(ended.error());
    }
    if (*ended && !(*ended)->isRated) {
        state.offer = (*ended)->offer;
    }
    return state;
}

Result<CommentAnswer> handleComment(Database &database, const CommandContext &context,
                                    const QUuid &rating, const QString &staff, const QString &note)
{
    return runCommand<CommentAnswer>(
        database, context,
        {{u"command"_s, u"rating handle"_s},
         {u"rating"_s, rating.toString(QUuid::WithoutBraces)},
         {u"staff"_s, staff}},
        [&](BranchTransaction &command) { return handle(command, rating, staff, note); });
}

Result<CommentInbox> readComments(Database &database, const PersonVault &vault)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto branch = readBranch(database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    struct Found
    {
        StoredRating rating;
        TicketNumber number;
    };
    std::vector<Found> found;
    const QString sql = u"SELECT %1, ticket.series, ticket.number FROM rating "
                        "JOIN ticket ON ticket.id = rating.ticket_id WHERE rating.state = %2"_s;
    constexpr int NumberAt = 13;
    for (const QString &part :
         {u"'received' ORDER BY rating.rated_at, rating.id LIMIT :most"_s,
          u"'handled' ORDER BY rating.handled_at DESC, rating.id LIMIT :most"_s}) {
        Statement select(database, sql.arg(StoredColumns, part));
        const auto read = select.bind(u":most"_s, CommentsRead).forEach([&found](const Row &row) {
            found.push_back({storedFrom(row), numberFrom(row, NumberAt)});
        });
        if (!read) {
            return std::unexpected(read.error());
        }
    }
    Statement count(database, uR"(
        SELECT count(*), sum(CASE WHEN state = 'handled' THEN 1 ELSE 0 END)
        FROM rating WHERE state IS NOT NULL)"_s);
    const auto counted =
        count.row([](const Row &row) { return std::pair(row.integer(0), row.integer(1)); });
    if (!counted) {
        return std::unexpected(counted.error());
    }
    CommentInbox inbox{.total = (*counted)->first, .handled = (*counted)->second};
    inbox.later = std::max(0, inbox.total - inbox.handled - CommentsRead);
    for (const Found &one : found) {
        const StoredRating &rating = one.rating;
        const auto text = opened(vault, rating.content, rating.id);
        const auto note = opened(vault, rating.note, rating.id);
        if (!text || !note) {
            return std::unexpected(text ? note.error() : text.error());
        }
        const auto wall = [&branch](qint64 at) {
            return at == 0
                       ? LocalTime()
                       : wallClock(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC), branch->timeZone());
        };
        inbox.comments.push_back({.id = rating.id,
                                  .ratedAt = wall(rating.ratedAt),
                                  .number = one.number,
                                  .group = rating.group,
                                  .counter = rating.counter,
                                  .level = rating.level,
                                  .state = rating.state.value_or(CommentState::Received),
                                  .text = *text,
                                  .handledBy = rating.handledBy,
                                  .handledAt = wall(rating.handledAt),
                                  .note = *note,
                                  .isErased = isErased(rating)});
    }
    return inbox;
}

Result<qint64> lastCommentChange(Database &database)
{
    // The end of rating_comment_by_change.
    Statement select(database, uR"(
        SELECT changed_seq FROM rating WHERE state IS NOT NULL
        ORDER BY changed_seq DESC LIMIT 1)"_s);
    const auto last = select.row([](const Row &row) { return row.bigInteger(0); });
    return last ? Result<qint64>(last->value_or(0)) : std::unexpected(last.error());
}

Result<std::map<QString, Satisfaction>> ratingsOf(Database &database, const QDate &from,
                                                  const QDate &to)
{
    Statement select(database, uR"(
        SELECT group_letter, level, count(*), count(state),
               sum(CASE WHEN state = 'handled' THEN 1 ELSE 0 END)
        FROM rating WHERE business_date >= :from AND business_date <= :to
        GROUP BY group_letter, level)"_s);
    select.bind(u":from"_s, from).bind(u":to"_s, to);
    std::map<QString, Satisfaction> groups;
    const auto read = select.forEach([&groups](const Row &row) {
        Satisfaction &group = groups[row.text(0)];
        switch (levelFrom(row.text(1))) {
        case RatingLevel::Very:
            group.very += row.integer(2);
            break;
        case RatingLevel::Satisfied:
            group.satisfied += row.integer(2);
            break;
        case RatingLevel::Not:
            group.notSatisfied += row.integer(2);
            break;
        }
        group.comments += row.integer(3);
        group.handled += row.integer(4);
    });
    return read ? Result<std::map<QString, Satisfaction>>(std::move(groups))
                : std::unexpected(read.error());
}

Result<> eachRating(Database &database, const std::function<void(const StoredRating &)> &read)
{
    Statement select(database, u"SELECT %1 FROM rating"_s.arg(StoredColumns));
    return select.forEach([&read](const Row &row) { read(storedFrom(row)); });
}

QString digestOf(const StoredRating &rating)
{
    return hashOfLines({rating.id.toString(), rating.ticket.toString(), QString::number(rating.leg),
                        rating.businessDate.toString(Qt::ISODate), rating.group,
                        QString::number(rating.counter), word(rating.level),
                        QString::number(rating.ratedAt), hashed(rating.content)});
}

QString handlingDigestOf(const StoredRating &rating)
{
    return rating.state == CommentState::Handled
               ? hashOfLines({rating.id.toString(), rating.handledBy,
                              QString::number(rating.handledAt), hashed(rating.note)})
               : QString();
}

bool isErased(const StoredRating &rating)
{
    return isErasedText(rating.content);
}

Result<> eraseComment(Database &database, const QUuid &rating, qint64 seq)
{
    Statement select(database, u"SELECT content, note FROM rating WHERE id = :id"_s);
    const auto texts = select.bind(u":id"_s, rating).row([](const Row &row) {
        return std::pair(row.text(0), row.text(1));
    });
    if (!texts || !*texts) {
        return texts ? Result<>() : std::unexpected(texts.error());
    }
    const auto &[content, note] = **texts;
    Statement update(database, uR"(
        UPDATE rating SET content = :content, note = :note, changed_seq = :seq WHERE id = :id)"_s);
    return update.bind(u":content"_s, hashed(content))
        .bind(u":note"_s, hashed(note))
        .bind(u":seq"_s, seq)
        .bind(u":id"_s, rating)
        .run();
}

} // namespace motcua
