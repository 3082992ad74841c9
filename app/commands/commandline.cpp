// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"

#include "commands/texts.h"
#include "shared/translation.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr const char *GlobalUsage = "[--database URL] [--lang vi|en] [--json]";

/// What a usage text says: its options, and how many words stand beside them.
struct Syntax
{
    std::vector<QCommandLineOption> options;
    int words = 0;
};

Syntax syntaxOf(const char *usage)
{
    Syntax syntax;
    QStringList names;
    for (QString token : QString::fromLatin1(usage).split(u' ', Qt::SkipEmptyParts)) {
        while (token.startsWith(u'[') || token.startsWith(u'(')) {
            token.remove(0, 1);
        }
        const bool isClosed = token.endsWith(u']') || token.endsWith(u')');
        while (token.endsWith(u']') || token.endsWith(u')')) {
            token.chop(1);
        }
        if (token == "|"_L1) {
            continue;
        }
        if (!names.isEmpty() && !token.startsWith(u'-')) {
            syntax.options.emplace_back(std::exchange(names, {}), QString(), token);
            continue;
        }
        if (!names.isEmpty()) { // the option before takes no value
            syntax.options.emplace_back(std::exchange(names, {}));
        }
        if (!token.startsWith(u'-')) {
            ++syntax.words;
            continue;
        }
        for (const QString &name : token.split(u'|')) {
            names.append(name.mid(name.startsWith("--"_L1) ? 2 : 1));
        }
        if (isClosed) {
            syntax.options.emplace_back(std::exchange(names, {}));
        }
    }
    if (!names.isEmpty()) {
        syntax.options.emplace_back(names);
    }
    return syntax;
}

std::vector<QCommandLineOption> globalOptions()
{
    std::vector<QCommandLineOption> options = syntaxOf(GlobalUsage).options;
    options.emplace_back(QStringList{u"h"_s, u"help"_s});
    options.emplace_back(u"version"_s);
    return options;
}

/// The command whose words stand first in @p words; null for none.
const Command *find(const QStringList &words)
{
    const Command *longest = nullptr;
    for (const Command &command : allCommands()) {
        const QStringList own = QString::fromLatin1(command.name).split(u' ');
        if (words.first(std::min(own.size(), words.size())) == own
            && (!longest || own.size() > QString::fromLatin1(longest->name).split(u' ').size())) {
            longest = &command;
        }
    }
    return longest;
}

/// The names of all options that take a value, with their dashes: "--group", "-o".
QStringList namesTakingValue()
{
    QStringList taking;
    const auto collect = [&taking](const std::vector<QCommandLineOption> &options) {
        for (const QCommandLineOption &option : options) {
            const QStringList names = option.names();
            for (const QString &name : names) {
                if (!option.valueName().isEmpty()) {
                    taking.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
                }
            }
        }
    };
    collect(globalOptions());
    for (const Command &command : allCommands()) {
        collect(syntaxOf(command.usage).options);
    }
    return taking;
}

/// What the program was started with, read before it is known which command it is.
struct Arguments
{
    QStringList words;   ///< neither options nor their values
    QStringList all;     ///< an option without its value is given an empty one
    QString unsatisfied; ///< the first such option, with its dashes; mostly empty
};

Arguments argumentsFrom(const QStringList &given)
{
    const QStringList taking = namesTakingValue();
    Arguments result;
    result.all.append(given.value(0));
    for (qsizetype i = 1; i < given.size(); ++i) {
        if (!taking.contains(given[i])) {
            result.all.append(given[i]);
            if (!given[i].startsWith(u'-') || given[i] == "-"_L1) { // standard input
                result.words.append(given[i]);
            }
        } else if (i + 1 < given.size() && !given[i + 1].startsWith("--"_L1)) {
            result.all.append({given[i], given[i + 1]});
            ++i;
        } else {
            // The parser would take the option that follows for the value.
            result.all.append({given[i], QString()});
            result.unsatisfied = result.unsatisfied.isEmpty() ? given[i] : result.unsatisfied;
        }
    }
    return result;
}

/// @p text in lines of at most 100 columns, broken between its words.
QStringList wrapped(const QString &text)
{
    constexpr qsizetype Widest = 100;
    QStringList lines{u" "_s};
    for (const QString &token : text.split(u' ', Qt::SkipEmptyParts)) {
        if (lines.constLast().size() + 1 + token.size() > Widest) {
            lines.append(u"       "_s);
        }
        lines.last() += u' ' + token;
    }
    return lines;
}

/// All commands, or those whose names begin with @p words.
QString helpText(const QStringList &words)
{
    QStringList lines{Texts::tr("Usage: motcua %1 COMMAND").arg(QString::fromLatin1(GlobalUsage)),
                      {}};
    const qsizetype before = lines.size();
    const QString wanted = words.join(u' ');
    const Command *one = find(words);
    for (const Command &command : allCommands()) {
        const QString name = QString::fromLatin1(command.name);
        if (one ? one != &command : !wanted.isEmpty() && !name.startsWith(wanted + u' ')) {
            continue;
        }
        lines.append(wrapped(name + u' ' + QString::fromLatin1(command.usage)));
        lines.append(u"      "_s + Texts::tr(command.summary));
    }
    if (lines.size() == before) {
        return helpText({});
    }
    lines.append(QString());
    lines.append(Texts::tr("Exit codes: 0 done, 1 refused by a rule, 2 wrong usage, 3 storage."));
    lines.append(Texts::tr("URL: sqlite:/path/to/branch.db or postgresql://host/database?…, else"));
    lines.append(Texts::tr("     from MOTCUA_DATABASE or /etc/motcua/motcua.conf"));
    return lines.join(u'\n');
}

} // namespace

const std::vector<Command> &allCommands()
{
    static const std::vector<Command> commands{
        {"init", "--branch FILE.json", runInit,
         QT_TRANSLATE_NOOP("motcua::Texts", "Create the database of a new branch")},
        {"catalogue import", "FILE [--preview] [--group C [--field NAME]] [--command UUID]",
         runCatalogueImport,
         QT_TRANSLATE_NOOP(
             "motcua::Texts",
             "Replace the branch's catalogue, or take over a national export, while no "
             "day is open")},
        {"appointment import", "FILE.csv [--command UUID]", runAppointmentImport,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Take bookings over from a file, new and changed ones")},
        {"appointment list", "[--date DATE]", runAppointmentList,
         QT_TRANSLATE_NOOP("motcua::Texts", "Show the bookings of a day")},
        {"staff list", "", runStaffList,
         QT_TRANSLATE_NOOP("motcua::Texts", "Show the staff and their groups")},
        {"staff roster", "[--date DATE]", runStaffRoster,
         QT_TRANSLATE_NOOP("motcua::Texts", "Who is expected on a day, and who is there")},
        {"staff roster import", "FILE.csv [--command UUID]", runStaffRosterImport,
         QT_TRANSLATE_NOOP(
             "motcua::Texts",
             "Set the roster of each day in a file (date;staff;counter;starts;agency)")},
        {"staff set-pin", "CODE [--command UUID]", runStaffSetPin,
         QT_TRANSLATE_NOOP("motcua::Texts", "Set a PIN; it is read from standard input, one line")},
        {"day open", "[--date DATE] [--command UUID]", runDayOpen,
         QT_TRANSLATE_NOOP("motcua::Texts", "Open the business day")},
        {"day close", "[--command UUID]", runDayClose,
         QT_TRANSLATE_NOOP("motcua::Texts", "Close the business day")},
        {"ticket issue", "[--group H] [--procedure CODE] [--priority CLASS] [--command UUID]",
         runTicketIssue, QT_TRANSLATE_NOOP("motcua::Texts", "Give the next number of a group")},
        {"ticket show", "H042", runTicketShow,
         QT_TRANSLATE_NOOP("motcua::Texts", "Show where a number stands")},
        {"ticket list", "[--group H] [--state STATE] [--date DATE]", runTicketList,
         QT_TRANSLATE_NOOP("motcua::Texts", "Show the numbers of the day")},
        {"ticket reinstate", "H042 [--command UUID]", runTicketReinstate,
         QT_TRANSLATE_NOOP("motcua::Texts", "Put a missed or held number back into its line")},
        {"ticket cancel", "H042 [--command UUID]", runTicketCancel,
         QT_TRANSLATE_NOOP("motcua::Texts", "Take back a waiting number")},
        {"counter sign-in", "--counter N --staff CODE [--take-over] [--command UUID]",
         runCounterSignIn,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Sign in at a counter; the PIN is read from standard input, one line")},
        {"counter sign-out", "--counter N [--staff CODE] [--command UUID]", runCounterSignOut,
         QT_TRANSLATE_NOOP("motcua::Texts", "Sign out")},
        {"counter call-next", "--counter N [--command UUID]", runCounterCallNext,
         QT_TRANSLATE_NOOP("motcua::Texts", "Call the next number")},
        {"counter call",
         "H042 --counter N --reason returned|frail|wrong_group|supervisor|other [--command UUID]",
         runCounterCall, QT_TRANSLATE_NOOP("motcua::Texts", "Call a waiting number out of order")},
        {"counter recall", "--counter N [--command UUID]", runCounterRecall,
         QT_TRANSLATE_NOOP("motcua::Texts", "Call the same number again")},
        {"counter start", "--counter N [--command UUID]", runCounterStart,
         QT_TRANSLATE_NOOP("motcua::Texts", "The citizen is here: start serving")},
        {"counter no-show", "--counter N [--command UUID]", runCounterNoShow,
         QT_TRANSLATE_NOOP("motcua::Texts", "The citizen did not come")},
        {"counter hold",
         "--counter N [--reason photocopy|missing_paper|payment|other] [--command UUID]",
         runCounterHold, QT_TRANSLATE_NOOP("motcua::Texts", "Set the citizen aside for a moment")},
        {"counter resume", "--counter N [--ticket H042] [--command UUID]", runCounterResume,
         QT_TRANSLATE_NOOP("motcua::Texts", "Go on with a number on hold")},
        {"counter transfer", "--counter N (--group C | --to-counter N) [--command UUID]",
         runCounterTransfer,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Send the citizen to another group or counter, arrival time kept")},
        {"counter finish", "--counter N [--command UUID]", runCounterFinish,
         QT_TRANSLATE_NOOP("motcua::Texts", "The citizen is served")},
        {"counter undo", "--counter N [--command UUID]", runCounterUndo,
         QT_TRANSLATE_NOOP("motcua::Texts", "Take back the last step, within ten seconds")},
        {"intake record", "--counter N --file FORM.json [--command UUID]", runIntakeRecord,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Record who came with which papers, and what became of it")},
        {"intake correct", "CODE --counter N --file FORM.json [--command UUID]", runIntakeCorrect,
         QT_TRANSLATE_NOOP("motcua::Texts", "Correct what is recorded; the form says why")},
        {"intake show", "CODE --staff CODE --reason WHY [--command UUID]", runIntakeShow,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Open the record of a dossier; who opened it and why is kept")},
        {"intake search", "WORDS|-", runIntakeSearch,
         QT_TRANSLATE_NOOP("motcua::Texts", "Find dossiers by code, name, ID number or phone; - "
                                            "reads one line from standard input")},
        {"intake list", "[--overdue]", runIntakeList,
         QT_TRANSLATE_NOOP("motcua::Texts", "Show the latest dossiers, or those that are late")},
        {"intake print",
         "CODE --staff CODE [--form NN] [--pdf FILE] [--printer QUEUE] [--command UUID]",
         runIntakePrint,
         QT_TRANSLATE_NOOP("motcua::Texts", "Print a form of a dossier, or save it as PDF"),
         Needs::Fonts},
        {"intake reprint",
         "CODE --staff CODE --reason WHY [--form NN] [--pdf FILE] [--printer QUEUE] "
         "[--command UUID]",
         runIntakeReprint,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Print a form once more, in the same words and marked as a reprint"),
         Needs::Fonts},
        {"intake register",
         "--day DATE --staff CODE [--pdf FILE] [--printer QUEUE] [--command UUID]",
         runIntakeRegister,
         QT_TRANSLATE_NOOP("motcua::Texts", "Print the register's page of a day"), Needs::Fonts},
        {"counter break",
         "--counter N --reason rest|meeting|paperwork|errand|other [--command UUID]",
         runCounterBreak, QT_TRANSLATE_NOOP("motcua::Texts", "Pause: nobody is called here")},
        {"counter back", "--counter N [--command UUID]", runCounterBack,
         QT_TRANSLATE_NOOP("motcua::Texts", "End the break")},
        {"report daily",
         "[--date DATE] [--format table|csv|xlsx|pdf|json] [-o|--output FILE] [--printer QUEUE]",
         runReportDaily, QT_TRANSLATE_NOOP("motcua::Texts", "Count a day by group: the day sheet"),
         Needs::Fonts},
        {"report",
         "period|counters|waits|tickets|register|overdue|satisfaction|06a [--from DATE] [--to "
         "DATE] [--group C] "
         "[--procedure CODE] [--counter N] [--hour N] [--weekday N] [--state STATE] [--format "
         "table|csv|xlsx|pdf|json] [-o|--output FILE] [--printer QUEUE]",
         runReport,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Groups and procedures, counters, waits over the target, dossiers"),
         Needs::Fonts},
        {"rating give", "--counter N --level very|satisfied|not [--comment] [--command UUID]",
         runRatingGive,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Rate the visit that has just ended at a counter; a comment is read "
                           "from standard input")},
        {"rating list", "", runRatingList,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "The comments of citizens, those nobody has dealt with first")},
        {"rating handle", "ID --staff CODE [--command UUID]", runRatingHandle,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Note that a comment was dealt with; how is read from standard input, "
                           "one line")},
        {"report city",
         "[--from DATE] [--to DATE] [--centre URL|FILE] [--format table|csv|xlsx|pdf|json] "
         "[-o|--output FILE] [--printer QUEUE]",
         runReportCity,
         QT_TRANSLATE_NOOP("motcua::Texts", "All branches, from what they sent to the centre"),
         Needs::Fonts},
        {"say", "H042 --counter N [--text] [-o|--output FILE] [--packs FOLDER]", runSay,
         QT_TRANSLATE_NOOP(
             "motcua::Texts",
             "What the hall hears when a number is called, as words or as a WAV file")},
        {"voice devices", "", runVoiceDevices,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "The loudspeakers of this PC by their ids; * is the usual one")},
        {"voice use", "DEVICE [--volume N]", runVoiceUse,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Let this PC's board speak through a loudspeaker, at 0 to 100 percent")},
        {"voice list", "", runVoiceList,
         QT_TRANSLATE_NOOP("motcua::Texts", "The words to record for a voice pack, numbered")},
        {"voice make-pack", "FOLDER [--from RECORDINGS]", runVoiceMakePack,
         QT_TRANSLATE_NOOP(
             "motcua::Texts",
             "Make a voice pack of recordings, 001.wav and on, or of the built-in voice")},
        {"voice check", "FOLDER", runVoiceCheck,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Tell what a voice pack lacks and which clips are bad")},
        {"idcard parse", "", runIdcardParse,
         QT_TRANSLATE_NOOP("motcua::Texts", "Read an ID card's code from standard input")},
        {"due",
         "--from YYYY-MM-DDTHH:MM (--procedure CODE [--case N] [--channel CHANNEL] | "
         "--working-days N | "
         "--calendar-days N | --working-hours N | --same-day)",
         runDue, QT_TRANSLATE_NOOP("motcua::Texts", "When a dossier is due, and why")},
        {"backup", "FILE", runBackup,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Copy the database while work goes on, and prove the copy")},
        {"restore", "FILE [--skip-numbers N] [--command UUID]", runRestore,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Put a backup in the database's place; the old file is kept")},
        {"erase", "[--apply] [--staff CODE] [--today DATE] [--command UUID]", runErase,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Show, or with --apply erase, the personal data that was kept for "
                           "long enough")},
        {"verify", "", runVerify,
         QT_TRANSLATE_NOOP("motcua::Texts", "Prove that the data is whole and unchanged")},
        {"migrate", "--to URL", runMigrate,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Move the branch with everything to another place, a server or a file")},
        {"server init", "--branch FILE.json [--folder DIR] [--address A] [--port N]", runServerInit,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Make this PC the server of a branch with several PCs")},
        {"server start", "[--folder DIR]", runServerStart,
         QT_TRANSLATE_NOOP("motcua::Texts", "Start the branch's server, brought up to date")},
        {"server stop", "[--folder DIR]", runServerStop,
         QT_TRANSLATE_NOOP("motcua::Texts", "Stop the branch's server")},
        {"server enrol",
         "NAME --face kiosk|counter|board|manager|rating [--folder DIR] [-o|--output FILE]",
         runServerEnrol,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Let a PC join: a file to carry to it and the code that opens it once")},
        {"server revoke", "NAME [--folder DIR]", runServerRevoke,
         QT_TRANSLATE_NOOP("motcua::Texts", "Shut a PC out, now and for good")},
        {"server list", "[--folder DIR]", runServerList,
         QT_TRANSLATE_NOOP("motcua::Texts", "The PCs that were enrolled, and who is connected")},
        {"server backup", "[--folder DIR]", runServerBackup,
         QT_TRANSLATE_NOOP("motcua::Texts", "Copy the branch into the server's backups")},
        {"server restore", "FILE [--folder DIR] [--skip-numbers N] [--command UUID]",
         runServerRestore,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Put such a copy in the branch's place; what was there is kept")},
        {"join", "FILE [--folder DIR] [--user NAME]", runJoin,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Make this PC part of a branch; the code is read from standard input, "
                           "one line")},
        {"sync", "[--centre URL|FILE] [--day DATE] [--retry]", runSync,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Send the centre what is new, and prove the days that were closed")},
        {"centre init", "URL|FILE [--key FILE]", runCentreInit,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Make the city's database, or bring it up to this program")},
        {"centre enrol", "BRANCH|NAME [--reader] [--centre URL] [-o|--output FILE]", runCentreEnrol,
         QT_TRANSLATE_NOOP(
             "motcua::Texts",
             "A file with a login: for a branch to send, or with --reader for somebody "
             "to read the figures")},
        {"centre revoke", "BRANCH|NAME [--reader] [--centre URL]", runCentreRevoke,
         QT_TRANSLATE_NOOP("motcua::Texts", "Shut a branch's or a reader's login out")},
        {"centre places", "[--centre URL] [--date DATE] [-o|--output FILE]", runCentrePlaces,
         QT_TRANSLATE_NOOP("motcua::Texts", "The register of branches, points and agents, as CSV")},
        {"centre places import", "FILE [--centre URL]", runCentrePlacesImport,
         QT_TRANSLATE_NOOP("motcua::Texts", "Replace the register by such a file")},
        {"centre publish", "FILE.json [--centre URL]", runCentrePublish,
         QT_TRANSLATE_NOOP(
             "motcua::Texts",
             "Publish groups, procedures, hours and holidays of a branch file for all "
             "branches")},
        {"centre status", "[--centre URL]", runCentreStatus,
         QT_TRANSLATE_NOOP("motcua::Texts", "How far each branch has sent, and what is missing")},
        {"centre clear", "BRANCH [--centre URL]", runCentreClear,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Somebody has looked at a branch's alarms and rows set aside")},
        {"replay", "TRACE.csv[.gz] --office NAME --date DATE [--speed N]", runReplay,
         QT_TRANSLATE_NOOP("motcua::Texts", "Play a real office day from a queue log")},
        {"open kiosk", "[--number N] [--printer URL] [--scanner URL] [--window]", runOpenKiosk,
         QT_TRANSLATE_NOOP("motcua::Texts", "The ticket kiosk, full screen"), Needs::Screen},
        {"open board", "[--number N] [--screen NAME] [--media FOLDER] [--window]", runOpenBoard,
         QT_TRANSLATE_NOOP("motcua::Texts", "The hall board with its voice, full screen"),
         Needs::Screen},
        {"open counter", "[--counter N] [--staff CODE] [--scanner URL]", runOpenCounter,
         QT_TRANSLATE_NOOP("motcua::Texts", "A clerk's counter"), Needs::Screen},
        {"open rating", "[--counter N] [--screen NAME] [--window]", runOpenRating,
         QT_TRANSLATE_NOOP("motcua::Texts", "A citizen's tablet at a counter: how was it?"),
         Needs::Screen},
        {"open manager", "[--centre URL|FILE]", runOpenManager,
         QT_TRANSLATE_NOOP("motcua::Texts", "The branch head's day"), Needs::Screen},
        {"open city", "[--centre URL|FILE]", runOpenCity,
         QT_TRANSLATE_NOOP("motcua::Texts", "All branches of the city, for the centre's staff"),
         Needs::Screen},
        {"demo", "[--text] [--speed N] [--branch-server]", runDemo,
         QT_TRANSLATE_NOOP("motcua::Texts",
                           "Try all faces on a sample branch; --text: a day on the terminal; "
                           "--branch-server: on a server"),
         Needs::Screen},
    };
    return commands;
}

Needs needsOf(const QStringList &arguments)
{
    const Command *command = find(argumentsFrom(arguments).words);
    Needs needs = command ? command->needs : Needs::Nothing;
    const bool isReport = command
                          && (command->run == runReport || command->run == runReportDaily
                              || command->run == runReportCity);
    if (isReport && std::ranges::none_of(arguments, [](const QString &argument) {
            return argument.endsWith("pdf"_L1) || argument.startsWith("--printer"_L1);
        })) {
        needs = Needs::Nothing; // fonts are for paper, and cost a third of the time
    }
    const bool hasScreen = qEnvironmentVariableIsSet("DISPLAY")
                           || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
                           || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    return needs == Needs::Screen && !hasScreen ? Needs::Nothing : needs;
}

int runCommandLine(const QStringList &arguments, const QDateTime &now)
{
    QCommandLineParser parser;
    for (const QCommandLineOption &option : globalOptions()) {
        parser.addOption(option);
    }
    const Arguments given = argumentsFrom(arguments);
    const Command *command = find(given.words);
    const Syntax syntax = command ? syntaxOf(command->usage) : Syntax();
    for (const QCommandLineOption &option : syntax.options) {
        parser.addOption(option);
    }
    const bool parsed = parser.parse(given.all);

    const QString code = parser.isSet(u"lang"_s) ? parser.value(u"lang"_s) : u"vi"_s;
    const Language language = code == "en"_L1 ? Language::English : Language::Vietnamese;
    setProgramLanguage(language);

    if (parser.isSet(u"version"_s)) {
        printLine(u"motcua "_s + QCoreApplication::applicationVersion());
        return 0;
    }
    const bool isHelpWord = !given.words.isEmpty() && given.words.constFirst() == "help"_L1;
    if (parser.isSet(u"help"_s) || isHelpWord) {
        printLine(helpText(isHelpWord ? given.words.sliced(1) : given.words));
        return 0;
    }
    const Invocation invocation(
        parser,
        command ? given.words.sliced(QString::fromLatin1(command->name).count(u' ') + 1)
                : given.words,
        language, now);
    if (code != "vi"_L1 && code != "en"_L1) {
        return invocation.refuse({ErrorCode::Usage, u"--lang vi|en"_s, {}});
    }
    if (!command && given.words.isEmpty() && parsed && !invocation.isJson()) {
        printError(helpText({}));
        return 2;
    }
    if (!command) {
        const QString unknown = given.words.join(u' ').left(40);
        return invocation.refuse({ErrorCode::Usage, unknown.isEmpty() ? u"motcua"_s : unknown, {}});
    }
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty()) {
        const QString name = unknown.constFirst().left(40);
        return invocation.refuse(
            {ErrorCode::Usage, (name.size() == 1 ? u"-"_s : u"--"_s) + name, {}});
    }
    if (!given.unsatisfied.isEmpty()) {
        return invocation.refuse({ErrorCode::Usage, given.unsatisfied, {}});
    }
    if (!parsed
        || given.words.size() - QString::fromLatin1(command->name).count(u' ') - 1
               != syntax.words) {
        return invocation.refuse(
            {ErrorCode::Usage,
             u"%1 %2"_s.arg(QLatin1StringView(command->name), QLatin1StringView(command->usage))
                 .trimmed(),
             {}});
    }
    return command->run(invocation);
}

} // namespace motcua
