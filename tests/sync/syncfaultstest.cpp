// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/backup.h"
#include "operations/centrekey.h"
#include "storage/intakerepository.h"
#include "support/faultproxy.h"
#include "support/samplecity.h"

#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

#include <functional>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace motcua;
using namespace motcua::test;

/// Until @p isTrue, which another process decides; not for ever.
static void await(const std::function<bool()> &isTrue)
{
    const QDeadlineTimer end(10s);
    while (!isTrue() && !end.hasExpired()) {
        std::this_thread::sleep_for(2ms);
    }
}

/// What goes wrong between a branch and the centre, one by one.
class SyncFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("MOTCUA_TEST_CENTRE")) {
            QSKIP("needs a scratch server for the centre");
        }
    }

    void aCentreThatWasPutBackGetsTheRestAgain()
    {
        City city;
        VERIFY_RESULT(city.sync());
        const TestCentre backup = city.centre.copy();
        playNextDay(city.branch);
        VERIFY_RESULT(city.sync());
        playNextDay(city.branch);
        const QString url = backup.enrol(CityCode);
        const auto report = syncBranch(*city.branch, url, SyncNow);
        VERIFY_RESULT(report);
        QCOMPARE(backup.differenceTo(*city.branch, CityCode), QString());
        QCOMPARE(standings(backup.url()).value().front().gaps(), 0);
        QVERIFY(report->rowsSent == report->rowsWritten);
        QCOMPARE(report->proven.size(), size_t{2}); // what it knows no more of is proven again
        QCOMPARE(backup.run(u"SELECT count(DISTINCT business_date) FROM day_proof"_s), u"3"_s);
        backup.run(u"DELETE FROM day_proof WHERE business_date = '%1'"_s.arg(
            Monday.toString(Qt::ISODate)));
        QCOMPARE(standings(backup.url()).value().front().gaps(), 1);
    }

    void twoCopiesOfABranch_data()
    {
        QTest::addColumn<bool>("copyFirst");
        QTest::newRow("the copy comes second") << false;
        QTest::newRow("the copy comes first") << true;
    }
    void twoCopiesOfABranch()
    {
        QFETCH(bool, copyFirst);
        City city;
        VERIFY_RESULT(city.sync());
        TestBranch copy(city.branch.bytes()); // a cloned disk
        copy.wait(qint64{3} * 86'400);
        copy.play(u"open | issue H"_s);
        city.branch.wait(86'400);
        city.branch.play(u"open | issue C | issue C | issue C"_s);
        const auto first = syncBranch(copyFirst ? *copy : *city.branch, city.url, SyncNow);
        VERIFY_RESULT(first);
        const auto second = syncBranch(copyFirst ? *city.branch : *copy, city.url, SyncNow);
        QCOMPARE(outcome(second), u"sync_identity CN7"_s);
        QCOMPARE(city.standing().alarms, QStringList{u"identity"_s});
        QCOMPARE(city.standing().cursor, first->cursor);
        VERIFY_RESULT(syncBranch(copyFirst ? *copy : *city.branch, city.url, SyncNow));
    }

    void anotherBranchOfTheSameCodeIsRefused()
    {
        City city;
        VERIFY_RESULT(city.sync());
        TestBranch made(deskCatalogue()); // another id
        QCOMPARE(outcome(syncBranch(*made, city.url, SyncNow)), u"sync_identity CN7"_s);
    }

    void aBranchPutBackByHandIsRefused()
    {
        City city;
        const QByteArray before = city.branch.bytes();
        playNextDay(city.branch);
        VERIFY_RESULT(city.sync());
        TestBranch old(before);
        QCOMPARE(outcome(syncBranch(*old, city.url, SyncNow)), u"sync_identity CN7"_s);
    }

    void aRestoredBranchBeginsANewLife()
    {
        ONLY_ON_SQLITE("a server is restored by operations/branchserver");
        City city;
        VERIFY_RESULT(city.sync());
        const QString backup = city.branch.file(u"backup.db"_s);
        VERIFY_RESULT(backupBranch(*city.branch, backup));
        const QString lost = [&] { // what the branch forgets: a number, and one in another state
            city.branch.wait(86'400);
            return city.branch.play(u"open | in 1 CB01 | issue H | issue H | call 1"_s);
        }();
        VERIFY_RESULT(city.sync());
        QCOMPARE(city.centre.run(u"SELECT count(*) FROM ticket"_s), u"6"_s);
        city.branch.close();
        VERIFY_RESULT(restoreBranch(backup, city.branch.path(), city.branch.next()));
        city.branch.reopen();
        city.branch.play(u"open | issue C"_s);
        const auto report = city.sync();
        VERIFY_RESULT(report);
        QCOMPARE(city.difference(), QString());
        QCOMPARE(city.standing().epoch, 2);
        QCOMPARE(city.standing().gaps(), 0);
        // What was there stays, out of every count.
        QCOMPARE(city.centre.run(u"SELECT count(*) FROM ticket WHERE changed_seq = 0"_s), u"2"_s);
        QVERIFY(city.centre.run(u"SELECT count(*) FROM event WHERE lost"_s).toInt() > 3);
        QCOMPARE(city.centre.run(u"SELECT sum(issued) FROM daily WHERE business_date ="
                                 " (SELECT max(business_date) FROM business_day)"_s),
                 u"1"_s);
        QCOMPARE(city.sync()->rowsSent, 0);
        // A day of the life before comes once more.
        VERIFY_RESULT(city.sync({.day = Monday}));
        QCOMPARE(city.difference(), QString());
        QCOMPARE(city.centre.run(u"SELECT events - cursor_seq FROM branch"_s), u"0"_s);
    }

    void aRestoredBranchWhoseLossNeverArrivedGoesOn()
    {
        ONLY_ON_SQLITE("a server is restored by operations/branchserver");
        City city;
        VERIFY_RESULT(city.sync());
        const QString backup = city.branch.file(u"backup.db"_s);
        VERIFY_RESULT(backupBranch(*city.branch, backup));
        city.branch.wait(86'400);
        city.branch.play(u"open | issue H"_s);
        city.branch.close();
        VERIFY_RESULT(restoreBranch(backup, city.branch.path(), city.branch.next()));
        city.branch.reopen();
        const auto report = city.sync();
        VERIFY_RESULT(report);
        QVERIFY(report->rowsSent < 10);
        QCOMPARE(city.difference(), QString());
    }

    void anEndThatIsTooOldIsTold_data()
    {
        QTest::addColumn<int>("oldest");
        QTest::addColumn<int>("newest");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("both know it") << LineFormat << LineFormat << u"ok"_s;
        QTest::newRow("a newer centre") << LineFormat - 2 << LineFormat + 2 << u"ok"_s;
        QTest::newRow("a centre that forgot us")
            << LineFormat + 1 << LineFormat + 2 << u"sync_format branch"_s;
        QTest::newRow("an older centre")
            << LineFormat - 2 << LineFormat - 1 << u"sync_format centre"_s;
    }
    void anEndThatIsTooOldIsTold()
    {
        QFETCH(int, oldest);
        QFETCH(int, newest);
        QFETCH(QString, outcome);
        City city;
        city.centre.run(
            u"UPDATE setting SET value = '%1' WHERE name = 'oldest_format';"
            " UPDATE setting SET value = '%2' WHERE name = 'newest_format'"_s.arg(oldest)
                .arg(newest));
        QCOMPARE(test::outcome(city.sync()), outcome);
        const bool isHeld = outcome != u"ok"_s;
        QCOMPARE(city.standing().cursor == 0, isHeld); // nothing is dropped
        QCOMPARE(city.standing().alarms, isHeld ? QStringList{u"format"_s} : QStringList());
        city.centre.run(
            u"UPDATE setting SET value = '%1' WHERE name LIKE '%_format'"_s.arg(LineFormat));
        VERIFY_RESULT(city.sync());
        QCOMPARE(city.difference(), QString());
    }

    void aColumnOfANewerCentreDoesNotMatter()
    {
        City city;
        city.centre.run(u"ALTER TABLE ticket ADD COLUMN mood TEXT"_s);
        VERIFY_RESULT(city.sync());
        QCOMPARE(city.difference(), QString());
    }

    void aRowThatNoTableTakesIsSetAside()
    {
        City city;
        city.centre.run(u"ALTER TABLE ticket ADD CHECK (NOT (series = 'C' AND number = 1))"_s);
        const auto report = city.sync();
        VERIFY_RESULT(report);
        QCOMPARE(report->setAside, 1);
        QCOMPARE(report->cursor, report->head); // the rest goes on
        QCOMPARE(report->unproven, std::vector{Monday});
        QCOMPARE(city.centre.run(u"SELECT count(*) FROM ticket"_s), u"3"_s);
        QCOMPARE(city.standing().setAside, 1);
        QCOMPARE(city.standing().gaps(), 2); // the row, and the day that lacks it
        QVERIFY(city.standing().alarms.contains(u"set_aside"_s));
        QCOMPARE(city.centre.run(u"SELECT state FROM set_aside"_s), u"23514"_s);

        playNextDay(city.branch); // goes on, day by day
        city.centre.run(u"ALTER TABLE ticket DROP CONSTRAINT ticket_check"_s);
        VERIFY_RESULT(city.sync({.day = Monday}));
        VERIFY_RESULT(clearAlarms(city.centre.url(), CityCode));
        VERIFY_RESULT(city.sync());
        QCOMPARE(city.difference(), QString());
        QCOMPARE(city.standing().gaps(), 0);
    }

    void whatWasSetAsideIsTakenOnceItsTableCan_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("condition");
        QTest::newRow("a shift") << u"shift"_s << u"counter <> 2"_s;
        QTest::newRow("somebody") << u"staff"_s << u"code <> 'CB02'"_s;
        QTest::newRow("a form") << u"form_print"_s << u"paper = 'none'"_s;
        QTest::newRow("an event") << u"event"_s << u"kind <> 'day_closed'"_s;
        QTest::newRow("a leg") << u"leg"_s << u"state <> 'no_show'"_s;
    }
    void whatWasSetAsideIsTakenOnceItsTableCan()
    {
        QFETCH(QString, table);
        QFETCH(QString, condition);
        City city;
        city.centre.run(u"ALTER TABLE %1 ADD CONSTRAINT poison CHECK (%2)"_s.arg(table, condition));
        const auto report = city.sync();
        VERIFY_RESULT(report);
        QVERIFY(report->setAside > 0);
        const auto early = clearAlarms(city.centre.url(), CityCode);
        VERIFY_RESULT(early);
        QCOMPARE(early->taken, 0);
        QCOMPARE(early->left, report->setAside);
        QCOMPARE(city.standing().setAside, report->setAside); // not forgotten
        QVERIFY(city.standing().alarms.contains(u"set_aside"_s));

        city.centre.run(u"ALTER TABLE %1 DROP CONSTRAINT poison"_s.arg(table));
        const auto late = clearAlarms(city.centre.url(), CityCode);
        VERIFY_RESULT(late);
        QCOMPARE(late->taken, report->setAside);
        QCOMPARE(late->left, 0);
        VERIFY_RESULT(city.sync());
        QCOMPARE(city.difference(), QString());
        QCOMPARE(city.standing().gaps(), 0);
        QCOMPARE(city.standing().alarms, QStringList());
        QCOMPARE(city.centre.run(u"SELECT sum(no_show) FROM daily"_s), u"1"_s);
    }

    void clearingWaitsForASync()
    {
        City city;
        city.centre.run(u"ALTER TABLE leg ADD CONSTRAINT poison CHECK (state <> 'no_show')"_s);
        VERIFY_RESULT(city.sync());
        city.centre.run(u"ALTER TABLE leg DROP CONSTRAINT poison"_s);
        // Another batch of the branch is under way.
        auto batch = CentreLink::open(city.centre.url()).value();
        VERIFY_RESULT(batch.run(u"BEGIN; SELECT 1 FROM branch FOR UPDATE"_s));
        Result<RowsAside> rows;
        std::thread clearing([&] { rows = clearAlarms(city.centre.url(), CityCode); });
        await([&city] {
            return city.centre.run(u"SELECT count(*) FROM pg_stat_activity WHERE datname ="
                                   " current_database() AND wait_event_type = 'Lock'"_s)
                   != "0"_L1;
        });
        const auto taken = batch.run(u"UPDATE leg SET state = 'expired' WHERE state = 'completed';"
                                     " SELECT count_day(key, '2026-03-02') FROM branch; COMMIT"_s);
        clearing.join();
        VERIFY_RESULT(taken);
        VERIFY_RESULT(rows);
        QCOMPARE(rows->left, 0);
        const QString figures = u"SELECT string_agg(concat_ws(' ', group_letter, issued, served,"
                                " no_show, expired), ', ' ORDER BY group_letter) FROM daily"_s;
        const QString counted = city.centre.run(figures);
        city.centre.run(u"SELECT count_day(key, '2026-03-02') FROM branch"_s);
        QCOMPARE(city.centre.run(figures), counted);
        QCOMPARE(city.centre.run(u"SELECT sum(no_show) FROM daily"_s), u"1"_s);
    }

    void aLineOfAnyLengthIsSetAside()
    {
        City city;
        VERIFY_RESULT(city.sync());
        QStringList parts; // that no compression makes short
        for (int i = 0; i < 300; ++i) {
            parts.append(QUuid::createUuid().toString(QUuid::Id128));
        }
        auto link = CentreLink::open(city.url).value();
        for (int twice = 0; twice < 2; ++twice) {
            VERIFY_RESULT(link.ask(u"SELECT put_aside(1, 1, $1, '23514')"_s, {parts.join(u' ')}));
        }
        QCOMPARE(city.standing().setAside, 1);
    }

    void aBatchThatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("state");
        QTest::newRow("truncated") << u"1, %1, '%2', %1 + 1, 'x', 2, 9, '[]'"_s << u"MC002"_s;
        QTest::newRow("out of order")
            << u"1, %1 + 1, '%2', %1 + 2, 'x', 1, 9, '[]'"_s << u"MC001"_s;
        QTest::newRow("sent twice") << u"1, %1 - 1, '%2', %1, 'x', 1, 9, '[]'"_s << u"MC001"_s;
        QTest::newRow("another life") << u"2, %1, '%2', %1 + 1, 'x', 1, 9, '[]'"_s << u"MC003"_s;
        QTest::newRow("another history")
            << u"1, %1, 'not %2', %1 + 1, 'x', 1, 9, '[]'"_s << u"MC005"_s;
    }
    void aBatchThatDoesNotFitIsRefused()
    {
        QFETCH(QString, call);
        QFETCH(QString, state);
        City city;
        const qint64 cursor = city.sync().value().cursor;
        const QString hash = city.centre.run(u"SELECT cursor_hash FROM branch"_s);
        auto link = CentreLink::open(city.url).value();
        QStringList columns;
        for (int i = 1; i <= stageColumns(); ++i) {
            columns.append(u"c%1 text"_s.arg(i));
        }
        VERIFY_RESULT(link.run(
            u"CREATE TEMPORARY TABLE stage (kind smallint, %1)"_s.arg(columns.join(u", "_s))));
        VERIFY_RESULT(
            link.run(u"INSERT INTO pg_temp.stage (kind, c1, c2, c3) VALUES (3, 9, 't', 1)"_s));
        QVERIFY(!link.run(u"SELECT * FROM receive(%1)"_s.arg(call.arg(cursor).arg(hash))));
        QCOMPARE(link.state(), state);
        QCOMPARE(city.difference(), QString());
        QCOMPARE(city.standing().cursor, cursor);
    }

    void anErasureWins_data()
    {
        QTest::addColumn<bool>("sentBefore");
        QTest::newRow("erased before it went up") << false;
        QTest::newRow("erased when it was there") << true;
    }
    void anErasureWins()
    {
        QFETCH(bool, sentBefore);
        City city;
        if (sentBefore) {
            VERIFY_RESULT(city.sync());
        }
        auto link = CentreLink::open(city.url).value();
        const QString old = city.branch.value(u"SELECT content FROM intake"_s);
        // What the time for it would do; how it is chosen is tested elsewhere.
        VERIFY_RESULT(
            (*city.branch)
                .run(u"UPDATE intake SET content = 'erased:%1'"_s.arg(QString(64, u'e'))));
        city.branch.wait(86'400);
        city.branch.play(u"open | close"_s);
        const qint64 seq = city.branch.value(u"SELECT max(seq) FROM event"_s).toLongLong();
        const QUuid id = QUuid::fromString(city.branch.value(u"SELECT id FROM intake"_s));
        VERIFY_RESULT(noteErasure(*city.branch, id, seq));
        const auto report = city.sync();
        VERIFY_RESULT(report);
        QCOMPARE(report->unproven, std::vector<QDate>());
        QCOMPARE(city.difference(), QString());
        QVERIFY(!city.centre.run(u"SELECT string_agg(content, '') FROM intake"_s).contains(old));
        // And a copy that was on its way does not bring it back.
        VERIFY_RESULT((*city.branch).run(u"UPDATE intake SET content = '%1'"_s.arg(old)));
        VERIFY_RESULT(city.sync({.day = Monday}));
        QVERIFY(city.centre.run(u"SELECT content FROM intake"_s).startsWith(u"erased:"));
    }

    void whatIsPersonalOpensAtTheCentreAlone()
    {
        City city;
        const auto key = PersonVault::openOrCreate(city.branch.file(u"centre.key"_s));
        VERIFY_RESULT(key);
        city.centre.run(
            u"UPDATE setting SET value = '%1' WHERE name = 'public_key'"_s.arg(key->publicKey()));
        SyncOptions options;
        options.seal = [&city](const QString &publicKey, qint64 cursor) {
            return sealToCentre(*city.branch, publicKey, cursor);
        };
        VERIFY_RESULT(city.sync(options)); // recorded before the branch knew the centre
        playNextDay(city.branch);          // and after
        VERIFY_RESULT(city.sync(options));
        QCOMPARE(city.difference(), QString());

        auto link = CentreLink::open(city.centre.url()).value();
        const auto people =
            link.ask(u"SELECT id, box, centre_key FROM person ORDER BY recorded_at"_s);
        VERIFY_RESULT(people);
        QCOMPARE(people->size(), 2u);
        QVERIFY(!(*people)[0][2].isEmpty()); // sealed to it later
        QVERIFY((*people)[1][2].isEmpty());  // from the start
        const PersonVault own = vaultOf(*city.branch).value();
        const PersonVault stranger =
            PersonVault::openOrCreate(city.branch.file(u"stranger.key"_s)).value();
        for (const auto &row : *people) {
            const QUuid id = QUuid::fromString(row[0]);
            const auto plain = own.open(row[1], id);
            VERIFY_RESULT(plain);
            QVERIFY(plain->contains("Mai"));
            QCOMPARE(key->open(row[1], id, row[2]), plain);
            QCOMPARE(codeOf(stranger.open(row[1], id, row[2])), u"database_damaged"_s);
            QCOMPARE(codeOf(key->open(row[1], QUuid::createUuid(), row[2])), u"database_damaged"_s);
        }
        // An erased one loses its key at both ends.
        const QUuid visit = QUuid::fromString(
            city.branch.value(u"SELECT id FROM intake ORDER BY changed_seq LIMIT 1"_s));
        city.branch.wait(86'400);
        city.branch.play(u"open"_s);
        const qint64 seq = city.branch.value(u"SELECT seq FROM branch"_s).toLongLong();
        VERIFY_RESULT(IntakeRepository(*city.branch)
                          .eraseContent(visit, u"erased:"_s + QString(64, u'e'), seq));
        VERIFY_RESULT(city.sync(options));
        QCOMPARE(city.difference(), QString());
        QCOMPARE(city.centre.run(u"SELECT count(*) FROM intake WHERE centre_key IS NULL AND content"
                                 " LIKE 'erased:%'"_s),
                 u"1"_s);
    }

    void anAnswerThatIsLost_data()
    {
        QTest::addColumn<bool>("isOnlyBatch");
        QTest::addColumn<bool>("isCommitted");
        QTest::newRow("all in one, and it is there") << true << true;
        QTest::newRow("all in one, and it is not there") << true << false;
        QTest::newRow("one of many, and it is there") << false << true;
        QTest::newRow("one of many, and it is not there") << false << false;
    }
    /// The line goes dead while the centre works on a batch: the branch cannot know what became of it.
    void anAnswerThatIsLost()
    {
        QFETCH(bool, isOnlyBatch);
        QFETCH(bool, isCommitted);
        City city;
        QUrl url(city.url);
        FaultProxy proxy(static_cast<quint16>(url.port()));
        url.setPort(proxy.port());
        auto holder = CentreLink::open(city.centre.url()).value();
        std::optional<std::thread> line;
        const auto cursor = [&city] {
            return city.centre.run(u"SELECT cursor_seq FROM branch"_s).toLongLong();
        };
        qint64 before = 0;
        const auto cut = [&] {
            if (line) {
                return;
            }
            before = cursor();
            holder.run(u"BEGIN; SELECT 1 FROM branch FOR UPDATE"_s).value(); // nothing is taken in
            line.emplace([&] {
                await([&city] {
                    return city.centre.run(u"SELECT count(*) FROM pg_stat_activity WHERE datname ="
                                           " current_database() AND wait_event_type = 'Lock'"_s)
                           != "0"_L1;
                });
                proxy.set(FaultProxy::Fault::HalfOpen);
                if (isCommitted) {
                    holder.run(u"COMMIT"_s).value();
                    await([&] { return cursor() > before; });
                } else {
                    holder
                        .run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname"
                             " = current_database() AND wait_event_type = 'Lock'; ROLLBACK"_s)
                        .value();
                }
                proxy.drop();
            });
        };
        SyncOptions options{.batchRows = isOnlyBatch ? 5000 : 20};
        if (isOnlyBatch) {
            options.seal = [&cut](const QString &, qint64) -> Result<> {
                cut();
                return {};
            };
        } else {
            options.progress = [&cut](const SyncProgress &) { cut(); };
        }
        const auto report =
            syncBranch(*city.branch, url.toString(QUrl::FullyEncoded), SyncNow, options);
        QVERIFY(line.has_value());
        line->join();
        QCOMPARE(codeOf(report), u"centre_unreachable"_s);
        QCOMPARE(cursor() > before, isCommitted);
        QCOMPARE(city.centre.run(u"SELECT cursor_seq - (SELECT count(*) FROM event) FROM branch"_s),
                 u"0"_s);

        const auto rest = city.sync();
        VERIFY_RESULT(rest);
        QCOMPARE(rest->rowsSent, rest->rowsWritten); // nothing came twice
        QCOMPARE(rest->rowsSent == 0, isOnlyBatch && isCommitted);
        QCOMPARE(rest->proven, std::vector{Monday});
        QCOMPARE(city.difference(), QString());
        QCOMPARE(city.standing().gaps(), 0);
    }

    void twoSyncsOfOneBranchDoNotHurt()
    {
        City city;
        playNextDay(city.branch);
        bool isNested = false;
        Result<SyncReport> inner;
        const auto other = city.branch.connect();
        const auto outer =
            city.sync({.batchRows = 10, .progress = [&](const SyncProgress &) {
                           if (!isNested) { // another process begins between two batches
                               isNested = true;
                               inner = syncBranch(*other, city.url, SyncNow, {.batchRows = 15});
                           }
                       }});
        VERIFY_RESULT(outer);
        VERIFY_RESULT(inner);
        QCOMPARE(city.difference(), QString());
        QCOMPARE(city.standing().gaps(), 0);
    }

    void workBetweenBatchesComesWithALaterOne()
    {
        City city;
        city.branch.wait(86'400);
        city.branch.play(u"open | in 1 CB01 | in 2 CB02"_s);
        int steps = 0;
        const QStringList work{u"issue H"_s, u"call 1"_s,   u"start 1"_s, u"issue H"_s,
                               u"call 2"_s,  u"finish 1"_s, u"issue C"_s, u"no-show 2"_s};
        const auto report = city.sync({.batchRows = 10, .progress = [&](const SyncProgress &) {
                                           if (steps < work.size()) {
                                               city.branch.play(work[steps++]);
                                           }
                                       }});
        VERIFY_RESULT(report);
        QCOMPARE(steps, work.size());
        VERIFY_RESULT(city.sync());
        QCOMPARE(city.difference(), QString());
    }

    void aMissingCentreIsTriedLaterEachTime()
    {
        const std::vector<std::chrono::minutes> waits{5min,  10min,  20min,  40min,
                                                      80min, 160min, 240min, 240min};
        for (size_t i = 0; i < waits.size(); ++i) {
            const auto failures = static_cast<int>(i) + 1;
            QCOMPARE(backOff(failures, 0), std::chrono::milliseconds(waits[i]));
            QCOMPARE(backOff(failures, 1), std::chrono::milliseconds(waits[i]) * 5 / 4);
        }
        City city;
        QString away = city.url;
        away.replace(QRegularExpression(u":\\d+/"_s), u":1/"_s);
        const auto failed = syncBranch(*city.branch, away, SyncNow);
        QCOMPARE(codeOf(failed), u"centre_unreachable"_s);
        VERIFY_RESULT(noteSyncFailure(*city.branch, SyncNow, 0));
        VERIFY_RESULT(noteSyncFailure(*city.branch, SyncNow, 0.5));
        const auto memory = syncMemory(*city.branch);
        VERIFY_RESULT(memory);
        QCOMPARE(memory->failures, 2);
        QCOMPARE(memory->nextTryAt - SyncNow, qint64{675'000}); // 11 1/4 minutes
        for (int day = 0; day < 6; ++day) {                     // a week without the centre
            playNextDay(city.branch);
        }
        const auto report = city.sync();
        VERIFY_RESULT(report);
        QCOMPARE(report->proven.size(), 7u);
        QCOMPARE(city.difference(), QString());
        QCOMPARE(syncMemory(*city.branch)->failures, 0);
    }
};

QTEST_GUILESS_MAIN(SyncFaultsTest)

#include "syncfaultstest.moc"
