// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/counterbreak.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace Qt::StringLiterals;

class CounterBreakTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCounterPauses_data()
    {
        QTest::addColumn<QString>("script"); // CB01 at counter 1
        QTest::addColumn<QString>("outcome");
        QTest::newRow("begins") << u"break 1 rest"_s << u"1 on_break"_s;
        QTest::newRow("twice is once") << u"break 1 rest|break 1 meeting"_s << u"1 on_break"_s;
        QTest::newRow("ends") << u"break 1 rest|back 1"_s << u"1 open"_s;
        QTest::newRow("ends though there was none") << u"back 1"_s << u"1 open"_s;
        QTest::newRow("for a story")
            << u"break 1 to-see-my-doctor"_s << u"invalid_input to-see-my-doctor"_s;
        QTest::newRow("without a reason") << u"break 1"_s << u"invalid_input"_s;
        QTest::newRow("while somebody is called")
            << u"issue H|call 1|break 1 rest"_s << u"counter_busy H001"_s;
        QTest::newRow("while somebody is on hold")
            << u"issue H|call 1|hold 1|break 1 rest"_s << u"1 on_break"_s;
        QTest::newRow("nobody signed in") << u"break 2 rest"_s << u"not_signed_in 2"_s;
        QTest::newRow("unknown counter") << u"break 99 rest"_s << u"unknown_counter 99"_s;
        QTest::newRow("day closed") << u"close|break 1 rest"_s << u"day_not_open"_s;
        QTest::newRow("signed out on a break")
            << u"break 1 rest|out 1|in 1 CB01|issue H|call 1"_s << u"H001 to 1"_s;
        QTest::newRow("day closed on a break")
            << u"break 1 rest|close|open|in 1 CB01|issue H|call 1"_s << u"H001 to 1"_s;
        QTest::newRow("what came before a break cannot be undone")
            << u"issue H|call 1|no-show 1|break 1 rest|undo 1"_s << u"nothing_to_undo 1"_s;
    }

    void aCounterPauses()
    {
        QFETCH(QString, script);
        QFETCH(QString, outcome);
        test::TestBranch branch;
        QCOMPARE(branch.play(u"open|in 1 CB01|"_s + script), outcome);
        QCOMPARE(branch.faults(), QString());
    }
};

QTEST_GUILESS_MAIN(CounterBreakTest)

#include "counterbreaktest.moc"
