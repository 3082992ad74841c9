// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/leg.h"
#include "support/outcome.h"

#include <QMap>

#include <array>

using namespace motcua;
using namespace Qt::StringLiterals;

static constexpr std::array States{LegState::Waiting,     LegState::Called,    LegState::Serving,
                                   LegState::Held,        LegState::Completed, LegState::NoShow,
                                   LegState::Transferred, LegState::Cancelled, LegState::Expired,
                                   LegState::Undone};

static const std::array<std::pair<LegAction, const char *>, 11> Actions{
    {{LegAction::Call, "call"},
     {LegAction::Recall, "recall"},
     {LegAction::Start, "start"},
     {LegAction::Finish, "finish"},
     {LegAction::NoShow, "no-show"},
     {LegAction::Hold, "hold"},
     {LegAction::Resume, "resume"},
     {LegAction::Transfer, "transfer"},
     {LegAction::Reinstate, "reinstate"},
     {LegAction::Cancel, "cancel"},
     {LegAction::Expire, "expire"}}};

static const QUuid Citizen(u"{6d1f0b1e-0000-4000-8000-000000000001}"_s);
static const Actor Clerk{.at = 5000, .counter = 3, .staff = u"CB01"_s};

/// H007 that came at 1000 and has rank -200.
static Leg legIn(LegState state)
{
    return {.ticket = Citizen,
            .ordinal = 1,
            .number = {u'H', 7},
            .businessDate = QDate(2026, 3, 2),
            .group = u"H"_s,
            .state = state,
            .rank = -200,
            .arrivalSeq = 12,
            .queuedAt = 1000,
            .staff = {}};
}

static Leg done(const Leg &leg, LegAction action, qint64 at)
{
    return after(leg, action, {.at = at, .counter = 3, .staff = u"CB01"_s}).value();
}

class LegTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPairOfStateAndActionIsLegalOrNot_data()
    {
        QTest::addColumn<LegState>("state");
        QTest::addColumn<LegAction>("action");
        QTest::addColumn<QString>("next");

        // Whatever is not told here is illegal.
        const QMap<QString, QString> legal{
            {u"waiting: call"_s, u"called"_s},
            {u"waiting: cancel"_s, u"cancelled"_s},
            {u"waiting: expire"_s, u"expired"_s},
            {u"called: recall"_s, u"called"_s},
            {u"called: start"_s, u"serving"_s},
            {u"called: no-show"_s, u"no_show"_s},
            {u"called: hold"_s, u"held"_s},
            {u"called: finish"_s, u"completed"_s},
            {u"called: transfer"_s, u"transferred"_s},
            {u"serving: recall"_s, u"serving"_s},
            {u"serving: finish"_s, u"completed"_s},
            {u"serving: hold"_s, u"held"_s},
            {u"serving: transfer"_s, u"transferred"_s},
            {u"held: resume"_s, u"serving"_s},
            {u"held: reinstate"_s, u"waiting"_s},
            {u"held: expire"_s, u"expired"_s},
            {u"no_show: reinstate"_s, u"waiting"_s},
            {u"expired: reinstate"_s, u"waiting"_s},
        };
        int told = 0;
        for (const LegState state : States) {
            for (const auto &[action, name] : Actions) {
                const QString row = word(state) + u": "_s + QString::fromLatin1(name);
                told += legal.contains(row) ? 1 : 0;
                QTest::newRow(qUtf8Printable(row)) << state << action << legal.value(row);
            }
        }
        QCOMPARE(told, legal.size());
    }

    void everyPairOfStateAndActionIsLegalOrNot()
    {
        QFETCH(LegState, state);
        QFETCH(LegAction, action);
        QFETCH(QString, next);

        const auto changed = after(legIn(state), action, Clerk);
        if (next.isEmpty()) {
            QCOMPARE(nextState(state, action), std::nullopt);
            QCOMPARE(test::outcome(changed), u"illegal_transition H007"_s);
        } else {
            QCOMPARE(nextState(state, action), legStateFromWord(next));
            VERIFY_RESULT(changed);
            QCOMPARE(word(changed->state), next);
            // Who came when to which line never changes.
            QCOMPARE(changed->ticket, Citizen);
            QCOMPARE(changed->rank, qint64{-200});
            QCOMPARE(changed->arrivalSeq, qint64{12});
            QCOMPARE(changed->queuedAt, qint64{1000});
            QCOMPARE(changed->ordinal, 1);
        }
    }

    void wordsOfStatesComeBack()
    {
        QSet<QString> words;
        for (const LegState state : States) {
            QCOMPARE(legStateFromWord(word(state)), state);
            words.insert(word(state));
        }
        QCOMPARE(words.size(), qsizetype{10});
        QCOMPARE(legStateFromWord(u"Waiting"_s), std::nullopt);
        QCOMPARE(legStateFromWord(u""_s), std::nullopt);
    }

    void onlyCalledAndServingOccupyACounter()
    {
        for (const LegState state : States) {
            QCOMPARE(isAtCounter(state), state == LegState::Called || state == LegState::Serving);
        }
    }

    void callSaysWhoWhereAndWhen()
    {
        const Leg called = done(legIn(LegState::Waiting), LegAction::Call, 5000);
        QCOMPARE(called.counter, 3);
        QCOMPARE(called.staff, u"CB01"_s);
        QCOMPARE(called.firstCalledAt, qint64{5000});
        QCOMPARE(called.calledAt, qint64{5000});
        QCOMPARE(called.calls, 1);
        QCOMPARE(called.startedAt, qint64{0});
        QCOMPARE(called.endedAt, qint64{0});
    }

    void recallKeepsTheFirstCall()
    {
        const Leg called = done(legIn(LegState::Waiting), LegAction::Call, 5000);
        const Leg recalled = done(called, LegAction::Recall, 9000);
        QCOMPARE(recalled.state, LegState::Called);
        QCOMPARE(recalled.firstCalledAt, qint64{5000});
        QCOMPARE(recalled.calledAt, qint64{9000});
        QCOMPARE(recalled.calls, 2);
    }

    void serviceTimeLeavesOutHold()
    {
        Leg leg = done(legIn(LegState::Waiting), LegAction::Call, 5000);
        leg = done(leg, LegAction::Start, 6000);
        QCOMPARE(leg.serviceMs, qint64{0});
        leg = done(leg, LegAction::Hold, 10'000); // 4 s of service
        QCOMPARE(leg.serviceMs, qint64{4000});
        QCOMPARE(leg.endedAt, qint64{0});
        leg = done(leg, LegAction::Resume, 70'000);
        QCOMPARE(leg.servingSince, qint64{70'000});
        leg = done(leg, LegAction::Finish, 75'000); // 5 s more
        QCOMPARE(leg.serviceMs, qint64{9000});
        QCOMPARE(leg.startedAt, qint64{6000});
        QCOMPARE(leg.endedAt, qint64{75'000});
        QCOMPARE(leg.state, LegState::Completed);
    }

    void holdOfSomebodyOnlyCalledIsNoService()
    {
        Leg leg = done(legIn(LegState::Waiting), LegAction::Call, 5000);
        leg = done(leg, LegAction::Hold, 9000);
        QCOMPARE(leg.serviceMs, qint64{0});
        leg = done(leg, LegAction::Resume, 20'000);
        QCOMPARE(leg.startedAt, qint64{20'000});
        QCOMPARE(done(leg, LegAction::Finish, 21'000).serviceMs, qint64{1000});
    }

    void serviceWhoseStartNobodyToldBeganWithTheCall()
    {
        Leg leg = done(legIn(LegState::Waiting), LegAction::Call, 5000);
        leg = done(leg, LegAction::Recall, 7000);
        leg = done(leg, LegAction::Finish, 10'000);
        QCOMPARE(leg.state, LegState::Completed);
        QCOMPARE(leg.serviceMs, qint64{3000});
        QCOMPARE(leg.startedAt, qint64{0});
        QCOMPARE(leg.endedAt, qint64{10'000});
    }

    void startTakenBackKeepsAnEarlierService()
    {
        Leg leg = done(legIn(LegState::Waiting), LegAction::Call, 5000);
        leg = done(leg, LegAction::Start, 6000);
        leg = done(leg, LegAction::Hold, 8000);
        leg = done(leg, LegAction::Reinstate, 9000);
        leg = done(leg, LegAction::Call, 20'000);
        leg = done(leg, LegAction::Start, 21'000);
        leg = undone(leg, LegAction::Start, LegState::Called, {.at = 21'000, .staff = {}}).value();
        QCOMPARE(leg.state, LegState::Called);
        QCOMPARE(leg.startedAt, qint64{6000});
        leg = done(leg, LegAction::Finish, 25'000);
        QCOMPARE(leg.serviceMs, qint64{7000}); // 2 s, then 5 s since the call
    }

    void reinstatedKeepsRankAndForgetsTheCounter()
    {
        Leg leg = done(legIn(LegState::Waiting), LegAction::Call, 5000);
        leg = done(leg, LegAction::NoShow, 6000);
        QCOMPARE(leg.endedAt, qint64{6000});
        leg = after(leg, LegAction::Reinstate, {.at = 8000, .staff = {}}).value();
        QCOMPARE(leg.state, LegState::Waiting);
        QCOMPARE(leg.rank, qint64{-200});
        QCOMPARE(leg.arrivalSeq, qint64{12});
        QCOMPARE(leg.counter, 0);
        QCOMPARE(leg.staff, QString());
        QCOMPARE(leg.endedAt, qint64{0});
        QCOMPARE(leg.firstCalledAt, qint64{5000}); // the wait was over then
        leg = done(leg, LegAction::Call, 9000);
        QCOMPARE(leg.firstCalledAt, qint64{5000});
        QCOMPARE(leg.calledAt, qint64{9000});
        QCOMPARE(leg.calls, 2);
    }

    void whatEndsALegSaysWhen_data()
    {
        QTest::addColumn<LegState>("state");
        QTest::addColumn<LegAction>("action");
        QTest::newRow("cancel") << LegState::Waiting << LegAction::Cancel;
        QTest::newRow("expire while waiting") << LegState::Waiting << LegAction::Expire;
        QTest::newRow("expire on hold") << LegState::Held << LegAction::Expire;
        QTest::newRow("no-show") << LegState::Called << LegAction::NoShow;
    }

    void whatEndsALegSaysWhen()
    {
        QFETCH(LegState, state);
        QFETCH(LegAction, action);
        Leg expected = legIn(state);
        expected.state = *nextState(state, action);
        expected.endedAt = 5000;
        QVERIFY(after(legIn(state), action, Clerk).value() == expected);
    }

    void nextLegWaitsAnewWithTheOldRank()
    {
        Leg leg = done(legIn(LegState::Waiting), LegAction::Call, 5000);
        leg = done(leg, LegAction::Start, 6000);
        leg = done(leg, LegAction::Transfer, 9000);
        QCOMPARE(leg.serviceMs, qint64{3000});
        QCOMPARE(leg.endedAt, qint64{9000});

        Leg expected = legIn(LegState::Waiting);
        expected.ordinal = 2;
        expected.group = u"C"_s;
        expected.queuedAt = 9000;
        QVERIFY(nextLeg(leg, 2, u"C"_s, 9000) == expected);
    }

    void gapOfATakeOverIsNoService_data()
    {
        QTest::addColumn<bool>("started");
        QTest::addColumn<qint64>("silentSince");
        QTest::addColumn<qint64>("serviceMs");
        // Called at 5000, started at 6000, taken over at 90,000 and finished at 95,000.
        QTest::newRow("not silent") << true << qint64{0} << qint64{89'000};
        QTest::newRow("silent while serving") << true << qint64{10'000} << qint64{9000};
        QTest::newRow("silent from the start") << true << qint64{6000} << qint64{5000};
        QTest::newRow("only called, not silent") << false << qint64{0} << qint64{90'000};
        QTest::newRow("only called, silent") << false << qint64{10'000} << qint64{5000};
    }

    void gapOfATakeOverIsNoService()
    {
        QFETCH(bool, started);
        QFETCH(qint64, silentSince);
        Leg leg = done(legIn(LegState::Waiting), LegAction::Call, 5000);
        leg = started ? done(leg, LegAction::Start, 6000) : leg;
        leg = takenOver(leg, u"CB02"_s, silentSince, 90'000);
        QCOMPARE(leg.staff, u"CB02"_s);
        const Leg finished = done(leg, LegAction::Finish, 95'000);
        QTEST(finished.serviceMs, "serviceMs");
        const auto again =
            undone(finished, LegAction::Finish, leg.state, {.at = 95'000, .staff = {}});
        VERIFY_RESULT(again);
        QCOMPARE(again->serviceMs, leg.serviceMs);
    }

    void undoRestoresWhatWas_data()
    {
        QTest::addColumn<LegState>("from");
        QTest::addColumn<LegAction>("action");
        QTest::newRow("start") << LegState::Called << LegAction::Start;
        QTest::newRow("finish") << LegState::Serving << LegAction::Finish;
        QTest::newRow("finish while called") << LegState::Called << LegAction::Finish;
        QTest::newRow("transfer") << LegState::Serving << LegAction::Transfer;
        QTest::newRow("transfer while called") << LegState::Called << LegAction::Transfer;
        QTest::newRow("hold while serving") << LegState::Serving << LegAction::Hold;
        QTest::newRow("hold while called") << LegState::Called << LegAction::Hold;
        QTest::newRow("no-show") << LegState::Called << LegAction::NoShow;
    }

    void undoRestoresWhatWas()
    {
        QFETCH(LegState, from);
        QFETCH(LegAction, action);
        Leg before = done(legIn(LegState::Waiting), LegAction::Call, 5000);
        if (from == LegState::Serving) {
            before = done(before, LegAction::Start, 6000);
            before = done(before, LegAction::Hold, 7000);
            before = done(before, LegAction::Resume, 8000);
        }
        const Leg changed = done(before, action, 9000);
        QVERIFY(changed != before);
        const auto restored = undone(changed, action, from, {.at = 9000, .staff = {}});
        VERIFY_RESULT(restored);
        QVERIFY(*restored == before);
    }

    void otherActionsStand_data()
    {
        QTest::addColumn<LegAction>("action");
        for (const auto &[action, name] : Actions) {
            if (action != LegAction::Finish && action != LegAction::Transfer
                && action != LegAction::NoShow && action != LegAction::Hold
                && action != LegAction::Start) {
                QTest::newRow(name) << action;
            }
        }
    }

    void otherActionsStand()
    {
        QFETCH(LegAction, action);
        for (const LegState from : States) {
            QCOMPARE(test::outcome(undone(legIn(LegState::Called), action, from, Clerk)),
                     u"nothing_to_undo H007"_s);
        }
    }
};

QTEST_GUILESS_MAIN(LegTest)

#include "legtest.moc"
