// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/intakes.h"
#include "storage/formrepository.h"

namespace motcua {

/// Finds dossiers by what is typed: a code, its beginning or the number in it, an ID number, a phone
/// or words of a name with or without accents; nothing typed gives the latest. The newest first, at
/// most @p limit.
[[nodiscard]] Result<std::vector<DossierListing>> searchDossiers(Database &database,
                                                                 const PersonVault &vault,
                                                                 const QString &typed, int limit,
                                                                 const QDateTime &clock);
/// Those that are late, the longest first.
[[nodiscard]] Result<std::vector<DossierListing>> overdueDossiers(Database &database,
                                                                  const PersonVault &vault,
                                                                  int limit,
                                                                  const QDateTime &clock);

/// A form that was handed out, and each time it was printed.
struct IssuedFormNote
{
    QString form;
    int version = 1;
    std::vector<FormPrint> prints;
    bool isOutdated = false; ///< what it tells was recorded anew since
};

/// Somebody opened the record.
struct DossierOpening
{
    qint64 at = 0;
    QString staff;
    QString reason;
};

/// Everything on record of a dossier.
struct DossierRecord
{
    struct Visit
    {
        StoredIntake stored; ///< without its sealed content
        Intake intake;
    };

    Dossier dossier;
    std::optional<Procedure> procedure; ///< in the version that it is on record with
    /// What is on record now: the last visit that says what it is about, with the people whose
    /// dossier it is and the channel it came by. Somebody else may have come since.
    Intake onRecord;
    std::vector<Visit> visits;         ///< in order; corrections too
    std::vector<IssuedFormNote> forms; ///< in order
    bool isOverdue = false;
};

/// The dossier @p code (its own or the official one), for a visit that goes on with it; nothing
/// when there is none.
[[nodiscard]] Result<std::optional<DossierAtHand>> dossierAtHand(Database &database,
                                                                 const PersonVault &vault,
                                                                 const QString &code);

/// What was recorded of the dossier @p id, unsealed: for whoever has noted that he opens it.
[[nodiscard]] Result<std::vector<DossierRecord::Visit>> visitsOf(Database &database,
                                                                 const PersonVault &vault,
                                                                 const QUuid &id);
/// The person @p id, unsealed; an empty one once erased.
[[nodiscard]] Result<Person> personOf(Database &database, const PersonVault &vault,
                                      const QUuid &id);

/// What the correction @p index of @p visits, all of a dossier, found on record: the last visit before
/// it that says what the dossier is about, with the people and the channel of when it was opened or
/// corrected last.
[[nodiscard]] Intake foundByCorrection(const std::vector<DossierRecord::Visit> &visits,
                                       size_t index);

/// What is on record of @p dossier now, see DossierRecord; @p visits are all of it.
[[nodiscard]] Result<Intake> recordOf(Database &database, const PersonVault &vault,
                                      const Dossier &dossier,
                                      const std::vector<DossierRecord::Visit> &visits);

/// Opens the record of the dossier @p code for @p staff; who opened it and why is an event, in which
/// the reason is sealed: events are for ever, and it may name somebody.
/// Fails with UnknownDossier, UnknownStaff, InvalidInput (subject: "reason") without a reason.
[[nodiscard]] Result<DossierRecord> openDossier(Database &database, const CommandContext &context,
                                                const PersonVault &vault, const QString &code,
                                                const QString &staff, const QString &reason);

/// Who opened the record of the dossier @p id so far, in order. Reads the events of all openings:
/// for a person who asks, not for a screen.
[[nodiscard]] Result<std::vector<DossierOpening>> openingsOf(Database &database,
                                                             const PersonVault &vault,
                                                             const QUuid &id);

/// Notes that who is signed in at @p counter took over what is known of @p person for the visit
/// there. Fails as presentAt().
[[nodiscard]] Result<> notePersonReused(Database &database, const CommandContext &context,
                                        const CounterVisit &visit, const QUuid &person);

} // namespace motcua
