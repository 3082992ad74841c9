// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/dossiers.h"

namespace motcua {

struct FormRequest
{
    QString code; ///< of the dossier
    /// Empty: the first one of the branch that tells of its last visit; to be printed once more, if
    /// none does, the one that was issued last.
    QString form = {};
    QString staff;
    QString reprintReason = {}; ///< not empty: once more what was printed before

    /// Whether somebody chose it or said why; else it goes with what was recorded.
    [[nodiscard]] bool isWanted() const { return !form.isEmpty() || !reprintReason.isEmpty(); }
};

/// A form to be printed, and which printing of it this is.
struct PreparedForm
{
    FormPrint print; ///< pending, unless the command was sent before
    FormPaper paper;
    bool isOutdated = false; ///< what it tells was recorded anew since; printed without a reason it
                             ///< would be issued anew
};

/// Records that a form of a dossier goes to paper, with the very words, which a reprint says again
/// in the same version. Who asked for it is an event, as for every opened record. What nothing came
/// out of is simply printed; what may have come out only once more with a reason, and marked.
///
/// Fails with UnknownDossier, UnknownStaff, UnknownForm (subject: the form) for one the branch does
/// not use; FormNotDue (subject: form and code) when there is no such visit, or nothing that the
/// form is about; FormIssued, FormNotIssued (subject alike); FormVersionGone.
[[nodiscard]] Result<PreparedForm> prepareForm(Database &database, const CommandContext &context,
                                               const PersonVault &vault,
                                               const FormRequest &request);

/// The forms that @p settings have and that something in @p visits, all of a dossier, is told by.
[[nodiscard]] QStringList formsDue(const BranchSettings &settings,
                                   const std::vector<DossierRecord::Visit> &visits);

/// Records what became of @p print; any state but Pending.
[[nodiscard]] Result<> recordFormState(Database &database, const CommandContext &context,
                                       const FormPrint &print, FormState state);

/// The page of the register (form 07) with the dossiers accepted on @p day, for @p staff; that it
/// was opened is an event.
[[nodiscard]] Result<FormPaper> prepareRegister(Database &database, const CommandContext &context,
                                                const PersonVault &vault, const QDate &day,
                                                const QString &staff);

/// What the events say of an issued form, so that one changed behind the program's back is found.
[[nodiscard]] QString digestOf(const StoredForm &form);

} // namespace motcua
