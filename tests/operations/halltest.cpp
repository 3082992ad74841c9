// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/hall.h"
#include "support/testbranch.h"

#include <algorithm>

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

class HallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One line of words says what the hall sees:
    /// "H 2 since 60 at 1,2 0-5; …" for each group, "1 open H001 called; …" for each open counter.
    void theHallSees_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("groups");
        QTest::addColumn<QString>("counters");
        QTest::addColumn<QString>("calls");

        QTest::newRow("no day") << u"~close"_s << u"H 0 closed; C 0 closed; N 0 closed"_s
                                << QString() << QString();
        QTest::newRow("an open day") << u"open"_s << u"H 0; C 0; N 0"_s << QString() << QString();
        QTest::newRow("people wait, nobody is open")
            << u"open|issue H|wait 60|issue H"_s << u"H 2 since 60; C 0; N 0"_s << QString()
            << QString();
        QTest::newRow("counters open")
            << u"open|in 1 CB01|in 3 CB03"_s << u"H 0 at 1,3 0-5; C 0 at 3 0-5; N 0"_s
            << u"1 open; 3 open"_s << QString();
        QTest::newRow("called") << u"open|in 1 CB01|issue H|call 1"_s << u"H 0 at 1 0-5; C 0; N 0"_s
                                << u"1 open H001 called"_s << u"H001 to 1 pending"_s;
        QTest::newRow("serving") << u"open|in 1 CB01|issue H|call 1|start 1"_s
                                 << u"H 0 at 1 0-5; C 0; N 0"_s << u"1 open H001 serving"_s
                                 << u"H001 to 1 pending"_s;
        QTest::newRow("a recall comes to the front once")
            << u"open|in 1 CB01|in 2 CB02|issue H|issue H|call 1|call 2|wait 5|recall 1"_s
            << u"H 0 at 1,2 0-5; C 0; N 0"_s << u"1 open H001 called; 2 open H002 called"_s
            << u"H002 to 2 pending; H001 to 1 pending"_s;
        QTest::newRow("numbers used up")
            << u"open|issue N|issue N|issue N"_s << u"H 0; C 0; N 3 since 0 closed"_s << QString()
            << QString();
        QTest::newRow("a steady pace") // 10 minutes each at two counters
            << u"open|in 1 CB01|in 2 CB02|issue H|issue H|issue H|issue H|issue H|issue H|"
               "call 1|call 2|start 1|start 2|wait 600|finish 1|finish 2|"
               "call 1|call 2|start 1|start 2|wait 600|finish 1|finish 2|call 1|call 2"_s
            << u"H 0 at 1,2 0-10; C 0; N 0"_s << u"1 open H005 called; 2 open H006 called"_s
            << u"H006 to 2 pending; H005 to 1 pending; H004 to 2 expired; H003 to 1 expired; "
               "H002 to 2 expired; H001 to 1 expired"_s;
        QTest::newRow("a pace of long ago is no basis")
            << u"open|in 1 CB01|issue H|issue H|call 1|start 1|wait 600|finish 1|wait 2800"_s
            << u"H 1 since 3400 at 1; C 0; N 0"_s << u"1 open"_s << u"H001 to 1 expired"_s;
        QTest::newRow("yesterday is over")
            << u"open 2026-03-02|in 1 CB01|issue H|call 1|start 1|finish 1|close|open 2026-03-03"_s
            << u"H 0; C 0; N 0"_s << QString() << QString();
    }

    void theHallSees()
    {
        QFETCH(QString, script);
        TestBranch branch;
        branch.play(script);
        const auto hall = readHall(*branch, branch.clock());
        VERIFY_RESULT(hall);
        QTEST(groupsOf(*hall), "groups");
        QTEST(countersOf(*hall), "counters");
        QTEST(callsOf(*hall), "calls");
    }

    void theBranchIsNamed()
    {
        TestBranch branch;
        branch.play(u"open|issue H|issue C|issue H"_s);
        const auto hall = readHall(*branch, branch.clock());
        VERIFY_RESULT(hall);
        QCOMPARE(hall->branch.code, u"CN7"_s);
        QCOMPARE(hall->branch.number, 7);
        QCOMPARE(hall->branch.organisation.en, u"Centre"_s);
        QCOMPARE(hall->branch.settings.timeZone, u"Asia/Ho_Chi_Minh"_s);
        QCOMPARE(hall->businessDate, Monday);
        QCOMPARE(hall->issued, 3);
        QCOMPARE(hall->seq, readBranch(*branch).value().seq);
        QCOMPARE(hall->branchNow, branch.clock().toMSecsSinceEpoch());
    }

    void boardsGetTheLastTwelveTickets()
    {
        TestBranch branch;
        QString script = u"open|in 1 CB01"_s;
        for (int i = 0; i < 15; ++i) {
            script += u"|issue H|call 1|recall 1|start 1|finish 1"_s;
        }
        branch.play(script);
        const auto hall = readHall(*branch, branch.clock());
        VERIFY_RESULT(hall);
        QCOMPARE(hall->calls.size(), size_t{12});
        QCOMPARE(hall->calls.front().ticket.toString(), u"H015"_s);
        QCOMPARE(hall->calls.back().ticket.toString(), u"H004"_s);
    }

    void theCatalogueComesBack()
    {
        TestBranch branch;
        const auto stored = readStoredCatalogue(*branch);
        VERIFY_RESULT(stored);
        const Catalogue catalogue = smallCatalogue();
        QCOMPARE(stored->branchCode, catalogue.branchCode);
        QCOMPARE(stored->groups.size(), catalogue.groups.size());
        QCOMPARE(stored->procedures, catalogue.procedures);
        QCOMPARE(stored->synonyms.front().means, catalogue.synonyms.front().means);
        QVERIFY(stored->staff.empty()); // who works here is for counters alone
        const auto atCounter = readCounterCatalogue(*branch, 1);
        VERIFY_RESULT(atCounter);
        QCOMPARE(atCounter->staff.front().groups, catalogue.staff.front().groups);
        QCOMPARE(stored->counters.back().groups, catalogue.counters.back().groups);
        QCOMPARE(stored->priorityClasses.size(), catalogue.priorityClasses.size());
        QCOMPARE(stored->calendar.week[0], catalogue.calendar.week[0]);
    }

    void theMostUsedProcedureOfLateIsOfferedFirst()
    {
        Catalogue catalogue = smallCatalogue();
        Procedure marriage = catalogue.procedures.front();
        marriage.code = u"1.000894"_s;
        catalogue.procedures.push_back(marriage);
        TestBranch branch(catalogue);
        const auto first = [&branch] {
            const auto offered = readOfferedCatalogue(*branch);
            return offered ? offered->procedures.front().code : offered.error().detail;
        };
        const auto issue = [&branch](const QString &procedure) {
            return issueTicket(*branch, {QUuid::createUuid(), branch.clock()},
                               {.group = {}, .procedure = procedure});
        };
        QCOMPARE(first(), u"1.001193"_s);
        const QDate day(2026, 3, 2);
        branch.play(u"open "_s + day.toString(Qt::ISODate));
        VERIFY_RESULT(issue(u"1.000894"_s));
        VERIFY_RESULT(issue(u"1.000894"_s));
        VERIFY_RESULT(issue(u"1.001193"_s));
        constexpr int Days = 30;
        for (int i = 1; i <= Days; ++i) {
            QCOMPARE(first(), u"1.000894"_s);
            branch.play(u"close|open "_s + day.addDays(i).toString(Qt::ISODate));
        }
        QCOMPARE(first(), u"1.001193"_s); // that day is too long ago
    }

private:
    static QString groupsOf(const HallState &hall)
    {
        QStringList told;
        for (const GroupLoad &load : hall.groups) {
            QString group = u"%1 %2"_s.arg(load.group.letter).arg(load.waiting);
            if (load.oldestQueuedAt != 0) {
                group += u" since %1"_s.arg((hall.branchNow - load.oldestQueuedAt) / 1000);
            }
            QStringList counters;
            std::ranges::transform(load.counters, std::back_inserter(counters),
                                   [](int number) { return QString::number(number); });
            group += counters.isEmpty() ? QString() : u" at "_s + counters.join(u',');
            if (load.wait) {
                group +=
                    u" %1-%2"_s.arg(load.wait->fromMinutes).arg(load.wait->toMinutes.value_or(0));
            }
            told.append(group + (load.takesNumbers ? QString() : u" closed"_s));
        }
        return told.join(u"; "_s);
    }

    static QString countersOf(const HallState &hall)
    {
        QStringList told;
        for (const CounterState &counter : hall.counters) {
            if (counter.presence == Presence::Closed) {
                continue;
            }
            QString text = u"%1 %2"_s.arg(counter.number)
                               .arg(counter.presence == Presence::Open ? u"open"_s : u"break"_s);
            if (counter.ticket) {
                text += u" %1 %2"_s.arg(counter.ticket->toString(), word(counter.state));
            }
            told.append(text);
        }
        return told.join(u"; "_s);
    }

    static QString callsOf(const HallState &hall)
    {
        QStringList told;
        for (const HallCall &call : hall.calls) {
            told.append(u"%1 to %2 %3"_s.arg(call.ticket.toString())
                            .arg(call.counter)
                            .arg(word(call.announcement)));
        }
        return told.join(u"; "_s);
    }
};

QTEST_GUILESS_MAIN(HallTest)

#include "halltest.moc"
