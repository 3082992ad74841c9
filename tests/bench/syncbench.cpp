// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// motcua_syncbench SERVER-FOLDER [--proxy PORT] [--branches N --parallel P]: how fast days of a branch
// arrive at a centre on the scratch server of SERVER-FOLDER, beside a bare COPY into a staging table
// with one upsert of the same rows; --proxy leads both through a port, e.g. of a proxy that delays.
// --branches plays that many branches of 300 intakes each. Prints JSON lines; nothing is kept.

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

/// Branches of 300 intakes each, as many at a time as asked for.
void city(const QString &folder, const QString &path, int branches, int parallel)
{
    {
        auto database = demand(openBranch(path));
        SyncDays(*database).add(0, 350, 300);
    }
    const TestCentre centre = wholeYear();
    std::vector<std::pair<QString, QString>> all; // place and URL
    for (int i = 0; i < branches; ++i) {
        const QString copy = folder + u"/b%1.db"_s.arg(i);
        QFile::copy(path, copy);
        const QString code = u"D%1"_s.arg(i);
        auto database = demand(Database::open(copy));
        demand(database->run(
            u"UPDATE branch SET code = '%1', id = '%2'"_s.arg(code, SyncDays::idOf(8, i))));
        all.emplace_back(copy, centre.enrol(code));
    }
    std::atomic<int> next = 0;
    std::atomic<qint64> rows = 0;
    QElapsedTimer time;
    time.start();
    std::vector<std::thread> workers;
    workers.reserve(static_cast<size_t>(parallel));
    for (int worker = 0; worker < parallel; ++worker) {
        workers.emplace_back([&] {
            for (int i = next++; i < branches; i = next++) {
                const auto &[copy, url] = all[static_cast<size_t>(i)];
                auto database = demand(Database::open(copy));
                rows += demand(syncBranch(*database, url, 1)).rowsSent;
            }
        });
    }
    for (std::thread &worker : workers) {
        worker.join();
    }
    const double seconds = static_cast<double>(time.elapsed()) / 1e3;
    constexpr double City = 3500;
    bench::print(
        {{u"figure"_s, u"a city"_s},
         {u"branches"_s, branches},
         {u"parallel"_s, parallel},
         {u"rows"_s, rows.load()},
         {u"seconds"_s, bench::rounded(seconds)},
         {u"branches_per_s"_s, bench::rounded(branches / seconds)},
         {u"minutes_for_3500"_s, bench::rounded(City / branches * seconds / 60)},
         {u"database_mb"_s,
          centre.run(u"SELECT pg_database_size(current_database()) / 1000000"_s).toInt()}});
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
        city(folder.path(), path, branches, std::max(parser.value(u"parallel"_s).toInt(), 1));
        return 0;
    }
    const QString other = folder.filePath(u"other.db"_s);
    QFile::copy(path, other);
    beside(path, parser.value(u"proxy"_s).toInt());
    flat(other, parser.value(u"proxy"_s).toInt());
    return 0;
}
