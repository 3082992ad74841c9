// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "operations/command.h"

#include <functional>
#include <memory>

namespace motcua {

/// Adds to a new branch what belongs to it before anybody can open it.
using Completion = std::function<Result<>(Database &)>;

/// Makes the database at @p place, which must be free, and lets @p fill fill it; complete or not at
/// all. Fails with DatabaseExists.
[[nodiscard]] Result<> buildDatabase(const QString &place, const Completion &fill);

/// Creates the database of a new branch at @p place, complete or not at all: a cut leaves either
/// nothing or a whole branch. Fails with DatabaseExists.
[[nodiscard]] Result<Branch> createBranch(const QString &place, const Catalogue &catalogue,
                                          const CommandContext &context,
                                          const Completion &complete = {});

/// Replaces the catalogue of a branch that exists. Groups and people that tickets refer to stay
/// known but inactive. Fails with WrongBranch when it is another branch's (subject: its code), DayAlreadyOpen: lines must not change under waiting people.
[[nodiscard]] Result<Branch> importCatalogue(Database &database, const Catalogue &catalogue,
                                             const CommandContext &context);

/// Whether nothing happened at @p branch yet but that it was made.
[[nodiscard]] bool isNew(const Branch &branch);

/// Opens the database of a branch, brought up to this program's schema. @p expectedCode is the
/// branch this PC belongs to, empty when it is not bound to one.
/// Fails as Database::open() and migrate() do, and with WrongBranch (subject: the branch found).
[[nodiscard]] Result<std::unique_ptr<Database>> openBranch(const QString &place,
                                                           const QString &expectedCode = {});

} // namespace motcua
