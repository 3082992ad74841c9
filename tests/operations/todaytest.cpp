// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/today.h"
#include "operations/dailyreport.h"
#include "operations/devices.h"
#include "operations/intakes.h"
#include "support/testbranch.h"

using namespace motcua;
using namespace Qt::StringLiterals;

/// All figures of a day, to be compared as one.
static QString told(const DaySummary &summary)
{
    QStringList words{summary.businessDate.toString(Qt::ISODate), QString::number(summary.lapsed)};
    const auto add = [&words](const GroupSummary &row) {
        words.append(row.group);
        for (const int count : {row.issued, row.served, row.noShow, row.cancelled, row.expired,
                                row.waiting, row.called, row.serving, row.held,
                                row.waitAverage.value_or(-1), row.waitMedian.value_or(-1),
                                row.waitNinetieth.value_or(-1), row.serviceAverage.value_or(-1)}) {
            words.append(QString::number(count));
        }
        for (const int count : row.intakes) {
            words.append(QString::number(count));
        }
    };
    for (const GroupSummary &row : summary.groups) {
        add(row);
    }
    add(summary.total);
    return words.join(u' ');
}

class TodayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAreThoseOfTheReport()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|in 3 CB02|issue H|issue H|wait 600|issue C|issue H|"
                    "call 1|start 1|wait 300|hold 1|wait 200|resume 1|wait 50|finish 1|"
                    "call 1|start 1|wait 120|transfer 1 C|call 3|start 3|wait 60|finish 3|"
                    "call 1|no-show 1|issue H|issue N|call 3|start 3|cancel H004"_s);
        const auto vault = vaultOf(*branch);
        VERIFY_RESULT(vault);
        VERIFY_RESULT(recordIntake(*branch, branch.next(), *vault,
                                   {.counter = 3, .intake = {.outcome = Outcome::Advised}}));
        const QByteArray before = branch.bytes();
        const auto today = readToday(*branch, branch.clock());
        const auto report = reportDay(*branch);
        VERIFY_RESULT(today);
        VERIFY_RESULT(report);
        QCOMPARE(told(today->day), told(*report));
        const GroupSummary &total = report->total;
        QCOMPARE((std::vector<int>{total.issued, total.served, total.noShow, total.cancelled,
                                   total.serving, total.intakes[3]}),
                 (std::vector<int>{6, 2, 1, 1, 1, 1}));
        QCOMPARE(branch.bytes(), before);

        int issued = 0;
        int served = 0;
        for (const HourCounts &hour : today->hours) {
            issued += hour.issued;
            served += hour.served;
        }
        QCOMPARE(issued, report->total.issued);
        QCOMPARE(served, report->total.served);
        served = 0;
        for (const CounterToday &counter : today->counters) {
            served += counter.served;
        }
        QCOMPARE(served, report->total.served);
    }

    void beforeTheDayIsOpenNothingIsCounted()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|issue H|call 1|start 1|finish 1|close"_s);
        const auto evening = readToday(*branch, branch.clock());
        VERIFY_RESULT(evening);
        QCOMPARE(evening->day.businessDate, test::Monday);
        QCOMPARE(evening->day.total.served, 1);
        branch.wait(86'400);
        const auto morning = readToday(*branch, branch.clock());
        VERIFY_RESULT(morning);
        QCOMPARE(morning->day.businessDate, test::Monday.addDays(1));
        QCOMPARE(morning->day.total.issued, 0);
    }

    void usualDayIsTheMeanOfThoseThatWere()
    {
        test::TestBranch branch;
        branch.play(u"open|issue H|issue H|issue H|close"_s);
        QCOMPARE(readToday(*branch, branch.clock())->usual, std::optional<int>());
        branch.play(u"open 2026-03-03|issue H|close|open 2026-03-09|close|"
                    "open 2026-03-16|issue H|issue C|close|open 2026-03-23|issue N"_s);
        const auto today = readToday(*branch, branch.clock());
        VERIFY_RESULT(today);
        QCOMPARE(today->day.businessDate, QDate(2026, 3, 23));
        QCOMPARE(today->usual, std::optional(3)); // of 3 and 2; nobody came on the 9th
    }

    void breaksAndDevicesAreTold()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|break 1 rest|issue H"_s);
        const auto device = [&branch](DeviceKind kind, int number, DeviceState state) {
            return reportDevice(*branch, {.kind = kind, .number = number, .state = state},
                                branch.clock());
        };
        VERIFY_RESULT(device(DeviceKind::Kiosk, 2, DeviceState::PaperLow));
        VERIFY_RESULT(device(DeviceKind::Board, 1, DeviceState::Ok));
        branch.wait(301);
        VERIFY_RESULT(device(DeviceKind::Kiosk, 2, DeviceState::PaperLow));
        const auto lost = readToday(*branch, branch.clock());
        VERIFY_RESULT(lost);
        using enum Attention::Kind;
        const auto kinds = [](const BranchToday &today) {
            std::vector<Attention::Kind> all;
            std::ranges::transform(today.attention, std::back_inserter(all), &Attention::kind);
            return all;
        };
        QCOMPARE(kinds(*lost), (std::vector{DeviceLost, LongBreak, PaperLow}));
        VERIFY_RESULT(device(DeviceKind::Board, 1, DeviceState::Ok));
        const auto back = readToday(*branch, branch.clock(), *lost);
        VERIFY_RESULT(back);
        QCOMPARE(kinds(*back), (std::vector{LongBreak, PaperLow, Reconnected}));
    }

    void whenACounterWasRemindedIsTold()
    {
        test::TestBranch branch;
        branch.play(u"open|in 1 CB01|in 3 CB03|break 1 rest|break 3 rest|issue H|wait 301"_s);
        const auto reminders = [&branch] {
            QStringList told;
            const auto today = readToday(*branch, branch.clock());
            for (const Attention &one : today.value_or(BranchToday()).attention) {
                const qint64 ago = today->hall.branchNow - one.remindedAt;
                told.append(one.remindedAt == 0
                                ? u"%1 not yet"_s.arg(one.counter)
                                : u"%1 %2 s ago"_s.arg(one.counter).arg(ago / 1000));
            }
            return told.join(u", "_s);
        };
        QCOMPARE(reminders(), u"1 not yet, 3 not yet"_s);
        VERIFY_RESULT(remindCounter(*branch, 3, branch.clock()));
        branch.wait(10);
        QCOMPARE(reminders(), u"1 not yet, 3 10 s ago"_s);
        VERIFY_RESULT(remindCounter(*branch, 3, branch.clock()));
        branch.wait(2);
        QCOMPARE(reminders(), u"1 not yet, 3 2 s ago"_s); // the latest
    }
};

QTEST_APPLESS_MAIN(TodayTest)
#include "todaytest.moc"
