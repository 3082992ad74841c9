// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/verifybranch.h"
#include "support/testbranch.h"

#include <QJsonArray>

using namespace motcua;
using namespace Qt::StringLiterals;

/// Two days; on the second H001 was served, H002 sent from H to C, H003 is being served, H004 waits
/// and C001 is on hold.
static const QString TwoDays =
    u"open|in 1 CB01|issue H|issue C elderly|call 1|start 1|wait 60|finish 1|close|wait 86400|"
    "open|in 1 CB01|in 4 CB04|issue H|issue H|issue H|issue H|issue C|wait 30|"
    "call 1|start 1|finish 1|call 1|start 1|transfer 1 C|call 4|hold 4|call 4|hold 4|"
    "call 1|start 1"_s;

static const QString OfH004 =
    u" WHERE ticket_id = (SELECT id FROM ticket WHERE business_date = '2026-03-03'"
    " AND series = 'H' AND number = 4)"_s;

class VerifyBranchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundBranchHasNoProblem()
    {
        test::TestBranch branch;
        QCOMPARE(branch.play(TwoDays), u"H003 serving at 1"_s);
        qint64 done = 0;
        qint64 all = 0;
        const QByteArray before = branch.bytes();
        const auto report = verifyBranch(*branch, [&](qint64 events, qint64 total) {
            done = events;
            all = total;
        });
        VERIFY_RESULT(report);
        QVERIFY(report->problems.empty());
        QCOMPARE(report->days, 2);
        QCOMPARE(report->tickets, qint64{7});
        QCOMPARE(report->legs, qint64{8});
        QCOMPARE(QString::number(report->events), branch.value(u"SELECT seq FROM branch"_s));
        QCOMPARE(report->headHash, branch.value(u"SELECT head_hash FROM branch"_s));
        QCOMPARE(done, all);
        QCOMPARE(report->toJson()["ok"_L1].toBool(), true);
        QCOMPARE(branch.bytes(), before); // it only reads
    }

    void freshBranchIsSound()
    {
        const test::TestBranch branch;
        QCOMPARE(branch.faults(), QString());
    }

    void whateverWasTamperedWithIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("problem"); // the first one found
        const auto row = [](const char *name, const QString &sql, const QString &problem) {
            QTest::newRow(name) << sql << problem;
        };
        const QString hash = u"hash does not match"_s;
        const QString notTheEvents = u"the row is not what the events say"_s;
        const QString counts = u"are not what the events say"_s;

        row("facts of an event",
            u"UPDATE event SET body = replace(body, 'H002', 'H003')"
            " WHERE kind = 'ticket_issued'"_s,
            hash);
        row("a space in its facts", u"UPDATE event SET body = body || ' ' WHERE seq = 3"_s, hash);
        row("its kind", u"UPDATE event SET kind = 'pin_set' WHERE kind = 'leg_finished'"_s, hash);
        row("a kind nobody knows", u"UPDATE event SET kind = 'lunch' WHERE seq = 1"_s, hash);
        row("its time", u"UPDATE event SET at = at + 1 WHERE seq = 5"_s, hash);
        row("what the clock said", u"UPDATE event SET clock_at = clock_at + 1 WHERE seq = 5"_s,
            hash);
        row("its command", u"UPDATE event SET command_id = 'x' WHERE seq = 5"_s, hash);
        row("its ticket", u"UPDATE event SET ticket_id = NULL WHERE kind = 'leg_called'"_s, hash);
        // Hashes differ from run to run, and one in sixty has no 'a': exchange the first digit.
        const QString otherDigit =
            u"CASE WHEN %1 LIKE '0%' THEN '1' ELSE '0' END || substr(%1, 2)"_s;
        row("its hash",
            u"UPDATE event SET hash = "_s + otherDigit.arg(u"hash"_s) + u" WHERE seq = 5"_s, hash);
        row("hashes of two events swapped",
            u"UPDATE event SET hash = (SELECT other.hash FROM event other"
            " WHERE other.seq = 11 - event.seq) WHERE seq IN (5, 6)"_s,
            hash);
        row("an event lost",
            u"DELETE FROM command WHERE seq = 7; DELETE FROM event WHERE seq = 7"_s,
            u"sequence gap: expected 7"_s);
        row("the last event lost",
            u"DELETE FROM command WHERE seq = (SELECT seq FROM branch);"
            "DELETE FROM event WHERE seq = (SELECT seq FROM branch)"_s,
            u"the row is not what the events say"_s);
        row("the last event lost, the head set back",
            u"DELETE FROM command WHERE seq = (SELECT seq FROM branch);"
            "DELETE FROM event WHERE seq = (SELECT seq FROM branch);"
            "UPDATE branch SET seq = seq - 1,"
            " head_hash = (SELECT hash FROM event ORDER BY seq DESC LIMIT 1)"_s,
            notTheEvents);
        row("an event lost under its answer",
            u"DELETE FROM event WHERE seq = (SELECT seq FROM branch)"_s,
            u"a row of command points nowhere"_s);
        row("an event too many",
            u"INSERT INTO event SELECT seq + 1, kind, at, clock_at, ticket_id, command_id, body, "
            u"hash"
            " FROM event WHERE seq = (SELECT seq FROM branch)"_s,
            hash);
        row("a branch's id", u"UPDATE branch SET id = '11111111-0000-4000-8000-000000000001'"_s,
            hash);
        row("the head's number", u"UPDATE branch SET seq = seq + 1"_s,
            u"events are missing at the end"_s);
        row("the head's hash", u"UPDATE branch SET head_hash = "_s + otherDigit.arg(u"head_hash"_s),
            u"events are missing at the end"_s);
        row("the open day", u"UPDATE branch SET business_date = '2026-03-04'"_s,
            u"the open day is not what the events say"_s);
        row("no open day", u"UPDATE branch SET business_date = NULL"_s,
            u"the open day is not what the events say"_s);

        for (const QString &change :
             {u"group_letter = 'C'"_s, u"state = 'cancelled'"_s, u"rank = rank - 1"_s,
              u"arrival_seq = arrival_seq - 1"_s, u"queued_at = queued_at - 1"_s,
              u"first_called_at = 1"_s, u"called_at = 1"_s, u"started_at = 1"_s,
              u"serving_since = 1"_s, u"ended_at = 1"_s, u"service_ms = 1"_s, u"calls = 1"_s,
              u"counter = 2"_s, u"staff = 'CB02'"_s, u"ordinal = 2"_s}) {
            row(qPrintable(u"a leg: "_s + change), u"UPDATE leg SET "_s + change + OfH004,
                notTheEvents);
        }
        row("a leg of the day before",
            u"UPDATE leg SET service_ms = 1 WHERE business_date = '2026-03-02'"_s, notTheEvents);
        row("a leg lost", u"DELETE FROM leg"_s + OfH004, u"5 legs stored, 6 by the events"_s);
        row("a leg too many",
            u"INSERT INTO leg SELECT ticket_id, 2, business_date, group_letter, state, rank,"
            " arrival_seq, queued_at, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, changed_seq, NULL FROM leg"_s
                + OfH004,
            u"legs stored"_s);
        row("a ticket and its leg lost",
            u"DELETE FROM leg"_s + OfH004
                + u"; DELETE FROM ticket WHERE id NOT IN (SELECT ticket_id FROM leg)"_s,
            u"5 legs stored, 6 by the events"_s);
        row("a ticket lost under its leg", u"DELETE FROM ticket WHERE number = 4"_s,
            u"a row of leg points nowhere"_s);
        row("a ticket nobody issued",
            u"INSERT INTO ticket (id, business_date, series, number, arrived_at, priority, procedure, print_state, changed_seq) VALUES ('00000000-0000-0000-0000-000000000009', '2026-03-03', 'H', 9, 1, NULL, NULL, 'pending', 1)"_s,
            u"tickets"_s);
        row("a ticket's number", u"UPDATE ticket SET number = 9 WHERE number = 4"_s, notTheEvents);
        row("a ticket's series", u"UPDATE ticket SET series = 'N' WHERE number = 4"_s,
            notTheEvents);
        row("a ticket's arrival", u"UPDATE ticket SET arrived_at = 1 WHERE number = 4"_s,
            u"the ticket is not what the events say"_s);
        row("a ticket's priority", u"UPDATE ticket SET priority = 'elderly' WHERE number = 4"_s,
            u"the ticket is not what the events say"_s);
        row("a ticket's procedure", u"UPDATE ticket SET procedure = '1.001193' WHERE number = 4"_s,
            u"the ticket is not what the events say"_s);

        row("people in a line", u"UPDATE waiting_line SET waiting = waiting + 1"_s, counts);
        row("last number of a line",
            u"UPDATE waiting_line SET last_number = last_number - 1"
            " WHERE business_date = '2026-03-03' AND group_letter = 'H'"_s,
            counts);
        row("a line lost",
            u"DELETE FROM waiting_line WHERE business_date = '2026-03-03' AND group_letter = 'H'"_s,
            counts);
        row("a shift closed", u"UPDATE shift SET closed_at = 1 WHERE closed_at IS NULL"_s,
            u"the open shifts are not what the events say"_s);
        row("a break nobody took", u"UPDATE shift SET break_since = 1 WHERE closed_at IS NULL"_s,
            u"the open shifts are not what the events say"_s);
        row("somebody else's shift",
            u"UPDATE shift SET staff = 'CB05' WHERE counter = 4"
            " AND closed_at IS NULL"_s,
            u"the open shifts are not what the events say"_s);
    }

    void whateverWasTamperedWithIsFound()
    {
        QFETCH(QString, sql);
        QFETCH(QString, problem);
        static const QByteArray bytes = [] {
            test::TestBranch worked;
            worked.play(TwoDays);
            return worked.bytes();
        }();
        const test::TestBranch branch(bytes);
        QCOMPARE(branch.faults(), QString());
        for (const QString &statement : sql.split(u';')) {
            VERIFY_RESULT(test::tamper(*branch, statement));
        }
        const QString faults = branch.faults();
        QVERIFY2(faults.contains(problem), qPrintable(faults));
        const auto report = verifyBranch(*branch);
        QVERIFY(!report || !report->toJson()["ok"_L1].toBool());
    }

    void answerWithoutItsEventIsFound()
    {
        test::TestBranch branch;
        branch.play(TwoDays);
        VERIFY_RESULT((*branch).run(u"UPDATE branch SET seq = seq - 1"_s));
        QVERIFY(branch.faults().contains(u"answers were stored without their events"_s));
    }

    void problemsAreToldWithTheirEventAndNotWithoutEnd()
    {
        test::TestBranch branch;
        branch.play(TwoDays);
        VERIFY_RESULT((*branch).run(u"UPDATE event SET body = body || ' ' WHERE seq = 5"_s));
        const auto one = verifyBranch(*branch);
        VERIFY_RESULT(one);
        QCOMPARE(one->problems.size(), size_t{1});
        QCOMPARE(one->problems.front().seq, qint64{5});
        const QJsonObject told = one->toJson()["problems"_L1].toArray().at(0).toObject();
        QCOMPARE(told["seq"_L1].toInt(), 5);

        VERIFY_RESULT((*branch).run(uR"(
            WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < 300)
            INSERT INTO event SELECT 1000 + 2 * n, 'pin_set', 1, 1, NULL, 'x', '{}', hash
            FROM more, event WHERE seq = 1)"_s));
        QCOMPARE(verifyBranch(*branch).value().problems.size(), size_t{100});
    }

    void pageThatCannotBeReadIsTold()
    {
        ONLY_ON_SQLITE("a server has checksums of its own for its files");
        test::TestBranch branch;
        branch.play(TwoDays);
        branch.close();
        {
            QFile file(branch.path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            constexpr qsizetype ThreePages = qsizetype{3} * 4096;
            QVERIFY(file.seek(file.size() - ThreePages));
            QVERIFY(file.write(QByteArray(ThreePages, '\x7f')) > 0);
        }
        branch.reopen();
        QCOMPARE(test::codeOf(verifyBranch(*branch)), u"database_damaged"_s);
    }
};

QTEST_GUILESS_MAIN(VerifyBranchTest)

#include "verifybranchtest.moc"
