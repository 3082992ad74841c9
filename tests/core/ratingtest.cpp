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
        // Readings, in s: measured, the branch's last event, the leg and its end.
        QTest::addColumn<QString>("readings");
        QTest::addColumn<QString>("shown"); // with its age
        QTest::newRow("its time goes on while nothing happens")
            << u"7:100:A100 12:100:A100 51:100:A100 52:100:A100 57:100:A100"_s
            << u"A0 A5 A44 - -"_s;
        QTest::newRow("and with what happens in the hall")
            << u"7:102:A100 8:132:A100 9:132:A100 10:150:A100 11:150:A100"_s << u"A2 A32 A33 - -"_s;
        QTest::newRow("over when the tablet started") << u"7:145:A100"_s << u"-"_s;
        QTest::newRow("a PC that is slow does not begin it anew")
            << u"7:100:A100 47:105:A100 52:106:A100"_s << u"A0 A40 -"_s;
        QTest::newRow("the tablet slept, and others went on")
            << u"7:100:A100 8:400:A100"_s << u"A0 -"_s;
        QTest::newRow("the next one was served and put on hold at once")
            << u"7:100:A100 17:110:- 20:113:A100"_s << u"A0 - -"_s;
        QTest::newRow("the same much later")
            << u"7:100:A100 17:110:- 317:410:A100"_s << u"A0 - -"_s;
        QTest::newRow("the same, not seen before") << u"7:410:A100"_s << u"-"_s;
        QTest::newRow("an end that was taken back comes again")
            << u"7:100:A100 9:102:- 11:104:A104"_s << u"A0 - A0"_s;
        QTest::newRow("of two none is asked again")
            << u"7:100:A100 9:102:B102 10:103:- 11:104:A100 12:105:B102 13:106:C106"_s
            << u"A0 B0 - - - C0"_s;
        QTest::newRow("a visit that is told later")
            << u"7:100:A100 8:100:- 9:400:B90"_s << u"A0 - -"_s;
        QTest::newRow("the day was opened anew, its clock set right")
            << u"7:900:A900 8:901:- 9:300:- 10:310:B310"_s << u"A0 - - B0"_s;
    }
    void offerEndsByTheBranchsTime()
    {
        QFETCH(QString, readings);
        constexpr qint64 SecondMs = 1000;
        RatingOffers offers;
        QStringList shown;
        for (const QString &reading : readings.split(u' ')) {
            const QStringList parts = reading.split(u':');
            RatingState read = test::sampleRatingState();
            read.branchNow = parts[1].toInt() * SecondMs;
            read.offer->number.series = parts[2][0].unicode();
            read.offer->endedAt = parts[2].sliced(1).toInt() * SecondMs;
            if (parts[2] == u"-") {
                read.offer.reset();
            }
            const RatingState state = offers.shown(read, parts[0].toInt() * SecondMs);
            shown.append(state.offer ? QChar(state.offer->number.series)
                                           + QString::number(state.offerAge() / SecondMs)
                                     : u"-"_s);
        }
        QTEST(shown.join(u' '), "shown");
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
