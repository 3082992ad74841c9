// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/announcements.h"
#include "operations/devices.h"
#include "operations/hall.h"
#include "support/testbranch.h"

#include <array>
#include <thread>

using namespace motcua;
using namespace Qt::StringLiterals;

/// Says what is to be spoken, in words: "H001 to 1", "H001 to 1 again", "nothing".
class Hall
{
public:
    Hall()
    {
        m_opened = branch.play(u"open|in 1 CB01|in 2 CB02|in 3 CB03|in 4 CB04|"
                               "issue H|issue H|issue H|issue C"_s);
    }

    QString next(const Speaker &speaker)
    {
        if (m_opened != u"C001 after 0") {
            return m_opened;
        }
        const auto next = nextAnnouncement(*branch, speaker, branch.clock());
        if (!next || !*next) {
            return next ? u"nothing"_s : test::outcome(next);
        }
        m_id = (*next)->id;
        return u"%1 to %2%3"_s.arg((*next)->ticket.toString())
            .arg((*next)->counter)
            .arg((*next)->recall ? u" again"_s : QString());
    }

    QString finish(const Speaker &speaker, AnnouncementState outcome = AnnouncementState::Done)
    {
        return test::outcome(finishAnnouncement(*branch, speaker, m_id, outcome, branch.clock()));
    }

    [[nodiscard]] QString states() const
    {
        Statement select(*branch, u"SELECT state FROM announcement ORDER BY id"_s);
        const auto states = select.rows([](const Row &row) { return row.text(0); });
        return states ? QStringList(states->begin(), states->end()).join(u' ') : u"?"_s;
    }

    test::TestBranch branch;

private:
    QString m_opened;
    qint64 m_id = 0;
};

class AnnouncementsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsAreSpokenInTheirOrder()
    {
        Hall hall;
        QCOMPARE(hall.next(First), u"nothing"_s);
        QCOMPARE(hall.branch.play(u"call 2|call 1|call 4"_s), u"C001 to 4"_s);
        QCOMPARE(hall.next(First), u"H001 to 2"_s);
        QCOMPARE(hall.finish(First), u"ok"_s);
        QCOMPARE(hall.next(First), u"H002 to 1"_s);
        QCOMPARE(hall.finish(First, AnnouncementState::Silent), u"ok"_s);
        QCOMPARE(hall.next(First), u"C001 to 4"_s);
        QCOMPARE(hall.finish(First, AnnouncementState::Failed), u"ok"_s);
        QCOMPARE(hall.next(First), u"nothing"_s);
        QCOMPARE(hall.states(), u"done silent failed"_s);
        const auto state = readHall(*hall.branch, hall.branch.clock());
        VERIFY_RESULT(state);
        QCOMPARE(state->calls.front().announcement, AnnouncementState::Failed);
        QCOMPARE(hall.branch.faults(), QString());
    }

    void aLongQueueIsNeverCutOff()
    {
        Hall hall;
        QCOMPARE(hall.next(First), u"nothing"_s);
        QCOMPARE(hall.branch.play(u"call 1|call 2|call 4"_s), u"C001 to 4"_s);
        for (const QString &call : {u"H001 to 1"_s, u"H002 to 2"_s, u"C001 to 4"_s}) {
            QCOMPARE(hall.next(First), call);
            hall.branch.wait(20); // of speaking
            QCOMPARE(hall.finish(First), u"ok"_s);
        }
    }

    void aRecallOfWhatWaitsIsOne()
    {
        Hall hall;
        QCOMPARE(hall.branch.play(u"call 1|recall 1|recall 1"_s), u"H001 called at 1"_s);
        QCOMPARE(hall.next(First), u"H001 to 1"_s);
        QCOMPARE(hall.branch.play(u"recall 1|recall 1"_s), u"H001 called at 1"_s);
        QCOMPARE(hall.next(First), u"H001 to 1 again"_s);
        QCOMPARE(hall.next(First), u"nothing"_s);
    }

    void aCallToAnotherCounterTakesThePlaceOfWhatWaits()
    {
        Hall hall;
        QCOMPARE(hall.branch.play(u"call 1|no-show 1|reinstate H001|call 2"_s), u"H001 to 2"_s);
        QCOMPARE(hall.next(First), u"H001 to 2"_s);
        QCOMPARE(hall.next(First), u"nothing"_s);
        QCOMPARE(hall.states(), u"expired done"_s);
    }

    void oneDeviceSpeaks()
    {
        Hall hall;
        QCOMPARE(hall.next(First), u"nothing"_s);
        QCOMPARE(hall.branch.play(u"call 1|call 2"_s), u"H002 to 2"_s);
        QCOMPARE(hall.next(Second), u"nothing"_s);
        QCOMPARE(hall.next(First), u"H001 to 1"_s);
        QCOMPARE(hall.finish(Second), u"ok"_s); // is none of its business
        QCOMPARE(hall.states(), u"playing pending"_s);
        hall.branch.wait(29);
        QCOMPARE(hall.next(Second), u"nothing"_s);
        QCOMPARE(hall.next(First), u"H002 to 2"_s);
    }

    void anotherFollowsADeviceThatDied()
    {
        Hall hall;
        QCOMPARE(hall.branch.play(u"call 1"_s), u"H001 to 1"_s);
        QCOMPARE(hall.next(First), u"H001 to 1"_s);
        hall.branch.wait(25);
        QCOMPARE(hall.branch.play(u"call 2"_s), u"H002 to 2"_s);
        hall.branch.wait(5);
        QCOMPARE(hall.next(Second), u"H002 to 2"_s); // what was being said counts as said
        QCOMPARE(hall.states(), u"done playing"_s);
        QCOMPARE(hall.next(First), u"nothing"_s); // came back to life too late
        QCOMPARE(hall.finish(First), u"ok"_s);
        QCOMPARE(hall.states(), u"done playing"_s);
    }

    void aDeviceThatStopsIsFollowedAtOnce()
    {
        Hall hall;
        QCOMPARE(hall.next(First), u"nothing"_s);
        VERIFY_RESULT(stopSpeaking(*hall.branch, First));
        QCOMPARE(hall.branch.play(u"call 1"_s), u"H001 to 1"_s);
        QCOMPARE(hall.next(Second), u"H001 to 1"_s);
    }

    void aLongCallKeepsItsPlace()
    {
        Hall hall;
        QCOMPARE(hall.branch.play(u"call 1|call 2"_s), u"H002 to 2"_s);
        QCOMPARE(hall.next(First), u"H001 to 1"_s);
        for (int i = 0; i < 3; ++i) {
            hall.branch.wait(16);
            VERIFY_RESULT(keepSpeaking(*hall.branch, First, hall.branch.clock()));
            VERIFY_RESULT(keepSpeaking(*hall.branch, Second, hall.branch.clock())); // has none
        }
        QCOMPARE(hall.next(Second), u"nothing"_s);
        QCOMPARE(hall.next(First), u"H002 to 2"_s);
        QCOMPARE(hall.states(), u"done playing"_s);
    }

    void deviceThatCannotBeHeardLeavesTheCallsToOneThatCan_data()
    {
        QTest::addColumn<int>("board");
        QTest::addColumn<DeviceState>("state");
        QTest::addColumn<int>("volume");
        QTest::addColumn<int>("ago"); // seconds
        QTest::addColumn<QString>("next");
        QTest::newRow("another is heard") << 2 << DeviceState::Ok << 80 << 20 << u"nothing"_s;
        QTest::newRow("long ago") << 2 << DeviceState::Ok << 80 << 61 << u"H001 to 1"_s;
        QTest::newRow("it is mute") << 2 << DeviceState::Ok << 0 << 20 << u"H001 to 1"_s;
        QTest::newRow("it is not heard either")
            << 2 << DeviceState::NoSound << 80 << 20 << u"H001 to 1"_s;
        QTest::newRow("it was this one") << 1 << DeviceState::Ok << 80 << 20 << u"H001 to 1"_s;
    }

    void deviceThatCannotBeHeardLeavesTheCallsToOneThatCan()
    {
        QFETCH(int, board);
        QFETCH(DeviceState, state);
        QFETCH(int, volume);
        QFETCH(int, ago);
        Hall hall;
        Speaker mute = First;
        QCOMPARE(hall.next(mute), u"nothing"_s);
        VERIFY_RESULT(reportDevice(
            *hall.branch,
            {.kind = DeviceKind::Board, .number = board, .state = state, .volume = volume},
            hall.branch.clock()));
        hall.branch.wait(ago);
        QCOMPARE(hall.branch.play(u"call 1"_s), u"H001 to 1"_s);
        mute.isHeard = false;
        QTEST(hall.next(mute), "next");
    }

    void deviceThatLostItsLoudspeakerIsFollowedAtOnce()
    {
        Hall hall;
        Speaker first = First;
        QCOMPARE(hall.next(first), u"nothing"_s);
        VERIFY_RESULT(reportDevice(*hall.branch,
                                   {.kind = DeviceKind::Board, .number = 2, .volume = 80},
                                   hall.branch.clock()));
        QCOMPARE(hall.branch.play(u"call 1"_s), u"H001 to 1"_s);
        QCOMPARE(hall.next(Second), u"nothing"_s);
        first.isHeard = false;
        QCOMPARE(hall.next(first), u"nothing"_s);
        QCOMPARE(hall.next(Second), u"H001 to 1"_s);
    }

    void callThatNoLongerHoldsIsNotSpoken_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("next");
        QTest::newRow("no-show") << u"no-show 1"_s << u"nothing"_s;
        QTest::newRow("on hold") << u"hold 1"_s << u"nothing"_s;
        QTest::newRow("finished") << u"start 1|finish 1"_s << u"nothing"_s;
        QTest::newRow("transferred") << u"start 1|transfer 1 C"_s << u"nothing"_s;
        QTest::newRow("started") << u"start 1"_s << u"H001 to 1"_s;
        QTest::newRow("another's stands") << u"call 2|no-show 1"_s << u"H002 to 2"_s;
        QTest::newRow("called anew") << u"no-show 1|reinstate H001|call 1"_s << u"H001 to 1"_s;
        QTest::newRow("no-show taken back") << u"no-show 1|undo 1"_s << u"H001 to 1"_s;
        QTest::newRow("hold taken back") << u"hold 1|undo 1"_s << u"H001 to 1"_s;
        QTest::newRow("finish taken back") << u"finish 1|undo 1"_s << u"H001 to 1"_s;
        QTest::newRow("transfer taken back") << u"transfer 1 C|undo 1"_s << u"H001 to 1"_s;
        QTest::newRow("finish taken back, but it has begun")
            << u"start 1|finish 1|undo 1"_s << u"nothing"_s;
        QTest::newRow("finish taken back to hold") << u"finish 1|call 1|undo 1"_s << u"H002 to 1"_s;
    }

    void callThatNoLongerHoldsIsNotSpoken()
    {
        QFETCH(QString, script);
        Hall hall;
        QCOMPARE(hall.branch.play(u"call 1"_s), u"H001 to 1"_s);
        hall.branch.play(script);
        QTEST(hall.next(First), "next");
        QCOMPARE(hall.branch.faults(), QString());
    }

    void aRestartRepeatsNothing_data()
    {
        QTest::addColumn<int>("after"); // seconds
        QTest::addColumn<QString>("next");
        QTest::newRow("at once") << 1 << u"H002 to 2"_s;
        QTest::newRow("while calls live") << 30 << u"H002 to 2"_s;
        QTest::newRow("too late") << 31 << u"nothing"_s;
    }

    void aRestartRepeatsNothing()
    {
        QFETCH(int, after);
        Hall hall;
        QCOMPARE(hall.branch.play(u"call 1"_s), u"H001 to 1"_s);
        QCOMPARE(hall.next(First), u"H001 to 1"_s);
        QCOMPARE(hall.branch.play(u"call 2"_s), u"H002 to 2"_s);
        hall.branch.wait(after);
        hall.branch.reopen();
        QTEST(hall.next(Speaker{First.device, QUuid::createUuid()}), "next");
    }

    void whatCouldNotBeginIsGivenBack()
    {
        Hall hall;
        QCOMPARE(hall.branch.play(u"call 1|call 2"_s), u"H002 to 2"_s);
        QCOMPARE(hall.next(First), u"H001 to 1"_s);
        QCOMPARE(hall.finish(First, AnnouncementState::Pending), u"ok"_s);
        QCOMPARE(hall.next(First), u"H001 to 1"_s);
    }

    void nothingIsSpokenAfterTheDay()
    {
        Hall hall;
        QCOMPARE(hall.next(First), u"nothing"_s);
        QCOMPARE(hall.branch.play(u"call 1|start 1|finish 1|close"_s), u"2026-03-02 closed 3"_s);
        QCOMPARE(hall.next(First), u"nothing"_s);
    }

    void askingInVainWritesNothing()
    {
        Hall hall;
        QCOMPARE(hall.next(First), u"nothing"_s);
        const QByteArray before = hall.branch.bytes();
        hall.branch.wait(10);
        QCOMPARE(hall.next(First), u"nothing"_s);
        QCOMPARE(hall.branch.bytes(), before);
        hall.branch.wait(10); // but the lease is renewed in time
        QCOMPARE(hall.next(First), u"nothing"_s);
        hall.branch.wait(29);
        QCOMPARE(hall.next(Second), u"nothing"_s);
    }

    /// Two boards that ask at once: every call is spoken once, and by one of them.
    void twoBoardsNeverSayTheSame()
    {
        Hall hall;
        QCOMPARE(hall.branch.play(u"call 1|call 2|call 4"_s), u"C001 to 4"_s);
        std::array<int, 2> spoken{};
        {
            std::array<std::jthread, 2> boards;
            for (size_t i = 0; i < boards.size(); ++i) {
                boards.at(i) = std::jthread([&hall, &count = spoken.at(i), i] {
                    const auto own = hall.branch.connect();
                    const Speaker speaker = i == 0 ? First : Second;
                    for (int asked = 0; asked < 20; ++asked) {
                        const auto next = nextAnnouncement(*own, speaker, hall.branch.clock());
                        count += next && *next ? 1 : 0;
                    }
                });
            }
        }
        QCOMPARE(spoken[0] + spoken[1], 3);
        QCOMPARE(spoken[0] * spoken[1], 0);
    }

private:
    static inline const Speaker First{u"board-1"_s,
                                      QUuid(u"{0b5f9a52-0000-4000-8000-000000000011}"_s)};
    static inline const Speaker Second{u"board-2"_s,
                                       QUuid(u"{0b5f9a52-0000-4000-8000-000000000012}"_s)};
};

QTEST_GUILESS_MAIN(AnnouncementsTest)

#include "announcementstest.moc"
