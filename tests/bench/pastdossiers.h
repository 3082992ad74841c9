// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/person.h"

#include <QDate>

#include <random>
#include <vector>

namespace motcua {
class PersonVault;
} // namespace motcua

namespace bench {

/// Somebody of whom everything is on record as the program writes it.
struct PastApplicant
{
    motcua::Person person;
    QString code;         ///< of a dossier of his
    QString officialCode; ///< of the same
};

/// A citizen as they come to a branch: Nguyễn is more than a third of them, six names are four of
/// five.
[[nodiscard]] motcua::Person anyPerson(std::mt19937_64 &random);

/// Gives each ticket of addPastDays() an accepted dossier of @p procedure with its visit; everybody
/// came four times, and every tenth dossier belongs to somebody else than who brought it. Answers with
/// @p known people from all of the time.
///
/// Rows are as the program writes them, but their events are not there, one sealed form serves all
/// visits, and only the @p known are found by their number: the slow index is too slow.
std::vector<PastApplicant> addPastDossiers(const std::string &path,
                                           const motcua::PersonVault &vault,
                                           const std::string &procedure, int known);

} // namespace bench
