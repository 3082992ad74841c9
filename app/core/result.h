// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <expected>

namespace motcua {

/// What the caller can do about a failure. A kind that no caller answers differently has no place
/// here; what happened is told by ErrorCode.
enum class ErrorKind {
    Refused, ///< a rule says no: tell the person why, nothing was changed
    Usage,   ///< the command was written wrongly
    Busy,    ///< locked: the same call may succeed in a moment
    Storage, ///< the database, its disk or its server failed: nothing was acknowledged
};

/// What happened. The words of word() are stable: scripts and acceptance checks read them.
enum class ErrorCode {
    // Refused: no such thing
    UnknownGroup,
    UnknownProcedure,
    UnknownCounter,
    UnknownStaff,
    UnknownPriority,
    UnknownTicket,
    UnknownOffice,
    UnknownAppointment,
    UnknownDossier,
    UnknownForm,
    UnknownDevice,
    UnknownPlace,
    UnknownDay,
    UnknownRating,
    NobodyWaiting,
    NobodyAtCounter,
    NothingToUndo,
    NothingToRate,
    // Refused: not now
    DayNotOpen,
    DayAlreadyOpen,
    DayAlreadyClosed,
    ClockBehind,
    ClockDoubtful,
    CounterBusy,
    CountersBusy,
    CounterTaken,
    CounterActive, ///< it still beats; see operations/signin.h
    StaffElsewhere,
    NotSignedIn,
    IllegalTransition,
    SeriesUsedUp,
    CommandIdReused,
    OnBreak,
    AppointmentUsed,
    AppointmentOtherDay,
    DossierCodeUsed,
    DossierState,
    FormNotDue,
    FormIssued,
    FormNotIssued,
    RatingGiven,
    CommentHandled,
    DeviceEnrolled,
    FolderInUse,
    JoinCodeWrong,
    JoinOver,
    // Refused: not you
    WrongPin,
    PinNotSet,
    PinThrottled,
    PinLocked,
    WeakPin,
    NotPermitted,
    // Refused: the input breaks a rule
    InvalidInput,
    InvalidCatalogue,
    InvalidIdCard,
    InvalidLog,
    InvalidBookings,
    InvalidRoster,
    InvalidIntake,
    CalendarNotConfirmed,
    LimitUnknown,
    NoScreen,
    BackupByServer,
    BranchMoved,
    SyncIdentity, ///< another branch speaks to the centre in this one's name
    SyncFormat,   ///< branch or centre is too old for the other
    RowsSetAside,
    Interrupted, ///< by the person who asked
    // Usage
    Usage,
    // Busy and storage
    DatabaseBusy,
    OutOfMemory,
    DatabaseMissing,
    DatabaseExists,
    DatabaseForeign,
    DatabaseNewer,
    DatabaseDamaged,
    DatabaseReplaced,
    DatabaseReadOnly,
    MigrationChanged,
    WrongBranch,
    DiskFull,
    KeyMissing,
    FileUnreadable,
    FileUnwritable,
    EngineUnsupported,
    ServerUnreachable,
    ServerUnsafe,     ///< it could lose what it has acknowledged
    ServerUnsuitable, ///< version, encoding or order of texts
    AccessDenied,     ///< not with the rights of this PC's face
    ToolMissing,
    ToolFailed,
    ConnectionLost, ///< whether the command was done is unknown: send it again under its id
    FormVersionGone,
    FormNotPrinted,
    CentreMissing,
    CentreUnreachable, ///< or lost on the way: the next sync goes on where the centre stands
    CentreDenied,
    CentreFailed,
    DayUnproven,
    StorageFailed,
};

/// The fixed word of @p code, e.g. "nobody_waiting".
[[nodiscard]] QString word(ErrorCode code);
[[nodiscard]] ErrorKind kindOf(ErrorCode code);

struct Error
{
    ErrorCode code = ErrorCode::StorageFailed;
    QString subject; ///< what the message names (a group, a counter, a path); never personal data
    QString detail;  ///< English, for the log; no bound values, no personal data

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value or the reason there is none. Never call value() outside tests: it throws. Test, then
/// dereference.
template <typename T = void>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> failure(ErrorCode code, QString subject = {},
                                                    QString detail = {})
{
    return std::unexpected(Error{code, std::move(subject), std::move(detail)});
}

} // namespace motcua
