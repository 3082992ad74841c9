// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/city.h"

#include "support/samplecitydays.h"

#include <QTest>

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

namespace {

CityBranch branchOf(const QString &lastSync, const QString &lastClosed, bool hasFigures)
{
    CityBranch branch{.code = u"CN1"_s, .name = {u"CN1"_s, u"CN1"_s}, .isEnrolled = true};
    branch.lastSync = localTimeFromText(lastSync).value_or(LocalTime());
    branch.lastClosed = QDate::fromString(lastClosed, Qt::ISODate);
    if (hasFigures) {
        branch.figures = CityFigures{.issued = 5};
    }
    return branch;
}

using Kind = CityAttention::Kind;

} // namespace

class CityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHasArrived_data()
    {
        QTest::addColumn<QString>("lastSync");
        QTest::addColumn<QString>("lastClosed");
        QTest::addColumn<bool>("hasFigures");
        QTest::addColumn<QString>("coverage"); // of days up to 2026-11-27
        QTest::newRow("never sent") << QString() << QString() << false << u"not_sent"_s;
        QTest::newRow("silent since before")
            << u"2026-11-25T21:00"_s << u"2026-11-25"_s << false << u"not_sent"_s;
        QTest::newRow("sent that morning, nothing of the day yet")
            << u"2026-11-27T03:00"_s << u"2026-11-26"_s << false << u"not_sent"_s;
        QTest::newRow("sent the day after, and there was nothing")
            << u"2026-11-28T03:00"_s << u"2026-11-26"_s << false << u"no_business"_s;
        QTest::newRow("some days of the period")
            << u"2026-11-26T21:00"_s << u"2026-11-26"_s << true << u"part"_s;
        QTest::newRow("the last day came at noon, and nothing since")
            << u"2026-11-27T12:10"_s << u"2026-11-26"_s << true << u"part"_s;
        QTest::newRow("the last day came that night")
            << u"2026-11-27T21:00"_s << u"2026-11-27"_s << true << u"whole"_s;
        QTest::newRow("no business on the last day")
            << u"2026-11-28T03:00"_s << u"2026-11-26"_s << true << u"whole"_s;
        QTest::newRow("a later day came")
            << u"2026-11-28T21:00"_s << u"2026-11-28"_s << true << u"whole"_s;
    }
    void whatHasArrived()
    {
        QFETCH(QString, lastSync);
        QFETCH(QString, lastClosed);
        QFETCH(bool, hasFigures);
        CityBranch branch = branchOf(lastSync, lastClosed, hasFigures);
        QTEST(word(branch.coverage(QDate(2026, 11, 27))), "coverage");
        const bool isClosed = branch.lastClosed >= QDate(2026, 11, 27);
        branch.toCome = 3; // who was cut off has told nothing by speaking
        QCOMPARE(branch.coverage(QDate(2026, 11, 27)), !hasFigures ? Coverage::None
                                                       : isClosed  ? Coverage::Whole
                                                                   : Coverage::Part);
        if (hasFigures) {
            branch.openDays = 1;
            QCOMPARE(branch.coverage(QDate(2026, 11, 27)), Coverage::Part);
        }
    }

    void daysToComeAreNotWaitedFor()
    {
        CityDays days = sampleCityDays();
        QCOMPARE(days.until(), QDate(2026, 11, 28));
        days.to = QDate(2026, 11, 10);
        QCOMPARE(days.until(), days.to);
    }

    void averagesAreOfPeopleNotOfBranches()
    {
        CitySum total{.figures = {.waits = 1, .waitMs = 600'000}};
        total += {.figures = {.waits = 3, .waitMs = 300'000}};
        QCOMPARE(total.told().waitAverage(), 225);
        QCOMPARE(CityFigures().waitAverage(), std::nullopt);
        QCOMPARE((CityFigures{.waits = 2, .waitMs = 2'999}.waitAverage()), 1); // 1.4995 s
        QCOMPARE((CityFigures{.waits = 2, .waitMs = 3'000}.waitAverage()), 2); // 1.5 s
    }

    /// By a list of all waits and the core's own percentile().
    void aMedianIsOfAllWaits_data()
    {
        QTest::addColumn<std::vector<std::vector<qint64>>>("branches"); // ms
        using Branches = std::vector<std::vector<qint64>>;
        QTest::newRow("nobody was called") << Branches{{}, {}};
        QTest::newRow("one") << Branches{{61'499}, {}};
        QTest::newRow("rounded up and down") << Branches{{1'499, 1'500}, {2'499, 2'500, 2'501}};
        QTest::newRow("an even number") << Branches{{1'000, 9'000}, {3'000, 4'000}};
        QTest::newRow("one branch is far slower") << Branches{
            {1'000, 1'000, 2'000, 2'000, 3'000, 3'000, 4'000}, {900'000, 1'200'000, 3'599'999}};
        Branches many(3);
        for (qint64 i = 0; i < 1'000; ++i) {
            many[static_cast<size_t>(i % 3)].push_back(i * i * 37 % 7'200'000);
        }
        QTest::newRow("a thousand") << many;
    }
    void aMedianIsOfAllWaits()
    {
        QFETCH(std::vector<std::vector<qint64>>, branches);
        std::vector<qint64> waits;
        CitySum sum;
        for (const std::vector<qint64> &branch : branches) {
            CitySum figures;
            for (const qint64 wait : branch) {
                ++figures.waits[wholeSeconds(wait)];
                waits.push_back(wait);
            }
            sum += figures;
        }
        const CityFigures told = sum.told();
        QCOMPARE(told.waitMedian, percentile(waits, 50).transform(wholeSeconds));
        QCOMPARE(told.waitNinetieth, percentile(waits, 90).transform(wholeSeconds));
        QCOMPARE(told.waitLongest, percentile(waits, 100).transform(wholeSeconds));
    }

    void whatIsMissingIsNoZero()
    {
        const CityDays days = sampleCityDays();
        QCOMPARE(days.arrived(), 10);
        const ReportTable table = tableOf(days);
        QCOMPARE(table.rows.size(), days.branches.size());
        for (const ReportRow &row : table.rows) {
            QCOMPARE(row.cells.size(), table.columns.size());
        }
        QCOMPARE(table.total.size(), table.columns.size());
        const auto cell = [&table](size_t row, const char *id) {
            const auto column =
                std::ranges::find(table.columns, QLatin1StringView(id),
                                  [](const auto &one) { return QLatin1StringView(one.id); });
            return table.rows[row].cells[static_cast<size_t>(column - table.columns.begin())];
        };
        QCOMPARE(cell(10, "issued").kind, ReportCell::Kind::Nothing);
        QCOMPARE(cell(10, "coverage").text.vi, u"not_sent"_s);
        QCOMPARE(cell(3, "coverage").text.vi, u"part"_s);
        QCOMPARE(cell(8, "gaps").number, 1);
        qint64 sum = 0;
        for (size_t row = 0; row < table.rows.size(); ++row) {
            sum += cell(row, "issued").number;
        }
        QCOMPARE(table.total[2].number, sum);
        // All have spoken since, none had business: in the sum there is nothing to be known either.
        CityDays sunday = sampleCityDays();
        for (CityBranch &branch : sunday.branches) {
            branch.figures.reset();
        }
        sunday.total.reset();
        QCOMPARE(tableOf(sunday).total[2].kind, ReportCell::Kind::Nothing);
    }

    void theOrderIsTheRegisters()
    {
        const CityDays days = sampleCityDays();
        const ReportTable table = tableOf(days);
        for (size_t i = 0; i < table.rows.size(); ++i) {
            QCOMPARE(table.rows[i].cells[0].text.vi, days.branches[i].code);
        }
    }

    void heardOfIsWhatTheLastBranchTold()
    {
        CityDays days = sampleCityDays();
        QCOMPARE(days.heardUntil(u"CN1"_s), QDate(2026, 11, 27));
        QCOMPARE(days.heardUntil(u"CN4"_s), QDate(2026, 11, 25));
        QCOMPARE(days.heardUntil(u"CN11"_s), QDate()); // never sent
        QCOMPARE(days.heardUntil({}), QDate(2026, 11, 25));
        CityBranch &silent = days.branches[3];
        silent.lastSync.date = QDate(2026, 11, 28); // it rested on Friday, and spoke this morning
        QCOMPARE(days.heardUntil({}), QDate(2026, 11, 27));
        silent.toCome = 7; // or was cut off, days back
        QCOMPARE(days.heardUntil({}), QDate(2026, 11, 25));
        silent.isRevoked = true;
        QCOMPARE(days.heardUntil({}), QDate(2026, 11, 27));
        QCOMPARE(CityDays{}.heardUntil({}), QDate());
    }

    void whatNeedsAttention_data()
    {
        QTest::addColumn<CityBranch>("branch");
        QTest::addColumn<std::vector<Kind>>("kinds");
        const auto row = [](const char *name, const CityBranch &branch,
                            const std::vector<Kind> &kinds) {
            QTest::newRow(name) << branch << kinds;
        };
        const CityBranch well = branchOf(u"2026-11-27T21:00"_s, u"2026-11-27"_s, true);
        row("all is well", well, {});
        row("one night without", branchOf(u"2026-11-26T20:15"_s, u"2026-11-26"_s, true), {});
        row("36 hours and a minute", branchOf(u"2026-11-26T20:14"_s, u"2026-11-26"_s, true),
            {Kind::Silent});
        CityBranch never = branchOf({}, {}, false);
        row("never sent", never, {Kind::NeverSent});
        never.isEnrolled = false;
        row("may not send", never, {});
        CityBranch shutOut = branchOf(u"2026-01-01T20:00"_s, u"2026-01-01"_s, false);
        shutOut.isRevoked = true;
        row("was shut out", shutOut, {});
        CityBranch many = well;
        many.alarms = {u"format"_s, u"identity"_s, u"set_aside"_s};
        many.missingEvents = 3;
        many.unprovenDays = {QDate(2026, 11, 3)};
        many.toCome = 10;
        row("everything at once, the worst first", many,
            {Kind::Identity, Kind::MissingEvents, Kind::Unproven, Kind::SetAside, Kind::Format,
             Kind::Behind});
    }
    void whatNeedsAttention()
    {
        QFETCH(CityBranch, branch);
        QFETCH(std::vector<Kind>, kinds);
        const CityDays days{.from = QDate(2026, 11, 1),
                            .to = QDate(2026, 11, 30),
                            .readAt = CityNow,
                            .branches = {branch}};
        std::vector<Kind> told;
        for (const CityAttention &one : attentionOf(days)) {
            told.push_back(one.kind);
        }
        QCOMPARE(told, kinds);
    }

    void aMonthIsTheSumOfItsDaysAndGroups()
    {
        const CityMonth month = sampleCityMonth();
        int byGroup = 0;
        for (const auto &[letter, figures] : month.groups) {
            byGroup += figures.issued;
        }
        QCOMPARE(byGroup, month.total.issued);
        const BranchMonth calendar = month.calendar(QDate(2026, 11, 27), {});
        QCOMPARE(calendar.days.size(), 30);
        QCOMPARE(calendar.total.issued, byGroup);
        QCOMPARE(calendar.branches, 10);
        QVERIFY(!calendar.days[0].wasOpened); // a Sunday of which nothing came
        QVERIFY(calendar.days[0].isOffDay && !calendar.days[0].isMissing);
        QVERIFY(calendar.days[26].isPartial && !calendar.days[25].isPartial);
        QVERIFY(month.dayOf(QDate(2026, 11, 1)) == nullptr);
        // The 24th is off by what the centre published; who does not know that sees that nothing came
        // though everybody spoke since, or that it may still come.
        const auto day24 = [&month](const QDate &heard,
                                    const std::optional<WorkingCalendar> &hours = {}) {
            return month.calendar(heard, hours).days[23];
        };
        QVERIFY(day24(QDate(2026, 11, 23), sampleCityHours()).isOffDay);
        QVERIFY(!day24(QDate(2026, 11, 23), sampleCityHours()).isMissing);
        QVERIFY(day24(QDate(2026, 11, 23)).isMissing);
        QVERIFY(!day24(QDate(2026, 11, 24)).isMissing && !day24(QDate(2026, 11, 24)).isOffDay);
        QVERIFY(!month.calendar({}, {}).days[27].isMissing); // today: it comes tonight
        QVERIFY(!calendar.days[26].isFromSome);
        const BranchMonth cut = month.calendar(QDate(2026, 11, 25), {});
        QVERIFY(!cut.days[24].isFromSome && cut.days[25].isFromSome && cut.days[26].isFromSome);
        QVERIFY(!cut.days[28].isFromSome); // of which nothing came at all
        // A day of ten branches is coloured as a tenth of it would be.
        const auto steps = BranchMonth::stepsFor(4200, 10);
        QCOMPARE(BranchMonth::stepOf(4190, steps), 3);
        QCOMPARE(BranchMonth::stepOf(4200, steps), 4);
    }
};

QTEST_GUILESS_MAIN(CityTest)

#include "citytest.moc"
