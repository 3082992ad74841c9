// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/boardrole.h"

#include "support/testbranch.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace motcua;
using namespace motcua::test;

namespace {

constexpr auto AtOnce = 0ms;

/// Runs @p script now: a board's clock is the PC's.
QString play(TestBranch &branch, const QString &script)
{
    branch.wait(branch.clock().secsTo(QDateTime::currentDateTimeUtc()));
    return branch.play(script);
}

QString openToday(TestBranch &branch)
{
    const QDate today =
        QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone("Asia/Ho_Chi_Minh")).date();
    return play(branch,
                u"open %1 | in 1 CB01 | in 2 CB02 | in 4 CB04"_s.arg(today.toString(Qt::ISODate)))
        .replace(u" signed_in"_s, QString());
}

/// Everything claimed, in order.
QStringList told(const QSignalSpy &claimed)
{
    QStringList texts;
    for (const QList<QVariant> &arguments : claimed) {
        const auto call = arguments[0].value<Announcement>();
        texts.append(u"%1 to %2"_s.arg(call.ticket.toString()).arg(call.counter));
    }
    return texts;
}

} // namespace

class BoardRoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<Announcement>("motcua::Announcement");
        loadFonts();
    }

    void callAppears()
    {
        TestBranch branch;
        QCOMPARE(openToday(branch), u"CB04 at 4"_s);
        StorageThread storage(branch.path(), {});
        BoardRole role(storage, {.speaks = false});
        role.window().resize(1280, 720);
        role.show();
        QTRY_COMPARE(role.window().windowTitle().isEmpty(), false);
        QTRY_VERIFY(shows(role, BoardPart::Waiting));
        QCOMPARE(play(branch, u"issue H | call 1"_s), u"H001 to 1"_s);
        QTRY_COMPARE(panel(role), u"H001 to 1"_s);
        QCOMPARE(play(branch, u"issue C | call 4"_s), u"C001 to 4"_s);
        QTRY_VERIFY(shows(role, BoardPart::Cell, 4, true)); // at once, though H001 has the panel
        QCOMPARE(panel(role), u"H001 to 1"_s);
    }

    void twoCallsAreClaimedInOrder()
    {
        TestBranch branch;
        QCOMPARE(openToday(branch), u"CB04 at 4"_s);
        QCOMPARE(play(branch, u"issue H | issue H | call 1 | call 2"_s), u"H002 to 2"_s);
        StorageThread storage(branch.path(), {});
        AnnouncementQueue queue(storage, u"board-1"_s, AtOnce);
        QSignalSpy claimed(&queue, &AnnouncementQueue::claimed);
        queue.look();
        QTRY_COMPARE(told(claimed), QStringList{u"H001 to 1"_s});
        queue.look(); // the first is still being said
        queue.look();
        barrier(storage);
        QCOMPARE(claimed.size(), 1);
        queue.finish(idOf(claimed, 0), AnnouncementState::Done);
        QTRY_COMPARE(told(claimed), QStringList({u"H001 to 1"_s, u"H002 to 2"_s}));
        QCOMPARE(stateOf(branch, idOf(claimed, 0)), u"done"_s);
        QCOMPARE(stateOf(branch, idOf(claimed, 1)), u"playing"_s);
    }

    void announcementHasTheHallForItsLeastTime()
    {
        TestBranch branch;
        QCOMPARE(openToday(branch), u"CB04 at 4"_s);
        QCOMPARE(play(branch, u"issue H | issue H | call 1 | call 2"_s), u"H002 to 2"_s);
        StorageThread storage(branch.path(), {});
        AnnouncementQueue queue(storage, u"board-1"_s, 400ms);
        QSignalSpy claimed(&queue, &AnnouncementQueue::claimed);
        queue.look();
        QTRY_COMPARE(claimed.size(), 1);
        QElapsedTimer since;
        since.start();
        queue.finish(idOf(claimed, 0), AnnouncementState::Failed);
        queue.look();
        QTRY_COMPARE(claimed.size(), 2);
        QVERIFY(since.elapsed() >= 300);
    }

    void restartRepeatsNothing()
    {
        TestBranch branch;
        QCOMPARE(openToday(branch), u"CB04 at 4"_s);
        QCOMPARE(play(branch, u"issue H | issue H | call 1 | call 2"_s), u"H002 to 2"_s);
        StorageThread storage(branch.path(), {});
        {
            AnnouncementQueue queue(storage, u"board-1"_s, AtOnce);
            QSignalSpy claimed(&queue, &AnnouncementQueue::claimed);
            queue.look();
            QTRY_COMPARE(told(claimed), QStringList{u"H001 to 1"_s});
            queue.begin(idOf(claimed, 0));
        }
        AnnouncementQueue queue(storage, u"board-1"_s, AtOnce);
        QSignalSpy claimed(&queue, &AnnouncementQueue::claimed);
        queue.look();
        QTRY_COMPARE(told(claimed), QStringList{u"H002 to 2"_s});
    }

    void whatHadNotBegunIsSpokenAfterTheRestart_data()
    {
        QTest::addColumn<bool>("claimed");
        QTest::newRow("claimed") << true;
        QTest::newRow("asked for") << false;
    }

    void whatHadNotBegunIsSpokenAfterTheRestart()
    {
        QFETCH(bool, claimed);
        TestBranch branch;
        QCOMPARE(openToday(branch), u"CB04 at 4"_s);
        QCOMPARE(play(branch, u"issue H | call 1"_s), u"H001 to 1"_s);
        StorageThread storage(branch.path(), {});
        {
            AnnouncementQueue queue(storage, u"board-1"_s, AtOnce);
            QSignalSpy spy(&queue, &AnnouncementQueue::claimed);
            queue.look();
            QTRY_COMPARE(spy.size(), claimed ? 1 : 0);
        }
        barrier(storage);
        QCOMPARE(branch.value(u"SELECT state FROM announcement"_s), u"pending"_s);
    }

    void sameBoardTwiceSpeaksOnce()
    {
        TestBranch branch;
        QCOMPARE(openToday(branch), u"CB04 at 4"_s);
        auto storage = std::make_unique<StorageThread>(branch.path(), QString());
        StorageThread other(branch.path(), {}); // of another process
        auto first = std::make_unique<AnnouncementQueue>(*storage, u"board-1"_s, AtOnce);
        QSignalSpy firstClaimed(first.get(), &AnnouncementQueue::claimed);
        first->look();
        barrier(*storage);
        AnnouncementQueue second(other, u"board-1"_s, AtOnce);
        QSignalSpy secondClaimed(&second, &AnnouncementQueue::claimed);
        QCOMPARE(play(branch, u"issue H | issue H | call 1 | call 2"_s), u"H002 to 2"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"another process is this device"_s));
        second.look();
        barrier(other);
        QCOMPARE(secondClaimed.size(), 0);
        first->look();
        QTRY_COMPARE(told(firstClaimed), QStringList{u"H001 to 1"_s});
        first->begin(idOf(firstClaimed, 0));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"another process is this device"_s));
        second.look();
        barrier(other);
        QCOMPARE(stateOf(branch, idOf(firstClaimed, 0)), u"playing"_s);
        first.reset();
        storage.reset();
        second.look();
        QTRY_COMPARE(told(secondClaimed), QStringList{u"H002 to 2"_s});
    }

    void otherBoardStandsBy()
    {
        TestBranch branch;
        QCOMPARE(openToday(branch), u"CB04 at 4"_s);
        StorageThread storage(branch.path(), {});
        auto first = std::make_unique<AnnouncementQueue>(storage, u"board-1"_s, AtOnce);
        QSignalSpy firstClaimed(first.get(), &AnnouncementQueue::claimed);
        first->look();
        barrier(storage);
        AnnouncementQueue second(storage, u"board-2"_s, AtOnce);
        QSignalSpy secondClaimed(&second, &AnnouncementQueue::claimed);
        QCOMPARE(play(branch, u"issue H | call 1"_s), u"H001 to 1"_s);
        second.look();
        barrier(storage);
        QCOMPARE(secondClaimed.size(), 0);
        first->look();
        QTRY_COMPARE(firstClaimed.size(), 1);
        first->begin(idOf(firstClaimed, 0));
        first.reset(); // switched off: the other follows at once
        QCOMPARE(play(branch, u"issue H | call 2"_s), u"H002 to 2"_s);
        second.look();
        QTRY_COMPARE(told(secondClaimed), QStringList{u"H002 to 2"_s});
    }

    void boardWithoutVoiceShowsAndTells()
    {
        TestBranch branch;
        QCOMPARE(openToday(branch), u"CB04 at 4"_s);
        StorageThread storage(branch.path(), {});
        BoardRole role(storage, {.number = 3});
        role.window().resize(1280, 720);
        role.show();
        // There is no motcua-voice beside a test program.
        QTRY_COMPARE(
            branch.value(u"SELECT state FROM device WHERE kind = 'board' AND number = 3"_s),
            word(DeviceState::NoSound));
        QCOMPARE(play(branch, u"issue H | call 1"_s), u"H001 to 1"_s);
        QTRY_COMPARE(panel(role), u"H001 to 1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(branch.value(u"SELECT state FROM announcement"_s),
                                  word(AnnouncementState::Failed), 40'000);
    }

    void dayThatNobodyClosedIsOver()
    {
        Catalogue closedNow = smallCatalogue(); // else a Monday morning has no next opening
        const QDate today = QDate::currentDate();
        for (const int days : {-1, 0, 1}) { // whichever zone this PC is in
            closedNow.calendar.exceptions[today.addDays(days)] = {};
        }
        TestBranch branch(closedNow);
        QCOMPARE(branch.play(u"open | in 1 CB01 | issue H | call 1"_s), u"H001 to 1"_s);
        StorageThread storage(branch.path(), {});
        BoardRole role(storage, {.speaks = false});
        role.window().resize(1280, 720);
        role.show();
        QTRY_VERIFY(shows(role, BoardPart::Closed)); // that Monday is long past
        QTRY_VERIFY(shows(role, BoardPart::Opening));
    }

    void branchThatCannotBeReadIsToldAndReadWhenItIsBack()
    {
        TestBranch branch;
        QCOMPARE(openToday(branch), u"CB04 at 4"_s);
        QCOMPARE(play(branch, u"issue H | call 1"_s), u"H001 to 1"_s);
        const QString path = branch.file(u"later.db"_s);
        StorageThread storage(path, {});
        BoardRole role(storage, {.speaks = false});
        role.window().resize(1280, 720);
        role.show();
        QTRY_VERIFY_WITH_TIMEOUT(shows(role, BoardPart::Stale), 20'000);
        QVERIFY(shows(role, BoardPart::Waiting));
        branch.close();
        QVERIFY(QFile::copy(branch.path(), path));
        QTRY_VERIFY(!shows(role, BoardPart::Stale));
        QCOMPARE(panel(role), u"H001 to 1"_s);
    }

private:
    /// Everything handed to @p storage before is done.
    static void barrier(StorageThread &storage)
    {
        bool done = false;
        QObject context;
        storage.run(
            &context, [](Database &) -> Result<> { return {}; },
            [&done](const Result<> &) { done = true; });
        QTRY_VERIFY(done);
    }

    static qint64 idOf(const QSignalSpy &claimed, qsizetype index)
    {
        return claimed.at(index).at(0).value<Announcement>().id;
    }

    static QString stateOf(const TestBranch &branch, qint64 id)
    {
        return branch.value(u"SELECT state FROM announcement WHERE id = %1"_s.arg(id));
    }

    static QString panel(BoardRole &role)
    {
        for (const BoardItem &item : role.window().picture().items) {
            if (item.part == BoardPart::Call) {
                return u"%1 to %2"_s.arg(item.ticket->toString()).arg(item.number);
            }
        }
        return u"none"_s;
    }

    static bool shows(BoardRole &role, BoardPart part, int number = 0, bool lit = false)
    {
        return std::ranges::any_of(role.window().picture().items, [&](const BoardItem &item) {
            return item.part == part && item.number == number && item.lit == lit;
        });
    }
};

QTEST_MAIN(BoardRoleTest)
#include "boardroletest.moc"
