// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/storagethread.h"

#include "support/testbranch.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

class StorageThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksElsewhereAndAnswersHere()
    {
        TestBranch branch;
        StorageThread storage(branch.path(), {});
        QThread *workedIn = nullptr;
        QThread *answeredIn = nullptr;
        std::optional<Result<Branch>> answer;
        storage.run(
            this,
            [&](Database &database) {
                workedIn = QThread::currentThread();
                return readBranch(database);
            },
            [&](const Result<Branch> &result) {
                answeredIn = QThread::currentThread();
                answer = result;
            });
        QTRY_VERIFY(answer);
        VERIFY_RESULT(*answer);
        QCOMPARE((*answer)->code, u"CN7"_s);
        QCOMPARE(answeredIn, thread());
        QVERIFY(workedIn != thread());
    }

    void worksInTheOrderGiven()
    {
        TestBranch branch;
        StorageThread storage(branch.path(), {});
        QList<int> order;
        for (int i = 0; i < 50; ++i) {
            storage.run(
                this, [](Database &database) { return readBranch(database); },
                [&order, i](const Result<Branch> &) { order.append(i); });
        }
        QTRY_COMPARE(order.size(), 50);
        QVERIFY(std::ranges::is_sorted(order));
    }

    void doesNotAnswerSomebodyWhoIsGone()
    {
        TestBranch branch;
        StorageThread storage(branch.path(), {});
        bool told = false;
        {
            QObject asker;
            storage.run(
                &asker, [](Database &database) { return readBranch(database); },
                [&told](const Result<Branch> &) { told = true; });
        }
        bool later = false;
        storage.run(
            this, [](Database &database) { return readBranch(database); },
            [&later](const Result<Branch> &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!told);
    }

    void finishesWhatWasHandedOverBeforeItEnds()
    {
        TestBranch branch;
        QCOMPARE(branch.play(u"open"_s).isEmpty(), false);
        const QDateTime clock = branch.clock();
        {
            StorageThread storage(branch.path(), {});
            for (int i = 0; i < 20; ++i) {
                storage.run(
                    this,
                    [clock](Database &database) {
                        return issueTicket(database, {QUuid::createUuid(), clock},
                                           {.group = u"H"_s});
                    },
                    [](const Result<IssuedTicket> &) {});
            }
        }
        QCOMPARE(branch.play(u"issue H"_s), u"H021 after 20"_s);
    }

    void tellsWhatAnotherConnectionChanged()
    {
        TestBranch branch;
        StorageThread storage(branch.path(), {});
        QSignalSpy changed(&storage, &StorageThread::changed);
        QTRY_COMPARE(changed.size(), 1); // opened
        QCOMPARE(branch.play(u"open"_s).isEmpty(), false);
        const auto seq = readBranch(*branch).value().seq;
        QTRY_COMPARE(changed.constLast().constFirst().toLongLong(), seq);
    }

    void tellsWhatItsOwnWorkChangedAndNothingForReading()
    {
        ONLY_ON_SQLITE("a server also tells that somebody wrote to another of its databases");
        TestBranch branch;
        QCOMPARE(branch.play(u"open"_s).isEmpty(), false);
        const QDateTime clock = branch.clock();
        StorageThread storage(branch.path(), {});
        QSignalSpy changed(&storage, &StorageThread::changed);
        QTRY_COMPARE(changed.size(), 1); // opened
        int answers = 0;
        storage.run(
            this,
            [clock](Database &database) {
                return issueTicket(database, {QUuid::createUuid(), clock}, {.group = u"H"_s});
            },
            [&answers](const Result<IssuedTicket> &) { ++answers; });
        QTRY_COMPARE(changed.size(), 2);
        storage.run(
            this, [](Database &database) { return readBranch(database); },
            [&answers](const Result<Branch> &) { ++answers; });
        QTRY_COMPARE(answers, 2);
        QCOMPARE(changed.size(), 2);
    }

    void lostLinkHealsByItself()
    {
        ONLY_ON_SERVER("a file has no link");
        TestBranch branch;
        QCOMPARE(branch.play(u"open"_s).isEmpty(), false);
        const QDateTime clock = branch.clock();
        StorageThread storage(branch.path(), {});
        QSignalSpy failed(&storage, &StorageThread::failed);
        QSignalSpy recovered(&storage, &StorageThread::recovered);
        QSignalSpy changed(&storage, &StorageThread::changed);
        QTRY_COMPARE(changed.size(), 1);
        VERIFY_RESULT((*branch).run(u"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                                    " WHERE datname = current_database()"
                                    " AND pid <> pg_backend_pid()"_s));
        const QUuid command = QUuid::createUuid();
        QStringList told;
        const auto issue = [&] {
            storage.run(
                this,
                [clock, command](Database &database) {
                    return issueTicket(database, {command, clock}, {.group = u"H"_s});
                },
                [&told](const Result<IssuedTicket> &issued) {
                    told.append(issued ? issued->ticket.toString() : word(issued.error().code));
                });
        };
        issue();
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.front(), u"connection_lost"_s);
        QTRY_COMPARE(recovered.size(), 1);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.front().front().value<Error>().code, ErrorCode::ConnectionLost);
        issue(); // the same once more
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told.back(), u"H001"_s);
        // It hears of others again.
        QCOMPARE(branch.play(u"issue H"_s), u"H002 after 1"_s);
        const auto seq = readBranch(*branch).value().seq;
        QTRY_COMPARE(changed.constLast().constFirst().toLongLong(), seq);
    }

    void aServerThatStandsStillIsLostWithinFiveSeconds_data()
    {
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("while it is asked for something") << true;
        QTest::newRow("while nobody asks") << false;
    }

    void aServerThatStandsStillIsLostWithinFiveSeconds()
    {
        ONLY_ON_SERVER("a file has no link");
        QFETCH(bool, isAsked);
        TestBranch branch;
        StorageThread storage(branch.path(), {});
        QSignalSpy failed(&storage, &StorageThread::failed);
        QSignalSpy recovered(&storage, &StorageThread::recovered);
        std::optional<pid_t> backend;
        storage.run(
            this,
            [](Database &database) {
                Statement select(database, u"SELECT pg_backend_pid()"_s);
                return select.row([](const Row &row) { return row.integer(0); });
            },
            [&backend](const Result<std::optional<int>> &pid) { backend = pid.value(); });
        QTRY_VERIFY(backend);
        QCOMPARE(::kill(*backend, SIGSTOP), 0);
        const auto goOn = qScopeGuard([&backend] { ::kill(*backend, SIGCONT); });
        std::optional<ErrorCode> answer;
        if (isAsked) {
            storage.run(
                this, [](Database &database) { return readBranch(database); },
                [&answer](const Result<Branch> &result) { answer = result.error().code; });
        }
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 5000);
        QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 5000); // another process of it answers
        QCOMPARE(answer.value_or(ErrorCode::ConnectionLost), ErrorCode::ConnectionLost);
    }

    void saysThatTheBranchIsMissingAndWhenItIsBack()
    {
        ONLY_ON_SQLITE("it is a file that comes back");
        TestBranch branch;
        const QByteArray bytes = branch.bytes();
        const QString path = branch.file(u"later.db"_s);
        StorageThread storage(path, {});
        QSignalSpy failed(&storage, &StorageThread::failed);
        QSignalSpy recovered(&storage, &StorageThread::recovered);
        QTRY_COMPARE(failed.size(), 1);
        std::optional<ErrorCode> refused;
        storage.run(
            this, [](Database &database) { return readBranch(database); },
            [&refused](const Result<Branch> &result) { refused = result.error().code; });
        QTRY_VERIFY(refused);
        QCOMPARE(*refused, ErrorCode::DatabaseMissing);

        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        QTRY_COMPARE(recovered.size(), 1);
        QCOMPARE(failed.size(), 1);
    }

    void aFileThatWasMovedAwayIsLeftAndItsSuccessorIsRead()
    {
        ONLY_ON_SQLITE("a server has no file of ours");
        TestBranch branch;
        StorageThread storage(branch.path(), {});
        QSignalSpy failed(&storage, &StorageThread::failed);
        QSignalSpy recovered(&storage, &StorageThread::recovered);
        QSignalSpy changed(&storage, &StorageThread::changed);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(QFile::rename(branch.path(), branch.file(u"aside.db"_s)));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(QFile::copy(branch.file(u"aside.db"_s), branch.path()));
        QTRY_COMPARE(recovered.size(), 1);
        // What the successor learns is told.
        branch.reopen();
        branch.play(u"open"_s);
        const auto seq = readBranch(*branch).value().seq;
        QTRY_COMPARE(changed.constLast().constFirst().toLongLong(), seq);
    }

    void leavesADatabaseThatWasReplaced()
    {
        TestBranch branch;
        StorageThread storage(branch.path(), {});
        QSignalSpy failed(&storage, &StorageThread::failed);
        QSignalSpy changed(&storage, &StorageThread::changed);
        QTRY_COMPARE(changed.size(), 1);
        VERIFY_RESULT(setRetired(*branch, true));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::DatabaseReplaced);
        // Whoever looks again finds the same, until the successor is there.
        StorageThread later(branch.path(), {});
        QSignalSpy refused(&later, &StorageThread::failed);
        QSignalSpy recovered(&later, &StorageThread::recovered);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.constFirst().constFirst().value<Error>().code,
                 ErrorCode::DatabaseReplaced);
        QCOMPARE(recovered.size(), 0);
        VERIFY_RESULT(setRetired(*branch, false));
        QTRY_COMPARE(recovered.size(), 1);
    }

    void aBranchThatMovedWhileItWasAwayIsTold()
    {
        ONLY_ON_SQLITE("it is a file that goes away");
        TestBranch branch;
        VERIFY_RESULT(setRetired(*branch, true));
        branch.close();
        QVERIFY(QFile::rename(branch.path(), branch.file(u"aside.db"_s)));
        StorageThread storage(branch.path(), {});
        QSignalSpy failed(&storage, &StorageThread::failed);
        QSignalSpy recovered(&storage, &StorageThread::recovered);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.back().front().value<Error>().code, ErrorCode::DatabaseMissing);
        QVERIFY(QFile::rename(branch.file(u"aside.db"_s), branch.path()));
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(failed.back().front().value<Error>().code, ErrorCode::DatabaseReplaced);
        QCOMPARE(recovered.size(), 0); // no screen may say that it is back
    }
};

QTEST_GUILESS_MAIN(StorageThreadTest)
#include "storagethreadtest.moc"
