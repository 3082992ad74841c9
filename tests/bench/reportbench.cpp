// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// motcua_reportbench [FOLDER [PAST [sqlite|postgresql]]]: how long the branch head waits for today, a month and ten years,
// until the figures are in the window, in a branch of PAST tickets, ten million unless given: first in
// a file in FOLDER, then on a scratch server in TMPDIR. Beside each stands one bare query of the same
// days over a covering index, in the same run; and how long from the start of `motcua open manager`
// until its figures are painted on a screen of its own (Xvfb). JSON lines; fails when a bound is missed.

#include "bench/figure.h"
#include "bench/measure.h"
#include "bench/pastdays.h"
#include "bench/serverdays.h"
#include "bench/traced.h"
#include "commands/invocation.h"
#include "manager/managerwindow.h"
#include "manager/monthpage.h"
#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/issueticket.h"
#include "operations/months.h"
#include "operations/reports.h"
#include "operations/rollups.h"
#include "operations/today.h"
#include "shared/theme.h"
#include "support/testserver.h"

#include <QApplication>
#include <QDir>

#include <functional>

using namespace Qt::StringLiterals;
using namespace motcua;

using bench::median;
using bench::milliseconds;
using bench::must;
using bench::print;
using bench::rounded;

namespace {

constexpr int Today = 700; ///< tickets of the day that is open

CommandContext newCommand()
{
    return {QUuid::createUuid(), QDateTime::currentDateTimeUtc()};
}

/// A branch at @p place that has an open day, once @p addPast has put in its past.
void makeBranch(const QString &place, const QDate &today, const std::function<void()> &addPast)
{
    Catalogue catalogue = sampleCatalogue();
    for (Group &group : catalogue.groups) {
        group.lastNumber = 9'999;
    }
    must(createBranch(place, catalogue, newCommand()));
    addPast();
    const auto database = must(openBranch(place));
    int kept = 0;
    const double time = milliseconds([&] {
        while (must(keepEarlierRollup(*database))) {
            ++kept;
        }
    });
    print({{u"rolled_up_days"_s, kept}, {u"ms_a_day"_s, rounded(time / std::max(1, kept))}});
    must(openDay(*database, newCommand(), today));
    for (int i = 0; i < Today; ++i) {
        must(issueTicket(*database, newCommand(), {.group = i % 2 == 0 ? u"H"_s : u"C"_s}));
    }
}

/// The median of some runs of @p work, after one that does not count.
double timeOf(const std::function<void()> &work)
{
    constexpr int Runs = 15;
    work();
    std::vector<double> times;
    times.reserve(Runs);
    for (int i = 0; i < Runs; ++i) {
        times.push_back(milliseconds([&work] { work(); }));
    }
    return median(times);
}

/// From the start of the program to the painting of its first figures. False when that lasts too long.
bool measureStart(const QString &engine, const QString &place)
{
    constexpr int Runs = 7;
    constexpr double StartMs = 1000;
    const VirtualScreen screen(QSize(1366, 768));
    QProcessEnvironment branch;
    branch.insert(u"MOTCUA_DATABASE"_s, Database::isOnServer(place) ? place : u"sqlite:"_s + place);
    std::vector<double> times;
    for (int i = 0; i < Runs; ++i) {
        bench::Traced manager(screen, branch, {u"manager"_s});
        const std::optional<qint64> painted = manager.waitFor(u"manager painted"_s, 0);
        if (!painted) {
            bench::giveUp("the manager showed nothing");
        }
        times.push_back(static_cast<double>(*painted - manager.startedAt()) / 1e3);
    }
    const double longest = *std::ranges::max_element(times);
    print({{u"engine"_s, engine},
           {u"what"_s, u"start → manager painted"_s},
           {u"p50_ms"_s, rounded(median(times))},
           {u"longest_ms"_s, rounded(longest)},
           {u"bound_ms"_s, StartMs},
           {u"kept"_s, longest <= StartMs}});
    return longest <= StartMs;
}

/// False when a bound is missed.
bool measure(const QString &engine, const QString &place, const QDate &today)
{
    const auto database = must(openBranch(place));
    const QDateTime clock = QDateTime::currentDateTimeUtc();
    ManagerWindow window({.language = Language::Vietnamese});
    window.resize(1366, 768);
    window.show();
    MonthPage &page = window.month();
    const QDate month = today.addMonths(-2);
    bool isGood = true;
    const auto bare = [&](const QDate &from, const QDate &to) {
        Statement select(*database, uR"(
            SELECT business_date, count(*) FROM ticket
            WHERE business_date >= :from AND business_date <= :to GROUP BY business_date)"_s);
        select.bind(u":from"_s, from).bind(u":to"_s, to);
        must(select.forEach([](const Row &row) { (void)row.integer(1); }));
    };
    const auto tell = [&](const QString &what, double bound, const QDate &from, const QDate &to,
                          const std::function<void()> &work) {
        const double time = timeOf(work);
        const double raw = timeOf([&] { bare(from, to); });
        const bool isKept = bound == 0 || time <= bound;
        isGood = isGood && isKept;
        print({{u"engine"_s, engine},
               {u"what"_s, what},
               {u"p50_ms"_s, rounded(time)},
               {u"bare_ms"_s, rounded(raw)},
               {u"ratio"_s, rounded(time / raw)},
               {u"bound_ms"_s, bound},
               {u"kept"_s, isKept}});
    };
    const QDate first(month.year(), month.month(), 1);
    const QDate last = first.addMonths(1).addDays(-1);
    const auto showMonth = [&](const Selection &selection) {
        return [&, selection] {
            const BranchMonth read = must(readMonth(*database, month, clock, selection));
            page.present(read);
            QCoreApplication::processEvents();
        };
    };
    constexpr double TodayMs = 20;
    constexpr double MonthMs = 40;
    constexpr double YearsMs = 100;
    constexpr int Years = 10;
    tell(u"today"_s, TodayMs, today, today, [&] {
        window.setToday(must(readToday(*database, clock, {})));
        QCoreApplication::processEvents();
    });
    page.showYears(); // what is asked for now is given below
    tell(u"ten years"_s, YearsMs, QDate(today.year() - Years + 1, 1, 1), today, [&] {
        page.presentYears(must(readYears(*database, today, Years, clock)));
        QCoreApplication::processEvents();
    });
    page.showYears();
    tell(u"month"_s, MonthMs, first, last, showMonth({}));
    tell(u"month of a group"_s, MonthMs, first, last, showMonth({.group = u"H"_s}));
    tell(u"month of a counter"_s, MonthMs, first, last, showMonth({.counter = 1}));
    tell(u"report of a month"_s, 0, first, last, [&] {
        must(makeReport(*database,
                        {.kind = ReportKind::Period, .from = first, .to = last, .clock = clock}));
    });
    tell(u"tickets of an hour of the month's Mondays"_s, 0, first, last, [&] {
        must(makeReport(*database, {.kind = ReportKind::Tickets,
                                    .from = first,
                                    .to = last,
                                    .clock = clock,
                                    .selection = {.hour = 8, .weekday = 1}}));
    });
    return measureStart(engine, place) && isGood;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    loadFonts();
    const QStringList arguments = QCoreApplication::arguments();
    const QTemporaryDir temporary(QDir(arguments.value(1, QDir::currentPath())).absolutePath()
                                  + "/motcua-bench-XXXXXX"_L1);
    if (!temporary.isValid()) {
        bench::giveUp("the folder cannot be written");
    }
    const int past = arguments.value(2, u"10000000"_s).toInt();
    const QDate today = QDate::currentDate();
    const QString engine = arguments.value(3);
    bool isGood = true;
    if (engine != u"postgresql"_s) {
        const QString file = temporary.filePath(u"branch.db"_s);
        makeBranch(file, today, [&] { bench::addPastDays(file.toStdString(), past, today); });
        isGood = measure(u"sqlite"_s, file, today);
        QFile::remove(file);
    }
    if (engine != u"sqlite"_s) {
        const bench::ScratchServer server;
        const QString name = test::newServerDatabase();
        const QString place =
            test::serverUrl(name) + u"&key="_s + temporary.filePath(u"branch.key"_s);
        makeBranch(place, today, [&] { bench::addServerDays(name, past, today); });
        test::runOnServer(name, u"VACUUM ANALYZE"_s); // as the server does by itself in time
        isGood = measure(u"postgresql"_s, place, today) && isGood;
    }
    return isGood ? 0 : 1;
}
