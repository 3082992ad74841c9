// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/backup.h"

#include "operations/branchdatabase.h"
#include "storage/cataloguerepository.h"
#include "storage/durablefile.h"
#include "storage/intakerepository.h"
#include "storage/ticketrepository.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject BackupReport::toJson() const
{
    return {{u"path"_s, path}, {u"branch"_s, branch}, {u"seq"_s, seq}, {u"bytes"_s, bytes}};
}

QJsonObject RestoreReport::toJson() const
{
    return {{u"path"_s, path},   {u"branch"_s, branch},   {u"seq"_s, seq},
            {u"epoch"_s, epoch}, {u"skipped"_s, skipped}, {u"replaced"_s, replaced}};
}

RestoreReport RestoreReport::fromJson(const QJsonObject &json)
{
    return {.path = json["path"_L1].toString(),
            .branch = json["branch"_L1].toString(),
            .seq = json["seq"_L1].toInteger(),
            .epoch = json["epoch"_L1].toInt(),
            .skipped = json["skipped"_L1].toInt(),
            .replaced = json["replaced"_L1].toString()};
}

namespace {

const QJsonObject RestoreRequest{{u"command"_s, u"restore"_s}};

/// Opens the database at @p path and demands that it verifies.
Result<Branch> prove(const QString &path)
{
    const auto copy = openBranch(path);
    if (!copy) {
        return std::unexpected(copy.error());
    }
    const auto verified = verifyBranch(**copy);
    if (!verified) {
        return std::unexpected(verified.error());
    }
    if (!verified->problems.empty()) {
        return failure(ErrorCode::DatabaseDamaged, path, verified->problems.front().problem);
    }
    return readBranch(**copy);
}

/// Begins the restored branch's new life; @p report says how, and is the answer kept for it.
Result<RestoreReport> beginEpoch(BranchTransaction &command, const RestoreReport &report,
                                 const QDate &day)
{
    const Branch &branch = command.branch();
    if (!branch.businessDate.isNull()) {
        const auto done = TicketRepository(command.database())
                              .skipNumbers(branch.businessDate, report.skipped, command.nextSeq());
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    const auto skipped =
        IntakeRepository(command.database())
            .skipNumbers(day, registerBook(day), report.skipped, command.nextSeq());
    if (!skipped) {
        return std::unexpected(skipped.error());
    }
    const auto appended = command.append(EventKind::BranchRestored, {},
                                         {{u"epoch"_s, report.epoch},
                                          {u"date"_s, day.toString(Qt::ISODate)},
                                          {u"skipped"_s, report.skipped},
                                          {u"dossiers"_s, report.skipped}});
    if (!appended) {
        return std::unexpected(appended.error());
    }
    command.beginEpoch(report.epoch, day, branch.businessDate == day ? 0 : report.skipped);
    return report;
}

/// The database that is to be replaced; null when the file is missing or cannot be read.
struct Present
{
    std::unique_ptr<Database> database;
    Branch branch;
};

Result<std::optional<Present>> presentAt(const QString &path, const Branch &restored)
{
    auto database = Database::open(path);
    auto branch = database ? readBranch(**database) : std::unexpected(database.error());
    if (!branch) {
        const ErrorCode code = branch.error().code;
        // A server that does not answer now may hold numbers that are in people's hands.
        const bool isThere = Database::isOnServer(path) && code != ErrorCode::DatabaseDamaged;
        if (code == ErrorCode::DatabaseBusy || isThere) {
            return std::unexpected(branch.error());
        }
        return std::nullopt;
    }
    if (branch->id != restored.id) {
        // What `server init` has just made.
        if (database && (*database)->isOnServer() && branch->code == restored.code
            && isNew(*branch)) {
            return std::nullopt;
        }
        return failure(ErrorCode::WrongBranch, restored.code);
    }
    return Present{std::move(*database), std::move(*branch)};
}

/// Stops the programs that have @p present open. A disk that takes no more writes must not keep the
/// branch from being restored; a program that is just writing must be waited for.
Result<> retire(Present &present)
{
    const auto retired = setRetired(*present.database, true);
    if (!retired && kindOf(retired.error().code) == ErrorKind::Busy) {
        return retired;
    }
    return {};
}

/// A free name beside @p path to keep what is there.
QString asideOf(const QString &path, const QDateTime &clock)
{
    const QString stamp =
        u"%1.replaced-%2"_s.arg(path, clock.toUTC().toString(u"yyyyMMdd-HHmmss"_s));
    QString aside = stamp;
    for (int n = 2; QFileInfo::exists(aside) || QFileInfo::exists(aside + "-journal"_L1); ++n) {
        aside = u"%1-%2"_s.arg(stamp).arg(n);
    }
    return aside;
}

/// Puts @p copy in the place of @p path and keeps what was there as @p aside.
Result<> exchange(const QString &copy, const QString &path, const QString &aside)
{
    // The journal first, also that of a lost database: left behind, it would be rolled into the
    // restored one.
    const QString journal = path + u"-journal"_s;
    if (QFileInfo::exists(journal) && !QFile::rename(journal, aside + u"-journal"_s)) {
        return failure(ErrorCode::FileUnwritable, journal);
    }
    if (QFileInfo::exists(path)) {
        if (const auto kept = addName(path, aside); !kept) {
            return kept;
        }
    }
    return replaceBy(copy, path);
}

/// How many numbers of @p date a line of @p present, its dossiers or its register have given that
/// @p backup does not know of.
int givenSince(Database &present, Database &backup, const QDate &date)
{
    const auto lines = TicketRepository(present).lines(date);
    const auto known = TicketRepository(backup).lines(date);
    const auto groups = CatalogueRepository(backup).groups();
    int most = 0;
    if (lines && known && groups) {
        for (const Group &group : *groups) {
            const auto now = lines->find(group.letter);
            const auto before = known->find(group.letter);
            const int last = before == known->end() ? group.firstNumber - 1 : before->second.number;
            most = std::max(most, now == lines->end() ? 0 : now->second.number - last);
            const int leased = before == known->end() ? 0 : before->second.leased;
            most = std::max(most, now == lines->end() ? 0 : now->second.leased - leased);
        }
    }
    IntakeRepository now(present);
    IntakeRepository before(backup);
    const QString book = registerBook(date);
    most = std::max(most, now.nextNumber(date).value_or(0) - before.nextNumber(date).value_or(0));
    return std::max(most, now.nextRegisterNumber(book).value_or(0)
                              - before.nextRegisterNumber(book).value_or(0));
}

/// The day whose numbers may be in people's hands.
QDate dayInHands(const std::optional<Present> &present, const Branch &backup,
                 const QDateTime &clock)
{
    if (present && !present->branch.businessDate.isNull()) {
        return present->branch.businessDate;
    }
    return backup.businessDate.isNull() ? clock.toTimeZone(backup.timeZone()).date()
                                        : backup.businessDate;
}

Result<RestoreReport> prepare(const Replacement &replacement, const Branch &backup,
                              const std::optional<Present> &present, const CommandContext &context,
                              std::optional<int> skip)
{
    const auto database = openBranch(replacement.copy);
    if (!database) {
        return std::unexpected(database.error());
    }
    const QDate day = dayInHands(present, backup, context.clock);
    const int given = present ? givenSince(*present->database, **database, day) : 0;
    const RestoreReport report{.path = Database::nameOf(replacement.path),
                               .branch = backup.code,
                               .seq = backup.seq,
                               .epoch =
                                   std::max(backup.epoch, present ? present->branch.epoch : 0) + 1,
                               .skipped = given + skip.value_or(backup.settings.restoreNumberGap),
                               .replaced = replacement.aside};
    // A file that was itself replaced once may be put back.
    if (const auto done = setRetired(**database, false); !done) {
        return std::unexpected(done.error());
    }
    return runCommand<RestoreReport>(
        **database, context, RestoreRequest,
        [&](BranchTransaction &command) { return beginEpoch(command, report, day); });
}

} // namespace

Result<RestoreReport> restoreFrom(const Replacement &replacement, const CommandContext &context,
                                  std::optional<int> skip, const QString &expectedCode)
{
    const auto backup = prove(replacement.copy);
    if (!backup) {
        return std::unexpected(backup.error());
    }
    if (!expectedCode.isEmpty() && backup->code != expectedCode) {
        return failure(ErrorCode::WrongBranch, backup->code);
    }
    auto present = presentAt(replacement.path, *backup);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (*present) {
        const auto stored = storedAnswerOf(*(*present)->database, context.id, RestoreRequest);
        if (!stored && stored.error().code == ErrorCode::CommandIdReused) {
            return std::unexpected(stored.error());
        }
        if (stored && *stored) {
            return RestoreReport::fromJson(**stored); // sent twice, done once
        }
        if (const auto retired = retire(**present); !retired) {
            return std::unexpected(retired.error());
        }
    }
    auto report = prepare(replacement, *backup, *present, context, skip);
    if (report) {
        if (Database::isOnServer(replacement.path)) {
            present->reset(); // nobody may be connected to it
        }
        if (const auto exchanged = replacement.exchange(); !exchanged) {
            report = std::unexpected(exchanged.error());
        }
    }
    if (!report && *present) { // nothing took its place after all
        static_cast<void>(setRetired(*(*present)->database, false));
    }
    return report;
}

Result<BackupReport> backupBranch(Database &database, const QString &path)
{
    if (database.isOnServer()) {
        return failure(ErrorCode::BackupByServer, database.path());
    }
    if (QFileInfo::exists(path)) {
        return failure(ErrorCode::DatabaseExists, path);
    }
    const QString unfinished = unfinishedPath(path);
    discard(unfinished);
    if (const auto made = makePrivate(unfinished); !made) { // VACUUM fills an empty file
        return std::unexpected(Error{made.error().code, path, made.error().detail});
    }
    Statement vacuum(database, u"VACUUM INTO :path"_s);
    vacuum.bind(u":path"_s, unfinished);
    if (auto copied = vacuum.run(); !copied) {
        discard(unfinished);
        // The database itself is only read here: what cannot be opened is the copy.
        return failure(copied.error().code == ErrorCode::DatabaseReadOnly
                           ? ErrorCode::FileUnwritable
                           : copied.error().code,
                       path, copied.error().detail);
    }
    const auto branch = prove(unfinished);
    if (!branch) {
        discard(unfinished);
        return std::unexpected(branch.error());
    }
    if (const auto published = publish(unfinished, path); !published) {
        discard(unfinished);
        return std::unexpected(published.error());
    }
    return BackupReport{
        .path = path, .branch = branch->code, .seq = branch->seq, .bytes = QFileInfo(path).size()};
}

Result<RestoreReport> restoreBranch(const QString &from, const QString &path,
                                    const CommandContext &context, std::optional<int> skip,
                                    const QString &expectedCode)
{
    if (Database::isOnServer(path)) {
        return failure(ErrorCode::BackupByServer, Database::nameOf(path));
    }
    if (!QFileInfo(from).isFile()) {
        return failure(ErrorCode::FileUnreadable, from);
    }
    const QString copy = unfinishedPath(path);
    discard(copy);
    if (!QFile::copy(from, copy)) {
        discard(copy);
        return failure(ErrorCode::FileUnwritable, copy);
    }
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    const QString aside = asideOf(path, context.clock);
    auto report = restoreFrom({.copy = copy,
                               .path = path,
                               .aside = QFileInfo::exists(path) ? aside : QString(),
                               .exchange = [&] { return exchange(copy, path, aside); }},
                              context, skip, expectedCode);
    discard(copy); // unless it has its name
    if (!report) {
        Error error = report.error();
        error.subject = error.subject == copy ? from : error.subject;
        return std::unexpected(error);
    }
    return report;
}

} // namespace motcua
