// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Entry
{
    ErrorCode code;
    ErrorKind kind;
    QLatin1StringView word;
};

using enum ErrorKind;

// In the order of ErrorCode, which inOrder() proves.
constexpr std::array Entries{
    Entry{ErrorCode::UnknownGroup, Refused, "unknown_group"_L1},
    Entry{ErrorCode::UnknownProcedure, Refused, "unknown_procedure"_L1},
    Entry{ErrorCode::UnknownCounter, Refused, "unknown_counter"_L1},
    Entry{ErrorCode::UnknownStaff, Refused, "unknown_staff"_L1},
    Entry{ErrorCode::UnknownPriority, Refused, "unknown_priority"_L1},
    Entry{ErrorCode::UnknownTicket, Refused, "unknown_ticket"_L1},
    Entry{ErrorCode::UnknownOffice, Refused, "unknown_office"_L1},
    Entry{ErrorCode::UnknownAppointment, Refused, "unknown_appointment"_L1},
    Entry{ErrorCode::UnknownDossier, Refused, "unknown_dossier"_L1},
    Entry{ErrorCode::UnknownForm, Refused, "unknown_form"_L1},
    Entry{ErrorCode::UnknownDevice, Refused, "unknown_device"_L1},
    Entry{ErrorCode::UnknownPlace, Refused, "unknown_place"_L1},
    Entry{ErrorCode::UnknownDay, Refused, "unknown_day"_L1},
    Entry{ErrorCode::UnknownRating, Refused, "unknown_rating"_L1},
    Entry{ErrorCode::NobodyWaiting, Refused, "nobody_waiting"_L1},
    Entry{ErrorCode::NobodyAtCounter, Refused, "nobody_at_counter"_L1},
    Entry{ErrorCode::NothingToUndo, Refused, "nothing_to_undo"_L1},
    Entry{ErrorCode::NothingToRate, Refused, "nothing_to_rate"_L1},
    Entry{ErrorCode::DayNotOpen, Refused, "day_not_open"_L1},
    Entry{ErrorCode::DayAlreadyOpen, Refused, "day_already_open"_L1},
    Entry{ErrorCode::DayAlreadyClosed, Refused, "day_already_closed"_L1},
    Entry{ErrorCode::ClockBehind, Refused, "clock_behind"_L1},
    Entry{ErrorCode::ClockDoubtful, Refused, "clock_doubtful"_L1},
    Entry{ErrorCode::CounterBusy, Refused, "counter_busy"_L1},
    Entry{ErrorCode::CountersBusy, Refused, "counters_busy"_L1},
    Entry{ErrorCode::CounterTaken, Refused, "counter_taken"_L1},
    Entry{ErrorCode::CounterActive, Refused, "counter_active"_L1},
    Entry{ErrorCode::StaffElsewhere, Refused, "staff_elsewhere"_L1},
    Entry{ErrorCode::NotSignedIn, Refused, "not_signed_in"_L1},
    Entry{ErrorCode::IllegalTransition, Refused, "illegal_transition"_L1},
    Entry{ErrorCode::SeriesUsedUp, Refused, "series_used_up"_L1},
    Entry{ErrorCode::CommandIdReused, Refused, "command_id_reused"_L1},
    Entry{ErrorCode::OnBreak, Refused, "on_break"_L1},
    Entry{ErrorCode::AppointmentUsed, Refused, "appointment_used"_L1},
    Entry{ErrorCode::AppointmentOtherDay, Refused, "appointment_other_day"_L1},
    Entry{ErrorCode::DossierCodeUsed, Refused, "dossier_code_used"_L1},
    Entry{ErrorCode::DossierState, Refused, "dossier_state"_L1},
    Entry{ErrorCode::FormNotDue, Refused, "form_not_due"_L1},
    Entry{ErrorCode::FormIssued, Refused, "form_issued"_L1},
    Entry{ErrorCode::FormNotIssued, Refused, "form_not_issued"_L1},
    Entry{ErrorCode::RatingGiven, Refused, "rating_given"_L1},
    Entry{ErrorCode::CommentHandled, Refused, "comment_handled"_L1},
    Entry{ErrorCode::DeviceEnrolled, Refused, "device_enrolled"_L1},
    Entry{ErrorCode::FolderInUse, Refused, "folder_in_use"_L1},
    Entry{ErrorCode::JoinCodeWrong, Refused, "join_code_wrong"_L1},
    Entry{ErrorCode::JoinOver, Refused, "join_over"_L1},
    Entry{ErrorCode::WrongPin, Refused, "wrong_pin"_L1},
    Entry{ErrorCode::PinNotSet, Refused, "pin_not_set"_L1},
    Entry{ErrorCode::PinThrottled, Refused, "pin_throttled"_L1},
    Entry{ErrorCode::PinLocked, Refused, "pin_locked"_L1},
    Entry{ErrorCode::WeakPin, Refused, "weak_pin"_L1},
    Entry{ErrorCode::NotPermitted, Refused, "not_permitted"_L1},
    Entry{ErrorCode::InvalidInput, Refused, "invalid_input"_L1},
    Entry{ErrorCode::InvalidCatalogue, Refused, "invalid_catalogue"_L1},
    Entry{ErrorCode::InvalidIdCard, Refused, "invalid_id_card"_L1},
    Entry{ErrorCode::InvalidLog, Refused, "invalid_log"_L1},
    Entry{ErrorCode::InvalidBookings, Refused, "invalid_bookings"_L1},
    Entry{ErrorCode::InvalidRoster, Refused, "invalid_roster"_L1},
    Entry{ErrorCode::InvalidIntake, Refused, "invalid_intake"_L1},
    Entry{ErrorCode::CalendarNotConfirmed, Refused, "calendar_not_confirmed"_L1},
    Entry{ErrorCode::LimitUnknown, Refused, "limit_unknown"_L1},
    Entry{ErrorCode::NoScreen, Refused, "no_screen"_L1},
    Entry{ErrorCode::BackupByServer, Refused, "backup_by_server"_L1},
    Entry{ErrorCode::BranchMoved, Refused, "branch_moved"_L1},
    Entry{ErrorCode::SyncIdentity, Refused, "sync_identity"_L1},
    Entry{ErrorCode::SyncFormat, Refused, "sync_format"_L1},
    Entry{ErrorCode::RowsSetAside, Refused, "rows_set_aside"_L1},
    Entry{ErrorCode::Interrupted, Refused, "interrupted"_L1},
    Entry{ErrorCode::Usage, ErrorKind::Usage, "usage"_L1},
    Entry{ErrorCode::DatabaseBusy, Busy, "database_busy"_L1},
    Entry{ErrorCode::OutOfMemory, Busy, "out_of_memory"_L1},
    Entry{ErrorCode::DatabaseMissing, Storage, "database_missing"_L1},
    Entry{ErrorCode::DatabaseExists, Storage, "database_exists"_L1},
    Entry{ErrorCode::DatabaseForeign, Storage, "database_foreign"_L1},
    Entry{ErrorCode::DatabaseNewer, Storage, "database_newer"_L1},
    Entry{ErrorCode::DatabaseDamaged, Storage, "database_damaged"_L1},
    Entry{ErrorCode::DatabaseReplaced, Storage, "database_replaced"_L1},
    Entry{ErrorCode::DatabaseReadOnly, Storage, "database_read_only"_L1},
    Entry{ErrorCode::MigrationChanged, Storage, "migration_changed"_L1},
    Entry{ErrorCode::WrongBranch, Storage, "wrong_branch"_L1},
    Entry{ErrorCode::DiskFull, Storage, "disk_full"_L1},
    Entry{ErrorCode::KeyMissing, Storage, "key_missing"_L1},
    Entry{ErrorCode::FileUnreadable, Storage, "file_unreadable"_L1},
    Entry{ErrorCode::FileUnwritable, Storage, "file_unwritable"_L1},
    Entry{ErrorCode::EngineUnsupported, Storage, "engine_unsupported"_L1},
    Entry{ErrorCode::ServerUnreachable, Storage, "server_unreachable"_L1},
    Entry{ErrorCode::ServerUnsafe, Storage, "server_unsafe"_L1},
    Entry{ErrorCode::ServerUnsuitable, Storage, "server_unsuitable"_L1},
    Entry{ErrorCode::AccessDenied, Storage, "access_denied"_L1},
    Entry{ErrorCode::ToolMissing, Storage, "tool_missing"_L1},
    Entry{ErrorCode::ToolFailed, Storage, "tool_failed"_L1},
    Entry{ErrorCode::ConnectionLost, Storage, "connection_lost"_L1},
    Entry{ErrorCode::FormVersionGone, Storage, "form_version_gone"_L1},
    Entry{ErrorCode::FormNotPrinted, Storage, "form_not_printed"_L1},
    Entry{ErrorCode::CentreMissing, Storage, "centre_missing"_L1},
    Entry{ErrorCode::CentreUnreachable, Storage, "centre_unreachable"_L1},
    Entry{ErrorCode::CentreDenied, Storage, "centre_denied"_L1},
    Entry{ErrorCode::CentreFailed, Storage, "centre_failed"_L1},
    Entry{ErrorCode::DayUnproven, Storage, "day_unproven"_L1},
    Entry{ErrorCode::StorageFailed, Storage, "storage_failed"_L1},
};

constexpr bool inOrder()
{
    for (size_t i = 0; i < Entries.size(); ++i) {
        if (static_cast<size_t>(Entries[i].code) != i) {
            return false;
        }
    }
    return Entries.size() == static_cast<size_t>(ErrorCode::StorageFailed) + 1;
}
static_assert(inOrder());

} // namespace

QString word(ErrorCode code)
{
    return Entries[static_cast<size_t>(code)].word;
}

ErrorKind kindOf(ErrorCode code)
{
    return Entries[static_cast<size_t>(code)].kind;
}

} // namespace motcua
