// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// motcua_serverbench [PAST]: our issue and call-next on PostgreSQL against a bare libpq program that
// sends the very same statements to an identical database, then 16 counters that press call-next
// together. JSON lines, then tables; fails when a bound is missed. The server is a scratch one with
// TLS in TMPDIR, which must be on the disk to be measured and have 20 GB free. PAST is the number
// of past tickets, a million unless given; 0 leaves that part out.

#include "bench/figure.h"
#include "bench/measure.h"
#include "bench/pastdays.h"
#include "bench/serverdays.h"
#include "commands/invocation.h"
#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"
#include "operations/signin.h"
#include "support/testserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <barrier>
#include <dlfcn.h>
#include <libpq-fe.h>
#include <numeric>
#include <thread>

using namespace Qt::StringLiterals;
using namespace motcua;

using bench::Figure;
using bench::giveUp;
using bench::median;
using bench::milliseconds;
using bench::must;
using bench::print;
using bench::quantile;
using bench::rounded;

namespace {

using Texts = std::vector<std::string>;

/// Where this thread notes what it sends to a server; nowhere when null.
Texts *&notes()
{
    thread_local Texts *texts = nullptr;
    return texts;
}

} // namespace

extern "C" {

/// Stands before libpq's, for Qt's driver and for PQexec().
[[gnu::visibility("default")]] int PQsendQuery(PGconn *link, const char *sql)
{
    static const auto send =
        reinterpret_cast<int (*)(PGconn *, const char *)>(::dlsym(RTLD_NEXT, "PQsendQuery"));
    if (notes()) {
        notes()->emplace_back(sql);
    }
    return send(link, sql);
}

} // extern "C"

namespace {

constexpr int OperationsOfABlock = 15;
constexpr int Pairs = 25;
constexpr int MostPairs = 150; ///< with the noisy ones; a series ends at 9999
constexpr int Counters = 16;
constexpr int Rounds = 150;
constexpr double LeastRatio = 0.7;
constexpr double MostGrowth = 1.3;
constexpr double MostTogetherMs = 50; ///< p99

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

CommandContext newCommand()
{
    return {QUuid::createUuid(), QDateTime::currentDateTimeUtc()};
}

/// A link that repeats what another one sent: the least a program could do for the same effect.
class BareLink
{
public:
    explicit BareLink(const QString &database)
    {
        const Server server = must(serverOf(test::serverUrl(database)));
        m_link = PQconnectdb(qUtf8Printable(
            u"host=%1 port=%2 dbname=%3 user=%4 password=%5 %6"_s.arg(server.host)
                .arg(server.port)
                .arg(server.database, server.user, server.password, server.options)));
        if (PQstatus(m_link) != CONNECTION_OK) {
            giveUp(PQerrorMessage(m_link));
        }
    }
    ~BareLink() { PQfinish(m_link); }
    BareLink(const BareLink &) = delete;
    BareLink &operator=(const BareLink &) = delete;

    void repeat(const Texts &texts)
    {
        for (const std::string &text : texts) {
            PGresult *result = PQexec(m_link, text.c_str());
            const ExecStatusType status = PQresultStatus(result);
            if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
                giveUp(PQerrorMessage(m_link));
            }
            PQclear(result);
        }
    }

private:
    PGconn *m_link = nullptr;
};

/// One command: how long we took for it, and what we sent.
struct Press
{
    double ms = 0;
    Texts texts;
};

template <std::invocable Work>
Press press(Work work)
{
    Press press;
    notes() = &press.texts;
    press.ms = milliseconds(work);
    notes() = nullptr;
    return press;
}

Press pressIssue(Database &database)
{
    return press([&] { must(issueTicket(database, newCommand(), {.group = u"H"_s})); });
}

Press pressCall(Database &database, int counter)
{
    return press([&] { must(callNext(database, newCommand(), counter)); });
}

/// Frees the counter for the next call.
Press pressNoShow(Database &database, int counter)
{
    return press([&] {
        must(actAtCounter(database, newCommand(),
                          {.counter = counter, .action = LegAction::NoShow}));
    });
}

/// Our connection to one database and a bare one to its copy, which is always one block behind.
struct Twins
{
    Twins(const QString &place, const QString &copy)
        : bare(copy)
    {
        bare.repeat(press([&] { product = must(openBranch(place)); }).texts);
    }

    BareLink bare;
    std::unique_ptr<Database> product;
};

/// A database with an open day, 16 counters that call H with somebody at each, and a copy of it.
struct TwoBranches
{
    TwoBranches(int past, const QDate &today)
        : name(test::newServerDatabase())
        , copy(name + u"_copy"_s)
        , place(test::serverUrl(name) + u"&key="_s + folder.filePath(u"branch.key"_s))
    {
        Catalogue catalogue = sampleCatalogue();
        catalogue.counters.clear();
        catalogue.staff.clear();
        for (Group &group : catalogue.groups) {
            group.lastNumber = 9'999;
        }
        for (int counter = 1; counter <= Counters; ++counter) {
            catalogue.counters.push_back({.number = counter, .groups = {u"H"_s}});
            catalogue.staff.push_back(
                {.code = staffAt(counter), .name = u"A"_s, .groups = {u"H"_s}});
        }
        must(createBranch(place, catalogue, newCommand()));
        if (past > 0) {
            bench::addServerDays(name, past, today);
        }
        {
            const auto database = must(openBranch(place));
            must(openDay(*database, newCommand(), today));
            for (int counter = 1; counter <= Counters; ++counter) {
                must(startShift(*database, newCommand(), counter, staffAt(counter)));
            }
        }
        test::runOnServer(u"postgres"_s,
                          u"CREATE DATABASE %1 TEMPLATE %2 STRATEGY file_copy"_s.arg(copy, name));
    }
    ~TwoBranches()
    {
        for (const QString &database : {name, copy}) {
            test::runOnServer(u"postgres"_s, u"DROP DATABASE "_s + database);
        }
    }
    TwoBranches(const TwoBranches &) = delete;
    TwoBranches &operator=(const TwoBranches &) = delete;

    [[nodiscard]] static QString staffAt(int counter)
    {
        return u"CB%1"_s.arg(counter, 2, 10, QChar(u'0'));
    }

    /// As bench::fillLine() does, in both: until @p waiting people wait.
    void fillLine(int waiting, const QDate &today) const
    {
        const qint64 at = now() - 3'600'000;
        for (const QString &database : {name, copy}) {
            test::runOnServer(database, uR"(
                SET session_replication_role = replica;
                SET search_path = motcua;
                CREATE TEMP TABLE more AS
                SELECT place, md5('ticket' || place)::uuid::text AS id, %2 + place * bigint '30' AS at,
                       seq + row_number() OVER (ORDER BY place) AS seq
                FROM branch, generate_series(
                    (SELECT count(*) FROM ticket WHERE series BETWEEN 'a' AND 'z'), %3 - 1) AS place;
                INSERT INTO ticket (id, business_date, series, number, arrived_at, print_state,
                                    changed_seq)
                SELECT id, '%1', chr(97 + place::int / 9999), place % 9999 + 1, at, 'pending', seq
                FROM more;
                INSERT INTO leg (ticket_id, ordinal, business_date, group_letter, state, rank,
                                 arrival_seq, queued_at, changed_seq)
                SELECT id, 1, '%1', 'H', 'waiting', at, seq, at, seq FROM more;
                INSERT INTO event (seq, kind, at, clock_at, ticket_id, command_id, body, hash)
                SELECT seq, 'ticket_issued', at, at, id, md5('command' || place)::uuid::text,
                       repeat('b', 110), repeat('5', 64) FROM more;
                INSERT INTO command (id, request, answer, seq)
                SELECT md5('command' || place)::uuid::text, repeat('5', 64), repeat('a', 160), seq
                FROM more;
                INSERT INTO waiting_line (business_date, group_letter, last_number, waiting,
                                          changed_seq)
                SELECT '%1', 'H', 0, count(*), max(seq) FROM more
                ON CONFLICT (business_date, group_letter)
                DO UPDATE SET waiting = waiting_line.waiting + excluded.waiting;
                UPDATE branch SET seq = seq + (SELECT count(*) FROM more))"_s
                                            .arg(today.toString(Qt::ISODate))
                                            .arg(at)
                                            .arg(waiting));
            test::runOnServer(database,
                              u"VACUUM ANALYZE"_s); // as the server does by itself in time
        }
        test::runOnServer(name, u"CHECKPOINT"_s);
    }

    /// What both did must have come to the same.
    void checkCopy() const
    {
        const QString head = u"SELECT seq || head_hash FROM motcua.branch"_s;
        if (test::runOnServer(name, head) != test::runOnServer(copy, head)) {
            giveUp("the bare program did something else");
        }
    }

    QTemporaryDir folder;
    QString name;
    QString copy;
    QString place;
};

/// A block of ours and the same of the bare program, added to the figures unless the machine was
/// busy.
void runPair(Twins &twins, Figure &issue, Figure &call)
{
    struct Turn
    {
        Press issue;
        Press call;
        Press noShow;
    };
    std::vector<Turn> turns;
    std::vector<double> productIssue;
    std::vector<double> productCall;
    for (int i = 0; i < OperationsOfABlock; ++i) {
        turns.push_back({.issue = pressIssue(*twins.product),
                         .call = pressCall(*twins.product, 1),
                         .noShow = pressNoShow(*twins.product, 1)});
        productIssue.push_back(turns.back().issue.ms);
        productCall.push_back(turns.back().call.ms);
    }
    std::vector<double> rawIssue;
    std::vector<double> rawCall;
    for (const Turn &turn : turns) {
        rawIssue.push_back(milliseconds([&] { twins.bare.repeat(turn.issue.texts); }));
        rawCall.push_back(milliseconds([&] { twins.bare.repeat(turn.call.texts); }));
        twins.bare.repeat(turn.noShow.texts);
    }
    const bool issueNoise = issue.isNoisy(productIssue, rawIssue);
    const bool callNoise = call.isNoisy(productCall, rawCall);
    const bool discarded = issueNoise || callNoise;
    if (!discarded) {
        issue.add(productIssue, rawIssue);
        call.add(productCall, rawCall);
    }
    print({{u"past"_s, issue.past},
           {u"waiting"_s, issue.waiting},
           {u"issue_ms"_s, rounded(median(productIssue))},
           {u"raw_issue_ms"_s, rounded(median(rawIssue))},
           {u"issue_texts"_s, static_cast<qint64>(turns.back().issue.texts.size())},
           {u"call_ms"_s, rounded(median(productCall))},
           {u"raw_call_ms"_s, rounded(median(rawCall))},
           {u"call_texts"_s, static_cast<qint64>(turns.back().call.texts.size())},
           {u"discarded"_s, discarded}});
}

std::vector<Figure> measurePairs(const TwoBranches &branch, int past, int waiting)
{
    Figure issue{.operation = u"issue"_s, .past = past, .waiting = waiting};
    Figure call{.operation = u"call-next"_s, .past = past, .waiting = waiting};
    Twins twins(branch.place, branch.copy);
    {
        Figure warm;
        runPair(twins, warm, warm);
    }
    for (int pair = 0; pair < MostPairs && std::ssize(issue.ratios) < Pairs; ++pair) {
        runPair(twins, issue, call);
    }
    branch.checkCopy();
    if (issue.ratios.empty()) {
        giveUp("no quiet pair; try again when the machine is idle");
    }
    print(issue.toJson());
    print(call.toJson());
    return {issue, call};
}

/// What everybody waited for an answer who pressed at the same moment, and how long each of these
/// rounds took.
struct Together
{
    int past = 0;
    std::vector<double> product; ///< ms
    std::vector<double> raw;

    [[nodiscard]] QJsonObject toJson() const
    {
        return {{u"operation"_s, u"call-next of %1 together"_s.arg(Counters)},
                {u"past"_s, past},
                {u"presses"_s, static_cast<qint64>(product.size())},
                {u"p50_ms"_s, rounded(median(product))},
                {u"p99_ms"_s, rounded(quantile(product, 0.99))},
                {u"max_ms"_s, rounded(std::ranges::max(product))},
                {u"raw_p50_ms"_s, rounded(median(raw))},
                {u"raw_p99_ms"_s, rounded(quantile(raw, 0.99))},
                {u"raw_max_ms"_s, rounded(std::ranges::max(raw))}};
    }
};

/// In each round all press at once, ours first, then the bare program; nobody frees his counter
/// before all were answered.
Together pressTogether(const TwoBranches &branch, int past)
{
    constexpr int WarmUp = 5;
    std::barrier gate(Counters);
    std::vector<Together> each(Counters);
    std::vector<std::thread> threads;
    threads.reserve(Counters);
    for (int counter = 1; counter <= Counters; ++counter) {
        threads.emplace_back([&, counter] {
            Together &own = each[static_cast<size_t>(counter) - 1];
            Twins twins(branch.place, branch.copy);
            for (int round = -WarmUp; round < Rounds; ++round) {
                gate.arrive_and_wait();
                const Press call = pressCall(*twins.product, counter);
                gate.arrive_and_wait();
                const Press noShow = pressNoShow(*twins.product, counter);
                gate.arrive_and_wait();
                const double raw = milliseconds([&] { twins.bare.repeat(call.texts); });
                gate.arrive_and_wait();
                twins.bare.repeat(noShow.texts);
                if (round >= 0) {
                    own.product.push_back(call.ms);
                    own.raw.push_back(raw);
                }
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    Together all{.past = past, .product = {}, .raw = {}};
    for (const Together &own : each) {
        all.product.insert(all.product.end(), own.product.begin(), own.product.end());
        all.raw.insert(all.raw.end(), own.raw.begin(), own.raw.end());
    }
    print(all.toJson());
    return all;
}

// NOLINTBEGIN(modernize-use-std-print): GCC 12 has no <print>.
bool isKept(const std::vector<Figure> &figures, const std::vector<Together> &togethers)
{
    bool isGood = true;
    std::printf("\n");
    for (const Figure &figure : figures) {
        const auto first =
            std::ranges::find(figures, figure.operation, &Figure::operation); // the smallest
        const double growth = median(figure.product) / median(first->product);
        const bool isFast = median(figure.ratios) >= LeastRatio && growth <= MostGrowth;
        std::printf("%-10s %9d past %8d waiting: ratio %.2f, growth %.2f (raw %.2f) %s\n",
                    qPrintable(figure.operation), figure.past, figure.waiting,
                    median(figure.ratios), growth, median(figure.raw) / median(first->raw),
                    isFast ? "kept" : "MISSED");
        isGood = isGood && isFast;
    }
    for (const Together &together : togethers) {
        const double slow = quantile(together.product, 0.99);
        std::printf("%d together %7d past: p50 %.1f, p99 %.1f, max %.1f ms"
                    " (raw %.1f, %.1f, %.1f) %s\n",
                    Counters, together.past, median(together.product), slow,
                    std::ranges::max(together.product), median(together.raw),
                    quantile(together.raw, 0.99), std::ranges::max(together.raw),
                    slow <= MostTogetherMs ? "kept" : "MISSED");
        isGood = isGood && slow <= MostTogetherMs;
    }
    return isGood;
}
// NOLINTEND(modernize-use-std-print)

void printMachine()
{
    QFile load(u"/proc/loadavg"_s);
    const bool isOpen = load.open(QIODevice::ReadOnly);
    print(
        {{u"cores"_s, static_cast<int>(std::thread::hardware_concurrency())},
         {u"load"_s, isOpen ? QString::fromLatin1(load.readAll()).section(u' ', 0, 0) : QString()},
         {u"fdatasync_p50_ms"_s, rounded(bench::durableWrite(QDir::tempPath()))},
         {u"server"_s, test::runOnServer(u"postgres"_s, u"SHOW server_version"_s)},
         {u"qt"_s, QString::fromLatin1(qVersion())}});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QDate today = QDate::currentDate();
    const bench::ScratchServer server;
    printMachine();

    std::vector<Figure> figures;
    std::vector<Together> togethers;
    std::vector<int> pasts{0};
    if (const int past = QCoreApplication::arguments().value(1, u"1000000"_s).toInt()) {
        pasts.push_back(past);
    }
    for (const int past : pasts) {
        const TwoBranches branch(past, today);
        for (const int waiting : {10, 1'000, 100'000}) {
            branch.fillLine(waiting, today);
            std::ranges::copy(measurePairs(branch, past, waiting), std::back_inserter(figures));
        }
        togethers.push_back(pressTogether(branch, past));
    }
    bench::printTable(figures);
    return isKept(figures, togethers) ? 0 : 1;
}
