// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rating.h"

#include <vector>

namespace motcua::test {

/// Counter 3 of branch 1, where H042 has just been served.
[[nodiscard]] inline RatingState sampleRatingState()
{
    constexpr qint64 Now = 1'795'142'700'000; // 20/11/2026 09:45 at the branch
    return {.branch = {QStringLiteral("Chi nhánh số 1"), QStringLiteral("Branch No. 1")},
            .branchNumber = 1,
            .counter = 3,
            .isOpen = true,
            .offerSeconds = 45,
            .branchNow = Now,
            .offer = RatingOffer{
                .ticket = QUuid(QStringLiteral("{7a1b6d10-0000-4000-8000-000000000042}")),
                .leg = 1,
                .number = {u'H', 42},
                .endedAt = Now - 2000}};
}

/// Three comments: one nobody has dealt with, one that was, one that was erased.
[[nodiscard]] inline CommentInbox sampleInbox()
{
    const QDate day(2026, 11, 20);
    const auto comment = [&day](const char *id, int number, RatingLevel level, const char *text) {
        return RatingComment{.id = QUuid(QString::fromLatin1(id)),
                             .ratedAt = {day, QTime(9, number)},
                             .number = {u'H', number},
                             .group = QStringLiteral("H"),
                             .counter = 3,
                             .level = level,
                             .text = QString::fromUtf8(text),
                             .handledBy = {},
                             .handledAt = {},
                             .note = {}};
    };
    CommentInbox inbox{
        .comments =
            {comment("{7a1b6d10-0000-4000-8000-000000000001}", 42, RatingLevel::Not,
                     "Chờ hơn một tiếng, ghế không đủ cho người già. Đề nghị mở thêm quầy vào buổi "
                     "sáng và có người hướng dẫn điền tờ khai ngay từ cửa."),
             comment("{7a1b6d10-0000-4000-8000-000000000002}", 37, RatingLevel::Very,
                     "Cán bộ hướng dẫn rất kỹ, xin cảm ơn."),
             comment("{7a1b6d10-0000-4000-8000-000000000003}", 8, RatingLevel::Satisfied, "")},
        .total = 15,
        .handled = 13};
    for (size_t i = 1; i < inbox.comments.size(); ++i) {
        RatingComment &one = inbox.comments[i];
        one.state = CommentState::Handled;
        one.handledBy = QStringLiteral("CB07");
        one.handledAt = {day, QTime(16, 30)};
    }
    inbox.comments[1].note = QStringLiteral("Đã biểu dương tại họp giao ban");
    inbox.comments[2].isErased = true;
    return inbox;
}

} // namespace motcua::test
