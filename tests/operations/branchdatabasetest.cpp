// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/branchdatabase.h"
#include "storage/staffrepository.h"
#include "support/testbranch.h"

#include <algorithm>
#include <array>
#include <functional>
#include <latch>
#include <thread>

using namespace motcua;
using namespace Qt::StringLiterals;

static CommandContext now()
{
    return {QUuid::createUuid(), test::Morning};
}

class BranchDatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newBranchIsWhole()
    {
        const test::TestPlace place;
        const auto branch = createBranch(place.place(), test::smallCatalogue(), now());
        VERIFY_RESULT(branch);
        QCOMPARE(branch->code, u"CN7"_s);
        QCOMPARE(branch->number, 7);
        QCOMPARE(branch->name.vi, u"Chi nhánh số 7"_s);
        QCOMPARE(branch->seq, qint64{2}); // created, catalogue imported
        QCOMPARE(branch->epoch, 1);
        QVERIFY(!branch->id.isNull());
        QVERIFY(branch->businessDate.isNull());
        const auto database = openBranch(place.place());
        VERIFY_RESULT(database);
        QVERIFY(verifyBranch(**database).value().problems.empty());
    }

    void newFileIsItsOwnersAlone()
    {
        ONLY_ON_SQLITE("a server has no file of ours");
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"Chi nhánh số 7.db"_s);
        VERIFY_RESULT(createBranch(path, test::smallCatalogue(), now()));
        QCOMPARE(QFile::permissions(path),
                 QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), qsizetype{1});
    }

    void shippedCatalogueMakesABranch()
    {
        const CatalogueReading reading = test::shippedCatalogue();
        QVERIFY(reading.faults.empty());
        test::TestBranch branch(reading.catalogue);
        QCOMPARE(branch.play(u"open|issue H elderly"_s), u"H001 after 0"_s);
        QCOMPARE(branch.faults(), QString());
    }

    void twoBranchesAreNeverTheSame()
    {
        const test::TestPlace one;
        const test::TestPlace other;
        const auto first = createBranch(one.place(), test::smallCatalogue(), now());
        const auto second = createBranch(other.place(), test::smallCatalogue(), now());
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QVERIFY(first->id != second->id);
        QVERIFY(first->headHash != second->headHash);
    }

    void branchIsMadeCompleteOrNotAtAll_data()
    {
        QTest::addColumn<std::function<void(Catalogue &)>>("spoil");
        const auto row = [](const char *name, const std::function<void(Catalogue &)> &spoil) {
            QTest::newRow(name) << spoil;
        };
        row("counter of a line nobody knows",
            [](Catalogue &catalogue) { catalogue.counters[0].groups = {u"Q"_s}; });
        row("person of a line nobody knows",
            [](Catalogue &catalogue) { catalogue.staff.back().groups = {u"Q"_s}; });
        row("a synonym twice",
            [](Catalogue &catalogue) { catalogue.synonyms.push_back(catalogue.synonyms.front()); });
        row("a time zone nobody knows",
            [](Catalogue &catalogue) { catalogue.settings.timeZone = u"Mars/Base"_s; });
    }

    void branchIsMadeCompleteOrNotAtAll()
    {
        QFETCH(std::function<void(Catalogue &)>, spoil);
        Catalogue catalogue = test::smallCatalogue();
        spoil(catalogue);
        const test::TestPlace place;
        const auto branch = createBranch(place.place(), catalogue, now());
        QVERIFY(!branch);
        // Not the name it had while it was made.
        QCOMPARE(branch.error().subject, Database::nameOf(place.place()));
        QVERIFY(QDir(place.folder()).isEmpty(QDir::Files | QDir::Hidden));
        QCOMPARE(test::codeOf(openBranch(place.place())), u"database_missing"_s);
        VERIFY_RESULT(createBranch(place.place(), test::smallCatalogue(), now()));
    }

    void branchIsNotMadeTwice()
    {
        const test::TestBranch branch;
        const QByteArray before = branch.bytes();
        QCOMPARE(test::outcome(createBranch(branch.path(), test::smallCatalogue(), now())),
                 u"database_exists "_s + (*branch).path());
        QCOMPARE(branch.bytes(), before);
    }

    void programsThatMakeABranchAtOnceMakeOne()
    {
        const test::TestPlace place;
        constexpr int Programs = 3;
        std::latch start(Programs);
        std::array<QString, Programs> outcomes;
        std::vector<std::thread> threads;
        threads.reserve(Programs);
        for (QString &outcome : outcomes) {
            threads.emplace_back([&] {
                start.arrive_and_wait();
                outcome = test::codeOf(createBranch(place.place(), test::smallCatalogue(), now()));
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        std::ranges::sort(outcomes);
        QCOMPARE(outcomes.front(), u"database_exists"_s);
        QCOMPARE(outcomes.back(), u"ok"_s);
        QCOMPARE(std::ranges::count(outcomes, u"ok"_s), 1);
        QVERIFY(verifyBranch(**openBranch(place.place())).value().problems.empty());
    }

    void whatIsThereIsNotReplaced_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a file") << u"branch.db"_s;
        QTest::newRow("the journal of a lost database") << u"branch.db-journal"_s;
    }

    void whatIsThereIsNotReplaced()
    {
        ONLY_ON_SQLITE("a server has no file of ours");
        QFETCH(QString, name);
        const QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QCOMPARE(file.write("mine"), qint64{4});
        file.close();
        const auto branch =
            createBranch(folder.filePath(u"branch.db"_s), test::smallCatalogue(), now());
        QCOMPARE(test::outcome(branch), u"database_exists "_s + folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{name});
    }

    void noFolderNoBranch()
    {
        ONLY_ON_SQLITE("a server has no file of ours");
        const QTemporaryDir folder;
        QCOMPARE(test::outcome(createBranch(folder.filePath(u"none/branch.db"_s),
                                            test::smallCatalogue(), now())),
                 u"file_unwritable "_s + folder.filePath(u"none"_s));
    }

    void leftoverOfACutIsClearedAway()
    {
        ONLY_ON_SQLITE("a server keeps nothing of a transaction that was cut off");
        // A program with our number was cut off while it made this branch.
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"branch.db"_s);
        const QString unfinished =
            u"%1.unfinished-%2"_s.arg(path).arg(QCoreApplication::applicationPid());
        for (const QString &name : {unfinished, unfinished + u"-journal"_s}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.write(QByteArray(9000, 'x')) > 0);
        }
        VERIFY_RESULT(createBranch(path, test::smallCatalogue(), now()));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"branch.db"_s});
    }

    void branchIsBoundToItsPc_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("bound to none") << u""_s << u"ok"_s;
        QTest::newRow("its own") << u"CN7"_s << u"ok"_s;
        QTest::newRow("another") << u"CN1"_s << u"wrong_branch CN7"_s;
        QTest::newRow("small letters") << u"cn7"_s << u"wrong_branch CN7"_s;
    }

    void branchIsBoundToItsPc()
    {
        QFETCH(QString, expected);
        QFETCH(QString, outcome);
        const test::TestBranch branch;
        QCOMPARE(test::outcome(openBranch(branch.path(), expected)), outcome);
    }

    void lostDatabaseIsNotMadeAnew()
    {
        const test::TestPlace place;
        QCOMPARE(test::outcome(openBranch(place.place())),
                 u"database_missing "_s + Database::nameOf(place.place()));
        QVERIFY(QDir(place.folder()).isEmpty(QDir::Files | QDir::Hidden));
    }

    void databaseOfANewerProgramIsRefused()
    {
        test::TestBranch branch;
        VERIFY_RESULT((*branch).run(u"INSERT INTO migration VALUES (99, 'x', 'y')"_s));
        QCOMPARE(test::codeOf(openBranch(branch.path())), u"database_newer"_s);
    }

    void newCatalogueTakesEffectAndKeepsThePast()
    {
        test::TestBranch branch;
        VERIFY_RESULT(setPin(*branch, branch.next(), u"CB01"_s, u"481516"_s));
        branch.play(u"open|in 1 CB01|issue H|issue C|call 1|start 1|finish 1|close"_s);

        Catalogue changed = test::smallCatalogue();
        changed.groups.erase(changed.groups.begin() + 1); // C is gone
        changed.groups[0].firstNumber = 500;
        changed.counters = {{1, {u"H"_s, u"N"_s}}};
        changed.staff.resize(1);
        VERIFY_RESULT(importCatalogue(*branch, changed, branch.next()));

        QCOMPARE(branch.play(u"open 2026-03-03|issue C"_s), u"unknown_group C"_s);
        QCOMPARE(branch.play(u"issue H"_s), u"H500 after 0"_s);
        QCOMPARE(branch.play(u"in 1 CB02"_s), u"unknown_staff CB02"_s);
        QCOMPARE(branch.play(u"in 4 CB01"_s), u"unknown_counter 4"_s);
        VERIFY_RESULT(signIn(*branch, branch.next(), 1, u"CB01"_s, u"481516"_s));
        QCOMPARE(branch.play(u"issue N|call 1"_s), u"H500 to 1"_s);
        QCOMPARE(branch.faults(), QString());
    }

    void catalogueIsNotChangedUnderWaitingPeople()
    {
        test::TestBranch branch;
        branch.play(u"open|issue H"_s);
        const QByteArray before = branch.bytes();
        QCOMPARE(test::outcome(importCatalogue(*branch, test::smallCatalogue(), branch.next())),
                 u"day_already_open 2026-03-02"_s);
        QCOMPARE(branch.bytes(), before);
        branch.play(u"close"_s);
        VERIFY_RESULT(importCatalogue(*branch, test::smallCatalogue(), branch.next()));
    }

    void badCatalogueChangesNothing()
    {
        test::TestBranch branch;
        Catalogue bad = test::smallCatalogue();
        bad.groups[0].name.vi = u"Khác"_s;
        bad.counters[0].groups = {u"Q"_s};
        const QByteArray before = branch.bytes();
        QCOMPARE(test::codeOf(importCatalogue(*branch, bad, branch.next())), u"storage_failed"_s);
        QCOMPARE(branch.bytes(), before);
    }

    void lineWithNewRangeOnADayOpenedAgainGoesOnAsTheEventsSay()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|issue H|call 1|start 1|transfer 1 N|close"_s);
        Catalogue changed = test::smallCatalogue();
        changed.groups[2].firstNumber = 501;
        changed.groups[2].lastNumber = 599;
        VERIFY_RESULT(importCatalogue(*branch, changed, branch.next()));
        QCOMPARE(branch.play(u"open|issue N"_s), u"N501 after 0"_s);
        QCOMPARE(branch.faults(), QString());
    }

    void programsAtOnceMakeOneBranch()
    {
        const test::TestBranch branch;
        // Several programs start on the same file at the same moment.
        constexpr int Programs = 4;
        std::latch start(Programs);
        std::array<QString, Programs> outcomes;
        std::vector<std::thread> threads;
        threads.reserve(Programs);
        for (QString &outcome : outcomes) {
            threads.emplace_back([&] {
                start.arrive_and_wait();
                outcome = test::outcome(openBranch(branch.path(), u"CN7"_s));
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        for (const QString &outcome : outcomes) {
            QCOMPARE(outcome, u"ok"_s);
        }
    }
};

QTEST_GUILESS_MAIN(BranchDatabaseTest)

#include "branchdatabasetest.moc"
