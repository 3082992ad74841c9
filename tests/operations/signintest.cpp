// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/signin.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace Qt::StringLiterals;

static const QString Pin = u"481516"_s;

class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const test::TestBranch branch;
        VERIFY_RESULT(setPin(*branch, branch.next(), u"CB01"_s, Pin));
        VERIFY_RESULT(setPin(*branch, branch.next(), u"CB02"_s, u"230942"_s));
        m_hashes = {branch.value(u"SELECT pin_hash FROM staff WHERE code = 'CB01'"_s),
                    branch.value(u"SELECT pin_hash FROM staff WHERE code = 'CB02'"_s)};
    }

    void init()
    {
        // Hashing is slow on purpose, so it is done once for all tests.
        m_branch = std::make_unique<test::TestBranch>();
        for (const qsizetype member : {0, 1}) {
            Statement update(**m_branch, u"UPDATE staff SET pin_hash = :hash WHERE code = :code"_s);
            update.bind(u":hash"_s, m_hashes[member]);
            VERIFY_RESULT(update.bind(u":code"_s, u"CB0%1"_s.arg(member + 1)).run());
        }
    }

    void cleanup()
    {
        QCOMPARE(m_branch->faults(), QString());
        m_branch.reset();
    }

    void ownPinOpensTheShift()
    {
        QCOMPARE(tryPin(Pin), u"ok"_s);
        QCOMPARE(m_branch->value(u"SELECT counter || staff FROM shift"_s), u"1CB01"_s);
        QCOMPARE(tryPin(Pin), u"ok"_s); // back after a crash
        QCOMPARE(m_branch->value(u"SELECT count(*) FROM shift WHERE closed_at IS NULL"_s), u"1"_s);
    }

    void whoIsNotKnownIsRefused()
    {
        const auto attempt = [this](int counter, const QString &staff, const QString &pin) {
            return test::outcome(signIn(**m_branch, m_branch->next(), counter, staff, pin));
        };
        QCOMPARE(attempt(1, u"CB01"_s, u"230942"_s), u"wrong_pin CB01"_s);
        QCOMPARE(attempt(1, u"CB01"_s, u""_s), u"wrong_pin CB01"_s);
        QCOMPARE(attempt(1, u"CB99"_s, Pin), u"unknown_staff CB99"_s);
        QCOMPARE(attempt(1, u"cb01"_s, Pin), u"unknown_staff cb01"_s);
        QCOMPARE(attempt(99, u"CB01"_s, Pin), u"unknown_counter 99"_s);
        QCOMPARE(attempt(1, u"CB03"_s, Pin), u"pin_not_set CB03"_s);
        QCOMPARE(attempt(1, u"CB03"_s, u""_s), u"pin_not_set CB03"_s);
        QCOMPARE(m_branch->value(u"SELECT count(*) FROM shift"_s), u"0"_s);
    }

    void counterAndPersonAreTakenOnce()
    {
        QCOMPARE(tryPin(Pin), u"ok"_s);
        const auto other = signIn(**m_branch, m_branch->next(), 1, u"CB02"_s, u"230942"_s);
        QCOMPARE(test::outcome(other), u"counter_taken 1"_s);
        const auto elsewhere = signIn(**m_branch, m_branch->next(), 2, u"CB01"_s, Pin);
        QCOMPARE(test::outcome(elsewhere), u"staff_elsewhere 1"_s);
    }

    void guessingIsSlowedDownThenStopped()
    {
        for (int guess = 1; guess <= 5; ++guess) {
            QCOMPARE(tryPin(u"000000"_s), u"wrong_pin CB01"_s);
        }
        // Now every wait doubles, for the right PIN too.
        for (const int wait : {15, 30, 60, 120, 240}) {
            QCOMPARE(tryPin(Pin), u"pin_throttled %1"_s.arg(wait));
            m_branch->wait(wait - 1);
            QCOMPARE(tryPin(Pin), u"pin_throttled 1"_s);
            m_branch->wait(1);
            QCOMPARE(tryPin(u"000000"_s), u"wrong_pin CB01"_s);
        }
        m_branch->wait(86'400);
        QCOMPARE(tryPin(Pin), u"pin_locked CB01"_s);

        // A new PIN unlocks; the old one is gone.
        VERIFY_RESULT(setPin(**m_branch, m_branch->next(), u"CB01"_s, u"777123"_s));
        QCOMPARE(tryPin(Pin), u"wrong_pin CB01"_s);
        QCOMPARE(tryPin(u"777123"_s), u"ok"_s);
        QCOMPARE(m_branch->value(u"SELECT count(*) FROM event WHERE kind = 'sign_in_refused'"_s),
                 u"11"_s);
    }

    void failuresSurviveAClosedProgram()
    {
        for (int guess = 1; guess <= 5; ++guess) {
            QCOMPARE(tryPin(u"000000"_s), u"wrong_pin CB01"_s);
            m_branch->reopen();
        }
        QCOMPARE(tryPin(Pin), u"pin_throttled 15"_s);
        m_branch->reopen();
        m_branch->wait(10);
        QCOMPARE(tryPin(Pin), u"pin_throttled 5"_s);
    }

    void successForgetsTheFailures()
    {
        for (int round = 0; round < 2; ++round) {
            for (int guess = 1; guess <= 4; ++guess) {
                QCOMPARE(tryPin(u"000000"_s), u"wrong_pin CB01"_s);
            }
            QCOMPARE(tryPin(Pin), u"ok"_s);
        }
    }

    void failuresAreEachPersonsOwn()
    {
        for (int guess = 1; guess <= 5; ++guess) {
            QCOMPARE(tryPin(u"000000"_s), u"wrong_pin CB01"_s);
        }
        VERIFY_RESULT(signIn(**m_branch, m_branch->next(), 2, u"CB02"_s, u"230942"_s));
        QCOMPARE(tryPin(Pin), u"pin_throttled 15"_s);
    }

    void clockSetForwardOrBackBuysNoGuessForLong()
    {
        for (int guess = 1; guess <= 5; ++guess) {
            QCOMPARE(tryPin(u"000000"_s), u"wrong_pin CB01"_s);
        }
        m_branch->wait(-7200);
        QCOMPARE(tryPin(Pin), u"pin_throttled 15"_s);
        m_branch->wait(15);
        QCOMPARE(tryPin(Pin), u"ok"_s); // and it is not locked out for the two hours either
    }

    void weakPinIsRefused_data()
    {
        QTest::addColumn<QString>("pin");
        QTest::newRow("counting") << u"123456"_s;
        QTest::newRow("repeated") << u"111111"_s;
        QTest::newRow("short") << u"48151"_s;
        QTest::newRow("letters") << u"secret"_s;
        QTest::newRow("nothing") << u""_s;
    }

    void weakPinIsRefused()
    {
        QFETCH(QString, pin);
        const QByteArray before = m_branch->bytes();
        QCOMPARE(test::outcome(setPin(**m_branch, m_branch->next(), u"CB01"_s, pin)),
                 u"weak_pin"_s);
        QCOMPARE(m_branch->bytes(), before);
    }

    void pinOfNobodyIsRefused()
    {
        QCOMPARE(test::outcome(setPin(**m_branch, m_branch->next(), u"CB99"_s, Pin)),
                 u"unknown_staff CB99"_s);
    }

    void pinIsNowhereInTheFile()
    {
        const QString canary = u"918273645501"_s;
        VERIFY_RESULT(setPin(**m_branch, m_branch->next(), u"CB01"_s, canary));
        QCOMPARE(tryPin(canary), u"ok"_s);
        QCOMPARE(tryPin(u"550198273649"_s), u"wrong_pin CB01"_s);
        const QByteArray bytes = m_branch->bytes();
        QVERIFY(bytes.contains("$argon2id$"));
        for (const QByteArray &trace : {QByteArray("918273645501"), QByteArray("550198273649")}) {
            QVERIFY(!bytes.contains(trace));
        }
        QCOMPARE(m_branch->value(u"SELECT count(*) FROM event WHERE body LIKE '%argon%'"_s),
                 u"0"_s);
        QCOMPARE(m_branch->value(u"SELECT count(*) FROM command WHERE answer LIKE '%argon%'"_s),
                 u"0"_s);
    }

    void equalPinsHaveUnequalHashes()
    {
        VERIFY_RESULT(setPin(**m_branch, m_branch->next(), u"CB02"_s, Pin));
        QCOMPARE(m_branch->value(u"SELECT count(DISTINCT pin_hash) FROM staff"_s), u"2"_s);
        QCOMPARE(m_branch->value(u"SELECT count(*) FROM staff WHERE pin_hash LIKE '$argon2id$%'"_s),
                 u"2"_s);
    }

    void signOut_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("free counter") << u"in 1 CB01|out 1"_s << u"CB01 signed_out at 1"_s;
        QTest::newRow("nobody there") << u"out 1"_s << u"not_signed_in 1"_s;
        QTest::newRow("twice") << u"in 1 CB01|out 1|out 1"_s << u"not_signed_in 1"_s;
        QTest::newRow("counter nobody knows") << u"out 99"_s << u"unknown_counter 99"_s;
        QTest::newRow("somebody called")
            << u"open|in 1 CB01|issue H|call 1|out 1"_s << u"counter_busy H001"_s;
        QTest::newRow("somebody served")
            << u"open|in 1 CB01|issue H|call 1|start 1|out 1"_s << u"counter_busy H001"_s;
        QTest::newRow("somebody on hold")
            << u"open|in 1 CB01|issue H|call 1|start 1|hold 1|out 1"_s << u"CB01 signed_out at 1"_s;
        QTest::newRow("then another takes the counter")
            << u"in 1 CB01|out 1|in 1 CB02"_s << u"CB02 signed_in at 1"_s;
        QTest::newRow("then the person goes elsewhere")
            << u"in 1 CB01|out 1|in 2 CB01"_s << u"CB01 signed_in at 2"_s;
        QTest::newRow("in without a PIN, counter taken")
            << u"in 1 CB01|in 1 CB02"_s << u"counter_taken 1"_s;
        QTest::newRow("in without a PIN, elsewhere")
            << u"in 1 CB01|in 2 CB01"_s << u"staff_elsewhere 1"_s;
        QTest::newRow("in without a PIN, unknown") << u"in 1 CB99"_s << u"unknown_staff CB99"_s;
        QTest::newRow("in without a PIN, no counter") << u"in 99 CB01"_s << u"unknown_counter 99"_s;
    }

    void signOut()
    {
        QFETCH(QString, script);
        QFETCH(QString, outcome);
        QCOMPARE(m_branch->play(script), outcome);
    }

    void whoIsSilentCanBeReplaced_data()
    {
        QTest::addColumn<QString>("script"); // CB01 at counter 1 and H001 waiting
        QTest::addColumn<QString>("outcome");
        QTest::newRow("at once") << u"take 1 CB02"_s << u"counter_active 60"_s;
        QTest::newRow("just before the lease ends")
            << u"wait 59|take 1 CB02"_s << u"counter_active 1"_s;
        QTest::newRow("when the lease is over")
            << u"wait 60|take 1 CB02"_s << u"CB02 signed_in at 1"_s;
        QTest::newRow("not without being asked") << u"wait 60|in 1 CB02"_s << u"counter_taken 1"_s;
        QTest::newRow("a counter that beats")
            << u"wait 50|beat 1|wait 50|take 1 CB02"_s << u"counter_active 10"_s;
        QTest::newRow("back after a crash beats")
            << u"wait 50|in 1 CB01|wait 50|take 1 CB02"_s << u"counter_active 10"_s;
        QTest::newRow("nobody to replace") << u"take 2 CB02"_s << u"CB02 signed_in at 2"_s;
        QTest::newRow("one's own shift elsewhere") << u"take 2 CB01"_s << u"CB01 signed_in at 2"_s;
        QTest::newRow("one's own shift elsewhere, and the counter is free again")
            << u"take 2 CB01|in 1 CB02"_s << u"CB02 signed_in at 1"_s;
        QTest::newRow("one's own counter has somebody")
            << u"call 1|take 2 CB01"_s << u"counter_busy H001"_s;
        QTest::newRow("both") << u"in 2 CB02|wait 60|take 1 CB02"_s << u"CB02 signed_in at 1"_s;
        QTest::newRow("the new one goes on with the citizen")
            << u"call 1|wait 60|take 1 CB02|start 1"_s << u"H001 serving at 1"_s;
        QTest::newRow("and serves to the end")
            << u"call 1|start 1|wait 60|take 1 CB02|wait 9|finish 1"_s << u"H001 completed at 1"_s;
        QTest::newRow("a break is over")
            << u"break 1 rest|wait 60|take 1 CB02|call 1"_s << u"H001 to 1"_s;
        QTest::newRow("the replaced one signs in elsewhere")
            << u"call 1|wait 60|take 1 CB02|in 3 CB01"_s << u"CB01 signed_in at 3"_s;
        QTest::newRow("the replaced one cannot beat")
            << u"wait 60|take 1 CB02|out 1|beat 1"_s << u"not_signed_in 1"_s;
    }

    void whoIsSilentCanBeReplaced()
    {
        QFETCH(QString, script);
        QFETCH(QString, outcome);
        QCOMPARE(m_branch->play(u"open|in 1 CB01|issue H|"_s + script), outcome);
        QCOMPARE(m_branch->faults(), QString());
    }

    void secondPcOfTheSamePersonTakesTheShift()
    {
        const auto first = startShift(**m_branch, m_branch->next(), 1, u"CB01"_s);
        VERIFY_RESULT(first);
        const auto second = startShift(**m_branch, m_branch->next(), 1, u"CB01"_s);
        VERIFY_RESULT(second);
        QVERIFY(second->shift != first->shift);
        QCOMPARE(test::outcome(beat(**m_branch, 1, first->shift, m_branch->clock())),
                 u"not_signed_in 1"_s);
        VERIFY_RESULT(beat(**m_branch, 1, second->shift, m_branch->clock()));
        QCOMPARE(m_branch->faults(), QString());
    }

    void aColleagueGoesOnAtALockedPc()
    {
        QCOMPARE(m_branch->play(u"open|in 1 CB01|issue H|call 1"_s), u"H001 to 1"_s);
        const QUuid left(m_branch->value(u"SELECT id FROM shift"_s));
        const QString pin = u"230942"_s;
        const auto tryFrom = [&](const QUuid &shift) {
            return signIn(**m_branch, m_branch->next(), 1, u"CB02"_s, pin, false, shift);
        };
        QCOMPARE(test::outcome(tryFrom(QUuid::createUuid())), u"counter_taken 1"_s);
        VERIFY_RESULT(tryFrom(left));
        QCOMPARE(m_branch->play(u"start 1"_s), u"H001 serving at 1"_s);
        QCOMPARE(m_branch->value(u"SELECT staff FROM leg"_s), u"CB02"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void unlockingKeepsTheShiftAndItsBreak()
    {
        m_branch->play(u"open|in 1 CB01|break 1 rest"_s);
        const QUuid shift(m_branch->value(u"SELECT id FROM shift"_s));
        const auto attempt = [&](const QUuid &id, const QString &pin) {
            return test::outcome(unlock(**m_branch, m_branch->clock(), 1, id, u"CB01"_s, pin));
        };
        QCOMPARE(attempt(shift, u"000000"_s), u"wrong_pin CB01"_s);
        QCOMPARE(attempt(QUuid::createUuid(), Pin), u"not_signed_in 1"_s);
        QCOMPARE(attempt(shift, Pin), u"ok"_s);
        QCOMPARE(m_branch->value(u"SELECT break_reason FROM shift WHERE closed_at IS NULL"_s),
                 u"rest"_s);
    }

    void aReplacedShiftDoesNotBeat()
    {
        const auto before = startShift(**m_branch, m_branch->next(), 1, u"CB01"_s);
        VERIFY_RESULT(before);
        VERIFY_RESULT(beat(**m_branch, 1, before->shift, m_branch->clock()));
        m_branch->wait(60);
        const auto after = startShift(**m_branch, m_branch->next(), 1, u"CB02"_s, true);
        VERIFY_RESULT(after);
        QCOMPARE(test::outcome(beat(**m_branch, 1, before->shift, m_branch->clock())),
                 u"not_signed_in 1"_s);
        VERIFY_RESULT(beat(**m_branch, 1, after->shift, m_branch->clock()));
    }

private:
    /// CB01's try at counter 1.
    [[nodiscard]] QString tryPin(const QString &pin)
    {
        return test::outcome(signIn(**m_branch, m_branch->next(), 1, u"CB01"_s, pin));
    }

    std::unique_ptr<test::TestBranch> m_branch;
    QStringList m_hashes;
};

QTEST_GUILESS_MAIN(SignInTest)

#include "signintest.moc"
