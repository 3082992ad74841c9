// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/procedureimport.h"

#include "core/nationalcatalogue.h"
#include "core/vietnamesetext.h"
#include "storage/cataloguerepository.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace motcua {

QJsonObject ProcedureImportAnswer::toJson() const
{
    return {{u"added"_s, added},     {u"changed"_s, changed}, {u"unchanged"_s, unchanged},
            {u"missing"_s, missing}, {u"codes"_s, codes},     {u"changes"_s, changes},
            {u"kept"_s, kept}};
}

ProcedureImportAnswer ProcedureImportAnswer::fromJson(const QJsonObject &json)
{
    return {.added = json["added"_L1].toInt(),
            .changed = json["changed"_L1].toInt(),
            .unchanged = json["unchanged"_L1].toInt(),
            .missing = json["missing"_L1].toInt(),
            .codes = json["codes"_L1].toArray(),
            .changes = json["changes"_L1].toArray(),
            .kept = json["kept"_L1].toArray()};
}

namespace {

struct Plan
{
    ProcedureImportAnswer answer;
    std::vector<Procedure> writes;         ///< added and changed
    std::vector<const Procedure *> offers; ///< what the file says otherwise than last time
};

QJsonObject told(const QString &code, const ProcedureUpdate::Change &change)
{
    return {{u"code"_s, code},
            {u"field"_s, change.field},
            {u"before"_s, change.before},
            {u"after"_s, change.after}};
}

/// The letter @p procedure gets if it has no place yet, else the one it has.
QString groupOf(const Procedure &procedure, const ProcedureImport &import)
{
    const bool isFree = procedure.group.isEmpty() && procedure.referral.isEmpty();
    const bool isMeant = import.field.isEmpty() || folded(import.field) == folded(procedure.field);
    return isFree && isMeant ? import.group : procedure.group;
}

Result<Plan> planOf(Database &database, const ProcedureImport &import)
{
    CatalogueRepository repository(database);
    if (!import.group.isEmpty()) {
        const auto group = repository.group(import.group);
        if (!group) {
            return std::unexpected(group.error());
        }
        if (!*group) {
            return failure(ErrorCode::UnknownGroup, import.group);
        }
    }
    const auto stored = repository.storedProcedures();
    if (!stored) {
        return std::unexpected(stored.error());
    }
    Plan plan;
    qsizetype found = 0;
    for (const Procedure &offered : import.procedures) {
        const auto known = stored->find(offered.code);
        const bool isKnown = known != stored->end();
        const std::optional<Procedure> &before = isKnown ? known->second.offered : std::nullopt;
        if (!before || *before != offered) {
            plan.offers.push_back(&offered);
        }
        if (!isKnown || !known->second.active) {
            Procedure added = offered;
            added.group = groupOf(added, import);
            plan.writes.push_back(added);
            plan.answer.codes.append(added.code);
            ++plan.answer.added;
            continue;
        }
        ++found;
        ProcedureUpdate update =
            updated(known->second.procedure, before ? &*before : nullptr, offered);
        const QString group = groupOf(update.procedure, import);
        if (group != update.procedure.group) {
            update.changes.push_back({u"group"_s, update.procedure.group, group});
            update.procedure.group = group;
        }
        for (const ProcedureUpdate::Change &change : update.changes) {
            plan.answer.changes.append(told(offered.code, change));
        }
        for (const ProcedureUpdate::Change &change : update.kept) {
            plan.answer.kept.append(told(offered.code, change));
        }
        if (update.changes.empty()) {
            ++plan.answer.unchanged;
        } else {
            ++plan.answer.changed;
            plan.writes.push_back(std::move(update.procedure));
        }
    }
    const auto active =
        std::ranges::count_if(*stored, [](const auto &entry) { return entry.second.active; });
    plan.answer.missing = static_cast<int>(active - found);
    return plan;
}

Result<ProcedureImportAnswer> take(BranchTransaction &command, const ProcedureImport &import)
{
    if (!command.branch().businessDate.isNull()) {
        return failure(ErrorCode::DayAlreadyOpen,
                       command.branch().businessDate.toString(Qt::ISODate));
    }
    const auto plan = planOf(command.database(), import);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    if (plan->writes.empty() && plan->offers.empty()) {
        return plan->answer;
    }
    CatalogueRepository repository(command.database());
    QJsonArray versions;
    for (const Procedure &procedure : plan->writes) {
        const auto version =
            repository.write(procedure, ProcedureSource::National, command.nextSeq());
        if (!version) {
            return std::unexpected(version.error());
        }
        versions.append(QJsonObject{{u"code"_s, procedure.code}, {u"version"_s, *version}});
    }
    for (const Procedure *offered : plan->offers) {
        if (const auto done = repository.writeOffered(*offered, command.nextSeq()); !done) {
            return std::unexpected(done.error());
        }
    }
    const auto digest = repository.digest();
    if (!digest) {
        return std::unexpected(digest.error());
    }
    const auto appended = command.append(EventKind::ProceduresImported, {},
                                         {{u"file"_s, import.file},
                                          {u"added"_s, plan->answer.added},
                                          {u"changed"_s, plan->answer.changed},
                                          {u"versions"_s, versions},
                                          {u"digest"_s, *digest}});
    if (!appended) {
        return std::unexpected(appended.error());
    }
    return plan->answer;
}

/// SHA-256 over all that @p procedures say.
QString digestOf(const std::vector<Procedure> &procedures)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Procedure &procedure : procedures) {
        hash.addData(QJsonDocument(toJson(procedure)).toJson(QJsonDocument::Compact));
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

Result<ProcedureImportAnswer> previewProcedures(Database &database, const ProcedureImport &import)
{
    const auto transaction = Transaction::beginReading(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto plan = planOf(database, import);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    return plan->answer;
}

Result<ProcedureImportAnswer> importProcedures(Database &database, const CommandContext &context,
                                               const ProcedureImport &import)
{
    return runCommand<ProcedureImportAnswer>(
        database, context,
        {{u"command"_s, u"procedure import"_s},
         {u"procedures"_s, digestOf(import.procedures)},
         {u"group"_s, import.group},
         {u"field"_s, import.field}},
        [&](BranchTransaction &command) { return take(command, import); });
}

} // namespace motcua
