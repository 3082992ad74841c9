// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands/invocation.h"
#include "core/form.h"
#include "core/report.h"

#include <vector>

namespace motcua {

struct CupsDocument;

/// What a command needs beside the terminal.
enum class Needs {
    Nothing,
    Fonts, ///< it paints paper
    Screen,
};

/// A headless command: its words, what it takes and what runs it.
struct Command
{
    const char *name; ///< "ticket issue"
    /// What follows, as the help shows it and the parser reads it: "--group H [--procedure CODE]".
    /// Words that are no option, e.g. H042, are all needed.
    const char *usage;
    int (*run)(const Invocation &) = nullptr;
    const char *summary; ///< English source of the help line, in the context Texts
    Needs needs = Needs::Nothing;
};

/// All commands of the program, in the order of its help.
[[nodiscard]] const std::vector<Command> &allCommands();

/// Finds, parses and runs the command in @p arguments; returns the exit code (0 done, 1 refused by a
/// rule, 2 usage, 3 storage or network). @p now is the PC's clock.
[[nodiscard]] int runCommandLine(const QStringList &arguments, const QDateTime &now);

/// The folder of the branch's server: --folder, else the usual one.
[[nodiscard]] QString serverFolder(const Invocation &invocation);

/// The URL of a server that @p named is, or the file @p named holds, which keeps its password out of the
/// list of processes.
[[nodiscard]] Result<QString> urlIn(const QString &named);
/// The centre's URL: --centre, else MOTCUA_CENTRE, else "centre" in the settings file; each the URL or
/// a file that holds it, which keeps its password out of the list of processes.
[[nodiscard]] Result<QString> centreUrl(const Invocation &invocation);
/// Brings @p paper to a CUPS queue and waits for what becomes of it.
[[nodiscard]] FormState sendToQueue(const QString &queue, const CupsDocument &paper);

/// A report for the terminal, as lines.
[[nodiscard]] QString reportText(const ReportSheet &sheet);

/// What the command that @p arguments name needs; no screen where this machine has none.
[[nodiscard]] Needs needsOf(const QStringList &arguments);

// One function each, in the file of that name.
int runInit(const Invocation &invocation);
int runCatalogueImport(const Invocation &invocation);
int runAppointmentImport(const Invocation &invocation);
int runAppointmentList(const Invocation &invocation);
int runStaffList(const Invocation &invocation);
int runStaffRoster(const Invocation &invocation);
int runStaffRosterImport(const Invocation &invocation);
int runStaffSetPin(const Invocation &invocation);
int runDayOpen(const Invocation &invocation);
int runDayClose(const Invocation &invocation);
int runTicketIssue(const Invocation &invocation);
int runTicketShow(const Invocation &invocation);
int runTicketList(const Invocation &invocation);
int runTicketReinstate(const Invocation &invocation);
int runTicketCancel(const Invocation &invocation);
int runCounterSignIn(const Invocation &invocation);
int runCounterSignOut(const Invocation &invocation);
int runCounterCallNext(const Invocation &invocation);
int runCounterCall(const Invocation &invocation);
int runCounterRecall(const Invocation &invocation);
int runCounterStart(const Invocation &invocation);
int runCounterNoShow(const Invocation &invocation);
int runCounterHold(const Invocation &invocation);
int runCounterResume(const Invocation &invocation);
int runCounterTransfer(const Invocation &invocation);
int runCounterFinish(const Invocation &invocation);
int runCounterUndo(const Invocation &invocation);
int runIntakeRecord(const Invocation &invocation);
int runIntakeCorrect(const Invocation &invocation);
int runIntakeShow(const Invocation &invocation);
int runIntakeSearch(const Invocation &invocation);
int runIntakeList(const Invocation &invocation);
int runIntakePrint(const Invocation &invocation);
int runIntakeReprint(const Invocation &invocation);
int runIntakeRegister(const Invocation &invocation);
int runCounterBreak(const Invocation &invocation);
int runCounterBack(const Invocation &invocation);
int runReport(const Invocation &invocation);
int runReportDaily(const Invocation &invocation);
int runReportCity(const Invocation &invocation);
int runSay(const Invocation &invocation);
int runVoiceDevices(const Invocation &invocation);
int runVoiceUse(const Invocation &invocation);
int runVoiceList(const Invocation &invocation);
int runVoiceMakePack(const Invocation &invocation);
int runVoiceCheck(const Invocation &invocation);
int runIdcardParse(const Invocation &invocation);
int runDue(const Invocation &invocation);
int runBackup(const Invocation &invocation);
int runRestore(const Invocation &invocation);
int runErase(const Invocation &invocation);
int runVerify(const Invocation &invocation);
int runMigrate(const Invocation &invocation);
int runServerInit(const Invocation &invocation);
int runServerStart(const Invocation &invocation);
int runServerStop(const Invocation &invocation);
int runServerEnrol(const Invocation &invocation);
int runServerRevoke(const Invocation &invocation);
int runServerList(const Invocation &invocation);
int runServerBackup(const Invocation &invocation);
int runServerRestore(const Invocation &invocation);
int runJoin(const Invocation &invocation);
int runSync(const Invocation &invocation);
int runCentreInit(const Invocation &invocation);
int runCentreEnrol(const Invocation &invocation);
int runCentreRevoke(const Invocation &invocation);
int runCentrePlaces(const Invocation &invocation);
int runCentrePlacesImport(const Invocation &invocation);
int runCentrePublish(const Invocation &invocation);
int runCentreStatus(const Invocation &invocation);
int runCentreClear(const Invocation &invocation);
int runRatingGive(const Invocation &invocation);
int runRatingList(const Invocation &invocation);
int runRatingHandle(const Invocation &invocation);
int runReplay(const Invocation &invocation);
int runOpenKiosk(const Invocation &invocation);
int runOpenBoard(const Invocation &invocation);
int runOpenCounter(const Invocation &invocation);
int runOpenManager(const Invocation &invocation);
int runOpenRating(const Invocation &invocation);
int runOpenCity(const Invocation &invocation);
int runDemo(const Invocation &invocation);

} // namespace motcua
