// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue.h"
#include "core/person.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace motcua {

/// What a visit led to. The words of word() are the values of the column intake.outcome.
enum class Outcome {
    Accepted,
    Supplement, ///< one notice that names everything missing (NĐ 118/2025 Điều 17.2a)
    Refused,
    Advised,    ///< no dossier, only the visit
    HandedOver, ///< the result of an earlier dossier
};
inline constexpr size_t OutcomeCount = 5;
[[nodiscard]] QString word(Outcome outcome);
[[nodiscard]] std::optional<Outcome> outcomeFromWord(QStringView word);

enum class DocumentState {
    Received,
    Returned, ///< presented and given back
    LookedUp, ///< found in a database, so not demanded (NĐ 118/2025 Điều 4 k.2a)
    Missing,
    NotApplicable,
};
[[nodiscard]] QString word(DocumentState state);
[[nodiscard]] std::optional<DocumentState> documentStateFromWord(QStringView word);

/// How its result goes back.
enum class ResultChannel { Counter, Post, Electronic };
[[nodiscard]] QString word(ResultChannel channel);
[[nodiscard]] std::optional<ResultChannel> resultChannelFromWord(QStringView word);

/// A line of the checklist, or one that the clerk added.
struct IntakeDocument
{
    QString name;
    bool required = true;
    bool extra = false; ///< not on the procedure's list
    int originals = 0;
    int certified = 0; ///< certified copies
    int copies = 0;
    DocumentState state = DocumentState::Missing;

    friend bool operator==(const IntakeDocument &, const IntakeDocument &) = default;
};

/// What a clerk records of a visit; also a half-filled form.
struct Intake
{
    Person applicant = {};
    std::optional<Person> owner = {}; ///< chủ hồ sơ, when it is somebody else
    QString authorisation = {};       ///< the paper that lets the applicant act for the owner
    QString procedure = {};           ///< code
    int caseIndex = 0;
    IntakeChannel channel = IntakeChannel::Direct;
    std::vector<IntakeDocument> documents = {};
    Outcome outcome = Outcome::Accepted;
    QString reason = {};       ///< in prose, of a supplement or a refusal
    QString correction = {};   ///< why what was recorded before is corrected
    QString officialCode = {}; ///< given by the city's system; opaque
    QString dossier = {}; ///< code of the dossier that the visit goes on with; empty: a new one
    std::optional<LocalTime> due = {}; ///< instead of the computed one, with its reason
    QString dueReason = {};
    ResultChannel resultChannel = ResultChannel::Counter;
    QString resultPlace = {};       ///< "Quầy 12", an address for the post
    std::optional<qint64> fee = {}; ///< đồng; none: not known here
    QString feeExemption = {};      ///< why nothing or less is to be paid
    int sets = 1;
    QString unit = {}; ///< code of the competent unit, see administrativeunit.h

    friend bool operator==(const Intake &, const Intake &) = default;
};

[[nodiscard]] QJsonObject toJson(const Intake &intake);

/// One thing that is wrong or missing.
struct IntakeFault
{
    QString field;       ///< path as in the JSON: "applicant.phone", "documents[2].state"
    QString problem;     ///< a word that intakeFromJson() or checkIntake() lists
    QString detail = {}; ///< what the sentence names, e.g. where to go instead; nothing personal

    friend bool operator==(const IntakeFault &, const IntakeFault &) = default;
};

/// @p faults as the subject of InvalidIntake: a line each, "field: problem (detail)".
[[nodiscard]] QString linesOf(const std::vector<IntakeFault> &faults);
/// Reads what linesOf() wrote; empty for anything else.
[[nodiscard]] std::vector<IntakeFault> faultsFromLines(const QString &lines);

struct IntakeReading
{
    Intake intake;
    std::vector<IntakeFault> faults; ///< problems: unknown_key, wrong_type, unknown_word
};
/// Reads what toJson() wrote, or a file somebody wrote by hand. Nothing is guessed: a wrong value is
/// a fault, a key nobody knows too.
[[nodiscard]] IntakeReading intakeFromJson(const QJsonObject &json);

/// The checklist of @p which with everything still missing, optional papers not applicable.
[[nodiscard]] std::vector<IntakeDocument> checklistOf(const ProcedureCase &which);
/// @p documents with every line of the procedure's list, in its order; lines of other names become
/// extra ones behind it.
[[nodiscard]] std::vector<IntakeDocument> completed(const std::vector<IntakeDocument> &documents,
                                                    const ProcedureCase &which);

/// Whether a paper of this name is looked at and given back ("xuất trình").
[[nodiscard]] bool isOnlyShown(const QString &paper);

/// Everything that keeps @p intake from being recorded, in the order of the form. @p procedure is
/// its procedure in the version recorded, null when there is none of that code; @p computed is the
/// due date by rule, nothing when no limit is known; @p received is when the dossier came in.
///
/// Problems: missing, too_long, damaged, bad_name (a digit in a citizen's), bad_id, not_of_organisation (an ID number), bad_phone,
/// bad_email, bad_tax_code, bad_date, unknown, not_taken (detail: where to go), unknown_case,
/// bad_state (a count and a state that do not fit), out_of_range, nothing_missing (a supplement that
/// asks for nothing), too_short (a refusal wants prose), earlier (a due date before the rule's),
/// bad_code; recording adds other_dossier (detail: the procedure of the dossier that is gone on with)
/// and off_day (nobody is here on the day of a due date set by hand), correcting nothing_changed.
[[nodiscard]] std::vector<IntakeFault> checkIntake(const Intake &intake, const Procedure *procedure,
                                                   const std::optional<LocalTime> &computed,
                                                   const LocalTime &received);

/// What the rules say of an intake that is not recorded yet.
struct IntakeRules
{
    std::optional<Procedure> procedure = {}; ///< in the version it is recorded with
    std::optional<DueDate> due = {};         ///< none: no limit is known, or it is not accepted
    std::vector<IntakeFault> faults = {};
    QStringList warnings = {};
};

/// @p document as it is when it lies on the desk: received with the counts its procedure asks for,
/// or only shown and given back ("xuất trình").
[[nodiscard]] IntakeDocument presented(IntakeDocument document, const ProcedureCase *which);

/// What a clerk ought to look at; none of it refuses an intake, and residence is none of it. Words:
/// id_mismatch, minor, fee_unknown, limit_doubtful.
[[nodiscard]] QStringList intakeWarnings(const Intake &intake, const Procedure *procedure,
                                         const QDate &today);

} // namespace motcua
