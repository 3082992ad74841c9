// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace motcua {

/// What happened. The words of word() are the values of the column event.kind.
enum class EventKind {
    BranchCreated,
    CatalogueImported,
    ProceduresImported, ///< from the national database
    BranchRestored,
    DayOpened,
    DayClosed,
    AppointmentsImported,
    TicketIssued,
    TicketPrinted,
    LegCalled,
    LegRecalled,
    LegStarted,
    LegFinished,
    LegNoShow,
    LegHeld,
    LegResumed,
    LegTransferred,
    LegReinstated,
    TicketCancelled,
    ActionUndone,
    ShiftOpened,
    ShiftClosed,
    ShiftTakenOver, ///< by another person, or another PC of the same, with the citizen who is there
    BreakStarted,
    BreakEnded,
    SignInRefused,
    PinSet,
    IntakeRecorded,
    IntakeCorrected,
    DossierOpened,      ///< somebody looked at a sealed record
    PersonalDataErased, ///< kept for long enough, see operations/retention.h
    FormIssued,         ///< a form of a dossier goes to paper, once more too
    FormPrinted,        ///< what became of that paper
    RegisterOpened,     ///< somebody looked at the people of a day's register
    PersonReused,       ///< what is known of a person was shown and taken into a form
    NumbersLeased,      ///< a kiosk holds numbers in advance, see operations/offlinetickets.h
    TicketLapsed,       ///< one of them was given, and is told too late to be called
    Rated,              ///< by a citizen, see operations/ratings.h
    CommentHandled,     ///< what he wrote was dealt with
    RosterSet,          ///< who is expected on which days, see operations/rosters.h
    VisitTold,          ///< a counter did it without the branch, see operations/offlinevisits.h
};
[[nodiscard]] QString word(EventKind kind);
[[nodiscard]] std::optional<EventKind> eventKindFromWord(QStringView word);

/// An append-only fact. Events never hold personal data, so that erasing a person cannot break the
/// chain.
struct Event
{
    qint64 seq = 0; ///< 1, 2, 3 … without a gap in a branch
    EventKind kind = EventKind::BranchCreated;
    qint64 at = 0;      ///< branch time, UTC ms
    qint64 clockAt = 0; ///< what the PC's clock said, UTC ms
    QUuid ticket;       ///< null when it is about none
    QUuid command;
    QByteArray body; ///< compact JSON, kept byte for byte because the hash covers it
    QByteArray hash; ///< 64 lower-case hex digits

    [[nodiscard]] QJsonObject facts() const;
};

/// SHA-256 over the previous hash and every field of @p event but its own hash. The chain of the
/// first event starts from the branch's id, so that events of two branches cannot be mixed.
[[nodiscard]] QByteArray chainedHash(const QByteArray &previous, const Event &event);
[[nodiscard]] QByteArray genesisHash(const QUuid &branch);

} // namespace motcua
