// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/intake.h"

#include <QUuid>

namespace motcua {

/// Where the office's work on a dossier stands. Money, hand-over and sync are told by other fields,
/// and being overdue is computed, never stored (domain.md §1.3).
enum class DossierState {
    Supplement, ///< waits for papers; its time does not run
    Processing,
    Refused,
    Returned, ///< the result was handed over
};
[[nodiscard]] QString word(DossierState state);
[[nodiscard]] std::optional<DossierState> dossierStateFromWord(QStringView word);

/// What is kept of a dossier in clear; nothing of it is personal. Who it is about, its papers and
/// all prose are in sealed values beside it.
struct Dossier
{
    QUuid id;
    QString code;              ///< the branch's own, temporary: "TN1-261123-0042"
    QString officialCode = {}; ///< once the city's system has given one
    QDate businessDate;        ///< of the first visit
    int number = 1;            ///< of that day; part of the code
    QString book = {};         ///< of the register, "11/2026"; empty until it was accepted
    int registerNumber = 0;    ///< in that book, from 1; 0 until it was accepted
    QString procedure;
    int procedureVersion = 1;
    int caseIndex = 0;
    IntakeChannel channel = IntakeChannel::Direct;
    DossierState state = DossierState::Processing;
    LocalTime received; ///< complete: its time runs from here (NĐ 118/2025 Điều 17.3)
    std::optional<LocalTime> due = {}; ///< none while it was never complete
    std::optional<LocalTime> pausedAt = {};
    int notices = 0; ///< supplement notices so far
    ResultChannel resultChannel = ResultChannel::Counter;
    std::optional<qint64> fee = {}; ///< đồng
    bool feeExempt = false;         ///< the reason is sealed
    int sets = 1;
    QString unit = {};       ///< competent unit
    QUuid applicant;         ///< person
    QUuid owner = {};        ///< person; null when it is the applicant
    qint64 handedOverAt = 0; ///< branch time, UTC ms

    friend bool operator==(const Dossier &, const Dossier &) = default;
};

/// Somebody who was here before, with what is still open of his.
struct KnownPerson
{
    QUuid id; ///< of the last record
    Person person;
    std::vector<Dossier> open; ///< the newest first

    friend bool operator==(const KnownPerson &, const KnownPerson &) = default;
};

/// A dossier in a list: whose it is only hinted at.
struct DossierListing
{
    Dossier dossier;
    QString name;     ///< masked; empty when the record was erased
    QString idNumber; ///< masked
    bool isOverdue = false;

    friend bool operator==(const DossierListing &, const DossierListing &) = default;
};

/// A dossier that a visit may go on with, and what was recorded last of what is sealed.
struct DossierAtHand
{
    Dossier dossier;
    std::vector<IntakeDocument> papers;
    QString feeExemption = {}; ///< as in Intake
    QString resultPlace = {};

    friend bool operator==(const DossierAtHand &, const DossierAtHand &) = default;
};

/// The state after a visit with @p outcome; @p from is nothing for a new dossier. Nothing when that
/// cannot be: a refused dossier is not accepted later, it is a new one.
[[nodiscard]] std::optional<DossierState> stateAfter(std::optional<DossierState> from,
                                                     Outcome outcome);

/// A dossier is late once its due time is past, unless it waits for papers or is done.
[[nodiscard]] bool isOverdue(const Dossier &dossier, const LocalTime &now);

/// How a dossier stood at the end of a period, with the words of biểu số II.06a (domain.md §10).
enum class DossierProgress {
    Early,  ///< solved: on a day before the appointed one,
    OnTime, ///< on it, whatever the hour,
    Late,   ///< or after it
    InTime, ///< not solved, and not late yet; one that waits for papers is in time
    Overdue,
};
[[nodiscard]] QString word(DossierProgress progress);
/// @p handedOver is nothing when that was not before @p end; @p paused says whether it waited for
/// papers at @p end.
[[nodiscard]] DossierProgress progressAt(const Dossier &dossier,
                                         const std::optional<LocalTime> &handedOver, bool paused,
                                         const LocalTime &end);

/// @p due moved by as many working days as lie after the day of @p pausedAt up to the day of
/// @p resumedAt, at the same hour. Fails with CalendarNotConfirmed (subject: the year).
[[nodiscard]] Result<LocalTime> dueAfterPause(const WorkingCalendar &calendar, const LocalTime &due,
                                              const LocalTime &pausedAt,
                                              const LocalTime &resumedAt);

/// The book of the register that a dossier accepted on @p day goes into: one a month.
[[nodiscard]] QString registerBook(const QDate &day);

} // namespace motcua
