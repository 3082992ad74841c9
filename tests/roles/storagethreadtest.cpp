// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/storagethread.h"

#include "support/testbranch.h"

#include <QSignalSpy>
#include <QTest>

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
        QTRY_COMPARE(changed.size(), 2);
    }

    void tellsWhatItsOwnWorkChangedAndNothingForReading()
    {
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

    void saysThatTheBranchIsMissingAndWhenItIsBack()
    {
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
    }
};

QTEST_GUILESS_MAIN(StorageThreadTest)
#include "storagethreadtest.moc"
