// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/offlinevisits.h"
#include "operations/counteroverview.h"
#include "operations/dailyreport.h"
#include "operations/issuedforms.h"
#include "operations/offlinetickets.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

Catalogue catalogue()
{
    Catalogue all = test::smallCatalogue();
    all.procedures.front().cases.front().limit = Limit{LimitKind::WorkingDays, 3};
    return all;
}

const QByteArray &fresh()
{
    static const QByteArray bytes = test::TestBranch(catalogue()).bytes();
    return bytes;
}

Intake complete()
{
    return {.applicant = {.name = u"Nguyễn Thị Mai"_s,
                          .idNumber = u"099191004217"_s,
                          .birthDate = QDate(1991, 5, 12),
                          .sex = Sex::Female,
                          .phone = u"0912345678"_s,
                          .address = u"Số 12 Hàng Bún"_s,
                          .unit = u"00004"_s},
            .procedure = u"1.001193"_s};
}

} // namespace

/// Lines H and C; counters 1 and 2 serve H, 3 both.
class OfflineVisitsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::TestBranch> m_branch;

    [[nodiscard]] qint64 ago(qint64 seconds) const
    {
        return m_branch->clock().toMSecsSinceEpoch() - seconds * 1000;
    }
    /// One that was called 300 s ago, begun 240 s ago and ended 60 s ago.
    [[nodiscard]] OfflineVisit visit(const QString &number, int counter = 1,
                                     LegState state = LegState::Completed) const
    {
        const bool isOver = !isAtCounter(state);
        const bool isServed = state != LegState::NoShow && state != LegState::Called;
        return {.id = QUuid::createUuid(),
                .ticket = TicketNumber::fromString(number).value(),
                .date = test::Monday,
                .counter = counter,
                .staff = u"CB0%1"_s.arg(counter),
                .leg = {.calledAt = ago(300),
                        .startedAt = isServed ? ago(240) : 0,
                        .endedAt = isOver ? ago(60) : 0,
                        .state = state}};
    }
    /// "completed", or why it stands apart: "elsewhere 2 completed".
    [[nodiscard]] QString tell(const OfflineVisit &visit, Unknown unknown = Unknown::Take)
    {
        const auto told =
            tellVisit(**m_branch, m_branch->next(visit.isHere() ? QUuid::createUuid() : visit.id),
                      visit, unknown);
        if (!told) {
            return test::outcome(told);
        }
        const QString state = told->state ? word(*told->state) : u"nowhere"_s;
        return told->apart.isEmpty() ? state
                                     : u"%1 %2 %3"_s.arg(told->apart).arg(told->counter).arg(state);
    }
    [[nodiscard]] OfflineIntake form(const OfflineVisit &visit,
                                     const Intake &intake = complete()) const
    {
        return {.id = QUuid::createUuid(),
                .visit = visit.id,
                .ticket = visit.ticket,
                .date = visit.date,
                .counter = visit.counter,
                .staff = visit.staff,
                .recordedAt = ago(90),
                .form = {.intake = intake}};
    }
    [[nodiscard]] Result<IntakeAnswer> record(const OfflineIntake &intake)
    {
        return withVault(**m_branch, [&](Database &database, const PersonVault &vault) {
            return recordIntake(database, m_branch->next(intake.id), vault, intake.request());
        });
    }
    [[nodiscard]] QString recorded(const OfflineIntake &intake)
    {
        const auto answer = record(intake);
        return answer ? answer->code : test::outcome(answer).simplified();
    }
    [[nodiscard]] QString leg(const QString &columns) const
    {
        return m_branch->value(
            u"SELECT %1 FROM leg ORDER BY arrival_seq, ordinal LIMIT 1"_s.arg(columns));
    }
    [[nodiscard]] QString fact(const QString &key) const
    {
        return m_branch->value(
            u"SELECT %1 FROM event WHERE kind = 'visit_told' ORDER BY seq DESC LIMIT 1"_s.arg(
                test::jsonValue(u"body"_s, key)));
    }

private Q_SLOTS:
    void init() { m_branch = std::make_unique<test::TestBranch>(fresh()); }
    void cleanup()
    {
        QCOMPARE(m_branch->faults(), QString()); // the judge agrees with whatever was told
        m_branch.reset();
    }

    void whatWasDoneIsTakenOver_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<LegState>("state");
        QTest::addColumn<qint64>("served"); ///< seconds
        QTest::newRow("waited, served") << u""_s << LegState::Completed << qint64{180};
        QTest::newRow("waited, absent") << u""_s << LegState::NoShow << qint64{0};
        QTest::newRow("waited, on hold") << u""_s << LegState::Held << qint64{180};
        QTest::newRow("called before") << u"call 1"_s << LegState::Completed << qint64{180};
        QTest::newRow("called before, absent") << u"call 1"_s << LegState::NoShow << qint64{0};
        QTest::newRow("begun before") << u"call 1|start 1"_s << LegState::Completed << qint64{540};
        QTest::newRow("on hold here")
            << u"call 1|start 1|wait 60|hold 1"_s << LegState::Completed << qint64{300};
        QTest::newRow("was absent") << u"call 1|no-show 1"_s << LegState::Completed << qint64{180};
    }

    void whatWasDoneIsTakenOver()
    {
        QFETCH(QString, before);
        QFETCH(LegState, state);
        QFETCH(qint64, served);
        m_branch->play(u"open|in 1 CB01|issue H"_s);
        if (!before.isEmpty()) {
            m_branch->play(before);
        }
        m_branch->wait(600);
        OfflineVisit done = visit(u"H001"_s, 1, state);
        if (before == "call 1|start 1"_L1) {
            done.leg.calledAt = leg(u"called_at"_s).toLongLong();
        }
        m_branch->play(u"out 1"_s); // has gone home meanwhile
        QCOMPARE(tell(done), word(state));
        QCOMPARE(leg(u"counter"_s), u"1"_s);
        QCOMPARE(leg(u"staff"_s), u"CB01"_s);
        QVERIFY(qAbs(leg(u"service_ms"_s).toLongLong() - served * 1000) < 15'000);
        QVERIFY(leg(u"calls"_s).toInt() >= 1);
        QCOMPARE(m_branch->value(u"SELECT waiting FROM waiting_line WHERE group_letter = 'H'"_s),
                 u"0"_s);
        // Sent again, as the answer was lost.
        const QByteArray bytes = m_branch->bytes();
        QCOMPARE(tell(done), word(state));
        QCOMPARE(m_branch->bytes(), bytes);
    }

    void theReportCountsEachCitizenOnce()
    {
        m_branch->play(u"open|in 1 CB01|in 2 CB02|issue H|issue H|issue H"_s);
        m_branch->wait(600);
        const OfflineVisit first = visit(u"H001"_s);
        const OfflineVisit again = visit(u"H001"_s, 2); // both counters were alone
        QCOMPARE(tell(first), u"completed"_s);
        QCOMPARE(tell(again), u"elsewhere 1 completed"_s);
        QCOMPARE(fact(u"other_counter"_s), u"1"_s);
        QCOMPARE(tell(visit(u"H002"_s, 1, LegState::NoShow)), u"no_show"_s);
        QCOMPARE(recorded(form(first)), u"TN7-260302-0001"_s);
        QCOMPARE(recorded(form(again)), u"TN7-260302-0002"_s); // papers were handed in there too
        const auto report = reportDay(**m_branch, test::Monday);
        VERIFY_RESULT(report);
        QCOMPARE(report->total.issued, 3);
        QCOMPARE(report->total.served, 1);
        QCOMPARE(report->total.noShow, 1);
        QCOMPARE(report->total.waiting, 1);
        QCOMPARE(report->total.intakes.front(), 2);
        QCOMPARE(m_branch->value(u"SELECT count(*) FROM leg"_s), u"3"_s);
        const auto seen = readCounter(**m_branch, m_branch->clock(), 1);
        VERIFY_RESULT(seen);
        QCOMPARE(seen->day.served, 1);
        QCOMPARE(seen->intakes.size(), size_t{1});
    }

    void aTicketThatWentItsOwnWayIsLeftAlone_data()
    {
        QTest::addColumn<QString>("meanwhile");
        QTest::addColumn<QString>("told");
        QTest::newRow("is called elsewhere") << u"call 2"_s << u"elsewhere 2 called"_s;
        QTest::newRow("is served elsewhere") << u"call 2|start 2"_s << u"elsewhere 2 serving"_s;
        QTest::newRow("was served elsewhere")
            << u"call 2|start 2|finish 2"_s << u"elsewhere 2 completed"_s;
        QTest::newRow("on hold elsewhere") << u"call 2|hold 2"_s << u"elsewhere 2 held"_s;
        QTest::newRow("a colleague took the counter over and serves it")
            << u"out 2|out 1|in 1 CB02|call 1|start 1"_s << u"elsewhere 1 serving"_s;
        QTest::newRow("was given back") << u"cancel H001"_s << u"elsewhere 0 cancelled"_s;
        QTest::newRow("served here before")
            << u"call 1|start 1|finish 1"_s << u"elsewhere 1 completed"_s;
    }

    void aTicketThatWentItsOwnWayIsLeftAlone()
    {
        QFETCH(QString, meanwhile);
        QFETCH(QString, told);
        m_branch->play(u"open|in 1 CB01|in 2 CB02|issue H"_s);
        m_branch->play(meanwhile);
        m_branch->wait(600);
        const QString before = leg(u"state || calls || service_ms"_s);
        const OfflineVisit done = visit(u"H001"_s);
        QCOMPARE(tell(done), told);
        QCOMPARE(leg(u"state || calls || service_ms"_s), before);
        QCOMPARE(fact(u"apart"_s), u"elsewhere"_s);
        QCOMPARE(recorded(form(done)), u"TN7-260302-0001"_s); // what was handed in is on record
        QCOMPARE(m_branch->value(u"SELECT counter FROM intake"_s), u"1"_s);
    }

    /// One more for the same citizen, who waits on hold: told after the visit, an earlier form does
    /// not take it away.
    void aFormThatWasBegunSinceIsNotDropped()
    {
        m_branch->play(u"open|in 1 CB01|issue H"_s);
        m_branch->wait(600);
        const OfflineVisit held = visit(u"H001"_s, 1, LegState::Held);
        QCOMPARE(tell(held), u"held"_s);
        VERIFY_RESULT(withVault(**m_branch, [&](Database &database, const PersonVault &vault) {
            return saveDraftOf(database, vault, held.date, held.ticket, {.intake = complete()},
                               m_branch->clock());
        }));
        QCOMPARE(recorded(form(held)), u"TN7-260302-0001"_s);
        QCOMPARE(m_branch->value(u"SELECT count(*) FROM intake_draft"_s), u"1"_s);
    }

    void whatTheLinkBrokeInIsNotDoneTwice()
    {
        m_branch->play(u"open|in 1 CB01|issue H|call 1|start 1"_s);
        const qint64 calledAt = leg(u"called_at"_s).toLongLong();
        m_branch->wait(600);
        OfflineVisit done = visit(u"H001"_s);
        done.leg.calledAt = calledAt;
        OfflineIntake same = form(done);
        // Both commands arrived; nobody heard the answers.
        const auto vault = vaultOf(**m_branch);
        VERIFY_RESULT(vault);
        VERIFY_RESULT(recordIntake(**m_branch, m_branch->next(same.id), *vault,
                                   {.counter = 1, .intake = complete(), .ticket = done.ticket}));
        m_branch->play(u"finish 1"_s);
        const QString count = u"SELECT count(*) FROM event"_s;
        const QString events = m_branch->value(count);
        QCOMPARE(tell(done), u"completed"_s);
        QCOMPARE(recorded(same), u"TN7-260302-0001"_s);
        QCOMPARE(m_branch->value(count), events);
        // One that was changed meanwhile is told from it.
        same.form.intake.sets = 2;
        QVERIFY(recorded(same).startsWith(u"command_id_reused"_s));
    }

    void aTransferNobodyHeardOfStands()
    {
        m_branch->play(u"open|in 1 CB01|issue H|call 1|start 1"_s);
        OfflineVisit done = visit(u"H001"_s);
        done.leg.calledAt = leg(u"called_at"_s).toLongLong();
        m_branch->play(u"transfer 1 C"_s);
        m_branch->wait(600);
        QCOMPARE(tell(done), u"elsewhere 0 waiting"_s);
        QCOMPARE(m_branch->value(u"SELECT waiting FROM waiting_line WHERE group_letter = 'C'"_s),
                 u"1"_s);
        QCOMPARE(recorded(form(done)), u"TN7-260302-0001"_s);
        QCOMPARE(m_branch->value(u"SELECT leg FROM intake"_s), u"1"_s); // its own stretch
    }

    void whoIsStillThereStaysThere()
    {
        m_branch->play(u"open|in 1 CB01|issue H|issue H"_s);
        m_branch->wait(600);
        const OfflineVisit here = visit(u"H001"_s, 1, LegState::Serving);
        QCOMPARE(tell(here), u"serving"_s);
        QCOMPARE(tell(here), u"serving"_s);
        QCOMPARE(tell(visit(u"H002"_s, 1, LegState::Called)), u"counter_busy H001"_s);
        const auto seen = readCounter(**m_branch, m_branch->clock(), 1);
        VERIFY_RESULT(seen);
        QCOMPARE(seen->current->ticket.ticket, here.ticket);
        QCOMPARE(seen->current->state, LegState::Serving);
        QCOMPARE(seen->current->ticket.calls, 1);
        QCOMPARE(m_branch->play(u"finish 1"_s), u"H001 completed at 1"_s);
        QCOMPARE(tell(visit(u"H001"_s, 2, LegState::Serving)), u"counter_taken 2"_s);
        m_branch->play(u"in 2 CB02"_s);
        // Nothing is written of one that cannot be there: it goes on without.
        QCOMPARE(tell(visit(u"H001"_s, 2, LegState::Serving)), u"illegal_transition H001"_s);
    }

    void aNumberThatAKioskStillKeepsIsWaitedFor()
    {
        m_branch->play(u"open|in 1 CB01"_s);
        const auto lease = leaseNumbers(**m_branch, m_branch->next(), 1, u"H"_s);
        VERIFY_RESULT(lease);
        m_branch->wait(600);
        const OfflineVisit done = visit(u"H980"_s);
        const OfflineVisit other = visit(u"H981"_s);
        QCOMPARE(tell(done, Unknown::Wait), u"unknown_ticket H980"_s);
        const OfflineTicket ticket{.id = QUuid::createUuid(),
                                   .wish = QUuid::createUuid(),
                                   .number = done.ticket,
                                   .date = test::Monday,
                                   .kiosk = 1,
                                   .arrivedAt = ago(500),
                                   .token = u"abcdefghijklmnop"_s};
        VERIFY_RESULT(tellTicket(**m_branch, m_branch->next(ticket.id), ticket));
        QCOMPARE(tell(done, Unknown::Wait), u"completed"_s);
        // Nobody ever tells the other one.
        QCOMPARE(tell(other, Unknown::Take), u"unknown_ticket 0 nowhere"_s);
        QCOMPARE(recorded(form(other)), u"TN7-260302-0001"_s);
        QCOMPARE(m_branch->value(u"SELECT count(*) FROM intake WHERE ticket_id IS NULL"_s), u"1"_s);
    }

    void aDayThatIsOverStays()
    {
        m_branch->play(u"open|in 1 CB01|issue H"_s);
        m_branch->wait(600);
        const OfflineVisit done = visit(u"H001"_s);
        const OfflineIntake intake = form(done);
        m_branch->play(u"close"_s);
        QCOMPARE(tell(done), u"day_not_open"_s); // kept, and told again
        QCOMPARE(recorded(intake), u"day_not_open"_s);
        m_branch->play(u"wait 86400|open"_s);
        QCOMPARE(tell(done), u"day_over 0 nowhere"_s);
        QCOMPARE(leg(u"state"_s), u"expired"_s);
        QCOMPARE(recorded(intake), u"TN7-260303-0001"_s);
        // Received when it was handed in, and due from then.
        QCOMPARE(m_branch->value(u"SELECT received FROM dossier"_s), u"2026-03-02T07:38"_s);
        QCOMPARE(m_branch->value(u"SELECT business_date FROM intake"_s), u"2026-03-03"_s);
        // The same day, closed by mistake and opened again, goes on.
        m_branch = std::make_unique<test::TestBranch>(fresh());
        m_branch->play(u"open|in 1 CB01|issue H"_s);
        m_branch->wait(600);
        const OfflineVisit late = visit(u"H001"_s);
        m_branch->play(u"close|open"_s);
        QCOMPARE(tell(late), u"completed"_s);
    }

    void wrongPinsAreWrittenDownOnce()
    {
        m_branch->play(u"open"_s);
        const OfflineRefusals refusals{.id = QUuid::createUuid(),
                                       .counter = 1,
                                       .staff = u"CB01"_s,
                                       .failures = 3,
                                       .lastAt = ago(60)};
        for (int i = 0; i < 2; ++i) { // the answer was lost
            VERIFY_RESULT(tellRefusals(**m_branch, m_branch->clock(), refusals));
        }
        QCOMPARE(m_branch->value(u"SELECT count(*) FROM event WHERE kind = 'sign_in_refused'"_s),
                 u"1"_s);
        QCOMPARE(m_branch->value(u"SELECT %1 FROM event WHERE kind = 'sign_in_refused'"_s.arg(
                     test::jsonValue(u"body"_s, u"failures"_s))),
                 u"3"_s);
        QCOMPARE(m_branch->faults(), QString());
    }

    void aRefusedFormLeavesNothing()
    {
        m_branch->play(u"open|in 1 CB01|issue H"_s);
        m_branch->wait(600);
        const OfflineVisit done = visit(u"H001"_s);
        QCOMPARE(tell(done), u"completed"_s);
        Intake wrong = complete();
        wrong.dossier = u"TN7-260302-0099"_s;
        const OfflineIntake intake = form(done, wrong);
        QCOMPARE(recorded(intake), u"unknown_dossier TN7-260302-0099"_s);
        QCOMPARE(m_branch->value(u"SELECT count(*) FROM person"_s), u"0"_s);
        OfflineIntake mended = form(done); // looked at by the clerk
        QCOMPARE(recorded(mended), u"TN7-260302-0001"_s);
        const auto answer = record(mended);
        VERIFY_RESULT(answer);
        QCOMPARE(answer->staff, u"CB01"_s);
        // Its receipt is printed like any other.
        const auto paper = withVault(**m_branch, [&](Database &at, const PersonVault &vault) {
            return prepareForm(at, m_branch->next(), vault,
                               {.code = answer->code, .form = {}, .staff = answer->staff});
        });
        VERIFY_RESULT(paper);
    }

    void aClockThatIsOffMakesNothingNegative()
    {
        m_branch->play(u"open|in 1 CB01"_s);
        m_branch->wait(600);
        m_branch->play(u"issue H"_s);
        OfflineVisit done = visit(u"H001"_s); // called before it came
        done.leg.endedAt = ago(-3600);        // and ended later than now
        QCOMPARE(tell(done), u"completed"_s);
        QVERIFY(leg(u"first_called_at - queued_at"_s).toLongLong() >= 0);
        QVERIFY(leg(u"service_ms"_s).toLongLong() >= 0);
        OfflineIntake intake = form(done);
        intake.recordedAt = ago(-3600);
        QCOMPARE(recorded(intake), u"TN7-260302-0001"_s);
    }

    void whoIsUnknownIsRefused()
    {
        m_branch->play(u"open|issue H"_s);
        OfflineVisit done = visit(u"H001"_s);
        done.staff = u"CB99"_s;
        QCOMPARE(tell(done), u"unknown_staff CB99"_s);
        QCOMPARE(recorded(form(done)), u"unknown_staff CB99"_s);
        done.staff = u"CB01"_s;
        done.counter = 99;
        QCOMPARE(tell(done), u"unknown_counter 99"_s);
        QCOMPARE(recorded(form(done)), u"unknown_counter 99"_s);
    }

    void keepsWhatItHolds()
    {
        m_branch->play(u"open"_s);
        const OfflineVisit done = visit(u"H001"_s);
        QCOMPARE(OfflineVisit::fromJson(done.toJson()), done);
        OfflineIntake intake = form(done);
        intake.form.texts.insert(u"fee"_s, u"12x"_s);
        QCOMPARE(OfflineIntake::fromJson(intake.toJson()), intake);
    }
};

QTEST_GUILESS_MAIN(OfflineVisitsTest)
#include "offlinevisitstest.moc"
