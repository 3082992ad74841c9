// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rating.h"
#include "operations/command.h"
#include "operations/personvault.h"

#include <functional>
#include <map>
#include <vector>

namespace motcua {

// Ratings are given by citizens at a device of their own. A branch's server lets only the face "rating"
// write one (resources/server/grants.sql), so that no counter can; nobody but the head of the branch
// reads a comment. By law (domain.md §1.3) a rating is attributable: its leg says whose work it was.

/// The longest comment and note, in UTF-16 units.
constexpr qsizetype LongestComment = 500;
/// A rating may be sent so long after its leg's end, for who writes a comment; ms.
constexpr qint64 LateRatingMs = qint64{10} * 60'000;

struct RatingRequest
{
    int counter = 0;
    /// The leg that was offered; a null ticket: whichever is offered there now.
    QUuid ticket = {};
    int leg = 0;
    RatingLevel level = RatingLevel::Very;
    QString comment = {}; ///< empty for none; what is too long is cut
};

struct RatingAnswer
{
    QUuid rating;
    QString ticket; ///< number
    int leg = 1;
    int counter = 0;
    QString group; ///< letter
    RatingLevel level = RatingLevel::Very;
    bool hasComment = false;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static RatingAnswer fromJson(const QJsonObject &json);
};

/// Stores a citizen's rating of a leg that was served at the counter and ended within LateRatingMs; the
/// comment is sealed to the branch's key, which needs no secret. Fails with DayNotOpen, UnknownCounter,
/// NothingToRate (subject: the counter), RatingGiven (subject: the number).
[[nodiscard]] Result<RatingAnswer> giveRating(Database &database, const CommandContext &context,
                                              const RatingRequest &request);

/// The same as @p command of a tablet, whose clock nobody sets: at the time of the branch's last event,
/// so that it neither moves the branch's clock nor is refused for its own.
[[nodiscard]] Result<RatingAnswer> giveRatingAtBranchTime(Database &database, const QUuid &command,
                                                          const RatingRequest &request);

/// What there is for a tablet at @p counter. The leg that ended there last can be offered until somebody
/// else is served; for how long is RatingOffers' to say. Fails with UnknownCounter.
[[nodiscard]] Result<RatingState> readRatingState(Database &database, int counter);

struct CommentAnswer
{
    QUuid rating;
    QString staff;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static CommentAnswer fromJson(const QJsonObject &json);
};

/// Notes that @p staff, in whatever case the code was typed, has dealt with a comment, and how; the note
/// is sealed as the comment is, and not kept of one that was erased. Nobody proves who he is: whoever
/// has the manager's rights could set any PIN anyway. Fails with UnknownStaff, UnknownRating (also for a
/// rating without a comment), CommentHandled.
[[nodiscard]] Result<CommentAnswer> handleComment(Database &database, const CommandContext &context,
                                                  const QUuid &rating, const QString &staff,
                                                  const QString &note);

/// So many comments are read, of those nobody has dealt with and of the others.
constexpr int CommentsRead = 100;

/// The oldest comments nobody has dealt with, then the last others. Fails with DatabaseDamaged when one
/// does not open with @p vault.
[[nodiscard]] Result<CommentInbox> readComments(Database &database, const PersonVault &vault);

/// The event that changed a comment last, 0 without any: while it stays, readComments() reads the same.
[[nodiscard]] Result<qint64> lastCommentChange(Database &database);

/// The ratings of the business days from @p from to @p to, included, by group. Part of the caller's
/// transaction.
[[nodiscard]] Result<std::map<QString, Satisfaction>> ratingsOf(Database &database,
                                                                const QDate &from, const QDate &to);

/// A rating's row.
struct StoredRating
{
    QUuid id;
    QUuid ticket;
    int leg = 1;
    QDate businessDate;
    QString group;
    int counter = 0;
    RatingLevel level = RatingLevel::Very;
    qint64 ratedAt = 0;
    QString content; ///< sealed; empty for none
    std::optional<CommentState> state = {};
    QString handledBy = {};
    qint64 handledAt = 0;
    QString note = {}; ///< sealed; empty for none
};
/// All of them, for verify.
[[nodiscard]] Result<> eachRating(Database &database,
                                  const std::function<void(const StoredRating &)> &read);
/// What the event of a rating holds of its row; the same once the comment was erased.
[[nodiscard]] QString digestOf(const StoredRating &rating);
/// The same of what was done about its comment; empty while nothing was.
[[nodiscard]] QString handlingDigestOf(const StoredRating &rating);
[[nodiscard]] bool isErased(const StoredRating &rating);
/// Empties comment and note of @p rating; part of the caller's command.
[[nodiscard]] Result<> eraseComment(Database &database, const QUuid &rating, qint64 seq);

} // namespace motcua
