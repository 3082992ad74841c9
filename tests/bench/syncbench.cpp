// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// motcua_syncbench SERVER-FOLDER [--proxy PORT] [--branches N --parallel P,P…]: how fast days of a branch
// arrive at a centre on the scratch server of SERVER-FOLDER, beside a bare COPY into a staging table
// with one upsert of the same rows; --proxy leads both through a port, e.g. of a proxy that delays.
// --branches plays that many branches of 300 intakes each, P sessions at a time. Prints JSON lines;
// nothing is kept.

#include "bench/figure.h"
#include "operations/branchdatabase.h"
#include "support/catalogues.h"
#include "support/syncdays.h"
#include "support/testcentre.h"
#include "sync/branchsync.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;

namespace {

QString through(const QString &url, int proxy)
{
    QString changed = url;
    return proxy == 0 ? url
                      : changed.replace(QRegularExpression(u":\\d+/"_s), u":%1/"_s.arg(proxy));
}

/// All that would go up after the event @p since, in batches.
std::vector<std::pair<QByteArray, int>> linesOf(Database &database, qint64 since, int batchRows)
{
    std::vector<std::pair<QByteArray, int>> batches(1);
    int place = 0;
    for (const SyncedTable &table : syncedTables()) {
        Statement select(
            database, u"SELECT %1 FROM %2 WHERE %3 > :since"_s.arg(
                          lineOf(table, ++place, LineFor::Stage), table.name, table.seqColumn()));
        demand(select.bind(u":since"_s, since).forEach([&](const Row &row) {
            if (batches.back().second == batchRows) {
                batches.emplace_back();
            }
            batches.back().first += row.text(0).toUtf8() + '\n';
            ++batches.back().second;
        }));
    }
    return batches;
}

/// Milliseconds of a bare COPY with one upsert of the same rows, 5,000 a transaction.
double rawTime(const QString &url, const std::vector<std::pair<QByteArray, int>> &batches)
{
    QStringList columns;
    QStringList updates;
    for (int i = 1; i <= stageColumns(); ++i) {
        columns.append(u"c%1 text"_s.arg(i));
        updates.append(u"c%1 = excluded.c%1"_s.arg(i));
    }
    demand(demand(CentreLink::open(url))
               .run(u"CREATE TABLE raw (kind smallint, %1, UNIQUE NULLS NOT DISTINCT"
                    " (kind, c1, c2))"_s.arg(columns.join(u", "_s))));
    QElapsedTimer time;
    time.start();
    auto link = demand(CentreLink::open(url));
    demand(link.run(u"CREATE TEMPORARY TABLE bare (kind smallint, %1) ON COMMIT DELETE ROWS"_s.arg(
        columns.join(u", "_s))));
    for (const auto &[lines, rows] : batches) {
        demand(link.run(u"BEGIN"_s));
        demand(link.send(u"COPY bare FROM STDIN (NULL '')"_s, lines));
        demand(link.answer());
        demand(link.run(
            u"INSERT INTO raw SELECT * FROM bare ON CONFLICT (kind, c1, c2) DO UPDATE SET "_s
            + updates.join(u", "_s) + u" WHERE raw IS DISTINCT FROM excluded"_s));
        demand(link.run(u"COMMIT"_s));
    }
    return static_cast<double>(time.nsecsElapsed()) / 1e6;
}

TestCentre wholeYear()
{
    TestCentre centre;
    centre.run(u"SELECT make_months('2026-01-01', '2026-12-31')"_s);
    return centre;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Timed
{
    double ms = 0;
    SyncReport report;
};

Timed timedSync(Database &database, const QString &url)
{
    QElapsedTimer time;
    time.start();
    SyncReport report = demand(syncBranch(database, url, 1));
    return {static_cast<double>(time.nsecsElapsed()) / 1e6, report};
}

void forget(Database &database)
{
    for (const QString &table : {u"centre"_s, u"day_proof"_s}) {
        demand(database.run(u"DELETE FROM "_s + table));
    }
}

void beside(const QString &path, int proxy)
{
    constexpr int Count = 6;
    constexpr int Tickets = 700;
    constexpr int Intakes = 600;
    // A night before, so that neither is the first that a new database sees.
    SyncDays(*demand(openBranch(path))).add(0, Tickets, Intakes);
    const QString before = path + u".before"_s;
    QFile::copy(path, before);
    auto database = demand(openBranch(path));
    const qint64 since = demand(readBranch(*database)).seq;
    SyncDays days(*database);
    for (int day = 1; day <= Count; ++day) {
        days.add(day, Tickets, Intakes);
    }
    const auto batches = linesOf(*database, since, 5000);
    std::vector<double> ours;
    std::vector<double> raw;
    std::vector<double> ratios;
    Timed last;
    constexpr int Pairs = 5;
    for (int pair = 0; pair < Pairs; ++pair) {
        const TestCentre centre = wholeYear();
        const QString admin = through(centre.url(), proxy);
        const QString url = through(centre.enrol(u"CN7"_s), proxy);
        {
            auto first = demand(openBranch(before));
            forget(*first);
            demand(syncBranch(*first, url, 1));
        }
        forget(*database);
        demand(database->run(u"INSERT INTO centre (place, epoch, cursor_seq, proven_seq)"
                             " VALUES (1, 1, %1, %1)"_s.arg(since)));
        raw.push_back(rawTime(admin, batches));
        last = timedSync(*database, url);
        ours.push_back(last.ms);
        ratios.push_back(raw.back() / ours.back());
        const SyncReport again =
            demand(syncBranch(*database, url, 1, {.day = SyncDays::First.addDays(1)}));
        if (again.rowsWritten != 0) {
            qFatal("an unchanged resend wrote %lld rows", again.rowsWritten);
        }
    }
    const auto rows = static_cast<double>(last.report.rowsSent);
    bench::print({{u"figure"_s, u"beside COPY and upsert"_s},
                  {u"rows"_s, last.report.rowsSent},
                  {u"bytes"_s, last.report.bytes},
                  {u"ours_rows_s"_s, bench::rounded(rows / median(ours) * 1e3)},
                  {u"raw_rows_s"_s, bench::rounded(rows / median(raw) * 1e3)},
                  {u"ratio"_s, bench::rounded(median(ratios))},
                  {u"days_proven"_s, static_cast<qint64>(last.report.proven.size())},
                  {u"trips_per_5000"_s,
                   bench::rounded(static_cast<double>(last.report.roundTrips) / rows * 5000)}});
}

/// A day of 700 tickets and 600 intakes, after more and more days before it.
void flat(const QString &path, int proxy)
{
    auto database = demand(openBranch(path));
    SyncDays days(*database);
    const TestCentre centre = wholeYear();
    const QString url = through(centre.enrol(u"CN7"_s), proxy);
    int day = 0;
    for (const int history : {1, 25, 100, 200}) {
        for (; day < history; ++day) {
            days.add(day, 700, 600);
        }
        demand(syncBranch(*database, url, 1));
        std::vector<double> times;
        qint64 rows = 0;
        for (int i = 0; i < 3; ++i) {
            days.add(day++, 700, 600);
            const Timed one = timedSync(*database, url);
            times.push_back(one.ms);
            rows = one.report.rowsSent;
        }
        bench::print({{u"figure"_s, u"one branch-day"_s},
                      {u"days_before"_s, history},
                      {u"rows"_s, rows},
                      {u"ms"_s, bench::rounded(median(times))}});
    }
}

/// What the server's processes of one database hold for themselves, as the kernel counts it.
struct Backends
{
    int count = 0;
    qint64 privateKb = 0;
};

Backends backendsOf(CentreLink &link)
{
    Backends backends;
    const auto rows = demand(link.ask(u"SELECT pid FROM pg_stat_activity WHERE datname ="
                                      " current_database() AND pid <> pg_backend_pid()"_s));
    for (const auto &row : rows) {
        QFile rollup(u"/proc/%1/smaps_rollup"_s.arg(row.front()));
        if (!rollup.open(QIODevice::ReadOnly)) {
            continue; // it has ended
        }
        const auto lines = rollup.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("Private_")) {
                backends.privateKb += line.simplified().split(' ').value(1).toLongLong();
            }
        }
        ++backends.count;
    }
    return backends;
}

struct Enrolled
{
    QString path;
    QString code;
};

/// One night of a city: each branch has a day of 300 intakes, and as many at a time as asked for sync
/// with logins of their own.
void cityNight(const std::vector<Enrolled> &branches, int parallel)
{
    const TestCentre centre = wholeYear();
    std::vector<QString> urls;
    urls.reserve(branches.size());
    for (const Enrolled &branch : branches) {
        urls.push_back(centre.enrol(branch.code));
    }
    const auto size = [&centre] {
        return centre.run(u"SELECT pg_database_size(current_database())"_s).toLongLong();
    };
    const qint64 sizeBefore = size();
    std::atomic<size_t> next = 0;
    std::atomic<qint64> rows = 0;
    std::atomic<int> over = 0;
    std::mutex guard;
    std::vector<double> times;
    QMap<QString, int> troubles;
    QElapsedTimer time;
    time.start();
    std::vector<std::thread> workers;
    workers.reserve(static_cast<size_t>(parallel));
    for (int worker = 0; worker < parallel; ++worker) {
        workers.emplace_back([&] {
            for (size_t i = next++; i < branches.size(); i = next++) {
                auto database = demand(Database::open(branches[i].path));
                QElapsedTimer one;
                one.start();
                const auto report = syncBranch(*database, urls[i], 1);
                const std::scoped_lock lock(guard);
                if (report) {
                    rows += report->rowsSent;
                    times.push_back(static_cast<double>(one.nsecsElapsed()) / 1e6);
                } else {
                    ++troubles[word(report.error().code)];
                }
            }
            ++over;
        });
    }
    Backends most;
    auto watcher = demand(CentreLink::open(centre.url()));
    while (over < parallel) {
        const Backends now = backendsOf(watcher);
        if (now.privateKb > most.privateKb) {
            most = now;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    for (std::thread &worker : workers) {
        worker.join();
    }
    const double seconds = static_cast<double>(time.elapsed()) / 1e3;
    constexpr double City = 3500;
    const auto count = static_cast<double>(times.size());
    std::ranges::sort(times);
    QJsonObject refused;
    for (auto trouble = troubles.cbegin(); trouble != troubles.cend(); ++trouble) {
        refused.insert(trouble.key(), trouble.value());
    }
    bench::print(
        {{u"figure"_s, u"a city"_s},
         {u"branches"_s, static_cast<qint64>(branches.size())},
         {u"parallel"_s, parallel},
         {u"rows"_s, rows.load()},
         {u"seconds"_s, bench::rounded(seconds)},
         {u"sessions_per_s"_s, bench::rounded(count / seconds)},
         {u"session_ms_median"_s, times.empty() ? 0 : bench::rounded(times[times.size() / 2])},
         {u"session_ms_slowest"_s, times.empty() ? 0 : bench::rounded(times.back())},
         {u"minutes_for_3500"_s, bench::rounded(City / count * seconds / 60)},
         {u"most_backends"_s, most.count},
         {u"private_mb_each"_s,
          bench::rounded(static_cast<double>(most.privateKb) / 1024 / std::max(most.count, 1))},
         {u"mb_per_branch_day"_s,
          bench::rounded(static_cast<double>(size() - sizeBefore) / 1e6 / count)},
         {u"refused"_s, refused}});
}

void city(const QString &folder, const QString &path, int branches, const QStringList &parallel)
{
    SyncDays(*demand(openBranch(path))).add(0, 350, 300);
    std::vector<Enrolled> all;
    for (int i = 0; i < branches; ++i) {
        const Enrolled branch{folder + u"/b%1.db"_s.arg(i), u"D%1"_s.arg(i)};
        QFile::copy(path, branch.path);
        auto database = demand(Database::open(branch.path));
        demand(database->run(
            u"UPDATE branch SET code = '%1', id = '%2'"_s.arg(branch.code, SyncDays::idOf(8, i))));
        all.push_back(branch);
    }
    for (const QString &many : parallel) {
        cityNight(all, std::max(many.toInt(), 1));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    for (const QString &name : {u"proxy"_s, u"branches"_s, u"parallel"_s}) {
        parser.addOption(QCommandLineOption(name, {}, name, u"0"_s));
    }
    parser.process(app);
    qputenv("MOTCUA_TEST_CENTRE", parser.positionalArguments().value(0).toLocal8Bit());
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"branch.db"_s);
    demand(createBranch(path, smallCatalogue(),
                        {QUuid::createUuid(), QDateTime(SyncDays::First, QTime(0, 0), Qt::UTC)}));
    if (const int branches = parser.value(u"branches"_s).toInt(); branches > 0) {
        city(folder.path(), path, branches, parser.value(u"parallel"_s).split(u','));
        return 0;
    }
    const QString other = folder.filePath(u"other.db"_s);
    QFile::copy(path, other);
    beside(path, parser.value(u"proxy"_s).toInt());
    flat(other, parser.value(u"proxy"_s).toInt());
    return 0;
}
