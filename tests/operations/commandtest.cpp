// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/command.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace Qt::StringLiterals;

/// A command sent twice is done once, whatever command it is.
class CommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentAgainItGetsTheSameAnswer_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("command");
        const QString at1 = u"open|in 1 CB01|issue H|issue H|"_s;
        QTest::newRow("open") << u""_s << u"open"_s;
        QTest::newRow("open by hand") << u""_s << u"open 2026-03-05"_s;
        QTest::newRow("close") << u"open|issue H"_s << u"close"_s;
        QTest::newRow("issue") << u"open"_s << u"issue H elderly"_s;
        QTest::newRow("sign in") << u""_s << u"in 1 CB01"_s;
        QTest::newRow("sign out") << u"in 1 CB01"_s << u"out 1"_s;
        QTest::newRow("call") << at1 << u"call 1"_s;
        QTest::newRow("recall") << at1 + u"call 1"_s << u"recall 1"_s;
        QTest::newRow("start") << at1 + u"call 1"_s << u"start 1"_s;
        QTest::newRow("finish") << at1 + u"call 1|start 1"_s << u"finish 1"_s;
        QTest::newRow("no-show") << at1 + u"call 1"_s << u"no-show 1"_s;
        QTest::newRow("hold") << at1 + u"call 1|start 1"_s << u"hold 1 payment"_s;
        QTest::newRow("resume the last") << at1 + u"call 1|hold 1"_s << u"resume 1"_s;
        QTest::newRow("resume by number") << at1 + u"call 1|hold 1"_s << u"resume 1 H001"_s;
        QTest::newRow("transfer") << at1 + u"call 1|start 1"_s << u"transfer 1 C"_s;
        QTest::newRow("reinstate") << at1 + u"call 1|no-show 1"_s << u"reinstate H001"_s;
        QTest::newRow("cancel") << at1 << u"cancel H002"_s;
        QTest::newRow("undo") << at1 + u"call 1|start 1|finish 1"_s << u"undo 1"_s;
    }

    void sentAgainItGetsTheSameAnswer()
    {
        QFETCH(QString, script);
        QFETCH(QString, command);
        test::TestBranch branch;
        branch.play(script);

        const QUuid id = QUuid::createUuid();
        const QString first = branch.play(command, id);
        const QJsonObject answer = branch.answer();
        QVERIFY2(!answer.isEmpty(), qPrintable(first));
        QByteArray after = branch.bytes();

        QCOMPARE(branch.play(command, id), first); // at once: a double tap
        QCOMPARE(branch.answer(), answer);
        branch.reopen();
        branch.wait(3600);
        QCOMPARE(branch.play(command, id), first); // later, by a program started anew
        QCOMPARE(branch.answer(), answer);
        QCOMPARE(branch.bytes(), after);

        // And the world may have moved on since.
        branch.play(u"~open|~in 3 CB03|~issue C|~call 3|~start 3|~finish 3"_s);
        after = branch.bytes();
        QCOMPARE(branch.play(command, id), first);
        QCOMPARE(branch.answer(), answer);
        QCOMPARE(branch.bytes(), after);
        QCOMPARE(branch.faults(), QString());
    }

    void sameIdForSomethingElseIsRefused_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("another line") << u"issue H"_s << u"issue C"_s;
        QTest::newRow("another class") << u"issue H"_s << u"issue H elderly"_s;
        QTest::newRow("another counter") << u"call 1"_s << u"call 2"_s;
        QTest::newRow("another action") << u"call 1|hold 1"_s << u"no-show 1"_s;
        QTest::newRow("another target") << u"call 1|start 1|transfer 1 C"_s << u"transfer 1 H"_s;
        QTest::newRow("another reason") << u"call 1|hold 1 payment"_s << u"hold 1 other"_s;
        QTest::newRow("another ticket") << u"cancel H001"_s << u"cancel H002"_s;
        QTest::newRow("named and not named") << u"call 1|hold 1|resume 1"_s << u"resume 1 H001"_s;
        QTest::newRow("another person") << u"in 5 CB05"_s << u"in 5 CB04"_s;
        QTest::newRow("another day") << u"close|open 2026-03-03"_s << u"open 2026-03-04"_s;
        QTest::newRow("another command") << u"issue H"_s << u"close"_s;
        QTest::newRow("back instead of out") << u"cancel H001"_s << u"reinstate H001"_s;
        QTest::newRow("undo instead of call") << u"call 1"_s << u"undo 1"_s;
    }

    void sameIdForSomethingElseIsRefused()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|in 2 CB02|issue H|issue H"_s);
        const QUuid id = QUuid::createUuid();
        branch.play(first, id);
        QVERIFY(!branch.answer().isEmpty());
        const QByteArray before = branch.bytes();
        QCOMPARE(branch.play(second, id),
                 u"command_id_reused "_s + id.toString(QUuid::WithoutBraces));
        QCOMPARE(branch.bytes(), before);
    }

    void refusedCommandMayBeSentAgainUnderItsId()
    {
        test::TestBranch branch;
        const QUuid id = QUuid::createUuid();
        QCOMPARE(branch.play(u"issue H"_s, id), u"day_not_open"_s);
        branch.play(u"open"_s);
        QCOMPARE(branch.play(u"issue H"_s, id), u"H001 after 0"_s);
    }

    void pinIsSetAndSignedInOnce()
    {
        test::TestBranch branch;
        const QUuid pin = QUuid::createUuid();
        const QUuid shift = QUuid::createUuid();
        for (int sending = 0; sending < 2; ++sending) {
            VERIFY_RESULT(setPin(*branch, branch.next(pin), u"CB01"_s, u"481516"_s));
            const auto signedIn = signIn(*branch, branch.next(shift), 1, u"CB01"_s, u"481516"_s);
            VERIFY_RESULT(signedIn);
            QCOMPARE(signedIn->at, u"2026-03-02T07:30:00+07:00"_s);
            branch.wait(60);
        }
        QCOMPARE(branch.value(u"SELECT count(*) FROM event WHERE kind = 'pin_set'"_s), u"1"_s);
        QCOMPARE(branch.value(u"SELECT count(*) FROM shift"_s), u"1"_s);
        QCOMPARE(branch.faults(), QString());
    }

    void catalogueIsImportedOnce()
    {
        test::TestBranch branch;
        const QUuid id = QUuid::createUuid();
        for (int sending = 0; sending < 2; ++sending) {
            VERIFY_RESULT(importCatalogue(*branch, test::smallCatalogue(), branch.next(id)));
        }
        QCOMPARE(branch.value(u"SELECT count(*) FROM event WHERE kind = 'catalogue_imported'"_s),
                 u"2"_s); // with the one of the beginning
    }

    void timesAreToldInTheBranchsZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QString>("text");
        QTest::newRow("Hanoi") << QByteArray("Asia/Ho_Chi_Minh") << qint64{1'772'411'400'999}
                               << u"2026-03-02T07:30:00+07:00"_s;
        QTest::newRow("before 1970") << QByteArray("Asia/Ho_Chi_Minh") << qint64{-1000}
                                     << u"1970-01-01T07:59:59+08:00"_s; // Saigon time then
        QTest::newRow("winter") << QByteArray("Europe/Berlin") << qint64{1'767'225'600'000}
                                << u"2026-01-01T01:00:00+01:00"_s;
        QTest::newRow("summer") << QByteArray("Europe/Berlin") << qint64{1'782'864'000'000}
                                << u"2026-07-01T02:00:00+02:00"_s;
    }

    void timesAreToldInTheBranchsZone()
    {
        QFETCH(QByteArray, zone);
        QFETCH(qint64, at);
        QFETCH(QString, text);
        QCOMPARE(isoTime(at, QTimeZone(zone)), text);
    }
};

QTEST_GUILESS_MAIN(CommandTest)

#include "commandtest.moc"
