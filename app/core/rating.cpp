// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rating.h"

#include "core/wordtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr WordTable<RatingLevel, 3> LevelWords({
    {RatingLevel::Very, "very"_L1},
    {RatingLevel::Satisfied, "satisfied"_L1},
    {RatingLevel::Not, "not"_L1},
});

static constexpr WordTable<CommentState, 2> StateWords({
    {CommentState::Received, "received"_L1},
    {CommentState::Handled, "handled"_L1},
});

QString word(RatingLevel level)
{
    return LevelWords.wordOf(level);
}

std::optional<RatingLevel> ratingLevelFromWord(QStringView word)
{
    return LevelWords.valueOf(word);
}

QString word(CommentState state)
{
    return StateWords.wordOf(state);
}

std::optional<CommentState> commentStateFromWord(QStringView word)
{
    return StateWords.valueOf(word);
}

RatingState RatingOffers::shown(const RatingState &read, qint64 measured)
{
    constexpr qint64 SecondMs = 1000;
    if (read.branchNow < m_branchNow) { // opening a day starts the branch's clock anew
        *this = {};
    }
    m_branchNow = read.branchNow;
    RatingState shown = read;
    if (m_gone && shown.offer
        && (shown.offer == m_gone || shown.offer->endedAt < m_gone->endedAt)) {
        shown.offer.reset();
    }
    if (shown.offer != m_offer) {
        if (m_offer) {
            m_gone = m_offer;
        }
        m_offer = shown.offer;
        m_endedAt = measured;
    }
    if (shown.offer) {
        m_endedAt = std::min(m_endedAt, measured - shown.offerAge());
        shown.branchNow = shown.offer->endedAt + measured - m_endedAt;
    }
    if (shown.offerAge() >= shown.offerSeconds * SecondMs) {
        shown.offer.reset();
    }
    return shown;
}

Satisfaction &Satisfaction::operator+=(const Satisfaction &other)
{
    very += other.very;
    satisfied += other.satisfied;
    notSatisfied += other.notSatisfied;
    comments += other.comments;
    handled += other.handled;
    return *this;
}

std::optional<int> Satisfaction::shareOf(int part, int whole)
{
    constexpr qint64 Whole = 1000;
    return whole == 0 ? std::nullopt
                      : std::optional(static_cast<int>((Whole * part + whole / 2) / whole));
}

QString shareText(std::optional<int> thousandths, Language language)
{
    constexpr int Ten = 10;
    if (!thousandths) {
        return u"–"_s;
    }
    return (language == Language::Vietnamese ? u"%1,%2 %"_s : u"%1.%2%"_s)
        .arg(*thousandths / Ten)
        .arg(*thousandths % Ten);
}

} // namespace motcua
