// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/language.h"
#include "core/localtime.h"
#include "core/ticketnumber.h"

#include <QUuid>

#include <optional>
#include <vector>

namespace motcua {

/// How content a citizen was with one visit: the three legal levels, the best first. The words of
/// word() are the values of the column rating.level.
enum class RatingLevel { Very, Satisfied, Not };
[[nodiscard]] QString word(RatingLevel level);
[[nodiscard]] std::optional<RatingLevel> ratingLevelFromWord(QStringView word);

/// Where a comment stands; the words are the values of rating.state.
enum class CommentState { Received, Handled };
[[nodiscard]] QString word(CommentState state);
[[nodiscard]] std::optional<CommentState> commentStateFromWord(QStringView word);

/// A leg that its citizen may rate now. A leg is rated when it was served and ended, by its finish or
/// by a transfer, which ends the work of that counter and is judged apart from what follows.
struct RatingOffer
{
    QUuid ticket;
    int leg = 1;
    TicketNumber number;
    qint64 endedAt = 0; ///< branch time, UTC ms

    friend bool operator==(const RatingOffer &, const RatingOffer &) = default;
};

/// What a tablet at a counter shows: numbers, and nothing of people or staff.
struct RatingState
{
    Bilingual branch;
    int branchNumber = 0;
    int counter = 0;
    bool isOpen = false;  ///< a day is open and somebody is signed in at the counter
    int offerSeconds = 0; ///< after the leg's end; see BranchSettings
    /// That of its last event, UTC ms, so that no clock of a tablet is in it; see RatingOffers.
    qint64 branchNow = 0;
    std::optional<RatingOffer> offer = {};

    /// How long ago the offered leg ended at least, ms.
    [[nodiscard]] qint64 offerAge() const { return offer ? branchNow - offer->endedAt : 0; }

    friend bool operator==(const RatingState &, const RatingState &) = default;
};

/// What a tablet shows of what it reads. The time is the branch's, and what a clock measures that only
/// counts: what the tablet's own says is nobody's care. A leg is asked about in one stretch: once its
/// offer has gone, because somebody else was served or it was rated, neither it nor one that ended before
/// is shown any more.
class RatingOffers
{
public:
    /// @p read as it is shown, without an offer whose time is over, and with as much of branchNow as was
    /// @p measured (ms since any moment) since the offer was there first.
    [[nodiscard]] RatingState shown(const RatingState &read, qint64 measured);

private:
    qint64 m_branchNow = 0;             ///< as read last
    std::optional<RatingOffer> m_offer; ///< as read last
    qint64 m_endedAt = 0;               ///< of it at the latest, by the clock that measures
    std::optional<RatingOffer> m_gone;  ///< the last that was not there any more
};

/// A comment as the head of the branch reads it.
struct RatingComment
{
    QUuid id; ///< of the rating
    LocalTime ratedAt;
    TicketNumber number;
    QString group; ///< letter
    int counter = 0;
    RatingLevel level = RatingLevel::Very;
    CommentState state = CommentState::Received;
    QString text;          ///< empty once it was erased
    QString handledBy;     ///< code of staff; empty while it is not
    LocalTime handledAt;   ///< null while it is not
    QString note;          ///< what was done
    bool isErased = false; ///< kept for long enough, see operations/retention.h

    friend bool operator==(const RatingComment &, const RatingComment &) = default;
};

/// The comments of a branch: those nobody has dealt with, the oldest first, and the last others; of each
/// no more than somebody reads in one go.
struct CommentInbox
{
    std::vector<RatingComment> comments = {};
    int later = 0; ///< more that nobody has dealt with, not among these
    int total = 0; ///< ever received
    int handled = 0;

    friend bool operator==(const CommentInbox &, const CommentInbox &) = default;
};

/// Ratings of a group or a day, counted. It compares services, never people.
struct Satisfaction
{
    int very = 0;
    int satisfied = 0;
    int notSatisfied = 0;
    int comments = 0;
    int handled = 0; ///< of the comments

    [[nodiscard]] int ratings() const { return very + satisfied + notSatisfied; }
    /// Of all ratings those of the two upper levels, in thousandths, rounded; nothing without any.
    [[nodiscard]] std::optional<int> satisfiedShare() const
    {
        return shareOf(very + satisfied, ratings());
    }
    /// Of all comments those handled, in the same way.
    [[nodiscard]] std::optional<int> handledShare() const { return shareOf(handled, comments); }

    Satisfaction &operator+=(const Satisfaction &other);
    friend bool operator==(const Satisfaction &, const Satisfaction &) = default;

private:
    [[nodiscard]] static std::optional<int> shareOf(int part, int whole);
};

/// Thousandths as people read them: "86,7 %" in Vietnamese, "86.7%" in English; "–" for nothing.
[[nodiscard]] QString shareText(std::optional<int> thousandths, Language language);

} // namespace motcua
