// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/backup.h"
#include "operations/intakes.h"
#include "operations/personvault.h"
#include "support/testbranch.h"

#include <QSemaphore>

#include <atomic>
#include <functional>
#include <thread>

using namespace motcua;
using namespace Qt::StringLiterals;

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

static void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

static constexpr QFile::Permissions Private =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

/// Of a procedure that asks for nothing; "code, number in the register".
static QString recordAt(test::TestBranch &branch)
{
    const Intake intake{.applicant = {.name = u"Nguyễn Thị Mai"_s,
                                      .idNumber = u"099191004217"_s,
                                      .sex = Sex::Female,
                                      .phone = u"0912345678"_s,
                                      .address = u"Số 12 Hàng Bún"_s,
                                      .unit = u"00004"_s},
                        .procedure = u"1.004873"_s};
    const auto done = recordIntake(*branch, branch.next(), vaultOf(*branch).value(),
                                   {.counter = 1, .intake = intake});
    return done ? u"%1, %2"_s.arg(done->code).arg(done->registerNumber) : test::told(done.error());
}

class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_branch = std::make_unique<test::TestBranch>();
        m_backup = m_branch->file(u"backup.db"_s);
    }

    void cleanup() { m_branch.reset(); }

    void backupIsAWholeBranchForItself()
    {
        m_branch->play(u"open|in 1 CB01|issue H|issue H|call 1"_s);
        const QByteArray before = m_branch->bytes();
        const auto report = backupBranch(**m_branch, m_backup);
        VERIFY_RESULT(report);
        QCOMPARE(m_branch->bytes(), before);
        QCOMPARE(report->path, m_backup);
        QCOMPARE(report->branch, u"CN7"_s);
        QCOMPARE(QString::number(report->seq), m_branch->value(u"SELECT seq FROM branch"_s));
        QCOMPARE(report->bytes, QFileInfo(m_backup).size());
        QCOMPARE(QFile::permissions(m_backup), Private);
        QCOMPARE(m_branch->files(), (QStringList{u"backup.db"_s, u"branch.db"_s}));

        const auto copy = openBranch(m_backup, u"CN7"_s);
        VERIFY_RESULT(copy);
        const auto verified = verifyBranch(**copy);
        VERIFY_RESULT(verified);
        QVERIFY(verified->problems.empty());
        QCOMPARE(verified->tickets, qint64{2});
        QCOMPARE(readBranch(**copy).value().headHash, readBranch(**m_branch).value().headHash);
    }

    void backupRefusesATakenName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("another backup") << u"taken.db"_s << u"database_exists"_s;
        QTest::newRow("a folder") << u"."_s << u"database_exists"_s;
        QTest::newRow("the branch itself") << u"branch.db"_s << u"database_exists"_s;
        QTest::newRow("in no folder") << u"none/backup.db"_s << u"file_unwritable"_s;
    }

    void backupRefusesATakenName()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        write(m_branch->file(u"taken.db"_s), "mine");
        const QByteArray before = m_branch->bytes();
        QCOMPARE(test::codeOf(backupBranch(**m_branch, m_branch->file(name))), code);
        QCOMPARE(contentOf(m_branch->file(u"taken.db"_s)), QByteArray("mine"));
        QCOMPARE(m_branch->bytes(), before);
        QCOMPARE(m_branch->files(), (QStringList{u"branch.db"_s, u"taken.db"_s}));
    }

    void backupOfADamagedBranchIsNoBackup()
    {
        m_branch->play(u"open|issue H"_s);
        VERIFY_RESULT((**m_branch).run(u"UPDATE leg SET calls = 5"_s));
        const auto report = backupBranch(**m_branch, m_backup);
        QCOMPARE(test::codeOf(report), u"database_damaged"_s);
        QCOMPARE(m_branch->files(), QStringList{u"branch.db"_s});
    }

    void backupWhileWorkGoesOnIsOfOneMoment()
    {
        m_branch->play(u"open"_s);
        std::atomic stop = false;
        std::atomic issued = 0;
        QSemaphore people(1); // who come to the kiosk
        std::thread kiosk([this, &stop, &issued, &people] {
            const auto own = m_branch->connect();
            for (people.acquire(); !stop; people.acquire()) {
                issued += issueTicket(*own, m_branch->next(), {.group = u"H"_s}) ? 1 : 0;
            }
        });
        QTRY_VERIFY(issued > 0);
        qint64 last = 0;
        for (int i = 0; i < 5; ++i) {
            const QString path = m_branch->file(u"backup-%1.db"_s.arg(i));
            const int before = issued;
            people.release(10);
            const auto report = backupBranch(**m_branch, path);
            if (!report) {
                stop = true;
                people.release();
                kiosk.join();
            }
            VERIFY_RESULT(report);
            const auto copy = openBranch(path);
            const auto verified = verifyBranch(**copy);
            if (!verified || !verified->problems.empty() || verified->tickets < before
                || report->seq < last) {
                stop = true;
                people.release();
                kiosk.join();
                QFAIL("not of one moment");
            }
            last = report->seq;
            QTRY_VERIFY(issued > before);
        }
        stop = true;
        people.release();
        kiosk.join();
        QCOMPARE(m_branch->faults(), QString());
    }

    void restoreOnAnOpenDayLeavesAGapOfNumbers_data()
    {
        QTest::addColumn<int>("skip"); // -1: the branch's setting
        QTest::addColumn<QString>("next");
        QTest::newRow("the branch's setting") << -1 << u"H055 after 2"_s;
        QTest::newRow("by hand") << 7 << u"H012 after 2"_s;
        QTest::newRow("none") << 0 << u"H005 after 2"_s;
    }

    void restoreOnAnOpenDayLeavesAGapOfNumbers()
    {
        QFETCH(int, skip);
        QFETCH(QString, next);
        m_branch->play(u"open|in 1 CB01|issue H|issue H"_s);
        VERIFY_RESULT(backupBranch(**m_branch, m_backup));
        m_branch->play(u"issue H|issue H|issue C|call 1"_s); // on paper, not in the backup
        const auto report = restore(skip < 0 ? std::nullopt : std::optional(skip));
        VERIFY_RESULT(report);
        QCOMPARE(report->epoch, 2);
        QCOMPARE(report->skipped, (skip < 0 ? 50 : skip) + 2); // two are known to be on paper
        m_branch->reopen();
        QCOMPARE(m_branch->play(u"issue H"_s), next);
        QCOMPARE(m_branch->play(u"call 1"_s), u"H001 to 1"_s);
        QCOMPARE(m_branch->faults(), QString());
        // The gap is of that day only.
        m_branch->play(u"start 1|finish 1|close|open 2026-03-03"_s);
        QCOMPARE(m_branch->play(u"issue H"_s), u"H001 after 0"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void restoreGivesNoNumberOfADossierTwice()
    {
        Catalogue catalogue = test::smallCatalogue();
        catalogue.procedures.push_back(
            {.code = u"1.004873"_s,
             .name = {u"Xác nhận tình trạng hôn nhân"_s, u"Marital status"_s},
             .group = u"H"_s,
             .field = u"Hộ tịch"_s,
             .referral = {},
             .flags = {},
             .cases = {{.name = {},
                        .limit = Limit{LimitKind::WorkingDays, 3},
                        .limitBasis = {},
                        .feeDirect = 15'000,
                        .feeOnline = {},
                        .feeNote = {},
                        .documents = {}}}});
        m_branch = std::make_unique<test::TestBranch>(catalogue);
        m_backup = m_branch->file(u"backup.db"_s);
        m_branch->play(u"open|in 1 CB01|issue H|call 1|start 1"_s);
        QCOMPARE(recordAt(*m_branch), u"TN7-260302-0001, 1"_s);
        VERIFY_RESULT(backupBranch(**m_branch, m_backup));
        QCOMPARE(recordAt(*m_branch), u"TN7-260302-0002, 2"_s); // on a receipt, not in the backup
        const auto report = restore();
        VERIFY_RESULT(report);
        QCOMPARE(report->skipped, 51);
        m_branch->reopen();
        QCOMPARE(recordAt(*m_branch), u"TN7-260302-0053, 53"_s);
        QCOMPARE(recordAt(*m_branch), u"TN7-260302-0054, 54"_s);
        VERIFY_RESULT(restore(0)); // the first once more, without a gap
        m_branch->reopen();
        QCOMPARE(recordAt(*m_branch), u"TN7-260302-0055, 55"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void restoreLeavesTheGapWhenTheDayIsOpenedLater_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("next");
        QTest::newRow("the same day") << u"open|issue H"_s << u"H053 after 0"_s;
        QTest::newRow("the same day, closed and opened again")
            << u"open|issue H|close|open|issue H"_s << u"H054 after 0"_s;
        QTest::newRow("another line of it") << u"open|issue C"_s << u"C053 after 0"_s;
        QTest::newRow("a line too short for it") << u"open|issue N"_s << u"series_used_up N"_s;
        QTest::newRow("the next day") << u"open 2026-03-03|issue H"_s << u"H001 after 0"_s;
        QTest::newRow("the next day, then that day by hand")
            << u"open 2026-03-03|close|open 2026-03-02|issue H"_s << u"H053 after 0"_s;
    }

    void restoreLeavesTheGapWhenTheDayIsOpenedLater()
    {
        QFETCH(QString, script);
        QFETCH(QString, next);
        VERIFY_RESULT(backupBranch(**m_branch, m_backup)); // in the morning, before it opened
        m_branch->play(u"open|issue H|issue H"_s);
        VERIFY_RESULT(restore());
        m_branch->reopen();
        QCOMPARE(m_branch->play(script), next);
        QCOMPARE(m_branch->faults(), QString());
    }

    void restoreOnADayThatWasClosedGoesOnBehindTheGap()
    {
        m_branch->play(u"open|issue H|issue H|close"_s);
        VERIFY_RESULT(backupBranch(**m_branch, m_backup));
        m_branch->play(u"open|issue H"_s);
        VERIFY_RESULT(restore());
        m_branch->reopen();
        QCOMPARE(m_branch->play(u"open|issue H"_s), u"H054 after 0"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void restoringTwiceOnADayGivesNoNumberTwice()
    {
        m_branch->play(u"open|issue H|issue H"_s);
        VERIFY_RESULT(backupBranch(**m_branch, m_backup));
        VERIFY_RESULT(restore());
        m_branch->reopen();
        QCOMPARE(m_branch->play(u"issue H"_s), u"H053 after 2"_s);
        VERIFY_RESULT(restore());
        m_branch->reopen();
        QCOMPARE(m_branch->play(u"issue H"_s), u"H104 after 2"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void yesterdaysOpenDayIsRestoredToday()
    {
        m_branch->play(u"open|issue H"_s);
        VERIFY_RESULT(backupBranch(**m_branch, m_backup));
        m_branch->play(u"close|wait 86400|open|issue H|issue H"_s);
        VERIFY_RESULT(restore());
        m_branch->reopen();
        // It stands as it stood, on the day before; today's numbers may be on paper too.
        QCOMPARE(m_branch->play(u"issue H"_s), u"H054 after 1"_s);
        QCOMPARE(m_branch->play(u"close|open|issue H"_s), u"H053 after 0"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void everyRestoreIsAnEpochOfItsOwn()
    {
        VERIFY_RESULT(backupBranch(**m_branch, m_backup));
        for (int epoch = 2; epoch <= 4; ++epoch) {
            m_branch->wait(1);
            const auto report = restore();
            VERIFY_RESULT(report);
            QCOMPARE(report->epoch, epoch); // the backup itself says 1
        }
        m_branch->reopen();
        QCOMPARE(readBranch(**m_branch).value().epoch, 4);
        QCOMPARE(m_branch->value(u"SELECT json_extract(body, '$.epoch') FROM event"
                                 " WHERE kind = 'branch_restored'"_s),
                 u"4"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void replacedDatabaseIsKeptAndStopsItsUsers()
    {
        VERIFY_RESULT(backupBranch(**m_branch, m_backup));
        m_branch->play(u"open|issue H"_s);
        const QByteArray backup = contentOf(m_backup);
        const auto report = restore();
        VERIFY_RESULT(report);
        QCOMPARE(contentOf(m_backup), backup);
        QCOMPARE(report->path, m_branch->path());
        QCOMPARE(QFile::permissions(m_branch->path()), Private);

        // A program that has had it open all the time.
        QCOMPARE(test::codeOf(issueTicket(**m_branch, m_branch->next(), {.group = u"H"_s})),
                 u"database_replaced"_s);
        QCOMPARE(test::codeOf(signIn(**m_branch, m_branch->next(), 1, u"CB01"_s, u"481516"_s)),
                 u"database_replaced"_s);
        m_branch->close();
        QCOMPARE(m_branch->files(), (QStringList{u"backup.db"_s, u"branch.db"_s,
                                                 QFileInfo(report->replaced).fileName()}));
        const auto old = Database::open(report->replaced);
        VERIFY_RESULT(old);
        QVERIFY(readBranch(**old).value().retired);
        QCOMPARE(verifyBranch(**old).value().tickets, qint64{1});
    }

    void restoreOverWhatCannotBeRead_data()
    {
        QTest::addColumn<std::function<void(const QString &)>>("ruin");
        QTest::addColumn<bool>("kept");
        const auto row = [](const char *name, const std::function<void(const QString &)> &ruin,
                            bool kept) { QTest::newRow(name) << ruin << kept; };
        row(
            "missing", [](const QString &path) { QVERIFY(QFile::remove(path)); }, false);
        row(
            "empty", [](const QString &path) { write(path, {}); }, true);
        row(
            "garbage", [](const QString &path) { write(path, QByteArray(9000, 'x')); }, true);
        row(
            "cut off", [](const QString &path) { QVERIFY(QFile::resize(path, 5000)); }, true);
    }

    void restoreOverWhatCannotBeRead()
    {
        QFETCH(std::function<void(const QString &)>, ruin);
        QFETCH(bool, kept);
        m_branch->play(u"open|issue H"_s);
        VERIFY_RESULT(backupBranch(**m_branch, m_backup));
        m_branch->close();
        ruin(m_branch->path());
        const QByteArray ruined = contentOf(m_branch->path());
        const auto report = restore();
        VERIFY_RESULT(report);
        QCOMPARE(!report->replaced.isEmpty(), kept);
        if (kept) {
            QCOMPARE(contentOf(report->replaced), ruined);
        }
        m_branch->reopen();
        QCOMPARE(m_branch->play(u"issue H"_s), u"H052 after 1"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void journalOfTheLostDatabaseIsNotRolledIntoTheRestoredOne_data()
    {
        QTest::addColumn<bool>("present");
        QTest::newRow("the database is gone, its journal is not") << false;
        QTest::newRow("both are there") << true;
    }

    void journalOfTheLostDatabaseIsNotRolledIntoTheRestoredOne()
    {
        QFETCH(bool, present);
        m_branch->play(u"open|issue H"_s);
        VERIFY_RESULT(backupBranch(**m_branch, m_backup));
        const QByteArray journal = hotJournal();
        QVERIFY(journal.size() > 4096);
        m_branch->close();
        if (!present) {
            QVERIFY(QFile::remove(m_branch->path()));
        }
        write(m_branch->path() + u"-journal"_s, journal);

        VERIFY_RESULT(restore());
        QVERIFY(!QFileInfo::exists(m_branch->path() + u"-journal"_s));
        m_branch->reopen();
        QCOMPARE(m_branch->faults(), QString());
        QCOMPARE(m_branch->play(u"issue H"_s), u"H052 after 1"_s);
    }

    void refusedRestoreChangesNothing_data()
    {
        QTest::addColumn<std::function<void(const QString &)>>("ruin");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const std::function<void(const QString &)> &ruin,
                            const QString &code) { QTest::newRow(name) << ruin << code; };
        const auto sql = [](const QString &statement) {
            return [statement](const QString &path) {
                const auto backup = Database::open(path);
                VERIFY_RESULT(backup);
                VERIFY_RESULT((*backup)->run(statement));
            };
        };
        row(
            "missing", [](const QString &path) { QVERIFY(QFile::remove(path)); },
            u"file_unreadable"_s);
        row(
            "empty", [](const QString &path) { write(path, {}); }, u"database_damaged"_s);
        row(
            "not a database", [](const QString &path) { write(path, QByteArray(9000, 'x')); },
            u"database_foreign"_s);
        row(
            "cut off",
            [](const QString &path) { QVERIFY(QFile::resize(path, QFileInfo(path).size() / 2)); },
            u"database_damaged"_s);
        row("an event edited", sql(u"UPDATE event SET body = '{}' WHERE seq = 3"_s),
            u"database_damaged"_s);
        row("a row edited", sql(u"UPDATE leg SET rank = 0"_s), u"database_damaged"_s);
        row("of a newer program", sql(u"INSERT INTO migration VALUES (99, 'x', 'y')"_s),
            u"database_newer"_s);
        row(
            "of another branch",
            [](const QString &path) {
                const test::TestBranch other(test::smallCatalogue());
                QVERIFY(QFile::remove(path));
                VERIFY_RESULT(backupBranch(*other, path));
            },
            u"wrong_branch"_s);
    }

    void refusedRestoreChangesNothing()
    {
        QFETCH(std::function<void(const QString &)>, ruin);
        QFETCH(QString, code);
        m_branch->play(u"open|issue H"_s);
        VERIFY_RESULT(backupBranch(**m_branch, m_backup));
        ruin(m_backup);
        const QByteArray backup = contentOf(m_backup);
        const QByteArray before = m_branch->bytes();
        const QStringList files = m_branch->files();

        const auto report = restore();
        QCOMPARE(test::codeOf(report), code);
        QVERIFY(!report.error().subject.contains("unfinished"_L1));
        QCOMPARE(m_branch->bytes(), before);
        QCOMPARE(contentOf(m_backup), backup);
        QCOMPARE(m_branch->files(), files);
        QCOMPARE(m_branch->play(u"issue H"_s), u"H002 after 1"_s); // work goes on
    }

    void restoreUnderAUsedCommandIdLeavesTheBranchAtWork()
    {
        const QUuid used = QUuid::createUuid();
        m_branch->play(u"open"_s, used);
        VERIFY_RESULT(backupBranch(**m_branch, m_backup));
        QCOMPARE(test::codeOf(restoreBranch(m_backup, m_branch->path(), m_branch->next(used))),
                 u"command_id_reused"_s);
        QCOMPARE(m_branch->play(u"issue H"_s), u"H001 after 0"_s);
    }

private:
    [[nodiscard]] Result<RestoreReport> restore(std::optional<int> skip = {}) const
    {
        return restoreBranch(m_backup, m_branch->path(), m_branch->next(), skip);
    }

    /// What a power cut in the middle of a large write leaves beside the database.
    [[nodiscard]] QByteArray hotJournal()
    {
        const auto transaction = Transaction::begin(**m_branch);
        const auto small = (**m_branch).run(u"PRAGMA cache_size=1"_s);
        const auto large =
            (**m_branch)
                .run(
                    u"UPDATE procedure_version SET detail = hex(zeroblob(100000)), changed_seq = 9"_s);
        const auto more = (**m_branch).run(u"UPDATE leg SET rank = 7"_s);
        return transaction && small && large && more ? contentOf(m_branch->path() + u"-journal"_s)
                                                     : QByteArray();
    }

    std::unique_ptr<test::TestBranch> m_branch;
    QString m_backup;
};

QTEST_GUILESS_MAIN(BackupTest)

#include "backuptest.moc"
