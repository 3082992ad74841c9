// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/vietnamesetext.h"
#include "operations/centrekey.h"
#include "operations/publishedcatalogue.h"
#include "operations/servertools.h"
#include "sync/branchsync.h"
#include "sync/centre.h"

#include <QJsonArray>
#include <QRandomGenerator>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace motcua {

Result<QString> urlIn(const QString &named)
{
    if (Database::isOnServer(named)) {
        return named;
    }
    const auto content = readWhole(named);
    return content ? Result<QString>(QString::fromUtf8(*content).section(u'\n', 0, 0).trimmed())
                   : std::unexpected(content.error());
}

Result<QString> centreUrl(const Invocation &invocation)
{
    QString named = invocation.filePath(u"centre"_s);
    if (named.isEmpty()) {
        named = qEnvironmentVariable("MOTCUA_CENTRE");
    }
    if (named.isEmpty()) {
        named = invocation.setting(u"centre"_s);
    }
    if (named.isEmpty()) {
        return failure(ErrorCode::Usage, u"--centre"_s);
    }
    return urlIn(named);
}

namespace {

/// One line on a terminal that tells how far a sync is, written over itself.
class SyncLine
{
public:
    SyncLine() { m_running.start(); }
    ~SyncLine()
    {
        if (m_isShown) {
            printError({});
        }
    }
    Q_DISABLE_COPY_MOVE(SyncLine)

    void show(const SyncProgress &progress)
    {
        if (m_first < 0) {
            m_first = progress.cursor;
        }
        constexpr qint64 Pause = 200;
        if (::isatty(STDERR_FILENO) != 1
            || (m_isShown && m_running.elapsed() - m_shownAt < Pause)) {
            return;
        }
        m_isShown = true;
        m_shownAt = m_running.elapsed();
        constexpr double Mega = 1e6;
        const QString text = Texts::tr("%1 rows, %2 MB, %3 s left")
                                 .arg(progress.rows)
                                 .arg(static_cast<double>(progress.bytes) / Mega, 0, 'f', 1)
                                 .arg(left(progress));
        const QByteArray line = "\r\x1b[K" + text.toUtf8();
        std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
        std::fflush(stderr);
    }

private:
    /// Seconds; a guess by the events that are done since the first batch.
    [[nodiscard]] qint64 left(const SyncProgress &progress) const
    {
        constexpr qint64 Second = 1000;
        const qint64 done = progress.cursor - m_first;
        return done <= 0 ? 0
                         : m_running.elapsed() * (progress.head - progress.cursor) / done / Second;
    }

    QElapsedTimer m_running;
    qint64 m_shownAt = 0;
    qint64 m_first = -1;
    bool m_isShown = false;
};

QString reportText(const SyncReport &report)
{
    QStringList lines{
        Texts::tr(
            "%1 is at the centre up to event %2: %3 rows sent, %4 of them new, %5 days proven.")
            .arg(report.branch)
            .arg(report.cursor)
            .arg(report.rowsSent)
            .arg(report.rowsWritten)
            .arg(std::ssize(report.proven))};
    for (const QDate &day : report.unproven) {
        lines.append(Texts::tr("Not the same at the centre: %1").arg(shortDate(day)));
    }
    return lines.join(u'\n');
}

/// Takes over what the centre has published since the last time, unless a day is open: then the next
/// sync does. The version that is in force now.
Result<qint64> takeOver(Database &database, const QString &url, const SyncReport &report,
                        const Branch &branch, const QDateTime &now)
{
    const auto memory = syncMemory(database);
    if (!memory || report.published <= memory->published) {
        return memory ? Result<qint64>(memory->published) : std::unexpected(memory.error());
    }
    const auto content = publishedContent(url, report.published);
    if (!content) {
        return std::unexpected(content.error());
    }
    const CatalogueReading reading = PublishedFiles::fromJson(content->toUtf8()).read();
    if (!reading.faults.empty()) {
        const CatalogueFault &fault = reading.faults.front();
        return failure(ErrorCode::InvalidCatalogue, fault.file + u' ' + fault.place);
    }
    // Sent again after a cut it is done once.
    const QUuid id = QUuid::createUuidV5(
        branch.id, u"published %1 in %2"_s.arg(report.published).arg(branch.epoch));
    const auto taken = takeOverPublished(database, reading.catalogue, {id, now});
    if (!taken && taken.error().code == ErrorCode::DayAlreadyOpen) {
        return memory->published;
    }
    // Known with other people at other counters: done before a cut, and somebody changed them since.
    if (!taken && taken.error().code != ErrorCode::CommandIdReused) {
        return std::unexpected(taken.error());
    }
    const auto noted = notePublished(database, report.published);
    return noted ? Result<qint64>(report.published) : std::unexpected(noted.error());
}

int refuseWith(const Invocation &invocation, const Error &error, const SyncReport &report)
{
    if (!invocation.isJson() && report.cursor > 0) {
        printLine(reportText(report));
    }
    return invocation.refuse(error, report.toJson());
}

} // namespace

int runSync(const Invocation &invocation)
{
    const auto day = invocation.date(u"day"_s);
    const auto url = centreUrl(invocation);
    if (!day || !url) {
        return invocation.refuse(day ? url.error() : day.error());
    }
    const auto database = invocation.openDatabase();
    if (!database) {
        return invocation.refuse(database.error());
    }
    const qint64 now = invocation.now().toMSecsSinceEpoch();
    const auto memory = syncMemory(**database);
    const auto branch = readBranch(**database);
    if (!memory || !branch) {
        return invocation.refuse(memory ? branch.error() : memory.error());
    }
    // What timers ask every few minutes: nothing to do unless the last sync failed and its time has come.
    if (invocation.has(u"retry"_s) && (memory->failures == 0 || now < memory->nextTryAt)) {
        return invocation.answer({{u"due"_s, false}, {u"error"_s, QJsonValue::Null}}, {});
    }
    SyncLine line;
    SyncOptions options{.day = *day};
    options.progress = [&line](const SyncProgress &progress) { line.show(progress); };
    options.seal = [&database](const QString &publicKey, qint64 cursor) {
        return sealToCentre(**database, publicKey, cursor);
    };
    const auto report = syncBranch(**database, *url, now, options);
    if (!report) {
        // Not to know when to come again is no reason to hide why it failed.
        static_cast<void>(
            noteSyncFailure(**database, now, QRandomGenerator::global()->generateDouble()));
        SyncReport before;
        before.branch = branch->code;
        before.cursor = memory->cursor;
        before.head = branch->seq;
        return invocation.refuse(report.error(), before.toJson());
    }
    const auto catalogue = takeOver(**database, *url, *report, *branch, invocation.now());
    if (!catalogue) {
        return refuseWith(invocation, catalogue.error(), *report);
    }
    if (!report->unproven.empty()) {
        return refuseWith(
            invocation,
            {ErrorCode::DayUnproven, report->unproven.front().toString(Qt::ISODate), {}}, *report);
    }
    if (report->setAside > 0) {
        return refuseWith(
            invocation, {ErrorCode::RowsSetAside, QString::number(report->setAside), {}}, *report);
    }
    QJsonObject json = report->toJson();
    json.insert(u"catalogue"_s, *catalogue);
    json.insert(u"error"_s, QJsonValue::Null);
    QString text = reportText(*report);
    if (*catalogue > memory->published) {
        text += u'\n'
                + Texts::tr("Catalogue, hours and holidays are the centre's version %1 now.")
                      .arg(*catalogue);
    } else if (report->published > *catalogue) {
        text += u'\n'
                + Texts::tr("The centre has published version %1. It is taken over once the day is "
                            "closed.")
                      .arg(report->published);
    }
    return invocation.answer(json, text);
}

} // namespace motcua
