// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/reports.h"

#include "core/reasons.h"
#include "operations/dailyreport.h"
#include "operations/intakes.h"
#include "storage/ticketrepository.h"
#include "support/testbranch.h"
#include "support/untidyday.h"

using namespace motcua;
using namespace motcua::test;
using namespace Qt::StringLiterals;

namespace {

size_t placeOf(const ReportTable &table, const char *id)
{
    for (size_t i = 0; i < table.columns.size(); ++i) {
        if (QLatin1StringView(table.columns[i].id) == QLatin1StringView(id)) {
            return i;
        }
    }
    return table.columns.size();
}

qint64 numberIn(const ReportTable &table, const ReportCells &cells, const char *id)
{
    return cells.at(placeOf(table, id)).number;
}

QString textIn(const ReportTable &table, const ReportCells &cells, const char *id)
{
    return cells.at(placeOf(table, id)).text.vi;
}

/// "serving 300, idle 20": the parts that are not 0, in seconds.
QString partsOf(const ReportTable &table, const ReportCells &cells)
{
    QStringList parts;
    for (size_t i = placeOf(table, "whole"); i < table.columns.size(); ++i) {
        if (cells[i].number != 0) {
            parts.append(QLatin1StringView(table.columns[i].id) + u' '
                         + QString::number(cells[i].number));
        }
    }
    return parts.join(u", "_s);
}

qint64 sumOfParts(const ReportTable &table, const ReportCells &cells)
{
    qint64 sum = 0;
    for (size_t i = placeOf(table, "serving"); i < table.columns.size(); ++i) {
        sum += cells[i].number;
    }
    return sum;
}

QString marksOf(const ReportTable &table)
{
    QStringList marks;
    for (const DayMark &mark : table.marks) {
        marks.append(
            u"%1 %2 %3"_s.arg(mark.day.toString(Qt::ISODate), word(mark.kind)).arg(mark.count));
    }
    return marks.join(u", "_s);
}

Result<ReportTable> report(const TestBranch &branch, ReportKind kind, const QDate &from = {},
                           const QDate &to = {})
{
    return makeReport(*branch, {.kind = kind, .from = from, .to = to, .clock = branch.clock()});
}

} // namespace

class ReportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countersTimeIsToldByItsParts_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("parts");

        QTest::newRow("a service")
            << u"in 1 CB01|issue H|wait 10|beat 1|call 1|wait 5|start 1|wait 40|finish 1|wait 7|out 1"_s
            << u"whole 62, serving 40, calling 5, idle 17"_s;
        QTest::newRow("nobody pressed start")
            << u"in 1 CB01|issue H|call 1|wait 5|recall 1|wait 40|finish 1|out 1"_s
            << u"whole 45, serving 40, calling 5"_s;
        QTest::newRow("no-show") << u"in 1 CB01|issue H|call 1|wait 30|no-show 1|wait 1|out 1"_s
                                 << u"whole 31, calling 30, idle 1"_s;
        QTest::newRow("on hold is not serving")
            << u"in 1 CB01|issue H|call 1|start 1|wait 20|hold 1|wait 50|resume 1|wait 3|finish 1|out 1"_s
            << u"whole 73, serving 23, idle 50"_s;
        QTest::newRow("breaks by reason")
            << u"in 1 CB01|break 1 rest|wait 9|back 1|wait 1|break 1 meeting|wait 20|out 1"_s
            << u"whole 30, idle 1, break_rest 9, break_meeting 20"_s;
        QTest::newRow("signed out between two shifts")
            << u"in 1 CB01|wait 10|out 1|wait 30|in 1 CB02|wait 5|out 1"_s
            << u"whole 45, idle 15, signed_out 30"_s;
        QTest::newRow("an undone finish goes on")
            << u"in 1 CB01|issue H|call 1|start 1|wait 20|finish 1|wait 4|undo 1|wait 6|finish 1|out 1"_s
            << u"whole 30, serving 30"_s;
        QTest::newRow("an undone start is a call")
            << u"in 1 CB01|issue H|call 1|wait 20|start 1|wait 4|undo 1|wait 6|no-show 1|out 1"_s
            << u"whole 30, calling 30"_s;
        QTest::newRow("a crash gap is neither serving nor idle")
            << u"in 1 CB01|issue H|call 1|start 1|wait 20|beat 1|wait 100|take 1 CB02|wait 30|finish 1|out 1"_s
            << u"whole 150, serving 50, silent 100"_s;
        QTest::newRow("a counter left alone until the close")
            << u"in 1 CB01|wait 20|beat 1|wait 500|close"_s << u"whole 520, idle 20, silent 500"_s;
        QTest::newRow("what is under way lasts until now")
            << u"in 1 CB01|issue H|call 1|start 1|wait 20"_s << u"whole 20, serving 20"_s;
    }

    void countersTimeIsToldByItsParts()
    {
        QFETCH(QString, script);
        QFETCH(QString, parts);
        TestBranch branch;
        branch.play(u"open|"_s + script);
        const auto table = report(branch, ReportKind::Counters);
        VERIFY_RESULT(table);
        QCOMPARE(table->rows.size(), size_t{1});
        QCOMPARE(partsOf(*table, table->rows.front().cells), parts);
        QCOMPARE(branch.faults(), QString());
    }

    void crashGapIsNoService()
    {
        TestBranch branch;
        branch.play(u"open|in 1 CB01|issue H|call 1|start 1|wait 20|beat 1|wait 100|take 1 CB02|"
                    "wait 30|finish 1"_s);
        const auto day = reportDay(*branch);
        VERIFY_RESULT(day);
        QCOMPARE(day->total.serviceAverage, 50);
    }

    void everyReasonOfABreakHasItsColumn()
    {
        TestBranch branch;
        branch.play(u"open"_s);
        const auto table = report(branch, ReportKind::Counters);
        VERIFY_RESULT(table);
        const QStringList reasons = breakReasons();
        for (const QString &reason : reasons) {
            QVERIFY2(placeOf(*table, ("break_" + reason.toLatin1()).constData())
                         < table->columns.size(),
                     qPrintable(reason));
        }
    }

    void untidyDaysAddUp_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 6; ++seed) {
            QTest::addRow("day %u", seed) << seed;
        }
    }

    /// Whatever happens: parts of a counter's time, ends of tickets, the close, and the services of
    /// the legs beside the counters' own.
    void untidyDaysAddUp()
    {
        QFETCH(unsigned, seed);
        TestBranch branch;
        branch.play(untidyDay(seed));
        branch.play(u"~finish 1|~finish 3|wait 5|close"_s);
        QCOMPARE(branch.faults(), QString());
        const auto counters = report(branch, ReportKind::Counters);
        VERIFY_RESULT(counters);
        qint64 serving = 0;
        for (const ReportRow &row : counters->rows) {
            QCOMPARE(sumOfParts(*counters, row.cells), numberIn(*counters, row.cells, "whole"));
            serving += numberIn(*counters, row.cells, "serving");
        }
        QCOMPARE(sumOfParts(*counters, counters->total),
                 numberIn(*counters, counters->total, "whole"));
        const QString services = branch.value(u"SELECT sum(service_ms) / 1000 FROM leg"_s);
        QCOMPARE(QString::number(serving), services);

        const auto period = report(branch, ReportKind::Period);
        VERIFY_RESULT(period);
        qint64 issued = 0;
        for (const ReportRow &row : period->rows) {
            const auto of = [&](const char *id) { return numberIn(*period, row.cells, id); };
            QCOMPARE(of("issued"), of("served") + of("no_show") + of("cancelled") + of("expired"));
            QCOMPARE(of("not_done"), 0);
            issued += row.isSubtotal ? of("issued") : 0;
        }
        QCOMPARE(issued, numberIn(*period, period->total, "issued"));
        QCOMPARE(QString::number(issued), branch.value(u"SELECT count(*) FROM ticket"_s));

        // A picture shows what its table says.
        const auto daily = report(branch, ReportKind::Daily);
        VERIFY_RESULT(daily);
        qint64 inHours = 0;
        for (const HourCounts &hour : daily->hours) {
            inHours += hour.issued;
            QCOMPARE(hour.when, HourCounts::When::Past);
        }
        QCOMPARE(inHours, issued);
        QCOMPARE(period->month.size(), size_t(Monday.daysInMonth()));
        for (const MonthDay &day : period->month) {
            QCOMPARE(day.wasOpened, day.date == Monday);
            QCOMPARE(day.issued, day.wasOpened ? issued : 0);
        }
    }

    void periodSumsItsDays()
    {
        TestBranch branch;
        branch.play(
            u"open|in 1 CB01|issue H|issue H|wait 60|call 1|start 1|wait 30|finish 1|close|"
            "wait 86400|open|in 1 CB01|issue H|issue C|wait 120|call 1|wait 10|no-show 1|close"_s);
        const auto table = report(branch, ReportKind::Period, Monday, Monday.addDays(6));
        VERIFY_RESULT(table);
        QCOMPARE(table->rows.size(), size_t{4}); // two groups, each with what nobody chose
        const auto total = [&](const char *id) { return numberIn(*table, table->total, id); };
        QCOMPARE(total("issued"), 4);
        QCOMPARE(total("served"), 1);
        QCOMPARE(total("no_show"), 1);
        QCOMPARE(total("expired"), 2);
        QCOMPARE(total("wait_median_s"), 60);
        QCOMPARE(total("wait_p90_s"), 120);
        QCOMPARE(total("wait_longest_s"), 120);
        QCOMPARE(marksOf(*table), QString());
        const auto first = report(branch, ReportKind::Period, Monday);
        VERIFY_RESULT(first);
        QCOMPARE(numberIn(*first, first->total, "issued"), 2);
    }

    void waitsOverTheTargetAreListed_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("rows");
        QTest::newRow("exactly the target") << u"issue H|wait 2700|call 1"_s << QString();
        QTest::newRow("a second more") << u"issue H|wait 2701|call 1"_s << u"H001 2701 called"_s;
        QTest::newRow("still waits") << u"issue H|wait 3000"_s << u"H001 3000 waiting"_s;
        QTest::newRow("never called") << u"issue H|wait 3000|close"_s << u"H001 3000 expired"_s;
        QTest::newRow("given back") << u"issue H|wait 3000|cancel H001"_s << QString();
        QTest::newRow("the first call ended it")
            << u"issue H|call 1|no-show 1|wait 60|reinstate H001|wait 3000|call 1"_s << QString();
    }

    void waitsOverTheTargetAreListed()
    {
        QFETCH(QString, script);
        QFETCH(QString, rows);
        TestBranch branch;
        branch.play(u"open|in 1 CB01|"_s + script);
        const auto table = report(branch, ReportKind::LongWaits);
        VERIFY_RESULT(table);
        QStringList told;
        for (const ReportRow &row : table->rows) {
            told.append(u"%1 %2 %3"_s.arg(textIn(*table, row.cells, "ticket"))
                            .arg(numberIn(*table, row.cells, "waited"))
                            .arg(textIn(*table, row.cells, "ended")));
        }
        QCOMPARE(told.join(u", "_s), rows);
    }

    void dayIsMarked_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("marks");
        QTest::newRow("open") << u"open|issue H"_s << u"2026-03-02 open 0"_s;
        QTest::newRow("closed") << u"open|issue H|close"_s << QString();
        QTest::newRow("opened again")
            << u"open|issue H|close|open|close"_s << u"2026-03-02 reopened 1"_s;
        QTest::newRow("twice, and open") << u"open|issue H|close|open|close|open"_s
                                         << u"2026-03-02 open 0, 2026-03-02 reopened 2"_s;
    }

    void dayIsMarked()
    {
        QFETCH(QString, script);
        QFETCH(QString, marks);
        TestBranch branch;
        branch.play(script);
        for (const ReportKind kind : {ReportKind::Daily, ReportKind::Period, ReportKind::Counters,
                                      ReportKind::LongWaits, ReportKind::Register}) {
            const auto table = report(branch, kind);
            VERIFY_RESULT(table);
            QCOMPARE(marksOf(*table), marks);
        }
    }

    void closedDayCannotBeChangedUnseen()
    {
        TestBranch branch;
        branch.play(u"open|in 1 CB01|issue H|issue H|call 1|start 1|finish 1|close"_s);
        Statement change(*branch, u"UPDATE leg SET state = 'completed' WHERE state = 'expired'"_s);
        VERIFY_RESULT(change.execute());
        const auto table = report(branch, ReportKind::Daily);
        VERIFY_RESULT(table);
        QCOMPARE(marksOf(*table), u"2026-03-02 differs 0"_s);
        QVERIFY(!branch.faults().isEmpty());
    }

    void sealIsTheChainAtTheClose()
    {
        TestBranch branch;
        branch.play(u"open|issue H"_s);
        QCOMPARE(report(branch, ReportKind::Daily)->seal, QString());
        branch.play(u"close"_s);
        const QString head = branch.value(u"SELECT head_hash FROM branch"_s);
        QCOMPARE(report(branch, ReportKind::Daily)->seal, head.right(12));
        branch.play(u"open 2026-03-03|issue H"_s); // the chain goes on, the day's seal stays
        QCOMPARE(report(branch, ReportKind::Daily, Monday)->seal, head.right(12));
    }

    void wrongPeriodsAreRefused()
    {
        TestBranch branch;
        QCOMPARE(outcome(report(branch, ReportKind::Period)), u"day_not_open"_s);
        branch.play(u"open|close"_s);
        QCOMPARE(codeOf(report(branch, ReportKind::Period, Monday, Monday.addDays(-1))),
                 u"invalid_input"_s);
        QCOMPARE(codeOf(report(branch, ReportKind::Daily, Monday, Monday.addDays(1))),
                 u"invalid_input"_s);
    }

    void aLongReportTellsHowFarItIsAndCanBeStopped()
    {
        TestBranch branch;
        branch.play(u"open|close|wait 86400|open|close|wait 86400|open|close"_s);
        std::vector<std::pair<int, int>> told;
        const ReportRequest request{.kind = ReportKind::Period,
                                    .from = Monday,
                                    .to = Monday.addDays(9),
                                    .clock = branch.clock()};
        const auto whole = makeReport(*branch, request, [&told](int done, int total) {
            told.emplace_back(done, total);
            return true;
        });
        VERIFY_RESULT(whole);
        QCOMPARE(told, (std::vector<std::pair<int, int>>{{0, 3}, {1, 3}, {2, 3}, {3, 3}}));
        const auto stopped = makeReport(*branch, request, [](int done, int) { return done < 2; });
        QCOMPARE(codeOf(stopped), u"interrupted"_s);
    }

    void dossiersAreReportedByWhereTheyStood();
};

/// Eight dossiers made alike, then moved by hand to where they are to stand.
void ReportsTest::dossiersAreReportedByWhereTheyStood()
{
    TestBranch branch;
    branch.play(u"open|in 1 CB01|issue H|call 1|start 1"_s);
    const auto vault = vaultOf(*branch);
    VERIFY_RESULT(vault);
    const Intake intake{
        .applicant = {.name = u"Nguyễn Thị Mai"_s,
                      .idNumber = u"099191004217"_s,
                      .birthDate = QDate(1991, 5, 12),
                      .sex = Sex::Female,
                      .phone = u"0912345678"_s,
                      .address = u"Số 12 Hàng Bún"_s,
                      .unit = u"00004"_s},
        .procedure = u"1.001193"_s,
        .documents = {{.name = u"Tờ khai"_s, .originals = 1, .state = DocumentState::Received}},
        .due = LocalTime{QDate(2026, 3, 9), QTime(10, 0)},
        .dueReason = u"Theo phiếu hẹn"_s};
    constexpr int Count = 8;
    for (int i = 0; i < Count; ++i) {
        VERIFY_RESULT(
            recordIntake(*branch, branch.next(), *vault, {.counter = 1, .intake = intake}));
    }
    const auto change = [&branch](int number, const QString &changes) {
        Statement update(*branch, u"UPDATE dossier SET "_s + changes
                                      + u" WHERE register_number = %1"_s.arg(number));
        const auto done = update.execute();
        return done && *done == 1;
    };
    const auto ms = [](int month, int day, int hour) {
        return QDateTime(QDate(2026, month, day), QTime(hour, 0), QTimeZone("Asia/Ho_Chi_Minh"))
            .toMSecsSinceEpoch();
    };
    const auto handedOver = [&](int day, int hour) {
        return u"state = 'returned', handed_over_at = %1"_s.arg(ms(3, day, hour));
    };
    QVERIFY(change(1, handedOver(6, 9)));        // early
    QVERIFY(change(2, handedOver(9, 16)));       // on its day, after its hour
    QVERIFY(change(3, handedOver(10, 8)));       // late
    QVERIFY(change(4, u"channel = 'online'"_s)); // overdue from the 9th
    QVERIFY(change(5, u"due = '2026-04-20T10:00', channel = 'post'"_s));      // in time
    QVERIFY(change(6, u"received = '2026-02-20T08:00', book = '02/2026'"_s)); // carried, overdue
    QVERIFY(change(7, u"received = '2026-02-20T08:00', book = '02/2026', "_s
                          + handedOver(3, 9))); // carried, early
    QVERIFY(change(8, handedOver(10, 8)));      // late

    branch.wait(qint64{60} * 86'400);
    const auto form = report(branch, ReportKind::Form06a, Monday, QDate(2026, 3, 31));
    VERIFY_RESULT(form);
    QCOMPARE(wrongSumOf(*form), QString());
    QStringList figures;
    for (size_t i = 1; i < form->columns.size(); ++i) {
        figures.append(QLatin1StringView(form->columns[i].id) + u' '
                       + QString::number(form->total[i].number));
    }
    QCOMPARE(figures.join(u", "_s),
             u"received 8, online 1, direct 5, carried 2, solved 5, early 2, on_time 1, late 2, "
             "in_progress 3, in_time 1, overdue 2"_s);
    QCOMPARE(form->rows.size(), size_t{1});
    QCOMPARE(textIn(*form, form->rows.front().cells, "field"), u"Hộ tịch"_s);

    // The same period seen at its eighth day: nothing is late yet.
    const auto early = report(branch, ReportKind::Form06a, Monday, QDate(2026, 3, 8));
    VERIFY_RESULT(early);
    QCOMPARE(numberIn(*early, early->total, "solved"), 2);
    QCOMPARE(numberIn(*early, early->total, "overdue"), 0);
    QCOMPARE(numberIn(*early, early->total, "in_time"), 6);

    const auto late = report(branch, ReportKind::Overdue, Monday, QDate(2026, 3, 31));
    VERIFY_RESULT(late);
    QStringList told;
    for (const ReportRow &row : late->rows) {
        told.append(u"%1 %2"_s.arg(numberIn(*late, row.cells, "register_number"))
                        .arg(textIn(*late, row.cells, "timeliness")));
    }
    told.sort();
    QCOMPARE(told.join(u", "_s), u"3 late, 4 overdue, 6 overdue, 8 late"_s);

    const auto book = report(branch, ReportKind::Register, Monday, QDate(2026, 3, 31));
    VERIFY_RESULT(book);
    QCOMPARE(book->rows.size(), size_t{6});
    QCOMPARE(numberIn(*book, book->rows.back().cells, "register_number"), 8);
    QCOMPARE(textIn(*book, book->rows[3].cells, "channel"), u"online"_s);
    // Nobody's name is in a report.
    for (const ReportRow &row : book->rows) {
        for (const ReportCell &cell : row.cells) {
            QVERIFY(!cell.text.vi.contains(u"Mai"_s));
        }
    }
}

QTEST_GUILESS_MAIN(ReportsTest)

#include "reportstest.moc"
