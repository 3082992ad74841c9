// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rating.h"

#include "support/samplerating.h"

#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

class RatingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesAreRounded_data()
    {
        QTest::addColumn<int>("handled");
        QTest::addColumn<int>("comments");
        QTest::addColumn<QString>("vietnamese");
        QTest::addColumn<QString>("english");
        QTest::newRow("none yet") << 0 << 0 << u"–"_s << u"–"_s;
        QTest::newRow("nothing handled") << 0 << 3 << u"0,0 %"_s << u"0.0%"_s;
        QTest::newRow("thirteen of fifteen") << 13 << 15 << u"86,7 %"_s << u"86.7%"_s;
        QTest::newRow("a half goes up") << 1 << 16 << u"6,3 %"_s << u"6.3%"_s;
        QTest::newRow("all") << 7 << 7 << u"100,0 %"_s << u"100.0%"_s;
        QTest::newRow("a large branch") << 3'999'999 << 4'000'000 << u"100,0 %"_s << u"100.0%"_s;
    }
    void sharesAreRounded()
    {
        QFETCH(int, handled);
        QFETCH(int, comments);
        const Satisfaction ratings{.comments = comments, .handled = handled};
        QTEST(shareText(ratings.handledShare(), Language::Vietnamese), "vietnamese");
        QTEST(shareText(ratings.handledShare(), Language::English), "english");
    }

    void upperTwoLevelsAreSatisfied()
    {
        Satisfaction day{.very = 5, .satisfied = 2, .notSatisfied = 1};
        QCOMPARE(day.ratings(), 8);
        QCOMPARE(day.satisfiedShare(), std::optional(875));
        day += {.very = 0, .satisfied = 0, .notSatisfied = 2, .comments = 1, .handled = 1};
        QCOMPARE(day.satisfiedShare(), std::optional(700));
        QCOMPARE(day.handledShare(), std::optional(1000));
    }

    void offerEndsByTheBranchsTime_data()
    {
        QTest::addColumn<int>("age");   // by the tablet's clock, s
        QTest::addColumn<int>("since"); // the last reading without it, s; -1: none
        QTest::addColumn<int>("shown"); // age it is shown with, s; -1: it is not
        QTest::newRow("just ended") << 2 << 3 << 2;
        QTest::newRow("nothing was read before") << 44 << -1 << 44;
        QTest::newRow("over when the tablet started") << 45 << -1 << -1;
        QTest::newRow("the clock is a minute ahead") << 62 << 5 << 5;
        QTest::newRow("a day ahead") << 86'400 << 5 << 5;
        QTest::newRow("ahead, and over") << 106 << 46 << -1;
        QTest::newRow("after a long silence") << 10 << 600 << 10;
        QTest::newRow("the clock is behind") << 0 << 5 << 0;
    }
    void offerEndsByTheBranchsTime()
    {
        QFETCH(int, age);
        QFETCH(int, since);
        constexpr qint64 SecondMs = 1000;
        RatingState read = test::sampleRatingState();
        read.branchNow = read.offer->endedAt + age * SecondMs;
        const RatingState state =
            shownState(read, since < 0 ? std::nullopt : std::optional(since * SecondMs));
        const int shown = state.offer ? static_cast<int>(state.offerAge() / SecondMs) : -1;
        QTEST(shown, "shown");
    }

    void wordsAreReadBack()
    {
        for (const RatingLevel level :
             {RatingLevel::Very, RatingLevel::Satisfied, RatingLevel::Not}) {
            QCOMPARE(ratingLevelFromWord(word(level)), std::optional(level));
        }
        QCOMPARE(ratingLevelFromWord(u"good"), std::nullopt);
        QCOMPARE(commentStateFromWord(word(CommentState::Handled)),
                 std::optional(CommentState::Handled));
    }
};

QTEST_APPLESS_MAIN(RatingTest)

#include "ratingtest.moc"
