// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/city.h"

#include "operations/dailyreport.h"
#include "operations/months.h"
#include "support/samplecity.h"
#include "sync/otherbranches.h"

#include <QTest>
#include <QTimeZone>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

/// The morning after the city's first day, by the city's wall.
const QDateTime NextMorning(Monday.addDays(1), QTime(1, 0), Qt::UTC);

/// Average, median, nine of ten and longest.
std::array<std::optional<int>, 4> waitsOf(const CityFigures &figures)
{
    return {figures.waitAverage(), figures.waitMedian, figures.waitNinetieth, figures.waitLongest};
}
std::array<std::optional<int>, 4> waitsOf(const GroupSummary &summary)
{
    return {summary.waitAverage, summary.waitMedian, summary.waitNinetieth, summary.waitLongest};
}

/// What a reader of the city is told.
struct Reader
{
    explicit Reader(const City &city)
        : url(enrolReader(city.centre.url(), u"anh"_s, u"secret"_s).value())
        , link(CentreLink::open(url).value())
    {
        // Syncs of the tests are of 2027.
        city.centre.run(u"UPDATE branch SET last_sync = '2026-03-02 14:00+00'"
                        " WHERE last_sync IS NOT NULL"_s);
    }
    Result<CityDays> days(const QDate &from, const QDate &to)
    {
        return readCityDays(link, from, to, NextMorning);
    }
    static const CityBranch &of(const CityDays &days, const QString &code)
    {
        return *std::ranges::find(days.branches, code, &CityBranch::code);
    }

    QString url;
    CentreLink link;
};

} // namespace

class CityReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("MOTCUA_TEST_CENTRE")) {
            // The suite starts one for it; a program run by hand has none.
            QSKIP("needs a scratch server for the centre");
        }
    }

    void figuresAreTheBranchsOwn()
    {
        City city;
        VERIFY_RESULT(city.sync());
        Reader reader(city);
        const auto days = reader.days(Monday, Monday);
        VERIFY_RESULT(days);
        const CityBranch &branch = Reader::of(*days, CityCode);
        const auto own = reportDay(*city.branch, Monday);
        VERIFY_RESULT(own);
        QVERIFY(branch.figures.has_value());
        const CityFigures &figures = *branch.figures;
        QCOMPARE(figures.issued, own->total.issued);
        QCOMPARE(figures.served, own->total.served);
        QCOMPARE(figures.noShow, own->total.noShow);
        QCOMPARE(figures.expired, own->total.expired);
        QCOMPARE(figures.issued, figures.served + figures.noShow + figures.cancelled
                                     + figures.expired + figures.notDone);
        QCOMPARE(figures.waitAverage(), own->total.waitAverage);
        QVERIFY(own->total.waitLongest > own->total.waitMedian);
        QCOMPARE(waitsOf(figures), waitsOf(own->total));
        QCOMPARE(figures.accepted, own->total.intakes[static_cast<size_t>(Outcome::Accepted)]);
        QCOMPARE(branch.gaps(), 0);
        QCOMPARE(branch.lastDay, Monday);
        QCOMPARE(branch.lastSync, (LocalTime{Monday, QTime(21, 0)}));
        QCOMPARE(branch.coverage(Monday), Coverage::Whole);
        QCOMPARE(tableOf(*days).total[2].number, figures.issued);

        const auto month = readCityMonth(reader.link, CityCode, Monday, NextMorning);
        VERIFY_RESULT(month);
        QCOMPARE(month->days.size(), 1);
        QCOMPARE(month->days[0].figures, figures);
        QCOMPARE(month->days[0].branches, 1);
        for (const GroupSummary &group : own->groups) {
            if (group.issued > 0) {
                QCOMPARE(month->days[0].groups.at(group.group).issued, group.issued);
                QCOMPARE(waitsOf(month->days[0].groups.at(group.group)), waitsOf(group));
            }
        }
        const auto all = readCityMonth(reader.link, {}, Monday, NextMorning);
        VERIFY_RESULT(all);
        QCOMPARE(all->total, month->total);
        QCOMPARE(all->total, figures);
        const auto later = readCityMonth(reader.link, {}, Monday.addMonths(1), NextMorning);
        VERIFY_RESULT(later);
        QVERIFY(later->days.empty());
        QCOMPARE(later->total, CityFigures());
        QCOMPARE(later->before.issued, figures.issued);
        QCOMPARE(later->before.accepted, figures.accepted);
    }

    /// A second branch, a period of two days, and a centre of before that kept no single wait.
    void waitsOfTheCityAreThoseOfItsBranches()
    {
        City city;
        TestBranch &own = city.branch;
        VERIFY_RESULT(city.sync());
        Catalogue catalogue = deskCatalogue();
        catalogue.branchCode = u"CN9"_s;
        TestBranch sister(catalogue);
        QCOMPARE(sister.play(u"open | in 1 CB01 | in 2 CB02"_s), u"CB02 signed_in at 2"_s);
        for (const int seconds : {5, 61, 240, 17, 900, 33, 2, 128, 1}) {
            const QString waits = QString::number(seconds);
            QCOMPARE(sister
                         .play(u"issue H | issue H | wait %1 | call 1 | wait 7 | finish 1 |"
                               " call 1 | finish 1"_s.arg(waits))
                         .section(u' ', 1),
                     u"completed at 1"_s);
        }
        QCOMPARE(sister.play(u"close"_s), u"2026-03-02 closed 0"_s);
        const QString sisterUrl = city.centre.enrol(catalogue.branchCode);
        VERIFY_RESULT(syncBranch(*sister, sisterUrl, SyncNow, {}));
        playNextDay(own);
        VERIFY_RESULT(city.sync());

        // Counted from the tickets themselves.
        std::vector<qint64> all;
        for (TestBranch *branch : {&own, &sister}) {
            Statement waits(**branch, uR"(
                SELECT first_called_at - queued_at FROM leg
                WHERE first_called_at > 0 AND state <> 'undone')"_s);
            const auto rows = waits.rows([](const Row &row) { return row.bigInteger(0); });
            VERIFY_RESULT(rows);
            all.insert(all.end(), rows->begin(), rows->end());
        }
        QVERIFY(all.size() > 20);
        const std::array expected{percentile(all, 50).transform(wholeSeconds),
                                  percentile(all, 90).transform(wholeSeconds),
                                  percentile(all, 100).transform(wholeSeconds)};
        Reader reader(city);
        const auto ofCity = [&reader] {
            const auto days = readCityDays(reader.link, Monday.addDays(-7), Monday.addDays(7),
                                           NextMorning.addDays(7));
            const CityFigures total = days.value().total.value();
            return std::array{total.waitMedian, total.waitNinetieth, total.waitLongest};
        };
        QCOMPARE(ofCity(), expected);
        const auto month = readCityMonth(reader.link, {}, Monday, NextMorning);
        VERIFY_RESULT(month);
        QCOMPARE(month->total.waitMedian, expected[0]);

        city.centre.run(u"ALTER TABLE daily DROP COLUMN wait_s"_s);
        QCOMPARE(reader.days(Monday, Monday).error().code, ErrorCode::CentreMissing);
        VERIFY_RESULT(initCentre(city.centre.url(), Monday, {}));
        QCOMPARE(ofCity(), expected);
    }

    void anOpenDayIsAPart()
    {
        City city;
        city.branch.wait(86'400);
        city.branch.play(u"open | in 1 CB01 | issue H | call 1 | start 1"_s);
        VERIFY_RESULT(city.sync());
        Reader reader(city);
        const QDate tuesday = Monday.addDays(1);
        city.centre.run(u"UPDATE branch SET last_sync = '2026-03-03 05:00+00'"_s); // its noon
        const auto coverage = [&] {
            return Reader::of(*reader.days(tuesday, tuesday), CityCode).coverage(tuesday);
        };
        QCOMPARE(coverage(), Coverage::Part);
        city.branch.play(u"finish 1 | close"_s);
        VERIFY_RESULT(city.sync());
        city.centre.run(u"UPDATE branch SET last_sync = '2026-03-03 14:00+00'"_s);
        QCOMPARE(coverage(), Coverage::Whole);
        const auto openDays = [&] {
            return readCityMonth(reader.link, {}, tuesday, NextMorning)->dayOf(tuesday)->open;
        };
        QCOMPARE(openDays(), 0);
        // Opened again, it is a part once more, until it is closed anew.
        city.branch.play(u"open"_s);
        VERIFY_RESULT(city.sync());
        city.centre.run(u"UPDATE branch SET last_sync = '2026-03-05 14:00+00'"_s);
        QCOMPARE(coverage(), Coverage::Part);
        QCOMPARE(openDays(), 1);
        city.branch.play(u"close"_s);
        VERIFY_RESULT(city.sync());
        city.centre.run(u"UPDATE branch SET last_sync = '2026-03-05 15:00+00'"_s);
        QCOMPARE(coverage(), Coverage::Whole);
        QCOMPARE(openDays(), 0);
    }

    /// The line goes after each batch, days later still: what has come is no whole day until its close
    /// is there, and a day that is on its way is none without business.
    void aDayThatIsCutIsAPart()
    {
        City city;
        playNextDay(city.branch);
        Reader reader(city);
        const QDate tuesday = Monday.addDays(1);
        int parts = 0;
        for (bool isDone = false; !isDone;) {
            int asked = 0;
            const auto report =
                city.sync({.batchRows = 12, .isStopped = [&asked] { return ++asked > 1; }});
            isDone = report.has_value();
            QVERIFY(isDone || report.error().code == ErrorCode::Interrupted);
            city.centre.run(u"UPDATE branch SET last_sync = '2026-03-05 14:00+00'"_s);
            for (const QDate &day : {Monday, tuesday}) {
                const auto days = reader.days(day, day);
                VERIFY_RESULT(days);
                const CityBranch &branch = Reader::of(*days, CityCode);
                const bool isClosed =
                    city.centre.run(
                        u"SELECT count(*) FROM business_day WHERE closed_at IS NOT"
                        " NULL AND business_date = '%1'"_s.arg(day.toString(Qt::ISODate)))
                    == u"1";
                QCOMPARE(branch.coverage(day), isClosed         ? Coverage::Whole
                                               : branch.figures ? Coverage::Part
                                                                : Coverage::None);
                parts += branch.coverage(day) == Coverage::Part ? 1 : 0;
            }
        }
        QVERIFY(parts > 3);
        QCOMPARE(reader.days(Monday, tuesday)->branches.at(6).coverage(tuesday), Coverage::Whole);

        // A centre of before told such a day as closed.
        const QString told = u"SELECT count(*) FROM daily_desk WHERE is_open"_s;
        city.centre.run(u"DELETE FROM business_day WHERE business_date = '2026-03-03'"_s);
        QCOMPARE(city.centre.run(told), u"0"_s);
        VERIFY_RESULT(initCentre(city.centre.url(), Monday, {}));
        QCOMPARE(city.centre.run(told), u"1"_s);
    }

    void theRegisterIsTheOrderAndNobodyIsLeftOut()
    {
        const City city;
        Reader reader(city);
        const auto days = reader.days(Monday, Monday);
        VERIFY_RESULT(days);
        QStringList codes;
        for (const CityBranch &branch : days->branches) {
            codes.append(branch.code);
            QVERIFY(!branch.figures);
            QCOMPARE(branch.isEnrolled, branch.code == CityCode);
            QCOMPARE(branch.coverage(Monday), Coverage::None);
        }
        QVERIFY(!days->total);
        QCOMPARE(codes, u"CN1 CN2 CN3 CN4 CN5 CN6 CN7 CN8 CN9 CN10 CN11 CN12"_s.split(u' '));
        QCOMPARE(Reader::of(*days, u"CN10"_s).name.vi, u"Chi nhánh số 10"_s);
        // A place is there while it is valid.
        city.centre.run(u"UPDATE place SET valid_until = '2026-03-01' WHERE code = 'CN3'"_s);
        QCOMPARE(reader.days(Monday, Monday)->branches.size(), 11);
        QCOMPARE(reader.days(Monday.addDays(-7), Monday)->branches.size(), 12);
    }

    void gapsAreTold()
    {
        City city;
        VERIFY_RESULT(city.sync());
        playNextDay(city.branch);
        VERIFY_RESULT(city.sync());
        Reader reader(city);
        const auto branchNow = [&reader] {
            return Reader::of(*reader.days(Monday, Monday), CityCode);
        };
        QCOMPARE(branchNow().gaps(), 0);
        city.centre.run(u"UPDATE day_proof SET own_count = own_count + 1 WHERE business_date = "
                        "'2026-03-03' AND part = 'desk'"_s);
        QCOMPARE(branchNow().unprovenDays, std::vector{Monday.addDays(1)});
        city.centre.run(u"DELETE FROM day_proof WHERE business_date = '2026-03-02'"_s);
        QCOMPARE(branchNow().unprovenDays, (std::vector{Monday, Monday.addDays(1)}));
        city.centre.run(
            u"UPDATE branch SET events = events - 2, head_seq = cursor_seq + 5"
            " WHERE code = '%1'; INSERT INTO alarm (branch, kind, detail)"
            " SELECT key, 'identity', 'x' FROM branch WHERE code = '%1'"_s.arg(CityCode));
        QCOMPARE(branchNow().missingEvents, 2);
        QCOMPARE(branchNow().toCome, 5);
        QCOMPARE(branchNow().alarms, QStringList{u"identity"_s});
        city.centre.run(u"UPDATE alarm SET cleared_at = now()"_s);
        QVERIFY(branchNow().alarms.isEmpty());
    }

    void whatItMayNotRead_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<bool>("isAllowed");
        for (const char *table : {"daily", "daily_desk", "day_proof", "place", "published"}) {
            QTest::addRow("reads %s", table)
                << u"SELECT count(*) FROM %1"_s.arg(QLatin1StringView(table)) << true;
        }
        for (const SyncedTable &table : syncedTables()) {
            QTest::addRow("reads %s", qPrintable(table.name))
                << u"SELECT count(*) FROM %1"_s.arg(table.name) << false;
        }
        QTest::newRow("reads rows set aside") << u"SELECT line FROM set_aside"_s << false;
        QTest::newRow("reads why there is an alarm") << u"SELECT detail FROM alarm"_s << false;
        QTest::newRow("reads logins") << u"SELECT role FROM branch"_s << false;
        QTest::newRow("writes") << u"BEGIN READ WRITE;"
                                   " UPDATE daily SET issued = 0"_s
                                << false;
        QTest::newRow("writes as its login begins") << u"UPDATE daily SET issued = 0"_s << false;
        QTest::newRow("clears") << u"BEGIN READ WRITE; DELETE FROM alarm"_s << false;
        QTest::newRow("asks as a branch") << u"SELECT * FROM other_days('2026-01-01')"_s << false;
    }
    void whatItMayNotRead()
    {
        QFETCH(QString, sql);
        QFETCH(bool, isAllowed);
        City city;
        VERIFY_RESULT(city.sync());
        Reader reader(city);
        const auto answer = reader.link.run(sql);
        QCOMPARE(answer.has_value(), isAllowed);
        if (!isAllowed) {
            QCOMPARE(answer.error().code, ErrorCode::CentreDenied);
        } else {
            QVERIFY(answer->front().front() != u"0"_s || sql.contains("published"_L1));
        }
    }

    /// A branch is not sent for a new login because the centre takes nothing for a while.
    void aCentreThatCannotBeWrittenNow()
    {
        City city;
        const QString turn = u"ALTER DATABASE %1 SET default_transaction_read_only = %2"_s;
        city.centre.run(turn.arg(city.centre.name(), u"on"_s));
        const auto refused = city.sync();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::CentreFailed);
        QVERIFY(refused.error().detail.startsWith("[25006]"_L1)); // what the words are chosen by
        city.centre.run(turn.arg(city.centre.name(), u"off"_s));
        VERIFY_RESULT(city.sync());
    }

    void aReaderIsShutOut()
    {
        const City city;
        const Reader reader(city);
        QVERIFY(isCentre(reader.url));
        QCOMPARE(outcome(revokeReader(city.centre.url(), u"nobody"_s)), u"unknown_place nobody"_s);
        VERIFY_RESULT(revokeReader(city.centre.url(), u"anh"_s));
        QCOMPARE(CentreLink::open(reader.url).error().code, ErrorCode::CentreDenied);
        VERIFY_RESULT(enrolReader(city.centre.url(), u"anh"_s, u"other"_s));
        QCOMPARE(CentreLink::open(reader.url).error().code, ErrorCode::CentreDenied); // its old one
        QVERIFY(!isCentre(TestCentre::serverUrl(u"postgres"_s)));
        for (const QString &name :
             {u"Anh"_s, u"a b"_s, u"\"; DROP"_s, QString(), QString(31, u'a')}) {
            QCOMPARE(enrolReader(city.centre.url(), name, u"secret"_s).error().code,
                     ErrorCode::InvalidInput);
        }
    }

    void othersTotalsComeDown()
    {
        City city;
        VERIFY_RESULT(city.sync());
        // Two days of a sister and one of a point elsewhere.
        const QString other = city.centre.enrol(u"CN9"_s);
        static_cast<void>(city.centre.enrol(u"CN2"_s));
        city.centre.run(uR"(
            INSERT INTO place (code, valid_from, kind, parent, name_vi, name_en)
                VALUES ('D1', '2025-03-01', 'point', 'CN9', 'Điểm 1', 'Point 1');
            INSERT INTO branch (code, role) VALUES ('D1', 'd1');
            INSERT INTO daily SELECT key, day::date, letter, 10, 8, 1, 0, 1, 0, 4, 90000, 5
                FROM branch, unnest(ARRAY['2026-03-02', '2026-03-03']) AS day,
                    unnest(ARRAY['C', 'H']) AS letter WHERE code IN ('CN9', 'D1');
            UPDATE daily SET wait_s = CASE WHEN group_letter = 'C' THEN ARRAY[3, 5, 8, 74]
                ELSE ARRAY[4, 6, 7, 13] END WHERE waits = 4;
            INSERT INTO daily_desk SELECT key, '2026-03-03', 7, 6, 1, 0, 0, 0
                FROM branch WHERE code IN ('CN9', 'D1'))"_s);
        VERIFY_RESULT(fetchOtherDays(*city.branch, city.url, Monday, SyncNow));
        QCOMPARE(city.branch.value(u"SELECT count(*) FROM other_day"_s), u"2"_s);
        const auto month = readMonth(*city.branch, Monday, NextMorning);
        VERIFY_RESULT(month);
        const std::vector<OtherBranch> expected{{.name = {u"Chi nhánh số 9"_s, u"Branch 9"_s},
                                                 .days = 2,
                                                 .issued = 40,
                                                 .accepted = 6,
                                                 .waitAverage = 23}}; // 22.5 s
        QCOMPARE(month->others, expected);
        QVERIFY(readMonth(*city.branch, Monday, NextMorning, {.group = u"H"_s})->others.empty());
        QVERIFY(readMonth(*city.branch, Monday.addMonths(1), NextMorning)->others.empty());
        QCOMPARE(city.branch.faults(), QString());

        // Only what differs is written; a month bears the name of its newest day.
        const auto toldAnew = [&city] {
            return city.branch.value(
                u"SELECT count(*) FROM other_day WHERE told_at > %1"_s.arg(SyncNow));
        };
        VERIFY_RESULT(fetchOtherDays(*city.branch, city.url, Monday, SyncNow + 1));
        QCOMPARE(toldAnew(), u"0"_s);
        city.centre.run(u"UPDATE place SET name_vi = 'An Khánh', name_en = 'Zone 9'"
                        " WHERE code = 'CN9'; UPDATE daily_desk SET accepted = 5"
                        " WHERE business_date = '2026-03-03'"_s);
        VERIFY_RESULT(fetchOtherDays(*city.branch, city.url, Monday.addDays(1), SyncNow + 2));
        QCOMPARE(toldAnew(), u"1"_s);
        const auto renamed = readMonth(*city.branch, Monday, NextMorning);
        VERIFY_RESULT(renamed);
        QCOMPARE(renamed->others.front().name, (Bilingual{u"An Khánh"_s, u"Zone 9"_s}));
        QCOMPARE(renamed->others.front().accepted, 5);

        // What is told once more stands in the place of what was; the sister sees this one.
        city.centre.run(u"DELETE FROM daily WHERE business_date = '2026-03-03'"_s);
        VERIFY_RESULT(fetchOtherDays(*city.branch, city.url, Monday, SyncNow));
        QCOMPARE(readMonth(*city.branch, Monday, NextMorning)->others.front().days, 1);
        // What is older than was asked for stays.
        VERIFY_RESULT(fetchOtherDays(*city.branch, city.url, Monday.addDays(1), SyncNow));
        QCOMPARE(readMonth(*city.branch, Monday, NextMorning)->others.front().days, 1);
        auto sister = CentreLink::open(other).value();
        const auto seen = sister.ask(u"SELECT other, given FROM other_days('2026-03-02')"_s);
        VERIFY_RESULT(seen);
        QCOMPARE(*seen, (CentreLink::Rows{{CityCode, u"4"_s}}));
        QCOMPARE(sister.ask(u"SELECT count(*) FROM daily WHERE branch <> own_branch()"_s)
                     ->front()
                     .front(),
                 u"0"_s);
    }
};

QTEST_GUILESS_MAIN(CityReadingTest)

#include "cityreadingtest.moc"
