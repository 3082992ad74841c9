// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/vietnamesetext.h"
#include "operations/ratings.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString levelText(RatingLevel level)
{
    switch (level) {
    case RatingLevel::Very:
        return Texts::tr("very satisfied");
    case RatingLevel::Satisfied:
        return Texts::tr("satisfied");
    case RatingLevel::Not:
        return Texts::tr("not satisfied");
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const RatingComment &comment)
{
    QJsonObject json{{u"rating"_s, comment.id.toString(QUuid::WithoutBraces)},
                     {u"at"_s, localTimeText(comment.ratedAt)},
                     {u"ticket"_s, comment.number.toString()},
                     {u"group"_s, comment.group},
                     {u"counter"_s, comment.counter},
                     {u"level"_s, word(comment.level)},
                     {u"state"_s, word(comment.state)},
                     {u"text"_s, comment.isErased ? QJsonValue() : QJsonValue(comment.text)}};
    if (comment.state == CommentState::Handled) {
        json.insert(u"handled_by"_s, comment.handledBy);
        json.insert(u"handled_at"_s, localTimeText(comment.handledAt));
        json.insert(u"note"_s, comment.isErased ? QJsonValue() : QJsonValue(comment.note));
    }
    return json;
}

} // namespace

int runRatingGive(const Invocation &invocation)
{
    constexpr int Largest = 999;
    const auto counter = invocation.number(u"counter"_s, 1, Largest);
    const auto word = invocation.required(u"level"_s);
    if (!counter || !word) {
        return invocation.refuse(counter ? word.error() : counter.error());
    }
    const auto level = ratingLevelFromWord(*word);
    if (!level) {
        return invocation.refuse({ErrorCode::Usage, u"--level"_s, {}});
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const QString comment = invocation.has(u"comment"_s) ? readInputLine() : QString();
    const auto context = invocation.context();
    if (!context) {
        return invocation.refuse(context.error());
    }
    const auto given = giveRating(**database, *context,
                                  {.counter = *counter, .level = *level, .comment = comment});
    if (!given) {
        return invocation.refuse(given.error());
    }
    return invocation.answer(given->toJson(), Texts::tr("The visit of %1 at counter %2: %3.")
                                                  .arg(given->ticket)
                                                  .arg(given->counter)
                                                  .arg(levelText(given->level)));
}

int runRatingList(const Invocation &invocation)
{
    const auto opened = invocation.openWithVault();
    if (!opened) {
        return invocation.refuse(opened.error());
    }
    const auto inbox = readComments(*opened->database, opened->vault);
    if (!inbox) {
        return invocation.refuse(inbox.error());
    }
    QJsonArray list;
    QStringList lines;
    for (const RatingComment &comment : inbox->comments) {
        const QJsonObject json = toJson(comment);
        list.append(json);
        const bool isHandled = comment.state == CommentState::Handled;
        lines.append(u"%1  %2 %3  %4  %5  %6\n    %7"_s.arg(
            json["rating"_L1].toString(), shortDate(comment.ratedAt.date),
            comment.ratedAt.time.toString(u"HH:mm"_s), comment.number.toString(),
            levelText(comment.level),
            isHandled ? Texts::tr("handled by %1").arg(comment.handledBy) : Texts::tr("received"),
            comment.isErased ? Texts::tr("erased after the branch's time for comments")
                             : comment.text));
    }
    if (lines.isEmpty()) {
        lines.append(Texts::tr("No citizen has written anything yet."));
    }
    if (inbox->later > 0) {
        lines.append(
            Texts::tr("%1 more that nobody has dealt with come after these.").arg(inbox->later));
    }
    const Satisfaction counts{.comments = inbox->total, .handled = inbox->handled};
    const auto share = counts.handledShare();
    lines.append(Texts::tr("Handled: %1 of %2 (%3)")
                     .arg(inbox->handled)
                     .arg(inbox->total)
                     .arg(shareText(share, invocation.language())));
    return invocation.answer({{u"comments"_s, list},
                              {u"later"_s, inbox->later},
                              {u"received"_s, inbox->total},
                              {u"handled"_s, inbox->handled},
                              {u"handled_share"_s, share ? QJsonValue(*share) : QJsonValue()}},
                             lines.join(u'\n'));
}

int runRatingHandle(const Invocation &invocation)
{
    const auto staff = invocation.required(u"staff"_s);
    if (!staff) {
        return invocation.refuse(staff.error());
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const QString note = readInputLine();
    const auto context = invocation.context();
    if (!context) {
        return invocation.refuse(context.error());
    }
    const auto handled =
        handleComment(**database, *context, QUuid::fromString(invocation.argument()), *staff, note);
    if (!handled) {
        return invocation.refuse(handled.error());
    }
    return invocation.answer(handled->toJson(), Texts::tr("The comment is noted as handled."));
}

} // namespace motcua
