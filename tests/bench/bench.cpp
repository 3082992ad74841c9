// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// motcua_bench [FOLDER [PAST]]: our issue and call-next against the bare SQLite C API on identical
// files, the daily report in a large database, and how long a command takes to answer. JSON lines, then a
// table. FOLDER must be on the disk that is to be measured and have 10 GB free; it is left
// as it was. PAST is the number of past tickets, a million unless given, at least 3,000.

#include "bench/figure.h"
#include "bench/measure.h"
#include "bench/pastdays.h"
#include "bench/rawbranch.h"
#include "commands/invocation.h"
#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/dailyreport.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"
#include "operations/signin.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <algorithm>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace motcua;

using bench::Figure;
using bench::median;
using bench::milliseconds;
using bench::must;
using bench::print;
using bench::rounded;

namespace {

// Short blocks and many pairs: what disturbs a machine lasts longer than a pair, so it meets both.
constexpr int OperationsOfABlock = 15;
constexpr int Pairs = 25;
constexpr qint64 LongestMs = 80'000; ///< for all pairs of one past
constexpr int CommandRuns = 20;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

CommandContext newCommand()
{
    return {QUuid::createUuid(), QDateTime::currentDateTimeUtc()};
}

/// What one block of one side took, in ms per operation.
struct Block
{
    std::vector<double> issue;
    std::vector<double> call;
};

Block productBlock(Database &database, int operations)
{
    Block block;
    for (int i = 0; i < operations; ++i) {
        block.issue.push_back(
            milliseconds([&] { must(issueTicket(database, newCommand(), {.group = u"H"_s})); }));
        block.call.push_back(milliseconds([&] { must(callNext(database, newCommand(), 1)); }));
        must(actAtCounter(database, newCommand(), {.counter = 1, .action = LegAction::NoShow}));
    }
    return block;
}

Block rawBlock(bench::RawBranch &branch, int operations)
{
    Block block;
    for (int i = 0; i < operations; ++i) {
        block.issue.push_back(milliseconds([&] { branch.issue(now()); }));
        block.call.push_back(milliseconds([&] { branch.callNext(now()); }));
        branch.noShow(now());
    }
    return block;
}

/// Two copies of a branch with @p waiting people, one for each side.
struct Copies
{
    Copies(const QString &folder, const QString &branch, const QDate &today, int past, int waiting)
        : issue{.operation = u"issue"_s, .past = past, .waiting = waiting}
        , call{.operation = u"call-next"_s, .past = past, .waiting = waiting}
        , productPath(u"%1/product-%2.db"_s.arg(folder).arg(waiting))
        , rawPath(u"%1/raw-%2.db"_s.arg(folder).arg(waiting))
    {
        QFile::copy(branch, productPath);
        bench::fillLine(productPath.toStdString(), waiting, today, now());
        QFile::copy(productPath, rawPath);
        product = must(openBranch(productPath));
        raw = std::make_unique<bench::RawBranch>(rawPath.toStdString(),
                                                 today.toString(Qt::ISODate).toStdString());
    }
    ~Copies()
    {
        product.reset();
        raw.reset();
        QFile::remove(productPath);
        QFile::remove(rawPath);
    }
    Copies(const Copies &) = delete;
    Copies &operator=(const Copies &) = delete;

    Figure issue;
    Figure call;
    QString productPath;
    QString rawPath;
    std::unique_ptr<Database> product;
    std::unique_ptr<bench::RawBranch> raw;
};

/// Runs one pair, raw first, and adds it to the figures unless the machine was busy; @p noisy tells
/// of the disk.
template <std::predicate Noisy>
void runPair(Copies &copies, Noisy noisy)
{
    const Block raw = rawBlock(*copies.raw, OperationsOfABlock);
    const Block product = productBlock(*copies.product, OperationsOfABlock);
    const bool probedNoise = noisy();
    const bool issueNoise = copies.issue.isNoisy(product.issue, raw.issue);
    const bool callNoise = copies.call.isNoisy(product.call, raw.call);
    const bool discarded = probedNoise || issueNoise || callNoise;
    if (!discarded) {
        copies.issue.add(product.issue, raw.issue);
        copies.call.add(product.call, raw.call);
    }
    print({{u"past"_s, copies.issue.past},
           {u"waiting"_s, copies.issue.waiting},
           {u"issue_ms"_s, rounded(median(product.issue))},
           {u"raw_issue_ms"_s, rounded(median(raw.issue))},
           {u"call_ms"_s, rounded(median(product.call))},
           {u"raw_call_ms"_s, rounded(median(raw.call))},
           {u"discarded"_s, discarded}});
}

/// Raw and product in turn and every size in turn, a probe between the pairs. A pair beside a slow
/// probe, or with a block of either side that took three times its best, is run again while
/// there is time: a shared machine sometimes delays every wake-up by a tick.
std::vector<Figure> measurePairs(const QString &folder, const QString &branch, const QDate &today,
                                 int past, const std::vector<int> &sizes)
{
    std::vector<std::unique_ptr<Copies>> all;
    all.reserve(sizes.size());
    for (const int waiting : sizes) {
        all.push_back(std::make_unique<Copies>(folder, branch, today, past, waiting));
    }
    ::sync();
    for (const auto &copies : all) {
        rawBlock(*copies->raw, OperationsOfABlock);
        productBlock(*copies->product, OperationsOfABlock);
    }

    static double best = 1e9;
    double before = bench::durableWrite(folder);
    const auto noisy = [&] {
        const double after = bench::durableWrite(folder);
        best = std::min({best, before, after});
        return std::max(std::exchange(before, after), after) > 3 * best;
    };
    const auto isComplete = [](const auto &copies) {
        return std::ssize(copies->issue.ratios) >= Pairs;
    };
    QElapsedTimer timer;
    timer.start();
    while (!std::ranges::all_of(all, isComplete) && timer.elapsed() < LongestMs) {
        for (const auto &copies : all) {
            runPair(*copies, noisy);
        }
    }
    std::vector<Figure> figures;
    for (const auto &copies : all) {
        if (copies->issue.ratios.empty()) {
            bench::giveUp("no quiet pair; try again when the machine is idle");
        }
        figures.insert(figures.end(), {copies->issue, copies->call});
        print(copies->issue.toJson());
        print(copies->call.toJson());
    }
    return figures;
}

/// A branch with an open day, CB01 at counter 1 and series long enough for the whole run.
void makeBranch(const QString &path, int past, const QDate &today)
{
    Catalogue catalogue = sampleCatalogue();
    for (Group &group : catalogue.groups) {
        group.lastNumber = 9'999;
    }
    must(createBranch(path, catalogue, newCommand()));
    if (past > 0) {
        bench::addPastDays(path.toStdString(), past, today);
    }
    const auto database = must(openBranch(path));
    must(openDay(*database, newCommand(), today));
    must(startShift(*database, newCommand(), 1, u"CB01"_s));
}

/// How long the whole process takes, from its start to its end.
double runCommand(const QString &database, const std::vector<std::string> &words)
{
    std::vector<std::string> arguments{MOTCUA_PROGRAM, "--database",
                                       "sqlite:" + database.toStdString()};
    arguments.insert(arguments.end(), words.begin(), words.end());
    std::vector<char *> pointers;
    pointers.reserve(arguments.size() + 1);
    for (std::string &argument : arguments) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    int status = -1;
    const double time = milliseconds([&] {
        pid_t process = 0;
        if (posix_spawn(&process, MOTCUA_PROGRAM, &actions, nullptr, pointers.data(), environ)
            == 0) {
            ::waitpid(process, &status, 0);
        }
    });
    posix_spawn_file_actions_destroy(&actions);
    if (status != 0) {
        bench::giveUp("motcua " + words.front() + " failed");
    }
    return time;
}

QJsonObject timesOf(const QString &name, int past, const std::vector<double> &times)
{
    return {{u"operation"_s, name},
            {u"past"_s, past},
            {u"p50_ms"_s, rounded(median(times))},
            {u"min_ms"_s, rounded(std::ranges::min(times))},
            {u"max_ms"_s, rounded(std::ranges::max(times))}};
}

std::vector<QJsonObject> measureCommands(const QString &database, int past, const QDate &today)
{
    std::vector<std::vector<std::string>> commands{
        {"--version"}, {"ticket", "show", "H001", "--json"}, {"staff", "list"}};
    const QDate day = today.addDays(-1);
    const int days = past / bench::TicketsADay; // full ones
    if (past > 0) {
        commands.push_back(
            {"report", "daily", "--date", day.toString(Qt::ISODate).toStdString(), "--json"});
    }
    std::vector<QJsonObject> lines;
    for (const std::vector<std::string> &words : commands) {
        std::vector<double> times;
        times.reserve(CommandRuns);
        for (int i = 0; i < CommandRuns; ++i) {
            times.push_back(runCommand(database, words));
        }
        const QString name =
            QString::fromStdString(words.size() < 2 ? words.front() : words[0] + ' ' + words[1]);
        lines.push_back(timesOf(u"process: "_s + name, past, times));
    }
    if (past > 0) {
        const auto branch = must(openBranch(database));
        std::vector<double> times;
        times.reserve(CommandRuns);
        for (int i = 0; i < CommandRuns; ++i) {
            times.push_back(milliseconds([&] {
                const DaySummary summary = must(reportDay(*branch, day.addDays(-(i % days))));
                if (summary.total.issued != bench::TicketsADay) {
                    bench::giveUp("the report did not find its tickets");
                }
            }));
        }
        lines.push_back(timesOf(u"report daily, 3,000 tickets"_s, past, times));
    }
    for (const QJsonObject &line : lines) {
        print(line);
    }
    return lines;
}

void printMachine(const QString &folder)
{
    constexpr int Probes = 5;
    std::vector<double> probes;
    probes.reserve(Probes);
    for (int i = 0; i < Probes; ++i) {
        probes.push_back(bench::durableWrite(folder));
    }
    print({{u"cores"_s, static_cast<int>(std::thread::hardware_concurrency())},
           {u"fdatasync_p50_ms"_s, rounded(median(probes))},
           {u"sqlite"_s, QString::fromLatin1(sqlite3_libversion())},
           {u"qt"_s, QString::fromLatin1(qVersion())}});
}

// NOLINTBEGIN(modernize-use-std-print): GCC 12 has no <print>.
void printTable(const std::vector<Figure> &figures, const std::vector<QJsonObject> &others)
{
    bench::printTable(figures);
    std::printf("\n%-32s %9s %8s %8s %8s\n", "", "past", "p50 ms", "min ms", "max ms");
    for (const QJsonObject &line : others) {
        std::printf("%-32s %9d %8.2f %8.2f %8.2f\n", qPrintable(line["operation"_L1].toString()),
                    line["past"_L1].toInt(), line["p50_ms"_L1].toDouble(),
                    line["min_ms"_L1].toDouble(), line["max_ms"_L1].toDouble());
    }
}
// NOLINTEND(modernize-use-std-print)

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QTemporaryDir temporary(QDir(arguments.value(1, QDir::currentPath())).absolutePath()
                                  + "/motcua-bench-XXXXXX"_L1);
    if (!temporary.isValid()) {
        bench::giveUp("the folder cannot be written");
    }
    const QString folder = temporary.path();
    const QDate today = QDate::currentDate();
    printMachine(folder);

    std::vector<Figure> figures;
    std::vector<QJsonObject> others;
    for (const int past : {0, arguments.value(2, u"1000000"_s).toInt()}) {
        const QString branch = folder + "/branch.db"_L1;
        makeBranch(branch, past, today);
        // With the past two sizes tell enough, and the copies are large.
        const std::vector<int> sizes =
            past == 0 ? std::vector{10, 1'000, 100'000} : std::vector{10, 100'000};
        std::ranges::copy(measurePairs(folder, branch, today, past, sizes),
                          std::back_inserter(figures));
        must(issueTicket(*must(openBranch(branch)), newCommand(), {.group = u"H"_s}));
        std::ranges::copy(measureCommands(branch, past, today), std::back_inserter(others));
        QFile::remove(branch);
    }
    printTable(figures, others);
    return 0;
}
