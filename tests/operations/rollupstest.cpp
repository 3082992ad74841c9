// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/rollups.h"

#include "operations/months.h"
#include "operations/reports.h"
#include "support/testbranch.h"
#include "support/untidyday.h"

#include <numeric>

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

namespace {

const QDate March(2026, 3, 1);

/// Three days' branch, made once, because that takes longer than most tests.
const QByteArray &untidyBranch()
{
    static const QByteArray made = [] {
        TestBranch branch;
        branch.play(untidyDay(1) + u"|~finish 1|~finish 3|wait 5|close|wait 86400|"_s + untidyDay(2)
                    + u"|~finish 1|~finish 3|close|open|~issue H|wait 60|close|wait 86400|"_s
                    + untidyDay(3));
        return branch.bytes();
    }();
    return made;
}

/// A closed day, one that was opened again, and one that is open, as untidy as days are.
struct UntidyBranch : TestBranch
{
    UntidyBranch()
        : TestBranch(untidyBranch())
    {
        wait(qint64{3} * 86400);
    }
};

BranchMonth monthOf(const TestBranch &branch, const Selection &selection = {})
{
    return readMonth(*branch, March, branch.clock(), selection).value();
}

Result<ReportTable> ticketsOf(const TestBranch &branch, const Selection &selection)
{
    return makeReport(*branch, {.kind = ReportKind::Tickets,
                                .from = March,
                                .to = March.addMonths(1).addDays(-1),
                                .clock = branch.clock(),
                                .selection = selection});
}

/// "12 numbers, 5 served, wait 30/40/90": what a month says in short.
QString told(const BranchMonth &month)
{
    const GroupSummary &total = month.total;
    QStringList words{QString::number(total.issued), QString::number(total.served),
                      QString::number(total.noShow), QString::number(total.expired)};
    for (const auto &time : {total.waitAverage, total.waitMedian, total.waitNinetieth,
                             total.waitLongest, total.serviceAverage}) {
        words.append(time ? QString::number(*time) : u"-"_s);
    }
    for (const MonthDay &day : month.days) {
        words.append(QString::number(day.issued));
    }
    for (const auto &[hour, counts] : month.hours) {
        for (const int count : counts) {
            words.append(u"%1:%2"_s.arg(hour).arg(count));
        }
    }
    return words.join(u' ');
}

int issuedBy(const TestBranch &branch, const std::vector<Selection> &selections)
{
    return std::transform_reduce(
        selections.begin(), selections.end(), 0, std::plus(),
        [&branch](const Selection &one) { return monthOf(branch, one).total.issued; });
}

} // namespace

class RollupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is kept and what the tickets say is one.
    void keptDaysAreTheirTickets()
    {
        UntidyBranch branch;
        QCOMPARE(branch.value(u"SELECT count(*) FROM daily_legs"_s), u"2"_s); // the third is open
        QCOMPARE(branch.faults(), QString());
        const QString kept = told(monthOf(branch));
        const auto years = readYears(*branch, March, 2, branch.clock());
        VERIFY_RESULT(years);
        QCOMPARE(years->days.size(), size_t{3});
        (*branch).run(u"DELETE FROM daily"_s).value();
        (*branch).run(u"DELETE FROM daily_legs"_s).value();
        QCOMPARE(told(monthOf(branch)), kept);
        QCOMPARE(branch.faults(), QString()); // nothing kept is no fault
        while (keepEarlierRollup(*branch).value()) {}
        const auto counted = readYears(*branch, March, 2, branch.clock());
        VERIFY_RESULT(counted);
        QCOMPARE(counted->days, years->days);
    }

    void yearsAreOfOneGroupToo()
    {
        UntidyBranch branch;
        int issued = 0;
        for (const QString &group : {u"H"_s, u"C"_s}) {
            const auto years = readYears(*branch, March, 1, branch.clock(), group);
            VERIFY_RESULT(years);
            for (const DailyCount &day : years->days) {
                issued += day.issued;
            }
        }
        QCOMPARE(QString::number(issued), branch.value(u"SELECT count(*) FROM ticket"_s));
    }

    /// Parts of a month add up to it, whichever way it is cut.
    void selectionsAddUp()
    {
        UntidyBranch branch;
        const BranchMonth whole = monthOf(branch);
        QVERIFY(whole.total.issued > 40);
        QCOMPARE(issuedBy(branch, {{.group = u"H"_s}, {.group = u"C"_s}}), whole.total.issued);
        std::vector<Selection> hours;
        std::vector<Selection> weekdays;
        std::vector<Selection> ends;
        hours.reserve(24);
        weekdays.reserve(7);
        for (int hour = 0; hour < 24; ++hour) {
            hours.push_back({.hour = hour});
        }
        for (int day = 1; day <= 7; ++day) {
            weekdays.push_back({.weekday = day});
        }
        for (const LegState end :
             {LegState::Waiting, LegState::Called, LegState::Serving, LegState::Held,
              LegState::Completed, LegState::NoShow, LegState::Cancelled, LegState::Expired}) {
            ends.push_back({.end = end});
        }
        QCOMPARE(issuedBy(branch, hours), whole.total.issued);
        QCOMPARE(issuedBy(branch, weekdays), whole.total.issued);
        QCOMPARE(issuedBy(branch, ends), whole.total.issued);
        QCOMPARE(monthOf(branch, {.end = LegState::Completed}).total.issued, whole.total.served);
    }

    void ticketsBehindAFigureAreAsMany_data()
    {
        QTest::addColumn<Selection>("selection");
        QTest::newRow("all") << Selection();
        QTest::newRow("group") << Selection{.group = u"C"_s};
        QTest::newRow("counter") << Selection{.counter = 3};
        QTest::newRow("weekday") << Selection{.weekday = 2};
        QTest::newRow("served in an hour") << Selection{.hour = 7, .end = LegState::Completed};
        QTest::newRow("no-shows") << Selection{.end = LegState::NoShow};
        QTest::newRow("nobody") << Selection{.counter = 2};
    }

    /// Every figure can be followed to its tickets, and the tickets' own times give its wait.
    void ticketsBehindAFigureAreAsMany()
    {
        QFETCH(Selection, selection);
        UntidyBranch branch;
        const auto table = ticketsOf(branch, selection);
        VERIFY_RESULT(table);
        QCOMPARE(static_cast<int>(table->rows.size()), monthOf(branch, selection).total.issued);
    }

    void selectionIsRefusedWhereItMeansNothing()
    {
        TestBranch branch;
        branch.play(u"open|issue H|close"_s);
        const auto ask = [&branch](ReportKind kind, const Selection &selection) {
            return codeOf(makeReport(
                *branch, {.kind = kind, .clock = branch.clock(), .selection = selection}));
        };
        QCOMPARE(ask(ReportKind::Daily, {.group = u"H"_s}), u"invalid_input"_s);
        QCOMPARE(ask(ReportKind::Counters, {.counter = 1}), u"invalid_input"_s);
        QCOMPARE(ask(ReportKind::Tickets, {.group = u"Q"_s}), u"unknown_group"_s);
        QCOMPARE(ask(ReportKind::Period, {.procedure = u"9.9"_s}), u"unknown_procedure"_s);
        QCOMPARE(ask(ReportKind::Period, {.group = u"H"_s}), u"ok"_s);
    }

    void otherFiguresThanTheTicketsAreFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("a count") << u"UPDATE daily SET issued = issued + 1"_s;
        QTest::newRow("a row less") << u"DELETE FROM daily WHERE group_letter = 'H'"_s;
        QTest::newRow("another day's legs")
            << u"UPDATE daily_legs SET body = (SELECT max(body) FROM daily_legs)"_s;
        QTest::newRow("nothing that can be read") << u"UPDATE daily_legs SET body = 'AAAA'"_s;
        QTest::newRow("no legs") << u"DELETE FROM daily_legs WHERE business_date = '2026-03-02'"_s;
    }

    void otherFiguresThanTheTicketsAreFound()
    {
        QFETCH(QString, sql);
        UntidyBranch branch;
        (*branch).run(sql).value();
        QVERIFY2(branch.faults().contains(u"the figures that are kept"_s),
                 qPrintable(branch.faults()));
    }

    /// A branch that is older than roll-ups: one day after the other, and a close keeps its own only.
    void earlierDaysAreKeptOneByOne()
    {
        TestBranch branch;
        branch.play(u"open|issue H|close|wait 86400|open|issue C|close|wait 86400|open|issue C"_s);
        (*branch).run(u"DELETE FROM daily"_s).value();
        (*branch).run(u"DELETE FROM daily_legs"_s).value();
        const auto years = readYears(*branch, March, 1, branch.clock());
        VERIFY_RESULT(years);
        QCOMPARE(years->notKept, 2);
        QCOMPARE(years->days.size(), size_t{1}); // the open one
        branch.play(u"close"_s);
        QCOMPARE(branch.value(u"SELECT count(*) FROM daily_legs"_s), u"1"_s);
        QCOMPARE(keepEarlierRollup(*branch).value(), true);
        QCOMPARE(branch.value(u"SELECT min(business_date) FROM daily_legs"_s), u"2026-03-03"_s);
        QCOMPARE(keepEarlierRollup(*branch).value(), true);
        QCOMPARE(keepEarlierRollup(*branch).value(), false);
        QCOMPARE(branch.value(u"SELECT sum(issued) FROM daily"_s), u"3"_s);
        QCOMPARE(branch.faults(), QString());
        branch.play(u"open"_s); // an open day is none of them
        QCOMPARE(keepEarlierRollup(*branch).value(), false);
    }

    /// A wait belongs to its line and counter, not to the letter of the number.
    void longWaitsAreOfTheirOwnLine()
    {
        TestBranch branch;
        branch.play(u"open|in 3 CB03|issue H|call 3|start 3|transfer 3 C|wait 3000|call 3|start 3|"
                    "finish 3|close"_s);
        const auto rowsOf = [&branch](const Selection &selection) {
            const auto table = makeReport(
                *branch,
                {.kind = ReportKind::LongWaits, .clock = branch.clock(), .selection = selection});
            return table ? static_cast<int>(table->rows.size()) : -1;
        };
        QCOMPARE(rowsOf({}), 1);
        QCOMPARE(rowsOf({.group = u"C"_s}), 1);
        QCOMPARE(rowsOf({.group = u"H"_s}), 0);
        QCOMPARE(rowsOf({.counter = 3}), 1);
        QCOMPARE(rowsOf({.counter = 1}), 0);
    }

    void visitsAreNotCountedWhereTheyCannotBe()
    {
        UntidyBranch branch;
        const auto cellsOf = [&branch](const Selection &selection) {
            return makeReport(*branch, {.kind = ReportKind::Period,
                                        .from = March,
                                        .to = March.addMonths(1),
                                        .clock = branch.clock(),
                                        .selection = selection})
                .value()
                .total;
        };
        QCOMPARE(cellsOf({}).back().kind, ReportCell::Kind::Number);
        QCOMPARE(cellsOf({.end = LegState::NoShow}).back().kind, ReportCell::Kind::Nothing);
        QCOMPARE(cellsOf({.hour = 7}).back().kind, ReportCell::Kind::Nothing);
    }

    void reopenedDayIsCountedAgain()
    {
        TestBranch branch;
        branch.play(u"open|issue H|close|open"_s);
        QCOMPARE(branch.value(u"SELECT count(*) FROM daily"_s), u"0"_s);
        branch.play(u"issue H|close"_s);
        QCOMPARE(branch.value(u"SELECT sum(issued) FROM daily"_s), u"2"_s);
        QCOMPARE(branch.faults(), QString());
    }
};

QTEST_GUILESS_MAIN(RollupsTest)

#include "rollupstest.moc"
