// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/ratings.h"

#include "operations/intakes.h"
#include "operations/offlinevisits.h"
#include "operations/reports.h"
#include "operations/retention.h"
#include "operations/today.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

namespace {

const QString Served = u"open|in 1 CB01|in 4 CB04|issue H|issue H|issue C|call 1|start 1|wait 60|"
                       "finish 1"_s;

/// "H001 very", or the word of the failure.
QString rate(TestBranch &branch, int counter, RatingLevel level, const QString &comment = {},
             const QUuid &id = QUuid::createUuid())
{
    const auto given = giveRating(*branch, branch.next(id),
                                  {.counter = counter, .level = level, .comment = comment});
    return given ? given->ticket + u' ' + word(given->level) : outcome(given);
}

/// The number that is offered at @p counter; "closed", "nobody".
QString offered(const TestBranch &branch, int counter)
{
    const auto read = readRatingState(*branch, counter);
    if (!read) {
        return outcome(read);
    }
    const RatingState state = RatingOffers().shown(*read, 0);
    return state.offer ? state.offer->number.toString() : state.isOpen ? u"nobody"_s : u"closed"_s;
}

Catalogue keeping(int days)
{
    Catalogue all = smallCatalogue();
    all.settings.keepCommentsDays = days;
    return all;
}

} // namespace

class RatingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visitThatHasEndedIsOffered_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("offer");
        QTest::addColumn<QString>("rated"); // by whoever sends it all the same
        QTest::newRow("before the day") << u"wait 1"_s << u"closed"_s << u"day_not_open"_s;
        QTest::newRow("nobody signed in") << u"open"_s << u"closed"_s << u"nothing_to_rate 1"_s;
        QTest::newRow("nobody served yet")
            << u"open|in 1 CB01|issue H"_s << u"nobody"_s << u"nothing_to_rate 1"_s;
        QTest::newRow("being served")
            << u"open|in 1 CB01|issue H|call 1|start 1"_s << u"nobody"_s << u"nothing_to_rate 1"_s;
        QTest::newRow("finished") << Served << u"H001"_s << u"H001 very"_s;
        QTest::newRow("finished without a start")
            << u"open|in 1 CB01|issue H|call 1|finish 1"_s << u"H001"_s << u"H001 very"_s;
        QTest::newRow("transferred") << u"open|in 1 CB01|issue H|call 1|start 1|transfer 1 C"_s
                                     << u"H001"_s << u"H001 very"_s;
        QTest::newRow("did not come") << u"open|in 1 CB01|issue H|call 1|recall 1|no-show 1"_s
                                      << u"nobody"_s << u"nothing_to_rate 1"_s;
        QTest::newRow("on hold") << u"open|in 1 CB01|issue H|call 1|start 1|hold 1 photocopy"_s
                                 << u"nobody"_s << u"nothing_to_rate 1"_s;
        QTest::newRow("its end was taken back")
            << Served + u"|undo 1"_s << u"nobody"_s << u"nothing_to_rate 1"_s;
        QTest::newRow("the next one is on the way")
            << Served + u"|call 1"_s << u"H001"_s << u"H001 very"_s;
        QTest::newRow("the next one is served") // who is writing may still send it
            << Served + u"|call 1|start 1"_s << u"nobody"_s << u"H001 very"_s;
        QTest::newRow("a while ago")
            << Served + u"|wait 45|issue H"_s << u"nobody"_s << u"H001 very"_s;
        QTest::newRow("nothing was heard since") // the tablet that starts knows no better
            << Served + u"|wait 45"_s << u"H001"_s << u"H001 very"_s;
        QTest::newRow("the next one was served and is on hold")
            << Served + u"|wait 300|call 1|start 1|hold 1 photocopy"_s << u"nobody"_s
            << u"H001 very"_s;
        QTest::newRow("the next one's start was taken back")
            << Served + u"|wait 300|call 1|start 1|undo 1"_s << u"nobody"_s << u"H001 very"_s;
        QTest::newRow("ten minutes ago")
            << Served + u"|wait 600|issue H"_s << u"nobody"_s << u"H001 very"_s;
        QTest::newRow("longer ago")
            << Served + u"|wait 601|issue H"_s << u"nobody"_s << u"nothing_to_rate 1"_s;
        QTest::newRow("the clerk has left") << Served + u"|out 1"_s << u"H001"_s << u"H001 very"_s;
        QTest::newRow("the day is closed") << u"open|in 1 CB01|issue H|call 1|finish 1|close"_s
                                           << u"closed"_s << u"day_not_open"_s;
    }
    void visitThatHasEndedIsOffered()
    {
        QFETCH(QString, script);
        TestBranch branch;
        branch.play(script);
        QTEST(offered(branch, 1), "offer");
        QTEST(rate(branch, 1, RatingLevel::Very), "rated");
        QCOMPARE(branch.faults(), QString());
    }

    void visitIsRatedOnce()
    {
        TestBranch branch;
        branch.play(Served);
        QCOMPARE(offered(branch, 4), u"nobody"_s);
        QCOMPARE(rate(branch, 4, RatingLevel::Not), u"nothing_to_rate 4"_s); // not its counter
        QCOMPARE(rate(branch, 9, RatingLevel::Not), u"unknown_counter 9"_s);
        const QUuid id = QUuid::createUuid();
        QCOMPARE(rate(branch, 1, RatingLevel::Not, {}, id), u"H001 not"_s);
        QCOMPARE(rate(branch, 1, RatingLevel::Not, {}, id), u"H001 not"_s); // told twice
        QCOMPARE(offered(branch, 1), u"nobody"_s);
        QCOMPARE(rate(branch, 1, RatingLevel::Very), u"rating_given H001"_s);
        QCOMPARE(branch.value(u"SELECT count(*) FROM rating"_s), u"1"_s);
        QCOMPARE(branch.value(u"SELECT count(*) FROM event WHERE kind = 'rated'"_s), u"1"_s);
        QCOMPARE(branch.faults(), QString());
        // The same ticket at the next counter is another visit.
        branch.play(u"call 1|start 1|transfer 1 C|call 4|finish 4|call 4|start 4|finish 4"_s);
        QCOMPARE(rate(branch, 1, RatingLevel::Very), u"H002 very"_s);
        QCOMPARE(branch.faults(), QString());
    }

    void offeredLegIsRatedAlsoWhenAnotherEnded()
    {
        TestBranch branch;
        branch.play(Served);
        const auto state = readRatingState(*branch, 1);
        QVERIFY(state && state->offer);
        branch.play(u"call 1|finish 1"_s);
        QCOMPARE(offered(branch, 1), u"H002"_s);
        const RatingRequest request{.counter = 1,
                                    .ticket = state->offer->ticket,
                                    .leg = state->offer->leg,
                                    .level = RatingLevel::Satisfied};
        const auto given = giveRating(*branch, branch.next(), request);
        VERIFY_RESULT(given);
        QCOMPARE(given->ticket, u"H001"_s);
        QCOMPARE(offered(branch, 1), u"H002"_s);
    }

    void visitThatIsToldLaterIsNotOffered()
    {
        TestBranch branch;
        branch.play(u"open|in 1 CB01|issue H|wait 400"_s);
        const auto ago = [&branch](qint64 seconds) {
            return branch.clock().addSecs(-seconds).toMSecsSinceEpoch();
        };
        const QUuid id = QUuid::createUuid();
        VERIFY_RESULT(tellVisit(*branch, branch.next(id),
                                {.id = id,
                                 .ticket = {u'H', 1},
                                 .date = Monday,
                                 .counter = 1,
                                 .staff = u"CB01"_s,
                                 .leg = {.calledAt = ago(300),
                                         .startedAt = ago(240),
                                         .endedAt = ago(60),
                                         .state = LegState::Completed}},
                                Unknown::Take));
        QCOMPARE(branch.value(u"SELECT state FROM leg"_s), u"completed"_s);
        QCOMPARE(offered(branch, 1), u"nobody"_s);
    }

    void tabletMovesNobodysClock_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("clocks that agree") << u"wait 20|issue H"_s;
        QTest::newRow("a PC that is slow") << u"wait -30|issue H"_s;
        QTest::newRow("a PC that was set back") << u"wait -7200|issue H|wait 20|issue H"_s;
        QTest::newRow("ten minutes") << u"wait 600|issue H"_s;
    }
    void tabletMovesNobodysClock()
    {
        QFETCH(QString, script);
        TestBranch branch;
        branch.play(Served);
        const auto state = readRatingState(*branch, 1);
        QVERIFY(state && state->offer);
        branch.play(script);
        const QString lastAt = branch.value(u"SELECT last_at FROM branch"_s);
        const QString lead = branch.value(u"SELECT clock_lead FROM branch"_s);
        const auto given = giveRatingAtBranchTime(
            *branch, QUuid::createUuid(),
            {.counter = 1, .ticket = state->offer->ticket, .leg = state->offer->leg});
        VERIFY_RESULT(given);
        QCOMPARE(branch.value(u"SELECT last_at FROM branch"_s), lastAt);
        QCOMPARE(branch.value(u"SELECT clock_lead FROM branch"_s), lead);
        QCOMPARE(branch.value(u"SELECT rated_at FROM rating"_s), lastAt);
        QCOMPARE(branch.faults(), QString());
    }

    void whatACitizenWroteIsSealedAndHandled()
    {
        TestBranch branch;
        branch.play(Served);
        const QString words = u"Cán bộ hướng dẫn rất kỹ,  cảm ơn chị Hoà"_s;
        QCOMPARE(rate(branch, 1, RatingLevel::Very, words), u"H001 very"_s);
        for (const QByteArray &part : {"Cán bộ"_ba, "chị Hoà"_ba}) {
            QVERIFY(!branch.bytes().contains(part));
        }
        const PersonVault vault = vaultOf(*branch).value();
        auto comments = readComments(*branch, vault);
        VERIFY_RESULT(comments);
        QCOMPARE(comments->comments.size(), size_t{1});
        QCOMPARE(comments->comments.front().text, u"Cán bộ hướng dẫn rất kỹ, cảm ơn chị Hoà"_s);
        QCOMPARE(comments->comments.front().number.toString(), u"H001"_s);
        QCOMPARE(comments->comments.front().counter, 1);
        QCOMPARE(comments->comments.front().state, CommentState::Received);
        const QUuid id = comments->comments.front().id;

        QCOMPARE(outcome(handleComment(*branch, branch.next(), id, u"CB99"_s, u"x"_s)),
                 u"unknown_staff CB99"_s);
        QCOMPARE(codeOf(handleComment(*branch, branch.next(), QUuid::createUuid(), u"CB02"_s, {})),
                 u"unknown_rating"_s);
        branch.wait(3600);
        VERIFY_RESULT(
            handleComment(*branch, branch.next(), id, u"CB02"_s, u"Đã khen tại họp giao ban"_s));
        QCOMPARE(codeOf(handleComment(*branch, branch.next(), id, u"CB02"_s, {})),
                 u"comment_handled"_s);
        comments = readComments(*branch, vault);
        VERIFY_RESULT(comments);
        QCOMPARE(comments->comments.front().state, CommentState::Handled);
        QCOMPARE(comments->comments.front().handledBy, u"CB02"_s);
        QCOMPARE(comments->comments.front().note, u"Đã khen tại họp giao ban"_s);
        QVERIFY(!branch.bytes().contains("họp giao ban"));
        QCOMPARE(comments->total, 1);
        QCOMPARE(comments->handled, 1);
        QCOMPARE(branch.faults(), QString());
    }

    void codeIsTakenInAnyCase()
    {
        TestBranch branch;
        branch.play(Served);
        rate(branch, 1, RatingLevel::Not, u"Chờ lâu"_s);
        const PersonVault vault = vaultOf(*branch).value();
        const auto before = lastCommentChange(*branch);
        VERIFY_RESULT(before);
        const QUuid first = readComments(*branch, vault)->comments.front().id;
        QCOMPARE(outcome(handleComment(*branch, branch.next(), first, u"cb99"_s, {})),
                 u"unknown_staff cb99"_s);
        QCOMPARE(lastCommentChange(*branch).value(), *before); // so nothing is read anew
        VERIFY_RESULT(handleComment(*branch, branch.next(), first, u"cb02"_s, {}));
        QCOMPARE(branch.value(u"SELECT handled_by FROM rating"_s), u"CB02"_s);
        QVERIFY(lastCommentChange(*branch).value() > *before);
        branch.play(u"call 1|start 1|finish 1"_s);
        const auto handled = lastCommentChange(*branch);
        rate(branch, 1, RatingLevel::Very); // without a comment there is nothing new to read
        QCOMPARE(lastCommentChange(*branch).value(), *handled);
        QCOMPARE(branch.faults(), QString());
    }

    void noMoreCommentsAreReadThanSomebodyReads()
    {
        TestBranch branch;
        branch.play(u"open|in 1 CB01"_s);
        for (int i = 0; i <= CommentsRead; ++i) {
            branch.play(u"wait 1|issue H|call 1|finish 1"_s);
            QVERIFY(rate(branch, 1, RatingLevel::Not, u"Chờ lâu"_s).endsWith(u" not"_s));
        }
        const PersonVault vault = vaultOf(*branch).value();
        auto inbox = readComments(*branch, vault);
        VERIFY_RESULT(inbox);
        QCOMPARE(inbox->comments.size(), size_t{CommentsRead});
        QCOMPARE(inbox->comments.front().number.toString(), u"H001"_s);
        QCOMPARE(inbox->later, 1);
        VERIFY_RESULT(handleComment(*branch, branch.next(), inbox->comments.front().id, u"CB02"_s,
                                    u"Đã mở thêm quầy"_s));
        inbox = readComments(*branch, vault);
        VERIFY_RESULT(inbox);
        QCOMPARE(inbox->comments.size(), size_t{CommentsRead + 1}); // with the handled one
        QCOMPARE(inbox->comments.front().number.toString(), u"H002"_s);
        QCOMPARE(inbox->later, 0);
    }

    void ratingWithoutWordsIsNoComment()
    {
        TestBranch branch;
        branch.play(Served);
        QCOMPARE(rate(branch, 1, RatingLevel::Satisfied, u"  \n "_s), u"H001 satisfied"_s);
        QCOMPARE(branch.value(u"SELECT count(*) FROM rating WHERE state IS NULL"_s), u"1"_s);
        const auto comments = readComments(*branch, vaultOf(*branch).value());
        VERIFY_RESULT(comments);
        QVERIFY(comments->comments.empty());
        const QUuid id = QUuid::fromString(branch.value(u"SELECT id FROM rating"_s));
        QCOMPARE(codeOf(handleComment(*branch, branch.next(), id, u"CB02"_s, {})),
                 u"unknown_rating"_s);
    }

    void tamperingIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("another level") << u"UPDATE rating SET level = 'very'"_s;
        QTest::newRow("lost") << u"DELETE FROM rating"_s;
        QTest::newRow("another comment") << u"UPDATE rating SET content = '1:AAAA'"_s;
        QTest::newRow("erased by hand") << u"UPDATE rating SET content = 'erased:00'"_s;
        QTest::newRow("said to be handled")
            << u"UPDATE rating SET state = 'handled', handled_by = 'CB01', handled_at = 1"_s;
        QTest::newRow("another counter") << u"UPDATE rating SET counter = 4"_s;
        QTest::newRow("another visit's") << u"UPDATE rating SET leg = 2"_s;
    }
    void tamperingIsFound()
    {
        QFETCH(QString, sql);
        TestBranch branch;
        branch.play(u"open|in 1 CB01|in 4 CB04|issue H|call 1|start 1|transfer 1 C"_s);
        QCOMPARE(rate(branch, 1, RatingLevel::Not, u"Phải đi lại ba lần"_s), u"H001 not"_s);
        QCOMPARE(branch.faults(), QString());
        VERIFY_RESULT((*branch).run(sql));
        QVERIFY(branch.faults().contains(u"rating"_s));
    }

    void commentIsErasedInTime()
    {
        TestBranch branch(keeping(10));
        branch.play(Served);
        rate(branch, 1, RatingLevel::Not, u"Chờ lâu, cán bộ Tuấn gắt gỏng"_s);
        branch.play(u"wait 9|call 1|finish 1"_s);
        rate(branch, 1, RatingLevel::Not, u"Không có chỗ để xe"_s);
        const PersonVault vault = vaultOf(*branch).value();
        const QUuid first = readComments(*branch, vault)->comments.front().id;
        VERIFY_RESULT(
            handleComment(*branch, branch.next(), first, u"CB02"_s, u"Đã nhắc anh Tuấn"_s));
        for (int day = 0; day < 11; ++day) {
            branch.play(u"close|wait 86400|open"_s);
        }
        const auto preview = previewErasure(*branch, branch.clock());
        VERIFY_RESULT(preview);
        QCOMPARE(preview->lines.at(1).count, 2);
        QCOMPARE(preview->lines.at(1).open, 1); // is told before it is lost
        const auto erased = erase(*branch, branch.next(), u"CB02"_s, {});
        VERIFY_RESULT(erased);
        QCOMPARE(erased->lines.at(1).what, RetentionClass::Comments);
        QCOMPARE(erased->lines.at(1).count, 2);
        const auto comments = readComments(*branch, vault);
        VERIFY_RESULT(comments);
        QCOMPARE(comments->comments.size(), size_t{2});
        for (const RatingComment &comment : comments->comments) {
            QVERIFY(comment.isErased);
            QCOMPARE(comment.text + comment.note, QString());
        }
        QCOMPARE(comments->comments.back().handledBy, u"CB02"_s);
        QCOMPARE(branch.faults(), QString());
        // That it is done with can still be said; what would be written of it is not kept.
        const QUuid second = comments->comments.front().id;
        VERIFY_RESULT(handleComment(*branch, branch.next(), second, u"CB02"_s, u"Gọi anh Tuấn"_s));
        QCOMPARE(branch.value(u"SELECT count(*) FROM rating WHERE note <> '' AND "
                              "note NOT LIKE 'erased:%'"_s),
                 u"0"_s);
        QCOMPARE(branch.faults(), QString());
        QCOMPARE(erase(*branch, branch.next(), u"CB02"_s, {})->lines.at(1).count, 0);
    }

    void reportCountsByGroup()
    {
        TestBranch branch;
        branch.play(Served);
        rate(branch, 1, RatingLevel::Very);
        branch.play(u"call 1|start 1|finish 1"_s);
        rate(branch, 1, RatingLevel::Not, u"Chờ lâu"_s);
        branch.play(u"wait 9|call 4|start 4|finish 4"_s);
        rate(branch, 4, RatingLevel::Satisfied, u"Tốt"_s);
        const PersonVault vault = vaultOf(*branch).value();
        const QUuid first = readComments(*branch, vault)->comments.front().id;
        VERIFY_RESULT(handleComment(*branch, branch.next(), first, u"CB02"_s, {}));
        const auto report =
            makeReport(*branch, {.kind = ReportKind::Satisfaction, .clock = branch.clock()});
        VERIFY_RESULT(report);
        const auto textOf = [](const ReportCells &cells) {
            QStringList texts;
            for (size_t i = 0; i < cells.size(); ++i) {
                const bool isShare = i == 5 || i == 8;
                texts.append(cellText(cells[i], isShare ? ReportUnit::Share : ReportUnit::Count));
            }
            return texts.sliced(1).join(u' ');
        };
        QCOMPARE(report->rows.size(), size_t{2});
        QCOMPARE(textOf(report->rows[0].cells), u"1 0 1 0 100,0 % 1 0 0,0 %"_s); // C
        QCOMPARE(textOf(report->rows[1].cells), u"2 1 0 1 50,0 % 1 1 100,0 %"_s);
        QCOMPARE(textOf(report->total), u"3 1 1 1 66,7 % 2 1 50,0 %"_s);
        const auto today = readToday(*branch, branch.clock());
        VERIFY_RESULT(today);
        QCOMPARE(today->ratings, (Satisfaction{1, 1, 1, 2, 1}));
    }
};

QTEST_GUILESS_MAIN(RatingsTest)

#include "ratingstest.moc"
