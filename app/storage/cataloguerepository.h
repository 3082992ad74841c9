// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "storage/statement.h"

#include <map>
#include <optional>
#include <vector>

namespace motcua {

/// Who wrote a version of a procedure.
enum class ProcedureSource { Branch, National };

/// A procedure the branch has or had, as an import compares it.
struct StoredProcedure
{
    Procedure procedure;              ///< current version
    std::optional<Procedure> offered; ///< what the national database said last
    bool active = true;
};

/// What the branch can edit: lines, counters, people, procedures, calendar.
class CatalogueRepository
{
public:
    explicit CatalogueRepository(Database &database)
        : m_database(database)
    {
    }

    /// Writes @p catalogue over what is there, inside the caller's transaction. Groups, counters,
    /// classes, people and procedures that it does not name stay for the tickets that refer to them
    /// but are no longer active. PINs stay. The branch's own texts and settings change with it.
    [[nodiscard]] Result<> write(const Catalogue &catalogue, qint64 seq);

    /// Stores @p procedure as active, behind the others when it is new. Gives it a new version when
    /// it says anything else than the current one; the group alone does not. Returns the version.
    [[nodiscard]] Result<int> write(const Procedure &procedure, ProcedureSource source, qint64 seq);
    /// Remembers what the national database says of a procedure that is there.
    [[nodiscard]] Result<> writeOffered(const Procedure &offered, qint64 seq);

    /// SHA-256 over everything write() stores but PINs, in hex: what an import's event says, so
    /// that a row changed behind the program's back is found.
    [[nodiscard]] Result<QString> digest();

    [[nodiscard]] Result<std::vector<Group>> groups();
    [[nodiscard]] Result<std::optional<Group>> group(const QString &letter);
    [[nodiscard]] Result<std::vector<PriorityClass>> priorityClasses();
    [[nodiscard]] Result<std::optional<PriorityClass>> priorityClass(const QString &code);
    [[nodiscard]] Result<std::vector<Counter>> counters();
    /// The letters that @p counter serves: while somebody is signed in there, those that this person
    /// can serve, all where none are recorded. Nothing for an unknown counter.
    [[nodiscard]] Result<std::optional<QStringList>> groupsOfCounter(int counter);
    [[nodiscard]] Result<std::optional<Procedure>> procedure(const QString &code);
    /// Any version there ever was, also of a procedure that is no longer active. The group is
    /// today's.
    [[nodiscard]] Result<std::optional<Procedure>> procedure(const QString &code, int version);
    /// By code, the inactive ones too.
    [[nodiscard]] Result<std::map<QString, StoredProcedure>> storedProcedures();
    [[nodiscard]] Result<std::vector<Procedure>> procedures();
    [[nodiscard]] Result<std::vector<Synonym>> synonyms();
    [[nodiscard]] Result<WorkingCalendar::Data> calendar();

private:
    [[nodiscard]] Result<> writeProcedures(const Catalogue &catalogue, qint64 seq);
    [[nodiscard]] Result<> writeBranch(const Catalogue &catalogue);
    [[nodiscard]] Result<> writePeople(const Catalogue &catalogue, qint64 seq);
    [[nodiscard]] Result<> writeCalendar(const Catalogue &catalogue, qint64 seq);

    Database &m_database;
};

} // namespace motcua
