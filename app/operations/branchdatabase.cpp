// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/branchdatabase.h"

#include "storage/cataloguerepository.h"
#include "storage/durablefile.h"
#include "storage/migrator.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QScopeGuard>

#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// What the judge of the events has to know of a catalogue: the lines and their ranges.
QJsonObject factsOf(const Catalogue &catalogue)
{
    QJsonArray groups;
    for (const Group &group : catalogue.groups) {
        groups.append(QJsonObject{{u"letter"_s, group.letter},
                                  {u"first"_s, group.firstNumber},
                                  {u"last"_s, group.lastNumber}});
    }
    return {{u"groups"_s, groups},
            {u"counters"_s, static_cast<qint64>(catalogue.counters.size())},
            {u"procedures"_s, static_cast<qint64>(catalogue.procedures.size())}};
}

struct BranchAnswer
{
    QString code;

    [[nodiscard]] QJsonObject toJson() const { return {{u"code"_s, code}}; }
    [[nodiscard]] static BranchAnswer fromJson(const QJsonObject &json)
    {
        return {json["code"_L1].toString()};
    }
};

Result<BranchAnswer> write(BranchTransaction &command, const Catalogue &catalogue)
{
    if (!command.branch().businessDate.isNull()) {
        return failure(ErrorCode::DayAlreadyOpen,
                       command.branch().businessDate.toString(Qt::ISODate));
    }
    if (catalogue.branchCode != command.branch().code) {
        return failure(ErrorCode::WrongBranch, catalogue.branchCode);
    }
    if (command.branch().seq == 0) {
        const auto created =
            command.append(EventKind::BranchCreated, {},
                           {{u"branch"_s, command.branch().id.toString(QUuid::WithoutBraces)},
                            {u"code"_s, command.branch().code}});
        if (!created) {
            return std::unexpected(created.error());
        }
    }
    CatalogueRepository repository(command.database());
    const auto written = repository.write(catalogue, command.nextSeq());
    if (!written) {
        return std::unexpected(written.error());
    }
    const auto digest = repository.digest();
    if (!digest) {
        return std::unexpected(digest.error());
    }
    QJsonObject facts = factsOf(catalogue);
    facts.insert(u"digest"_s, *digest);
    const auto imported = command.append(EventKind::CatalogueImported, {}, facts);
    if (!imported) {
        return std::unexpected(imported.error());
    }
    return BranchAnswer{command.branch().code};
}

Result<> fill(Database &database, const Catalogue &catalogue, const CommandContext &context,
              const Completion &complete)
{
    if (const auto done = migrate(database, shippedMigrations()); !done) {
        return done;
    }
    const Branch branch{.id = QUuid::createUuid(),
                        .code = catalogue.branchCode,
                        .number = catalogue.branchNumber,
                        .name = catalogue.branchName,
                        .organisation = catalogue.organisation,
                        .address = catalogue.address,
                        .settings = catalogue.settings,
                        .headHash = {},
                        .clock = {},
                        .businessDate = {},
                        .skipDate = {}};
    if (const auto done = insertBranch(database, branch); !done) {
        return done;
    }
    const auto imported = importCatalogue(database, catalogue, context);
    if (!imported) {
        return std::unexpected(imported.error());
    }
    return complete ? complete(database) : Result<>();
}

/// Built under another name and linked to its own in one step.
Result<> buildFile(const QString &path, const Completion &fill)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    // Of two programs that make a branch here the second waits, and then finds it made.
    const int turn = ::open(QFile::encodeName(folder.filePath()).constData(),
                            O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (turn < 0) {
        return failure(ErrorCode::FileUnwritable, folder.absoluteFilePath());
    }
    const auto over = qScopeGuard([turn] { ::close(turn); });
    if (::flock(turn, LOCK_EX) != 0) {
        return failure(ErrorCode::FileUnwritable, folder.absoluteFilePath());
    }
    // A journal that a lost database left behind would be rolled into the new one.
    for (const QString &taken : {path, path + u"-journal"_s}) {
        if (QFileInfo::exists(taken)) {
            return failure(ErrorCode::DatabaseExists, taken);
        }
    }
    const QString unfinished = unfinishedPath(path);
    discard(unfinished);
    auto built = [&]() -> Result<> {
        auto database = Database::create(unfinished);
        if (!database) {
            return std::unexpected(database.error());
        }
        // Nobody else on this PC may read it (the journal inherits the mode).
        QFile::setPermissions(unfinished, QFile::ReadOwner | QFile::WriteOwner);
        return fill(**database);
    }();
    if (built) {
        built = publish(unfinished, path);
    }
    if (!built) {
        discard(unfinished);
        Error error = built.error();
        error.subject = error.subject == unfinished ? path : error.subject;
        return std::unexpected(error);
    }
    return {};
}

/// Everything in one transaction.
Result<> buildOnServer(const QString &url, const Completion &fill)
{
    auto database = Database::create(url);
    if (!database) {
        return std::unexpected(database.error());
    }
    auto whole = Transaction::beginBuilding(**database);
    if (!whole) {
        return std::unexpected(whole.error());
    }
    const auto filled = fill(**database);
    return filled ? whole->commit() : filled;
}

} // namespace

Result<> buildDatabase(const QString &place, const Completion &fill)
{
    return Database::isOnServer(place) ? buildOnServer(place, fill) : buildFile(place, fill);
}

Result<Branch> importCatalogue(Database &database, const Catalogue &catalogue,
                               const CommandContext &context)
{
    const auto done = runCommand<BranchAnswer>(
        database, context,
        {{u"command"_s, u"catalogue import"_s},
         {u"code"_s, catalogue.branchCode},
         {u"catalogue"_s, factsOf(catalogue)}},
        [&](BranchTransaction &command) { return write(command, catalogue); });
    if (!done) {
        return std::unexpected(done.error());
    }
    return readBranch(database);
}

Result<Branch> createBranch(const QString &place, const Catalogue &catalogue,
                            const CommandContext &context, const Completion &complete)
{
    const auto built = buildDatabase(
        place, [&](Database &database) { return fill(database, catalogue, context, complete); });
    if (!built) {
        return std::unexpected(built.error());
    }
    const auto database = openBranch(place);
    if (!database) {
        return std::unexpected(database.error());
    }
    return readBranch(**database);
}

bool isNew(const Branch &branch)
{
    constexpr qint64 FirstEvents = 2;
    return branch.seq <= FirstEvents;
}

Result<std::unique_ptr<Database>> openBranch(const QString &place, const QString &expectedCode)
{
    auto database = Database::open(place);
    if (!database) {
        return database;
    }
    const auto migrations = shippedMigrations();
    const auto pending = pendingMigrations(**database, migrations);
    if (!pending) {
        return std::unexpected(pending.error());
    }
    if (std::cmp_equal(*pending, migrations.size())) { // a branch has at least the first
        return failure(ErrorCode::DatabaseDamaged, (*database)->path(),
                       u"no migrations recorded"_s);
    }
    if (const auto done = migrate(**database, migrations); !done) {
        return std::unexpected(done.error());
    }
    if (!expectedCode.isEmpty()) {
        const auto branch = readBranch(**database);
        if (!branch) {
            return std::unexpected(branch.error());
        }
        if (branch->code != expectedCode) {
            return failure(ErrorCode::WrongBranch, branch->code);
        }
    }
    return database;
}

} // namespace motcua
