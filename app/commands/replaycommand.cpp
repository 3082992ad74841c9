// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/daysummary.h"
#include "core/definitions.h"
#include "core/queuelog.h"
#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"
#include "operations/signin.h"
#include "operations/verifybranch.h"
#include "storage/ticketrepository.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QThread>

#include <zlib.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// The whole file, unpacked when it is gzip.
Result<QByteArray> unpacked(const QString &path)
{
    constexpr qsizetype Largest = 1 << 28;
    gzFile file = gzopen(QFile::encodeName(path).constData(), "rb");
    if (!file) {
        return failure(ErrorCode::FileUnreadable, path);
    }
    QByteArray content;
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    int read = 0;
    while ((read = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0
           && content.size() < Largest) {
        content.append(buffer.constData(), read);
    }
    // Only closing tells that a packed file was cut off.
    if (gzclose(file) != Z_OK || read < 0 || content.size() >= Largest) {
        return failure(ErrorCode::FileUnreadable, path);
    }
    return content;
}

/// A branch with the office's queues as groups and its counters, one person at each.
Catalogue catalogueOf(const OfficeDay &day, const QString &office)
{
    Catalogue catalogue;
    catalogue.branchNumber = 1;
    catalogue.branchCode = u"REPLAY"_s;
    catalogue.branchName = {office, office};
    catalogue.organisation = {office, office};
    catalogue.settings.timeZone = u"Europe/Warsaw"_s;
    for (const OfficeDay::Queue &queue : day.queues) {
        catalogue.groups.push_back({.letter = queue.letter,
                                    .name = {queue.name, queue.name},
                                    .shortName = {queue.name, queue.name},
                                    .lastNumber = TicketNumber::Largest});
        for (int i = 0; i < queue.counters; ++i) {
            const int number = static_cast<int>(catalogue.counters.size()) + 1;
            const QString code = u"R%1"_s.arg(number, 3, 10, QChar(u'0'));
            catalogue.counters.push_back({number, {queue.letter}});
            catalogue.staff.push_back({code, code, {queue.letter}});
        }
    }
    return catalogue;
}

/// Plays the steps of a day on a branch, at the times the log gives them.
class Replay
{
public:
    Replay(Database &database, const OfficeDay &day, const Catalogue &catalogue, const QDate &date,
           const QTimeZone &zone)
        : m_database(database)
        , m_day(day)
        , m_catalogue(catalogue)
        , m_date(date)
        , m_zone(zone)
        , m_turn(day.queues.size(), 0)
        , m_busy(catalogue.counters.size() + 1, false)
    {
    }

    Result<> run(double speed);

private:
    [[nodiscard]] CommandContext at(const QTime &time) const
    {
        return {QUuid::createUuid(), QDateTime(m_date, time, m_zone)};
    }
    Result<> open();
    Result<> call(const OfficeDay::Step &step);
    Result<> finish(int counter, const QTime &time);
    Result<> close();

    Database &m_database;
    const OfficeDay &m_day;
    const Catalogue &m_catalogue;
    QDate m_date;
    QTimeZone m_zone;
    std::vector<int> m_turn;  ///< by queue: which of its counters calls next
    std::vector<bool> m_busy; ///< by counter number
};

template <typename T>
Result<> only(const Result<T> &result)
{
    if (!result) {
        return std::unexpected(result.error());
    }
    return {};
}

Result<> Replay::open()
{
    if (const auto opened = openDay(m_database, at(m_day.first), m_date); !opened) {
        return only(opened);
    }
    for (size_t i = 0; i < m_catalogue.counters.size(); ++i) {
        const auto shift = startShift(m_database, at(m_day.first), m_catalogue.counters[i].number,
                                      m_catalogue.staff[i].code);
        if (!shift) {
            return only(shift);
        }
    }
    return {};
}

Result<> Replay::finish(int counter, const QTime &time)
{
    if (!m_busy[static_cast<size_t>(counter)]) {
        return {};
    }
    for (const LegAction action : {LegAction::Start, LegAction::Finish}) {
        const auto acted =
            actAtCounter(m_database, at(time), {.counter = counter, .action = action});
        if (!acted) {
            return only(acted);
        }
    }
    m_busy[static_cast<size_t>(counter)] = false;
    return {};
}

Result<> Replay::call(const OfficeDay::Step &step)
{
    int first = 1;
    for (size_t queue = 0; queue < step.queue; ++queue) {
        first += m_day.queues[queue].counters;
    }
    const int counter = first + m_turn[step.queue]++ % m_day.queues[step.queue].counters;
    if (const auto finished = finish(counter, step.time); !finished) {
        return finished;
    }
    m_busy[static_cast<size_t>(counter)] = true;
    return only(callNext(m_database, at(step.time), counter));
}

Result<> Replay::close()
{
    for (const Counter &counter : m_catalogue.counters) {
        if (const auto finished = finish(counter.number, m_day.last); !finished) {
            return finished;
        }
    }
    return only(closeDay(m_database, at(m_day.last)));
}

Result<> Replay::run(double speed)
{
    if (const auto opened = open(); !opened) {
        return opened;
    }
    Progress progress(Texts::tr("Replayed"));
    QTime clock = m_day.first;
    for (size_t i = 0; i < m_day.steps.size(); ++i) {
        const OfficeDay::Step &step = m_day.steps[i];
        if (speed > 0) {
            QThread::msleep(static_cast<unsigned long>(clock.msecsTo(step.time) / speed));
        }
        clock = step.time;
        const Result<> done = step.kind == OfficeDay::Kind::Call
                                  ? call(step)
                                  : only(issueTicket(m_database, at(step.time),
                                                     {.group = m_day.queues[step.queue].letter}));
        if (!done) {
            return done;
        }
        progress.show(static_cast<qint64>(i) + 1, static_cast<qint64>(m_day.steps.size()));
    }
    return close();
}

struct Counts
{
    int issued = 0;
    int called = 0;
    int waiting = 0;
    int expired = 0;
    std::vector<qint64> waits; ///< ms
};

QJsonObject toJson(const Counts &counts)
{
    const auto seconds = [](std::optional<qint64> ms) {
        return ms ? QJsonValue(*ms / 1000) : QJsonValue();
    };
    return {{u"issued"_s, counts.issued},
            {u"called"_s, counts.called},
            {u"waiting"_s, counts.waiting},
            {u"expired"_s, counts.expired},
            {u"wait_median_s"_s, seconds(percentile(counts.waits, 50))},
            {u"wait_p90_s"_s, seconds(percentile(counts.waits, 90))}};
}

void count(Counts &counts, const Leg &leg)
{
    ++counts.issued;
    counts.waiting += leg.state == LegState::Waiting ? 1 : 0;
    counts.expired += leg.state == LegState::Expired ? 1 : 0;
    if (leg.firstCalledAt != 0) {
        ++counts.called;
        counts.waits.push_back(leg.firstCalledAt - leg.queuedAt);
    }
}

QString lineOf(const QString &name, const QJsonObject &json)
{
    return Texts::tr(
               "%1: %2 issued, %3 called, %4 left waiting at the end; wait median %5 min, 9 in 10 "
               "under %6 min")
        .arg(name)
        .arg(json["issued"_L1].toInt())
        .arg(json["called"_L1].toInt())
        .arg(json["expired"_L1].toInt() + json["waiting"_L1].toInt())
        .arg(begunMinutes(std::chrono::seconds(json["wait_median_s"_L1].toInt())))
        .arg(begunMinutes(std::chrono::seconds(json["wait_p90_s"_L1].toInt())));
}

int answerReplay(const Invocation &invocation, Database &database, const OfficeDay &day,
                 const QString &office, const QDate &date)
{
    const auto legs = TicketRepository(database).legsOf(date);
    if (!legs) {
        return invocation.refuse(legs.error());
    }
    const auto verified = verifyBranch(database);
    if (!verified) {
        return invocation.refuse(verified.error());
    }
    Counts total;
    std::map<QString, Counts> byLetter;
    for (const Leg &leg : *legs) {
        count(total, leg);
        count(byLetter[leg.group], leg);
    }
    QJsonObject json = toJson(total);
    QStringList lines{lineOf(office, json)};
    QJsonArray groups;
    for (const OfficeDay::Queue &queue : day.queues) {
        QJsonObject row = toJson(byLetter[queue.letter]);
        lines.append(u"  "_s + lineOf(queue.letter, row));
        row.insert(u"group"_s, queue.letter);
        row.insert(u"name"_s, queue.name);
        row.insert(u"queue_id"_s, queue.id);
        groups.append(row);
    }
    json.insert(u"total"_s, toJson(total));
    json.insert(u"groups"_s, groups);
    json.insert(u"office"_s, office);
    json.insert(u"business_date"_s, date.toString(Qt::ISODate));
    json.insert(u"verified"_s, verified->problems.empty());
    if (!verified->problems.empty()) {
        return invocation.refuse({ErrorCode::DatabaseDamaged, database.path(), {}}, json);
    }
    return invocation.answer(json, lines.join(u'\n'));
}

/// The branch to play on: the one at @p place when it has not had a day yet, else a new one.
Result<std::unique_ptr<Database>> branchFor(const QString &place, const Catalogue &catalogue,
                                            const QDateTime &before)
{
    const CommandContext context{QUuid::createUuid(), before};
    auto database = openBranch(place);
    if (!database && database.error().code == ErrorCode::DatabaseMissing) {
        if (const auto created = createBranch(place, catalogue, context); !created) {
            return std::unexpected(created.error());
        }
        return openBranch(place);
    }
    if (!database) {
        return database;
    }
    Statement days(**database, u"SELECT count(*) FROM business_day"_s);
    const auto count = days.row([](const Row &row) { return row.integer(0); });
    if (!count) {
        return std::unexpected(count.error());
    }
    if (**count > 0) {
        return failure(ErrorCode::DatabaseExists, (*database)->path());
    }
    const auto branch = readBranch(**database);
    if (!branch) {
        return std::unexpected(branch.error());
    }
    Catalogue own = catalogue;
    own.branchCode = branch->code;
    if (const auto imported = importCatalogue(**database, own, context); !imported) {
        return std::unexpected(imported.error());
    }
    return database;
}

} // namespace

int runReplay(const Invocation &invocation)
{
    const auto office = invocation.required(u"office"_s);
    const auto date = invocation.date(u"date"_s);
    if (!office || !date) {
        return invocation.refuse(office ? date.error() : office.error());
    }
    if (date->isNull()) {
        return invocation.refuse({ErrorCode::Usage, u"--date"_s, {}});
    }
    double speed = 0; // as fast as the disk allows
    if (invocation.has(u"speed"_s)) {
        const auto given = invocation.speed();
        if (!given) {
            return invocation.refuse(given.error());
        }
        speed = *given;
    }
    const auto content = unpacked(invocation.filePath());
    if (!content) {
        return invocation.refuse(content.error());
    }
    const auto day = readOfficeDay(*content, *office, *date);
    if (!day) {
        return invocation.refuse(day.error());
    }
    // Only a database named on the command line is used: the branch's own is never played upon.
    QTemporaryDir folder;
    QString place = folder.filePath(u"replay.db"_s);
    if (invocation.hasDatabaseOption()) {
        const auto given = invocation.databasePlace();
        if (!given) {
            return invocation.refuse(given.error());
        }
        place = *given;
    }
    const Catalogue catalogue = catalogueOf(*day, *office);
    const QDateTime before(*date, day->first, QTimeZone("Europe/Warsaw"));
    const auto database = branchFor(place, catalogue, before);
    if (!database) {
        return invocation.refuse(database.error());
    }
    const auto branch = readBranch(**database);
    if (!branch) {
        return invocation.refuse(branch.error());
    }
    const auto done = Replay(**database, *day, catalogue, *date, branch->timeZone()).run(speed);
    if (!done) {
        return invocation.refuse(done.error());
    }
    return answerReplay(invocation, **database, *day, *office, *date);
}

} // namespace motcua
