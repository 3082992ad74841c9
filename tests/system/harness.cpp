// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "system/harness.h"

#include "core/branchmodel.h"
#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/signin.h"
#include "operations/verifybranch.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr int Patience = 120'000; ///< ms; a child that takes longer hangs

std::vector<QJsonObject> ProcessOutcome::lines() const
{
    std::vector<QJsonObject> objects;
    for (const QByteArray &line : output.split('\n')) {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject()) {
            objects.push_back(document.object());
        }
    }
    return objects;
}

QJsonObject ProcessOutcome::answer() const
{
    const std::vector<QJsonObject> all = lines();
    return all.size() == 1 ? all.front() : QJsonObject();
}

QByteArray ProcessOutcome::text() const
{
    return "exit " + QByteArray::number(exitCode) + ", signal " + QByteArray::number(signal) + ": "
           + output + errors;
}

static void begin(QProcess &process, const QString &program, const QStringList &arguments,
                  const Settings &settings)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto setting = settings.begin(); setting != settings.end(); ++setting) {
        environment.insert(setting.key(), setting.value());
    }
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
}

static ProcessOutcome end(QProcess &process)
{
    const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(Patience);
    if (!ended) {
        process.kill();
        process.waitForFinished();
        qCritical("a child hung");
    }
    const bool isCrash = process.exitStatus() == QProcess::CrashExit;
    return {.signal = isCrash ? process.exitCode() : 0, // where QProcess tells the signal
            .exitCode = isCrash ? -1 : process.exitCode(),
            .output = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

ProcessOutcome runProgram(const QString &program, const QStringList &arguments,
                          const Settings &settings, const QByteArray &input)
{
    QProcess process;
    begin(process, program, arguments, settings);
    process.write(input);
    process.closeWriteChannel();
    return end(process);
}

std::vector<ProcessOutcome> runTogether(const QString &program,
                                        const std::vector<QStringList> &calls,
                                        const Settings &settings)
{
    std::vector<std::unique_ptr<QProcess>> processes;
    for (const QStringList &arguments : calls) {
        processes.push_back(std::make_unique<QProcess>());
        begin(*processes.back(), program, arguments + QStringList{u"--wait"_s}, settings);
    }
    for (const auto &process : processes) {
        while (!process->canReadLine() && process->waitForReadyRead(Patience)) {}
        process->readLine(); // "ready"
    }
    for (const auto &process : processes) {
        process->write("go\n");
        process->waitForBytesWritten();
        process->closeWriteChannel();
    }
    std::vector<ProcessOutcome> outcomes;
    outcomes.reserve(processes.size());
    for (const auto &process : processes) {
        outcomes.push_back(end(*process));
    }
    return outcomes;
}

Settings preloaded(const QString &shim, const QString &folder, const Settings &settings)
{
    Settings all = settings;
    all[u"LD_PRELOAD"_s] = QStringLiteral(SHIM_FOLDER "/%1.so").arg(shim);
    all[u"SHIM_FOLDER"_s] = folder;
    return all;
}

quint32 testSeed()
{
    const quint32 seed = qEnvironmentVariableIsSet("MOTCUA_SEED")
                             ? static_cast<quint32>(qEnvironmentVariableIntValue("MOTCUA_SEED"))
                             : QRandomGenerator::global()->generate() % 1'000'000;
    qInfo("MOTCUA_SEED=%u", seed);
    return seed;
}

QDateTime Office::openingTime()
{
    return {QDate(2026, 3, 2), QTime(1, 0), Qt::UTC};
}

int counterCount()
{
    return 12;
}

QString staffAt(int counter)
{
    return u"CB%1"_s.arg(counter, 2, 10, QChar(u'0'));
}

Catalogue officeCatalogue()
{
    const auto read = [](const QString &name) -> std::optional<QByteArray> {
        QFile file(QStringLiteral(SOURCE_DIR "/resources/catalogue/") + name);
        return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
    };
    const QString name = u"branch-1.json"_s;
    CatalogueReading reading = readCatalogue(name, read(name).value_or(QByteArray()), read);
    if (!reading.faults.empty()) {
        qFatal("the sample branch has faults");
    }
    return std::move(reading.catalogue);
}

/// A step without which no test can go on.
template <typename T>
static void demand(const Result<T> &done)
{
    if (!done) {
        qFatal("%s %s", qPrintable(word(done.error().code)), qPrintable(done.error().detail));
    }
}

Office::Office(const QDateTime &clock)
{
    const auto fresh = [&clock] { return CommandContext{QUuid::createUuid(), clock}; };
    demand(createBranch(path(), officeCatalogue(), fresh()));
    const auto database = openBranch(path());
    demand(database);
    demand(openDay(**database, fresh()));
    for (int counter = 1; counter <= counterCount(); ++counter) {
        demand(startShift(**database, fresh(), counter, staffAt(counter)));
    }
}

void Office::resetTo(const Office &other) const
{
    const QDir own(folder());
    for (const QString &name : own.entryList(QDir::Files | QDir::Hidden)) {
        QFile::remove(own.filePath(name));
    }
    for (const QString &ending : {QString(), u"-journal"_s}) {
        if (QFile::exists(other.path() + ending)
            && !QFile::copy(other.path() + ending, path() + ending)) {
            qFatal("cannot copy the database");
        }
    }
}

std::vector<Acknowledgement> acknowledgements(const ProcessOutcome &outcome)
{
    std::vector<Acknowledgement> list;
    for (const QJsonObject &line : outcome.lines()) {
        if (line.contains("answer"_L1)) {
            list.push_back({.command = QUuid::fromString(line["command"_L1].toString()),
                            .operation = line["operation"_L1].toString(),
                            .answer = line["answer"_L1].toObject(),
                            .began = line["began"_L1].toInteger(),
                            .ended = line["ended"_L1].toInteger()});
        }
    }
    return list;
}

namespace {

constexpr qsizetype MostFaults = 20;

class Judge
{
public:
    explicit Judge(Database &database)
        : m_database(database)
    {
    }

    Result<> replay();
    Result<> compareAnswers(const std::vector<Acknowledgement> &acknowledged);
    void compareOrder(const std::vector<Acknowledgement> &acknowledged);

    QStringList faults;

private:
    void compareEvent(const Acknowledgement &done, const Event &event);

    Database &m_database;
    QHash<QUuid, Event> m_firstEvent; ///< by command
};

Result<> Judge::replay()
{
    const auto branch = readBranch(m_database);
    const auto events = eventsAfter(m_database, 0, 1'000'000);
    if (!branch || !events) {
        return std::unexpected(branch ? events.error() : branch.error());
    }
    BranchModel model(branch->id);
    for (const Event &event : *events) {
        if (const auto fault = model.apply(event)) {
            faults.append(u"event %1: %2"_s.arg(event.seq).arg(*fault));
        }
        if (!m_firstEvent.contains(event.command)) {
            m_firstEvent.insert(event.command, event);
        }
    }
    return {};
}

Result<> Judge::compareAnswers(const std::vector<Acknowledgement> &acknowledged)
{
    Statement select(m_database, u"SELECT answer FROM command WHERE id = :id"_s);
    QHash<QString, QUuid> issued; ///< command by day and number
    for (const Acknowledgement &done : acknowledged) {
        select.bind(u":id"_s, done.command);
        const auto stored = select.row([](const Row &row) { return row.text(0).toUtf8(); });
        if (!stored) {
            return std::unexpected(stored.error());
        }
        const QString name = u"%1 %2"_s.arg(done.operation, done.answer["ticket"_L1].toString());
        if (!*stored) {
            faults.append(u"%1 was acknowledged and is lost"_s.arg(name));
        } else if (QJsonDocument::fromJson(**stored).object() != done.answer) {
            faults.append(u"%1 was answered otherwise than it is stored"_s.arg(name));
        }
        if (m_firstEvent.contains(done.command)) {
            compareEvent(done, m_firstEvent[done.command]);
        }
        if (done.operation == "issue"_L1) {
            const QString number = done.answer["business_date"_L1].toString() + u' '
                                   + done.answer["ticket"_L1].toString();
            if (issued.value(number, done.command) != done.command) {
                faults.append(u"%1 was given twice"_s.arg(number));
            }
            issued.insert(number, done.command);
        }
    }
    return {};
}

void Judge::compareEvent(const Acknowledgement &done, const Event &event)
{
    const QJsonObject facts = event.facts();
    for (const QLatin1StringView key : {"ticket"_L1, "counter"_L1}) {
        const bool isTold = facts.contains(key) && done.answer.contains(key);
        // A transfer's answer tells of the new leg, which no counter has.
        if (isTold && !done.answer[key].isNull() && facts[key] != done.answer[key]) {
            faults.append(u"event %1 tells another %2 than the answer"_s.arg(event.seq).arg(key));
        }
    }
}

void Judge::compareOrder(const std::vector<Acknowledgement> &acknowledged)
{
    struct Placed
    {
        qint64 seq = 0;
        const Acknowledgement *done = nullptr;
    };
    std::vector<Placed> placed;
    for (const Acknowledgement &done : acknowledged) {
        if (m_firstEvent.contains(done.command)) {
            placed.push_back({m_firstEvent[done.command].seq, &done});
        }
    }
    std::ranges::sort(placed, {}, &Placed::seq);
    qint64 latestBegin = 0; // of those that stand before
    for (const Placed &one : placed) {
        if (one.done->ended < latestBegin) {
            faults.append(u"event %1 ended before one that stands before it began"_s.arg(one.seq));
        }
        latestBegin = std::max(latestBegin, one.done->began);
    }
}

} // namespace

QStringList faultsOf(Database &database, const std::vector<Acknowledgement> &acknowledged)
{
    Judge judge(database);
    const auto replayed = judge.replay();
    if (!replayed) {
        return {u"unreadable: %1 %2"_s.arg(word(replayed.error().code), replayed.error().detail)};
    }
    if (const auto compared = judge.compareAnswers(acknowledged); !compared) {
        return {u"unreadable: %1"_s.arg(compared.error().detail)};
    }
    judge.compareOrder(acknowledged);
    const auto verified = verifyBranch(database);
    if (!verified) {
        judge.faults.append(u"verify: "_s + verified.error().detail);
    } else {
        for (const VerifyReport::Problem &problem : verified->problems) {
            judge.faults.append(u"verify: "_s + problem.problem);
        }
    }
    return judge.faults.mid(0, MostFaults);
}

QStringList faultsOf(const QString &path, const std::vector<Acknowledgement> &acknowledged)
{
    const auto database = openBranch(path);
    if (!database) {
        return {u"cannot be opened: "_s + word(database.error().code) + u' '
                + database.error().detail};
    }
    return faultsOf(**database, acknowledged);
}

} // namespace motcua
