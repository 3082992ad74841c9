// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/centresync.h"

#include "operations/centrekey.h"
#include "operations/publishedcatalogue.h"
#include "storage/branchtransaction.h"
#include "sync/centre.h"
#include "sync/otherbranches.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// Takes over what the centre has published since version @p known; the version that is in force now.
Result<qint64> takeOver(Database &database, const QString &url, const SyncReport &report,
                        const Branch &branch, qint64 known, const QDateTime &now)
{
    if (report.published <= known) {
        return known;
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
        return known;
    }
    // Known with other people at other counters: done before a cut, and somebody changed them since.
    if (!taken && taken.error().code != ErrorCode::CommandIdReused) {
        return std::unexpected(taken.error());
    }
    const auto noted = notePublished(database, report.published);
    return noted ? Result<qint64>(report.published) : std::unexpected(noted.error());
}

} // namespace

CentreSync syncWithCentre(Database &database, const QString &url, const QDateTime &now,
                          SyncOptions options)
{
    CentreSync sync;
    const auto memory = syncMemory(database);
    const auto branch = readBranch(database);
    if (!memory || !branch) {
        sync.error = memory ? branch.error() : memory.error();
        return sync;
    }
    sync.catalogueBefore = memory->published;
    sync.catalogue = memory->published;
    options.seal = [&database](const QString &publicKey, qint64 cursor) {
        return sealToCentre(database, publicKey, cursor);
    };
    const qint64 clock = now.toMSecsSinceEpoch();
    auto report = syncBranch(database, url, clock, options);
    if (!report) {
        if (report.error().code != ErrorCode::Interrupted) {
            // Not to know when to come again is no reason to hide why it failed.
            static_cast<void>(
                noteSyncFailure(database, clock, QRandomGenerator::global()->generateDouble()));
        }
        sync.report.branch = branch->code;
        sync.report.cursor = memory->cursor;
        sync.report.head = branch->seq;
        sync.error = report.error();
        return sync;
    }
    sync.report = std::move(*report);
    const auto catalogue = takeOver(database, url, sync.report, *branch, memory->published, now);
    if (!catalogue) {
        sync.error = catalogue.error();
        return sync;
    }
    sync.catalogue = *catalogue;
    // For people to look at: an older centre or a line that has gone is no failure of this sync.
    const QDate month(now.date().year(), now.date().month(), 1);
    static_cast<void>(fetchOtherDays(database, url, month.addMonths(-1), clock));
    if (!sync.report.unproven.empty()) {
        sync.error =
            Error{ErrorCode::DayUnproven, sync.report.unproven.front().toString(Qt::ISODate), {}};
    } else if (sync.report.setAside > 0) {
        sync.error = Error{ErrorCode::RowsSetAside, QString::number(sync.report.setAside), {}};
    }
    return sync;
}

} // namespace motcua
