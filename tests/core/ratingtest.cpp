// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rating.h"

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
