// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/rosters.h"

#include "operations/today.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

namespace {

Catalogue fromSeven()
{
    Catalogue all = smallCatalogue();
    all.calendar.week[0] = {{QTime(8, 0), QTime(11, 30)}};
    return all;
}

std::vector<RosterEntry> monday()
{
    return {
        {.date = Monday, .staff = u"CB01"_s, .counter = 1, .starts = {}, .agency = u"Sở Tư pháp"_s},
        {.date = Monday, .staff = u"CB02"_s, .counter = 2, .starts = {}, .agency = {}},
        {.date = Monday, .staff = u"CB03"_s, .counter = 3, .starts = QTime(13, 0), .agency = {}},
        {.date = Monday, .staff = u"CB04"_s, .starts = {}, .agency = {}}};
}

/// "CB01 at 1, CB02 missing, CB03 later, CB04 left"; after the day "CB02 absent".
QString roster(const TestBranch &branch)
{
    const auto expected = readRosterOf(*branch, {}, branch.clock());
    if (!expected) {
        return outcome(expected);
    }
    QStringList told;
    for (const ExpectedStaff &one : *expected) {
        told.append(one.entry.staff
                    + (one.signedInAt != 0 ? u" at %1"_s.arg(one.signedInAt)
                       : one.isMissing     ? u" missing"_s
                       : one.wasHere       ? u" left"_s
                       : one.isOver        ? u" absent"_s
                                           : u" later"_s));
    }
    return told.join(u", "_s);
}

QString missing(const TestBranch &branch)
{
    const auto today = readToday(*branch, branch.clock());
    if (!today) {
        return outcome(today);
    }
    for (const Attention &one : today->attention) {
        if (one.kind == Attention::Kind::StaffMissing) {
            QStringList counters;
            for (const int counter : one.counters) {
                counters.append(QString::number(counter));
            }
            return u"%1 at %2"_s.arg(one.people).arg(counters.join(u' '));
        }
    }
    return u"nobody"_s;
}

} // namespace

class RostersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsMissingShowsBeforeTheDoorsOpen()
    {
        TestBranch branch(fromSeven()); // it is 07:30, doors open at 08:00
        VERIFY_RESULT(setRoster(*branch, branch.next(), {Monday}, monday()));
        QCOMPARE(roster(branch), u"CB01 later, CB02 later, CB03 later, CB04 later"_s);
        QCOMPARE(missing(branch), u"nobody"_s);
        branch.wait(899);
        QCOMPARE(missing(branch), u"nobody"_s);
        branch.wait(1); // 07:45, and nobody has opened the day
        QCOMPARE(missing(branch), u"3 at 1 2"_s);
        branch.play(u"open|in 1 CB01"_s);
        QCOMPARE(missing(branch), u"2 at 2"_s);
        QCOMPARE(roster(branch), u"CB01 at 1, CB02 missing, CB03 later, CB04 missing"_s);
        branch.play(u"in 4 CB02|in 5 CB04|out 5"_s); // somewhere else than planned is there
        QCOMPARE(roster(branch), u"CB01 at 1, CB02 at 4, CB03 later, CB04 left"_s);
        QCOMPARE(missing(branch), u"nobody"_s);
        branch.wait(qint64{5} * 3600); // 12:45
        QCOMPARE(missing(branch), u"1 at 3"_s);
        QCOMPARE(branch.faults(), QString());
    }

    void nobodyIsMissingOnceTheDayWasClosed()
    {
        TestBranch branch(fromSeven());
        VERIFY_RESULT(setRoster(*branch, branch.next(), {Monday}, monday()));
        branch.play(u"wait 1800|open|in 1 CB01|out 1"_s);
        QCOMPARE(missing(branch), u"2 at 2"_s);
        branch.play(u"close"_s);
        QCOMPARE(missing(branch), u"nobody"_s);
        QCOMPARE(roster(branch), u"CB01 left, CB02 absent, CB03 absent, CB04 absent"_s);
        branch.play(u"open"_s); // again, the same day
        QCOMPARE(missing(branch), u"2 at 2"_s);
    }

    void dayThatWasLeftOpenDoesNotHideThisMorning()
    {
        TestBranch branch(fromSeven());
        std::vector<RosterEntry> tuesday = monday();
        for (RosterEntry &entry : tuesday) {
            entry.date = Monday.addDays(1);
        }
        tuesday.resize(2);
        VERIFY_RESULT(setRoster(*branch, branch.next(), {Monday.addDays(1)}, tuesday));
        branch.play(u"open|in 1 CB01"_s);
        QCOMPARE(roster(branch), QString());
        branch.wait(qint64{26} * 3600); // Tuesday 09:30, and Monday is still open
        QCOMPARE(missing(branch), u"1 at 2"_s);
        QCOMPARE(roster(branch), u"CB01 at 1, CB02 missing"_s);
    }

    void nobodyIsThereOnADayToCome()
    {
        TestBranch branch(fromSeven());
        std::vector<RosterEntry> tuesday = monday();
        for (RosterEntry &entry : tuesday) {
            entry.date = Monday.addDays(1);
        }
        VERIFY_RESULT(setRoster(*branch, branch.next(), {Monday.addDays(1)}, tuesday));
        branch.play(u"open|in 1 CB01"_s);
        const auto expected = readRosterOf(*branch, Monday.addDays(1), branch.clock());
        VERIFY_RESULT(expected);
        QCOMPARE(expected->size(), tuesday.size());
        for (const ExpectedStaff &one : *expected) {
            QVERIFY(!one.wasHere && one.signedInAt == 0 && !one.isMissing);
        }
    }

    void whoHasLeftTheBranchIsNotExpected()
    {
        TestBranch branch(fromSeven());
        VERIFY_RESULT(setRoster(*branch, branch.next(), {Monday}, monday()));
        VERIFY_RESULT((*branch).run(u"UPDATE staff SET active = FALSE WHERE code = 'CB02'"_s));
        branch.wait(1800);
        QCOMPARE(missing(branch), u"2 at 1"_s);
        QCOMPARE(roster(branch), u"CB01 missing, CB03 later, CB04 missing"_s);
        // Nor does he keep others from being put on that day.
        VERIFY_RESULT(putOnRoster(*branch, branch.next(), monday().front()));
    }

    void onePersonIsChangedAndOthersStay()
    {
        TestBranch branch(fromSeven());
        VERIFY_RESULT(setRoster(*branch, branch.next(), {Monday}, monday()));
        RosterEntry moved = monday()[0];
        moved.counter = 4;
        const QUuid id = QUuid::createUuid();
        for (int i = 0; i < 2; ++i) { // a repeated sending
            VERIFY_RESULT(putOnRoster(*branch, branch.next(id), moved));
        }
        // Who looked at the day before knows nothing of it, and undoes nothing.
        VERIFY_RESULT(takeOffRoster(*branch, branch.next(), Monday, u"CB02"_s));
        QCOMPARE(branch.value(u"SELECT counter FROM roster WHERE staff = 'CB01'"_s), u"4"_s);
        QCOMPARE(branch.value(u"SELECT agency FROM roster WHERE staff = 'CB01'"_s),
                 u"Sở Tư pháp"_s);
        QCOMPARE(roster(branch), u"CB03 later, CB01 later, CB04 later"_s);
        QCOMPARE(outcome(takeOffRoster(*branch, branch.next(), Monday, u"CB02"_s)),
                 u"unknown_staff CB02"_s);
        moved.counter = 77;
        QCOMPARE(outcome(putOnRoster(*branch, branch.next(), moved)), u"unknown_counter 77"_s);
        // Another day's change leaves this one's as it was told.
        moved = {.date = Monday.addDays(1),
                 .staff = u"CB05"_s,
                 .counter = 0,
                 .starts = {},
                 .agency = {}};
        VERIFY_RESULT(putOnRoster(*branch, branch.next(), moved));
        VERIFY_RESULT(setRoster(*branch, branch.next(), {Monday.addDays(2)}, {}));
        QCOMPARE(branch.faults(), QString());
        VERIFY_RESULT((*branch).run(u"UPDATE roster SET counter = 1 WHERE staff = 'CB03'"_s));
        QVERIFY(branch.faults().contains(u"rosters"_s));
    }

    void dayWithoutARosterMissesNobody()
    {
        TestBranch branch(fromSeven());
        branch.play(u"wait 7200|open"_s);
        QCOMPARE(missing(branch), u"nobody"_s);
        QCOMPARE(roster(branch), QString());
    }

    void daysAreSetWhole()
    {
        TestBranch branch(fromSeven());
        const QUuid id = QUuid::createUuid();
        for (int i = 0; i < 2; ++i) { // a repeated sending
            const auto set = setRoster(*branch, branch.next(id), {Monday}, monday());
            VERIFY_RESULT(set);
            QCOMPARE(set->entries, 4);
        }
        std::vector<RosterEntry> fewer = monday();
        fewer.resize(1);
        fewer[0].counter = 2;
        VERIFY_RESULT(setRoster(*branch, branch.next(), {Monday}, fewer));
        QCOMPARE(roster(branch), u"CB01 later"_s);
        QCOMPARE(branch.value(u"SELECT count(*) FROM roster WHERE NOT active"_s), u"3"_s);
        QCOMPARE(branch.faults(), QString());
        VERIFY_RESULT((*branch).run(u"UPDATE roster SET counter = 1 WHERE staff = 'CB01'"_s));
        QVERIFY(branch.faults().contains(u"roster"_s));
    }

    void codesAreTakenInAnyCase()
    {
        TestBranch branch(fromSeven());
        RosterEntry entry = monday().front();
        entry.staff = u"cb01"_s;
        VERIFY_RESULT(putOnRoster(*branch, branch.next(), entry));
        VERIFY_RESULT(setRoster(*branch, branch.next(), {Monday}, {entry}));
        QCOMPARE(branch.value(u"SELECT min(staff) || max(staff) FROM roster"_s), u"CB01CB01"_s);
        VERIFY_RESULT(takeOffRoster(*branch, branch.next(), Monday, u"Cb01"_s));
        QCOMPARE(roster(branch), QString());
        QCOMPARE(branch.faults(), QString());
    }

    void fileIsCheckedBeforeAnyOfItIsStored_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("told");
        QTest::newRow("right") << QByteArray("2026-03-02;cb02;2") << QString();
        QTest::newRow("a day gone by") << QByteArray("2026-03-01;CB02;2") << u"3 date past_day"_s;
        QTest::newRow("nobody") << QByteArray("2026-03-02;CB99;2") << u"3 staff unknown_staff"_s;
        QTest::newRow("no counter")
            << QByteArray("2026-03-02;CB02;77") << u"3 counter unknown_counter"_s;
    }
    void fileIsCheckedBeforeAnyOfItIsStored()
    {
        QFETCH(QByteArray, line);
        TestBranch branch;
        const RosterReading reading =
            readRoster("date;staff;counter\n2026-03-02;CB01;1\n" + line + '\n');
        QVERIFY(reading.faults.empty());
        const auto faults = checkRoster(*branch, branch.clock(), reading);
        VERIFY_RESULT(faults);
        QStringList told;
        for (const FileFault &fault : *faults) {
            told.append(u"%1 %2 %3"_s.arg(fault.line).arg(fault.column, fault.problem));
        }
        QTEST(told.join(u'|'), "told");
    }

    void unknownNamesAreRefused_data()
    {
        QTest::addColumn<QString>("staff");
        QTest::addColumn<int>("counter");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QString>("told");
        QTest::newRow("nobody") << u"CB99"_s << 1 << Monday << u"unknown_staff CB99"_s;
        QTest::newRow("no counter") << u"CB01"_s << 77 << Monday << u"unknown_counter 77"_s;
        QTest::newRow("another day")
            << u"CB01"_s << 1 << Monday.addDays(1) << u"invalid_input 2026-03-03"_s;
    }
    void unknownNamesAreRefused()
    {
        QFETCH(QString, staff);
        QFETCH(int, counter);
        QFETCH(QDate, date);
        TestBranch branch;
        QTEST(
            outcome(setRoster(
                *branch, branch.next(), {Monday},
                {{.date = date, .staff = staff, .counter = counter, .starts = {}, .agency = {}}})),
            "told");
        QCOMPARE(branch.value(u"SELECT count(*) FROM roster"_s), u"0"_s);
    }
};

QTEST_GUILESS_MAIN(RostersTest)

#include "rosterstest.moc"
