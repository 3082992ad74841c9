// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/branchsync.h"

#include "operations/dailyreport.h"
#include "operations/publishedcatalogue.h"
#include "operations/ratings.h"
#include "operations/rosters.h"
#include "storage/cataloguerepository.h"
#include "support/samplecity.h"
#include "support/syncdays.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

static QString daysCounted(const TestCentre &centre)
{
    return centre.run(u"SELECT string_agg(business_date::text, ' ' ORDER BY business_date)"
                      " FROM daily_desk"_s);
}

class BranchSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("MOTCUA_TEST_CENTRE")) {
            QSKIP("needs a scratch server for the centre");
        }
    }

    void allOfADayArrives()
    {
        City city;
        const auto report = city.sync();
        VERIFY_RESULT(report);
        QCOMPARE(city.difference(), QString());
        QCOMPARE(report->cursor, report->head);
        QCOMPARE(report->rowsSent, report->rowsWritten);
        QCOMPARE(report->proven, std::vector{Monday});
        QVERIFY(report->unproven.empty());
        const BranchStanding standing = city.standing();
        QCOMPARE(standing.gaps(), 0);
        QCOMPARE(standing.cursor, report->cursor);
        QCOMPARE(standing.head, report->head);
        QCOMPARE(standing.lastDay, Monday);
        QCOMPARE(city.centre.run(u"SELECT string_agg(concat_ws(' ', group_letter, issued, served,"
                                 " no_show, expired), ', ' ORDER BY group_letter) FROM daily"_s),
                 u"C 1 0 0 1, H 3 1 1 1"_s);
        const auto own = reportDay(*city.branch, Monday);
        VERIFY_RESULT(own);
        for (const GroupSummary &row : own->groups) {
            QCOMPARE(city.centre.run(u"SELECT round(wait_ms / 1000.0 / nullif(waits, 0)) FROM daily"
                                     " WHERE group_letter = '%1'"_s.arg(row.group)),
                     row.waitAverage ? QString::number(*row.waitAverage) : QString());
        }
        QCOMPARE(city.centre.run(u"SELECT sum(service_ms) FROM daily"_s),
                 city.branch.value(u"SELECT sum(service_ms) FROM leg"
                                   " WHERE state IN ('completed', 'transferred')"_s));
        QCOMPARE(city.centre.run(u"SELECT concat_ws(' ', dossiers, accepted) FROM daily_desk"_s),
                 u"1 1"_s);
        QCOMPARE(city.branch.faults(), QString()); // syncing changes nothing of the branch
    }

    void aRosterIsNoDayAndARatingIsProvenWithItsOwn()
    {
        City city;
        city.branch.wait(86'400);
        city.branch.play(u"open | in 1 CB01 | issue H | call 1 | start 1 | finish 1"_s);
        const RatingRequest request{
            .counter = 1, .level = RatingLevel::Not, .comment = u"Chờ lâu quá"_s};
        const auto given = giveRating(*city.branch, city.branch.next(), request);
        VERIFY_RESULT(given);
        const QDate tuesday = Monday.addDays(1);
        const QDate toCome = Monday.addDays(8);
        VERIFY_RESULT(
            setRoster(*city.branch, city.branch.next(), {toCome},
                      {{.date = toCome, .staff = u"CB01"_s, .starts = {}, .agency = {}}}));
        VERIFY_RESULT(city.sync());
        QCOMPARE(city.difference(), QString());
        QCOMPARE(city.centre.run(u"SELECT concat_ws(' ', level, state) FROM rating"_s),
                 u"not received"_s);
        QCOMPARE(city.centre.run(u"SELECT count(*) FROM roster"_s), u"1"_s);
        QCOMPARE(city.standing().lastDay, tuesday);
        QCOMPARE(daysCounted(city.centre), u"2026-03-02 2026-03-03"_s);

        VERIFY_RESULT(handleComment(*city.branch, city.branch.next(), given->rating, u"CB01"_s,
                                    u"Đã xin lỗi"_s));
        city.branch.play(u"close"_s);
        const auto closed = city.sync();
        VERIFY_RESULT(closed);
        QCOMPARE(closed->proven, std::vector{tuesday});
        QCOMPARE(city.centre.run(u"SELECT state FROM rating"_s), u"handled"_s);
        QCOMPARE(city.difference(), QString());
        QCOMPARE(city.standing().gaps(), 0);
    }

    void daysToComeThatEarlierProgramsCountedAreTakenAway()
    {
        City city;
        VERIFY_RESULT(city.sync());
        city.centre.run(u"INSERT INTO daily_desk SELECT key, '2026-03-10', 0, 0, 0, 0, 0, 0"
                        " FROM branch; UPDATE branch SET last_day = '2026-03-10'"_s);
        VERIFY_RESULT(initCentre(city.centre.url(), Monday, {}));
        QCOMPARE(daysCounted(city.centre), u"2026-03-02"_s);
        QCOMPARE(city.standing().lastDay, Monday);
    }

    void whatIsThereIsNotSentAgain()
    {
        City city;
        VERIFY_RESULT(city.sync());
        const auto again = city.sync();
        VERIFY_RESULT(again);
        QCOMPARE(again->rowsSent, 0);
        QVERIFY(again->proven.empty());
        playNextDay(city.branch);
        const auto next = city.sync();
        VERIFY_RESULT(next);
        QCOMPARE(next->proven, std::vector{Monday.addDays(1)});
        QCOMPARE(city.difference(), QString());
    }

    void anUnchangedResendWritesNothing()
    {
        City city;
        VERIFY_RESULT(city.sync());
        const auto again = city.sync({.day = Monday});
        VERIFY_RESULT(again);
        QVERIFY(again->rowsSent > 10);
        QCOMPARE(again->rowsWritten, 0);
        QCOMPARE(outcome(city.sync({.day = Monday.addDays(7)})), u"unknown_day 2026-03-09"_s);
    }

    void smallBatchesBringTheSame_data()
    {
        QTest::addColumn<int>("rows");
        for (const int rows : {1, 2, 7, 30}) {
            QTest::addRow("about %d rows a batch", rows) << rows;
        }
    }
    void smallBatchesBringTheSame()
    {
        QFETCH(int, rows);
        City city;
        const auto report = city.sync({.batchRows = rows});
        VERIFY_RESULT(report);
        QVERIFY(rows > 7 || report->batches > 5);
        QCOMPARE(city.difference(), QString());
        QCOMPARE(report->proven, std::vector{Monday});
    }

    void aBatchTakesTwoRoundTrips()
    {
        City city;
        const auto report = city.sync();
        VERIFY_RESULT(report);
        QCOMPARE(report->roundTrips, 1 + 2 * report->batches); // one to say hello
    }

    void anOpenDayIsProvenOnceItIsClosed()
    {
        City city;
        city.branch.wait(86'400);
        city.branch.play(u"open | issue H"_s);
        const auto early = city.sync();
        VERIFY_RESULT(early);
        QCOMPARE(early->proven, std::vector{Monday});
        city.branch.play(u"close"_s);
        const auto late = city.sync();
        VERIFY_RESULT(late);
        QCOMPARE(late->proven, std::vector{Monday.addDays(1)});
    }

    void aDayThatDiffersIsSentOnceMore()
    {
        City city;
        VERIFY_RESULT(city.sync());
        city.centre.run(u"UPDATE ticket SET number = 999 WHERE number = 1 AND series = 'H'"_s);
        VERIFY_RESULT((*city.branch).run(u"UPDATE day_proof SET matched = FALSE"_s));
        const auto report = city.sync();
        VERIFY_RESULT(report);
        QCOMPARE(report->rowsWritten, 1);
        QCOMPARE(report->proven, std::vector{Monday});
        QCOMPARE(city.difference(), QString());
    }

    void aDayThatStaysDifferentIsTold()
    {
        City city;
        VERIFY_RESULT(city.sync());
        city.centre.run(
            u"INSERT INTO ticket SELECT branch, gen_random_uuid(), business_date, 'H', 77,"
            " arrived_at, NULL, NULL, 'printed', NULL, 1 FROM ticket LIMIT 1"_s);
        VERIFY_RESULT((*city.branch).run(u"UPDATE day_proof SET matched = FALSE"_s));
        const auto report = city.sync();
        VERIFY_RESULT(report);
        QCOMPARE(report->unproven, std::vector{Monday});
        QVERIFY(report->proven.empty());
        QCOMPARE(city.standing().unprovenDays, std::vector{Monday});
        QCOMPARE(city.standing().gaps(), 1);
        QCOMPARE(city.standing().alarms, QStringList{u"unproven"_s});
        city.centre.run(u"DELETE FROM ticket WHERE number = 77"_s);
        const auto mended = city.sync(); // asked again by itself
        VERIFY_RESULT(mended);
        QCOMPARE(mended->proven, std::vector{Monday});
        QCOMPARE(city.standing().gaps(), 0);
    }

    void aDossierIsAcceptedOnce()
    {
        City city;
        VERIFY_RESULT(city.sync());
        const QString next = Monday.addDays(1).toString(Qt::ISODate);
        const QString columns = u"branch, id, business_date, dossier, counter, staff, recorded_at,"
                                " outcome, is_correction, content, changed_seq"_s;
        const QString later =
            u"INSERT INTO intake (%1) SELECT branch, gen_random_uuid(), '%2', %3, 1, staff,"
            " recorded_at, '%4', FALSE, content, changed_seq + 1000 FROM intake"
            " WHERE business_date = '%5' LIMIT 1"_s;
        const QString monday = Monday.toString(Qt::ISODate);
        const auto add = [&](const QString &day, const QString &dossier, const QString &outcome) {
            city.centre.run(later.arg(columns, day, dossier, outcome, monday));
        };
        const auto accepted = [&](const QString &day) {
            return city.centre.run(
                u"SELECT count_day(branch, '%1') FROM branch AS b, intake LIMIT 1;"
                " SELECT concat_ws(' ', accepted, supplement) FROM daily_desk"
                " WHERE business_date = '%1'"_s.arg(day));
        };
        add(monday, u"dossier"_s, u"accepted"_s); // once more on the same day
        QCOMPARE(accepted(monday), u"1 0"_s);
        add(next, u"dossier"_s, u"accepted"_s); // on a later one
        QCOMPARE(accepted(next), u"0 0"_s);
        const QString other = u"'00000000-0000-4000-8000-00000000000a'"_s;
        add(monday, other, u"supplement"_s); // papers were missing at first
        add(next, other, u"accepted"_s);
        QCOMPARE(accepted(monday), u"1 1"_s);
        QCOMPARE(accepted(next), u"1 0"_s);
    }

    void aWeekOfFullDaysArrives()
    {
        ONLY_ON_SQLITE("its rows are written one by one");
        constexpr int Days = 7;
        constexpr int Tickets = 700;
        constexpr int Intakes = 600;
        const TestCentre centre;
        TestBranch branch(smallCatalogue());
        SyncDays days(*branch);
        for (int day = 0; day < Days; ++day) {
            days.add(day, Tickets, Intakes);
        }
        const auto report = syncBranch(*branch, centre.enrol(CityCode), SyncNow);
        VERIFY_RESULT(report);
        QCOMPARE(report->rowsSent, report->rowsWritten);
        QCOMPARE(report->proven.size(), size_t{Days});
        QVERIFY(report->unproven.empty());
        QCOMPARE(report->roundTrips, 1 + 2 * report->batches); // proofs cost none
        QCOMPARE(centre.differenceTo(*branch, CityCode), QString());
        QCOMPARE(standings(centre.url()).value().front().gaps(), 0);
        QCOMPARE(
            centre.run(u"SELECT concat_ws(' ', count(*), min(issued), max(issued)) FROM daily"_s),
            u"7 700 700"_s);
        QCOMPARE(centre.run(u"SELECT concat_ws(' ', count(*), min(accepted), max(dossiers))"
                            " FROM daily_desk"_s),
                 u"7 600 600"_s);
    }

    void aDayThatALaterOneChangesIsProvenAfterIt()
    {
        City city;
        playNextDay(city.branch);
        // Monday's dossier goes on: its row comes with a later batch than the close of its day.
        VERIFY_RESULT((*city.branch)
                          .run(u"UPDATE dossier SET notices = 1, changed_seq = (SELECT max(seq)"
                               " FROM event) WHERE business_date = '%1'"_s.arg(
                                   Monday.toString(Qt::ISODate))));
        const auto report = city.sync({.batchRows = 20});
        VERIFY_RESULT(report);
        QVERIFY(report->batches > 3);
        QCOMPARE(report->rowsSent, report->rowsWritten); // no day was sent once more
        QCOMPARE(report->proven, (std::vector{Monday, Monday.addDays(1)}));
        QVERIFY(report->unproven.empty());
        QCOMPARE(city.difference(), QString());
    }

    void aMonthThatGetsItsPartTakesItsRowsAlong()
    {
        const TestCentre centre; // has a part for March 2026 alone
        TestBranch branch(smallCatalogue());
        SyncDays(*branch).add(0, 5, 3);
        const QString url = centre.enrol(CityCode);
        VERIFY_RESULT(syncBranch(*branch, url, SyncNow));
        QCOMPARE(centre.run(u"SELECT count(*) FROM ticket_else"_s), u"5"_s);
        for (int twice = 0; twice < 2; ++twice) {
            centre.run(u"SELECT make_months('2026-01-10', '2026-01-20')"_s);
            QCOMPARE(centre.run(u"SELECT count(*) FROM ticket_else"_s), u"0"_s);
            QCOMPARE(centre.run(u"SELECT count(*) FROM ticket_2026_01"_s), u"5"_s);
            QCOMPARE(centre.run(u"SELECT count(*) FROM event_else"_s), u"0"_s);
            QCOMPARE(centre.differenceTo(*branch, CityCode), QString());
        }
        const auto again = syncBranch(*branch, url, SyncNow, {.day = SyncDays::First});
        VERIFY_RESULT(again);
        QVERIFY(again->rowsSent > 5);
        QCOMPARE(again->rowsWritten, 0);
    }

    void whatTheCentrePublishesIsTakenOver()
    {
        City city;
        PublishedFiles files{u"branch-1.json"_s, {}};
        for (const QString &name :
             {u"branch-1.json"_s, u"procedures.json"_s, u"holidays.json"_s, u"synonyms.json"_s}) {
            QFile file(QStringLiteral(SOURCE_DIR "/resources/catalogue/") + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            files.files.insert(name, file.readAll());
        }
        const auto version = publishVersion(city.centre.url(), QString::fromUtf8(files.toJson()));
        VERIFY_RESULT(version);
        QCOMPARE(*version, 1);
        const auto report = city.sync();
        VERIFY_RESULT(report);
        QCOMPARE(report->published, 1);
        const auto content = publishedContent(city.url, report->published); // with its own login
        VERIFY_RESULT(content);
        const CatalogueReading reading = PublishedFiles::fromJson(content->toUtf8()).read();
        QVERIFY(reading.faults.empty());

        city.branch.wait(86'400);
        city.branch.play(u"open"_s);
        QCOMPARE(codeOf(takeOverPublished(*city.branch, reading.catalogue, city.branch.next())),
                 u"day_already_open"_s);
        city.branch.play(u"close"_s);
        VERIFY_RESULT(takeOverPublished(*city.branch, reading.catalogue, city.branch.next()));
        CatalogueRepository repository(*city.branch);
        const auto groups = repository.groups();
        const auto procedures = repository.procedures();
        const auto calendar = repository.calendar();
        const auto counters = repository.counters();
        VERIFY_RESULT(groups);
        VERIFY_RESULT(procedures);
        VERIFY_RESULT(calendar);
        VERIFY_RESULT(counters);
        QCOMPARE(groups->size(), reading.catalogue.groups.size());
        QCOMPARE(procedures->size(), reading.catalogue.procedures.size());
        QCOMPARE(calendar->days.size(), reading.catalogue.calendar.days.size());
        QCOMPARE(counters->size(), 5u); // its own
        QCOMPARE(city.branch.value(u"SELECT count(*) FROM staff WHERE active"_s), u"5"_s);
        QCOMPARE(city.branch.value(u"SELECT code FROM branch"_s), CityCode);
        QCOMPARE(city.branch.faults(), QString());
        VERIFY_RESULT(city.sync());
        QCOMPARE(city.difference(), QString());
    }

    void aBranchSeesItsOwnRowsAlone()
    {
        City city;
        VERIFY_RESULT(city.sync());
        const QString other = city.centre.enrol(u"CN8"_s);
        auto link = CentreLink::open(other).value();
        for (const SyncedTable &table : syncedTables()) {
            const auto seen = link.ask(u"SELECT count(*) FROM "_s + table.name);
            VERIFY_RESULT(seen);
            QCOMPARE(seen->front().front(), u"0"_s);
        }
        const auto denied = [&link](const QString &sql) { return codeOf(link.run(sql)); };
        QCOMPARE(denied(u"SELECT * FROM branch"_s), u"centre_denied"_s);
        QCOMPARE(denied(u"SELECT * FROM place"_s), u"centre_denied"_s);
        QCOMPARE(denied(u"DELETE FROM ticket"_s), u"centre_denied"_s);
        QCOMPARE(denied(u"SELECT * FROM event_2026_03"_s), u"centre_denied"_s);
        QCOMPARE(denied(u"INSERT INTO counter VALUES (1, 9, TRUE, 1)"_s), u"centre_denied"_s);
        QCOMPARE(link.run(u"UPDATE counter SET active = FALSE; SELECT count(*) FROM counter"_s)
                     .value()
                     .front()
                     .front(),
                 u"0"_s);
        QCOMPARE(city.difference(), QString());
    }

    void aRevokedBranchIsRefused()
    {
        City city;
        VERIFY_RESULT(city.sync());
        VERIFY_RESULT(revokeBranch(city.centre.url(), CityCode));
        QCOMPARE(codeOf(city.sync()), u"centre_denied"_s);
        const QString again = city.centre.enrol(CityCode);
        VERIFY_RESULT(syncBranch(*city.branch, again, SyncNow));
    }

    void anotherBranchsLoginIsRefused()
    {
        City city;
        QCOMPARE(outcome(syncBranch(*city.branch, city.centre.enrol(u"CN8"_s), SyncNow)),
                 u"wrong_branch CN7"_s);
    }
};

QTEST_GUILESS_MAIN(BranchSyncTest)

#include "branchsynctest.moc"
