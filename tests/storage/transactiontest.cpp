// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/transaction.h"
#include "support/testdatabase.h"

using namespace motcua;
using namespace Qt::StringLiterals;

static const QString Insert = u"INSERT INTO synonym VALUES ('a', '[]', 0)"_s;
static const QString Count = u"SELECT count(*) FROM synonym WHERE word = 'a'"_s;

class TransactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_own = std::make_unique<test::TestDatabase>();
        VERIFY_RESULT(m_own->isUsable());
        m_other = m_own->connect();
        VERIFY_RESULT((**m_own).run(test::noWaiting()));
        VERIFY_RESULT(m_other->run(test::noWaiting()));
    }

    void cleanup()
    {
        m_other.reset();
        m_own.reset();
    }

    void committedStays()
    {
        auto transaction = Transaction::begin(**m_own);
        VERIFY_RESULT(transaction);
        VERIFY_RESULT((**m_own).run(Insert));
        QCOMPARE(test::TestDatabase::valueOf(*m_other, Count), u"0"_s);
        VERIFY_RESULT(transaction->commit());
        QCOMPARE(test::TestDatabase::valueOf(*m_other, Count), u"1"_s);
    }

    void leftWithoutCommitIsRolledBack()
    {
        {
            const auto transaction = Transaction::begin(**m_own);
            VERIFY_RESULT(transaction);
            VERIFY_RESULT((**m_own).run(Insert));
        }
        QCOMPARE(m_own->value(Count), u"0"_s);
        VERIFY_RESULT(Transaction::begin(*m_other)); // and the lock is free
    }

    void movingKeepsItOpen()
    {
        auto transaction = Transaction::begin(**m_own);
        VERIFY_RESULT(transaction);
        {
            Transaction moved(std::move(*transaction));
            VERIFY_RESULT((**m_own).run(Insert));
            VERIFY_RESULT(moved.commit());
        }
        QCOMPARE(m_own->value(Count), u"1"_s);
    }

    void readThenWriteCannotBeOvertaken()
    {
        auto transaction = Transaction::begin(**m_own);
        VERIFY_RESULT(transaction);
        QCOMPARE(m_own->value(Count), u"0"_s); // we read

        if (!test::isServerTested()) { // where only who asks for the branch's lock waits for it
            QCOMPARE(test::codeOf(m_other->run(Insert)), u"database_busy"_s);
        }
        const auto second = Transaction::begin(*m_other);
        QCOMPARE(test::codeOf(second), u"database_busy"_s);
        QCOMPARE(kindOf(second.error().code), ErrorKind::Busy);

        VERIFY_RESULT((**m_own).run(Insert)); // and so we may write
        VERIFY_RESULT(transaction->commit());
        VERIFY_RESULT(Transaction::begin(*m_other));
    }

    void readingSeesOneMoment()
    {
        {
            const auto reading = Transaction::beginReading(**m_own);
            VERIFY_RESULT(reading);
            QCOMPARE(m_own->value(Count), u"0"_s);
            VERIFY_RESULT(
                Transaction::beginReading(*m_other)); // readers do not lock each other out
            // A reader holds up who writes to a file, but not who writes to a server.
            QCOMPARE(test::codeOf(m_other->run(Insert)),
                     test::isServerTested() ? u"ok"_s : u"database_busy"_s);
            QCOMPARE(m_own->value(Count), u"0"_s);
        }
        if (!test::isServerTested()) {
            VERIFY_RESULT(m_other->run(Insert));
        }
        QCOMPARE(m_own->value(Count), u"1"_s);
    }

    void readingCannotWrite()
    {
        ONLY_ON_SERVER("SQLite has no such transaction");
        const auto reading = Transaction::beginReading(**m_own);
        VERIFY_RESULT(reading);
        QCOMPARE(test::codeOf((**m_own).run(Insert)), u"database_read_only"_s);
    }

    void failureThatWasOverlookedIsNotCommitted()
    {
        ONLY_ON_SERVER("SQLite goes on after a failed statement");
        {
            auto transaction = Transaction::begin(**m_own);
            VERIFY_RESULT(transaction);
            VERIFY_RESULT((**m_own).run(Insert));
            QVERIFY(!(**m_own).run(Insert)); // twice
            QVERIFY(!transaction->commit());
        }
        QCOMPARE(m_own->value(Count), u"0"_s);
        VERIFY_RESULT(Transaction::begin(*m_other));
    }

    void partsOfABuildingAreOneWhole_data()
    {
        QTest::addColumn<bool>("isFinished");
        QTest::newRow("finished") << true;
        QTest::newRow("given up") << false;
    }

    void partsOfABuildingAreOneWhole()
    {
        QFETCH(bool, isFinished);
        {
            auto whole = Transaction::beginBuilding(**m_own);
            VERIFY_RESULT(whole);
            auto part = Transaction::begin(**m_own);
            VERIFY_RESULT(part);
            VERIFY_RESULT((**m_own).run(Insert));
            VERIFY_RESULT(part->commit());
            QCOMPARE(test::codeOf(Transaction::begin(*m_other)), u"database_busy"_s);
            if (isFinished) {
                VERIFY_RESULT(whole->commit());
            }
        }
        QCOMPARE(test::TestDatabase::valueOf(*m_other, Count), isFinished ? u"1"_s : u"0"_s);
    }

    void commitThatIsLockedOutIsNoCommit()
    {
        ONLY_ON_SQLITE("a reader holds up nobody on a server");
        {
            auto writing = Transaction::begin(**m_own);
            VERIFY_RESULT(writing);
            VERIFY_RESULT((**m_own).run(Insert));
            const auto reading = Transaction::beginReading(*m_other);
            VERIFY_RESULT(reading);
            QCOMPARE(test::TestDatabase::valueOf(*m_other, Count), u"0"_s);
            QCOMPARE(test::codeOf(writing->commit()), u"database_busy"_s);
        }
        QCOMPARE(m_own->value(Count), u"0"_s);
    }

private:
    std::unique_ptr<test::TestDatabase> m_own;
    std::unique_ptr<Database> m_other;
};

QTEST_GUILESS_MAIN(TransactionTest)

#include "transactiontest.moc"
