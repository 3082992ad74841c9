// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/publishedcatalogue.h"

#include "operations/branchdatabase.h"
#include "storage/cataloguerepository.h"
#include "storage/staffrepository.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

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

Result<Branch> takeOverPublished(Database &database, const Catalogue &published,
                                 const CommandContext &context)
{
    const auto branch = readBranch(database);
    const auto staff = StaffRepository(database).all();
    auto counters = CatalogueRepository(database).counters();
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
    QSet<QString> letters;
    for (const Group &group : own.groups) {
        letters.insert(group.letter);
    }
    const auto keepKnown = [&letters](QStringList &groups) {
        groups.removeIf([&letters](const QString &letter) { return !letters.contains(letter); });
    };
    std::ranges::for_each(own.counters, keepKnown, &Counter::groups);
    for (const Counter &counter : own.counters) {
        if (counter.groups.isEmpty()) { // nobody there could call anybody
            return failure(ErrorCode::InvalidCatalogue,
                           u"counters: %1: groups"_s.arg(counter.number));
        }
    }
    std::ranges::for_each(own.staff, keepKnown, &StaffMember::groups);
    return importCatalogue(database, own, context);
}

} // namespace motcua
