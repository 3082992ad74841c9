// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/migratebranch.h"

#include "operations/branchdatabase.h"
#include "operations/personvault.h"
#include "operations/servertools.h"
#include "operations/verifybranch.h"
#include "storage/durablefile.h"
#include "storage/intakerepository.h"
#include "storage/migrator.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject MigrateReport::toJson() const
{
    return {{u"branch"_s, branch}, {u"tables"_s, tables}, {u"rows"_s, rows},
            {u"from"_s, from},     {u"to"_s, to},         {u"seq"_s, seq}};
}

namespace {

using Values = std::vector<QVariant>; ///< of a row: null, bool, qint64 or QString

/// What makes two tables the same.
struct Content
{
    qint64 rows = 0;
    QByteArray digest; ///< SHA-256 of every value in the order of the key

    friend bool operator==(const Content &, const Content &) = default;
};

Error unknownTable(const Database &database, const Table &table, const QString &why)
{
    return {ErrorCode::MigrationChanged, database.path(), u"%1 %2"_s.arg(table.name, why)};
}

/// The tables of @p database, parents before what refers to them.
Result<std::vector<Table>> tablesToCopy(Database &database)
{
    static const QStringList types{u"text"_s, u"integer"_s, u"bigint"_s, u"boolean"_s};
    auto left = database.tables();
    if (!left) {
        return left;
    }
    for (const Table &table : *left) {
        if (table.key.isEmpty()) {
            return std::unexpected(unknownTable(database, table, u"has no order"_s));
        }
        for (const Table::Column &column : table.columns) {
            if (!types.contains(column.type)) {
                return std::unexpected(unknownTable(database, table, u"has a "_s + column.type));
            }
        }
    }
    std::vector<Table> ordered;
    QStringList names;
    while (!left->empty()) {
        const auto next = std::ranges::find_if(*left, [&names](const Table &table) {
            return std::ranges::all_of(
                table.parents, [&names](const QString &parent) { return names.contains(parent); });
        });
        if (next == left->end()) {
            return std::unexpected(
                unknownTable(database, left->front(), u"refers to itself in the end"_s));
        }
        names.append(next->name);
        ordered.push_back(std::move(*next));
        left->erase(next);
    }
    return ordered;
}

/// @p value as a column of @p type holds it on either engine; invalid when it cannot.
QVariant plain(const QVariant &value, const QString &type)
{
    if (value.isNull()) {
        return QVariant(QMetaType::fromType<QString>());
    }
    const int held = value.typeId();
    if (type == "text"_L1) {
        return held == QMetaType::QString ? value : QVariant();
    }
    if (held == QMetaType::Bool) {
        return type == "boolean"_L1 ? value : QVariant();
    }
    // PostgreSQL's driver gives a bigint that is not negative without a sign.
    if (held != QMetaType::Int && held != QMetaType::LongLong && held != QMetaType::ULongLong) {
        return {};
    }
    const qint64 number = value.toLongLong();
    if (type != "boolean"_L1) {
        return number;
    }
    return number == 0 || number == 1 ? QVariant(number == 1) : QVariant();
}

/// No two rows are written alike.
void addTo(QCryptographicHash &digest, const Values &row)
{
    for (const QVariant &value : row) {
        const QByteArray text = value.toString().toUtf8();
        digest.addData(value.isNull() ? QByteArray("-")
                                      : QByteArray::number(value.typeId()) + ' '
                                            + QByteArray::number(text.size()) + ' ' + text);
    }
}

QString quoted(const QStringList &names)
{
    return u'"' + names.join(u"\", \""_s) + u'"';
}

/// ":p0, :p1, …"
QString placeholders(qsizetype count)
{
    QStringList names;
    for (qsizetype i = 0; i < count; ++i) {
        names.append(u":p%1"_s.arg(i));
    }
    return names.join(u", "_s);
}

QStringList namesOf(const Table &table)
{
    QStringList names;
    for (const Table::Column &column : table.columns) {
        names.append(column.name);
    }
    return names;
}

void bindAll(Statement &statement, const Values &values)
{
    for (qsizetype i = 0; i < std::ssize(values); ++i) {
        statement.bindVariant(u":p%1"_s.arg(i), values[static_cast<size_t>(i)]);
    }
}

/// Hands every row of @p table to @p take, in the order of its key and a page at a time.
Result<Content> readRows(Database &database, const Table &table,
                         const std::function<Result<>(const Values &)> &take)
{
    constexpr int PageRows = 100;
    const QStringList names = namesOf(table);
    const QString select = u"SELECT %1 FROM \"%2\" "_s.arg(quoted(names), table.name);
    const QString end = u" ORDER BY %1 LIMIT %2"_s.arg(quoted(table.key)).arg(PageRows);
    const QString after =
        u"WHERE (%1) > (%2)"_s.arg(quoted(table.key), placeholders(table.key.size()));
    QCryptographicHash digest(QCryptographicHash::Sha256);
    Content content;
    Values last; ///< key of the row before
    for (;;) {
        Statement page(database, select + (last.empty() ? QString() : after) + end);
        bindAll(page, last);
        const auto rows = page.rows([&table](const Row &row) {
            Values values;
            for (int i = 0; i < row.columns(); ++i) {
                values.push_back(plain(row.value(i), table.columns[static_cast<size_t>(i)].type));
            }
            return values;
        });
        if (!rows) {
            return std::unexpected(rows.error());
        }
        for (const Values &row : *rows) {
            const auto wrong = std::ranges::find_if_not(row, &QVariant::isValid);
            if (wrong != row.end()) {
                const qsizetype column = wrong - row.begin();
                return failure(
                    ErrorCode::DatabaseDamaged, database.path(),
                    u"a value of %1.%2 is of another type"_s.arg(table.name, names[column]));
            }
            addTo(digest, row);
            if (const auto taken = take(row); !taken) {
                return std::unexpected(taken.error());
            }
        }
        content.rows += std::ssize(*rows);
        if (std::ssize(*rows) < PageRows) {
            break;
        }
        last.clear();
        for (const QString &column : table.key) {
            last.push_back(rows->back()[static_cast<size_t>(names.indexOf(column))]);
        }
    }
    content.digest = digest.result();
    return content;
}

Result<qint64> countOf(Database &database, const Table &table)
{
    Statement select(database, u"SELECT count(*) FROM \"%1\""_s.arg(table.name));
    const auto count = select.row([](const Row &row) { return row.bigInteger(0); });
    return count ? Result<qint64>(**count) : std::unexpected(count.error());
}

/// Demands that the branch verifies.
Result<> prove(Database &database, const std::function<void(qint64, qint64)> &progress = {})
{
    const auto verified = verifyBranch(database, progress);
    if (!verified) {
        return std::unexpected(verified.error());
    }
    if (!verified->problems.empty()) {
        return failure(ErrorCode::DatabaseDamaged, database.path(),
                       verified->problems.front().problem);
    }
    return {};
}

class Copier
{
public:
    Copier(Database &source, const Branch &branch, const MigrateProgress &progress)
        : m_source(source)
        , m_branch(branch)
        , m_progress(progress)
    {
    }

    /// Makes @p target, whose schema may be of any age, equal to the source, and proves it. Part of the
    /// caller's transaction.
    [[nodiscard]] Result<> fill(Database &target);
    [[nodiscard]] const MigrateReport &report() const { return m_report; }

private:
    [[nodiscard]] Result<> copy(Database &target, const std::vector<Table> &tables);
    [[nodiscard]] Result<> copy(Database &target, const Table &table, qint64 all);
    void tell(MigrateStage stage, qint64 done, qint64 total) const
    {
        if (m_progress) {
            m_progress(stage, done, total);
        }
    }

    Database &m_source;
    const Branch &m_branch;
    const MigrateProgress &m_progress;
    MigrateReport m_report;
};

Result<> Copier::fill(Database &target)
{
    m_report = {.branch = m_branch.code, .from = {}, .to = {}, .seq = m_branch.seq};
    if (const auto done = migrate(target, shippedMigrations()); !done) {
        return done;
    }
    const auto tables = tablesToCopy(m_source);
    const auto here = tablesToCopy(target);
    if (!tables || !here) {
        return std::unexpected(tables ? here.error() : tables.error());
    }
    if (*tables != *here) {
        return failure(ErrorCode::MigrationChanged, m_source.path(), u"other tables"_s);
    }
    if (const auto copied = copy(target, *tables); !copied) {
        return copied;
    }
    // Copied from a place that a cut left retired.
    Statement goOn(target, u"UPDATE branch SET retired = :retired"_s);
    if (const auto done = goOn.bind(u":retired"_s, false).run(); !done) {
        return done;
    }
    const auto proven = prove(
        target, [this](qint64 done, qint64 total) { tell(MigrateStage::Checking, done, total); });
    if (!proven) {
        return proven;
    }
    // The lock on the source may have been lost meanwhile, and others may have gone on there.
    const auto before = readBranch(m_source);
    if (!before) {
        return std::unexpected(before.error());
    }
    return target.setMark(Database::ArrivingId);
}

Result<> Copier::copy(Database &target, const std::vector<Table> &tables)
{
    // A migration may have written rows of its own, and a new branch has some.
    for (const Table &table : tables | std::views::reverse) {
        if (const auto done = target.run(u"DELETE FROM \"%1\""_s.arg(table.name)); !done) {
            return done;
        }
    }
    qint64 all = 0;
    for (const Table &table : tables) {
        const auto count = countOf(m_source, table);
        if (!count) {
            return std::unexpected(count.error());
        }
        all += *count;
    }
    for (const Table &table : tables) {
        if (const auto done = copy(target, table, all); !done) {
            return done;
        }
    }
    m_report.tables = static_cast<int>(tables.size());
    if (m_report.rows != all) {
        return failure(ErrorCode::DatabaseDamaged, m_source.path(), u"rows were not read"_s);
    }
    return {};
}

Result<> Copier::copy(Database &target, const Table &table, qint64 all)
{
    constexpr qint64 Often = 500;
    tell(MigrateStage::Copying, m_report.rows, all);
    Statement insert(
        target, u"INSERT INTO \"%1\" (%2) VALUES (%3)"_s.arg(
                    table.name, quoted(namesOf(table)), placeholders(std::ssize(table.columns))));
    const auto sent = readRows(m_source, table, [&](const Values &row) -> Result<> {
        bindAll(insert, row);
        if (const auto done = insert.run(); !done) {
            return done;
        }
        if (++m_report.rows % Often == 0) {
            tell(MigrateStage::Copying, m_report.rows, all);
        }
        return {};
    });
    if (!sent) {
        return std::unexpected(sent.error());
    }
    const auto arrived = readRows(target, table, [](const Values &) { return Result<>(); });
    const auto count = countOf(target, table);
    if (!arrived || !count) {
        return std::unexpected(arrived ? count.error() : arrived.error());
    }
    if (*arrived != *sent || *count != sent->rows) {
        return failure(ErrorCode::DatabaseDamaged, target.path(),
                       u"%1 is not what was sent"_s.arg(table.name));
    }
    return {};
}

/// Whether @p there is what @p branch left behind when it moved away.
bool isLeft(const Branch &there, const Branch &branch)
{
    return there.id == branch.id && there.retired && !branch.retired && there.seq <= branch.seq
           && there.epoch <= branch.epoch;
}

/// What is at the place a branch shall move to and may be overwritten; null for nothing.
Result<std::unique_ptr<Database>> overwritable(const QString &place, const Branch &branch)
{
    auto arriving = Database::open(place, Database::ArrivingId);
    if (arriving) {
        const auto there = readBranch(**arriving);
        if (!there) {
            return std::unexpected(there.error());
        }
        return there->id == branch.id ? std::move(arriving)
                                      : failure(ErrorCode::DatabaseExists, (*arriving)->path());
    }
    if (arriving.error().code == ErrorCode::DatabaseMissing) {
        return nullptr;
    }
    if (arriving.error().code != ErrorCode::DatabaseForeign
        && arriving.error().code != ErrorCode::DatabaseDamaged) {
        return arriving;
    }
    auto database = Database::open(place);
    const auto there = database ? readBranch(**database) : std::unexpected(database.error());
    if (there && there->id == branch.id && branch.retired && !there->retired) {
        return failure(ErrorCode::BranchMoved, (*database)->path());
    }
    if (there && (*database)->isOnServer() && there->code == branch.code
        && (isNew(*there) || isLeft(*there, branch))) {
        return database;
    }
    return failure(ErrorCode::DatabaseExists, Database::nameOf(place));
}

/// The branch's key where @p to wants it: to a file it comes along, to a server it is brought by hand.
class Key
{
public:
    Key(QString from, QString to)
        : m_from(std::move(from))
        , m_to(std::move(to))
    {
    }

    [[nodiscard]] Result<> check(const QString &publicKey, bool isBrought);
    [[nodiscard]] Result<> copy() const;
    /// Takes back what copy() did.
    void remove() const;

private:
    QString m_from;
    QString m_to;
    bool m_isMissing = false; ///< at the place where it is wanted
};

Result<> Key::check(const QString &publicKey, bool isBrought)
{
    if (publicKey.isEmpty()) { // of before there were records
        return {};
    }
    m_isMissing = isBrought && !QFile::exists(m_to);
    const auto vault = PersonVault::open(m_isMissing ? m_from : m_to, publicKey);
    return vault ? Result<>() : std::unexpected(vault.error());
}

Result<> Key::copy() const
{
    if (!m_isMissing) {
        return {};
    }
    discard(unfinishedPath(m_to));
    auto content = readWhole(m_from);
    if (!content) {
        return std::unexpected(content.error());
    }
    auto written = writePrivate(m_to, *content);
    content->fill('\0');
    return written;
}

void Key::remove() const
{
    if (m_isMissing) {
        QFile::remove(m_to);
    }
}

/// Everything in one transaction, over what may be overwritten there.
Result<> overwrite(Database &target, const Branch &branch, const Completion &fill)
{
    auto whole = Transaction::beginBuilding(target);
    if (!whole) {
        return std::unexpected(whole.error());
    }
    const auto there = readBranch(target); // somebody may have begun to work there
    if (!there) {
        return std::unexpected(there.error());
    }
    if (there->id != branch.id && !isNew(*there)) {
        return failure(ErrorCode::DatabaseExists, target.path());
    }
    const auto filled = fill(target);
    return filled ? whole->commit() : filled;
}

/// Makes the branch of what arrived at @p place.
Result<> publishBranch(const QString &place)
{
    const auto target = Database::open(place, Database::ArrivingId);
    if (!target) {
        return std::unexpected(target.error());
    }
    auto transaction = Transaction::beginBuilding(**target);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto marked = (*target)->setMark(Database::ApplicationId);
    return marked ? transaction->commit() : marked;
}

} // namespace

Result<MigrateReport> migrateBranch(const QString &from, const QString &to,
                                    const QString &expectedCode, const MigrateProgress &progress)
{
    if (Database::nameOf(from) == Database::nameOf(to)) {
        return failure(ErrorCode::DatabaseExists, Database::nameOf(to));
    }
    const auto source = openBranch(from, expectedCode);
    if (!source) {
        return std::unexpected(source.error());
    }
    auto locked = Transaction::beginBuilding(**source);
    if (!locked) {
        return std::unexpected(locked.error());
    }
    const auto branch = readBranch(**source);
    const auto publicKey = IntakeRepository(**source).publicKey();
    if (!branch || !publicKey) {
        return std::unexpected(branch ? publicKey.error() : branch.error());
    }
    auto target = overwritable(to, *branch);
    if (!target) {
        return std::unexpected(target.error());
    }
    if (branch->retired && !*target) {
        return failure(ErrorCode::DatabaseReplaced, (*source)->path());
    }
    Key key((*source)->keyFile(), Database::keyFileOf(to));
    if (const auto checked = key.check(*publicKey, !Database::isOnServer(to)); !checked) {
        return std::unexpected(checked.error());
    }
    if (const auto proven = prove(**source); !proven) {
        return std::unexpected(proven.error());
    }

    Copier copier(**source, *branch, progress);
    const Completion fill = [&](Database &database) -> Result<> {
        auto whole = Transaction::beginBuilding(database); // of a file; else part of another
        if (!whole) {
            return std::unexpected(whole.error());
        }
        const auto filled = copier.fill(database);
        const auto brought = filled ? key.copy() : filled;
        return brought ? whole->commit() : brought;
    };
    const auto arrived = *target ? overwrite(**target, *branch, fill) : buildDatabase(to, fill);
    if (!arrived) {
        key.remove();
        return std::unexpected(arrived.error());
    }
    target->reset();
    const auto tell = [&progress](MigrateStage stage) {
        if (progress) {
            progress(stage, 1, 1);
        }
    };
    tell(MigrateStage::Arrived);
    if (const auto retired = setRetired(**source, true); !retired) {
        return std::unexpected(retired.error());
    }
    if (const auto done = locked->commit(); !done) {
        return std::unexpected(done.error());
    }
    tell(MigrateStage::Retired);
    if (const auto published = publishBranch(to); !published) {
        return std::unexpected(published.error());
    }
    MigrateReport report = copier.report();
    report.from = (*source)->path();
    report.to = Database::nameOf(to);
    return report;
}

} // namespace motcua
