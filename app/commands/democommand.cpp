// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "core/phrase.h"
#include "core/vietnamesetext.h"
#include "demo/demolayout.h"
#include "manager/reporttext.h"
#include "operations/branchserver.h"
#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/dailyreport.h"
#include "operations/intakes.h"
#include "operations/issueticket.h"
#include "operations/joining.h"
#include "operations/legactions.h"
#include "operations/signin.h"
#include "operations/verifybranch.h"
#include "roles/demorole.h"
#include "shared/eventloopwatch.h"
#include "shared/theme.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QScreen>
#include <QStyle>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// A short morning at the sample branch, told line by line. Time is played, not waited for.
class Demo
{
public:
    /// @p pauseMs after each line; negative tells nothing at all.
    Demo(Database &database, Catalogue catalogue, QDateTime start, Language language, int pauseMs)
        : m_database(database)
        , m_catalogue(std::move(catalogue))
        , m_clock(std::move(start))
        , m_language(language)
        , m_pauseMs(pauseMs)
    {
    }

    Result<> play();

private:
    void tell(const QString &text)
    {
        if (m_pauseMs >= 0) {
            printLine(u"%1  %2"_s.arg(m_clock.time().toString(u"HH:mm"_s), text));
            QThread::msleep(static_cast<unsigned long>(m_pauseMs));
        }
    }
    CommandContext after(int seconds)
    {
        m_clock = m_clock.addSecs(seconds);
        return {QUuid::createUuid(), m_clock};
    }
    /// Keeps the first failure; what follows it is not played.
    template <typename T>
    std::optional<T> keep(Result<T> result)
    {
        if (!result) {
            m_error = m_error ? m_error : std::optional(result.error());
            return std::nullopt;
        }
        return std::move(*result);
    }
    void open();
    void citizen(const QString &group, const QString &procedure, const QString &priority = {});
    void call(int counter);
    /// Does @p action after @p seconds and tells @p text, if any, with the number.
    void act(const CounterAction &action, int seconds, const QString &text = {});
    void serve(int counter, int minutes);
    void missesTheCall();
    void isInTheWrongLine();
    void fetchesAPaper();
    void close();
    [[nodiscard]] QString groupName(const QString &letter) const;

    Database &m_database;
    Catalogue m_catalogue;
    QDateTime m_clock;
    Language m_language;
    int m_pauseMs;
    std::optional<Error> m_error;
};

QString Demo::groupName(const QString &letter) const
{
    const auto group = std::ranges::find(m_catalogue.groups, letter, &Group::letter);
    return group == m_catalogue.groups.end() ? letter : group->shortName.in(m_language);
}

void Demo::open()
{
    const auto day = keep(openDay(m_database, {QUuid::createUuid(), m_clock}, m_clock.date()));
    if (!day) {
        return;
    }
    tell(Texts::tr("The business day %1 is open.").arg(shortDate(day->businessDate)));
    const std::pair<int, QString> shifts[] = {{1, u"CB01"_s}, {3, u"CB03"_s}, {5, u"CB05"_s}};
    for (const auto &[counter, staff] : shifts) {
        keep(startShift(m_database, after(20), counter, staff));
    }
    tell(Texts::tr("Counters 1, 3 and 5 are ready."));
}

void Demo::citizen(const QString &group, const QString &procedure, const QString &priority)
{
    if (m_error) {
        return;
    }
    const auto issued = keep(issueTicket(
        m_database, after(40), {.group = group, .procedure = procedure, .priority = priority}));
    if (!issued) {
        return;
    }
    QString text =
        Texts::tr("A citizen takes number %1 (%2), %n person(s) before.", nullptr, issued->ahead)
            .arg(issued->ticket.toString(), groupName(issued->group));
    const auto known =
        std::ranges::find(m_catalogue.priorityClasses, priority, &PriorityClass::code);
    if (known != m_catalogue.priorityClasses.end()) {
        text += u' ' + Texts::tr("Priority: %1.").arg(known->name.in(m_language));
    }
    tell(text);
}

void Demo::call(int counter)
{
    if (m_error) {
        return;
    }
    if (const auto called = keep(callNext(m_database, after(15), counter))) {
        const auto group = std::ranges::find(m_catalogue.groups, called->group, &Group::letter);
        tell(u"♪ "_s + callPhrase(called->ticket, group->shortName, counter, m_language));
    }
}

void Demo::act(const CounterAction &action, int seconds, const QString &text)
{
    if (m_error) {
        return;
    }
    const auto acted = keep(actAtCounter(m_database, after(seconds), action));
    if (acted && !text.isEmpty()) {
        tell(text.arg(acted->ticket.toString()));
    }
}

void Demo::serve(int counter, int minutes)
{
    act({.counter = counter, .action = LegAction::Start}, 30);
    act({.counter = counter, .action = LegAction::Finish}, minutes * 60,
        Texts::tr("Number %1 is served."));
}

void Demo::missesTheCall()
{
    call(3);
    act({.counter = 3, .action = LegAction::Recall}, 40, Texts::tr("Number %1 was called again."));
    act({.counter = 3, .action = LegAction::NoShow}, 60, Texts::tr("Number %1 did not come."));
}

void Demo::isInTheWrongLine()
{
    call(3);
    act({.counter = 3, .action = LegAction::Start}, 20);
    act({.counter = 3, .action = LegAction::Transfer, .to = u"C"_s}, 120,
        Texts::tr("Number %1 goes on to group %2, arrival time kept.")
            .arg(u"%1"_s, groupName(u"C"_s)));
    call(3);
    serve(3, 2);
}

void Demo::fetchesAPaper()
{
    call(5);
    act({.counter = 5, .action = LegAction::Start}, 20);
    act({.counter = 5, .action = LegAction::Hold, .reason = u"photocopy"_s}, 60,
        Texts::tr("Number %1 is on hold: the citizen is at the copier."));
}

void Demo::close()
{
    if (m_error) {
        return;
    }
    const auto day = keep(closeDay(m_database, after(600)));
    const auto summary = keep(reportDay(m_database, m_clock.date()));
    const auto verified = keep(verifyBranch(m_database));
    if (!day || !summary || !verified) {
        return;
    }
    tell(Texts::tr("The business day %1 is closed. %n number(s) expired.", nullptr, day->expired)
             .arg(shortDate(day->businessDate)));
    if (!verified->problems.empty()) {
        m_error = Error{ErrorCode::DatabaseDamaged, m_database.path(), {}};
        return;
    }
    if (m_pauseMs >= 0) {
        DaySummary used = *summary;
        std::erase_if(used.groups,
                      [](const GroupSummary &row) { return row.issued == 0 && !row.waitAverage; });
        printLine(u'\n' + reportText(sheetOf(tableOf(used, {}), m_language)) + u'\n');
        printLine(Texts::tr("Checked: %n event(s), chained without a gap.", nullptr,
                            static_cast<int>(verified->events)));
    }
}

Result<> Demo::play()
{
    open();
    citizen(u"H"_s, u"1.001193"_s);
    citizen(u"H"_s, u"1.000894"_s);
    citizen(u"N"_s, u"1.012783"_s);
    citizen(u"H"_s, {}, u"elderly"_s);
    call(1); // priority goes first
    missesTheCall();
    fetchesAPaper();
    serve(1, 3);
    isInTheWrongLine();
    if (!m_error) {
        if (const auto back = keep(reinstateTicket(m_database, after(20), TicketNumber{u'H', 1}))) {
            tell(Texts::tr("Number %1 is back in its line.").arg(back->ticket.toString()));
        }
    }
    call(1);
    serve(1, 4);
    if (!m_error) {
        if (const auto held = keep(resumeHeld(m_database, after(20), 5, std::nullopt))) {
            tell(Texts::tr("Number %1 is being served.").arg(held->ticket.toString()));
        }
    }
    act({.counter = 5, .action = LegAction::Finish}, 60, Texts::tr("Number %1 is served."));
    if (!m_error) {
        if (const auto back = keep(undoLast(m_database, after(5), 5))) {
            tell(Texts::tr("A slip of the key: the last step with number %1 was taken back.")
                     .arg(back->ticket.toString()));
        }
    }
    act({.counter = 5, .action = LegAction::Finish}, 180, Texts::tr("Number %1 is served."));
    close();
    if (m_error) {
        return std::unexpected(*m_error);
    }
    return {};
}

} // namespace

/// The demo in windows, until its guide is closed.
static int showDemo(const Invocation &invocation)
{
    const Catalogue sample = sampleCatalogue();
    const QTimeZone zone(sample.settings.timeZone.toLatin1());
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"demo.db"_s);
    DemoDay day = demoDay();
    const auto created =
        createDemoBranch(path, demoCatalogue(sample, invocation.now().toTimeZone(zone).date()),
                         invocation.now(), day);
    if (!created) {
        return invocation.refuse(created.error());
    }
    printLine(Texts::tr("The demo is open in four windows; the one called \"%1\" says what to try. "
                        "Nothing of it is kept.")
                  .arg(QCoreApplication::translate("motcua::DemoGuide", "Try Một Cửa")));
    printLine(Texts::tr("The same branch for other programs: %1").arg(u"sqlite:"_s + path));
    loadFonts();
    StorageThread storage(path, {});
    DemoRole demo(storage, std::move(day), invocation.language());
    watchEventLoop(&demo);
    demo.show(QGuiApplication::primaryScreen()->availableGeometry());
    return QApplication::exec();
}

/// A port of loopback that nobody listens on.
static int freePort()
{
    const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    const bool isFound = ::bind(probe, any, size) == 0 && ::getsockname(probe, any, &size) == 0;
    ::close(probe);
    return isFound ? ntohs(address.sin_port) : 0;
}

namespace {

/// A face of the demo as a program of its own, at a PC that joined the branch.
class DemoPc
{
public:
    DemoPc(QString name, Face face, QStringList arguments)
        : m_name(std::move(name))
        , m_face(face)
        , m_arguments(std::move(arguments))
    {
    }

    [[nodiscard]] Result<> join(const BranchServer &server, const QString &folder,
                                const QDateTime &now) const
    {
        const QString code = newJoinCode();
        const auto file = enrolDevice(server, m_name, m_face, code, now);
        const auto package =
            file ? openJoin(*file, code) : Result<JoinPackage>(std::unexpected(file.error()));
        const auto joined = package ? joinBranch(*package, folder + u'/' + m_name, {})
                                    : Result<Joined>(std::unexpected(package.error()));
        return joined ? Result<>() : std::unexpected(joined.error());
    }

    void open(const QString &folder, const QRect &frame, Language language)
    {
        const QRect window = demoWindow(frame);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"MOTCUA_DATABASE"_s);
        environment.remove(u"MOTCUA_BRANCH"_s);
        environment.insert(u"MOTCUA_SETTINGS"_s, folder + u'/' + m_name + u"/motcua.conf"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, folder); // not the counter of this PC
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedChannels);
        // Last, because it is not ours: Qt takes it away before the words are counted.
        const QStringList place{u"-qwindowgeometry"_s, u"%1x%2+%3+%4"_s.arg(window.width())
                                                           .arg(window.height())
                                                           .arg(window.x())
                                                           .arg(window.y())};
        m_process.start(
            QCoreApplication::applicationFilePath(),
            m_arguments
                + QStringList{u"--lang"_s, language == Language::English ? u"en"_s : u"vi"_s}
                + place);
    }

    void askToEnd() { m_process.terminate(); }
    void end()
    {
        constexpr int PatienceMs = 5000;
        if (!m_process.waitForFinished(PatienceMs)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

private:
    QString m_name;
    Face m_face;
    QStringList m_arguments;
    QProcess m_process;
};

} // namespace

/// The same on PostgreSQL, until its guide is closed.
static int showServerDemo(const Invocation &invocation)
{
    const QTemporaryDir folder;
    // Root's server is another user's, who must get through.
    ::chmod(QFile::encodeName(folder.path()).constData(), S_IRWXU | S_IXGRP | S_IXOTH);
    const BranchServer server{
        .folder = folder.filePath(u"server"_s), .address = u"127.0.0.1"_s, .port = freePort()};
    const Catalogue sample = sampleCatalogue();
    const QTimeZone zone(sample.settings.timeZone.toLatin1());
    const Catalogue catalogue = demoCatalogue(sample, invocation.now().toTimeZone(zone).date());
    const auto created = createServer(
        server, catalogue, {QUuid::createUuid(), invocation.now().addSecs(-DemoPlayedSeconds)},
        [&server](Database &database) { return makeKey(database, server.keyFile()); });
    if (!created) {
        return invocation.refuse(created.error());
    }
    const auto stop = qScopeGuard([&server] { static_cast<void>(stopServer(server)); });
    std::array pcs{
        DemoPc(u"kiosk-1"_s, Face::Kiosk, {u"open"_s, u"kiosk"_s, u"--window"_s}),
        DemoPc(u"board-1"_s, Face::Board, {u"open"_s, u"board"_s, u"--window"_s}),
        DemoPc(u"counter-3"_s, Face::Counter,
               {u"open"_s, u"counter"_s, u"--counter"_s, QString::number(DemoRole::Counter),
                u"--staff"_s, DemoRole::Clerk}),
    };
    DemoDay day = demoDay();
    const auto prepared = [&]() -> Result<> {
        const auto database = openBranch(server.ownerPlace());
        if (!database) {
            return std::unexpected(database.error());
        }
        for (const DemoPc &pc : pcs) {
            if (const auto joined = pc.join(server, folder.path(), invocation.now()); !joined) {
                return joined;
            }
        }
        return playDemoMorning(**database, catalogue, invocation.now(), day);
    }();
    if (!prepared) {
        return invocation.refuse(prepared.error());
    }
    printLine(Texts::tr("The demo is open in four windows; the one called \"%1\" says what to try. "
                        "Nothing of it is kept.")
                  .arg(QCoreApplication::translate("motcua::DemoGuide", "Try Một Cửa")));
    printLine(
        Texts::tr("Kiosk, board and counter are programs of their own, each joined to the server "
                  "in %1. PIN at the counter: %2")
            .arg(server.folder, DemoRole::Pin));
    loadFonts();
    const QRect available = QGuiApplication::primaryScreen()->availableGeometry();
    const DemoLayout layout =
        demoLayout(available, QApplication::style()->pixelMetric(QStyle::PM_TitleBarHeight));
    const std::array frames{layout.kiosk, layout.board, layout.counter};
    for (size_t i = 0; i < pcs.size(); ++i) {
        pcs[i].open(folder.path(), frames[i], invocation.language());
    }
    int code = 0;
    {
        // The other clerks and the people who come are played by the server's owner.
        StorageThread storage(server.ownerPlace(), {});
        DemoRole demo(storage, std::move(day), invocation.language());
        watchEventLoop(&demo);
        demo.showGuide(available, false);
        code = QApplication::exec();
    }
    for (DemoPc &pc : pcs) {
        pc.askToEnd();
    }
    for (DemoPc &pc : pcs) {
        pc.end();
    }
    return code;
}

int runDemo(const Invocation &invocation)
{
    const bool hasScreen = qobject_cast<QApplication *>(QCoreApplication::instance());
    if (invocation.has(u"branch-server"_s)) {
        return hasScreen ? showServerDemo(invocation)
                         : invocation.refuse({ErrorCode::NoScreen, {}, {}});
    }
    if (hasScreen && !invocation.has(u"text"_s) && !invocation.isJson()) {
        return showDemo(invocation);
    }
    double speed = 1;
    if (invocation.has(u"speed"_s)) {
        const auto given = invocation.speed();
        if (!given) {
            return invocation.refuse(given.error());
        }
        speed = *given;
    }
    constexpr double PauseMs = 400;
    const int pause = invocation.isJson()            ? -1
                      : ::isatty(STDOUT_FILENO) == 1 ? static_cast<int>(PauseMs / speed)
                                                     : 0;
    const Catalogue catalogue = sampleCatalogue();
    const QTimeZone zone(catalogue.settings.timeZone.toLatin1());
    const QDateTime start(invocation.now().toTimeZone(zone).date(), QTime(7, 30), zone);

    QTemporaryDir folder;
    const QString path = folder.filePath(u"demo.db"_s);
    const auto created = createBranch(path, catalogue, {QUuid::createUuid(), start});
    if (!created) {
        return invocation.refuse(created.error());
    }
    const auto database = openBranch(path);
    if (!database) {
        return invocation.refuse(database.error());
    }
    if (!invocation.isJson()) {
        printLine(Texts::tr("%1 – a short branch day. Nothing of it is kept.")
                      .arg(catalogue.branchName.in(invocation.language())));
    }
    const auto played = Demo(**database, catalogue, start, invocation.language(), pause).play();
    if (!played) {
        return invocation.refuse(played.error());
    }
    return invocation.answer({{u"demo"_s, u"done"_s}},
                             Texts::tr("To run a branch of your own, see README.md."));
}

} // namespace motcua
