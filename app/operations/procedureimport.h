// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "operations/command.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace motcua {

/// What an export of the national database says, and where what is new in it belongs.
struct ProcedureImport
{
    QString file; ///< its name, for the event
    std::vector<Procedure> procedures;
    /// A letter for those of the file that have neither a group nor a referral yet; empty: they stay
    /// without one, so that the kiosk does not show them.
    QString group = {};
    QString field = {}; ///< only procedures of this field get the letter; empty: all
};

struct ProcedureImportAnswer
{
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    int missing = 0;    ///< the branch has them and the file does not: they stay
    QJsonArray codes;   ///< of those added
    QJsonArray changes; ///< code, field, before, after
    QJsonArray kept;    ///< the same, where the file differs and the branch's own stayed

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ProcedureImportAnswer fromJson(const QJsonObject &json);
};

/// What importProcedures() would do now. Fails with UnknownGroup.
[[nodiscard]] Result<ProcedureImportAnswer> previewProcedures(Database &database,
                                                              const ProcedureImport &import);

/// Takes over an export by the rules of updated(); nothing is deleted, and what changes gets a new
/// version. One event, none when nothing is new. Fails with UnknownGroup, and with DayAlreadyOpen:
/// screens read the catalogue when a day opens.
[[nodiscard]] Result<ProcedureImportAnswer> importProcedures(Database &database,
                                                             const CommandContext &context,
                                                             const ProcedureImport &import);

} // namespace motcua
