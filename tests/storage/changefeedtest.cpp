// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/changefeed.h"
#include "support/testdatabase.h"

#include <QSignalSpy>

#include <thread>

using namespace motcua;
using namespace Qt::StringLiterals;

/// One command with one event on a connection of its own.
static QString writeTo(Database &database)
{
    auto command = BranchTransaction::begin(database, {QUuid::createUuid(), test::Morning},
                                            {{u"command"_s, u"test"_s}});
    if (!command) {
        return test::outcome(command);
    }
    if (const auto done = command->append(EventKind::PinSet, {}, {}); !done) {
        return test::outcome(done);
    }
    return test::outcome(command->commit({}));
}

class ChangeFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commitOfAnotherConnectionIsReported()
    {
        const test::TestDatabase database;
        VERIFY_RESULT(database.isUsable());
        const ChangeFeed feed(*database);
        QSignalSpy changed(&feed, &ChangeFeed::changed);
        QCOMPARE(feed.seq(), qint64{0});

        const auto other = database.connect();
        for (qint64 seq = 1; seq <= 3; ++seq) {
            QCOMPARE(writeTo(*other), u"ok"_s);
            QVERIFY(changed.wait());
            QCOMPARE(changed.takeFirst().front().toLongLong(), seq);
            QCOMPARE(feed.seq(), seq);
        }
    }

    void commitOfAnotherThreadIsReported()
    {
        const test::TestDatabase database;
        const ChangeFeed feed(*database);
        QSignalSpy changed(&feed, &ChangeFeed::changed);
        std::thread other([&database] {
            const auto own = database.connect();
            for (int i = 0; i < 20; ++i) {
                static_cast<void>(writeTo(*own));
            }
        });
        QTRY_COMPARE(feed.seq(), qint64{20});
        other.join();
        // Once per step at most, in order, and the last step is told.
        QVERIFY(changed.size() <= 20);
        qint64 last = 0;
        for (const QList<QVariant> &arguments : changed) {
            QVERIFY(arguments.front().toLongLong() > last);
            last = arguments.front().toLongLong();
        }
        QCOMPARE(last, qint64{20});
    }

    void whatWasThereBeforeIsNoChange()
    {
        const test::TestDatabase database;
        QCOMPARE(writeTo(*database.connect()), u"ok"_s);
        const ChangeFeed feed(*database);
        QCOMPARE(feed.seq(), qint64{1});
    }

    void ownCommitIsCaughtUpWithTheNextOfAnother()
    {
        const test::TestDatabase database;
        const ChangeFeed feed(*database);
        QSignalSpy changed(&feed, &ChangeFeed::changed);
        QCOMPARE(writeTo(*database), u"ok"_s);
        QCOMPARE(writeTo(*database.connect()), u"ok"_s);
        QVERIFY(changed.wait());
        QCOMPARE(changed.back().front().toLongLong(), qint64{2});
    }

    void writeWithoutAnEventIsNoChange()
    {
        const test::TestDatabase database;
        const ChangeFeed feed(*database);
        QSignalSpy changed(&feed, &ChangeFeed::changed);
        const auto other = database.connect();
        VERIFY_RESULT(other->run(u"UPDATE staff SET failed_attempts = 1"_s));
        QCOMPARE(writeTo(*other), u"ok"_s);
        QVERIFY(changed.wait());
        QCOMPARE(changed.size(), qsizetype{1});
        QCOMPARE(changed.front().front().toLongLong(), qint64{1});
    }

    void failureIsToldOnceAndRecoveryToo()
    {
        test::TestDatabase database;
        database.spoil();
        const ChangeFeed feed(*database);
        QSignalSpy changed(&feed, &ChangeFeed::changed);
        QSignalSpy failed(&feed, &ChangeFeed::failed);
        const auto other = database.connect();
        VERIFY_RESULT(other->run(u"ALTER TABLE branch RENAME TO hidden"_s));
        QVERIFY(failed.wait());
        VERIFY_RESULT(other->run(u"UPDATE hidden SET seq = 0"_s)); // still broken
        VERIFY_RESULT(other->run(u"ALTER TABLE hidden RENAME TO branch"_s));
        QCOMPARE(writeTo(*other), u"ok"_s);
        QVERIFY(changed.wait());
        QCOMPARE(feed.seq(), qint64{1});
        QCOMPARE(failed.size(), qsizetype{1});
    }
};

QTEST_GUILESS_MAIN(ChangeFeedTest)

#include "changefeedtest.moc"
