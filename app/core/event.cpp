// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/event.h"

#include "core/wordtable.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace motcua {

static constexpr WordTable<EventKind, 41> KindWords({
    {EventKind::BranchCreated, "branch_created"_L1},
    {EventKind::CatalogueImported, "catalogue_imported"_L1},
    {EventKind::ProceduresImported, "procedures_imported"_L1},
    {EventKind::BranchRestored, "branch_restored"_L1},
    {EventKind::DayOpened, "day_opened"_L1},
    {EventKind::DayClosed, "day_closed"_L1},
    {EventKind::AppointmentsImported, "appointments_imported"_L1},
    {EventKind::TicketIssued, "ticket_issued"_L1},
    {EventKind::TicketPrinted, "ticket_printed"_L1},
    {EventKind::LegCalled, "leg_called"_L1},
    {EventKind::LegRecalled, "leg_recalled"_L1},
    {EventKind::LegStarted, "leg_started"_L1},
    {EventKind::LegFinished, "leg_finished"_L1},
    {EventKind::LegNoShow, "leg_no_show"_L1},
    {EventKind::LegHeld, "leg_held"_L1},
    {EventKind::LegResumed, "leg_resumed"_L1},
    {EventKind::LegTransferred, "leg_transferred"_L1},
    {EventKind::LegReinstated, "leg_reinstated"_L1},
    {EventKind::TicketCancelled, "ticket_cancelled"_L1},
    {EventKind::ActionUndone, "action_undone"_L1},
    {EventKind::ShiftOpened, "shift_opened"_L1},
    {EventKind::ShiftClosed, "shift_closed"_L1},
    {EventKind::ShiftTakenOver, "shift_taken_over"_L1},
    {EventKind::BreakStarted, "break_started"_L1},
    {EventKind::BreakEnded, "break_ended"_L1},
    {EventKind::SignInRefused, "sign_in_refused"_L1},
    {EventKind::PinSet, "pin_set"_L1},
    {EventKind::IntakeRecorded, "intake_recorded"_L1},
    {EventKind::IntakeCorrected, "intake_corrected"_L1},
    {EventKind::DossierOpened, "dossier_opened"_L1},
    {EventKind::PersonalDataErased, "personal_data_erased"_L1},
    {EventKind::FormIssued, "form_issued"_L1},
    {EventKind::FormPrinted, "form_printed"_L1},
    {EventKind::RegisterOpened, "register_opened"_L1},
    {EventKind::PersonReused, "person_reused"_L1},
    {EventKind::NumbersLeased, "numbers_leased"_L1},
    {EventKind::TicketLapsed, "ticket_lapsed"_L1},
    {EventKind::Rated, "rated"_L1},
    {EventKind::CommentHandled, "comment_handled"_L1},
    {EventKind::RosterSet, "roster_set"_L1},
    {EventKind::VisitTold, "visit_told"_L1},
});

QString word(EventKind kind)
{
    return KindWords.wordOf(kind);
}

std::optional<EventKind> eventKindFromWord(QStringView word)
{
    return KindWords.valueOf(word);
}

QJsonObject Event::facts() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray chainedHash(const QByteArray &previous, const Event &event)
{
    // Newlines keep the fields apart: none of them can hold one (compact JSON escapes them).
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previous);
    for (const QByteArray &field :
         {QByteArray::number(event.seq), word(event.kind).toLatin1(), QByteArray::number(event.at),
          QByteArray::number(event.clockAt), event.ticket.toByteArray(QUuid::WithoutBraces),
          event.command.toByteArray(QUuid::WithoutBraces), event.body}) {
        hash.addData("\n");
        hash.addData(field);
    }
    return hash.result().toHex();
}

QByteArray genesisHash(const QUuid &branch)
{
    return QCryptographicHash::hash(branch.toByteArray(QUuid::WithoutBraces),
                                    QCryptographicHash::Sha256)
        .toHex();
}

} // namespace motcua
