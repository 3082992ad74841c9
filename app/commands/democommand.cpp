// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/reporttable.h"
#include "commands/texts.h"
#include "core/phrase.h"
#include "core/vietnamesetext.h"
#include "operations/branchdatabase.h"
#include "operations/businessday.h"
#include "operations/callnext.h"
#include "operations/dailyreport.h"
#include "operations/issueticket.h"
#include "operations/legactions.h"
#include "operations/signin.h"
#include "operations/verifybranch.h"
#include "roles/demorole.h"
#include "shared/eventloopwatch.h"
#include "shared/theme.h"

#include <QApplication>
#include <QScreen>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
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
        printLine(u'\n' + QString::fromUtf8(reportTable(used)));
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

int runDemo(const Invocation &invocation)
{
    if (qobject_cast<QApplication *>(QCoreApplication::instance()) && !invocation.has(u"text"_s)
        && !invocation.isJson()) {
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
