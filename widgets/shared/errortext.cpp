// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/errortext.h"

#include "core/intake.h"
#include "core/vietnamesetext.h"
#include "shared/intaketext.h"

#include <QCoreApplication>
#include <QDate>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace motcua {

/// The translation context of errors.
class ErrorTexts
{
    Q_DECLARE_TR_FUNCTIONS(motcua::ErrorTexts)
};

/// Of a server only its name.
static QString placeName(const QString &place)
{
    const QUrl url(place);
    const bool isNamed = url.scheme() == "postgresql"_L1 && !url.host().isEmpty();
    return isNamed ? url.host() : place;
}

/// Why a payload is no ID card, by the word parseIdCard() gives.
static QString cardText(const QString &reason)
{
    if (reason == "empty"_L1) {
        return ErrorTexts::tr("Nothing was read. Scan the card again.");
    }
    if (reason == "too_long"_L1) {
        return ErrorTexts::tr(
            "This code is too long for an ID card. Scan the code on the card itself.");
    }
    if (reason == "truncated"_L1) {
        return ErrorTexts::tr("Only part of the code was read. Scan the card again, slowly.");
    }
    if (reason == "health_insurance"_L1) {
        return ErrorTexts::tr("This is a health insurance card. Ask for the ID card (căn cước).");
    }
    if (reason == "link"_L1) {
        return ErrorTexts::tr(
            "This code is a web link, not an ID card. Scan the code on the card itself.");
    }
    return ErrorTexts::tr("This code is not an ID card. Scan the card again or type the number.");
}

/// The faults of an intake, a line each behind the field's path; @p subject itself when it holds
/// none.
static QString faultLines(const QString &subject)
{
    QString lines;
    for (const IntakeFault &fault : faultsFromLines(subject)) {
        lines += u"\n  "_s + fault.field + u": "_s + faultText(fault);
    }
    return lines.isEmpty() ? subject : lines;
}

/// A business day as people write it.
static QString dayText(const QString &iso)
{
    const QDate day = QDate::fromString(iso, Qt::ISODate);
    return day.isValid() ? shortDate(day) : iso;
}

static QString unknownText(const Error &error)
{
    const QString &subject = error.subject;
    switch (error.code) {
    case ErrorCode::UnknownGroup:
        return ErrorTexts::tr("There is no group \"%1\" at this branch. Check the letter.")
            .arg(subject);
    case ErrorCode::UnknownDossier:
        return ErrorTexts::tr("There is no dossier \"%1\" at this branch. Check the code.")
            .arg(subject);
    case ErrorCode::UnknownDevice:
        return ErrorTexts::tr("No PC is enrolled as \"%1\". See: motcua server list").arg(subject);
    case ErrorCode::UnknownPlace:
        return ErrorTexts::tr("The register has no such place: %1. See: motcua centre places")
            .arg(subject);
    case ErrorCode::UnknownDay:
        return ErrorTexts::tr("This branch had no business day on %1. Check the date.")
            .arg(dayText(subject));
    case ErrorCode::UnknownRating:
        return ErrorTexts::tr("There is no comment with the id \"%1\". See: motcua rating list")
            .arg(subject);
    case ErrorCode::UnknownForm:
        return ErrorTexts::tr("This branch does not use a form \"%1\". Its settings name those it "
                              "uses.")
            .arg(subject);
    case ErrorCode::UnknownProcedure:
        return ErrorTexts::tr("There is no procedure \"%1\" in the catalogue. Check the code.")
            .arg(subject);
    case ErrorCode::UnknownCounter:
        return ErrorTexts::tr("There is no counter %1 at this branch. Check the number.")
            .arg(subject);
    case ErrorCode::UnknownStaff:
        return ErrorTexts::tr("There is no member of staff with the code \"%1\". Check the code.")
            .arg(subject);
    case ErrorCode::UnknownPriority:
        return ErrorTexts::tr("There is no priority class \"%1\". The branch file names them.")
            .arg(subject);
    case ErrorCode::UnknownTicket:
        return ErrorTexts::tr("There is no number %1 today. Check the number.").arg(subject);
    case ErrorCode::UnknownOffice:
        return ErrorTexts::tr(
                   "The log holds no such office or day: %1. Check its first and fifth column.")
            .arg(subject);
    case ErrorCode::UnknownAppointment:
        return ErrorTexts::tr("There is no appointment \"%1\". Take a normal number.").arg(subject);
    default:
        return ErrorTexts::tr("This value cannot be accepted: %1. Nothing was changed; correct it.")
            .arg(subject);
    }
}

static QString refusedText(const Error &error)
{
    const QString &subject = error.subject;
    switch (error.code) {
    case ErrorCode::NobodyWaiting:
        return ErrorTexts::tr(
                   "Nobody is waiting for counter %1. Try again when a number was issued.")
            .arg(subject);
    case ErrorCode::NobodyAtCounter:
        return ErrorTexts::tr("Nobody is at counter %1. Call the next number first.").arg(subject);
    case ErrorCode::NothingToUndo:
        return ErrorTexts::tr("Counter %1 has nothing that can still be undone. Go on from here.")
            .arg(subject);
    case ErrorCode::NothingToRate:
        return ErrorTexts::tr(
                   "Nobody was served at counter %1 in the last ten minutes. A visit can "
                   "be rated when it has just ended.")
            .arg(subject);
    case ErrorCode::RatingGiven:
        return ErrorTexts::tr(
                   "The visit of number %1 has its rating already. The first one counts.")
            .arg(subject);
    case ErrorCode::CommentHandled:
        return ErrorTexts::tr("Somebody has dealt with this comment already. Nothing was changed; "
                              "see: motcua rating list");
    case ErrorCode::InvalidRoster:
        return ErrorTexts::tr("The roster has mistakes; nothing was taken over. Correct it and "
                              "import it again:%1")
            .arg(subject);
    case ErrorCode::DayNotOpen:
        return ErrorTexts::tr("No business day is open: it was closed, or is not opened yet. Open "
                              "it with: motcua day open");
    case ErrorCode::DayAlreadyOpen:
        return ErrorTexts::tr("The business day %1 is still open. Close it first: motcua day close")
            .arg(dayText(subject));
    case ErrorCode::DayAlreadyClosed:
        return ErrorTexts::tr(
                   "The business day %1 was closed, and another came after it. Open a later "
                   "day.")
            .arg(dayText(subject));
    case ErrorCode::ClockBehind:
        return ErrorTexts::tr(
                   "By this PC's clock it is earlier than the last business day, %1. Check the "
                   "clock, or name the day: motcua day open --date YYYY-MM-DD")
            .arg(dayText(subject));
    case ErrorCode::ClockDoubtful:
        return ErrorTexts::tr(
                   "By this PC's clock today is %1. With a wrong clock too much would be erased, "
                   "so nothing was. Check it and open the day; after a rest of over 36 hours name "
                   "today: --today YYYY-MM-DD")
            .arg(dayText(subject));
    case ErrorCode::CounterBusy:
        return ErrorTexts::tr("Finish number %1 first.").arg(subject);
    case ErrorCode::CountersBusy:
        return ErrorTexts::tr("Somebody is still being served at counter %1. Finish there first.")
            .arg(subject);
    case ErrorCode::CounterTaken:
        return ErrorTexts::tr(
                   "Somebody else is signed in at counter %1. Choose another counter, or have "
                   "that person sign out.")
            .arg(subject);
    case ErrorCode::CounterActive:
        return ErrorTexts::tr(
            "The counter is still in use at another PC. Try again in %n second(s).", nullptr,
            subject.toInt());
    case ErrorCode::StaffElsewhere:
        return ErrorTexts::tr("You are still signed in at counter %1. Sign out there first.")
            .arg(subject);
    case ErrorCode::NotSignedIn:
        return ErrorTexts::tr("Nobody is signed in at counter %1. Sign in first.").arg(subject);
    case ErrorCode::IllegalTransition:
        return ErrorTexts::tr("That cannot be done with number %1 now. Look where it stands.")
            .arg(subject);
    case ErrorCode::SeriesUsedUp:
        return ErrorTexts::tr(
                   "Group %1 has given all its numbers for today. Nothing was issued; send "
                   "the citizen to the help desk.")
            .arg(subject);
    case ErrorCode::DeviceEnrolled:
        return ErrorTexts::tr("A PC is enrolled as \"%1\" already. Choose another name, or revoke "
                              "it first: motcua server revoke")
            .arg(subject);
    case ErrorCode::FolderInUse:
        return ErrorTexts::tr("There is something else in %1. Nothing was changed; name a folder "
                              "that is empty or does not exist.")
            .arg(subject);
    case ErrorCode::JoinCodeWrong:
        return ErrorTexts::tr(
            "The code does not open this file. Type it as it was printed when the PC was "
            "enrolled.");
    case ErrorCode::JoinOver:
        return ErrorTexts::tr(
            "The server does not take this file any more: a PC joined with it, or "
            "a day has passed. Enrol the PC again: motcua server enrol");
    case ErrorCode::CommandIdReused:
        return ErrorTexts::tr(
                   "This command id was used for another command: %1. Send it with a new id.")
            .arg(subject);
    case ErrorCode::OnBreak:
        return ErrorTexts::tr("Counter %1 is on a break. End the break first.").arg(subject);
    case ErrorCode::AppointmentUsed:
        return ErrorTexts::tr(
                   "This appointment has its number already: %1. Wait for it to be called.")
            .arg(subject);
    case ErrorCode::AppointmentOtherDay:
        return ErrorTexts::tr(
                   "This appointment is on %1. Come on that day, or take a normal number.")
            .arg(dayText(subject));
    case ErrorCode::NotPermitted:
        return ErrorTexts::tr("%1 may not do this. Ask the head of the branch for the permission.")
            .arg(subject);
    case ErrorCode::WrongPin:
        return ErrorTexts::tr(
            "The PIN is wrong. Try again; after several wrong tries it is locked.");
    case ErrorCode::PinNotSet:
        return ErrorTexts::tr("%1 has no PIN yet. Ask the head of the branch to set one.")
            .arg(subject);
    case ErrorCode::PinThrottled:
        return ErrorTexts::tr("Too many wrong tries. Wait %n second(s), then try again.", nullptr,
                              subject.toInt());
    case ErrorCode::PinLocked:
        return ErrorTexts::
            tr("Too many wrong tries: the PIN of %1 is locked. Ask the head of the branch to set "
               "a new one.")
                .arg(subject);
    case ErrorCode::WeakPin:
        return ErrorTexts::tr(
            "No new PIN was set. Choose 6 to 12 digits, not all the same, not counting "
            "up or down and without a repeated pattern.");
    case ErrorCode::InvalidIdCard:
        return cardText(subject);
    case ErrorCode::InvalidCatalogue:
        return ErrorTexts::tr(
                   "The branch file has faults. Nothing was changed; correct them and try "
                   "again:%1")
            .arg(subject);
    case ErrorCode::InvalidBookings:
        return ErrorTexts::tr("The bookings file has faults. Nothing was changed; correct them and "
                              "try again:%1")
            .arg(subject);
    case ErrorCode::InvalidLog:
        return ErrorTexts::tr(
                   "The queue log cannot be read at line %1. Correct the line and try again.")
            .arg(subject);
    case ErrorCode::InvalidIntake:
        return ErrorTexts::tr("The intake is not complete. Nothing was recorded; correct it and "
                              "try again:%1")
            .arg(faultLines(subject));
    case ErrorCode::DossierCodeUsed:
        return ErrorTexts::tr("Dossier %1 is recorded already. One dossier has one code: check "
                              "what was pasted.")
            .arg(subject);
    case ErrorCode::DossierState:
        return ErrorTexts::tr("This cannot be done with dossier %1 any more. Open it to see where "
                              "it stands.")
            .arg(subject);
    case ErrorCode::FormNotDue:
        return ErrorTexts::tr("This form does not fit where the dossier stands: %1. Record what "
                              "happened first.")
            .arg(subject);
    case ErrorCode::FormIssued:
        return ErrorTexts::tr("This form was printed already: %1. Print it again as a reprint, and "
                              "say why.")
            .arg(subject);
    case ErrorCode::FormNotIssued:
        return ErrorTexts::tr("This form was never printed: %1. Print it first.").arg(subject);
    case ErrorCode::CalendarNotConfirmed:
        return ErrorTexts::tr(
                   "The holidays of %1 are not confirmed yet, so no date can be promised "
                   "there. Set the date by hand.")
            .arg(subject);
    case ErrorCode::LimitUnknown:
        return ErrorTexts::tr("The time limit of %1 is not known. Set the date by hand.")
            .arg(subject);
    case ErrorCode::NoScreen:
        return ErrorTexts::tr("There is no screen here. Start it in a graphical session.");
    case ErrorCode::BackupByServer:
        return ErrorTexts::tr("The branch's data is on a server: %1. Back it up and restore it "
                              "there: motcua server backup")
            .arg(subject);
    case ErrorCode::BranchMoved:
        return ErrorTexts::tr("The branch has moved already: %1. Nothing is left to do.")
            .arg(subject);
    case ErrorCode::SyncIdentity:
        return ErrorTexts::
            tr("The centre has another history of %1 than this PC: a copy of its data is in use "
               "somewhere, or was put back by hand. Nothing was sent. Find the copy; a backup "
               "is put back with: motcua restore FILE")
                .arg(subject);
    case ErrorCode::SyncFormat:
        return subject == "branch"_L1
                   ? ErrorTexts::tr("This program is too old for the centre. Everything is kept "
                                    "and goes up once it is updated.")
                   : ErrorTexts::tr("The centre is older than this program. Everything is kept and "
                                    "goes up once the centre is updated: motcua centre init");
    case ErrorCode::RowsSetAside:
        return ErrorTexts::tr("%1 row(s) are set aside at the centre, because none of its tables "
                              "takes them; all others are there. At the centre: motcua centre init "
                              "brings it up to date, then motcua centre clear")
            .arg(subject);
    case ErrorCode::Interrupted:
        return ErrorTexts::tr("Stopped. Nothing was written.");
    default:
        return unknownText(error);
    }
}

QString errorText(const Error &error)
{
    const QString &subject = error.subject;
    switch (error.code) {
    case ErrorCode::Usage:
        return ErrorTexts::tr(
                   "The command is incomplete or has a wrong value: %1. See: motcua help")
            .arg(subject);
    case ErrorCode::DatabaseBusy:
        return ErrorTexts::tr("The database is busy. Nothing was changed; try again in a moment.");
    case ErrorCode::OutOfMemory:
        return ErrorTexts::tr("This PC has too little free memory to look up an ID number. Nothing "
                              "was recorded; close other programs and try again.");
    case ErrorCode::KeyMissing:
        return ErrorTexts::tr("The key of this branch is not there or is another one: %1. Records "
                              "of citizens stay closed until its copy is put back.")
            .arg(subject);
    case ErrorCode::DatabaseMissing:
        return ErrorTexts::tr(
                   "The branch's data is not there: %1. Check the path, or restore the newest "
                   "backup. A new, empty branch is never made by itself.")
            .arg(subject);
    case ErrorCode::DatabaseExists:
        return ErrorTexts::tr(
                   "There is data already: %1. Nothing was overwritten; choose another place.")
            .arg(subject);
    case ErrorCode::DatabaseForeign:
        return ErrorTexts::tr(
                   "This is not a Một Cửa database, or its beginning is destroyed: %1. Check "
                   "the path, or restore the newest backup.")
            .arg(subject);
    case ErrorCode::DatabaseNewer:
        return ErrorTexts::tr(
                   "The data was written by a newer version of this program: %1. Update the "
                   "program on this PC.")
            .arg(subject);
    case ErrorCode::DatabaseDamaged:
        return ErrorTexts::tr(
                   "The branch's data is damaged: %1. Keep the file and restore the newest "
                   "backup: motcua restore FILE")
            .arg(subject);
    case ErrorCode::DatabaseReplaced:
        return ErrorTexts::tr(
                   "This database was replaced by a restored one, or the branch has moved: %1. "
                   "Start the program again.")
            .arg(placeName(subject));
    case ErrorCode::DatabaseReadOnly:
        return ErrorTexts::tr(
                   "The disk or folder cannot be written to: %1. Nothing was changed; check "
                   "the rights and the disk.")
            .arg(subject);
    case ErrorCode::MigrationChanged:
        return ErrorTexts::tr(
                   "The structure of the data is not the one this program knows: %1. Install "
                   "the version that made it.")
            .arg(subject);
    case ErrorCode::WrongBranch:
        return ErrorTexts::tr(
                   "This data belongs to another branch (%1). Nothing was changed; check the "
                   "path and the settings.")
            .arg(subject);
    case ErrorCode::DiskFull:
        return ErrorTexts::tr("The disk is full. Nothing was saved; make room and try again.");
    case ErrorCode::FileUnreadable:
        return ErrorTexts::tr("The file cannot be read: %1. Check the path and the rights.")
            .arg(subject);
    case ErrorCode::FileUnwritable:
        return ErrorTexts::tr(
                   "The file or folder cannot be written: %1. Check the path and the rights.")
            .arg(subject);
    case ErrorCode::EngineUnsupported:
        return ErrorTexts::tr("The driver for %1 is not installed on this PC. Install the package "
                              "libqt6sql6-psql.")
            .arg(subject);
    case ErrorCode::ServerUnreachable:
        return ErrorTexts::tr("The branch's server cannot be reached, or does not let this PC in: "
                              "%1. Check the network cable and whether the server runs.")
            .arg(placeName(subject));
    case ErrorCode::ServerUnsafe:
        return ErrorTexts::tr("The branch's server could lose numbers in a power cut: %1. Nothing "
                              "was changed; switch it on at the server.")
            .arg(subject);
    case ErrorCode::ServerUnsuitable:
        return ErrorTexts::tr("The branch's server is not set up for this program: %1. It needs "
                              "PostgreSQL 15 or newer and a database with UTF8 and LC_COLLATE 'C'.")
            .arg(subject);
    case ErrorCode::AccessDenied:
        return ErrorTexts::tr(
            "The branch's server does not let this PC do that, or has shut it out. Do it at a PC "
            "that was enrolled for it, or have this one enrolled again.");
    case ErrorCode::ToolMissing:
        return ErrorTexts::tr("%1 is not installed on this PC. Install it: apt install postgresql "
                              "openssl")
            .arg(subject);
    case ErrorCode::ToolFailed:
        return ErrorTexts::tr("%1. Nothing is ready to use; put it right and try again.")
            .arg(subject);
    case ErrorCode::ConnectionLost:
        return ErrorTexts::tr("The connection to the branch's server was lost. Look whether the "
                              "last step was done before you repeat it.");
    case ErrorCode::FormVersionGone:
        return ErrorTexts::tr("This program does not have the words of form %1 any more, so it "
                              "cannot be printed as it was. What was recorded is kept; install the "
                              "version that printed it.")
            .arg(subject);
    case ErrorCode::FormNotPrinted:
        return ErrorTexts::tr("\"%1\" has not printed it; what was recorded is kept. Look at the "
                              "printer and its queue, then print it again, or save it as PDF.")
            .arg(subject);
    case ErrorCode::CentreMissing:
        return ErrorTexts::tr("There is no centre of this version here: %1. At the centre it is "
                              "made, or brought up to date, with: motcua centre init")
            .arg(subject);
    case ErrorCode::CentreUnreachable:
        return ErrorTexts::tr(
                   "The centre cannot be reached: %1. Check the network and the "
                   "address. Nothing is lost; a sync goes on where the last one stopped.")
            .arg(subject);
    case ErrorCode::CentreDenied:
        return ErrorTexts::tr(
                   "The centre does not let this login do that: %1. It was shut out, it has got a "
                   "new password, or it is of the other kind: a branch's sends, a reader's reads. "
                   "Nothing is lost; have the centre make a new file: motcua centre enrol CODE, or "
                   "NAME --reader")
            .arg(subject);
    case ErrorCode::CentreFailed: {
        const bool isReadOnly = error.detail.startsWith("[25006]"_L1); // as CentreLink tells it
        return (isReadOnly ? ErrorTexts::tr(
                    "The centre cannot be written to now: %1. It is under maintenance, or a "
                    "standby answers for it. Nothing is lost and the login is right: it is tried "
                    "again by itself; if that goes on, ask whoever keeps the centre.")
                           : ErrorTexts::tr(
                               "The centre could not do it: %1. Nothing was changed there; "
                               "try again later."))
            .arg(subject);
    }
    case ErrorCode::DayUnproven:
        return ErrorTexts::tr("The centre has something else of %1 than this branch, though it was "
                              "sent once more. Check the branch with: motcua verify")
            .arg(subject);
    case ErrorCode::StorageFailed:
        return ErrorTexts::tr(
            "The data could not be saved. Nothing was acknowledged; check the disk, then "
            "start again.");
    default:
        return refusedText(error);
    }
}

int exitCodeOf(const Error &error)
{
    switch (kindOf(error.code)) {
    case ErrorKind::Refused:
        return 1;
    case ErrorKind::Usage:
        return 2;
    case ErrorKind::Busy:
    case ErrorKind::Storage:
        return 3;
    }
    Q_UNREACHABLE();
}

} // namespace motcua
