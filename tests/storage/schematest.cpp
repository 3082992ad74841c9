// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testdatabase.h"

using namespace motcua;
using namespace Qt::StringLiterals;

/// What the file itself refuses, whatever program writes to it.
class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        VERIFY_RESULT(m_database.isUsable());
        // An open day with H001 called by CB01 at counter 1, H002 and H003 waiting, CB02 at 2.
        const QStringList statements{
            u"INSERT INTO business_day VALUES ('2026-03-02', 1, NULL, 1, 1)"_s,
            u"INSERT INTO business_day VALUES ('2026-02-27', 1, 2, 1, 1)"_s,
            u"INSERT INTO waiting_line (business_date, group_letter, last_number, waiting, "
            u"changed_seq)"
            " VALUES ('2026-03-02', 'H', 3, 2, 1)"_s,
            ticket(u"t1"_s, 1),
            ticket(u"t2"_s, 2),
            ticket(u"t3"_s, 3),
            leg(u"t1"_s, u"'called'"_s, u"1"_s, u"'CB01'"_s),
            leg(u"t2"_s, u"'waiting'"_s, u"NULL"_s, u"NULL"_s),
            u"INSERT INTO shift (id, counter, staff, opened_at, heartbeat_at, closed_at, changed_seq) VALUES ('s1', 1, 'CB01', 1, 1, NULL, 1)"_s,
            u"INSERT INTO shift (id, counter, staff, opened_at, heartbeat_at, closed_at, changed_seq) VALUES ('s2', 2, 'CB02', 1, 1, NULL, 1)"_s,
            u"INSERT INTO shift (id, counter, staff, opened_at, heartbeat_at, closed_at, changed_seq) VALUES ('s3', 2, 'CB03', 1, 1, 2, 1)"_s,
            u"INSERT INTO event VALUES (1, 'pin_set', 1, 1, NULL, 'c', '{}', '%1')"_s.arg(Hash),
            u"INSERT INTO command VALUES ('c1', 'r', 'a', 1)"_s};
        for (const QString &sql : statements) {
            VERIFY_RESULT((*m_database).run(sql));
        }
    }

    void ruleOfTheSchemaHolds_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<bool>("allowed");
        const auto refused = [](const char *name, const QString &sql) {
            QTest::newRow(name) << sql << false;
        };
        const auto allowed = [](const char *name, const QString &sql) {
            QTest::newRow(name) << sql << true;
        };

        allowed("next number", ticket(u"t9"_s, 4));
        refused("number twice", ticket(u"t9"_s, 3));
        allowed("same number of another series", ticket(u"t9"_s, 3, u"C"_s));
        allowed("same number of another day", ticket(u"t9"_s, 3, u"H"_s, u"2026-02-27"_s));
        refused("ticket of a day that never was", ticket(u"t9"_s, 4, u"H"_s, u"2026-03-03"_s));
        refused("number 0", ticket(u"t9"_s, 0));
        refused("number of five digits", ticket(u"t9"_s, 10'000));
        allowed("largest number", ticket(u"t9"_s, 9999));
        refused("series of two letters", ticket(u"t9"_s, 4, u"HH"_s));
        refused("printed by hearsay", u"UPDATE ticket SET print_state = 'maybe' WHERE id = 't1'"_s);
        refused("priority nobody knows", u"UPDATE ticket SET priority = 'vip' WHERE id = 't1'"_s);
        refused("procedure nobody knows", u"UPDATE ticket SET procedure = 'x' WHERE id = 't1'"_s);
        refused("ticket deleted under its leg", u"DELETE FROM ticket WHERE id = 't1'"_s);

        refused("two active legs at a counter",
                u"UPDATE leg SET state = 'called', counter = 1, staff = 'CB02'"
                " WHERE ticket_id = 't2'"_s);
        refused("two active legs of one person",
                u"UPDATE leg SET state = 'serving', counter = 2, staff = 'CB01'"
                " WHERE ticket_id = 't2'"_s);
        allowed("active at another counter",
                u"UPDATE leg SET state = 'called', counter = 2, staff = 'CB02'"
                " WHERE ticket_id = 't2'"_s);
        allowed("on hold at a busy counter",
                u"UPDATE leg SET state = 'held', counter = 1, staff = 'CB01'"
                " WHERE ticket_id = 't2'"_s);
        refused("called by nobody",
                u"UPDATE leg SET state = 'called', counter = 2 WHERE ticket_id = 't2'"_s);
        refused("called to nowhere",
                u"UPDATE leg SET state = 'called', staff = 'CB02' WHERE ticket_id = 't2'"_s);
        refused("serving, staff lost", u"UPDATE leg SET staff = NULL WHERE ticket_id = 't1'"_s);
        refused("state nobody knows", u"UPDATE leg SET state = 'lunch' WHERE ticket_id = 't2'"_s);
        refused("first leg twice", leg(u"t2"_s, u"'waiting'"_s, u"NULL"_s, u"NULL"_s));
        refused("leg of no ticket", leg(u"t9"_s, u"'waiting'"_s, u"NULL"_s, u"NULL"_s));
        refused("leg number 0", u"UPDATE leg SET ordinal = 0 WHERE ticket_id = 't2'"_s);
        refused("leg in a line nobody knows",
                u"UPDATE leg SET group_letter = 'Q' WHERE ticket_id = 't2'"_s);
        refused("counter nobody knows", u"UPDATE leg SET counter = 99 WHERE ticket_id = 't1'"_s);
        refused("staff nobody knows", u"UPDATE leg SET staff = 'CB99' WHERE ticket_id = 't1'"_s);
        refused("service of less than no time",
                u"UPDATE leg SET service_ms = -1 WHERE ticket_id = 't1'"_s);

        refused(
            "two open shifts at a counter",
            u"INSERT INTO shift (id, counter, staff, opened_at, heartbeat_at, closed_at, changed_seq) VALUES ('s9', 1, 'CB03', 1, 1, NULL, 1)"_s);
        refused(
            "two open shifts of one person",
            u"INSERT INTO shift (id, counter, staff, opened_at, heartbeat_at, closed_at, changed_seq) VALUES ('s9', 3, 'CB01', 1, 1, NULL, 1)"_s);
        refused("closed shift opened at a taken counter",
                u"UPDATE shift SET closed_at = NULL WHERE id = 's3'"_s);
        allowed(
            "another shift",
            u"INSERT INTO shift (id, counter, staff, opened_at, heartbeat_at, closed_at, changed_seq) VALUES ('s9', 3, 'CB03', 1, 1, NULL, 1)"_s);
        allowed(
            "another closed shift",
            u"INSERT INTO shift (id, counter, staff, opened_at, heartbeat_at, closed_at, changed_seq) VALUES ('s9', 1, 'CB01', 1, 1, 2, 1)"_s);
        refused(
            "shift at no counter",
            u"INSERT INTO shift (id, counter, staff, opened_at, heartbeat_at, closed_at, changed_seq) VALUES ('s9', 99, 'CB03', 1, 1, NULL, 1)"_s);

        refused("second open day",
                u"INSERT INTO business_day VALUES ('2026-03-03', 1, NULL, 1, 1)"_s);
        refused("closed day opened beside the open one",
                u"UPDATE business_day SET closed_at = NULL WHERE business_date = '2026-02-27'"_s);
        allowed("another closed day",
                u"INSERT INTO business_day VALUES ('2026-03-03', 1, 2, 1, 1)"_s);
        refused("day twice", u"INSERT INTO business_day VALUES ('2026-02-27', 1, 2, 1, 1)"_s);
        refused("day opened no time",
                u"INSERT INTO business_day VALUES ('2026-03-03', 1, 2, 0, 1)"_s);
        refused("date that is none", u"INSERT INTO business_day VALUES ('today', 1, 2, 1, 1)"_s);

        refused("fewer than nobody waiting", u"UPDATE waiting_line SET waiting = -1"_s);
        refused("last number below 0", u"UPDATE waiting_line SET last_number = -1"_s);
        refused("leased from 0", u"UPDATE waiting_line SET leased_from = 0"_s);
        refused("fewer than none leased", u"UPDATE waiting_line SET leased = -1"_s);
        refused("fewer than none lapsed", u"UPDATE waiting_line SET lapsed = -1"_s);
        refused("line twice", u"INSERT INTO waiting_line (business_date, group_letter, "
                              u"last_number, waiting, changed_seq)"
                              " VALUES ('2026-03-02', 'H', 3, 2, 1)"_s);
        refused("line nobody knows", u"INSERT INTO waiting_line (business_date, group_letter, "
                                     u"last_number, waiting, changed_seq)"
                                     " VALUES ('2026-03-02', 'Q', 3, 2, 1)"_s);

        refused(
            "event twice",
            u"INSERT INTO event VALUES (1, 'pin_set', 1, 1, NULL, 'c', '{}', '%1')"_s.arg(Hash));
        refused("event without a whole hash",
                u"INSERT INTO event VALUES (2, 'pin_set', 1, 1, NULL, 'c', '{}', 'abc')"_s);
        refused("event deleted under its answer", u"DELETE FROM event"_s);
        refused("command twice", u"INSERT INTO command VALUES ('c1', 'r', 'a', 1)"_s);
        refused("answer without its event", u"INSERT INTO command VALUES ('c2', 'r', 'a', 2)"_s);

        refused("branch twice", u"INSERT INTO branch SELECT * FROM branch"_s);
        refused("epoch 0", u"UPDATE branch SET epoch = 0"_s);
        refused("head without a whole hash", u"UPDATE branch SET head_hash = ''"_s);
        refused("numbers skipped backwards", u"UPDATE branch SET skip_numbers = -1"_s);
        refused("open day that is no date", u"UPDATE branch SET business_date = ''"_s);

        refused("line without a first number", u"UPDATE ticket_group SET first_number = 0"_s);
        refused("range upside down",
                u"UPDATE ticket_group SET first_number = 200 WHERE letter = 'N'"_s);
        refused("range beyond four digits", u"UPDATE ticket_group SET last_number = 10000"_s);
        refused("head start below nothing", u"UPDATE priority_class SET head_start_minutes = -1"_s);
        refused("head start above a day", u"UPDATE priority_class SET head_start_minutes = 1441"_s);
        refused("counter 0", u"INSERT INTO counter VALUES (0, TRUE, 1)"_s);
        refused("counter serving a line nobody knows",
                u"INSERT INTO counter_group VALUES (1, 'Q', 1)"_s);
        refused("staff of a line nobody knows",
                u"INSERT INTO staff_group VALUES ('CB01', 'Q', 1)"_s);
        refused("procedure of a line nobody knows", u"UPDATE procedure SET group_letter = 'Q'"_s);
        refused("eighth weekday", u"INSERT INTO session VALUES (8, '07:30', '11:30', 1)"_s);
        refused("closed before it opens", u"INSERT INTO session VALUES (6, '11:30', '07:30', 1)"_s);
        refused("holiday of no kind",
                u"INSERT INTO holiday VALUES ('2026-09-02', 'party', 'x', 'y', 1)"_s);
    }

    void ruleOfTheSchemaHolds()
    {
        QFETCH(QString, sql);
        QFETCH(bool, allowed);
        const auto transaction = Transaction::begin(*m_database); // never committed
        VERIFY_RESULT(transaction);
        const auto done = (*m_database).run(sql);
        if (allowed) {
            VERIFY_RESULT(done);
        } else {
            QVERIFY(!done);
            // Refused by a constraint and not for a slip in this table.
            static const QRegularExpression constraint(uR"(^\[(\d+)\])"_s);
            const QString code = constraint.match(done.error().detail).captured(1);
            QVERIFY2(test::isServerTested() ? code.startsWith(u"23") : (code.toInt() & 0xff) == 19,
                     qPrintable(done.error().detail));
        }
    }

private:
    static QString ticket(const QString &id, int number, const QString &series = u"H"_s,
                          const QString &date = u"2026-03-02"_s)
    {
        return u"INSERT INTO ticket (id, business_date, series, number, arrived_at, priority, procedure, print_state, changed_seq) VALUES ('%1', '%2', '%3', %4, 1, NULL, NULL, 'pending', 1)"_s
            .arg(id, date, series, QString::number(number));
    }

    static QString leg(const QString &ticket, const QString &state, const QString &counter,
                       const QString &staff)
    {
        return u"INSERT INTO leg (ticket_id, ordinal, business_date, group_letter, state, rank,"
               " arrival_seq, queued_at, counter, staff, changed_seq)"
               " VALUES ('%1', 1, '2026-03-02', 'H', %2, 1, 1, 1, %3, %4, 1)"_s.arg(ticket, state,
                                                                                    counter, staff);
    }

    inline static const QString Hash = QString(64, u'0');
    test::TestDatabase m_database;
};

QTEST_GUILESS_MAIN(SchemaTest)

#include "schematest.moc"
