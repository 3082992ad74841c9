// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dossier.h"
#include "core/intakedraft.h"
#include "core/leg.h"
#include "core/ticketnumber.h"
#include "operations/command.h"
#include "operations/personvault.h"
#include "storage/intakerepository.h"

#include <optional>
#include <type_traits>
#include <vector>

namespace motcua {

/// What was recorded; without anything personal, so that it can be stored and printed.
struct IntakeAnswer
{
    QUuid intake;
    Outcome outcome = Outcome::Accepted;
    QString code = {}; ///< of the dossier, the branch's own; empty for advice
    QString officialCode = {};
    std::optional<DossierState> state = {};
    QString book = {};
    int registerNumber = 0;
    std::optional<LocalTime> due = {};
    int counter = 0;
    QString staff = {};
    QString ticket = {};       ///< number
    QUuid person = {};         ///< the record that the applicant was kept as; null for nobody
    QStringList warnings = {}; ///< intakeWarnings(), and second_notice

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static IntakeAnswer fromJson(const QJsonObject &json);
};

/// Where and when a form was recorded while the branch could not be reached.
struct OfflineRecord
{
    QDate date;            ///< business day of the ticket
    QString staff;         ///< code
    qint64 recordedAt = 0; ///< branch time as the counter knows it, UTC ms
};

/// A form to be recorded, and how it was filled in.
struct IntakeRequest
{
    int counter = 0;
    Intake intake;
    QUuid knownPerson = {}; ///< whose data was taken over, see findKnownPerson()
    /// Whom the clerk saw at the counter; nothing: whoever is there.
    std::optional<TicketNumber> ticket = {};
    bool typedOver = false; ///< what the ID card said was changed by hand
    QUuid shift = {};       ///< of the clerk who filled it in; null: whoever is signed in
    /// Recorded without the branch: neither ticket nor clerk has to be at the counter any more.
    std::optional<OfflineRecord> offline = {};
};

/// Who is at a counter as a screen saw it; what is not given is not checked.
struct CounterVisit
{
    int counter = 0;
    std::optional<TicketNumber> ticket = {};
    QUuid shift = {};
};

/// The key of the branch, made with the branch or by its first intake.
[[nodiscard]] Result<PersonVault> vaultOf(Database &database);
/// Makes the key file of a branch under construction, which knows it from the start, so that a lost
/// one is never replaced in silence.
[[nodiscard]] Result<> makeKey(Database &database, const QString &keyFile);
/// What @p work says of the database with the key of the branch.
template <typename Work>
[[nodiscard]] std::invoke_result_t<Work, Database &, const PersonVault &> withVault(
    Database &database, Work work)
{
    const auto vault = vaultOf(database);
    if (!vault) {
        return std::unexpected(vault.error());
    }
    return work(database, *vault);
}

/// Checks @p intake as recordIntake() will, for the screen, before anything is recorded. Documents are
/// completed from the procedure's list, and a due date that is not set is the rule's.
[[nodiscard]] Result<IntakeRules> checkIntakeNow(Database &database, Intake &intake,
                                                 const QDateTime &clock);

/// Records what a visit led to, for whoever is called to or served at the counter; several for one
/// ticket are fine. It opens a dossier, or goes on with the one named: papers that were missing
/// have come, more are missing, its result is handed over.
///
/// Fails with NobodyAtCounter, IllegalTransition (subject: the ticket) when somebody else is there;
/// CounterTaken when the shift is another; InvalidIntake (subject: its faults, a line each, "field: problem");
/// UnknownDossier, DossierState (subject: the code) for one that cannot go on so, or was erased;
/// DossierCodeUsed (subject) when the official code belongs to another dossier; CalendarNotConfirmed; KeyMissing;
/// OutOfMemory. One that was recorded without the branch fails with DayNotOpen, UnknownCounter and
/// UnknownStaff instead of those about who is there; it belongs to its ticket as far as that is known,
/// and to the open day.
[[nodiscard]] Result<IntakeAnswer> recordIntake(Database &database, const CommandContext &context,
                                                const PersonVault &vault,
                                                const IntakeRequest &request);

/// What is recorded of a dossier, to be replaced.
struct CorrectionRequest
{
    int counter = 0;
    QString code;     ///< of the dossier, its own or the official one
    Intake corrected; ///< says why in its correction
    QUuid shift = {}; ///< of the clerk who corrects; null: whoever is signed in
    QUuid seen = {};  ///< the last visit or correction that the clerk saw; null: not checked
};

/// Replaces what is recorded of a dossier; outcome, register number and code stay, and what was
/// recorded before is kept beside it. A result that was handed over stays so.
///
/// Fails with CounterTaken when the shift is another; DossierState (subject: the code) when another
/// visit or correction came since, or for one that was erased; InvalidIntake as recordIntake(), also
/// for a correction without a reason or that changes nothing; UnknownDossier; DossierCodeUsed;
/// CalendarNotConfirmed; KeyMissing; OutOfMemory.
[[nodiscard]] Result<IntakeAnswer> correctIntake(Database &database, const CommandContext &context,
                                                 const PersonVault &vault,
                                                 const CorrectionRequest &request);

/// Whoever has @p number: an ID number, a tax code, or of another paper if it is all that is on
/// record. Nothing when nobody has. Slow on purpose, and may fail, see PersonVault::idIndex().
[[nodiscard]] Result<std::optional<KnownPerson>> findKnownPerson(Database &database,
                                                                 const PersonVault &vault,
                                                                 const QString &number);
/// What is sealed of @p stored; an empty person once erased.
[[nodiscard]] Result<Person> unsealed(const PersonVault &vault, const StoredPerson &stored);

/// The leg called to or served at the counter of @p visit. Fails with NobodyAtCounter,
/// IllegalTransition (subject: the ticket) when another is there by now, CounterTaken when another
/// shift is.
[[nodiscard]] Result<Leg> presentAt(Database &database, const CounterVisit &visit);
/// Keeps a half-filled form of @p visit until it is recorded. Not an event. Fails as presentAt().
[[nodiscard]] Result<> saveDraft(Database &database, const PersonVault &vault,
                                 const CounterVisit &visit, const Draft &draft,
                                 const QDateTime &clock);
/// Keeps the half-filled form of the ticket @p number of the day @p date, wherever it is: for whoever
/// goes on with it. Nothing for an unknown one.
[[nodiscard]] Result<> saveDraftOf(Database &database, const PersonVault &vault, const QDate &date,
                                   const TicketNumber &number, const Draft &draft,
                                   const QDateTime &clock);
/// The form that was kept for @p visit, or for its ticket at another counter before: a transfer
/// takes it along. Nothing when there is none. Fails as presentAt().
[[nodiscard]] Result<std::optional<Draft>> draftAt(Database &database, const PersonVault &vault,
                                                   const CounterVisit &visit);

/// What stands in the place of @p content once it was erased: its hash, so that the events still
/// fit.
[[nodiscard]] QString erasedContent(const QString &content);
[[nodiscard]] bool isErased(const StoredIntake &intake);

/// A digest of @p lines, for what the events say of a row.
[[nodiscard]] QString hashOfLines(const QStringList &lines);
/// What the events say of a row, so that one changed behind the program's back is found.
[[nodiscard]] QString digestOf(const Dossier &dossier);
[[nodiscard]] QString digestOf(const StoredPerson &person);
[[nodiscard]] QString digestOf(const StoredIntake &intake);

} // namespace motcua
