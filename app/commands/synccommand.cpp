// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/vietnamesetext.h"
#include "operations/servertools.h"
#include "roles/centresync.h"

#include <QElapsedTimer>

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
        const auto left = m_pace.secondsLeft(progress, m_running.elapsed());
        constexpr qint64 Pause = 200;
        if (::isatty(STDERR_FILENO) != 1
            || (m_isShown && m_running.elapsed() - m_shownAt < Pause)) {
            return;
        }
        m_isShown = true;
        m_shownAt = m_running.elapsed();
        constexpr double Mega = 1e6;
        const QString sent = Texts::tr("%1 rows, %2 MB")
                                 .arg(progress.rows)
                                 .arg(static_cast<double>(progress.bytes) / Mega, 0, 'f', 1);
        const QString text = left ? Texts::tr("%1, %2 s left").arg(sent).arg(*left) : sent;
        const QByteArray line = "\r\x1b[K" + text.toUtf8();
        std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
        std::fflush(stderr);
    }

private:
    SyncPace m_pace;
    QElapsedTimer m_running;
    qint64 m_shownAt = 0;
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
    const auto memory = syncMemory(**database);
    if (!memory) {
        return invocation.refuse(memory.error());
    }
    // What timers ask every few minutes: nothing to do unless the last sync failed and its time has come.
    if (invocation.has(u"retry"_s)
        && (memory->failures == 0 || invocation.now().toMSecsSinceEpoch() < memory->nextTryAt)) {
        return invocation.answer({{u"due"_s, false}, {u"error"_s, QJsonValue::Null}}, {});
    }
    SyncLine line;
    const CentreSync sync = syncWithCentre(
        **database, *url, invocation.now(),
        {.day = *day, .progress = [&line](const SyncProgress &progress) { line.show(progress); }});
    if (sync.error) {
        if (sync.report.batches > 0 && !invocation.isJson()) { // all was sent
            printLine(reportText(sync.report));
        }
        return invocation.refuse(*sync.error, sync.report.toJson());
    }
    QJsonObject json = sync.report.toJson();
    json.insert(u"catalogue"_s, sync.catalogue);
    json.insert(u"error"_s, QJsonValue::Null);
    QString text = reportText(sync.report);
    if (sync.catalogue > sync.catalogueBefore) {
        text += u'\n'
                + Texts::tr("Catalogue, hours and holidays are the centre's version %1 now.")
                      .arg(sync.catalogue);
    } else if (sync.report.published > sync.catalogue) {
        text += u'\n'
                + Texts::tr("The centre has published version %1. It is taken over once the day is "
                            "closed.")
                      .arg(sync.report.published);
    }
    return invocation.answer(json, text);
}

} // namespace motcua
