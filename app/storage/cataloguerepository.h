// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "storage/statement.h"

#include <optional>
#include <vector>

namespace motcua {

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

    /// SHA-256 over everything write() stores but PINs, in hex: what an import's event says, so
    /// that a row changed behind the program's back is found.
    [[nodiscard]] Result<QString> digest();

    [[nodiscard]] Result<std::vector<Group>> groups();
    [[nodiscard]] Result<std::optional<Group>> group(const QString &letter);
    [[nodiscard]] Result<std::vector<PriorityClass>> priorityClasses();
    [[nodiscard]] Result<std::optional<PriorityClass>> priorityClass(const QString &code);
    [[nodiscard]] Result<std::vector<Counter>> counters();
    /// The letters that @p counter serves, nothing for an unknown counter.
    [[nodiscard]] Result<std::optional<QStringList>> groupsOfCounter(int counter);
    [[nodiscard]] Result<std::optional<Procedure>> procedure(const QString &code);
    [[nodiscard]] Result<std::vector<Procedure>> procedures();
    [[nodiscard]] Result<std::vector<Synonym>> synonyms();
    [[nodiscard]] Result<WorkingCalendar::Data> calendar();

private:
    [[nodiscard]] Result<> writeBranch(const Catalogue &catalogue);
    [[nodiscard]] Result<> writePeople(const Catalogue &catalogue, qint64 seq);
    [[nodiscard]] Result<> writeCalendar(const Catalogue &catalogue, qint64 seq);

    Database &m_database;
};

} // namespace motcua
