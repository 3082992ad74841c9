// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/publishedcatalogue.h"

#include "operations/branchdatabase.h"
#include "storage/staffrepository.h"
#include "storage/statement.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace motcua {

QByteArray PublishedFiles::toJson() const
{
    QJsonObject all;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        all.insert(file.key(), QString::fromUtf8(file.value()));
    }
    return QJsonDocument(QJsonObject{{u"branch_file"_s, branchFile}, {u"files"_s, all}})
        .toJson(QJsonDocument::Compact);
}

PublishedFiles PublishedFiles::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    PublishedFiles published{object["branch_file"_L1].toString(), {}};
    const QJsonObject all = object["files"_L1].toObject();
    for (auto file = all.begin(); file != all.end(); ++file) {
        published.files.insert(file.key(), file.value().toString().toUtf8());
    }
    return published;
}

CatalogueReading PublishedFiles::read() const
{
    return readCatalogue(branchFile, files.value(branchFile),
                         [this](const QString &name) -> std::optional<QByteArray> {
                             const auto file = files.find(name);
                             return file == files.end() ? std::nullopt : std::optional(*file);
                         });
}

namespace {

using Links = QHash<QString, QStringList>;

Result<Links> linksOf(Database &database, const QString &sql)
{
    Links links;
    Statement select(database, sql);
    const auto read =
        select.forEach([&links](const Row &row) { links[row.text(0)].append(row.text(1)); });
    return read ? Result<Links>(std::move(links)) : std::unexpected(read.error());
}

} // namespace

Result<Branch> takeOverPublished(Database &database, const Catalogue &published,
                                 const CommandContext &context)
{
    const auto branch = readBranch(database);
    const auto staff = StaffRepository(database).all();
    Statement select(database, u"SELECT number FROM counter WHERE active ORDER BY number"_s);
    auto counters =
        select.rows([](const Row &row) { return Counter{.number = row.integer(0), .groups = {}}; });
    if (!branch || !staff || !counters) {
        return std::unexpected(!branch  ? branch.error()
                               : !staff ? staff.error()
                                        : counters.error());
    }
    Catalogue own = published;
    own.branchNumber = branch->number;
    own.branchCode = branch->code;
    own.branchName = branch->name;
    own.organisation = branch->organisation;
    own.address = branch->address;
    own.settings = branch->settings;
    own.counters = std::move(*counters);
    own.staff.clear();
    for (const Staff &person : *staff) {
        own.staff.push_back({person.code, person.name, person.groups, person.permissions});
    }
    // Who serves a group that is not published any more serves it again when it comes back: such a link
    // stays, and is not read while the group is inactive.
    const auto counterGroups =
        linksOf(database, u"SELECT counter, group_letter FROM counter_group"_s);
    const auto staffGroups = linksOf(database, u"SELECT staff, group_letter FROM staff_group"_s);
    if (!counterGroups || !staffGroups) {
        return std::unexpected(counterGroups ? staffGroups.error() : counterGroups.error());
    }
    QSet<QString> letters;
    for (const Group &group : own.groups) {
        if (group.active) {
            letters.insert(group.letter);
        }
    }
    for (Counter &counter : own.counters) {
        counter.groups = counterGroups->value(QString::number(counter.number));
        if (!QSet<QString>(counter.groups.begin(), counter.groups.end()).intersects(letters)) {
            // nobody there could call anybody
            return failure(ErrorCode::InvalidCatalogue,
                           u"counters: %1: groups"_s.arg(counter.number));
        }
    }
    for (StaffMember &member : own.staff) {
        member.groups = staffGroups->value(member.code);
    }
    return importCatalogue(database, own, context);
}

} // namespace motcua
