// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Works at a branch as its programs do, in a process of its own that tests may kill, starve of disk
// or set against others. Every line it prints is JSON: a command with the answer it was given, or
// with the error. What is printed as an answer counts as acknowledged.

#include "core/branchmodel.h"
#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/intakes.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"
#include "operations/migratebranch.h"
#include "operations/signin.h"
#include "storage/migrator.h"
#include "storage/staffrepository.h"
#include "storage/ticketrepository.h"
#include "sync/branchsync.h"
#include "system/harness.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

qint64 monotonicNow()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

void print(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    std::fflush(stdout);
}

int fail(const Error &error)
{
    print({{u"error"_s, word(error.code)}, {u"detail"_s, error.detail}});
    return 3;
}

/// What commands did before the branch was locked: look who is next, then write that he was called.
/// Two counters that look at the same moment call the same citizen.
Result<CalledLeg> callNextNaively(Database &database, const CommandContext &context, int counter)
{
    TicketRepository tickets(database);
    const auto next = tickets.nextFor(counter);
    if (!next) {
        return std::unexpected(next.error());
    }
    if (!*next) {
        return failure(ErrorCode::NobodyWaiting);
    }
    return runCommand<CalledLeg>(
        database, context, {{u"command"_s, u"counter call-next"_s}, {u"counter"_s, counter}},
        [&](BranchTransaction &command) -> Result<CalledLeg> {
            const Actor actor{command.at(), counter, staffAt(counter)};
            const auto called = after(**next, LegAction::Call, actor);
            if (!called) {
                return std::unexpected(called.error());
            }
            const qint64 seq = command.nextSeq();
            if (const auto done = tickets.update(*called, seq); !done) {
                return std::unexpected(done.error());
            }
            const auto counted =
                tickets.changeWaiting(called->businessDate, called->group, -1, seq);
            if (!counted) {
                return std::unexpected(counted.error());
            }
            const auto appended = command.append(EventKind::LegCalled, called->ticket,
                                                 {{u"ticket"_s, called->number.toString()},
                                                  {u"leg"_s, called->ordinal},
                                                  {u"group"_s, called->group},
                                                  {u"counter"_s, counter},
                                                  {u"staff"_s, actor.staff},
                                                  {u"groups"_s, QJsonArray{called->group}}});
            if (!appended) {
                return std::unexpected(appended.error());
            }
            return CalledLeg{.ticket = called->number,
                             .counter = counter,
                             .group = called->group,
                             .leg = called->ordinal,
                             .calledAt = isoTime(called->calledAt, command.branch().timeZone())};
        });
}

/// The branch at @p place; waits for a server that is coming back when @p persists.
Result<std::unique_ptr<Database>> openPatiently(const QString &place, bool persists)
{
    auto database = openBranch(place);
    constexpr int Tries = 600;
    for (int i = 0; i < Tries && persists && !database; ++i) {
        QThread::msleep(100);
        database = openBranch(place);
    }
    return database;
}

class Driver
{
public:
    Driver(QString place, std::unique_ptr<Database> database, quint32 seed)
        : m_place(std::move(place))
        , m_database(std::move(database))
        , m_random(seed)
    {
    }

    /// Opens the database again after a failed sync, as a program that lives for days has to.
    void setReopening() { m_reopens = true; }
    /// Opens it as often as that takes, and sends what got no answer again under its id.
    void setPersisting() { m_persists = true; }
    /// The branch's clock from now on: begins at @p clock and takes random steps. Without it the
    /// PC's clock is used.
    void setClock(qint64 clock) { m_clock = clock; }

    void workAtRandom(int many);
    void issueSome(int many);
    void callSome(int many, int counter, bool isNaive);
    void repeat(const QString &operation, const QUuid &command, int times);

private:
    template <typename Operation>
    bool send(const QString &name, Operation operation, QUuid command = {});
    bool reopen();
    bool act(int counter, LegAction action);
    bool record(int counter);
    void turnDay();
    void beReady();
    int pick(int many) { return m_random.bounded(many); }

    QString m_place;
    std::unique_ptr<Database> m_database;
    bool m_reopens = false;
    bool m_persists = false;
    QRandomGenerator m_random;
    std::optional<qint64> m_clock;
};

/// Sends one command and prints what came back; whether it was done.
template <typename Operation>
bool Driver::send(const QString &name, Operation operation, QUuid command)
{
    if (command.isNull()) {
        std::array<quint32, 4> words{};
        m_random.fillRange(words.data(), words.size());
        command = QUuid(words[0], static_cast<quint16>(words[1]), 0x4000, 0x80, 0,
                        static_cast<uchar>(words[2] >> 8U), static_cast<uchar>(words[2]),
                        static_cast<uchar>(words[3] >> 24U), static_cast<uchar>(words[3] >> 16U),
                        static_cast<uchar>(words[3] >> 8U), static_cast<uchar>(words[3]));
    }
    if (m_clock) {
        *m_clock += pick(8'000);
    }
    const QDateTime clock = m_clock ? QDateTime::fromMSecsSinceEpoch(*m_clock, Qt::UTC)
                                    : QDateTime::currentDateTimeUtc();
    QJsonObject line{{u"operation"_s, name},
                     {u"command"_s, command.toString(QUuid::WithoutBraces)},
                     {u"began"_s, monotonicNow()}};
    auto answer = operation(CommandContext{command, clock});
    while (m_persists && !answer && answer.error().code == ErrorCode::ConnectionLost && reopen()) {
        answer = operation(CommandContext{command, clock});
    }
    line.insert(u"ended"_s, monotonicNow());
    if (answer) {
        line.insert(u"answer"_s, answer->toJson());
    } else {
        const ErrorCode code = answer.error().code;
        line.insert(u"error"_s, word(code));
        line.insert(u"detail"_s, answer.error().detail);
        line.insert(u"is_refusal"_s, kindOf(code) == ErrorKind::Refused);
    }
    print(line);
    if (m_reopens && m_database->fault()) {
        // Should it fail, the next command is refused and it is tried again.
        if (auto reopened = openBranch(m_place)) {
            m_database = std::move(*reopened);
        }
    }
    return answer.has_value();
}

bool Driver::reopen()
{
    auto reopened = openPatiently(m_place, true);
    if (reopened) {
        m_database = std::move(*reopened);
    }
    return reopened.has_value();
}

bool Driver::act(int counter, LegAction action)
{
    const QString to = action == LegAction::Transfer ? QString(u"HCNK"_s.at(pick(4))) : QString();
    return send(u"act"_s, [&](const CommandContext &context) {
        return actAtCounter(*m_database, context, {.counter = counter, .action = action, .to = to});
    });
}

/// One of a few citizens, who has a phone and no ID number, which would take its time: accepted,
/// asked for more, or only advised.
bool Driver::record(int counter)
{
    constexpr std::array Outcomes{Outcome::Accepted, Outcome::Supplement, Outcome::Advised};
    static const Procedure birth = [] {
        const Catalogue catalogue = officeCatalogue();
        return *std::ranges::find(catalogue.procedures, u"1.001193"_s, &Procedure::code);
    }();
    const auto who = static_cast<char16_t>(pick(20));
    IntakeRequest request{.counter = counter, .intake = {}};
    Intake &intake = request.intake;
    intake.applicant.name = u"Nguyễn Thị "_s + QChar(u'A' + who);
    intake.applicant.phone = u"09123456%1"_s.arg(int{who}, 2, 10, QChar(u'0'));
    intake.applicant.address = u"Hà Nội"_s;
    intake.procedure = birth.code;
    intake.outcome = Outcomes.at(static_cast<size_t>(pick(3)));
    intake.documents = checklistOf(birth.cases.front());
    if (intake.outcome == Outcome::Accepted) {
        for (IntakeDocument &document : intake.documents) {
            if (document.required) {
                document = presented(document, &birth.cases.front());
            }
        }
    }
    return send(u"record"_s, [&](const CommandContext &context) {
        return withVault(*m_database, [&](Database &at, const PersonVault &vault) {
            return recordIntake(at, context, vault, request);
        });
    });
}

/// Sends everybody home, closes the day and opens the next.
void Driver::turnDay()
{
    for (int counter = 1; counter <= counterCount(); ++counter) {
        act(counter, LegAction::Start);
        act(counter, LegAction::Finish);
    }
    send(u"close"_s, [&](const CommandContext &context) { return closeDay(*m_database, context); });
    beReady();
}

/// Opens the next day and signs everybody in, as far as that is not done.
void Driver::beReady()
{
    const auto branch = readBranch(*m_database);
    const auto shifts = StaffRepository(*m_database).openShifts();
    Statement last(*m_database, u"SELECT max(business_date) FROM business_day"_s);
    const auto date = last.row([](const Row &row) { return row.date(0); });
    if (!branch || !shifts || !date) {
        return; // the next command says so
    }
    if (branch->businessDate.isNull()) {
        send(u"open"_s, [&](const CommandContext &context) {
            return openDay(*m_database, context, (*date)->addDays(1));
        });
    }
    for (int counter = 1; counter <= counterCount(); ++counter) {
        if (std::ranges::find(*shifts, counter, &Shift::counter) == shifts->end()) {
            send(u"sign in"_s, [&](const CommandContext &context) {
                return startShift(*m_database, context, counter, staffAt(counter));
            });
        }
    }
}

void Driver::workAtRandom(int many)
{
    using enum LegAction;
    constexpr std::array Actions{Start, Start, Finish, Finish, Transfer, NoShow, Hold, Recall};
    beReady();
    for (int i = 0; i < many; ++i) {
        const int choice = pick(100);
        const int counter = 1 + pick(4); // few, so that they have people
        const TicketNumber number{u"HC"_s.at(pick(2)).unicode(), 1 + pick(10)};
        if (choice < 35) {
            issueSome(1);
        } else if (choice < 55) {
            send(u"call"_s, [&](const CommandContext &context) {
                return callNext(*m_database, context, counter);
            });
        } else if (choice < 61) {
            record(counter);
        } else if (choice < 85) {
            act(counter, Actions.at(static_cast<size_t>(pick(static_cast<int>(Actions.size())))));
        } else if (choice < 89) {
            send(u"resume"_s, [&](const CommandContext &context) {
                return resumeHeld(*m_database, context, counter, {});
            });
        } else if (choice < 92) {
            send(u"reinstate"_s, [&](const CommandContext &context) {
                return reinstateTicket(*m_database, context, number);
            });
        } else if (choice < 95) {
            send(u"cancel"_s, [&](const CommandContext &context) {
                return cancelTicket(*m_database, context, number);
            });
        } else if (choice < 98) {
            send(u"undo"_s, [&](const CommandContext &context) {
                return undoLast(*m_database, context, counter);
            });
        } else {
            turnDay();
        }
    }
}

void Driver::issueSome(int many)
{
    for (int i = 0; i < many; ++i) {
        const IssueRequest request{.group = u"HCN"_s.at(pick(3)),
                                   .priority = pick(10) == 0 ? u"elderly"_s : QString()};
        send(u"issue"_s, [&](const CommandContext &context) {
            return issueTicket(*m_database, context, request);
        });
    }
}

void Driver::callSome(int many, int counter, bool isNaive)
{
    constexpr int MostRefusals = 1'000; // in a row: by then the kiosks are done, too
    int done = 0;
    for (int refusals = 0; done < many && refusals < MostRefusals; ++refusals) {
        const bool called = send(u"call"_s, [&](const CommandContext &context) {
            return isNaive ? callNextNaively(*m_database, context, counter)
                           : callNext(*m_database, context, counter);
        });
        if (!called) {
            continue;
        }
        refusals = 0;
        const bool came = pick(8) != 0;
        const bool started = came && act(counter, LegAction::Start);
        if (started && pick(3) == 0) {
            record(counter);
        }
        const LegAction last = !came          ? LegAction::NoShow
                               : pick(6) == 0 ? LegAction::Transfer
                                              : LegAction::Finish;
        const bool ended = act(counter, last);
        done += 1 + (started ? 1 : 0) + (ended ? 1 : 0);
    }
}

void Driver::repeat(const QString &operation, const QUuid &command, int times)
{
    for (int i = 0; i < times; ++i) {
        if (operation == "issue"_L1) {
            send(
                operation,
                [&](const CommandContext &context) {
                    return issueTicket(*m_database, context, {.group = u"H"_s});
                },
                command);
        } else {
            send(
                operation,
                [&](const CommandContext &context) { return callNext(*m_database, context, 1); },
                command);
        }
    }
}

/// Steps a later version may bring: a column, a table filled from another, a change of every row.
std::vector<Migration> futureMigrations()
{
    std::vector<Migration> migrations = shippedMigrations();
    const int number = static_cast<int>(migrations.size());
    migrations.push_back({number + 1, u"%1_add_note"_s.arg(number + 1, 4, 10, QChar(u'0')),
                          "ALTER TABLE ticket ADD COLUMN note TEXT NOT NULL DEFAULT '';\n"
                          "CREATE TABLE arrival (ticket_id TEXT NOT NULL PRIMARY KEY,\n"
                          " at BIGINT NOT NULL);\n"
                          "INSERT INTO arrival SELECT id, arrived_at FROM ticket;\n"
                          "CREATE INDEX arrival_at ON arrival (at);\n"});
    migrations.push_back({number + 2, u"%1_fill_note"_s.arg(number + 2, 4, 10, QChar(u'0')),
                          "UPDATE ticket SET note = series || number;\n"
                          "DELETE FROM arrival WHERE at % 2 = 0;\n"});
    return migrations;
}

/// The settings that are one step weaker than ours, to show what they lose.
Result<> weaken(Database &database, const QString &durability)
{
    if (durability == "wal"_L1) {
        if (const auto done = database.run(u"PRAGMA journal_mode=WAL"_s); !done) {
            return done;
        }
    }
    static const QMap<QString, QString> levels{
        {u"off"_s, u"OFF"_s}, {u"wal"_s, u"NORMAL"_s}, {u"full"_s, u"FULL"_s}};
    return levels.contains(durability) ? database.run(u"PRAGMA synchronous="_s + levels[durability])
                                       : Result<>();
}

int work(const QCommandLineParser &parser)
{
    const QString role = parser.value(u"role"_s);
    const QString path = parser.positionalArguments().value(0);
    if (role == "migrate"_L1) {
        const auto database = Database::open(path);
        const auto done = database ? migrate(**database, futureMigrations())
                                   : Result<>(std::unexpected(database.error()));
        return done ? 0 : fail(done.error());
    }
    if (role == "move"_L1) {
        const auto moved = migrateBranch(path, parser.value(u"to"_s));
        return moved ? 0 : fail(moved.error());
    }
    auto database = openPatiently(path, parser.isSet(u"persist"_s));
    if (!database) {
        return fail(database.error());
    }
    if (role == "sync"_L1) {
        const auto synced =
            syncBranch(**database, parser.value(u"to"_s), QDateTime::currentMSecsSinceEpoch(),
                       {.batchRows = parser.value(u"operations"_s).toInt()});
        return synced ? 0 : fail(synced.error());
    }
    if (const auto weakened = weaken(**database, parser.value(u"durability"_s)); !weakened) {
        return fail(weakened.error());
    }
    std::optional<qint64> clock;
    if (parser.isSet(u"steady-clock"_s)) {
        const auto branch = readBranch(**database);
        if (!branch) {
            return fail(branch.error());
        }
        clock = branch->clock.lastAt - branch->clock.lead;
    }
    Driver driver(path, std::move(*database), parser.value(u"seed"_s).toUInt());
    if (clock) {
        driver.setClock(*clock);
    }
    if (parser.isSet(u"reopen"_s)) {
        driver.setReopening();
    }
    if (parser.isSet(u"persist"_s)) {
        driver.setPersisting();
    }
    if (parser.isSet(u"wait"_s)) {
        QFile input;
        print({{u"ready"_s, true}});
        if (input.open(stdin, QIODevice::ReadOnly)) {
            input.readLine();
        }
    }
    const int many = parser.value(u"operations"_s).toInt();
    if (role == "issue"_L1) {
        driver.issueSome(many);
    } else if (role == "call"_L1 || role == "call-naively"_L1) {
        driver.callSome(many, parser.value(u"counter"_s).toInt(), role != "call"_L1);
    } else if (parser.isSet(u"command"_s)) {
        driver.repeat(role.section(u' ', 1), QUuid::fromString(parser.value(u"command"_s)), many);
    } else {
        driver.workAtRandom(many);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    for (const QString &name : {u"role"_s, u"operations"_s, u"counter"_s, u"seed"_s,
                                u"durability"_s, u"command"_s, u"to"_s}) {
        parser.addOption(QCommandLineOption(name, QString(), name));
    }
    parser.addOption(QCommandLineOption(u"wait"_s));
    parser.addOption(QCommandLineOption(u"steady-clock"_s));
    parser.addOption(QCommandLineOption(u"reopen"_s));
    parser.addOption(QCommandLineOption(u"persist"_s));
    parser.process(application);
    return work(parser);
}
